/* SPDX-License-Identifier: MIT */
#include "minutebook/model/decision.h"

#include "minutebook/model/board.h"
#include "minutebook/model/item.h"
#include "minutebook/model/meeting.h"
#include "minutebook/model/person.h"

const char *const mb_effect_words[] = {"", "left", "stayed", "spoke", "did not vote", NULL};
const char *const mb_outcome_words[] = {"agreed",      "approved", "noted",    "resolved",
                                        "recommended", "rejected", "deferred", NULL};
const char *const mb_vote_words[] = {"for", "against", "abstained", "barred", NULL};
const char *const mb_motion_words[] = {"", "carried", "lost", "withdrawn", "not put", NULL};

static const MbField declaration_fields[] = {
    MB_REF(MbDeclaration, meeting, MB_MEETING),
    MB_INT(MbDeclaration, position),
    MB_REF(MbDeclaration, item, MB_ITEM),
    MB_REF(MbDeclaration, person, MB_PERSON),
    MB_TEXT(MbDeclaration, name),
    MB_TEXT(MbDeclaration, kind),
    MB_TEXT(MbDeclaration, nature),
    MB_ENUM(MbDeclaration, effect, mb_effect_words),
    MB_TEXT(MbDeclaration, dispensation),
    MB_TIME(MbDeclaration, left),
    MB_TIME(MbDeclaration, back),
    MB_END,
};
const MbNoun MB_DECLARATION = {.name = "declaration", .size = sizeof(MbDeclaration), .fields = declaration_fields};

static const MbField decision_fields[] = {
    MB_REF(MbDecision, board, MB_BOARD),
    MB_REF(MbDecision, meeting, MB_MEETING),
    MB_REF(MbDecision, item, MB_ITEM),
    MB_INT(MbDecision, position),
    MB_TEXT(MbDecision, text),
    MB_ENUM(MbDecision, outcome, mb_outcome_words),
    MB_TEXT(MbDecision, condition),
    MB_BOOL(MbDecision, condition_met),
    MB_REF(MbDecision, mover, MB_PERSON),
    MB_TEXT(MbDecision, mover_name),
    MB_REF(MbDecision, seconder, MB_PERSON),
    MB_TEXT(MbDecision, seconder_name),
    MB_INT(MbDecision, votes_for),
    MB_INT(MbDecision, votes_against),
    MB_INT(MbDecision, votes_abstained),
    MB_TEXT(MbDecision, method),
    MB_BOOL(MbDecision, casting_vote),
    MB_TEXT(MbDecision, body),
    MB_TEXT(MbDecision, form),
    MB_REF(MbDecision, taken_by, MB_PERSON),
    MB_DAY(MbDecision, on),
    MB_REF(MbDecision, ratifies, MB_DECISION),
    MB_END,
};
const MbNoun MB_DECISION = {.name = "decision", .size = sizeof(MbDecision), .fields = decision_fields};

static const MbField vote_fields[] = {
    MB_REF(MbVote, decision, MB_DECISION), MB_INT(MbVote, position),
    MB_REF(MbVote, person, MB_PERSON),     MB_TEXT(MbVote, name),
    MB_ENUM(MbVote, vote, mb_vote_words),  MB_END,
};
const MbNoun MB_VOTE = {.name = "vote", .size = sizeof(MbVote), .fields = vote_fields};

static const MbField motion_fields[] = {
    MB_REF(MbMotion, meeting, MB_MEETING),
    MB_REF(MbMotion, item, MB_ITEM),
    MB_REF(MbMotion, amends, MB_MOTION),
    MB_INT(MbMotion, position),
    MB_TEXT(MbMotion, text),
    MB_REF(MbMotion, mover, MB_PERSON),
    MB_TEXT(MbMotion, mover_name),
    MB_REF(MbMotion, seconder, MB_PERSON),
    MB_TEXT(MbMotion, seconder_name),
    MB_ENUM(MbMotion, outcome, mb_motion_words),
    MB_INT(MbMotion, votes_for),
    MB_INT(MbMotion, votes_against),
    MB_INT(MbMotion, votes_abstained),
    MB_REF(MbMotion, decision, MB_DECISION),
    MB_END,
};
const MbNoun MB_MOTION = {.name = "motion", .size = sizeof(MbMotion), .fields = motion_fields};

static const MbField election_fields[] = {
    MB_REF(MbElection, meeting, MB_MEETING),
    MB_REF(MbElection, item, MB_ITEM),
    MB_INT(MbElection, position),
    MB_TEXT(MbElection, office),
    MB_REF(MbElection, elected, MB_PERSON),
    MB_TEXT(MbElection, elected_name),
    MB_END,
};
const MbNoun MB_ELECTION = {.name = "election", .size = sizeof(MbElection), .fields = election_fields};

static const MbField candidate_fields[] = {
    MB_REF(MbCandidate, election, MB_ELECTION),
    MB_INT(MbCandidate, round),
    MB_INT(MbCandidate, position),
    MB_REF(MbCandidate, person, MB_PERSON),
    MB_TEXT(MbCandidate, name),
    MB_INT(MbCandidate, votes),
    MB_BOOL(MbCandidate, withdrawn),
    MB_END,
};
const MbNoun MB_CANDIDATE = {.name = "candidate", .size = sizeof(MbCandidate), .fields = candidate_fields};
