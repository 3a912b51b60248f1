/* SPDX-License-Identifier: MIT */
/* Motions moved, amended, counted and called by name; what the minute says of them, and what the room sees. */
#include "screen_case.h"

#define MEETING "CSP/2026-01-29"

/* clang-format off */
static const char no_motion_80[] =
    " Votes: 11  Cameras and lighting                      23 of 23 members may vote\n"
    "\n"
    " No motion is moved yet: F6 records one.\n"
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
    "────────────────────────────────────────────────────────────────────────────────\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    " F1 Help  ^P All  F6 Motion\n"
    "@2,1\n";
static const char amendment_80[] =
    " Votes: 11  Cameras and lighting                      23 of 23 members may vote\n"
    "\n"
    " That the cameras be replaced                                              open\n"
    "    └ replace “replaced” by “repaired”                               ▶ put next\n"
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
    "────────────────────────────────────────────────────────────────────────────────\n"
    " Amendment: replace “replaced” by “repaired”\n"
    "\n"
    "\n"
    "\n"
    "\n"
    " CSP, 29 January 2026, item 11 Cameras and lighting: the amendment “replace\n"
    " “replaced” by “repaired”” is moved.\n"
    " F1 Help  ^P All  F6 Motion  F7 Amend  F8 Vote  F9 By name  Del Withdraw\n"
    "@3,1\n";
static const char counted_80[] =
    " 11  Cameras and lighting                                       put to the vote\n"
    "  Amendment\n"
    "  replace “replaced” by “repaired”\n"
    "  23 may vote; needs more than half of the votes cast: 5 of 9\n"
    "\n"
    "    For          7\n"
    "    Against      2\n"
    "    Abstained    1\n"
    "\n"
    "  CARRIED, 7 for, 2 against, 1 abstained\n"
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
    " F1 Help  ^P All  Enter Record  Tab next number  F6 All for\n"
    "@7,18\n";
static const char called_80[] =
    " 11  Cameras and lighting                                  vote by name, 0 open\n"
    "  Motion\n"
    "  That the cameras be replaced\n"
    "  22 may vote; needs more than half of the votes cast: 11 of 21\n"
    "  CARRIED, 20 for, 1 against, 1 abstained\n"
    "\n"
    " Cllr Nadia Whitcombe                   ✓ for                                 ┃\n"
    " Chief Supt Yasmin Falkirk-Bose         ✓ for                                 ┃\n"
    " Supt Idris Calloway                    ✓ for                                 ┃\n"
    " Hester Dunmallow                       ✓ for                                 ┃\n"
    " Kofi Lindqvist                         ■ barred   declared an interest: dir… ┃\n"
    " Dr Anselm Oyelaran                     ○ abstained                           ┃\n"
    " Bronagh Tallis                         ✓ for                                 ┃\n"
    " Jonquil Rosewarne                      ✓ for                                 ┃\n"
    " Jasper Redfearn                        ✓ for                                 ┃\n"
    " Dr Priyanka Sandell                    ✗ against                             ┃\n"
    " Lucian Haverstock                      ✓ for                                 ┃\n"
    " Oluwaseun Prideaux                     ✓ for                                 ┃\n"
    " Marguerite Sallow                      ✓ for                                 │\n"
    " Perrin Achterberg                      ✓ for                                 │\n"
    " Delphine Umarov                        ✓ for                                 │\n"
    " Tobias Wrenfield                       ✓ for                                 │\n"
    " Aoife Kessingland                      ✓ for                                 │\n"
    " F1 Help  ^P All  Enter Record  F6 All for  1 for  2 against  3 abstained\n"
    "@12,1\n";
