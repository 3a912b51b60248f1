/* SPDX-License-Identifier: MIT */
/* Meeting days by rule: "third Thursday of March, June, September, December". To which meetings a line of the forward
 * plan comes is clerk/recur.h. */
#ifndef MINUTEBOOK_MODEL_RECUR_DAYS_H
#define MINUTEBOOK_MODEL_RECUR_DAYS_H

#include "minutebook/base/day.h"

/* Meeting days of a rule such as "third Thursday of March, June, September, December" or "last Wednesday of every
   month" between SINCE and UNTIL (both included). A day that is a bank holiday gives way to the same weekday a week
   later. A new array of MbDay, ascending, or NULL where the rule cannot be read: then EXPECTED is set to a sentence
   with an example (a constant). */
GArray *mb_recur_days(const char *rule, MbDay since, MbDay until, const char **expected);

/* The bank holiday on which DAY, one of mb_recur_days, would have fallen by RULE alone; MB_NO_DAY where it fell on DAY.
 */
MbDay mb_recur_moved_from(const char *rule, MbDay day);

#endif
