/* SPDX-License-Identifier: MIT */
/* The draft's working parts: what is due (draft_due.c), minutes to approve and matters arising (draft_arising.c), and
 * how that meets the agenda as it stands (draft_merge.c, draft_order.c). */
#ifndef MINUTEBOOK_CLERK_DRAFT_PRIVATE_H
#define MINUTEBOOK_CLERK_DRAFT_PRIVATE_H

#include "minutebook/model/dossier.h"
#include "minutebook/model/item.h"
#include "minutebook/model/meeting.h"
#include "minutebook/model/plan.h"
#include "minutebook/model/rules.h"

/* Where an outermost item comes, before what is changed by hand. Restricted business is apart only where the board
 * wants it last. */
typedef enum {
    RANK_OPENING,
    RANK_ARISING,
    RANK_BUSINESS,
    RANK_CARRIED,
    RANK_MOVED,
    RANK_BUSINESS_LAST,
    RANK_CARRIED_LAST,
    RANK_MOVED_LAST,
    RANK_CLOSING,
} Rank;

/* What should stand on the agenda. */
typedef struct {
    MbItem *want;          /* the item as it is proposed, owned; NULL: only its parts are proposed */
    const MbEntry *entry;  /* its leads, recommendations and restriction are taken from here … */
    const MbItem *carried; /* … or from here; borrowed */
    Rank rank;
    MbItem *item;     /* what stands for it on the agenda, once merged; borrowed */
    GPtrArray *parts; /* of Proposal, owned */
} Proposal;

typedef struct {
    MbDossier *dossier;
    const MbRules *rules;
    const MbMeeting *meeting;
    gboolean restricted_last;
    GPtrArray *proposals; /* of Proposal, outermost, in order */
    GPtrArray *before;    /* the items of the meeting as it stood, dropped ones too, by position */
    GHashTable *claimed;  /* those of them that a proposal stands for */
    GPtrArray *changed;
    GPtrArray *gone;
} Draft;

Proposal *mb_draft_proposal_new(Rank rank);
void mb_draft_proposal_free(gpointer proposal);

/* Records that RECORD is new or changed. */
void mb_draft_note(Draft *draft, gpointer record);
/* Whether the agenda is out: nothing is taken away or renumbered. */
gboolean mb_draft_is_out(const Draft *draft);
/* The whole-item restriction in force, or NULL. */
const MbRestriction *mb_draft_restriction(const MbDossier *dossier, const char *field, const char *id);

/* Fills the proposals: standing items, business, carried-over and moved items, in order. */
void mb_draft_propose_due(Draft *draft);
/* Adds, after the others are matched, the minutes to approve and matters arising. */
void mb_draft_propose_arising(Draft *draft);
/* Finds which item stands for each proposal and its parts; may be called again for what was added since. */
void mb_draft_match(Draft *draft);
/* Makes and updates items, and lists those that are no longer due. */
void mb_draft_apply(Draft *draft);
/* Gives items their places. */
void mb_draft_order(Draft *draft);

#endif
