/* SPDX-License-Identifier: MIT */
#include "minutebook/base/holiday.h"

#define FIRST_YEAR 1978
#define LAST_YEAR  2999

/* Days that the rules below do not give: moved or added by Royal Proclamation under s1(2) and (3) of the Act. */
typedef struct {
    int year, month, dom;
    const char *name; /* NULL: no bank holiday that year, as it was moved */
} Proclaimed;

static const Proclaimed proclaimed[] = {
    {1981, 7, 29, "Royal Wedding bank holiday"},
    {1995, 5, 1, NULL},
    {1995, 5, 8, "Early May bank holiday (50 years of VE Day)"},
    {1999, 12, 31, "Millennium bank holiday"},
    {2002, 5, 27, NULL},
    {2002, 6, 3, "Golden Jubilee bank holiday"},
    {2002, 6, 4, "Spring bank holiday"},
    {2011, 4, 29, "Royal Wedding bank holiday"},
    {2012, 5, 28, NULL},
    {2012, 6, 4, "Spring bank holiday"},
    {2012, 6, 5, "Diamond Jubilee bank holiday"},
    {2020, 5, 4, NULL},
    {2020, 5, 8, "Early May bank holiday (75 years of VE Day)"},
    {2022, 5, 30, NULL},
    {2022, 6, 2, "Spring bank holiday"},
    {2022, 6, 3, "Platinum Jubilee bank holiday"},
    {2022, 9, 19, "State Funeral of Queen Elizabeth II"},
    {2023, 5, 8, "Coronation bank holiday"},
};

/* The anonymous Gregorian computus (Nature, 20 April 1876). */
MbDay mb_holiday_easter(int year)
{
    int a = year % 19, b = year / 100, c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int sum = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;

    return mb_day_from(year, sum / 31, sum % 31 + 1);
}

/* 1 January; where it is on a weekend the next Monday. */
static const char *new_year(MbDay day, int year)
{
    MbDay first = mb_day_from(year, 1, 1);
    int weekday = mb_day_weekday(first);

    if (day == first)
        return "New Year's Day";
    return weekday >= 6 && day == first + 8 - weekday ? "New Year's Day (substitute day)" : NULL;
}

/* Sch 1: 26 December if not a Sunday, 27 December where 25 or 26 December is one; what falls on a Saturday is made good
 * by proclamation each time, always on the first weekdays after. */
static const char *christmas(MbDay day, int year)
{
    MbDay first = mb_day_from(year, 12, 25);
    int weekday = mb_day_weekday(first);

    if (day == first)
        return "Christmas Day";
    if (day == first + 1)
        return "Boxing Day";
    if (day == first + 2 && weekday >= 6) /* a Monday, or the Tuesday after a Boxing Day on Monday */
        return "Christmas Day (substitute day)";
    return day == first + 3 && (weekday == 5 || weekday == 6) ? "Boxing Day (substitute day)"
                                                              : NULL; /* Boxing Day on a Saturday or Sunday */
}

static const char *easter(MbDay day, int year)
{
    MbDay sunday = mb_holiday_easter(year);

    if (day == sunday - 2)
        return "Good Friday";
    return day == sunday + 1 ? "Easter Monday" : NULL;
}

static const char *by_rule(MbDay day, int year, int month)
{
    switch (month) {
    case 1:
        return new_year(day, year);
    case 3:
    case 4:
        return easter(day, year);
    case 5:
        if (day == mb_day_nth_weekday(year, 5, 1, 1))
            return "Early May bank holiday";
        return day == mb_day_nth_weekday(year, 5, 1, -1) ? "Spring bank holiday" : NULL;
    case 8:
        return day == mb_day_nth_weekday(year, 8, 1, -1) ? "Summer bank holiday" : NULL;
    case 12:
        return christmas(day, year);
    default:
        return NULL;
    }
}

const char *mb_holiday_name(MbDay day)
{
    int year, month, dom;

    mb_day_split(day, &year, &month, &dom);
    if (year < FIRST_YEAR || year > LAST_YEAR)
        return NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(proclaimed); i++)
        if (proclaimed[i].year == year && proclaimed[i].month == month && proclaimed[i].dom == dom)
            return proclaimed[i].name;
    return by_rule(day, year, month);
}
