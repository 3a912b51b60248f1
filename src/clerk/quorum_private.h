/* SPDX-License-Identifier: MIT */
/* The quorum's rule and its seats, between quorum.c (what is required) and quorum_room.c (who is there). */
#ifndef MINUTEBOOK_CLERK_QUORUM_PRIVATE_H
#define MINUTEBOOK_CLERK_QUORUM_PRIVATE_H

#include "minutebook/model/board.h"
#include "minutebook/model/dossier.h"
#include "minutebook/model/rules.h"

/* The board's own rule, else its rule set's. What is not asked for is 0 or less. */
typedef struct {
    int members;
    int over;
    int under;
    gboolean majority;
    int at_least;
    int rounding; /* MbRounding */
    int of;       /* MbQuorumOf */
} MbQuorumRule;

MbQuorumRule mb_quorum_rule(const MbBoard *board, const MbRules *rules);
/* Whether whoever sits there counts: by group, and where the quorum is of voting members by vote. */
gboolean mb_quorum_seat_counts(const MbDossier *dossier, const MbQuorumRule *rule, const MbSeat *seat);
/* The seats of BOARD in force on DAY. A new array. */
GPtrArray *mb_quorum_seats(const MbDossier *dossier, const char *board, MbDay day);
/* The people of whom the quorum is reckoned, each once. */
int mb_quorum_members(const MbDossier *dossier, const MbQuorumRule *rule, const GPtrArray *seats);
/* How many of MEMBERS must be there. */
int mb_quorum_required(const MbQuorumRule *rule, int members);

#endif
