/* SPDX-License-Identifier: MIT */
/* A passage's state: its paragraphs, caret and selection. How it changes: passage_edit.c and the files above it. */
#include "passage_private.h"

#include "cluster.h"

#include <string.h>

#define GAP 1024

static void clear_slot(gpointer slot)
{
    mb_paragraph_free(((MbSlot *)slot)->paragraph);
}

static void add_slot(MbPassage *passage, MbParagraph *paragraph, guint64 version)
{
    MbSlot slot = {.paragraph = paragraph, .version = version, .words = -1};

    g_array_append_val(passage->slots, slot);
}

/* There is always a paragraph to stand in. */
static void ensure_one(MbPassage *passage)
{
    MbParagraph *paragraph;

    if (passage->slots->len)
        return;
    paragraph = mb_paragraph_new();
    paragraph->layer = passage->layer;
    paragraph->position = GAP;
    g_free(passage->unsaved);
    passage->unsaved = g_strdup(paragraph->id);
    add_slot(passage, paragraph, passage->version);
}

/* PARAGRAPHS move into the slots. */
static void take_paragraphs(MbPassage *passage, GPtrArray *paragraphs)
{
    for (guint i = 0; paragraphs && i < paragraphs->len; i++)
        add_slot(passage, g_steal_pointer(&paragraphs->pdata[i]), passage->version);
    if (paragraphs)
        g_ptr_array_unref(paragraphs);
    ensure_one(passage);
}

static MbEdit *pop(GPtrArray *stack, gint64 seq)
{
    for (guint i = stack->len; i > 0; i--) {
        MbEdit *edit = stack->pdata[i - 1];

        if (edit->seq != seq)
            continue;
        g_ptr_array_remove_index(stack, i - 1);
        return edit;
    }
    return NULL;
}

void mb_passage_stack(MbPassage *passage, MbEdit *edit)
{
    gboolean undone = edit->kind == MB_EDIT_UNDONE;

    if (undone || edit->kind == MB_EDIT_REDONE) {
        MbEdit *moved = pop(undone ? passage->undo : passage->redo, edit->of);

        if (moved)
            g_ptr_array_add(undone ? passage->redo : passage->undo, moved);
        return;
    }
    g_ptr_array_set_size(passage->redo, 0);
    g_ptr_array_add(passage->undo, edit);
}

MbPassage *mb_passage_new(GPtrArray *paragraphs, GPtrArray *edits, int layer)
{
    MbPassage *passage = g_new0(MbPassage, 1);

    passage->slots = g_array_new(FALSE, FALSE, sizeof(MbSlot));
    g_array_set_clear_func(passage->slots, clear_slot);
    passage->edits = edits ? edits : g_ptr_array_new();
    g_ptr_array_set_free_func(passage->edits, (GDestroyNotify)mb_edit_free);
    passage->undo = g_ptr_array_new();
    passage->redo = g_ptr_array_new();
    passage->layer = layer;
    passage->version = 1;
    passage->elsewhere = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    take_paragraphs(passage, paragraphs);
    for (guint i = 0; i < passage->edits->len; i++)
        mb_passage_stack(passage, passage->edits->pdata[i]);
    passage->caret = mb_passage_step(passage, passage->caret, MB_UNIT_PASSAGE, TRUE);
    return passage;
}

void mb_passage_free(MbPassage *passage)
{
    if (!passage)
        return;
    g_array_unref(passage->slots);
    g_ptr_array_unref(passage->undo);
    g_ptr_array_unref(passage->redo);
    g_ptr_array_unref(passage->edits);
    g_free(passage->unsaved);
    g_hash_table_unref(passage->elsewhere);
    mb_paragraph_free(passage->burst_before);
    g_free(passage);
}

void mb_passage_set_sink(MbPassage *passage, MbEditSink sink, gpointer data)
{
    passage->sink = sink;
    passage->data = data;
}

/* --- paragraphs --- */

