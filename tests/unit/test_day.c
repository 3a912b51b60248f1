/* SPDX-License-Identifier: MIT */
/* Days, times of day and the clock (base/day.h, base/clock.h). */
#include "minutebook/base/clock.h"
#include "minutebook/base/day.h"

/* Takes TEXT. */
static void assert_text(char *text, const char *expected)
{
    g_assert_cmpstr(text, ==, expected);
    g_free(text);
}

static void test_calendar(void)
{
    g_assert_cmpint(mb_day_from(1, 1, 1), ==, 1);
    g_assert_cmpint(mb_day_from(1970, 1, 1), ==, 719163);
    g_assert_cmpint(mb_day_from(2023, 2, 29), ==, MB_NO_DAY);
    g_assert_cmpint(mb_day_from(1900, 2, 29), ==, MB_NO_DAY);
    g_assert_cmpint(mb_day_from(2000, 2, 29), !=, MB_NO_DAY);
    g_assert_cmpint(mb_day_from(2023, 13, 1), ==, MB_NO_DAY);
    g_assert_cmpint(mb_day_from(2023, 4, 31), ==, MB_NO_DAY);
    g_assert_cmpint(mb_day_from(0, 1, 1), ==, MB_NO_DAY);
    g_assert_cmpint(mb_day_from(10000, 1, 1), ==, MB_NO_DAY);
}

/* Every day of the calendar against GLib's own, both ways. */
static void test_every_day(void)
{
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_dmy(&date, 1, G_DATE_JANUARY, 1);
    MbDay last = mb_day_from(9999, 12, 31);
    g_assert_cmpint(last, ==, 3652059);
    for (MbDay day = 1; day <= last; day++) {
        int year, month, dom;
        mb_day_split(day, &year, &month, &dom);
        if (year != g_date_get_year(&date) || month != (int)g_date_get_month(&date) || dom != g_date_get_day(&date) ||
            mb_day_from(year, month, dom) != day || mb_day_weekday(day) != (int)g_date_get_weekday(&date))
            g_error("day %d is read as %d-%d-%d", day, year, month, dom);
        if (day < last)
            g_date_add_days(&date, 1);
    }
}

static void test_outside(void)
{
    int year = 7;
    mb_day_split(MB_NO_DAY, &year, NULL, NULL);
    g_assert_cmpint(year, ==, 0);
    mb_day_split(3652060, &year, NULL, NULL);
    g_assert_cmpint(year, ==, 0);
    g_assert_cmpint(mb_day_weekday(MB_NO_DAY), ==, 0);
}

static void assert_months(const char *from, int months, const char *expected)
{
    assert_text(mb_day_iso(mb_day_add_months(mb_day_parse_iso(from), months)), expected);
}

static void test_months(void)
{
    assert_months("2026-01-31", 1, "2026-02-28");
    assert_months("2024-01-31", 1, "2024-02-29");
    assert_months("2026-01-31", 2, "2026-03-31");
    assert_months("2025-11-30", 3, "2026-02-28");
    assert_months("2026-03-31", -1, "2026-02-28");
    assert_months("2026-01-15", -13, "2024-12-15");
    assert_months("2026-01-15", 0, "2026-01-15");
    assert_months("9999-12-01", 1, "");
    assert_months("0001-01-01", -1, "");
    assert_months("", 1, "");
    assert_text(mb_day_iso(mb_day_month_end(2024, 2)), "2024-02-29");
    g_assert_cmpint(mb_day_month_end(2024, 0), ==, MB_NO_DAY);
}

static void test_nth_weekday(void)
{
    assert_text(mb_day_iso(mb_day_nth_weekday(2026, 3, 4, 3)), "2026-03-19"); /* the third Thursday of March */
    assert_text(mb_day_iso(mb_day_nth_weekday(2026, 6, 1, 1)), "2026-06-01");
    assert_text(mb_day_iso(mb_day_nth_weekday(2026, 6, 7, 1)), "2026-06-07");
    assert_text(mb_day_iso(mb_day_nth_weekday(2026, 6, 2, 5)), "2026-06-30");
    assert_text(mb_day_iso(mb_day_nth_weekday(2026, 6, 3, 5)), "");
    assert_text(mb_day_iso(mb_day_nth_weekday(2026, 6, 3, -1)), "2026-06-24");
    assert_text(mb_day_iso(mb_day_nth_weekday(2026, 6, 2, -1)), "2026-06-30");
    assert_text(mb_day_iso(mb_day_nth_weekday(2026, 6, 8, 1)), "");
    assert_text(mb_day_iso(mb_day_nth_weekday(2026, 6, 1, 0)), "");
}

