/* SPDX-License-Identifier: MIT */
/* What is indexed, and keeping the index in step with the records. A row of search_text is a record's text under a
 * number that begins with its day, so that the newest come first by number alone. */
#include "minutebook/store/search.h"

#include "search_terms.h"

#include "minutebook/model/nouns.h"
#include "minutebook/store/record.h"

#include <string.h>

enum { DAY_SHIFT = 24 };

/* What a record is found by. */
typedef struct {
    char *text; /* NULL: by nothing */
    char *board;
    MbDay day;
} Entry;

static void entry_clear(Entry *entry)
{
    g_free(entry->text);
    g_free(entry->board);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Entry, entry_clear)

/* The marks of bold and italic are no words: an asterisk goes unless it stands alone between spaces. */
static char *plain(const char *text)
{
    GString *out = g_string_new(NULL);

    for (const char *c = text; *c; c++) {
        gboolean alone = (c == text || c[-1] == ' ') && (c[1] == ' ' || !c[1]);

        if (*c != '*' || alone)
            g_string_append_c(out, *c);
    }
    return g_string_free(out, FALSE);
}

static char *joined(const char *first, const char *second)
{
    g_autofree char *both = g_strconcat(first ? first : "", first && second ? " – " : "", second ? second : "", NULL);

    return *both ? plain(both) : NULL;
}

/* The day and board of a meeting. */
static void of_meeting(MbBook *book, const char *id, Entry *entry)
{
    MbMeeting *meeting = id ? mb_store_get(book, &MB_MEETING, id, NULL) : NULL;

    if (!meeting)
        return;
    entry->day = meeting->day;
    g_free(entry->board);
    entry->board = g_strdup(meeting->board);
    mb_record_free(meeting);
}

static char *table_text(MbBook *book, const char *minute)
{
    g_autoptr(GPtrArray) cells = mb_store_load(
        book, &MB_CELL, NULL, "WHERE \"minute\" = :minute ORDER BY \"row\", \"col\"", ":minute", minute, NULL);
    g_autoptr(GString) out = g_string_new(NULL);

    for (guint i = 0; cells && i < cells->len; i++) {
        MbCell *cell = cells->pdata[i];

        if (cell->text)
            g_string_append_printf(out, "%s%s", out->len ? " | " : "", cell->text);
    }
    return out->len ? plain(out->str) : NULL;
}

static void of_minute(MbBook *book, const MbMinute *minute, Entry *entry)
{
    if (minute->layer == MB_LAYER_PRIVATE)
        return;
    entry->text = minute->style == MB_STYLE_TABLE ? table_text(book, minute->id) : joined(minute->text, NULL);
    of_meeting(book, minute->meeting, entry);
}

static void of_decision(MbBook *book, const MbDecision *decision, Entry *entry)
{
    entry->text = joined(decision->text, decision->condition);
    entry->day = decision->on;
    entry->board = g_strdup(decision->board);
    of_meeting(book, decision->meeting, entry);
}

static void of_action(const MbAction *action, Entry *entry)
{
    entry->text = joined(action->text, NULL);
    entry->day = action->raised_on;
    entry->board = g_strdup(action->board);
}

static void of_entry(MbBook *book, const MbEntry *planned, Entry *entry)
{
    entry->text = joined(planned->title, NULL);
    entry->day = planned->planned_day;
    entry->board = g_strdup(planned->board);
    of_meeting(book, planned->meeting, entry);
}

static void of_person(const MbPerson *person, Entry *entry)
{
    g_autofree char *printed = g_strjoin(" ", person->honorific ? person->honorific : person->name,
                                         person->honorific ? person->name : NULL, NULL);

    entry->text = joined(person->name ? printed : NULL, NULL);
    entry->day = mb_day_from(9999, 12, 31); /* whoever is looked for by name comes before what was said */
}

static gboolean is_indexed(const MbNoun *noun)
{
    return noun == &MB_MINUTE || noun == &MB_DECISION || noun == &MB_ACTION || noun == &MB_ENTRY ||
           noun == &MB_PERSON || noun == &MB_ITEM;
}

