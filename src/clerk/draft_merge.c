/* SPDX-License-Identifier: MIT */
/* How what is due meets the agenda as it stands: items are found again by what they came from, changed only where
 * nobody changed them by hand, and taken away only while nothing hangs on them. */
#include "draft_private.h"
#include "minutebook/base/text.h"
#include "minutebook/clerk/draft.h"
#include "minutebook/model/by_hand.h"
#include "minutebook/model/nouns.h"

static gboolean stands_for(const MbItem *item, const MbItem *want)
{
    if (want->entry && g_strcmp0(item->entry, want->entry) == 0)
        return TRUE;
    if (want->carried_from && !item->entry && g_strcmp0(item->carried_from, want->carried_from) == 0)
        return TRUE;
    if (want->approves)
        return g_strcmp0(item->approves, want->approves) == 0;
    return want->source == MB_SOURCE_MATTERS_ARISING && item->source == want->source && !item->approves &&
           item->matters_arising == want->matters_arising;
}

/* An item put on the agenda by hand, or by a paper that was read in, that is plainly the same. */
static gboolean is_namesake(const MbItem *item, const MbItem *want, const char *parent)
{
    return item->source == MB_SOURCE_ADDED && !item->entry && !item->carried_from && !item->approves &&
           !item->dropped && g_strcmp0(item->parent, parent) == 0 && item->title && want->title &&
           mb_text_same(item->title, want->title);
}

static MbItem *find_item(const Draft *draft, const MbItem *want, const char *parent)
{
    for (guint i = 0; i < draft->before->len; i++)
        if (!g_hash_table_contains(draft->claimed, draft->before->pdata[i]) &&
            stands_for(draft->before->pdata[i], want))
            return draft->before->pdata[i];
    for (guint i = 0; i < draft->before->len; i++)
        if (!g_hash_table_contains(draft->claimed, draft->before->pdata[i]) &&
            is_namesake(draft->before->pdata[i], want, parent))
            return draft->before->pdata[i];
    return NULL;
}

static void match_all(Draft *draft, GPtrArray *proposals, const char *parent)
{
    for (guint i = 0; i < proposals->len; i++) {
        Proposal *proposal = proposals->pdata[i];

        if (!proposal->item && proposal->want)
            proposal->item = find_item(draft, proposal->want, parent);
        if (proposal->item)
            g_hash_table_add(draft->claimed, proposal->item);
        match_all(draft, proposal->parts, proposal->item ? proposal->item->id : "");
    }
}

void mb_draft_match(Draft *draft)
{
    match_all(draft, draft->proposals, NULL);
}

/* Sets a field of ITEM as WANT has it, unless it was changed by hand. */
static gboolean follow(MbItem *item, const MbItem *want, const char *name, const char *unless)
{
    const MbField *field = mb_noun_field(&MB_ITEM, name);
    g_autofree char *before = mb_field_text(field, item);
    g_autofree char *now = mb_field_text(field, want);

    if (g_strcmp0(before, now) == 0 || mb_by_hand(item->by_hand, unless))
        return FALSE;
    return mb_field_set_text(field, item, now);
}

static gboolean link_only(MbItem *item, const MbItem *want)
{
    gboolean changed = FALSE;

    if (want->entry && !item->entry) {
        mb_set(&item->entry, want->entry);
        changed = TRUE;
    }
    if (want->carried_from && !item->carried_from) {
        mb_set(&item->carried_from, want->carried_from);
        changed = TRUE;
    }
    return changed;
}

static void update_item(Draft *draft, MbItem *item, const MbItem *want, const MbItem *parent)
{
    static const char *const names[] = {"title",         "purpose",         "minutes", "paper",
                                        "standing_text", "matters_arising", "source",  NULL};
    gboolean changed = link_only(item, want);

    if (item->source != MB_SOURCE_ADDED)
        for (guint i = 0; names[i]; i++)
            changed |= follow(item, want, names[i], names[i]);
    if (item->source != MB_SOURCE_ADDED && !mb_by_hand(item->by_hand, "position")) {
        changed |= follow(item, want, "lettered", "position");
        if (g_strcmp0(item->parent, parent ? parent->id : NULL) != 0) {
            mb_set(&item->parent, parent ? parent->id : NULL);
            changed = TRUE;
        }
    }
    if (changed)
        mb_draft_note(draft, item);
}

