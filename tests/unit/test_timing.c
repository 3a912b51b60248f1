/* SPDX-License-Identifier: MIT */
#include "dossier_help.h"

#include "minutebook/clerk/number.h"
#include "minutebook/clerk/timing.h"

typedef struct {
    MbDossier *dossier;
    MbMeeting *meeting;
    MbItem *welcome, *minutes, *approval, *reports, *first, *second, *open, *part;
} Agenda;

static void set_up(Agenda *agenda, gconstpointer data)
{
    (void)data;
    agenda->dossier = mb_dossier_new();
    agenda->meeting =
        help_meeting(agenda->dossier, help_board(agenda->dossier, "Board"), "2026-01-29", MB_STATE_PLANNED);
    agenda->welcome = help_item(agenda->dossier, agenda->meeting, NULL, "Welcome", 5);
    agenda->minutes = help_item(agenda->dossier, agenda->meeting, NULL, "Minutes", 10);
    agenda->approval =
        help_item(agenda->dossier, agenda->meeting, agenda->minutes, "Minutes of the last meeting", MB_NO_INT);
    agenda->approval->source = MB_SOURCE_MATTERS_ARISING;
    agenda->reports = help_item(agenda->dossier, agenda->meeting, NULL, "Reports", MB_NO_INT);
    agenda->first = help_item(agenda->dossier, agenda->meeting, agenda->reports, "First", 20);
    agenda->second = help_item(agenda->dossier, agenda->meeting, agenda->reports, "Second", 15);
    agenda->open = help_item(agenda->dossier, agenda->meeting, NULL, "Open", MB_NO_INT);
    agenda->part = help_item(agenda->dossier, agenda->meeting, agenda->open, "Part", MB_NO_INT);
    agenda->part->lettered = TRUE;
}

static void tear_down(Agenda *agenda, gconstpointer data)
{
    (void)data;
    mb_dossier_free(agenda->dossier);
}

static void test_sums(Agenda *agenda, gconstpointer data)
{
    MbTiming timing = mb_timing_of(agenda->dossier, agenda->meeting);

    (void)data;
    g_assert_cmpint(timing.available, ==, 180);
    g_assert_cmpint(timing.planned, ==, 50);
    g_assert_cmpint(timing.untimed, ==, 1);
    g_assert_true(mb_timing_untimed(agenda->dossier, agenda->open));
    g_assert_false(mb_timing_untimed(agenda->dossier, agenda->part));
    g_assert_false(mb_timing_untimed(agenda->dossier, agenda->approval));
    g_assert_false(mb_timing_untimed(agenda->dossier, agenda->reports));
}

static void test_past_midnight(Agenda *agenda, gconstpointer data)
{
    (void)data;
    agenda->meeting->starts = 23 * 60;
    agenda->meeting->ends = 60;
    g_assert_cmpint(mb_timing_of(agenda->dossier, agenda->meeting).available, ==, 120);
    agenda->meeting->ends = MB_NO_TIME;
    g_assert_cmpint(mb_timing_of(agenda->dossier, agenda->meeting).available, ==, 0);
}

static void test_starts(Agenda *agenda, gconstpointer data)
{
    static const struct {
        const char *title;
        const char *starts;
    } expected[] = {{"Welcome", "10:00"}, {"Minutes", "10:05"}, {"Minutes of the last meeting", "10:05"},
                    {"Reports", "10:15"}, {"First", "10:15"},   {"Second", "10:35"},
                    {"Open", "10:50"},    {"Part", "10:50"}};
    g_autoptr(GPtrArray) items = mb_number_items(agenda->dossier, agenda->meeting->id);

    (void)data;
    g_assert_cmpuint(items->len, ==, G_N_ELEMENTS(expected));
    for (guint i = 0; i < items->len; i++) {
        g_autofree char *starts = mb_time_text(mb_timing_starts(agenda->dossier, agenda->meeting, items, i));
        g_assert_cmpstr(((MbItem *)items->pdata[i])->title, ==, expected[i].title);
        g_assert_cmpstr(starts, ==, expected[i].starts);
    }
    agenda->meeting->starts = MB_NO_TIME;
    g_assert_cmpint(mb_timing_starts(agenda->dossier, agenda->meeting, items, 3), ==, MB_NO_TIME);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/timing/sums", Agenda, NULL, set_up, test_sums, tear_down);
    g_test_add("/timing/past-midnight", Agenda, NULL, set_up, test_past_midnight, tear_down);
    g_test_add("/timing/starts", Agenda, NULL, set_up, test_starts, tear_down);
    return g_test_run();
}
