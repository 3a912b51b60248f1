/* SPDX-License-Identifier: MIT */
/* From what is read to what is recorded: the text under an item is read (recognise/reader.h), and each reading makes
   its record or moves along the one it made before, with a mark (model/mark.h) between the two. The text is the source:
   a reading that is gone takes its record with it, unless the record has a life of its own. Within a deed. */
#ifndef MINUTEBOOK_DESK_UNDERSTAND_H
#define MINUTEBOOK_DESK_UNDERSTAND_H

#include "minutebook/desk/desk.h"
#include "minutebook/recognise/reading.h"

/* What came of it. Zeroed by the caller before the first call, added to by each; freed with mb_understood_clear. */
typedef struct {
    int made[MB_READINGS];      /* records made, or rows changed, by the kind of their reading */
    int followed[MB_READINGS];  /* records that moved along with their text */
    int withdrawn[MB_READINGS]; /* records that went with their text */
    int offered;                /* marks that newly wait to be looked at */
    GPtrArray *refs;            /* of the actions made: char *, owned; NULL: none */
    char *quorum;               /* what it means for the quorum, where it changed; NULL: nothing */
} MbUnderstood;
void mb_understood_clear(MbUnderstood *understood);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(MbUnderstood, mb_understood_clear)
/* "2 actions (112, 113), 1 decision; 1 withdrawn: action": newly allocated; NULL where nothing came of it. */
char *mb_understood_words(const MbUnderstood *understood);

/* Reads what stands under ITEM (NULL: before the first item) of MEETING, which lies on the desk with all that hangs on
   it (mb_deed_meeting). PARAGRAPHS (ids, NULL-ended; NULL: all): only what begins or ends in one of these is changed,
   so that a line still under the hand is left alone; one that is gone or private is among them by itself. The clerk's
   notes are read too where the board types notes live; private paragraphs and approved minutes never. Reading what has
   not changed changes nothing. */
gboolean mb_understand(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, const char *const *paragraphs,
                       MbUnderstood *understood, GError **error);

#endif
