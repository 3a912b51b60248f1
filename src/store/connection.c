/* SPDX-License-Identifier: MIT */
#include "connection.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LOG_KEPT = 4 * 1024 * 1024 };

/* Waits for another window's transaction; a short nap first, since most take less than a millisecond. */
static int wait_busy(void *data, int tries)
{
    enum { NAP_US = 500, LONGEST_NAP_US = 10000 };
    MbBook *book = data;
    int nap = MIN(NAP_US << MIN(tries, 8), LONGEST_NAP_US);

    if (tries == 0)
        book->busy_until = g_get_monotonic_time() + (gint64)MB_BOOK_WAIT_MS * 1000;
    if (g_get_monotonic_time() >= book->busy_until)
        return 0;
    g_usleep((gulong)g_random_int_range(nap / 2, nap + 1));
    return 1;
}

void mb_connection_wait(MbBook *book)
{
    sqlite3_busy_handler(book->db, wait_busy, book);
}

static int note_log(void *data, sqlite3 *db, const char *name, int pages)
{
    MbBook *book = data;

    (void)db;
    (void)name;
    book->log_pages = pages;
    return SQLITE_OK;
}

/* What a stranger's file could hold runs no code: no triggers, no views, no functions from the schema. Checkpoints are
 * ours alone (book.h). */
static void set_up(MbBook *book)
{
    sqlite3_db_config(book->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(book->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(book->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    sqlite3_db_config(book->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
    sqlite3_db_config(book->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_db_config(book->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(book->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
    sqlite3_db_config(book->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    mb_connection_wait(book);
    sqlite3_wal_autocheckpoint(book->db, 0);
    sqlite3_wal_hook(book->db, note_log, book);
}

gboolean mb_connection_open(MbBook *book, GError **error)
{
    g_autofree char *escaped = g_uri_escape_string(book->path, "/", FALSE);
    g_autofree char *uri = g_strconcat("file:", escaped, book->immutable ? "?immutable=1" : "", NULL);
    int flags = (book->immutable || book->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_URI |
                SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX; /* one thread has it */
    /* Nobody asks how much memory SQLite has; counting it takes a lock each time. Refused, harmlessly, once a book has
     * been opened. */
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    int code = sqlite3_open_v2(uri, &book->db, flags, NULL);

    if (code != SQLITE_OK)
        return mb_book_problem(book, code, error);
    set_up(book);
    if (sqlite3_db_readonly(book->db, "main") == 1)
        book->read_only = TRUE;
    return TRUE;
}

gboolean mb_connection_settle(MbBook *book, MbBookMode mode, GError **error)
{
    if (mode == MB_BOOK_READ || book->read_only) {
        book->read_only = TRUE;
        return mb_book_run(book, "PRAGMA query_only = ON", error);
    }
    G_STATIC_ASSERT(LOG_KEPT == 4194304);
    return mb_book_run(
        book, "PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 4194304", error);
}

char *mb_file_beside(const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);

    for (int i = 0; i < 100; i++) {
        g_autofree char *name = g_strdup_printf("%s/.minutebook-%08x%08x", folder, g_random_int(), g_random_int());
        int file = open(name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

        if (file >= 0) {
            close(file);
            return g_steal_pointer(&name);
        }
        if (errno != EEXIST)
            break;
    }
    return NULL;
}

static int sync_path(const char *path, int flags)
{
    int file = open(path, flags | O_CLOEXEC);
    int failed = file < 0 || fsync(file) != 0 ? errno : 0;

    if (file >= 0)
        close(file);
    return failed == EINVAL || failed == ENOTSUP ? 0 : failed;
}

static int rename_new(const char *temporary, const char *path)
{
    if (renameat2(AT_FDCWD, temporary, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    if (link(temporary, path) != 0)
        return errno;
    unlink(temporary);
    return 0;
}

int mb_file_put(const char *temporary, const char *path, gboolean replace)
{
    g_autofree char *folder = g_path_get_dirname(path);
    int failed = sync_path(temporary, O_RDONLY | O_NOFOLLOW);

    if (!failed)
        failed = replace ? (rename(temporary, path) == 0 ? 0 : errno) : rename_new(temporary, path);
    return failed ? failed : sync_path(folder, O_RDONLY | O_DIRECTORY);
}

void mb_file_drop(const char *temporary)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-journal"};

    for (gsize i = 0; i < G_N_ELEMENTS(endings); i++) {
        g_autofree char *name = g_strconcat(temporary, endings[i], NULL);

        unlink(name);
    }
}
