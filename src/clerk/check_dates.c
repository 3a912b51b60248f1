/* SPDX-License-Identifier: MIT */
/* Dates in what is written: weekdays that do not match, days that no month has, last year's year, a next meeting
 * without a day. */
#include "check_written.h"

#include "minutebook/base/text.h"

/* Half a year and some: a date without a year is of the nearest year, and of either where both are about as near. */
enum { ABOUT_HALF_A_YEAR = 230, MOST_OF_A_YEAR = 300 };

/* ---- weekdays ---- */

static gboolean matches(const MbWrittenDate *date, MbDay day)
{
    return day != MB_NO_DAY && mb_day_weekday(day) == date->weekday;
}

/* The day meant: of the year written, else of the year that brings it nearest to the meeting; MB_NO_DAY where there is
 * no such day, or no way to tell. RIGHT is set where the weekday fits it, or another year about as near. */
static MbDay day_meant(const MbCase *c, const MbWrittenDate *date, gboolean *right)
{
    int year, month, dom;
    MbDay nearest = MB_NO_DAY;

    *right = FALSE;
    if (date->year) {
        nearest = mb_day_from(date->year, date->month, date->day);
        *right = matches(date, nearest);
        return nearest;
    }
    if (c->meeting->day == MB_NO_DAY)
        return MB_NO_DAY;
    mb_day_split(c->meeting->day, &year, &month, &dom);
    for (int near = year - 1; near <= year + 1; near++) {
        MbDay day = mb_day_from(near, date->month, date->day);
        if (day == MB_NO_DAY || ABS(day - c->meeting->day) > ABOUT_HALF_A_YEAR)
            continue;
        *right |= matches(date, day);
        if (nearest == MB_NO_DAY || ABS(day - c->meeting->day) < ABS(nearest - c->meeting->day))
            nearest = day;
    }
    return nearest;
}

static void check_weekday(MbCase *c, const MbItem *item, const MbWrittenDate *date)
{
    gboolean right;
    MbDay day = date->weekday ? day_meant(c, date, &right) : MB_NO_DAY;

    if (day == MB_NO_DAY || right)
        return;
    g_autofree char *is = mb_day_long(day);
    g_autofree char *full = mb_day_full(day);
    mb_case_report(c, mb_case_item_place(c, item),
                   g_strdup_printf("“%s”: %s is a %s.", date->words, is, mb_weekday_name(mb_day_weekday(day))),
                   g_strdup_printf("Write “%s”, or correct the date.", full));
}

static void find_weekdays(MbCase *c, const MbItem *item, const char *text, gpointer data)
{
    g_autoptr(GArray) dates = mb_written_dates(text);

    (void)data;
    for (guint i = 0; i < dates->len; i++)
        check_weekday(c, item, &g_array_index(dates, MbWrittenDate, i));
}

static void look_weekday(MbCase *c)
{
    mb_written_each(c, MB_WRITTEN_ALL, find_weekdays, NULL);
}

/* ---- days that no month has ---- */

static void find_impossible(MbCase *c, const MbItem *item, const char *text, gpointer data)
{
    enum { LEAP_YEAR = 2024 };
    g_autoptr(GArray) dates = mb_written_dates(text);

    (void)data;
    for (guint i = 0; i < dates->len; i++) {
        const MbWrittenDate *date = &g_array_index(dates, MbWrittenDate, i);
        if (mb_day_from(date->year ? date->year : LEAP_YEAR, date->month, date->day) == MB_NO_DAY)
            mb_case_report(c, mb_case_item_place(c, item), g_strdup_printf("“%s”: there is no such day.", date->words),
                           g_strdup("Correct the date."));
    }
}

static void look_impossible(MbCase *c)
{
    mb_written_each(c, MB_WRITTEN_ALL, find_impossible, NULL);
}

/* ---- last year's year ---- */

static void due_before_raised(MbCase *c, const MbAction *action)
{
    g_autofree char *name = mb_case_action_name(action);
    g_autofree char *due = mb_day_long(action->due);
    g_autofree char *raised = mb_day_long(c->meeting->day);

    if (action->due == MB_NO_DAY || c->meeting->day == MB_NO_DAY || action->due >= c->meeting->day)
        return;
    *name = g_ascii_toupper(*name);
    mb_case_report(c, mb_case_action_place(c, action),
                   g_strdup_printf("%s is due on %s, before the meeting of %s that raised it.", name, due, raised),
                   g_strdup("Correct the year, or the date."));
}

