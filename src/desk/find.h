/* SPDX-License-Identifier: MIT */
/* From words to records: boards, meetings, items, people and actions as they are named on a command line. What is
   unknown or ambiguous is MB_ERROR_USAGE with the candidates. What is found lies on the desk's dossier. */
#ifndef MINUTEBOOK_DESK_FIND_H
#define MINUTEBOOK_DESK_FIND_H

#include "minutebook/desk/desk.h"

/* A board's whole name, else its whole short name, else another name it was printed under, else any unambiguous part of
 * these. */
MbBoard *mb_find_board(MbDesk *desk, const char *words, GError **error);
/* `board` where WORDS are given, NULL with no error where WORDS are NULL: used as `if (!mb_find_board_option(desk,
 * words, &board, error)) return FALSE;` */
gboolean mb_find_board_option(MbDesk *desk, const char *words, MbBoard **board, GError **error);
/* A date, `next`, `last`, BOARD/DATE, DATE@HH:MM; within BOARD_WORDS (NULL: all boards). */
MbMeeting *mb_find_meeting(MbDesk *desk, const char *words, const char *board_words, GError **error);
MbBoard *mb_find_board_of(MbDesk *desk, const MbMeeting *meeting);
/* An item of MEETING, which lies on the desk with its items. */
MbItem *mb_find_item(MbDesk *desk, const MbMeeting *meeting, const char *words, GError **error);
/* A person of the book (all people are loaded); those on BOARD's roll are preferred (NULL: none). */
MbPerson *mb_find_person(MbDesk *desk, const MbBoard *board, const char *words, GError **error);
/* As above, but NULL without error where nobody is meant (a team, a guest). FALSE on ambiguity. */
gboolean mb_find_person_or_words(MbDesk *desk, const MbBoard *board, const char *words, MbPerson **person,
                                 GError **error);
/* The action REF or BOARD/REF, within BOARD_WORDS; with its parts. */
MbAction *mb_find_action(MbDesk *desk, const char *words, const char *board_words, GError **error);

/* YYYY-MM-DD, and HH:MM. NAME is the argument's, for the sentence. */
gboolean mb_find_day(const char *words, const char *name, MbDay *day, GError **error);
gboolean mb_find_time(const char *words, const char *name, MbTime *time, GError **error);
/* "10:00-13:00", also with a dash, spaces or "to"; "10:00" alone: the end is not known. */
gboolean mb_find_times(const char *words, const char *name, MbTime *starts, MbTime *ends, GError **error);
/* A whole number from 0. */
gboolean mb_find_number(const char *words, const char *name, int *number, GError **error);
/* One of WORDS' enum words; the list is named where it is none. */
gboolean mb_find_word(const char *words, const char *name, const char *const *enum_words, int *index, GError **error);

/* "Community Safety Partnership Board, 29 January 2026". */
char *mb_find_meeting_name(MbDesk *desk, const MbMeeting *meeting);
/* The short name where there is one. */
const char *mb_find_board_name(const MbBoard *board);

#endif
