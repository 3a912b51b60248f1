/* SPDX-License-Identifier: MIT */
/* What the files of writing share. */
#ifndef MINUTEBOOK_DESK_WRITING_PRIVATE_H
#define MINUTEBOOK_DESK_WRITING_PRIVATE_H

#include "minutebook/desk/writing.h"
#include "minutebook/model/journal.h"

/* A paragraph as it stands in the book, and as the passage had it when it was saved. */
typedef struct {
    MbMinute *book;
    MbMinute *ours;   /* NULL: as in the book; else another hand's words have been joined with it there */
    MbMinute *saving; /* what `ours` becomes when the save under way succeeds */
} MbAgreed;

struct MbWriting {
    MbDesk *desk;
    char *meeting;
    char *item; /* NULL: before the first item */
    int layer;
    gboolean with_private;
    MbPassage *passage;
    GHashTable *agreed; /* id → MbAgreed */

    /* What is not in the book yet. */
    GHashTable *dirty;  /* ids of paragraphs, as in the passage */
    GHashTable *gone;   /* ids */
    GPtrArray *journal; /* MbJournal */
    char *why;          /* the sentence; NULL: everything is saved */
    gboolean held;      /* it waits to be saved as one */

    char *journal_id; /* of the edit written last, and its number: a keystroke may grow it */
    gint64 journal_seq;
    char *kept; /* the caret's place as kept last: "PARAGRAPH OFFSET" */
    guint tidings;
    gboolean met; /* something of another hand was joined: the passage is behind the book */
    gboolean settled;
    gint64 changed;       /* monotonic, of the last change */
    gint64 unsynced_from; /* of the first change that no sync has been asked for; 0: none */
    gint64 asked;         /* of the last sync asked for */
    gint64 tried;         /* of the last failed try */
};

/* writing.c: saves what is queued. FALSE: it is kept, and `why` says why. */
gboolean mb_writing_flush(MbWriting *writing);
MbJournal *mb_writing_journal_of(MbWriting *writing, const MbEdit *edit, gboolean merged);
void mb_agreed_free(gpointer agreed);

/* writing_load.c: the paragraphs in the book (MbMinute, in order; new array) and as a passage wants them. */
GPtrArray *mb_writing_load(MbWriting *writing, MbDossier *dossier, GError **error);
GPtrArray *mb_writing_paragraphs(const GPtrArray *minutes, const MbDossier *dossier);
GPtrArray *mb_writing_edits(MbWriting *writing, GError **error);
void mb_writing_agree(MbWriting *writing, const GPtrArray *minutes);

/* writing_merge.c: joins into MINE what THEIRS has changed since BASE. */
void mb_writing_merge(MbMinute *mine, const MbMinute *base, const MbMinute *theirs);
char *mb_writing_merge_text(const char *mine, const char *base, const char *theirs);

#endif
