/* SPDX-License-Identifier: MIT */
/* The terminal of a person: shows a face's grid through curses, reads keys, mouse and pastes, and gives the terminal
   back as it was whatever happens. Tests use terminal/headless.h instead. */
#ifndef MINUTEBOOK_TERMINAL_TERMINAL_H
#define MINUTEBOOK_TERMINAL_TERMINAL_H

#include "minutebook/grid/face.h"

typedef struct {
    int theme;      /* MbTheme; mono where NO_COLOR is set or the terminal has no colours, whatever is said here */
    gboolean ascii; /* lines and marks in ASCII; also where the locale is not UTF-8 */
    gboolean mouse; /* the mouse is reported to the program */
    int watch;      /* a descriptor to wait on besides the keyboard (MbFace.woken), or -1 */
} MbTerminalOptions;

/* Whether standard input and output are a terminal that can be used; else the error says what is amiss ("dumb"
   terminals, an unknown TERM) in one sentence (MB_ERROR_USAGE). */
gboolean mb_terminal_usable(GError **error);

/* Runs FACE until it is done, or the terminal has gone, or a signal asks for the end (INT, TERM, HUP, QUIT, PIPE): in
   every case the terminal is as before and what was typed has been given to the face. The end comes within a second of
   the terminal closing. *HUNG_UP says whether it was not the face's own wish. Escape is told from a sequence within 50
   milliseconds. Flow control is off while it runs; Ctrl-Z and Ctrl-C are keys. FALSE where the terminal could not be
   used. */
gboolean mb_terminal_run(const MbFace *face, gpointer data, const MbTerminalOptions *options, gboolean *hung_up,
                         GError **error);

#endif