static MbItem *make_item(Draft *draft, const MbItem *want, const MbItem *parent)
{
    MbItem *item = mb_dossier_add(draft->dossier, mb_record_copy(want));

    mb_set(&item->meeting, draft->meeting->id);
    mb_set(&item->parent, parent ? parent->id : NULL);
    mb_draft_note(draft, item);
    return item;
}

static int by_position(const MbField *field, gconstpointer a, gconstpointer b)
{
    int first = *(const int *)((const char *)a + field->offset);
    int second = *(const int *)((const char *)b + field->offset);

    return (first > second) - (first < second);
}

static int presenter_order(gconstpointer a, gconstpointer b)
{
    return by_position(mb_noun_field(&MB_PRESENTER, "position"), *(const MbPresenter *const *)a,
                       *(const MbPresenter *const *)b);
}

static int recommendation_order(gconstpointer a, gconstpointer b)
{
    return by_position(mb_noun_field(&MB_RECOMMENDATION, "position"), *(const MbRecommendation *const *)a,
                       *(const MbRecommendation *const *)b);
}

static int lead_order(gconstpointer a, gconstpointer b)
{
    return by_position(mb_noun_field(&MB_ENTRY_LEAD, "position"), *(const MbEntryLead *const *)a,
                       *(const MbEntryLead *const *)b);
}

static int line_recommendation_order(gconstpointer a, gconstpointer b)
{
    return by_position(mb_noun_field(&MB_LINE_RECOMMENDATION, "position"), *(const MbLineRecommendation *const *)a,
                       *(const MbLineRecommendation *const *)b);
}

static GPtrArray *sorted(const MbDossier *dossier, const MbNoun *noun, const char *field, const char *id,
                         GCompareFunc order)
{
    GPtrArray *records = mb_dossier_of(dossier, noun, field, id);

    g_ptr_array_sort(records, order);
    return records;
}

static void present(Draft *draft, const MbItem *item, MbPresenter *presenter, const char *person, const char *name,
                    guint position)
{
    if (presenter && g_strcmp0(presenter->person, person) == 0 && g_strcmp0(presenter->name, name) == 0)
        return;
    if (!presenter) {
        presenter = mb_dossier_new_record(draft->dossier, &MB_PRESENTER);
        mb_set(&presenter->item, item->id);
        presenter->position = (int)position;
    }
    mb_set(&presenter->person, person);
    mb_set(&presenter->name, name);
    mb_draft_note(draft, presenter);
}

static void drop_from(Draft *draft, const GPtrArray *records, guint index)
{
    for (; index < records->len; index++)
        g_ptr_array_add(draft->gone, records->pdata[index]);
}

/* Presenters: the leads of the plan, or who was to present what is carried over. */
static void follow_presenters(Draft *draft, const Proposal *proposal, const MbItem *item)
{
    g_autoptr(GPtrArray) presenters = sorted(draft->dossier, &MB_PRESENTER, "item", item->id, presenter_order);
    g_autoptr(GPtrArray) wanted = NULL;

    if (mb_by_hand(item->by_hand, "presenter") || mb_by_hand(item->by_hand, "presenters") ||
        (!proposal->entry && !proposal->carried))
        return;
    wanted = proposal->entry ? sorted(draft->dossier, &MB_ENTRY_LEAD, "entry", proposal->entry->id, lead_order)
                             : sorted(draft->dossier, &MB_PRESENTER, "item", proposal->carried->id, presenter_order);
    for (guint i = 0; i < wanted->len; i++) {
        const MbEntryLead *lead = proposal->entry ? wanted->pdata[i] : NULL;
        const MbPresenter *old = proposal->entry ? NULL : wanted->pdata[i];

        present(draft, item, i < presenters->len ? presenters->pdata[i] : NULL, lead ? lead->person : old->person,
                lead ? lead->name : old->name, i);
    }
    drop_from(draft, presenters, wanted->len);
}

