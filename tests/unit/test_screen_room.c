/* SPDX-License-Identifier: MIT */
/* The room window shows the item being taken and nothing that is not for everybody's eyes. */
#include "screen_case.h"

#define MEETING "CSP/2026-01-29"

/* clang-format off */
static const char before_80[] =
    "\n"
    "        Harrowmere Community Safety Partnership Board\n"
    "\n"
    "        29 January 2026\n"
    "\n"
    "\n"
    "        The meeting has not begun.\n"
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
    "@23,0\n";
static const char item_80[] =
    "\n"
    "        Harrowmere Community Safety Partnership Board\n"
    "\n"
    "        29 January 2026\n"
    "\n"
    "\n"
    "        11  Cameras and lighting\n"
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
    "@23,0\n";
static const char item_200[] =
    "\n"
    "                    Harrowmere Community Safety Partnership Board\n"
    "\n"
    "                    29 January 2026\n"
    "\n"
    "\n"
    "                    11  Cameras and lighting\n"
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
    "@59,0\n";
static const char restricted_80[] =
    "\n"
    "        Harrowmere Community Safety Partnership Board\n"
    "\n"
    "        29 January 2026\n"
    "\n"
    "\n"
    "        9  Review update\n"
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
    "@23,0\n";
/* clang-format on */

static void follows_the_meeting(void)
{
    ScreenCase test;

    case_book(&test);
    case_clock("2026-01-29T10:00:00Z");
    case_show(&test, "room", MEETING, NULL, 24, 80);
    case_is(&test, before_80);
    case_close(&test);
    case_do(test.desk, "meeting start", MEETING, NULL);
    case_do(test.desk, "agenda take", MEETING, "11", NULL);
    case_show(&test, "room", MEETING, NULL, 24, 80);
    case_is(&test, item_80);
    mb_headless_resize(test.screen, 60, 200);
    case_is(&test, item_200);
    case_end(&test);
}

static void withholds_what_is_restricted(void)
{
    ScreenCase test;

    case_book(&test);
    case_clock("2026-01-29T10:00:00Z");
    case_do(test.desk, "meeting start", MEETING, NULL);
    case_do(test.desk, "agenda take", MEETING, "9", NULL);
    case_show(&test, "room", MEETING, NULL, 24, 80);
    case_is(&test, restricted_80);
    case_lacks(&test, "omicide");
    mb_headless_keys(test.screen, "F12");
    case_lacks(&test, "Harrowmere");
    mb_headless_keys(test.screen, "F12 Ctrl-q");
    g_assert_true(mb_headless_done(test.screen));
    case_end(&test);
}

/* No key does anything to the book. */
static void changes_nothing(void)
{
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    ScreenCase test;

    case_book(&test);
    before = case_ask(&test, "SELECT count(*) FROM history");
    case_show(&test, "room", MEETING, NULL, 24, 80);
    mb_headless_type(test.screen, "abc 123\n");
    mb_headless_keys(test.screen, "F3 F4 F5 F6 F7 F8 F9 Alt-a Delete Ctrl-z Tab Enter");
    after = case_ask(&test, "SELECT count(*) FROM history");
    g_assert_cmpstr(before, ==, after);
    case_end(&test);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/room/follows", follows_the_meeting);
    g_test_add_func("/room/withholds", withholds_what_is_restricted);
    g_test_add_func("/room/changes-nothing", changes_nothing);
    return g_test_run();
}
