/* SPDX-License-Identifier: MIT */
/* The action log of a board: what is open, and what its meeting raised or closed. */
#include "documents.h"

#include "facts.h"

#include "minutebook/compose/paper.h"

int mb_compose_by_ref(gconstpointer a, gconstpointer b)
{
    const MbAction *first = *(MbAction *const *)a;
    const MbAction *second = *(MbAction *const *)b;
    guint64 low = first->ref ? g_ascii_strtoull(first->ref, NULL, 10) : 0;
    guint64 high = second->ref ? g_ascii_strtoull(second->ref, NULL, 10) : 0;

    return low != high ? (low > high) - (low < high) : g_strcmp0(first->ref, second->ref);
}

static GPtrArray *actions_of(const MbComposition *composition)
{
    GPtrArray *actions = mb_dossier_of(composition->dossier, &MB_ACTION, "board", composition->meeting->board);

    g_ptr_array_sort(actions, mb_compose_by_ref);
    return actions;
}

MbValue *mb_compose_action_rows(const MbComposition *composition)
{
    g_autoptr(GPtrArray) actions = actions_of(composition);
    MbValue *rows = mb_value_new_list();

    for (guint i = 0; i < actions->len; i++) {
        MbValue *row = mb_paper_action(composition->dossier, actions->pdata[i], composition->today);

        if (composition->public_copy)
            mb_value_set_text(row, "chasers", NULL); /* who was chased is not public, nor that nobody was */
        mb_value_add(rows, row);
    }
    return rows;
}

/* "30 Sep 2025", short for a narrow column; the words where there is no date. */
static char *due_text(const MbAction *action)
{
    int year, month, dom;

    if (action->due == MB_NO_DAY)
        return g_strdup(action->due_words);
    mb_day_split(action->due, &year, &month, &dom);
    return g_strdup_printf("%d %.3s %d", dom, mb_month_name(month), year);
}

/* The action, and on a line of its own what was last reported. */
static char *action_text(const MbDossier *dossier, const MbAction *action)
{
    g_autoptr(GPtrArray) updates = mb_facts_parts(dossier, &MB_UPDATE, "action", action->id);
    const MbUpdate *last = updates->len ? updates->pdata[updates->len - 1] : NULL;

    if (!last || !last->text)
        return g_strdup(action->text);
    return g_strdup_printf("%s\nUpdate: %s", action->text ? action->text : "", last->text);
}

static char *status_text(const MbValue *row)
{
    gint64 late = mb_value_int(mb_value_get(row, "days_late"));
    const char *status = mb_value_get_text(row, "status");

    return late > 0 ? g_strdup_printf("%s\n%d day%s late", status, (int)late, late == 1 ? "" : "s") : g_strdup(status);
}

static char *owners_text(const MbValue *row)
{
    const MbValue *owners = mb_value_get(row, "owners");
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < mb_value_length(owners); i++)
        g_string_append_printf(out, "%s%s", i ? "\n" : "", mb_value_text(mb_value_at(owners, i)));
    return g_string_free(out, FALSE);
}

static void add_action(const MbComposition *composition, MbNode *table, const MbAction *action)
{
    g_autoptr(MbValue) value = mb_paper_action(composition->dossier, action, composition->today);
    g_autofree char *text = action_text(composition->dossier, action);
    g_autofree char *owners = owners_text(value);
    g_autofree char *due = due_text(action);
    g_autofree char *status = status_text(value);
    MbNode *row = mb_node_row(table, FALSE);

    mb_node_cell(row, action->ref);
    mb_node_cell(row, text);
    mb_node_cell(row, owners);
    mb_node_cell(row, due);
    mb_node_cell(row, status);
}

void mb_compose_actions(const MbComposition *composition, MbNode *root)
{
    static const char *const headings[] = {"Ref", "Action", "Owner", "Due", "Status"};
    g_autoptr(GPtrArray) actions = actions_of(composition);
    g_autofree char *today = composition->today == MB_NO_DAY ? NULL : mb_day_long(composition->today);
    MbNode *table;

    mb_node_heading(root, 2, "Action log");
    mb_compose_fact(root, "As at", today);
    if (!actions->len)
        mb_node_paragraph(root, "There are no actions.");
    table = actions->len ? mb_compose_table(root, headings, "rllll") : NULL;
    for (guint i = 0; i < actions->len; i++)
        add_action(composition, table, actions->pdata[i]);
}
