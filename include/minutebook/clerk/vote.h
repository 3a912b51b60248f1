/* SPDX-License-Identifier: MIT */
/* Votes counted: what is carried, by a board's rules. Pure arithmetic, and who is barred. Who has a vote at all is
   clerk/quorum.h. Sources: LGA 1972 Sch 12 para 39 (a majority of those present and voting; the chair's second or
   casting vote where votes are equal); each rule set names its own (MbRules.vote_source). */
#ifndef MINUTEBOOK_CLERK_VOTE_H
#define MINUTEBOOK_CLERK_VOTE_H

#include "minutebook/model/decision.h"
#include "minutebook/model/dossier.h"
#include "minutebook/model/meeting.h"
#include "minutebook/model/rules.h"

typedef enum {
    MB_VOTE_OF_CAST,    /* for and against; abstentions are no votes cast */
    MB_VOTE_OF_PRESENT, /* all members who are in the room and may vote */
    MB_VOTE_OF_ALL,     /* all voting members of the board */
} MbVoteBase;
extern const char *const mb_vote_base_words[]; /* "votes cast", "present", "all" */

/* How a board carries a motion: by more than over/under of the base. */
typedef struct {
    int over, under;
    int base;              /* MbVoteBase */
    gboolean casting_vote; /* the chair has one where votes are equal */
} MbVoteRule;
/* The rule of RULES; where that is NULL or says nothing, more than half of the votes cast and no casting vote. */
MbVoteRule mb_vote_rule(const MbRules *rules);

typedef struct {
    int for_, against, abstained; /* 0 or more */
    int present;                  /* who may vote and are in the room, as many as are known; MB_NO_INT: not known */
    int members;                  /* voting members of the board; MB_NO_INT: not known */
    int casting;                  /* MB_VOTE_FOR, MB_VOTE_AGAINST; MB_NO_INT: none was given */
} MbVoteCount;

typedef struct {
    gboolean carried;
    gboolean tie;          /* for and against were equal */
    gboolean casting_open; /* a tie, which the chair may decide by a casting vote */
    gboolean casting_used;
    gboolean known; /* whether the base is known; else it was counted of the votes cast */
    int base;       /* of how many */
    int needed;     /* votes for, at least */
} MbVoteResult;
/* What COUNT means under RULE. A casting vote counts only where votes are equal and the rule knows one: then it is a
   second vote. A motion that is not carried is lost. */
MbVoteResult mb_vote_result(const MbVoteRule *rule, const MbVoteCount *count);
/* "carried, 5 for, 3 against, 1 abstained", "lost, 4 for, 4 against, by the chair's casting vote", "lost, 7 for, 4
   against: 8 of 11 are needed". Newly allocated. */
char *mb_vote_words_of(const MbVoteRule *rule, const MbVoteCount *count, const MbVoteResult *result);

/* The declaration by which PERSON (an id) may not vote under ITEM (an id): who left or did not vote for it, or declared
   a kind of interest that bars from voting by RULES (may be NULL), without a dispensation. Borrowed; NULL where none.
 */
const MbDeclaration *mb_vote_barred(const MbDossier *dossier, const MbRules *rules, const char *item,
                                    const char *person);
/* Members of the board who have a vote on the meeting's day, and those of them (or who was sent for them) who are in
   the room for ITEM and not barred. PRESENT is MB_NO_INT where the meeting has no register. */
void mb_vote_electorate(const MbDossier *dossier, const MbRules *rules, const MbMeeting *meeting, const char *item,
                        int *members, int *present);

#endif