static const MbSlot *slot_at(const MbPassage *passage, int index)
{
    int last = (int)passage->slots->len - 1;

    return &g_array_index(passage->slots, MbSlot, CLAMP(index, 0, last));
}

int mb_passage_count(const MbPassage *passage)
{
    return (int)passage->slots->len;
}

const MbParagraph *mb_passage_paragraph(const MbPassage *passage, int index)
{
    return slot_at(passage, index)->paragraph;
}

MbParagraph *mb_slot_paragraph(const MbPassage *passage, int index)
{
    return slot_at(passage, index)->paragraph;
}

int mb_passage_index(const MbPassage *passage, const char *id)
{
    for (guint i = 0; id && i < passage->slots->len; i++)
        if (strcmp(g_array_index(passage->slots, MbSlot, i).paragraph->id, id) == 0)
            return (int)i;
    return -1;
}

guint64 mb_passage_version(const MbPassage *passage)
{
    return passage->version;
}

guint64 mb_passage_paragraph_version(const MbPassage *passage, int index)
{
    return slot_at(passage, index)->version;
}

int mb_passage_place_in_list(const MbPassage *passage, int index)
{
    int level = mb_passage_paragraph(passage, index)->level;
    int place = 1;

    for (int i = index - 1; i >= 0; i--) {
        const MbParagraph *before = mb_passage_paragraph(passage, i);

        if (!mb_paragraph_in_list(before) || before->level < level)
            break;
        place += before->level == level;
    }
    return place;
}

char *mb_passage_number(const MbPassage *passage, int index)
{
    const MbParagraph *paragraph = mb_passage_paragraph(passage, index);
    const char *number = paragraph->number;

    if (paragraph->style == MB_STYLE_NUMBERED && !number)
        return g_strdup_printf("%d.", mb_passage_place_in_list(passage, index));
    if (paragraph->style == MB_STYLE_NUMBERED)
        return g_str_has_suffix(number, ".") || strpbrk(number, "()") ? g_strdup(number)
                                                                      : g_strconcat(number, ".", NULL);
    return mb_paragraph_in_list(paragraph) || paragraph->style == MB_STYLE_TABLE ? NULL : g_strdup(number);
}

/* --- caret --- */

int mb_spot_compare(MbSpot a, MbSpot b)
{
    return a.paragraph != b.paragraph ? (a.paragraph < b.paragraph ? -1 : 1)
                                      : (a.offset > b.offset) - (a.offset < b.offset);
}

MbSpot mb_passage_clip(const MbPassage *passage, MbSpot spot)
{
    int last = (int)passage->slots->len - 1;

    if (spot.paragraph < 0)
        return (MbSpot){0, 0};
    if (spot.paragraph > last)
        return (MbSpot){last, (int)mb_passage_paragraph(passage, last)->text->len};
    spot.offset = mb_cluster_floor(mb_passage_paragraph(passage, spot.paragraph)->text, spot.offset);
    return spot;
}

MbSpot mb_passage_caret(const MbPassage *passage)
{
    return passage->caret;
}

void mb_passage_end_burst(MbPassage *passage)
{
    passage->burst = FALSE;
}

void mb_passage_set_caret(MbPassage *passage, MbSpot spot)
{
    passage->caret = mb_passage_clip(passage, spot);
    passage->selecting = FALSE;
}

void mb_passage_place(MbPassage *passage, MbSpot spot, gboolean select)
{
    if (select && !passage->selecting)
        passage->anchor = passage->caret;
    passage->selecting = select;
    passage->caret = mb_passage_clip(passage, spot);
    passage->font_set = FALSE;
    mb_passage_end_burst(passage);
}

void mb_passage_select(MbPassage *passage, MbSpot anchor, MbSpot caret)
{
    mb_passage_place(passage, anchor, FALSE);
    mb_passage_place(passage, caret, TRUE);
}

