/* SPDX-License-Identifier: MIT */
#include "minutebook/clerk/timing.h"

#include "minutebook/clerk/number.h"

/* The minutes of ITEM: its own, or the sum of what is nested in it among ITEMS; MB_NO_INT where none is known. */
static int minutes_of(const GPtrArray *items, const MbItem *item)
{
    int sum = MB_NO_INT;

    if (item->minutes != MB_NO_INT)
        return item->minutes;
    for (guint i = 0; i < items->len; i++) {
        const MbItem *nested = items->pdata[i];
        int minutes = g_strcmp0(nested->parent, item->id) == 0 ? minutes_of(items, nested) : MB_NO_INT;

        if (minutes != MB_NO_INT)
            sum = MAX(sum, 0) + minutes;
    }
    return sum;
}

static gboolean is_outermost(const MbDossier *dossier, const MbItem *item)
{
    return mb_dossier_find(dossier, &MB_ITEM, item->parent) == NULL;
}

static gboolean needs_minutes(const MbDossier *dossier, const MbItem *item)
{
    return !item->dropped && !item->lettered && item->source != MB_SOURCE_MATTERS_ARISING &&
           is_outermost(dossier, item);
}

MbTiming mb_timing_of(const MbDossier *dossier, const MbMeeting *meeting)
{
    g_autoptr(GPtrArray) items = mb_number_items(dossier, meeting->id);
    MbTiming timing = {.available = mb_time_span(meeting->starts, meeting->ends)};

    for (guint i = 0; i < items->len; i++) {
        const MbItem *item = items->pdata[i];
        int minutes = is_outermost(dossier, item) ? minutes_of(items, item) : MB_NO_INT;

        timing.planned += MAX(minutes, 0);
        timing.untimed += minutes == MB_NO_INT && needs_minutes(dossier, item);
    }
    return timing;
}

gboolean mb_timing_untimed(const MbDossier *dossier, const MbItem *item)
{
    g_autoptr(GPtrArray) items = NULL;

    if (!needs_minutes(dossier, item))
        return FALSE;
    items = mb_number_items(dossier, item->meeting);
    return minutes_of(items, item) == MB_NO_INT;
}

/* The minutes of those that stand before the item at INDEX and have the same parent. */
static int minutes_before(const GPtrArray *items, guint index)
{
    const MbItem *item = items->pdata[index];
    int sum = 0;

    for (guint i = 0; i < index; i++) {
        const MbItem *other = items->pdata[i];
        if (g_strcmp0(other->parent, item->parent) == 0)
            sum += MAX(minutes_of(items, other), 0);
    }
    return sum;
}

MbTime mb_timing_starts(const MbDossier *dossier, const MbMeeting *meeting, const GPtrArray *items, guint index)
{
    const MbItem *item = items->pdata[index];
    const MbItem *parent = mb_dossier_find(dossier, &MB_ITEM, item->parent);
    MbTime start = meeting->starts;
    guint at;

    if (start == MB_NO_TIME)
        return MB_NO_TIME;
    if (parent && g_ptr_array_find((GPtrArray *)items, parent, &at) && at < index)
        start = mb_timing_starts(dossier, meeting, items, at);
    return mb_time_add(start, minutes_before(items, index));
}
