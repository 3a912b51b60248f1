/* SPDX-License-Identifier: MIT */
#include "search_words.h"

#include <string.h>

enum { MOST_PIECES = 32 };

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

static void add_piece(GPtrArray *pieces, const char *from, const char *end)
{
    g_autofree char *piece = g_strndup(from, (gsize)(end - from));

    if (has_word(piece) && pieces->len < MOST_PIECES)
        g_ptr_array_add(pieces, g_steal_pointer(&piece));
}

/* The words and phrases of TEXT; OPEN is set where the last one was not closed by a quote. */
static GPtrArray *pieces_of(const char *text, gboolean *open)
{
    GPtrArray *pieces = g_ptr_array_new_with_free_func(g_free);
    gboolean phrase = FALSE;

    *open = TRUE;
    for (const char *at = text; *at;) {
        const char *end = piece_end(at, phrase);
        guint before = pieces->len;

        add_piece(pieces, at, end);
        if (pieces->len > before)
            *open = !(phrase && *end);
        if (*end && is_quote(g_utf8_get_char(end)))
            phrase = !phrase;
        at = *end ? g_utf8_next_char(end) : end;
    }
    return pieces;
}

/* A phrase of WORDS with LAST in place of their last one. */
static void append_phrase(GString *query, GPtrArray *words, const char *last)
{
    g_string_append_c(query, '"');
    for (guint i = 0; i + 1 < words->len; i++)
        g_string_append_printf(query, "%s ", (char *)words->pdata[i]);
    g_string_append_printf(query, "%s\"", last);
}

/* Of WORDS the last may go on: as any of the words there are that begin so, or as the index's own beginning. */
static gboolean append_open(GString *query, MbTerms *terms, GPtrArray *words, GError **error)
{
    const char *last = words->pdata[words->len - 1];
    g_autoptr(GPtrArray) fits = mb_terms_beginning(terms, last, error);

    if (!fits)
        return FALSE;
    if (!fits->len) {
        append_phrase(query, words, last);
        g_string_append(query, " *");
        return TRUE;
    }
    g_string_append_c(query, '(');
    for (guint i = 0; i < fits->len; i++) {
        g_string_append(query, i ? " OR " : "");
        append_phrase(query, words, fits->pdata[i]);
    }
    g_string_append_c(query, ')');
    return TRUE;
}

/* Appends what PIECE asks for, unless the index sees no word in it. */
static gboolean append_piece(GString *query, MbTerms *terms, const char *piece, gboolean open, GError **error)
{
    g_autoptr(GPtrArray) words = mb_terms_of(terms, piece, error);

    if (!words)
        return FALSE;
    if (!words->len)
        return TRUE;
    g_string_append(query, query->len ? " AND " : "");
    if (open)
        return append_open(query, terms, words, error);
    append_phrase(query, words, words->pdata[words->len - 1]);
    return TRUE;
}

gboolean mb_search_words(MbTerms *terms, const char *typed, char **query, GError **error)
{
    g_autofree char *text = g_utf8_make_valid(typed ? typed : "", -1);
    g_autoptr(GString) all = g_string_new(NULL);
    gboolean open;
    g_autoptr(GPtrArray) pieces = pieces_of(text, &open);

    *query = NULL;
    for (guint i = 0; i < pieces->len; i++)
        if (!append_piece(all, terms, pieces->pdata[i], open && i + 1 == pieces->len, error))
            return FALSE;
    if (all->len)
        *query = g_strdup(all->str);
    return TRUE;
}
