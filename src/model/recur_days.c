/* SPDX-License-Identifier: MIT */
#include "minutebook/model/recur_days.h"

#include "minutebook/base/holiday.h"

#include <string.h>

typedef struct {
    int nth; /* 1 to 5, or -1: the last */
    int weekday;
    gboolean months[13]; /* from 1 */
} Rule;

static const char *const expected_order = "a rule such as \"third Thursday of March, June, September, December\": it "
                                          "begins with first, second, third, fourth, fifth or last";
static const char *const expected_weekday =
    "a rule such as \"third Thursday of March, June, September, December\": a weekday follows \"third\"";
static const char *const expected_months = "a rule such as \"third Thursday of March, June, September, December\" or "
                                           "\"last Wednesday of every month\": after \"of\" come months";

static int order_of(const char *word)
{
    static const char *const words[] = {"first", "second", "third", "fourth", "fifth", "last"};
    static const char *const figures[] = {"1st", "2nd", "3rd", "4th", "5th"};

    for (int i = 0; i < (int)G_N_ELEMENTS(words); i++)
        if (g_ascii_strcasecmp(word, words[i]) == 0 || (i < 5 && g_ascii_strcasecmp(word, figures[i]) == 0))
            return i == 5 ? -1 : i + 1;
    return 0;
}

static gboolean months_read(char **words, Rule *rule)
{
    gboolean any = FALSE;

    if (words[0] && words[1] && !words[2] &&
        (!g_ascii_strcasecmp(words[0], "every") || !g_ascii_strcasecmp(words[0], "each")) &&
        !g_ascii_strcasecmp(words[1], "month")) {
        for (int month = 1; month <= 12; month++)
            rule->months[month] = TRUE;
        return TRUE;
    }
    for (char **word = words; *word; word++) {
        int month = mb_month_from_name(*word);
        if (!month && g_ascii_strcasecmp(*word, "and") != 0)
            return FALSE;
        rule->months[month] = TRUE; /* "and" marks the unused place 0 */
        any |= month > 0;
    }
    return any;
}

/* The words of RULE without commas and doubled spaces. */
static GPtrArray *words_of(const char *rule)
{
    g_auto(GStrv) parts = g_strsplit_set(rule, " ,\t\n", -1);
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);

    for (char **part = parts; *part; part++)
        if (**part)
            g_ptr_array_add(words, g_strdup(*part));
    g_ptr_array_add(words, NULL);
    return words;
}

static const char *rule_read(char **words, Rule *rule)
{
    if (words[0] && g_ascii_strcasecmp(words[0], "the") == 0)
        words++;
    rule->nth = words[0] ? order_of(words[0]) : 0;
    if (!rule->nth)
        return expected_order;
    rule->weekday = words[1] ? mb_weekday_from_name(words[1]) : 0;
    if (!rule->weekday)
        return expected_weekday;
    if (!words[2] || (g_ascii_strcasecmp(words[2], "of") != 0 && g_ascii_strcasecmp(words[2], "in") != 0) ||
        !months_read(words + 3, rule))
        return expected_months;
    return NULL;
}

static MbDay off_holidays(MbDay day)
{
    while (day != MB_NO_DAY && mb_holiday_name(day))
        day += 7;
    return day;
}

GArray *mb_recur_days(const char *text, MbDay since, MbDay until, const char **expected)
{
    g_autoptr(GPtrArray) words = words_of(text ? text : "");
    Rule rule = {0};
    int year, month;

    *expected = rule_read((char **)words->pdata, &rule);
    if (*expected)
        return NULL;
    GArray *days = g_array_new(FALSE, FALSE, sizeof(MbDay));
    mb_day_split(since, &year, &month, NULL);
    for (MbDay first = since ? mb_day_from(year, month, 1) : MB_NO_DAY; first && first <= until;
         first = mb_day_add_months(first, 1)) {
        mb_day_split(first, &year, &month, NULL);
        MbDay day =
            rule.months[month] ? off_holidays(mb_day_nth_weekday(year, month, rule.weekday, rule.nth)) : MB_NO_DAY;
        if (day && day >= since && day <= until)
            g_array_append_val(days, day);
    }
    return days;
}

MbDay mb_recur_moved_from(const char *text, MbDay day)
{
    g_autoptr(GPtrArray) words = words_of(text ? text : "");
    Rule rule = {0};
    int year, month;

    if (rule_read((char **)words->pdata, &rule))
        return MB_NO_DAY;
    for (MbDay before = day - 7; before > 0 && mb_holiday_name(before); before -= 7) {
        mb_day_split(before, &year, &month, NULL);
        if (rule.months[month] && mb_day_nth_weekday(year, month, rule.weekday, rule.nth) == before)
            return before;
    }
    return MB_NO_DAY;
}
