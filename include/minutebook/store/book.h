/* SPDX-License-Identifier: MIT */
/* The book file: opened, migrated, locked, written in transactions that are one deed each. Records are store/record.h,
   the history store/history.h.

   SQLite 3.40.1 can lose commits when a checkpoint or WAL reset meets another connection's write. Therefore every write
   transaction holds a shared lock on a side file (PATH with "-lock" appended), automatic checkpoints and the checkpoint
   on close are off, and a checkpoint, as the first touch of a book when it is opened, happens only under the exclusive
   lock and is followed by one small commit before that lock is let go. Where files cannot be shared (network file
   systems) one window has the book for itself, without such a log; where they cannot be locked at all a book is only
   read. */
#ifndef MINUTEBOOK_STORE_BOOK_H
#define MINUTEBOOK_STORE_BOOK_H

#include <glib.h>

typedef struct MbBook MbBook;

typedef enum {
    MB_BOOK_READ,   /* reads; works on read-only media */
    MB_BOOK_WRITE,  /* reads and writes a book that is there */
    MB_BOOK_CREATE, /* makes a new one; refuses a path at which something stands */
} MbBookMode;

/* Opens the book at PATH: checks that it is one (application_id), that it is whole enough to read (a damaged one is
   said to be damaged and never touched), that it is not newer than this program (refused kindly, nothing changed),
   migrates an older one after a backup copy beside it. All files are 0600. All failures are MB_ERROR_BOOK with the path
   and what to do. */
MbBook *mb_book_open(const char *path, MbBookMode mode, GError **error);
/* Rolls back what is not committed. Whoever closes the book last folds its log in, so that the one file is then the
 * whole book and may be copied as such. */
void mb_book_close(MbBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MbBook, mb_book_close)

const char *mb_book_path(const MbBook *book);
gboolean mb_book_read_only(const MbBook *book);
int mb_book_version(const MbBook *book); /* of its tables: the number of migrations in it */

/* A deed: everything between begin and commit happens or nothing does. WHO did it, DEED is the command's name, SUMMARY
   one line for people ("moved Hate crime to 6 December"). Begin waits up to five seconds for another window. Commit
   writes the history's row and makes it durable as far as an ordinary commit does; mb_book_sync makes it survive a
   power cut. A deed that changed nothing leaves no row. On any failure the deed is rolled back. */
gboolean mb_book_begin(MbBook *book, const char *who, const char *deed, GError **error);
void mb_book_summary(MbBook *book, const char *summary); /* within a deed; copied */
gboolean mb_book_commit(MbBook *book, GError **error);
void mb_book_rollback(MbBook *book);
gboolean mb_book_in_deed(const MbBook *book);

/* A consistent view for several loads: what other windows write meanwhile is not seen. */
gboolean mb_book_begin_reading(MbBook *book, GError **error);
void mb_book_end_reading(MbBook *book);

/* Waits until everything committed is on the disk. */
gboolean mb_book_sync(MbBook *book, GError **error);
/* Folds the write-ahead log into the book where it has grown (over 4 MiB) or where FORCE, under the exclusive lock; a
 * book that is busy is left as it is. Called before closing. */
void mb_book_checkpoint(MbBook *book, gboolean force);

/* The version of SQLite in use. A constant. */
const char *mb_book_library(void);

/* The whole book checked: SQLite's own integrity and foreign keys. FALSE with the first fault as error. */
gboolean mb_book_integrity(MbBook *book, GError **error);
/* A live copy through SQLite's backup API to PATH (made as a temporary file, renamed when whole; refuses an existing
 * PATH unless REPLACE). */
gboolean mb_book_backup(MbBook *book, const char *path, gboolean replace, GError **error);

/* Takes away a book that could not be filled, with its side files. Nobody else has it open. */
void mb_book_remove(const char *path);
/* Renames the book at PATH (no other window may have it open: MB_ERROR_BOOK) with its side files to PATH.WORD, or
 * PATH.WORD-2 …; KEPT is set to the new path. */
gboolean mb_book_set_aside(const char *path, const char *word, char **kept, GError **error);
/* The way back, where what was to take its place failed. */
void mb_book_put_back(const char *kept, const char *path);

#endif
