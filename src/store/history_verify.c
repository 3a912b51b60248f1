/* SPDX-License-Identifier: MIT */
/* The history proved, in two walks: along the deeds, whose digests must follow one from the other; and over the
   records, each of which must be as its last change left it. Each costs an indexed look-up a row. A shortened history
   can be told only by a head kept elsewhere (mb_history_head). */
#include "minutebook/store/history.h"

#include "book_private.h"
#include "chain.h"
#include "fault.h"
#include "typing_private.h"

#include "minutebook/model/nouns.h"
#include "minutebook/store/record.h"

#include <string.h>

static const MbNoun *noun_of(sqlite3_stmt *row, int column)
{
    const char *name = (const char *)sqlite3_column_text(row, column);

    return name ? mb_noun_find(name) : NULL;
}

static const char *text_at(sqlite3_stmt *row, int column)
{
    const char *text = (const char *)sqlite3_column_text(row, column);

    return text ? text : "";
}

/* What the record was before a change must be what the change before it left. Where the salt of that one was disposed
 * of, the text had to go with it: nothing would prove it. */
static gboolean before_agrees(MbBook *book, sqlite3_stmt *change, gboolean *agrees, GError **error)
{
    static const char sql[] = "SELECT \"salt\", \"digest\" FROM \"change\" WHERE \"record\" = :record AND \"noun\" = "
                              ":noun AND (\"seq\", \"position\") < (:seq, :position)"
                              " ORDER BY \"seq\" DESC, \"position\" DESC LIMIT 1";
    const char *before = (const char *)sqlite3_column_text(change, 7);
    sqlite3_stmt *statement;
    char digest[MB_DIGEST_SIZE];
    int code;

    *agrees = TRUE;
    if (!before)
        return TRUE;
    statement = mb_statement(book, sql, error);
    if (!statement)
        return FALSE;
    mb_statement_bind(statement, ":record", text_at(change, 3));
    mb_statement_bind(statement, ":noun", text_at(change, 2));
    mb_statement_bind_int(statement, ":seq", sqlite3_column_int64(change, 0));
    mb_statement_bind_int(statement, ":position", sqlite3_column_int64(change, 1));
    code = mb_statement_step(book, statement, error);
    mb_digest(code == SQLITE_ROW ? text_at(statement, 0) : "", before, digest);
    *agrees = code == SQLITE_ROW && strcmp(digest, text_at(statement, 1)) == 0;
    sqlite3_reset(statement);
    return code == SQLITE_ROW || code == SQLITE_DONE;
}

/* A deletion's salt makes its digest; it may be gone, but not another. */
static gboolean salt_agrees(sqlite3_stmt *change)
{
    const char *salt = text_at(change, 5);
    char digest[MB_DIGEST_SIZE];

    if (strcmp(text_at(change, 4), "delete") != 0 || !*salt)
        return TRUE;
    mb_digest(salt, "", digest);
    return strcmp(digest, text_at(change, 6)) == 0;
}

static int count_changes(MbBook *book, gint64 seq)
{
    static const char sql[] = "SELECT count(*) FROM \"change\" WHERE \"seq\" = :seq";
    sqlite3_stmt *statement = mb_statement(book, sql, NULL);
    int count = 0;

    if (!statement)
        return 0;
    mb_statement_bind_int(statement, ":seq", seq);
    if (mb_statement_step(book, statement, NULL) == SQLITE_ROW)
        count = sqlite3_column_int(statement, 0);
    sqlite3_reset(statement);
    return count;
}

/* Adds the changes of DEED to CHAIN; counts those whose earlier text was altered. */
static gboolean walk_changes(MbBook *book, const MbDeed *deed, MbChain *chain, int *altered, GError **error)
{
    static const char sql[] = "SELECT \"seq\", \"position\", \"noun\", \"record\", \"kind\", \"salt\", \"digest\", "
                              "\"before\", \"meeting\" FROM \"change\" WHERE \"seq\" = :seq ORDER BY \"position\"";
    sqlite3_stmt *statement = mb_statement(book, sql, error);
    gboolean agrees;
    int position = 0;
    int code;

    if (!statement)
        return FALSE;
    mb_statement_bind_int(statement, ":seq", deed->seq);
    while ((code = mb_statement_step(book, statement, error)) == SQLITE_ROW) {
        MbChange change = {.noun = (char *)text_at(statement, 2),
                           .record = (char *)text_at(statement, 3),
                           .kind = (char *)text_at(statement, 4),
                           .digest = (char *)text_at(statement, 6),
                           .meeting = (char *)sqlite3_column_text(statement, 8)};

        *altered += sqlite3_column_int64(statement, 1) != position++ || !salt_agrees(statement);
        mb_chain_add(chain, &change);
        if (!before_agrees(book, statement, &agrees, error))
            break;
        *altered += !agrees;
    }
    sqlite3_reset(statement);
    return code == SQLITE_DONE;
}

