/* SPDX-License-Identifier: MIT */
/* When something is due: "by Friday", "no later than 6 October", "at the next meeting", "in 6 months' time", "asap".
 *
 * What words mean, counted from the meeting's day:
 *
 *   30 June, 30/6/26, June 30th        that day; the first on or after the meeting where no year is written
 *   before 6 October                   6 October: the day that is named, as a log prints it
 *   Friday, this Friday                the first after the meeting
 *   next Friday, Friday next week      that of the week after the meeting's
 *   this week, end of the week         the Friday of the meeting's week; next week: of the week after
 *   end of October, the month, year    its last day; "in October" likewise; "by October" its first
 *   mid-November                       the 15th; "early" and "late November" name no day
 *   within two weeks, in 6 months      so many days, weeks or months on, from the day itself; working days Monday to
 * Friday next meeting, the next board       the board's first meeting after this one: due_meeting, and its day the
 * September meeting              the board's first meeting after this one in that month Christmas, Easter, the new year
 * 25 December, Easter Day, 1 January asap, Q3, ongoing, the summer,     words only the AGM of another body
 *
 * A day that the calendar does not have gives words, no day and a doubt; so does a weekday that is not that date's,
 * with its day. due_words are the words as written, with "by" or "before", as the action log keeps them. */
#include "days.h"

#include "minutebook/base/holiday.h"

#include <string.h>

static int lead_at(const MbWords *words, int i, MbLead *lead, int *silent)
{
    static const struct {
        const char *phrase;
        MbLead lead;
    } leads[] = {
        {"by no later than", MB_LEAD_BY},
        {"no|not later than", MB_LEAD_BY},
        {"not after", MB_LEAD_BY},
        {"on or before|by", MB_LEAD_BY},
        {"in time for", MB_LEAD_BY},
        {"in advance of", MB_LEAD_BY},
        {"ahead of", MB_LEAD_BY},
        {"prior to", MB_LEAD_BY},
        {"by|before|until|till", MB_LEAD_BY},
        {"within|during", MB_LEAD_IN},
        {"in", MB_LEAD_IN},
        {"at|for|to|on", MB_LEAD_AT},
    };
    int taken = 0;

    *silent = 0;
    *lead = MB_LEAD_NONE;
    if (mb_is_one(words, i, "due|deadline|target")) {
        *silent = 1 + mb_is_one(words, i + 1, "date");
        *silent += mb_is_any_mark(words, i + *silent, ":-") || mb_is_one(words, i + *silent, "is|of|on");
        *lead = MB_LEAD_BY;
    }
    for (gsize k = 0; k < G_N_ELEMENTS(leads); k++) {
        taken = mb_words_match(words, i + *silent, leads[k].phrase);
        if (taken) {
            *lead = leads[k].lead;
            break;
        }
    }
    return *silent + taken;
}

/* "close of play", "5pm", "noon on": what narrows a day without changing it. */
static int hour_of_day(MbReadingCase *c, int i)
{
    MbTime time;
    int taken = mb_words_match(c->words, i, "close|end of play|business");

    if (!taken)
        taken = mb_words_match(c->words, i, "the end of the day");
    if (!taken)
        taken = mb_is_one(c->words, i, "cop|cob|lunchtime");
    if (!taken)
        taken = mb_read_time(c, i, &time);
    if (!taken)
        return 0;
    taken += mb_is_mark(c->words, i + taken, ',');
    return taken + mb_is_one(c->words, i + taken, "on|of");
}

static MbDay friday_of(MbDay day, int weeks)
{
    return day == MB_NO_DAY ? MB_NO_DAY : day - mb_day_weekday(day) + 5 + 7 * weeks;
}

static MbDay next_weekday(MbDay now, int weekday)
{
    return now == MB_NO_DAY ? MB_NO_DAY : now + (weekday - mb_day_weekday(now) + 6) % 7 + 1;
}