static void test_iso(void)
{
    static const char *const refused[] = {"",           "2026",       "2026-1-29",  "2026-01-2",        "2026-01-290",
                                          "2026/01/29", "2026-02-30", "2026-00-10", "2026-01-29 ",      " 2026-01-29",
                                          "+026-01-29", "29-01-2026", "0000-01-01", "2026-01-29T10:00", NULL};
    for (guint i = 0; refused[i] != NULL; i++)
        g_assert_cmpint(mb_day_parse_iso(refused[i]), ==, MB_NO_DAY);
    g_assert_cmpint(mb_day_parse_iso(NULL), ==, MB_NO_DAY);
    g_assert_cmpint(mb_day_parse_iso("2026-01-29"), ==, mb_day_from(2026, 1, 29));
    assert_text(mb_day_iso(mb_day_from(985, 3, 4)), "0985-03-04");
    assert_text(mb_day_iso(MB_NO_DAY), "");
}

static void test_words(void)
{
    assert_text(mb_day_long(mb_day_from(2026, 1, 29)), "29 January 2026");
    assert_text(mb_day_full(mb_day_from(2026, 1, 29)), "Thursday 29 January 2026");
    assert_text(mb_day_full(mb_day_from(2025, 9, 7)), "Sunday 7 September 2025");
    assert_text(mb_day_long(MB_NO_DAY), "");
    assert_text(mb_day_full(MB_NO_DAY), "");
    g_assert_cmpstr(mb_month_name(12), ==, "December");
    g_assert_null(mb_month_name(0));
    g_assert_null(mb_month_name(13));
    g_assert_cmpstr(mb_weekday_name(1), ==, "Monday");
    g_assert_null(mb_weekday_name(8));
}

static void test_names(void)
{
    g_assert_cmpint(mb_month_from_name("Sept"), ==, 9);
    g_assert_cmpint(mb_month_from_name("mar"), ==, 3);
    g_assert_cmpint(mb_month_from_name("MAY"), ==, 5);
    g_assert_cmpint(mb_month_from_name("June"), ==, 6);
    g_assert_cmpint(mb_month_from_name("ju"), ==, 0);
    g_assert_cmpint(mb_month_from_name("marching"), ==, 0);
    g_assert_cmpint(mb_month_from_name(""), ==, 0);
    g_assert_cmpint(mb_month_from_name(NULL), ==, 0);
    g_assert_cmpint(mb_weekday_from_name("thu"), ==, 4);
    g_assert_cmpint(mb_weekday_from_name("Tues"), ==, 2);
    g_assert_cmpint(mb_weekday_from_name("Weds"), ==, 3);
    g_assert_cmpint(mb_weekday_from_name("Sunday"), ==, 7);
    g_assert_cmpint(mb_weekday_from_name("Sundays"), ==, 0);
}

static void test_times(void)
{
    g_assert_cmpint(mb_time_parse("00:00"), ==, 0);
    g_assert_cmpint(mb_time_parse("23:59"), ==, 1439);
    static const char *const refused[] = {"24:00", "10:60", "9:30", "09:3",   "09:300", "0930",
                                          "09.30", "-1:30", "",     "09:30 ", NULL};
    for (guint i = 0; refused[i] != NULL; i++)
        g_assert_cmpint(mb_time_parse(refused[i]), ==, MB_NO_TIME);
    g_assert_cmpint(mb_time_parse(NULL), ==, MB_NO_TIME);
    assert_text(mb_time_text(605), "10:05");
    assert_text(mb_time_text(MB_NO_TIME), "");
    assert_text(mb_time_text(1440), "");
    g_assert_cmpint(mb_time_span(600, 780), ==, 180);
    g_assert_cmpint(mb_time_span(1380, 30), ==, 90);
    g_assert_cmpint(mb_time_span(600, 600), ==, 0);
    g_assert_cmpint(mb_time_span(MB_NO_TIME, 600), ==, 0);
    g_assert_cmpint(mb_time_add(1430, 15), ==, 5);
    g_assert_cmpint(mb_time_add(5, -15), ==, 1430);
    g_assert_cmpint(mb_time_add(5, -2880), ==, 5);
    g_assert_cmpint(mb_time_add(MB_NO_TIME, 5), ==, MB_NO_TIME);
}

