/* SPDX-License-Identifier: MIT */
/* A new book: made whole under another name, then given its own, so that a half-made one never stands there. */
#include "connection.h"
#include "look.h"
#include "migrate.h"

#include "minutebook/base/file.h"

#include <errno.h>
#include <sys/stat.h>

static gboolean fill(MbBook *half, MbMigrationSource source, gboolean log, GError **error)
{
    G_STATIC_ASSERT(MB_BOOK_APPLICATION == 0x4D6E7462 && MB_BOOK_PAGE == 4096);
    return mb_connection_open(half, error) &&
           mb_book_run(half, "PRAGMA page_size = 4096; PRAGMA secure_delete = ON; PRAGMA application_id = 0x4D6E7462",
                       error) &&
           mb_migrate(half, source, error) && (!log || mb_book_run(half, "PRAGMA journal_mode = WAL", error));
}

/* Closed here with its log folded in: nobody else knows of this file. */
static gboolean make_whole(const MbBook *book, const char *temporary, MbMigrationSource source, GError **error)
{
    MbBook half = {.path = (char *)temporary, .shown = book->shown, .lock = -1};
    gboolean done = fill(&half, source, !mb_look_remote(temporary), error);

    sqlite3_db_config(half.db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
    if (sqlite3_close(half.db) != SQLITE_OK && done)
        done = mb_book_problem(&half, SQLITE_IOERR, error);
    return done;
}

/* A log left by another book would be taken for this one's. */
static gboolean place_is_free(const MbBook *book, GError **error)
{
    struct stat facts;

    if (lstat(book->path, &facts) == 0)
        return mb_book_refuse(book, error, "is there already. Nothing was changed; open it, or choose another name.");
    if (mb_look_log(book->path, TRUE))
        return mb_book_refuse(book, error,
                              "cannot be made: beside its place lies the log (-wal) of another book. Move that away, "
                              "or choose another name.");
    return TRUE;
}

static gboolean refuse_making(const MbBook *book, int code, GError **error)
{
    if (code == EEXIST)
        return place_is_free(book, error) && mb_book_refuse(book, error, "is there already.");
    return mb_book_refuse(book, error, "cannot be made: %s. Choose another folder.",
                          code == ENOENT ? "its folder does not exist" : mb_file_errno(code));
}

gboolean mb_book_make(MbBook *book, MbMigrationSource source, GError **error)
{
    g_autofree char *temporary = NULL;
    gboolean done;
    int failed;

    if (!place_is_free(book, error))
        return FALSE;
    temporary = mb_file_beside(book->path);
    if (!temporary)
        return refuse_making(book, errno, error);
    done = make_whole(book, temporary, source, error);
    failed = done ? mb_file_put(temporary, book->path, FALSE) : 0;
    if (!done || failed)
        mb_file_drop(temporary);
    return done && (!failed || refuse_making(book, failed, error));
}
