/* SPDX-License-Identifier: MIT */
/* What was decided and how: interests declared, decisions, votes, motions with amendments, elections. */
#ifndef MINUTEBOOK_MODEL_DECISION_H
#define MINUTEBOOK_MODEL_DECISION_H

#include "minutebook/model/record.h"

typedef enum { MB_EFFECT_NONE, MB_EFFECT_LEFT, MB_EFFECT_STAYED, MB_EFFECT_SPOKE, MB_EFFECT_DID_NOT_VOTE } MbEffect;
extern const char *const mb_effect_words[]; /* "", "left", "stayed", "spoke", "did not vote" */

extern const MbNoun MB_DECLARATION;
typedef struct {
    MB_RECORD_HEAD;
    char *meeting; /* ref */
    int position;
    char *item;   /* ref: the item in which the interest lies; NULL: none named */
    char *person; /* ref */
    char *name;   /* where not in the book */
    char *kind;   /* as the rule set names it */
    char *nature;
    int effect; /* MbEffect */
    char *dispensation;
    MbTime left;
    MbTime back;
} MbDeclaration;

typedef enum {
    MB_OUTCOME_AGREED,
    MB_OUTCOME_APPROVED,
    MB_OUTCOME_NOTED,
    MB_OUTCOME_RESOLVED,
    MB_OUTCOME_RECOMMENDED,
    MB_OUTCOME_REJECTED,
    MB_OUTCOME_DEFERRED,
} MbOutcome;
extern const char *const mb_outcome_words[];

extern const MbNoun MB_DECISION;
typedef struct {
    MB_RECORD_HEAD;
    char *board;   /* ref */
    char *meeting; /* ref; NULL: taken between meetings */
    char *item;    /* ref */
    int position;
    char *text;
    int outcome;     /* MbOutcome */
    char *condition; /* "subject to …" */
    gboolean condition_met;
    char *mover;      /* ref */
    char *mover_name; /* where not in the book */
    char *seconder;   /* ref */
    char *seconder_name;
    int votes_for; /* absent: not counted */
    int votes_against;
    int votes_abstained;
    char *method; /* "show of hands", "recorded vote", "e-mail", "chair's action" */
    gboolean casting_vote;
    char *body;     /* the body a recommendation goes to */
    char *form;     /* "boxed", "inline" */
    char *taken_by; /* ref: who took it on the board's behalf */
    MbDay on;       /* the day, where between meetings */
    char *ratifies; /* ref to the decision that this one ratifies */
} MbDecision;

typedef enum { MB_VOTE_FOR, MB_VOTE_AGAINST, MB_VOTE_ABSTAINED, MB_VOTE_BARRED } MbVoteKind;
extern const char *const mb_vote_words[]; /* "for", "against", "abstained", "barred" */

/* A vote by name. */
extern const MbNoun MB_VOTE;
typedef struct {
    MB_RECORD_HEAD;
    char *decision; /* ref */
    int position;
    char *person; /* ref */
    char *name;
    int vote; /* MbVoteKind */
} MbVote;

typedef enum {
    MB_MOTION_OPEN,
    MB_MOTION_CARRIED,
    MB_MOTION_LOST,
    MB_MOTION_WITHDRAWN,
    MB_MOTION_NOT_PUT
} MbMotionOutcome;
extern const char *const mb_motion_words[]; /* "", "carried", "lost", "withdrawn", "not put" */

extern const MbNoun MB_MOTION;
typedef struct {
    MB_RECORD_HEAD;
    char *meeting; /* ref */
    char *item;    /* ref */
    char *amends;  /* ref to the motion that this one amends */
    int position;
    char *text;
    char *mover; /* ref */
    char *mover_name;
    char *seconder; /* ref */
    char *seconder_name;
    int outcome; /* MbMotionOutcome */
    int votes_for;
    int votes_against;
    int votes_abstained;
    char *decision; /* ref to the decision it became */
} MbMotion;

extern const MbNoun MB_ELECTION;
typedef struct {
    MB_RECORD_HEAD;
    char *meeting; /* ref */
    char *item;    /* ref */
    int position;
    char *office;
    char *elected; /* ref to the person */
    char *elected_name;
} MbElection;

/* A candidate in one round. */
extern const MbNoun MB_CANDIDATE;
typedef struct {
    MB_RECORD_HEAD;
    char *election; /* ref */
    int round;      /* from 1 */
    int position;
    char *person; /* ref */
    char *name;
    int votes;
    gboolean withdrawn;
} MbCandidate;

#endif
