/* SPDX-License-Identifier: MIT */
/* Days by arithmetic on the proleptic Gregorian calendar, which repeats every 400 years of 146,097 days. */
#include "minutebook/base/day.h"

#include <string.h>

#define LAST_YEAR 9999

static const char *const month_names[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
};
static const char *const weekday_names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                            "Friday", "Saturday", "Sunday"};

static gboolean year_is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_length(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return lengths[month - 1] + (month == 2 && year_is_leap(year));
}

/* Days before 1 January of YEAR. */
static int days_before_year(int year)
{
    int past = year - 1;
    return past * 365 + past / 4 - past / 100 + past / 400;
}

MbDay mb_day_from(int year, int month, int day)
{
    if (year < 1 || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > month_length(year, month))
        return MB_NO_DAY;
    int days = days_before_year(year) + day;
    for (int m = 1; m < month; m++)
        days += month_length(year, m);
    return days;
}

static int year_of(MbDay day)
{
    int year = (int)((gint64)day * 400 / 146097) + 1; /* never too small, at most one too large */
    while (days_before_year(year) >= day)
        year--;
    while (days_before_year(year + 1) < day)
        year++;
    return year;
}

static void split_known(MbDay day, int *year, int *month, int *dom)
{
    *year = year_of(day);
    int rest = day - days_before_year(*year);
    *month = 1;
    while (rest > month_length(*year, *month))
        rest -= month_length(*year, (*month)++);
    *dom = rest;
}

void mb_day_split(MbDay day, int *year, int *month, int *dom)
{
    int y = 0;
    int m = 0;
    int d = 0;
    if (day > 0 && day <= days_before_year(LAST_YEAR + 1))
        split_known(day, &y, &m, &d);
    if (year != NULL)
        *year = y;
    if (month != NULL)
        *month = m;
    if (dom != NULL)
        *dom = d;
}

int mb_day_weekday(MbDay day)
{
    return day > 0 ? (day - 1) % 7 + 1 : 0; /* 1 January of year 1 is a Monday */
}

MbDay mb_day_add_months(MbDay day, int months)
{
    int year, month, dom;
    mb_day_split(day, &year, &month, &dom);
    if (year == 0)
        return MB_NO_DAY;
    gint64 count = (gint64)year * 12 + month - 1 + months;
    if (count < 12 || count >= (gint64)(LAST_YEAR + 1) * 12)
        return MB_NO_DAY;
    year = (int)(count / 12);
    month = (int)(count % 12) + 1;
    return mb_day_from(year, month, MIN(dom, month_length(year, month)));
}

MbDay mb_day_month_end(int year, int month)
{
    if (month < 1 || month > 12)
        return MB_NO_DAY;
    return mb_day_from(year, month, month_length(year, month));
}

MbDay mb_day_nth_weekday(int year, int month, int weekday, int n)
{
    MbDay end = mb_day_month_end(year, month);
    if (end == MB_NO_DAY || weekday < 1 || weekday > 7)
        return MB_NO_DAY;
    if (n == -1)
        return end - (mb_day_weekday(end) - weekday + 7) % 7;
    if (n < 1 || n > 5)
        return MB_NO_DAY;
    MbDay first = mb_day_from(year, month, 1);
    MbDay day = first + (weekday - mb_day_weekday(first) + 7) % 7 + (n - 1) * 7;
    return day <= end ? day : MB_NO_DAY;
}

/* The number that COUNT digits make, or -1 where one is no digit (so never reads past the end of a text). */
static int digits(const char *text, int count)
{
    int number = 0;
    for (int i = 0; i < count; i++) {
        if (!g_ascii_isdigit(text[i]))
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

MbDay mb_day_parse_iso(const char *text)
{
    if (text == NULL)
        return MB_NO_DAY;
    int year = digits(text, 4);
    if (year < 0 || text[4] != '-')
        return MB_NO_DAY;
    int month = digits(text + 5, 2);
    if (month < 0 || text[7] != '-')
        return MB_NO_DAY;
    int dom = digits(text + 8, 2);
    if (dom < 0 || text[10] != '\0')
        return MB_NO_DAY;
    return mb_day_from(year, month, dom);
}

char *mb_day_iso(MbDay day)
{
    int year, month, dom;
    mb_day_split(day, &year, &month, &dom);
    return year == 0 ? g_strdup("") : g_strdup_printf("%04d-%02d-%02d", year, month, dom);
}

char *mb_day_long(MbDay day)
{
    int year, month, dom;
    mb_day_split(day, &year, &month, &dom);
    return year == 0 ? g_strdup("") : g_strdup_printf("%d %s %d", dom, mb_month_name(month), year);
}

char *mb_day_full(MbDay day)
{
    int year, month, dom;
    mb_day_split(day, &year, &month, &dom);
    if (year == 0)
        return g_strdup("");
    return g_strdup_printf("%s %d %s %d", mb_weekday_name(mb_day_weekday(day)), dom, mb_month_name(month), year);
}

const char *mb_month_name(int month)
{
    return month >= 1 && month <= 12 ? month_names[month - 1] : NULL;
}

const char *mb_weekday_name(int weekday)
{
    return weekday >= 1 && weekday <= 7 ? weekday_names[weekday - 1] : NULL;
}

/* The place, from 1, of the one name that begins with NAME; 0 where NAME is too short or begins none. */
static int name_find(const char *name, const char *const *names, int count)
{
    gsize length = name != NULL ? strlen(name) : 0;
    if (length < 3)
        return 0;
    for (int i = 0; i < count; i++)
        if (g_ascii_strncasecmp(name, names[i], length) == 0)
            return i + 1;
    return 0;
}

int mb_month_from_name(const char *name)
{
    return name_find(name, month_names, G_N_ELEMENTS(month_names));
}

int mb_weekday_from_name(const char *name)
{
    if (name != NULL && g_ascii_strcasecmp(name, "weds") == 0) /* usual in Britain, and no beginning of the name */
        return 3;
    return name_find(name, weekday_names, G_N_ELEMENTS(weekday_names));
}

MbTime mb_time_parse(const char *text)
{
    if (text == NULL)
        return MB_NO_TIME;
    int hour = digits(text, 2);
    if (hour < 0 || hour > 23 || text[2] != ':')
        return MB_NO_TIME;
    int minute = digits(text + 3, 2);
    if (minute < 0 || minute > 59 || text[5] != '\0')
        return MB_NO_TIME;
    return hour * 60 + minute;
}

static gboolean time_known(MbTime time)
{
    return time >= 0 && time < 24 * 60;
}

char *mb_time_text(MbTime time)
{
    return time_known(time) ? g_strdup_printf("%02d:%02d", time / 60, time % 60) : g_strdup("");
}

int mb_time_span(MbTime start, MbTime end)
{
    if (!time_known(start) || !time_known(end))
        return 0;
    return end >= start ? end - start : end - start + 24 * 60;
}

MbTime mb_time_add(MbTime start, int minutes)
{
    if (!time_known(start))
        return MB_NO_TIME;
    int sum = (start + minutes % (24 * 60)) % (24 * 60);
    return sum < 0 ? sum + 24 * 60 : sum;
}
