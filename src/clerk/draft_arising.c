/* SPDX-License-Identifier: MIT */
/* Minutes to approve and matters arising, nested under the item that asks for them.
   An extraordinary meeting is no suitable meeting to approve minutes at, where the rule set says so (Local Authorities
   (Standing Orders) Regulations 1993 Sch 2 para 2). */
#include "draft_private.h"
#include "minutebook/clerk/approved.h"
#include "minutebook/model/action.h"

static gboolean is_earlier(const MbMeeting *meeting, const MbMeeting *than)
{
    if (meeting->day == MB_NO_DAY || meeting == than)
        return FALSE;
    return meeting->day < than->day || (meeting->day == than->day && meeting->starts < than->starts);
}

static int by_day(gconstpointer a, gconstpointer b)
{
    const MbMeeting *first = *(const MbMeeting *const *)a;
    const MbMeeting *second = *(const MbMeeting *const *)b;

    return first->day != second->day ? first->day - second->day : first->starts - second->starts;
}

/* Held before this meeting and not yet approved, oldest first. What a meeting in between approved is not asked for
 * again, though nobody has set its state since. */
static GPtrArray *unapproved(const Draft *draft)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(draft->dossier, &MB_MEETING, "board", draft->meeting->board);
    GPtrArray *found = g_ptr_array_new();
    gboolean extraordinary = draft->meeting->kind == MB_MEETING_EXTRAORDINARY;

    if (extraordinary && draft->rules && !draft->rules->extraordinary_approves)
        return found;
    for (guint i = 0; i < all->len; i++) {
        const MbMeeting *meeting = all->pdata[i];
        if (meeting->state >= MB_STATE_LIVE && meeting->state <= MB_STATE_CIRCULATED &&
            is_earlier(meeting, draft->meeting) && !mb_approved(draft->dossier, meeting, draft->meeting))
            g_ptr_array_add(found, (gpointer)meeting);
    }
    g_ptr_array_sort(found, by_day);
    return found;
}

static Proposal *propose_approval(const MbMeeting *of)
{
    Proposal *proposal = mb_draft_proposal_new(RANK_ARISING);
    g_autofree char *day = mb_day_long(of->day);

    proposal->want = mb_record_new(&MB_ITEM);
    mb_set_take(&proposal->want->title, g_strdup_printf("Minutes of the meeting held on %s", day));
    proposal->want->purpose = MB_PURPOSE_DECISION;
    proposal->want->source = MB_SOURCE_MATTERS_ARISING;
    mb_set(&proposal->want->approves, of->id);
    return proposal;
}

static gboolean raised_before(const MbAction *action, const MbMeeting *meeting)
{
    return g_strcmp0(action->raised_at, meeting->id) != 0 &&
           (action->raised_on == MB_NO_DAY || action->raised_on < meeting->day);
}

static gboolean due_by(const MbAction *action, const MbMeeting *meeting)
{
    return action->status == MB_ACTION_OPEN && (g_strcmp0(action->due_meeting, meeting->id) == 0 ||
                                                (action->due != MB_NO_DAY && action->due <= meeting->day));
}

/* NULL where nothing is open from before. */
static Proposal *propose_actions(const Draft *draft)
{
    g_autoptr(GPtrArray) actions = mb_dossier_of(draft->dossier, &MB_ACTION, "board", draft->meeting->board);
    Proposal *proposal = NULL;
    int open = 0;
    int due = 0;

    for (guint i = 0; i < actions->len; i++) {
        const MbAction *action = actions->pdata[i];
        if (action->status > MB_ACTION_REPORTED || !raised_before(action, draft->meeting))
            continue;
        open++;
        due += due_by(action, draft->meeting);
    }
    if (!open)
        return NULL;
    proposal = mb_draft_proposal_new(RANK_ARISING);
    proposal->want = mb_record_new(&MB_ITEM);
    mb_set(&proposal->want->title, "Matters arising");
    proposal->want->source = MB_SOURCE_MATTERS_ARISING;
    mb_set_take(&proposal->want->standing_text, due ? g_strdup_printf("Actions due to report: %d (%d open).", due, open)
                                                    : g_strdup_printf("Actions due to report: none (%d open).", open));
    return proposal;
}

/* The item that asks for them: as the plan proposes it, or as it was put on the agenda by hand. */
static Proposal *host_asked_for(Draft *draft)
{
    for (guint i = 0; i < draft->proposals->len; i++) {
        Proposal *proposal = draft->proposals->pdata[i];
        if (proposal->want->matters_arising && !(proposal->item && proposal->item->dropped))
            return proposal;
    }
    for (guint i = 0; i < draft->before->len; i++) {
        MbItem *item = draft->before->pdata[i];
        Proposal *proposal;

        if (!item->matters_arising || item->dropped || item->source == MB_SOURCE_MATTERS_ARISING ||
            (item->source != MB_SOURCE_ADDED && !item->by_hand))
            continue;
        proposal = mb_draft_proposal_new(RANK_ARISING);
        proposal->item = item;
        g_ptr_array_add(draft->proposals, proposal);
        return proposal;
    }
    return NULL;
}

static Proposal *host_own(Draft *draft)
{
    Proposal *proposal = mb_draft_proposal_new(RANK_ARISING);
    guint index = 0;

    proposal->want = mb_record_new(&MB_ITEM);
    mb_set(&proposal->want->title, "Minutes and matters arising");
    proposal->want->source = MB_SOURCE_MATTERS_ARISING;
    proposal->want->matters_arising = TRUE;
    while (index < draft->proposals->len && ((const Proposal *)draft->proposals->pdata[index])->rank == RANK_OPENING)
        index++;
    g_ptr_array_insert(draft->proposals, (int)index, proposal);
    return proposal;
}

void mb_draft_propose_arising(Draft *draft)
{
    g_autoptr(GPtrArray) minutes = unapproved(draft);
    Proposal *actions = propose_actions(draft);
    Proposal *host;
    guint index = 0;

    if (!minutes->len && !actions)
        return;
    host = host_asked_for(draft);
    if (!host)
        host = host_own(draft);
    for (; index < minutes->len; index++)
        g_ptr_array_insert(host->parts, (int)index, propose_approval(minutes->pdata[index]));
    if (actions)
        g_ptr_array_insert(host->parts, (int)index, actions);
}
