/* SPDX-License-Identifier: MIT */
/* The state of typing in an open book: what is known of the paragraphs, what is on the disk. The thread that syncs is
   typing_sync.c. */
#include "typing_private.h"

#include "minutebook/store/record.h"

#include <unistd.h>

void mb_known_free(gpointer data)
{
    MbKnown *known = data;

    mb_record_free(known->minute);
    g_clear_pointer(&known->cells, g_hash_table_unref);
    g_clear_pointer(&known->withheld, g_ptr_array_unref);
    g_free(known);
}

MbTyping *mb_typing_of(MbBook *book)
{
    MbTyping *typing = book->typing;

    if (typing)
        return typing;
    typing = book->typing = g_new0(MbTyping, 1);
    typing->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, mb_known_free);
    typing->watch = -1;
    g_mutex_init(&typing->sync.mutex);
    g_cond_init(&typing->sync.cond);
    return typing;
}

void mb_typing_forget(MbTyping *typing)
{
    g_hash_table_remove_all(typing->known);
    g_clear_pointer(&typing->who, g_free);
    g_clear_pointer(&typing->journal, g_free);
    g_clear_pointer(&typing->open, g_free);
    typing->version = 0;
}

static void stop_syncing(MbSyncing *sync)
{
    if (!sync->thread)
        return;
    g_mutex_lock(&sync->mutex);
    sync->stop = TRUE;
    g_cond_broadcast(&sync->cond);
    g_mutex_unlock(&sync->mutex);
    g_thread_join(sync->thread);
}

void mb_typing_free(MbBook *book)
{
    MbTyping *typing = book->typing;

    if (!typing)
        return;
    stop_syncing(&typing->sync);
    mb_typing_forget(typing);
    g_hash_table_unref(typing->known);
    if (typing->watch >= 0)
        close(typing->watch);
    g_mutex_clear(&typing->sync.mutex);
    g_cond_clear(&typing->sync.cond);
    g_clear_pointer(&book->typing, g_free);
}

void mb_typing_set_meet(MbBook *book, MbTypingMeet meet, gpointer data)
{
    MbTyping *typing = mb_typing_of(book);

    typing->meet = meet;
    typing->meet_data = data;
}

gboolean mb_typing_note(MbBook *book, const char *who, const char *meeting, const MbNoun *noun, const char *id,
                        gconstpointer before, GError **error)
{
    static const char sql[] = "INSERT INTO \"unsettled\" (\"record\", \"noun\", \"before\", \"meeting\", \"who\") "
                              "VALUES (:record, :noun, :before, :meeting, :who) ON CONFLICT DO NOTHING";
    g_autofree char *canonical = before ? mb_store_canonical(before) : NULL;
    sqlite3_stmt *statement = mb_statement(book, sql, error);

    if (!statement)
        return FALSE;
    mb_statement_bind(statement, ":record", id);
    mb_statement_bind(statement, ":noun", noun->name);
    mb_statement_bind(statement, ":before", canonical);
    mb_statement_bind(statement, ":meeting", meeting ? meeting : "");
    mb_statement_bind(statement, ":who", who);
    return mb_statement_run(book, statement, error);
}

/* Changed only between transactions, and only where it differs: each change compiles a statement. */
gboolean mb_typing_wait_for_disk(MbBook *book, gboolean wait, GError **error)
{
    if (book->lazy == !wait || book->alone || book->read_only || book->deed.open)
        return TRUE;
    if (!mb_book_run(book, wait ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL", error))
        return FALSE;
    book->lazy = !wait;
    return TRUE;
}

void mb_typing_all_synced(MbBook *book)
{
    MbTyping *typing = book->typing;

    if (!typing)
        return;
    g_mutex_lock(&typing->sync.mutex);
    typing->sync.synced = typing->commits;
    typing->sync.failed = FALSE;
    g_mutex_unlock(&typing->sync.mutex);
}

void mb_typing_deed_done(MbBook *book)
{
    gboolean failed;

    if (!book->typing)
        return;
    book->typing->tidings++;
    g_mutex_lock(&book->typing->sync.mutex);
    failed = book->typing->sync.failed;
    g_mutex_unlock(&book->typing->sync.mutex);
    if (!failed && !book->lazy)
        mb_typing_all_synced(book);
}

gboolean mb_typing_synced(MbBook *book, gboolean *failed)
{
    MbTyping *typing = mb_typing_of(book);
    gboolean synced;

    g_mutex_lock(&typing->sync.mutex);
    synced = !typing->sync.failed && typing->sync.synced >= typing->commits;
    if (failed)
        *failed = typing->sync.failed;
    g_mutex_unlock(&typing->sync.mutex);
    return synced;
}
