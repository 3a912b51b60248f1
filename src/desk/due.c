/* SPDX-License-Identifier: MIT */
#include "due.h"

#include "deed.h"
#include "find.h"

#include "minutebook/base/text.h"

#include <string.h>

/* Figures, with or without strokes, dots or hyphens between them. */
static gboolean is_figures(const char *words)
{
    return *words && g_ascii_isdigit(words[0]) && strspn(words, "0123456789/.-") == strlen(words);
}

/* "30", "30th", "1st": a day of a month; 0 where it is none. */
static int day_number(const char *word)
{
    gsize digits = strspn(word, "0123456789");
    const char *rest = word + digits;

    if (digits < 1 || digits > 2 ||
        (*rest && !mb_text_same(rest, "st") && !mb_text_same(rest, "nd") && !mb_text_same(rest, "rd") &&
         !mb_text_same(rest, "th")))
        return 0;
    return (int)g_ascii_strtoull(word, NULL, 10);
}

/* What the words of a date are. */
typedef struct {
    int weekday;
    int day;
    int month;
    int year; /* 0: not said */
} Words;

static int year_number(const char *word)
{
    return strlen(word) == 4 && strspn(word, "0123456789") == 4 ? (int)g_ascii_strtoull(word, NULL, 10) : 0;
}

/* Weekday, then day and month in either order, then year; the first and the last may be missing. FALSE where there is
 * anything else. */
static gboolean read_words(char **words, Words *read)
{
    guint i = 0;

    if (words[i] && mb_weekday_from_name(words[i]))
        read->weekday = mb_weekday_from_name(words[i++]);
    if (!words[i] || !words[i + 1])
        return FALSE;
    read->day = day_number(words[i]);
    read->month = mb_month_from_name(words[read->day ? i + 1 : i]);
    if (!read->day)
        read->day = day_number(words[i + 1]);
    i += 2;
    if (words[i] && !(read->year = year_number(words[i++])))
        return FALSE;
    return read->day && read->month && !words[i];
}

static MbDay next_such(const Words *read, MbDay today)
{
    int year;
    MbDay day;

    mb_day_split(today, &year, NULL, NULL);
    day = mb_day_from(year, read->month, read->day);
    return day != MB_NO_DAY && day < today ? mb_day_from(year + 1, read->month, read->day) : day;
}

static gboolean settle(const char *words, const char *name, const Words *read, MbDay today, MbDay *due, GError **error)
{
    *due = read->year ? mb_day_from(read->year, read->month, read->day) : next_such(read, today);
    if (*due == MB_NO_DAY)
        return mb_deed_refuse(error,
                              "%s: there is no such day as “%s”; expected a date such as 30 June 2026 or 2026-06-30.",
                              name, words);
    if (read->weekday && mb_day_weekday(*due) != read->weekday) {
        g_autofree char *day = mb_day_full(*due);

        return mb_deed_refuse(error, "%s: “%s” is %s; correct the day or the date.", name, words, day);
    }
    return TRUE;
}

/* WORDS in lower case, single spaces and no commas between them, without "by" or "on". */
static char **split(const char *words)
{
    g_autofree char *folded = g_strdelimit(mb_text_fold(words), ",", ' ');
    g_auto(GStrv) all = g_strsplit(folded, " ", -1);
    GPtrArray *kept = g_ptr_array_new();

    for (guint i = 0; all[i]; i++)
        if (*all[i] && !(kept->len == 0 && (strcmp(all[i], "by") == 0 || strcmp(all[i], "on") == 0)))
            g_ptr_array_add(kept, g_strdup(all[i]));
    g_ptr_array_add(kept, NULL);
    return (char **)g_ptr_array_free(kept, FALSE);
}

gboolean mb_due_read(const char *text, const char *name, MbDay today, MbDay *due, GError **error)
{
    g_auto(GStrv) words = split(text);
    Words read = {0};

    *due = MB_NO_DAY;
    if (!words[0])
        return TRUE;
    if (!words[1] && is_figures(words[0]))
        return mb_find_day(words[0], name, due, error);
    if (!words[1] && strcmp(words[0], "today") == 0)
        *due = today;
    else if (!words[1] && strcmp(words[0], "tomorrow") == 0)
        *due = today + 1;
    else if (read_words(words, &read))
        return settle(text, name, &read, today, due, error);
    return TRUE;
}
