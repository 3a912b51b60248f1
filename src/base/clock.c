/* SPDX-License-Identifier: MIT */
/* The clock: MINUTEBOOK_NOW where it is well formed, else the system's. */
#include "minutebook/base/clock.h"

#include <string.h>

#define DAY_SECONDS 86400
#define EPOCH_DAY   719163 /* 1 January 1970 as MbDay */

/* Reads exactly YYYY-MM-DDTHH:MM:SSZ into *SECONDS. */
static gboolean stamp_parse(const char *text, gint64 *seconds)
{
    if (strlen(text) != 20 || text[10] != 'T' || text[16] != ':' || text[19] != 'Z')
        return FALSE;
    char date[11] = {0};
    char time[6] = {0};
    memcpy(date, text, 10);
    memcpy(time, text + 11, 5);
    MbDay day = mb_day_parse_iso(date);
    MbTime minutes = mb_time_parse(time);
    if (day == MB_NO_DAY || minutes == MB_NO_TIME || text[17] < '0' || text[17] > '5' || !g_ascii_isdigit(text[18]))
        return FALSE;
    int second = (text[17] - '0') * 10 + (text[18] - '0');
    *seconds = ((gint64)day - EPOCH_DAY) * DAY_SECONDS + minutes * 60 + second;
    return TRUE;
}

gint64 mb_clock_now(void)
{
    const char *pinned = g_getenv("MINUTEBOOK_NOW");
    gint64 seconds;
    if (pinned != NULL && stamp_parse(pinned, &seconds))
        return seconds;
    return g_get_real_time() / G_USEC_PER_SEC;
}

/* The day that SECONDS falls on where the clock shows UTC, and the seconds since its midnight. */
static MbDay day_of(gint64 seconds, int *rest)
{
    gint64 days = seconds / DAY_SECONDS;
    gint64 left = seconds % DAY_SECONDS;
    if (left < 0) {
        left += DAY_SECONDS;
        days--;
    }
    *rest = (int)left;
    return (MbDay)CLAMP(days + EPOCH_DAY, 1, 3652059); /* to 31 December 9999 */
}

/* The day in ZONE at SECONDS, and the seconds since its midnight. */
static MbDay local_day(const char *zone, gint64 seconds, int *rest)
{
    g_autoptr(GTimeZone) place = zone != NULL ? g_time_zone_new_identifier(zone) : NULL;
    if (place == NULL)
        place = g_time_zone_new_local();
    int interval = g_time_zone_find_interval(place, G_TIME_TYPE_UNIVERSAL, seconds);
    return day_of(seconds + g_time_zone_get_offset(place, interval), rest);
}

MbDay mb_clock_today(const char *zone)
{
    int rest;
    return local_day(zone, mb_clock_now(), &rest);
}

MbTime mb_clock_time_at(const char *zone, gint64 seconds)
{
    int rest;
    local_day(zone, seconds, &rest);
    return rest / 60;
}

MbTime mb_clock_time(const char *zone)
{
    return mb_clock_time_at(zone, mb_clock_now());
}

char *mb_clock_stamp(gint64 seconds)
{
    int rest, year, month, dom;
    mb_day_split(day_of(seconds, &rest), &year, &month, &dom);
    return g_strdup_printf("%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, dom, rest / 3600, rest / 60 % 60, rest % 60);
}

/* Letters, digits and _ + - in parts between slashes: so that no name leads out of the folder of zones. */
static gboolean zone_well_formed(const char *zone)
{
    for (const char *c = zone; *c != '\0'; c++)
        if (!g_ascii_isalnum(*c) && strchr("_+-/", *c) == NULL)
            return FALSE;
    return g_ascii_isalpha(zone[0]);
}

gboolean mb_clock_zone_known(const char *zone)
{
    if (zone == NULL || !zone_well_formed(zone))
        return FALSE;
    if (strcmp(zone, "UTC") == 0)
        return TRUE;
    /* The file is looked for because GLib also takes rules such as "London1" (an hour west of a place named so). */
    const char *folder = g_getenv("TZDIR");
    g_autofree char *path = g_build_filename(folder != NULL ? folder : "/usr/share/zoneinfo", zone, NULL);
    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return FALSE;
    g_autoptr(GTimeZone) known = g_time_zone_new_identifier(zone);
    return known != NULL;
}
