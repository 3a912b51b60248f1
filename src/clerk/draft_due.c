/* SPDX-License-Identifier: MIT */
/* What is due at a meeting: the forward plan's entries, what was moved here, and what the last meeting did not reach.
 */
#include "draft_private.h"
#include "minutebook/base/text.h"

static const MbMove *first_move(const MbDossier *dossier, const MbEntry *entry)
{
    g_autoptr(GPtrArray) moves = mb_dossier_of(dossier, &MB_MOVE, "entry", entry->id);
    const MbMove *first = NULL;

    for (guint i = 0; i < moves->len; i++) {
        const MbMove *move = moves->pdata[i];
        if (!first || move->position < first->position)
            first = move;
    }
    return first;
}

/* Moved here from elsewhere (and not: away and back again). */
static gboolean was_moved_here(const Draft *draft, const MbEntry *entry)
{
    const MbMove *first = first_move(draft->dossier, entry);

    return first && g_strcmp0(first->from_meeting, draft->meeting->id) != 0;
}

static gboolean entry_is_restricted(const Draft *draft, const MbEntry *entry)
{
    return entry->restricted || mb_draft_restriction(draft->dossier, "entry", entry->id);
}

static Rank rank_of_entry(const Draft *draft, const MbEntry *entry)
{
    gboolean last = draft->restricted_last && entry_is_restricted(draft, entry);

    if (entry->section == MB_SECTION_OPENING)
        return RANK_OPENING;
    if (entry->section == MB_SECTION_CLOSING)
        return RANK_CLOSING;
    if (was_moved_here(draft, entry))
        return last ? RANK_MOVED_LAST : RANK_MOVED;
    return last ? RANK_BUSINESS_LAST : RANK_BUSINESS;
}

static int source_of(Rank rank)
{
    switch (rank) {
    case RANK_OPENING:
    case RANK_CLOSING:
        return MB_SOURCE_STANDING;
    case RANK_ARISING:
        return MB_SOURCE_MATTERS_ARISING;
    case RANK_BUSINESS:
    case RANK_BUSINESS_LAST:
        return MB_SOURCE_PLAN;
    default:
        return MB_SOURCE_CARRIED;
    }
}

static MbItem *item_of_entry(const MbEntry *entry, Rank rank)
{
    MbItem *item = mb_record_new(&MB_ITEM);

    mb_set(&item->title, entry->title);
    item->purpose = entry->purpose;
    item->minutes = entry->minutes;
    item->paper = entry->paper;
    mb_set(&item->standing_text, entry->standing_text);
    item->matters_arising = entry->matters_arising;
    item->source = source_of(rank);
    mb_set(&item->entry, entry->id);
    return item;
}

static Proposal *propose_entry(const Draft *draft, const GPtrArray *entries, const MbEntry *entry, Rank rank)
{
    Proposal *proposal = mb_draft_proposal_new(rank);

    proposal->entry = entry;
    proposal->want = item_of_entry(entry, rank);
    for (guint i = 0; i < entries->len; i++) {
        const MbEntry *part = entries->pdata[i];
        Proposal *nested;

        if (part == entry || g_strcmp0(part->parent, entry->id) != 0)
            continue;
        nested = propose_entry(draft, entries, part, rank);
        nested->want->lettered = TRUE;
        g_ptr_array_add(proposal->parts, nested);
    }
    return proposal;
}

static int by_place_in_plan(gconstpointer a, gconstpointer b)
{
    const MbEntry *first = *(const MbEntry *const *)a;
    const MbEntry *second = *(const MbEntry *const *)b;

    if (first->section != second->section)
        return first->section - second->section;
    return (first->position > second->position) - (first->position < second->position);
}

static GPtrArray *entries_here(const Draft *draft)
{
    GPtrArray *entries = mb_dossier_of(draft->dossier, &MB_ENTRY, "meeting", draft->meeting->id);

    for (guint i = entries->len; i > 0; i--)
        if (((const MbEntry *)entries->pdata[i - 1])->state == MB_ENTRY_DROPPED)
            g_ptr_array_remove_index(entries, i - 1);
    g_ptr_array_sort(entries, by_place_in_plan);
    return entries;
}

static gboolean parent_is_here(const GPtrArray *entries, const MbEntry *entry)
{
    for (guint i = 0; entry->parent && i < entries->len; i++)
        if (g_strcmp0(((const MbEntry *)entries->pdata[i])->id, entry->parent) == 0)
            return TRUE;
    return FALSE;
}

static gboolean was_held(const MbMeeting *meeting)
{
    return meeting->state >= MB_STATE_LIVE && meeting->state <= MB_STATE_SIGNED;
}

static const MbMeeting *last_held(const Draft *draft)
{
    GPtrArray *meetings = mb_dossier_all(draft->dossier, &MB_MEETING);
    const MbMeeting *last = NULL;

    for (guint i = 0; i < meetings->len; i++) {
        const MbMeeting *meeting = meetings->pdata[i];
        if (g_strcmp0(meeting->board, draft->meeting->board) != 0 || !was_held(meeting) || meeting->day == MB_NO_DAY ||
            meeting == draft->meeting)
            continue;
        if (meeting->day > draft->meeting->day ||
            (meeting->day == draft->meeting->day && meeting->starts >= draft->meeting->starts))
            continue;
        if (!last || meeting->day > last->day || (meeting->day == last->day && meeting->starts > last->starts))
            last = meeting;
    }
    return last;
}

