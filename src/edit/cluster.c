/* SPDX-License-Identifier: MIT */
#include "cluster.h"

#include <string.h>
#include <utf8proc.h>

/* No cluster of use is longer; a longer one (hundreds of accents on a letter) is stepped through in parts. */
#define LONGEST_CLUSTER 1024

static gboolean is_ascii(const GString *text, int offset)
{
    return (guchar)text->str[offset] < 0x80;
}

static int char_end(const GString *text, int offset)
{
    return (int)(g_utf8_next_char(text->str + offset) - text->str);
}

int mb_cluster_next(const GString *text, int offset)
{
    int length = (int)text->len;
    int limit = MIN(length, offset + LONGEST_CLUSTER);
    utf8proc_int32_t state = 0;
    int at;

    if (offset >= length)
        return length;
    at = char_end(text, offset);
    if (is_ascii(text, offset) && at < length && is_ascii(text, at))
        return at;
    while (at < limit) {
        gunichar last = g_utf8_get_char(g_utf8_find_prev_char(text->str, text->str + at));

        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)last, (utf8proc_int32_t)g_utf8_get_char(text->str + at),
                                             &state))
            break;
        at = char_end(text, at);
    }
    return at;
}

/* Two of these always have a boundary between them. */
static gboolean is_simple(const GString *text, int offset)
{
    gunichar c = g_utf8_get_char(text->str + offset);

    return c < 0x80 || utf8proc_get_property((utf8proc_int32_t)c)->boundclass == UTF8PROC_BOUNDCLASS_OTHER;
}

static int char_start(const GString *text, int offset)
{
    return (int)(g_utf8_find_prev_char(text->str, text->str + offset) - text->str);
}

/* A boundary before OFFSET from which counting forwards is right. */
static int safe_start(const GString *text, int offset)
{
    int at = offset;
    int limit = MAX(0, offset - LONGEST_CLUSTER);

    while (at > limit && !(at < offset && is_simple(text, at) && is_simple(text, char_start(text, at))))
        at = char_start(text, at);
    return at;
}

/* The last boundary before OFFSET, which lies between two characters; or at it where AT_IT. */
static int boundary_before(const GString *text, int offset, gboolean at_it)
{
    int at = safe_start(text, offset);
    int next;

    if (offset <= 0)
        return 0;
    while ((next = mb_cluster_next(text, at)) < offset || (at_it && next == offset)) {
        at = next;
        if (at == offset)
            break;
    }
    return at;
}

int mb_cluster_previous(const GString *text, int offset)
{
    return boundary_before(text, MIN(offset, (int)text->len), FALSE);
}

int mb_cluster_floor(const GString *text, int offset)
{
    int at = CLAMP(offset, 0, (int)text->len);

    while (at > 0 && at < (int)text->len && ((guchar)text->str[at] & 0xC0) == 0x80)
        at--;
    return at == (int)text->len ? at : boundary_before(text, at, TRUE);
}

/* --- words --- */

typedef enum { SPACE, WORD, OTHER, CELL_END } Kind;

/* An apostrophe between letters belongs to the word ("don't"). */
static gboolean is_apostrophe(gunichar c)
{
    return c == '\'' || c == 0x2019;
}

static gboolean is_word_char(gunichar c)
{
    return g_unichar_isalnum(c) || g_unichar_ismark(c) || c == '_';
}

static gboolean word_char_at(const GString *text, int offset)
{
    return offset < (int)text->len && is_word_char(g_utf8_get_char(text->str + offset));
}

static Kind kind_at(const GString *text, int offset)
{
    gunichar c = g_utf8_get_char(text->str + offset);

    if (c == '\t' || c == '\n')
        return CELL_END;
    if (g_unichar_isspace(c))
        return SPACE;
    if (is_word_char(c))
        return WORD;
    if (is_apostrophe(c) && offset > 0 && word_char_at(text, char_end(text, offset)) &&
        is_word_char(g_utf8_get_char(g_utf8_find_prev_char(text->str, text->str + offset))))
        return WORD;
    return OTHER;
}

static int run_end(const GString *text, int offset, Kind kind)
{
    while (offset < (int)text->len && kind_at(text, offset) == kind)
        offset = mb_cluster_next(text, offset);
    return offset;
}

static int run_start(const GString *text, int offset, Kind kind)
{
    while (offset > 0) {
        int before = mb_cluster_previous(text, offset);

        if (kind_at(text, before) != kind)
            break;
        offset = before;
    }
    return offset;
}

int mb_word_next(const GString *text, int offset)
{
    if (offset >= (int)text->len)
        return (int)text->len;
    Kind kind = kind_at(text, offset);
    if (kind == CELL_END)
        return mb_cluster_next(text, offset);
    return run_end(text, kind == SPACE ? offset : run_end(text, offset, kind), SPACE);
}

int mb_word_previous(const GString *text, int offset)
{
    int at = run_start(text, MIN(offset, (int)text->len), SPACE);

    if (at == 0)
        return 0;
    int before = mb_cluster_previous(text, at);
    Kind kind = kind_at(text, before);
    if (kind == CELL_END)
        return at < offset ? at : before;
    return run_start(text, before, kind);
}

void mb_word_around(const GString *text, int offset, int *start, int *end)
{
    int at = offset;

    *start = *end = offset;
    if (!text->len)
        return;
    /* At the end, and between a word and what is none, the word. */
    if (at > 0 && (at >= (int)text->len || kind_at(text, at) != WORD)) {
        int before = mb_cluster_previous(text, at);
        if (at >= (int)text->len || kind_at(text, before) == WORD)
            at = before;
    }
    Kind kind = kind_at(text, at);
    if (kind == CELL_END)
        return;
    *start = run_start(text, at, kind);
    *end = run_end(text, at, kind);
}

void mb_cell_around(const GString *text, int offset, int *start, int *end)
{
    *start = *end = CLAMP(offset, 0, (int)text->len);
    while (*start > 0 && text->str[*start - 1] != '\t' && text->str[*start - 1] != '\n')
        (*start)--;
    while (*end < (int)text->len && text->str[*end] != '\t' && text->str[*end] != '\n')
        (*end)++;
}