static gboolean read_weekday(MbReadingCase *c, int i, MbDueFound *due)
{
    const MbWords *words = c->words;
    MbDay now = mb_read_case_day(c);
    gboolean next = mb_is_one(words, i, "next"), this = mb_is_one(words, i, "this|coming");
    int at = i + (next || this), weekday = mb_weekday_at(words, at), taken = at - i + 1;

    if (!weekday || (mb_is_one(words, at, "sun|sat|mon|wed") && mb_is_word(words, at + 1) && !next && !this))
        return FALSE;
    if (mb_is_one(words, at + 1, "next")) {
        next = TRUE;
        taken += 1 + mb_is_one(words, at + 2, "week");
    }
    if (!next || now == MB_NO_DAY)
        return mb_due_found(due, taken, next_weekday(now, weekday));
    return mb_due_found(due, taken, now - mb_day_weekday(now) + 7 + weekday);
}

static gboolean read_date(MbReadingCase *c, int i, MbDueFound *due)
{
    MbDateFound date;
    MbDay now = mb_read_case_day(c);
    int taken = mb_date_at(c, i, FALSE, &date);

    if (!taken)
        return FALSE;
    if (date.impossible) {
        g_autofree char *words = mb_words_text(c->words, i, i + taken - 1);
        due->doubt = g_strdup_printf("There is no such day as %s.", words);
    } else if (date.day != MB_NO_DAY && date.weekday && mb_day_weekday(date.day) != date.weekday) {
        g_autofree char *day = mb_day_long(date.day);
        due->doubt = g_strdup_printf("%s is a %s.", day, mb_weekday_name(mb_day_weekday(date.day)));
    } else if (date.day != MB_NO_DAY && now != MB_NO_DAY && date.day < now) {
        g_autofree char *day = mb_day_long(date.day);
        due->doubt = g_strdup_printf("%s is before the meeting.", day);
    } else if (date.day != MB_NO_DAY && now != MB_NO_DAY && !date.year && date.day > now + 320) {
        g_autofree char *day = mb_day_long(date.day);
        due->doubt = g_strdup_printf("%s is almost a year off.", day);
    }
    return mb_due_found(due, taken, date.impossible ? MB_NO_DAY : date.day);
}

static gboolean read_part_of_month(MbReadingCase *c, int i, MbDueFound *due)
{
    const MbWords *words = c->words;
    const char *fold = mb_fold_at(words, i);
    const char *hyphen = strchr(fold, '-');
    gboolean mid = g_str_has_prefix(fold, "mid");
    MbDay first = MB_NO_DAY;

    if (hyphen && (mid || g_str_has_prefix(fold, "early-") || g_str_has_prefix(fold, "late-"))) {
        int month = mb_month_from_name(hyphen + 1), year = 0;
        int more = month ? mb_year_at(c, i + 1, &year) : 0;
        if (!month)
            return FALSE;
        first = mb_month_after(mb_read_case_day(c), month, more ? year : 0);
        return mb_due_found(due, 1 + more, mid && first != MB_NO_DAY ? first + 14 : MB_NO_DAY);
    }
    if (!mb_is_one(words, i, "early|late|mid|middle|beginning|start"))
        return FALSE;
    int joined = 1 + mb_is_mark(words, i + 1, '-') + mb_is_one(words, i + 1, "in|of");
    int taken = mb_month_words(c, i + joined, &first);
    if (!taken)
        return FALSE;
    gboolean middle = mb_is_one(words, i, "mid|middle"), start = mb_is_one(words, i, "beginning|start");
    return mb_due_found(due, joined + taken,
                        first == MB_NO_DAY ? MB_NO_DAY
                        : middle           ? first + 14
                        : start            ? first
                                           : MB_NO_DAY);
}

