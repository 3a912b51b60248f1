/* SPDX-License-Identifier: MIT */
/* The side file (PATH-lock) and its locks. They belong to the open file, not to the process (OFD locks, fcntl(2)), so
   that two books open in one process do not take each other's away.

   Three bytes: the door, through which everybody passes; the room, held shared by writers and exclusively for a
   checkpoint or the first touch; the bench, on which everybody sits who has the book open. Whoever wants the room alone
   holds the door until he has it, so that a stream of writers cannot keep him out. */
#ifndef MINUTEBOOK_STORE_LOCK_H
#define MINUTEBOOK_STORE_LOCK_H

#include <glib.h>

/* Opens or makes the side file of the book at PATH, 0600. -1 with errno. */
int mb_lock_open(const char *path);

/* All return 0, EAGAIN where the lock was not to be had within WAIT_MS, or another errno (ENOLCK: this file system
 * cannot lock). */
int mb_lock_shared(int file, int wait_ms);
int mb_lock_exclusive(int file, int wait_ms);
void mb_lock_release(int file); /* the room and the door */
int mb_lock_sit(int file);
/* Whether nobody else sits; tried at once. */
gboolean mb_lock_last(int file);
/* Whether somebody has the book at PATH open, as far as its side file tells. */
gboolean mb_lock_in_use(const char *path);

#endif
