/* SPDX-License-Identifier: MIT */
/* What the text says was decided: decisions, minutes approved, corrections to them. */
#include "understand.h"

#include "decisions.h"
#include "deed.h"
#include "which.h"

#include "minutebook/base/text.h"
#include "minutebook/model/nouns.h"
#include "minutebook/store/record.h"

/* --- decisions --- */

static void set_person(char **id, char **name, const MbNamed *named)
{
    mb_set(id, named ? named->person : NULL);
    mb_set(name, named && !named->person ? named->words : NULL);
}

static void set_decision(const MbClaim *claim, MbDecision *decision)
{
    const MbReading *reading = claim->reading;

    mb_set(&decision->text, reading->text);
    decision->outcome = reading->outcome >= 0                       ? reading->outcome
                        : reading->kind == (int)MB_READ_APPROVAL ? (int)MB_OUTCOME_APPROVED
                                                                     : (int)MB_OUTCOME_AGREED;
    mb_set(&decision->condition, reading->condition);
    mb_set(&decision->body, reading->body);
    set_person(&decision->mover, &decision->mover_name, reading->mover);
    set_person(&decision->seconder, &decision->seconder_name, reading->seconder);
    decision->votes_for = reading->votes_for;
    decision->votes_against = reading->votes_against;
    decision->votes_abstained = reading->votes_abstained;
}

static MbDecision *new_decision(MbUnderstanding *u)
{
    MbDecision *decision = mb_dossier_new_record(u->dossier, &MB_DECISION);

    mb_set(&decision->board, u->board->id);
    mb_set(&decision->meeting, u->meeting->id);
    mb_set(&decision->item, u->item ? u->item->id : NULL);
    if (u->item) {
        g_autoptr(GPtrArray) siblings = mb_dossier_of(u->dossier, &MB_DECISION, "item", u->item->id);

        decision->position = mb_which_next(siblings);
    }
    return decision;
}

static gboolean make_decision(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    MbDecision *decision;

    if (!claim->reading->text)
        return TRUE;
    decision = new_decision(u);
    set_decision(claim, decision);
    return mb_mark_keep(u, mark, decision, error);
}

static gboolean follow_decision(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    MbDecision *decision = mb_mark_record(u, mark);

    if (claim->reading->text)
        set_decision(claim, decision);
    return mb_deed_save(u->desk, decision, error);
}

static gboolean withdraw_record(MbUnderstanding *u, MbMark *mark, GError **error)
{
    return mb_understand_remove(u, mb_mark_record(u, mark), error);
}

static void trace_decision(const MbUnderstanding *u, const MbMark *mark, gconstpointer record, GString *out)
{
    mb_trace_record(out, record);
    mb_trace_parts(u, out, &MB_VOTE, "decision", mark->record);
    mb_trace_parts(u, out, &MB_MOTION, "decision", mark->record);
    mb_trace_parts(u, out, &MB_DECISION, "ratifies", mark->record);
    mb_trace_parts(u, out, &MB_ACTION, "decision", mark->record);
}

static gpointer twin_decision(const MbUnderstanding *u, const MbClaim *claim)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(u->dossier, &MB_DECISION, "meeting", u->meeting->id);

    for (guint i = 0; claim->reading->text && i < all->len; i++) {
        const MbDecision *decision = all->pdata[i];

        if (g_strcmp0(decision->item, u->item ? u->item->id : NULL) == 0 && decision->text &&
            mb_text_same(decision->text, claim->reading->text))
            return all->pdata[i];
    }
    return NULL;
}

/* "resolved 7–2–1", "agreed". */
static char *decision_shown(const MbUnderstanding *u, const MbClaim *claim, const MbMark *mark, gconstpointer record)
{
    const MbDecision *decision = record;
    int outcome = decision ? decision->outcome : claim && claim->reading->outcome >= 0 ? claim->reading->outcome : 0;

    (void)u;
    (void)mark;
    if (decision && decision->votes_for != MB_NO_INT && decision->votes_against != MB_NO_INT)
        return g_strdup_printf("%s %d–%d–%d", mb_outcome_words[outcome], decision->votes_for, decision->votes_against,
                               MAX(decision->votes_abstained, 0));
    return g_strdup(mb_outcome_words[outcome]);
}

const MbFamily mb_family_decision = {
    .twin = twin_decision,
    .make = make_decision,
    .follow = follow_decision,
    .withdraw = withdraw_record,
    .trace = trace_decision,
    .shown = decision_shown,
};
