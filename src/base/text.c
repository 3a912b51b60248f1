/* SPDX-License-Identifier: MIT */
/* Text on a grid of columns: width, cutting, wrapping, padding; and small helpers. Marks for a terminal:
   text_visible.c; comparison: text_fold.c. Columns are counted from GLib's Unicode tables, so that they are the same in
   every locale. */
#include "minutebook/base/text.h"

#include <string.h>

/* The next code point of *AT, which moves on; a byte that begins none counts as U+FFFD. */
static gunichar next_char(const char **at)
{
    guchar first = (guchar) * *at;
    if (first < 0x80) {
        (*at)++;
        return first;
    }
    gunichar c = g_utf8_get_char_validated(*at, -1);
    if (c == (gunichar)-1 || c == (gunichar)-2) {
        (*at)++;
        return 0xFFFD;
    }
    *at = g_utf8_next_char(*at);
    return c;
}

static int char_width(gunichar c)
{
    if (c < 0x7F)
        return c >= 0x20;
    if (c < 0x300)
        return c >= 0xA0;
    if (g_unichar_iszerowidth(c) || c == 0x2028 || c == 0x2029)
        return 0;
    return g_unichar_iswide(c) ? 2 : 1;
}

int mb_text_width(const char *text)
{
    int width = 0;
    for (const char *at = text != NULL ? text : ""; *at != '\0';)
        width += char_width(next_char(&at));
    return width;
}

/* The bytes of the longest beginning of TEXT that is at most COLUMNS wide, with the marks that combine with its last
 * letter. */
static gsize length_within(const char *text, int columns)
{
    const char *at = text;
    int width = 0;
    while (*at != '\0') {
        const char *before = at;
        width += char_width(next_char(&at));
        if (width > columns)
            return (gsize)(before - text);
    }
    return (gsize)(at - text);
}

char *mb_text_fit(const char *text, int columns)
{
    if (text == NULL || columns < 1)
        return g_strdup("");
    if (text[length_within(text, columns)] == '\0')
        return g_strdup(text);
    gsize kept = length_within(text, columns - 1);
    GString *out = g_string_sized_new(kept + 4);
    g_string_append_len(out, text, (gssize)kept);
    g_string_append(out, "…");
    return g_string_free(out, FALSE);
}

static gboolean is_space(char c)
{
    return c == ' ' || c == '\t';
}

/* Cuts LENGTH bytes at TEXT into pieces of COLUMNS; all but the last go to LINES, the last becomes LINE. */
static void break_word(GPtrArray *lines, GString *line, const char *text, gsize length, int columns)
{
    g_autofree char *word = g_strndup(text, length);
    const char *rest = word;
    for (;;) {
        gsize piece = length_within(rest, columns);
        if (piece == 0) /* a wide letter in a single column */
            piece = (gsize)(g_utf8_next_char(rest) - rest);
        if (rest[piece] == '\0')
            break;
        g_ptr_array_add(lines, g_strndup(rest, piece));
        rest += piece;
    }
    g_string_append(line, rest);
}

/* Puts a word, with the SPACES columns that stand before it, on LINE or on the next one. */
static void wrap_word(GPtrArray *lines, GString *line, int spaces, const char *word, gsize length, int columns)
{
    g_autofree char *copy = g_strndup(word, length);
    int width = mb_text_width(copy);
    int used = mb_text_width(line->str);
    if (used > 0 && used + spaces + width > columns) {
        g_ptr_array_add(lines, g_strdup(line->str));
        g_string_truncate(line, 0);
        used = spaces = 0;
    }
    if (used + spaces + width <= columns) {
        for (int i = 0; i < spaces; i++)
            g_string_append_c(line, ' ');
        g_string_append(line, copy);
    } else {
        break_word(lines, line, copy, length, columns);
    }
}

static void wrap_line(GPtrArray *lines, const char *text, gsize length, int columns)
{
    g_autoptr(GString) line = g_string_new(NULL);
    const char *end = text + length;
    while (text < end) {
        const char *word = text;
        while (word < end && is_space(*word))
            word++;
        const char *stop = word;
        while (stop < end && !is_space(*stop))
            stop++;
        if (stop > word)
            wrap_word(lines, line, (int)(word - text), word, (gsize)(stop - word), columns);
        text = stop;
    }
    g_ptr_array_add(lines, g_strdup(line->str));
}

char **mb_text_wrap(const char *text, int columns)
{
    GPtrArray *lines = g_ptr_array_new();
    const char *at = text != NULL ? text : "";
    columns = MAX(columns, 1);
    do {
        gsize length = strcspn(at, "\n");
        wrap_line(lines, at, length, columns);
        at += length;
        if (*at == '\n')
            at++;
    } while (*at != '\0');
    g_ptr_array_add(lines, NULL);
    return (char **)g_ptr_array_free(lines, FALSE);
}

void mb_text_pad(GString *out, const char *text, int columns, gboolean right)
{
    int missing = columns - mb_text_width(text);
    if (!right && text != NULL)
        g_string_append(out, text);
    for (int i = 0; i < missing; i++)
        g_string_append_c(out, ' ');
    if (right && text != NULL)
        g_string_append(out, text);
}

char *mb_text_store(const char *text, gssize length)
{
    if (text == NULL)
        return g_strdup("");
    char *valid = g_utf8_make_valid(text, length);
    char *to = valid;
    for (const char *from = valid; *from != '\0'; from++) {
        if (*from == '\r') {
            *to++ = '\n';
            from += from[1] == '\n';
        } else {
            *to++ = *from;
        }
    }
    *to = '\0';
    return valid;
}

char *mb_text_join(const char *const *words)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; words != NULL && words[i] != NULL; i++) {
        if (i > 0)
            g_string_append(out, words[i + 1] == NULL ? " and " : ", ");
        g_string_append(out, words[i]);
    }
    return g_string_free(out, FALSE);
}

gboolean mb_text_empty(const char *text)
{
    return text == NULL || text[0] == '\0';
}
