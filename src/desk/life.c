/* SPDX-License-Identifier: MIT */
#include "life.h"

#include "deed.h"
#include "find.h"
#include "which.h"

#include "minutebook/base/clock.h"
#include "minutebook/clerk/pace.h"

MbMeeting *mb_life_meeting(MbDesk *desk, const MbArguments *arguments, GError **error)
{
    MbMeeting *meeting = mb_deed_meeting(desk, arguments, error);
    g_autofree char *name = meeting ? mb_find_meeting_name(desk, meeting) : NULL;

    if (!meeting)
        return NULL;
    if (meeting->state == MB_STATE_CANCELLED)
        mb_deed_refuse(error, "%s was cancelled; `meeting edit --state planned` plans it anew.", name);
    else if (meeting->state >= MB_STATE_APPROVED)
        mb_deed_refuse(error, "%s is %s; nothing more is recorded of it.", name,
                       mb_meeting_state_words[meeting->state]);
    else
        return meeting;
    return NULL;
}

gboolean mb_life_under_way(MbDesk *desk, const MbMeeting *meeting, GError **error)
{
    g_autofree char *name = mb_find_meeting_name(desk, meeting);
    g_autofree char *closed = mb_time_text(meeting->closed);

    if (mb_pace_under_way(meeting))
        return TRUE;
    if (meeting->state < MB_STATE_LIVE)
        return mb_deed_refuse(error, "%s is %s and not under way; `meeting start` opens it.", name,
                              mb_meeting_state_words[meeting->state]);
    if (meeting->state > MB_STATE_LIVE)
        return mb_deed_refuse(error, "%s is over, and %s.", name, mb_meeting_state_words[meeting->state]);
    return mb_deed_refuse(error, "%s was closed at %s; `meeting reopen` takes the closing back.", name, closed);
}

gboolean mb_life_at(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, MbTime *at, GError **error)
{
    const char *words = mb_argument(arguments, "--at");

    if (words)
        return mb_find_time(words, "--at", at, error);
    *at = mb_clock_time(mb_find_board_of(desk, meeting)->zone);
    return TRUE;
}

/* --- events --- */

MbEvent *mb_life_last(MbDesk *desk, const MbMeeting *meeting, MbEventKind what)
{
    g_autoptr(GPtrArray) events = mb_pace_events(mb_desk_dossier(desk), meeting);

    for (guint i = events->len; i-- > 0;)
        if (((MbEvent *)events->pdata[i])->what == (int)what)
            return events->pdata[i];
    return NULL;
}

/* Where an event at AT belongs among EVENTS: after all that are not later. */
static guint place_of(const MbMeeting *meeting, const GPtrArray *events, MbTime at)
{
    guint place = events->len;

    while (place > 0) {
        const MbEvent *before = events->pdata[place - 1];

        if (before->at == MB_NO_TIME || mb_pace_minute(meeting, before->at) <= mb_pace_minute(meeting, at))
            break;
        place--;
    }
    return place;
}

gboolean mb_life_stamp(MbDesk *desk, const MbMeeting *meeting, MbEventKind what, MbTime at, const char *item,
                       const char *person, const char *text, GError **error)
{
    g_autoptr(GPtrArray) events = mb_pace_events(mb_desk_dossier(desk), meeting);
    guint place = place_of(meeting, events, at);
    int position = place ? ((MbEvent *)events->pdata[place - 1])->position + 1 : 0;
    MbEvent *event = mb_dossier_new_record(mb_desk_dossier(desk), &MB_EVENT);

    mb_set(&event->meeting, meeting->id);
    mb_set(&event->item, item);
    mb_set(&event->person, person);
    mb_set(&event->text, text);
    event->what = (int)what;
    event->at = at;
    event->position = position;
    for (guint i = place; i < events->len; i++) {
        MbEvent *later = events->pdata[i];

        if (later->position > position + (int)(i - place))
            break;
        later->position = position + (int)(i - place) + 1;
        if (!mb_deed_save(desk, later, error))
            return FALSE;
    }
    return mb_deed_save(desk, event, error);
}

gboolean mb_life_settle(MbDesk *desk, const MbMeeting *meeting, GError **error)
{
    g_autoptr(GPtrArray) changed = g_ptr_array_new();

    mb_pace_settle(mb_desk_dossier(desk), meeting, changed);
    return mb_deed_save_all(desk, changed, NULL, error);
}

void mb_life_add(MbAnswer *answer, const char *format, ...)
{
    g_autofree char *before = g_strdup(answer->text);
    g_autofree char *more = NULL;
    va_list arguments;

    va_start(arguments, format);
    more = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    mb_deed_say(answer, "%s%s%s", before ? before : "", before ? " " : "", more);
}
