/* SPDX-License-Identifier: MIT */
/* Small facts that the files of this folder share: names as printed, parts of a record in order, numbers of items. All
 * texts are newly allocated and NULL where nothing is known. */
#ifndef MINUTEBOOK_COMPOSE_FACTS_H
#define MINUTEBOOK_COMPOSE_FACTS_H

#include "minutebook/base/value.h"
#include "minutebook/model/action.h"
#include "minutebook/model/board.h"
#include "minutebook/model/dossier.h"
#include "minutebook/model/item.h"
#include "minutebook/model/meeting.h"

/* The records of NOUN whose REF FIELD is ID, by their position. New array, records borrowed. */
GPtrArray *mb_facts_parts(const MbDossier *dossier, const MbNoun *noun, const char *field, const char *id);

/* The person as printed, else WORDS. */
char *mb_facts_person(const MbDossier *dossier, const char *person, const char *words);
/* Name, initials (of this meeting, of the seat, of the person, else derived), group, post and organisation of an
 * attendance; what it does not say itself is as the seat on that day says. */
char *mb_facts_attendance_name(const MbDossier *dossier, const MbAttendance *attendance);
char *mb_facts_attendance_initials(const MbDossier *dossier, const MbMeeting *meeting, const MbAttendance *attendance);
const char *mb_facts_attendance_group(const MbDossier *dossier, const MbMeeting *meeting,
                                      const MbAttendance *attendance);
const char *mb_facts_attendance_post(const MbDossier *dossier, const MbMeeting *meeting,
                                     const MbAttendance *attendance);
const char *mb_facts_attendance_organisation(const MbDossier *dossier, const MbMeeting *meeting,
                                             const MbAttendance *attendance);
/* "in person", "remote", or NULL: who was there and of whom nothing else is said was there in person. Borrowed. */
const char *mb_facts_attendance_mode(const MbAttendance *attendance);
/* When that person left for good: the end of the last stay; MB_NO_TIME where it is not known. */
MbTime mb_facts_attendance_left(const MbDossier *dossier, const MbAttendance *attendance);
/* Appends, for each time out of the room between two stays, ", out from 18:35 to 18:40". */
void mb_facts_attendance_gaps(const MbDossier *dossier, const MbAttendance *attendance, GString *out);
/* The initials of a seat: its own, the person's, else derived from the name. */
char *mb_facts_seat_initials(const MbDossier *dossier, const MbSeat *seat);

/* "A and B", on behalf of whom where that is known. */
char *mb_facts_presenters(const MbDossier *dossier, const MbItem *item);
/* The same, NULL where the chair of MEETING is the only one: chairs lead what nobody else presents. */
char *mb_facts_presenters_but_chair(const MbDossier *dossier, const MbMeeting *meeting, const MbItem *item);
/* How an item is named in other records: its number, else its title. */
char *mb_facts_item(const MbDossier *dossier, const char *item);
/* The item of an action: that of the book, else the words. */
char *mb_facts_action_item(const MbDossier *dossier, const MbAction *action);
/* The paper of an item in words: as printed, else its state. Borrowed. */
const char *mb_facts_item_paper(const MbItem *item);
/* The restriction of an item that has not been lifted, or NULL. Borrowed. */
const MbRestriction *mb_facts_restriction(const MbDossier *dossier, const MbItem *item);
/* The title under which the public sees a restricted item: its public title, its own where that is "same", else
 * "Restricted item". */
const char *mb_facts_public_title(const MbItem *item, const MbRestriction *restriction);

/* The board's name; the meeting's day ("2023-09-21"), else the words for it. */
const char *mb_facts_board(const MbDossier *dossier, const char *board);
char *mb_facts_meeting_day(const MbDossier *dossier, const char *meeting);
/* The board's next meeting after MEETING, as far as it is in DOSSIER, and in DAY the day for which it stands; NULL
   where none. Approved minutes never change: for them it is the meeting that was next by the plan as they knew it, on
   the day first planned, whether it was moved or cancelled since; else it is the next that is not cancelled. */
const MbMeeting *mb_facts_next_meeting(const MbDossier *dossier, const MbMeeting *meeting, MbDay *day);
/* The chair and the marking of a meeting; the chair to be expected, where the meeting names none, is whoever holds the
 * office on that day. Marking: borrowed. */
char *mb_facts_chair(const MbDossier *dossier, const MbMeeting *meeting);
char *mb_facts_chair_expected(const MbDossier *dossier, const MbMeeting *meeting);
const char *mb_facts_marking(const MbDossier *dossier, const MbMeeting *meeting);

/* Sets KEY to TEXT (taken; null where NULL or empty), to an ISO day, to HH:MM, to a number; null where absent. */
void mb_facts_take(MbValue *map, const char *key, char *text);
void mb_facts_day(MbValue *map, const char *key, MbDay day);
void mb_facts_time(MbValue *map, const char *key, MbTime time);
void mb_facts_number(MbValue *map, const char *key, int number);

#endif
