/* SPDX-License-Identifier: MIT */
/* Records into the book. Out of it: record.c. */
#include "minutebook/store/record.h"

#include "book_private.h"

#include "minutebook/model/item.h"
#include "minutebook/model/mark.h"
#include "minutebook/model/meeting.h"
#include "minutebook/model/minute.h"

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

gboolean mb_record_write(MbBook *book, gconstpointer before, gconstpointer record, GError **error)
{
    static const char insert[] = "INSERT";
    static const char update[] = "UPDATE";
    const MbNoun *noun = ((const MbRecord *)record)->noun;
    sqlite3_stmt *statement =
        mb_statement_built(book, noun, before ? update : insert, before ? build_update : build_insert, error);

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
    if (!mb_record_find(book, head->noun, head->id, &before, error)) {
        mb_deed_fail(book);
        return FALSE;
    }
    if (!before || !mb_record_equal(before, record)) {
        done = mb_record_write(book, before, record, error);
        if (done)
            mb_deed_touch(book, before, record);
        else
            mb_deed_fail(book);
    }
    mb_record_free(before);
    return done;
}

gboolean mb_record_remove(MbBook *book, const MbRecord *record, GError **error)
{
    static const char key[] = "DELETE";
    sqlite3_stmt *statement = mb_statement_built(book, record->noun, key, build_delete, error);

    if (!statement)
        return FALSE;
    mb_statement_bind(statement, ":id", record->id);
    return mb_statement_run(book, statement, error);
}

/* A mark tells what record was made of a paragraph's words: it outlives the paragraph until its item is read again, but
 * neither its item nor its meeting. */
static gboolean let_go_of_marks(MbBook *book, const MbRecord *record, GError **error)
{
    static const char of_minute[] = "WHERE \"minute\" = :id";
    static const char of_item[] = "WHERE \"item\" = :id";
    static const char of_meeting[] = "WHERE \"meeting\" = :id";
    const char *sql = record->noun == &MB_MINUTE    ? of_minute
                      : record->noun == &MB_ITEM    ? of_item
                      : record->noun == &MB_MEETING ? of_meeting
                                                    : NULL;
    g_autoptr(GPtrArray) marks = sql ? mb_store_load(book, &MB_MARK, error, sql, ":id", record->id, NULL) : NULL;

    for (guint i = 0; marks && i < marks->len; i++) {
        MbMark *mark = marks->pdata[i];

        if (record->noun == &MB_MINUTE)
            mb_set(&mark->minute, NULL);
        if (record->noun == &MB_MINUTE ? !mb_store_save(book, mark, error) : !mb_store_delete(book, mark, error))
            return FALSE;
    }
    return !sql || marks;
}

gboolean mb_store_delete(MbBook *book, gpointer record, GError **error)
{
    MbRecord *head = record;
    gpointer before = NULL;
    gboolean done;

    if (!mb_deed_ready(book, error))
        return FALSE;
    done = mb_record_find(book, head->noun, head->id, &before, error) &&
           (!before || (let_go_of_marks(book, before, error) && mb_record_remove(book, before, error)));
    if (done && before)
        mb_deed_touch(book, before, NULL);
    if (!done)
        mb_deed_fail(book);
    mb_record_free(before);
    return done;
}
