/* SPDX-License-Identifier: MIT */
#include "keys.h"

#include "minutebook/grid/stroke.h"

#include <string.h>

typedef struct {
    guint32 key;
    unsigned modifiers;
} Key;

/* ESC [ FINAL and ESC [ 1 ; modifiers FINAL; lower case: rxvt with Shift. */
static const Key control_letters[128] = {
    ['A'] = {MB_KEY_UP, 0},          ['B'] = {MB_KEY_DOWN, 0},         ['C'] = {MB_KEY_RIGHT, 0},
    ['D'] = {MB_KEY_LEFT, 0},        ['F'] = {MB_KEY_END, 0},          ['H'] = {MB_KEY_HOME, 0},
    ['P'] = {MB_KEY_F1, 0},          ['Q'] = {MB_KEY_F2, 0},           ['R'] = {MB_KEY_F3, 0},
    ['S'] = {MB_KEY_F4, 0},          ['Z'] = {MB_KEY_TAB, MB_SHIFT},   ['a'] = {MB_KEY_UP, MB_SHIFT},
    ['b'] = {MB_KEY_DOWN, MB_SHIFT}, ['c'] = {MB_KEY_RIGHT, MB_SHIFT}, ['d'] = {MB_KEY_LEFT, MB_SHIFT},
};

/* ESC O FINAL: cursor and function keys, the numeric pad; lower case a to d: rxvt with Ctrl. */
static const Key single_letters[128] = {
    ['A'] = {MB_KEY_UP, 0},
    ['B'] = {MB_KEY_DOWN, 0},
    ['C'] = {MB_KEY_RIGHT, 0},
    ['D'] = {MB_KEY_LEFT, 0},
    ['F'] = {MB_KEY_END, 0},
    ['H'] = {MB_KEY_HOME, 0},
    ['I'] = {MB_KEY_TAB, 0},
    ['M'] = {MB_KEY_ENTER, 0},
    ['P'] = {MB_KEY_F1, 0},
    ['Q'] = {MB_KEY_F2, 0},
    ['R'] = {MB_KEY_F3, 0},
    ['S'] = {MB_KEY_F4, 0},
    ['X'] = {'=', 0},
    ['Z'] = {MB_KEY_TAB, MB_SHIFT},
    [' '] = {' ', 0},
    ['a'] = {MB_KEY_UP, MB_CTRL},
    ['b'] = {MB_KEY_DOWN, MB_CTRL},
    ['c'] = {MB_KEY_RIGHT, MB_CTRL},
    ['d'] = {MB_KEY_LEFT, MB_CTRL},
    ['j'] = {'*', 0},
    ['k'] = {'+', 0},
    ['l'] = {',', 0},
    ['m'] = {'-', 0},
    ['n'] = {'.', 0},
    ['o'] = {'/', 0},
    ['p'] = {'0', 0},
    ['q'] = {'1', 0},
    ['r'] = {'2', 0},
    ['s'] = {'3', 0},
    ['t'] = {'4', 0},
    ['u'] = {'5', 0},
    ['v'] = {'6', 0},
    ['w'] = {'7', 0},
    ['x'] = {'8', 0},
    ['y'] = {'9', 0},
};

/* ESC [ NUMBER ~. From 25 on the VT220's F13 to F20, which the Linux console sends for Shift with F1 to F8. */
static const Key tilde_numbers[] = {
    [1] = {MB_KEY_HOME, 0},       [2] = {MB_KEY_INSERT, 0},     [3] = {MB_KEY_DELETE, 0},
    [4] = {MB_KEY_END, 0},        [5] = {MB_KEY_PAGE_UP, 0},    [6] = {MB_KEY_PAGE_DOWN, 0},
    [7] = {MB_KEY_HOME, 0},       [8] = {MB_KEY_END, 0},        [11] = {MB_KEY_F1, 0},
    [12] = {MB_KEY_F2, 0},        [13] = {MB_KEY_F3, 0},        [14] = {MB_KEY_F4, 0},
    [15] = {MB_KEY_F5, 0},        [17] = {MB_KEY_F6, 0},        [18] = {MB_KEY_F7, 0},
    [19] = {MB_KEY_F8, 0},        [20] = {MB_KEY_F9, 0},        [21] = {MB_KEY_F10, 0},
    [23] = {MB_KEY_F11, 0},       [24] = {MB_KEY_F12, 0},       [25] = {MB_KEY_F1, MB_SHIFT},
    [26] = {MB_KEY_F2, MB_SHIFT}, [28] = {MB_KEY_F3, MB_SHIFT}, [29] = {MB_KEY_F4, MB_SHIFT},
    [31] = {MB_KEY_F5, MB_SHIFT}, [32] = {MB_KEY_F6, MB_SHIFT}, [33] = {MB_KEY_F7, MB_SHIFT},
    [34] = {MB_KEY_F8, MB_SHIFT},
};

