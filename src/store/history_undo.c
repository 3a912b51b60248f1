/* SPDX-License-Identifier: MIT */
/* A deed undone: its records put back from what the history keeps of them, as a deed of its own. Nothing that was done
   since is overwritten: then it is refused, and what stands against it is named. */
#include "minutebook/store/history.h"

#include "book_private.h"
#include "fault.h"

#include "minutebook/base/error.h"
#include "minutebook/base/text.h"
#include "minutebook/model/nouns.h"
#include "minutebook/store/record.h"

#include <string.h>

static gboolean set_member(const MbField *field, gpointer record, const char *canonical)
{
    g_autofree char *text = mb_canonical_member(canonical, field->name);

    return !text || mb_field_set_text(field, record, text);
}

gpointer mb_record_of_canonical(const MbNoun *noun, const char *canonical)
{
    MbRecord *record = mb_record_new(noun);
    gboolean read = TRUE;

    g_free(record->id);
    record->id = mb_canonical_member(canonical, "id");
    for (const MbField *field = noun->fields; read && field->name; field++)
        read = set_member(field, record, canonical);
    if (read && record->id)
        return record;
    mb_record_free(record);
    return NULL;
}

/* --- deeds by number and doer --- */

static MbDeed *read_deed(sqlite3_stmt *row)
{
    MbDeed *deed = g_new0(MbDeed, 1);

    deed->seq = sqlite3_column_int64(row, 0);
    deed->at = mb_statement_text(row, 1);
    deed->who = mb_statement_text(row, 2);
    deed->deed = mb_statement_text(row, 3);
    deed->summary = mb_statement_text(row, 4);
    deed->chain = mb_statement_text(row, 5);
    return deed;
}

static MbDeed *first_deed(MbBook *book, sqlite3_stmt *statement, GError **error)
{
    MbDeed *deed = mb_statement_step(book, statement, error) == SQLITE_ROW ? read_deed(statement) : NULL;

    sqlite3_reset(statement);
    return deed;
}

#define DEED "SELECT \"seq\", \"at\", \"who\", \"deed\", \"summary\", \"chain\" FROM \"history\" "

MbDeed *mb_history_last_of(MbBook *book, const char *who, GError **error)
{
    static const char sql[] = DEED "WHERE \"who\" = :who ORDER BY \"seq\" DESC LIMIT 1";
    sqlite3_stmt *statement = mb_statement(book, sql, error);

    if (!statement)
        return NULL;
    mb_statement_bind(statement, ":who", who);
    return first_deed(book, statement, error);
}

MbDeed *mb_history_deed(MbBook *book, gint64 seq, GError **error)
{
    static const char sql[] = DEED "WHERE \"seq\" = :seq";
    sqlite3_stmt *statement = mb_statement(book, sql, error);

    if (!statement)
        return NULL;
    mb_statement_bind_int(statement, ":seq", seq);
    return first_deed(book, statement, error);
}

/* --- what stands against it --- */

static gboolean refuse(GError **error, gint64 seq, const char *format, ...) G_GNUC_PRINTF(3, 4);
static gboolean refuse(GError **error, gint64 seq, const char *format, ...)
{
    g_autofree char *words = NULL;
    va_list arguments;

    va_start(arguments, format);
    words = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error(error, MB_ERROR, MB_ERROR_USAGE, "Deed %" G_GINT64_FORMAT " cannot be undone: %s", seq, words);
    return FALSE;
}

/* "an agenda item “Hate crime”", by the first of its fields that tells it from others. */
static char *describe(gconstpointer record, const MbNoun *noun)
{
    static const char *const telling[] = {"ref", "title", "name", "text", NULL};
    g_autofree char *kind = mb_fault_name(noun);

    for (int i = 0; record && telling[i]; i++) {
        const MbField *field = mb_noun_field(noun, telling[i]);
        g_autofree char *text = field ? mb_field_text(field, record) : NULL;
        g_autofree char *shown = text ? mb_text_visible(text, FALSE) : NULL;
        gboolean cut = shown && g_utf8_strlen(shown, -1) > 60;

        if (cut)
            *g_utf8_offset_to_pointer(shown, 60) = '\0';
        if (shown)
            return g_strdup_printf("%s “%s%s”", kind, shown, cut ? "…" : "");
    }
    return g_steal_pointer(&kind);
}

/* The number of the first deed after SEQ that changed the record, 0 where none; BEFORE (may be NULL): as the record was
 * before that. */
