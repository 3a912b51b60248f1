/* SPDX-License-Identifier: MIT */
/* A meeting opened, adjourned, resumed, closed, reopened. A meeting that is closed stays live, with the time at which
   it closed, until its minutes are written up: `meeting edit --state "written up"`. */
#include "commands.h"
#include "deed.h"
#include "exclusion.h"
#include "find.h"
#include "life.h"
#include "recorded.h"
#include "remark.h"
#include "schedule.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/number.h"
#include "minutebook/clerk/pace.h"
#include "minutebook/clerk/quorum.h"

static const MbArgument arguments_at[] = {MB_MEETING_ARGUMENT, MB_AT_OPTION, MB_BOARD_OPTION, {.name = NULL}};

/* --- start --- */

static gboolean may_start(MbDesk *desk, const MbMeeting *meeting, GError **error)
{
    g_autofree char *name = mb_find_meeting_name(desk, meeting);
    const MbEvent *opened = mb_life_last(desk, meeting, MB_EVENT_OPENED);
    g_autofree char *at = opened ? mb_time_text(opened->at) : NULL;

    if (meeting->closed != MB_NO_TIME || meeting->state > MB_STATE_LIVE)
        return mb_life_under_way(desk, meeting, error);
    if (opened)
        return mb_deed_refuse(error, "%s is under way since %s.", name, *at ? at : "it was opened");
    return TRUE;
}

/* A clock that belongs to another day is no mistake where somebody tries the program, but seldom meant. */
static void remark_day(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, MbAnswer *answer)
{
    MbDay today = mb_desk_today(desk, mb_find_board_of(desk, meeting));
    g_autofree char *day = mb_day_full(meeting->day);

    if (meeting->day != today && meeting->day + 1 != today && !mb_argument(arguments, "--at"))
        mb_remark(answer, "not-today", mb_find_meeting_name(desk, meeting),
                  g_strdup_printf("The meeting is dated %s, which is not today.", day),
                  g_strdup("Was it the wrong one, `undo` takes this back."));
}

static void say_quorum(MbDesk *desk, const MbMeeting *meeting, MbTime at, MbAnswer *answer)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    const MbRules *rules = mb_desk_rules(desk, mb_find_board_of(desk, meeting), NULL);
    MbQuorum quorum = mb_quorum_at(dossier, rules, meeting, at, NULL);

    if (!mb_recorded_register(dossier, meeting))
        mb_life_add(answer, "Nobody is marked present yet: `attendance all` does so, and then mark the exceptions.");
    else if (quorum.required > 0)
        mb_life_add(answer, "%s%s%s.", quorum.quorate ? "Quorate" : "Not quorate", quorum.shortfall ? ": " : "",
                    quorum.shortfall ? quorum.shortfall : "");
    mb_quorum_clear(&quorum);
}

static gboolean meeting_start(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_life_meeting(desk, arguments, error);
    g_autofree char *name = meeting ? mb_find_meeting_name(desk, meeting) : NULL;
    g_autofree char *time = NULL;
    MbTime at;

    if (!meeting || !may_start(desk, meeting, error) || !mb_life_at(desk, arguments, meeting, &at, error))
        return FALSE;
    meeting->state = MB_STATE_LIVE;
    if (!mb_deed_save(desk, meeting, error) || !mb_schedule_freeze(desk, meeting, error) ||
        !mb_life_stamp(desk, meeting, MB_EVENT_OPENED, at, NULL, NULL, NULL, error))
        return FALSE;
    time = mb_time_text(at);
    mb_deed_say(answer, "%s: opened at %s.", name, time);
    say_quorum(desk, meeting, at, answer);
    remark_day(desk, arguments, meeting, answer);
    return TRUE;
}

const MbCommand mb_command_meeting_start = {.name = "meeting start",
                                            .help = "opens a meeting: it is live from now on",
                                            .example = "next --board CSP",
                                            .more = "The agenda's numbers freeze, where they had not. `agenda take` "
                                                    "goes from item to item.",
                                            .arguments = arguments_at,
                                            .need = MB_NEED_DEED,
                                            .run = meeting_start};