static gboolean check_deed(MbBook *book, const MbDeed *deed, const char *previous, GPtrArray *faults, GError **error)
{
    MbChain chain;
    int altered = 0;
    gboolean read;
    g_autofree char *digest = NULL;

    mb_chain_start(&chain, previous, deed, count_changes(book, deed->seq));
    read = walk_changes(book, deed, &chain, &altered, error);
    digest = mb_chain_end(&chain);
    if (!read)
        return FALSE;
    if (strcmp(digest, deed->chain) != 0)
        mb_fault_deed(faults, deed, "it was changed outside Minutebook, or is not in its place.");
    else if (altered)
        mb_fault_deed(faults, deed, "what it keeps of earlier texts was changed outside Minutebook.");
    return TRUE;
}

static void check_number(const MbDeed *deed, gint64 expected, GPtrArray *faults)
{
    if (deed->seq == expected)
        return;
    if (deed->seq == expected + 1)
        g_ptr_array_add(
            faults,
            g_strdup_printf("The history: deed %" G_GINT64_FORMAT " was taken away outside Minutebook.", expected));
    else
        g_ptr_array_add(faults, g_strdup_printf("The history: deeds %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT
                                                " were taken away outside Minutebook.",
                                                expected, deed->seq - 1));
}

static gboolean walk_deeds(MbBook *book, GPtrArray *faults, GError **error)
{
    static const char sql[] =
        "SELECT \"seq\", \"at\", \"who\", \"deed\", \"summary\", \"chain\" FROM \"history\" ORDER BY \"seq\"";
    sqlite3_stmt *statement = mb_statement(book, sql, error);
    g_autofree char *previous = g_strdup("");
    gint64 expected = 1;
    int code = SQLITE_ERROR;

    while (statement && (code = mb_statement_step(book, statement, error)) == SQLITE_ROW) {
        MbDeed deed = {.seq = sqlite3_column_int64(statement, 0),
                       .at = (char *)text_at(statement, 1),
                       .who = (char *)text_at(statement, 2),
                       .deed = (char *)text_at(statement, 3),
                       .summary = (char *)text_at(statement, 4),
                       .chain = (char *)text_at(statement, 5)};

        check_number(&deed, expected, faults);
        if (!check_deed(book, &deed, previous, faults, error))
            break;
        expected = deed.seq + 1;
        g_free(previous);
        previous = g_strdup(deed.chain);
    }
    if (statement)
        sqlite3_reset(statement);
    return code == SQLITE_DONE;
}

static char *build_rows(const MbNoun *noun, const char *key)
{
    GString *sql = g_string_new(key);

    g_string_append_c(sql, ' ');
    mb_columns_append(sql, noun);
    g_string_append_printf(sql, " FROM \"%s\"", noun->name);
    return g_string_free(sql, FALSE);
}

/* The last change of a record, kept until the next is asked for; NULL where it has none. */
static gboolean last_change(MbBook *book, const MbNoun *noun, const char *id, sqlite3_stmt **change, GError **error)
{
    static const char sql[] = "SELECT \"kind\", \"salt\", \"digest\", \"meeting\" FROM \"change\" WHERE \"record\" = "
                              ":record AND \"noun\" = :noun ORDER BY \"seq\" DESC, \"position\" DESC LIMIT 1";
    int code;

    *change = mb_statement(book, sql, error);
    if (!*change)
        return FALSE;
    mb_statement_bind(*change, ":record", id);
    mb_statement_bind(*change, ":noun", noun->name);
    code = mb_statement_step(book, *change, error);
    if (code == SQLITE_DONE)
        *change = NULL;
    return code == SQLITE_ROW || code == SQLITE_DONE;
}

/* Whether TEXT (NULL: nothing) is what CHANGE, the last one of a record (NULL: none), left. */
static gboolean left_as(sqlite3_stmt *change, const char *text)
{
    char digest[MB_DIGEST_SIZE] = "";

    if (!text || !change || strcmp(text_at(change, 0), "delete") == 0)
        return !text && (!change || strcmp(text_at(change, 0), "delete") == 0);
    mb_digest(text_at(change, 1), text, digest);
    return strcmp(digest, text_at(change, 2)) == 0;
}

/* Names the meeting that the record is now said to belong to, else that of its last change. */
static void fault_of_row(MbBook *book, sqlite3_stmt *row, const MbNoun *noun, const char *noted, const char *verb,
                         GPtrArray *faults)
{
    gpointer record = mb_columns_read(book, row, noun, NULL);
    g_autofree char *meeting = noted && *noted ? g_strdup(noted) : record ? mb_place_meeting(book, record) : NULL;

    mb_fault_record(book, faults, meeting, noun, record, verb);
    mb_record_free(record);
}

