/* SPDX-License-Identifier: MIT */
/* The forward plan: listed. Adding to it and moving within it is plan_change.c. */
#include "plan.h"

#include "commands.h"
#include "deed.h"
#include "find.h"

#include "minutebook/base/error.h"
#include "minutebook/base/text.h"
#include "minutebook/compose/paper.h"
#include "minutebook/store/dossier.h"

static const MbColumn plan_columns[] = {
    {.key = "short", .heading = "Board"},
    {.key = "meeting", .heading = "Meeting"},
    {.key = "item", .heading = "Item", .flexible = TRUE},
    {.key = "lead", .heading = "Lead", .flexible = TRUE},
    {.key = "minutes", .heading = "Min", .right = TRUE},
    {.key = "shown", .heading = "Status", .flexible = TRUE},
    {.key = NULL},
};

const MbMeeting *mb_plan_meeting(const MbDossier *dossier, const MbEntry *entry)
{
    return mb_dossier_find(dossier, &MB_MEETING, entry->meeting);
}

int mb_plan_by_meeting(gconstpointer a, gconstpointer b, gpointer data)
{
    const MbEntry *first = *(MbEntry *const *)a;
    const MbEntry *second = *(MbEntry *const *)b;
    const MbMeeting *one = mb_plan_meeting(data, first);
    const MbMeeting *two = mb_plan_meeting(data, second);
    MbDay day_one = one ? one->day : G_MAXINT;
    MbDay day_two = two ? two->day : G_MAXINT;

    if (day_one != day_two)
        return day_one < day_two ? -1 : 1;
    if (first->section != second->section)
        return first->section - second->section;
    return first->position - second->position;
}

/* The plan's year that DAY lies in, or whose name YEAR is. */
static gboolean plan_fits(const MbPlan *plan, const char *year, MbDay day)
{
    if (year)
        return mb_text_same(plan->year, year);
    return plan->since <= day && day <= plan->until;
}

static gboolean year_days(MbDesk *desk, const MbBoard *board, const char *year, MbDay *since, MbDay *until,
                          GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) plans = NULL;
    MbDay today = mb_desk_today(desk, board);
    GString *years = g_string_new(NULL);
    gboolean found = FALSE;

    *since = *until = MB_NO_DAY;
    if (!mb_store_dossier_plan(mb_desk_book(desk), dossier, board->id, MB_NO_DAY, MB_NO_DAY, error)) {
        g_string_free(years, TRUE);
        return FALSE;
    }
    plans = mb_dossier_of(dossier, &MB_PLAN, "board", board->id);
    for (guint i = 0; i < plans->len; i++) {
        const MbPlan *plan = plans->pdata[i];

        g_string_append_printf(years, "%s%s", years->len ? ", " : "", plan->year);
        if (!plan_fits(plan, year, today))
            continue;
        *since = plan->since;
        *until = plan->until;
        found = TRUE;
    }
    if (!found && year)
        mb_deed_refuse(error, "%s has no forward plan for %s; it has %s.", mb_find_board_name(board), year,
                       years->len ? years->str : "none");
    g_string_free(years, TRUE);
    return found || !year;
}

static gboolean within(const MbDossier *dossier, const MbEntry *entry, const char *board, MbDay since, MbDay until)
{
    const MbMeeting *meeting = mb_plan_meeting(dossier, entry);
    const MbPlan *plan = mb_dossier_find(dossier, &MB_PLAN, entry->plan);

    if (g_strcmp0(entry->board, board) != 0 || entry->parent || entry->state == MB_ENTRY_DROPPED)
        return FALSE;
    if (since == MB_NO_DAY)
        return TRUE;
    if (meeting)
        return meeting->day >= since && meeting->day <= until;
    return !plan || plan->since == since;
}

static char *moves_text(const MbValue *moved)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < mb_value_length(moved); i++) {
        const MbValue *move = mb_value_at(moved, i);
        const char *from = mb_value_get_text(move, "from");

        g_string_append_printf(text, "%sfrom %s", i ? ", " : "", from ? from : "no meeting");
    }
    return g_string_free(text, FALSE);
}

