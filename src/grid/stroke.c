/* SPDX-License-Identifier: MIT */
/* Names of keys, long for pages and tests, short for the bottom line. */
#include "minutebook/grid/stroke.h"

#include <string.h>

static const struct {
    guint32 key;
    const char *name, *shown;
} names[] = {
    {MB_KEY_ENTER, "Enter", "Enter"},
    {MB_KEY_TAB, "Tab", "Tab"},
    {MB_KEY_BACKSPACE, "Backspace", "Bksp"},
    {MB_KEY_ESCAPE, "Escape", "Esc"},
    {MB_KEY_UP, "Up", "↑"},
    {MB_KEY_DOWN, "Down", "↓"},
    {MB_KEY_LEFT, "Left", "←"},
    {MB_KEY_RIGHT, "Right", "→"},
    {MB_KEY_HOME, "Home", "Home"},
    {MB_KEY_END, "End", "End"},
    {MB_KEY_PAGE_UP, "PageUp", "PgUp"},
    {MB_KEY_PAGE_DOWN, "PageDown", "PgDn"},
    {MB_KEY_INSERT, "Insert", "Ins"},
    {MB_KEY_DELETE, "Delete", "Del"},
    {MB_KEY_F1, "F1", "F1"},
    {MB_KEY_F2, "F2", "F2"},
    {MB_KEY_F3, "F3", "F3"},
    {MB_KEY_F4, "F4", "F4"},
    {MB_KEY_F5, "F5", "F5"},
    {MB_KEY_F6, "F6", "F6"},
    {MB_KEY_F7, "F7", "F7"},
    {MB_KEY_F8, "F8", "F8"},
    {MB_KEY_F9, "F9", "F9"},
    {MB_KEY_F10, "F10", "F10"},
    {MB_KEY_F11, "F11", "F11"},
    {MB_KEY_F12, "F12", "F12"},
    {' ', "Space", "Space"},
};

static void append_key(GString *out, guint32 key, unsigned modifiers, gboolean brief)
{
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        if (names[i].key == key) {
            g_string_append(out, brief ? names[i].shown : names[i].name);
            return;
        }
    }
    if (key >= MB_KEY_ENTER || key == MB_KEY_NONE)
        return;
    g_string_append_unichar(out, (modifiers & (MB_CTRL | MB_ALT)) != 0 ? g_unichar_toupper(key) : key);
}

char *mb_key_name(guint32 key, unsigned modifiers)
{
    GString *out = g_string_new(NULL);
    g_string_append(out, (modifiers & MB_CTRL) != 0 ? "Ctrl-" : "");
    g_string_append(out, (modifiers & MB_ALT) != 0 ? "Alt-" : "");
    g_string_append(out, (modifiers & MB_SHIFT) != 0 ? "Shift-" : "");
    append_key(out, key, modifiers, FALSE);
    return g_string_free(out, FALSE);
}

char *mb_key_short(guint32 key, unsigned modifiers)
{
    GString *out = g_string_new(NULL);
    g_string_append(out, (modifiers & MB_ALT) != 0 ? "Alt-" : "");
    g_string_append(out, (modifiers & MB_SHIFT) != 0 ? "Shift-" : "");
    g_string_append(out, (modifiers & MB_CTRL) != 0 ? "^" : "");
    append_key(out, key, modifiers, TRUE);
    return g_string_free(out, FALSE);
}

/* Takes a modifier's name off *NAME. */
static unsigned take_modifier(const char **name)
{
    static const struct {
        const char *word;
        unsigned modifier;
    } words[] = {{"Ctrl-", MB_CTRL}, {"Alt-", MB_ALT}, {"Shift-", MB_SHIFT}};

    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        gsize length = strlen(words[i].word);
        if (g_ascii_strncasecmp(*name, words[i].word, length) == 0 && (*name)[length] != '\0') {
            *name += length;
            return words[i].modifier;
        }
    }
    return 0;
}

static guint32 find_key(const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        if (g_ascii_strcasecmp(name, names[i].name) == 0 || g_ascii_strcasecmp(name, names[i].shown) == 0)
            return names[i].key;
    }
    gunichar c = g_utf8_get_char_validated(name, -1);
    if (c == (gunichar)-1 || c == (gunichar)-2 || c < 0x20 || (c >= 0x7F && c < 0xA0))
        return MB_KEY_NONE;
    return *g_utf8_next_char(name) == '\0' ? c : MB_KEY_NONE;
}

gboolean mb_key_parse(const char *name, guint32 *key, unsigned *modifiers)
{
    unsigned found = 0, more;
    if (name == NULL || !g_utf8_validate(name, -1, NULL))
        return FALSE;
    while ((more = take_modifier(&name)) != 0)
        found |= more;
    guint32 sought = find_key(name);
    if (sought == MB_KEY_NONE)
        return FALSE;
    if (sought < MB_KEY_ENTER && sought != ' ') {
        if ((found & (MB_CTRL | MB_ALT)) != 0) {
            sought = g_unichar_tolower(sought);
        } else if ((found & MB_SHIFT) != 0) {
            sought = g_unichar_toupper(sought);
            found = 0;
        }
    }
    *key = sought;
    *modifiers = found;
    return TRUE;
}

MbStroke mb_stroke_key(guint32 key, unsigned modifiers)
{
    return (MbStroke){.kind = MB_STROKE_KEY, .key = key, .modifiers = modifiers};
}

gboolean mb_stroke_types(const MbStroke *stroke)
{
    return stroke->kind == MB_STROKE_KEY && stroke->key >= 0x20 && stroke->key < MB_KEY_ENTER &&
           (stroke->modifiers & (MB_CTRL | MB_ALT)) == 0;
}
