/* SPDX-License-Identifier: MIT */
/* The write-up: notes taken over into the minute, items ticked, gaps found. */
#include "screen_case.h"

static const char NOTES[] =
    "Apologies were received from the Treasurer.\n\nACTION: the Clerk to write to the auditors by 3 March.\n\n"
    "- first point ??\n- second point\n";

/* A board that types notes at the meeting. */
static void begin(ScreenCase *test)
{
    const char *const words[] = {"Lanthorn/2026-02-10", "1", "--notes", NULL};

    case_book(test);
    case_clock("2026-02-10T19:00:00Z");
    case_do(test->desk, "agenda draft", "Lanthorn/2026-02-10", NULL);
    case_do(test->desk, "meeting start", "Lanthorn/2026-02-10", NULL);
    g_free(case_said(test->desk, "minutes add", NOTES, words));
    case_show(test, "live", "Lanthorn/2026-02-10", "1", 24, 80);
    mb_headless_keys(test->screen, "Alt-U");
}

static const char one_above_the_other[] =
    " Write up: Lanthorn, 10 February 2026                 0 of 19 written up · live\n"
    "  1.0  Welcome and apologies                                     not ticked yet\n"
    "── Notes: they go to nobody ────────────────────────────────────────────────────\n"
    "  Apologies were received from the Treasurer.              ▸ apologies G. Mossop\n"
    "\n"
    "  ACTION: the Clerk to write to the auditors by 3 March.   ▸ 71 the Clerk, 3 Mar\n"
    "\n"
    "  • first point ??\n"
    "  • second point\n"
    "\n"
    "── Minute ──────────────────────────────────────────────────────────────────────\n"
    "\n\n\n\n\n\n\n\n\n\n\n\n"
    " F1 Help  ^P All  F9 Done, next  F5 Take over  F6 Notes/minute  F8 Next open\n"
    "@3,2\n";

static void notes_stand_above_the_minute(void)
{
    ScreenCase test;

    begin(&test);
    case_is(&test, one_above_the_other);
    mb_headless_resize(test.screen, 60, 200);
    case_shows(&test, "· 1.0 Welcome and apologies");
    case_shows(&test, " Minute ");
    case_end(&test);
}

#define MINUTE                                                                                                         \
    "(SELECT text, style, position FROM minute WHERE layer = 'minute' AND meeting = (SELECT id FROM meeting WHERE "    \
    "day = '2026-02-10') ORDER BY position)"

static void one_key_a_line_takes_the_notes_over(void)
{
    ScreenCase test;
    g_autofree char *text = NULL;
    g_autofree char *actions = NULL;

    begin(&test);
    mb_headless_keys(test.screen, "F5 F5 F5 F5");
    case_rest(&test);
    text = case_ask(&test, "SELECT group_concat(style || ':' || text, '|') FROM " MINUTE);
    g_assert_cmpstr(text, ==,
                    "paragraph:Apologies were received from the Treasurer.|paragraph:ACTION: the Clerk to write to the "
                    "auditors by 3 March.|bullet:first point ??|bullet:second point");
    /* What both say is one action. */
    actions = case_ask(&test, "SELECT count(*) FROM action WHERE text = 'write to the auditors'");
    g_assert_cmpstr(actions, ==, "1");
    case_end(&test);
}

static void a_selection_is_taken_over_alone(void)
{
    ScreenCase test;
    g_autofree char *text = NULL;

    begin(&test);
    mb_headless_keys(test.screen, "Ctrl-Shift-Right F5");
    text = case_ask(&test, "SELECT group_concat(text, '|') FROM " MINUTE);
    g_assert_cmpstr(g_strchomp(text), ==, "Apologies");
    case_end(&test);
}

static void a_private_line_is_not_taken_over(void)
{
    ScreenCase test;
    g_autofree char *count = NULL;

    begin(&test);
    mb_headless_keys(test.screen, "Alt-P F5");
    case_shows(&test, "That line is private; Alt-P makes it an ordinary note first.");
    count = case_ask(&test, "SELECT count(*) FROM " MINUTE);
    g_assert_cmpstr(count, ==, "0");
    case_end(&test);
}

static void tab_goes_to_the_other_side(void)
{
    ScreenCase test;
    g_autofree char *text = NULL;

    begin(&test);
    mb_headless_keys(test.screen, "Tab");
    mb_headless_type(test.screen, "Minuted.");
    mb_headless_keys(test.screen, "F6");
    mb_headless_type(test.screen, "Noted. ");
    text = case_ask(&test, "SELECT group_concat(text, '|') FROM " MINUTE);
    g_assert_cmpstr(text, ==, "Minuted.");
    case_shows(&test, "  Noted. Apologies were received");
    case_end(&test);
}

