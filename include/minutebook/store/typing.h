/* SPDX-License-Identifier: MIT */
/* Typing: paragraphs saved key by key with their journal, one small transaction each, and settled into history and
   search later. A paragraph that was typed and not yet settled is kept as it was at its last settling in the table
   `unsettled`, so that the history still verifies and nothing depends on the program living. Every deed settles first
   what is not settled. The journal is working material, disposed of by rule, and no part of the history. */
#ifndef MINUTEBOOK_STORE_TYPING_H
#define MINUTEBOOK_STORE_TYPING_H

#include "minutebook/model/journal.h"
#include "minutebook/model/minute.h"
#include "minutebook/store/book.h"

/* One transaction: JOURNAL (an MbJournal) is added, or written anew by its id; CHANGED (MbMinute) with CELLS (MbCell;
   all of the tables among CHANGED) are saved, those whose ids are in GONE deleted with their cells. WHO typed. Nothing
   of it goes into history or search yet. FALSE (MB_ERROR_BOOK): nothing of it is in the book. */
gboolean mb_typing_save(MbBook *book, const char *who, MbJournal *journal, GPtrArray *changed, GPtrArray *cells,
                        GPtrArray *gone, GError **error);
/* The same of several rows of the journal (MbJournal): what could not be saved before. */
gboolean mb_typing_save_all(MbBook *book, const char *who, GPtrArray *journal, GPtrArray *changed, GPtrArray *cells,
                            GPtrArray *gone, GError **error);
/* Called within a save, for each paragraph of CHANGED, where others have written since the last save: THEIRS is the
   paragraph as it stands in the book (NULL: it is not there). MINE may be altered, so that nothing of theirs is lost.
   For each of GONE, MINE is NULL; returning FALSE leaves the paragraph there. */
typedef gboolean (*MbTypingMeet)(gpointer data, MbMinute *mine, const MbMinute *theirs);
void mb_typing_set_meet(MbBook *book, MbTypingMeet meet, gpointer data);
/* Before the first key: what it would else wait for (the first commit in a new log is synced by SQLite itself). */
void mb_typing_ready(MbBook *book);
/* Whether anything waits to be settled. */
gboolean mb_typing_unsettled(MbBook *book);
/* Writes the history's row ("typed under item 4 Hate crime, 214 characters") and the search rows, one deed a meeting
 * and hand. */
gboolean mb_typing_settle(MbBook *book, GError **error);
/* The journal of an item and layer, in order: new array of MbJournal that frees. */
GPtrArray *mb_typing_journal(MbBook *book, const char *meeting, const char *item, int layer, GError **error);

/* Where a hand was last in a meeting: kept without history. NULL where nowhere. */
gboolean mb_typing_set_place(MbBook *book, const MbHandPlace *place, GError **error);
MbHandPlace *mb_typing_place(MbBook *book, const char *meeting, GError **error);

/* For the dump: every record of NOUN (MB_JOURNAL, MB_PLACE), by id; and, loading one, within a deed begun by
 * mb_book_begin_restoring, RECORD of such a noun, as it was. */
GPtrArray *mb_typing_all(MbBook *book, const MbNoun *noun, GError **error);
gboolean mb_typing_restore(MbBook *book, gpointer record, GError **error);

/* Starts a full sync of all that is committed on a thread of its own; mb_typing_synced says whether it, and nothing
   since, is on the disk. A failed sync makes *FAILED true and is never trusted later (fsync-gate): the next writes all
   of it anew. */
void mb_typing_sync(MbBook *book);
gboolean mb_typing_synced(MbBook *book, gboolean *failed);
/* A descriptor that becomes readable when another window may have written (inotify on the log), or -1; and whether one
 * has, since the last call (PRAGMA data_version), which drains it. */
int mb_typing_watch(MbBook *book);
gboolean mb_typing_others_wrote(MbBook *book);
/* Empties the descriptor without asking: cheap, between two keys. */
void mb_typing_drain(MbBook *book);
/* The same for several who ask: a number that grows with what others, or deeds from here, have written. */
guint mb_typing_tidings(MbBook *book);

#endif
