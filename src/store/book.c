/* SPDX-License-Identifier: MIT */
/* Opening and closing. What is written between is deed.c. */
#include "book_private.h"

#include "connection.h"
#include "lock.h"
#include "look.h"
#include "migrate.h"
#include "typing_private.h"

#include "minutebook/base/file.h"
#include "minutebook/base/text.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CLOSING_WAIT_MS = 5 };

const char *mb_book_path(const MbBook *book)
{
    return book->path;
}

gboolean mb_book_read_only(const MbBook *book)
{
    return book->read_only;
}

int mb_book_version(const MbBook *book)
{
    return book->version;
}

static gboolean find_file(MbBook *book, GError **error)
{
    struct stat facts;
    char *real;

    if (stat(book->path, &facts) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return mb_book_refuse(book, error, "is not there. Check its name, or make a book with “minutebook init”.");
        return mb_book_refuse(book, error, "cannot be opened: %s.", mb_file_errno(errno));
    }
    if (!S_ISREG(facts.st_mode))
        return mb_book_refuse(book, error,
                              S_ISDIR(facts.st_mode) ? "is a folder. Name the book's file in it."
                                                     : "is a device or a pipe. Name a book's file.");
    real = realpath(book->path, NULL);
    if (!real)
        return mb_book_refuse(book, error, "cannot be opened: %s.", mb_file_errno(errno));
    g_free(book->path);
    book->path = g_strdup(real);
    free(real);
    return TRUE;
}

/* Whether the file and its folder may be written; where not, why. */
static gboolean check_rights(MbBook *book, MbBookMode mode, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(book->path);
    const char *what = NULL;

    if (access(book->path, R_OK) != 0)
        return mb_book_refuse(book, error, "cannot be read: %s.", mb_file_errno(errno));
    if (access(book->path, W_OK) != 0)
        what = errno == EROFS ? "it lies on a disk that can only be read" : "its file is write-protected";
    else if (access(folder, W_OK | X_OK) != 0)
        what = "its folder is write-protected";
    if (!what)
        return TRUE;
    if (mode != MB_BOOK_READ)
        return mb_book_refuse(
            book, error, "can only be read: %s. Nothing was changed; copy it to a folder of your own to change it.",
            what);
    book->read_only = TRUE;
    book->immutable = !mb_look_log(book->path, FALSE);
    return TRUE;
}

static gboolean check_header(MbBook *book, MbHeader *header, int newest, GError **error)
{
    if (!mb_look_header(book, header, error))
        return FALSE;
    if (header->application != MB_BOOK_APPLICATION)
        return mb_book_refuse(
            book, error,
            "is no book of Minutebook: it belongs to another program. It was left as it is; name another file.");
    book->version = (int)header->version;
    if (book->version > newest)
        return mb_book_refuse(book, error,
                              "was made by a newer Minutebook: its tables are version %d, this one knows those up to "
                              "%d. It was left as it is; use the newer Minutebook.",
                              book->version, newest);
    return TRUE;
}

/* A file system that knows no locks: reading a book that nobody writes is safe, and nothing else. */
static gboolean do_without_locks(MbBook *book, MbBookMode mode, GError **error)
{
    close(book->lock);
    book->lock = -1;
    if (mode != MB_BOOK_READ || mb_look_log(book->path, FALSE))
        return mb_book_refuse(book, error,
                              "lies where files cannot be locked, so that two windows could spoil it. Nothing was "
                              "changed; copy it to a disk of this computer.");
    book->read_only = TRUE;
    book->immutable = TRUE;
    sqlite3_close(book->db);
    book->db = NULL;
    return mb_connection_open(book, error);
}

static gboolean take_first_lock(MbBook *book, MbBookMode mode, GError **error)
{
    int got;

    book->lock = mb_lock_open(book->path);
    if (book->lock < 0)
        return mb_book_refuse(book, error, "cannot be locked: the file %s-lock cannot be opened (%s).", book->shown,
                              errno == ELOOP ? "it is a symbolic link" : mb_file_errno(errno));
    got = mb_lock_exclusive(book->lock, MB_BOOK_WAIT_MS);
    if (got == 0)
        got = book->alone ? (mb_lock_last(book->lock) ? 0 : EAGAIN) : mb_lock_sit(book->lock);
    if (got == 0)
        return TRUE;
    if (got == EAGAIN)
        return mb_book_problem(book, SQLITE_BUSY, error);
    return do_without_locks(book, mode, error);
}

