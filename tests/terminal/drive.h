/* SPDX-License-Identifier: MIT */
/* The child and its screen together, as drive.c's commands use them. Times in microseconds. */
#ifndef TERMINAL_DRIVE_H
#define TERMINAL_DRIVE_H

#include "child.h"
#include "screen.h"

typedef struct {
    Child child;
    Screen *screen;
    gboolean blind;  /* output is kept in RAW and shown later: the screen costs no time while something is measured */
    GByteArray *raw; /* output since it was last asked for */
    gsize shown;     /* of RAW, when blind */
    gint64 bytes;    /* of output, in all */
    gint64 replied;  /* bytes that the terminal answered */
    gint64 first_output, last_output; /* when they came; 0: none yet */
} Drive;

/* Waits at most TIMEOUT for output (or for OTHER, a descriptor or -1), shows it and sends what the terminal answers.
 * Returns the number of bytes. */
gsize drive_step(Drive *drive, gint64 timeout, int other);
/* All of BYTES, while output is read; gives up after ten seconds in which the program takes nothing. */
gboolean drive_send(Drive *drive, const char *bytes, gsize length);
/* Shows output until none has come for GAP, at most for WITHIN. Whether it became quiet. */
gboolean drive_quiet(Drive *drive, gint64 gap, gint64 within);
/* Takes in all output there is now. */
void drive_drain(Drive *drive);
void drive_blind(Drive *drive, gboolean blind);

/* What one key cost. */
typedef struct {
    gint64 first, last; /* from the write to the first and the last byte before the next key; -1: none came */
    gint64 bytes;
} KeyCost;

/* Writes one key and listens for PACE, or until TIMEOUT if nothing came. */
KeyCost drive_key(Drive *drive, const char *bytes, gsize length, gint64 pace, gint64 timeout);

/* Writes as fast as the terminal takes it, and listens until GAP without output. Returns how long it was until all was
 * taken; -1: it never was. */
gint64 drive_flood(Drive *drive, const char *bytes, gsize length, gint64 gap, gint64 within);

#endif
