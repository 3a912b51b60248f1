/* SPDX-License-Identifier: MIT */
/* Who changed what, when; chained by digests (SHA-256). A deed's chain digest covers the chain before it, its number,
   time, doer, name, summary and, of each change, noun, id, kind, meeting and a salted digest of the content after it:
   never the content itself, so that what is disposed of leaves its digest and the history still verifies. */
#ifndef MINUTEBOOK_STORE_HISTORY_H
#define MINUTEBOOK_STORE_HISTORY_H

#include "minutebook/store/book.h"

typedef struct {
    gint64 seq;
    char *at; /* UTC stamp */
    char *who;
    char *deed;
    char *summary;
    char *chain; /* hexadecimal */
    int changes; /* how many records */
} MbDeed;
void mb_deed_free(MbDeed *deed);

typedef struct {
    gint64 seq;
    int position;
    char *noun;
    char *record;
    char *kind;    /* "insert", "update", "delete" */
    char *salt;    /* "" where disposed of */
    char *digest;  /* of the salt and the canonical text after; of a deletion, of the salt and nothing */
    char *before;  /* canonical text before, NULL of an insert or where disposed of */
    char *meeting; /* id of the meeting that the record belonged to, or NULL */
} MbChange;
void mb_change_free(MbChange *change);

/* The deeds, newest first where NEWEST_FIRST, at most LIMIT (0: all). New array that frees its deeds. */
GPtrArray *mb_history_deeds(MbBook *book, gboolean newest_first, int limit, GError **error);
/* The changes of one deed, or of all where SEQ is 0, in order. */
GPtrArray *mb_history_changes(MbBook *book, gint64 seq, GError **error);
/* The chain's newest digest, or "" of an empty history. */
char *mb_history_head(MbBook *book, GError **error);

/* Proves the history: every chain digest, and that each record of each noun is as its last change left it (none
   altered, added or taken away behind the program's back). Appends one sentence a fault to FAULTS (GString-free: an
   array of char *), naming the meeting where there is one. FALSE only when it could not be read. */
gboolean mb_history_verify(MbBook *book, GPtrArray *faults, GError **error);

/* Within a deed: every record that deed SEQ changed is put back as it was before that deed. Refused (MB_ERROR_USAGE)
   with what stands against it: a record was changed since, or others refer to it; minutes approved since; a text
   disposed of. Refs given out are not given out again. What it undoes is read from the history alone, so that undoing
   an undo does the deed again. */
gboolean mb_history_undo(MbBook *book, gint64 seq, GError **error);
/* The newest deed of WHO, NULL without error where there is none. */
MbDeed *mb_history_last_of(MbBook *book, const char *who, GError **error);
/* The deed of that number, likewise. */
MbDeed *mb_history_deed(MbBook *book, gint64 seq, GError **error);

/* For loading a dump into a fresh book: rows as they were, without making new history. Within a deed begun by
 * mb_book_begin_restoring. */
gboolean mb_book_begin_restoring(MbBook *book, GError **error);
gboolean mb_history_restore_deed(MbBook *book, const MbDeed *deed, GError **error);
gboolean mb_history_restore_change(MbBook *book, const MbChange *change, GError **error);

#endif
