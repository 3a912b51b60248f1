/* SPDX-License-Identifier: MIT */
#include "migrate.h"

#include "book_private.h"

#include "minutebook/base/embedded.h"

#include <sys/stat.h>

const char *mb_migration(int version)
{
    g_autofree char *path = g_strdup_printf("src/store/migrations/%04d.sql", version);
    const MbEmbedded *file = mb_embedded_find(path);

    return file ? file->bytes : NULL;
}

int mb_migration_newest(MbMigrationSource source)
{
    int version = 0;

    while (source(version + 1))
        version++;
    return version;
}

static gboolean apply(MbBook *book, int version, const char *sql, GError **error)
{
    g_autofree char *count = g_strdup_printf("PRAGMA user_version = %d", version);

    if (mb_book_run(book, "BEGIN IMMEDIATE", error)) {
        if (mb_book_run(book, sql, error) && mb_book_run(book, count, error) && mb_book_run(book, "COMMIT", error))
            return TRUE;
        sqlite3_exec(book->db, "ROLLBACK", NULL, NULL, NULL);
    }
    return FALSE;
}

gboolean mb_migrate(MbBook *book, MbMigrationSource source, GError **error)
{
    int newest = mb_migration_newest(source);

    for (int next = book->version + 1; next <= newest; next++) {
        if (!apply(book, next, source(next), error))
            return FALSE;
        book->version = next;
    }
    return TRUE;
}

/* PATH.before-vN, and where such a copy stands already PATH.before-vN-2, -3 … */
static char *copy_name(const MbBook *book, int version)
{
    g_autofree char *name = g_strdup_printf("%s.before-v%d", book->path, version);
    struct stat facts;

    for (int i = 2; lstat(name, &facts) == 0; i++) {
        g_free(name);
        name = g_strdup_printf("%s.before-v%d-%d", book->path, version, i);
    }
    return g_steal_pointer(&name);
}

gboolean mb_migrate_safely(MbBook *book, MbMigrationSource source, GError **error)
{
    g_autofree char *copy = copy_name(book, book->version + 1);

    if (book->read_only)
        return mb_book_refuse(book, error,
                              "is of an earlier version of Minutebook and has to be brought up to date, but can only "
                              "be read here. Copy it to a folder of your own.");
    return mb_book_backup(book, copy, FALSE, error) && mb_migrate(book, source, error);
}
