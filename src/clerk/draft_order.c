/* SPDX-License-Identifier: MIT */
/* Places. While the agenda is being made the draft's order holds, and what was put somewhere by hand keeps its predecessor. Once it is out the printed order holds, and what is new finds its place in it. */
#include "draft_private.h"
#include "minutebook/model/by_hand.h"
#include "minutebook/clerk/draft.h"

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

/* Puts LIST[INDEX] into the result behind the nearest of its predecessors in LIST that is there already; where none is, first. */
static void insert_behind(Siblings *siblings, GPtrArray *list, guint index)
{
    guint at;

    for (guint i = index; i > 0; i--)
        if (g_ptr_array_find(siblings->result, list->pdata[i - 1], &at)) {
            g_ptr_array_insert(siblings->result, (int)at + 1, list->pdata[index]);
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

/* Whether the draft knows any of those put there by hand: an agenda that was loaded or read from paper, whose printed order then holds. */
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

static void arrange_late(const Draft *draft, Siblings *siblings)
{
    for (guint i = 0; i < siblings->stood->len; i++)
        g_ptr_array_add(siblings->result, siblings->stood->pdata[i]);
    for (guint i = 0; i < siblings->wanted->len; i++)
        if (!was_there(draft, siblings->wanted->pdata[i]))
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
