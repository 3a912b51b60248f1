/* SPDX-License-Identifier: MIT */
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* What the leader of a session must outlive. */
static const int ignored[] = {SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE};

static gint64 microseconds(struct timespec time)
{
    return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

gint64 child_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return microseconds(now);
}

void child_init(Child *child)
{
    sigset_t set;

    memset(child, 0, sizeof *child);
    child->master = child->slave = -1;
    for (gsize i = 0; i < G_N_ELEMENTS(ignored); i++)
        signal(ignored[i], SIG_IGN);
    sigemptyset(&set);
    sigaddset(&set, SIGCHLD);
    sigprocmask(SIG_BLOCK, &set, NULL);
    child->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

static gboolean open_terminal(Child *child, int rows, int columns)
{
    const struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    char name[64];

    child->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    if (child->master < 0 || grantpt(child->master) < 0 || unlockpt(child->master) < 0 ||
        ptsname_r(child->master, name, sizeof name) != 0)
        return FALSE;
    child->slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    return child->slave >= 0 && ioctl(child->slave, TIOCSWINSZ, &size) == 0 &&
           tcgetattr(child->slave, &child->before) == 0;
}

/* Without a controlling terminal of its own there is no foreground, no SIGWINCH and no Ctrl-C. */
static gboolean lead_session(int slave)
{
    if (setsid() < 0 && getsid(0) != getpid())
        return FALSE;
    return ioctl(slave, TIOCSCTTY, 0) == 0;
}

G_NORETURN static void become(int slave, char **argv, char **env, const char *folder)
{
    sigset_t none;

    setpgid(0, 0);
    tcsetpgrp(slave, getpid());
    for (gsize i = 0; i < G_N_ELEMENTS(ignored); i++)
        signal(ignored[i], SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    dup2(slave, STDIN_FILENO);
    dup2(slave, STDOUT_FILENO);
    dup2(slave, STDERR_FILENO);
    if (folder == NULL || chdir(folder) == 0)
        execvpe(argv[0], argv, env);
    fprintf(stderr, "%s cannot be started: %s\n", argv[0], strerror(errno));
    _exit(127);
}

gboolean child_start(Child *child, char **argv, char **env, const char *folder, int rows, int columns)
{
    if (child->pid != 0 || !open_terminal(child, rows, columns) || !lead_session(child->slave))
        return FALSE;
    child->started = child->asked = child_now();
    child->pid = fork();
    if (child->pid < 0)
        return FALSE;
    if (child->pid == 0)
        become(child->slave, argv, env, folder);
    setpgid(child->pid, child->pid);
    return TRUE;
}

/* Learns of an end or a stop. */
static void look_after(Child *child)
{
    struct signalfd_siginfo told;
    int status;

    while (read(child->signals, &told, sizeof told) > 0)
        ;
    while (child->pid > 0 && !child->ended) {
        if (wait4(child->pid, &status, WNOHANG | WUNTRACED | WCONTINUED, &child->usage) <= 0)
            return;
        child->stopped = WIFSTOPPED(status);
        if (WIFSTOPPED(status) || WIFCONTINUED(status))
            continue;
        child->ended = TRUE;
        child->ended_at = child_now();
        child->status = status;
    }
}

void child_close(Child *child)
{
    if (child->pid > 0 && !child->ended) {
        kill(-child->pid, SIGKILL);
        kill(child->pid, SIGKILL);
        waitpid(child->pid, NULL, 0);
    }
    if (child->master >= 0)
        close(child->master);
    if (child->slave >= 0)
        close(child->slave);
    close(child->signals);
}

static gsize read_some(Child *child, char *buffer, gsize size)
{
    gssize got = child->master < 0 ? 0 : read(child->master, buffer, size);

    return got > 0 ? (gsize)got : 0;
}

gsize child_read(Child *child, char *buffer, gsize size, gint64 timeout, int other)
{
    struct pollfd polled[] = {{.fd = child->master, .events = POLLIN},
                              {.fd = child->signals, .events = POLLIN},
                              {.fd = other, .events = POLLIN}};
    const struct timespec wait = {timeout / G_USEC_PER_SEC, timeout % G_USEC_PER_SEC * 1000};
    gsize got;

    if (ppoll(polled, G_N_ELEMENTS(polled), timeout < 0 ? NULL : &wait, NULL) <= 0)
        return 0;
    got = polled[0].revents != 0 ? read_some(child, buffer, size) : 0;
    if (polled[1].revents != 0)
        look_after(child);
    return got;
}

gsize child_write(Child *child, const char *bytes, gsize length)
{
    gssize put = child->master < 0 ? -1 : write(child->master, bytes, length);

    return put > 0 ? (gsize)put : 0;
}

gboolean child_writable(Child *child)
{
    struct pollfd polled = {.fd = child->master, .events = POLLOUT};

    return poll(&polled, 1, 0) > 0 && (polled.revents & POLLOUT) != 0;
}

gboolean child_resize(Child *child, int rows, int columns)
{
    const struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};

    return child->master >= 0 && ioctl(child->master, TIOCSWINSZ, &size) == 0;
}

gboolean child_signal(Child *child, int number)
{
    child->asked_cpu = child_cpu(child);
    child->asked = child_now();
    return child->pid > 0 && kill(-child->pid, number) == 0;
}

void child_hang_up(Child *child, gboolean signalled)
{
    child->asked_cpu = child_cpu(child);
    child->asked = child_now();
    close(child->master);
    close(child->slave);
    child->master = child->slave = -1;
    if (signalled && child->pid > 0)
        kill(-child->pid, SIGHUP);
}

void child_resume(Child *child)
{
    tcsetpgrp(child->slave, child->pid);
    child->stopped = FALSE;
    kill(-child->pid, SIGCONT);
}

gint64 child_cpu(const Child *child)
{
    clockid_t clock;
    struct timespec used;

    if (child->ended)
        return (child->usage.ru_utime.tv_sec + child->usage.ru_stime.tv_sec) * G_USEC_PER_SEC +
               child->usage.ru_utime.tv_usec + child->usage.ru_stime.tv_usec;
    if (child->pid <= 0 || clock_getcpuclockid(child->pid, &clock) != 0 || clock_gettime(clock, &used) != 0)
        return 0;
    return microseconds(used);
}

long child_memory(const Child *child, const char *name)
{
    g_autofree char *path = g_strdup_printf("/proc/%d/status", (int)child->pid);
    g_autofree char *text = NULL;
    const char *line;

    if (child->pid <= 0 || child->ended || !g_file_get_contents(path, &text, NULL, NULL))
        return 0;
    line = strstr(text, name);
    return line == NULL ? 0 : strtol(line + strlen(name) + 1, NULL, 10);
}

gboolean child_settings(const Child *child, struct termios *settings)
{
    return child->slave >= 0 && tcgetattr(child->slave, settings) == 0;
}
