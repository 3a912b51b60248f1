/* SPDX-License-Identifier: MIT */
/* Places. While the agenda is being made the draft's order holds, and what was put somewhere by hand keeps its
 * predecessor. Once it is out the printed order holds, and what is new finds its place in it. */
#include "draft_private.h"
#include "minutebook/clerk/draft.h"
#include "minutebook/model/by_hand.h"

#include <string.h>

/* The items of one parent. */
typedef struct {
    GPtrArray *stood;  /* as they stood, by position */
    GPtrArray *wanted; /* as the draft has them */
    GPtrArray *result;
} Siblings;

static gboolean has(GPtrArray *items, const MbItem *item)
{
    return g_ptr_array_find(items, item, NULL);
}

static gboolean was_there(const Draft *draft, const MbItem *item)
{
    return has(draft->before, item);
}

static gboolean is_gone(const Draft *draft, const MbItem *item)
{
    return has(draft->gone, item);
}

static void gather(const Draft *draft, const char *parent, const GPtrArray *proposals, Siblings *siblings)
{
    siblings->stood = g_ptr_array_new();
    siblings->wanted = g_ptr_array_new();
    siblings->result = g_ptr_array_new();
    for (guint i = 0; i < draft->before->len; i++) {
        MbItem *item = draft->before->pdata[i];
        if (g_strcmp0(item->parent, parent) == 0 && !is_gone(draft, item))
            g_ptr_array_add(siblings->stood, item);
    }
    for (guint i = 0; i < proposals->len; i++) {
        const Proposal *proposal = proposals->pdata[i];
        if (proposal->want && proposal->item && g_strcmp0(proposal->item->parent, parent) == 0)
            g_ptr_array_add(siblings->wanted, proposal->item);
    }
}

static void siblings_clear(Siblings *siblings)
{
    g_ptr_array_unref(siblings->stood);
    g_ptr_array_unref(siblings->wanted);
    g_ptr_array_unref(siblings->result);
}

/* Whether ITEM came late and is lettered for it: 9A. */
static gboolean is_lettered_late(const MbItem *item)
{
    gsize length = item->number ? strlen(item->number) : 0;

    return length > 1 && g_ascii_isupper(item->number[length - 1]) && g_ascii_isdigit(item->number[length - 2]);
}

/* A late item never comes before one that is lettered after the same number already. */
static guint behind_lettered(const GPtrArray *result, const MbItem *item, guint place)
{
    while (!item->number && place > 0 && place < result->len && is_lettered_late(result->pdata[place]))
        place++;
    return place;
}

/* Puts LIST[INDEX] into the result behind the nearest of its predecessors in LIST that is there already; where none is,
 * first. */
static void insert_behind(Siblings *siblings, GPtrArray *list, guint index)
{
    guint at;

    for (guint i = index; i > 0; i--)
        if (g_ptr_array_find(siblings->result, list->pdata[i - 1], &at)) {
            g_ptr_array_insert(siblings->result, (int)behind_lettered(siblings->result, list->pdata[index], at + 1),
                               list->pdata[index]);
            return;
        }
    g_ptr_array_insert(siblings->result, 0, list->pdata[index]);
}

static gboolean is_held_in_place(const Siblings *siblings, const MbItem *item)
{
    return !has(siblings->wanted, item) || item->source == MB_SOURCE_ADDED || mb_by_hand(item->by_hand, "position");
}

static gboolean is_closing(const Draft *draft, const MbItem *item)
{
    for (guint i = 0; i < draft->proposals->len; i++) {
        const Proposal *proposal = draft->proposals->pdata[i];
        if (proposal->item == item)
            return proposal->want && proposal->rank == RANK_CLOSING;
    }
    return FALSE;
}

/* Items that were there before the first draft have no place yet: before the closing items. */
static void insert_before_closing(const Draft *draft, Siblings *siblings, MbItem *item)
{
    guint at = siblings->result->len;

    while (at > 0 && is_closing(draft, siblings->result->pdata[at - 1]))
        at--;
    g_ptr_array_insert(siblings->result, (int)at, item);
}

/* Whether the draft knows any of those put there by hand: an agenda that was loaded or read from paper, whose printed
 * order then holds. */
static gboolean any_namesake(const Siblings *siblings)
{
    for (guint i = 0; i < siblings->stood->len; i++)
        if (has(siblings->wanted, siblings->stood->pdata[i]))
            return TRUE;
    return FALSE;
}

static gboolean any_drafted(const Siblings *siblings)
{
    for (guint i = 0; i < siblings->stood->len; i++)
        if (!is_held_in_place(siblings, siblings->stood->pdata[i]))
            return TRUE;
    return FALSE;
}

