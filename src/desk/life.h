/* SPDX-License-Identifier: MIT */
/* What the deeds of a meeting under way share: the time, the events, the quorum. What items took is clerk/pace.h. */
#ifndef MINUTEBOOK_DESK_LIFE_H
#define MINUTEBOOK_DESK_LIFE_H

#include "minutebook/desk/command.h"

#define MB_AT_OPTION                                                                                                   \
    {                                                                                                                  \
        .name = "--at", .value = "HH:MM", .help = "the time; now, unless said"                                         \
    }

/* The meeting that the arguments name, of which something may still be recorded: neither cancelled nor approved. NULL
 * with MB_ERROR_USAGE. */
MbMeeting *mb_life_meeting(MbDesk *desk, const MbArguments *arguments, GError **error);
/* Refuses unless MEETING was opened and not closed yet, and says the way out. */
gboolean mb_life_under_way(MbDesk *desk, const MbMeeting *meeting, GError **error);
/* The time that --at says, else now in the board's zone. */
gboolean mb_life_at(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, MbTime *at, GError **error);

/* Records an event; what is told late takes its place in the order of time. ITEM, PERSON and TEXT may be NULL. */
gboolean mb_life_stamp(MbDesk *desk, const MbMeeting *meeting, MbEventKind what, MbTime at, const char *item,
                       const char *person, const char *text, GError **error);
/* The last event of that kind; NULL where none. */
MbEvent *mb_life_last(MbDesk *desk, const MbMeeting *meeting, MbEventKind what);
/* Writes into the items what the events say of them, and saves those that changed. */
gboolean mb_life_settle(MbDesk *desk, const MbMeeting *meeting, GError **error);

/* Adds another sentence to the answer. */
void mb_life_add(MbAnswer *answer, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* Last of every deed that changes who is here, or what for: where the board is inquorate from now on, or quorate again,
   that is recorded as an event and said, with what the rules make of it. Only while the meeting is under way; a meeting
   that was never quorate has lost nothing. */
gboolean mb_life_quorum(MbDesk *desk, const MbMeeting *meeting, MbTime at, MbAnswer *answer, GError **error);
/* The same at the time of --at, for deeds that have no other use of it. */
gboolean mb_life_quorum_now(MbDesk *desk, const MbMeeting *meeting, MbAnswer *answer, GError **error);

#endif
