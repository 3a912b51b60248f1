/* SPDX-License-Identifier: MIT */
/* What the commands that change an agenda share. */
#ifndef MINUTEBOOK_DESK_AGENDA_H
#define MINUTEBOOK_DESK_AGENDA_H

#include "deed.h"

/* Fills ANSWER with MEETING's agenda as `agenda show` has it. */
gboolean mb_agenda_answer(MbDesk *desk, const MbMeeting *meeting, MbAnswer *answer, GError **error);
/* Deletes an item that has nothing but presenters, recommendations and a restriction. */
gboolean mb_agenda_delete_item(MbDesk *desk, MbItem *item, GError **error);

#endif
