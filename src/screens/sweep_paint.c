/* SPDX-License-Identifier: MIT */
/* The sweep as cells: an action large, or the summary. */
#include "sweep.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/overdue.h"

SweepEntry *mb_sweep_entry(const Sweep *sweep)
{
    return sweep->at < (int)sweep->entries->len ? sweep->entries->pdata[sweep->at] : NULL;
}

static int count_of(const Sweep *sweep, int how)
{
    int count = 0;

    for (guint i = 0; i < sweep->entries->len; i++)
        count += ((SweepEntry *)sweep->entries->pdata[i])->how == how;
    return count;
}

char *mb_sweep_headline(MbView *view, char **right)
{
    const Sweep *sweep = view->data;
    int all = (int)sweep->entries->len, done = all - count_of(sweep, SWEEP_OPEN);

    *right = mb_sweep_entry(sweep) ? g_strdup_printf("%d of %d · %d done", sweep->at + 1, all, done)
                                   : g_strdup_printf("%d of %d done", done, all);
    return g_strdup_printf("Action sweep, under item %s%s%s", sweep->item->number ? sweep->item->number : "",
                           sweep->item->number ? " " : "", sweep->item->title ? sweep->item->title : "");
}

/* --- an action --- */

/* Wrapped, from ROW on; the row after. */
static int put_text(MbGrid *grid, MbArea area, int row, const char *text, MbLook look, guint attributes)
{
    g_auto(GStrv) lines = mb_text_wrap(text, MAX(10, area.columns));

    for (char **line = lines; *line && row < area.row + area.rows; line++, row++)
        mb_grid_put(grid, row, area.column, area.columns, *line, look, attributes);
    return row;
}

static int put_fact(MbGrid *grid, MbArea area, int row, const char *name, const char *words, MbLook look)
{
    enum { NAME = 10 };

    if (row >= area.row + area.rows)
        return row;
    mb_grid_put(grid, row, area.column, NAME, name, MB_LOOK_QUIET, 0);
    return put_text(grid, (MbArea){area.row, area.column + NAME, area.rows, area.columns - NAME}, row, words, look, 0);
}

static char *due_words(const MbAction *action, int late)
{
    g_autofree char *due = action->due != MB_NO_DAY ? mb_day_long(action->due) : NULL;

    if (!due)
        return g_strdup(action->due_words ? action->due_words : "no date");
    if (!late)
        return g_strdup(due);
    return g_strdup_printf("%s: OVERDUE by %d day%s", due, late, late == 1 ? "" : "s");
}

static char *raised_words(const MbAction *action, MbDay today)
{
    g_autofree char *day = action->raised_on != MB_NO_DAY ? mb_day_long(action->raised_on) : NULL;
    int age = mb_overdue_age(action, today);

    return day ? g_strdup_printf("%s (%d day%s ago)", day, age, age == 1 ? "" : "s") : g_strdup("not known");
}

static char *owners_of(const Sweep *sweep, const MbAction *action)
{
    g_autoptr(GPtrArray) owners = mb_overdue_owners(sweep->dossier, action, sweep->meeting->day);

    if (!owners->len)
        return g_strdup("nobody");
    g_ptr_array_add(owners, NULL);
    return mb_text_join((const char *const *)owners->pdata);
}

static int put_updates(const Sweep *sweep, const MbAction *action, MbGrid *grid, MbArea area, int row)
{
    g_autoptr(GPtrArray) updates = mb_dossier_of(sweep->dossier, &MB_UPDATE, "action", action->id);

    for (guint i = 0; i < updates->len; i++) {
        const MbUpdate *update = updates->pdata[i];
        g_autofree char *day = update->on != MB_NO_DAY ? mb_day_long(update->on) : g_strdup("");
        g_autofree char *words = g_strdup_printf("%s%s%s", day, *day ? ": " : "", update->text ? update->text : "");

        row = put_fact(grid, area, row, i ? "" : "So far", words, MB_LOOK_TEXT);
    }
    return row;
}

