/* SPDX-License-Identifier: MIT */
/* The history read. It is written by history_write.c and proved by history_verify.c. */
#include "minutebook/store/history.h"

#include "book_private.h"

void mb_deed_free(MbDeed *deed)
{
    if (!deed)
        return;
    g_free(deed->at);
    g_free(deed->who);
    g_free(deed->deed);
    g_free(deed->summary);
    g_free(deed->chain);
    g_free(deed);
}

void mb_change_free(MbChange *change)
{
    if (!change)
        return;
    g_free(change->noun);
    g_free(change->record);
    g_free(change->kind);
    g_free(change->salt);
    g_free(change->digest);
    g_free(change->before);
    g_free(change->meeting);
    g_free(change);
}

static gpointer read_deed(sqlite3_stmt *row)
{
    MbDeed *deed = g_new0(MbDeed, 1);

    deed->seq = sqlite3_column_int64(row, 0);
    deed->at = mb_statement_text(row, 1);
    deed->who = mb_statement_text(row, 2);
    deed->deed = mb_statement_text(row, 3);
    deed->summary = mb_statement_text(row, 4);
    deed->chain = mb_statement_text(row, 5);
    deed->changes = sqlite3_column_int(row, 6);
    return deed;
}

static gpointer read_change(sqlite3_stmt *row)
{
    MbChange *change = g_new0(MbChange, 1);

    change->seq = sqlite3_column_int64(row, 0);
    change->position = sqlite3_column_int(row, 1);
    change->noun = mb_statement_text(row, 2);
    change->record = mb_statement_text(row, 3);
    change->kind = mb_statement_text(row, 4);
    change->salt = mb_statement_text(row, 5);
    change->digest = mb_statement_text(row, 6);
    change->before = mb_statement_text(row, 7);
    change->meeting = mb_statement_text(row, 8);
    return change;
}

static GPtrArray *read_rows(MbBook *book, sqlite3_stmt *statement, gpointer (*read)(sqlite3_stmt *),
                            GDestroyNotify destroy, GError **error)
{
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(destroy);
    int code;

    while ((code = mb_statement_step(book, statement, error)) == SQLITE_ROW)
        g_ptr_array_add(rows, read(statement));
    sqlite3_reset(statement);
    return code == SQLITE_DONE ? g_steal_pointer(&rows) : NULL;
}

GPtrArray *mb_history_deeds(MbBook *book, gboolean newest_first, int limit, GError **error)
{
#define DEEDS                                                                                                          \
    "SELECT \"seq\", \"at\", \"who\", \"deed\", \"summary\", \"chain\", (SELECT count(*) FROM \"change\" WHERE "       \
    "\"change\".\"seq\" = \"history\".\"seq\")"                                                                        \
    " FROM \"history\" ORDER BY \"seq\""
    static const char oldest[] = DEEDS " LIMIT :limit";
    static const char newest[] = DEEDS " DESC LIMIT :limit";
    sqlite3_stmt *statement = mb_statement(book, newest_first ? newest : oldest, error);

    if (!statement)
        return NULL;
    mb_statement_bind_int(statement, ":limit", limit > 0 ? limit : -1);
    return read_rows(book, statement, read_deed, (GDestroyNotify)mb_deed_free, error);
}

GPtrArray *mb_history_changes(MbBook *book, gint64 seq, GError **error)
{
#define CHANGES                                                                                                        \
    "SELECT \"seq\", \"position\", \"noun\", \"record\", \"kind\", \"salt\", \"digest\", \"before\", \"meeting\" "     \
    "FROM \"change\""
    static const char one[] = CHANGES " WHERE \"seq\" = :seq ORDER BY \"position\"";
    static const char all[] = CHANGES " ORDER BY \"seq\", \"position\"";
    sqlite3_stmt *statement = mb_statement(book, seq ? one : all, error);

    if (!statement)
        return NULL;
    mb_statement_bind_int(statement, ":seq", seq);
    return read_rows(book, statement, read_change, (GDestroyNotify)mb_change_free, error);
}
