/* SPDX-License-Identifier: MIT */
/* The live meeting as it is seen and typed into, and the keys that its common deeds cost. */
#include "screen_case.h"

#define MEETING "CSP/2026-01-29"

/* clang-format off */
static const char opened_80[] = "";
static const char opened_200[] = "";
static const char under_way_80[] = "";
static const char under_way_200[] = "";
static const char read_back_80[] = "";
static const char narrow_40[] = "";
static const char no_agenda_80[] = "";
/* clang-format on */

static void live_at(ScreenCase *test, const char *item, int rows, int columns)
{
    case_book(test);
    case_clock("2026-01-29T10:00:00Z");
    case_show(test, "live", MEETING, item, rows, columns);
}

/* Started, everybody there, at item 11. */
static void live_under_way(ScreenCase *test, int rows, int columns)
{
    case_book(test);
    case_clock("2026-01-29T10:00:00Z");
    case_do(test->desk, "meeting start", MEETING, NULL);
    case_do(test->desk, "attendance all", MEETING, NULL);
    case_clock("2026-01-29T10:14:00Z");
    case_show(test, "live", MEETING, "11", rows, columns);
}

static void is_open(void)
{
    ScreenCase test;

    live_at(&test, "5", 24, 80);
    case_is(&test, opened_80);
    mb_headless_resize(test.screen, 60, 200);
    case_is(&test, opened_200);
    mb_headless_resize(test.screen, 24, 80);
    case_is(&test, opened_80);
    case_end(&test);
}

static void has_no_agenda(void)
{
    ScreenCase test;

    case_begin(&test);
    case_do(test.desk, "init", "--sample", NULL);
    case_show(&test, "live", MEETING, NULL, 24, 80);
    case_is(&test, no_agenda_80);
    g_assert_cmpint(mb_headless_keys(test.screen, "F6"), ==, 1);
    case_shows(&test, "5 Strategic assessme… 35");
    case_end(&test);
}

static const char typed[] = "JRe said the cameras on Quay Street had failed twice.\n"
                            "Action: JRe and Mina Castellow to write to the supplier by 13 February.\n"
                            "RESOLVED that the report be noted.\n"
                            "There was some talk of lighting.";

static void reads_what_is_typed(void)
{
    ScreenCase test;

    live_under_way(&test, 24, 80);
    mb_headless_keys(test.screen, "F8 Shift-F7");
    mb_headless_type(test.screen, typed);
    case_rest(&test);
    case_is(&test, under_way_80);
    mb_headless_resize(test.screen, 60, 200);
    case_is(&test, under_way_200);
    mb_headless_resize(test.screen, 24, 80);
    mb_headless_keys(test.screen, "Alt-r");
    case_is(&test, read_back_80);
    mb_headless_keys(test.screen, "Escape");
    case_is(&test, under_way_80);
    mb_headless_resize(test.screen, 12, 40);
    case_is(&test, narrow_40);
    case_end(&test);
}

static char *action_in_book(ScreenCase *test)
{
    return case_ask(test, "SELECT a.text || '|' || a.due || '|' || (SELECT group_concat(name, ', ') FROM (SELECT p.name FROM owner o "
                          "JOIN person p ON p.id = o.person WHERE o.action = a.id ORDER BY o.position)) FROM action a "
                          "WHERE a.raised_at IN (SELECT id FROM meeting WHERE day = '2026-01-29')");
}

/* An action costs its own words and Enter. */
static void an_action_costs_its_words(void)
{
    static const char words[] = "Action: JRe and Mina Castellow to write to the supplier by 13 February.\n";
    g_autofree char *action = NULL;
    ScreenCase test;

    live_under_way(&test, 24, 80);
    g_assert_cmpint(mb_headless_type(test.screen, words), ==, (int)strlen(words));
    case_rest(&test);
    action = action_in_book(&test);
    g_assert_cmpstr(action, ==, "write to the supplier|2026-02-13|Jasper Redfearn, Mina Castellow");
    case_end(&test);
}

static void items_cost_few_keys(void)
{
    ScreenCase test;

    live_under_way(&test, 24, 80);
    g_assert_cmpint(mb_headless_keys(test.screen, "F8"), ==, 1);
    case_shows(&test, "│  12  Women's night safety");
    g_assert_cmpint(mb_headless_keys(test.screen, "F4 5"), <=, 3);
    case_shows(&test, "│  5  Strategic assessment");
    g_assert_cmpint(mb_headless_keys(test.screen, "F4 1 6"), <=, 3);
    case_shows(&test, "│  16  Date of next meeting");
    g_assert_cmpint(mb_headless_keys(test.screen, "F4 1 Enter"), <=, 3);
    case_shows(&test, "│  1  Welcome");
    g_assert_cmpint(mb_headless_keys(test.screen, "F4 h Enter"), <=, 3);
    case_shows(&test, "│  13  Hate crime");
    g_assert_cmpint(mb_headless_keys(test.screen, "F7"), ==, 1);
    case_shows(&test, "│  1  Welcome");
    g_assert_cmpint(mb_headless_keys(test.screen, "F7"), ==, 1);
    case_shows(&test, "│  13  Hate crime");
    g_assert_cmpint(mb_headless_keys(test.screen, "Shift-F7"), ==, 1);
    case_shows(&test, "│  12  Women's night safety");
    case_end(&test);
}

