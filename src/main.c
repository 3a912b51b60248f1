/* SPDX-License-Identifier: MIT */
/* The program: what must be so before anything else is, then the command line. */
#include "minutebook/cli/cli.h"

#include <fcntl.h>
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

int main(int argc, char **argv)
{
    keep_standard_streams();
    if (getuid() != geteuid() || getgid() != getegid()) {
        fputs("Minutebook does not run with another user's rights; take the setuid bit off.\n", stderr);
        return 4;
    }
    keep_private();
    return mb_cli_run(argc, argv);
}