static void approves_another_year(MbCase *c, const MbItem *item)
{
    const MbMeeting *earlier = mb_dossier_find(c->dossier, &MB_MEETING, item->approves);
    g_autoptr(GArray) dates = mb_written_dates(earlier ? item->title : NULL);
    int year, month, dom;

    for (guint i = 0; earlier && earlier->day != MB_NO_DAY && i < dates->len; i++) {
        const MbWrittenDate *date = &g_array_index(dates, MbWrittenDate, i);
        g_autofree char *day = mb_day_long(earlier->day);
        mb_day_split(earlier->day, &year, &month, &dom);
        if (date->year && date->year != year && date->month == month && date->day == dom)
            mb_case_report(
                c, mb_case_item_place(c, item),
                g_strdup_printf("The title says “%s”; the minutes approved here are those of %s.", date->words, day),
                g_strdup("Correct the year in the title."));
    }
}

static gboolean is_next_meeting(const MbItem *item)
{
    return item && item->title &&
           (mb_text_contains(item->title, "next meeting") || mb_text_contains(item->title, "future meeting"));
}

/* Under the item for the next meeting, a date most of a year before this one: last year's year. A nearer one may be an
 * earlier meeting's. */
static void find_past(MbCase *c, const MbItem *item, const char *text, gpointer data)
{
    g_autoptr(GArray) dates =
        mb_text_contains(text, "next meeting") && is_next_meeting(item) ? mb_written_dates(text) : NULL;

    (void)data;
    for (guint i = 0; dates && c->meeting->day != MB_NO_DAY && i < dates->len; i++) {
        const MbWrittenDate *date = &g_array_index(dates, MbWrittenDate, i);
        MbDay day = date->year ? mb_day_from(date->year, date->month, date->day) : MB_NO_DAY;
        if (day != MB_NO_DAY && day < c->meeting->day - MOST_OF_A_YEAR)
            mb_case_report(c, mb_case_item_place(c, item),
                           g_strdup_printf("The next meeting cannot be on “%s”, before this one.", date->words),
                           g_strdup("Correct the year, or the date."));
    }
}

static void look_year(MbCase *c)
{
    for (guint i = 0; i < c->actions->len; i++)
        due_before_raised(c, c->actions->pdata[i]);
    for (guint i = 0; i < c->items->len; i++)
        approves_another_year(c, c->items->pdata[i]);
    mb_written_each(c, MB_WRITTEN_MINUTE, find_past, NULL);
}

/* ---- the next meeting ---- */

typedef struct {
    const MbItem *item;
    gboolean any;
    gboolean dated;
} NextMeeting;

static void find_dated(MbCase *c, const MbItem *item, const char *text, gpointer data)
{
    NextMeeting *next = data;
    g_autoptr(GArray) dates = NULL;

    if (!item || !mb_case_within(c, item->id, next->item->id))
        return;
    dates = mb_written_dates(text);
    next->any = TRUE;
    next->dated |= dates->len > 0;
}

static void look_next_meeting(MbCase *c)
{
    for (guint i = 0; c->over && i < c->items->len; i++) {
        NextMeeting next = {.item = c->items->pdata[i]};
        g_autoptr(GArray) in_title = NULL;
        if (!is_next_meeting(next.item))
            continue;
        in_title = mb_written_dates(next.item->title);
        mb_written_each(c, MB_WRITTEN_MINUTE, find_dated, &next);
        if (next.any && !next.dated && !in_title->len)
            mb_case_report(c, mb_case_item_place(c, next.item),
                           g_strdup("The next meeting is named without a day and month."),
                           g_strdup("Write its full date, with time and place."));
    }
}

const MbCheckRow mb_check_dates_rows[] = {
    {.rule = "weekday-wrong", .severity = MB_SEVERITY_ERROR, .look = look_weekday},
    {.rule = "date-impossible", .severity = MB_SEVERITY_ERROR, .look = look_impossible},
    {.rule = "date-year", .severity = MB_SEVERITY_WARNING, .look = look_year},
    {.rule = "period-typo", .severity = MB_SEVERITY_WARNING, .look = mb_check_periods},
    {.rule = "next-meeting-undated", .severity = MB_SEVERITY_WARNING, .look = look_next_meeting},
    {.rule = NULL},
};
