/* SPDX-License-Identifier: MIT */
/* A passage out of the book: paragraphs, the journal that can be undone, and what other windows have changed since. */
#include "writing_private.h"

#include "minutebook/store/record.h"
#include "minutebook/store/typing.h"

#include <stdio.h>
#include <string.h>

static gboolean is_part(const MbWriting *writing, const MbMinute *minute)
{
    return minute->layer == writing->layer || (minute->layer == MB_LAYER_PRIVATE && writing->with_private);
}

static GPtrArray *load_all(MbWriting *writing, GError **error)
{
    static const char under[] = "WHERE \"item\" = :item ORDER BY \"position\", \"id\"";
    static const char before_all[] = "WHERE \"meeting\" = :meeting AND \"item\" IS NULL ORDER BY \"position\", \"id\"";
    MbBook *book = mb_desk_book(writing->desk);

    return mb_store_load(book, &MB_MINUTE, error, writing->item ? under : before_all, ":item", writing->item,
                         ":meeting", writing->meeting, NULL);
}

static gboolean load_cells(MbWriting *writing, const MbMinute *minute, MbDossier *dossier, GError **error)
{
    static const char sql[] = "WHERE \"minute\" = :minute ORDER BY \"row\", \"col\"";
    g_autoptr(GPtrArray) cells =
        mb_store_load(mb_desk_book(writing->desk), &MB_CELL, error, sql, ":minute", minute->id, NULL);

    for (guint i = 0; cells && i < cells->len; i++)
        mb_dossier_add(dossier, mb_record_copy(cells->pdata[i]));
    return cells != NULL;
}

GPtrArray *mb_writing_load(MbWriting *writing, MbDossier *dossier, GError **error)
{
    g_autoptr(GPtrArray) all = load_all(writing, error);
    g_autoptr(GPtrArray) minutes = g_ptr_array_new_with_free_func(mb_record_free);

    for (guint i = 0; all && i < all->len; i++) {
        MbMinute *minute = all->pdata[i];

        if (!is_part(writing, minute))
            continue;
        if (minute->style == MB_STYLE_TABLE && !load_cells(writing, minute, dossier, error))
            return NULL;
        g_ptr_array_add(minutes, mb_record_copy(minute));
    }
    return all ? g_steal_pointer(&minutes) : NULL;
}

GPtrArray *mb_writing_paragraphs(const GPtrArray *minutes, const MbDossier *dossier)
{
    GPtrArray *paragraphs = g_ptr_array_new_with_free_func((GDestroyNotify)mb_paragraph_free);

    for (guint i = 0; i < minutes->len; i++)
        g_ptr_array_add(paragraphs, mb_paragraph_of(minutes->pdata[i], dossier));
    return paragraphs;
}

void mb_writing_agree(MbWriting *writing, const GPtrArray *minutes)
{
    g_hash_table_remove_all(writing->agreed);
    for (guint i = 0; i < minutes->len; i++) {
        MbAgreed *agreed = g_new0(MbAgreed, 1);

        agreed->book = mb_record_copy(minutes->pdata[i]);
        g_hash_table_insert(writing->agreed, g_strdup(agreed->book->id), agreed);
    }
    writing->met = FALSE;
}

static MbEdit *edit_of(const MbJournal *row)
{
    MbEdit *edit = g_new0(MbEdit, 1);

    edit->seq = row->seq;
    edit->of = MAX(row->undoes, 0);
    edit->kind = MAX(mb_word_index(mb_edit_words, row->kind ? row->kind : ""), 0);
    edit->began = g_strdup(row->began);
    edit->ended = g_strdup(row->ended);
    edit->paragraph = g_strdup(row->paragraph);
    edit->offset = row->at;
    edit->before = g_strdup(row->before ? row->before : "");
    edit->after = g_strdup(row->after ? row->after : "");
    if (row->carets)
        sscanf(row->carets, "%d:%d %d:%d", &edit->caret_before.paragraph, &edit->caret_before.offset,
               &edit->caret_after.paragraph, &edit->caret_after.offset);
    return edit;
}

/* Two windows give out the same numbers: the later row of a number gets one of its own, and what its hand undoes
 * follows. */
static void number_anew(MbEdit *edit, const char *who, gint64 last, GHashTable *numbers)
{
    g_autofree char *of = g_strdup_printf("%s\n%" G_GINT64_FORMAT, who ? who : "", edit->of);
    g_autofree char *own = g_strdup_printf("%s\n%" G_GINT64_FORMAT, who ? who : "", edit->seq);
    gint64 *number = g_hash_table_lookup(numbers, of);

    if (edit->of && number)
        edit->of = *number;
    if (edit->seq > last)
        return;
    edit->seq = last + 1;
    g_hash_table_insert(numbers, g_steal_pointer(&own), g_memdup2(&edit->seq, sizeof edit->seq));
}

GPtrArray *mb_writing_edits(MbWriting *writing, GError **error)
{
    g_autoptr(GPtrArray) rows =
        mb_typing_journal(mb_desk_book(writing->desk), writing->meeting, writing->item, writing->layer, error);
    g_autoptr(GHashTable) numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    GPtrArray *edits;

    if (!rows)
        return NULL;
    edits = g_ptr_array_new_with_free_func((GDestroyNotify)mb_edit_free);
    for (guint i = 0; i < rows->len; i++) {
        const MbJournal *row = rows->pdata[i];
        MbEdit *edit = edit_of(row);

        number_anew(edit, row->who, i ? ((MbEdit *)edits->pdata[i - 1])->seq : 0, numbers);
        g_ptr_array_add(edits, edit);
        mb_set(&writing->journal_id, row->id);
        writing->journal_seq = edit->seq;
    }
    return edits;
}
