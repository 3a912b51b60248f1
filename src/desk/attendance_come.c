/* SPDX-License-Identifier: MIT */
/* Comings and goings: everybody present, then who came late, left early, left for one item. */
#include "attendance.h"
#include "commands.h"
#include "deed.h"
#include "find.h"
#include "life.h"
#include "recorded.h"
#include "remark.h"
#include "which.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/pace.h"
#include "minutebook/clerk/quorum.h"
#include "minutebook/model/name.h"

/* --- everybody --- */

/* The roll in force that day, each person once. */
static GPtrArray *people_on_roll(const MbDossier *dossier, const MbMeeting *meeting)
{
    g_autoptr(GPtrArray) seats = mb_dossier_of(dossier, &MB_SEAT, "board", meeting->board);
    GPtrArray *people = g_ptr_array_new();

    for (guint i = 0; i < seats->len; i++) {
        const MbSeat *seat = seats->pdata[i];
        MbPerson *person = mb_dossier_find(dossier, &MB_PERSON, seat->person);

        if (person && mb_seat_on(dossier, meeting->board, person->id, meeting->day) == seat)
            g_ptr_array_add(people, person);
    }
    return people;
}

/* Whether the person came for somebody else, and so is here already. */
static gboolean is_deputy(const MbDossier *dossier, const MbMeeting *meeting, const MbPerson *person)
{
    return mb_recorded_represented(dossier, meeting, person, NULL) != NULL;
}

static gboolean mark_all(MbDesk *desk, const MbMeeting *meeting, guint *marked, guint *before, GError **error)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) people = people_on_roll(dossier, meeting);

    for (guint i = 0; i < people->len; i++) {
        MbAttendance *line = mb_attendance_line(desk, meeting, people->pdata[i], NULL);

        if (line->status != MB_ATTENDANCE_UNKNOWN) {
            (*before)++;
            continue;
        }
        if (is_deputy(dossier, meeting, people->pdata[i])) {
            (*before)++;
            continue;
        }
        line->status = MB_ATTENDANCE_PRESENT;
        if (!mb_deed_save(desk, line, error))
            return FALSE;
        (*marked)++;
    }
    return TRUE;
}

static gboolean attendance_all(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_life_meeting(desk, arguments, error);
    g_autofree char *name = meeting ? mb_find_meeting_name(desk, meeting) : NULL;
    guint marked = 0;
    guint before = 0;

    if (!meeting || !mark_all(desk, meeting, &marked, &before, error))
        return FALSE;
    if (!marked && !before)
        return mb_deed_refuse(error, "%s: nobody sits on this board on that day.", name);
    if (!marked)
        mb_deed_say(answer, "%s: everybody on the roll is marked already.", name);
    else if (before)
        mb_deed_say(answer, "%s: %u marked present; %u %s marked before and stay%s so.", name, marked, before,
                    before == 1 ? "was" : "were", before == 1 ? "s" : "");
    else
        mb_deed_say(answer, "%s: %u marked present.", name, marked);
    return mb_life_quorum_now(desk, meeting, answer, error);
}

static const MbArgument all_arguments[] = {MB_MEETING_ARGUMENT, MB_BOARD_OPTION, {.name = NULL}};
const MbCommand mb_command_attendance_all = {
    .name = "attendance all",
    .help = "marks everybody on the roll present who is not marked yet; then mark the exceptions",
    .example = "next --board CSP",
    .arguments = all_arguments,
    .need = MB_NEED_DEED,
    .run = attendance_all};

/* --- arriving and leaving --- */

/* A coming or going, and where it is written. */
typedef struct {
    MbDesk *desk;
    MbMeeting *meeting;
    MbPerson *person; /* NULL: a guest */
    const char *words;
    MbAttendance *line;
    gboolean as_deputy; /* the line is that of the member whom the person stands for */
    MbTime at;
    char *item; /* id, or NULL */
    char *name;
    char *meeting_name;
} Coming;