static void describe(MbBook *book, gconstpointer record, Entry *entry)
{
    const MbNoun *noun = ((const MbRecord *)record)->noun;

    if (noun == &MB_MINUTE)
        of_minute(book, record, entry);
    else if (noun == &MB_DECISION)
        of_decision(book, record, entry);
    else if (noun == &MB_ACTION)
        of_action(record, entry);
    else if (noun == &MB_ENTRY)
        of_entry(book, record, entry);
    else if (noun == &MB_PERSON)
        of_person(record, entry);
    else {
        const MbItem *item = record;

        entry->text = item->dropped ? NULL : joined(item->title, NULL);
        of_meeting(book, item->meeting, entry);
    }
}

static gboolean next_number(MbBook *book, MbDay day, gint64 *number, GError **error)
{
    static const char sql[] = "SELECT max(\"doc\") FROM \"search_text\" WHERE \"doc\" >= :first AND \"doc\" <= :last";
    sqlite3_stmt *statement = mb_statement(book, sql, error);
    gint64 first = (gint64)day << DAY_SHIFT;
    gboolean found;

    if (!statement)
        return FALSE;
    mb_statement_bind_int(statement, ":first", first);
    mb_statement_bind_int(statement, ":last", first + (1 << DAY_SHIFT) - 1);
    found = mb_statement_step(book, statement, error) == SQLITE_ROW;
    *number =
        found && sqlite3_column_type(statement, 0) != SQLITE_NULL ? sqlite3_column_int64(statement, 0) + 1 : first + 1;
    sqlite3_reset(statement);
    return found;
}

static gboolean run_with(MbBook *book, const char *sql, gint64 doc, const MbRecord *record, const Entry *entry,
                         GError **error)
{
    sqlite3_stmt *statement = mb_statement(book, sql, error);

    if (!statement)
        return FALSE;
    mb_statement_bind_int(statement, ":doc", doc);
    mb_statement_bind(statement, ":text", entry->text);
    mb_statement_bind(statement, ":board", entry->board);
    mb_statement_bind(statement, ":noun", record ? record->noun->name : NULL);
    mb_statement_bind(statement, ":record", record ? record->id : NULL);
    return mb_statement_run(book, statement, error);
}

static gboolean add_row(MbTerms *terms, MbBook *book, const MbRecord *record, const Entry *entry, GError **error)
{
    static const char text[] = "INSERT INTO \"search_text\" (\"doc\", \"noun\", \"record\", \"board\", \"text\") "
                               "VALUES (:doc, :noun, :record, :board, :text)";
    static const char words[] = "INSERT INTO \"search\" (\"rowid\", \"text\") VALUES (:doc, :text)";
    gint64 doc;

    return next_number(book, entry->day, &doc, error) && run_with(book, text, doc, record, entry, error) &&
           run_with(book, words, doc, record, entry, error) && mb_terms_came(terms, entry->text, error);
}

static gboolean remove_row(MbTerms *terms, MbBook *book, gint64 doc, const Entry *old, GError **error)
{
    static const char words[] =
        "INSERT INTO \"search\" (\"search\", \"rowid\", \"text\") VALUES ('delete', :doc, :text)";
    static const char text[] = "DELETE FROM \"search_text\" WHERE \"doc\" = :doc";

    return run_with(book, words, doc, NULL, old, error) && run_with(book, text, doc, NULL, old, error) &&
           mb_terms_went(terms, old->text, error);
}

