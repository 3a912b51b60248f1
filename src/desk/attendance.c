/* SPDX-License-Identifier: MIT */
/* Attendance shown: the register of a meeting, the matrix of many. It is recorded by attendance_set.c and its
 * neighbours. */
#include "commands.h"
#include "deed.h"
#include "find.h"
#include "remark.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/figures.h"
#include "minutebook/clerk/quorum.h"
#include "minutebook/compose/paper.h"
#include "minutebook/model/name.h"
#include "minutebook/store/dossier.h"
#include "minutebook/store/query.h"

#include <string.h>

static const MbColumn register_columns[] = {
    {.key = "group", .heading = "Group"},
    {.key = "name", .heading = "Name", .flexible = TRUE},
    {.key = "post", .heading = "Post", .flexible = TRUE},
    {.key = "organisation", .heading = "Organisation", .flexible = TRUE},
    {.key = "shown", .heading = "Attendance", .flexible = TRUE},
    {.key = NULL},
};

/* A member of whom nothing is recorded: the roll's line without a status. */
static MbValue *unrecorded(const MbDossier *dossier, const MbMeeting *meeting, const MbSeat *seat)
{
    MbAttendance *nothing = mb_record_new(&MB_ATTENDANCE);
    MbValue *row;

    mb_set(&nothing->meeting, meeting->id);
    mb_set(&nothing->person, seat->person);
    row = mb_paper_attendance(dossier, meeting, nothing);
    mb_record_free(nothing);
    return row;
}

static gboolean recorded(GPtrArray *attendance, const char *person)
{
    for (guint i = 0; i < attendance->len; i++)
        if (g_strcmp0(((MbAttendance *)attendance->pdata[i])->person, person) == 0)
            return TRUE;
    return FALSE;
}

/* ", out from 18:35 to 18:40": the times out of the room between two stays. */
static void add_gaps(const MbDossier *dossier, const MbAttendance *line, GString *shown)
{
    g_autoptr(GPtrArray) further = line ? mb_dossier_of(dossier, &MB_PRESENCE, "attendance", line->id) : NULL;
    MbTime left = line ? line->left : MB_NO_TIME;

    for (guint i = 0; further && i < further->len; i++) {
        const MbPresence *presence = further->pdata[i];
        g_autofree char *from = mb_time_text(left);
        g_autofree char *to = mb_time_text(presence->arrived);

        if (*from && *to)
            g_string_append_printf(shown, ", out from %s to %s", from, to);
        left = presence->left;
    }
}

/* Status, deputy, times and way of attending in a few words, for people: "in part, from 10:20, remote". */
static void add_shown(const MbDossier *dossier, const MbAttendance *line, MbValue *row)
{
    static const struct {
        const char *key;
        const char *before;
    } facts[] = {{"represented_by", "by "}, {"from", "from "}, {"to", "to "}};
    GString *shown = g_string_new(mb_value_get_text(row, "status"));

    for (gsize i = 0; i < G_N_ELEMENTS(facts); i++)
        if (mb_value_get_text(row, facts[i].key))
            g_string_append_printf(shown, ", %s%s", facts[i].before, mb_value_get_text(row, facts[i].key));
    add_gaps(dossier, line, shown);
    if (g_strcmp0(mb_value_get_text(row, "mode"), "remote") == 0)
        g_string_append(shown, ", remote");
    mb_value_set(row, "shown", mb_value_new_take(g_string_free(shown, FALSE)));
}

static MbValue *register_rows(const MbDossier *dossier, const MbMeeting *meeting)
{
    g_autoptr(GPtrArray) attendance = mb_dossier_of(dossier, &MB_ATTENDANCE, "meeting", meeting->id);
    g_autoptr(GPtrArray) seats = mb_dossier_of(dossier, &MB_SEAT, "board", meeting->board);
    MbValue *rows = mb_value_new_list();

    for (guint i = 0; i < attendance->len; i++)
        mb_value_add(rows, mb_paper_attendance(dossier, meeting, attendance->pdata[i]));
    for (guint i = 0; i < seats->len; i++) {
        const MbSeat *seat = seats->pdata[i];

        if (mb_seat_on(dossier, meeting->board, seat->person, meeting->day) == seat &&
            !recorded(attendance, seat->person))
            mb_value_add(rows, unrecorded(dossier, meeting, seat));
    }
    return rows;
}

