/* SPDX-License-Identifier: MIT */
#include "minutebook/clerk/approved.h"

#include "minutebook/model/decision.h"
#include "minutebook/model/item.h"

static gboolean is_held_before(const MbMeeting *at, const MbMeeting *before)
{
    if (!at || at->state < MB_STATE_LIVE || at->state > MB_STATE_SIGNED)
        return FALSE;
    if (!before || at == before)
        return !before;
    return at->day < before->day || (at->day == before->day && at->starts < before->starts);
}

/* A chain of parents is short; the bound guards against a circle. */
static gboolean is_within(const MbDossier *dossier, const char *item, const char *outer)
{
    for (int depth = 0; item && depth < 32; depth++) {
        const MbItem *record = mb_dossier_find(dossier, &MB_ITEM, item);
        if (g_strcmp0(item, outer) == 0)
            return TRUE;
        item = record ? record->parent : NULL;
    }
    return FALSE;
}

static gboolean is_decided(const MbDossier *dossier, const MbItem *item)
{
    g_autoptr(GPtrArray) decisions = mb_dossier_of(dossier, &MB_DECISION, "meeting", item->meeting);

    for (guint i = 0; i < decisions->len; i++) {
        const MbDecision *decision = decisions->pdata[i];
        if ((decision->outcome == MB_OUTCOME_APPROVED || decision->outcome == MB_OUTCOME_AGREED) &&
            is_within(dossier, decision->item, item->id))
            return TRUE;
    }
    return FALSE;
}

gboolean mb_approved(const MbDossier *dossier, const MbMeeting *meeting, const MbMeeting *before)
{
    g_autoptr(GPtrArray) items = NULL;

    if (meeting->state == MB_STATE_APPROVED || meeting->state == MB_STATE_SIGNED)
        return TRUE;
    items = mb_dossier_of(dossier, &MB_ITEM, "approves", meeting->id);
    for (guint i = 0; i < items->len; i++) {
        const MbItem *item = items->pdata[i];
        if (!item->dropped && is_held_before(mb_dossier_find(dossier, &MB_MEETING, item->meeting), before) &&
            is_decided(dossier, item))
            return TRUE;
    }
    return FALSE;
}
