/* SPDX-License-Identifier: MIT */
/* Days and times of day as clerks write them. When something is due ("by Friday", "next meeting") is due.c.
 *
 * A date without a year is the one nearest on the side asked for; one that the calendar does not have ("31 June") is
 * read as words without a day. Numbers are day first, as British clerks write them; "2026-06-30" is also understood. */
#include "days.h"

#include <stdlib.h>
#include <string.h>

/* The whole of *AT's digits, at most four; -1 where there are none or more. */
static int digits(const char **at)
{
    char *end;
    gsize length = strspn(*at, "0123456789");
    long value;

    if (!length || length > 4)
        return -1;
    value = strtol(*at, &end, 10);
    *at += length;
    return (int)value;
}

static int full_year(int year, int digits_written, int now)
{
    if (digits_written == 4)
        return year >= 1900 && year <= 2199 ? year : -1;
    if (digits_written != 2)
        return -1;
    if (!now)
        return year < 70 ? 2000 + year : 1900 + year;
    year += now / 100 * 100;
    return year > now + 50 ? year - 100 : year < now - 50 ? year + 100 : year;
}

static int year_of(MbDay day)
{
    int year = 0, month, dom;

    if (day != MB_NO_DAY)
        mb_day_split(day, &year, &month, &dom);
    return year;
}

/* The day of a month without its year. */
static void infer(MbDay now, gboolean past, MbDateFound *found)
{
    int year = year_of(now);

    if (found->dom < 1 || found->dom > 31 || mb_day_from(2024, found->month, found->dom) == MB_NO_DAY) {
        found->impossible = TRUE;
        return;
    }
    if (now == MB_NO_DAY)
        return;
    found->day = mb_day_from(year, found->month, found->dom);
    if (past ? found->day == MB_NO_DAY || found->day > now : found->day == MB_NO_DAY || found->day < now)
        found->day = mb_day_from(past ? year - 1 : year + 1, found->month, found->dom);
    found->impossible = found->day == MB_NO_DAY;
}

static void with_year(int year, MbDateFound *found)
{
    found->year = TRUE;
    found->day = mb_day_from(year, found->month, found->dom);
    found->impossible = found->day == MB_NO_DAY;
}

/* "16/12/21", "30.06.2026", "30-6-26", "2026-06-30", "30/6". */
static int numeric(const MbReadingCase *c, int i, gboolean past, MbDateFound *found)
{
    const MbWord *word = mb_words_at(c->words, i);
    MbDay now = mb_read_case_day(c);
    const char *at = word->fold;
    int parts[3] = {-1, -1, -1}, lengths[3] = {0, 0, 0}, count = 0;
    char mark = 0;

    while (count < 3) {
        const char *begin = at;
        parts[count] = digits(&at);
        lengths[count] = (int)(at - begin);
        if (parts[count++] < 0)
            return 0;
        if (!*at || count == 3)
            break;
        if (!strchr("/.-", *at) || (mark && mark != *at))
            return 0;
        mark = *at++;
    }
    if (*at || count < 2 || (count == 2 && mark != '/'))
        return 0;
    gboolean iso = count == 3 && lengths[0] == 4 && mark == '-';
    if (iso ? lengths[2] > 2 : lengths[0] > 2 || lengths[1] > 2)
        return 0;
    found->dom = parts[iso ? 2 : 0];
    found->month = parts[1];
    if (count == 2) { /* "1/2" is a half as well: only what can be a date */
        if (found->dom < 1 || found->dom > 31 || found->month < 1 || found->month > 12)
            return 0;
        infer(now, past, found);
        return 1;
    }
    int year = iso ? full_year(parts[0], 4, 0) : full_year(parts[2], lengths[2], year_of(now));
    if (year < 0)
        return 0;
    with_year(year, found);
    return 1;
}

