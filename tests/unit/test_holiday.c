/* SPDX-License-Identifier: MIT */
#include "minutebook/base/holiday.h"

static void check_year(int year, const char *const *expected)
{
    guint found = 0;

    for (MbDay day = mb_day_from(year, 1, 1); day <= mb_day_from(year, 12, 31); day++) {
        const char *name = mb_holiday_name(day);
        if (!name)
            continue;
        g_autofree char *iso = mb_day_iso(day);
        g_autofree char *line = g_strdup_printf("%s %s", iso, name);
        g_assert_cmpstr(line, ==, expected[found]);
        found++;
    }
    g_assert_null(expected[found]);
}

/* The lists published at gov.uk/bank-holidays, with the days of the weekend that substitutes stand for. */
static void test_2025(void)
{
    static const char *const expected[] = {
        "2025-01-01 New Year's Day",         "2025-04-18 Good Friday",         "2025-04-21 Easter Monday",
        "2025-05-05 Early May bank holiday", "2025-05-26 Spring bank holiday", "2025-08-25 Summer bank holiday",
        "2025-12-25 Christmas Day",          "2025-12-26 Boxing Day",          NULL,
    };
    check_year(2025, expected);
}

static void test_2022(void)
{
    static const char *const expected[] = {
        "2022-01-01 New Year's Day",
        "2022-01-03 New Year's Day (substitute day)",
        "2022-04-15 Good Friday",
        "2022-04-18 Easter Monday",
        "2022-05-02 Early May bank holiday",
        "2022-06-02 Spring bank holiday",
        "2022-06-03 Platinum Jubilee bank holiday",
        "2022-08-29 Summer bank holiday",
        "2022-09-19 State Funeral of Queen Elizabeth II",
        "2022-12-25 Christmas Day",
        "2022-12-26 Boxing Day",
        "2022-12-27 Christmas Day (substitute day)",
        NULL,
    };
    check_year(2022, expected);
}

static void test_2020_2021(void)
{
    static const char *const of_2020[] = {
        "2020-01-01 New Year's Day",
        "2020-04-10 Good Friday",
        "2020-04-13 Easter Monday",
        "2020-05-08 Early May bank holiday (75 years of VE Day)",
        "2020-05-25 Spring bank holiday",
        "2020-08-31 Summer bank holiday",
        "2020-12-25 Christmas Day",
        "2020-12-26 Boxing Day",
        "2020-12-28 Boxing Day (substitute day)",
        NULL,
    };
    static const char *const of_2021[] = {
        "2021-01-01 New Year's Day",
        "2021-04-02 Good Friday",
        "2021-04-05 Easter Monday",
        "2021-05-03 Early May bank holiday",
        "2021-05-31 Spring bank holiday",
        "2021-08-30 Summer bank holiday",
        "2021-12-25 Christmas Day",
        "2021-12-26 Boxing Day",
        "2021-12-27 Christmas Day (substitute day)",
        "2021-12-28 Boxing Day (substitute day)",
        NULL,
    };
    check_year(2020, of_2020);
    check_year(2021, of_2021);
}

static void check_day(const char *iso, const char *name)
{
    g_assert_cmpstr(mb_holiday_name(mb_day_parse_iso(iso)), ==, name);
}

static void test_proclaimed(void)
{
    check_day("1981-07-29", "Royal Wedding bank holiday");
    check_day("1995-05-01", NULL);
    check_day("1995-05-08", "Early May bank holiday (50 years of VE Day)");
    check_day("1999-12-31", "Millennium bank holiday");
    check_day("2002-05-27", NULL);
    check_day("2002-06-03", "Golden Jubilee bank holiday");
    check_day("2002-06-04", "Spring bank holiday");
    check_day("2011-04-29", "Royal Wedding bank holiday");
    check_day("2012-05-28", NULL);
    check_day("2012-06-04", "Spring bank holiday");
    check_day("2012-06-05", "Diamond Jubilee bank holiday");
    check_day("2020-05-04", NULL);
    check_day("2022-05-30", NULL);
    check_day("2023-05-01", "Early May bank holiday");
    check_day("2023-05-08", "Coronation bank holiday");
}

/* The days are the Church's tables, first and last among them. */
static void test_easter(void)
{
    static const char *const sundays[] = {"1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31",
                                          "2025-04-20", "2026-04-05", "2038-04-25", "2285-03-22", NULL};

    for (int i = 0; sundays[i]; i++) {
        MbDay day = mb_day_parse_iso(sundays[i]);
        int year;
        mb_day_split(day, &year, NULL, NULL);
        g_assert_cmpint(mb_holiday_easter(year), ==, day);
    }
}

static void test_range(void)
{
    check_day("1977-12-25", NULL);
    check_day("1978-05-01", "Early May bank holiday");
    check_day("2999-12-25", "Christmas Day");
    check_day("3000-12-25", NULL);
    g_assert_null(mb_holiday_name(MB_NO_DAY));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/holiday/2025", test_2025);
    g_test_add_func("/holiday/2022", test_2022);
    g_test_add_func("/holiday/2020-2021", test_2020_2021);
    g_test_add_func("/holiday/proclaimed", test_proclaimed);
    g_test_add_func("/holiday/easter", test_easter);
    g_test_add_func("/holiday/range", test_range);
    return g_test_run();
}
