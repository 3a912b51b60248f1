/* SPDX-License-Identifier: MIT */
/* Proposals, and what the steps of a draft share. */
#include "draft_private.h"

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