static gint64 changed_after(MbBook *book, gint64 seq, const char *noun, const char *id, char **before)
{
    static const char sql[] =
        "SELECT \"seq\", \"before\" FROM \"change\" WHERE \"record\" = :record AND \"noun\" = :noun "
        "AND \"seq\" > :seq ORDER BY \"seq\" LIMIT 1";
    sqlite3_stmt *statement = mb_statement(book, sql, NULL);
    gint64 later = 0;

    if (!statement)
        return 0;
    mb_statement_bind(statement, ":record", id);
    mb_statement_bind(statement, ":noun", noun);
    mb_statement_bind_int(statement, ":seq", seq);
    if (mb_statement_step(book, statement, NULL) == SQLITE_ROW) {
        later = sqlite3_column_int64(statement, 0);
        if (before)
            *before = mb_statement_text(statement, 1);
    }
    sqlite3_reset(statement);
    return later;
}

static gboolean refuse_changed(MbBook *book, const MbChange *change, const MbNoun *noun, gconstpointer now,
                               GError **error)
{
    gint64 later = changed_after(book, change->seq, change->noun, change->record, NULL);
    MbDeed *deed = later ? mb_history_deed(book, later, NULL) : NULL;
    g_autofree char *what = describe(now, noun);
    g_autofree char *told = mb_text_visible(deed ? deed->summary : "", FALSE);

    if (deed)
        refuse(error, change->seq,
               "%s was changed since, by deed %" G_GINT64_FORMAT " (%s: %s). Undo that one first, with its number.",
               what, later, deed->deed, told);
    else
        refuse(error, change->seq, "%s was changed since, outside Minutebook.", what);
    mb_deed_free(deed);
    return FALSE;
}

/* The minutes and what they record. Actions, plans and papers live on after an approval. */
static gboolean is_of_minutes(const MbNoun *noun)
{
    static const MbNoun *const nouns[] = {&MB_MEETING,  &MB_OBJECTIVE,      &MB_EVENT,       &MB_ATTENDANCE,
                                          &MB_PRESENCE, &MB_ITEM,           &MB_PRESENTER,   &MB_MINUTE,
                                          &MB_CELL,     &MB_RECOMMENDATION, &MB_DECLARATION, &MB_DECISION,
                                          &MB_VOTE,     &MB_MOTION,         &MB_ELECTION,    &MB_CANDIDATE};

    for (gsize i = 0; i < G_N_ELEMENTS(nouns); i++)
        if (nouns[i] == noun)
            return TRUE;
    return FALSE;
}

static gboolean check_approval(MbBook *book, const MbChange *change, const MbNoun *noun, GError **error)
{
    MbMeeting *meeting =
        change->meeting && is_of_minutes(noun) ? mb_store_get(book, &MB_MEETING, change->meeting, NULL) : NULL;
    gboolean closed = meeting && (meeting->state == MB_STATE_APPROVED || meeting->state == MB_STATE_SIGNED);
    g_autofree char *day = closed && meeting->day != MB_NO_DAY ? mb_day_long(meeting->day) : NULL;

    if (closed)
        refuse(error, change->seq,
               "the minutes of %s are %s and never change again; corrections are agreed at a later meeting.",
               day ? day : "that meeting", mb_meeting_state_words[meeting->state]);
    mb_record_free(meeting);
    return !closed;
}

static gboolean check_kept(const MbChange *change, GError **error)
{
    gboolean gone = !*change->salt || (strcmp(change->kind, "insert") != 0 && !change->before);

    return !gone || refuse(error, change->seq, "a text that it changed was disposed of and is nowhere any more.");
}

/* Whether two boards differ in no more than the next ref, which only grows. */
static gboolean only_refs_differ(const MbNoun *noun, const char *a, const char *b)
{
    MbBoard *first = noun == &MB_BOARD && a ? mb_record_of_canonical(noun, a) : NULL;
    MbBoard *second = first && b ? mb_record_of_canonical(noun, b) : NULL;
    gboolean same = FALSE;

    if (second) {
        first->next_ref = second->next_ref;
        same = mb_record_equal(first, second);
    }
    mb_record_free(first);
    mb_record_free(second);
    return same;
}

