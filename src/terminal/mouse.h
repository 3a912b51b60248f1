/* SPDX-License-Identifier: MIT */
/* Mouse reports: SGR (1006), those of rxvt (1015) and of the first xterm; clicks in quick succession counted. */
#ifndef MINUTEBOOK_TERMINAL_MOUSE_H
#define MINUTEBOOK_TERMINAL_MOUSE_H

#include "minutebook/grid/stroke.h"

typedef struct {
    gint64 at; /* of the last press, in milliseconds */
    int button, clicks, row, column;
} MbClicks;

/* The stroke of a report: CODE with button and modifiers as SGR has them, COLUMN and ROW from 1. FALSE where it is none
 * (a move without a button, a wheel sideways, a place outside any terminal). NOW in milliseconds. */
gboolean mb_mouse_stroke(MbClicks *clicks, int code, int column, int row, gboolean release, gint64 now,
                         MbStroke *stroke);

#endif
