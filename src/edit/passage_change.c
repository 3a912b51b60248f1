/* SPDX-License-Identifier: MIT */
/* Typing, Enter, erasing. */
#include "passage_private.h"

#include "cluster.h"

#include <stdlib.h>
#include <string.h>

static MbSpot end_of(const MbPassage *passage, int index)
{
    return (MbSpot){index, (int)mb_passage_paragraph(passage, index)->text->len};
}

static gboolean is_separator(char c)
{
    return c == '\t' || c == '\n';
}

guint8 mb_passage_font(const MbPassage *passage)
{
    MbSpot at = passage->caret;
    gboolean selected = mb_passage_selection(passage, &at, NULL);
    const MbParagraph *paragraph = mb_passage_paragraph(passage, at.paragraph);
    const GByteArray *fonts = paragraph->fonts;

    if (passage->font_set)
        return passage->typing_font;
    if (!fonts->len)
        return 0;
    if (!selected && at.offset > 0 && !is_separator(paragraph->text->str[at.offset - 1]))
        return fonts->data[at.offset - 1];
    return at.offset < (int)fonts->len ? fonts->data[at.offset] : 0;
}

/* --- typing --- */

/* What a space behind the first LENGTH bytes of a paragraph makes of it; -1: nothing. */
static int style_of_mark(const char *mark, gsize length)
{
    gsize digits = strspn(mark, "0123456789");

    if (length == 1 && (*mark == '-' || *mark == '*'))
        return MB_STYLE_BULLET;
    if (digits && digits <= 3 && length == digits + 1 && (mark[digits] == '.' || mark[digits] == ')'))
        return MB_STYLE_NUMBERED;
    return (length == 2 || length == 3) && strncmp(mark, "###", length) == 0 ? MB_STYLE_HEADING : -1;
}

/* A space was typed: "- " and its like at a paragraph's start make it what they mean, as an edit of its own. */
static void format_mark(MbPassage *passage)
{
    MbSpot caret = passage->caret;
    const MbParagraph *paragraph = mb_passage_paragraph(passage, caret.paragraph);
    int length = caret.offset - 1;
    int style;

    if (paragraph->style != MB_STYLE_PARAGRAPH || paragraph->number || length < 1 || length > 4)
        return;
    style = style_of_mark(paragraph->text->str, (gsize)length);
    if (style < 0)
        return;
    MbParagraph *copy = mb_paragraph_copy(paragraph);
    GPtrArray *after = mb_paragraphs_new();
    int number = atoi(copy->text->str);
    mb_paragraph_restyle(copy, style);
    mb_paragraph_splice(copy, 0, caret.offset, "", 0, NULL);
    if (style == MB_STYLE_NUMBERED && number != mb_passage_place_in_list(passage, caret.paragraph))
        copy->number = g_strdup_printf("%d", number);
    g_ptr_array_add(after, copy);
    mb_passage_run(passage, MB_EDIT_CHANGED, caret.paragraph, 1, after, (MbSpot){caret.paragraph, 0});
}

void mb_passage_type(MbPassage *passage, const char *text)
{
    MbParagraph *piece = mb_piece_new(text, mb_passage_font(passage));
    MbSpot start = passage->caret;
    MbSpot end = passage->caret;

    if (mb_passage_selection(passage, &start, &end))
        mb_passage_end_burst(passage);
    if (piece->text->len)
        mb_range_replace(passage, MB_EDIT_TYPED, start, end, piece);
    if (strcmp(piece->text->str, " ") == 0)
        format_mark(passage);
    mb_paragraph_free(piece);
}

/* --- Enter --- */

/* A number that was printed, and is not its place in the list, goes on with the next one. */
static char *number_after(const MbPassage *passage, int index)
{
    const MbParagraph *paragraph = mb_passage_paragraph(passage, index);
    const char *number = paragraph->style == MB_STYLE_NUMBERED ? paragraph->number : NULL;
    guint64 value;

    if (!number || !g_ascii_string_to_unsigned(number, 10, 0, 9999, &value, NULL) ||
        (int)value == mb_passage_place_in_list(passage, index))
        return NULL;
    return g_strdup_printf("%d", (int)value + 1);
}

/* An empty paragraph that goes on where PARAGRAPH ends (or begins: BEFORE). */
static MbParagraph *paragraph_beside(const MbPassage *passage, int index, gboolean before)
{
    const MbParagraph *paragraph = mb_passage_paragraph(passage, index);
    MbParagraph *beside = mb_paragraph_new();

    beside->layer = paragraph->layer;
    if (mb_paragraph_in_list(paragraph)) {
        beside->style = paragraph->style;
        beside->level = paragraph->level;
    }
    if (!before)
        beside->number = number_after(passage, index);
    return beside;
}

