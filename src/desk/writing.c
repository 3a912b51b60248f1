/* SPDX-License-Identifier: MIT */
/* Each change of the passage into the book before the call that made it returns. What cannot be saved is queued by its
   paragraphs' ids, so that a later try saves them as they are then. */
#include "writing_private.h"

#include "minutebook/base/error.h"
#include "minutebook/base/id.h"
#include "minutebook/store/record.h"
#include "minutebook/store/typing.h"

#include <string.h>

void mb_agreed_free(gpointer data)
{
    MbAgreed *agreed = data;

    mb_record_free(agreed->book);
    mb_record_free(agreed->ours);
    mb_record_free(agreed->saving);
    g_free(agreed);
}

static MbAgreed *agreed_of(MbWriting *writing, const char *id)
{
    MbAgreed *agreed = g_hash_table_lookup(writing->agreed, id);

    if (agreed)
        return agreed;
    agreed = g_new0(MbAgreed, 1);
    g_hash_table_insert(writing->agreed, g_strdup(id), agreed);
    return agreed;
}

/* What another hand wrote into the paragraph since is joined with what is to be saved. */
static void join(MbWriting *writing, MbAgreed *agreed, MbMinute *mine, const MbMinute *base, const MbMinute *theirs)
{
    if (!agreed->saving)
        agreed->saving = mb_record_copy(mine);
    mb_writing_merge(mine, base, theirs);
    writing->met = TRUE;
}

static gboolean meet(gpointer data, MbMinute *mine, const MbMinute *theirs)
{
    MbWriting *writing = data;
    MbAgreed *agreed = mine || theirs ? g_hash_table_lookup(writing->agreed, mine ? mine->id : theirs->id) : NULL;

    if (!theirs || !agreed || !agreed->book || mb_record_equal(agreed->book, theirs))
        return TRUE;
    if (mine)
        join(writing, agreed, mine, agreed->book, theirs);
    writing->met = TRUE;
    return mine != NULL;
}

/* --- from the passage to records --- */

MbJournal *mb_writing_journal_of(MbWriting *writing, const MbEdit *edit, gboolean merged)
{
    MbJournal *row = g_new0(MbJournal, 1);

    row->noun = &MB_JOURNAL;
    if (!merged || edit->seq != writing->journal_seq || !writing->journal_id)
        mb_set_take(&writing->journal_id, mb_id_new());
    writing->journal_seq = edit->seq;
    row->id = g_strdup(writing->journal_id);
    row->meeting = g_strdup(writing->meeting);
    row->item = g_strdup(writing->item);
    row->layer = writing->layer;
    row->seq = (int)edit->seq;
    row->undoes = edit->of ? (int)edit->of : MB_NO_INT;
    row->kind = g_strdup(mb_edit_words[edit->kind]);
    row->began = g_strdup(edit->began);
    row->ended = g_strdup(edit->ended);
    row->paragraph = g_strdup(edit->paragraph);
    row->at = edit->offset;
    mb_set(&row->before, edit->before);
    mb_set(&row->after, edit->after);
    row->carets = g_strdup_printf("%d:%d %d:%d", edit->caret_before.paragraph, edit->caret_before.offset,
                                  edit->caret_after.paragraph, edit->caret_after.offset);
    row->who = g_strdup(mb_desk_user(writing->desk));
    return row;
}

static MbMinute *minute_of(MbWriting *writing, const MbParagraph *paragraph, GPtrArray *cells)
{
    MbMinute *minute = g_new0(MbMinute, 1);
    MbAgreed *agreed;

    minute->noun = &MB_MINUTE;
    mb_paragraph_store(paragraph, minute, cells);
    minute->meeting = g_strdup(writing->meeting);
    minute->item = g_strdup(writing->item);
    agreed = agreed_of(writing, minute->id);
    g_clear_pointer(&agreed->saving, mb_record_free);
    if (agreed->ours)
        join(writing, agreed, minute, agreed->ours, agreed->book);
    return minute;
}

