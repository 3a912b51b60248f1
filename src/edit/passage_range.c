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

MbParagraph *mb_piece_new(const char *text, guint8 font)
{
    MbParagraph *piece = mb_paragraph_new();
    g_autofree char *line = mb_one_line(text);
    gsize size = strlen(line);
    g_autofree guint8 *fonts = mb_fonts_of(font, size);

    g_string_append_len(piece->text, line, (gssize)size);
    g_byte_array_append(piece->fonts, fonts, (guint)size);
    return piece;
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

static int size_of(const MbParagraph *piece)
{
    return piece ? (int)piece->text->len : 0;
}

/* FROM to TO of PARAGRAPH becomes PIECE; a table keeps its cells. */
static void replace_within(MbParagraph *paragraph, int from, int to, const MbParagraph *piece)
{
    g_autoptr(GString) separators = g_string_new(NULL);

    if (paragraph->style == MB_STYLE_TABLE)
        append_separators(separators, paragraph->text, from, to);
    mb_paragraph_splice(paragraph, from, to - from, separators->str, separators->len, NULL);
    if (size_of(piece))
        mb_paragraph_splice(paragraph, from, 0, piece->text->str, piece->text->len, piece->fonts->data);
}

/* A paragraph for PIECE and the tail of B in the place of A. */
static MbParagraph *join_texts(const MbParagraph *a, int offset, const MbParagraph *b, int from,
                               const MbParagraph *piece)
{
    gsize tail = b->text->len - (gsize)from;
    gboolean only_tail = offset == 0 && !size_of(piece) && tail;
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
    replace_within(joined, offset, offset, piece);
    return joined;
}

/* The head of A and the tail of B where one of them is a table: they stay apart, and one that is wholly covered goes.
 */
static void keep_apart(GPtrArray *after, const MbParagraph *a, int offset, const MbParagraph *b, int from,
                       const MbParagraph *piece)
{
    gboolean keep_a = a->style != MB_STYLE_TABLE || offset > 0;
    gboolean keep_b = b->style != MB_STYLE_TABLE || from < (int)b->text->len;

    if (keep_a || size_of(piece) || !keep_b) {
        MbParagraph *head = mb_paragraph_copy(a);

        if (!keep_a)
            mb_paragraph_restyle(head, MB_STYLE_PARAGRAPH);
        replace_within(head, offset, (int)head->text->len, piece);
        g_ptr_array_add(after, head);
    }
    if (keep_b) {
        MbParagraph *tail = mb_paragraph_copy(b);

        replace_within(tail, 0, from, NULL);
        g_ptr_array_add(after, tail);
    }
}

GPtrArray *mb_range_replaced(const MbPassage *passage, MbSpot start, MbSpot end, const MbParagraph *piece, int *caret)
{
    const MbParagraph *a = mb_passage_paragraph(passage, start.paragraph);
    const MbParagraph *b = mb_passage_paragraph(passage, end.paragraph);
    GPtrArray *after = mb_paragraphs_new();

    *caret = start.offset + size_of(piece);
    if (start.paragraph == end.paragraph) {
        MbParagraph *copy = mb_paragraph_copy(a);

        replace_within(copy, start.offset, end.offset, piece);
        g_ptr_array_add(after, copy);
    } else if (a->style == MB_STYLE_TABLE || b->style == MB_STYLE_TABLE) {
        keep_apart(after, a, start.offset, b, end.offset, piece);
    } else {
        g_ptr_array_add(after, join_texts(a, start.offset, b, end.offset, piece));
    }
    return after;
}

/* Within one paragraph the edit holds only what changes. */
static void replace_in_one(MbPassage *passage, int kind, MbSpot start, int length, const MbParagraph *piece)
{
    const MbParagraph *paragraph = mb_passage_paragraph(passage, start.paragraph);
    MbParagraph *put = piece ? mb_paragraph_copy(piece) : mb_paragraph_new();
    g_autoptr(GString) separators = g_string_new(NULL);

    if (paragraph->style == MB_STYLE_TABLE)
        append_separators(separators, paragraph->text, start.offset, start.offset + length);
    mb_paragraph_splice(put, (int)put->text->len, 0, separators->str, separators->len, NULL);
    /* A table's selected cell ends alone: nothing to erase. */
    if ((int)separators->len != length || size_of(piece))
        mb_passage_splice(passage, kind, start, length, put->text->str, put->text->len, put->fonts->data,
                          (MbSpot){start.paragraph, start.offset + size_of(piece)});
    mb_paragraph_free(put);
}

void mb_range_replace(MbPassage *passage, int kind, MbSpot start, MbSpot end, const MbParagraph *piece)
{
    GPtrArray *after;
    int caret;

    if (start.paragraph == end.paragraph) {
        replace_in_one(passage, kind, start, end.offset - start.offset, piece);
        return;
    }
    after = mb_range_replaced(passage, start, end, piece, &caret);
    mb_passage_run(passage, kind, start.paragraph, end.paragraph - start.paragraph + 1, after,
                   (MbSpot){start.paragraph, caret});
}