static void arrange_draft(const Draft *draft, Siblings *siblings)
{
    gboolean again = any_drafted(siblings);

    for (guint i = 0; i < siblings->wanted->len; i++) {
        MbItem *item = siblings->wanted->pdata[i];
        if (!has(siblings->stood, item) || !is_held_in_place(siblings, item))
            g_ptr_array_add(siblings->result, item);
    }
    for (guint i = 0; i < siblings->stood->len; i++) {
        MbItem *item = siblings->stood->pdata[i];
        if (!is_held_in_place(siblings, item))
            continue;
        if (again)
            insert_behind(siblings, siblings->stood, i);
        else
            insert_before_closing(draft, siblings, item);
    }
}

static const Proposal *outermost_for(const Draft *draft, const MbItem *item)
{
    for (guint i = 0; i < draft->proposals->len; i++)
        if (((const Proposal *)draft->proposals->pdata[i])->item == item)
            return draft->proposals->pdata[i];
    return NULL;
}

/* Whether ITEM is business: the plan's, carried over, or added by hand, and no standing item. */
static gboolean is_business(const Draft *draft, const MbItem *item)
{
    const Proposal *proposal = outermost_for(draft, item);

    if (proposal)
        return proposal->rank != RANK_OPENING && proposal->rank != RANK_CLOSING && proposal->rank != RANK_ARISING;
    return item->source == MB_SOURCE_PLAN || item->source == MB_SOURCE_CARRIED || item->source == MB_SOURCE_ADDED;
}

static gboolean is_opening(const Draft *draft, const MbItem *item)
{
    const Proposal *proposal = outermost_for(draft, item);

    return proposal && (proposal->rank == RANK_OPENING || proposal->rank == RANK_ARISING);
}

/* How many stand before a late item of the plan: all up to the last business before the closing items; where there is
 * no business, the opening items. */
static guint place_for_late(const Draft *draft, const GPtrArray *result)
{
    guint place = 0;

    for (guint i = 0; i < result->len && !is_closing(draft, result->pdata[i]); i++)
        if (is_business(draft, result->pdata[i]) || is_opening(draft, result->pdata[i]))
            place = i + 1;
    return place;
}

static void insert_late(const Draft *draft, Siblings *siblings, MbItem *item)
{
    const Proposal *proposal = outermost_for(draft, item);
    guint place =
        proposal && proposal->rank == RANK_CLOSING ? siblings->result->len : place_for_late(draft, siblings->result);

    g_ptr_array_insert(siblings->result, (int)behind_lettered(siblings->result, item, place), item);
}

/* What the plan adds to an agenda that is out has a place of its own; parts, and minutes to approve, stand where they
 * would have stood. */
static gboolean is_late_entry(const Draft *draft, const MbItem *item)
{
    const Proposal *proposal = mb_draft_is_out(draft) ? outermost_for(draft, item) : NULL;

    return proposal && proposal->rank != RANK_ARISING;
}

static void arrange_late(const Draft *draft, Siblings *siblings)
{
    for (guint i = 0; i < siblings->stood->len; i++)
        g_ptr_array_add(siblings->result, siblings->stood->pdata[i]);
    for (guint i = 0; i < siblings->wanted->len; i++)
        if (was_there(draft, siblings->wanted->pdata[i]))
            continue;
        else if (is_late_entry(draft, siblings->wanted->pdata[i]))
            insert_late(draft, siblings, siblings->wanted->pdata[i]);
        else
            insert_behind(siblings, siblings->wanted, i);
}

static void order_siblings(Draft *draft, const char *parent, const GPtrArray *proposals)
{
    Siblings siblings;

    gather(draft, parent, proposals, &siblings);
    if ((mb_draft_is_out(draft) && siblings.stood->len) || (!any_drafted(&siblings) && any_namesake(&siblings)))
        arrange_late(draft, &siblings);
    else
        arrange_draft(draft, &siblings);
    for (guint i = 0; i < siblings.result->len; i++) {
        MbItem *item = siblings.result->pdata[i];
        if (item->position == (int)i)
            continue;
        item->position = (int)i;
        mb_draft_note(draft, item);
    }
    siblings_clear(&siblings);
    for (guint i = 0; i < proposals->len; i++) {
        const Proposal *proposal = proposals->pdata[i];
        if (proposal->item && !proposal->item->dropped)
            order_siblings(draft, proposal->item->id, proposal->parts);
    }
}

void mb_draft_order(Draft *draft)
{
    order_siblings(draft, NULL, draft->proposals);
}
