/* SPDX-License-Identifier: MIT */
/* Periods that cannot be: "Aug 23 – Jul 23", "financial year 2023/25". A row of the dates' table. */
#include "check_written.h"

#include <stdlib.h>
#include <string.h>

#define MONTH "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"

static int month_of(const char *name)
{
    static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    g_autofree char *folded = g_ascii_strdown(name, 3);
    const char *found = strstr(months, folded);

    return found ? (int)(found - months) / 3 : 0;
}

/* A year of two figures or four, in this century. */
static int year_of(const char *figures)
{
    int year = atoi(figures);

    return year < 100 ? 2000 + year : year;
}

static void report(MbCase *c, const MbItem *item, const char *words, const char *what)
{
    mb_case_report(c, mb_case_item_place(c, item), g_strdup_printf("“%s” %s.", words, what),
                   g_strdup("Correct the years."));
}

static void find_months(MbCase *c, const MbItem *item, const char *text)
{
    g_autoptr(GRegex) range = g_regex_new(
        "\\b" MONTH " (\\d{4}|\\d{2}) ?(?:-|–|—|to|until) ?" MONTH " (\\d{4}|\\d{2})\\b(?![/:.]\\d)", 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;

    for (g_regex_match(range, text, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *words = g_match_info_fetch(match, 0);
        g_autofree char *from_month = g_match_info_fetch(match, 1);
        g_autofree char *from_year = g_match_info_fetch(match, 2);
        g_autofree char *to_month = g_match_info_fetch(match, 3);
        g_autofree char *to_year = g_match_info_fetch(match, 4);

        if (strlen(from_year) != strlen(to_year))
            continue;
        if (year_of(from_year) * 12 + month_of(from_month) > year_of(to_year) * 12 + month_of(to_month))
            report(c, item, words, "ends before it begins");
    }
}

/* "2023/24" is a year; "2023/25" is one only by mistake where the text calls it a year; "2024/23" always. */
static void find_years(MbCase *c, const MbItem *item, const char *text)
{
    g_autoptr(GRegex) pair =
        g_regex_new("\\b((?:financial|municipal|academic|school|council) year |year )?(20\\d\\d)/(\\d\\d)\\b(?!/)",
                    G_REGEX_CASELESS, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;

    for (g_regex_match(pair, text, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *words = g_match_info_fetch(match, 0);
        g_autofree char *called = g_match_info_fetch(match, 1);
        g_autofree char *first = g_match_info_fetch(match, 2);
        g_autofree char *second = g_match_info_fetch(match, 3);
        int years = (atoi(second) + 100 - atoi(first) % 100) % 100;

        if (years == 0 || years > 50)
            report(c, item, words, "ends before it begins");
        else if (years > 1 && *called) {
            g_autofree char *what = g_strdup_printf("is %d years", years);
            report(c, item, words, what);
        }
    }
}

static void find_periods(MbCase *c, const MbItem *item, const char *text, gpointer data)
{
    (void)data;
    find_months(c, item, text);
    find_years(c, item, text);
}

void mb_check_periods(MbCase *c)
{
    mb_written_each(c, MB_WRITTEN_ALL & ~MB_WRITTEN_NOTES, find_periods, NULL);
}
