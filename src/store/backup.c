/* SPDX-License-Identifier: MIT */
/* The whole book checked, and copied while it is in use. */
#include "connection.h"
#include "lock.h"
#include "look.h"

#include "minutebook/base/error.h"
#include "minutebook/base/file.h"
#include "minutebook/base/text.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static gboolean refuse_fault(MbBook *book, const char *fault, GError **error)
{
    g_autofree char *line = g_strndup(fault, strcspn(fault, "\n"));

    book->suspect = TRUE;
    return mb_book_refuse(book, error,
                          "is damaged (%s). It was left as it is: keep it, and open your latest backup copy.", line);
}

static gboolean check_pages(MbBook *book, GError **error)
{
    sqlite3_stmt *statement = mb_statement(book, "PRAGMA integrity_check(1)", error);
    gboolean whole;

    if (!statement || mb_statement_step(book, statement, error) != SQLITE_ROW)
        return FALSE;
    whole = g_strcmp0((const char *)sqlite3_column_text(statement, 0), "ok") == 0;
    if (!whole)
        refuse_fault(book, (const char *)sqlite3_column_text(statement, 0), error);
    sqlite3_reset(statement);
    return whole;
}

gboolean mb_book_integrity(MbBook *book, GError **error)
{
    static const char sql[] = "SELECT \"table\", \"parent\" FROM pragma_foreign_key_check LIMIT 1";
    sqlite3_stmt *statement;
    int code;

    if (!check_pages(book, error))
        return FALSE;
    statement = mb_statement(book, sql, error);
    code = statement ? mb_statement_step(book, statement, error) : SQLITE_ERROR;
    if (code == SQLITE_ROW) {
        mb_book_refuse(book, error,
                       "was altered outside Minutebook: a record of kind “%s” refers to one of kind “%s” that is not "
                       "there. Open your latest backup copy.",
                       sqlite3_column_text(statement, 0), sqlite3_column_text(statement, 1));
        sqlite3_reset(statement);
    }
    return code == SQLITE_DONE;
}

static gboolean refuse_copy(const char *path, GError **error, const char *why)
{
    g_autofree char *shown = mb_text_visible(path, FALSE);

    g_set_error(error, MB_ERROR, MB_ERROR_BOOK, "Cannot write the copy %s: %s.", shown, why);
    return FALSE;
}

/* A log left beside PATH would be taken for the copy's; a book that somebody has open would lose what he writes. */
static gboolean place_allows(const MbBook *book, const char *path, gboolean replace, GError **error)
{
    struct stat there;
    struct stat own;

    if (mb_look_log(path, TRUE) || mb_lock_in_use(path))
        return refuse_copy(path, error,
                           "a book of that name is in use, or its log (-wal) was left there; choose another name");
    if (lstat(path, &there) != 0)
        return errno == ENOENT || refuse_copy(path, error, mb_file_errno(errno));
    if (!replace)
        return refuse_copy(path, error, "there is a file of that name already; choose another name");
    if (!S_ISREG(there.st_mode))
        return refuse_copy(path, error,
                           S_ISDIR(there.st_mode) ? "it is a folder; name a file in it"
                                                  : "it is no ordinary file; choose another name");
    if (stat(book->path, &own) == 0 && own.st_dev == there.st_dev && own.st_ino == there.st_ino)
        return refuse_copy(path, error, "it is the book itself; choose another name");
    return TRUE;
}

/* What SQLite answered about the copy, not the book. */
static gboolean copy_problem(MbBook *book, const char *path, sqlite3 *to, int code, GError **error)
{
    int errno_code = sqlite3_system_errno(to);

    if ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB || (code & 0xff) == SQLITE_BUSY ||
        (code & 0xff) == SQLITE_LOCKED)
        return mb_book_problem(book, code, error);
    if ((code & 0xff) == SQLITE_FULL)
        errno_code = ENOSPC;
    return refuse_copy(path, error, errno_code ? mb_file_errno(errno_code) : sqlite3_errstr(code));
}

static int copy_pages(MbBook *book, sqlite3 *to)
{
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", book->db, "main");
    int code;
    int finished;

    if (!backup)
        return sqlite3_errcode(to);
    code = sqlite3_backup_step(backup, -1);
    finished = sqlite3_backup_finish(backup);
    return code == SQLITE_DONE ? finished : code;
}

static gboolean copy_whole(MbBook *book, const char *path, const char *temporary, GError **error)
{
    sqlite3 *to = NULL;
    int code = sqlite3_open_v2(temporary, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL);
    gboolean done;

    if (code == SQLITE_OK)
        code = copy_pages(book, to);
    done = code == SQLITE_OK || copy_problem(book, path, to, code, error);
    if (sqlite3_close(to) != SQLITE_OK && done)
        done = refuse_copy(path, error, "the disk gave an error");
    return done;
}

gboolean mb_book_backup(MbBook *book, const char *path, gboolean replace, GError **error)
{
    g_autofree char *temporary = NULL;
    gboolean done;
    int failed;

    if (!place_allows(book, path, replace, error))
        return FALSE;
    temporary = mb_file_beside(path);
    if (!temporary)
        return refuse_copy(path, error, errno == ENOENT ? "its folder does not exist" : mb_file_errno(errno));
    done = copy_whole(book, path, temporary, error);
    failed = done ? mb_file_put(temporary, path, replace) : 0;
    if (!done || failed)
        mb_file_drop(temporary);
    return done && (!failed || refuse_copy(path, error, mb_file_errno(failed)));
}