static char *arrival_of(ScreenCase *test, const char *name)
{
    g_autofree char *sql = g_strdup_printf("SELECT a.status || ' ' || a.arrived FROM attendance a JOIN person p ON p.id = a.person JOIN meeting m "
                                           "ON m.id = a.meeting WHERE m.day = '2026-01-29' AND p.name = '%s'", name);

    return case_ask(test, sql);
}

/* A late arrival: the sentence as it is typed anyway, or three keys. */
static void a_late_arrival(void)
{
    g_autofree char *by_words = NULL;
    g_autofree char *by_keys = NULL;
    ScreenCase test;

    case_book(&test);
    case_clock("2026-01-29T10:00:00Z");
    case_do(test.desk, "meeting start", MEETING, NULL);
    case_clock("2026-01-29T10:14:00Z");
    case_show(&test, "live", MEETING, "5", 24, 80);
    mb_headless_type(test.screen, "Mina Castellow arrived at 10.10.\n");
    case_rest(&test);
    by_words = arrival_of(&test, "Mina Castellow");
    g_assert_cmpint(mb_headless_keys(test.screen, "Alt-n j Enter"), ==, 3);
    by_keys = arrival_of(&test, "Jasper Redfearn");
    g_assert_cmpstr(by_words, ==, "in part 10:10");
    g_assert_cmpstr(by_keys, ==, "in part 10:14");
    case_end(&test);
}

static void keys_of_deeds_are_taken_back(void)
{
    ScreenCase test;

    live_under_way(&test, 24, 80);
    mb_headless_type(test.screen, "Some words");
    mb_headless_keys(test.screen, "Alt-c");
    case_shows(&test, "→ 11 Cameras");
    mb_headless_keys(test.screen, "Ctrl-z");
    case_lacks(&test, "→ 11 Cameras");
    case_shows(&test, "Some words");
    mb_headless_keys(test.screen, "Ctrl-z");
    case_lacks(&test, "Some words");
    case_end(&test);
}

/* Clicks on the agenda, in the text and on the bottom line. */
static void the_mouse_goes_where_it_points(void)
{
    ScreenCase test;
    int row, column;

    live_under_way(&test, 24, 80);
    mb_headless_type(test.screen, "The first line.\nThe second.");
    mb_headless_mouse(test.screen, MB_MOUSE_PRESS, 1, 1, 3, 33);
    mb_headless_mouse(test.screen, MB_MOUSE_RELEASE, 1, 1, 3, 33);
    mb_grid_cursor(mb_headless_grid(test.screen), &row, &column);
    g_assert_cmpint(row, ==, 3);
    g_assert_cmpint(column, ==, 33);
    mb_headless_type(test.screen, "X");
    case_shows(&test, "The Xfirst line.");
    mb_headless_mouse(test.screen, MB_MOUSE_PRESS, 1, 1, 4, 5);
    mb_headless_mouse(test.screen, MB_MOUSE_RELEASE, 1, 1, 4, 5);
    case_lacks(&test, "The Xfirst line.");
    mb_headless_mouse(test.screen, MB_MOUSE_PRESS, 1, 1, 23, 2);
    mb_headless_mouse(test.screen, MB_MOUSE_RELEASE, 1, 1, 23, 2);
    case_shows(&test, "The meeting as it happens.");
    case_end(&test);
}

static void gaps_times_and_names(void)
{
    ScreenCase test;

    live_under_way(&test, 24, 80);
    mb_headless_keys(test.screen, "Alt-t Space Alt-g");
    case_shows(&test, "10:14 ??");
    mb_headless_type(test.screen, "\njre: ");
    case_shows(&test, "Jasper Redfearn:");
    mb_headless_type(test.screen, "and Casp\t");
    case_shows(&test, "Jasper Redfearn: and Caspian Drewitt");
    case_end(&test);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/live/open", is_open);
    g_test_add_func("/live/no-agenda", has_no_agenda);
    g_test_add_func("/live/reads", reads_what_is_typed);
    g_test_add_func("/live/action", an_action_costs_its_words);
    g_test_add_func("/live/items", items_cost_few_keys);
    g_test_add_func("/live/arrival", a_late_arrival);
    g_test_add_func("/live/undo", keys_of_deeds_are_taken_back);
    g_test_add_func("/live/mouse", the_mouse_goes_where_it_points);
    g_test_add_func("/live/names", gaps_times_and_names);
    return g_test_run();
}
