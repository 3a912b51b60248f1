/* SPDX-License-Identifier: MIT */
/* The themes. Text stands on the terminal's own background, in colours that are readable (4.5:1 and more, WCAG 2.1,
   1.4.3) on any usual one of the theme's kind; bars and selections bring their own background. What must not be missed
   has an attribute besides its colour, so that it shows without colours and to eyes that do not tell them apart. */
#include "minutebook/grid/look.h"

#define D      MB_DEFAULT_COLOUR
#define BOLD   MB_ATTRIBUTE_BOLD
#define ITALIC MB_ATTRIBUTE_ITALIC
#define UNDER  MB_ATTRIBUTE_UNDERLINE
#define BACK   MB_ATTRIBUTE_REVERSE
#define DIM    MB_ATTRIBUTE_DIM

enum { BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE };

const char *const mb_theme_words[] = {"dark", "light", "mono", NULL};

/* On a black or nearly black background. */
static const MbPaint dark[MB_LOOKS] = {
    [MB_LOOK_TEXT] = {D, D, D, D, 0},
    [MB_LOOK_QUIET] = {248, D, D, D, 0},
    [MB_LOOK_TITLE] = {117, D, CYAN, D, BOLD},
    [MB_LOOK_HEADING] = {D, D, D, D, BOLD},
    [MB_LOOK_BAR] = {255, 24, WHITE, BLUE, 0},
    [MB_LOOK_BAR_KEY] = {222, 24, YELLOW, BLUE, BOLD},
    [MB_LOOK_FOCUS] = {16, 117, BLACK, CYAN, 0},
    [MB_LOOK_SELECTED] = {16, 252, BLACK, WHITE, 0},
    [MB_LOOK_FOUND] = {16, 221, BLACK, YELLOW, UNDER},
    [MB_LOOK_FIELD] = {255, 238, D, D, UNDER},
    [MB_LOOK_FRAME] = {245, D, D, D, 0},
    [MB_LOOK_MARK] = {114, D, GREEN, D, 0},
    [MB_LOOK_UNSURE] = {221, D, YELLOW, D, ITALIC | UNDER},
    [MB_LOOK_GAP] = {16, 215, BLACK, YELLOW, BOLD},
    [MB_LOOK_MISSPELT] = {210, D, RED, D, UNDER},
    [MB_LOOK_PRIVATE] = {183, D, MAGENTA, D, ITALIC},
    [MB_LOOK_RESTRICTED] = {218, D, MAGENTA, D, BOLD | UNDER},
    [MB_LOOK_GOOD] = {114, D, GREEN, D, 0},
    [MB_LOOK_WARNING] = {221, D, YELLOW, D, UNDER},
    [MB_LOOK_BAD] = {210, D, RED, D, BOLD},
};

/* On a white or nearly white background. Yellow and cyan of the basic eight cannot be read there. */
static const MbPaint light[MB_LOOKS] = {
    [MB_LOOK_TEXT] = {D, D, D, D, 0},
    [MB_LOOK_QUIET] = {240, D, D, D, 0},
    [MB_LOOK_TITLE] = {24, D, BLUE, D, BOLD},
    [MB_LOOK_HEADING] = {D, D, D, D, BOLD},
    [MB_LOOK_BAR] = {231, 24, WHITE, BLUE, 0},
    [MB_LOOK_BAR_KEY] = {229, 24, WHITE, BLUE, BOLD},
    [MB_LOOK_FOCUS] = {16, 153, BLACK, CYAN, 0},
    [MB_LOOK_SELECTED] = {231, 238, WHITE, BLACK, 0},
    [MB_LOOK_FOUND] = {16, 221, BLACK, YELLOW, UNDER},
    [MB_LOOK_FIELD] = {16, 254, D, D, UNDER},
    [MB_LOOK_FRAME] = {242, D, D, D, 0},
    [MB_LOOK_MARK] = {22, D, BLUE, D, 0},
    [MB_LOOK_UNSURE] = {94, D, MAGENTA, D, ITALIC | UNDER},
    [MB_LOOK_GAP] = {16, 222, BLACK, YELLOW, BOLD},
    [MB_LOOK_MISSPELT] = {124, D, RED, D, UNDER},
    [MB_LOOK_PRIVATE] = {54, D, MAGENTA, D, ITALIC},
    [MB_LOOK_RESTRICTED] = {90, D, MAGENTA, D, BOLD | UNDER},
    [MB_LOOK_GOOD] = {22, D, BLUE, D, 0},
    [MB_LOOK_WARNING] = {94, D, MAGENTA, D, UNDER},
    [MB_LOOK_BAD] = {124, D, RED, D, BOLD},
};

