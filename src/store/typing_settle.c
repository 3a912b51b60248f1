/* SPDX-License-Identifier: MIT */
/* Typing settled: what was typed since becomes a deed a meeting and hand, with its rows in history and search. Within
   whatever transaction is under way, so that a deed finds everything settled and nothing comes between. */
#include "typing_private.h"

#include "minutebook/base/text.h"
#include "minutebook/model/item.h"
#include "minutebook/model/nouns.h"
#include "minutebook/store/record.h"

#include <string.h>

enum { ITEMS_NAMED = 3 };

#define APPROVED                                                                                                       \
    "(SELECT 1 FROM \"meeting\" WHERE \"meeting\".\"id\" = \"unsettled\".\"meeting\" AND \"state\" IN ('approved', "   \
    "'signed'))"

/* What a deed of typing is told by. */
typedef struct {
    glong more; /* characters */
    glong fewer;
    int paragraphs;
    gboolean minutes; /* else only notes and private lines */
    GPtrArray *items; /* their ids, each once; "" before the first item */
} Sum;

static void note_item(Sum *sum, const char *item)
{
    if (!g_ptr_array_find_with_equal_func(sum->items, item ? item : "", g_str_equal, NULL))
        g_ptr_array_add(sum->items, g_strdup(item ? item : ""));
}

static void add_paragraph(Sum *sum, const char *before, const MbMinute *after)
{
    g_autofree char *old = before ? mb_canonical_member(before, "text") : NULL;
    g_autofree char *layer = before ? mb_canonical_member(before, "layer") : NULL;
    g_autofree char *item = after ? g_strdup(after->item) : mb_canonical_member(before, "item");
    glong grown = (after && after->text ? g_utf8_strlen(after->text, -1) : 0) - (old ? g_utf8_strlen(old, -1) : 0);

    if (grown > 0)
        sum->more += grown;
    else
        sum->fewer -= grown;
    sum->paragraphs++;
    sum->minutes |= after ? after->layer == MB_LAYER_MINUTE : g_strcmp0(layer, mb_layer_words[MB_LAYER_MINUTE]) == 0;
    note_item(sum, item);
}

static void append_item(MbBook *book, GString *out, const char *id)
{
    MbItem *item = *id ? mb_store_get(book, &MB_ITEM, id, NULL) : NULL;

    if (!*id)
        g_string_append(out, "before the first item");
    else
        g_string_append_printf(out, "under item%s%s%s%s", item && item->number ? " " : "",
                               item && item->number ? item->number : "", item && item->title ? " " : "",
                               item && item->title ? item->title : "");
    mb_record_free(item);
}

/* "typed under item 4 Hate crime: 214 characters, 3 paragraphs" */
static char *tell(MbBook *book, const Sum *sum)
{
    GString *out = g_string_new(sum->minutes ? "typed " : "noted ");

    for (guint i = 0; i < sum->items->len && sum->items->len <= ITEMS_NAMED; i++) {
        g_string_append(out, i ? " and " : "");
        append_item(book, out, sum->items->pdata[i]);
    }
    if (sum->items->len > ITEMS_NAMED)
        g_string_append_printf(out, "under %u items", sum->items->len);
    g_string_append(out, ": ");
    if (sum->more || !sum->fewer)
        g_string_append_printf(out, "%ld character%s, ", sum->more, sum->more == 1 ? "" : "s");
    if (sum->fewer)
        g_string_append_printf(out, "%ld taken out, ", sum->fewer);
    g_string_append_printf(out, "%d paragraph%s", sum->paragraphs, sum->paragraphs == 1 ? "" : "s");
    return g_string_free(out, FALSE);
}

static gboolean settle_row(MbBook *book, sqlite3_stmt *row, const char *meeting, Sum *sum, GError **error)
{
    const MbNoun *noun = mb_noun_find((const char *)sqlite3_column_text(row, 1));
    const char *id = (const char *)sqlite3_column_text(row, 0);
    const char *before = (const char *)sqlite3_column_text(row, 2);
    gpointer after;

    if (!noun)
        return mb_book_damaged(book, error);
    if (!mb_record_find(book, noun, id, &after, error))
        return FALSE;
    if (before || after) {
        mb_deed_touch_settled(book, noun, id, before, meeting, after);
        if (noun == &MB_MINUTE)
            add_paragraph(sum, before, after);
    }
    mb_record_free(after);
    return TRUE;
}

static gboolean settle_rows(MbBook *book, const char *meeting, const char *who, Sum *sum, GError **error)
{
    static const char sql[] = "SELECT \"record\", \"noun\", \"before\" FROM \"unsettled\" WHERE \"meeting\" = :meeting "
                              "AND \"who\" = :who ORDER BY \"noun\" <> 'minute', \"noun\", \"record\"";
    sqlite3_stmt *statement = mb_statement(book, sql, error);
    int code = SQLITE_ERROR;

    if (statement) {
        mb_statement_bind(statement, ":meeting", meeting);
        mb_statement_bind(statement, ":who", who);
    }
    while (statement && (code = mb_statement_step(book, statement, error)) == SQLITE_ROW)
        if (!settle_row(book, statement, meeting, sum, error))
            break;
    if (statement)
        sqlite3_reset(statement);
    return code == SQLITE_DONE;
}

