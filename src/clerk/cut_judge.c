/* SPDX-License-Identifier: MIT */
/* What is withheld from an audience. Where a link leads to nothing that could be looked at, the public does not get
 * what hangs on it. */
#include "cut_private.h"

#include "minutebook/base/text.h"

#include <string.h>

#define DEEPEST 1000

static gboolean in_force(const MbJudge *judge, const MbRestriction *restriction)
{
    if (restriction->lifted_on != MB_NO_DAY && restriction->lifted_on <= judge->today)
        return FALSE;
    return judge->audience == MB_CUT_PUBLIC ||
           restriction->audience; /* members may see all but what is kept to a list */
}

static const char *restricted_id(const MbRestriction *restriction)
{
    const char *const ids[] = {restriction->item, restriction->entry, restriction->paper, restriction->minute,
                               restriction->action};

    for (guint i = 0; i < G_N_ELEMENTS(ids); i++)
        if (ids[i])
            return ids[i];
    return NULL;
}

static void add_to_list(GHashTable *lists, const char *key, gpointer entry)
{
    GPtrArray *list = g_hash_table_lookup(lists, key);

    if (!list) {
        list = g_ptr_array_new();
        g_hash_table_insert(lists, (gpointer)key, list);
    }
    g_ptr_array_add(list, entry);
}

static void gather_restrictions(MbJudge *judge)
{
    GPtrArray *all = mb_dossier_all(judge->dossier, &MB_RESTRICTION);

    for (guint i = 0; i < all->len; i++) {
        MbRestriction *restriction = all->pdata[i];
        const char *id = restricted_id(restriction);
        const MbRestriction *other = id ? g_hash_table_lookup(judge->in_force, id) : NULL;

        if (!id)
            continue;
        if (!in_force(judge, restriction))
            g_hash_table_add(judge->lifted, (gpointer)id);
        else if (restriction->minute && restriction->start != MB_NO_INT)
            add_to_list(judge->spans, id, restriction);
        else if (!other || (!other->paragraph && restriction->paragraph))
            g_hash_table_insert(judge->in_force, (gpointer)id, restriction);
    }
}

static void gather_entries(MbJudge *judge)
{
    GPtrArray *items = mb_dossier_all(judge->dossier, &MB_ITEM);

    for (guint i = 0; i < items->len; i++) {
        MbItem *item = items->pdata[i];

        if (item->entry)
            add_to_list(judge->entries, item->entry, item);
    }
}

const MbRestriction *mb_judge_restriction(const MbJudge *judge, const char *id)
{
    return id ? g_hash_table_lookup(judge->in_force, id) : NULL;
}

const GPtrArray *mb_judge_spans(const MbJudge *judge, const char *minute)
{
    return g_hash_table_lookup(judge->spans, minute);
}

/* Whether the entry itself is withheld, whatever was made from it. */
static MbFate entry_alone(const MbJudge *judge, const MbEntry *entry, int depth)
{
    const MbEntry *parent = mb_dossier_find(judge->dossier, &MB_ENTRY, entry->parent);

    if (depth > DEEPEST || (entry->parent && !parent))
        return MB_FATE_GONE;
    if (parent && entry_alone(judge, parent, depth + 1) != MB_FATE_OPEN)
        return MB_FATE_GONE;
    if (g_hash_table_contains(judge->in_force, entry->id))
        return MB_FATE_WITHHELD;
    if (judge->audience == MB_CUT_PUBLIC && entry->restricted && !g_hash_table_contains(judge->lifted, entry->id))
        return MB_FATE_WITHHELD;
    return MB_FATE_OPEN;
}

static MbFate item_fate(MbJudge *judge, const MbItem *item, int depth);

/* An item that nobody has restricted, and of which no restriction was lifted, is what it came from: a withheld entry,
 * or the withheld item of an earlier meeting. */
