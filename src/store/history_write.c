/* SPDX-License-Identifier: MIT */
/* The row of a deed, written with it in one transaction; and the rows of a dump, as they were. */
#include "minutebook/store/history.h"

#include "book_private.h"
#include "chain.h"

#include "minutebook/base/clock.h"

static const char *kind_of(const MbTouched *touched)
{
    return !touched->before ? "insert" : touched->there ? "update" : "delete";
}

/* Written and taken away again, or changed back: nothing happened. */
static gboolean is_change(const MbTouched *touched)
{
    return !touched->same;
}

static int count_changes(const MbBook *book)
{
    int count = 0;

    for (guint i = 0; i < book->deed.touched->len; i++)
        count += is_change(book->deed.touched->pdata[i]);
    return count;
}

static gboolean find_last(MbBook *book, gint64 *seq, char **chain, GError **error)
{
    static const char sql[] = "SELECT \"seq\", \"chain\" FROM \"history\" ORDER BY \"seq\" DESC LIMIT 1";
    sqlite3_stmt *statement = mb_statement(book, sql, error);
    int code = statement ? mb_statement_step(book, statement, error) : SQLITE_ERROR;

    *seq = code == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    *chain = code == SQLITE_ROW ? mb_statement_text(statement, 1) : g_strdup("");
    if (statement)
        sqlite3_reset(statement);
    return code == SQLITE_ROW || code == SQLITE_DONE;
}

char *mb_history_head(MbBook *book, GError **error)
{
    gint64 seq;
    char *chain;

    if (find_last(book, &seq, &chain, error))
        return chain;
    g_free(chain);
    return NULL;
}

gboolean mb_history_restore_deed(MbBook *book, const MbDeed *deed, GError **error)
{
    static const char sql[] = "INSERT INTO \"history\" (\"seq\", \"at\", \"who\", \"deed\", \"summary\", \"chain\") "
                              "VALUES (:seq, :at, :who, :deed, :summary, :chain)";
    sqlite3_stmt *statement = mb_deed_ready(book, error) ? mb_statement(book, sql, error) : NULL;

    if (!statement)
        return FALSE;
    mb_statement_bind_int(statement, ":seq", deed->seq);
    mb_statement_bind(statement, ":at", deed->at);
    mb_statement_bind(statement, ":who", deed->who);
    mb_statement_bind(statement, ":deed", deed->deed);
    mb_statement_bind(statement, ":summary", deed->summary);
    mb_statement_bind(statement, ":chain", deed->chain);
    if (mb_statement_run(book, statement, error))
        return TRUE;
    mb_deed_fail(book);
    return FALSE;
}

gboolean mb_history_restore_change(MbBook *book, const MbChange *change, GError **error)
{
    static const char sql[] = "INSERT INTO \"change\" (\"seq\", \"position\", \"noun\", \"record\", \"kind\", "
                              "\"salt\", \"digest\", \"before\", \"meeting\")"
                              " VALUES (:seq, :position, :noun, :record, :kind, :salt, :digest, :before, :meeting)";
    sqlite3_stmt *statement = mb_deed_ready(book, error) ? mb_statement(book, sql, error) : NULL;

    if (!statement)
        return FALSE;
    mb_statement_bind_int(statement, ":seq", change->seq);
    mb_statement_bind_int(statement, ":position", change->position);
    mb_statement_bind(statement, ":noun", change->noun);
    mb_statement_bind(statement, ":record", change->record);
    mb_statement_bind(statement, ":kind", change->kind);
    mb_statement_bind(statement, ":salt", change->salt);
    mb_statement_bind(statement, ":digest", change->digest);
    mb_statement_bind(statement, ":before", change->before);
    mb_statement_bind(statement, ":meeting", change->meeting);
    if (mb_statement_run(book, statement, error))
        return TRUE;
    mb_deed_fail(book);
    return FALSE;
}

/* TOUCHED as the history has it; all that it points to is borrowed. */
static MbChange change_of(MbTouched *touched, gint64 seq)
{
    return (MbChange){.seq = seq,
                      .noun = (char *)touched->noun->name,
                      .record = touched->id,
                      .kind = (char *)kind_of(touched),
                      .salt = touched->salt,
                      .digest = touched->digest,
                      .before = touched->before,
                      .meeting = touched->meeting};
}

static gboolean write_changes(MbBook *book, gint64 seq, GError **error)
{
    int position = 0;

    for (guint i = 0; i < book->deed.touched->len; i++) {
        MbTouched *touched = book->deed.touched->pdata[i];
        MbChange change = change_of(touched, seq);

        if (!is_change(touched))
            continue;
        change.position = position++;
        if (!mb_history_restore_change(book, &change, error))
            return FALSE;
    }
    return TRUE;
}

static char *chain_of(MbBook *book, const char *previous, const MbDeed *row)
{
    MbChain chain;

    mb_chain_start(&chain, previous, row, row->changes);
    for (guint i = 0; i < book->deed.touched->len; i++) {
        MbTouched *touched = book->deed.touched->pdata[i];
        MbChange change = change_of(touched, row->seq);

        if (is_change(touched))
            mb_chain_add(&chain, &change);
    }
    return mb_chain_end(&chain);
}

gboolean mb_history_write(MbBook *book, GError **error)
{
    g_autofree char *previous = NULL;
    g_autofree char *at = mb_clock_stamp(mb_clock_now());
    g_autofree char *chain = NULL;
    MbDeed row = {.at = at,
                  .who = book->deed.who,
                  .deed = book->deed.name,
                  .summary = book->deed.summary ? book->deed.summary : (char *)"",
                  .changes = count_changes(book)};

    if (row.changes == 0)
        return TRUE;
    if (!find_last(book, &row.seq, &previous, error))
        return FALSE;
    row.seq++;
    row.chain = chain = chain_of(book, previous, &row);
    return mb_history_restore_deed(book, &row, error) && write_changes(book, row.seq, error);
}