static MbDay year_end(MbDay now, int month, int dom, int years)
{
    int year, this_month, this_dom;

    if (now == MB_NO_DAY)
        return MB_NO_DAY;
    mb_day_split(now, &year, &this_month, &this_dom);
    MbDay end = mb_day_from(year, month, dom);
    return end < now || years ? mb_day_from(year + 1, month, dom) : end;
}

/* What follows "end of" or stands alone after "this" and "next": "the month", "next week", "the financial year". */
static int period(const MbReadingCase *c, int i, MbDay *last)
{
    const MbWords *words = c->words;
    MbDay now = mb_read_case_day(c);
    int skip = mb_is_one(words, i, "the|this|next|current|coming"), next = mb_is_one(words, i, "next");
    gboolean financial = mb_is_one(words, i + skip, "financial|fiscal");

    if (financial || mb_is_one(words, i + skip, "calendar|working"))
        skip++;
    if (mb_is_one(words, i + skip, "week"))
        *last = friday_of(now, next);
    else if (mb_is_one(words, i + skip, "month"))
        *last = now == MB_NO_DAY ? now : mb_end_of_month(next ? mb_day_add_months(now, 1) : now);
    else if (mb_is_one(words, i + skip, "year"))
        *last = financial ? year_end(now, 3, 31, next) : year_end(now, 12, 31, next);
    else if (mb_is_one(words, i + skip, "term|quarter|summer|autumn|winter|spring|holidays|half-term"))
        *last = MB_NO_DAY;
    else
        return 0;
    if (*last != MB_NO_DAY && *last <= now)
        *last = mb_is_one(words, i + skip, "week") ? now - mb_day_weekday(now) + 7 : *last;
    return skip + 1;
}

static gboolean read_end(MbReadingCase *c, int i, MbDueFound *due)
{
    const MbWords *words = c->words;
    MbDay last = MB_NO_DAY;
    int taken;

    if (mb_words_match(words, i, "month|year end|end")) {
        period(c, i, &last);
        return mb_due_found(due, 2, last);
    }
    if (mb_is_one(words, i, "month-end|year-end"))
        return mb_due_found(due, 1,
                            mb_is_one(words, i, "month-end") ? mb_end_of_month(mb_read_case_day(c))
                                                             : year_end(mb_read_case_day(c), 12, 31, 0));
    if (!mb_is_one(words, i, "end")) {
        /* "the year's end" */
        if (mb_words_match(words, i, "year's|month's|week's end"))
            return mb_due_found(due, 2,
                                mb_is_one(words, i, "year's")    ? year_end(mb_read_case_day(c), 12, 31, 0)
                                : mb_is_one(words, i, "month's") ? mb_end_of_month(mb_read_case_day(c))
                                                                 : friday_of(mb_read_case_day(c), 0));
        return FALSE;
    }
    int of = 1 + mb_is_one(words, i + 1, "of");
    taken = mb_month_words(c, i + of + mb_is_one(words, i + of, "the"), &last);
    if (taken)
        return mb_due_found(due, of + mb_is_one(words, i + of, "the") + taken, mb_end_of_month(last));
    taken = period(c, i + of, &last);
    if (!taken && mb_is_one(words, i + of, "q1|q2|q3|q4"))
        taken = 1;
    return taken && mb_due_found(due, of + taken, last);
}

static gboolean read_period(MbReadingCase *c, int i, MbDueFound *due)
{
    MbDay last = MB_NO_DAY;

    if (!mb_is_one(c->words, i, "this|next"))
        return FALSE;
    int taken = period(c, i, &last);
    /* "next year's plan", "this term's figures" are none: the words have an 's */
    return taken && mb_due_found(due, taken, last);
}

static MbDay working_days(MbDay now, int count)
{
    if (now == MB_NO_DAY || count > 3000)
        return MB_NO_DAY;
    while (count > 0)
        count -= mb_day_weekday(++now) < 6;
    return now;
}