static gboolean comes_from_withheld(MbJudge *judge, const MbItem *item, int depth)
{
    const MbEntry *entry = mb_dossier_find(judge->dossier, &MB_ENTRY, item->entry);
    const MbItem *earlier = mb_dossier_find(judge->dossier, &MB_ITEM, item->carried_from);

    if (g_hash_table_contains(judge->lifted, item->id))
        return FALSE;
    if (entry && entry_alone(judge, entry, 0) != MB_FATE_OPEN)
        return TRUE;
    if (judge->audience == MB_CUT_PUBLIC && item->carried_from && !earlier)
        return TRUE;
    return earlier && item_fate(judge, earlier, depth + 1) != MB_FATE_OPEN;
}

static MbFate work_out_item(MbJudge *judge, const MbItem *item, int depth)
{
    const MbItem *parent = mb_dossier_find(judge->dossier, &MB_ITEM, item->parent);
    gboolean public = judge->audience == MB_CUT_PUBLIC;

    if (depth > DEEPEST || (public && item->parent && !parent))
        return MB_FATE_GONE;
    if (parent && item_fate(judge, parent, depth + 1) != MB_FATE_OPEN)
        return MB_FATE_GONE;
    if (public && item->dropped)
        return MB_FATE_GONE;
    if (g_hash_table_contains(judge->in_force, item->id) || comes_from_withheld(judge, item, depth))
        return MB_FATE_WITHHELD;
    return MB_FATE_OPEN;
}

static MbFate item_fate(MbJudge *judge, const MbItem *item, int depth)
{
    int known = GPOINTER_TO_INT(g_hash_table_lookup(judge->fates, item->id));
    MbFate fate;

    if (known)
        return (MbFate)(known - 1);
    g_hash_table_insert(
        judge->fates, item->id,
        GINT_TO_POINTER(MB_FATE_GONE + 1)); /* what leads back to itself while it is worked out is gone */
    fate = work_out_item(judge, item, depth);
    g_hash_table_insert(judge->fates, item->id, GINT_TO_POINTER((int)fate + 1));
    return fate;
}

MbFate mb_judge_item(MbJudge *judge, const MbItem *item)
{
    return item_fate(judge, item, 0);
}

MbFate mb_judge_item_id(MbJudge *judge, const char *id)
{
    const MbItem *item = mb_dossier_find(judge->dossier, &MB_ITEM, id);

    if (item)
        return mb_judge_item(judge, item);
    return id && judge->audience == MB_CUT_PUBLIC ? MB_FATE_GONE : MB_FATE_OPEN;
}

/* Of the items made from an entry: the first that is restricted itself or lies in one that is, not merely taken off. */
static const MbItem *withheld_item_of(MbJudge *judge, const MbEntry *entry)
{
    const GPtrArray *items = g_hash_table_lookup(judge->entries, entry->id);

    for (guint i = 0; items && i < items->len; i++) {
        const MbItem *item = items->pdata[i];
        MbFate fate = mb_judge_item(judge, item);

        if (g_hash_table_contains(judge->in_force, item->id) || fate == MB_FATE_WITHHELD ||
            (fate == MB_FATE_GONE && !item->dropped))
            return item;
    }
    return NULL;
}

MbFate mb_judge_entry(MbJudge *judge, const MbEntry *entry)
{
    MbFate fate = entry_alone(judge, entry, 0);
    const MbEntry *parent = mb_dossier_find(judge->dossier, &MB_ENTRY, entry->parent);

    if (fate != MB_FATE_OPEN)
        return fate;
    if (parent && withheld_item_of(judge, parent))
        return MB_FATE_GONE;
    return withheld_item_of(judge, entry) ? MB_FATE_WITHHELD : MB_FATE_OPEN;
}

static MbFate paper_fate(MbJudge *judge, const MbPaper *paper, int depth)
{
    const MbPaper *parent = mb_dossier_find(judge->dossier, &MB_PAPER, paper->parent);

    if (depth > DEEPEST || (judge->audience == MB_CUT_PUBLIC && paper->parent && !parent))
        return MB_FATE_GONE;
    if (mb_judge_item_id(judge, paper->item) != MB_FATE_OPEN ||
        (parent && paper_fate(judge, parent, depth + 1) != MB_FATE_OPEN))
        return MB_FATE_GONE;
    return g_hash_table_contains(judge->in_force, paper->id) ? MB_FATE_WITHHELD : MB_FATE_OPEN;
}