gboolean mb_passage_selection(const MbPassage *passage, MbSpot *start, MbSpot *end)
{
    gboolean forward = mb_spot_compare(passage->anchor, passage->caret) < 0;

    if (!passage->selecting || mb_spot_compare(passage->anchor, passage->caret) == 0)
        return FALSE;
    if (start)
        *start = forward ? passage->anchor : passage->caret;
    if (end)
        *end = forward ? passage->caret : passage->anchor;
    return TRUE;
}

gboolean mb_passage_in_table(const MbPassage *passage, MbSpot spot)
{
    return mb_passage_paragraph(passage, spot.paragraph)->style == MB_STYLE_TABLE;
}

static MbSpot end_of(const MbPassage *passage, int index)
{
    return (MbSpot){index, (int)mb_passage_paragraph(passage, index)->text->len};
}

static MbSpot step_forward(const MbPassage *passage, MbSpot spot, MbUnit unit)
{
    const GString *text = mb_passage_paragraph(passage, spot.paragraph)->text;
    int last = (int)passage->slots->len - 1;

    if (unit == MB_UNIT_PASSAGE)
        return end_of(passage, last);
    if (spot.offset >= (int)text->len) {
        if (spot.paragraph == last)
            return spot;
        return unit == MB_UNIT_PARAGRAPH ? end_of(passage, spot.paragraph + 1) : (MbSpot){spot.paragraph + 1, 0};
    }
    if (unit == MB_UNIT_PARAGRAPH)
        spot.offset = (int)text->len;
    else
        spot.offset = unit == MB_UNIT_WORD ? mb_word_next(text, spot.offset) : mb_cluster_next(text, spot.offset);
    return spot;
}

static MbSpot step_back(const MbPassage *passage, MbSpot spot, MbUnit unit)
{
    const GString *text = mb_passage_paragraph(passage, spot.paragraph)->text;

    if (unit == MB_UNIT_PASSAGE || (spot.paragraph == 0 && spot.offset <= 0))
        return (MbSpot){0, 0};
    if (spot.offset <= 0)
        return unit == MB_UNIT_PARAGRAPH ? (MbSpot){spot.paragraph - 1, 0} : end_of(passage, spot.paragraph - 1);
    if (unit == MB_UNIT_PARAGRAPH)
        spot.offset = 0;
    else
        spot.offset =
            unit == MB_UNIT_WORD ? mb_word_previous(text, spot.offset) : mb_cluster_previous(text, spot.offset);
    return spot;
}

MbSpot mb_passage_step(const MbPassage *passage, MbSpot spot, MbUnit unit, gboolean forward)
{
    MbSpot from = mb_passage_clip(passage, spot);

    return forward ? step_forward(passage, from, unit) : step_back(passage, from, unit);
}

void mb_passage_move(MbPassage *passage, MbUnit unit, gboolean forward, gboolean select)
{
    MbSpot start, end;

    if (!select && unit == MB_UNIT_CHARACTER && mb_passage_selection(passage, &start, &end))
        mb_passage_place(passage, forward ? end : start, FALSE);
    else
        mb_passage_place(passage, mb_passage_step(passage, passage->caret, unit, forward), select);
}

void mb_passage_select_unit(MbPassage *passage, MbSpot spot, MbUnit unit)
{
    MbSpot start = mb_passage_clip(passage, spot);
    MbSpot end = start;
    const GString *text = mb_passage_paragraph(passage, start.paragraph)->text;

    if (unit == MB_UNIT_PASSAGE) {
        start = (MbSpot){0, 0};
        end = end_of(passage, (int)passage->slots->len - 1);
    } else if (unit == MB_UNIT_PARAGRAPH) {
        start.offset = 0;
        end.offset = (int)text->len;
    } else if (unit == MB_UNIT_WORD) {
        mb_word_around(text, start.offset, &start.offset, &end.offset);
    } else {
        end.offset = mb_cluster_next(text, start.offset);
    }
    mb_passage_select(passage, start, end);
}

/* --- reload --- */

