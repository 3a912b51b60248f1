/* SPDX-License-Identifier: MIT */
#include "check_year.h"

static gboolean is_ours(const MbCase *c, const char *board)
{
    return c->board && g_strcmp0(board, c->board->id) == 0;
}

static gboolean holds(const MbPlan *plan, MbDay day)
{
    return day != MB_NO_DAY && (plan->since == MB_NO_DAY || plan->since <= day) &&
           (plan->until == MB_NO_DAY || plan->until >= day);
}

gboolean mb_year_wants_plan(const MbCase *c, const MbPlan *plan)
{
    if (!plan || !is_ours(c, plan->board))
        return FALSE;
    return c->meeting ? holds(plan, c->meeting->day) : plan->until == MB_NO_DAY || plan->until >= c->today;
}

static gint by_day(gconstpointer a, gconstpointer b)
{
    const MbMeeting *left = *(const MbMeeting *const *)a;
    const MbMeeting *right = *(const MbMeeting *const *)b;

    return left->day != right->day ? (left->day > right->day) - (left->day < right->day)
                                   : (left->starts > right->starts) - (left->starts < right->starts);
}

GPtrArray *mb_year_meetings(const MbCase *c, const MbPlan *plan)
{
    GPtrArray *all = mb_dossier_all(c->dossier, &MB_MEETING);
    GPtrArray *found = g_ptr_array_new();

    for (guint i = 0; i < all->len; i++) {
        const MbMeeting *meeting = all->pdata[i];
        if (is_ours(c, meeting->board) && holds(plan, meeting->day) && meeting->state != MB_STATE_CANCELLED)
            g_ptr_array_add(found, all->pdata[i]);
    }
    g_ptr_array_sort(found, by_day);
    return found;
}

const MbPlan *mb_year_plan(const MbCase *c, const MbEntry *entry)
{
    return mb_dossier_find(c->dossier, &MB_PLAN, entry->plan);
}

/* Of an entry added by hand only its meeting tells whether it is of today's concern. */
static gboolean wants_entry(const MbCase *c, const MbEntry *entry)
{
    const MbMeeting *meeting = mb_dossier_find(c->dossier, &MB_MEETING, entry->meeting);

    if (!is_ours(c, entry->board) || entry->state == MB_ENTRY_DROPPED || !entry->title)
        return FALSE;
    if (c->meeting)
        return g_strcmp0(entry->meeting, c->meeting->id) == 0;
    return entry->plan ? mb_year_wants_plan(c, mb_year_plan(c, entry)) : !meeting || meeting->state <= MB_STATE_CALLED;
}

GPtrArray *mb_year_entries(const MbCase *c)
{
    GPtrArray *all = mb_dossier_all(c->dossier, &MB_ENTRY);
    GPtrArray *found = g_ptr_array_new();

    for (guint i = 0; i < all->len; i++)
        if (wants_entry(c, all->pdata[i]))
            g_ptr_array_add(found, all->pdata[i]);
    return found;
}

char *mb_year_place(const MbCase *c, const MbEntry *entry)
{
    return mb_case_plan_place(c, mb_year_plan(c, entry), entry->title);
}
