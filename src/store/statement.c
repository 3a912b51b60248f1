/* SPDX-License-Identifier: MIT */
/* Statements: prepared on first use and kept while the book is open. */
#include "book_private.h"

typedef struct {
    const char *key; /* compared by address */
    const MbNoun *noun;
} Address;

static guint address_hash(gconstpointer data)
{
    const Address *address = data;

    return g_direct_hash(address->key) * 31 + g_direct_hash(address->noun);
}

static gboolean address_equal(gconstpointer a, gconstpointer b)
{
    const Address *first = a;
    const Address *second = b;

    return first->key == second->key && first->noun == second->noun;
}

static void finalize(gpointer statement)
{
    sqlite3_finalize(statement);
}

static sqlite3_stmt *keep(MbBook *book, const Address *address, sqlite3_stmt *statement)
{
    if (!book->statements)
        book->statements = g_hash_table_new_full(address_hash, address_equal, g_free, finalize);
    g_hash_table_insert(book->statements, g_memdup2(address, sizeof *address), statement);
    return statement;
}

static sqlite3_stmt *kept(MbBook *book, const Address *address)
{
    sqlite3_stmt *statement = book->statements ? g_hash_table_lookup(book->statements, address) : NULL;

    if (statement) {
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
    }
    return statement;
}

static sqlite3_stmt *prepare(MbBook *book, const Address *address, const char *sql, GError **error)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v3(book->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);

    if (code != SQLITE_OK) {
        mb_book_problem(book, code, error);
        return NULL;
    }
    return keep(book, address, statement);
}

sqlite3_stmt *mb_statement_built(MbBook *book, const MbNoun *noun, const char *key, MbStatementBuilder build,
                                 GError **error)
{
    Address address = {.key = key, .noun = noun};
    sqlite3_stmt *statement = kept(book, &address);
    g_autofree char *sql = NULL;

    if (statement)
        return statement;
    sql = build(noun, key);
    return prepare(book, &address, sql, error);
}

sqlite3_stmt *mb_statement(MbBook *book, const char *sql, GError **error)
{
    Address address = {.key = sql};
    sqlite3_stmt *statement = kept(book, &address);

    return statement ? statement : prepare(book, &address, sql, error);
}

void mb_statement_bind(sqlite3_stmt *statement, const char *name, const char *text)
{
    int index = sqlite3_bind_parameter_index(statement, name);

    if (index)
        sqlite3_bind_text(statement, index, text, -1, SQLITE_STATIC);
}

void mb_statement_bind_int(sqlite3_stmt *statement, const char *name, gint64 number)
{
    int index = sqlite3_bind_parameter_index(statement, name);

    if (index)
        sqlite3_bind_int64(statement, index, number);
}

int mb_statement_step(MbBook *book, sqlite3_stmt *statement, GError **error)
{
    int code = sqlite3_step(statement);

    if (code == SQLITE_ROW || code == SQLITE_DONE)
        return code;
    mb_book_problem(book, code, error);
    sqlite3_reset(statement);
    return code;
}

gboolean mb_statement_run(MbBook *book, sqlite3_stmt *statement, GError **error)
{
    int code;

    do
        code = mb_statement_step(book, statement, error);
    while (code == SQLITE_ROW);
    sqlite3_reset(statement);
    return code == SQLITE_DONE;
}

gboolean mb_book_run(MbBook *book, const char *sql, GError **error)
{
    int code = sqlite3_exec(book->db, sql, NULL, NULL, NULL);

    return code == SQLITE_OK || mb_book_problem(book, code, error);
}

char *mb_statement_text(sqlite3_stmt *statement, int column)
{
    return g_strdup((const char *)sqlite3_column_text(statement, column));
}

void mb_statements_free(MbBook *book)
{
    g_clear_pointer(&book->statements, g_hash_table_unref);
}
