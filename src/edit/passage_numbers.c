/* SPDX-License-Identifier: MIT */
/* Numbered lines that were printed "1.", "2.", "3." count by themselves once their list changes, so that no number
   comes twice. Numbers that were not their line's place ("7." at the beginning) stay as printed. */
#include "passage_private.h"

static gboolean counts(const MbPassage *passage, int index)
{
    const MbParagraph *paragraph = mb_passage_paragraph(passage, index);
    guint64 number;

    return paragraph->style == MB_STYLE_NUMBERED && paragraph->number &&
           g_ascii_string_to_unsigned(paragraph->number, 10, 1, G_MAXINT, &number, NULL) &&
           (int)number == mb_passage_place_in_list(passage, index);
}

/* Whether AFTER has other list lines than the COUNT from FIRST, or in another order. */
static gboolean list_changes(const MbPassage *passage, int first, int count, const GPtrArray *after)
{
    if ((int)after->len != count)
        return TRUE;
    for (int i = 0; i < count; i++) {
        const MbParagraph *before = mb_passage_paragraph(passage, first + i);
        const MbParagraph *paragraph = after->pdata[i];

        if (g_strcmp0(before->id, paragraph->id) != 0 || before->level != paragraph->level ||
            mb_paragraph_in_list(before) != mb_paragraph_in_list(paragraph))
            return TRUE;
    }
    return FALSE;
}

/* The last line behind the run whose printed number counts, in the list that the run is part of; -1: none. */
static int last_counting(const MbPassage *passage, int from)
{
    int last = -1;

    for (int i = from; i < mb_passage_count(passage); i++) {
        if (!mb_paragraph_in_list(mb_passage_paragraph(passage, i)))
            break;
        if (mb_passage_paragraph(passage, i)->number && counts(passage, i))
            last = i;
    }
    return last;
}

void mb_numbers_loosen(const MbPassage *passage, int first, int *count, GPtrArray *after)
{
    g_autoptr(GHashTable) loose = g_hash_table_new(g_str_hash, g_str_equal);
    int last;

    if (!list_changes(passage, first, *count, after))
        return;
    last = last_counting(passage, first + *count);
    for (; first + *count <= last; (*count)++)
        g_ptr_array_add(after, mb_paragraph_copy(mb_passage_paragraph(passage, first + *count)));
    for (int i = first; i < first + *count; i++)
        if (counts(passage, i))
            g_hash_table_add(loose, mb_passage_paragraph(passage, i)->id);
    for (guint i = 0; i < after->len; i++) {
        MbParagraph *paragraph = after->pdata[i];

        if (g_hash_table_contains(loose, paragraph->id))
            g_clear_pointer(&paragraph->number, g_free);
    }
}