/* The first touch: SQLite takes what another run left in the log. */
static gboolean touch(MbBook *book, MbBookMode mode, const MbHeader *header, GError **error)
{
    sqlite3_stmt *statement;
    gboolean found;

    if (book->alone && !book->immutable && !mb_book_run(book, "PRAGMA locking_mode = EXCLUSIVE", error))
        return FALSE;
    statement = mb_statement(book, "PRAGMA user_version", error);
    found = statement && mb_statement_step(book, statement, error) == SQLITE_ROW;
    if (found)
        book->version = sqlite3_column_int(statement, 0);
    if (statement)
        sqlite3_reset(statement);
    if (!found || book->read_only || mode == MB_BOOK_READ || header->log != book->alone)
        return found;
    return mb_book_run(book, book->alone ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL", error);
}

static gboolean open_checked(MbBook *book, MbBookMode mode, MbMigrationSource source, GError **error)
{
    int newest = mb_migration_newest(source);
    MbHeader header;

    if (!check_header(book, &header, newest, error))
        return FALSE;
    book->alone = !book->immutable && mb_look_remote(book->path);
    if (!book->read_only && !take_first_lock(book, mode, error))
        return FALSE;
    if (!mb_look_header(book, &header, error)) /* once more, now that nobody is folding in a log */
        return FALSE;
    if (mb_look_cut_short(book, &header))
        return mb_book_damaged(book, error);
    if (!touch(book, mode, &header, error))
        return FALSE;
    if (book->version > newest)
        return check_header(book, &header, newest, error) &&
               mb_book_refuse(book, error,
                              "was made by a newer Minutebook. It was left as it is; use the newer Minutebook.");
    if (book->version < newest && !mb_migrate_safely(book, source, error))
        return FALSE;
    return mb_connection_settle(book, mode, error);
}

static MbBook *book_new(const char *path)
{
    MbBook *book = g_new0(MbBook, 1);

    book->path = g_strdup(path);
    book->shown = mb_text_visible(path, FALSE);
    book->lock = -1;
    return book;
}

MbBook *mb_book_open_with(const char *path, MbBookMode mode, MbMigrationSource source, GError **error)
{
    MbBook *book = book_new(path);
    gboolean done = mode != MB_BOOK_CREATE || mb_book_make(book, source, error);

    done = done && find_file(book, error) && check_rights(book, mode, error);
    done = done && mb_connection_open(book, error) && open_checked(book, mode, source, error);
    if (!done) {
        book->suspect = TRUE;
        mb_book_close(book);
        return NULL;
    }
    if (book->lock >= 0)
        mb_lock_release(book->lock);
    return book;
}

MbBook *mb_book_open(const char *path, MbBookMode mode, GError **error)
{
    return mb_book_open_with(path, mode, mb_migration, error);
}

/* Whoever closes the book last folds its log in, so that the one file is the whole book and can be copied as such.
 * Under the exclusive lock, which nobody is waited for long to get. */
static void fold_if_last(MbBook *book)
{
    if (book->suspect || book->lock < 0 || mb_lock_exclusive(book->lock, CLOSING_WAIT_MS) != 0)
        return;
    if (mb_lock_last(book->lock))
        sqlite3_db_config(book->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
}

void mb_book_close(MbBook *book)
{
    if (!book)
        return;
    mb_book_rollback(book);
    mb_book_end_reading(book);
    mb_typing_free(book);
    mb_statements_free(book);
    if (book->db) {
        fold_if_last(book);
        sqlite3_close(book->db);
    }
    if (book->lock >= 0)
        close(book->lock);
    g_free(book->path);
    g_free(book->shown);
    g_free(book);
}
