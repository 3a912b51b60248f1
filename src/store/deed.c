/* SPDX-License-Identifier: MIT */
/* Deeds: one transaction each, under the shared lock of the side file, with a row in the history. */
#include "book_private.h"

#include "typing_private.h"

#include "minutebook/store/history.h"
#include "minutebook/store/record.h"

enum { LOG_PAGES_TOO_MANY = 16 * 1024 * 1024 / MB_BOOK_PAGE };

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

void mb_book_rollback(MbBook *book)
{
    if (!book->deed.open)
        return;
    mb_deed_forget(book);
    mb_transaction_rollback(book);
}

gboolean mb_book_commit(MbBook *book, GError **error)
{
    gboolean done;

    if (!mb_deed_write(book, error)) {
        mb_book_rollback(book);
        return FALSE;
    }
    done = mb_transaction_commit(book, error);
    mb_deed_forget(book);
    if (!done)
        return FALSE;
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
