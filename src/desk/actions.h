/* SPDX-License-Identifier: MIT */
/* What the commands on the action log share (actions.c). */
#ifndef MINUTEBOOK_DESK_ACTIONS_H
#define MINUTEBOOK_DESK_ACTIONS_H

#include "deed.h"

/* A due date as typed; words that name no date are kept. */
gboolean mb_actions_set_due(MbDesk *desk, MbAction *action, const char *words, const char *name, GError **error);
/* The board of ACTION, short. */
const char *mb_actions_board_name(MbDesk *desk, const MbAction *action);
/* When it is due, in words. Newly allocated. */
char *mb_actions_due_text(const MbAction *action);
/* A sentence on an action without a date; "" where it has one. */
const char *mb_actions_due_note(const MbAction *action);
/* A finding where the due date is past already. */
void mb_actions_remark_due(MbDesk *desk, const MbAction *action, MbAnswer *answer);
/* Saves the owner named WORDS; a finding where nobody in the book is meant. */
gboolean mb_actions_save_owner(MbDesk *desk, const MbAction *action, int position, const char *words,
                               const MbBoard *board, MbAnswer *answer, GError **error);
/* The owners as printed. Newly allocated. */
char *mb_actions_owners_of(MbDesk *desk, const MbAction *action);

#endif
