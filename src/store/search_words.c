/* SPDX-License-Identifier: MIT */
#include "search_words.h"

#include <glib.h>
#include <string.h>

enum { MOST_WORDS = 32 };

static gboolean is_quote(gunichar c)
{
    return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E;
}

/* Whether the index would see a word in it at all: letters, digits and private signs (SQLite FTS5, unicode61). */
static gboolean has_word(const char *text)
{
    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);

        if (g_unichar_isalnum(c) || g_unichar_type(c) == G_UNICODE_PRIVATE_USE ||
            g_unichar_type(c) == G_UNICODE_LETTER_NUMBER || g_unichar_type(c) == G_UNICODE_OTHER_NUMBER)
            return TRUE;
    }
    return FALSE;
}

/* Where the piece that starts at FROM ends: a phrase at its closing quote, a word at a space or quote. */
static const char *piece_end(const char *from, gboolean phrase)
{
    while (*from) {
        gunichar c = g_utf8_get_char(from);

        if (is_quote(c) || (!phrase && g_unichar_isspace(c)))
            break;
        from = g_utf8_next_char(from);
    }
    return from;
}

static void add_piece(GString *query, const char *from, const char *end, int *words)
{
    g_autofree char *piece = g_strndup(from, (gsize)(end - from));

    if (!has_word(piece) || *words >= MOST_WORDS)
        return;
    g_string_append_printf(query, "%s\"%s\"", *words ? " " : "", piece);
    ++*words;
}

char *mb_search_words(const char *typed)
{
    g_autofree char *text = g_utf8_make_valid(typed ? typed : "", -1);
    GString *query = g_string_new(NULL);
    gboolean phrase = FALSE;
    gboolean closed = FALSE;
    int words = 0;

    for (const char *at = text; *at;) {
        const char *end = piece_end(at, phrase);
        int before = words;

        add_piece(query, at, end, &words);
        if (words > before)
            closed = phrase && *end;
        if (*end && is_quote(g_utf8_get_char(end)))
            phrase = !phrase;
        at = *end ? g_utf8_next_char(end) : end;
    }
    if (words && !closed)
        g_string_append(query, " *");
    return g_string_free(query, words == 0);
}
