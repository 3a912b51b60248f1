/* SPDX-License-Identifier: MIT */
/* Typing saved: one small transaction a key. What is known of the paragraphs under the hand is kept in memory, so that
   a key costs an update of one text and of one row of the journal; it counts only as long as nobody else has written,
   which SQLite tells within the transaction without reading anything (SQLITE_FCNTL_DATA_VERSION). */
#include "typing_private.h"

#include "minutebook/model/meeting.h"
#include "minutebook/store/record.h"

/* Folded in when the hand rests (mb_book_checkpoint); past this, between two keys. */
enum { LOG_PAGES_MOST = 7 * 1024 * 1024 / MB_BOOK_PAGE };

static gboolean text_alone_differs(const MbMinute *before, const MbMinute *after)
{
    MbMinute as_before = *after;

    as_before.text = before->text;
    return mb_record_equal(before, &as_before);
}

static gboolean update_text(MbBook *book, const MbMinute *minute, GError **error)
{
    static const char sql[] = "UPDATE \"minute\" SET \"text\" = ?2 WHERE \"id\" = ?1";
    sqlite3_stmt *statement = mb_statement(book, sql, error);

    if (!statement)
        return FALSE;
    sqlite3_bind_text(statement, 1, minute->id, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, minute->text, -1, SQLITE_STATIC);
    return mb_statement_run(book, statement, error);
}

/* MINUTE is known from now on; notes it as it was. */
static MbKnown *learn(MbBook *book, const char *who, const MbMinute *minute, GError **error)
{
    MbTyping *typing = book->typing;
    gpointer before;
    MbKnown *known;

    if (!mb_record_find(book, &MB_MINUTE, minute->id, &before, error))
        return NULL;
    known = g_new0(MbKnown, 1);
    known->minute = before;
    if (mb_typing_note(book, who, minute->meeting, &MB_MINUTE, minute->id, before, error)) {
        g_hash_table_insert(typing->known, g_strdup(minute->id), known);
        return known;
    }
    mb_known_free(known);
    return NULL;
}

static gboolean write_minute(MbBook *book, const char *who, MbKnown *known, const MbMinute *minute, GError **error)
{
    MbMinute *before = known->minute;

    if (before && mb_record_equal(before, minute))
        return TRUE;
    if (before && !mb_typing_move_spans(book, who, known, minute->text, error))
        return FALSE;
    if (before && text_alone_differs(before, minute)) {
        mb_set(&before->text, minute->text);
        return update_text(book, minute, error);
    }
    known->minute = mb_record_copy(minute);
    mb_record_free(before);
    return mb_record_write(book, before, minute, error) &&
           (before || mb_typing_withhold_again(book, who, minute, error));
}

static gboolean save_minute(MbBook *book, const char *who, const MbMinute *minute, GPtrArray *cells, GError **error)
{
    MbKnown *known = g_hash_table_lookup(book->typing->known, minute->id);
    gboolean table;

    if (!known)
        known = learn(book, who, minute, error);
    if (!known)
        return FALSE;
    table = minute->style == MB_STYLE_TABLE || (known->minute && known->minute->style == MB_STYLE_TABLE);
    return write_minute(book, who, known, minute, error) &&
           (!table || mb_typing_save_cells(book, who, known, cells, error));
}

static gboolean delete_gone(MbBook *book, const char *who, const char *id, GError **error)
{
    gpointer minute;
    gboolean done;

    g_hash_table_remove(book->typing->known, id);
    if (!mb_record_find(book, &MB_MINUTE, id, &minute, error))
        return FALSE;
    done = !minute || mb_typing_delete(book, who, minute, error);
    mb_record_free(minute);
    return done;
}

