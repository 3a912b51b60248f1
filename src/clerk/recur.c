/* SPDX-License-Identifier: MIT */
/* From the lines of a plan to the meetings they come to. The entries that this makes are recur_entries.c. */
#include "minutebook/clerk/recur.h"

#include "minutebook/model/meeting.h"

/* The year's meetings so far, which a recurrence counts. */
typedef struct {
    const MbLine *line;
    const GPtrArray *meetings;
    guint index;
    int first_month; /* of the plan's year, 1 to 12 */
} Place;

static MbDay day_at(const Place *place, guint index)
{
    const MbMeeting *meeting = place->meetings->pdata[index];

    return meeting->planned_day != MB_NO_DAY ? meeting->planned_day
                                             : meeting->day; /* one that was moved keeps what the plan has for it */
}

static gboolean in_term(const MbLine *line, MbDay day)
{
    return day != MB_NO_DAY && (line->since == MB_NO_DAY || day >= line->since) &&
           (line->until == MB_NO_DAY || day <= line->until);
}

/* How many meetings of the line's term come before this one. */
static guint terms_before(const Place *place)
{
    guint count = 0;

    for (guint i = 0; i < place->index; i++)
        count += in_term(place->line, day_at(place, i));
    return count;
}

/* Which span of so many months, counted through the years from the first month of the plan's year. */
static int span_of(const Place *place, MbDay day, int months)
{
    int year, month;

    mb_day_split(day, &year, &month, NULL);
    return (year * 12 + month + 12 - place->first_month) / months; /* twelve more, so that it is never below nought */
}

static gboolean same_months(const Place *place, MbDay a, MbDay b, int months)
{
    return span_of(place, a, months) == span_of(place, b, months);
}

/* Whether no earlier meeting of the line's term lies in the same month (MONTHS 1) or quarter (3). */
static gboolean first_of(const Place *place, int months)
{
    for (guint i = 0; i < place->index; i++)
        if (in_term(place->line, day_at(place, i)) &&
            same_months(place, day_at(place, i), day_at(place, place->index), months))
            return FALSE;
    return TRUE;
}

static gboolean in_months(const char *months, MbDay day)
{
    g_auto(GStrv) wanted = g_strsplit(months ? months : "", " ", -1);
    int month;

    mb_day_split(day, NULL, &month, NULL);
    for (guint i = 0; wanted[i]; i++)
        if (*wanted[i] && g_ascii_strtoll(wanted[i], NULL, 10) == month)
            return TRUE;
    return FALSE;
}

/* The days named for a line. Of two meetings on one day the first is meant. */
static gboolean named_day(const GPtrArray *whens, const Place *place)
{
    MbDay day = day_at(place, place->index);

    if (day == MB_NO_DAY || (place->index > 0 && day_at(place, place->index - 1) == day))
        return FALSE;
    for (guint i = 0; i < whens->len; i++)
        if (((const MbLineWhen *)whens->pdata[i])->day == day)
            return TRUE;
    return FALSE;
}

static gboolean recurs(MbEvery every, const Place *place)
{
    MbDay day = day_at(place, place->index);

    if (!in_term(place->line, day))
        return FALSE;
    switch (every) {
    case MB_EVERY_NONE:
        return FALSE;
    case MB_EVERY_MEETING:
        return TRUE;
    case MB_EVERY_SECOND_MEETING:
        return terms_before(place) % 2 == 0;
    case MB_EVERY_QUARTER:
        return first_of(place, 3);
    case MB_EVERY_MONTHS:
        return in_months(place->line->months, day) && first_of(place, 1);
    }
    return FALSE;
}

/* A year that begins in May has its quarters from May, August, November and February; where the plan does not say, the
 * calendar's. */
static int first_month_of(const MbDossier *dossier, const MbLine *line)
{
    const MbPlan *plan = mb_dossier_find(dossier, &MB_PLAN, line->plan);
    int month = 1;

    if (plan && plan->since != MB_NO_DAY)
        mb_day_split(plan->since, NULL, &month, NULL);
    return month;
}

gboolean mb_recur_comes(const MbDossier *dossier, const MbLine *line, const GPtrArray *meetings, guint index)
{
    g_autoptr(GPtrArray) whens = mb_dossier_of(dossier, &MB_LINE_WHEN, "line", line->id);
    Place place = {.line = line, .meetings = meetings, .index = index, .first_month = first_month_of(dossier, line)};
    MbEvery every = (MbEvery)line->every;

    if (every == MB_EVERY_NONE && !whens->len && line->section != MB_SECTION_BUSINESS)
        every = MB_EVERY_MEETING; /* standing items come to every meeting unless they say otherwise */
    return named_day(whens, &place) || recurs(every, &place);
}
