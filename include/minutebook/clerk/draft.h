/* SPDX-License-Identifier: MIT */
/* The draft agenda: standing items, what the plan says is due, restricted business (in place or last), what was carried
   over or moved here, and, nested under the item that asks for them, the approval of every set of minutes not yet
   approved (clerk/approved.h) and matters arising. A second draft keeps what was changed by hand. Numbers are
   clerk/number.h, clock times clerk/timing.h. */
#ifndef MINUTEBOOK_CLERK_DRAFT_H
#define MINUTEBOOK_CLERK_DRAFT_H

#include "minutebook/model/dossier.h"
#include "minutebook/model/meeting.h"
#include "minutebook/model/rules.h"

/* Drafts MEETING's agenda in DOSSIER, which holds: the board and roll; its meetings (those before MEETING not older
   than the oldest unapproved, and their carried-forward items); the forward-plan entries for MEETING with leads, moves
   and lines; open actions of the board; the items already on this agenda with presenters, recommendations and
   restrictions. New and changed records go to CHANGED, items no longer due (never those added or changed by hand, nor
   any once the agenda is called) to GONE; both borrowed, GONE records stay in DOSSIER until the caller deletes them.
   Pure: the same dossier gives the same draft. RULES may be NULL. Order: opening; business in plan order (restricted
   business last where the board says so); carried-over and moved items; items added by hand where they were put;
   closing. What was changed by hand is in MbItem.by_hand (model/by_hand.h): fields by their names in the record,
   besides "presenter", "recommendations", "restricted", and "position", which stands for the parent too. Numbers are
   set (mb_number_agenda). Recommendations of the plan line are copied to the item. Where restricted business comes
   last, what is restricted of the carried-over and moved items does too, so that the public leaves once. A draft makes
   restrictions and never takes one away: only a person lifts it. Business carried over that is due here anyway comes
   once. Items in GONE are marked dropped. Once the agenda is called the printed order and numbers stand: what the plan
   adds comes after the last business item and whatever is lettered there already (9B after 9A), never among the opening
   items. To a meeting that is live or was held nothing is drafted. */
void mb_draft_agenda(MbDossier *dossier, const MbRules *rules, const MbMeeting *meeting, GPtrArray *changed,
                     GPtrArray *gone);

#endif
