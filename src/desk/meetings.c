/* SPDX-License-Identifier: MIT */
/* Meetings: listed, added, edited, moved, cancelled. */
#include "commands.h"
#include "deed.h"
#include "find.h"
#include "schedule.h"

#include "minutebook/base/holiday.h"
#include "minutebook/base/text.h"
#include "minutebook/compose/paper.h"
#include "minutebook/model/by_hand.h"
#include "minutebook/store/dossier.h"
#include "minutebook/store/query.h"

static const MbColumn meeting_columns[] = {
    {.key = "short", .heading = "Board"},
    {.key = "date", .heading = "Date"},
    {.key = "start", .heading = "Start"},
    {.key = "end", .heading = "End"},
    {.key = "venue", .heading = "Venue", .flexible = TRUE},
    {.key = "state", .heading = "State"},
    {.key = NULL},
};

static gboolean meetings_list(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *since_words = mb_argument(arguments, "--since");
    const char *until_words = mb_argument(arguments, "--until");
    g_autoptr(GPtrArray) meetings = NULL;
    MbDay since = MB_NO_DAY;
    MbDay until = MB_NO_DAY;
    MbBoard *board;
    MbValue *rows;

    if (!mb_find_board_option(desk, mb_argument(arguments, "--board"), &board, error) || (since_words && !mb_find_day(since_words, "--since", &since, error)) ||
        (until_words && !mb_find_day(until_words, "--until", &until, error)))
        return FALSE;
    meetings = mb_store_meetings(mb_desk_book(desk), board ? board->id : NULL, since, until, error);
    if (!meetings)
        return FALSE;
    rows = mb_value_new_list();
    for (guint i = 0; i < meetings->len; i++)
        mb_value_add(rows, mb_paper_meeting(mb_desk_dossier(desk), meetings->pdata[i]));
    mb_deed_list(answer, rows, meeting_columns, "There is no meeting in the book that fits.");
    mb_deed_short_names(desk, answer);
    return TRUE;
}

static const MbArgument list_arguments[] = {
    MB_BOARD_OPTION,
    {.name = "--since", .value = "DATE", .help = "from this day on"},
    {.name = "--until", .value = "DATE", .help = "up to this day"},
    {.name = NULL},
};
const MbCommand mb_command_meetings = {
    .name = "meetings", .help = "all meetings and their state", .example = "--board CSP --since 2025-04-01", .arguments = list_arguments, .need = MB_NEED_BOOK, .run = meetings_list};

/* Notes, as findings, what is odd about the day. */
static void remark_day(MbDesk *desk, const MbMeeting *meeting, MbAnswer *answer)
{
    const char *holiday = mb_holiday_name(meeting->day);
    int weekday = mb_day_weekday(meeting->day);

    if (!holiday && weekday < 6)
        return;
    if (!answer->findings)
        answer->findings = mb_findings_new();
    mb_findings_add(answer->findings, "meeting-on-holiday", MB_SEVERITY_WARNING, mb_find_meeting_name(desk, meeting),
                    g_strdup_printf("That day is %s%s.", holiday ? "a bank holiday: " : "a ", holiday ? holiday : mb_weekday_name(weekday)), NULL);
}

static gboolean day_free(MbDesk *desk, const MbMeeting *meeting, GError **error)
{
    g_autoptr(GPtrArray) there = mb_store_meetings_on(mb_desk_book(desk), meeting->day, meeting->board, error);
    g_autofree char *day = mb_day_full(meeting->day);

    if (!there)
        return FALSE;
    for (guint i = 0; i < there->len; i++) {
        const MbMeeting *other = there->pdata[i];

        if (g_strcmp0(other->id, meeting->id) == 0 || other->state == MB_STATE_CANCELLED)
            continue;
        if (other->starts == meeting->starts || meeting->starts == MB_NO_TIME || other->starts == MB_NO_TIME)
            return mb_deed_refuse(error, "%s meets on %s already; a second meeting that day needs a --time of its own.", mb_find_board_name(mb_find_board_of(desk, meeting)), day);
    }
    return TRUE;
}

static void note_by_hand(const MbArguments *arguments, MbMeeting *meeting)
{
    static const char *const options[] = {"--time", "--venue", "--chair"};

    for (gsize i = 0; i < G_N_ELEMENTS(options); i++)
        if (mb_argument(arguments, options[i]))
            mb_by_hand_note(&meeting->by_hand, options[i] + 2);
}

