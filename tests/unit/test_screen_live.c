/* SPDX-License-Identifier: MIT */
/* The live meeting as it is seen and typed into, and the keys that its common deeds cost. */
#include "screen_case.h"

#define MEETING "CSP/2026-01-29"

/* clang-format off */
static const char opened_80[] =
    " CSP, 29 January 2026                                                   planned\n"
    "  1 Welcome, introducti… 5│  5  Strategic assessment and priori… Mina Castellow\n"
    "  2 Declarations of int… 2│─────────────────────────────────────────────────────\n"
    "  3 Minutes of the las… 10│\n"
    "    3.1 Minutes of the me…│\n"
    "    3.2 Matters arising   │\n"
    "  4 Chair's announcemen… 5│\n"
    "  5 Strategic assessme… 35│\n"
    "  6 Performance dashbo… 15│\n"
    "  7 Serious violence d… 20│\n"
    "  8 Anti-social behavi… 10│\n"
    "  9 Domestic homicide … 10│\n"
    "  10 Community safety … 20│\n"
    "  11 Cameras and light… 15│\n"
    "  12 Women's night safety…│\n"
    "  13 Hate crime         20│\n"
    "  14 For information     5│\n"
    "    14(a) Forward plan    │\n"
    "    14(b) Campaigns and c…│\n"
    "    14(c) Consultations   │\n"
    "────────────────────────────────────────────────────────────────────────────────\n"
    " 0 here   ✗ NOT QUORATE: 0 of 5 members and 0 of 3 Statutory members\n"
    " No action yet: type “Action: who to do what by when”.\n"
    " F1 Help  ^P All  F9 Start  F8 Next  F4 Go to  F7 Back  F6 Agreed  F5 Who's here\n"
    "@3,29\n";
static const char opened_200[] =
    " CSP, 29 January 2026                                                                                                                                                                           planned\n"
    "  1 Welcome, introductions and apologies   5│  5  Strategic assessment and priorities                                                               Mina Castellow │ Register\n"
    "  2 Declarations of interest               2│──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────│\n"
    "  3 Minutes of the last meeting and matt… 10│                                                                                                                      │ Actions\n"
    "    3.1 Minutes of the meeting held on 11 D…│                                                                                                                      │\n"
    "    3.2 Matters arising                     │                                                                                                                      │\n"
    "  4 Chair's announcements                  5│                                                                                                                      │\n"
    "  5 Strategic assessment and priorities   35│                                                                                                                      │\n"
    "  6 Performance dashboard                 15│                                                                                                                      │\n"
    "  7 Serious violence duty                 20│                                                                                                                      │\n"
    "  8 Anti-social behaviour and the town c… 10│                                                                                                                      │\n"
    "  9 Domestic homicide review update       10│                                                                                                                      │\n"
    "  10 Community safety fund 2026/27        20│                                                                                                                      │\n"
    "  11 Cameras and lighting                 15│                                                                                                                      │\n"
    "  12 Women's night safety charter           │                                                                                                                      │\n"
    "  13 Hate crime                           20│                                                                                                                      │\n"
    "  14 For information                       5│                                                                                                                      │\n"
    "    14(a) Forward plan                      │                                                                                                                      │\n"
    "    14(b) Campaigns and communications      │                                                                                                                      │\n"
    "    14(c) Consultations                     │                                                                                                                      │\n"
    "  15 Any other business                    5│                                                                                                                      │\n"
    "  16 Date of next meeting                  2│                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────\n"
    " 0 here   ✗ NOT QUORATE: 0 of 5 members and 0 of 3 Statutory members\n"
    " No action yet: type “Action: who to do what by when”.\n"
    " F1 Help  ^P All  F9 Start  F8 Next  F4 Go to  F7 Back  F6 Agreed  F5 Who's here  Alt-R Read back  Alt-Q Unsure\n"
    "@3,47\n";