/* What is typed and not settled yet has to be as it was when it was settled last. */
static gboolean check_row(MbBook *book, sqlite3_stmt *row, const MbNoun *noun, GPtrArray *faults, GError **error)
{
    g_autofree char *now = mb_columns_canonical(row, noun);
    g_autofree char *before = NULL;
    g_autofree char *meeting = NULL;
    gboolean unsettled = mb_typing_unsettled_record(book, noun->name, text_at(row, 0), &before);
    sqlite3_stmt *change;
    const char *verb = NULL;

    if (!last_change(book, noun, text_at(row, 0), &change, error))
        return FALSE;
    if (!left_as(change, unsettled ? before : now))
        verb = change && strcmp(text_at(change, 0), "delete") != 0 ? "changed" : "added";
    if (change) {
        meeting = strcmp(text_at(change, 0), "delete") != 0 ? mb_statement_text(change, 3) : NULL;
        sqlite3_reset(change);
    }
    if (verb)
        fault_of_row(book, row, noun, meeting, verb, faults);
    return TRUE;
}

static gboolean walk_rows(MbBook *book, const MbNoun *noun, GPtrArray *faults, GError **error)
{
    static const char key[] = "SELECT";
    sqlite3_stmt *statement = mb_statement_built(book, noun, key, build_rows, error);
    int code = SQLITE_ERROR;

    while (statement && (code = mb_statement_step(book, statement, error)) == SQLITE_ROW)
        if (!check_row(book, statement, noun, faults, error))
            break;
    if (statement)
        sqlite3_reset(statement);
    return code == SQLITE_DONE;
}

static char *build_exists(const MbNoun *noun, const char *key)
{
    return g_strdup_printf("%s FROM \"%s\" WHERE \"id\" = :id", key, noun->name);
}

/* Typing has taken it away since, and that is not settled yet. */
static gboolean typed_away(MbBook *book, const MbNoun *noun, const char *id)
{
    g_autofree char *before = NULL;
    sqlite3_stmt *change = NULL;
    gboolean agrees;

    if (!mb_typing_unsettled_record(book, noun->name, id, &before) || !before ||
        !last_change(book, noun, id, &change, NULL))
        return FALSE;
    agrees = left_as(change, before);
    if (change)
        sqlite3_reset(change);
    return agrees;
}

static gboolean check_there(MbBook *book, const MbNoun *noun, const char *id, const char *meeting, GPtrArray *faults,
                            GError **error)
{
    static const char key[] = "SELECT 1";
    sqlite3_stmt *statement = mb_statement_built(book, noun, key, build_exists, error);
    int code;

    if (!statement)
        return FALSE;
    mb_statement_bind(statement, ":id", id);
    code = mb_statement_step(book, statement, error);
    sqlite3_reset(statement);
    if (code == SQLITE_DONE && !typed_away(book, noun, id))
        mb_fault_record(book, faults, *meeting ? meeting : NULL, noun, NULL, "taken away");
    return code == SQLITE_ROW || code == SQLITE_DONE;
}

/* Every record that its last change left in the book has to be there. */
static gboolean walk_left(MbBook *book, GPtrArray *faults, GError **error)
{
    static const char sql[] = "SELECT \"noun\", \"record\", \"meeting\" FROM \"change\" AS c WHERE \"kind\" <> "
                              "'delete' AND NOT EXISTS (SELECT 1 FROM \"change\" AS d"
                              " WHERE d.\"record\" = c.\"record\" AND d.\"noun\" = c.\"noun\" AND (d.\"seq\", "
                              "d.\"position\") > (c.\"seq\", c.\"position\"))";
    sqlite3_stmt *statement = mb_statement(book, sql, error);
    int code = SQLITE_ERROR;

    while (statement && (code = mb_statement_step(book, statement, error)) == SQLITE_ROW) {
        const MbNoun *noun = noun_of(statement, 0);

        if (noun && !check_there(book, noun, text_at(statement, 1), text_at(statement, 2), faults, error))
            break;
    }
    if (statement)
        sqlite3_reset(statement);
    return code == SQLITE_DONE;
}

static gboolean check_strays(MbBook *book, GPtrArray *faults, GError **error)
{
    static const char sql[] = "SELECT count(*) FROM \"change\" WHERE \"seq\" NOT IN (SELECT \"seq\" FROM \"history\")";
    gint64 strays;

    if (!mb_store_number(book, &strays, error, sql, NULL))
        return FALSE;
    if (strays)
        g_ptr_array_add(faults, g_strdup("The history: changes that belong to no deed were added, or their deed was "
                                         "taken away, outside Minutebook."));
    return TRUE;
}

gboolean mb_history_verify(MbBook *book, GPtrArray *faults, GError **error)
{
    if (!walk_deeds(book, faults, error) || !check_strays(book, faults, error))
        return FALSE;
    for (int i = 0; mb_nouns[i]; i++)
        if (!walk_rows(book, mb_nouns[i], faults, error))
            return FALSE;
    return walk_left(book, faults, error);
}
