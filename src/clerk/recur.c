/* SPDX-License-Identifier: MIT */
/* From the lines of a plan to the meetings they come to. The entries that this makes are recur_entries.c. */
#include "minutebook/clerk/recur.h"

#include "minutebook/model/meeting.h"

/* The year's meetings so far, which a recurrence counts. */
typedef struct {
    const MbLine *line;
    const GPtrArray *meetings;
    guint index;
} Place;

static MbDay day_at(const Place *place, guint index)
{
    const MbMeeting *meeting = place->meetings->pdata[index];

    return meeting->planned_day != MB_NO_DAY ? meeting->planned_day : meeting->day; /* one that was moved keeps what the plan has for it */
}

static gboolean in_term(const MbLine *line, MbDay day)
{
    return day != MB_NO_DAY && (line->since == MB_NO_DAY || day >= line->since) && (line->until == MB_NO_DAY || day <= line->until);
}

/* How many meetings of the line's term come before this one. */
static guint terms_before(const Place *place)
{
    guint count = 0;

    for (guint i = 0; i < place->index; i++)
        count += in_term(place->line, day_at(place, i));
    return count;
}

static gboolean same_months(MbDay a, MbDay b, int months)
{
    int year_a, month_a, year_b, month_b;

    mb_day_split(a, &year_a, &month_a, NULL);
    mb_day_split(b, &year_b, &month_b, NULL);
    return year_a == year_b && (month_a - 1) / months == (month_b - 1) / months;
}

/* Whether no earlier meeting of the line's term lies in the same month (MONTHS 1) or quarter (3). */
static gboolean first_of(const Place *place, int months)
{
    for (guint i = 0; i < place->index; i++)
        if (in_term(place->line, day_at(place, i)) && same_months(day_at(place, i), day_at(place, place->index), months))
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

gboolean mb_recur_comes(const MbDossier *dossier, const MbLine *line, const GPtrArray *meetings, guint index)
{
    g_autoptr(GPtrArray) whens = mb_dossier_of(dossier, &MB_LINE_WHEN, "line", line->id);
    Place place = {.line = line, .meetings = meetings, .index = index};
    MbEvery every = (MbEvery)line->every;

    if (every == MB_EVERY_NONE && !whens->len && line->section != MB_SECTION_BUSINESS)
        every = MB_EVERY_MEETING; /* standing items come to every meeting unless they say otherwise */
    return named_day(whens, &place) || recurs(every, &place);
}
