/* SPDX-License-Identifier: MIT */
#include "minutebook/model/record.h"

#include "minutebook/base/id.h"

#include <string.h>

static char **text_slot(const MbField *field, gconstpointer record)
{
    return (char **)((char *)record + field->offset);
}

static int *int_slot(const MbField *field, gconstpointer record)
{
    return (int *)((char *)record + field->offset);
}

static gboolean is_text(const MbField *field)
{
    return field->kind == MB_FIELD_TEXT || field->kind == MB_FIELD_REF;
}

gpointer mb_record_new(const MbNoun *noun)
{
    MbRecord *record = g_malloc0(noun->size);

    record->noun = noun;
    record->id = mb_id_new();
    for (const MbField *f = noun->fields; f->name; f++)
        if (f->kind == MB_FIELD_INT || f->kind == MB_FIELD_TIME)
            *int_slot(f, record) = -1;
    return record;
}

void mb_record_free(gpointer data)
{
    MbRecord *record = data;

    if (!record)
        return;
    for (const MbField *f = record->noun->fields; f->name; f++)
        if (is_text(f))
            g_free(*text_slot(f, record));
    g_free(record->id);
    g_free(record);
}

gpointer mb_record_copy(gconstpointer data)
{
    const MbRecord *record = data;
    MbRecord *copy = g_memdup2(record, record->noun->size);

    copy->id = g_strdup(record->id);
    for (const MbField *f = record->noun->fields; f->name; f++)
        if (is_text(f))
            *text_slot(f, copy) = g_strdup(*text_slot(f, record));
    return copy;
}

gboolean mb_record_equal(gconstpointer a, gconstpointer b)
{
    const MbRecord *first = a;
    const MbRecord *second = b;

    if (first->noun != second->noun || g_strcmp0(first->id, second->id) != 0)
        return FALSE;
    for (const MbField *f = first->noun->fields; f->name; f++)
        if (is_text(f) ? g_strcmp0(*text_slot(f, a), *text_slot(f, b)) != 0 : *int_slot(f, a) != *int_slot(f, b))
            return FALSE;
    return TRUE;
}

void mb_set(char **field, const char *text)
{
    mb_set_take(field, g_strdup(text));
}

void mb_set_take(char **field, char *text)
{
    g_free(*field);
    if (text && !*text)
        g_clear_pointer(&text, g_free);
    *field = text;
}

char *mb_field_text(const MbField *field, gconstpointer record)
{
    int number = is_text(field) ? 0 : *int_slot(field, record);

    switch (field->kind) {
    case MB_FIELD_TEXT:
    case MB_FIELD_REF:
        return g_strdup(*text_slot(field, record));
    case MB_FIELD_INT:
        return number < 0 ? NULL : g_strdup_printf("%d", number);
    case MB_FIELD_BOOL:
        return g_strdup(number ? "1" : "0");
    case MB_FIELD_DAY:
        return number == MB_NO_DAY ? NULL : mb_day_iso(number);
    case MB_FIELD_TIME:
        return number == MB_NO_TIME ? NULL : mb_time_text(number);
    case MB_FIELD_ENUM:
        return *field->words[number] ? g_strdup(field->words[number]) : NULL;
    }
    return NULL;
}

static gboolean number_from_text(const MbField *field, const char *text, int *number)
{
    guint64 value;

    switch (field->kind) {
    case MB_FIELD_INT:
    case MB_FIELD_BOOL:
        *number = field->kind == MB_FIELD_INT ? MB_NO_INT : 0;
        if (!text)
            return TRUE;
        if (!g_ascii_string_to_unsigned(text, 10, 0, field->kind == MB_FIELD_INT ? G_MAXINT : 1, &value, NULL))
            return FALSE;
        *number = (int)value;
        return TRUE;
    case MB_FIELD_DAY:
        *number = text ? mb_day_parse_iso(text) : MB_NO_DAY;
        return !text || *number != MB_NO_DAY;
    case MB_FIELD_TIME:
        *number = text ? mb_time_parse(text) : MB_NO_TIME;
        return !text || *number != MB_NO_TIME;
    case MB_FIELD_ENUM:
        *number = mb_word_index(field->words, text ? text : "");
        if (!text && *number < 0)
            *number = 0;
        return *number >= 0;
    default:
        return FALSE;
    }
}

gboolean mb_field_set_text(const MbField *field, gpointer record, const char *text)
{
    int number;

    if (is_text(field)) {
        mb_set(text_slot(field, record), text);
        return TRUE;
    }
    if (!number_from_text(field, text, &number))
        return FALSE;
    *int_slot(field, record) = number;
    return TRUE;
}

const MbField *mb_noun_field(const MbNoun *noun, const char *name)
{
    for (const MbField *f = noun->fields; f->name; f++)
        if (strcmp(f->name, name) == 0)
            return f;
    return NULL;
}

int mb_word_index(const char *const *words, const char *word)
{
    for (int i = 0; words[i]; i++)
        if (strcmp(words[i], word) == 0)
            return i;
    return -1;
}