static gboolean list_board(MbDesk *desk, const MbBoard *board, const char *year, MbValue *rows, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) entries = g_ptr_array_new();
    GPtrArray *all;
    MbDay since;
    MbDay until;

    if (!mb_store_dossier_board(mb_desk_book(desk), dossier, board->id, error) ||
        !year_days(desk, board, year, &since, &until, error) ||
        !mb_store_dossier_meetings(mb_desk_book(desk), dossier, board->id, MB_NO_DAY, MB_NO_DAY, error))
        return FALSE;
    all = mb_dossier_all(dossier, &MB_ENTRY);
    for (guint i = 0; i < all->len; i++)
        if (within(dossier, all->pdata[i], board->id, since, until))
            g_ptr_array_add(entries, all->pdata[i]);
    g_ptr_array_sort_with_data(entries, mb_plan_by_meeting, dossier);
    for (guint i = 0; i < entries->len; i++) {
        MbValue *row = mb_paper_entry(dossier, entries->pdata[i]);

        mb_value_add(rows, row);
    }
    return TRUE;
}

/* For people, status and moves in one: "moved from 2025-12-11". */
static void add_shown(MbValue *rows)
{
    for (guint i = 0; i < mb_value_length(rows); i++) {
        MbValue *row = mb_value_at_mut(rows, i);
        const char *status = mb_value_get_text(row, "status");
        g_autofree char *moves = moves_text(mb_value_get(row, "moved"));
        gboolean is_moved = g_strcmp0(status, mb_entry_state_words[MB_ENTRY_MOVED]) == 0;

        if (*moves)
            mb_value_set(row, "shown",
                         mb_value_new_take(g_strdup_printf("%s%s%s", status ? status : "",
                                                           is_moved ? " "
                                                           : status ? ", moved "
                                                                    : "moved ",
                                                           moves)));
        else
            mb_value_set_text(row, "shown", status);
    }
}

/* Of several boards those that have no plan for YEAR are passed over; where none has one YEAR is refused. */
static gboolean list_boards(MbDesk *desk, const char *year, MbValue *rows, GError **error)
{
    GPtrArray *boards = mb_dossier_all(mb_desk_dossier(desk), &MB_BOARD);
    gboolean any = FALSE;

    for (guint i = 0; i < boards->len; i++) {
        g_autoptr(GError) problem = NULL;

        if (list_board(desk, boards->pdata[i], year, rows, &problem)) {
            any = TRUE;
        } else if (problem->code != MB_ERROR_USAGE) {
            g_propagate_error(error, g_steal_pointer(&problem));
            return FALSE;
        }
    }
    return any || !year ||
           mb_deed_refuse(error, "No board has a forward plan for “%s”; expected a year such as 2025/26.", year);
}

/* For people, unless they ask for a year, what is done is left out. */
static void leave_out_done(MbAnswer *answer)
{
    MbValue *kept = mb_value_new_list();
    guint all = mb_value_length(mb_deed_shown(answer));

    for (guint i = 0; i < all; i++)
        if (g_strcmp0(mb_value_get_text(mb_value_at(answer->shown, i), "status"),
                      mb_entry_state_words[MB_ENTRY_DONE]) != 0)
            mb_value_add(kept, mb_value_copy(mb_value_at(answer->shown, i)));
    if (mb_value_length(kept) < all)
        answer->note = g_strdup("What is done is left out; --year shows a whole year.");
    mb_value_free(answer->shown);
    answer->shown = kept;
}

static gboolean plan_list(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *year = mb_argument(arguments, "--year");
    MbValue *rows = mb_value_new_list();
    MbBoard *board;

    mb_deed_list(answer, rows, plan_columns,
                 "No forward plan covers that time; `minutebook load FILE.yaml` brings one in.");
    if (!mb_find_board_option(desk, mb_argument(arguments, "--board"), &board, error))
        return FALSE;
    if (!(board ? list_board(desk, board, year, rows, error) : list_boards(desk, year, rows, error)))
        return FALSE;
    mb_deed_short_names(desk, answer);
    add_shown(mb_deed_shown(answer));
    if (!year)
        leave_out_done(answer);
    return TRUE;
}

static const MbArgument list_arguments[] = {
    MB_BOARD_OPTION,
    {.name = "--year", .value = "YEAR", .help = "such as 2025/26; left out: this year"},
    {.name = NULL}};
const MbCommand mb_command_plan = {.name = "plan",
                                   .help = "the forward plan: what comes to which meeting",
                                   .example = "--board CSP --year 2025/26",
                                   .arguments = list_arguments,
                                   .need = MB_NEED_BOOK,
                                   .run = plan_list};