/* ROWS are the lines of the register in their order, then those of the roll of whom nothing is recorded. */
static void add_all_shown(const MbDossier *dossier, const MbMeeting *meeting, MbValue *rows)
{
    g_autoptr(GPtrArray) lines = mb_dossier_of(dossier, &MB_ATTENDANCE, "meeting", meeting->id);

    for (guint i = 0; i < mb_value_length(rows); i++)
        add_shown(dossier, i < lines->len ? lines->pdata[i] : NULL, mb_value_at_mut(rows, i));
}

static char *quorum_note(MbDesk *desk, const MbMeeting *meeting)
{
    const MbBoard *board = mb_find_board_of(desk, meeting);
    const MbRules *rules = mb_desk_rules(desk, board, NULL);
    g_autofree char *required = mb_quorum_words(mb_desk_dossier(desk), rules, board, meeting->day);
    MbQuorum quorum = mb_quorum_at(mb_desk_dossier(desk), rules, meeting, MB_NO_TIME, NULL);
    char *note = NULL;

    if (required && meeting->state >= MB_STATE_LIVE && meeting->state != MB_STATE_CANCELLED)
        note = g_strdup_printf("Quorum: %s; %d here who count: %s%s%s", required, quorum.here,
                               quorum.quorate ? "quorate" : "not quorate", quorum.shortfall ? ", " : "",
                               quorum.shortfall ? quorum.shortfall : "");
    else if (required)
        note = g_strdup_printf("Quorum: %s.", required);
    mb_quorum_clear(&quorum);
    return note;
}

static const MbColumn matrix_columns[] = {
    {.key = "board", .heading = "Board"},
    {.key = "group", .heading = "Group"},
    {.key = "name", .heading = "Name", .flexible = TRUE},
    {.key = "marks", .heading = "Meetings"},
    {.key = "attended", .heading = "Came", .right = TRUE},
    {.key = "possible", .heading = "Of", .right = TRUE},
    {.key = "represented", .heading = "Repr.", .right = TRUE},
    {.key = "apologies", .heading = "Apol.", .right = TRUE},
    {.key = "absent", .heading = "Absent", .right = TRUE},
    {.key = "percent", .heading = "%", .right = TRUE},
    {.key = NULL},
};

/* One letter a meeting: P present, p in part, R represented, A apologies, x absent, · no record or not a member then.
 */
static const char *mark_of(int status)
{
    static const char *const marks[] = {"·", "P", "A", "x", "R", "p"};

    return marks[status];
}

static MbValue *figure_row(const MbBoard *board, const MbFigure *figure, const GPtrArray *meetings)
{
    MbValue *row = mb_value_new_map();
    MbValue *each = mb_value_new_list();
    g_autofree char *name = mb_person_print(figure->person);
    GString *marks = g_string_new(NULL);

    for (guint i = 0; i < figure->status->len && i < meetings->len; i++) {
        const MbMeeting *meeting = meetings->pdata[i];
        int status = g_array_index(figure->status, int, i);
        g_autofree char *day = mb_day_iso(meeting->day);
        MbValue *one = mb_value_new_map();

        mb_value_set_text(one, "date", day);
        mb_value_set_text(one, "status", mb_attendance_words[status]);
        mb_value_add(each, one);
        g_string_append(marks, mark_of(status));
    }
    mb_value_set_text(row, "board", mb_find_board_name(board));
    mb_value_set_text(row, "group", figure->group);
    mb_value_set_text(row, "name", name);
    mb_value_set(row, "marks", mb_value_new_take(g_string_free(marks, FALSE)));
    mb_value_set_int(row, "attended", figure->attended);
    mb_value_set_int(row, "possible", figure->possible);
    mb_value_set_int(row, "represented", figure->represented);
    mb_value_set_int(row, "apologies", figure->apologies);
    mb_value_set_int(row, "absent", figure->absent);
    if (figure->percent == MB_NO_INT)
        mb_value_set_text(row, "percent", NULL);
    else
        mb_value_set_int(row, "percent", figure->percent);
    mb_value_set(row, "meetings", each);
    return row;
}

static gboolean add_attendance(MbDesk *desk, const MbBoard *board, MbDay since, MbDay until, GError **error)
{
    g_autoptr(GPtrArray) attendance = mb_store_attendance_between(mb_desk_book(desk), board->id, since, until, error);

    for (guint i = 0; attendance && i < attendance->len; i++)
        mb_dossier_add(mb_desk_dossier(desk), mb_record_copy(attendance->pdata[i]));
    return attendance != NULL;
}

