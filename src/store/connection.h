/* SPDX-License-Identifier: MIT */
/* A connection of SQLite to a file, set up as every book wants it, and the file operations around it. */
#ifndef MINUTEBOOK_STORE_CONNECTION_H
#define MINUTEBOOK_STORE_CONNECTION_H

#include "book_private.h"
#include "migrate.h"

/* Opens book->path (which must be there) and reads nothing of it. */
gboolean mb_connection_open(MbBook *book, GError **error);
/* After the first touch: what needs the tables. */
gboolean mb_connection_settle(MbBook *book, MbBookMode mode, GError **error);
/* Other windows are waited for, up to five seconds. */
void mb_connection_wait(MbBook *book);
/* An empty file of a new name beside PATH, 0600. NULL with errno. */
char *mb_file_beside(const char *path);
/* TEMPORARY becomes PATH; where something stands there it is left (EEXIST), unless REPLACE. The folder is synchronised.
 * Returns 0 or an errno. */
int mb_file_put(const char *temporary, const char *path, gboolean replace);
/* Deletes a half-made database with what SQLite left beside it. */
void mb_file_drop(const char *temporary);
/* Makes a new whole book at PATH, or nothing. */
gboolean mb_book_make(MbBook *book, MbMigrationSource source, GError **error);

#endif
