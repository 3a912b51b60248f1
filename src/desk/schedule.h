/* SPDX-License-Identifier: MIT */
/* What follows when meetings come, move or are called: forward-plan entries, dates tied to them, frozen numbers. */
#ifndef MINUTEBOOK_DESK_SCHEDULE_H
#define MINUTEBOOK_DESK_SCHEDULE_H

#include "minutebook/desk/desk.h"

/* Makes and saves the entries that BOARD's forward plans around DAY ask for and that are not there yet. */
gboolean mb_schedule_entries(MbDesk *desk, const char *board, MbDay day, GError **error);
/* Actions due at MEETING follow its new day. */
gboolean mb_schedule_follow(MbDesk *desk, const MbMeeting *meeting, GError **error);
/* Once MEETING is called its agenda's numbers are kept. */
gboolean mb_schedule_freeze(MbDesk *desk, const MbMeeting *meeting, GError **error);
/* Numbers MEETING's agenda, which lies on the desk, anew and saves it. */
gboolean mb_schedule_renumber(MbDesk *desk, const MbMeeting *meeting, GError **error);

#endif