static void recommend(Draft *draft, const MbItem *item, MbRecommendation *recommendation, const char *text,
                      guint position)
{
    if (recommendation && g_strcmp0(recommendation->text, text) == 0)
        return;
    if (!recommendation) {
        recommendation = mb_dossier_new_record(draft->dossier, &MB_RECOMMENDATION);
        mb_set(&recommendation->item, item->id);
        recommendation->position = (int)position;
    }
    mb_set(&recommendation->text, text);
    mb_draft_note(draft, recommendation);
}

static void follow_recommendations(Draft *draft, const Proposal *proposal, const MbItem *item)
{
    g_autoptr(GPtrArray) here = sorted(draft->dossier, &MB_RECOMMENDATION, "item", item->id, recommendation_order);
    g_autoptr(GPtrArray) wanted = NULL;
    const char *line = proposal->entry ? proposal->entry->line : NULL;

    if (mb_by_hand(item->by_hand, "recommendation") || mb_by_hand(item->by_hand, "recommendations") ||
        (!line && !proposal->carried))
        return;
    wanted = line ? sorted(draft->dossier, &MB_LINE_RECOMMENDATION, "line", line, line_recommendation_order)
                  : sorted(draft->dossier, &MB_RECOMMENDATION, "item", proposal->carried->id, recommendation_order);
    for (guint i = 0; i < wanted->len; i++)
        recommend(draft, item, i < here->len ? here->pdata[i] : NULL,
                  line ? ((const MbLineRecommendation *)wanted->pdata[i])->text
                       : ((const MbRecommendation *)wanted->pdata[i])->text,
                  i);
    drop_from(draft, here, wanted->len);
}

/* What the plan, or the item carried over, withholds. FALSE where nothing. The texts are borrowed. */
static gboolean restriction_wanted(const Draft *draft, const Proposal *proposal, MbRestriction *want)
{
    const MbRestriction *from =
        proposal->entry ? mb_draft_restriction(draft->dossier, "entry", proposal->entry->id) : NULL;

    if (!from && proposal->carried)
        from = mb_draft_restriction(draft->dossier, "item", proposal->carried->id);
    *want = (MbRestriction){0};
    if (from)
        *want = *from;
    else if (proposal->entry && proposal->entry->restricted)
        *want = (MbRestriction){.paragraph = proposal->entry->paragraph,
                                .reason = proposal->entry->reason,
                                .public_title = proposal->entry->public_title};
    else
        return FALSE;
    return TRUE;
}

/* A draft withholds and never discloses: a restriction is made or follows the plan's words, but only a person lifts it.
 */
static void follow_restriction(Draft *draft, const Proposal *proposal, const MbItem *item)
{
    MbRestriction *here = mb_dossier_first(draft->dossier, &MB_RESTRICTION, "item", item->id);
    MbRestriction want;

    if (!restriction_wanted(draft, proposal, &want) || mb_by_hand(item->by_hand, "restricted") ||
        mb_by_hand(item->by_hand, "restriction"))
        return;
    if (here &&
        (here->lifted_on != MB_NO_DAY ||
         (g_strcmp0(here->paragraph, want.paragraph) == 0 && g_strcmp0(here->reason, want.reason) == 0 &&
          g_strcmp0(here->public_title, want.public_title) == 0 && g_strcmp0(here->audience, want.audience) == 0)))
        return;
    if (!here) {
        here = mb_dossier_new_record(draft->dossier, &MB_RESTRICTION);
        mb_set(&here->item, item->id);
    }
    mb_set(&here->paragraph, want.paragraph);
    mb_set(&here->reason, want.reason);
    mb_set(&here->public_title, want.public_title);
    mb_set(&here->audience, want.audience);
    mb_draft_note(draft, here);
}

