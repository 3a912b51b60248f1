/* SPDX-License-Identifier: MIT */
/* Dates as they stand in a line, with what is wrong with them. Shared by days.c and due.c. */
#ifndef MINUTEBOOK_RECOGNISE_DAYS_H
#define MINUTEBOOK_RECOGNISE_DAYS_H

#include "deeds.h"

typedef struct {
    MbDay day;           /* MB_NO_DAY where it is impossible, or no year can be told */
    int dom, month;      /* as written */
    int weekday;         /* as written, 0 where none */
    gboolean year;       /* its year is written */
    gboolean impossible; /* the calendar has no such day */
} MbDateFound;

/* A date at I, with or without its weekday; PAST as in mb_read_date. Words taken. */
int mb_date_at(const MbReadingCase *c, int i, gboolean past, MbDateFound *found);
/* The month or weekday that the word is ("September's" too), 0 where none. A weekday begins with a capital. */
int mb_month_at(const MbWords *words, int i);
int mb_weekday_at(const MbWords *words, int i);
/* A year at I, with the comma or apostrophe before it: words taken. */
int mb_year_at(const MbReadingCase *c, int i, int *year);

/* What leads to a due date: nothing; "by", "before"; "in", "within"; "at", "for", "to", "on". */
typedef enum { MB_LEAD_NONE, MB_LEAD_BY, MB_LEAD_IN, MB_LEAD_AT } MbLead;

/* What the words after it were found to mean. */
typedef struct {
    int words;
    MbDay day;
    const char *meeting; /* id, borrowed */
    char *doubt;
} MbDueFound;

/* The first of that month: of the year given, else (0) of the meeting's year or, where that month is over, the next. */
MbDay mb_month_after(MbDay now, int month, int year);
/* Sets the words and the day; TRUE where there are words. */
gboolean mb_due_found(MbDueFound *due, int words, MbDay day);
/* "October", "Oct 2026": the first day of the month, this year's unless it is over. Words taken. */
int mb_month_words(const MbReadingCase *c, int i, MbDay *first);
MbDay mb_end_of_month(MbDay day);
/* A meeting of this board, or of another body (then words only), at I after "the" (due_meeting.c). */
gboolean mb_due_meeting(MbReadingCase *c, int i, MbLead lead, MbDueFound *due);

#endif
