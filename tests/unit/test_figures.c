/* SPDX-License-Identifier: MIT */
#include "dossier_help.h"

#include "minutebook/clerk/figures.h"

/* Four meetings: two held, one cancelled, one held without a register. One member who came late to the board. */
static void test_attendance(void)
{
    g_autoptr(MbDossier) dossier = mb_dossier_new();
    MbBoard *board = help_board(dossier, "Board");
    MbGroup *group = help_group(dossier, board, "Statutory", MB_NO_INT);
    MbSeat *ann = help_seat(dossier, board, "Ann Ash", group);
    MbSeat *bob = help_seat(dossier, board, "Bob Birch", NULL);
    MbSeat *cat = help_seat(dossier, board, "Cat Cedar", NULL);
    MbMeeting *june = help_meeting(dossier, board, "2025-06-26", MB_STATE_APPROVED);
    MbMeeting *september = help_meeting(dossier, board, "2025-09-25", MB_STATE_CIRCULATED);
    MbMeeting *november = help_meeting(dossier, board, "2025-11-06", MB_STATE_CANCELLED);
    MbMeeting *december = help_meeting(dossier, board, "2025-12-11", MB_STATE_APPROVED);
    MbMeeting *march = help_meeting(dossier, board, "2026-01-15", MB_STATE_WRITTEN_UP);
    g_autoptr(GPtrArray) meetings = g_ptr_array_new();
    g_autoptr(GPtrArray) figures = NULL;
    const MbFigure *figure;

    g_ptr_array_add(meetings, june);
    g_ptr_array_add(meetings, september);
    g_ptr_array_add(meetings, november);
    g_ptr_array_add(meetings, december);
    g_ptr_array_add(meetings, march);
    help_attendance(dossier, june, ann->person, MB_ATTENDANCE_PRESENT);
    help_attendance(dossier, september, ann->person, MB_ATTENDANCE_IN_PART);
    help_attendance(dossier, november, ann->person, MB_ATTENDANCE_ABSENT);
    help_attendance(dossier, december, ann->person, MB_ATTENDANCE_APOLOGIES);
    cat->since = help_day("2025-12-01");
    bob->position = 0;                                                  /* first of the roll */
    help_attendance(dossier, june, cat->person, MB_ATTENDANCE_PRESENT); /* as a guest, before the term */
    help_attendance(dossier, december, cat->person, MB_ATTENDANCE_REPRESENTED);
    figures = mb_figures_attendance(dossier, board->id, meetings);
    g_assert_cmpuint(figures->len, ==, 3);
    figure = figures->pdata[0];
    g_assert_cmpstr(figure->person->name, ==, "Bob Birch");
    g_assert_cmpint(figure->possible, ==, 3);
    g_assert_cmpint(figure->percent, ==, 0);
    g_assert_null(figure->group);
    figure = figures->pdata[1];
    g_assert_cmpstr(figure->person->name, ==, "Ann Ash");
    g_assert_cmpstr(figure->group, ==, "Statutory");
    g_assert_cmpint(figure->possible, ==, 3);
    g_assert_cmpint(figure->attended, ==, 2);
    g_assert_cmpint(figure->apologies, ==, 1);
    g_assert_cmpint(figure->absent, ==, 0);
    g_assert_cmpint(figure->percent, ==, 67);
    g_assert_cmpuint(figure->status->len, ==, 5);
    g_assert_cmpint(g_array_index(figure->status, int, 1), ==, MB_ATTENDANCE_IN_PART);
    g_assert_cmpint(g_array_index(figure->status, int, 2), ==, MB_ATTENDANCE_UNKNOWN);
    figure = figures->pdata[2];
    g_assert_cmpint(figure->possible, ==, 1);
    g_assert_cmpint(figure->attended, ==, 0);
    g_assert_cmpint(figure->represented, ==, 1);
    g_assert_cmpint(g_array_index(figure->status, int, 0), ==, MB_ATTENDANCE_UNKNOWN);
}

static void test_none_possible(void)
{
    g_autoptr(MbDossier) dossier = mb_dossier_new();
    MbBoard *board = help_board(dossier, "Board");
    g_autoptr(GPtrArray) meetings = g_ptr_array_new();
    g_autoptr(GPtrArray) figures = NULL;

    help_seat(dossier, board, "Ann Ash", NULL);
    g_ptr_array_add(meetings, help_meeting(dossier, board, "2026-01-29", MB_STATE_PLANNED));
    figures = mb_figures_attendance(dossier, board->id, meetings);
    g_assert_cmpint(((MbFigure *)figures->pdata[0])->possible, ==, 0);
    g_assert_cmpint(((MbFigure *)figures->pdata[0])->percent, ==, MB_NO_INT);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/figures/attendance", test_attendance);
    g_test_add_func("/figures/none-possible", test_none_possible);
    return g_test_run();
}