static void coming_clear(Coming *coming)
{
    g_free(coming->item);
    g_free(coming->name);
    g_free(coming->meeting_name);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Coming, coming_clear)

/* Now is no time of a meeting that is over, or not opened yet. */
static gboolean find_time(Coming *coming, const MbArguments *arguments, GError **error)
{
    if (coming->meeting->closed != MB_NO_TIME && !mb_argument(arguments, "--at"))
        return mb_deed_refuse(error, "%s was closed; say when: --at HH:MM.", coming->meeting_name);
    if (coming->meeting->state > MB_STATE_LIVE && !mb_argument(arguments, "--at"))
        return mb_deed_refuse(error, "%s is over; say when: --at HH:MM.", coming->meeting_name);
    return mb_life_at(coming->desk, arguments, coming->meeting, &coming->at, error);
}

/* The item said, else the one that was at hand. */
static gboolean find_item(Coming *coming, const MbArguments *arguments, GError **error)
{
    const char *words = mb_argument(arguments, "--item");
    const MbItem *item = words ? mb_find_item(coming->desk, coming->meeting, words, error) : NULL;

    if (words && !item)
        return FALSE;
    coming->item =
        g_strdup(item ? item->id : mb_pace_item_at(mb_desk_dossier(coming->desk), coming->meeting, coming->at));
    return TRUE;
}

static void find_line(Coming *coming)
{
    const MbDossier *dossier = mb_desk_dossier(coming->desk);
    const MbAttendance *stood_for =
        mb_recorded_line(dossier, coming->meeting, coming->person, coming->words)
            ? NULL
            : mb_recorded_represented(dossier, coming->meeting, coming->person, coming->words);

    coming->as_deputy = stood_for != NULL;
    coming->line = stood_for ? mb_dossier_find(dossier, &MB_ATTENDANCE, stood_for->id)
                             : mb_attendance_line(coming->desk, coming->meeting, coming->person, coming->words);
}

static gboolean coming_read(Coming *coming, MbDesk *desk, const MbArguments *arguments, GError **error)
{
    coming->desk = desk;
    coming->words = mb_argument(arguments, "PERSON");
    coming->meeting = mb_life_meeting(desk, arguments, error);
    if (!coming->meeting)
        return FALSE;
    coming->meeting_name = mb_find_meeting_name(desk, coming->meeting);
    if (!mb_attendance_who(desk, arguments, coming->meeting, &coming->person, error) ||
        !find_time(coming, arguments, error) || !find_item(coming, arguments, error))
        return FALSE;
    coming->name = mb_remark_name(coming->person, coming->words);
    find_line(coming);
    return TRUE;
}

static gboolean is_here(MbAttendance *line, const MbStay *stay)
{
    return (line->status == MB_ATTENDANCE_PRESENT || line->status == MB_ATTENDANCE_IN_PART ||
            line->status == MB_ATTENDANCE_REPRESENTED) &&
           *stay->left == MB_NO_TIME && !*stay->left_item;
}

/* Whether AT lies before the meeting began: who is there then is simply present. */
static gboolean is_at_opening(const Coming *coming)
{
    const MbEvent *opened = mb_life_last(coming->desk, coming->meeting, MB_EVENT_OPENED);

    if (!opened || opened->at == MB_NO_TIME)
        return coming->meeting->state < MB_STATE_LIVE;
    return mb_pace_minute(coming->meeting, coming->at) <= mb_pace_minute(coming->meeting, opened->at);
}

/* " (item 5 Budget)"; "" where none is at hand. Newly allocated. */
static char *item_words(const Coming *coming)
{
    const MbItem *item = mb_dossier_find(mb_desk_dossier(coming->desk), &MB_ITEM, coming->item);
    g_autofree char *name = item ? mb_deed_item_name(item) : NULL;

    return name ? g_strdup_printf(", during item %s", name) : g_strdup("");
}

