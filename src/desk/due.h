/* SPDX-License-Identifier: MIT */
/* A due date as people type it. */
#ifndef MINUTEBOOK_DESK_DUE_H
#define MINUTEBOOK_DESK_DUE_H

#include "minutebook/base/day.h"

/* The day that WORDS mean on TODAY: "2026-06-30", "30 June 2026", "Tuesday 30 June 2026", "June 30", "today",
   "tomorrow"; a day without a year is the next such day, today's included; "by" or "on" may stand before. MB_NO_DAY
   where they name none ("Friday", "before the tides turn"). FALSE (MB_ERROR_USAGE) where they would name a day that the
   calendar has not, under the wrong weekday, or in figures alone (30/06/2026), which some read as day and month and
   some as month and day; NAME is the argument's, for the sentence. */
gboolean mb_due_read(const char *words, const char *name, MbDay today, MbDay *due, GError **error);

#endif
