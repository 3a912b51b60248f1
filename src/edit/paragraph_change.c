/* SPDX-License-Identifier: MIT */
/* What changes within a paragraph, for the passage that it stands in. */
#include "passage_private.h"

#include "minutebook/base/notation.h"

#include "minutebook/base/clock.h"

#include <string.h>

GPtrArray *mb_paragraphs_new(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)mb_paragraph_free);
}

static void splice_fonts(GByteArray *array, guint offset, guint length, const guint8 *fonts, guint size)
{
    guint tail = array->len - offset - length;

    if (size > length)
        g_byte_array_set_size(array, array->len + size - length);
    if (tail)
        memmove(array->data + offset + size, array->data + offset + length, tail);
    if (size < length)
        g_byte_array_set_size(array, array->len + size - length);
    if (size && fonts)
        memcpy(array->data + offset, fonts, size);
    else if (size)
        memset(array->data + offset, 0, size);
}

void mb_paragraph_splice(MbParagraph *paragraph, int offset, int length, const char *text, gsize size,
                         const guint8 *fonts)
{
    GString *into = paragraph->text;

    if (length)
        g_string_erase(into, offset, length);
    if (size)
        g_string_insert_len(into, offset, text, (gssize)size);
    splice_fonts(paragraph->fonts, (guint)offset, (guint)length, fonts, (guint)size);
    mb_notation_settle(into->str, into->len, paragraph->fonts->data, (gsize)offset, (gsize)offset + size);
}

char *mb_paragraph_fragment(const MbParagraph *paragraph, int offset, int length)
{
    return length ? mb_notation_write(paragraph->text->str + offset, (gsize)length, paragraph->fonts->data + offset)
                  : g_strdup("");
}

gboolean mb_paragraph_same(const MbParagraph *a, const MbParagraph *b)
{
    return strcmp(a->id, b->id) == 0 && a->layer == b->layer && a->style == b->style && a->level == b->level &&
           g_strcmp0(a->number, b->number) == 0 && g_string_equal(a->text, b->text) &&
           (!a->text->len || memcmp(a->fonts->data, b->fonts->data, a->text->len) == 0);
}

gboolean mb_paragraph_in_list(const MbParagraph *paragraph)
{
    return paragraph->style == MB_STYLE_BULLET || paragraph->style == MB_STYLE_NUMBERED;
}

void mb_paragraph_restyle(MbParagraph *paragraph, int style)
{
    if (paragraph->style == style)
        return;
    paragraph->style = style;
    g_clear_pointer(&paragraph->number, g_free);
    if (!mb_paragraph_in_list(paragraph))
        paragraph->level = 0;
}

void mb_paragraph_stamp(MbParagraph *paragraph)
{
    if (!paragraph->typed_at)
        paragraph->typed_at = mb_clock_stamp(mb_clock_now());
}