static gboolean nothing_unsettled(MbBook *book, const char *meeting, const char *who, GError **error)
{
    static const char sql[] = "DELETE FROM \"unsettled\" WHERE \"meeting\" = :meeting AND \"who\" = :who";
    sqlite3_stmt *statement = mb_statement(book, sql, error);

    if (!statement)
        return FALSE;
    mb_statement_bind(statement, ":meeting", meeting);
    mb_statement_bind(statement, ":who", who);
    return mb_statement_run(book, statement, error);
}

/* A deed within the transaction. */
static gboolean settle_one(MbBook *book, const char *meeting, const char *who, GError **error)
{
    Sum sum = {.items = g_ptr_array_new_with_free_func(g_free)};
    gboolean done;

    mb_deed_start(book, who, "typing");
    done = settle_rows(book, meeting, who, &sum, error);
    if (done && sum.paragraphs) {
        g_autofree char *summary = tell(book, &sum);

        mb_book_summary(book, summary);
    }
    done = done && mb_deed_write(book, error) && nothing_unsettled(book, meeting, who, error);
    mb_deed_forget(book);
    g_ptr_array_unref(sum.items);
    return done;
}

/* Pairs of meeting and hand. What stands under approved minutes was not typed: it is left for `log --verify` to find.
 */
static GPtrArray *hands(MbBook *book, const char *meeting, const char *who, GError **error)
{
    static const char sql[] =
        "SELECT DISTINCT \"meeting\", \"who\" FROM \"unsettled\" WHERE \"meeting\" = "
        "coalesce(:meeting, \"meeting\") AND \"who\" = coalesce(:who, \"who\") AND NOT EXISTS " APPROVED
        " ORDER BY 1, 2";
    g_autoptr(GPtrArray) pairs = g_ptr_array_new_with_free_func(g_free);
    sqlite3_stmt *statement = mb_statement(book, sql, error);
    int code;

    if (!statement)
        return NULL;
    mb_statement_bind(statement, ":meeting", meeting);
    mb_statement_bind(statement, ":who", who);
    while ((code = mb_statement_step(book, statement, error)) == SQLITE_ROW) {
        g_ptr_array_add(pairs, mb_statement_text(statement, 0));
        g_ptr_array_add(pairs, mb_statement_text(statement, 1));
    }
    sqlite3_reset(statement);
    return code == SQLITE_DONE ? g_steal_pointer(&pairs) : NULL;
}

static gboolean anything(MbBook *book, gboolean *found, GError **error)
{
    static const char sql[] = "SELECT 1 FROM \"unsettled\" LIMIT 1";
    sqlite3_stmt *statement = mb_statement(book, sql, error);
    int code = statement ? mb_statement_step(book, statement, error) : SQLITE_ERROR;

    if (statement)
        sqlite3_reset(statement);
    *found = code == SQLITE_ROW;
    return code == SQLITE_ROW || code == SQLITE_DONE;
}

gboolean mb_typing_settle_within(MbBook *book, const char *meeting, const char *who, GError **error)
{
    g_autoptr(GPtrArray) pairs = NULL;
    gboolean found;

    if (!anything(book, &found, error))
        return FALSE;
    if (!found)
        return TRUE;
    pairs = hands(book, meeting, who, error);
    for (guint i = 0; pairs && i < pairs->len; i += 2)
        if (!settle_one(book, pairs->pdata[i], pairs->pdata[i + 1], error))
            return FALSE;
    if (pairs && book->typing)
        mb_typing_forget(book->typing);
    return pairs != NULL;
}

gboolean mb_typing_unsettled(MbBook *book)
{
    gboolean found;

    return anything(book, &found, NULL) && found;
}

gboolean mb_typing_settle(MbBook *book, GError **error)
{
    MbTyping *typing = mb_typing_of(book);
    gboolean found;

    if (!anything(book, &found, error))
        return FALSE;
    if (!found)
        return TRUE;
    if (!mb_typing_wait_for_disk(book, FALSE, error) || !mb_transaction_begin(book, error))
        return FALSE;
    if (!mb_typing_settle_within(book, NULL, NULL, error)) {
        mb_transaction_rollback(book);
        return FALSE;
    }
    typing->commits++;
    return mb_transaction_commit(book, error);
}

gboolean mb_typing_unsettled_record(MbBook *book, const char *noun, const char *id, char **before)
{
    static const char sql[] =
        "SELECT \"before\" FROM \"unsettled\" WHERE \"record\" = :record AND \"noun\" = :noun AND NOT EXISTS " APPROVED;
    sqlite3_stmt *statement = mb_statement(book, sql, NULL);
    gboolean found;

    *before = NULL;
    if (!statement)
        return FALSE;
    mb_statement_bind(statement, ":record", id);
    mb_statement_bind(statement, ":noun", noun);
    found = mb_statement_step(book, statement, NULL) == SQLITE_ROW;
    if (found)
        *before = mb_statement_text(statement, 0);
    sqlite3_reset(statement);
    return found;
}