static MbDay after_months(MbDay now, int months)
{
    return now == MB_NO_DAY || months > 1200 ? MB_NO_DAY : mb_day_add_months(now, months);
}

/* "two weeks", "6 months' time", "the next ten working days". */
static gboolean read_duration(MbReadingCase *c, int i, gboolean alone, MbDueFound *due)
{
    const MbWords *words = c->words;
    MbDay now = mb_read_case_day(c), day = MB_NO_DAY;
    int at = i + mb_is_one(words, i, "the"), count;

    at += mb_is_one(words, at, "next|coming");
    count = mb_count_at(words, at);
    if (mb_words_match(words, at, "a couple of")) {
        count = 2;
        at += 2;
    }
    gboolean one = count < 0 && at > i; /* "within the month", "the next fortnight" */
    if (one)
        count = 1;
    else if (count < 0)
        return FALSE;
    at += !one;
    gboolean working = mb_is_one(words, at, "working|clear|business");
    at += working || mb_is_one(words, at, "calendar|full");
    if (mb_is_one(words, at, "day|days"))
        day = working ? working_days(now, count) : now == MB_NO_DAY ? now : now + count;
    else if (mb_is_one(words, at, "week|weeks|week's"))
        day = now == MB_NO_DAY ? now : now + 7 * count;
    else if (mb_is_one(words, at, "fortnight|fortnight's|fortnights"))
        day = now == MB_NO_DAY ? now : now + 14 * count;
    else if (mb_is_one(words, at, "month|months|month's"))
        day = after_months(now, count);
    else if (mb_is_one(words, at, "year|years|year's"))
        day = after_months(now, 12 * count);
    else
        return FALSE;
    at++;
    at += mb_is_mark(words, at, '\'') && mb_is_one(words, at + 1, "time");
    if (mb_is_one(words, at, "time"))
        at++;
    else if (alone || mb_is_one(words, at, "of"))
        return FALSE;
    return mb_due_found(due, at - i, day);
}

static gboolean read_feast(MbReadingCase *c, int i, MbDueFound *due)
{
    const MbWords *words = c->words;
    MbDay now = mb_read_case_day(c);
    int year = 0, month, dom;

    if (now != MB_NO_DAY)
        mb_day_split(now, &year, &month, &dom);
    if (mb_is_one(words, i, "christmas") && !mb_is_one(words, i + 1, "lights|fair|market|event|tree|party|card|cards"))
        return mb_due_found(due, 1 + mb_is_one(words, i + 1, "day"), year_end(now, 12, 25, 0));
    if (mb_words_match(words, i, "new year") || mb_words_match(words, i, "new year's day"))
        return mb_due_found(due, mb_words_match(words, i, "new year's day") ? 3 : 2, year_end(now, 1, 1, 0));
    if (!mb_is_one(words, i, "easter"))
        return FALSE;
    MbDay easter = year ? mb_holiday_easter(year) : MB_NO_DAY;
    if (year && easter < now)
        easter = mb_holiday_easter(year + 1);
    return mb_due_found(due, 1, easter);
}

static gboolean read_words_only(MbReadingCase *c, int i, MbLead lead, MbDueFound *due)
{
    static const char *const always[] = {
        "asap",
        "a.s.a.p",
        "as soon as possible|practicable|practical",
        "as soon as they|she|he|it can",
        "in due course",
        "as a matter of urgency",
        "with immediate effect",
        "ongoing|on-going",
        "tbc|tba",
        "immediately|urgently|forthwith",
    };
    static const char *const after[] = {"q1|q2|q3|q4", "summer|autumn|winter|spring|term|half-term|halloween",
                                        "half term"};
    const MbWords *words = c->words;
    int taken = 0;

    for (gsize k = 0; k < G_N_ELEMENTS(always) && !taken; k++)
        taken = mb_words_match(words, i, always[k]);
    if (!taken && mb_words_match(words, i, "a . s . a . p"))
        taken = 7 + mb_is_mark(words, i + 7, '.');
    for (gsize k = 0; lead != MB_LEAD_NONE && k < G_N_ELEMENTS(after) && !taken; k++)
        taken = mb_words_match(words, i, after[k]);
    if (taken && mb_is_one(words, i + taken, "term|holidays|holiday|break|recess|half-term"))
        taken++;
    if (taken && mb_is_one(words, i + taken, "in") && mb_month_at(words, i + taken + 1))
        taken += 2;
    return taken && mb_due_found(due, taken, MB_NO_DAY);
}