MbFate mb_judge_paper(MbJudge *judge, const MbPaper *paper)
{
    return paper_fate(judge, paper, 0);
}

/* The withheld items of each meeting, and the meetings that withhold anything else. */
static void gather_meetings(MbJudge *judge)
{
    GPtrArray *items = mb_dossier_all(judge->dossier, &MB_ITEM);
    GPtrArray *papers = mb_dossier_all(judge->dossier, &MB_PAPER);
    GPtrArray *minutes = mb_dossier_all(judge->dossier, &MB_MINUTE);

    for (guint i = 0; i < items->len; i++) {
        MbItem *item = items->pdata[i];

        if (item->meeting && mb_judge_item(judge, item) != MB_FATE_OPEN)
            add_to_list(judge->meetings, item->meeting, item);
    }
    for (guint i = 0; i < papers->len; i++) {
        const MbPaper *paper = papers->pdata[i];

        if (paper->meeting && g_hash_table_contains(judge->in_force, paper->id) &&
            !g_hash_table_contains(judge->meetings, paper->meeting))
            g_hash_table_insert(judge->meetings, paper->meeting, g_ptr_array_new());
    }
    for (guint i = 0; i < minutes->len; i++) {
        const MbMinute *minute = minutes->pdata[i];
        gboolean withheld =
            g_hash_table_contains(judge->in_force, minute->id) || g_hash_table_contains(judge->spans, minute->id);

        if (minute->meeting && withheld && !g_hash_table_contains(judge->meetings, minute->meeting))
            g_hash_table_insert(judge->meetings, minute->meeting, g_ptr_array_new());
    }
}

gboolean mb_judge_meeting_withholds(const MbJudge *judge, const char *meeting)
{
    return meeting && g_hash_table_contains(judge->meetings, meeting);
}

/* Items taken together have one text under two numbers. */
static void gather_shared(MbJudge *judge)
{
    GPtrArray *items = mb_dossier_all(judge->dossier, &MB_ITEM);

    for (guint i = 0; i < items->len; i++) {
        const MbItem *item = items->pdata[i];
        const MbItem *other = mb_dossier_find(judge->dossier, &MB_ITEM, item->taken_with);
        MbFate fate = mb_judge_item(judge, item);

        if (!item->taken_with)
            continue;
        if (mb_judge_item_id(judge, item->taken_with) != MB_FATE_OPEN)
            g_hash_table_add(judge->shared, item->id);
        else if (other && fate != MB_FATE_OPEN)
            g_hash_table_add(judge->shared, other->id);
    }
}

static MbHidden *hidden_of(MbJudge *judge, const char *item)
{
    MbHidden *hidden = g_hash_table_lookup(judge->words, item);

    if (!hidden) {
        hidden = mb_hidden_new();
        g_hash_table_insert(judge->words, (gpointer)item, hidden);
    }
    return hidden;
}

static void gather_spans(MbJudge *judge, const MbMinute *minute)
{
    const GPtrArray *spans = mb_judge_spans(judge, minute->id);

    for (guint i = 0; spans && i < spans->len; i++) {
        g_autofree char *words = mb_hidden_span_words(minute->text, spans->pdata[i]);

        if (words)
            mb_hidden_add_span(hidden_of(judge, minute->item), words);
        else
            mb_hidden_add_text(hidden_of(judge, minute->item), minute->text);
    }
}

static gboolean text_is_withheld(const MbJudge *judge, const MbMinute *minute)
{
    return g_hash_table_contains(judge->in_force, minute->id) ||
           (minute->layer == MB_LAYER_MINUTE && g_hash_table_contains(judge->shared, minute->item));
}