/* "30", "30th", "30 th": the number and how many words it takes. */
static int day_of_month(const MbWords *words, int i, int *dom, gboolean *ordinal)
{
    const MbWord *word = mb_words_at(words, i);
    const char *at;

    if (!word || word->kind != MB_WORD_NUMBER)
        return 0;
    at = word->fold;
    gsize length = strspn(at, "0123456789");
    *dom = digits(&at);
    *ordinal = !strcmp(at, "st") || !strcmp(at, "nd") || !strcmp(at, "rd") || !strcmp(at, "th");
    if (length > 2 || *dom < 0 || (*at && !*ordinal))
        return 0;
    if (!*at && mb_is_one(words, i + 1, "st|nd|rd|th")) {
        *ordinal = TRUE;
        return 2;
    }
    return 1;
}

int mb_month_at(const MbWords *words, int i)
{
    const MbWord *word = mb_words_at(words, i);
    g_autofree char *name = NULL;

    if (!word || word->kind != MB_WORD_WORD || word->length < 3 || word->length > 11)
        return 0;
    name = g_strdup(word->fold);
    if (g_str_has_suffix(name, "'s"))
        name[strlen(name) - 2] = '\0';
    return mb_month_from_name(name);
}

int mb_weekday_at(const MbWords *words, int i)
{
    const MbWord *word = mb_words_at(words, i);
    g_autofree char *name = NULL;

    if (!word || word->kind != MB_WORD_WORD || word->length < 3 || word->length > 11 || !word->capital)
        return 0;
    name = g_strdup(word->fold);
    if (g_str_has_suffix(name, "'s"))
        name[strlen(name) - 2] = '\0';
    return mb_weekday_from_name(name);
}

int mb_year_at(const MbReadingCase *c, int i, int *year)
{
    const MbWord *word = mb_words_at(c->words, i);
    int skipped = 0, now = year_of(mb_read_case_day(c));

    if (mb_is_any_mark(c->words, i, ",.'") && word && mb_words_at(c->words, i + 1)) {
        skipped = 1;
        word = mb_words_at(c->words, i + 1);
    }
    if (!word || word->kind != MB_WORD_NUMBER || strspn(word->fold, "0123456789") != strlen(word->fold))
        return 0;
    int length = (int)strlen(word->fold);
    *year = full_year(atoi(word->fold), length, now);
    if (*year < 0 || (length == 2 && skipped && !mb_is_mark(c->words, i, '\'')))
        return 0;
    /* "30 June 12 copies": two digits are a year only where nothing is counted */
    if (length == 2 && (mb_is_word(c->words, i + skipped + 1) || !now || abs(*year - now) > 15))
        return 0;
    return skipped + 1;
}

static int named_month(const MbReadingCase *c, int i, gboolean past, MbDateFound *found)
{
    gboolean ordinal = FALSE;
    int taken = day_of_month(c->words, i, &found->dom, &ordinal), year, more;

    if (taken) { /* "30th of June 2026" */
        taken += mb_is_one(c->words, i + taken, "of");
        found->month = mb_month_at(c->words, i + taken++);
    } else { /* "June 30th, 2026" */
        found->month = mb_month_at(c->words, i);
        taken = 1 + mb_is_one(c->words, i + 1, "the");
        more = found->month ? day_of_month(c->words, i + taken, &found->dom, &ordinal) : 0;
        if (!more)
            return 0;
        taken += more;
    }
    if (!found->month)
        return 0;
    more = mb_year_at(c, i + taken, &year);
    if (more)
        with_year(year, found);
    else
        infer(mb_read_case_day(c), past, found);
    return taken + more;
}

