/* SPDX-License-Identifier: MIT */
/* What hangs on a paragraph, while it is typed: the cells of a table; marks, restrictions and whatever else refers to
   it. A restriction is never lost with its paragraph: where the paragraph comes back, it comes back, too. */
#include "typing_private.h"

#include "minutebook/model/item.h"
#include "minutebook/model/nouns.h"
#include "minutebook/store/record.h"

#include <string.h>

static gboolean load_cells(MbBook *book, MbKnown *known, GError **error)
{
    static const char sql[] = "WHERE \"minute\" = :minute";
    g_autoptr(GPtrArray) cells = NULL;

    if (known->cells)
        return TRUE;
    cells = mb_store_load(book, &MB_CELL, error, sql, ":minute", known->minute->id, NULL);
    if (!cells)
        return FALSE;
    known->cells = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, mb_record_free);
    for (guint i = 0; i < cells->len; i++) {
        MbCell *cell = cells->pdata[i];

        g_hash_table_insert(known->cells, cell->id, mb_record_copy(cell));
    }
    return TRUE;
}

/* The table keys on the id of the record that it holds: one must go before the other comes. */
static void replace_cell(MbKnown *known, const MbCell *cell)
{
    MbCell *copy = mb_record_copy(cell);

    g_hash_table_remove(known->cells, cell->id);
    g_hash_table_insert(known->cells, copy->id, copy);
}

static gboolean save_cell(MbBook *book, const char *who, MbKnown *known, const MbCell *cell, GError **error)
{
    const MbCell *before = g_hash_table_lookup(known->cells, cell->id);

    if (before && mb_record_equal(before, cell))
        return TRUE;
    if (!mb_typing_note(book, who, known->minute->meeting, &MB_CELL, cell->id, before, error) ||
        !mb_record_write(book, before, cell, error))
        return FALSE;
    replace_cell(known, cell);
    return TRUE;
}

static gboolean drop_cells(MbBook *book, const char *who, MbKnown *known, GHashTable *wanted, GError **error)
{
    GHashTableIter iter;
    gpointer cell;

    g_hash_table_iter_init(&iter, known->cells);
    while (g_hash_table_iter_next(&iter, NULL, &cell)) {
        const MbRecord *record = cell;

        if (wanted && g_hash_table_contains(wanted, record->id))
            continue;
        if (!mb_typing_note(book, who, known->minute->meeting, &MB_CELL, record->id, record, error) ||
            !mb_record_remove(book, record, error))
            return FALSE;
        g_hash_table_iter_remove(&iter);
    }
    return TRUE;
}

gboolean mb_typing_save_cells(MbBook *book, const char *who, MbKnown *known, GPtrArray *cells, GError **error)
{
    g_autoptr(GHashTable) wanted = g_hash_table_new(g_str_hash, g_str_equal);

    if (!load_cells(book, known, error))
        return FALSE;
    for (guint i = 0; cells && i < cells->len; i++) {
        MbCell *cell = cells->pdata[i];

        if (g_strcmp0(cell->minute, known->minute->id) != 0)
            continue;
        g_hash_table_add(wanted, cell->id);
        if (!save_cell(book, who, known, cell, error))
            return FALSE;
    }
    return drop_cells(book, who, known, wanted, error);
}

/* What is nothing without its paragraph goes with it; what tells more than the paragraph only lets go of it: a mark
 * tells what record was made of its words, which goes when the item is read next. */
static gboolean goes_along(const MbNoun *noun)
{
    return noun == &MB_CELL || noun == &MB_RESTRICTION;
}

static gboolean let_go(MbBook *book, const char *who, const char *meeting, MbRecord *record, GError **error)
{
    const MbField *field = mb_noun_field(record->noun, "minute");
    MbRecord *without;
    gboolean done;

    if (!mb_typing_note(book, who, meeting, record->noun, record->id, record, error))
        return FALSE;
    if (goes_along(record->noun))
        return mb_record_remove(book, record, error);
    without = mb_record_copy(record);
    mb_field_set_text(field, without, NULL);
    done = mb_record_write(book, record, without, error);
    mb_record_free(without);
    return done;
}

static gboolean let_all_go(MbBook *book, const char *who, const MbMinute *minute, const MbNoun *noun, GError **error)
{
    static const char sql[] = "WHERE \"minute\" = :minute";
    g_autoptr(GPtrArray) records = mb_store_load(book, noun, error, sql, ":minute", minute->id, NULL);

    for (guint i = 0; records && i < records->len; i++)
        if (!let_go(book, who, minute->meeting, records->pdata[i], error))
            return FALSE;
    return records != NULL;
}

static gboolean refers_to_paragraphs(const MbNoun *noun)
{
    const MbField *field = mb_noun_field(noun, "minute");

    return field && field->target == &MB_MINUTE;
}

gboolean mb_typing_delete(MbBook *book, const char *who, const MbMinute *minute, GError **error)
{
    for (int i = 0; mb_nouns[i]; i++)
        if (refers_to_paragraphs(mb_nouns[i]) && !let_all_go(book, who, minute, mb_nouns[i], error))
            return FALSE;
    return mb_typing_note(book, who, minute->meeting, &MB_MINUTE, minute->id, minute, error) &&
           mb_record_remove(book, (const MbRecord *)minute, error);
}

/* --- restrictions: back with their paragraph, and spans that move with its text --- */