static void gather_words(MbJudge *judge)
{
    GPtrArray *minutes = mb_dossier_all(judge->dossier, &MB_MINUTE);
    GPtrArray *cells = mb_dossier_all(judge->dossier, &MB_CELL);

    for (guint i = 0; i < minutes->len; i++) {
        const MbMinute *minute = minutes->pdata[i];

        if (!minute->item)
            continue;
        gather_spans(judge, minute);
        if (text_is_withheld(judge, minute))
            mb_hidden_add_text(hidden_of(judge, minute->item), minute->text);
    }
    for (guint i = 0; i < cells->len; i++) {
        const MbCell *cell = cells->pdata[i];
        const MbMinute *minute = mb_dossier_find(judge->dossier, &MB_MINUTE, cell->minute);

        if (minute && minute->item &&
            (text_is_withheld(judge, minute) || g_hash_table_contains(judge->spans, minute->id)))
            mb_hidden_add_text(hidden_of(judge, minute->item), cell->text);
    }
}

const MbHidden *mb_judge_hidden(const MbJudge *judge, const char *item)
{
    return item ? g_hash_table_lookup(judge->words, item) : NULL;
}

/* What the reference NAME of RECORD holds; NULL where it has none. */
static const char *reference(const MbRecord *record, const char *name)
{
    const MbField *field = record ? mb_noun_field(record->noun, name) : NULL;

    return field && field->kind == MB_FIELD_REF ? *(char *const *)((const char *)record + field->offset) : NULL;
}

char *mb_judge_strike(const MbJudge *judge, const MbRecord *record, const char *text)
{
    static const struct {
        const char *name;
        const MbNoun *noun;
    } wholes[] = {{"action", &MB_ACTION}, {"decision", &MB_DECISION}, {"election", &MB_ELECTION}};
    const char *item = record->noun == &MB_ITEM ? record->id : reference(record, "item");
    char *struck = mb_hidden_strike(mb_judge_hidden(judge, item), text);

    for (guint i = 0; struck && i < G_N_ELEMENTS(wholes); i++) {
        const char *id = reference(record, wholes[i].name);
        const MbHidden *hidden =
            mb_judge_hidden(judge, id ? reference(mb_dossier_find(judge->dossier, wholes[i].noun, id), "item") : NULL);
        char *before = hidden ? struck : NULL;

        if (hidden)
            struck = mb_hidden_strike(hidden, before);
        g_free(before);
    }
    return struck;
}

static gboolean hides_decision(MbJudge *judge, const MbDecision *decision)
{
    if (mb_judge_item_id(judge, decision->item) != MB_FATE_OPEN)
        return TRUE;
    return mb_hidden_told_by(mb_judge_hidden(judge, decision->item), decision->text) ||
           mb_judge_decision_hidden(judge, decision->ratifies);
}

/* Whether WORDS name a withheld item of any meeting of BOARD on DAY: of an imported action only the day may be known.
 */
static gboolean withheld_on_day(const MbJudge *judge, const char *board, MbDay day, const char *words)
{
    GPtrArray *meetings = mb_dossier_all(judge->dossier, &MB_MEETING);

    for (guint i = 0; day != MB_NO_DAY && i < meetings->len; i++) {
        const MbMeeting *meeting = meetings->pdata[i];

        if (meeting->day == day && g_strcmp0(meeting->board, board) == 0 &&
            mb_judge_words_name_withheld(judge, meeting->id, words))
            return TRUE;
    }
    return FALSE;
}

static gboolean item_words_withheld(const MbJudge *judge, const MbAction *action)
{
    gboolean unknown = action->raised_at && !mb_dossier_find(judge->dossier, &MB_MEETING, action->raised_at);

    if (action->item || !action->item_words)
        return FALSE;
    if (unknown && judge->audience == MB_CUT_PUBLIC)
        return TRUE;
    return mb_judge_words_name_withheld(judge, action->raised_at, action->item_words) ||
           withheld_on_day(judge, action->board, action->raised_on, action->item_words);
}

static gboolean hides_action(MbJudge *judge, const MbAction *action)
{
    if (g_hash_table_contains(judge->in_force, action->id) || mb_judge_item_id(judge, action->item) != MB_FATE_OPEN)
        return TRUE;
    return mb_judge_decision_hidden(judge, action->decision) || item_words_withheld(judge, action) ||
           mb_hidden_told_by(mb_judge_hidden(judge, action->item), action->text);
}