static gboolean read_near(MbReadingCase *c, int i, MbDueFound *due)
{
    MbDay now = mb_read_case_day(c);

    if (mb_is_one(c->words, i, "tomorrow"))
        return mb_due_found(due, 1, now == MB_NO_DAY ? now : now + 1);
    if (mb_is_one(c->words, i, "today|tonight"))
        return mb_due_found(due, 1, now);
    return FALSE;
}

/* A month alone: its last day for what is done in it, its first for what is done by it. */
static gboolean read_month(MbReadingCase *c, int i, MbLead lead, MbDueFound *due)
{
    MbDay first = MB_NO_DAY;
    int taken = mb_month_words(c, i, &first);

    if (!taken || lead == MB_LEAD_AT)
        return FALSE;
    if (lead == MB_LEAD_NONE && mb_is_word(c->words, i + taken))
        return FALSE;
    if (lead == MB_LEAD_BY && first != MB_NO_DAY &&
        first < mb_read_case_day(c)) /* by the month that has begun: its end */
        return mb_due_found(due, taken, mb_end_of_month(first));
    return mb_due_found(due, taken, lead == MB_LEAD_BY ? first : mb_end_of_month(first));
}

/* What stands after "the": words taken from there on. */
static gboolean read_after_the(MbReadingCase *c, int i, MbLead lead, MbDueFound *due)
{
    return mb_due_meeting(c, i, lead, due) || read_end(c, i, due) || read_part_of_month(c, i, due) ||
           read_weekday(c, i, due) || read_feast(c, i, due) || read_words_only(c, i, lead, due);
}

/* Everything that may follow a lead, what is longest first. */
static gboolean read_when(MbReadingCase *c, int i, MbLead lead, MbDueFound *due)
{
    int the = mb_is_one(c->words, i, "the|our|its|their");

    if (read_words_only(c, i, lead, due) || read_date(c, i, due))
        return TRUE;
    if (read_after_the(c, i + the, lead, due)) {
        due->words += the;
        return TRUE;
    }
    if (lead != MB_LEAD_AT && (read_month(c, i, lead, due) || read_period(c, i, due)))
        return TRUE;
    return read_near(c, i, due) || read_duration(c, i, lead != MB_LEAD_IN, due);
}

int mb_read_due(MbReadingCase *c, int index, MbReading *reading)
{
    MbDueFound due = {0};
    MbLead lead;
    int silent, led = lead_at(c->words, index, &lead, &silent);
    int hour = hour_of_day(c, index + led);
    gboolean read = read_when(c, index + led + hour, hour && lead == MB_LEAD_NONE ? MB_LEAD_BY : lead, &due);

    if (!read && led && !silent) { /* "as soon as", "in due course" begin with what looks like a lead */
        led = hour = 0;
        read = read_when(c, index, MB_LEAD_NONE, &due);
    }
    if (!read)
        return 0;
    int words = led + hour + due.words;
    words += mb_words_match(c->words, index + words, "at the latest");
    g_free(reading->due_words);
    reading->due_words = mb_words_text(c->words, index + silent, index + words - 1);
    reading->due = due.day;
    g_free(reading->due_meeting);
    reading->due_meeting = g_strdup(due.meeting);
    if (due.doubt) {
        mb_doubt(reading, 60, due.doubt);
        g_free(due.doubt);
    }
    return words;
}