static gboolean set_meeting(MbDesk *desk, const MbArguments *arguments, MbMeeting *meeting, GError **error)
{
    const char *times = mb_argument(arguments, "--time");
    const char *kind = mb_argument(arguments, "--kind");
    const char *state = mb_argument(arguments, "--state");
    const char *chair = mb_argument(arguments, "--chair");
    const char *closed = mb_argument(arguments, "--closed");
    MbPerson *person = NULL;

    if ((times && !mb_find_times(times, "--time", &meeting->starts, &meeting->ends, error)) || (closed && !mb_find_time(closed, "--closed", &meeting->closed, error)) ||
        (kind && !mb_find_word(kind, "--kind", mb_meeting_kind_words, &meeting->kind, error)) ||
        (state && !mb_find_word(state, "--state", mb_meeting_state_words, &meeting->state, error)))
        return FALSE;
    if (meeting->starts != MB_NO_TIME && meeting->starts == meeting->ends)
        return mb_deed_refuse(error, "--time: the meeting would end when it starts.");
    if (times && meeting->ends != MB_NO_TIME && meeting->ends < meeting->starts)
        return mb_deed_refuse(error, "--time: the meeting would end before it starts; expected START-END such as 10:00-13:00.");
    if (state && meeting->state == MB_STATE_CALLED && meeting->called_on == MB_NO_DAY)
        meeting->called_on = mb_desk_today(desk, mb_find_board_of(desk, meeting));
    if (mb_argument(arguments, "--venue"))
        mb_set(&meeting->venue, mb_argument(arguments, "--venue"));
    note_by_hand(arguments, meeting);
    if (chair && !mb_find_person_or_words(desk, mb_find_board_of(desk, meeting), chair, &person, error))
        return FALSE;
    if (chair) {
        mb_set(&meeting->chair, person ? person->id : NULL);
        mb_set(&meeting->chair_words, person ? NULL : chair);
    }
    return TRUE;
}

static gboolean meeting_add(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbBoard *board = mb_find_board(desk, mb_argument(arguments, "BOARD"), error);
    g_autofree char *day = NULL;
    MbMeeting *meeting;

    if (!board)
        return FALSE;
    meeting = mb_dossier_new_record(mb_desk_dossier(desk), &MB_MEETING);
    mb_set(&meeting->board, board->id);
    if (!mb_find_day(mb_argument(arguments, "DATE"), "DATE", &meeting->day, error) || !set_meeting(desk, arguments, meeting, error) || !day_free(desk, meeting, error) ||
        !mb_deed_save(desk, meeting, error) || !mb_schedule_entries(desk, meeting->board, meeting->day, error))
        return FALSE;
    remark_day(desk, meeting, answer);
    day = mb_day_full(meeting->day);
    mb_deed_say(answer, "%s meets on %s.", board->name, day);
    return TRUE;
}

#define MEETING_OPTIONS                                                                                                \
    {.name = "--time", .value = "START-END", .help = "such as 10:00-13:00"},                                           \
        {.name = "--venue", .value = "TEXT", .help = "where"},                                                         \
        {.name = "--chair", .value = "PERSON", .help = "who takes the chair"},                                         \
        {.name = "--kind", .value = "KIND", .help = "ordinary, extraordinary or annual"},                              \
        {.name = "--state", .value = "STATE", .help = "planned, called (the agenda is out: its numbers freeze), live, written up …"}

static const MbArgument add_arguments[] = {{.name = "BOARD", .help = "any unambiguous part of its name"}, {.name = "DATE", .help = "YYYY-MM-DD"}, MEETING_OPTIONS, {.name = NULL}};
const MbCommand mb_command_meeting_add = {.name = "meeting add",
                                          .help = "plans a meeting; what the forward plan asks for comes to it",
                                          .example = "CSP 2026-05-21 --time 10:00-13:00",
                                          .arguments = add_arguments,
                                          .need = MB_NEED_DEED,
                                          .run = meeting_add};

static gboolean meeting_edit(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_deed_meeting(desk, arguments, error);
    g_autofree char *name = NULL;

    if (!meeting)
        return FALSE;
    name = mb_find_meeting_name(desk, meeting);
    if (mb_argument(arguments, "--state") && meeting->state >= MB_STATE_APPROVED && meeting->state != MB_STATE_CANCELLED)
        return mb_deed_refuse(error, "The minutes of %s are approved; their state does not change again.", name);
    if (!set_meeting(desk, arguments, meeting, error) || !day_free(desk, meeting, error) || !mb_deed_save(desk, meeting, error) || !mb_schedule_freeze(desk, meeting, error))
        return FALSE;
    mb_deed_say(answer, "%s changed.", name);
    return TRUE;
}

