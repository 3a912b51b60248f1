/* SPDX-License-Identifier: MIT */
/* Typing made durable: commits of typing do not wait for the disk; a thread of its own syncs the log soon after. The
   thread touches nothing but the log's descriptor: SQLite's xSync of it (fdatasync), which other calls on the same file
   do not mind. */
#include "typing_private.h"

static sqlite3_file *log_of(MbBook *book)
{
    sqlite3_file *log = NULL;

    sqlite3_file_control(book->db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    return book->read_only || book->alone || !log || !log->pMethods ? NULL : log;
}

void mb_typing_ready(MbBook *book)
{
    sqlite3_file *log = log_of(book);
    sqlite3_int64 size = 0;

    if (!log || log->pMethods->xFileSize(log, &size) != SQLITE_OK || size > 0)
        return;
    if (!mb_typing_wait_for_disk(book, FALSE, NULL) || !mb_transaction_begin(book, NULL))
        return;
    if (mb_book_run(book, "PRAGMA application_id = 0x4D6E7462", NULL))
        mb_transaction_commit(book, NULL);
    else
        mb_transaction_rollback(book);
}

static gpointer work(gpointer data)
{
    MbSyncing *sync = data;

    g_mutex_lock(&sync->mutex);
    while (!sync->stop) {
        guint64 target = sync->target;
        sqlite3_file *log = sync->log;
        int code;

        if (!sync->wanted) {
            g_cond_wait(&sync->cond, &sync->mutex);
            continue;
        }
        sync->wanted = FALSE;
        sync->busy = TRUE;
        g_mutex_unlock(&sync->mutex);
        code = log->pMethods->xSync(log, SQLITE_SYNC_NORMAL);
        g_mutex_lock(&sync->mutex);
        sync->busy = FALSE;
        if (code != SQLITE_OK)
            sync->failed = TRUE;
        else if (!sync->failed)
            sync->synced = MAX(sync->synced, target);
        g_cond_broadcast(&sync->cond);
    }
    g_mutex_unlock(&sync->mutex);
    return NULL;
}

static void ask(MbTyping *typing, sqlite3_file *log)
{
    MbSyncing *sync = &typing->sync;

    g_mutex_lock(&sync->mutex);
    if (sync->synced < typing->commits && !sync->failed) {
        sync->log = log;
        sync->target = typing->commits;
        sync->wanted = TRUE;
        g_cond_broadcast(&sync->cond);
    }
    g_mutex_unlock(&sync->mutex);
    if (!sync->thread)
        sync->thread = g_thread_new("sync", work, sync);
}

/* What a failed sync left behind is not known: the kernel may have dropped it and say nothing the next time. All of the
 * log goes into the book, which is synced as a file of its own, and the log begins anew. */
static void write_anew(MbBook *book)
{
    mb_book_checkpoint(book, TRUE);
}

void mb_typing_sync(MbBook *book)
{
    MbTyping *typing = mb_typing_of(book);
    sqlite3_file *log = log_of(book);
    gboolean failed;

    mb_typing_synced(book, &failed);
    if (failed) {
        write_anew(book);
        return;
    }
    if (!log)
        mb_typing_all_synced(book); /* nothing was written, or each commit has waited for the disk */
    else
        ask(typing, log);
}
