/* SPDX-License-Identifier: MIT */
/* What a person sees of a program's output: an xterm over libvterm. What libvterm does not know is done here: repeated
   characters (REP), the modes a program has set, titles, the clipboard, and xterm's answers to what a program asks. */
#ifndef TERMINAL_SCREEN_H
#define TERMINAL_SCREEN_H

#include <glib.h>
#include <vterm.h>

#define SCREEN_MODES 8192

typedef struct {
    VTerm *vt;
    VTermScreen *screen;
    gboolean utf8;
    gboolean visible; /* the cursor */
    int bells;
    guint8 modes[SCREEN_MODES]; /* DEC private modes that are set: 1 cursor keys, 1049 alternate screen, 2004 paste … */
    gboolean keypad;            /* application keypad */
    GString *title;             /* as last set */
    GString *clipboard;         /* as last sent, still in base64 */
    GByteArray *replies;        /* answers to go back to the program; whoever feeds takes them */

    /* The filter in front of libvterm. */
    int state;
    GString *sequence;
    char last[5]; /* the last character printed, for REP */
    GByteArray *ready;
} Screen;

/* UTF8 FALSE: bytes from A0 on are those of ISO 8859-1. */
Screen *screen_new(int rows, int columns, gboolean utf8);
void screen_free(Screen *screen);
void screen_feed(Screen *screen, const char *bytes, gsize length);
void screen_resize(Screen *screen, int rows, int columns);

int screen_rows(const Screen *screen);
int screen_columns(const Screen *screen);
/* A row's characters, trailing spaces cut. Newly allocated. */
char *screen_row(const Screen *screen, int row);
/* Whether TEXT stands within one row. */
gboolean screen_shows(const Screen *screen, const char *text);
void screen_cursor(const Screen *screen, int *row, int *column);
/* Whether the pen is plain: no attribute or colour is left on. */
gboolean screen_plain(const Screen *screen);

#endif