static void a_tick_goes_on_to_the_next_item(void)
{
    ScreenCase test;
    g_autofree char *ticked = NULL;

    begin(&test);
    mb_headless_keys(test.screen, "F9");
    case_shows(&test, "1 of 19 written up");
    case_shows(&test, "  2.0  Declarations of interest");
    mb_headless_keys(test.screen, "F7");
    case_shows(&test, "✓ written up");
    mb_headless_keys(test.screen, "F9");
    case_shows(&test, "0 of 19 written up");
    case_shows(&test, "  1.0  Welcome and apologies");
    ticked = case_ask(&test, "SELECT count(*) FROM item WHERE written_up = 1 AND meeting = (SELECT id FROM meeting "
                             "WHERE day = '2026-02-10')");
    g_assert_cmpstr(ticked, ==, "0");
    case_end(&test);
}

static void a_gap_is_listed_and_filled_in_place(void)
{
    ScreenCase test;

    begin(&test);
    mb_headless_keys(test.screen, "Alt-Shift-G");
    case_shows(&test, "first point ??");
    case_shows(&test, "1.0 Welcome and apologies (notes)");
    mb_headless_keys(test.screen, "Enter");
    mb_headless_type(test.screen, "of three");
    case_shows(&test, "• first point of three");
    mb_headless_keys(test.screen, "Alt-Shift-G");
    case_shows(&test, "There is no gap in the text of this meeting.");
    case_end(&test);
}

static void a_board_that_types_its_minute_sees_it_alone(void)
{
    ScreenCase test;

    case_book(&test);
    case_clock("2026-01-29T10:00:00Z");
    case_do(test.desk, "meeting start", "CSP/2026-01-29", NULL);
    case_show(&test, "live", "CSP/2026-01-29", "2", 24, 80);
    mb_headless_keys(test.screen, "Alt-U");
    case_shows(&test, "Write up: CSP, 29 January 2026");
    case_lacks(&test, "Notes: they go to nobody");
    case_end(&test);
}

/* --- closing says what is still open --- */

static void closing_leads_to_the_gaps(void)
{
    ScreenCase test;
    g_autofree char *closed = NULL;

    case_book(&test);
    case_clock("2026-01-29T10:00:00Z");
    case_do(test.desk, "meeting start", "CSP/2026-01-29", NULL);
    case_show(&test, "live", "CSP/2026-01-29", "2", 24, 80);
    mb_headless_type(test.screen, "?? spoke of ??.");
    mb_headless_keys(test.screen, "Ctrl-P");
    mb_headless_type(test.screen, "Close the meeting\n");
    case_shows(&test, "Close the meeting? It has 2 gaps (?"
                      "?)");
    mb_headless_keys(test.screen, "Down Enter");
    case_shows(&test, "Gaps in this meeting: 2");
    mb_headless_keys(test.screen, "Escape Ctrl-P");
    mb_headless_type(test.screen, "Close the meeting\n\n");
    closed = case_ask(&test, "SELECT closed FROM meeting WHERE day = '2026-01-29'");
    g_assert_cmpstr(closed, ==, "10:00");
    case_end(&test);
}

/* --- stock sentences --- */

static void a_short_key_and_tab_write_a_sentence(void)
{
    ScreenCase test;

    case_book(&test);
    case_clock("2026-01-29T10:00:00Z");
    case_show(&test, "live", "CSP/2026-01-29", "2", 24, 80);
    mb_headless_type(test.screen, "noapol\t");
    case_shows(&test, "There were no apologies for absence.");
    mb_headless_type(test.screen, "\napol\tCllr Redsell");
    case_shows(&test, "Apologies for absence were received from Cllr");
    /* Within a sentence it is a word like any other. */
    mb_headless_type(test.screen, "\nThe apol\t");
    case_shows(&test, "The apol");
    mb_headless_keys(test.screen, "Ctrl-P");
    mb_headless_type(test.screen, "Stock sentences\n");
    case_shows(&test, "The report was taken as read.");
    case_end(&test);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/writeup/screen", notes_stand_above_the_minute);
    g_test_add_func("/writeup/take over", one_key_a_line_takes_the_notes_over);
    g_test_add_func("/writeup/selection", a_selection_is_taken_over_alone);
    g_test_add_func("/writeup/private", a_private_line_is_not_taken_over);
    g_test_add_func("/writeup/sides", tab_goes_to_the_other_side);
    g_test_add_func("/writeup/tick", a_tick_goes_on_to_the_next_item);
    g_test_add_func("/writeup/gap", a_gap_is_listed_and_filled_in_place);
    g_test_add_func("/writeup/minute alone", a_board_that_types_its_minute_sees_it_alone);
    g_test_add_func("/live/closing", closing_leads_to_the_gaps);
    g_test_add_func("/live/stock sentence", a_short_key_and_tab_write_a_sentence);
    return g_test_run();
}
