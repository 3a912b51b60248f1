/* SPDX-License-Identifier: MIT */
/* What is written in a meeting's papers, piece by piece, and the dates that stand in it. */
#ifndef MINUTEBOOK_CLERK_CHECK_WRITTEN_H
#define MINUTEBOOK_CLERK_CHECK_WRITTEN_H

#include "check_case.h"

/* Which pieces. */
enum {
    MB_WRITTEN_MINUTE = 1 << 0,  /* paragraphs and cells of the minute */
    MB_WRITTEN_NOTES = 1 << 1,   /* the clerk's own, and private lines */
    MB_WRITTEN_TITLES = 1 << 2,  /* titles, standing texts, recommendations */
    MB_WRITTEN_RECORDS = 1 << 3, /* decisions, actions and when they are due, updates */
    MB_WRITTEN_ALL = MB_WRITTEN_MINUTE | MB_WRITTEN_NOTES | MB_WRITTEN_TITLES | MB_WRITTEN_RECORDS,
};

/* ITEM is NULL for what stands before the first. */
typedef void (*MbWrittenLook)(MbCase *c, const MbItem *item, const char *text, gpointer data);
void mb_written_each(MbCase *c, int pieces, MbWrittenLook look, gpointer data);

/* A date as written: "Thursday 29th of January 2026", "29 January", "Thu 29/01/26". */
typedef struct {
    int weekday; /* 0 where none is written */
    int day;
    int month;
    int year;       /* 0 where none is written */
    char words[80]; /* as it stands in the text */
} MbWrittenDate;

/* The dates that stand in TEXT, in order. A new array of MbWrittenDate; days and months are as written, whether or not
 * there is such a day. */
GArray *mb_written_dates(const char *text);

#endif