static const char called_200[] =
    " 11  Cameras and lighting                                                                                                                                                          vote by name, 0 open\n"
    "  Motion\n"
    "  That the cameras be replaced\n"
    "  22 may vote; needs more than half of the votes cast: 11 of 21\n"
    "  CARRIED, 20 for, 1 against, 1 abstained\n"
    "\n"
    " Cllr Nadia Whitcombe                     ✓ for\n"
    " Chief Supt Yasmin Falkirk-Bose           ✓ for\n"
    " Supt Idris Calloway                      ✓ for\n"
    " Hester Dunmallow                         ✓ for\n"
    " Kofi Lindqvist                           ■ barred   declared an interest: director of the supplier\n"
    " Dr Anselm Oyelaran                       ○ abstained\n"
    " Bronagh Tallis                           ✓ for\n"
    " Jonquil Rosewarne                        ✓ for\n"
    " Jasper Redfearn                          ✓ for\n"
    " Dr Priyanka Sandell                      ✗ against\n"
    " Lucian Haverstock                        ✓ for\n"
    " Oluwaseun Prideaux                       ✓ for\n"
    " Marguerite Sallow                        ✓ for\n"
    " Perrin Achterberg                        ✓ for\n"
    " Delphine Umarov                          ✓ for\n"
    " Tobias Wrenfield                         ✓ for\n"
    " Aoife Kessingland                        ✓ for\n"
    " Shanthi Morrowby                         ✓ for\n"
    " Caspian Drewitt                          ✓ for\n"
    " Fenella Abara                            ✓ for\n"
    " Dr Henrike Polwhele                      ✓ for\n"
    " Gideon Strachan-Lowe                     ✓ for\n"
    " Cllr Ottoline Brack                      ✓ for\n"
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
    "\n"
    "\n"
    "\n"
    "\n"
    " F1 Help  ^P All  Enter Record  F6 All for  1 for  2 against  3 abstained  0 none\n"
    "@12,1\n";
/* clang-format on */

static void under_way(ScreenCase *test, const char *screen, int rows, int columns)
{
    case_book(test);
    case_clock("2026-01-29T10:00:00Z");
    case_do(test->desk, "meeting start", MEETING, NULL);
    case_do(test->desk, "attendance all", MEETING, NULL);
    case_clock("2026-01-29T10:14:00Z");
    case_do(test->desk, "agenda take", MEETING, "11", NULL);
    case_show(test, screen, MEETING, "11", rows, columns);
}

static void is(ScreenCase *test, const char *sql, const char *expected)
{
    g_autofree char *said = case_ask(test, sql);

    g_assert_cmpstr(said, ==, expected);
}

#define DECISIONS                                                                                                      \
    "SELECT group_concat(outcome || ' ' || text || ' ' || coalesce(votes_for, '') || '-' || coalesce(votes_against, "  \
    "'') || "                                                                                                          \
    "'-' || coalesce(votes_abstained, ''), '; ') FROM decision WHERE meeting = (SELECT id FROM meeting WHERE day = "   \
    "'2026-01-29' "                                                                                                    \
    "AND board = (SELECT id FROM board WHERE short_name = 'CSP'))"
#define MINUTE                                                                                                         \
    "SELECT group_concat(text, '|') FROM (SELECT text FROM minute WHERE meeting = (SELECT id FROM meeting WHERE day "  \
    "= "                                                                                                               \
    "'2026-01-29' AND board = (SELECT id FROM board WHERE short_name = 'CSP')) ORDER BY position)"

/* A motion is moved, amended in place, and carried; the minute tells it once and so do the decisions. */
static void moved_amended_and_carried(void)
{
    ScreenCase test;

    under_way(&test, "live", 24, 80);
    mb_headless_keys(test.screen, "Alt-v");
    case_is(&test, no_motion_80);
    mb_headless_keys(test.screen, "F6");
    mb_headless_type(test.screen, "the cameras be replaced\nkofi\ncallow\n");
    case_shows(&test, "moved by Kofi Lindqvist and seconded by Supt Idris Calloway");
    mb_headless_keys(test.screen, "F7");
    for (int i = 0; i < 8; i++)
        mb_headless_keys(test.screen, "Backspace");
    mb_headless_type(test.screen, "repaired\n\n");
    case_is(&test, amendment_80);
    mb_headless_keys(test.screen, "F8");
    mb_headless_type(test.screen, "7 2 1");
    case_is(&test, counted_80);
    mb_headless_keys(test.screen, "Enter");
    case_shows(&test, "replace “replaced” by “repaired”");
    case_shows(&test, "carried 7–2–1");
    mb_headless_keys(test.screen, "Enter 9 Space 4 Enter");
    case_shows(&test, "carried 9–4–0");
    mb_headless_keys(test.screen, "Escape");
    case_shows(&test, "RESOLVED that the cameras be repaired, moved by");
    is(&test, DECISIONS, "resolved That the cameras be repaired 9-4-0");
    is(&test, MINUTE,
       "An amendment, to replace “replaced” by “repaired”, was carried by 7 votes to 2, 1 abstained.|RESOLVED that the "
       "cameras be repaired, moved by Kofi Lindqvist and seconded by Supt Idris Calloway, 9 for, 4 against.");
    case_end(&test);
}

static void move(ScreenCase *test)
{
    mb_headless_keys(test->screen, "F6");
    mb_headless_type(test->screen, "the cameras be replaced\n\n");
}

