/* SPDX-License-Identifier: MIT */
/* A program in a pseudo-terminal, started as a shell starts a job: a process group of its own in the foreground of a
   session that this process leads. So what the program leaves in the terminal's settings can be looked at after its
   end, it can be suspended, and a hang-up comes with or without SIGHUP. What its output looks like is screen.h's. Times
   are monotonic, in microseconds. One child a process: this process becomes the session's leader. */
#ifndef TERMINAL_CHILD_H
#define TERMINAL_CHILD_H

#include <glib.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <termios.h>

typedef struct {
    int master; /* -1 after a hang-up */
    int slave;
    int signals; /* tells of SIGCHLD */
    pid_t pid;   /* 0 before the start */
    gboolean ended, stopped;
    int status;          /* as waitpid gives it, once ENDED */
    struct rusage usage; /* once ENDED */
    gint64 started;      /* just before the program was made */
    gint64 asked;        /* the last signal, hang-up or send */
    gint64 asked_cpu;    /* the CPU time until then */
    gint64 ended_at;
    struct termios before; /* the terminal's settings before the start */
} Child;

gint64 child_now(void);
void child_init(Child *child);
/* Starts ARGV (searched in the PATH of ENV) in a terminal of that size. FALSE: errno says why. An exec that fails ends
 * the child with 127. */
gboolean child_start(Child *child, char **argv, char **env, const char *folder, int rows, int columns);
/* Ends it at once and frees what is held. */
void child_close(Child *child);

/* Waits at most TIMEOUT microseconds (-1: for ever) for output or an end, or for OTHER (a descriptor or -1) to have
 * something. Returns the bytes of output read into BUFFER, 0 for none. */
gsize child_read(Child *child, char *buffer, gsize size, gint64 timeout, int other);
/* Writes what the terminal takes now; returns how much that was. */
gsize child_write(Child *child, const char *bytes, gsize length);
/* Whether the terminal takes input now. */
gboolean child_writable(Child *child);

gboolean child_resize(Child *child, int rows, int columns);
/* To the whole job. */
gboolean child_signal(Child *child, int number);
/* The terminal goes away: reads end, writes fail; with SIGNALLED the job gets SIGHUP as a shell's jobs do. */
void child_hang_up(Child *child, gboolean signalled);
/* Brings a stopped job back to the foreground. */
void child_resume(Child *child);

/* CPU time of the program and what it waited for; microseconds. */
gint64 child_cpu(const Child *child);
/* A line of /proc/PID/status in KiB ("VmRSS", "VmHWM"); 0 once it has ended. */
long child_memory(const Child *child, const char *name);
/* The settings now; FALSE after a hang-up. */
gboolean child_settings(const Child *child, struct termios *settings);

#endif