/* What a withheld record hands on is withheld too: until nothing changes any more. */
static void gather_decisions(MbJudge *judge)
{
    GPtrArray *decisions = mb_dossier_all(judge->dossier, &MB_DECISION);
    guint before;

    do {
        before = g_hash_table_size(judge->hidden_decisions);
        for (guint i = 0; i < decisions->len; i++) {
            MbDecision *decision = decisions->pdata[i];

            if (!g_hash_table_contains(judge->hidden_decisions, decision->id) && hides_decision(judge, decision))
                g_hash_table_add(judge->hidden_decisions, decision->id);
        }
    } while (g_hash_table_size(judge->hidden_decisions) > before);
}

static void gather_actions(MbJudge *judge)
{
    GPtrArray *actions = mb_dossier_all(judge->dossier, &MB_ACTION);
    guint before;

    for (guint i = 0; i < actions->len; i++)
        if (hides_action(judge, actions->pdata[i]))
            g_hash_table_add(judge->hidden_actions, ((MbAction *)actions->pdata[i])->id);
    do {
        before = g_hash_table_size(judge->hidden_actions);
        for (guint i = 0; i < actions->len; i++) {
            const MbAction *action = actions->pdata[i];

            if (action->superseded_by && g_hash_table_contains(judge->hidden_actions, action->id))
                g_hash_table_add(judge->hidden_actions, action->superseded_by);
        }
    } while (g_hash_table_size(judge->hidden_actions) > before);
}

gboolean mb_judge_decision_hidden(const MbJudge *judge, const char *decision)
{
    return decision && g_hash_table_contains(judge->hidden_decisions, decision);
}

gboolean mb_judge_action_hidden(const MbJudge *judge, const char *action)
{
    return !action || g_hash_table_contains(judge->hidden_actions, action);
}

gboolean mb_judge_motion_hidden(MbJudge *judge, const MbMotion *motion)
{
    int depth = 0;

    for (; motion && depth < DEEPEST; motion = mb_dossier_find(judge->dossier, &MB_MOTION, motion->amends), depth++)
        if (mb_judge_item_id(judge, motion->item) != MB_FATE_OPEN ||
            mb_judge_decision_hidden(judge, motion->decision) ||
            mb_hidden_told_by(mb_judge_hidden(judge, motion->item), motion->text))
            return TRUE;
    return depth >= DEEPEST;
}

static GHashTable *new_set(void)
{
    return g_hash_table_new(g_str_hash, g_str_equal);
}

static GHashTable *new_lists(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
}

MbJudge *mb_judge_new(const MbDossier *dossier, const MbRules *rules, MbCutFor audience, MbDay today)
{
    MbJudge *judge = g_new0(MbJudge, 1);

    *judge = (MbJudge){.dossier = dossier,
                       .rules = rules,
                       .audience = audience,
                       .today = today,
                       .in_force = new_set(),
                       .lifted = new_set(),
                       .spans = new_lists(),
                       .fates = new_set(),
                       .entries = new_lists(),
                       .meetings = new_lists(),
                       .shared = new_set(),
                       .hidden_decisions = new_set(),
                       .hidden_actions = new_set()};
    judge->words = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, mb_hidden_free);
    gather_restrictions(judge);
    gather_entries(judge);
    gather_meetings(judge);
    gather_shared(judge);
    gather_words(judge);
    gather_decisions(judge);
    gather_actions(judge);
    return judge;
}

void mb_judge_free(MbJudge *judge)
{
    GHashTable *tables[] = {judge->in_force,         judge->lifted,        judge->spans,  judge->fates,
                            judge->entries,          judge->meetings,      judge->shared, judge->words,
                            judge->hidden_decisions, judge->hidden_actions};

    for (guint i = 0; i < G_N_ELEMENTS(tables); i++)
        g_hash_table_unref(tables[i]);
    g_free(judge);
}
