/* SPDX-License-Identifier: MIT */
/* Migrations: numbered SQL files that make the tables of a version out of those of the version before. */
#ifndef MINUTEBOOK_STORE_MIGRATE_H
#define MINUTEBOOK_STORE_MIGRATE_H

#include "minutebook/store/book.h"

/* The text of the migration that makes version VERSION (from 1); NULL past the newest. */
typedef const char *(*MbMigrationSource)(int version);
const char *mb_migration(int version); /* those in the program */
int mb_migration_newest(MbMigrationSource source);

/* Replays what is not in the book yet, each in a transaction of its own that also counts the version up. */
gboolean mb_migrate(MbBook *book, MbMigrationSource source, GError **error);
/* The same of a book in use: first a copy beside it, PATH.before-vN. Under the exclusive lock. */
gboolean mb_migrate_safely(MbBook *book, MbMigrationSource source, GError **error);

/* mb_book_open with other migrations, for tests of migrating. */
MbBook *mb_book_open_with(const char *path, MbBookMode mode, MbMigrationSource source, GError **error);

#endif
