/* SPDX-License-Identifier: MIT */
#include "check_written.h"

#include "minutebook/base/text.h"

#include <stdlib.h>
#include <string.h>

/* ---- pieces ---- */

typedef struct {
    MbCase *c;
    MbWrittenLook look;
    gpointer data;
} Reading;

static void show(const Reading *reading, const char *item, const char *text)
{
    if (!mb_text_empty(text))
        reading->look(reading->c, mb_case_item(reading->c, item), text, reading->data);
}

static void read_cells(const Reading *reading, const MbMinute *minute)
{
    g_autoptr(GPtrArray) cells = minute->style == MB_STYLE_TABLE
                                     ? mb_dossier_of(reading->c->dossier, &MB_CELL, "minute", minute->id)
                                     : g_ptr_array_new();

    for (guint i = 0; i < cells->len; i++)
        show(reading, minute->item, ((const MbCell *)cells->pdata[i])->text);
}

static void read_paragraphs(const Reading *reading, int pieces)
{
    for (guint i = 0; i < reading->c->minutes->len; i++) {
        const MbMinute *minute = reading->c->minutes->pdata[i];
        if (!(pieces & (minute->layer == MB_LAYER_MINUTE ? MB_WRITTEN_MINUTE : MB_WRITTEN_NOTES)))
            continue;
        show(reading, minute->item, minute->text);
        read_cells(reading, minute);
    }
}

static void read_titles(const Reading *reading)
{
    for (guint i = 0; i < reading->c->items->len; i++) {
        const MbItem *item = reading->c->items->pdata[i];
        g_autoptr(GPtrArray) recommendations = mb_dossier_of(reading->c->dossier, &MB_RECOMMENDATION, "item", item->id);
        show(reading, item->id, item->title);
        show(reading, item->id, item->standing_text);
        for (guint j = 0; j < recommendations->len; j++)
            show(reading, item->id, ((const MbRecommendation *)recommendations->pdata[j])->text);
    }
}

static void read_records(const Reading *reading)
{
    const MbCase *c = reading->c;

    for (guint i = 0; i < c->decisions->len; i++) {
        const MbDecision *decision = c->decisions->pdata[i];
        show(reading, decision->item, decision->text);
        show(reading, decision->item, decision->condition);
    }
    for (guint i = 0; i < c->actions->len; i++) {
        const MbAction *action = c->actions->pdata[i];
        show(reading, action->item, action->text);
        show(reading, action->item, action->due_words);
    }
    for (guint i = 0; i < c->updates->len; i++) {
        const MbUpdate *update = c->updates->pdata[i];
        show(reading, update->item, update->text);
    }
}

void mb_written_each(MbCase *c, int pieces, MbWrittenLook look, gpointer data)
{
    const Reading reading = {.c = c, .look = look, .data = data};

    if (pieces & MB_WRITTEN_TITLES)
        read_titles(&reading);
    if (pieces & (MB_WRITTEN_MINUTE | MB_WRITTEN_NOTES))
        read_paragraphs(&reading, pieces);
    if (pieces & MB_WRITTEN_RECORDS)
        read_records(&reading);
}

/* ---- dates ---- */

/* Short weekdays and months only with a capital: "the board sat", "it may". */
#define WEEKDAY                                                                                                        \
    "(?:\\b((?i:mon|tues|wednes|thurs|fri|satur|sun)(?i:day)|Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\\.?,?\\s+(?:"    \
    "the\\s+)?)?"
#define DAY "\\b(\\d{1,2})(?:\\s?(?i:st|nd|rd|th))?"
#define MONTH                                                                                                          \
    "((?i:january|february|march|april|june|july|august|september|october|november|december)|May|MAY|Jan|Feb|Mar|Apr|" \
    "Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?"

static GRegex *worded_dates(void)
{
    return g_regex_new(WEEKDAY DAY "\\s+(?:of\\s+)?" MONTH "(?:,?\\s+(\\d{4})\\b)?", 0, 0, NULL);
}

static GRegex *figured_dates(void)
{
    return g_regex_new(WEEKDAY DAY "/(\\d{1,2})/(\\d{4}|\\d{2})\\b", 0, 0, NULL);
}

static int number_at(const GMatchInfo *match, int group)
{
    g_autofree char *digits = g_match_info_fetch(match, group);

    return digits ? atoi(digits) : 0;
}

static int month_at(const GMatchInfo *match, int group)
{
    g_autofree char *word = g_match_info_fetch(match, group);

    return word && g_ascii_isdigit(*word) ? atoi(word) : mb_month_from_name(word);
}

static void take_date(GArray *dates, const GMatchInfo *match)
{
    g_autofree char *weekday = g_match_info_fetch(match, 1);
    g_autofree char *words = g_match_info_fetch(match, 0);
    MbWrittenDate date = {.weekday = mb_weekday_from_name(weekday),
                          .day = number_at(match, 2),
                          .month = month_at(match, 3),
                          .year = number_at(match, 4)};

    if (date.year > 0 && date.year < 100)
        date.year += 2000;
    if (date.day < 1 || date.day > 31 || date.month < 1 || date.month > 12)
        return;
    for (gsize length = strlen(words); length > 0 && g_ascii_ispunct(words[length - 1]); length--)
        words[length - 1] = '\0'; /* the sentence's full stop */
    g_strlcpy(date.words, words, sizeof date.words);
    g_array_append_val(dates, date);
}

static void find_dates(GArray *dates, GRegex *pattern, const char *text)
{
    g_autoptr(GRegex) owned = pattern;
    g_autoptr(GMatchInfo) match = NULL;

    for (g_regex_match(owned, text, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL))
        take_date(dates, match);
}

/* Whether a figure stands close before AT: "29th of January". */
static gboolean follows_figure(const char *text, const char *at)
{
    for (int back = 1; back <= 8 && at - back >= text; back++)
        if (g_ascii_isdigit(at[-back]))
            return TRUE;
    return FALSE;
}

static gboolean begins_month(const char *at)
{
    char name[4];

    g_strlcpy(name, at, sizeof name);
    return mb_month_from_name(name) > 0;
}

/* Cheap, so that the patterns are made only for a text that may hold a date; the patterns decide. */
static gboolean may_hold_date(const char *text)
{
    for (const char *at = text; *at; at++) {
        if (*at == '/' ? g_ascii_isdigit(at[1]) && follows_figure(text, at)
                       : g_ascii_isalpha(*at) && begins_month(at) && follows_figure(text, at))
            return TRUE;
    }
    return FALSE;
}

GArray *mb_written_dates(const char *text)
{
    GArray *dates = g_array_new(FALSE, TRUE, sizeof(MbWrittenDate));

    if (!text || !may_hold_date(text) || !g_utf8_validate(text, -1, NULL))
        return dates;
    find_dates(dates, worded_dates(), text);
    if (strchr(text, '/'))
        find_dates(dates, figured_dates(), text);
    return dates;
}
