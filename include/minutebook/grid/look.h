/* SPDX-License-Identifier: MIT */
/* Looks: what a piece of the screen means, by name. What colour that is, a theme says (dark, light, mono); no look is
 * told from another by colour alone where it matters: each has a sign or an attribute of its own in every theme. */
#ifndef MINUTEBOOK_GRID_LOOK_H
#define MINUTEBOOK_GRID_LOOK_H

#include <glib.h>

typedef enum {
    MB_LOOK_TEXT,
    MB_LOOK_QUIET,    /* of less weight: times, hints, what is past */
    MB_LOOK_TITLE,    /* names of screens and panes */
    MB_LOOK_HEADING,  /* headings within text and lists */
    MB_LOOK_BAR,      /* the top and bottom lines */
    MB_LOOK_BAR_KEY,  /* a key's name in the bottom line */
    MB_LOOK_FOCUS,    /* the line or button in focus */
    MB_LOOK_SELECTED, /* selected text */
    MB_LOOK_FOUND,    /* what a search found */
    MB_LOOK_FIELD,    /* a field to type into */
    MB_LOOK_FRAME,    /* lines between panes */
    MB_LOOK_MARK,     /* what was understood of a line */
    MB_LOOK_UNSURE,   /* … where it is not sure */
    MB_LOOK_GAP,      /* a gap (??) */
    MB_LOOK_MISSPELT,
    MB_LOOK_PRIVATE, /* private lines and notes */
    MB_LOOK_RESTRICTED,
    MB_LOOK_GOOD, /* quorate, on time, saved */
    MB_LOOK_WARNING,
    MB_LOOK_BAD, /* inquorate, overdue, not saved */
    MB_LOOKS
} MbLook;

typedef enum {
    MB_ATTRIBUTE_BOLD = 1,
    MB_ATTRIBUTE_ITALIC = 2,
    MB_ATTRIBUTE_UNDERLINE = 4,
    MB_ATTRIBUTE_REVERSE = 8,
    MB_ATTRIBUTE_DIM = 16,
} MbAttributes;

#define MB_DEFAULT_COLOUR (-1)

/* What a theme makes of one look. Colours are those of the 256-colour palette with the nearest of the basic eight. */
typedef struct {
    gint16 foreground, background;   /* 0 to 255, or MB_DEFAULT_COLOUR */
    gint16 foreground8, background8; /* 0 to 7 for terminals with eight colours */
    guint8 attributes;               /* MbAttributes; in mono and where there are no colours these alone */
} MbPaint;

typedef enum { MB_THEME_DARK, MB_THEME_LIGHT, MB_THEME_MONO, MB_THEMES } MbTheme;
extern const char *const mb_theme_words[]; /* "dark", "light", "mono" */

/* Constant. */
const MbPaint *mb_look_paint(MbTheme theme, MbLook look);
/* A short name for tests' dumps of looks: one letter each, '.' for plain text. */
char mb_look_letter(MbLook look);

#endif
