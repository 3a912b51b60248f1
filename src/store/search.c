/* SPDX-License-Identifier: MIT */
#include "minutebook/store/search.h"

#include "book_private.h"
#include "search_words.h"

#include "minutebook/model/nouns.h"
#include "minutebook/store/record.h"

#include <string.h>

void mb_hit_free(MbHit *hit)
{
    if (!hit)
        return;
    g_free(hit->record);
    g_free(hit->board);
    g_free(hit->meeting);
    g_free(hit->item);
    g_free(hit->text);
    g_free(hit);
}

static void set_item(MbBook *book, MbHit *hit, const char *id)
{
    MbItem *item = id ? mb_store_get(book, &MB_ITEM, id, NULL) : NULL;

    if (!item)
        return;
    if (item->number && item->title)
        hit->item = g_strdup_printf("%s %s", item->number, item->title);
    else
        hit->item = g_strdup(item->number ? item->number : item->title);
    mb_record_free(item);
}

static void set_board(MbBook *book, MbHit *hit, const char *id)
{
    MbBoard *board = id ? mb_store_get(book, &MB_BOARD, id, NULL) : NULL;

    if (board)
        hit->board = g_strdup(board->name ? board->name : board->short_name);
    mb_record_free(board);
}

static void set_meeting(MbBook *book, MbHit *hit, const char *id)
{
    MbMeeting *meeting = id ? mb_store_get(book, &MB_MEETING, id, NULL) : NULL;

    if (meeting && meeting->day != MB_NO_DAY)
        hit->meeting = mb_day_iso(meeting->day);
    mb_record_free(meeting);
}

static const char *text_of(const MbRecord *record, const char *name)
{
    const MbField *field = record ? mb_noun_field(record->noun, name) : NULL;

    return field ? *(char *const *)((const char *)record + field->offset) : NULL;
}

static const char *kind_of(const MbNoun *noun)
{
    if (noun == &MB_DECISION || noun == &MB_ACTION || noun == &MB_PERSON)
        return noun->name;
    return noun == &MB_ENTRY ? "plan" : "minute";
}

/* Names of where it was found, by the references of the record. */
static void place_hit(MbBook *book, MbHit *hit, const MbNoun *noun, const char *board)
{
    MbRecord *record = mb_store_get(book, noun, hit->record, NULL);
    const char *meeting = text_of(record, noun == &MB_ACTION ? "raised_at" : "meeting");

    set_board(book, hit, board);
    set_meeting(book, hit, meeting);
    set_item(book, hit, noun == &MB_ITEM ? hit->record : text_of(record, "item"));
    if (!hit->item && noun == &MB_ACTION)
        hit->item = g_strdup(text_of(record, "item_words"));
    mb_record_free(record);
}

static MbHit *read_hit(MbBook *book, sqlite3_stmt *statement)
{
    const char *name = (const char *)sqlite3_column_text(statement, 0);
    const MbNoun *noun = name ? mb_noun_find(name) : NULL;
    MbHit *hit;

    if (!noun)
        return NULL;
    hit = g_new0(MbHit, 1);
    hit->kind = kind_of(noun);
    hit->record = mb_statement_text(statement, 1);
    hit->text = mb_statement_text(statement, 3);
    place_hit(book, hit, noun, (const char *)sqlite3_column_text(statement, 2));
    return hit;
}

/* A person belongs to every board on which he sits. */
static sqlite3_stmt *prepare(MbBook *book, const char *board, GError **error)
{
#define HITS                                                                                                           \
    "SELECT t.\"noun\", t.\"record\", t.\"board\", snippet(\"search\", 0, '\xE2\x80\xB9', '\xE2\x80\xBA', "            \
    "'\xE2\x80\xA6', 24)"                                                                                              \
    " FROM \"search\" CROSS JOIN \"search_text\" AS t ON t.\"doc\" = \"search\".\"rowid\" WHERE \"search\" MATCH "     \
    ":words"
#define NEWEST_FIRST " ORDER BY \"search\".\"rowid\" DESC LIMIT :limit"
    static const char all[] = HITS NEWEST_FIRST;
    static const char one[] = HITS " AND (t.\"board\" = :board OR (t.\"noun\" = 'person' AND EXISTS (SELECT 1 FROM "
                                   "\"seat\" WHERE \"seat\".\"person\" = t.\"record\""
                                   " AND \"seat\".\"board\" = :board)))" NEWEST_FIRST;

    return mb_statement(book, board ? one : all, error);
}

GPtrArray *mb_search(MbBook *book, const char *words, const char *board, int limit, GError **error)
{
    g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func((GDestroyNotify)mb_hit_free);
    g_autoptr(MbTerms) terms = mb_terms_new(book);
    g_autofree char *query = NULL;
    sqlite3_stmt *statement;
    int code;

    if (!mb_search_words(terms, words, &query, error))
        return NULL;
    if (!query)
        return g_steal_pointer(&hits);
    statement = prepare(book, board, error);
    if (!statement)
        return NULL;
    mb_statement_bind(statement, ":words", query);
    mb_statement_bind(statement, ":board", board);
    mb_statement_bind_int(statement, ":limit", limit);
    while ((code = mb_statement_step(book, statement, error)) == SQLITE_ROW) {
        MbHit *hit = read_hit(book, statement);

        if (hit)
            g_ptr_array_add(hits, hit);
    }
    sqlite3_reset(statement);
    return code == SQLITE_DONE ? g_steal_pointer(&hits) : NULL;
}