/* No colours; also what the VT220 and the printing eye can tell: bold, underlined, reversed. */
static const MbPaint mono[MB_LOOKS] = {
    [MB_LOOK_TEXT] = {D, D, D, D, 0},
    [MB_LOOK_QUIET] = {D, D, D, D, 0},
    [MB_LOOK_TITLE] = {D, D, D, D, BOLD},
    [MB_LOOK_HEADING] = {D, D, D, D, BOLD},
    [MB_LOOK_BAR] = {D, D, D, D, BACK},
    [MB_LOOK_BAR_KEY] = {D, D, D, D, BACK | BOLD},
    [MB_LOOK_FOCUS] = {D, D, D, D, BACK},
    [MB_LOOK_SELECTED] = {D, D, D, D, BACK},
    [MB_LOOK_FOUND] = {D, D, D, D, BACK | UNDER},
    [MB_LOOK_FIELD] = {D, D, D, D, UNDER},
    [MB_LOOK_FRAME] = {D, D, D, D, 0},
    [MB_LOOK_MARK] = {D, D, D, D, BOLD},
    [MB_LOOK_UNSURE] = {D, D, D, D, UNDER},
    [MB_LOOK_GAP] = {D, D, D, D, BACK | BOLD},
    [MB_LOOK_MISSPELT] = {D, D, D, D, UNDER},
    [MB_LOOK_PRIVATE] = {D, D, D, D, ITALIC},
    [MB_LOOK_RESTRICTED] = {D, D, D, D, BOLD | UNDER},
    [MB_LOOK_GOOD] = {D, D, D, D, 0},
    [MB_LOOK_WARNING] = {D, D, D, D, UNDER},
    [MB_LOOK_BAD] = {D, D, D, D, BOLD},
};

static const MbPaint *const themes[MB_THEMES] = {dark, light, mono};

static const char letters[MB_LOOKS] = {
    [MB_LOOK_TEXT] = '.',       [MB_LOOK_QUIET] = 'q',   [MB_LOOK_TITLE] = 'T',    [MB_LOOK_HEADING] = 'H',
    [MB_LOOK_BAR] = 'b',        [MB_LOOK_BAR_KEY] = 'k', [MB_LOOK_FOCUS] = 'F',    [MB_LOOK_SELECTED] = 's',
    [MB_LOOK_FOUND] = 'f',      [MB_LOOK_FIELD] = 'i',   [MB_LOOK_FRAME] = '+',    [MB_LOOK_MARK] = 'm',
    [MB_LOOK_UNSURE] = 'u',     [MB_LOOK_GAP] = '?',     [MB_LOOK_MISSPELT] = '~', [MB_LOOK_PRIVATE] = 'p',
    [MB_LOOK_RESTRICTED] = 'R', [MB_LOOK_GOOD] = 'g',    [MB_LOOK_WARNING] = 'w',  [MB_LOOK_BAD] = 'B',
};

const MbPaint *mb_look_paint(MbTheme theme, MbLook look)
{
    guint row = (guint)theme < MB_THEMES ? (guint)theme : MB_THEME_MONO;
    return &themes[row][(guint)look < MB_LOOKS ? (guint)look : MB_LOOK_TEXT];
}

char mb_look_letter(MbLook look)
{
    return (guint)look < MB_LOOKS ? letters[look] : '.';
}
