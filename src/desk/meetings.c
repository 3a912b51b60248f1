/* SPDX-License-Identifier: MIT */
/* Meetings: listed, added, edited, moved, cancelled. */
#include "change.h"
#include "commands.h"
#include "deed.h"
#include "find.h"
#include "remark.h"
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

    if (!mb_find_board_option(desk, mb_argument(arguments, "--board"), &board, error) ||
        (since_words && !mb_find_day(since_words, "--since", &since, error)) ||
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
const MbCommand mb_command_meetings = {.name = "meetings",
                                       .help = "all meetings and their state",
                                       .example = "--board CSP --since 2025-04-01",
                                       .arguments = list_arguments,
                                       .need = MB_NEED_BOOK,
                                       .run = meetings_list};

/* Notes, as findings, what is odd about the day. */
static void remark_day(MbDesk *desk, const MbMeeting *meeting, MbAnswer *answer)
{
    const char *holiday = mb_holiday_name(meeting->day);
    int weekday = mb_day_weekday(meeting->day);

    if (holiday || weekday >= 6)
        mb_remark(answer, "meeting-on-holiday", mb_find_meeting_name(desk, meeting),
                  g_strdup_printf("That day is %s%s.", holiday ? "a bank holiday: " : "a ",
                                  holiday ? holiday : mb_weekday_name(weekday)),
                  NULL);
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
            return mb_deed_refuse(error, "%s meets on %s already; a second meeting that day needs a --time of its own.",
                                  mb_find_board_name(mb_find_board_of(desk, meeting)), day);
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

/* Numbers that were frozen when the agenda went out follow the order again. */
static gboolean unfreeze(MbDesk *desk, MbMeeting *meeting, GError **error)
{
    g_autoptr(GPtrArray) items = mb_dossier_of(mb_desk_dossier(desk), &MB_ITEM, "meeting", meeting->id);

    meeting->called_on = MB_NO_DAY;
    for (guint i = 0; i < items->len; i++)
        ((MbItem *)items->pdata[i])->number_kept = FALSE;
    return mb_deed_save_all(desk, items, NULL, error) && mb_schedule_renumber(desk, meeting, error);
}

/* The states that are reached by other deeds, which ask for what they need. */
static gboolean state_is_for_edit(const char *name, int state, GError **error)
{
    if (state == MB_STATE_CANCELLED)
        return mb_deed_refuse(error, "--state: `meeting cancel` cancels %s, and asks for the reason.", name);
    if (state >= MB_STATE_APPROVED)
        return mb_deed_refuse(error,
                              "--state: minutes are approved at a later meeting: record there, with `decision add`, "
                              "that the item which proposes the minutes of %s was agreed.",
                              name);
    return TRUE;
}

/* Whether MEETING may go to STATE: forwards, back from called to planned, or planned anew after it was cancelled. */
static gboolean may_become(const MbMeeting *meeting, const char *name, int state, GError **error)
{
    if (meeting->state == MB_STATE_CANCELLED && state != MB_STATE_PLANNED)
        return mb_deed_refuse(error, "--state: %s was cancelled; only planned is open to it.", name);
    if (!state_is_for_edit(name, state, error))
        return FALSE;
    if (state < meeting->state && meeting->state > MB_STATE_CALLED && meeting->state != MB_STATE_CANCELLED)
        return mb_deed_refuse(error,
                              "--state: %s is %s and does not become %s again; a meeting goes planned, called, live, "
                              "written up, with the chair, circulated.",
                              name, mb_meeting_state_words[meeting->state], mb_meeting_state_words[state]);
    return TRUE;
}

static gboolean set_state(MbDesk *desk, MbMeeting *meeting, const char *words, GError **error)
{
    g_autofree char *name = mb_find_meeting_name(desk, meeting);
    int was = meeting->state;
    int state;

    if (!mb_find_word(words, "--state", mb_meeting_state_words, &state, error) ||
        !may_become(meeting, name, state, error))
        return FALSE;
    meeting->state = state;
    if (state == MB_STATE_CALLED && meeting->called_on == MB_NO_DAY)
        meeting->called_on = mb_desk_today(desk, mb_find_board_of(desk, meeting));
    if (state == MB_STATE_PLANNED)
        mb_set(&meeting->cancelled_why, NULL);
    return state != MB_STATE_PLANNED || was != MB_STATE_CALLED || unfreeze(desk, meeting, error);
}

/* A meeting that closes after midnight closed on the next day; one that would have gone on for more than eight hours so
 * did not. */
enum { LONGEST_PAST_MIDNIGHT = 8 * 60 };

static gboolean times_make_sense(const MbArguments *arguments, const MbMeeting *meeting, GError **error)
{
    g_autofree char *starts = mb_time_text(meeting->starts);
    g_autofree char *closed = mb_time_text(meeting->closed);

    if (meeting->starts == MB_NO_TIME || (!mb_argument(arguments, "--time") && !mb_argument(arguments, "--closed")))
        return TRUE;
    if (mb_argument(arguments, "--time") && meeting->starts == meeting->ends)
        return mb_deed_refuse(error, "--time: the meeting would end when it starts.");
    if (mb_argument(arguments, "--time") && meeting->ends != MB_NO_TIME && meeting->ends < meeting->starts)
        return mb_deed_refuse(
            error, "--time: the meeting would end before it starts; expected START-END such as 10:00-13:00.");
    if (meeting->closed != MB_NO_TIME && meeting->closed < meeting->starts &&
        mb_time_span(meeting->starts, meeting->closed) > LONGEST_PAST_MIDNIGHT)
        return mb_deed_refuse(error, "%s: the meeting would have closed at %s, before its start at %s.",
                              mb_argument(arguments, "--closed") ? "--closed" : "--time", closed, starts);
    return TRUE;
}

static gboolean set_chair(MbDesk *desk, MbMeeting *meeting, const char *words, MbAnswer *answer, GError **error)
{
    MbPerson *person;

    if (!words)
        return TRUE;
    if (!mb_find_person_or_words(desk, mb_find_board_of(desk, meeting), words, &person, error))
        return FALSE;
    mb_set(&meeting->chair, person ? person->id : NULL);
    mb_set(&meeting->chair_words, person ? NULL : words);
    if (!person && !mb_deed_blank(words))
        mb_remark_nobody(desk, answer, "chair-not-on-roll", mb_find_meeting_name(desk, meeting),
                         "who is to take the chair", words);
    return TRUE;
}

static gboolean set_meeting(MbDesk *desk, const MbArguments *arguments, MbMeeting *meeting, MbAnswer *answer,
                            GError **error)
{
    const char *times = mb_argument(arguments, "--time");
    const char *kind = mb_argument(arguments, "--kind");
    const char *state = mb_argument(arguments, "--state");
    const char *closed = mb_argument(arguments, "--closed");

    if ((times && !mb_find_times(times, "--time", &meeting->starts, &meeting->ends, error)) ||
        (closed && !mb_find_time(closed, "--closed", &meeting->closed, error)) ||
        (kind && !mb_find_word(kind, "--kind", mb_meeting_kind_words, &meeting->kind, error)) ||
        !times_make_sense(arguments, meeting, error) || (state && !set_state(desk, meeting, state, error)))
        return FALSE;
    if (mb_argument(arguments, "--venue"))
        mb_set(&meeting->venue, mb_argument(arguments, "--venue"));
    note_by_hand(arguments, meeting);
    return set_chair(desk, meeting, mb_argument(arguments, "--chair"), answer, error);
}

/* "10:00–13:00, Town Hall", each part where it is known, with a comma before; "" where neither. */
static char *when_and_where(const MbMeeting *meeting)
{
    g_autofree char *starts = mb_time_text(meeting->starts);
    g_autofree char *ends = mb_time_text(meeting->ends);

    return g_strdup_printf("%s%s%s%s%s%s", *starts ? ", " : "", starts, *ends ? "–" : "", ends,
                           meeting->venue ? ", " : "", meeting->venue ? meeting->venue : "");
}

/* A meeting is planned, or called at once; what comes later follows from it. */
static gboolean state_for_new(const MbArguments *arguments, GError **error)
{
    const char *words = mb_argument(arguments, "--state");
    int state;

    if (!words)
        return TRUE;
    if (!mb_find_word(words, "--state", mb_meeting_state_words, &state, error))
        return FALSE;
    return state <= MB_STATE_CALLED ||
           mb_deed_refuse(error, "--state: a new meeting is planned or called, not %s.", mb_meeting_state_words[state]);
}

static gboolean meeting_add(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbBoard *board = mb_find_board(desk, mb_argument(arguments, "BOARD"), error);
    g_autofree char *day = NULL;
    g_autofree char *more = NULL;
    MbMeeting *meeting;

    if (!board || !state_for_new(arguments, error))
        return FALSE;
    meeting = mb_dossier_new_record(mb_desk_dossier(desk), &MB_MEETING);
    mb_set(&meeting->board, board->id);
    if (!mb_find_day(mb_argument(arguments, "DATE"), "DATE", &meeting->day, error) ||
        !set_meeting(desk, arguments, meeting, answer, error) || !day_free(desk, meeting, error) ||
        !mb_deed_save(desk, meeting, error) || !mb_schedule_entries(desk, meeting->board, meeting->day, error))
        return FALSE;
    remark_day(desk, meeting, answer);
    day = mb_day_full(meeting->day);
    more = when_and_where(meeting);
    mb_deed_say(answer, "%s meets on %s%s.", board->name, day, more);
    return TRUE;
}

#define MEETING_OPTIONS                                                                                                \
    {.name = "--time", .value = "START-END", .help = "such as 10:00-13:00"},                                           \
        {.name = "--venue", .value = "TEXT", .help = "where"},                                                         \
        {.name = "--chair", .value = "PERSON", .help = "who takes the chair"},                                         \
    {                                                                                                                  \
        .name = "--kind", .value = "KIND", .help = "ordinary, extraordinary or annual"                                 \
    }

static const MbArgument add_arguments[] = {
    {.name = "BOARD", .help = "any unambiguous part of its name"},
    {.name = "DATE", .help = "YYYY-MM-DD"},
    MEETING_OPTIONS,
    {.name = "--state", .value = "STATE", .help = "planned (unless said), or called"},
    {.name = NULL}};
const MbCommand mb_command_meeting_add = {.name = "meeting add",
                                          .help = "plans a meeting; what the forward plan asks for comes to it",
                                          .example = "CSP 2026-05-21 --time 10:00-13:00",
                                          .arguments = add_arguments,
                                          .need = MB_NEED_DEED,
                                          .run = meeting_add};

static const MbArgument edit_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_BOARD_OPTION,
    MEETING_OPTIONS,
    {.name = "--state",
     .value = "STATE",
     .help = "called (the agenda is out: its numbers freeze), live, written up, with the chair, circulated"},
    {.name = "--closed", .value = "HH:MM", .help = "when it was closed in fact"},
    {.name = NULL},
};

static char *chair_of(MbDesk *desk, const MbMeeting *meeting)
{
    return mb_remark_name(mb_dossier_find(mb_desk_dossier(desk), &MB_PERSON, meeting->chair), meeting->chair_words);
}

static GString *meeting_changes(MbDesk *desk, const MbMeeting *before, const MbMeeting *after)
{
    static const MbChangeName names[] = {{"starts", "start"}, {"ends", "end"},    {"venue", "venue"},
                                         {"kind", "kind"},    {"state", "state"}, {"closed", "closed"},
                                         {NULL, NULL}};
    GString *changes = g_string_new(NULL);
    g_autofree char *was = chair_of(desk, before);
    g_autofree char *is = chair_of(desk, after);

    mb_change_fields(changes, before, after, names);
    mb_change_text(changes, "chair", was, is);
    return changes;
}

static gboolean edit(MbDesk *desk, const MbArguments *arguments, MbMeeting *meeting, const MbMeeting *before,
                     MbAnswer *answer, GError **error)
{
    g_autofree char *name = mb_find_meeting_name(desk, meeting);
    gboolean anew = before->state == MB_STATE_CANCELLED || mb_argument(arguments, "--time");
    g_autoptr(GString) changes = NULL;

    if (meeting->state >= MB_STATE_APPROVED && meeting->state != MB_STATE_CANCELLED)
        return mb_deed_refuse(error, "The minutes of %s are %s; nothing of the meeting changes again.", name,
                              mb_meeting_state_words[meeting->state]);
    if (!set_meeting(desk, arguments, meeting, answer, error) || (anew && !day_free(desk, meeting, error)) ||
        !mb_deed_save(desk, meeting, error) || !mb_schedule_freeze(desk, meeting, error))
        return FALSE;
    changes = meeting_changes(desk, before, meeting);
    mb_deed_say(answer, "%s: %s.", name, mb_change_words(changes));
    return TRUE;
}

static gboolean meeting_edit(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    static const char *const besides[] = {"--board", NULL};
    MbMeeting *meeting = mb_deed_meeting(desk, arguments, error);
    MbMeeting *before = meeting ? mb_record_copy(meeting) : NULL;
    gboolean done = meeting && mb_change_asked(arguments, edit_arguments, besides, error) &&
                    edit(desk, arguments, meeting, before, answer, error);

    mb_record_free(before);
    return done;
}

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
    g_autofree char *more = NULL;

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
    if ((mb_argument(arguments, "--time") &&
         !mb_find_times(mb_argument(arguments, "--time"), "--time", &meeting->starts, &meeting->ends, error)) ||
        !times_make_sense(arguments, meeting, error))
        return FALSE;
    note_by_hand(arguments, meeting);
    if (!day_free(desk, meeting, error) || !mb_deed_save(desk, meeting, error) ||
        !mb_schedule_follow(desk, meeting, error))
        return FALSE;
    remark_day(desk, meeting, answer);
    day = mb_day_full(meeting->day);
    more = mb_argument(arguments, "--time") ? when_and_where(meeting) : g_strdup("");
    mb_deed_say(answer, "%s: moved to %s%s%s%s", was, day, more, mb_argument(arguments, "--why") ? ": " : ".",
                mb_argument(arguments, "--why") ? mb_argument(arguments, "--why") : "");
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
    mb_deed_say(answer, "%s: cancelled%s%s%s", name, mb_argument(arguments, "--why") ? ": " : "",
                mb_argument(arguments, "--why") ? mb_argument(arguments, "--why") : "",
                entries->len ? ". Its forward plan stays with it until `plan move` gives it another meeting." : ".");
    return TRUE;
}

static const MbArgument cancel_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_BOARD_OPTION,
    {.name = "--why", .value = "TEXT", .help = "the reason", .flags = MB_ARGUMENT_NEEDED},
    {.name = NULL}};
const MbCommand mb_command_meeting_cancel = {.name = "meeting cancel",
                                             .help = "cancels a meeting; it counts in no figures",
                                             .example = "next --board CSP --why \"no quorum expected\"",
                                             .arguments = cancel_arguments,
                                             .need = MB_NEED_DEED,
                                             .run = meeting_cancel};
