/* SPDX-License-Identifier: MIT */
#include "dossier_help.h"

#include "minutebook/clerk/notice.h"

#define BREAKS .easter_break = TRUE, .christmas_break = TRUE

static const struct {
    const char *what;
    MbNotice notice;
    const char *meeting;
    const char *issue;
} cases[] = {
    /* Posted on Monday, three clear days: Friday is the earliest day. */
    {"three clear days", {.count = 3, .kind = MB_NOTICE_CLEAR_DAYS}, "2026-01-16", "2026-01-12"},
    {"five clear days over a weekend", {.count = 5, .kind = MB_NOTICE_CLEAR_DAYS}, "2026-01-29", "2026-01-21"},
    {"Saturdays count", {.count = 5, .kind = MB_NOTICE_CLEAR_DAYS, .saturdays = TRUE}, "2026-01-29", "2026-01-22"},
    {"not issued on a Sunday", {.count = 3, .kind = MB_NOTICE_CLEAR_DAYS}, "2026-01-15", "2026-01-09"},
    {"nor, where it counts, but on a Saturday",
     {.count = 3, .kind = MB_NOTICE_CLEAR_DAYS, .saturdays = TRUE},
     "2026-01-15",
     "2026-01-10"},
    {"Easter break", {.count = 5, .kind = MB_NOTICE_CLEAR_DAYS, BREAKS}, "2026-04-14", "2026-03-31"},
    {"Easter without the break", {.count = 5, .kind = MB_NOTICE_CLEAR_DAYS}, "2026-04-14", "2026-04-02"},
    {"Christmas break", {.count = 5, .kind = MB_NOTICE_CLEAR_DAYS, BREAKS}, "2026-01-06", "2025-12-18"},
    {"Christmas without the break", {.count = 5, .kind = MB_NOTICE_CLEAR_DAYS}, "2026-01-06", "2025-12-24"},
    {"May bank holiday", {.count = 3, .kind = MB_NOTICE_CLEAR_DAYS}, "2026-05-08", "2026-05-01"},
    {"eight working days", {.count = 8, .kind = MB_NOTICE_WORKING_DAYS}, "2026-01-29", "2026-01-19"},
    {"working days over Easter", {.count = 5, .kind = MB_NOTICE_WORKING_DAYS}, "2026-04-09", "2026-03-31"},
    {"seven days", {.count = 7, .kind = MB_NOTICE_DAYS}, "2026-02-04", "2026-01-28"},
};

static void test_table(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        MbDay meeting = help_day(cases[i].meeting);
        MbDay by = mb_notice_issue_by(&cases[i].notice, meeting);
        g_autofree char *issue = mb_day_iso(by);

        g_test_message("%s", cases[i].what);
        g_assert_cmpstr(issue, ==, cases[i].issue);
        g_assert_cmpint(mb_notice_given(&cases[i].notice, by, meeting), ==, cases[i].notice.count);
    }
}

static void test_short(void)
{
    MbNotice notice = {.count = 5, .kind = MB_NOTICE_CLEAR_DAYS};

    g_assert_cmpint(mb_notice_given(&notice, help_day("2026-01-22"), help_day("2026-01-29")), ==, 4);
    g_assert_cmpint(mb_notice_given(&notice, help_day("2026-01-29"), help_day("2026-01-29")), ==, 0);
    g_assert_cmpint(mb_notice_given(&notice, help_day("2026-01-30"), help_day("2026-01-29")), ==, 0);
    g_assert_cmpint(mb_notice_given(&notice, MB_NO_DAY, help_day("2026-01-29")), ==, 0);
}

static char *ladder_text(const MbNotice *notice, const char *meeting)
{
    g_autoptr(GArray) ladder = mb_notice_ladder(notice, help_day(meeting));
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < ladder->len; i++) {
        MbRung rung = g_array_index(ladder, MbRung, i);
        g_autofree char *day = mb_day_iso(rung.day);
        g_string_append_printf(text, "%s %d %s\n", day, rung.counted, rung.why ? rung.why : "-");
    }
    return g_string_free(text, FALSE);
}

static void test_ladder(void)
{
    MbNotice clear = {.count = 3, .kind = MB_NOTICE_CLEAR_DAYS, BREAKS};
    MbNotice working = {.count = 2, .kind = MB_NOTICE_WORKING_DAYS};
    g_autofree char *easter = ladder_text(&clear, "2026-04-10");
    g_autofree char *monday = ladder_text(&working, "2026-01-12");

    g_assert_cmpstr(easter, ==,
                    "2026-04-10 0 day of the meeting\n2026-04-09 1 -\n2026-04-08 2 -\n2026-04-07 0 Easter "
                    "break\n2026-04-06 0 Easter Monday\n2026-04-05 0 Sunday\n"
                    "2026-04-04 0 Easter break\n2026-04-03 0 Good Friday\n2026-04-02 0 Easter break\n2026-04-01 3 "
                    "-\n2026-03-31 0 day of issue\n");
    g_assert_cmpstr(monday, ==,
                    "2026-01-12 0 day of the meeting\n2026-01-11 0 Sunday\n2026-01-10 0 Saturday\n2026-01-09 1 "
                    "-\n2026-01-08 2 day of issue\n");
}

static void test_for(void)
{
    g_autoptr(MbDossier) dossier = mb_dossier_new();
    g_autoptr(MbRules) rules = mb_rules_new();
    MbBoard *board = help_board(dossier, "Board");
    MbNotice notice;
    g_autofree char *own = NULL;
    g_autofree char *of_rules = NULL;
    g_autofree char *one = NULL;

    g_assert_false(mb_notice_for(board, NULL, MB_NOTICE_AGENDA, &notice));
    g_assert_false(mb_notice_for(board, rules, MB_NOTICE_AGENDA, &notice));
    rules->agenda_notice = 5;
    rules->agenda_notice_kind = MB_NOTICE_CLEAR_DAYS;
    rules->agenda_notice_source = g_strdup("the Act");
    rules->easter_break = TRUE;
    g_assert_true(mb_notice_for(board, rules, MB_NOTICE_AGENDA, &notice));
    of_rules = mb_notice_text(&notice);
    g_assert_cmpstr(of_rules, ==, "5 clear days");
    g_assert_cmpstr(notice.source, ==, "the Act");
    g_assert_true(notice.easter_break);
    board->agenda_notice = 8;
    board->agenda_notice_kind = MB_NOTICE_WORKING_DAYS;
    board->saturdays = TRUE;
    g_assert_true(mb_notice_for(board, rules, MB_NOTICE_AGENDA, &notice));
    own = mb_notice_text(&notice);
    g_assert_cmpstr(own, ==, "8 working days");
    g_assert_null(notice.source);
    g_assert_true(notice.saturdays);
    g_assert_false(mb_notice_for(board, rules, MB_NOTICE_PAPERS, &notice));
    one = mb_notice_text(&(MbNotice){.count = 1, .kind = MB_NOTICE_CLEAR_DAYS});
    g_assert_cmpstr(one, ==, "1 clear day");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/notice/table", test_table);
    g_test_add_func("/notice/short", test_short);
    g_test_add_func("/notice/ladder", test_ladder);
    g_test_add_func("/notice/for", test_for);
    return g_test_run();
}
