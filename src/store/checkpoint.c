/* SPDX-License-Identifier: MIT */
/* The write-ahead log: made durable, folded in. */
#include "connection.h"
#include "lock.h"
#include "typing_private.h"

enum { LOG_PAGES_MANY = 4 * 1024 * 1024 / MB_BOOK_PAGE };

gboolean mb_book_sync(MbBook *book, GError **error)
{
    sqlite3_file *log = NULL;
    int code;

    sqlite3_file_control(book->db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    if (book->read_only || book->alone || !log || !log->pMethods)
        return TRUE; /* nothing was written, or each commit has waited for the disk */
    code = log->pMethods->xSync(log, SQLITE_SYNC_NORMAL);
    return code == SQLITE_OK || mb_book_problem(book, code, error);
}

/* A reader in the middle of something is not waited for. The small commit afterwards makes the log start anew while
 * nobody else can write. */
static void fold(MbBook *book)
{
    int code;

    sqlite3_busy_handler(book->db, NULL, NULL);
    code = sqlite3_wal_checkpoint_v2(book->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    if (code == SQLITE_OK)
        mb_typing_all_synced(book);
    if (code != SQLITE_NOMEM)
        sqlite3_exec(book->db, "PRAGMA application_id = 0x4D6E7462", NULL, NULL, NULL);
}

void mb_book_checkpoint(MbBook *book, gboolean force)
{
    if (book->lock < 0 || book->read_only || book->suspect || book->deed.open || book->reading)
        return;
    if (!force && book->log_pages <= LOG_PAGES_MANY)
        return;
    if (mb_lock_exclusive(book->lock, force ? MB_BOOK_WAIT_MS : 0) != 0)
        return;
    fold(book);
    mb_connection_wait(book);
    mb_lock_release(book->lock);
}
