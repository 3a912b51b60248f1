/* SPDX-License-Identifier: MIT */
/* Styles, levels, fonts, layers, and paragraphs that move. The selection stays. */
#include "passage_private.h"

#include <string.h>

typedef struct {
    MbSpot caret, anchor;
    gboolean selecting;
} Held;

static Held hold(const MbPassage *passage)
{
    return (Held){passage->caret, passage->anchor, passage->selecting};
}

static void let_go(MbPassage *passage, Held held)
{
    passage->caret = mb_passage_clip(passage, held.caret);
    passage->anchor = mb_passage_clip(passage, held.anchor);
    passage->selecting = held.selecting;
}

/* The paragraphs that the selection or the caret is in. One in which a selection only begins to end is not. */
static void selected(const MbPassage *passage, int *first, int *last)
{
    MbSpot start = passage->caret;
    MbSpot end = passage->caret;

    mb_passage_selection(passage, &start, &end);
    *first = start.paragraph;
    *last = end.paragraph > start.paragraph && end.offset == 0 ? end.paragraph - 1 : end.paragraph;
}

static GPtrArray *copies(const MbPassage *passage, int first, int last)
{
    GPtrArray *after = mb_paragraphs_new();

    for (int i = first; i <= last; i++)
        g_ptr_array_add(after, mb_paragraph_copy(mb_passage_paragraph(passage, i)));
    return after;
}

/* AFTER takes the place of what stands from FIRST on; caret and selection stay. */
static void change(MbPassage *passage, int first, GPtrArray *after)
{
    Held held = hold(passage);

    mb_passage_run(passage, MB_EDIT_CHANGED, first, (int)after->len, after, passage->caret);
    let_go(passage, held);
}

void mb_passage_set_style(MbPassage *passage, int style)
{
    int first, last;
    GPtrArray *after;

    if (style == MB_STYLE_TABLE || style < 0 || style > MB_STYLE_EDITOR)
        return;
    selected(passage, &first, &last);
    after = copies(passage, first, last);
    for (guint i = 0; i < after->len; i++)
        if (((MbParagraph *)after->pdata[i])->style != MB_STYLE_TABLE)
            mb_paragraph_restyle(after->pdata[i], style);
    change(passage, first, after);
}

void mb_passage_indent(MbPassage *passage, int by)
{
    int first, last;
    GPtrArray *after;

    selected(passage, &first, &last);
    after = copies(passage, first, last);
    for (guint i = 0; i < after->len; i++) {
        MbParagraph *paragraph = after->pdata[i];

        if (mb_paragraph_in_list(paragraph))
            paragraph->level = CLAMP(paragraph->level + CLAMP(by, -1, 1), 0, MB_DEEPEST_LEVEL);
    }
    change(passage, first, after);
}

void mb_passage_set_layer(MbPassage *passage, int first, int last, int layer)
{
    int from = MAX(first, 0);
    int to = MIN(last, mb_passage_count(passage) - 1);
    GPtrArray *after;

    if (from > to || layer < MB_LAYER_MINUTE || layer > MB_LAYER_PRIVATE)
        return;
    after = copies(passage, from, to);
    for (guint i = 0; i < after->len; i++)
        ((MbParagraph *)after->pdata[i])->layer = layer;
    change(passage, from, after);
}

void mb_passage_move_paragraphs(MbPassage *passage, gboolean down)
{
    int by = down ? 1 : -1;
    int first, last;
    Held held;
    GPtrArray *after;

    selected(passage, &first, &last);
    if (down ? last + 1 >= mb_passage_count(passage) : first == 0)
        return;
    held = hold(passage);
    held.caret.paragraph += by;
    held.anchor.paragraph += by;
    after = copies(passage, down ? first : first - 1, down ? last + 1 : last);
    if (down)
        g_ptr_array_insert(after, 0, g_ptr_array_steal_index(after, after->len - 1));
    else
        g_ptr_array_add(after, g_ptr_array_steal_index(after, 0));
    mb_passage_run(passage, MB_EDIT_CHANGED, down ? first : first - 1, (int)after->len, after, held.caret);
    let_go(passage, held);
}

/* --- fonts --- */

/* The bytes of paragraph INDEX that the selection covers. */
static void covered(const MbPassage *passage, int index, int *from, int *to)
{
    MbSpot start, end;

    mb_passage_selection(passage, &start, &end);
    *from = index == start.paragraph ? start.offset : 0;
    *to = index == end.paragraph ? end.offset : (int)mb_passage_paragraph(passage, index)->text->len;
}

static gboolean all_have(const MbPassage *passage, int first, int last, MbFont font)
{
    for (int i = first; i <= last; i++) {
        const MbParagraph *paragraph = mb_passage_paragraph(passage, i);
        int from, to;

        covered(passage, i, &from, &to);
        for (int at = from; at < to; at++)
            if (!g_ascii_isspace(paragraph->text->str[at]) && !(paragraph->fonts->data[at] & font))
                return FALSE;
    }
    return TRUE;
}

/* The fonts of FROM to TO with FONT put in or taken out. */
static guint8 *with_font(const MbParagraph *paragraph, int from, int to, MbFont font, gboolean on)
{
    guint8 *fonts = mb_fonts_of(0, (gsize)(to - from));

    for (int i = from; i < to; i++)
        fonts[i - from] = (guint8)(on ? paragraph->fonts->data[i] | font : paragraph->fonts->data[i] & ~font);
    return fonts;
}

/* Within one paragraph the edit holds only what is selected. */
static void font_within(MbPassage *passage, int index, MbFont font, gboolean on)
{
    const MbParagraph *paragraph = mb_passage_paragraph(passage, index);
    Held held = hold(passage);
    int from, to;

    covered(passage, index, &from, &to);
    g_autofree guint8 *fonts = with_font(paragraph, from, to, font, on);
    g_autofree char *text = g_strndup(paragraph->text->str + from, (gsize)(to - from));
    mb_passage_splice(passage, MB_EDIT_CHANGED, (MbSpot){index, from}, to - from, text, (gsize)(to - from), fonts,
                      passage->caret);
    let_go(passage, held);
}

static void font_across(MbPassage *passage, int first, int last, MbFont font, gboolean on)
{
    GPtrArray *after = copies(passage, first, last);

    for (int i = first; i <= last; i++) {
        MbParagraph *paragraph = after->pdata[i - first];
        int from, to;

        covered(passage, i, &from, &to);
        g_autofree guint8 *fonts = with_font(paragraph, from, to, font, on);
        g_autofree char *text = g_strndup(paragraph->text->str + from, (gsize)(to - from));
        mb_paragraph_splice(paragraph, from, to - from, text, (gsize)(to - from), fonts);
    }
    change(passage, first, after);
}

void mb_passage_toggle_font(MbPassage *passage, MbFont font)
{
    MbSpot start, end;
    gboolean on;

    if (!mb_passage_selection(passage, &start, &end)) {
        passage->typing_font = mb_passage_font(passage) ^ (guint8)font;
        passage->font_set = TRUE;
        return;
    }
    passage->font_set = FALSE;
    mb_passage_end_burst(passage);
    on = !all_have(passage, start.paragraph, end.paragraph, font);
    if (start.paragraph == end.paragraph)
        font_within(passage, start.paragraph, font, on);
    else
        font_across(passage, start.paragraph, end.paragraph, font, on);
}
