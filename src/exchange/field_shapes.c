/* SPDX-License-Identifier: MIT */
/* Values of more than one part: lists, months, ranges of time, periods, fractions. */
#include "field.h"

#include "minutebook/base/text.h"
#include "minutebook/model/board.h"

#include <string.h>

static void complain(const MbFields *fields, const char *key, const char *what, const char *expected)
{
    const MbValue *value = mb_fields_get(fields, key);
    g_autofree char *shown = mb_fields_shown(mb_value_text(value));

    mb_faults_add(fields->faults, mb_value_place(value), "%s is no %s: expected %s", shown, what, expected);
}

const MbValue *mb_fields_list(const MbFields *fields, const char *key, const char *example)
{
    const MbValue *value = mb_fields_get(fields, key);

    if (!mb_fields_has(fields, key))
        return NULL;
    if (mb_value_kind(value) == MB_VALUE_LIST)
        return value;
    mb_faults_add(fields->faults, mb_value_place(value), "%s: is no list: expected one such as %s", key, example);
    return NULL;
}

static void add_text(const MbFields *fields, const char *key, const MbValue *value, const char *example,
                     GPtrArray *texts)
{
    const char *text = mb_value_text(value);

    if (text && *text)
        g_ptr_array_add(texts, (gpointer)value);
    else
        mb_faults_add(fields->faults, mb_value_place(value), "%s: holds what is no text: expected a list such as %s",
                      key, example);
}

GPtrArray *mb_fields_texts(const MbFields *fields, const char *key, const char *example)
{
    const MbValue *value = mb_fields_get(fields, key);

    if (!mb_value_find(fields->map, key, NULL))
        return NULL;
    GPtrArray *texts = g_ptr_array_new();
    if (mb_value_kind(value) == MB_VALUE_LIST)
        for (guint i = 0; i < mb_value_length(value); i++)
            add_text(fields, key, mb_value_at(value, i), example, texts);
    else if (mb_fields_has(fields, key))
        add_text(fields, key, value, example, texts);
    return texts;
}

void mb_fields_set_month(const MbFields *fields, const char *key, int *target)
{
    g_autofree char *given = mb_fields_text(fields, key);
    int month = given ? mb_month_from_name(given) : 0;

    if (month)
        *target = month;
    else if (given)
        complain(fields, key, "month", "one such as April");
}

/* Splits "10:00-13:00" (also with a dash, or spaces about it). */
static gboolean range_parse(const char *text, MbTime *start, MbTime *end)
{
    g_autofree char *copy = g_strdup(text);
    char *dash = strchr(copy, '-');
    char *long_dash = strstr(copy, "–");
    char *second = dash ? dash + 1 : long_dash ? long_dash + strlen("–") : NULL;

    if (dash)
        *dash = '\0';
    else if (long_dash)
        *long_dash = '\0';
    *start = mb_time_parse(g_strstrip(copy));
    *end = second ? mb_time_parse(g_strstrip(second)) : MB_NO_TIME;
    return *start != MB_NO_TIME && (!second || *end != MB_NO_TIME);
}

void mb_fields_set_range(const MbFields *fields, const char *key, MbTime *start, MbTime *end)
{
    g_autofree char *given = mb_fields_text(fields, key);
    MbTime first, last;

    if (!given)
        return;
    if (!range_parse(given, &first, &last)) {
        complain(fields, key, "time", "HH:MM-HH:MM, such as \"10:00-13:00\"");
        return;
    }
    mb_fields_order_times(fields, key, first, last);
    *start = first;
    *end = last;
}

void mb_fields_set_period(const MbFields *fields, const char *key, int *count, int *kind)
{
    static const struct {
        const char *words;
        int kind, times;
    } units[] = {
        {"clear day", MB_NOTICE_CLEAR_DAYS, 1},
        {"clear days", MB_NOTICE_CLEAR_DAYS, 1},
        {"working day", MB_NOTICE_WORKING_DAYS, 1},
        {"day", MB_NOTICE_DAYS, 1},
        {"working days", MB_NOTICE_WORKING_DAYS, 1},
        {"days", MB_NOTICE_DAYS, 1},
        {"week", MB_NOTICE_DAYS, 7},
        {"weeks", MB_NOTICE_DAYS, 7},
    };
    g_autofree char *given = mb_fields_text(fields, key);
    char *rest = NULL;

    if (!given)
        return;
    guint64 number = g_ascii_isdigit(*given) ? g_ascii_strtoull(given, &rest, 10) : 0;
    g_autofree char *words = mb_text_fold(rest);
    for (gsize i = 0; rest && number <= 366 && i < G_N_ELEMENTS(units); i++)
        if (strcmp(words, units[i].words) == 0) {
            *count = (int)number * units[i].times;
            *kind = units[i].kind;
            return;
        }
    complain(fields, key, "period of notice",
             "a number and clear days, working days, days or weeks, such as 5 clear days");
}

void mb_fields_set_fraction(const MbFields *fields, const char *key, int *over, int *under)
{
    g_autofree char *given = mb_fields_text(fields, key);
    g_auto(GStrv) parts = g_strsplit(given ? given : "", "/", -1);
    guint64 top, bottom;

    if (!given)
        return;
    if (g_strv_length(parts) != 2 || !g_ascii_string_to_unsigned(g_strstrip(parts[0]), 10, 1, 1000, &top, NULL) ||
        !g_ascii_string_to_unsigned(g_strstrip(parts[1]), 10, 1, 1000, &bottom, NULL) || top > bottom) {
        complain(fields, key, "fraction", "one such as 1/4");
        return;
    }
    *over = (int)top;
    *under = (int)bottom;
}

void mb_fields_order_days(const MbFields *fields, const char *key, MbDay start, MbDay end)
{
    if (start == MB_NO_DAY || end == MB_NO_DAY || end >= start)
        return;
    g_autofree char *first = mb_day_iso(start);
    g_autofree char *last = mb_day_iso(end);
    mb_faults_add(fields->faults, mb_value_place(mb_fields_get(fields, key)),
                  "the end %s is before the start %s: expected a later date", last, first);
}

void mb_fields_order_times(const MbFields *fields, const char *key, MbTime start, MbTime end)
{
    if (start == MB_NO_TIME || end == MB_NO_TIME || end >= start)
        return;
    g_autofree char *first = mb_time_text(start);
    g_autofree char *last = mb_time_text(end);
    mb_faults_add(fields->faults, mb_value_place(mb_fields_get(fields, key)),
                  "the end %s is before the start %s: expected a later time", last, first);
}