/* --- saving --- */

/* The records of a save; the array owns what it holds. */
typedef struct {
    GPtrArray *journal, *changed, *cells, *gone;
} Batch;

static void batch_init(Batch *batch)
{
    batch->journal = g_ptr_array_new();
    batch->changed = g_ptr_array_new_with_free_func(mb_record_free);
    batch->cells = g_ptr_array_new_with_free_func(mb_record_free);
    batch->gone = g_ptr_array_new();
}

static void batch_clear(Batch *batch)
{
    g_ptr_array_unref(batch->journal);
    g_ptr_array_unref(batch->changed);
    g_ptr_array_unref(batch->cells);
    g_ptr_array_unref(batch->gone);
}

/* What was saved is what both agree on. */
static void agree(MbWriting *writing, Batch *batch)
{
    for (guint i = 0; i < batch->gone->len; i++)
        g_hash_table_remove(writing->agreed, batch->gone->pdata[i]);
    for (guint i = 0; i < batch->changed->len; i++) {
        MbMinute *minute = batch->changed->pdata[i];
        MbAgreed *agreed = agreed_of(writing, minute->id);

        mb_record_free(agreed->book);
        mb_record_free(agreed->ours);
        agreed->book = minute;
        agreed->ours = g_steal_pointer(&agreed->saving);
    }
    g_ptr_array_set_free_func(batch->changed, NULL);
}

static gboolean save(MbWriting *writing, Batch *batch)
{
    g_autoptr(GError) error = NULL;
    MbBook *book = mb_desk_book(writing->desk);

    mb_typing_set_meet(book, meet, writing);
    if (mb_typing_save_all(book, mb_desk_user(writing->desk), batch->journal, batch->changed, batch->cells, batch->gone,
                           &error)) {
        agree(writing, batch);
        g_clear_pointer(&writing->why, g_free);
        return TRUE;
    }
    g_free(writing->why);
    writing->why = g_strconcat("NOT SAVED: ", error->message, NULL);
    writing->tried = g_get_monotonic_time();
    return FALSE;
}

static void note_time(MbWriting *writing)
{
    writing->changed = g_get_monotonic_time();
    if (!writing->unsynced_from)
        writing->unsynced_from = writing->changed;
    writing->settled = FALSE;
}

static gboolean nothing_queued(const MbWriting *writing)
{
    return !g_hash_table_size(writing->dirty) && !g_hash_table_size(writing->gone) && !writing->journal->len;
}

static void add_dirty(MbWriting *writing, Batch *batch)
{
    GHashTableIter iter;
    gpointer id;

    g_hash_table_iter_init(&iter, writing->dirty);
    while (g_hash_table_iter_next(&iter, &id, NULL)) {
        int index = mb_passage_index(writing->passage, id);

        if (index >= 0)
            g_ptr_array_add(batch->changed,
                            minute_of(writing, mb_passage_paragraph(writing->passage, index), batch->cells));
    }
    g_hash_table_iter_init(&iter, writing->gone);
    while (g_hash_table_iter_next(&iter, &id, NULL))
        g_ptr_array_add(batch->gone, id);
}

gboolean mb_writing_flush(MbWriting *writing)
{
    Batch batch;
    gboolean done;

    if (nothing_queued(writing))
        return TRUE;
    batch_init(&batch);
    add_dirty(writing, &batch);
    for (guint i = 0; i < writing->journal->len; i++)
        g_ptr_array_add(batch.journal, writing->journal->pdata[i]);
    done = save(writing, &batch);
    if (done) {
        g_hash_table_remove_all(writing->dirty);
        g_hash_table_remove_all(writing->gone);
        g_ptr_array_set_size(writing->journal, 0);
        note_time(writing);
    }
    batch_clear(&batch);
    return done;
}

