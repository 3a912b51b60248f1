/* SPDX-License-Identifier: MIT */
/* The program: what must be so before anything else is, then the command line, or the screens on a terminal. */
#include "minutebook/base/text.h"
#include "minutebook/cli/cli.h"
#include "minutebook/screens/app.h"
#include "minutebook/terminal/terminal.h"

#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* A closed standard stream would be the next file opened, perhaps the book: something written to it would go there. */
static void keep_standard_streams(void)
{
    int descriptor;

    do
        descriptor = open("/dev/null", O_RDWR);
    while (descriptor >= 0 && descriptor <= STDERR_FILENO);
    if (descriptor > STDERR_FILENO)
        close(descriptor);
}

/* Files are the user's alone, and a crash leaves none of the book's text in a core file. */
static void keep_private(void)
{
    const struct rlimit no_core = {0, 0};

    umask(077);
    setrlimit(RLIMIT_CORE, &no_core);
}

static gboolean show_screens(MbDesk *desk, const char *screen, const char *const *words, GError **error)
{
    MbAppOptions options = {.screen = screen, .meeting = words[0], .item = words[0] ? words[1] : NULL};
    MbTerminalOptions terminal = {.mouse = TRUE};
    g_autoptr(MbApp) app = NULL;
    gboolean hung_up = FALSE, shown;

    setlocale(LC_CTYPE, "");
    if (!mb_terminal_usable(error))
        return FALSE;
    app = mb_app_new(desk, &options, error);
    if (!app)
        return FALSE;
    terminal.theme = mb_app_theme(app);
    terminal.ascii = mb_app_ascii(app);
    terminal.watch = mb_app_watch(app);
    shown = mb_terminal_run(&mb_app_face, app, &terminal, &hung_up, error);
    if (shown && !hung_up && mb_app_parting(app)) {
        g_autofree char *parting = mb_text_visible(mb_app_parting(app), TRUE);

        fprintf(stderr, "%s\n", parting);
    }
    return shown;
}

int main(int argc, char **argv)
{
    keep_standard_streams();
    if (getuid() != geteuid() || getgid() != getegid()) {
        fputs("Minutebook does not run with another user's rights; take the setuid bit off.\n", stderr);
        return 4;
    }
    keep_private();
    return mb_cli_run(argc, argv, show_screens);
}
