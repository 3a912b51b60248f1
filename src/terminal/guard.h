/* SPDX-License-Identifier: MIT */
/* Keeps watch while the terminal is ours: signals become flags that a poll wakes for, and whatever kills the program,
   the terminal gets its modes back first. */
#ifndef MINUTEBOOK_TERMINAL_GUARD_H
#define MINUTEBOOK_TERMINAL_GUARD_H

#include <glib.h>

/* Remembers the terminal's modes and sets the handlers. FALSE where standard input has no modes. One at a time. */
gboolean mb_guard_begin(void);
/* The bytes that give the terminal back (leave the other screen, show the cursor, …); at most 512. Nothing is written
 * on a crash before this was said. */
void mb_guard_restore_bytes(const char *bytes, gsize length);
/* All as before. */
void mb_guard_end(void);

/* Readable when a signal came. */
int mb_guard_descriptor(void);
/* Empties that descriptor. */
void mb_guard_woken(void);
/* Each: whether it came since the last call. */
gboolean mb_guard_ended(void);     /* INT, TERM, HUP, QUIT, PIPE; stays true */
gboolean mb_guard_resized(void);   /* WINCH */
gboolean mb_guard_suspended(void); /* TSTP */
gboolean mb_guard_continued(void); /* CONT */

/* Stops the program's job as Ctrl-Z does in other programs; returns when it goes on (at once where no shell could make
 * it go on). */
void mb_guard_stop(void);

#endif
