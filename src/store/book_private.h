/* SPDX-License-Identifier: MIT */
/* What the files of this folder share: the open book, its prepared statements, its errors, and what a deed has changed
 * so far. Nothing here is for other folders. */
#ifndef MINUTEBOOK_STORE_BOOK_PRIVATE_H
#define MINUTEBOOK_STORE_BOOK_PRIVATE_H

#include "minutebook/model/record.h"
#include "minutebook/store/book.h"

#include <sqlite3.h>

enum {
    MB_BOOK_APPLICATION = 0x4D6E7462, /* "Mntb": application_id of every book */
    MB_BOOK_PAGE = 4096,
    MB_BOOK_WAIT_MS = 5000,
    MB_SALT_SIZE = 33,   /* 16 bytes in hexadecimal, and the NUL */
    MB_DIGEST_SIZE = 65, /* SHA-256 in hexadecimal, and the NUL */
};

/* A deed under way: what was written, each record once. */
typedef struct {
    gboolean open;
    gboolean failed;    /* something could not be written: nothing of it will be kept */
    gboolean restoring; /* makes no history of its own */
    char *who;
    char *name;
    char *summary;
    GPtrArray *touched;    /* MbTouched, in the order of the first touch; owns them */
    GHashTable *by_record; /* the same, by noun and id */
} MbDeedUnderWay;

/* A record that the deed has written: as it was before the deed, and a salted digest of it as it is now. */
typedef struct {
    const MbNoun *noun;
    char *id;
    char *before;   /* canonical text; NULL where it was not there */
    gboolean there; /* now */
    gboolean same;  /* now as it was before */
    char salt[MB_SALT_SIZE];
    char digest[MB_DIGEST_SIZE]; /* of the content as it is now; of nothing where it is not there */
    char *meeting;               /* the id of the meeting that it belongs to, or NULL */
    char *parent;                /* of a cell: its paragraph */
    gboolean moved;              /* of a meeting: to another day or board */
} MbTouched;

struct MbBook {
    char *path;  /* real, free of symbolic links: by it SQLite names the files beside the book */
    char *shown; /* as the user named it, fit for a sentence */
    sqlite3 *db;
    int lock;           /* the side file; -1 where there is none (read-only places, file systems that cannot lock) */
    gboolean read_only; /* cannot be written from here */
    gboolean immutable; /* read as a file that nobody changes */
    gboolean alone;     /* on a file system that cannot share: SQLite's exclusive mode, rollback journal */
    gboolean suspect;   /* damage was seen: nothing is folded in on closing */
    gboolean reading;   /* within mb_book_begin_reading */
    int version;
    gint64 busy_until;       /* while another window is waited for */
    int log_pages;           /* in the write-ahead log after the last commit from here */
    gboolean lazy;           /* commits do not wait for the disk: while typing (typing_sync.c) */
    struct MbTyping *typing; /* typing_private.h; NULL until somebody types or asks */
    GHashTable *statements;
    MbDeedUnderWay deed;
};

/* problem.c: sets ERROR to a sentence about what SQLite answered with CODE while the book was in use, and returns
 * FALSE. */
gboolean mb_book_problem(MbBook *book, int code, GError **error);
/* "The book PATH WORDS". Returns FALSE. */
gboolean mb_book_refuse(const MbBook *book, GError **error, const char *format, ...) G_GNUC_PRINTF(3, 4);
gboolean mb_book_damaged(MbBook *book, GError **error);

/* statement.c: prepared once a book, kept under the address of KEY and the noun. BUILD makes the text from both on
 * first use. Ready to be bound. */
typedef char *(*MbStatementBuilder)(const MbNoun *noun, const char *key);
sqlite3_stmt *mb_statement_built(MbBook *book, const MbNoun *noun, const char *key, MbStatementBuilder build,
                                 GError **error);
/* The same of a whole constant statement. */
sqlite3_stmt *mb_statement(MbBook *book, const char *sql, GError **error);
void mb_statement_bind(sqlite3_stmt *statement, const char *name,
                       const char *text); /* TEXT is borrowed until the statement is reset; NULL binds NULL */