/* A member comes after all for whom a deputy was there until now. */
static void relieve_deputy(Coming *coming)
{
    const MbDossier *dossier = mb_desk_dossier(coming->desk);
    MbAttendance *line = coming->line;
    g_autofree char *deputy =
        mb_remark_name(mb_dossier_find(dossier, &MB_PERSON, line->represented_by), line->represented_by_name);
    g_autofree char *until = mb_time_text(coming->at);
    g_autofree char *note = g_strdup_printf("%s%srepresented by %s until %s", line->note ? line->note : "",
                                            line->note ? "; " : "", deputy ? deputy : "a deputy", until);

    mb_set(&line->note, note);
    mb_set(&line->represented_by, NULL);
    mb_set(&line->represented_by_name, NULL);
}

static gboolean begin_stay(Coming *coming, MbStay *stay, GError **error)
{
    MbAttendance *line = coming->line;
    gboolean was_away = line->status != MB_ATTENDANCE_PRESENT && line->status != MB_ATTENDANCE_IN_PART &&
                        !(line->status == MB_ATTENDANCE_REPRESENTED && coming->as_deputy);

    if (line->status == MB_ATTENDANCE_REPRESENTED && !coming->as_deputy)
        relieve_deputy(coming);
    if (was_away) {
        if (!mb_attendance_forget(coming->desk, line, error))
            return FALSE;
        *stay = mb_attendance_stay(mb_desk_dossier(coming->desk), line);
        line->status = is_at_opening(coming) ? MB_ATTENDANCE_PRESENT : MB_ATTENDANCE_IN_PART;
        mb_set(&line->status_words, NULL);
    } else {
        *stay = mb_attendance_stay_new(coming->desk, line);
    }
    if (!was_away || line->status == MB_ATTENDANCE_IN_PART) {
        *stay->arrived = coming->at;
        mb_set(stay->arrived_item, coming->item);
    }
    return TRUE;
}

static gboolean save_stay(const Coming *coming, const MbStay *stay, GError **error)
{
    return mb_deed_save(coming->desk, coming->line, error) &&
           (stay->record == coming->line || mb_deed_save(coming->desk, stay->record, error));
}

static gboolean not_before(const Coming *coming, MbTime earlier, const char *what, GError **error)
{
    g_autofree char *at = mb_time_text(coming->at);
    g_autofree char *before = mb_time_text(earlier);

    if (earlier == MB_NO_TIME ||
        mb_pace_minute(coming->meeting, earlier) <= mb_pace_minute(coming->meeting, coming->at))
        return TRUE;
    return mb_deed_refuse(error, "--at: %s is before %s, when %s %s.", at, before, coming->name, what);
}

static gboolean attendance_arrive(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    g_auto(Coming) coming = {0};
    g_autofree char *time = NULL;
    g_autofree char *during = NULL;
    gboolean again;
    MbStay stay;

    if (!coming_read(&coming, desk, arguments, error))
        return FALSE;
    stay = mb_attendance_stay(mb_desk_dossier(desk), coming.line);
    again = *stay.left != MB_NO_TIME;
    if (is_here(coming.line, &stay) && (coming.as_deputy || coming.line->status != MB_ATTENDANCE_REPRESENTED))
        return mb_deed_refuse(error, "%s: %s is here already.", coming.meeting_name, coming.name);
    if (!not_before(&coming, *stay.left, "left", error) || !begin_stay(&coming, &stay, error))
        return FALSE;
    if (mb_argument(arguments, "--remote"))
        coming.line->mode = MB_MODE_REMOTE;
    if (!save_stay(&coming, &stay, error))
        return FALSE;
    time = mb_time_text(coming.at);
    during = item_words(&coming);
    if (*stay.arrived == MB_NO_TIME)
        mb_deed_say(answer, "%s: %s is present.", coming.meeting_name, coming.name);
    else
        mb_deed_say(answer, "%s: %s %s at %s%s.", coming.meeting_name, coming.name, again ? "came back" : "arrived",
                    time, during);
    if (mb_argument(arguments, "--remote"))
        mb_attendance_remark_remote(desk, coming.meeting, coming.name, answer);
    return mb_life_quorum(desk, coming.meeting, coming.at, answer, error);
}