/* The row of a record, if there is one: its number and what stands there. */
static gboolean find_row(MbBook *book, const MbNoun *noun, const char *id, gint64 *doc, Entry *old, GError **error)
{
    static const char sql[] =
        "SELECT \"doc\", \"text\", \"board\" FROM \"search_text\" WHERE \"record\" = :record AND \"noun\" = :noun";
    sqlite3_stmt *statement = mb_statement(book, sql, error);
    int code;

    if (!statement)
        return FALSE;
    mb_statement_bind(statement, ":record", id);
    mb_statement_bind(statement, ":noun", noun->name);
    code = mb_statement_step(book, statement, error);
    if (code == SQLITE_ROW) {
        *doc = sqlite3_column_int64(statement, 0);
        old->text = mb_statement_text(statement, 1);
        old->board = mb_statement_text(statement, 2);
        old->day = (MbDay)(*doc >> DAY_SHIFT);
    }
    sqlite3_reset(statement);
    return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gboolean same(const Entry *a, const Entry *b)
{
    return g_strcmp0(a->text, b->text) == 0 && g_strcmp0(a->board, b->board) == 0 && a->day == b->day;
}

/* Brings the row of one record in step; RECORD is NULL where it is gone. */
static gboolean follow(MbTerms *terms, MbBook *book, const MbNoun *noun, const char *id, gconstpointer record,
                       GError **error)
{
    g_auto(Entry) old = {0};
    g_auto(Entry) now = {0};
    gint64 doc = 0;

    if (record)
        describe(book, record, &now);
    if (!find_row(book, noun, id, &doc, &old, error))
        return FALSE;
    if ((!old.text && !now.text) || (old.text && same(&old, &now)))
        return TRUE;
    if (old.text && !remove_row(terms, book, doc, &old, error))
        return FALSE;
    return !now.text || add_row(terms, book, record, &now, error);
}

static gboolean follow_id(MbTerms *terms, MbBook *book, const MbNoun *noun, const char *id, GError **error)
{
    g_autoptr(GError) problem = NULL;
    gpointer record = mb_store_get(book, noun, id, &problem);
    gboolean done = !problem && follow(terms, book, noun, id, record, error);

    mb_record_free(record);
    if (problem)
        g_propagate_error(error, g_steal_pointer(&problem));
    return done;
}

/* A meeting that moved to another day takes what is found under it along. */
static gboolean follow_meeting(MbTerms *terms, MbBook *book, const char *meeting, GError **error)
{
    static const char sql[] = "WHERE \"meeting\" = :meeting";
    static const MbNoun *const nouns[] = {&MB_MINUTE, &MB_DECISION, &MB_ENTRY, &MB_ITEM};
    gboolean done = TRUE;

    for (gsize n = 0; done && n < G_N_ELEMENTS(nouns); n++) {
        g_autoptr(GPtrArray) records = mb_store_load(book, nouns[n], error, sql, ":meeting", meeting, NULL);

        done = records != NULL;
        for (guint i = 0; done && i < records->len; i++)
            done = follow(terms, book, nouns[n], ((MbRecord *)records->pdata[i])->id, records->pdata[i], error);
    }
    return done;
}

static gboolean follow_touched(MbTerms *terms, MbBook *book, const MbTouched *touched, GError **error)
{
    if (is_indexed(touched->noun))
        return follow_id(terms, book, touched->noun, touched->id, error);
    if (touched->moved)
        return follow_meeting(terms, book, touched->id, error);
    if (touched->noun == &MB_CELL && touched->parent)
        return follow_id(terms, book, &MB_MINUTE, touched->parent, error);
    return TRUE;
}

gboolean mb_search_follow(MbBook *book, GError **error)
{
    g_autoptr(MbTerms) terms = mb_terms_new(book);

    for (guint i = 0; i < book->deed.touched->len; i++)
        if (!follow_touched(terms, book, book->deed.touched->pdata[i], error))
            return FALSE;
    return mb_terms_settle(terms, error);
}

static gboolean index_all(MbTerms *terms, MbBook *book, const MbNoun *noun, GError **error)
{
    static const char sql[] = "ORDER BY \"id\"";
    g_autoptr(GPtrArray) records = mb_store_load(book, noun, error, sql, NULL);

    for (guint i = 0; records && i < records->len; i++)
        if (!follow(terms, book, noun, ((MbRecord *)records->pdata[i])->id, records->pdata[i], error))
            return FALSE;
    return records != NULL;
}

gboolean mb_search_rebuild(MbBook *book, GError **error)
{
    g_autoptr(MbTerms) terms = mb_terms_new(book);
    gboolean done =
        mb_deed_ready(book, error) && mb_book_run(book,
                                                  "INSERT INTO \"search\" (\"search\") VALUES ('delete-all'); "
                                                  "DELETE FROM \"search_text\"; DELETE FROM \"search_word\"",
                                                  error);

    for (int i = 0; done && mb_nouns[i]; i++)
        done = !is_indexed(mb_nouns[i]) || index_all(terms, book, mb_nouns[i], error);
    done = done && mb_terms_settle(terms, error);
    if (!done)
        mb_deed_fail(book);
    return done;
}
