/* SPDX-License-Identifier: MIT */
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
static gboolean find(MbBook *book, const MbNoun *noun, const char *id, gpointer *record, GError **error)
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

    find(book, noun, id, &record, error);
    return record;
}

static char *build_insert(const MbNoun *noun, const char *key)
{
    GString *sql = g_string_new(key);

    g_string_append_printf(sql, " INTO \"%s\" (", noun->name);
    mb_columns_append(sql, noun);
    g_string_append(sql, ") VALUES (?1");
    for (int i = 0; noun->fields[i].name; i++)
        g_string_append_printf(sql, ",?%d", i + 2);
    g_string_append_c(sql, ')');
    return g_string_free(sql, FALSE);
}

static char *build_update(const MbNoun *noun, const char *key)
{
    GString *sql = g_string_new(key);

    g_string_append_printf(sql, " \"%s\" SET ", noun->name);
    for (int i = 0; noun->fields[i].name; i++)
        g_string_append_printf(sql, "%s\"%s\"=?%d", i ? "," : "", noun->fields[i].name, i + 2);
    g_string_append(sql, " WHERE \"id\"=?1");
    return g_string_free(sql, FALSE);
}

static char *build_delete(const MbNoun *noun, const char *key)
{
    return g_strdup_printf("%s FROM \"%s\" WHERE \"id\"=:id", key, noun->name);
}

static gboolean write_record(MbBook *book, gconstpointer before, gconstpointer record, GError **error)
{
    static const char insert[] = "INSERT";
    static const char update[] = "UPDATE";
    const MbNoun *noun = ((const MbRecord *)record)->noun;
    sqlite3_stmt *statement = mb_statement_built(book, noun, before ? update : insert, before ? build_update : build_insert, error);

    if (!statement)
        return FALSE;
    mb_columns_bind(statement, record);
    return mb_statement_run(book, statement, error);
}

gboolean mb_store_save(MbBook *book, gpointer record, GError **error)
{
    MbRecord *head = record;
    gpointer before;
    gboolean done = TRUE;

    if (!mb_deed_ready(book, error))
        return FALSE;
    if (!find(book, head->noun, head->id, &before, error)) {
        mb_deed_fail(book);
        return FALSE;
    }
    if (!before || !mb_record_equal(before, record)) {
        done = write_record(book, before, record, error);
        if (done)
            mb_deed_touch(book, before, record);
        else
            mb_deed_fail(book);
    }
    mb_record_free(before);
    return done;
}

static gboolean delete_row(MbBook *book, const MbRecord *record, GError **error)
{
    static const char key[] = "DELETE";
    sqlite3_stmt *statement = mb_statement_built(book, record->noun, key, build_delete, error);

    if (!statement)
        return FALSE;
    mb_statement_bind(statement, ":id", record->id);
    return mb_statement_run(book, statement, error);
}

gboolean mb_store_delete(MbBook *book, gpointer record, GError **error)
{
    MbRecord *head = record;
    gpointer before = NULL;
    gboolean done;

    if (!mb_deed_ready(book, error))
        return FALSE;
    done = find(book, head->noun, head->id, &before, error) && (!before || delete_row(book, before, error));
    if (done && before)
        mb_deed_touch(book, before, NULL);
    if (!done)
        mb_deed_fail(book);
    mb_record_free(before);
    return done;
}
