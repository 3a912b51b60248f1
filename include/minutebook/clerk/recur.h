/* SPDX-License-Identifier: MIT */
/* Recurrence: to which meetings a line of the forward plan comes, and the entries it makes. Meeting dates by rule are
 * model/recur_days.h. */
#ifndef MINUTEBOOK_CLERK_RECUR_H
#define MINUTEBOOK_CLERK_RECUR_H

#include "minutebook/model/dossier.h"
#include "minutebook/model/plan.h"

/* Whether LINE comes to MEETINGS[INDEX] (MbMeeting, the plan year's meetings of one board by day, cancelled ones left
   out). Every meeting; every second: the first, third, fifth … since LINE's `since`; quarter: the first meeting in each
   quarter of the plan's year, counted from its first month; months: meetings in them, of several in one month the first
   only; and the days of its MB_LINE_WHEN records (in DOSSIER), which need no recurrence. */
gboolean mb_recur_comes(const MbDossier *dossier, const MbLine *line, const GPtrArray *meetings, guint index);

/* Makes in DOSSIER the entries (with leads, and lettered parts as children) that PLAN's lines ask for and that are not
   there yet (known by line and planned_day, so that one moved or dropped is not made again), for the plan year's
   meetings in DOSSIER; those for a meeting that was held already are done from the start. Entries for words ("TBC")
   stand without meeting. An entry that is as its line last made it follows the line's changes; fields named in by_hand
   are kept, and a moved entry stays where it was moved. MADE gets the new and changed records (borrowed). */
void mb_recur_entries(MbDossier *dossier, const MbPlan *plan, GPtrArray *made);
/* After it: the leads of such entries that their line names no more, for the caller to delete (borrowed). They are none
 * where no line lost a lead. */
void mb_recur_surplus(const MbDossier *dossier, const MbPlan *plan, GPtrArray *gone);

#endif
