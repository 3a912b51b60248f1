/* SPDX-License-Identifier: MIT */
/* Withheld words, found again where the same item repeats them: an action read from a withheld paragraph holds the same
 * words. */
#include "cut_private.h"

#include "minutebook/base/text.h"

#include <string.h>

/* The leak check counts runs of five words and more; so does this. */
#define RUN    5
#define STRUCK "[withheld]"

struct MbHidden {
    GHashTable *runs;    /* set of RUN words in a row, folded */
    GPtrArray *texts;    /* folded texts, as " word word " */
    GPtrArray *patterns; /* GRegex, one for each span */
};

MbHidden *mb_hidden_new(void)
{
    MbHidden *hidden = g_new(MbHidden, 1);

    hidden->runs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    hidden->texts = g_ptr_array_new_with_free_func(g_free);
    hidden->patterns = g_ptr_array_new_with_free_func((GDestroyNotify)g_regex_unref);
    return hidden;
}

void mb_hidden_free(gpointer data)
{
    MbHidden *hidden = data;

    if (!hidden)
        return;
    g_hash_table_unref(hidden->runs);
    g_ptr_array_unref(hidden->texts);
    g_ptr_array_unref(hidden->patterns);
    g_free(hidden);
}

/* The words of TEXT, folded, without punctuation. */
static GPtrArray *words_of(const char *text)
{
    g_autofree char *folded = mb_text_fold(text ? text : "");
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    GString *word = g_string_new(NULL);

    for (const char *at = folded;; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);

        if (g_unichar_isalnum(c)) {
            g_string_append_unichar(word, c);
        } else if (word->len) {
            g_ptr_array_add(words, g_strdup(word->str));
            g_string_truncate(word, 0);
        }
        if (!c)
            break;
    }
    g_string_free(word, TRUE);
    return words;
}

static char *join_words(const GPtrArray *words, guint from, guint count)
{
    GString *out = g_string_new(" ");

    for (guint i = from; i < from + count; i++)
        g_string_append_printf(out, "%s ", (char *)words->pdata[i]);
    return g_string_free(out, FALSE);
}

void mb_hidden_add_text(MbHidden *hidden, const char *text)
{
    g_autoptr(GPtrArray) words = words_of(text);

    if (!words->len)
        return;
    g_ptr_array_add(hidden->texts, join_words(words, 0, words->len));
    for (guint i = 0; i + RUN <= words->len; i++)
        g_hash_table_add(hidden->runs, join_words(words, i, RUN));
}

/* Whether one of the withheld texts and WHOLE (both as " word word ") stand one in the other. A single word tells
 * nothing. */
static gboolean stands_within(const MbHidden *hidden, const char *whole, guint words)
{
    for (guint i = 0; i < hidden->texts->len; i++) {
        const char *text = hidden->texts->pdata[i];
        gboolean several = strchr(strchr(text + 1, ' ') + 1, ' ') != NULL;

        if ((words > 1 && strstr(text, whole)) || (several && strstr(whole, text)))
            return TRUE;
    }
    return FALSE;
}

gboolean mb_hidden_told_by(const MbHidden *hidden, const char *text)
{
    g_autoptr(GPtrArray) words = hidden ? words_of(text) : NULL;
    g_autofree char *whole = words ? join_words(words, 0, words->len) : NULL;

    if (!words || !words->len)
        return FALSE;
    for (guint i = 0; i + RUN <= words->len; i++) {
        g_autofree char *run = join_words(words, i, RUN);

        if (g_hash_table_contains(hidden->runs, run))
            return TRUE;
    }
    return stands_within(hidden, whole, words->len);
}

/* The span's words, whatever spaces or marks of emphasis part them, in any case, but not within a longer word. */
static GRegex *pattern_of(const char *text)
{
    g_auto(GStrv) words = g_strsplit_set(text, " \t\n*", -1);
    g_autoptr(GString) pattern = g_string_new("(?<!\\w)");

    for (guint i = 0, count = 0; words[i]; i++) {
        g_autofree char *word = g_regex_escape_string(words[i], -1);

        if (!*word)
            continue;
        g_string_append(pattern, count++ ? "[\\s*]+" : "");
        g_string_append(pattern, word);
    }
    g_string_append(pattern, "(?!\\w)");
    return g_regex_new(pattern->str, G_REGEX_CASELESS, 0, NULL);
}

void mb_hidden_add_span(MbHidden *hidden, const char *text)
{
    g_autoptr(GPtrArray) words = words_of(text);
    g_autofree char *core = g_strstrip(g_strdup(text));
    GRegex *pattern = words->len && g_utf8_strlen(core, -1) > 2 ? pattern_of(core) : NULL;

    if (pattern)
        g_ptr_array_add(hidden->patterns, pattern);
}

char *mb_hidden_strike(const MbHidden *hidden, const char *text)
{
    char *struck = g_strdup(text);

    for (guint i = 0; struck && hidden && i < hidden->patterns->len; i++) {
        char *next = g_regex_replace_literal(hidden->patterns->pdata[i], struck, -1, 0, STRUCK, 0, NULL);

        g_free(struck);
        struck = next ? next : g_strdup(STRUCK);
    }
    return struck;
}

/* The bytes from START to END of a span in TEXT; FALSE where it lies outside. */
static gboolean span_bytes(const char *text, const MbRestriction *span, gsize *start, gsize *end)
{
    glong letters = text ? g_utf8_strlen(text, -1) : 0;
    glong last = span->length == MB_NO_INT ? letters : (glong)span->start + span->length;

    if (span->length == 0 || span->start >= letters || last > letters)
        return FALSE;
    *start = (gsize)(g_utf8_offset_to_pointer(text, span->start) - text);
    *end = (gsize)(g_utf8_offset_to_pointer(text, last) - text);
    return TRUE;
}

char *mb_hidden_span_words(const char *text, const MbRestriction *span)
{
    gsize start;
    gsize end;

    return span_bytes(text, span, &start, &end) ? g_strndup(text + start, end - start) : NULL;
}

/* Spans that touch or have only spaces between them become one. */
static void bridge_gaps(gboolean *hidden, const char *text, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        gsize gap = i;

        if (i == 0 || hidden[i] || !hidden[i - 1])
            continue;
        while (gap < length && !hidden[gap] && text[gap] == ' ')
            gap++;
        for (gsize at = i; gap < length && hidden[gap] && at < gap; at++)
            hidden[at] = TRUE;
    }
}

char *mb_hidden_strike_spans(const char *text, const GPtrArray *spans)
{
    gsize length = text ? strlen(text) : 0;
    g_autofree gboolean *hidden = g_new0(gboolean, length + 1);
    GString *out;

    for (guint i = 0; i < spans->len; i++) {
        gsize start;
        gsize end;

        if (!span_bytes(text, spans->pdata[i], &start, &end))
            return NULL;
        for (gsize at = start; at < end; at++)
            hidden[at] = TRUE;
    }
    bridge_gaps(hidden, text, length);
    out = g_string_new(NULL);
    for (gsize i = 0; i < length; i++)
        if (!hidden[i])
            g_string_append_c(out, text[i]);
        else if (i == 0 || !hidden[i - 1])
            g_string_append(out, STRUCK);
    return g_string_free(out, FALSE);
}