/* A burst that grew replaces its row in the queue. */
static void queue_journal(MbWriting *writing, MbJournal *row)
{
    guint last = writing->journal->len;

    if (last && strcmp(((MbJournal *)writing->journal->pdata[last - 1])->id, row->id) == 0)
        g_ptr_array_remove_index(writing->journal, last - 1);
    g_ptr_array_add(writing->journal, row);
}

static void queue(MbWriting *writing, const MbEditing *editing, MbJournal *row)
{
    for (guint i = 0; editing->changed && i < editing->changed->len; i++) {
        const char *id = ((const MbParagraph *)editing->changed->pdata[i])->id;

        g_hash_table_remove(writing->gone, id);
        g_hash_table_add(writing->dirty, g_strdup(id));
    }
    for (guint i = 0; editing->gone && i < editing->gone->len; i++) {
        g_hash_table_remove(writing->dirty, editing->gone->pdata[i]);
        g_hash_table_add(writing->gone, g_strdup(editing->gone->pdata[i]));
    }
    queue_journal(writing, row);
}

static gboolean save_now(MbWriting *writing, const MbEditing *editing, MbJournal *row)
{
    Batch batch;
    gboolean done;

    batch_init(&batch);
    for (guint i = 0; editing->changed && i < editing->changed->len; i++)
        g_ptr_array_add(batch.changed, minute_of(writing, editing->changed->pdata[i], batch.cells));
    for (guint i = 0; editing->gone && i < editing->gone->len; i++)
        g_ptr_array_add(batch.gone, editing->gone->pdata[i]);
    g_ptr_array_add(batch.journal, row);
    done = save(writing, &batch);
    batch_clear(&batch);
    return done;
}

static void sink(gpointer data, const MbEditing *editing)
{
    MbWriting *writing = data;
    MbJournal *row = mb_writing_journal_of(writing, editing->edit, editing->merged);

    note_time(writing);
    if (!writing->held && nothing_queued(writing) && save_now(writing, editing, row)) {
        mb_record_free(row);
        return;
    }
    queue(writing, editing, row);
    if (!writing->held && (writing->journal->len > 1 || !writing->why))
        mb_writing_flush(writing);
}

void mb_writing_hold(MbWriting *writing, gboolean hold)
{
    writing->held = hold;
    if (!hold)
        mb_writing_flush(writing);
}

/* --- opening and closing --- */

static gboolean refuse(GError **error, const char *words)
{
    g_set_error_literal(error, MB_ERROR, MB_ERROR_USAGE, words);
    return FALSE;
}

static gboolean may_be_written(MbBook *book, const char *id, char **board, GError **error)
{
    g_autoptr(GError) problem = NULL;
    MbMeeting *meeting = mb_store_get(book, &MB_MEETING, id, &problem);
    gboolean open = meeting && meeting->state != MB_STATE_APPROVED && meeting->state != MB_STATE_SIGNED;

    if (problem)
        g_propagate_error(error, g_steal_pointer(&problem));
    else if (!meeting)
        refuse(error, "This meeting is not in the book any more.");
    else if (!open)
        g_set_error(error, MB_ERROR, MB_ERROR_USAGE,
                    "These minutes are %s and never change again; corrections are agreed at a later meeting.",
                    mb_meeting_state_words[meeting->state]);
    if (open)
        *board = g_strdup(meeting->board);
    mb_record_free(meeting);
    return open;
}

/* Private lines are typed where the board types live. */
static gboolean types_live_in(MbBook *book, const char *id, int layer)
{
    MbBoard *board = id ? mb_store_get(book, &MB_BOARD, id, NULL) : NULL;
    int live = board && board->live_notes ? MB_LAYER_NOTE : MB_LAYER_MINUTE;

    mb_record_free(board);
    return layer == live;
}

/* Where the hand was last: where the caret was kept, or where the last change left it, if that is later (the program
 * was killed since). LAST may be NULL. */
