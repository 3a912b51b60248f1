/* SPDX-License-Identifier: MIT */
#include "minutebook/model/recur_days.h"

static void check(const char *rule, const char *since, const char *until, const char *expected)
{
    const char *why = NULL;
    g_autoptr(GArray) days = mb_recur_days(rule, mb_day_parse_iso(since), mb_day_parse_iso(until), &why);
    g_autoptr(GString) out = g_string_new(NULL);

    g_assert_null(why);
    for (guint i = 0; i < days->len; i++) {
        g_autofree char *iso = mb_day_iso(g_array_index(days, MbDay, i));
        g_string_append_printf(out, "%s%s", i ? " " : "", iso);
    }
    g_assert_cmpstr(out->str, ==, expected);
}

static void test_days(void)
{
    check("third Thursday of March, June, September, December", "2025-04-01", "2026-03-31",
          "2025-06-19 2025-09-18 2025-12-18 2026-03-19");
    check("last Wednesday of every month", "2025-10-01", "2026-01-31", "2025-10-29 2025-11-26 2025-12-31 2026-01-28");
    check("the 2nd tue in feb and nov", "2025-01-01", "2025-12-31", "2025-02-11 2025-11-11");
    check("fifth Monday of every month", "2025-01-01", "2025-06-30", "2025-03-31 2025-06-30");
    check("first Thursday of April", "2025-04-04", "2026-03-31", "");
}

static void test_holidays(void)
{
    check("first Monday of May, August", "2025-01-01", "2025-12-31", "2025-05-12 2025-08-04");
    check("last Monday of August", "2025-01-01", "2025-12-31", "2025-09-01");
    check("first Monday of May", "2023-01-01", "2023-12-31", "2023-05-15"); /* two bank holidays in a row */
    g_assert_cmpint(mb_recur_moved_from("first Monday of May", mb_day_parse_iso("2023-05-15")), ==,
                    mb_day_parse_iso("2023-05-01"));
    g_assert_cmpint(mb_recur_moved_from("second Monday of May", mb_day_parse_iso("2025-05-12")), ==, MB_NO_DAY);
}

static void test_refused(void)
{
    static const char *const wrong[] = {"",
                                        "thursday of March",
                                        "third of March",
                                        "third Thursday",
                                        "third Thursday of",
                                        "third Thursday of Marsh",
                                        "third Thursday of March 2025",
                                        NULL};

    for (int i = 0; wrong[i]; i++) {
        const char *expected = NULL;
        g_assert_null(mb_recur_days(wrong[i], 1000, 2000, &expected));
        g_assert_nonnull(g_strstr_len(expected, -1, "third Thursday of March, June, September, December"));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/recur_days/days", test_days);
    g_test_add_func("/recur_days/holidays", test_holidays);
    g_test_add_func("/recur_days/refused", test_refused);
    return g_test_run();
}
