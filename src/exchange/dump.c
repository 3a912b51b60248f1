/* SPDX-License-Identifier: MIT */
#include "minutebook/exchange/dump.h"

#include "minutebook/base/error.h"
#include "minutebook/base/text.h"
#include "minutebook/model/nouns.h"

#include <string.h>

#define FORMAT "minutebook 1"

static MbValue *field_value(const MbField *field, gconstpointer record)
{
    g_autofree char *text = mb_field_text(field, record);

    switch (field->kind) {
    case MB_FIELD_BOOL:
        return mb_value_new_bool(g_strcmp0(text, "1") == 0);
    case MB_FIELD_INT:
        return text ? mb_value_new_int(g_ascii_strtoll(text, NULL, 10)) : mb_value_new_null();
    default:
        return mb_value_new_text(text);
    }
}

static MbValue *record_value(const MbRecord *record)
{
    MbValue *row = mb_value_new_map();

    mb_value_set_text(row, "id", record->id);
    for (const MbField *f = record->noun->fields; f->name; f++)
        mb_value_set(row, f->name, field_value(f, record));
    return row;
}

static int compare_ids(gconstpointer a, gconstpointer b)
{
    return strcmp((*(const MbRecord *const *)a)->id, (*(const MbRecord *const *)b)->id);
}

static MbValue *rows_of(const MbDossier *dossier, const MbNoun *noun)
{
    g_autoptr(GPtrArray) sorted = g_ptr_array_copy(mb_dossier_all(dossier, noun), NULL, NULL);
    MbValue *rows = mb_value_new_list();

    g_ptr_array_set_free_func(sorted, NULL);
    g_ptr_array_sort(sorted, compare_ids);
    for (guint i = 0; i < sorted->len; i++)
        mb_value_add(rows, record_value(sorted->pdata[i]));
    return rows;
}

static MbValue *all_records(const MbDossier *dossier)
{
    MbValue *records = mb_value_new_map();

    for (gsize i = 0; mb_nouns[i]; i++)
        mb_value_set(records, mb_nouns[i]->name, rows_of(dossier, mb_nouns[i]));
    for (gsize i = 0; mb_working_nouns[i]; i++)
        mb_value_set(records, mb_working_nouns[i]->name, rows_of(dossier, mb_working_nouns[i]));
    return records;
}

/* A value can stand in one place only: what READERS holds is copied. */
static MbValue *copy_value(const MbValue *value)
{
    MbValue *copy;

    switch (mb_value_kind(value)) {
    case MB_VALUE_BOOL:
        return mb_value_new_bool(mb_value_bool(value));
    case MB_VALUE_INT:
        return mb_value_new_int(mb_value_int(value));
    case MB_VALUE_TEXT:
        return mb_value_new_text(mb_value_text(value));
    case MB_VALUE_LIST:
        copy = mb_value_new_list();
        for (guint i = 0; i < mb_value_length(value); i++)
            mb_value_add(copy, copy_value(mb_value_at(value, i)));
        return copy;
    case MB_VALUE_MAP:
        copy = mb_value_new_map();
        for (guint i = 0; i < mb_value_length(value); i++)
            mb_value_set(copy, mb_value_key(value, i), copy_value(mb_value_value(value, i)));
        return copy;
    default:
        return mb_value_new_null();
    }
}

MbValue *mb_dump_value(const MbDossier *dossier, MbValue *readers, MbValue *history)
{
    MbValue *dump = mb_value_new_map();

    mb_value_set_text(dump, "format", FORMAT);
    for (guint i = 0; i < mb_value_length(readers); i++)
        mb_value_set(dump, mb_value_key(readers, i), copy_value(mb_value_value(readers, i)));
    mb_value_set(dump, "records", all_records(dossier));
    mb_value_set(dump, "history", history ? history : mb_value_new_list());
    mb_value_free(readers);
    return dump;
}

static gboolean refuse(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);
static gboolean refuse(GError **error, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_autofree char *shown = mb_text_visible(message, FALSE);
    g_set_error_literal(error, MB_ERROR, MB_ERROR_INPUT, shown);
    return FALSE;
}

/* The stored form of VALUE (model/record.h) in *TEXT; FALSE where it is of another kind than FIELD. */
static gboolean stored_form(const MbField *field, const MbValue *value, char **text)
{
    *text = NULL;
    switch (mb_value_kind(value)) {
    case MB_VALUE_NULL:
        return field->kind != MB_FIELD_BOOL;
    case MB_VALUE_BOOL:
        *text = g_strdup(mb_value_bool(value) ? "1" : "0");
        return field->kind == MB_FIELD_BOOL;
    case MB_VALUE_INT:
        *text = g_strdup_printf("%" G_GINT64_FORMAT, mb_value_int(value));
        return field->kind == MB_FIELD_INT;
    case MB_VALUE_TEXT:
        *text = g_strdup(mb_value_text(value));
        return field->kind != MB_FIELD_BOOL && field->kind != MB_FIELD_INT;
    default:
        return FALSE;
    }
}

