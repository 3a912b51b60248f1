/* SPDX-License-Identifier: MIT */
/* The sweep of the action log: each open action in turn, a key each, minuted under the item it was begun from. */
#include "screen_case.h"

static void begin(ScreenCase *test)
{
    case_book(test);
    case_clock("2026-01-29T10:05:00Z");
    case_do(test->desk, "meeting start", "CSP/2026-01-29", NULL);
    case_show(test, "live", "CSP/2026-01-29", "3.2", 24, 80);
    mb_headless_keys(test->screen, "Alt-W");
}

static const char first_screen[] = " Action sweep, under item 3.2 Matters arising                  1 of 15 · 0 done\n"
                                   "\n"
                                   "        Action 70\n"
                                   "\n"
                                   "        Obtain the region's signature to the information sharing\n"
                                   "        agreement\n"
                                   "\n"
                                   "        Owner     Head of Probation Delivery Unit, Probation Service\n"
                                   "                  (Kofi Lindqvist)\n"
                                   "        Due       30 June 2025: OVERDUE by 213 days\n"
                                   "        Raised    30 January 2025 (364 days ago)\n"
                                   "        So far    26 June 2025: Region chased twice; no date given\n"
                                   "                  25 September 2025: New Head of Unit to take it to the\n"
                                   "                  regional director in person\n"
                                   "                  11 December 2025: Regional director content; signature\n"
                                   "                  now lies with a national data officer\n"
                                   "\n\n\n\n\n\n\n"
                                   " F1 Help  ^P All  c Close  o Open  d Date  h Pass on  n Words  → Skip  ← Back\n"
                                   "@2,8\n";

static void the_latest_comes_first_and_large(void)
{
    ScreenCase test;

    begin(&test);
    case_is(&test, first_screen);
    case_end(&test);
}

static void one_key_minutes_it_and_the_next_comes(void)
{
    ScreenCase test;
    g_autofree char *status = NULL;
    g_autofree char *sentence = NULL;

    begin(&test);
    mb_headless_keys(test.screen, "c");
    case_shows(&test, "2 of 15 · 1 done");
    status = case_ask(&test, "SELECT status || ' ' || closed_on FROM action WHERE ref = '70' AND board = "
                             "(SELECT id FROM board WHERE short_name = 'CSP')");
    sentence =
        case_ask(&test, "SELECT text FROM minute WHERE text LIKE 'Ref 70 %' AND item = (SELECT item.id FROM item JOIN "
                        "meeting ON meeting.id = item.meeting WHERE item.number = '3.2' AND day = '2026-01-29')");
    g_assert_cmpstr(status, ==, "closed 2026-01-29");
    g_assert_cmpstr(sentence, ==, "Ref 70 – This action is closed.");
    mb_headless_keys(test.screen, "Escape");
    case_shows(&test, "Ref 70 – This action is closed.");
    case_end(&test);
}

static void words_stand_before_the_outcome(void)
{
    ScreenCase test;
    g_autofree char *sentence = NULL;

    begin(&test);
    mb_headless_keys(test.screen, "n");
    mb_headless_type(test.screen, "The region has signed\n");
    case_shows(&test, "Reported  The region has signed");
    case_shows(&test, "1 of 15 · 0 done");
    mb_headless_keys(test.screen, "o");
    sentence = case_ask(&test, "SELECT text FROM minute WHERE text LIKE 'Ref 70 – The%'");
    g_assert_cmpstr(sentence, ==, "Ref 70 – The region has signed. This action remains open.");
    case_end(&test);
}

static void undo_takes_record_and_sentence_back(void)
{
    ScreenCase test;
    g_autofree char *status = NULL;
    g_autofree char *sentences = NULL;

    begin(&test);
    mb_headless_keys(test.screen, "c Ctrl-Z");
    case_shows(&test, "1 of 15 · 0 done");
    case_lacks(&test, "Recorded");
    status = case_ask(&test, "SELECT status FROM action WHERE ref = '70' AND board = "
                             "(SELECT id FROM board WHERE short_name = 'CSP')");
    sentences = case_ask(&test, "SELECT count(*) FROM minute WHERE text LIKE 'Ref 70 – This action%'");
    g_assert_cmpstr(status, ==, "open");
    g_assert_cmpstr(sentences, ==, "0");
    mb_headless_keys(test.screen, "Ctrl-Z");
    case_shows(&test, "cannot be done here now");
    case_end(&test);
}

static void a_new_date_and_another_owner_are_asked_for(void)
{
    ScreenCase test;
    g_autofree char *due = NULL;
    g_autofree char *owner = NULL;

    begin(&test);
    mb_headless_keys(test.screen, "d");
    mb_headless_type(test.screen, "2026-03-09\n");
    mb_headless_keys(test.screen, "h");
    mb_headless_type(test.screen, "nadia\n");
    case_shows(&test, "3 of 15 · 2 done");
    due = case_ask(
        &test, "SELECT due FROM action WHERE ref = '70' AND board = (SELECT id FROM board WHERE short_name = 'CSP')");
    owner = case_ask(&test,
                     "SELECT person.name FROM owner JOIN action ON action.id = owner.action JOIN person ON person.id = "
                     "owner.person WHERE ref = '76' AND board = (SELECT id FROM board WHERE short_name = 'CSP')");
    g_assert_cmpstr(due, ==, "2026-03-09");
    g_assert_cmpstr(owner, ==, "Nadia Whitcombe");
    case_end(&test);
}

static void the_summary_counts_what_became_of_them(void)
{
    ScreenCase test;

    begin(&test);
    mb_headless_keys(test.screen, "c o c");
    for (int i = 0; i < 12; i++)
        mb_headless_keys(test.screen, "Right");
    case_shows(&test, "The sweep is done");
    case_shows(&test, "3 of 15 done");
    case_shows(&test, "  2 closed: 70, 79");
    case_shows(&test, "  1 remain open: 76");
    case_shows(&test, " 12 not spoken of:");
    mb_headless_keys(test.screen, "Left");
    case_shows(&test, "15 of 15 · 3 done");
    case_end(&test);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/sweep/first", the_latest_comes_first_and_large);
    g_test_add_func("/sweep/one key", one_key_minutes_it_and_the_next_comes);
    g_test_add_func("/sweep/words", words_stand_before_the_outcome);
    g_test_add_func("/sweep/undo", undo_takes_record_and_sentence_back);
    g_test_add_func("/sweep/date and owner", a_new_date_and_another_owner_are_asked_for);
    g_test_add_func("/sweep/summary", the_summary_counts_what_became_of_them);
    return g_test_run();
}
