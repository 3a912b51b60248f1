/* SPDX-License-Identifier: MIT */
/* A noun's field table as columns: their names, a row as a record, a record as bound values. */
#include "book_private.h"

#include "minutebook/base/text.h"

#include <string.h>

void mb_columns_append(GString *sql, const MbNoun *noun)
{
    g_string_append(sql, "\"id\"");
    for (const MbField *f = noun->fields; f->name; f++)
        g_string_append_printf(sql, ",\"%s\"", f->name);
}

static int *number_slot(const MbField *field, gpointer record)
{
    return (int *)((char *)record + field->offset);
}

/* What stands in the book as a word: days, times of day, words of enums. */
static gboolean read_word(const MbField *field, const char *text, int *number)
{
    switch (field->kind) {
    case MB_FIELD_DAY:
        *number = text ? mb_day_parse_iso(text) : MB_NO_DAY;
        return !text || *number != MB_NO_DAY;
    case MB_FIELD_TIME:
        *number = text ? mb_time_parse(text) : MB_NO_TIME;
        return !text || *number != MB_NO_TIME;
    default:
        *number = mb_word_index(field->words, text ? text : "");
        if (!text && *number < 0)
            *number = 0;
        return *number >= 0;
    }
}

static gboolean read_number(sqlite3_stmt *statement, int column, const MbField *field, int *number)
{
    gint64 value = sqlite3_column_int64(statement, column);
    gboolean absent = sqlite3_column_type(statement, column) == SQLITE_NULL;

    if (field->kind == MB_FIELD_BOOL)
        *number = value != 0;
    else
        *number = absent ? MB_NO_INT : (int)value;
    return absent || (value >= 0 && value <= G_MAXINT);
}

static gboolean read_field(sqlite3_stmt *statement, int column, const MbField *field, gpointer record)
{
    const char *text;

    if (field->kind == MB_FIELD_INT || field->kind == MB_FIELD_BOOL)
        return read_number(statement, column, field, number_slot(field, record));
    text = (const char *)sqlite3_column_text(statement, column);
    if (field->kind != MB_FIELD_TEXT && field->kind != MB_FIELD_REF)
        return read_word(field, text, number_slot(field, record));
    if (text && *text)
        *(char **)((char *)record + field->offset) = g_strndup(text, (gsize)sqlite3_column_bytes(statement, column));
    return TRUE;
}

static gpointer refuse_value(MbBook *book, sqlite3_stmt *statement, int column, const MbNoun *noun, GError **error)
{
    g_autofree char *value = mb_text_visible((const char *)sqlite3_column_text(statement, column), FALSE);

    mb_book_refuse(book, error,
                   "was altered outside Minutebook: the %s of a record of kind “%s” reads “%.60s”. Nothing was "
                   "changed; open your latest backup copy.",
                   noun->fields[column - 1].name, noun->name, value);
    return NULL;
}

gpointer mb_columns_read(MbBook *book, sqlite3_stmt *statement, const MbNoun *noun, GError **error)
{
    MbRecord *record = g_malloc0(noun->size);

    record->noun = noun;
    record->id = mb_statement_text(statement, 0);
    if (!record->id) {
        g_free(record);
        mb_book_damaged(book, error);
        return NULL;
    }
    for (int i = 0; noun->fields[i].name; i++)
        if (!read_field(statement, i + 1, &noun->fields[i], record)) {
            mb_record_free(record);
            return refuse_value(book, statement, i + 1, noun, error);
        }
    return record;
}

static void bind_field(sqlite3_stmt *statement, int index, const MbField *field, gconstpointer record)
{
    const char *slot = (const char *)record + field->offset;
    const char *text;

    switch (field->kind) {
    case MB_FIELD_TEXT:
    case MB_FIELD_REF:
        text = *(char *const *)slot;
        sqlite3_bind_text(statement, index, text && *text ? text : NULL, -1, SQLITE_STATIC);
        break;
    case MB_FIELD_BOOL:
        sqlite3_bind_int(statement, index, *(const int *)slot != 0);
        break;
    case MB_FIELD_INT:
        if (*(const int *)slot >= 0)
            sqlite3_bind_int(statement, index, *(const int *)slot);
        break;
    default:
        sqlite3_bind_text(statement, index, mb_field_text(field, record), -1, g_free);
    }
}

void mb_columns_bind(sqlite3_stmt *statement, gconstpointer record)
{
    const MbRecord *head = record;

    sqlite3_bind_text(statement, 1, head->id, -1, SQLITE_STATIC);
    for (int i = 0; head->noun->fields[i].name; i++)
        bind_field(statement, i + 2, &head->noun->fields[i], record);
}
