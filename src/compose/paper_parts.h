/* SPDX-License-Identifier: MIT */
/* Pieces that a PAPER and the rows of lists have in common. */
#ifndef MINUTEBOOK_COMPOSE_PAPER_PARTS_H
#define MINUTEBOOK_COMPOSE_PAPER_PARTS_H

#include "minutebook/base/value.h"
#include "minutebook/model/action.h"
#include "minutebook/model/decision.h"
#include "minutebook/model/dossier.h"
#include "minutebook/model/item.h"
#include "minutebook/model/meeting.h"

/* Sets "status", "represented_by", "mode", "from", "to" and "note" of an attendance. */
void mb_paper_add_status(const MbDossier *dossier, const MbAttendance *attendance, MbValue *row);
/* Sets "item", "text", "outcome", "condition", "mover", "seconder", "for", "against", "abstained" and "votes". */
void mb_paper_add_decision(const MbDossier *dossier, const MbDecision *decision, MbValue *row);
/* Null, or {"paragraph", "public_title", "reason"}. */
MbValue *mb_paper_restricted(const MbDossier *dossier, const MbItem *item);
/* The owners of an action as a list of texts. */
MbValue *mb_paper_owners(const MbDossier *dossier, const MbAction *action, MbDay day);

/* The records of NOUN (with refs `meeting` and `item`) of a meeting, in the printed order of their items, then by
 * position. ITEMS: mb_number_items. New array. */
GPtrArray *mb_paper_in_order(const MbDossier *dossier, const MbNoun *noun, const MbMeeting *meeting,
                             const GPtrArray *items);
/* The actions raised at MEETING, in the same order; those of items that are not on the agenda last. */
GPtrArray *mb_paper_actions_raised(const MbDossier *dossier, const MbMeeting *meeting, const GPtrArray *items);

#endif
