/* SPDX-License-Identifier: MIT */
/* What the events of a meeting say of its items: begun, left, in what order. */
#include "minutebook/clerk/number.h"
#include "minutebook/clerk/pace.h"

static void note_changed(GPtrArray *changed, MbItem *item)
{
    if (!g_ptr_array_find(changed, item, NULL))
        g_ptr_array_add(changed, item);
}

static void set_int(int *field, int value, MbItem *item, GPtrArray *changed)
{
    if (*field == value)
        return;
    *field = value;
    note_changed(changed, item);
}

/* When the item begun by EVENTS[AT] was left: at the next item, or when the meeting closed; MB_NO_TIME while it is at
 * hand. */
static MbTime left_at(const GPtrArray *events, guint at)
{
    for (guint i = at + 1; i < events->len; i++) {
        const MbEvent *event = events->pdata[i];

        if (event->what == MB_EVENT_ITEM_TAKEN || event->what == MB_EVENT_CLOSED)
            return event->at;
    }
    return MB_NO_TIME;
}

/* The items taken, in the order in which they were begun first. Their times are set. */
static GPtrArray *settle_times(const MbDossier *dossier, const GPtrArray *events, GPtrArray *changed)
{
    GPtrArray *order = g_ptr_array_new();

    for (guint i = 0; i < events->len; i++) {
        const MbEvent *event = events->pdata[i];
        MbItem *item = event->what == MB_EVENT_ITEM_TAKEN ? mb_dossier_find(dossier, &MB_ITEM, event->item) : NULL;

        if (!item)
            continue;
        if (!g_ptr_array_find(order, item, NULL)) {
            g_ptr_array_add(order, item);
            set_int(&item->started, event->at, item, changed);
        }
        set_int(&item->ended, left_at(events, i), item, changed);
    }
    return order;
}

static gboolean is_as_printed(const GPtrArray *printed, const GPtrArray *order)
{
    guint last = 0;

    for (guint i = 0; i < order->len; i++) {
        guint index = 0;

        g_ptr_array_find((GPtrArray *)printed, order->pdata[i], &index);
        if (i && index < last)
            return FALSE;
        last = index;
    }
    return TRUE;
}

/* What is taken together has the times of the item under which it is minuted. */
static void settle_followers(const MbDossier *dossier, const MbItem *first, GPtrArray *changed)
{
    g_autoptr(GPtrArray) others = mb_dossier_of(dossier, &MB_ITEM, "taken_with", first->id);

    for (guint i = 0; i < others->len; i++) {
        MbItem *other = others->pdata[i];

        set_int(&other->started, first->started, other, changed);
        set_int(&other->ended, first->ended, other, changed);
    }
}

void mb_pace_settle(const MbDossier *dossier, const MbMeeting *meeting, GPtrArray *changed)
{
    g_autoptr(GPtrArray) events = mb_pace_events(dossier, meeting);
    g_autoptr(GPtrArray) printed = mb_number_items(dossier, meeting->id);
    g_autoptr(GPtrArray) order = settle_times(dossier, events, changed);
    gboolean as_printed = is_as_printed(printed, order);

    for (guint i = 0; i < order->len; i++) {
        MbItem *item = order->pdata[i];

        set_int(&item->taken, as_printed ? MB_NO_INT : (int)i + 1, item, changed);
        settle_followers(dossier, item, changed);
    }
}