static const MbArgument edit_arguments[] = {
    MB_MEETING_ARGUMENT, MB_BOARD_OPTION, MEETING_OPTIONS, {.name = "--closed", .value = "HH:MM", .help = "when it was closed in fact"}, {.name = NULL}};
const MbCommand mb_command_meeting_edit = {.name = "meeting edit",
                                           .help = "changes a meeting's times, venue, chair or state",
                                           .example = "next --board CSP --venue \"Town Hall\"",
                                           .arguments = edit_arguments,
                                           .need = MB_NEED_DEED,
                                           .run = meeting_edit};

static gboolean meeting_move(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_deed_meeting(desk, arguments, error);
    g_autofree char *was = meeting ? mb_find_meeting_name(desk, meeting) : NULL;
    g_autofree char *day = NULL;

    if (!meeting)
        return FALSE;
    if (meeting->state >= MB_STATE_LIVE)
        return mb_deed_refuse(error, "%s is %s and cannot be moved.", was, mb_meeting_state_words[meeting->state]);
    if (meeting->planned_day == MB_NO_DAY)
        meeting->planned_day = meeting->day;
    if (!mb_find_day(mb_argument(arguments, "DATE"), "DATE", &meeting->day, error))
        return FALSE;
    if (meeting->planned_day == meeting->day)
        meeting->planned_day = MB_NO_DAY;
    mb_set(&meeting->day_words, NULL);
    if (mb_argument(arguments, "--time") && !mb_find_times(mb_argument(arguments, "--time"), "--time", &meeting->starts, &meeting->ends, error))
        return FALSE;
    note_by_hand(arguments, meeting);
    if (!day_free(desk, meeting, error) || !mb_deed_save(desk, meeting, error) || !mb_schedule_follow(desk, meeting, error))
        return FALSE;
    remark_day(desk, meeting, answer);
    day = mb_day_full(meeting->day);
    mb_deed_say(answer, "%s moved to %s%s%s", was, day, mb_argument(arguments, "--why") ? ": " : ".", mb_argument(arguments, "--why") ? mb_argument(arguments, "--why") : "");
    return TRUE;
}

static const MbArgument move_arguments[] = {
    MB_MEETING_ARGUMENT,
    {.name = "DATE", .help = "its new day"},
    MB_BOARD_OPTION,
    {.name = "--time", .value = "START-END", .help = "its new time"},
    {.name = "--why", .value = "TEXT", .help = "the reason; kept in the history"},
    {.name = NULL},
};
const MbCommand mb_command_meeting_move = {.name = "meeting move",
                                           .help = "moves a meeting; its plan and the actions due at it go with it",
                                           .example = "next 2026-02-05 --board CSP --why \"the chair is away\"",
                                           .arguments = move_arguments,
                                           .need = MB_NEED_DEED,
                                           .run = meeting_move};

static gboolean meeting_cancel(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_deed_meeting(desk, arguments, error);
    g_autofree char *name = meeting ? mb_find_meeting_name(desk, meeting) : NULL;
    g_autoptr(GPtrArray) entries = NULL;

    if (!meeting)
        return FALSE;
    if (meeting->state >= MB_STATE_LIVE)
        return mb_deed_refuse(error, "%s is %s and cannot be cancelled.", name, mb_meeting_state_words[meeting->state]);
    meeting->state = MB_STATE_CANCELLED;
    mb_set(&meeting->cancelled_why, mb_argument(arguments, "--why"));
    if (!mb_deed_save(desk, meeting, error))
        return FALSE;
    entries = mb_dossier_of(mb_desk_dossier(desk), &MB_ENTRY, "meeting", meeting->id);
    mb_deed_say(answer, "%s cancelled%s%s%s", name, mb_argument(arguments, "--why") ? ": " : "", mb_argument(arguments, "--why") ? mb_argument(arguments, "--why") : "",
                entries->len ? ". Its forward plan stays with it until `plan move` gives it another meeting." : ".");
    return TRUE;
}

static const MbArgument cancel_arguments[] = {MB_MEETING_ARGUMENT, MB_BOARD_OPTION, {.name = "--why", .value = "TEXT", .help = "the reason", .flags = MB_ARGUMENT_NEEDED}, {.name = NULL}};
const MbCommand mb_command_meeting_cancel = {.name = "meeting cancel",
                                             .help = "cancels a meeting; it counts in no figures",
                                             .example = "next --board CSP --why \"no quorum expected\"",
                                             .arguments = cancel_arguments,
                                             .need = MB_NEED_DEED,
                                             .run = meeting_cancel};
