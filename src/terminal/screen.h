/* SPDX-License-Identifier: MIT */
/* A person's terminal as something to draw on: the one place that knows curses. Who reads from it: run.c; signals and
   the way back to the terminal as it was: guard.c. */
#ifndef MINUTEBOOK_TERMINAL_SCREEN_H
#define MINUTEBOOK_TERMINAL_SCREEN_H

#include "minutebook/grid/grid.h"
#include "minutebook/terminal/terminal.h"

typedef struct MbScreen MbScreen;

/* Whether the terminal that TERM names is known and can place its cursor (MB_ERROR_USAGE). */
gboolean mb_screen_known(GError **error);
/* Takes the terminal over; guard.c has been told before. One at a time. */
MbScreen *mb_screen_open(const MbTerminalOptions *options, GError **error);
/* Gives the terminal back, and frees. */
void mb_screen_close(MbScreen *screen);
/* The size that the terminal says it has; within 1 and 1000. */
void mb_screen_size(int *rows, int *columns);
void mb_screen_resize(MbScreen *screen, int rows, int columns);
/* Shows the rows of GRID that were touched, and its cursor. The sizes agree. */
void mb_screen_show(MbScreen *screen, const MbGrid *grid);
/* The next mb_screen_show draws everything, whatever stands there. */
void mb_screen_spoil(MbScreen *screen);
/* Leaves the terminal as it was before, and takes it again; all is drawn anew. */
void mb_screen_leave(MbScreen *screen);
void mb_screen_return(MbScreen *screen);
/* TEXT to the clipboard (OSC 52), where the terminal may know that. */
void mb_screen_clipboard(MbScreen *screen, const char *text);
/* The window's title, where the terminal's description says how; NULL: none any more. */
void mb_screen_title(MbScreen *screen, const char *title);

#endif
