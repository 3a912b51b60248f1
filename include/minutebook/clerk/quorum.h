/* SPDX-License-Identifier: MIT */
/* Quorum: how many must be in the room, who counts, and whether the board is quorate, at a time and for an item.
   Shapes: a number; a fraction of the voting (or all) members rounded up, to the nearest, or down, with a minimum; a
   majority; groups that must be there. Sources: LGA 1972 Sch 12 paras 6, 12, 45; each rule set names its own. */
#ifndef MINUTEBOOK_CLERK_QUORUM_H
#define MINUTEBOOK_CLERK_QUORUM_H

#include "minutebook/model/board.h"
#include "minutebook/model/dossier.h"
#include "minutebook/model/meeting.h"
#include "minutebook/model/rules.h"

typedef struct {
    int members;  /* of whom it is reckoned */
    int required; /* 0: no rule is known */
    int here;     /* who count */
    gboolean quorate;
    char *shortfall; /* "2 of 3 Statutory members", "4 of 5 members"; NULL where quorate. Owned */
} MbQuorum;
void mb_quorum_clear(MbQuorum *quorum);

/* A member who sent somebody is there only by a deputy listed for that seat who may count (MbDeputy.outside_quorum),
   and not at all under rules that know no deputies (MbRules.deputies_count). At MEETING, at time AT (MB_NO_TIME: anyone
   who was there at all counts), for ITEM (an id, or NULL): who declared an interest in it that bars from the quorum
   does not count (by the rule set's kinds; RULES may be NULL). DOSSIER holds board, roll, meeting and attendance. */
MbQuorum mb_quorum_at(const MbDossier *dossier, const MbRules *rules, const MbMeeting *meeting, MbTime at,
                      const char *item);
/* What BOARD requires on DAY, in words: "5 members, 3 of them Statutory", "7 of 13 voting members". Newly allocated;
 * NULL where no rule is known. */
char *mb_quorum_words(const MbDossier *dossier, const MbRules *rules, const MbBoard *board, MbDay day);
/* Whether this attendance was in the room at AT. */
gboolean mb_quorum_in_room(const MbDossier *dossier, const MbAttendance *attendance, MbTime at);

/* The deputy listed for SEAT on the meeting's day who stood in for it by ATTENDANCE; NULL where whoever came in the
 * member's stead is not on that list. */
const MbDeputy *mb_quorum_deputy(const MbDossier *dossier, const MbSeat *seat, const MbAttendance *attendance);
/* Whether ATTENDANCE, or whoever came in its stead, was in the room for ITEM (an id; NULL: at all). */
gboolean mb_quorum_here(const MbDossier *dossier, const MbMeeting *meeting, const MbAttendance *attendance,
                        const char *item);
/* Why whoever fills the seat of ATTENDANCE (the member, or whoever was sent) has no vote under ITEM (an id, or NULL):
   "was not there", "has no seat on the board". A constant, to follow a name; NULL where there is a vote. Interests are
   another matter. RULES may be NULL. */
const char *mb_quorum_no_vote(const MbDossier *dossier, const MbRules *rules, const MbMeeting *meeting,
                              const MbAttendance *attendance, const char *item);

#endif