typedef struct {
    char *id;
    MbSpot spot;
} Kept;

static Kept keep(const MbPassage *passage, MbSpot spot)
{
    return (Kept){g_strdup(mb_passage_paragraph(passage, spot.paragraph)->id), spot};
}

/* Where the spot is now; where its paragraph is gone, the same place by number. */
static MbSpot restore(const MbPassage *passage, Kept *kept, gboolean *found)
{
    int index = mb_passage_index(passage, kept->id);
    MbSpot spot = kept->spot;

    *found = index >= 0;
    if (index >= 0)
        spot.paragraph = index;
    g_clear_pointer(&kept->id, g_free);
    return mb_passage_clip(passage, spot);
}

/* Version and words of an unchanged paragraph stay; TRUE where something is different. */
static gboolean compare_slot(MbPassage *passage, GHashTable *old, MbSlot *slot)
{
    const MbSlot *before = g_hash_table_lookup(old, slot->paragraph->id);

    if (before && mb_paragraph_same(before->paragraph, slot->paragraph)) {
        slot->version = before->version;
        slot->words = before->words;
        return FALSE;
    }
    g_hash_table_add(passage->elsewhere, g_strdup(slot->paragraph->id));
    return TRUE;
}

static gboolean replace_slots(MbPassage *passage, GPtrArray *paragraphs)
{
    g_autoptr(GArray) old = g_steal_pointer(&passage->slots);
    g_autoptr(GHashTable) by_id = g_hash_table_new(g_str_hash, g_str_equal);
    gboolean changed;

    passage->version++;
    passage->slots = g_array_new(FALSE, FALSE, sizeof(MbSlot));
    g_array_set_clear_func(passage->slots, clear_slot);
    take_paragraphs(passage, paragraphs);
    for (guint i = 0; i < old->len; i++)
        g_hash_table_insert(by_id, g_array_index(old, MbSlot, i).paragraph->id, &g_array_index(old, MbSlot, i));
    changed = old->len != passage->slots->len;
    for (guint i = 0; i < passage->slots->len; i++) {
        MbSlot *slot = &g_array_index(passage->slots, MbSlot, i);

        if (i < old->len && strcmp(g_array_index(old, MbSlot, i).paragraph->id, slot->paragraph->id) != 0)
            changed = TRUE;
        changed |= compare_slot(passage, by_id, slot);
    }
    return changed;
}

void mb_passage_reload(MbPassage *passage, GPtrArray *paragraphs)
{
    Kept caret = keep(passage, passage->caret);
    Kept anchor = keep(passage, passage->anchor);
    gboolean caret_found, anchor_found;

    /* Nothing in the book, and nothing written here yet. */
    if (passage->unsaved && (!paragraphs || !paragraphs->len)) {
        g_clear_pointer(&paragraphs, g_ptr_array_unref);
        g_free(caret.id);
        g_free(anchor.id);
        return;
    }
    g_clear_pointer(&passage->unsaved, g_free);
    if (replace_slots(passage, paragraphs))
        mb_passage_end_burst(passage);
    else
        passage->version--;
    passage->caret = restore(passage, &caret, &caret_found);
    passage->anchor = restore(passage, &anchor, &anchor_found);
    passage->selecting = passage->selecting && caret_found && anchor_found;
}

/* --- counting --- */

static int count_words(const GString *text)
{
    int words = 0;
    gboolean inside = FALSE;

    for (const char *at = text->str; *at; at = g_utf8_next_char(at)) {
        gboolean space = g_unichar_isspace(g_utf8_get_char(at));

        words += !space && !inside;
        inside = !space;
    }
    return words;
}

int mb_passage_words(const MbPassage *passage)
{
    int words = 0;

    for (guint i = 0; i < passage->slots->len; i++) {
        MbSlot *slot = &g_array_index(passage->slots, MbSlot, i);

        if (slot->words < 0)
            slot->words = count_words(slot->paragraph->text);
        words += slot->words;
    }
    return words;
}