static gboolean set_field(MbRecord *record, const char *name, const MbValue *value, GError **error)
{
    const MbField *field = mb_noun_field(record->noun, name);
    g_autofree char *text = NULL;

    if (!field)
        return refuse(error,
                      "The dump holds a field %s of %s, which this version does not know; load it with the version "
                      "that wrote it.",
                      name, record->noun->name);
    if (!stored_form(field, value, &text) || !mb_field_set_text(field, record, text))
        return refuse(
            error,
            "The dump holds in field %s of %s %s a value of the wrong kind; it was changed since it was written.", name,
            record->noun->name, record->id);
    return TRUE;
}

static gboolean read_row(MbDossier *dossier, const MbNoun *noun, const MbValue *row, GError **error)
{
    const char *id = mb_value_get_text(row, "id");

    if (!id || !*id)
        return refuse(error, "The dump holds a record of %s without id; it was changed since it was written.",
                      noun->name);
    if (mb_dossier_find(dossier, noun, id))
        return refuse(error, "The dump holds the record %s of %s twice; it was changed since it was written.", id,
                      noun->name);
    MbRecord *record = mb_record_new(noun);
    g_free(record->id);
    record->id = g_strdup(id);
    mb_dossier_add(dossier, record);
    for (guint i = 0; i < mb_value_length(row); i++)
        if (strcmp(mb_value_key(row, i), "id") != 0 &&
            !set_field(record, mb_value_key(row, i), mb_value_value(row, i), error))
            return FALSE;
    return TRUE;
}

static const MbNoun *find_noun(const char *name)
{
    for (gsize i = 0; mb_working_nouns[i]; i++)
        if (strcmp(mb_working_nouns[i]->name, name) == 0)
            return mb_working_nouns[i];
    return mb_noun_find(name);
}

static gboolean read_rows(MbDossier *dossier, const char *name, const MbValue *rows, GError **error)
{
    const MbNoun *noun = find_noun(name);

    if (!noun || mb_value_kind(rows) != MB_VALUE_LIST)
        return refuse(
            error,
            "The dump holds records of %s, which this version does not know; load it with the version that wrote it.",
            name);
    for (guint i = 0; i < mb_value_length(rows); i++)
        if (!read_row(dossier, noun, mb_value_at(rows, i), error))
            return FALSE;
    return TRUE;
}

static gboolean refs_hold(const MbDossier *dossier, const MbRecord *record, GError **error)
{
    for (const MbField *f = record->noun->fields; f->name; f++) {
        g_autofree char *id = f->kind == MB_FIELD_REF ? mb_field_text(f, record) : NULL;
        if (id && !mb_dossier_find(dossier, f->target, id))
            return refuse(
                error,
                "The dump names in field %s of %s %s a record that it does not hold; it was cut short or changed.",
                f->name, record->noun->name, record->id);
    }
    return TRUE;
}

static gboolean all_refs_hold(const MbDossier *dossier, const MbNoun *const *nouns, GError **error)
{
    for (gsize i = 0; nouns[i]; i++) {
        GPtrArray *all = mb_dossier_all(dossier, nouns[i]);
        for (guint j = 0; j < all->len; j++)
            if (!refs_hold(dossier, all->pdata[j], error))
                return FALSE;
    }
    return TRUE;
}

/* The records of VALUE, which is a map; NULL with the error where it is no dump that can be read. */
static const MbValue *dump_records(const MbValue *value, GError **error)
{
    const MbValue *records = mb_value_get(value, "records");
    const char *format = mb_value_get_text(value, "format");

    if (!format || !g_str_has_prefix(format, "minutebook "))
        refuse(error, "This is no dump of a book; expected a file written by minutebook dump.");
    else if (strcmp(format, FORMAT) != 0)
        refuse(error, "This dump is of format %s, and this version reads %s; load it with a newer version.", format,
               FORMAT);
    else if (mb_value_kind(records) != MB_VALUE_MAP)
        refuse(error, "This dump holds no records; it was cut short or changed.");
    else
        return records;
    return NULL;
}

MbDossier *mb_dump_records(const MbValue *value, GError **error)
{
    const MbValue *records = dump_records(value, error);
    g_autoptr(MbDossier) dossier = records ? mb_dossier_new() : NULL;

    for (guint i = 0; i < mb_value_length(records); i++)
        if (!read_rows(dossier, mb_value_key(records, i), mb_value_value(records, i), error))
            return NULL;
    return dossier && all_refs_hold(dossier, mb_nouns, error) && all_refs_hold(dossier, mb_working_nouns, error)
               ? g_steal_pointer(&dossier)
               : NULL;
}