static void place_caret(MbWriting *writing, const char *ended, const MbSpot *last)
{
    MbHandPlace *place = mb_typing_place(mb_desk_book(writing->desk), writing->meeting, NULL);
    int index = place && place->paragraph ? mb_passage_index(writing->passage, place->paragraph) : -1;
    gboolean here = index >= 0 && place->layer == writing->layer && g_strcmp0(place->item, writing->item) == 0;

    if (last && (!here || g_strcmp0(place->stamp ? place->stamp : "", ended) < 0))
        mb_passage_place(writing->passage, *last, FALSE);
    else if (here)
        mb_passage_place(writing->passage, (MbSpot){index, MAX(place->at, 0)}, FALSE);
    mb_record_free(place);
}

static gboolean fill(MbWriting *writing, GError **error)
{
    g_autoptr(MbDossier) dossier = mb_dossier_new();
    g_autoptr(GPtrArray) minutes = NULL;
    g_autofree char *ended = NULL;
    MbSpot last = {0, 0};
    GPtrArray *edits;

    writing->tidings = mb_typing_tidings(mb_desk_book(writing->desk));
    minutes = mb_writing_load(writing, dossier, error);
    edits = minutes ? mb_writing_edits(writing, error) : NULL;
    if (!edits)
        return FALSE;
    mb_writing_agree(writing, minutes);
    if (edits->len) {
        const MbEdit *edit = edits->pdata[edits->len - 1];

        last = edit->caret_after;
        ended = g_strdup(edit->ended);
    }
    writing->passage = mb_passage_new(mb_writing_paragraphs(minutes, dossier), edits, writing->layer);
    mb_passage_set_sink(writing->passage, sink, writing);
    place_caret(writing, ended, ended ? &last : NULL);
    return TRUE;
}

static void writing_free(MbWriting *writing)
{
    mb_passage_free(writing->passage);
    g_hash_table_unref(writing->agreed);
    g_hash_table_unref(writing->dirty);
    g_hash_table_unref(writing->gone);
    g_ptr_array_unref(writing->journal);
    g_free(writing->meeting);
    g_free(writing->item);
    g_free(writing->why);
    g_free(writing->journal_id);
    g_free(writing->kept);
    g_free(writing);
}

static MbWriting *writing_new(MbDesk *desk, const char *meeting, const char *item, int layer)
{
    MbWriting *writing = g_new0(MbWriting, 1);

    writing->desk = desk;
    writing->meeting = g_strdup(meeting);
    writing->item = g_strdup(item);
    writing->layer = layer;
    writing->agreed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, mb_agreed_free);
    writing->dirty = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    writing->gone = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    writing->journal = g_ptr_array_new_with_free_func(mb_record_free);
    return writing;
}

MbWriting *mb_writing_open(MbDesk *desk, const char *meeting, const char *item, int layer, GError **error)
{
    MbBook *book = mb_desk_open(desk, MB_BOOK_WRITE, error);
    g_autofree char *board = NULL;
    MbWriting *writing;

    if (!book || !may_be_written(book, meeting, &board, error))
        return NULL;
    writing = writing_new(desk, meeting, item, layer);
    writing->with_private = types_live_in(book, board, layer);
    writing->settled = !mb_typing_unsettled(book);
    mb_typing_ready(book);
    if (fill(writing, error))
        return writing;
    writing_free(writing);
    return NULL;
}

void mb_writing_close(MbWriting *writing)
{
    MbBook *book;

    if (!writing)
        return;
    book = mb_desk_book(writing->desk);
    if (book) {
        mb_writing_flush(writing);
        mb_typing_settle(book, NULL);
        mb_typing_sync(book);
        mb_typing_set_meet(book, NULL, NULL);
    }
    writing_free(writing);
}

MbPassage *mb_writing_passage(MbWriting *writing)
{
    return writing->passage;
}