#define COMING_ARGUMENTS                                                                                               \
    MB_MEETING_ARGUMENT,                                                                                               \
        {.name = "PERSON", .help = "any unambiguous part of the name, or initials; ?1 for a stranger"}, MB_AT_OPTION,  \
    {                                                                                                                  \
        .name = "--item", .value = "ITEM", .help = "during this item; the one at hand, unless said"                    \
    }

static const MbArgument arrive_arguments[] = {
    COMING_ARGUMENTS,
    {.name = "--remote", .help = "joined from elsewhere"},
    {.name = "--guest", .help = "somebody who is not in the book: kept by name"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_attendance_arrive = {
    .name = "attendance arrive",
    .help = "somebody arrives, or comes back",
    .example = "next \"Second Name\" --at 10:25",
    .more = "Who arrives before the meeting opens is simply present. Of a deputy it is noted with the member.",
    .arguments = arrive_arguments,
    .need = MB_NEED_DEED,
    .run = attendance_arrive};

/* Of whom nothing is recorded yet, who leaves was there until now. */
static gboolean may_leave(Coming *coming, MbStay *stay, GError **error)
{
    g_autofree char *state = mb_attendance_words_of(mb_desk_dossier(coming->desk), coming->line);

    if (coming->line->status == MB_ATTENDANCE_REPRESENTED && !coming->as_deputy)
        return mb_deed_refuse(error, "%s: %s %s; name the deputy who left.", coming->meeting_name, coming->name, state);
    if (coming->line->status != MB_ATTENDANCE_UNKNOWN && !is_here(coming->line, stay)) {
        g_autofree char *left = mb_time_text(*stay->left);

        return *left ? mb_deed_refuse(error, "%s: %s left already, at %s.", coming->meeting_name, coming->name, left)
                     : mb_deed_refuse(error, "%s: %s %s, so nobody left.", coming->meeting_name, coming->name, state);
    }
    return not_before(coming, *stay->arrived, "arrived", error);
}

static gboolean attendance_leave(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    g_auto(Coming) coming = {0};
    gboolean for_item = mb_argument(arguments, "--for-item") != NULL;
    g_autofree char *time = NULL;
    g_autofree char *during = NULL;
    MbStay stay;

    if (!coming_read(&coming, desk, arguments, error))
        return FALSE;
    stay = mb_attendance_stay(mb_desk_dossier(desk), coming.line);
    if (!may_leave(&coming, &stay, error))
        return FALSE;
    if (for_item && !coming.item)
        return mb_deed_refuse(error, "--for-item: no item is at hand; name it with --item.");
    *stay.left = coming.at;
    *stay.for_item = for_item;
    mb_set(stay.left_item, coming.item);
    if (coming.line->status != MB_ATTENDANCE_REPRESENTED)
        coming.line->status = for_item ? MAX(coming.line->status, MB_ATTENDANCE_PRESENT) : MB_ATTENDANCE_IN_PART;
    if (!save_stay(&coming, &stay, error))
        return FALSE;
    time = mb_time_text(coming.at);
    during = item_words(&coming);
    mb_deed_say(answer, "%s: %s left at %s%s%s.", coming.meeting_name, coming.name, time, during,
                for_item ? ", until the next item" : "");
    return mb_life_quorum(desk, coming.meeting, coming.at, answer, error);
}

static const MbArgument leave_arguments[] = {
    COMING_ARGUMENTS,
    {.name = "--for-item", .help = "for this item only: back when the next one is taken"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_attendance_leave = {.name = "attendance leave",
                                               .help = "somebody leaves, for good or for one item",
                                               .example = "next \"Second Name\" --at 11:40",
                                               .arguments = leave_arguments,
                                               .need = MB_NEED_DEED,
                                               .run = attendance_leave};