static gboolean put_back(MbBook *book, const char *who, const MbMinute *minute, const char *canonical, GError **error)
{
    MbRestriction *restriction = mb_record_of_canonical(&MB_RESTRICTION, canonical);
    gpointer there = NULL;
    gboolean done = TRUE;

    if (restriction && g_strcmp0(restriction->minute, minute->id) == 0)
        done = mb_record_find(book, &MB_RESTRICTION, restriction->id, &there, error) &&
               (there || (mb_typing_note(book, who, minute->meeting, &MB_RESTRICTION, restriction->id, NULL, error) &&
                          mb_record_write(book, NULL, restriction, error)));
    mb_record_free(there);
    mb_record_free(restriction);
    return done;
}

/* Those taken away with it: not settled yet, or by the deed that the history names as its last. */
static GPtrArray *taken_with(MbBook *book, const MbMinute *minute, GError **error)
{
    static const char sql[] =
        "SELECT \"before\" FROM \"unsettled\" WHERE \"noun\" = 'restriction' AND \"before\" IS NOT NULL "
        "UNION ALL SELECT r.\"before\" FROM \"change\" AS m JOIN \"change\" AS r ON r.\"seq\" = m.\"seq\" "
        "WHERE m.\"record\" = :minute AND m.\"noun\" = 'minute' AND m.\"kind\" = 'delete' "
        "AND r.\"noun\" = 'restriction' AND r.\"kind\" = 'delete' AND r.\"before\" IS NOT NULL "
        "AND m.\"seq\" = (SELECT max(\"seq\") FROM \"change\" WHERE \"record\" = :minute AND \"noun\" = 'minute')";
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    sqlite3_stmt *statement = mb_statement(book, sql, error);
    int code;

    if (!statement)
        return NULL;
    mb_statement_bind(statement, ":minute", minute->id);
    while ((code = mb_statement_step(book, statement, error)) == SQLITE_ROW)
        g_ptr_array_add(texts, mb_statement_text(statement, 0));
    sqlite3_reset(statement);
    return code == SQLITE_DONE ? g_steal_pointer(&texts) : NULL;
}

gboolean mb_typing_withhold_again(MbBook *book, const char *who, const MbMinute *minute, GError **error)
{
    g_autoptr(GPtrArray) texts = taken_with(book, minute, error);

    for (guint i = 0; texts && i < texts->len; i++)
        if (!put_back(book, who, minute, texts->pdata[i], error))
            return FALSE;
    return texts != NULL;
}

static gboolean look_for_spans(MbBook *book, MbKnown *known, GError **error)
{
    static const char sql[] = "WHERE \"minute\" = :minute AND \"start\" IS NOT NULL";

    if (known->looked)
        return TRUE;
    known->withheld = mb_store_load(book, &MB_RESTRICTION, error, sql, ":minute", known->minute->id, NULL);
    if (!known->withheld)
        return FALSE;
    if (!known->withheld->len)
        g_clear_pointer(&known->withheld, g_ptr_array_unref);
    known->looked = TRUE;
    return TRUE;
}

/* What differs between two texts: from AT on, GONE characters of the old one are COME of the new one. */
typedef struct {
    int at, gone, come;
} Splice;

static Splice splice_of(const char *before, const char *after)
{
    glong old_length = g_utf8_strlen(before, -1);
    glong new_length = g_utf8_strlen(after, -1);
    glong same = 0;
    glong tail = 0;
    const char *b = before + strlen(before);
    const char *a = after + strlen(after);

    for (; *before && g_utf8_get_char(before) == g_utf8_get_char(after); same++) {
        before = g_utf8_next_char(before);
        after = g_utf8_next_char(after);
    }
    while (b > before && a > after) {
        b = g_utf8_prev_char(b);
        a = g_utf8_prev_char(a);
        if (g_utf8_get_char(a) != g_utf8_get_char(b))
            break;
        tail++;
    }
    return (Splice){(int)same, (int)(old_length - same - tail), (int)(new_length - same - tail)};
}

/* In doubt what is typed at a span's edge belongs to it: rather too much is withheld than too little. */
static void move_span(MbRestriction *span, Splice splice)
{
    gboolean to_the_end = span->length == MB_NO_INT;
    int end = to_the_end ? G_MAXINT / 2 : span->start + span->length;
    int gone_to = splice.at + splice.gone;

    if (splice.at > end)
        return;
    if (gone_to < span->start) {
        span->start += splice.come - splice.gone;
        return;
    }
    span->start = MIN(span->start, splice.at);
    if (!to_the_end)
        span->length = MAX(end, gone_to) + splice.come - splice.gone - span->start;
}

gboolean mb_typing_move_spans(MbBook *book, const char *who, MbKnown *known, const char *text, GError **error)
{
    const char *old = known->minute->text ? known->minute->text : "";
    Splice splice;

    if (!look_for_spans(book, known, error))
        return FALSE;
    if (!known->withheld)
        return TRUE;
    splice = splice_of(old, text ? text : "");
    for (guint i = 0; (splice.gone || splice.come) && i < known->withheld->len; i++) {
        MbRestriction *span = known->withheld->pdata[i];
        g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func(mb_record_free);

        g_ptr_array_add(before, mb_record_copy(span));
        move_span(span, splice);
        if (mb_record_equal(span, before->pdata[0]))
            continue;
        if (!mb_typing_note(book, who, known->minute->meeting, &MB_RESTRICTION, span->id, before->pdata[0], error) ||
            !mb_record_write(book, before->pdata[0], span, error))
            return FALSE;
    }
    return TRUE;
}
