/* SPDX-License-Identifier: MIT */
/* Bank holidays of England and Wales, computed: Banking and Financial Dealings Act 1971 Sch 1, New Year's Day (1974),
   Early May (1978), the usual substitute days, and the days moved or added by proclamation (1995, 2002, 2011, 2012,
   2020, 2022, 2023). Easter by the Gregorian computus. */
#ifndef MINUTEBOOK_BASE_HOLIDAY_H
#define MINUTEBOOK_BASE_HOLIDAY_H

#include "minutebook/base/day.h"

/* Its name ("Good Friday", "Spring bank holiday", "Boxing Day (substitute day)"), or NULL where DAY is no bank holiday.
 * A constant. Years 1978 to 2999. */
const char *mb_holiday_name(MbDay day);
/* Easter Sunday. */
MbDay mb_holiday_easter(int year);

#endif