/* Meetings that were held: only they stand in the matrix. */
static GPtrArray *held_meetings(const MbDossier *dossier, const MbBoard *board, MbDay since, MbDay until)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(dossier, &MB_MEETING, "board", board->id);
    GPtrArray *held = g_ptr_array_new();

    for (guint i = 0; i < all->len; i++) {
        const MbMeeting *meeting = all->pdata[i];

        if (meeting->day >= since && meeting->day <= until && meeting->state >= MB_STATE_LIVE &&
            meeting->state != MB_STATE_CANCELLED)
            g_ptr_array_add(held, all->pdata[i]);
    }
    return held;
}

/* Whether the term of FIGURE's person was over before FIRST, in every seat. */
static gboolean had_left(const MbDossier *dossier, const MbBoard *board, const MbFigure *figure, MbDay first)
{
    g_autoptr(GPtrArray) seats = mb_dossier_of(dossier, &MB_SEAT, "person", figure->person->id);

    for (guint i = 0; i < seats->len; i++) {
        const MbSeat *seat = seats->pdata[i];

        if (g_strcmp0(seat->board, board->id) == 0 && (seat->until == MB_NO_DAY || seat->until >= first))
            return FALSE;
    }
    return TRUE;
}

static gboolean add_figures(MbDesk *desk, const MbBoard *board, MbDay since, MbValue *rows, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    MbDay today = mb_desk_today(desk, board);
    g_autoptr(GPtrArray) meetings = NULL;
    g_autoptr(GPtrArray) figures = NULL;

    if (!mb_store_dossier_board(mb_desk_book(desk), dossier, board->id, error) ||
        !mb_store_dossier_meetings(mb_desk_book(desk), dossier, board->id, since, today, error) ||
        !add_attendance(desk, board, since, today, error))
        return FALSE;
    meetings = held_meetings(dossier, board, since, today);
    figures = mb_figures_attendance(dossier, board->id, meetings);
    for (guint i = 0; meetings->len && i < figures->len; i++)
        if (!had_left(dossier, board, figures->pdata[i], ((MbMeeting *)meetings->pdata[0])->day))
            mb_value_add(rows, figure_row(board, figures->pdata[i], meetings));
    return TRUE;
}

static gboolean matrix(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbValue *rows = mb_value_new_list();
    MbBoard *board;
    GPtrArray *boards;
    MbDay since;

    mb_deed_list(answer, rows, matrix_columns, "No meeting has been held since then.");
    if (!mb_find_day(mb_argument(arguments, "--since"), "--since", &since, error) ||
        !mb_find_board_option(desk, mb_argument(arguments, "--board"), &board, error))
        return FALSE;
    answer->note =
        g_strdup("P present, p in part, R represented, A apologies, x absent, · no record or no member then.");
    if (board)
        return add_figures(desk, board, since, rows, error);
    boards = mb_dossier_all(mb_desk_dossier(desk), &MB_BOARD);
    for (guint i = 0; i < boards->len; i++)
        if (!add_figures(desk, boards->pdata[i], since, rows, error))
            return FALSE;
    return TRUE;
}

static gboolean attendance_show(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting;

    if (mb_argument(arguments, "--since") && mb_argument(arguments, "MEETING"))
        return mb_deed_refuse(error, "Either a MEETING for its register, or --since DATE for the matrix of many.");
    if (mb_argument(arguments, "--since"))
        return matrix(desk, arguments, answer, error);
    if (!mb_argument(arguments, "MEETING"))
        return mb_deed_refuse(
            error, "Which meeting? Name one (a date, next, last), or say --since DATE for the matrix of many.");
    meeting = mb_deed_meeting(desk, arguments, error);
    if (!meeting)
        return FALSE;
    mb_deed_list(answer, register_rows(mb_desk_dossier(desk), meeting), register_columns, "Nobody sits on this board.");
    add_all_shown(mb_desk_dossier(desk), meeting, mb_deed_shown(answer));
    answer->note = quorum_note(desk, meeting);
    return TRUE;
}

static const MbArgument show_arguments[] = {
    {.name = "MEETING", .help = "a date, next, last, or BOARD/DATE", .flags = MB_ARGUMENT_OPTIONAL},
    {.name = "--since", .value = "DATE", .help = "the matrix of all meetings held from this day on, with percentages"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_attendance = {.name = "attendance",
                                         .help = "the register of a meeting, or the matrix of many",
                                         .example = "last --board CSP",
                                         .arguments = show_arguments,
                                         .need = MB_NEED_BOOK,
                                         .run = attendance_show};
