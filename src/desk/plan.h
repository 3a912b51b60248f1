/* SPDX-License-Identifier: MIT */
/* What listing the forward plan and changing it share (plan.c). */
#ifndef MINUTEBOOK_DESK_PLAN_H
#define MINUTEBOOK_DESK_PLAN_H

#include "minutebook/desk/command.h"

/* The meeting that ENTRY is planned for, where it is on the desk; else NULL. Borrowed. */
const MbMeeting *mb_plan_meeting(const MbDossier *dossier, const MbEntry *entry);
/* For g_ptr_array_sort_with_data, DATA being the dossier: by meeting, then as the plan has them. */
int mb_plan_by_meeting(gconstpointer a, gconstpointer b, gpointer data);

#endif
