/* SPDX-License-Identifier: MIT */
/* A terminal without a terminal, for tests: strokes by name, the screen as text. Drives a face just as
   terminal/terminal.h does: strokes, then one paint; rest only when told. */
#ifndef MINUTEBOOK_TERMINAL_HEADLESS_H
#define MINUTEBOOK_TERMINAL_HEADLESS_H

#include "minutebook/grid/face.h"

typedef struct MbHeadless MbHeadless;

/* Resizes the face to ROWS×COLUMNS and paints. */
MbHeadless *mb_headless_new(const MbFace *face, gpointer data, int rows, int columns);
void mb_headless_free(MbHeadless *headless);
/* Types TEXT, a key a character (\n is Enter, \t Tab), painting after each as a slow hand sees it. Returns the number
 * of keys. */
int mb_headless_type(MbHeadless *headless, const char *text);
/* Strokes by their names, spaces between: "Ctrl-Z Down Shift-End Enter". Fails the program on a name that is none.
 * Returns the number of keys. */
int mb_headless_keys(MbHeadless *headless, const char *names);
void mb_headless_paste(MbHeadless *headless, const char *text);
void mb_headless_mouse(MbHeadless *headless, int mouse, int button, int clicks, int row, int column);
void mb_headless_resize(MbHeadless *headless, int rows, int columns);
/* Lets the face rest until it wants no more than to wait. */
void mb_headless_rest(MbHeadless *headless);
/* The bytes a terminal would send, through the decoder. */
void mb_headless_bytes(MbHeadless *headless, const char *bytes, gsize length);

MbGrid *mb_headless_grid(MbHeadless *headless); /* borrowed */
char *mb_headless_screen(MbHeadless *headless); /* mb_grid_text; newly allocated */
/* Whether TEXT stands on the screen, within one row. */
gboolean mb_headless_shows(MbHeadless *headless, const char *text);
/* What went to the clipboard last, or NULL. */
const char *mb_headless_clipboard(MbHeadless *headless);
gboolean mb_headless_done(MbHeadless *headless);

#endif
