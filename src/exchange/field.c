/* SPDX-License-Identifier: MIT */
#include "field.h"

#include "minutebook/base/text.h"

#include <string.h>

#define SHOWN_COLUMNS 60

char *mb_fields_shown(const char *text)
{
    g_autofree char *line = g_strdelimit(g_strdup(text ? text : ""), "\n\t", ' ');

    return mb_text_fit(line, SHOWN_COLUMNS);
}

static const char *kind_name(const MbValue *value)
{
    switch (mb_value_kind(value)) {
    case MB_VALUE_LIST:
        return "a list";
    case MB_VALUE_MAP:
        return "a map of keys";
    case MB_VALUE_NULL:
        return "nothing";
    default:
        return "a text";
    }
}

static char *join_words(const char *const *words)
{
    g_autoptr(GPtrArray) named = g_ptr_array_new();

    for (; *words; words++)
        if (**words)
            g_ptr_array_add(named, (gpointer)*words);
    g_ptr_array_add(named, NULL);
    return g_strjoinv(", ", (char **)named->pdata);
}

void mb_fields_no_word(MbFaults *faults, const MbValue *value, const char *what, const char *const *words)
{
    const char *found = mb_value_text(value);
    const char *nearest =
        found && !g_ascii_isdigit(*found) ? mb_text_nearest(found, words) : NULL; /* of numbers none is near */
    g_autofree char *shown = mb_fields_shown(found);
    g_autofree char *all = join_words(words);

    if (nearest && *nearest)
        mb_faults_add(faults, mb_value_place(value), "%s is no %s: expected %s (known: %s)", shown, what, nearest, all);
    else if (!*all)
        mb_faults_add(faults, mb_value_place(value), "%s is no %s, which has none", shown, what);
    else
        mb_faults_add(faults, mb_value_place(value), "%s is no %s: expected one of %s", shown, what, all);
}

static void check_key(const MbFields *fields, guint index, const char *what, const char *const *known)
{
    const char *key = mb_value_key(fields->map, index);

    if (g_strv_contains(known, key))
        return;
    const char *nearest = mb_text_nearest(key, known);
    g_autofree char *shown = mb_fields_shown(key);
    g_autofree char *all = nearest ? NULL : join_words(known);
    if (nearest)
        mb_faults_add(fields->faults, mb_value_key_place(fields->map, index),
                      "%s: is no key of %s: expected %s:", shown, what, nearest);
    else
        mb_faults_add(fields->faults, mb_value_key_place(fields->map, index), "%s: is no key of %s: expected one of %s",
                      shown, what, all);
}

gboolean mb_fields_open(MbFields *fields, MbFaults *faults, const MbValue *value, const char *what, const char *example,
                        const char *const *known)
{
    *fields = (MbFields){.faults = faults, .map = value};
    if (mb_value_kind(value) != MB_VALUE_MAP) {
        g_autofree char *shown = mb_fields_shown(mb_value_text(value));
        mb_faults_add(faults, mb_value_place(value), "%s is not %s: expected keys, such as %s",
                      *shown ? shown : kind_name(value), what, example);
        return FALSE;
    }
    for (guint i = 0; i < mb_value_length(value); i++)
        check_key(fields, i, what, known);
    return TRUE;
}

const MbValue *mb_fields_get(const MbFields *fields, const char *key)
{
    return mb_value_get(fields->map, key);
}

gboolean mb_fields_has(const MbFields *fields, const char *key)
{
    const MbValue *value = mb_fields_get(fields, key);
    const char *text = mb_value_text(value);

    return mb_value_kind(value) != MB_VALUE_NULL && !(text && !*text);
}

gboolean mb_fields_need(const MbFields *fields, const char *key, const char *what)
{
    if (mb_fields_has(fields, key))
        return TRUE;
    mb_faults_add(fields->faults, mb_value_place(fields->map), "%s needs %s:", what, key);
    return FALSE;
}

/* Whether KEY stands here and is a text; GIVEN is set to it, or to NULL where KEY has no value. */
static gboolean scalar(const MbFields *fields, const char *key, const char *example, const char **given)
{
    const MbValue *value = mb_fields_get(fields, key);

    *given = NULL;
    if (!mb_value_find(fields->map, key, NULL))
        return FALSE;
    if (!mb_fields_has(fields, key))
        return TRUE;
    *given = mb_value_text(value);
    if (!*given)
        mb_faults_add(fields->faults, mb_value_place(value), "%s: is %s: expected %s", key, kind_name(value), example);
    return *given != NULL;
}

static void complain(const MbFields *fields, const char *key, const char *what, const char *expected)
{
    const MbValue *value = mb_fields_get(fields, key);
    g_autofree char *shown = mb_fields_shown(mb_value_text(value));

    mb_faults_add(fields->faults, mb_value_place(value), "%s is no %s: expected %s", shown, what, expected);
}