void mb_statement_bind_int(sqlite3_stmt *statement, const char *name, gint64 number);
/* SQLITE_ROW or SQLITE_DONE; anything else has set ERROR and reset the statement. */
int mb_statement_step(MbBook *book, sqlite3_stmt *statement, GError **error);
/* Runs to the end and resets. */
gboolean mb_statement_run(MbBook *book, sqlite3_stmt *statement, GError **error);
gboolean mb_book_run(MbBook *book, const char *sql, GError **error); /* a statement that is not worth keeping */
/* A column as a new text, NULL of NULL. */
char *mb_statement_text(sqlite3_stmt *statement, int column);
void mb_statements_free(MbBook *book);

/* columns.c: a noun's columns, "id" first, then its field table. */
void mb_columns_append(GString *sql, const MbNoun *noun);
gpointer mb_columns_read(MbBook *book, sqlite3_stmt *statement, const MbNoun *noun, GError **error);
void mb_columns_bind(sqlite3_stmt *statement, gconstpointer record);
/* canonical.c: the canonical text of the row as it stands in the book, so that nothing is smoothed over by reading it
 * as a record. */
char *mb_columns_canonical(sqlite3_stmt *statement, const MbNoun *noun);
void mb_digest(const char *salt, const char *canonical, char digest[MB_DIGEST_SIZE]);
void mb_salt_new(char salt[MB_SALT_SIZE]);
/* history_undo.c: the record that canonical text tells of; NULL where it is not of NOUN. */
gpointer mb_record_of_canonical(const MbNoun *noun, const char *canonical);
/* A member of canonical text: NULL where it is absent. */
char *mb_canonical_member(const char *canonical, const char *name);

/* transaction.c: a transaction under the shared lock, without a deed. Begin has set ERROR where it returns FALSE; after
 * a commit that failed the transaction is rolled back. */
gboolean mb_transaction_begin(MbBook *book, GError **error);
gboolean mb_transaction_commit(MbBook *book, GError **error);
void mb_transaction_rollback(MbBook *book);
/* deed_under_way.c: the deed within a transaction, and its end there: history and search rows written, or not. */
void mb_deed_start(MbBook *book, const char *who, const char *name);
gboolean mb_deed_write(MbBook *book, GError **error);
void mb_deed_forget(MbBook *book);

/* record.c: the record of that id as it stands in the book; NULL in RECORD where there is none. FALSE on error. */
gboolean mb_record_find(MbBook *book, const MbNoun *noun, const char *id, gpointer *record, GError **error);

/* record_save.c: the row alone, without history. BEFORE NULL: it is not there yet. */
gboolean mb_record_write(MbBook *book, gconstpointer before, gconstpointer record, GError **error);
gboolean mb_record_remove(MbBook *book, const MbRecord *record, GError **error);

/* deed_touched.c: nothing written so far. */
void mb_deed_nothing_touched(MbDeedUnderWay *deed);
/* Whether records may be written now. */
gboolean mb_deed_ready(MbBook *book, GError **error);
/* BEFORE and AFTER are records; NULL where it was not, or is no more, there. */
void mb_deed_touch(MbBook *book, gconstpointer before, gconstpointer after);
void mb_deed_fail(MbBook *book);
/* The same of a record whose canonical text before is known, and the meeting it belonged to; AFTER is NULL where it is
 * no more there. */
void mb_deed_touch_settled(MbBook *book, const MbNoun *noun, const char *id, const char *before, const char *meeting,
                           gconstpointer after);

/* history_write.c: the row of the deed under way. */
gboolean mb_history_write(MbBook *book, GError **error);
/* search_index.c: brings the index in step with what was touched. */
gboolean mb_search_follow(MbBook *book, GError **error);

/* place.c: the meeting that RECORD belongs to, by its own reference or those of what it hangs on. New text or NULL. */
char *mb_place_meeting(MbBook *book, gconstpointer record);

#endif
