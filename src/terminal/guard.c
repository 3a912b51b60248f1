/* SPDX-License-Identifier: MIT */
/* Everything a signal handler touches is file-scope state made before the handler is set. The handlers call nothing
   that is not async-signal-safe (signal-safety(7)). */
#include "guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { BYTES_MOST = 512, STACK_SIZE = 64 * 1024, PATIENCE_SECONDS = 1 };

static const int handled[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGWINCH, SIGTSTP, SIGCONT};
static const int crashes[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSYS};

static struct {
    volatile sig_atomic_t active, ended, resized, suspended, continued;
    gint64 ended_at; /* written before ENDED is set */
    int pipe[2];
    struct termios modes;
    char bytes[BYTES_MOST];
    volatile sig_atomic_t length;
    struct sigaction before[G_N_ELEMENTS(handled)], before_crash[G_N_ELEMENTS(crashes)];
    stack_t stack, stack_before;
} guard;

/* In a handler: the terminal as it was, with two system calls. */
static void restore(void)
{
    if (!guard.active)
        return;
    guard.active = 0;
    ssize_t written = write(STDOUT_FILENO, guard.bytes, (size_t)guard.length);
    (void)written;
    tcsetattr(STDIN_FILENO, TCSANOW, &guard.modes);
}

static gint64 seconds(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec;
}

/* An end that was asked for before and not heeded for a while: then without us. */
static void end_at_once(int number)
{
    restore();
    signal(number, SIG_DFL);
    raise(number);
}

static void on_signal(int number)
{
    int kept = errno;
    switch (number) {
    case SIGWINCH:
        guard.resized = 1;
        break;
    case SIGTSTP:
        guard.suspended = 1;
        break;
    case SIGCONT:
        guard.continued = 1;
        break;
    default:
        if (!guard.ended)
            guard.ended_at = seconds();
        else if (number != SIGPIPE && seconds() > guard.ended_at + PATIENCE_SECONDS)
            end_at_once(number);
        guard.ended = 1;
        break;
    }
    ssize_t written = write(guard.pipe[1], "", 1); /* a full pipe wakes as well */
    (void)written;
    errno = kept;
}

/* The one who handled the crash before us (nobody, or a checker) gets it after the terminal is well. */
static void on_crash(int number)
{
    restore();
    for (gsize i = 0; i < G_N_ELEMENTS(crashes); i++) {
        if (crashes[i] == number)
            sigaction(number, &guard.before_crash[i], NULL);
    }
    raise(number);
}

static void set_handlers(void)
{
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
    struct sigaction crash = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    sigemptyset(&crash.sa_mask);
    for (gsize i = 0; i < G_N_ELEMENTS(handled); i++)
        sigaction(handled[i], &action, &guard.before[i]);
    /* A stack of its own: a crash may be the end of the other one. */
    guard.stack = (stack_t){.ss_sp = g_malloc(STACK_SIZE), .ss_size = STACK_SIZE};
    sigaltstack(&guard.stack, &guard.stack_before);
    for (gsize i = 0; i < G_N_ELEMENTS(crashes); i++)
        sigaction(crashes[i], &crash, &guard.before_crash[i]);
}

gboolean mb_guard_begin(void)
{
    g_return_val_if_fail(!guard.active, FALSE);
    if (tcgetattr(STDIN_FILENO, &guard.modes) != 0 || pipe2(guard.pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return FALSE;
    guard.ended = guard.resized = guard.suspended = guard.continued = 0;
    guard.length = 0;
    guard.active = 1;
    set_handlers();
    return TRUE;
}

void mb_guard_restore_bytes(const char *bytes, gsize length)
{
    guard.length = 0;
    memcpy(guard.bytes, bytes, MIN(length, sizeof guard.bytes));
    guard.length = length <= sizeof guard.bytes ? (sig_atomic_t)length : 0;
}

void mb_guard_end(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(crashes); i++)
        sigaction(crashes[i], &guard.before_crash[i], NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(handled); i++)
        sigaction(handled[i], &guard.before[i], NULL);
    sigaltstack(&guard.stack_before, NULL);
    g_free(guard.stack.ss_sp);
    tcsetattr(STDIN_FILENO, TCSANOW, &guard.modes);
    close(guard.pipe[0]);
    close(guard.pipe[1]);
    guard.active = 0;
}

int mb_guard_descriptor(void)
{
    return guard.pipe[0];
}

void mb_guard_woken(void)
{
    char bytes[256];
    while (read(guard.pipe[0], bytes, sizeof bytes) > 0)
        ;
}

gboolean mb_guard_ended(void)
{
    return guard.ended != 0;
}

static gboolean take(volatile sig_atomic_t *flag)
{
    gboolean was = *flag != 0;
    *flag = 0;
    return was;
}

gboolean mb_guard_resized(void)
{
    return take(&guard.resized);
}

gboolean mb_guard_suspended(void)
{
    return take(&guard.suspended);
}

gboolean mb_guard_continued(void)
{
    return take(&guard.continued);
}

void mb_guard_stop(void)
{
    struct sigaction ours, standard = {.sa_handler = SIG_DFL};
    sigemptyset(&standard.sa_mask);
    sigaction(SIGTSTP, &standard, &ours);
    /* The whole job: a shell script that started us must stop too, or its shell would not notice. */
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
    guard.suspended = guard.continued = 0;
}