static const char under_way_80[] =
    " CSP, 29 January 2026         2 h 46 left · ends 13:13, over by 13 · LIVE 10:14\n"
    "  3 Minutes of the las… 10│  11  Cameras and lighting     Community Safety Team\n"
    "    3.1 Minutes of the me…│─────────────────────────────────────────────────────\n"
    "    3.2 Matters arising   │  JRe said the cameras on Quay Street had failed\n"
    "  4 Chair's announcemen… 5│  twice.\n"
    "  5 Strategic assessme… 35│\n"
    "  6 Performance dashbo… 15│  Action: JRe and Mina Castellow to write to the\n"
    "  7 Serious violence d… 20│  supplier by 13 February.   ▸ 97 J. Redfearn, M. Ca…\n"
    "  8 Anti-social behavi… 10│\n"
    "  9 Domestic homicide … 10│  RESOLVED that the report be noted.       ▸ resolved\n"
    "  10 Community safety … 20│\n"
    "▶ 11 Cameras and lig… 0/15│  There was some talk of lighting.\n"
    "· 12 Women's night safe… 0│\n"
    "  13 Hate crime         20│\n"
    "  14 For information     5│\n"
    "    14(a) Forward plan    │\n"
    "    14(b) Campaigns and c…│\n"
    "    14(c) Consultations   │\n"
    "  15 Any other business  5│\n"
    "  16 Date of next meeti… 2│\n"
    "────────────────────────────────────────────────────────────────────────────────\n"
    " 30 here   ✓ quorate   needs 5 members, 3 of them Statutory\n"
    " ▸97 Jasper Redfearn: write to the supplier\n"
    " F1 Help  ^P All  F8 Next  F4 Go to  F7 Back  F6 Agreed  F5 Who's here\n"
    "@11,61\n";
static const char under_way_200[] =
    " CSP, 29 January 2026                                                                                                                                 2 h 46 left · ends 13:13, over by 13 · LIVE 10:14\n"
    "  1 Welcome, introductions and apologies   5│  11  Cameras and lighting                                                                      Community Safety Team │ Register\n"
    "  2 Declarations of interest               2│──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────│ ● Nadia Whitcombe\n"
    "  3 Minutes of the last meeting and matt… 10│  JRe said the cameras on Quay Street had failed twice.                                                               │ ● Yasmin Falkirk-Bose\n"
    "    3.1 Minutes of the meeting held on 11 D…│                                                                                                                      │ ● Idris Calloway\n"
    "    3.2 Matters arising                     │  Action: JRe and Mina Castellow to write to the supplier by 13 February.        ▸ 97 J. Redfearn, M. Castellow, 13 F…│ ● Hester Dunmallow\n"
    "  4 Chair's announcements                  5│                                                                                                                      │ ● Kofi Lindqvist\n"
    "  5 Strategic assessment and priorities   35│  RESOLVED that the report be noted.                                             ▸ resolved                           │ ● Anselm Oyelaran\n"
    "  6 Performance dashboard                 15│                                                                                                                      │ ● Bronagh Tallis\n"
    "  7 Serious violence duty                 20│  There was some talk of lighting.                                                                                    │ ● Jonquil Rosewarne\n"
    "  8 Anti-social behaviour and the town c… 10│                                                                                                                      │ ● Jasper Redfearn\n"
    "  9 Domestic homicide review update       10│                                                                                                                      │ ● Priyanka Sandell\n"
    "  10 Community safety fund 2026/27        20│                                                                                                                      │ ● Lucian Haverstock\n"
    "▶ 11 Cameras and lighting               0/15│                                                                                                                      │ ● Oluwaseun Prideaux\n"
    "· 12 Women's night safety charter          0│                                                                                                                      │ ● Marguerite Sallow\n"
    "  13 Hate crime                           20│                                                                                                                      │ ● Perrin Achterberg\n"
    "  14 For information                       5│                                                                                                                      │ ● Delphine Umarov\n"
    "    14(a) Forward plan                      │                                                                                                                      │ ● Tobias Wrenfield\n"
    "    14(b) Campaigns and communications      │                                                                                                                      │ ● Aoife Kessingland\n"
    "    14(c) Consultations                     │                                                                                                                      │ ● Shanthi Morrowby\n"
    "  15 Any other business                    5│                                                                                                                      │ ● Caspian Drewitt\n"
    "  16 Date of next meeting                  2│                                                                                                                      │ ● Fenella Abara\n"
    "                                            │                                                                                                                      │ ● Henrike Polwhele\n"
    "                                            │                                                                                                                      │ ● Gideon Strachan-Lowe\n"
    "                                            │                                                                                                                      │ ● Ottoline Brack\n"
    "                                            │                                                                                                                      │ ● Olwen Tredgold\n"
    "                                            │                                                                                                                      │ ● Winifred Addo-Pell\n"
    "                                            │                                                                                                                      │ ● Hamza Lockyer\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │ Actions\n"
    "                                            │                                                                                                                      │ ▸97 Jasper Redfearn: write to the\n"
    "                                            │                                                                                                                      │   supplier\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "                                            │                                                                                                                      │\n"
    "────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────\n"
    " 30 here   ✓ quorate   needs 5 members, 3 of them Statutory\n"
    " ▸97 Jasper Redfearn: write to the supplier\n"
    " F1 Help  ^P All  F8 Next  F4 Go to  F7 Back  F6 Agreed  F5 Who's here  Alt-R Read back  Alt-Q Unsure\n"
    "@9,79\n";