/* "the 30th", "Friday the 30th": in this month or the one beside it. */
static int bare_day(const MbReadingCase *c, int i, gboolean past, MbDateFound *found)
{
    MbDay now = mb_read_case_day(c);
    gboolean ordinal = FALSE;
    int year, month, today;
    int taken = day_of_month(c->words, i, &found->dom, &ordinal);

    if (!taken || !ordinal || found->dom < 1 || found->dom > 31)
        return 0;
    /* "the 30th anniversary": only where nothing follows that it could count */
    if (mb_is_word(c->words, i + taken) &&
        !mb_is_one(c->words, i + taken, "and|to|at|in|for|if|so|with|then|by|of|on|or|but|from|when|while"))
        return 0;
    if (now == MB_NO_DAY)
        return taken;
    mb_day_split(now, &year, &month, &today);
    MbDay first = mb_day_from(year, month, 1);
    for (int step = 0; step < 3; step++) {
        mb_day_split(mb_day_add_months(first, past ? -step : step), &year, &month, &today);
        found->day = mb_day_from(year, month, found->dom);
        if (found->day != MB_NO_DAY && (past ? found->day <= now : found->day >= now))
            return taken;
    }
    found->day = MB_NO_DAY;
    return taken;
}

int mb_date_at(const MbReadingCase *c, int i, gboolean past, MbDateFound *found)
{
    const MbWord *word;
    int skipped = 0, taken;

    memset(found, 0, sizeof *found);
    found->weekday = mb_weekday_at(c->words, i);
    if (found->weekday) {
        skipped = 1 + mb_is_any_mark(c->words, i + 1, ",.");
        skipped += mb_is_one(c->words, i + skipped, "the");
    } else {
        skipped = mb_is_one(c->words, i, "the");
    }
    word = mb_words_at(c->words, i + skipped);
    if (!word || word->kind == MB_WORD_MARK)
        return 0;
    taken = named_month(c, i + skipped, past, found);
    if (!taken && word->kind == MB_WORD_NUMBER)
        taken = numeric(c, i + skipped, past, found);
    if (!taken && skipped)
        taken = bare_day(c, i + skipped, past, found);
    return taken ? taken + skipped : 0;
}

/* The first of that month on or after the meeting's month; YEAR where it is written. */
MbDay mb_month_after(MbDay now, int month, int year)
{
    int this_year, this_month, dom;

    if (year)
        return mb_day_from(year, month, 1);
    if (now == MB_NO_DAY)
        return MB_NO_DAY;
    mb_day_split(now, &this_year, &this_month, &dom);
    return mb_day_from(month < this_month ? this_year + 1 : this_year, month, 1);
}

MbDay mb_end_of_month(MbDay day)
{
    int year, month, dom;

    if (day == MB_NO_DAY)
        return MB_NO_DAY;
    mb_day_split(day, &year, &month, &dom);
    return mb_day_month_end(year, month);
}

/* "October", "October 2026", "Oct 26": the month's first day. */
int mb_month_words(const MbReadingCase *c, int i, MbDay *first)
{
    const MbWord *word = mb_words_at(c->words, i);
    int month = mb_month_at(c->words, i), year = 0, more;

    if (!month || !word->capital)
        return 0;
    more = mb_year_at(c, i + 1, &year);
    *first = mb_month_after(mb_read_case_day(c), month, more ? year : 0);
    return 1 + more;
}

gboolean mb_due_found(MbDueFound *due, int words, MbDay day)
{
    due->words = words;
    due->day = day;
    return words > 0;
}

int mb_read_date(MbReadingCase *c, int index, gboolean past, MbDay *day)
{
    MbDateFound found;
    int taken = mb_date_at(c, index, past, &found);

    if (taken)
        *day = found.day;
    return taken;
}

/* "am", "p.m.", "pm": words taken; AFTERNOON says which. */
static int half_of_day(const MbWords *words, int i, gboolean *afternoon)
{
    if (mb_is_one(words, i, "am|pm")) {
        *afternoon = mb_fold_at(words, i)[0] == 'p';
        return 1;
    }
    if (mb_is_one(words, i, "a|p") && mb_is_mark(words, i + 1, '.') && mb_is_one(words, i + 2, "m")) {
        *afternoon = mb_fold_at(words, i)[0] == 'p';
        return 3 + mb_is_mark(words, i + 3, '.');
    }
    return 0;
}

