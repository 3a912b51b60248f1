/* SPDX-License-Identifier: MIT */
/* How a change becomes an edit: applied, recorded in the journal, told to the sink. */
#include "passage_private.h"

#include "minutebook/base/clock.h"

#include <string.h>

#define GAP           1024 /* between two positions */
#define BURST_SECONDS 10
#define PAUSE_SECONDS 2
#define BURST_BYTES   200

/* --- applying --- */

static MbSlot *slot_at(MbPassage *passage, int index)
{
    return &g_array_index(passage->slots, MbSlot, index);
}

void mb_passage_apply_splice(MbPassage *passage, int index, int offset, int length, const char *text, gsize size,
                             const guint8 *fonts)
{
    MbSlot *slot = slot_at(passage, index);

    mb_paragraph_splice(slot->paragraph, offset, length, text, size, fonts);
    slot->version = ++passage->version;
    slot->words = -1;
}

/* AFTER's paragraphs stand in the slots instead of COUNT from FIRST, which are returned. */
static GPtrArray *exchange_slots(MbPassage *passage, int first, int count, GPtrArray *after)
{
    GPtrArray *old = mb_paragraphs_new();
    g_autofree MbSlot *slots = g_new0(MbSlot, after->len);

    for (int i = 0; i < count; i++)
        g_ptr_array_add(old, g_steal_pointer(&slot_at(passage, first + i)->paragraph));
    passage->version++;
    for (guint i = 0; i < after->len; i++)
        slots[i] = (MbSlot){.paragraph = after->pdata[i], .version = passage->version, .words = -1};
    if (count)
        g_array_remove_range(passage->slots, (guint)first, (guint)count);
    if (after->len)
        g_array_insert_vals(passage->slots, (guint)first, slots, after->len);
    return old;
}

/* Positions of the slots from FROM to before TO, evenly between their neighbours; FALSE where there is no room. */
static gboolean spread(MbPassage *passage, int from, int to)
{
    gint64 low = from > 0 ? slot_at(passage, from - 1)->paragraph->position : 0;
    gboolean last = to == (int)passage->slots->len;
    gint64 step = GAP;

    if (!last)
        step = (slot_at(passage, to)->paragraph->position - low) / (to - from + 1);
    if (step < 1 || low + step * (to - from) > G_MAXINT)
        return FALSE;
    for (int i = from; i < to; i++)
        slot_at(passage, i)->paragraph->position = (int)(low + step * (i - from + 1));
    return TRUE;
}

static void renumber(MbPassage *passage, GPtrArray *changed)
{
    gint64 gap = MIN(GAP, G_MAXINT / ((gint64)passage->slots->len + 1));

    for (guint i = 0; i < passage->slots->len; i++) {
        MbParagraph *paragraph = slot_at(passage, (int)i)->paragraph;
        int position = (int)(gap * ((gint64)i + 1));

        if (changed && paragraph->position != position && !g_ptr_array_find(changed, paragraph, NULL))
            g_ptr_array_add(changed, paragraph);
        paragraph->position = position;
    }
}

/* Whether those that were in the passage already stand in ascending positions between the neighbours of the run. */
static gboolean ascending(MbPassage *passage, int first, int count, GHashTable *old)
{
    int last = first > 0 ? slot_at(passage, first - 1)->paragraph->position : -1;
    int end =
        first + count < (int)passage->slots->len ? slot_at(passage, first + count)->paragraph->position : G_MAXINT;

    for (int i = first; i < first + count; i++) {
        const MbParagraph *before = g_hash_table_lookup(old, slot_at(passage, i)->paragraph->id);

        if (before && (before->position <= last || before->position >= end))
            return FALSE;
        if (before)
            last = before->position;
    }
    return TRUE;
}

/* Those that were there keep their positions, where they can; the others get one between. */
static gboolean place_run(MbPassage *passage, int first, int count, GHashTable *old)
{
    gboolean keep = ascending(passage, first, count, old);

    for (int from = first; from < first + count;) {
        MbParagraph *paragraph = slot_at(passage, from)->paragraph;
        const MbParagraph *before = g_hash_table_lookup(old, paragraph->id);
        int to = from + 1;

        if (keep && before) {
            paragraph->position = before->position;
            from++;
            continue;
        }
        while (to < first + count &&
               !(keep && (before = g_hash_table_lookup(old, slot_at(passage, to)->paragraph->id))))
            to++;
        if (to < first + count)
            slot_at(passage, to)->paragraph->position = before->position;
        if (!spread(passage, from, to))
            return FALSE;
        from = to;
    }
    return TRUE;
}