/* Whether an agenda other than this one has taken ITEM up; that of a cancelled meeting has not. */
static gboolean taken_up(const Draft *draft, const MbItem *item)
{
    g_autoptr(GPtrArray) later = mb_dossier_of(draft->dossier, &MB_ITEM, "carried_from", item->id);

    for (guint i = 0; i < later->len; i++) {
        const MbItem *other = later->pdata[i];
        const MbMeeting *meeting = mb_dossier_find(draft->dossier, &MB_MEETING, other->meeting);
        if (meeting != draft->meeting && meeting && meeting->state != MB_STATE_CANCELLED)
            return TRUE;
    }
    return FALSE;
}

/* Standing items and approvals come of themselves; a part comes with the item it belongs to. */
static gboolean is_carried(const Draft *draft, const MbItem *item)
{
    const MbItem *parent = mb_dossier_find(draft->dossier, &MB_ITEM, item->parent);

    if (!item->carried_forward || item->dropped || item->source == MB_SOURCE_STANDING ||
        item->source == MB_SOURCE_MATTERS_ARISING)
        return FALSE;
    return !(parent && parent->carried_forward) && !taken_up(draft, item);
}

static MbItem *item_of_carried(const MbItem *from)
{
    MbItem *item = mb_record_new(&MB_ITEM);

    mb_set(&item->title, from->title);
    item->purpose = from->purpose;
    item->minutes = from->minutes;
    item->paper = from->paper;
    mb_set(&item->standing_text, from->standing_text);
    item->source = MB_SOURCE_CARRIED;
    mb_set(&item->carried_from, from->id);
    return item;
}

static int by_position(gconstpointer a, gconstpointer b)
{
    const MbItem *first = *(const MbItem *const *)a;
    const MbItem *second = *(const MbItem *const *)b;

    return (first->position > second->position) - (first->position < second->position);
}

static Proposal *propose_carried(const Draft *draft, const MbItem *from, Rank rank)
{
    g_autoptr(GPtrArray) nested = mb_dossier_of(draft->dossier, &MB_ITEM, "parent", from->id);
    Proposal *proposal = mb_draft_proposal_new(rank);

    proposal->carried = from;
    proposal->want = item_of_carried(from);
    g_ptr_array_sort(nested, by_position);
    for (guint i = 0; i < nested->len; i++) {
        const MbItem *part = nested->pdata[i];
        Proposal *inner;

        if (part->dropped)
            continue;
        inner = propose_carried(draft, part, rank);
        inner->want->lettered = part->lettered;
        g_ptr_array_add(proposal->parts, inner);
    }
    return proposal;
}

/* What is due here anyway and is the same business as FROM: the same entry, the same line of the plan, or the same
 * title. */
static Proposal *due_anyway(const Draft *draft, const MbItem *from)
{
    const MbEntry *old = mb_dossier_find(draft->dossier, &MB_ENTRY, from->entry);

    for (guint i = 0; i < draft->proposals->len; i++) {
        Proposal *proposal = draft->proposals->pdata[i];
        const MbEntry *entry = proposal->entry;

        if (!entry)
            continue;
        if (old && (entry == old || (old->line && g_strcmp0(old->line, entry->line) == 0)))
            return proposal;
        if (entry->title && from->title && mb_text_same(entry->title, from->title))
            return proposal;
    }
    return NULL;
}

static void propose_all_carried(Draft *draft)
{
    const MbMeeting *last = last_held(draft);
    g_autoptr(GPtrArray) items =
        last ? mb_dossier_of(draft->dossier, &MB_ITEM, "meeting", last->id) : g_ptr_array_new();

    g_ptr_array_sort(items, by_position);
    for (guint i = 0; i < items->len; i++) {
        const MbItem *item = items->pdata[i];
        Proposal *same = is_carried(draft, item) ? due_anyway(draft, item) : NULL;
        gboolean at_end = draft->restricted_last && mb_draft_restriction(draft->dossier, "item", item->id);

        if (same)
            mb_set(&same->want->carried_from, item->id);
        else if (is_carried(draft, item))
            g_ptr_array_add(draft->proposals, propose_carried(draft, item, at_end ? RANK_CARRIED_LAST : RANK_CARRIED));
    }
}

/* Of what was moved here, what was planned earlier comes first. */
static int by_rank(gconstpointer a, gconstpointer b)
{
    const Proposal *first = *(const Proposal *const *)a;
    const Proposal *second = *(const Proposal *const *)b;

    if (first->rank != second->rank)
        return (int)first->rank - (int)second->rank;
    if (first->rank == RANK_MOVED || first->rank == RANK_MOVED_LAST)
        return first->entry->planned_day - second->entry->planned_day;
    return 0;
}

void mb_draft_propose_due(Draft *draft)
{
    g_autoptr(GPtrArray) entries = entries_here(draft);

    for (guint i = 0; i < entries->len; i++) {
        const MbEntry *entry = entries->pdata[i];
        if (!parent_is_here(entries, entry))
            g_ptr_array_add(draft->proposals, propose_entry(draft, entries, entry, rank_of_entry(draft, entry)));
    }
    propose_all_carried(draft);
    g_ptr_array_sort(draft->proposals, by_rank);
}