/* A time without am or pm is the one that lies in the meeting. */
static MbTime in_meeting(const MbReadingCase *c, MbTime time)
{
    MbTime starts = c->meeting ? c->meeting->starts : MB_NO_TIME;
    MbTime later = time + 12 * 60;

    if (starts == MB_NO_TIME || time >= 12 * 60 || time >= starts - 60)
        return time;
    return later >= starts - 60 && later <= starts + 8 * 60 ? later : time;
}

static MbTime clock_time(int hour, int minute, int half, gboolean afternoon)
{
    if (hour < 0 || hour > 24 || minute < 0 || minute > 59)
        return MB_NO_TIME;
    if (half && hour <= 12)
        hour = hour % 12 + (afternoon ? 12 : 0);
    return hour < 24 ? hour * 60 + minute : MB_NO_TIME;
}

/* "14:20", "2.20", "1420": hour and minute (−1 where none is written) at WORD's beginning; AT is set to what follows.
 */
typedef struct {
    int hour, minute;
    gboolean four; /* written as one number of four digits */
    const char *rest;
} Clock;

static gboolean clock_at(const MbWord *word, Clock *clock)
{
    const char *at = word->fold;

    clock->minute = -1;
    clock->hour = digits(&at);
    clock->four = at - word->fold == 4;
    if (clock->hour >= 0 && (*at == ':' || *at == '.') && strspn(at + 1, "0123456789") == 2) {
        at++;
        clock->minute = digits(&at);
    }
    clock->rest = at;
    return clock->hour >= 0;
}

/* "am", "pm", "hrs" after the number, joined to it or not. */
typedef struct {
    gboolean half, afternoon, hours;
    int words; /* that it takes beside the number */
} Suffix;

static gboolean suffix_at(const MbWords *words, int i, const char *rest, Suffix *suffix)
{
    suffix->hours = !strcmp(rest, "hrs") || !strcmp(rest, "h") || !strcmp(rest, "hours");
    suffix->half = !strcmp(rest, "am") || !strcmp(rest, "pm");
    suffix->afternoon = suffix->half && *rest == 'p';
    if (*rest)
        return suffix->hours || suffix->half;
    suffix->words = half_of_day(words, i, &suffix->afternoon);
    suffix->half = suffix->words > 0;
    if (!suffix->half && mb_is_one(words, i, "hrs|hours|h")) {
        suffix->hours = TRUE;
        suffix->words = 1;
    }
    return TRUE;
}

/* "2 o'clock", "12 noon": a number alone is a time only where that is said. */
static gboolean whole_hour(const MbWords *words, int i, int hour, Suffix *suffix)
{
    if (suffix->half || suffix->hours)
        return TRUE;
    if (!mb_is_one(words, i, "o'clock") && !(hour == 12 && mb_is_one(words, i, "noon")))
        return FALSE;
    suffix->words++;
    return TRUE;
}

int mb_read_time(MbReadingCase *c, int index, MbTime *time)
{
    const MbWord *word = mb_words_at(c->words, index);
    Suffix suffix = {0};
    Clock clock;

    if (mb_is_one(c->words, index, "noon|midday|midnight")) {
        *time = mb_is_one(c->words, index, "midnight") ? 0 : 12 * 60;
        return 1;
    }
    if (!word || word->kind != MB_WORD_NUMBER || !clock_at(word, &clock) ||
        !suffix_at(c->words, index + 1, clock.rest, &suffix))
        return 0;
    if (clock.four && clock.minute < 0 && (suffix.hours || suffix.half)) {
        clock.minute = clock.hour % 100;
        clock.hour /= 100;
    } else if (clock.four) {
        return 0;
    }
    if (clock.minute < 0 && !whole_hour(c->words, index + 1 + suffix.words, clock.hour, &suffix))
        return 0;
    MbTime found = clock_time(clock.hour, MAX(clock.minute, 0), suffix.half, suffix.afternoon);
    if (found == MB_NO_TIME)
        return 0;
    *time = suffix.half || suffix.hours || clock.hour == 0 ? found : in_meeting(c, found);
    return 1 + suffix.words;
}