static gboolean needs_saving(const MbParagraph *before, const MbParagraph *paragraph)
{
    return !before || before->position != paragraph->position || !mb_paragraph_same(before, paragraph) ||
           g_strcmp0(before->typed_at, paragraph->typed_at) != 0 ||
           g_strcmp0(before->speaker, paragraph->speaker) != 0 ||
           g_strcmp0(before->speaker_words, paragraph->speaker_words) != 0;
}

/* Takes out of OLD what is still there; what is left in OLD is gone. */
static void tell_run(MbPassage *passage, int first, int count, GHashTable *old, GPtrArray *changed, GPtrArray *gone)
{
    GHashTableIter iter;
    gpointer id;

    for (int i = first; i < first + count; i++) {
        MbParagraph *paragraph = slot_at(passage, i)->paragraph;

        if (changed && needs_saving(g_hash_table_lookup(old, paragraph->id), paragraph))
            g_ptr_array_add(changed, paragraph);
        g_hash_table_remove(old, paragraph->id);
    }
    g_hash_table_iter_init(&iter, old);
    while (gone && g_hash_table_iter_next(&iter, &id, NULL))
        g_ptr_array_add(gone, g_strdup(id));
}

static MbParagraph *empty_paragraph(const MbPassage *passage)
{
    MbParagraph *paragraph = mb_paragraph_new();

    paragraph->layer = passage->layer;
    return paragraph;
}

void mb_passage_apply_run(MbPassage *passage, int first, int count, GPtrArray *after, GPtrArray *changed,
                          GPtrArray *gone)
{
    g_autoptr(GPtrArray) old = NULL;
    g_autoptr(GHashTable) by_id = g_hash_table_new(g_str_hash, g_str_equal);
    gboolean room;

    if (!after->len && count == (int)passage->slots->len)
        g_ptr_array_add(after, empty_paragraph(passage));
    int added = (int)after->len;
    old = exchange_slots(passage, first, count, after);
    for (guint i = 0; i < old->len; i++)
        g_hash_table_insert(by_id, ((MbParagraph *)old->pdata[i])->id, old->pdata[i]);
    room = place_run(passage, first, added, by_id);
    tell_run(passage, first, added, by_id, changed, gone);
    if (!room)
        renumber(passage, changed);
    g_ptr_array_set_free_func(after, NULL);
    g_ptr_array_unref(after);
}

/* --- recording --- */

MbEdit *mb_passage_begin(const MbPassage *passage, int kind)
{
    MbEdit *edit = g_new0(MbEdit, 1);

    edit->kind = kind;
    edit->offset = -1;
    edit->began = mb_clock_stamp(mb_clock_now());
    edit->ended = g_strdup(edit->began);
    edit->caret_before = passage->caret;
    return edit;
}

/* A paragraph that stands here only because a passage is never empty is saved with the first change. */
static void tell_unsaved(MbPassage *passage, GPtrArray *changed)
{
    int index = mb_passage_index(passage, passage->unsaved);
    MbParagraph *paragraph = index >= 0 ? slot_at(passage, index)->paragraph : NULL;

    if (paragraph && !g_ptr_array_find(changed, paragraph, NULL))
        g_ptr_array_add(changed, paragraph);
    g_clear_pointer(&passage->unsaved, g_free);
}

static void tell(MbPassage *passage, MbEdit *edit, gboolean merged, GPtrArray *changed, GPtrArray *gone)
{
    MbEditing editing = {.edit = edit, .merged = merged, .changed = changed, .gone = gone};

    edit->caret_after = passage->caret;
    if (passage->unsaved)
        tell_unsaved(passage, changed);
    if (passage->sink)
        passage->sink(passage->data, &editing);
}