static const char read_back_80[] =
    " CSP, 29 January 2026         2 h 46 left · ends 13:13, over by 13 · LIVE 10:14\n"
    "      11 Cameras and lighting\n"
    "\n"
    "      resolved: the report be noted\n"
    "\n"
    "\n"
    "\n"
    "      Action 97, Jasper Redfearn, Mina Castellow: write to the supplier,\n"
    "\n"
    "      by 13 February 2026\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    " ↑ ↓ PgUp PgDn scroll   any other key goes back\n"
    "@3,6\n";
static const char narrow_40[] =
    " CSP, 29 January 2026\n"
    "  11  Cameras and… Community Safety Te…\n"
    "────────────────────────────────────────\n"
    " ▸write to the supplier by 13 February.\n"
    "\n"
    " ▸RESOLVED that the report be noted.\n"
    "\n"
    "  There was some talk of lighting.\n"
    "────────────────────────────────────────\n"
    " 30 here   ✓ quorate   needs 5 members…\n"
    " ▸97 Jasper Redfearn: write to the sup…\n"
    " F1 Help  ^P All  F8 Next  F4 Go to\n"
    "@7,34\n";
static const char no_agenda_80[] =
    " CSP, 29 January 2026                                                   planned\n"
    "                          │  No item\n"
    "                          │─────────────────────────────────────────────────────\n"
    "                          │\n"
    "                          │\n"
    "                          │\n"
    "                          │\n"
    "                          │\n"
    "                          │\n"
    "                          │\n"
    "                          │\n"
    "                          │\n"
    "                          │\n"
    "                          │\n"
    "                          │\n"
    "                          │\n"
    "                          │\n"
    "                          │\n"
    "                          │\n"
    "                          │\n"
    "────────────────────────────────────────────────────────────────────────────────\n"
    " 0 here   ✗ NOT QUORATE: 0 of 5 members and 0 of 3 Statutory members\n"
    " This meeting has no agenda yet; F6 drafts it from the forward plan.\n"
    " F1 Help  ^P All  F6 Draft the agenda  F7 Back  F5 Who's here\n"
    "@0,0\n";
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
    return case_ask(
        test,
        "SELECT a.text || '|' || a.due || '|' || (SELECT group_concat(name, ', ') FROM (SELECT p.name FROM owner o "
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
    g_autofree char *sql = g_strdup_printf(
        "SELECT a.status || ' ' || a.arrived FROM attendance a JOIN person p ON p.id = a.person JOIN meeting m "
        "ON m.id = a.meeting WHERE m.day = '2026-01-29' AND p.name = '%s'",
        name);

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
    by_keys = arrival_of(&test, "Jonquil Rosewarne");
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
