/* SPDX-License-Identifier: MIT */
/* Actions late and their age. Overdue is worked out, never typed: open, and due before today. */
#ifndef MINUTEBOOK_CLERK_OVERDUE_H
#define MINUTEBOOK_CLERK_OVERDUE_H

#include "minutebook/model/action.h"
#include "minutebook/model/dossier.h"

/* Days late on TODAY; 0 where not overdue (not open, no due date, due today or later). */
int mb_overdue_days(const MbAction *action, MbDay today);
/* Days since it was raised; 0 where unknown. */
int mb_overdue_age(const MbAction *action, MbDay today);
/* The owners as printed, each once: people, "Head of Service, Probation Service (Dr Second Name)" for a post with its
 * present holder on DAY, words. A new array of new texts. */
GPtrArray *mb_overdue_owners(const MbDossier *dossier, const MbAction *action, MbDay day);

#endif
