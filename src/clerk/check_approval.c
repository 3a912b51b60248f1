/* SPDX-License-Identifier: MIT */
/* Whether the minutes of earlier meetings are approved, or are to be: a row of the agenda's table. An extraordinary
 * meeting need not where the rules keep approval for an ordinary one (SI 1993/202 Sch 2 para 2). */
#include "check_case.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/approved.h"

#include <string.h>

static gboolean is_board_meeting(const MbCase *c, const MbMeeting *other)
{
    return other != c->meeting && other->day != MB_NO_DAY && g_strcmp0(other->board, c->meeting->board) == 0;
}

static gboolean awaits_approval(const MbCase *c, const MbMeeting *other)
{
    return is_board_meeting(c, other) && other->day < c->meeting->day && other->state >= MB_STATE_LIVE &&
           other->state <= MB_STATE_CIRCULATED && !mb_approved(c->dossier, other, c->meeting);
}

/* Whether another meeting, still to be held, stands between EARLIER and this one: approval will be its business. */
static gboolean is_for_another(const MbCase *c, const MbMeeting *earlier)
{
    GPtrArray *all = mb_dossier_all(c->dossier, &MB_MEETING);

    for (guint i = 0; c->ahead && i < all->len; i++) {
        const MbMeeting *other = all->pdata[i];
        if (is_board_meeting(c, other) && other->day > earlier->day && other->day < c->meeting->day &&
            other->state <= MB_STATE_LIVE && other->kind != MB_MEETING_EXTRAORDINARY)
            return TRUE;
    }
    return FALSE;
}

static const MbItem *approving_item(const MbCase *c, const char *meeting)
{
    for (guint i = 0; i < c->items->len; i++) {
        const MbItem *item = c->items->pdata[i];
        if (g_strcmp0(item->approves, meeting) == 0)
            return item;
    }
    return NULL;
}

static gboolean has_decision(const MbCase *c, const MbItem *item)
{
    for (guint i = 0; i < c->decisions->len; i++)
        if (mb_case_within(c, ((const MbDecision *)c->decisions->pdata[i])->item, item->id))
            return TRUE;
    return FALSE;
}

static void look_at_earlier(MbCase *c, const MbMeeting *earlier)
{
    const MbItem *item = approving_item(c, earlier->id);
    g_autofree char *day = mb_case_day(earlier);

    if (!item)
        mb_case_report(
            c, mb_case_place(c),
            c->over
                ? g_strdup_printf("The minutes of %s are not approved, and this meeting did not approve them.", day)
                : g_strdup_printf("The minutes of %s are not approved, and no item of this agenda approves them.", day),
            g_strdup(c->over ? "Record their approval here, or at a later meeting."
                             : "Draft the agenda again, or add an item to approve them."));
    else if (c->over && !has_decision(c, item))
        mb_case_report(c, mb_case_item_place(c, item),
                       g_strdup_printf("The minutes of %s came up here, and no approval is recorded.", day),
                       g_strdup("Record the decision that approved them, with its corrections."));
}

/* "Minutes", "Minutes and action log", "Previous minutes". */
static gboolean is_minutes_item(const MbItem *item)
{
    g_autofree char *title = mb_text_fold(item->title);

    return !item->parent &&
           (g_str_has_prefix(title, "minutes") || strstr(title, "previous minutes") || strstr(title, "last minutes"));
}

static gboolean says_approved(const MbCase *c, const MbItem *item)
{
    static const char *const words[] = {"approv", "agreed",      "accepted",       "confirmed",
                                        "signed", "true record", "correct record", "accurate record"};

    for (guint i = 0; i < c->minutes->len; i++) {
        const MbMinute *minute = c->minutes->pdata[i];
        if (minute->layer != MB_LAYER_MINUTE || !mb_case_within(c, minute->item, item->id))
            continue;
        for (gsize j = 0; j < G_N_ELEMENTS(words); j++)
            if (minute->text && mb_text_contains(minute->text, words[j]))
                return TRUE;
    }
    return FALSE;
}

/* Where the earlier meeting is not in the book: an item for its minutes, with nothing that approves them. */
static void look_at_item(MbCase *c)
{
    for (guint i = 0; i < c->items->len; i++) {
        const MbItem *item = c->items->pdata[i];
        g_autofree char *name = mb_case_item_name(item);
        if (!is_minutes_item(item) || item->approves || has_decision(c, item) || says_approved(c, item))
            continue;
        mb_case_report(c, mb_case_item_place(c, item),
                       g_strdup_printf("Under %s no approval of earlier minutes is recorded.", name),
                       g_strdup("Record the decision that approved them, with its corrections."));
    }
}

static gboolean approves_any(const MbCase *c)
{
    for (guint i = 0; i < c->items->len; i++)
        if (((const MbItem *)c->items->pdata[i])->approves)
            return TRUE;
    return FALSE;
}

void mb_check_previous_minutes(MbCase *c)
{
    GPtrArray *all = mb_dossier_all(c->dossier, &MB_MEETING);
    guint before = c->findings->len;

    if (!c->items->len ||
        (c->meeting->kind == MB_MEETING_EXTRAORDINARY && !(c->rules && c->rules->extraordinary_approves)))
        return;
    for (guint i = 0; i < all->len; i++)
        if (awaits_approval(c, all->pdata[i]) && !is_for_another(c, all->pdata[i]))
            look_at_earlier(c, all->pdata[i]);
    if (c->over && c->findings->len == before && !approves_any(c) && c->minutes->len)
        look_at_item(c);
}