/* The numeric pad in the CSI-u form (kitty's keyboard protocol, 57399 on). */
static const guint32 pad_codes[] = {
    '0',
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
    '.',
    '/',
    '*',
    '-',
    '+',
    MB_KEY_ENTER,
    '=',
    ',',
    MB_KEY_LEFT,
    MB_KEY_RIGHT,
    MB_KEY_UP,
    MB_KEY_DOWN,
    MB_KEY_PAGE_UP,
    MB_KEY_PAGE_DOWN,
    MB_KEY_HOME,
    MB_KEY_END,
    MB_KEY_INSERT,
    MB_KEY_DELETE,
};
enum { FIRST_PAD_CODE = 57399 };

/* One number at *AT; -1 where there is none, -2 where it has more than seven digits. */
static int read_number(const char **at, const char *end)
{
    int number = -1;
    for (int digits = 0; *at < end && g_ascii_isdigit(**at); (*at)++) {
        if (++digits > 7)
            return -2;
        number = MAX(number, 0) * 10 + (**at - '0');
    }
    return number;
}

/* NUMBER[:NUMBER…] into the parameter I. */
static gboolean read_parameter(MbSequence *sequence, int i, const char **at, const char *end)
{
    int part = 0;
    sequence->sub[i] = -1;
    sequence->parameters[i] = read_number(at, end);
    if (sequence->parameters[i] == -2)
        return FALSE;
    while (*at < end && **at == ':') {
        (*at)++;
        int number = read_number(at, end);
        if (number == -2)
            return FALSE;
        if (part++ == 0)
            sequence->sub[i] = number;
    }
    return TRUE;
}

gboolean mb_sequence_read(MbSequence *sequence, const char *text, gsize length, char final)
{
    const char *at = text, *end = text + length;
    *sequence = (MbSequence){.final = final};
    if (at < end && strchr("<=>?", *at) != NULL)
        sequence->prefix = *at++;
    do {
        if (sequence->count == G_N_ELEMENTS(sequence->parameters) ||
            !read_parameter(sequence, sequence->count++, &at, end))
            return FALSE;
    } while (at < end && *at++ == ';');
    return at == end;
}

/* The modifiers' parameter: 1 and a bit for each; the further ones (Super, locks) are not ours. */
static unsigned modifiers_of(int parameter)
{
    unsigned modifiers = 0;
    if (parameter < 2 || parameter > 256)
        return 0;
    unsigned bits = (unsigned)parameter - 1;
    modifiers |= (bits & 1) != 0 ? MB_SHIFT : 0;
    modifiers |= (bits & (2 | 8)) != 0 ? MB_ALT : 0;
    modifiers |= (bits & 4) != 0 ? MB_CTRL : 0;
    return modifiers;
}

static guint32 take(Key key, int parameter, unsigned *modifiers)
{
    *modifiers = key.modifiers | modifiers_of(parameter);
    return key.key;
}

guint32 mb_keys_byte(guint8 byte, unsigned *modifiers)
{
    *modifiers = 0;
    switch (byte) {
    case 0x08:
    case 0x7F:
        return MB_KEY_BACKSPACE;
    case '\t':
        return MB_KEY_TAB;
    case '\n':
    case '\r':
        return MB_KEY_ENTER;
    case 0x1B:
        return MB_KEY_ESCAPE;
    default:
        *modifiers = MB_CTRL;
        return byte == 0 ? ' ' : (guint32)byte + (byte <= 26 ? 'a' - 1 : '@');
    }
}

static gboolean is_character(guint32 code)
{
    return code >= 0x20 && (code < 0x7F || code >= 0xA0) && code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF) &&
           (code & 0xFFFE) != 0xFFFE && !(code >= 0xFDD0 && code <= 0xFDEF);
}

