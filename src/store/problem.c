/* SPDX-License-Identifier: MIT */
/* What SQLite answers, in words. */
#include "book_private.h"

#include "minutebook/base/error.h"
#include "minutebook/base/file.h"

#include <errno.h>

gboolean mb_book_refuse(const MbBook *book, GError **error, const char *format, ...)
{
    va_list args;
    g_autofree char *words = NULL;

    va_start(args, format);
    words = g_strdup_vprintf(format, args);
    va_end(args);
    g_set_error(error, MB_ERROR, MB_ERROR_BOOK, "The book %s %s", book->shown, words);
    return FALSE;
}

gboolean mb_book_damaged(MbBook *book, GError **error)
{
    book->suspect = TRUE;
    return mb_book_refuse(book, error, "is damaged. It was left as it is: keep it, and open your latest backup copy.");
}

static gboolean disk_problem(const MbBook *book, int errno_code, GError **error)
{
    if (errno_code == ENOSPC || errno_code == EDQUOT)
        return mb_book_refuse(book, error,
                              "could not be written: the disk is full. Nothing was changed; make room and try again.");
    return mb_book_refuse(book, error,
                          "could not be read or written: %s. Nothing was changed; check the disk and try again.",
                          errno_code ? mb_file_errno(errno_code) : "the disk gave an error");
}

gboolean mb_book_problem(MbBook *book, int code, GError **error)
{
    int errno_code = book->db ? sqlite3_system_errno(book->db) : 0;

    switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return mb_book_damaged(book, error);
    case SQLITE_FULL:
        return disk_problem(book, ENOSPC, error);
    case SQLITE_IOERR:
        if (code == SQLITE_IOERR_SHORT_READ || code == SQLITE_IOERR_CORRUPTFS)
            return mb_book_damaged(book, error);
        return disk_problem(book, errno_code, error);
    case SQLITE_READONLY:
        return mb_book_refuse(
            book, error, "can only be read here. Nothing was changed; copy it to a folder of your own to change it.");
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return mb_book_refuse(book, error, "cannot be opened: %s. Nothing was changed.",
                              errno_code ? mb_file_errno(errno_code) : "permission denied");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        if (book->alone)
            return mb_book_refuse(book, error,
                                  "is open in another window, and lies on a network share, where only one can have it. "
                                  "Nothing was changed; close the other window and try again.");
        return mb_book_refuse(book, error,
                              "is being written by another window, which was not done after five seconds. Nothing was "
                              "changed; try again.");
    case SQLITE_NOMEM:
        return mb_book_refuse(book, error,
                              "could not be used: the computer has no memory left. Nothing was changed; close other "
                              "programs and try again.");
    case SQLITE_CONSTRAINT:
        return mb_book_refuse(book, error, "was not changed: what was to be written does not hold together (%s).",
                              sqlite3_errmsg(book->db));
    case SQLITE_TOOBIG:
        return mb_book_refuse(book, error, "was not changed: a text is too long to be kept.");
    default:
        return mb_book_refuse(
            book, error,
            "is damaged or was altered by another program (%s). Nothing was changed; open your latest backup copy.",
            book->db ? sqlite3_errmsg(book->db) : sqlite3_errstr(code));
    }
}
