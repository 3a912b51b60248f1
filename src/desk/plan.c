/* SPDX-License-Identifier: MIT */
/* The forward plan: listed, added to, moved within, always with a reason. */
#include "commands.h"
#include "deed.h"
#include "find.h"
#include "schedule.h"

#include "minutebook/base/error.h"
#include "minutebook/base/text.h"
#include "minutebook/compose/paper.h"
#include "minutebook/model/name.h"
#include "minutebook/store/dossier.h"

static const MbColumn plan_columns[] = {
    {.key = "short", .heading = "Board"},
    {.key = "meeting", .heading = "Meeting"},
    {.key = "item", .heading = "Item", .flexible = TRUE},
    {.key = "lead", .heading = "Lead", .flexible = TRUE},
    {.key = "minutes", .heading = "Min", .right = TRUE},
    {.key = "status", .heading = "Status", .flexible = TRUE},
    {.key = "moves", .heading = "Moved", .flexible = TRUE},
    {.key = NULL},
};

static const MbMeeting *meeting_of(const MbDossier *dossier, const MbEntry *entry)
{
    return mb_dossier_find(dossier, &MB_MEETING, entry->meeting);
}

static int by_meeting(gconstpointer a, gconstpointer b, gpointer data)
{
    const MbEntry *first = *(MbEntry *const *)a;
    const MbEntry *second = *(MbEntry *const *)b;
    const MbMeeting *one = meeting_of(data, first);
    const MbMeeting *two = meeting_of(data, second);
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
    const MbMeeting *meeting = meeting_of(dossier, entry);
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
    g_ptr_array_sort_with_data(entries, by_meeting, dossier);
    for (guint i = 0; i < entries->len; i++) {
        MbValue *row = mb_paper_entry(dossier, entries->pdata[i]);

        mb_value_add(rows, row);
    }
    return TRUE;
}