/* What is nested in an item that was taken off the agenda stays off with it. */
static void claim_nested(Draft *draft, const MbItem *item)
{
    for (guint i = 0; i < draft->before->len; i++) {
        MbItem *nested = draft->before->pdata[i];
        if (g_strcmp0(nested->parent, item->id) == 0 && g_hash_table_add(draft->claimed, nested))
            claim_nested(draft, nested);
    }
}

static void apply_to_item(Draft *draft, Proposal *proposal, const MbItem *parent)
{
    gboolean made = !proposal->item;
    gboolean added = proposal->item && proposal->item->source == MB_SOURCE_ADDED;

    if (made)
        proposal->item = make_item(draft, proposal->want, parent);
    else if (draft->meeting->state >= MB_STATE_LIVE && draft->meeting->state != MB_STATE_CANCELLED)
        return;
    else
        update_item(draft, proposal->item, proposal->want, parent);
    if (!added) {
        follow_presenters(draft, proposal, proposal->item);
        follow_recommendations(draft, proposal, proposal->item);
    }
    follow_restriction(draft, proposal, proposal->item);
}

static void apply_all(Draft *draft, GPtrArray *proposals, const MbItem *parent)
{
    for (guint i = 0; i < proposals->len; i++) {
        Proposal *proposal = proposals->pdata[i];

        if (proposal->item && proposal->item->dropped) {
            claim_nested(draft, proposal->item);
            continue;
        }
        if (proposal->want)
            apply_to_item(draft, proposal, parent);
        apply_all(draft, proposal->parts, proposal->item);
    }
}

/* Whether a record of the book other than its own presenters, recommendations, restrictions and nested items hangs on
 * ITEM. */
static gboolean is_referred_to(const MbDossier *dossier, const MbItem *item)
{
    for (guint n = 0; mb_nouns[n]; n++) {
        if (mb_nouns[n] == &MB_PRESENTER || mb_nouns[n] == &MB_RECOMMENDATION || mb_nouns[n] == &MB_RESTRICTION)
            continue;
        for (const MbField *field = mb_nouns[n]->fields; field->name; field++)
            if (field->target == &MB_ITEM && !(mb_nouns[n] == &MB_ITEM && g_str_equal(field->name, "parent")) &&
                mb_dossier_first(dossier, mb_nouns[n], field->name, item->id))
                return TRUE;
    }
    return FALSE;
}

static gboolean may_go(const Draft *draft, const MbItem *item)
{
    g_autoptr(GPtrArray) nested = NULL;

    if (g_hash_table_contains(draft->claimed, item) || item->source == MB_SOURCE_ADDED || item->by_hand ||
        item->dropped || is_referred_to(draft->dossier, item))
        return FALSE;
    nested = mb_dossier_of(draft->dossier, &MB_ITEM, "parent", item->id);
    for (guint i = 0; i < nested->len; i++)
        if (!may_go(draft, nested->pdata[i]))
            return FALSE;
    return TRUE;
}

static void let_go(Draft *draft, MbItem *item)
{
    static const MbNoun *const own[] = {&MB_PRESENTER, &MB_RECOMMENDATION, &MB_RESTRICTION};
    g_autoptr(GPtrArray) nested = mb_dossier_of(draft->dossier, &MB_ITEM, "parent", item->id);

    if (!g_hash_table_add(draft->claimed, item))
        return;
    for (guint i = 0; i < nested->len; i++)
        let_go(draft, nested->pdata[i]);
    for (guint n = 0; n < G_N_ELEMENTS(own); n++) {
        g_autoptr(GPtrArray) records = mb_dossier_of(draft->dossier, own[n], "item", item->id);
        drop_from(draft, records, 0);
    }
    item->dropped = TRUE; /* it stays in the dossier until the caller deletes it, and is not to be numbered */
    g_ptr_array_add(draft->gone, item);
}

void mb_draft_apply(Draft *draft)
{
    apply_all(draft, draft->proposals, NULL);
    if (mb_draft_is_out(draft))
        return;
    for (guint i = 0; i < draft->before->len; i++)
        if (may_go(draft, draft->before->pdata[i]))
            let_go(draft, draft->before->pdata[i]);
}