/* --- adjourned, resumed --- */

static gboolean after_opening(MbDesk *desk, const MbMeeting *meeting, MbTime at, GError **error)
{
    const MbEvent *opened = mb_life_last(desk, meeting, MB_EVENT_OPENED);
    g_autofree char *name = mb_find_meeting_name(desk, meeting);
    g_autofree char *time = mb_time_text(at);
    g_autofree char *before = opened ? mb_time_text(opened->at) : g_strdup("");

    if (!*before || mb_pace_minute(meeting, opened->at) <= mb_pace_minute(meeting, at))
        return TRUE;
    return mb_deed_refuse(error, "--at: %s is before %s, when %s opened.", time, before, name);
}

/* Stamps WHAT at the time given; MEETING is set where all is well. */
static MbMeeting *stamped(MbDesk *desk, const MbArguments *arguments, MbEventKind what, char **name, char **time,
                          MbTime *at, GError **error)
{
    MbMeeting *meeting = mb_life_meeting(desk, arguments, error);
    gboolean adjourned;

    if (!meeting || !mb_life_under_way(desk, meeting, error) || !mb_life_at(desk, arguments, meeting, at, error) ||
        !after_opening(desk, meeting, *at, error))
        return NULL;
    *name = mb_find_meeting_name(desk, meeting);
    *time = mb_time_text(*at);
    adjourned = mb_pace_adjourned(mb_desk_dossier(desk), meeting);
    if (adjourned == (what == MB_EVENT_ADJOURNED)) {
        const MbEvent *before = mb_life_last(desk, meeting, MB_EVENT_ADJOURNED);
        g_autofree char *since = before ? mb_time_text(before->at) : NULL;

        if (adjourned)
            mb_deed_refuse(error, "%s is adjourned since %s; `meeting resume` goes on.", *name, since);
        else
            mb_deed_refuse(error, "%s is not adjourned.", *name);
        return NULL;
    }
    return mb_life_stamp(desk, meeting, what, *at, mb_pace_item_at(mb_desk_dossier(desk), meeting, *at), NULL,
                         mb_argument(arguments, "--why"), error)
               ? meeting
               : NULL;
}

static gboolean meeting_adjourn(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    g_autofree char *name = NULL;
    g_autofree char *time = NULL;
    const char *why = mb_argument(arguments, "--why");
    MbTime at;

    if (!stamped(desk, arguments, MB_EVENT_ADJOURNED, &name, &time, &at, error))
        return FALSE;
    mb_deed_say(answer, "%s: adjourned at %s%s%s.", name, time, why ? ": " : "", why ? why : "");
    return TRUE;
}

static const MbArgument adjourn_arguments[] = {
    MB_MEETING_ARGUMENT, MB_AT_OPTION,   {.name = "--why", .value = "TEXT", .help = "the reason, which is printed"},
    MB_BOARD_OPTION,     {.name = NULL},
};
const MbCommand mb_command_meeting_adjourn = {.name = "meeting adjourn",
                                              .help = "adjourns a meeting under way; its clocks stand still",
                                              .example = "next --board CSP --at 11:05 --why \"fire alarm\"",
                                              .arguments = adjourn_arguments,
                                              .need = MB_NEED_DEED,
                                              .run = meeting_adjourn};

static gboolean meeting_resume(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    g_autofree char *name = NULL;
    g_autofree char *time = NULL;
    MbTime at;
    MbMeeting *meeting = stamped(desk, arguments, MB_EVENT_RESUMED, &name, &time, &at, error);
    const MbEvent *before;
    int minutes;

    if (!meeting)
        return FALSE;
    before = mb_life_last(desk, meeting, MB_EVENT_ADJOURNED);
    minutes = mb_time_span(before->at, at);
    mb_deed_say(answer, "%s: resumed at %s, after %d minute%s.", name, time, minutes, minutes == 1 ? "" : "s");
    return mb_life_quorum(desk, meeting, at, answer, error);
}

