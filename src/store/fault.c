/* SPDX-License-Identifier: MIT */
#include "fault.h"

#include "book_private.h"

#include "minutebook/base/text.h"
#include "minutebook/model/nouns.h"
#include "minutebook/store/record.h"

#include <string.h>

typedef struct {
    const MbNoun *noun;
    const char *words;
} Called;

/* Those whose table names are not what people say. */
static const Called called[] = {
    {&MB_SETTLED, "a settled finding"},
    {&MB_TENURE, "a post's holder"},
    {&MB_BOARD_NAME, "a board's other name"},
    {&MB_AUDIENCE_ENTRY, "an entry of an audience"},
    {&MB_ATTENDANCE, "an attendance"},
    {&MB_PRESENCE, "a coming or going"},
    {&MB_PLAN, "a forward plan"},
    {&MB_LINE, "a line of the forward plan"},
    {&MB_LINE_LEAD, "the lead of a line of the forward plan"},
    {&MB_LINE_WHEN, "a date in the forward plan"},
    {&MB_LINE_RECOMMENDATION, "a recommendation in the forward plan"},
    {&MB_ENTRY, "an entry of the forward plan"},
    {&MB_ENTRY_LEAD, "the lead of an entry of the forward plan"},
    {&MB_MOVE, "a move in the forward plan"},
    {&MB_ITEM, "an agenda item"},
    {&MB_MINUTE, "a paragraph of the minutes"},
    {&MB_CELL, "a table cell of the minutes"},
    {&MB_OWNER, "the owner of an action"},
    {&MB_UPDATE, "an update on an action"},
    {&MB_CHASER, "a chaser of an action"},
    {&MB_REDATE, "a moved due date of an action"},
    {&MB_SENDING, "a proof of sending"},
    {&MB_INTEREST, "a registered interest"},
    {&MB_DECLARATION, "a declaration of interest"},
};

/* "a decision": the table's name with its article, where nothing better is known. */
char *mb_fault_name(const MbNoun *noun)
{
    for (gsize i = 0; i < G_N_ELEMENTS(called); i++)
        if (called[i].noun == noun)
            return g_strdup(called[i].words);
    return g_strdup_printf("%s %s", strchr("aeiou", noun->name[0]) ? "an" : "a", noun->name);
}

static char *board_name(MbBook *book, const char *id)
{
    MbBoard *board = id ? mb_store_get(book, &MB_BOARD, id, NULL) : NULL;
    char *name = board ? mb_text_visible(board->short_name ? board->short_name : board->name, FALSE) : NULL;

    mb_record_free(board);
    return name;
}

static char *place_text(MbBook *book, const char *board_id, MbDay day)
{
    g_autofree char *board = board_name(book, board_id);
    g_autofree char *date = day != MB_NO_DAY ? mb_day_long(day) : NULL;

    return date ? g_strdup_printf("%s%s%s", board ? board : "", board ? ", " : "", date) : g_steal_pointer(&board);
}

static sqlite3_stmt *find_by_id(MbBook *book, const char *sql, const char *id)
{
    sqlite3_stmt *statement = mb_statement(book, sql, NULL);

    if (!statement)
        return NULL;
    mb_statement_bind(statement, ":id", id);
    return mb_statement_step(book, statement, NULL) == SQLITE_ROW ? statement : NULL;
}

/* A meeting that is not there any more, by what the history keeps of it … */
static char *place_in_history(MbBook *book, const char *id)
{
    static const char sql[] = "SELECT \"before\" FROM \"change\" WHERE \"record\" = :id AND \"before\" IS NOT NULL "
                              "ORDER BY \"seq\" DESC LIMIT 1";
    sqlite3_stmt *row = find_by_id(book, sql, id);
    const char *before = row ? (const char *)sqlite3_column_text(row, 0) : NULL;
    g_autofree char *day = before ? mb_canonical_member(before, "day") : NULL;
    g_autofree char *board = before ? mb_canonical_member(before, "board") : NULL;

    if (row)
        sqlite3_reset(row);
    return before ? place_text(book, board, day ? mb_day_parse_iso(day) : MB_NO_DAY) : NULL;
}

/* … else by what the search index keeps of its records. */
static char *place_in_index(MbBook *book, const char *id)
{
    static const char sql[] = "SELECT \"board\", \"doc\" >> 24 FROM \"search_text\" WHERE \"record\" IN (SELECT \"id\" "
                              "FROM \"item\" WHERE \"meeting\" = :id"
                              " UNION ALL SELECT \"id\" FROM \"minute\" WHERE \"meeting\" = :id) LIMIT 1";
    sqlite3_stmt *row = find_by_id(book, sql, id);
    char *place = row ? place_text(book, (const char *)sqlite3_column_text(row, 0), sqlite3_column_int(row, 1)) : NULL;

    if (row)
        sqlite3_reset(row);
    return place;
}

static char *meeting_place(MbBook *book, const char *id)
{
    MbMeeting *meeting = id ? mb_store_get(book, &MB_MEETING, id, NULL) : NULL;
    char *place;

    if (!meeting)
        return !id ? NULL : (place = place_in_history(book, id)) ? place : place_in_index(book, id);
    place = place_text(book, meeting->board, meeting->day);
    mb_record_free(meeting);
    return place;
}

static const char *text_of(gconstpointer record, const char *name)
{
    const MbField *field = record ? mb_noun_field(((const MbRecord *)record)->noun, name) : NULL;

    return field && (field->kind == MB_FIELD_TEXT || field->kind == MB_FIELD_REF)
               ? *(char *const *)((const char *)record + field->offset)
               : NULL;
}

static char *other_place(MbBook *book, gconstpointer record)
{
    const MbRecord *head = record;
    char *place = board_name(book, head && head->noun == &MB_BOARD ? head->id : text_of(record, "board"));

    if (!place)
        place = text_of(record, "name") ? mb_text_visible(text_of(record, "name"), FALSE) : NULL;
    return place ? place : g_strdup("The book");
}

void mb_fault_record(MbBook *book, GPtrArray *faults, const char *meeting, const MbNoun *noun, gconstpointer record,
                     const char *verb)
{
    g_autofree char *what = mb_fault_name(noun);
    g_autofree char *place = meeting_place(book, meeting);

    if (!place)
        place = other_place(book, record);
    g_ptr_array_add(faults, g_strdup_printf("%s: %s was %s outside Minutebook.", place, what, verb));
}

void mb_fault_deed(GPtrArray *faults, const MbDeed *deed, const char *words)
{
    g_autofree char *name = mb_text_visible(deed->deed, FALSE);
    g_autofree char *at = mb_text_visible(deed->at, FALSE);

    g_ptr_array_add(faults,
                    g_strdup_printf("The history, deed %" G_GINT64_FORMAT " (%s, %s): %s", deed->seq, name, at, words));
}