static char *one_line(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    GString *out = g_string_new(NULL);

    for (char **line = lines; *line; line++) {
        g_strstrip(*line);
        if (**line)
            g_string_append_printf(out, "%s%s", out->len ? " " : "", *line);
    }
    return g_string_free(out, FALSE);
}

static void take(char **target, char *text)
{
    g_free(*target);
    *target = text && *text ? text : NULL;
    if (!*target)
        g_free(text);
}

void mb_fields_set(const MbFields *fields, const char *key, char **target)
{
    const char *given;

    if (scalar(fields, key, "a text", &given))
        take(target, given ? one_line(given) : NULL);
}

void mb_fields_set_lines(const MbFields *fields, const char *key, char **target)
{
    const char *given;

    if (scalar(fields, key, "a text, such as one that begins with | and goes on in the next lines", &given))
        take(target, g_strdup(given));
}

char *mb_fields_text(const MbFields *fields, const char *key)
{
    char *text = NULL;

    mb_fields_set(fields, key, &text);
    return text;
}

char *mb_fields_peek(const MbFields *fields, const char *key)
{
    g_autoptr(MbFaults) untold = mb_faults_new();
    MbFields quiet = {.faults = untold, .map = fields->map};

    return mb_fields_text(&quiet, key);
}

char *mb_fields_line(MbFaults *faults, const MbValue *value, const char *example)
{
    const char *text = mb_value_text(value);

    if (text && *text)
        return one_line(text);
    mb_faults_add(faults, mb_value_place(value), "%s stands here: expected a text such as %s", kind_name(value),
                  example);
    return NULL;
}

/* One @ with something on both sides, and nothing that could begin another header line or address. */
static gboolean is_email(const char *text)
{
    const char *at = strchr(text, '@');

    if (!at || at == text || !at[1] || strchr(at + 1, '@'))
        return FALSE;
    for (const guchar *c = (const guchar *)text; *c; c++)
        if (*c <= ' ' || *c == 0x7F || strchr(",;<>\"()", *c))
            return FALSE;
    return TRUE;
}

void mb_fields_set_email(const MbFields *fields, const char *key, char **target)
{
    const char *given;

    if (!scalar(fields, key, "an address such as first.last@example.org", &given))
        return;
    if (given && !is_email(given))
        complain(fields, key, "e-mail address", "one such as first.last@example.org");
    else
        take(target, g_strdup(given));
}

void mb_fields_set_day(const MbFields *fields, const char *key, MbDay *target)
{
    const char *given;

    if (!scalar(fields, key, "a date, YYYY-MM-DD", &given))
        return;
    MbDay day = given ? mb_day_parse_iso(given) : MB_NO_DAY;
    if (given && day == MB_NO_DAY)
        complain(fields, key, "date", "YYYY-MM-DD");
    else
        *target = day;
}

void mb_fields_set_time(const MbFields *fields, const char *key, MbTime *target)
{
    const char *given;

    if (!scalar(fields, key, "a time of day such as \"10:05\"", &given))
        return;
    MbTime time = given ? mb_time_parse(given) : MB_NO_TIME;
    if (given && time == MB_NO_TIME)
        complain(fields, key, "time of day", "HH:MM, such as \"10:05\"");
    else
        *target = time;
}

void mb_fields_set_int(const MbFields *fields, const char *key, int *target)
{
    const char *given;
    gint64 number;

    if (!scalar(fields, key, "a whole number such as 15", &given))
        return;
    if (!given)
        *target = -1;
    else if (!g_ascii_string_to_signed(given, 10, G_MININT, 1000000000, &number, NULL))
        complain(fields, key, "whole number", "one such as 15");
    else if (number < 0)
        mb_faults_add(fields->faults, mb_value_place(mb_fields_get(fields, key)),
                      "%s: %s is negative: expected a whole number such as 15", key, given);
    else
        *target = (int)number;
}

void mb_fields_set_bool(const MbFields *fields, const char *key, gboolean *target)
{
    static const char *const yes[] = {"true", "yes", "True", "Yes", "TRUE", "YES", NULL};
    static const char *const no[] = {"false", "no", "False", "No", "FALSE", "NO", NULL};
    const char *given;

    if (!scalar(fields, key, "true or false", &given))
        return;
    if (!given || g_strv_contains(no, given))
        *target = FALSE;
    else if (g_strv_contains(yes, given))
        *target = TRUE;
    else
        complain(fields, key, "answer", "true or false");
}

void mb_fields_set_word(const MbFields *fields, const char *key, const char *const *words, const char *what,
                        int *target)
{
    const char *given;

    if (!scalar(fields, key, "one of the words for it", &given))
        return;
    for (int i = 0; words[i]; i++)
        if (mb_text_same(words[i], given ? given : "")) {
            *target = i;
            return;
        }
    if (given)
        mb_fields_no_word(fields->faults, mb_fields_get(fields, key), what, words);
    else
        *target = 0;
}
