/* SPDX-License-Identifier: MIT */
/* Helpers that most commands use: answers, saving, loading a meeting. */
#ifndef MINUTEBOOK_DESK_DEED_H
#define MINUTEBOOK_DESK_DEED_H

#include "minutebook/desk/command.h"

/* The common options. */
#define MB_BOARD_OPTION                                                                                                \
    {                                                                                                                  \
        .name = "--board", .value = "BOARD", .help = "of this board: any unambiguous part of its name"                 \
    }
#define MB_MEETING_ARGUMENT                                                                                            \
    {                                                                                                                  \
        .name = "MEETING", .help = "a date, next, last, or BOARD/DATE"                                                 \
    }
#define MB_ITEM_ARGUMENT                                                                                               \
    {                                                                                                                  \
        .name = "ITEM", .help = "the printed number, or part of the title"                                             \
    }

/* A deed's answer: one sentence, which is also its line in the history. VALUE gets {"done": sentence}. */
void mb_deed_say(MbAnswer *answer, const char *format, ...) G_GNUC_PRINTF(2, 3);
/* A list's answer; takes LIST. */
void mb_deed_list(MbAnswer *answer, MbValue *list, const MbColumn *columns, const char *empty);

/* The list of ANSWER as people see it: a copy made when first asked for, to be changed freely. Borrowed. */
MbValue *mb_deed_shown(MbAnswer *answer);
/* Sets in it, for each row that names its board in full, the short name under "short". */
void mb_deed_short_names(MbDesk *desk, MbAnswer *answer);

/* Saves RECORD. */
gboolean mb_deed_save(MbDesk *desk, gpointer record, GError **error);
/* Saves every record of CHANGED and deletes every one of GONE (children are given after their parents in GONE or
 * before: foreign keys are checked at commit). */
gboolean mb_deed_save_all(MbDesk *desk, GPtrArray *changed, GPtrArray *gone, GError **error);
gboolean mb_deed_delete(MbDesk *desk, gpointer record, GError **error);

/* The meeting that WORDS name, with its board, roll and all that hangs on it, on the desk. */
MbMeeting *mb_deed_meeting(MbDesk *desk, const MbArguments *arguments, GError **error);
/* What surrounds it: meetings of this year and the last, open actions, and the plans themselves, without the lines and
 * entries of all their meetings, which are of the day's concern only where one drafts or checks. */
gboolean mb_deed_surroundings(MbDesk *desk, const MbMeeting *meeting, GError **error);
/* After it: loads in full the meetings held before MEETING since the oldest whose minutes are not approved, where their
 * approval may stand (clerk/approved.h). */
gboolean mb_deed_approvals(MbDesk *desk, const MbMeeting *meeting, GError **error);

/* Refuses (MB_ERROR_USAGE). Always FALSE. */
gboolean mb_deed_refuse(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Whether TEXT has nothing but spaces. */
gboolean mb_deed_blank(const char *text);

/* "4 Hate crime". Newly allocated. */
char *mb_deed_item_name(const MbItem *item);

#endif
