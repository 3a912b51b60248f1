/* SPDX-License-Identifier: MIT */
/* The draft from end to end; its parts are draft_due.c, draft_arising.c, draft_merge.c and draft_order.c. */
#include "minutebook/clerk/draft.h"

#include "draft_private.h"
#include "minutebook/clerk/number.h"

#include <string.h>

static int by_position(gconstpointer a, gconstpointer b)
{
    const MbItem *first = *(const MbItem *const *)a;
    const MbItem *second = *(const MbItem *const *)b;

    return (first->position > second->position) - (first->position < second->position);
}

void mb_draft_agenda(MbDossier *dossier, const MbRules *rules, const MbMeeting *meeting, GPtrArray *changed,
                     GPtrArray *gone)
{
    const MbBoard *board = mb_dossier_find(dossier, &MB_BOARD, meeting->board);
    g_autoptr(GPtrArray) proposals = g_ptr_array_new_with_free_func(mb_draft_proposal_free);
    g_autoptr(GPtrArray) before = mb_dossier_of(dossier, &MB_ITEM, "meeting", meeting->id);
    g_autoptr(GHashTable) claimed = g_hash_table_new(NULL, NULL);
    Draft draft = {
        .dossier = dossier,
        .rules = rules,
        .meeting = meeting,
        .restricted_last = board && board->restricted_last,
        .proposals = proposals,
        .before = before,
        .claimed = claimed,
        .changed = changed,
        .gone = gone,
    };

    if (meeting->state >= MB_STATE_LIVE && meeting->state != MB_STATE_CANCELLED)
        return;
    g_ptr_array_sort(before, by_position);
    mb_draft_propose_due(&draft);
    mb_draft_match(&draft);
    mb_draft_propose_arising(&draft);
    mb_draft_match(&draft);
    mb_draft_apply(&draft);
    mb_draft_order(&draft);
    mb_number_agenda(dossier, meeting, changed);
}