/* The burst that grows with each key: only what a key changes. */
static gboolean grow_journal(MbBook *book, const MbJournal *journal, GError **error)
{
    static const char sql[] = "UPDATE \"journal\" SET \"ended\" = ?2, \"at\" = ?3, \"before\" = ?4, \"after\" = ?5, "
                              "\"carets\" = ?6, \"kind\" = ?7 WHERE \"id\" = ?1";
    sqlite3_stmt *statement = mb_statement(book, sql, error);

    if (!statement)
        return FALSE;
    sqlite3_bind_text(statement, 1, journal->id, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, journal->ended, -1, SQLITE_STATIC);
    if (journal->at >= 0)
        sqlite3_bind_int(statement, 3, journal->at);
    sqlite3_bind_text(statement, 4, journal->before, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 5, journal->after, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 6, journal->carets, -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 7, journal->kind, -1, SQLITE_STATIC);
    return mb_statement_run(book, statement, error);
}

static gboolean save_journal(MbBook *book, const MbJournal *journal, GError **error)
{
    MbTyping *typing = book->typing;
    gpointer before;
    gboolean done;

    if (g_strcmp0(typing->journal, journal->id) == 0)
        return grow_journal(book, journal, error);
    if (!mb_record_find(book, &MB_JOURNAL, journal->id, &before, error))
        return FALSE;
    done = mb_record_write(book, before, journal, error);
    mb_record_free(before);
    mb_set(&typing->journal, journal->id);
    return done;
}

/* Approved minutes never change: asked once, and again where others have written. */
static gboolean check_open(MbBook *book, const char *id, GError **error)
{
    MbTyping *typing = book->typing;
    MbMeeting *meeting;
    gboolean open;

    if (!id || g_strcmp0(typing->open, id) == 0)
        return TRUE;
    if (!mb_record_find(book, &MB_MEETING, id, (gpointer *)&meeting, error))
        return FALSE;
    open = meeting && meeting->state < MB_STATE_APPROVED;
    if (open)
        mb_set(&typing->open, id);
    else if (!meeting)
        mb_book_refuse(book, error, "holds the meeting no more under which this is typed: it was deleted meanwhile.");
    else
        mb_book_refuse(book, error,
                       "was not changed: the minutes of this meeting are %s and never change again; corrections are "
                       "agreed at a later meeting.",
                       mb_meeting_state_words[meeting->state]);
    mb_record_free(meeting);
    return open;
}

static gboolean all_open(MbBook *book, GPtrArray *journal, GPtrArray *changed, GError **error)
{
    for (guint i = 0; changed && i < changed->len; i++)
        if (!check_open(book, ((const MbMinute *)changed->pdata[i])->meeting, error))
            return FALSE;
    for (guint i = 0; journal && i < journal->len; i++)
        if (!check_open(book, ((const MbJournal *)journal->pdata[i])->meeting, error))
            return FALSE;
    return TRUE;
}

/* A paragraph that another hand typed and nobody has settled is settled first, as that hand's. */
static gboolean settle_other_hand(MbBook *book, const char *who, const char *id, GError **error)
{
    static const char sql[] =
        "SELECT \"meeting\", \"who\" FROM \"unsettled\" WHERE \"record\" = :record AND \"noun\" = "
        "'minute' AND \"who\" <> :who";
    g_autofree char *meeting = NULL;
    g_autofree char *other = NULL;
    sqlite3_stmt *statement;
    int code;

    if (g_hash_table_contains(book->typing->known, id))
        return TRUE;
    statement = mb_statement(book, sql, error);
    if (!statement)
        return FALSE;
    mb_statement_bind(statement, ":record", id);
    mb_statement_bind(statement, ":who", who);
    code = mb_statement_step(book, statement, error);
    if (code == SQLITE_ROW) {
        meeting = mb_statement_text(statement, 0);
        other = mb_statement_text(statement, 1);
    }
    sqlite3_reset(statement);
    if (code == SQLITE_ROW)
        return mb_typing_settle_within(book, meeting, other, error);
    return code == SQLITE_DONE;
}

