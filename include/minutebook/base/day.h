/* SPDX-License-Identifier: MIT */
/* Days and times of day, as numbers. Counting clear days under a board's rules is in clerk/notice.h; today is asked of
 * base/clock.h. */
#ifndef MINUTEBOOK_BASE_DAY_H
#define MINUTEBOOK_BASE_DAY_H

#include <glib.h>

/* A day of the Gregorian calendar as GLib's Julian number (1 = 1 January of year 1); MB_NO_DAY where none is known. */
typedef gint32 MbDay;
#define MB_NO_DAY 0

/* Minutes since midnight, 0 to 1439; MB_NO_TIME where none is known. A meeting may run past midnight: differences wrap.
 */
typedef gint32 MbTime;
#define MB_NO_TIME (-1)

/* The day, or MB_NO_DAY where the calendar has no such day. Years 1 to 9999. */
MbDay mb_day_from(int year, int month, int day);
void mb_day_split(MbDay day, int *year, int *month, int *dom);
/* 1 = Monday … 7 = Sunday. */
int mb_day_weekday(MbDay day);
/* Adds months counted from DAY itself: 31 January + 1 is the last of February. */
MbDay mb_day_add_months(MbDay day, int months);
/* The last day of that month. */
MbDay mb_day_month_end(int year, int month);
/* The n-th weekday of a month (n 1 to 5, or -1 for the last), MB_NO_DAY where the month has none. */
MbDay mb_day_nth_weekday(int year, int month, int weekday, int n);

/* Reads exactly YYYY-MM-DD; anything else, or an impossible date, is MB_NO_DAY. */
MbDay mb_day_parse_iso(const char *text);
/* "2026-01-29"; an empty string for MB_NO_DAY. Newly allocated, as all texts here. */
char *mb_day_iso(MbDay day);
/* "29 January 2026", and "Thursday 29 January 2026". */
char *mb_day_long(MbDay day);
char *mb_day_full(MbDay day);

const char *mb_month_name(int month);     /* 1 = January; NULL outside 1 to 12 */
const char *mb_weekday_name(int weekday); /* 1 = Monday */
/* The month or weekday of an English name or its abbreviation of three letters or more ("Sept", "thu"), any case; 0
 * where it is none. */
int mb_month_from_name(const char *name);
int mb_weekday_from_name(const char *name);

/* Reads exactly HH:MM (00:00 to 23:59); else MB_NO_TIME. */
MbTime mb_time_parse(const char *text);
char *mb_time_text(MbTime time); /* "10:05"; empty for MB_NO_TIME */
/* Minutes from START to END, past midnight where END is smaller; 0 where either is unknown. */
int mb_time_span(MbTime start, MbTime end);
/* START moved by MINUTES, wrapped to the day. */
MbTime mb_time_add(MbTime start, int minutes);

#endif
