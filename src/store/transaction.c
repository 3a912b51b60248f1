/* SPDX-License-Identifier: MIT */
/* A transaction under the shared lock of the side file. What a deed is besides is deed.c. */
#include "book_private.h"

#include "lock.h"

#include "minutebook/base/file.h"

#include <errno.h>

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