static gboolean settle_other_hands(MbBook *book, const char *who, GPtrArray *changed, GPtrArray *gone, GError **error)
{
    for (guint i = 0; changed && i < changed->len; i++)
        if (!settle_other_hand(book, who, ((const MbRecord *)changed->pdata[i])->id, error))
            return FALSE;
    for (guint i = 0; gone && i < gone->len; i++)
        if (!settle_other_hand(book, who, gone->pdata[i], error))
            return FALSE;
    return TRUE;
}

/* Whether the paragraph is to be saved, or deleted where MINE is NULL. */
static gboolean meet(MbBook *book, MbMinute *mine, const char *id, gboolean *go_on, GError **error)
{
    MbTyping *typing = book->typing;
    gpointer theirs;

    if (!mb_record_find(book, &MB_MINUTE, id, &theirs, error))
        return FALSE;
    *go_on = typing->meet(typing->meet_data, mine, theirs) || mine;
    mb_record_free(theirs);
    return TRUE;
}

static gboolean save_paragraphs(MbBook *book, const char *who, gboolean others, GPtrArray *changed, GPtrArray *cells,
                                GPtrArray *gone, GError **error)
{
    gboolean ask = others && book->typing->meet;
    gboolean go_on = TRUE;

    for (guint i = 0; gone && i < gone->len; i++)
        if ((ask && !meet(book, NULL, gone->pdata[i], &go_on, error)) ||
            (go_on && !delete_gone(book, who, gone->pdata[i], error)))
            return FALSE;
    for (guint i = 0; changed && i < changed->len; i++) {
        MbMinute *minute = changed->pdata[i];

        if ((ask && !meet(book, minute, minute->id, &go_on, error)) || !save_minute(book, who, minute, cells, error))
            return FALSE;
    }
    return TRUE;
}

static guint32 version_of(MbBook *book)
{
    guint32 version = 0;

    sqlite3_file_control(book->db, "main", SQLITE_FCNTL_DATA_VERSION, &version);
    return version;
}

static gboolean save_within(MbBook *book, const char *who, GPtrArray *journal, GPtrArray *changed, GPtrArray *cells,
                            GPtrArray *gone, GError **error)
{
    MbTyping *typing = book->typing;
    gboolean others = typing->version != version_of(book);

    if (others || g_strcmp0(typing->who, who) != 0)
        mb_typing_forget(typing);
    if (!typing->who)
        typing->who = g_strdup(who);
    if (!all_open(book, journal, changed, error) || !settle_other_hands(book, who, changed, gone, error))
        return FALSE;
    if (!save_paragraphs(book, who, others, changed, cells, gone, error))
        return FALSE;
    for (guint i = 0; journal && i < journal->len; i++)
        if (!save_journal(book, journal->pdata[i], error))
            return FALSE;
    return TRUE;
}

gboolean mb_typing_save_all(MbBook *book, const char *who, GPtrArray *journal, GPtrArray *changed, GPtrArray *cells,
                            GPtrArray *gone, GError **error)
{
    MbTyping *typing = mb_typing_of(book);
    gboolean done;

    if (!mb_typing_wait_for_disk(book, FALSE, error) || !mb_transaction_begin(book, error))
        return FALSE;
    done = save_within(book, who ? who : "", journal, changed, cells, gone, error);
    if (!done)
        mb_transaction_rollback(book);
    if (!done || !mb_transaction_commit(book, error)) {
        mb_typing_forget(typing);
        return FALSE;
    }
    typing->version = version_of(book);
    typing->commits++;
    if (book->log_pages > LOG_PAGES_MOST)
        mb_book_checkpoint(book, FALSE);
    return TRUE;
}

gboolean mb_typing_save(MbBook *book, const char *who, MbJournal *journal, GPtrArray *changed, GPtrArray *cells,
                        GPtrArray *gone, GError **error)
{
    gpointer row = journal;
    GPtrArray rows = {.pdata = &row, .len = journal ? 1 : 0};

    return mb_typing_save_all(book, who, &rows, changed, cells, gone, error);
}
