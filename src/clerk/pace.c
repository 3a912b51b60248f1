/* SPDX-License-Identifier: MIT */
/* How long and in what order. What the events say of each item is written into it by pace_items.c. */
#include "minutebook/clerk/pace.h"

#include "minutebook/clerk/number.h"

static int by_position(gconstpointer a, gconstpointer b)
{
    return (*(MbEvent *const *)a)->position - (*(MbEvent *const *)b)->position;
}

GPtrArray *mb_pace_events(const MbDossier *dossier, const MbMeeting *meeting)
{
    GPtrArray *events = mb_dossier_of(dossier, &MB_EVENT, "meeting", meeting->id);

    g_ptr_array_sort(events, by_position);
    return events;
}

gboolean mb_pace_under_way(const MbMeeting *meeting)
{
    return meeting->state == MB_STATE_LIVE && meeting->closed == MB_NO_TIME;
}

/* Nobody opens a meeting six hours early; one that runs past midnight is reckoned on. */
int mb_pace_minute(const MbMeeting *meeting, MbTime time)
{
    int span;

    if (meeting->starts == MB_NO_TIME)
        return time;
    span = mb_time_span(meeting->starts, time);
    return span > 18 * 60 ? span - 24 * 60 : span;
}

const char *mb_pace_current(const MbDossier *dossier, const MbMeeting *meeting)
{
    return mb_pace_item_at(dossier, meeting, MB_NO_TIME);
}

const char *mb_pace_item_at(const MbDossier *dossier, const MbMeeting *meeting, MbTime at)
{
    g_autoptr(GPtrArray) events = mb_pace_events(dossier, meeting);

    for (guint i = events->len; i-- > 0;) {
        const MbEvent *event = events->pdata[i];

        if (event->what == MB_EVENT_ITEM_TAKEN && (at == MB_NO_TIME || event->at == MB_NO_TIME ||
                                                   mb_pace_minute(meeting, event->at) <= mb_pace_minute(meeting, at)))
            return event->item;
    }
    return NULL;
}

static const char *text_of(const MbDossier *dossier, const char *id)
{
    const MbItem *item = mb_dossier_find(dossier, &MB_ITEM, id);

    return item && item->taken_with ? item->taken_with : id;
}

gboolean mb_pace_taken(const MbDossier *dossier, const MbMeeting *meeting, const char *item)
{
    g_autoptr(GPtrArray) events = mb_pace_events(dossier, meeting);

    for (guint i = 0; i < events->len; i++) {
        const MbEvent *event = events->pdata[i];

        if (event->what == MB_EVENT_ITEM_TAKEN &&
            (g_strcmp0(event->item, item) == 0 || g_strcmp0(event->item, text_of(dossier, item)) == 0))
            return TRUE;
    }
    return FALSE;
}

/* The clock runs from one event to the next: for the item taken last, and not while adjourned. */
typedef struct {
    const char *wanted;
    const char *current;
    MbTime since; /* MB_NO_TIME: the clock stands */
    int used;
} Clock;

static void count_until(Clock *clock, MbTime at)
{
    if (clock->since != MB_NO_TIME && at != MB_NO_TIME && g_strcmp0(clock->current, clock->wanted) == 0)
        clock->used += mb_time_span(clock->since, at);
}

static void follow(Clock *clock, const MbEvent *event)
{
    switch (event->what) {
    case MB_EVENT_ITEM_TAKEN:
        count_until(clock, event->at);
        clock->current = event->item;
        clock->since = event->at;
        break;
    case MB_EVENT_ADJOURNED:
    case MB_EVENT_CLOSED:
        count_until(clock, event->at);
        clock->since = MB_NO_TIME;
        break;
    case MB_EVENT_RESUMED:
        clock->since = event->at;
        break;
    default:
        break;
    }
}

int mb_pace_used(const MbDossier *dossier, const MbMeeting *meeting, const char *item, MbTime now)
{
    g_autoptr(GPtrArray) events = mb_pace_events(dossier, meeting);
    Clock clock = {.wanted = item, .since = MB_NO_TIME};

    if (!item)
        return 0;
    for (guint i = 0; i < events->len; i++)
        follow(&clock, events->pdata[i]);
    /* A clock that was set a minute ahead by hand does not run for a day. */
    if (clock.since != MB_NO_TIME && now != MB_NO_TIME && mb_time_span(clock.since, now) < 18 * 60)
        count_until(&clock, now);
    return clock.used;
}

/* Whether FIRST happened after the last SECOND. */
static gboolean stands(const MbDossier *dossier, const MbMeeting *meeting, int first, int second)
{
    g_autoptr(GPtrArray) events = mb_pace_events(dossier, meeting);
    gboolean is = FALSE;

    for (guint i = 0; i < events->len; i++) {
        const MbEvent *event = events->pdata[i];

        if (event->what == first || event->what == second)
            is = event->what == first;
    }
    return is;
}

gboolean mb_pace_adjourned(const MbDossier *dossier, const MbMeeting *meeting)
{
    return stands(dossier, meeting, MB_EVENT_ADJOURNED, MB_EVENT_RESUMED);
}

gboolean mb_pace_excluded(const MbDossier *dossier, const MbMeeting *meeting)
{
    return stands(dossier, meeting, MB_EVENT_PUBLIC_EXCLUDED, MB_EVENT_PUBLIC_READMITTED);
}

/* Minutes allotted to ITEM and to what is taken together with it; MB_NO_INT where none are. */
static int allotted(const MbDossier *dossier, const MbItem *item)
{
    g_autoptr(GPtrArray) others = mb_dossier_of(dossier, &MB_ITEM, "taken_with", item->id);
    int minutes = item->minutes;

    for (guint i = 0; i < others->len; i++) {
        const MbItem *other = others->pdata[i];

        if (other->minutes != MB_NO_INT && !other->dropped)
            minutes = minutes == MB_NO_INT ? other->minutes : minutes + other->minutes;
    }
    return minutes;
}

/* Minutes that ITEM still needs by its allotment. */
static int left_of(const MbDossier *dossier, const MbMeeting *meeting, const MbItem *item, const char *current,
                   MbTime now)
{
    int minutes = allotted(dossier, item);

    if (minutes == MB_NO_INT || item->carried_forward || item->deferred_to || item->taken_with)
        return 0;
    if (g_strcmp0(item->id, current) == 0)
        return MAX(0, minutes - mb_pace_used(dossier, meeting, item->id, now));
    return mb_pace_taken(dossier, meeting, item->id) ? 0 : minutes;
}

MbPace mb_pace_at(const MbDossier *dossier, const MbMeeting *meeting, MbTime now)
{
    g_autoptr(GPtrArray) items = mb_number_items(dossier, meeting->id);
    const char *current = mb_pace_current(dossier, meeting);
    MbPace pace = {.forecast = MB_NO_TIME};

    for (guint i = 0; i < items->len; i++)
        pace.planned_left += left_of(dossier, meeting, items->pdata[i], current, now);
    if (meeting->ends == MB_NO_TIME || now == MB_NO_TIME)
        return pace;
    /* Past the end the span would wrap: more than twelve hours ahead means past. */
    pace.time_left = mb_time_span(now, meeting->ends);
    if (pace.time_left > 12 * 60)
        pace.time_left -= 24 * 60;
    pace.forecast = mb_time_add(now, pace.planned_left);
    pace.over = pace.planned_left - pace.time_left;
    return pace;
}