static int put_outcome(const SweepEntry *entry, MbGrid *grid, MbArea area, int row)
{
    if (entry->how != SWEEP_OPEN)
        return put_fact(grid, area, row + 1, "Recorded", entry->said ? entry->said : "", MB_LOOK_GOOD);
    if (entry->note)
        return put_fact(grid, area, row + 1, "Reported", entry->note, MB_LOOK_HEADING);
    return row;
}

static void paint_action(const Sweep *sweep, const SweepEntry *entry, MbGrid *grid, MbArea area)
{
    const MbAction *action = entry->action;
    MbDay today = mb_desk_today(mb_app_desk(sweep->view->app), sweep->board);
    int late = mb_overdue_days(action, today);
    g_autofree char *due = due_words(action, late);
    g_autofree char *raised = raised_words(action, today);
    g_autofree char *owners = owners_of(sweep, action);
    g_autofree char *ref = g_strdup_printf("Action %s%s", action->ref,
                                           action->status == MB_ACTION_REPORTED ? " (its owner says it is done)" : "");
    int row = area.row;

    row = put_text(grid, area, row, ref, late ? MB_LOOK_BAD : MB_LOOK_TITLE, MB_ATTRIBUTE_BOLD) + 1;
    row = put_text(grid, area, row, action->text ? action->text : "", MB_LOOK_TEXT, MB_ATTRIBUTE_BOLD) + 1;
    row = put_fact(grid, area, row, "Owner", owners, MB_LOOK_TEXT);
    row = put_fact(grid, area, row, "Due", due, late ? MB_LOOK_BAD : MB_LOOK_TEXT);
    row = put_fact(grid, area, row, "Raised", raised, MB_LOOK_TEXT);
    row = put_updates(sweep, action, grid, area, row);
    put_outcome(entry, grid, area, row);
}

/* --- the summary --- */

static void paint_summary(const Sweep *sweep, MbGrid *grid, MbArea area)
{
    static const char *const names[SWEEP_WAYS] = {[SWEEP_CLOSED] = "closed",
                                                  [SWEEP_CARRIED] = "remain open",
                                                  [SWEEP_REDATED] = "have another date",
                                                  [SWEEP_HANDED] = "handed over",
                                                  [SWEEP_OPEN] = "not spoken of"};
    static const int order[] = {SWEEP_CLOSED, SWEEP_CARRIED, SWEEP_REDATED, SWEEP_HANDED, SWEEP_OPEN};
    int row = put_text(grid, area, area.row, "The sweep is done", MB_LOOK_TITLE, MB_ATTRIBUTE_BOLD) + 1;

    for (gsize i = 0; i < G_N_ELEMENTS(order); i++) {
        GString *words = g_string_new(NULL);

        for (guint k = 0; k < sweep->entries->len; k++) {
            const SweepEntry *entry = sweep->entries->pdata[k];

            if (entry->how == order[i])
                g_string_append_printf(words, "%s%s", words->len ? ", " : "", entry->action->ref);
        }
        if (words->len) {
            g_autofree char *line =
                g_strdup_printf("%3d %s: %s", count_of(sweep, order[i]), names[order[i]], words->str);

            row = put_text(grid, area, row, line, order[i] == SWEEP_OPEN ? MB_LOOK_WARNING : MB_LOOK_TEXT, 0);
        }
        g_string_free(words, TRUE);
    }
    put_text(grid, area, row + 1, "The sentences stand in the minute; Esc returns to it.", MB_LOOK_QUIET, 0);
}

void mb_sweep_paint(MbView *view, MbGrid *grid, MbArea area, gboolean whole)
{
    const Sweep *sweep = view->data;
    const SweepEntry *entry = mb_sweep_entry(sweep);
    int side = MAX(2, area.columns / 10);
    MbArea inner = {area.row + 1, area.column + side, area.rows - 2, MIN(100, area.columns - 2 * side)};

    (void)whole;
    mb_grid_fill(grid, area, MB_LOOK_TEXT);
    if (entry)
        paint_action(sweep, entry, grid, inner);
    else
        paint_summary(sweep, grid, inner);
    mb_grid_set_cursor(grid, inner.row, inner.column);
}
