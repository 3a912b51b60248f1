/* SPDX-License-Identifier: MIT */
#include "search_terms.h"

#include <string.h>

enum {
    INDEXED_BEGINNING = 4, /* characters: prefix='1 2 3 4' in migrations/0001.sql */
    MOST_WORDS = 32,       /* that a beginning is asked for as */
    MOST_FORGOTTEN = 200,  /* in one deed, so that a large one stays short; the rest does no harm */
};

struct MbTerms {
    MbBook *book;
    fts5_tokenizer methods;
    Fts5Tokenizer *tokenizer; /* NULL until first used */
    GHashTable *came;         /* words */
    GHashTable *went;
};

static GHashTable *word_set(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

MbTerms *mb_terms_new(MbBook *book)
{
    MbTerms *terms = g_new0(MbTerms, 1);

    terms->book = book;
    terms->came = word_set();
    terms->went = word_set();
    return terms;
}

void mb_terms_free(MbTerms *terms)
{
    if (!terms)
        return;
    if (terms->tokenizer)
        terms->methods.xDelete(terms->tokenizer);
    g_hash_table_unref(terms->came);
    g_hash_table_unref(terms->went);
    g_free(terms);
}

/* SQLite FTS5, section 7, "Extending FTS5". */
static fts5_api *find_api(MbBook *book, GError **error)
{
    fts5_api *api = NULL;
    sqlite3_stmt *statement = mb_statement(book, "SELECT fts5(?1)", error);

    if (!statement)
        return NULL;
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL);
    mb_statement_step(book, statement, NULL);
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (!api)
        mb_book_refuse(book, error, "cannot be searched: this system's SQLite has no full-text search (FTS5).");
    return api;
}

/* The tokenizer that the index has in migrations/0001.sql. */
static gboolean open_tokenizer(MbTerms *terms, GError **error)
{
    const char *arguments[] = {"remove_diacritics", "2"};
    fts5_api *api = terms->tokenizer ? NULL : find_api(terms->book, error);
    void *data = NULL;
    int code;

    if (terms->tokenizer || !api)
        return terms->tokenizer != NULL;
    code = api->xFindTokenizer(api, "unicode61", &data, &terms->methods);
    if (code == SQLITE_OK)
        code = terms->methods.xCreate(data, arguments, G_N_ELEMENTS(arguments), &terms->tokenizer);
    return code == SQLITE_OK || mb_book_problem(terms->book, code, error);
}

static int add_word(void *words, int flags, const char *word, int length, int start, int end)
{
    (void)flags;
    (void)start;
    (void)end;
    g_ptr_array_add(words, g_strndup(word, (gsize)length));
    return SQLITE_OK;
}

GPtrArray *mb_terms_of(MbTerms *terms, const char *text, GError **error)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
    int code;

    if (!open_tokenizer(terms, error))
        return NULL;
    code = terms->methods.xTokenize(terms->tokenizer, words, FTS5_TOKENIZE_DOCUMENT, text, (int)strlen(text), add_word);
    if (code == SQLITE_OK)
        return g_steal_pointer(&words);
    mb_book_problem(terms->book, code, error);
    return NULL;
}

static gboolean note(MbTerms *terms, GHashTable *set, const char *text, GError **error)
{
    GPtrArray *words = mb_terms_of(terms, text, error);

    if (!words)
        return FALSE;
    g_ptr_array_set_free_func(words, NULL);
    for (guint i = 0; i < words->len; i++)
        g_hash_table_add(set, words->pdata[i]);
    g_ptr_array_unref(words);
    return TRUE;
}

gboolean mb_terms_came(MbTerms *terms, const char *text, GError **error)
{
    return note(terms, terms->came, text, error);
}

gboolean mb_terms_went(MbTerms *terms, const char *text, GError **error)
{
    return note(terms, terms->went, text, error);
}

static gboolean learn(MbTerms *terms, const char *word, GError **error)
{
    static const char sql[] = "INSERT INTO \"search_word\" (\"word\") VALUES (:word) ON CONFLICT DO NOTHING";
    sqlite3_stmt *statement = mb_statement(terms->book, sql, error);

    if (!statement)
        return FALSE;
    mb_statement_bind(statement, ":word", word);
    return mb_statement_run(terms->book, statement, error);
}

/* Where no text has it any more. */
static gboolean forget(MbTerms *terms, const char *word, GError **error)
{
    static const char sql[] = "DELETE FROM \"search_word\" WHERE \"word\" = :word AND NOT EXISTS (SELECT 1 FROM "
                              "\"search\" WHERE \"search\" MATCH :query)";
    g_autofree char *query = g_strdup_printf("\"%s\"", word);
    sqlite3_stmt *statement = mb_statement(terms->book, sql, error);

    if (!statement)
        return FALSE;
    mb_statement_bind(statement, ":word", word);
    mb_statement_bind(statement, ":query", query);
    return mb_statement_run(terms->book, statement, error);
}

gboolean mb_terms_settle(MbTerms *terms, GError **error)
{
    GHashTableIter each;
    gpointer word;
    int looked = 0;

    g_hash_table_iter_init(&each, terms->came);
    while (g_hash_table_iter_next(&each, &word, NULL))
        if (!learn(terms, word, error))
            return FALSE;
    g_hash_table_iter_init(&each, terms->went);
    while (g_hash_table_iter_next(&each, &word, NULL) && looked < MOST_FORGOTTEN)
        if (!g_hash_table_contains(terms->came, word) && ++looked && !forget(terms, word, error))
            return FALSE;
    return TRUE;
}

static sqlite3_stmt *ask_words(MbTerms *terms, const char *beginning, const char *end, GError **error)
{
    static const char sql[] =
        "SELECT \"word\" FROM \"search_word\" WHERE \"word\" > :beginning AND \"word\" < :end LIMIT :limit";
    sqlite3_stmt *statement = mb_statement(terms->book, sql, error);

    if (!statement)
        return NULL;
    mb_statement_bind(statement, ":beginning", beginning);
    mb_statement_bind(statement, ":end", end);
    mb_statement_bind_int(statement, ":limit", MOST_WORDS);
    return statement;
}

GPtrArray *mb_terms_beginning(MbTerms *terms, const char *beginning, GError **error)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *end = g_strconcat(beginning, "\xF4\x8F\xBF\xBF", NULL); /* U+10FFFF, after every letter */
    sqlite3_stmt *statement;
    int code;

    if (g_utf8_strlen(beginning, -1) <= INDEXED_BEGINNING)
        return g_steal_pointer(&words);
    statement = ask_words(terms, beginning, end, error);
    if (!statement)
        return NULL;
    g_ptr_array_add(words, g_strdup(beginning));
    while ((code = mb_statement_step(terms->book, statement, error)) == SQLITE_ROW)
        g_ptr_array_add(words, mb_statement_text(statement, 0));
    sqlite3_reset(statement);
    if (words->len > MOST_WORDS)
        g_ptr_array_set_size(words, 0);
    return code == SQLITE_DONE ? g_steal_pointer(&words) : NULL;
}