/* A tie: the chair's casting vote is asked for, and is told. */
static void votes_are_equal(void)
{
    ScreenCase test;

    under_way(&test, "votes", 24, 80);
    move(&test);
    mb_headless_keys(test.screen, "F8");
    mb_headless_type(test.screen, "4 4");
    case_shows(&test, "EQUAL, 4 each: the chair may give a casting vote");
    mb_headless_keys(test.screen, "Enter");
    case_shows(&test, "The votes are equal. How does the chair vote?");
    mb_headless_keys(test.screen, "Down Enter");
    case_shows(&test, "lost 4–4–0");
    is(&test, DECISIONS, "rejected That the cameras be replaced 4-4-0");
    is(&test, MINUTE,
       "A motion that the cameras be replaced was lost by 4 votes to 4. The chair gave a casting vote against.");
    case_end(&test);
}

/* Nobody counted; a wrong vote is taken back; leaving changes nothing. */
static void not_counted(void)
{
    ScreenCase test;

    under_way(&test, "votes", 24, 80);
    move(&test);
    mb_headless_keys(test.screen, "F8 7 Escape");
    case_shows(&test, "put next");
    mb_headless_keys(test.screen, "F8 Enter Enter");
    case_shows(&test, "carried");
    is(&test, DECISIONS, "resolved That the cameras be replaced --");
    mb_headless_keys(test.screen, "Ctrl-z");
    case_shows(&test, "put next");
    is(&test, DECISIONS, "");
    mb_headless_keys(test.screen, "Delete");
    case_shows(&test, "withdrawn");
    case_end(&test);
}

/* Everyone for, then the exceptions by part of a name; who is barred has no vote. */
static void called_by_name(void)
{
    ScreenCase test;

    case_book(&test);
    case_clock("2026-01-29T10:00:00Z");
    case_do(test.desk, "meeting start", MEETING, NULL);
    case_do(test.desk, "attendance all", MEETING, NULL);
    case_do(test.desk, "interest add", MEETING, "11", "Kofi Lindqvist", "--nature", "director of the supplier",
            "--effect", "did not vote", NULL);
    case_show(&test, "votes", MEETING, "11", 24, 80);
    move(&test);
    mb_headless_keys(test.screen, "F9 F6");
    mb_headless_type(test.screen, "sand2oye3");
    case_is(&test, called_80);
    mb_headless_resize(test.screen, 60, 200);
    case_is(&test, called_200);
    mb_headless_resize(test.screen, 24, 80);
    mb_headless_type(test.screen, "kofi1");
    case_shows(&test, "Kofi Lindqvist may not vote on this item");
    mb_headless_keys(test.screen, "Enter");
    case_shows(&test, "carried 20–1–1");
    is(&test, DECISIONS, "resolved That the cameras be replaced 20-1-1");
    is(&test,
       "SELECT count(*) FROM vote WHERE vote = 'barred' AND person = (SELECT id FROM person WHERE name = 'Kofi "
       "Lindqvist')",
       "1");
    case_end(&test);
}

/* The room sees the motion and the count, and nothing of the text; while the public are excluded no motion. */
static void the_room_sees_the_count(void)
{
    ScreenCase test;

    under_way(&test, "room", 24, 80);
    case_shows(&test, "Cameras and lighting");
    case_do(test.desk, "motion add", MEETING, "11", "That the cameras be replaced", NULL);
    g_free(case_said(test.desk, "minutes add", "A secret word.", (const char *const[]){MEETING, "11", NULL}));
    case_close(&test);
    case_show(&test, "room", MEETING, NULL, 24, 80);
    case_shows(&test, "That the cameras be replaced");
    case_lacks(&test, "secret");
    case_close(&test);
    case_do(test.desk, "motion vote", MEETING, "11", "--for", "7", "--against", "2", NULL);
    case_show(&test, "room", MEETING, NULL, 24, 80);
    case_shows(&test, "For 7    Against 2    Abstained 0    carried");
    case_close(&test);
    case_do(test.desk, "meeting exclude", MEETING, "11", "--paragraph", "3", NULL);
    case_show(&test, "room", MEETING, NULL, 24, 80);
    case_shows(&test, "The public are excluded.");
    case_lacks(&test, "cameras be replaced");
    case_end(&test);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/votes/carried", moved_amended_and_carried);
    g_test_add_func("/votes/equal", votes_are_equal);
    g_test_add_func("/votes/not-counted", not_counted);
    g_test_add_func("/votes/by-name", called_by_name);
    g_test_add_func("/votes/room", the_room_sees_the_count);
    return g_test_run();
}