void mb_passage_record(MbPassage *passage, MbEdit *edit, GPtrArray *changed, GPtrArray *gone)
{
    guint count = passage->edits->len;

    edit->seq = count ? ((MbEdit *)passage->edits->pdata[count - 1])->seq + 1 : 1;
    g_ptr_array_add(passage->edits, edit);
    mb_passage_stack(passage, edit);
    tell(passage, edit, FALSE, changed, gone);
}

/* --- bursts of keystrokes --- */

static gboolean ends_sentence(const char *text, int length)
{
    return length >= 2 && text[length - 1] == ' ' && strchr(".?!", text[length - 2]) && text[length - 2];
}

/* The last edit, where a keystroke of KIND may grow it. */
static MbEdit *growing(const MbPassage *passage, int kind, const MbParagraph *paragraph)
{
    MbEdit *edit = passage->burst ? passage->edits->pdata[passage->edits->len - 1] : NULL;
    gint64 now = mb_clock_now();

    if (!edit || edit->kind != kind || edit->offset < 0 || strcmp(edit->paragraph, paragraph->id) != 0)
        return NULL;
    return now >= passage->burst_ended && now - passage->burst_began < BURST_SECONDS &&
                   now - passage->burst_ended < PAUSE_SECONDS
               ? edit
               : NULL;
}

static gboolean grow_typed(MbPassage *passage, MbSpot at, const char *text, gsize size, const guint8 *fonts)
{
    MbParagraph *paragraph = slot_at(passage, at.paragraph)->paragraph;
    MbEdit *edit = growing(passage, MB_EDIT_TYPED, paragraph);

    if (!edit || at.offset != edit->offset + passage->burst_length || passage->burst_length + (int)size > BURST_BYTES ||
        ends_sentence(paragraph->text->str + edit->offset, passage->burst_length))
        return FALSE;
    mb_passage_apply_splice(passage, at.paragraph, at.offset, 0, text, size, fonts);
    passage->burst_length += (int)size;
    g_free(edit->after);
    edit->after = mb_paragraph_fragment(paragraph, edit->offset, passage->burst_length);
    return TRUE;
}

static gboolean grow_erased(MbPassage *passage, MbSpot at, int length)
{
    MbParagraph *paragraph = slot_at(passage, at.paragraph)->paragraph;
    MbEdit *edit = growing(passage, MB_EDIT_ERASED, paragraph);
    MbParagraph *erased = passage->burst_before;

    if (!edit || (at.offset != edit->offset && at.offset + length != edit->offset) ||
        (int)erased->text->len + length > BURST_BYTES)
        return FALSE;
    mb_paragraph_splice(erased, at.offset < edit->offset ? 0 : (int)erased->text->len, 0,
                        paragraph->text->str + at.offset, (gsize)length, paragraph->fonts->data + at.offset);
    mb_passage_apply_splice(passage, at.paragraph, at.offset, length, "", 0, NULL);
    edit->offset = at.offset;
    g_free(edit->before);
    edit->before = mb_paragraph_notation(erased);
    return TRUE;
}

static gboolean grow(MbPassage *passage, int kind, MbSpot at, int length, const char *text, gsize size,
                     const guint8 *fonts)
{
    if (kind == MB_EDIT_TYPED && !length)
        return grow_typed(passage, at, text, size, fonts);
    return kind == MB_EDIT_ERASED && !size && grow_erased(passage, at, length);
}

static void begin_burst(MbPassage *passage, int kind, const MbParagraph *erased, gsize size)
{
    passage->burst = kind == MB_EDIT_TYPED || kind == MB_EDIT_ERASED;
    passage->burst_began = mb_clock_now();
    passage->burst_length = (int)size;
    mb_paragraph_free(passage->burst_before);
    passage->burst_before = mb_paragraph_copy(erased);
}

/* LENGTH bytes at OFFSET as a paragraph of their own. */
static MbParagraph *cut_out(const MbParagraph *paragraph, int offset, int length)
{
    MbParagraph *piece = mb_paragraph_new();

    if (length)
        mb_paragraph_splice(piece, 0, 0, paragraph->text->str + offset, (gsize)length, paragraph->fonts->data + offset);
    return piece;
}

