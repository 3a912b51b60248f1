/* SPDX-License-Identifier: MIT */
/* Notice: which day the agenda (or the papers) must be out, counted back day by day, with every day that was skipped
   and why. Holidays are base/holiday.h.

   Clear days leave out the day of issue and the day of the meeting (R v Herefordshire Justices, 1820). LGA 1972 s243
   leaves out Sundays, the Christmas break, the Easter break and bank holidays; whether Saturdays count is disputed and
   is the board's setting. Working days are Mondays to Fridays that are no bank holidays, the meeting's own day left
   out. Plain days count every day, the meeting's own left out. */
#ifndef MINUTEBOOK_CLERK_NOTICE_H
#define MINUTEBOOK_CLERK_NOTICE_H

#include "minutebook/model/board.h"
#include "minutebook/model/rules.h"

typedef struct {
    int count;
    int kind;           /* MbNoticeKind */
    gboolean every_day; /* Sundays and holidays count as clear days */
    gboolean saturdays;
    gboolean easter_break;
    gboolean christmas_break;
    const char *source; /* borrowed; NULL where the board's own rule */
} MbNotice;

typedef enum { MB_NOTICE_AGENDA, MB_NOTICE_PAPERS } MbNoticeOf;

/* The board's own period, else its rule set's (RULES may be NULL). FALSE where neither says any. */
gboolean mb_notice_for(const MbBoard *board, const MbRules *rules, MbNoticeOf of, MbNotice *notice);

/* A rung of the ladder. */
typedef struct {
    MbDay day;
    int counted; /* the number it counts as, from 1 nearest the meeting; 0: skipped */
    const char
        *why; /* of a day that is skipped, or is the meeting's or the issue's: "Sunday", "Good Friday", "Saturday",
                 "Easter break", "Christmas break", "day of the meeting", "day of issue". A constant */
} MbRung;

/* The ladder for a meeting on MEETING: from the meeting's day back to the last day of issue, which stands last. A new
 * array of MbRung. */
GArray *mb_notice_ladder(const MbNotice *notice, MbDay meeting);
/* The last day of issue that gives full notice and is itself a day that counts: nobody issues on a Sunday or a bank
 * holiday. */
MbDay mb_notice_issue_by(const MbNotice *notice, MbDay meeting);
/* How many days of notice an issue on ISSUED gives, counted the notice's way. */
int mb_notice_given(const MbNotice *notice, MbDay issued, MbDay meeting);
/* "5 clear days". Newly allocated. */
char *mb_notice_text(const MbNotice *notice);

#endif
