/* SPDX-License-Identifier: MIT */
/* Records out of the book. Into it: record_save.c. */
#include "minutebook/store/record.h"

#include "book_private.h"

static char *build_select(const MbNoun *noun, const char *tail)
{
    GString *sql = g_string_new("SELECT ");

    mb_columns_append(sql, noun);
    g_string_append_printf(sql, " FROM \"%s\" %s", noun->name, tail);
    return g_string_free(sql, FALSE);
}

static void bind_pairs(sqlite3_stmt *statement, va_list pairs)
{
    const char *name;

    while ((name = va_arg(pairs, const char *)))
        mb_statement_bind(statement, name, va_arg(pairs, const char *));
}

static GPtrArray *load_rows(MbBook *book, const MbNoun *noun, sqlite3_stmt *statement, GError **error)
{
    g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func(mb_record_free);
    int code;

    while ((code = mb_statement_step(book, statement, error)) == SQLITE_ROW) {
        gpointer record = mb_columns_read(book, statement, noun, error);

        if (!record)
            break;
        g_ptr_array_add(records, record);
    }
    sqlite3_reset(statement);
    return code == SQLITE_DONE ? g_steal_pointer(&records) : NULL;
}

GPtrArray *mb_store_load(MbBook *book, const MbNoun *noun, GError **error, const char *sql, ...)
{
    sqlite3_stmt *statement = mb_statement_built(book, noun, sql, build_select, error);
    va_list pairs;

    if (!statement)
        return NULL;
    va_start(pairs, sql);
    bind_pairs(statement, pairs);
    va_end(pairs);
    return load_rows(book, noun, statement, error);
}

gboolean mb_store_number(MbBook *book, gint64 *number, GError **error, const char *sql, ...)
{
    sqlite3_stmt *statement = mb_statement(book, sql, error);
    va_list pairs;
    int code;

    *number = 0;
    if (!statement)
        return FALSE;
    va_start(pairs, sql);
    bind_pairs(statement, pairs);
    va_end(pairs);
    code = mb_statement_step(book, statement, error);
    if (code == SQLITE_ROW)
        *number = sqlite3_column_int64(statement, 0);
    sqlite3_reset(statement);
    return code == SQLITE_ROW || code == SQLITE_DONE;
}

/* Sets *RECORD, to NULL where there is none. */
gboolean mb_record_find(MbBook *book, const MbNoun *noun, const char *id, gpointer *record, GError **error)
{
    static const char by_id[] = "WHERE \"id\" = :id";
    sqlite3_stmt *statement = mb_statement_built(book, noun, by_id, build_select, error);
    int code;

    *record = NULL;
    if (!statement)
        return FALSE;
    mb_statement_bind(statement, ":id", id);
    code = mb_statement_step(book, statement, error);
    if (code == SQLITE_ROW)
        *record = mb_columns_read(book, statement, noun, error);
    sqlite3_reset(statement);
    return code == SQLITE_DONE || *record;
}

gpointer mb_store_get(MbBook *book, const MbNoun *noun, const char *id, GError **error)
{
    gpointer record;

    mb_record_find(book, noun, id, &record, error);
    return record;
}
