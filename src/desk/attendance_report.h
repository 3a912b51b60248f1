/* SPDX-License-Identifier: MIT */
/* The participant report of an online meeting, read: who joined and left when. Whom the names mean is
   attendance_match.h. Known are the reports of Teams (Name, First Join, Last Leave …; In-Meeting Activities; the older
   Full Name, User Action, Timestamp) and Zoom (Name (Original Name), Join Time, Leave Time …), separated by tabs,
   commas or semicolons, in UTF-8 or UTF-16; and lines that begin with a name, with times after it or none. */
#ifndef MINUTEBOOK_DESK_ATTENDANCE_REPORT_H
#define MINUTEBOOK_DESK_ATTENDANCE_REPORT_H

#include "minutebook/base/day.h"

/* One stay of one name. */
typedef struct {
    char *name;
    char *email;   /* NULL where not told */
    MbTime joined; /* in the zone asked for; MB_NO_TIME where not told */
    MbTime left;
} MbJoin;

typedef struct {
    GPtrArray *joins; /* of MbJoin, in the report's order */
    char *other_day;  /* a date of the report that is not the meeting's, as written; NULL where none */
} MbReport;

/* ZONE (NULL: the system's) and DAY are the meeting's: times with an offset are converted. MB_ERROR_INPUT where nobody
 * is named in it; FILE is for the sentence. */
MbReport *mb_report_read(const char *file, const char *bytes, gsize length, const char *zone, MbDay day,
                         GError **error);
void mb_report_free(MbReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MbReport, mb_report_free)

/* --- between its files --- */

/* BYTES as UTF-8, whatever they were. Newly allocated. */
char *mb_report_text(const char *bytes, gsize length);
/* Rows of cells (GPtrArray of GStrv), separated by SEPARATOR, quoted by ". */
GPtrArray *mb_report_rows(const char *text, char separator);
/* The first time of day in WORDS, converted; END (may be NULL) is set behind it, OTHER_DAY to a date that is neither
 * DAY nor set yet. MB_NO_TIME where none. */
MbTime mb_report_time(const char *words, const char *zone, MbDay day, char **other_day, int *start);

#endif