const MbCommand mb_command_meeting_resume = {.name = "meeting resume",
                                             .help = "goes on with an adjourned meeting",
                                             .example = "next --board CSP --at 11:20",
                                             .arguments = arguments_at,
                                             .need = MB_NEED_DEED,
                                             .run = meeting_resume};

/* --- closed, reopened --- */

/* What has a number, was not taken, and is not put off: its numbers go to LEFT (borrowed), and CARRIED is set to
 * whether any of it can be carried forward; a standing item comes again by itself. */
static void not_taken(const MbDossier *dossier, const MbMeeting *meeting, GPtrArray *left, gboolean *carried)
{
    g_autoptr(GPtrArray) items = mb_number_items(dossier, meeting->id);

    *carried = FALSE;
    for (guint i = 0; i < items->len; i++) {
        const MbItem *item = items->pdata[i];

        if (!item->number || item->parent || item->carried_forward || item->deferred_to ||
            mb_pace_taken(dossier, meeting, item->id))
            continue;
        g_ptr_array_add(left, item->number);
        *carried = *carried || item->source != MB_SOURCE_STANDING;
    }
}

static void say_left(const MbDossier *dossier, const MbMeeting *meeting, MbAnswer *answer)
{
    g_autoptr(GPtrArray) left = g_ptr_array_new();
    g_autofree char *list = NULL;
    gboolean carried;

    if (!mb_pace_current(dossier, meeting))
        return; /* nobody went from item to item */
    not_taken(dossier, meeting, left, &carried);
    if (!left->len)
        return;
    g_ptr_array_add(left, NULL);
    list = mb_text_join((const char *const *)left->pdata);
    mb_life_add(answer, "Not taken: %s%s.", list, carried ? "; `agenda carry` takes an item to the next agenda" : "");
}

/* ", 20 minutes early", by the end that was planned. Newly allocated. */
static char *against_end(const MbMeeting *meeting, MbTime at)
{
    int over = meeting->ends == MB_NO_TIME ? 0 : mb_pace_minute(meeting, at) - mb_pace_minute(meeting, meeting->ends);

    return over == 0
               ? g_strdup("")
               : g_strdup_printf(", %d minute%s %s", ABS(over), ABS(over) == 1 ? "" : "s", over > 0 ? "late" : "early");
}

static gboolean close_at(MbDesk *desk, MbMeeting *meeting, MbTime at, GError **error)
{
    if (mb_pace_excluded(mb_desk_dossier(desk), meeting) && !mb_exclusion_settle(desk, meeting, NULL, error))
        return FALSE;
    if (mb_pace_excluded(mb_desk_dossier(desk), meeting) &&
        !mb_life_stamp(desk, meeting, MB_EVENT_PUBLIC_READMITTED, at, NULL, NULL, NULL, error))
        return FALSE;
    meeting->closed = at;
    return mb_life_stamp(desk, meeting, MB_EVENT_CLOSED, at, NULL, NULL, NULL, error) &&
           mb_life_settle(desk, meeting, error) && mb_deed_save(desk, meeting, error);
}

static gboolean meeting_close(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_life_meeting(desk, arguments, error);
    g_autofree char *name = meeting ? mb_find_meeting_name(desk, meeting) : NULL;
    g_autofree char *time = NULL;
    g_autofree char *against = NULL;
    gboolean excluded = meeting && mb_pace_excluded(mb_desk_dossier(desk), meeting);
    MbTime at;

    if (!meeting || !mb_life_under_way(desk, meeting, error) || !mb_life_at(desk, arguments, meeting, &at, error) ||
        !after_opening(desk, meeting, at, error) || !close_at(desk, meeting, at, error))
        return FALSE;
    time = mb_time_text(at);
    against = against_end(meeting, at);
    mb_deed_say(answer, "%s: closed at %s%s.", name, time, against);
    if (excluded)
        mb_life_add(answer, "The public are readmitted.");
    say_left(mb_desk_dossier(desk), meeting, answer);
    mb_life_add(answer, "It stays open to writing until `meeting edit --state \"written up\"`.");
    return TRUE;
}