/* The same rows with the moves in words, for people. */
static void add_moves(MbValue *rows)
{
    for (guint i = 0; i < mb_value_length(rows); i++) {
        MbValue *row = mb_value_at_mut(rows, i);
        g_autofree char *moves = moves_text(mb_value_get(row, "moved"));

        if (*moves)
            mb_value_set_text(row, "moves", moves);
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
    add_moves(mb_deed_shown(answer));
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

static gboolean save_leads(MbDesk *desk, const MbBoard *board, const MbEntry *entry, const char *const *leads,
                           GError **error)
{
    for (guint i = 0; leads[i]; i++) {
        MbEntryLead *lead;
        MbPerson *person;

        if (!mb_find_person_or_words(desk, board, leads[i], &person, error))
            return FALSE;
        lead = mb_dossier_new_record(mb_desk_dossier(desk), &MB_ENTRY_LEAD);
        mb_set(&lead->entry, entry->id);
        mb_set(&lead->person, person ? person->id : NULL);
        mb_set(&lead->name, leads[i]);
        lead->position = (int)i;
        if (!mb_deed_save(desk, lead, error))
            return FALSE;
    }
    return TRUE;
}

/* Above every position in use, so that what is added comes last. */
static int last_position(const MbDossier *dossier, const char *meeting)
{
    g_autoptr(GPtrArray) entries = mb_dossier_of(dossier, &MB_ENTRY, "meeting", meeting);
    int last = 0;

    for (guint i = 0; i < entries->len; i++)
        last = MAX(last, ((MbEntry *)entries->pdata[i])->position + 1);
    return last;
}

static gboolean plan_add(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_deed_meeting(desk, arguments, error);
    const char *minutes = mb_argument(arguments, "--minutes");
    const char *purpose = mb_argument(arguments, "--purpose");
    g_autofree char *name = NULL;
    const MbBoard *board;
    MbEntry *entry;

    if (!meeting)
        return FALSE;
    name = mb_find_meeting_name(desk, meeting);
    if (meeting->state >= MB_STATE_LIVE)
        return mb_deed_refuse(error, "%s is %s; nothing is planned for it any more.", name,
                              mb_meeting_state_words[meeting->state]);
    if (mb_deed_blank(mb_argument(arguments, "TITLE")))
        return mb_deed_refuse(error, "What is planned needs a title.");
    board = mb_find_board_of(desk, meeting);
    entry = mb_dossier_new_record(mb_desk_dossier(desk), &MB_ENTRY);
    mb_set(&entry->board, board->id);
    mb_set(&entry->meeting, meeting->id);
    mb_set(&entry->title, mb_argument(arguments, "TITLE"));
    mb_set(&entry->priority, mb_argument(arguments, "--priority"));
    mb_set(&entry->note, mb_argument(arguments, "--note"));
    entry->section = MB_SECTION_BUSINESS;
    entry->position = last_position(mb_desk_dossier(desk), meeting->id);
    if ((minutes && !mb_find_number(minutes, "--minutes", &entry->minutes, error)) ||
        (purpose && !mb_find_word(purpose, "--purpose", mb_purpose_words, &entry->purpose, error)) ||
        !mb_deed_save(desk, entry, error) ||
        !save_leads(desk, board, entry, mb_argument_all(arguments, "--lead"), error))
        return FALSE;
    mb_deed_say(answer, "%s planned for %s.", entry->title, name);
    return TRUE;
}

static const MbArgument add_arguments[] = {
    MB_MEETING_ARGUMENT,
    {.name = "TITLE", .help = "in quotes"},
    {.name = "--lead", .value = "PERSON", .help = "who leads; may stand several times", .flags = MB_ARGUMENT_MANY},
    {.name = "--minutes", .value = "N", .help = "minutes it needs"},
    {.name = "--purpose", .value = "PURPOSE", .help = "decision, discussion or information"},
    {.name = "--priority", .value = "N", .help = "number of the board's priority"},
    {.name = "--note", .value = "TEXT", .help = "for the secretary"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_plan_add = {.name = "plan add",
                                       .help = "plans an item for a meeting",
                                       .example =
                                           "2026-03-26 \"Hate crime\" --lead \"Julian Roe\" --minutes 15 --board CSP",
                                       .arguments = add_arguments,
                                       .need = MB_NEED_DEED,
                                       .run = plan_add};

static gboolean entry_fits(const MbDossier *dossier, const MbEntry *entry, const MbMeeting *to, const MbMeeting *from,
                           const char *words, gboolean whole)
{
    const MbMeeting *meeting = meeting_of(dossier, entry);

    if (g_strcmp0(entry->board, to->board) != 0 || entry->parent || entry->state == MB_ENTRY_DROPPED ||
        entry->state == MB_ENTRY_DONE || !entry->title)
        return FALSE;
    if (from ? meeting != from
             : meeting == to || (meeting && meeting->state >= MB_STATE_LIVE && meeting->state != MB_STATE_CANCELLED))
        return FALSE;
    return whole ? mb_text_same(entry->title, words) : mb_text_contains(entry->title, words);
}

static GPtrArray *entries_meant(const MbDossier *dossier, const MbMeeting *to, const MbMeeting *from, const char *words)
{
    GPtrArray *all = mb_dossier_all(dossier, &MB_ENTRY);
    GPtrArray *found = g_ptr_array_new();

    for (int whole = 1; whole >= 0 && !found->len; whole--)
        for (guint i = 0; i < all->len; i++)
            if (entry_fits(dossier, all->pdata[i], to, from, words, whole))
                g_ptr_array_add(found, all->pdata[i]);
    g_ptr_array_sort_with_data(found, by_meeting, (gpointer)dossier);
    return found;
}

/* The one entry that WORDS mean: of several with one title, those of other meetings, --from decides. */
static MbEntry *entry_meant(MbDesk *desk, const MbMeeting *to, const MbMeeting *from, const char *words, GError **error)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) found = entries_meant(dossier, to, from, words);
    GString *list = g_string_new(NULL);

    for (guint i = 0; i < found->len && i < 8; i++) {
        const MbMeeting *meeting = meeting_of(dossier, found->pdata[i]);
        g_autofree char *day = meeting ? mb_day_iso(meeting->day) : g_strdup("no meeting");

        g_string_append_printf(list, "%s%s (%s)", i ? "; " : "", ((MbEntry *)found->pdata[i])->title, day);
    }
    if (found->len == 0)
        mb_deed_refuse(error, "The forward plan of %s has no “%s” that could move; `minutebook plan` lists it.",
                       mb_find_board_name(mb_find_board_of(desk, to)), words);
    if (found->len > 1)
        mb_deed_refuse(error, "“%s” fits several entries: %s. Say which with --from MEETING or more of the title.",
                       words, list->str);
    g_string_free(list, TRUE);
    return found->len == 1 ? found->pdata[0] : NULL;
}

/* The item on the agenda that the entry leaves goes with it, where nothing has been written under it. */
static gboolean leave_agenda(MbDesk *desk, const MbEntry *entry, const MbMeeting *from, const MbMeeting *to,
                             const char *why, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) items = NULL;

    if (!from || from->state >= MB_STATE_LIVE)
        return TRUE;
    if (!mb_store_dossier_meeting(mb_desk_book(desk), dossier, from->id, error))
        return FALSE;
    items = mb_dossier_of(dossier, &MB_ITEM, "entry", entry->id);
    for (guint i = 0; i < items->len; i++) {
        MbItem *item = items->pdata[i];

        if (g_strcmp0(item->meeting, from->id) != 0 || item->dropped)
            continue;
        item->dropped = TRUE;
        mb_set(&item->dropped_why, why);
        mb_set(&item->deferred_to, to->id);
        if (!mb_deed_save(desk, item, error))
            return FALSE;
    }
    return items->len == 0 || mb_schedule_renumber(desk, from, error);
}

static gboolean plan_move(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *from_words = mb_argument(arguments, "--from");
    const char *why = mb_argument(arguments, "--why");
    MbMeeting *to = mb_deed_meeting(desk, arguments, error);
    MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) moves = NULL;
    g_autofree char *name = NULL;
    MbMeeting *from = NULL;
    const MbMeeting *old;
    const MbBoard *board;
    MbEntry *entry;
    MbMove *move;

    if (!to)
        return FALSE;
    board = mb_find_board_of(desk, to);
    name = mb_find_meeting_name(desk, to);
    if (to->state >= MB_STATE_LIVE)
        return mb_deed_refuse(error, "%s is %s; nothing moves to it any more.", name,
                              mb_meeting_state_words[to->state]);
    if (mb_deed_blank(why))
        return mb_deed_refuse(error, "--why: a move needs its reason.");
    if (from_words && !(from = mb_find_meeting(desk, from_words, board->name, error)))
        return FALSE;
    if (!mb_store_dossier_plan(mb_desk_book(desk), dossier, board->id, MB_NO_DAY, MB_NO_DAY, error) ||
        !mb_store_dossier_meetings(mb_desk_book(desk), dossier, board->id, MB_NO_DAY, MB_NO_DAY, error))
        return FALSE;
    entry = entry_meant(desk, to, from, mb_argument(arguments, "ITEM"), error);
    if (!entry)
        return FALSE;
    old = meeting_of(dossier, entry);
    moves = mb_dossier_of(dossier, &MB_MOVE, "entry", entry->id);
    move = mb_dossier_new_record(dossier, &MB_MOVE);
    mb_set(&move->entry, entry->id);
    mb_set(&move->from_meeting, old ? old->id : NULL);
    mb_set(&move->to_meeting, to->id);
    mb_set(&move->why, why);
    move->on = mb_desk_today(desk, board);
    move->position = (int)moves->len;
    if (!leave_agenda(desk, entry, old, to, why, error))
        return FALSE;
    mb_set(&entry->meeting, to->id);
    entry->state = MB_ENTRY_MOVED;
    if (!mb_deed_save(desk, entry, error) || !mb_deed_save(desk, move, error))
        return FALSE;
    mb_deed_say(answer, "%s moved to %s: %s", entry->title, name, why);
    return TRUE;
}

static const MbArgument move_arguments[] = {
    {.name = "ITEM", .help = "the planned item: its title, or an unambiguous part"},
    {.name = "MEETING", .help = "where it goes: a date, next, or BOARD/DATE"},
    {.name = "--why", .value = "TEXT", .help = "the reason", .flags = MB_ARGUMENT_NEEDED},
    {.name = "--from", .value = "MEETING", .help = "the meeting it stands at, where several have it"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_plan_move = {
    .name = "plan move",
    .help = "moves a planned item to another meeting, with the reason",
    .example = "\"Hate crime\" CSP/2026-03-26 --why \"the data are late\" --from 2026-01-29",
    .arguments = move_arguments,
    .need = MB_NEED_DEED,
    .run = plan_move};
