/* SPDX-License-Identifier: MIT */
/* Now, as tests may pin it: MINUTEBOOK_NOW (YYYY-MM-DDTHH:MM:SSZ) stands for the system's clock everywhere. */
#ifndef MINUTEBOOK_BASE_CLOCK_H
#define MINUTEBOOK_BASE_CLOCK_H

#include "minutebook/base/day.h"

/* Seconds since 1970, UTC. */
gint64 mb_clock_now(void);
/* Today in ZONE (an IANA name, or NULL for the system's). */
MbDay mb_clock_today(const char *zone);
/* The time of day in ZONE, to the minute; and that of SECONDS, a moment since 1970. */
MbTime mb_clock_time(const char *zone);
MbTime mb_clock_time_at(const char *zone, gint64 seconds);
/* "2026-01-15T09:30:00Z". Newly allocated. */
char *mb_clock_stamp(gint64 seconds);
/* Whether the C library knows ZONE. */
gboolean mb_clock_zone_known(const char *zone);

#endif
