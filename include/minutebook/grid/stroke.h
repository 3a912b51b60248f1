/* SPDX-License-Identifier: MIT */
/* Strokes: what the hand does, as data. A terminal makes them (terminal/), screens take them. */
#ifndef MINUTEBOOK_GRID_STROKE_H
#define MINUTEBOOK_GRID_STROKE_H

#include <glib.h>

typedef enum {
    MB_STROKE_KEY,
    MB_STROKE_PASTE, /* text that came as one: never keys, whatever is in it */
    MB_STROKE_MOUSE,
    MB_STROKE_RESIZE,
    MB_STROKE_SUSPENDED, /* the program was stopped and goes on: everything is painted anew */
} MbStrokeKind;

/* Keys that are no characters, above all of Unicode. */
enum {
    MB_KEY_NONE = 0,
    MB_KEY_ENTER = 0x110000,
    MB_KEY_TAB,
    MB_KEY_BACKSPACE,
    MB_KEY_ESCAPE,
    MB_KEY_UP,
    MB_KEY_DOWN,
    MB_KEY_LEFT,
    MB_KEY_RIGHT,
    MB_KEY_HOME,
    MB_KEY_END,
    MB_KEY_PAGE_UP,
    MB_KEY_PAGE_DOWN,
    MB_KEY_INSERT,
    MB_KEY_DELETE,
    MB_KEY_F1,
    MB_KEY_F2,
    MB_KEY_F3,
    MB_KEY_F4,
    MB_KEY_F5,
    MB_KEY_F6,
    MB_KEY_F7,
    MB_KEY_F8,
    MB_KEY_F9,
    MB_KEY_F10,
    MB_KEY_F11,
    MB_KEY_F12,
};

typedef enum { MB_SHIFT = 1, MB_CTRL = 2, MB_ALT = 4 } MbModifiers;

typedef enum { MB_MOUSE_PRESS, MB_MOUSE_DRAG, MB_MOUSE_RELEASE, MB_MOUSE_WHEEL_UP, MB_MOUSE_WHEEL_DOWN } MbMouse;

typedef struct {
    int kind; /* MbStrokeKind */

    guint32 key;        /* KEY: a Unicode character, or MB_KEY_…. With Ctrl or Alt a letter is lower case; Shift stays
                           unsaid of a character that shows it (A, ?) */
    unsigned modifiers; /* MbModifiers; of KEY and MOUSE */

    const char *text; /* PASTE: UTF-8, lines end in \n; borrowed for the call */
    gsize length;

    int mouse;  /* MbMouse */
    int button; /* 1 left, 2 middle, 3 right */
    int clicks; /* 1, 2 or 3 in quick succession on one place */
    int row, column;

    int rows, columns; /* RESIZE */
} MbStroke;

/* "Ctrl-Z", "Alt-Up", "F1", "Shift-Tab", "a". Newly allocated. */
char *mb_key_name(guint32 key, unsigned modifiers);
/* The same for the bottom line, short: "^Z", "Alt-↑", "F1". Newly allocated. */
char *mb_key_short(guint32 key, unsigned modifiers);
/* Reads such a name; FALSE where it is none. */
gboolean mb_key_parse(const char *name, guint32 *key, unsigned *modifiers);
/* A stroke of that key. */
MbStroke mb_stroke_key(guint32 key, unsigned modifiers);
/* Whether it is a key that types a character (no Ctrl or Alt). */
gboolean mb_stroke_types(const MbStroke *stroke);

#endif
