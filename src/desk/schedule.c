/* SPDX-License-Identifier: MIT */
#include "schedule.h"

#include "deed.h"

#include "minutebook/clerk/number.h"
#include "minutebook/clerk/recur.h"
#include "minutebook/store/dossier.h"

gboolean mb_schedule_entries(MbDesk *desk, const char *board, MbDay day, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) made = g_ptr_array_new();
    g_autoptr(GPtrArray) plans = NULL;

    if (!mb_store_dossier_board(mb_desk_book(desk), dossier, board, error) ||
        !mb_store_dossier_plan(mb_desk_book(desk), dossier, board, day, day, error))
        return FALSE;
    plans = mb_dossier_of(dossier, &MB_PLAN, "board", board);
    for (guint i = 0; i < plans->len; i++) {
        const MbPlan *plan = plans->pdata[i];

        if (!mb_store_dossier_meetings(mb_desk_book(desk), dossier, board, plan->since, plan->until, error))
            return FALSE;
        mb_recur_entries(dossier, plan, made);
    }
    return mb_deed_save_all(desk, made, NULL, error);
}

gboolean mb_schedule_follow(MbDesk *desk, const MbMeeting *meeting, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) due = NULL;

    if (!mb_store_dossier_open_actions(mb_desk_book(desk), dossier, meeting->board, error))
        return FALSE;
    due = mb_dossier_of(dossier, &MB_ACTION, "due_meeting", meeting->id);
    for (guint i = 0; i < due->len; i++)
        ((MbAction *)due->pdata[i])->due = meeting->day;
    return mb_deed_save_all(desk, due, NULL, error);
}

gboolean mb_schedule_freeze(MbDesk *desk, const MbMeeting *meeting, GError **error)
{
    g_autoptr(GPtrArray) items = NULL;

    if (meeting->state < MB_STATE_CALLED || meeting->state == MB_STATE_CANCELLED)
        return TRUE;
    items = mb_dossier_of(mb_desk_dossier(desk), &MB_ITEM, "meeting", meeting->id);
    for (guint i = 0; i < items->len; i++)
        ((MbItem *)items->pdata[i])->number_kept = TRUE;
    return mb_deed_save_all(desk, items, NULL, error);
}

gboolean mb_schedule_renumber(MbDesk *desk, const MbMeeting *meeting, GError **error)
{
    g_autoptr(GPtrArray) changed = g_ptr_array_new();

    mb_number_agenda(mb_desk_dossier(desk), meeting, changed);
    return mb_deed_save_all(desk, changed, NULL, error);
}