/* The empty line of a list leaves it, level by level. */
static void leave_list(MbPassage *passage, int index)
{
    MbParagraph *copy = mb_paragraph_copy(mb_passage_paragraph(passage, index));
    GPtrArray *after = mb_paragraphs_new();

    g_clear_pointer(&copy->number, g_free);
    if (copy->level > 0)
        copy->level--;
    else
        mb_paragraph_restyle(copy, MB_STYLE_PARAGRAPH);
    g_ptr_array_add(after, copy);
    mb_passage_run(passage, MB_EDIT_TYPED, index, 1, after, (MbSpot){index, 0});
}

static void insert_one(MbPassage *passage, int index, MbParagraph *paragraph, MbSpot caret)
{
    GPtrArray *after = mb_paragraphs_new();

    g_ptr_array_add(after, paragraph);
    mb_passage_run(passage, MB_EDIT_TYPED, index, 0, after, caret);
}

/* Splits the first of AFTER at OFFSET into two. */
static void split_first(const MbPassage *passage, GPtrArray *after, int index, int offset)
{
    MbParagraph *first = after->pdata[0];
    MbParagraph *second = mb_paragraph_copy(first);
    MbParagraph *fresh = mb_paragraph_new();

    g_free(second->id);
    second->id = g_steal_pointer(&fresh->id);
    mb_paragraph_free(fresh);
    g_free(second->number);
    second->number = number_after(passage, index);
    mb_paragraph_splice(second, 0, offset, "", 0, NULL);
    mb_paragraph_splice(first, offset, (int)first->text->len - offset, "", 0, NULL);
    g_ptr_array_insert(after, 1, second);
}

static void split(MbPassage *passage, MbSpot start, MbSpot end)
{
    int offset;
    GPtrArray *after = mb_range_replaced(passage, start, end, NULL, &offset);

    split_first(passage, after, start.paragraph, MIN(offset, (int)((MbParagraph *)after->pdata[0])->text->len));
    mb_passage_run(passage, MB_EDIT_TYPED, start.paragraph, end.paragraph - start.paragraph + 1, after,
                   (MbSpot){start.paragraph + 1, 0});
}

void mb_passage_enter(MbPassage *passage)
{
    MbSpot start, end;
    MbSpot caret = passage->caret;
    const MbParagraph *paragraph;

    if (mb_passage_selection(passage, &start, &end)) {
        if (!mb_passage_in_table(passage, start) && !mb_passage_in_table(passage, end)) {
            split(passage, start, end);
            return;
        }
        mb_range_replace(passage, MB_EDIT_ERASED, start, end, NULL);
        caret = passage->caret;
    }
    paragraph = mb_passage_paragraph(passage, caret.paragraph);
    if (paragraph->style == MB_STYLE_TABLE)
        mb_table_enter(passage);
    else if (!paragraph->text->len && mb_paragraph_in_list(paragraph))
        leave_list(passage, caret.paragraph);
    else if (caret.offset == (int)paragraph->text->len)
        insert_one(passage, caret.paragraph + 1, paragraph_beside(passage, caret.paragraph, FALSE),
                   (MbSpot){caret.paragraph + 1, 0});
    else if (caret.offset == 0)
        insert_one(passage, caret.paragraph, paragraph_beside(passage, caret.paragraph, TRUE),
                   (MbSpot){caret.paragraph + 1, 0});
    else
        split(passage, caret, caret);
}

/* --- erasing --- */

static void remove_one(MbPassage *passage, int index, MbSpot caret)
{
    mb_passage_run(passage, MB_EDIT_ERASED, index, 1, mb_paragraphs_new(), caret);
}

/* INDEX and the next paragraph become one. Beside a table only an empty paragraph goes. */
static void join(MbPassage *passage, int index)
{
    const MbParagraph *first = mb_passage_paragraph(passage, index);
    const MbParagraph *second = mb_passage_paragraph(passage, index + 1);
    gboolean table = first->style == MB_STYLE_TABLE || second->style == MB_STYLE_TABLE;
    MbSpot seam = end_of(passage, index);

    if (!first->text->len && first->style != MB_STYLE_TABLE)
        remove_one(passage, index, seam);
    else if (!second->text->len && second->style != MB_STYLE_TABLE)
        remove_one(passage, index + 1, seam);
    else if (!table)
        mb_range_replace(passage, MB_EDIT_ERASED, seam, (MbSpot){index + 1, 0}, NULL);
}

