/* SPDX-License-Identifier: MIT */
/* The draft from end to end; its parts are draft_due.c, draft_arising.c, draft_merge.c and draft_order.c. */
#include "minutebook/clerk/draft.h"

#include "draft_private.h"
#include "minutebook/clerk/number.h"
#include "minutebook/model/board.h"

#include <string.h>

Proposal *mb_draft_proposal_new(Rank rank)
{
    Proposal *proposal = g_new0(Proposal, 1);

    proposal->rank = rank;
    proposal->parts = g_ptr_array_new_with_free_func(mb_draft_proposal_free);
    return proposal;
}

void mb_draft_proposal_free(gpointer data)
{
    Proposal *proposal = data;

    mb_record_free(proposal->want);
    g_ptr_array_unref(proposal->parts);
    g_free(proposal);
}

void mb_draft_note(Draft *draft, gpointer record)
{
    if (!g_ptr_array_find(draft->changed, record, NULL))
        g_ptr_array_add(draft->changed, record);
}

gboolean mb_draft_is_out(const Draft *draft)
{
    return draft->meeting->state >= MB_STATE_CALLED && draft->meeting->state != MB_STATE_CANCELLED;
}

const MbRestriction *mb_draft_restriction(const MbDossier *dossier, const char *field, const char *id)
{
    g_autoptr(GPtrArray) restrictions = mb_dossier_of(dossier, &MB_RESTRICTION, field, id);

    for (guint i = 0; i < restrictions->len; i++) {
        const MbRestriction *restriction = restrictions->pdata[i];
        if (restriction->lifted_on == MB_NO_DAY)
            return restriction;
    }
    return NULL;
}

static int by_position(gconstpointer a, gconstpointer b)
{
    const MbItem *first = *(const MbItem *const *)a;
    const MbItem *second = *(const MbItem *const *)b;

    return (first->position > second->position) - (first->position < second->position);
}

void mb_draft_agenda(MbDossier *dossier, const MbRules *rules, const MbMeeting *meeting, GPtrArray *changed, GPtrArray *gone)
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
