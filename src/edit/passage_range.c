/* SPDX-License-Identifier: MIT */
/* A range of the text, from one spot to another, replaced. */
#include "passage_private.h"

#include <string.h>

guint8 *mb_fonts_of(guint8 font, gsize size)
{
    guint8 *fonts = g_malloc(size + 1);

    memset(fonts, font, size + 1);
    return fonts;
}

char *mb_one_line(const char *text)
{
    char *valid = g_utf8_make_valid(text ? text : "", -1);

    return g_strdelimit(valid, "\t\r\n", ' ');
}

int mb_layer_joined(int a, int b)
{
    return MAX(a, b);
}

/* The cell ends of a table between FROM and TO. */
static void append_separators(GString *out, const GString *text, int from, int to)
{
    for (int i = from; i < to; i++)
        if (text->str[i] == '\t' || text->str[i] == '\n')
            g_string_append_c(out, text->str[i]);
}

/* FROM to TO of PARAGRAPH becomes TEXT; a table keeps its cells. */
static void replace_within(MbParagraph *paragraph, int from, int to, const char *text, guint8 font)
{
    g_autoptr(GString) put = g_string_new(text);
    g_autofree guint8 *fonts = NULL;

    if (paragraph->style == MB_STYLE_TABLE)
        append_separators(put, paragraph->text, from, to);
    fonts = mb_fonts_of(font, put->len);
    mb_paragraph_splice(paragraph, from, to - from, put->str, put->len, fonts);
}

/* A paragraph for TEXT and the tail of B in the place of A. */
static MbParagraph *join_texts(const MbParagraph *a, int offset, const MbParagraph *b, int from, const char *text,
                               guint8 font)
{
    gsize tail = b->text->len - (gsize)from;
    gboolean only_tail = offset == 0 && !*text && tail;
    MbParagraph *joined = mb_paragraph_copy(only_tail ? b : a);

    if (only_tail) {
        mb_paragraph_splice(joined, 0, from, "", 0, NULL);
        return joined;
    }
    mb_paragraph_splice(joined, offset, (int)joined->text->len - offset, "", 0, NULL);
    if (tail) {
        mb_paragraph_splice(joined, offset, 0, b->text->str + from, tail, b->fonts->data + from);
        joined->layer = mb_layer_joined(a->layer, b->layer);
    }
    replace_within(joined, offset, offset, text, font);
    return joined;
}

/* The head of A and the tail of B where one of them is a table: they stay apart, and one that is wholly covered goes. */
static void keep_apart(GPtrArray *after, const MbParagraph *a, int offset, const MbParagraph *b, int from,
                       const char *text, guint8 font)
{
    gboolean keep_a = a->style != MB_STYLE_TABLE || offset > 0;
    gboolean keep_b = b->style != MB_STYLE_TABLE || from < (int)b->text->len;
    MbParagraph *head = mb_paragraph_copy(a);

    if (keep_a) {
        replace_within(head, offset, (int)head->text->len, text, font);
    } else {
        mb_paragraph_restyle(head, MB_STYLE_PARAGRAPH);
        replace_within(head, 0, (int)head->text->len, text, font);
    }
    if (keep_a || *text || !keep_b)
        g_ptr_array_add(after, head);
    else
        mb_paragraph_free(head);
    if (keep_b) {
        MbParagraph *tail = mb_paragraph_copy(b);

        replace_within(tail, 0, from, "", 0);
        g_ptr_array_add(after, tail);
    }
}

GPtrArray *mb_range_replaced(const MbPassage *passage, MbSpot start, MbSpot end, const char *text, guint8 font,
                             int *caret)
{
    const MbParagraph *a = mb_passage_paragraph(passage, start.paragraph);
    const MbParagraph *b = mb_passage_paragraph(passage, end.paragraph);
    GPtrArray *after = mb_paragraphs_new();

    *caret = start.offset + (int)strlen(text);
    if (start.paragraph == end.paragraph) {
        MbParagraph *copy = mb_paragraph_copy(a);

        replace_within(copy, start.offset, end.offset, text, font);
        g_ptr_array_add(after, copy);
    } else if (a->style == MB_STYLE_TABLE || b->style == MB_STYLE_TABLE) {
        keep_apart(after, a, start.offset, b, end.offset, text, font);
    } else {
        g_ptr_array_add(after, join_texts(a, start.offset, b, end.offset, text, font));
    }
    return after;
}

void mb_range_replace(MbPassage *passage, int kind, MbSpot start, MbSpot end, const char *text, guint8 font)
{
    const MbParagraph *paragraph = mb_passage_paragraph(passage, start.paragraph);
    int caret;

    if (start.paragraph != end.paragraph) {
        GPtrArray *after = mb_range_replaced(passage, start, end, text, font, &caret);

        mb_passage_run(passage, kind, start.paragraph, end.paragraph - start.paragraph + 1, after,
                       (MbSpot){start.paragraph, caret});
        return;
    }
    g_autoptr(GString) put = g_string_new(text);
    if (paragraph->style == MB_STYLE_TABLE)
        append_separators(put, paragraph->text, start.offset, end.offset);
    g_autofree guint8 *fonts = mb_fonts_of(font, put->len);
    mb_passage_splice(passage, kind, start, end.offset - start.offset, put->str, put->len, fonts,
                      (MbSpot){start.paragraph, start.offset + (int)strlen(text)});
}