const MbCommand mb_command_meeting_close = {
    .name = "meeting close",
    .help = "closes a meeting: the item at hand ends, the public are readmitted",
    .example = "last --board CSP --at 12:40",
    .more = "A closed meeting stays live, with the time of its closing, until its minutes are written up.",
    .arguments = arguments_at,
    .need = MB_NEED_DEED,
    .run = meeting_close};

/* The closing becomes an adjournment until AT, or where no time is told it never was. */
static gboolean reopen(MbDesk *desk, MbMeeting *meeting, MbEvent *closed, MbTime at, GError **error)
{
    const char *item = mb_pace_current(mb_desk_dossier(desk), meeting);

    meeting->closed = MB_NO_TIME;
    meeting->state = MB_STATE_LIVE;
    if (closed && at != MB_NO_TIME) {
        closed->what = MB_EVENT_ADJOURNED;
        mb_set(&closed->item, item);
        if (!mb_deed_save(desk, closed, error) ||
            !mb_life_stamp(desk, meeting, MB_EVENT_RESUMED, at, item, NULL, NULL, error))
            return FALSE;
    } else if (closed) {
        if (!mb_deed_delete(desk, closed, error))
            return FALSE;
        mb_record_free(mb_dossier_steal(mb_desk_dossier(desk), closed));
    }
    return mb_life_settle(desk, meeting, error) && mb_deed_save(desk, meeting, error);
}

static gboolean may_reopen(MbDesk *desk, const MbMeeting *meeting, const MbEvent *closed, MbTime at, GError **error)
{
    g_autofree char *name = mb_find_meeting_name(desk, meeting);
    g_autofree char *closed_at = mb_time_text(meeting->closed);
    g_autofree char *time = mb_time_text(at);

    if (meeting->state < MB_STATE_LIVE || (meeting->state == MB_STATE_LIVE && meeting->closed == MB_NO_TIME))
        return mb_deed_refuse(error, "%s was not closed.", name);
    if (meeting->state > MB_STATE_WRITTEN_UP)
        return mb_deed_refuse(error, "%s is %s; its minutes have left the desk, and it is not reopened.", name,
                              mb_meeting_state_words[meeting->state]);
    if (at != MB_NO_TIME && closed && mb_pace_minute(meeting, at) < mb_pace_minute(meeting, closed->at))
        return mb_deed_refuse(error, "--at: %s is before %s, when %s closed.", time, closed_at, name);
    return TRUE;
}

static gboolean meeting_reopen(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_life_meeting(desk, arguments, error);
    g_autofree char *name = meeting ? mb_find_meeting_name(desk, meeting) : NULL;
    MbEvent *closed = meeting ? mb_life_last(desk, meeting, MB_EVENT_CLOSED) : NULL;
    g_autofree char *was = meeting ? mb_time_text(meeting->closed) : NULL;
    g_autofree char *time = NULL;
    MbTime at = MB_NO_TIME;

    if (!meeting || (mb_argument(arguments, "--at") && !mb_life_at(desk, arguments, meeting, &at, error)) ||
        !may_reopen(desk, meeting, closed, at, error) || !reopen(desk, meeting, closed, at, error))
        return FALSE;
    time = mb_time_text(at);
    if (*time && *was)
        mb_deed_say(answer, "%s: reopened at %s; from %s until then it counts as adjourned.", name, time, was);
    else
        mb_deed_say(answer, "%s: under way again; its closing%s%s is taken back.", name, *was ? " at " : "", was);
    return TRUE;
}

static const MbArgument reopen_arguments[] = {
    MB_MEETING_ARGUMENT,
    {.name = "--at", .value = "HH:MM", .help = "it went on then, and was adjourned until then; else it never closed"},
    MB_BOARD_OPTION,
    {.name = NULL}};
const MbCommand mb_command_meeting_reopen = {.name = "meeting reopen",
                                             .help = "takes back the closing of a meeting that is not out of hand yet",
                                             .example = "last --board CSP",
                                             .arguments = reopen_arguments,
                                             .need = MB_NEED_DEED,
                                             .run = meeting_reopen};
