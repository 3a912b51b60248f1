/* SPDX-License-Identifier: MIT */
/* Paragraphs as one text in notation: lists line by line, a blank line between all others. */
#include "passage_private.h"

#include "minutebook/base/notation.h"

#include <string.h>

/* A bar within a cell is written \|. */
static void write_cell(GString *out, const MbParagraph *table, gsize from, gsize to)
{
    g_autofree char *notation = to > from ? mb_paragraph_fragment(table, (int)from, (int)(to - from)) : g_strdup("");

    g_string_append_c(out, ' ');
    for (const char *at = notation; *at; at++) {
        if (*at == '|')
            g_string_append_c(out, '\\');
        g_string_append_c(out, *at);
    }
    g_string_append(out, " |");
}

static void write_table(GString *out, const MbParagraph *table)
{
    const GString *text = table->text;
    gsize from = 0;

    g_string_append_c(out, '|');
    for (gsize at = 0; at <= text->len; at++) {
        char c = at < text->len ? text->str[at] : '\n';

        if (c != '\t' && c != '\n')
            continue;
        write_cell(out, table, from, at);
        if (c == '\n' && at < text->len)
            g_string_append(out, "\n|");
        from = at + 1;
    }
}

/* The mark before the paragraph's text. */
static void write_mark(GString *out, const MbParagraph *paragraph, const char *number)
{
    int indent = mb_paragraph_in_list(paragraph) ? paragraph->level * 2 : 0;

    g_string_append_printf(out, "%*s", indent, "");
    if (paragraph->style == MB_STYLE_HEADING)
        g_string_append(out, "## ");
    else if (paragraph->style == MB_STYLE_BULLET)
        g_string_append(out, "- ");
    else if (paragraph->style == MB_STYLE_EDITOR)
        g_string_append(out, "> ");
    if (number)
        g_string_append_printf(out, "%s ", number);
}

static void write_paragraph(GString *out, const MbPassage *passage, int index)
{
    const MbParagraph *paragraph = mb_passage_paragraph(passage, index);
    g_autofree char *number = mb_passage_number(passage, index);
    g_autofree char *notation = NULL;

    if (paragraph->style == MB_STYLE_TABLE) {
        write_table(out, paragraph);
        return;
    }
    write_mark(out, paragraph, number);
    notation = mb_paragraph_notation(paragraph);
    g_string_append(out, notation);
}

static void write_gap(GString *out, const MbPassage *passage, int index)
{
    gboolean list = mb_paragraph_in_list(mb_passage_paragraph(passage, index)) &&
                    mb_paragraph_in_list(mb_passage_paragraph(passage, index - 1));

    g_string_append(out, list ? "\n" : "\n\n");
}

char *mb_passage_text(const MbPassage *passage)
{
    GString *out = g_string_new(NULL);

    for (int i = 0; i < mb_passage_count(passage); i++) {
        if (i)
            write_gap(out, passage, i);
        write_paragraph(out, passage, i);
    }
    if (out->len)
        g_string_append_c(out, '\n');
    return g_string_free(out, FALSE);
}

char *mb_passage_copy(const MbPassage *passage)
{
    GString *out = g_string_new(NULL);
    MbSpot start, end;

    if (!mb_passage_selection(passage, &start, &end))
        return g_string_free(out, FALSE);
    for (int i = start.paragraph; i <= end.paragraph; i++) {
        const MbParagraph *paragraph = mb_passage_paragraph(passage, i);
        int from = i == start.paragraph ? start.offset : 0;
        int to = i == end.paragraph ? end.offset : (int)paragraph->text->len;
        gboolean whole = from == 0 && start.paragraph != end.paragraph && to == (int)paragraph->text->len;
        g_autofree char *piece = mb_paragraph_fragment(paragraph, from, to - from);

        if (i > start.paragraph)
            write_gap(out, passage, i);
        if (whole)
            write_paragraph(out, passage, i);
        else
            g_string_append(out, piece);
    }
    return g_string_free(out, FALSE);
}
