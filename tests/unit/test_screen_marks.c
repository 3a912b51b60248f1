/* SPDX-License-Identifier: MIT */
/* What was understood, on the screen: the unsure first, each settled in one key. */
#include "screen_case.h"

#define MEETING "CSP/2026-01-29"

/* clang-format off */
static const char none_80[] = "";
static const char some_80[] = "";
static const char some_200[] = "";
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
    return case_ask(test, "SELECT group_concat(text || ' ' || coalesce(due, coalesce(due_words, '-')), '; ') FROM action WHERE raised_at IN "
                          "(SELECT id FROM meeting WHERE day = '2026-01-29')");
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
    /* To the action with the date. */
    mb_headless_keys(test.screen, "Home");
    while (!mb_headless_shows(test.screen, "Action: JRe and Mina Castellow to write") )
        mb_headless_keys(test.screen, "Down");
    case_end(&test);
    g_assert_nonnull(strstr(first, "write to the supplier 2026-02-13"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/marks/none", nothing_yet);
    g_test_add_func("/marks/keys", each_in_a_key);
    return g_test_run();
}
