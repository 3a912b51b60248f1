/* SPDX-License-Identifier: MIT */
/* Writing: a passage (edit/passage.h) that lives in the book. Every change of the passage is committed before the call
   that made it returns, and so before it is shown: the paragraphs and the journal's row, in one transaction. Full
   syncs, the history's rows and the search index follow when the hand rests (mb_writing_rest). */
#ifndef MINUTEBOOK_DESK_WRITING_H
#define MINUTEBOOK_DESK_WRITING_H

#include "minutebook/desk/desk.h"
#include "minutebook/edit/passage.h"

typedef struct MbWriting MbWriting;

/* The text of ITEM (an id; NULL: before the first item) of MEETING: LAYER is MB_LAYER_MINUTE or MB_LAYER_NOTE; private
   paragraphs are part of it where LAYER is what the board types live. The desk is open for writing. */
MbWriting *mb_writing_open(MbDesk *desk, const char *meeting, const char *item, int layer, GError **error);
/* Settles and forgets it; what could not be saved is lost with it: ask mb_writing_saved first. */
void mb_writing_close(MbWriting *writing);
MbPassage *mb_writing_passage(MbWriting *writing);

/* Many changes are coming at once: from HOLD on they are kept in memory, and saved as one when HOLD ends (or it is
   flushed otherwise). Nothing of them may be shown before. */
void mb_writing_hold(MbWriting *writing, gboolean hold);

/* Whether every change is in the book; else WHY (may be NULL; borrowed) is the sentence to show ("NOT SAVED: the disk
   is full …"). What could not be saved is tried again with each change and each rest; it may be saved elsewhere
   meanwhile by mb_writing_rescue. */
gboolean mb_writing_saved(MbWriting *writing, const char **why);
/* Whether all is on the disk too, so that a power cut takes nothing. */
gboolean mb_writing_synced(MbWriting *writing);
/* Writes the passage as text to PATH (0600, never over a file that is there). */
gboolean mb_writing_rescue(MbWriting *writing, const char *path, GError **error);

/* What can wait, a little at a time: retry, full sync (by a thread of its own; due at most 200 ms after a change),
   history and search rows (settling; after two seconds of rest or when SETTLE). Returns the milliseconds after which it
   wants to be called again; -1: nothing is left to do. */
int mb_writing_rest(MbWriting *writing, gboolean settle);
/* Takes over what other windows or commands have changed under this item since. Cheap where nothing has. */
gboolean mb_writing_refresh(MbWriting *writing, GError **error);

/* The caret's place, kept in the book for the next opening (called at rests and when leaving). */
gboolean mb_writing_keep_caret(MbWriting *writing, GError **error);
/* The hand goes on here, from the last change on: said when it comes to an item, so that a program that is killed
 * before the caret is kept opens here again. */
gboolean mb_writing_arrive(MbWriting *writing, GError **error);

#endif
