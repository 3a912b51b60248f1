/* SPDX-License-Identifier: MIT */
/* What the commands share that record what a meeting did: interests, decisions, votes. */
#ifndef MINUTEBOOK_DESK_RECORDED_H
#define MINUTEBOOK_DESK_RECORDED_H

#include "minutebook/desk/command.h"

/* The meeting (set) and item under which something is recorded: not once its minutes are approved, nor of a cancelled
 * meeting. NULL with MB_ERROR_USAGE. */
MbItem *mb_recorded_item(MbDesk *desk, const MbArguments *arguments, MbMeeting **meeting, GError **error);
/* "CSP, 29 January 2026, item 4 Hate crime". Newly allocated. */
char *mb_recorded_place(MbDesk *desk, const MbMeeting *meeting, const MbItem *item);

/* Whether MEETING has a register: a status of anybody. */
gboolean mb_recorded_register(const MbDossier *dossier, const MbMeeting *meeting);
/* The line of PERSON, or where that is NULL of whoever was written down as WORDS; NULL where there is none. */
const MbAttendance *mb_recorded_line(const MbDossier *dossier, const MbMeeting *meeting, const MbPerson *person,
                                     const char *words);
/* The line of the member for whom PERSON, or whoever is called WORDS, came as deputy; NULL where there is none. */
const MbAttendance *mb_recorded_represented(const MbDossier *dossier, const MbMeeting *meeting, const MbPerson *person,
                                            const char *words);
/* Why PERSON or WORDS was not there by the register, to follow a name: "sent apologies", "is not on the register"; NULL
 * where that person was there, also as a deputy, or where there is no register. Newly allocated. */
char *mb_recorded_absence(MbDesk *desk, const MbMeeting *meeting, const MbPerson *person, const char *words);

#endif
