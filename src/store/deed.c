/* SPDX-License-Identifier: MIT */
/* Deeds: one transaction each, under the shared lock of the side file, with a row in the history. */
#include "book_private.h"

#include "lock.h"
#include "typing_private.h"

#include "minutebook/base/file.h"
#include "minutebook/store/history.h"
#include "minutebook/store/record.h"

#include <errno.h>
#include <string.h>

enum { LOG_PAGES_TOO_MANY = 16 * 1024 * 1024 / MB_BOOK_PAGE };

gboolean mb_book_in_deed(const MbBook *book)
{
    return book->deed.open;
}

static gboolean take_shared(MbBook *book, GError **error)
{
    int got = book->lock < 0 ? 0 : mb_lock_shared(book->lock, MB_BOOK_WAIT_MS);

    if (got == 0)
        return TRUE;
    if (got == EAGAIN)
        return mb_book_problem(book, SQLITE_BUSY, error);
    return mb_book_refuse(book, error, "cannot be locked: %s. Nothing was changed.", mb_file_errno(got));
}

/* A file that was moved or replaced while it was open would swallow whatever is written to it. */
static gboolean still_there(MbBook *book, GError **error)
{
    int moved = 0;

    sqlite3_file_control(book->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return !moved || mb_book_refuse(book, error,
                                    "was moved, replaced or deleted while it was open. Nothing was changed; close "
                                    "Minutebook and open the book where it is now.");
}

void mb_deed_forget(MbBook *book)
{
    MbDeedUnderWay *deed = &book->deed;

    g_free(deed->who);
    g_free(deed->name);
    g_free(deed->summary);
    g_clear_pointer(&deed->by_record, g_hash_table_unref);
    g_clear_pointer(&deed->touched, g_ptr_array_unref);
    memset(deed, 0, sizeof *deed);
}

static void release(MbBook *book)
{
    if (book->lock >= 0)
        mb_lock_release(book->lock);
}

static gboolean run_kept(MbBook *book, const char *sql, GError **error)
{
    sqlite3_stmt *statement = mb_statement(book, sql, error);

    return statement && mb_statement_run(book, statement, error);
}

gboolean mb_transaction_begin(MbBook *book, GError **error)
{
    static const char sql[] = "BEGIN IMMEDIATE";

    if (book->read_only)
        return mb_book_problem(book, SQLITE_READONLY, error);
    if (book->deed.open || book->reading)
        return mb_book_refuse(book, error, "is in the middle of another deed. Nothing was changed; try again.");
    if (!take_shared(book, error))
        return FALSE;
    if (run_kept(book, sql, error)) {
        if (still_there(book, error))
            return TRUE;
        sqlite3_exec(book->db, "ROLLBACK", NULL, NULL, NULL);
    }
    release(book);
    return FALSE;
}

void mb_transaction_rollback(MbBook *book)
{
    if (!sqlite3_get_autocommit(book->db))
        sqlite3_exec(book->db, "ROLLBACK", NULL, NULL, NULL);
    release(book);
}

void mb_deed_start(MbBook *book, const char *who, const char *name)
{
    MbDeedUnderWay *deed = &book->deed;

    deed->open = TRUE;
    deed->who = g_strdup(who ? who : "");
    deed->name = g_strdup(name ? name : "");
    mb_deed_nothing_touched(deed);
}

/* What was typed before is settled in the same transaction: nothing can come between. */
gboolean mb_book_begin(MbBook *book, const char *who, const char *name, GError **error)
{
    if (!mb_typing_wait_for_disk(book, TRUE, error) || !mb_transaction_begin(book, error))
        return FALSE;
    if (!mb_typing_settle_within(book, NULL, NULL, error)) {
        mb_transaction_rollback(book);
        return FALSE;
    }
    mb_deed_start(book, who, name);
    return TRUE;
}

gboolean mb_book_begin_restoring(MbBook *book, GError **error)
{
    if (!mb_typing_wait_for_disk(book, TRUE, error) || !mb_transaction_begin(book, error))
        return FALSE;
    mb_deed_start(book, NULL, NULL);
    book->deed.restoring = TRUE;
    return TRUE;
}

void mb_book_summary(MbBook *book, const char *summary)
{
    g_free(book->deed.summary);
    book->deed.summary = g_strdup(summary);
}

void mb_book_rollback(MbBook *book)
{
    if (!book->deed.open)
        return;
    mb_deed_forget(book);
    mb_transaction_rollback(book);
}

/* A reference that leads nowhere, named by the nouns at both ends. */
static gboolean loose_end(MbBook *book, GError **error)
{
    static const char sql[] = "SELECT \"table\", \"parent\" FROM pragma_foreign_key_check LIMIT 1";
    sqlite3_stmt *statement = mb_statement(book, sql, NULL);
    gboolean found = statement && mb_statement_step(book, statement, NULL) == SQLITE_ROW;

    if (found)
        mb_book_refuse(
            book, error,
            "was not changed: a record of kind “%s” refers to one of kind “%s” that is not there or was to be deleted.",
            sqlite3_column_text(statement, 0), sqlite3_column_text(statement, 1));
    if (statement)
        sqlite3_reset(statement);
    return found;
}

static gboolean commit(MbBook *book, GError **error)
{
    static const char sql[] = "COMMIT";
    sqlite3_stmt *statement = mb_statement(book, sql, error);
    int code = statement ? sqlite3_step(statement) : SQLITE_ERROR;

    if (statement)
        sqlite3_reset(statement);
    if (code == SQLITE_DONE)
        return TRUE;
    if (statement && (code != SQLITE_CONSTRAINT_FOREIGNKEY || !loose_end(book, error)))
        mb_book_problem(book, code, error);
    return FALSE;
}

gboolean mb_transaction_commit(MbBook *book, GError **error)
{
    if (!commit(book, error)) {
        mb_transaction_rollback(book);
        return FALSE;
    }
    release(book);
    return TRUE;
}

gboolean mb_deed_write(MbBook *book, GError **error)
{
    return mb_deed_ready(book, error) && mb_search_follow(book, error) &&
           (book->deed.restoring || mb_history_write(book, error));
}

gboolean mb_book_commit(MbBook *book, GError **error)
{
    gboolean done = mb_deed_write(book, error) && commit(book, error);

    if (!done) {
        mb_book_rollback(book);
        return FALSE;
    }
    mb_deed_forget(book);
    release(book);
    mb_typing_deed_done(book);
    if (book->log_pages > LOG_PAGES_TOO_MANY)
        mb_book_checkpoint(book, TRUE);
    return TRUE;
}

gboolean mb_book_begin_reading(MbBook *book, GError **error)
{
    gint64 number;

    if (book->deed.open || book->reading)
        return mb_book_refuse(book, error, "is being read already.");
    if (!mb_book_run(book, "BEGIN", error))
        return FALSE;
    book->reading = TRUE;
    if (mb_store_number(book, &number, error, "SELECT 1 FROM \"setting\" LIMIT 1",
                        NULL)) /* the view is of this moment */
        return TRUE;
    mb_book_end_reading(book);
    return FALSE;
}

void mb_book_end_reading(MbBook *book)
{
    if (!book->reading)
        return;
    book->reading = FALSE;
    sqlite3_exec(book->db, "COMMIT", NULL, NULL, NULL);
}
