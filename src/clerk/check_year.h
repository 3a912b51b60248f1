/* SPDX-License-Identifier: MIT */
/* For the checks of the forward plan: which plans, meetings and entries a case is about. With a meeting, only what
 * concerns it; without one, the plans of the year that runs and of those to come. */
#ifndef MINUTEBOOK_CLERK_CHECK_YEAR_H
#define MINUTEBOOK_CLERK_CHECK_YEAR_H

#include "check_case.h"

gboolean mb_year_wants_plan(const MbCase *c, const MbPlan *plan);
/* The meetings of the board in PLAN's year by day, cancelled ones left out. A new array, records borrowed. */
GPtrArray *mb_year_meetings(const MbCase *c, const MbPlan *plan);
/* The plan ENTRY was made from, or NULL. */
const MbPlan *mb_year_plan(const MbCase *c, const MbEntry *entry);
/* The entries the case is about: titled, not dropped. A new array, records borrowed. */
GPtrArray *mb_year_entries(const MbCase *c);
/* "CSP, forward plan 2025/26, Hate crime". Newly allocated. */
char *mb_year_place(const MbCase *c, const MbEntry *entry);

/* Rows of the plan's table that stand in check_entries.c. */
void mb_check_plan_moved(MbCase *c);
void mb_check_move_unspecified(MbCase *c);
void mb_check_plan_contradiction(MbCase *c);
void mb_check_plan_stale(MbCase *c);

#endif