/* At a paragraph's start its mark goes first: TRUE where there was one. */
static gboolean erase_mark(MbPassage *passage, int index)
{
    const MbParagraph *paragraph = mb_passage_paragraph(passage, index);
    gboolean heading = paragraph->style != MB_STYLE_PARAGRAPH && index == 0;
    GPtrArray *after;
    MbParagraph *copy;

    if (paragraph->style == MB_STYLE_TABLE ? !mb_table_empty(paragraph)
                                           : !mb_paragraph_in_list(paragraph) && !paragraph->number && !heading)
        return FALSE;
    after = mb_paragraphs_new();
    copy = mb_paragraph_copy(paragraph);
    if (copy->style == MB_STYLE_TABLE)
        mb_paragraph_splice(copy, 0, (int)copy->text->len, "", 0, NULL);
    g_clear_pointer(&copy->number, g_free);
    mb_paragraph_restyle(copy, MB_STYLE_PARAGRAPH);
    g_ptr_array_add(after, copy);
    mb_passage_run(passage, MB_EDIT_ERASED, index, 1, after, (MbSpot){index, 0});
    return TRUE;
}

/* In a table nothing is erased beyond the cell. */
static MbSpot within_cell(const MbPassage *passage, MbSpot caret, MbSpot target)
{
    int start, end;

    if (!mb_passage_in_table(passage, caret))
        return target;
    mb_cell_around(mb_passage_paragraph(passage, caret.paragraph)->text, caret.offset, &start, &end);
    target.offset = target.paragraph < caret.paragraph   ? start
                    : target.paragraph > caret.paragraph ? end
                                                         : CLAMP(target.offset, start, end);
    target.paragraph = caret.paragraph;
    return target;
}

static void erase_selection(MbPassage *passage, MbSpot start, MbSpot end)
{
    mb_passage_end_burst(passage);
    mb_range_replace(passage, MB_EDIT_ERASED, start, end, NULL);
    mb_passage_end_burst(passage);
}

static gboolean at_seam(const MbPassage *passage, MbSpot caret, gboolean forward)
{
    return forward ? mb_spot_compare(caret, end_of(passage, caret.paragraph)) == 0 : caret.offset == 0;
}

static void erase_at_seam(MbPassage *passage, MbSpot caret, gboolean forward)
{
    if (!forward && erase_mark(passage, caret.paragraph))
        return;
    int first = forward ? caret.paragraph : caret.paragraph - 1;
    if (first >= 0 && first + 1 < mb_passage_count(passage))
        join(passage, first);
}

void mb_passage_erase(MbPassage *passage, MbUnit unit, gboolean forward)
{
    MbSpot caret = passage->caret;
    MbSpot start, end, target;

    passage->font_set = FALSE;
    if (mb_passage_selection(passage, &start, &end)) {
        erase_selection(passage, start, end);
        return;
    }
    passage->selecting = FALSE;
    if (unit != MB_UNIT_PASSAGE && at_seam(passage, caret, forward)) {
        erase_at_seam(passage, caret, forward);
        return;
    }
    target = within_cell(passage, caret, mb_passage_step(passage, caret, unit, forward));
    if (forward)
        mb_range_replace(passage, MB_EDIT_ERASED, caret, target, NULL);
    else
        mb_range_replace(passage, MB_EDIT_ERASED, target, caret, NULL);
}

/* --- by a command --- */

int mb_passage_insert(MbPassage *passage, int index, const char *notation, int style, int layer)
{
    int at = CLAMP(index, -1, mb_passage_count(passage) - 1) + 1;
    MbParagraph *paragraph = mb_paragraph_new();
    GPtrArray *after = mb_paragraphs_new();
    MbSpot caret = passage->caret;

    paragraph->style = style;
    paragraph->layer = layer;
    mb_paragraph_set_notation(paragraph, notation);
    mb_paragraph_stamp(paragraph);
    g_ptr_array_add(after, paragraph);
    caret.paragraph += caret.paragraph >= at;
    mb_passage_run(passage, MB_EDIT_CHANGED, at, 0, after, caret);
    return at;
}

void mb_passage_replace(MbPassage *passage, MbSpot start, MbSpot end, const char *text)
{
    MbSpot from = mb_passage_clip(passage, start);
    MbSpot to = mb_passage_clip(passage, (MbSpot){from.paragraph, end.offset});
    const MbParagraph *paragraph = mb_passage_paragraph(passage, from.paragraph);
    MbSpot caret = passage->caret;
    guint8 font = from.offset < to.offset ? paragraph->fonts->data[from.offset]
                  : from.offset > 0       ? paragraph->fonts->data[from.offset - 1]
                                          : 0;
    MbParagraph *piece;
    int size;

    if (to.offset < from.offset)
        return;
    piece = mb_piece_new(text, font);
    size = (int)piece->text->len;
    mb_range_replace(passage, MB_EDIT_CHANGED, from, to, piece);
    mb_paragraph_free(piece);
    if (caret.paragraph == from.paragraph && caret.offset > from.offset && caret.offset <= to.offset)
        return;
    if (caret.paragraph == from.paragraph && caret.offset > to.offset)
        caret.offset += size - (to.offset - from.offset);
    mb_passage_set_caret(passage, caret);
}