guint32 mb_keys_code(guint32 code, unsigned *modifiers)
{
    unsigned control = 0;
    if (code == 0x7F || (code < 0x20 && (code == '\b' || code == '\t' || code == '\n' || code == '\r' || code == 0x1B)))
        return mb_keys_byte((guint8)code, &control);
    if (code < 0x20) { /* some send the control character itself */
        code = mb_keys_byte((guint8)code, &control);
        *modifiers |= control;
    }
    if (!is_character(code))
        return MB_KEY_NONE;
    if ((*modifiers & (MB_CTRL | MB_ALT)) != 0) {
        guint32 lower = g_unichar_tolower(code);
        *modifiers |= lower != code ? MB_SHIFT : 0;
        if (!g_unichar_isalpha(code) && code != ' ')
            *modifiers &= ~(unsigned)MB_SHIFT;
        return lower;
    }
    if (code != ' ') {
        code = (*modifiers & MB_SHIFT) != 0 ? g_unichar_toupper(code) : code;
        *modifiers = 0;
    }
    return code;
}

/* ESC [ code ; modifiers:event u. A key let go (event 3) is none. */
static guint32 unicode_key(const MbSequence *sequence, unsigned *modifiers)
{
    int code = sequence->parameters[0];
    *modifiers = sequence->count > 1 ? modifiers_of(sequence->parameters[1]) : 0;
    if (code < 0 || sequence->prefix != 0 || (sequence->count > 1 && sequence->sub[1] == 3))
        return MB_KEY_NONE;
    if (code >= FIRST_PAD_CODE && code < FIRST_PAD_CODE + (int)G_N_ELEMENTS(pad_codes))
        return pad_codes[code - FIRST_PAD_CODE];
    if (code >= 57344 && code <= 63743) /* other keys of the protocol: media keys, modifiers alone */
        return MB_KEY_NONE;
    return mb_keys_code((guint32)code, modifiers);
}

static guint32 tilde_key(const MbSequence *sequence, unsigned *modifiers)
{
    int number = sequence->parameters[0];
    if (number == 27 && sequence->count == 3 && sequence->parameters[2] >= 0) { /* xterm's modifyOtherKeys */
        *modifiers = modifiers_of(sequence->parameters[1]);
        return mb_keys_code((guint32)sequence->parameters[2], modifiers);
    }
    if (number < 0 || number >= (int)G_N_ELEMENTS(tilde_numbers) || sequence->count > 2 || sequence->sub[1] == 3)
        return MB_KEY_NONE;
    return take(tilde_numbers[number], sequence->count > 1 ? sequence->parameters[1] : 1, modifiers);
}

/* rxvt ends a key's number by its modifier instead of ~. */
static guint32 rxvt_key(const MbSequence *sequence, unsigned *modifiers)
{
    int number = sequence->parameters[0];
    if (number < 0 || number >= (int)G_N_ELEMENTS(tilde_numbers) || sequence->count > 1)
        return MB_KEY_NONE;
    guint32 key = take(tilde_numbers[number], 1, modifiers);
    *modifiers |= sequence->final == '^' ? MB_CTRL : sequence->final == '$' ? MB_SHIFT : MB_CTRL | MB_SHIFT;
    return key;
}

/* ESC [ A, ESC [ 1 ; 5 A, and the older ESC [ 5 A. */
static guint32 letter_key(const MbSequence *sequence, const Key *letters, unsigned *modifiers)
{
    int first = sequence->parameters[0], second = sequence->count > 1 ? sequence->parameters[1] : 1;
    gboolean answer = sequence->count > 2 || (sequence->count == 2 && first > 1);
    if (answer || sequence->sub[1] == 3 || (guchar)sequence->final > 127)
        return MB_KEY_NONE;
    return take(letters[(guchar)sequence->final], sequence->count == 1 ? first : second, modifiers);
}

guint32 mb_keys_control(const MbSequence *sequence, unsigned *modifiers)
{
    *modifiers = 0;
    if (sequence->prefix != 0 && !(sequence->prefix == '>' && strchr("ABCDFHPQRS", sequence->final) != NULL))
        return MB_KEY_NONE;
    switch (sequence->final) {
    case '~':
        return tilde_key(sequence, modifiers);
    case '^':
    case '$':
    case '@':
        return rxvt_key(sequence, modifiers);
    case 'u':
        return unicode_key(sequence, modifiers);
    default:
        return letter_key(sequence, control_letters, modifiers);
    }
}

guint32 mb_keys_single(const MbSequence *sequence, unsigned *modifiers)
{
    *modifiers = 0;
    if (sequence->prefix != 0)
        return MB_KEY_NONE;
    guint32 key = letter_key(sequence, single_letters, modifiers);
    return key != MB_KEY_NONE && key < MB_KEY_ENTER ? mb_keys_code(key, modifiers) : key;
}
