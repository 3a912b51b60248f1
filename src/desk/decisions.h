/* SPDX-License-Identifier: MIT */
/* What recording a decision, changing it and voting on it share (decision_parts.c). */
#ifndef MINUTEBOOK_DESK_DECISIONS_H
#define MINUTEBOOK_DESK_DECISIONS_H

#include "minutebook/desk/command.h"

/* The decision of ITEM that WORDS mean (which.h), given by the option BY or, where that is NULL, as a word of their
 * own. NULL with MB_ERROR_USAGE. */
MbDecision *mb_decision_meant(MbDesk *desk, const MbItem *item, const char *words, const char *by, GError **error);

/* Sets mover and seconder as --mover and --seconder name them; what is not named stays. An empty name takes one away
 * where MAY_CLEAR. Findings where one is nobody in the book or was not there. */
gboolean mb_decision_set_speakers(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting,
                                  const MbItem *item, MbDecision *decision, gboolean may_clear, MbAnswer *answer,
                                  GError **error);
/* Sets the counts that --for, --against, --abstained give; an empty one takes a count away. */
gboolean mb_decision_set_counts(const MbArguments *arguments, MbDecision *decision, GError **error);

/* An item that proposes the minutes of an earlier meeting approves them once that is agreed. APPROVED is set to that
 * meeting, or NULL. */
gboolean mb_decision_approve(MbDesk *desk, const MbItem *item, const MbDecision *decision, MbMeeting **approved,
                             GError **error);
/* The meeting whose minutes this decision approved, so that they stand; NULL where it did not. Borrowed. */
const MbMeeting *mb_decision_has_approved(MbDesk *desk, const MbItem *item, const MbDecision *decision);

/* Who moved or seconded it, as printed; NULL where nobody did. Newly allocated. */
char *mb_decision_mover(MbDesk *desk, const MbDecision *decision);
char *mb_decision_seconder(MbDesk *desk, const MbDecision *decision);

/* The votes by name in words: "2 for (Ada Quill, Dov Pell), 0 against, 1 abstained (Bram Oake)". Newly allocated. */
char *mb_decision_votes(MbDesk *desk, const MbDecision *decision);

/* Records VOTES ("NAME: for", NULL-ended) on DECISION, which is saved with the counts that follow from them. Refuses
 * with everyone who has no vote, was not there or is barred by an interest. */
gboolean mb_votes_record(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, MbDecision *decision,
                         const char *const *votes, GError **error);

/* How many are missing for the quorum of MEETING under ITEM, now where it is under way ("2 of 3 members"); NULL where
 * it is quorate, or where nothing is known of who is there. Newly allocated. */
char *mb_decision_shortfall(MbDesk *desk, const MbMeeting *meeting, const MbItem *item);

#endif
