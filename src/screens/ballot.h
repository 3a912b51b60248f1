/* SPDX-License-Identifier: MIT */
/* What the screens of voting share: a motion with its item, what majority it needs, the deed and its sentence in the
 * minute. votes.c lists the motions, count.c takes the counts, rollcall.c the votes by name. */
#ifndef MINUTEBOOK_SCREENS_BALLOT_H
#define MINUTEBOOK_SCREENS_BALLOT_H

#include "minutebook/clerk/vote.h"
#include "minutebook/model/item.h"
#include "minutebook/screens/screen.h"

/* The first member of each such screen's data. */
typedef struct {
    char *meeting_id, *item_id, *motion_id; /* the motion: NULL where none is meant */
    MbDossier *dossier;
    const MbMeeting *meeting;
    const MbBoard *board;
    const MbRules *rules;
    const MbItem *item;
    const MbMotion *motion;
    MbVoteRule rule;
    int members, present; /* who may vote; as clerk/vote.h */
    GPtrArray *asked;     /* char *: words of a deed that is still being asked for */
} Ballot;

/* ARGUMENT: ids of meeting, item and, where meant, motion, spaces between. */
void mb_ballot_init(Ballot *ballot, const char *argument);
gboolean mb_ballot_load(Ballot *ballot, MbApp *app, GError **error);
void mb_ballot_clear(Ballot *ballot);

/* "@" and the key. Newly allocated. */
char *mb_ballot_key(const char *id);
/* The motions of the item in order; new array, borrowed. What is put next: an open amendment before its motion, NULL
   where nothing is open. */
GPtrArray *mb_ballot_motions(const Ballot *ballot);
const MbMotion *mb_ballot_next(const Ballot *ballot);
/* "moved by A Shah, seconded by C Pike", "" where nobody is named. Newly allocated. */
char *mb_ballot_speakers(const Ballot *ballot, const MbMotion *motion);

/* "more than half of the votes cast: 6 of 11 are needed". Newly allocated. */
char *mb_ballot_needs(const Ballot *ballot, const MbVoteCount *count);
MbVoteCount mb_ballot_count(const Ballot *ballot, int for_, int against, int abstained);
/* Item, motion, mover, and what is needed; returns the row after. */
int mb_ballot_paint(const Ballot *ballot, MbGrid *grid, MbArea area, const MbVoteCount *count);
/* "For 7   Against 2   Abstained 1" and how it stands, on one row. */
void mb_ballot_paint_result(const Ballot *ballot, MbGrid *grid, MbArea area, int row, const MbVoteCount *count);

/* The words of the vote begun; the caller adds its options to `asked` and records. A tie asks for the casting vote
   where there is one. Recorded, the sentence stands in the minute and the screen closes. COUNT: NULL where nobody
   counted. */
void mb_ballot_begin(Ballot *ballot);
void mb_ballot_record(MbView *view, const MbVoteCount *count);

#endif