/* Whether the record is now as the deed left it. */
static gboolean is_as_left(MbBook *book, const MbChange *change, const MbNoun *noun, gconstpointer now)
{
    g_autofree char *canonical = now ? mb_store_canonical(now) : NULL;
    g_autofree char *left = NULL;
    char digest[MB_DIGEST_SIZE];

    if (!now || strcmp(change->kind, "delete") == 0)
        return !now && strcmp(change->kind, "delete") == 0;
    mb_digest(change->salt, canonical, digest);
    if (strcmp(digest, change->digest) == 0)
        return TRUE;
    changed_after(book, change->seq, change->noun, change->record, &left);
    return only_refs_differ(noun, left, canonical);
}

/* --- what it takes back --- */

static GHashTable *keys_of(GPtrArray *changes)
{
    GHashTable *keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < changes->len; i++) {
        const MbChange *change = changes->pdata[i];

        g_hash_table_add(keys, g_strconcat(change->noun, " ", change->record, NULL));
    }
    return keys;
}

static char *build_referring(const MbNoun *noun, const char *field)
{
    return g_strdup_printf("SELECT \"id\" FROM \"%s\" WHERE \"%s\" = :id", noun->name, field);
}

/* A record of NOUN that refers by FIELD to the one of CHANGE, which is to go, and does not go with it. */
static gboolean refers_to_gone(MbBook *book, const MbChange *change, const MbNoun *noun, const MbField *field,
                               GHashTable *keys, GError **error)
{
    sqlite3_stmt *statement = mb_statement_built(book, noun, field->name, build_referring, error);
    g_autofree char *found = NULL;

    if (!statement)
        return TRUE;
    mb_statement_bind(statement, ":id", change->record);
    while (!found && mb_statement_step(book, statement, error) == SQLITE_ROW) {
        g_autofree char *key = g_strconcat(noun->name, " ", sqlite3_column_text(statement, 0), NULL);

        if (!g_hash_table_contains(keys, key))
            found = mb_statement_text(statement, 0);
    }
    sqlite3_reset(statement);
    if (!found)
        return FALSE;
    MbChange later = {.seq = change->seq, .noun = (char *)noun->name, .record = found};
    gpointer record = mb_store_get(book, noun, found, NULL);
    refuse_changed(book, &later, noun, record, error);
    mb_record_free(record);
    return TRUE;
}

static gboolean check_referring(MbBook *book, const MbChange *change, const MbNoun *gone, GHashTable *keys,
                                GError **error)
{
    for (int i = 0; mb_nouns[i]; i++)
        for (const MbField *field = mb_nouns[i]->fields; field->name; field++)
            if (field->target == gone && refers_to_gone(book, change, mb_nouns[i], field, keys, error))
                return FALSE;
    return TRUE;
}

static gboolean put_back(MbBook *book, const MbChange *change, const MbNoun *noun, gpointer now, GError **error)
{
    gpointer before = change->before ? mb_record_of_canonical(noun, change->before) : NULL;
    gboolean done;

    if (before && noun == &MB_BOARD && now)
        ((MbBoard *)before)->next_ref = MAX(((MbBoard *)before)->next_ref, ((MbBoard *)now)->next_ref);
    if (change->before && !before)
        done = mb_book_damaged(book, error);
    else
        done = before ? mb_store_save(book, before, error) : mb_store_delete(book, now, error);
    mb_record_free(before);
    return done;
}

static gboolean undo_change(MbBook *book, const MbChange *change, GHashTable *keys, GError **error)
{
    const MbNoun *noun = mb_noun_find(change->noun);
    gpointer now;
    gboolean done;

    if (!noun)
        return mb_book_damaged(book, error);
    if (!mb_record_find(book, noun, change->record, &now, error))
        return FALSE;
    done = check_approval(book, change, noun, error) && check_kept(change, error) &&
           (is_as_left(book, change, noun, now) || refuse_changed(book, change, noun, now, error)) &&
           (change->before || check_referring(book, change, noun, keys, error)) &&
           put_back(book, change, noun, now, error);
    mb_record_free(now);
    return done;
}

gboolean mb_history_undo(MbBook *book, gint64 seq, GError **error)
{
    g_autoptr(GPtrArray) changes = mb_deed_ready(book, error) ? mb_history_changes(book, seq, error) : NULL;
    g_autoptr(GHashTable) keys = changes ? keys_of(changes) : NULL;

    if (!changes)
        return FALSE;
    for (guint i = changes->len; i > 0; i--)
        if (!undo_change(book, changes->pdata[i - 1], keys, error))
            return FALSE;
    return TRUE;
}
