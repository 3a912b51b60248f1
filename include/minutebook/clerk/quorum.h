/* SPDX-License-Identifier: MIT */
/* Quorum: how many must be in the room, who counts, and whether the board is quorate, at a time and for an item. Shapes: a number; a fraction of the voting (or all) members rounded up, to the nearest, or down, with a
   minimum; a majority; groups that must be there. Sources: LGA 1972 Sch 12 paras 6, 12, 45; each rule set names its own. */
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

/* At MEETING, at time AT (MB_NO_TIME: anyone who was there at all counts), for ITEM (an id, or NULL): who declared an interest in it that bars from the quorum does not count (by the rule set's kinds; RULES may be NULL). DOSSIER holds board, roll,
   meeting and attendance. */
MbQuorum mb_quorum_at(const MbDossier *dossier, const MbRules *rules, const MbMeeting *meeting, MbTime at, const char *item);
/* What BOARD requires on DAY, in words: "5 members, 3 of them Statutory", "7 of 13 voting members". Newly allocated; NULL where no rule is known. */
char *mb_quorum_words(const MbDossier *dossier, const MbRules *rules, const MbBoard *board, MbDay day);
/* Whether this attendance was in the room at AT. */
gboolean mb_quorum_in_room(const MbDossier *dossier, const MbAttendance *attendance, MbTime at);

#endif
