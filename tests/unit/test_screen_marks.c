/* SPDX-License-Identifier: MIT */
/* What was understood, on the screen: the unsure first, each settled in one key. */
#include "screen_case.h"

#define MEETING "CSP/2026-01-29"

/* clang-format off */
static const char none_80[] =
    " What was understood, CSP, 29 January 2026            0 read, 0 to be looked at\n"
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
    " F1 Help  ^P All\n"
    "@1,1\n";
static const char some_80[] =
    " What was understood, CSP, 29 January 2026            4 read, 0 to be looked at\n"
    " ▸ 5     action 98 Somebody Else             Action: Somebody Else to look int…\n"
    " ▸ 5     decision resolved                   RESOLVED that the report be noted.\n"
    " ▸ 5     departure 10:40 out H. Lockyer      Hamza Lockyer left at 10.40.\n"
    " ▸ 5     action 97 J. Redfearn, M. Castell…  Action: JRe and Mina Castellow to…\n"
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
    "────────────────────────────────────────────────────────────────────────────────\n"
    " action, 70 % sure: “Somebody Else” is nobody in the book.\n"
    " Action: Somebody Else to look into the lamps.\n"
    "\n"
    "\n"
    " F1 Help  ^P All  Enter Accept  Del Refuse  F6 Owner  F7 Due  F9 Text\n"
    "@1,1\n";
static const char some_200[] =
    " What was understood, CSP, 29 January 2026                                                                                                                                    4 read, 0 to be looked at\n"
    " ▸ 5     action 98 Somebody Else             Action: Somebody Else to look into the lamps.\n"
    " ▸ 5     decision resolved                   RESOLVED that the report be noted.\n"
    " ▸ 5     departure 10:40 out H. Lockyer      Hamza Lockyer left at 10.40.\n"
    " ▸ 5     action 97 J. Redfearn, M. Castell…  Action: JRe and Mina Castellow to write to the supplier by 13 February.\n"
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
    "────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────\n"
    " action, 70 % sure: “Somebody Else” is nobody in the book.\n"
    " Action: Somebody Else to look into the lamps.\n"
    "\n"
    "\n"
    " F1 Help  ^P All  Enter Accept  Del Refuse  F6 Owner  F7 Due  F9 Text\n"
    "@1,1\n";
/* clang-format on */

static void meeting_with_text(ScreenCase *test, const char *text)
{
    case_book(test);
    case_clock("2026-01-29T10:00:00Z");
    case_do(test->desk, "meeting start", MEETING, NULL);
    case_do(test->desk, "attendance all", MEETING, NULL);
    case_show(test, "live", MEETING, "5", 24, 80);
    mb_headless_type(test->screen, text);
    case_rest(test);
    mb_headless_keys(test->screen, "Alt-q");
}

static void nothing_yet(void)
{
    ScreenCase test;

    meeting_with_text(&test, "Good morning.");
    case_is(&test, none_80);
    mb_headless_keys(test.screen, "Down Enter Delete o d t u Ctrl-z Escape");
    case_end(&test);
}

static const char text[] = "Action: JRe and Mina Castellow to write to the supplier by 13 February.\n"
                           "RESOLVED that the report be noted.\n"
                           "Action: Somebody Else to look into the lamps.\n"
                           "Hamza Lockyer left at 10.40.\n";

static char *actions(ScreenCase *test)
{
    return case_ask(test, "SELECT group_concat(said, '; ') FROM (SELECT text || ' ' || coalesce(due, due_words, '-') "
                          "AS said FROM action WHERE raised_at IN "
                          "(SELECT id FROM meeting WHERE day = '2026-01-29') ORDER BY ref)");
}

static void each_in_a_key(void)
{
    g_autofree char *first = NULL;
    g_autofree char *redated = NULL;
    g_autofree char *refused = NULL;
    g_autofree char *again = NULL;
    ScreenCase test;

    meeting_with_text(&test, text);
    case_is(&test, some_80);
    mb_headless_resize(test.screen, 60, 200);
    case_is(&test, some_200);
    first = actions(&test);
    /* The one it is least sure of stands first. */
    mb_headless_keys(test.screen, "Delete");
    refused = actions(&test);
    mb_headless_keys(test.screen, "Ctrl-z");
    again = actions(&test);
    /* The last but what was just refused and taken back: the action with a date. */
    mb_headless_keys(test.screen, "End F7");
    mb_headless_keys(test.screen, "Ctrl-a Backspace");
    mb_headless_type(test.screen, "2 March\n");
    redated = actions(&test);
    g_assert_cmpstr(first, ==, "write to the supplier 2026-02-13; look into the lamps -");
    g_assert_cmpstr(refused, ==, "write to the supplier 2026-02-13");
    g_assert_cmpstr(again, ==, first);
    g_assert_cmpstr(redated, ==, "write to the supplier 2026-03-02; look into the lamps -");
    case_end(&test);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/marks/none", nothing_yet);
    g_test_add_func("/marks/keys", each_in_a_key);
    return g_test_run();
}