static void test_clock_pinned(void)
{
    g_setenv("MINUTEBOOK_NOW", "2026-01-15T23:30:05Z", TRUE);
    g_assert_cmpint(mb_clock_now(), ==, 1768519805);
    assert_text(mb_clock_stamp(mb_clock_now()), "2026-01-15T23:30:05Z");
    assert_text(mb_day_iso(mb_clock_today("UTC")), "2026-01-15");
    assert_text(mb_day_iso(mb_clock_today(NULL)), "2026-01-15"); /* the tests run in UTC */
    assert_text(mb_clock_stamp(-1), "1969-12-31T23:59:59Z");
    assert_text(mb_clock_stamp(0), "1970-01-01T00:00:00Z");
}

/* A pin that is none is as good as no pin. */
static void test_clock_malformed(void)
{
    static const char *const refused[] = {"",
                                          "2026-01-15",
                                          "2026-01-15T23:30:05",
                                          "2026-01-15 23:30:05Z",
                                          "2026-02-30T10:00:00Z",
                                          "2026-01-15T24:00:00Z",
                                          "2026-01-15T10:00:60Z",
                                          "2026-01-15T10:00:00ZZ",
                                          NULL};
    gint64 real = g_get_real_time() / G_USEC_PER_SEC;
    for (guint i = 0; refused[i] != NULL; i++) {
        g_setenv("MINUTEBOOK_NOW", refused[i], TRUE);
        g_assert_cmpint(ABS(mb_clock_now() - real), <, 600);
    }
    g_unsetenv("MINUTEBOOK_NOW");
    g_assert_cmpint(ABS(mb_clock_now() - real), <, 600);
}

static void test_zones(void)
{
    g_assert_true(mb_clock_zone_known("UTC"));
    static const char *const refused[] = {
        "", "London1", "Europe/Atlantis", "../../etc/passwd", "/etc/localtime", "Europe", "+01:00", NULL};
    for (guint i = 0; refused[i] != NULL; i++)
        g_assert_false(mb_clock_zone_known(refused[i]));
    g_assert_false(mb_clock_zone_known(NULL));
    if (!g_file_test("/usr/share/zoneinfo/Europe/London", G_FILE_TEST_EXISTS)) {
        g_test_skip("this machine has no zones");
        return;
    }
    g_assert_true(mb_clock_zone_known("Europe/London"));
    g_setenv("MINUTEBOOK_NOW", "2026-07-15T23:30:00Z", TRUE);
    assert_text(mb_day_iso(mb_clock_today("Europe/London")), "2026-07-16"); /* summer time */
    assert_text(mb_day_iso(mb_clock_today("America/New_York")), "2026-07-15");
    g_setenv("MINUTEBOOK_NOW", "2026-01-15T23:30:00Z", TRUE);
    assert_text(mb_day_iso(mb_clock_today("Europe/London")), "2026-01-15");
    assert_text(mb_day_iso(mb_clock_today("Europe/Atlantis")), "2026-01-15"); /* the system's */
    g_setenv("MINUTEBOOK_NOW", "2019-10-26T21:30:00Z",
             TRUE); /* half an hour after clocks there went back from midnight */
    assert_text(mb_day_iso(mb_clock_today("Asia/Beirut")), "2019-10-26");
    g_unsetenv("MINUTEBOOK_NOW");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/day/calendar", test_calendar);
    g_test_add_func("/day/every-day", test_every_day);
    g_test_add_func("/day/outside", test_outside);
    g_test_add_func("/day/months", test_months);
    g_test_add_func("/day/nth-weekday", test_nth_weekday);
    g_test_add_func("/day/iso", test_iso);
    g_test_add_func("/day/words", test_words);
    g_test_add_func("/day/names", test_names);
    g_test_add_func("/time", test_times);
    g_test_add_func("/clock/pinned", test_clock_pinned);
    g_test_add_func("/clock/malformed", test_clock_malformed);
    g_test_add_func("/clock/zones", test_zones);
    return g_test_run();
}