static MbEdit *splice_new(MbPassage *passage, int kind, MbSpot at, int length, const char *text, gsize size,
                          const guint8 *fonts)
{
    MbParagraph *paragraph = slot_at(passage, at.paragraph)->paragraph;
    MbParagraph *erased = cut_out(paragraph, at.offset, length);
    MbEdit *edit = mb_passage_begin(passage, kind);

    edit->paragraph = g_strdup(paragraph->id);
    edit->offset = at.offset;
    edit->before = mb_paragraph_notation(erased);
    if (!paragraph->text->len && (kind == MB_EDIT_TYPED || kind == MB_EDIT_PASTED))
        mb_paragraph_stamp(paragraph);
    mb_passage_apply_splice(passage, at.paragraph, at.offset, length, text, size, fonts);
    edit->after = mb_paragraph_fragment(paragraph, at.offset, (int)size);
    begin_burst(passage, kind, erased, size);
    mb_paragraph_free(erased);
    return edit;
}

static void tell_grown(MbPassage *passage, GPtrArray *changed, GPtrArray *gone)
{
    MbEdit *edit = passage->edits->pdata[passage->edits->len - 1];

    g_free(edit->ended);
    edit->ended = mb_clock_stamp(mb_clock_now());
    tell(passage, edit, TRUE, changed, gone);
}

void mb_passage_splice(MbPassage *passage, int kind, MbSpot at, int length, const char *text, gsize size,
                       const guint8 *fonts, MbSpot caret)
{
    g_autoptr(GPtrArray) changed = g_ptr_array_new();
    g_autoptr(GPtrArray) gone = g_ptr_array_new();
    MbEdit *edit = NULL;

    if (!length && !size)
        return;
    g_ptr_array_add(changed, slot_at(passage, at.paragraph)->paragraph);
    if (!grow(passage, kind, at, length, text, size, fonts))
        edit = splice_new(passage, kind, at, length, text, size, fonts);
    passage->burst_ended = mb_clock_now();
    mb_passage_set_caret(passage, caret);
    if (edit)
        mb_passage_record(passage, edit, changed, gone);
    else
        tell_grown(passage, changed, gone);
}

/* --- runs of paragraphs --- */

static void freeze_into(GString *out, const MbParagraph *paragraph)
{
    g_autofree char *frozen = mb_paragraph_freeze(paragraph);

    if (out->len)
        g_string_append_c(out, '\n');
    g_string_append(out, frozen);
}

static char *freeze_slots(MbPassage *passage, int first, int count)
{
    GString *out = g_string_new(NULL);

    for (int i = first; i < first + count; i++)
        freeze_into(out, slot_at(passage, i)->paragraph);
    return g_string_free(out, FALSE);
}

/* Whether the run is as it is to be: nothing changes. */
static gboolean run_same(MbPassage *passage, int first, int count, const GPtrArray *after)
{
    gboolean same = (int)after->len == count;

    for (int i = 0; same && i < count; i++)
        same = mb_paragraph_same(slot_at(passage, first + i)->paragraph, after->pdata[i]);
    return same;
}

void mb_passage_run(MbPassage *passage, int kind, int first, int count, GPtrArray *after, MbSpot caret)
{
    g_autoptr(GPtrArray) changed = g_ptr_array_new();
    g_autoptr(GPtrArray) gone = g_ptr_array_new_with_free_func(g_free);
    int others;
    MbEdit *edit;

    mb_passage_end_burst(passage);
    mb_numbers_loosen(passage, first, &count, after);
    others = (int)passage->slots->len - count;
    if (run_same(passage, first, count, after)) {
        g_ptr_array_unref(after);
        mb_passage_set_caret(passage, caret);
        return;
    }
    edit = mb_passage_begin(passage, kind);
    edit->paragraph = first > 0 ? g_strdup(slot_at(passage, first - 1)->paragraph->id) : NULL;
    edit->before = freeze_slots(passage, first, count);
    mb_passage_apply_run(passage, first, count, after, changed, gone);
    edit->after = freeze_slots(passage, first, (int)passage->slots->len - others);
    mb_passage_set_caret(passage, caret);
    mb_passage_record(passage, edit, changed, gone);
}
