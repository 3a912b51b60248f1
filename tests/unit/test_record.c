/* SPDX-License-Identifier: MIT */
/* Records in and out of the book, and dossiers. */
#include "store_help.h"

#include "../../src/store/book_private.h"

#include "minutebook/base/error.h"
#include "minutebook/store/query.h"

static const char *type_of(const MbField *field)
{
    return field->kind == MB_FIELD_INT || field->kind == MB_FIELD_BOOL ? "INTEGER" : "TEXT";
}

/* Columns and fields agree in name, order, type and reference, both ways. */
static void test_columns(Desk *desk, gconstpointer data)
{
    int nouns = 0;

    (void)data;
    for (int n = 0; mb_nouns[n]; n++, nouns++) {
        g_autofree char *info = g_strdup_printf("PRAGMA table_info(\"%s\")", mb_nouns[n]->name);
        const MbField *field = mb_nouns[n]->fields;
        sqlite3_stmt *statement;

        g_assert_cmpint(sqlite3_prepare_v2(desk->book->db, info, -1, &statement, NULL), ==, SQLITE_OK);
        g_assert_cmpint(sqlite3_step(statement), ==, SQLITE_ROW);
        g_assert_cmpstr((const char *)sqlite3_column_text(statement, 1), ==, "id");
        while (sqlite3_step(statement) == SQLITE_ROW) {
            const char *column = (const char *)sqlite3_column_text(statement, 1);

            if (!field->name || strcmp(column, field->name) != 0)
                g_error("table %s: column %s, field %s", mb_nouns[n]->name, column, field->name);
            g_assert_cmpstr((const char *)sqlite3_column_text(statement, 2), ==, type_of(field));
            g_assert_cmpint(sqlite3_column_int(statement, 3), ==, field->kind == MB_FIELD_BOOL);
            field++;
        }
        g_assert_null(field->name);
        sqlite3_finalize(statement);
    }
    g_assert_cmpint(count(desk->book,
                          "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                          "'search%' AND name NOT IN ('history', 'change', 'journal', 'place', 'unsettled')"),
                    ==, nouns);
}

static void test_references(Desk *desk, gconstpointer data)
{
    (void)data;
    for (int n = 0; mb_nouns[n]; n++)
        for (const MbField *f = mb_nouns[n]->fields; f->name; f++) {
            g_autofree char *sql =
                g_strdup_printf("SELECT \"table\" FROM pragma_foreign_key_list('%s') WHERE \"from\" = '%s'",
                                mb_nouns[n]->name, f->name);
            sqlite3_stmt *statement;

            g_assert_cmpint(sqlite3_prepare_v2(desk->book->db, sql, -1, &statement, NULL), ==, SQLITE_OK);
            g_assert_cmpint(sqlite3_step(statement), ==, f->kind == MB_FIELD_REF ? SQLITE_ROW : SQLITE_DONE);
            if (f->kind == MB_FIELD_REF)
                g_assert_cmpstr((const char *)sqlite3_column_text(statement, 0), ==, f->target->name);
            sqlite3_finalize(statement);
        }
}

/* Something in every field; references stay absent, which test_references and the dossiers cover. */
static gpointer full_record(const MbNoun *noun)
{
    gpointer record = mb_record_new(noun);
    int number = 3;

    for (const MbField *f = noun->fields; f->name; f++, number++) {
        char *slot = (char *)record + f->offset;

        if (f->kind == MB_FIELD_TEXT)
            *(char **)slot = g_strdup_printf("%s “é” \"quoted\"\n%d", f->name, number);
        else if (f->kind == MB_FIELD_INT)
            *(int *)slot = number;
        else if (f->kind == MB_FIELD_BOOL)
            *(gboolean *)slot = TRUE;
        else if (f->kind == MB_FIELD_DAY)
            *(MbDay *)slot = mb_day_from(2025, 12, 11) + number;
        else if (f->kind == MB_FIELD_TIME)
            *(MbTime *)slot = 600 + number;
        else if (f->kind == MB_FIELD_ENUM)
            *(int *)slot = 1;
    }
    return record;
}

static void check_same(MbBook *book, gconstpointer record)
{
    const MbRecord *head = record;
    g_autoptr(GError) error = NULL;
    gpointer found = mb_store_get(book, head->noun, head->id, &error);

    g_assert_no_error(error);
    g_assert_nonnull(found);
    if (!mb_record_equal(found, record))
        g_error("%s is not as it was saved", head->noun->name);
    mb_record_free(found);
}

static void test_round_trip(Desk *desk, gconstpointer data)
{
    (void)data;
    for (int n = 0; mb_nouns[n]; n++) {
        gpointer full = full_record(mb_nouns[n]);
        gpointer bare = mb_record_new(mb_nouns[n]);

        deed_begin(desk->book, "test");
        save(desk->book, full);
        save(desk->book, bare);
        deed_commit(desk->book, "saved");
        check_same(desk->book, full);
        check_same(desk->book, bare);
        mb_record_free(full);
        mb_record_free(bare);
    }
}

static void test_update_delete(Desk *desk, gconstpointer data)
{
    MbBoard *board = new_board("Harbour Trust Board", "HTB");
    g_autoptr(GError) error = NULL;

    (void)data;
    save_alone(desk->book, board);
    mb_set(&board->strapline, "Safe together");
    board->numbering = MB_NUMBERING_1_1;
    save_alone(desk->book, board);
    check_same(desk->book, board);
    {
        int before = sqlite3_total_changes(desk->book->db);

        save_alone(desk->book, board); /* as it is in the book: nothing is written */
        g_assert_cmpint(sqlite3_total_changes(desk->book->db), ==, before);
    }
    deed_begin(desk->book, "board remove");
    g_assert_true(mb_store_delete(desk->book, board, NULL));
    deed_commit(desk->book, "removed");
    g_assert_null(mb_store_get(desk->book, &MB_BOARD, board->id, &error));
    g_assert_no_error(error);
    mb_record_free(board);
}

static void test_canonical(Desk *desk, gconstpointer data)
{
    MbMeeting *meeting = mb_record_new(&MB_MEETING);
    g_autofree char *text = NULL;

    (void)desk;
    (void)data;
    g_free(meeting->id);
    meeting->id = g_strdup("abc");
    meeting->day = mb_day_from(2025, 12, 11);
    meeting->starts = 605;
    mb_set(&meeting->venue, "The \"Old\" Hall\\\n\x01é");
    text = mb_store_canonical(meeting);
    g_assert_cmpstr(text, ==,
                    "{\"id\":\"abc\",\"day\":\"2025-12-11\",\"starts\":\"10:05\",\"venue\":\"The \\\"Old\\\" "
                    "Hall\\\\\\u000a\\u0001é\",\"kind\":\"ordinary\",\"state\":\"planned\"}");
    {
        g_autofree char *venue = mb_canonical_member(text, "venue");
        g_autofree char *none = mb_canonical_member(text, "closed");

        g_assert_cmpstr(venue, ==, meeting->venue);
        g_assert_null(none);
    }
    mb_record_free(meeting);
}

/* A value that no version of the program wrote is refused, not smoothed over. */
static void test_altered_value(Desk *desk, gconstpointer data)
{
    MbMeeting *meeting = mb_record_new(&MB_MEETING);
    g_autoptr(GError) error = NULL;
    g_autofree char *said = NULL;

    (void)data;
    save_alone(desk->book, meeting);
    behind(desk->path, "UPDATE \"meeting\" SET \"day\" = '2025-02-30'");
    g_assert_null(mb_store_load(desk->book, &MB_MEETING, &error, "", NULL));
    said = sentence(desk, error);
    g_assert_cmpstr(said, ==,
                    "The book …/harbour.book was altered outside Minutebook: the day of a record of kind “meeting” "
                    "reads “2025-02-30”. Nothing was changed; open your latest backup copy.");
    mb_record_free(meeting);
}

static void test_load_order(Desk *desk, gconstpointer data)
{
    MbBoard *board = new_board("Harbour Trust Board", "HTB");
    g_autoptr(GPtrArray) found = NULL;

    (void)data;
    deed_begin(desk->book, "test");
    save(desk->book, board);
    for (int i = 0; i < 3; i++) {
        MbMeeting *meeting = new_meeting(board, mb_day_from(2025, 12 - i, 1));

        save(desk->book, meeting);
        mb_record_free(meeting);
    }
    deed_commit(desk->book, "saved");
    found = mb_store_load(desk->book, &MB_MEETING, NULL, "WHERE \"board\" = :board AND \"day\" > :day ORDER BY \"day\"",
                          ":board", board->id, ":day", "2025-10-15", ":unused", "x", NULL);
    g_assert_cmpint(found->len, ==, 2);
    g_assert_cmpint(((MbMeeting *)found->pdata[0])->day, ==, mb_day_from(2025, 11, 1));
    mb_record_free(board);
}

static gpointer child(const MbNoun *noun, const char *field, const char *id)
{
    gpointer record = mb_record_new(noun);

    g_assert_true(mb_field_set_text(mb_noun_field(noun, field), record, id));
    return record;
}

static void save_child(MbBook *book, const MbNoun *noun, const char *field, const char *id)
{
    gpointer record = child(noun, field, id);

    save(book, record);
    mb_record_free(record);
}

typedef struct {
    MbBoard *board;
    MbMeeting *meeting;
    MbItem *item;
    MbMinute *minute;
    MbDecision *decision;
    MbAction *action;
    MbPerson *person;
    MbPost *post;
} Evening;

static void evening_clear(Evening *evening)
{
    mb_record_free(evening->board);
    mb_record_free(evening->meeting);
    mb_record_free(evening->item);
    mb_record_free(evening->minute);
    mb_record_free(evening->decision);
    mb_record_free(evening->action);
    mb_record_free(evening->person);
    mb_record_free(evening->post);
}

static void save_people(MbBook *book, Evening *evening)
{
    MbTenure *tenure = child(&MB_TENURE, "post", evening->post->id);
    MbOwner *owner = child(&MB_OWNER, "action", evening->action->id);

    mb_set(&tenure->person, evening->person->id);
    mb_set(&owner->post, evening->post->id);
    save(book, tenure);
    save(book, owner);
    mb_record_free(tenure);
    mb_record_free(owner);
}

/* A meeting with one of everything; its action is owned by a post that a person holds. */
static void hold_meeting(MbBook *book, Evening *evening, MbDay day)
{
    static const MbNoun *const of_meeting[] = {&MB_OBJECTIVE,   &MB_EVENT,      &MB_ATTENDANCE, &MB_PAPER,
                                               &MB_DECLARATION, &MB_MOTION,     &MB_ELECTION,   &MB_PUBLICATION,
                                               &MB_SENDING,     &MB_CORRECTION, &MB_ENTRY};

    evening->board = new_board("Harbour Trust Board", "HTB");
    evening->meeting = new_meeting(evening->board, day);
    evening->item = new_item(evening->meeting, "4", "Hate crime");
    evening->minute = new_minute(evening->meeting, evening->item, "The Director presented the report.");
    evening->decision = new_decision(evening->meeting, evening->item, "To note the report");
    evening->action = new_action(evening->meeting, "84", "Circulate the slides");
    evening->person = mb_record_new(&MB_PERSON);
    mb_set(&evening->person->name, "First Last");
    evening->post = mb_record_new(&MB_POST);
    deed_begin(book, "load");
    save(book, evening->board);
    save(book, evening->meeting);
    save(book, evening->item);
    save(book, evening->minute);
    save(book, evening->decision);
    save(book, evening->action);
    save(book, evening->person);
    save(book, evening->post);
    for (gsize i = 0; i < G_N_ELEMENTS(of_meeting); i++)
        save_child(book, of_meeting[i], "meeting", evening->meeting->id);
    save_child(book, &MB_PRESENTER, "item", evening->item->id);
    save_child(book, &MB_RECOMMENDATION, "item", evening->item->id);
    save_child(book, &MB_RESTRICTION, "minute", evening->minute->id);
    save_child(book, &MB_RESTRICTION, "action", evening->action->id);
    save_child(book, &MB_CELL, "minute", evening->minute->id);
    save_child(book, &MB_VOTE, "decision", evening->decision->id);
    save_child(book, &MB_UPDATE, "action", evening->action->id);
    save_people(book, evening);
    deed_commit(book, "loaded");
}

static guint length(const MbDossier *dossier, const MbNoun *noun)
{
    return mb_dossier_all(dossier, noun)->len;
}

static void test_meeting_dossier(Desk *desk, gconstpointer data)
{
    static const MbNoun *const one_each[] = {
        &MB_MEETING,  &MB_OBJECTIVE,   &MB_EVENT,   &MB_ATTENDANCE,  &MB_ITEM,     &MB_PRESENTER, &MB_RECOMMENDATION,
        &MB_PAPER,    &MB_MINUTE,      &MB_CELL,    &MB_DECLARATION, &MB_DECISION, &MB_VOTE,      &MB_MOTION,
        &MB_ELECTION, &MB_PUBLICATION, &MB_SENDING, &MB_CORRECTION,  &MB_ENTRY,    &MB_ACTION,    &MB_OWNER,
        &MB_UPDATE,   &MB_POST,        &MB_TENURE,  &MB_PERSON,
    };
    g_autoptr(MbDossier) dossier = mb_dossier_new();
    Evening evening;
    Evening other;
    MbMeeting *held;

    (void)data;
    hold_meeting(desk->book, &evening, mb_day_from(2025, 12, 11));
    hold_meeting(desk->book, &other, mb_day_from(2025, 12, 12));
    held = mb_record_copy(evening.meeting);
    mb_set(&held->venue, "changed here, not saved");
    mb_dossier_add(dossier, held);
    g_assert_true(mb_store_dossier_meeting(desk->book, dossier, evening.meeting->id, NULL));
    for (gsize i = 0; i < G_N_ELEMENTS(one_each); i++)
        if (length(dossier, one_each[i]) != 1)
            g_error("%u of %s", length(dossier, one_each[i]), one_each[i]->name);
    g_assert_cmpint(length(dossier, &MB_RESTRICTION), ==, 2);
    g_assert_cmpint(length(dossier, &MB_BOARD), ==, 0);
    g_assert_true(mb_dossier_find(dossier, &MB_MEETING, held->id) == held); /* what was there stays */
    g_assert_cmpstr(held->venue, ==, "changed here, not saved");
    g_assert_cmpstr(((MbPerson *)mb_dossier_all(dossier, &MB_PERSON)->pdata[0])->name, ==, "First Last");
    evening_clear(&evening);
    evening_clear(&other);
}

static void test_other_dossiers(Desk *desk, gconstpointer data)
{
    g_autoptr(MbDossier) board = mb_dossier_new();
    g_autoptr(MbDossier) open = mb_dossier_new();
    g_autoptr(MbDossier) all = mb_dossier_new();
    Evening evening;
    Evening other;

    (void)data;
    hold_meeting(desk->book, &evening, mb_day_from(2025, 12, 11));
    hold_meeting(desk->book, &other, mb_day_from(2025, 12, 12));
    evening.action->status = MB_ACTION_CLOSED;
    deed_begin(desk->book, "test");
    save(desk->book, evening.action);
    save_child(desk->book, &MB_SEAT, "board", evening.board->id);
    save_child(desk->book, &MB_GROUP, "board", evening.board->id);
    deed_commit(desk->book, "saved");
    g_assert_true(mb_store_dossier_board(desk->book, board, evening.board->id, NULL));
    g_assert_cmpint(length(board, &MB_BOARD), ==, 1);
    g_assert_cmpint(length(board, &MB_SEAT), ==, 1);
    g_assert_cmpint(length(board, &MB_GROUP), ==, 1);
    g_assert_true(
        mb_store_dossier_meetings(desk->book, board, evening.board->id, mb_day_from(2025, 12, 12), MB_NO_DAY, NULL));
    g_assert_cmpint(length(board, &MB_MEETING), ==, 0);
    g_assert_true(
        mb_store_dossier_meetings(desk->book, board, evening.board->id, MB_NO_DAY, mb_day_from(2025, 12, 11), NULL));
    g_assert_cmpint(length(board, &MB_MEETING), ==, 1);
    g_assert_true(mb_store_dossier_open_actions(desk->book, open, NULL, NULL));
    g_assert_cmpint(length(open, &MB_ACTION), ==, 1);
    g_assert_cmpint(length(open, &MB_OWNER), ==, 1);
    g_assert_cmpint(length(open, &MB_RESTRICTION), ==, 1);
    g_assert_cmpint(length(open, &MB_TENURE), ==, 1);
    g_assert_true(mb_store_dossier_all(desk->book, all, NULL));
    g_assert_cmpint(length(all, &MB_MEETING), ==, 2);
    g_assert_cmpint(length(all, &MB_ENTRY), ==, 2);
    evening_clear(&evening);
    evening_clear(&other);
}

/* What came with one meeting only to tell what is withheld is there in full once its own meeting comes. */
static void test_dossier_after_another(Desk *desk, gconstpointer data)
{
    g_autoptr(MbDossier) dossier = mb_dossier_new();
    MbBoard *board = new_board("Harbour Trust Board", "HTB");
    MbMeeting *earlier = new_meeting(board, mb_day_from(2025, 9, 11));
    MbMeeting *later = new_meeting(board, mb_day_from(2025, 12, 11));
    MbEntry *entry = child(&MB_ENTRY, "meeting", earlier->id);
    MbItem *item = new_item(earlier, "4", "Hate crime");
    MbItem *carried = new_item(later, "2", "Hate crime");
    gpointer records[] = {board, earlier, later, entry, item, carried};

    (void)data;
    mb_set(&item->entry, entry->id);
    mb_set(&carried->carried_from, item->id);
    deed_begin(desk->book, "load");
    for (gsize i = 0; i < G_N_ELEMENTS(records); i++)
        save(desk->book, records[i]);
    save_child(desk->book, &MB_ENTRY_LEAD, "entry", entry->id);
    save_child(desk->book, &MB_MOVE, "entry", entry->id);
    save_child(desk->book, &MB_RESTRICTION, "item", item->id);
    deed_commit(desk->book, "loaded");
    g_assert_true(mb_store_dossier_meeting(desk->book, dossier, later->id, NULL));
    g_assert_cmpint(length(dossier, &MB_ITEM), ==, 2);
    g_assert_cmpint(length(dossier, &MB_ENTRY), ==, 1);
    g_assert_cmpint(length(dossier, &MB_RESTRICTION), ==, 1);
    g_assert_cmpint(length(dossier, &MB_ENTRY_LEAD), ==, 0);
    g_assert_true(mb_store_dossier_meeting(desk->book, dossier, earlier->id, NULL));
    g_assert_cmpint(length(dossier, &MB_ENTRY_LEAD), ==, 1);
    g_assert_cmpint(length(dossier, &MB_MOVE), ==, 1);
    g_assert_cmpint(length(dossier, &MB_RESTRICTION), ==, 1);
    g_assert_cmpint(length(dossier, &MB_ITEM), ==, 2);
    for (gsize i = 0; i < G_N_ELEMENTS(records); i++)
        mb_record_free(records[i]);
}

/* Undated meetings and what is planned for them belong to all, not to a stretch of days. */
static void test_undated(Desk *desk, gconstpointer data)
{
    MbBoard *board = new_board("Harbour Trust Board", "HTB");
    MbMeeting *undated = new_meeting(board, MB_NO_DAY);
    MbMeeting *dated = new_meeting(board, mb_day_from(2025, 12, 11));
    MbEntry *planned = child(&MB_ENTRY, "meeting", undated->id);
    MbEntry *loose = child(&MB_ENTRY, "board", board->id);
    gpointer records[] = {board, undated, dated, planned, loose};

    (void)data;
    mb_set(&planned->board, board->id);
    deed_begin(desk->book, "load");
    for (gsize i = 0; i < G_N_ELEMENTS(records); i++)
        save(desk->book, records[i]);
    deed_commit(desk->book, "loaded");
    for (int bounded = 0; bounded < 2; bounded++) {
        g_autoptr(MbDossier) plan = mb_dossier_new();
        g_autoptr(MbDossier) meetings = mb_dossier_new();
        MbDay from = bounded ? mb_day_from(2025, 1, 1) : MB_NO_DAY;

        g_assert_true(mb_store_dossier_plan(desk->book, plan, board->id, from, MB_NO_DAY, NULL));
        g_assert_cmpint(length(plan, &MB_ENTRY), ==, bounded ? 1 : 2);
        g_assert_true(mb_store_dossier_meetings(desk->book, meetings, board->id, from, MB_NO_DAY, NULL));
        g_assert_cmpint(length(meetings, &MB_MEETING), ==, bounded ? 1 : 2);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(records); i++)
        mb_record_free(records[i]);
}

static MbPlan *new_plan(const MbBoard *board, int year)
{
    MbPlan *plan = child(&MB_PLAN, "board", board->id);

    plan->since = mb_day_from(year, 4, 1);
    plan->until = mb_day_from(year + 1, 3, 31);
    return plan;
}

static void test_plan_dossier(Desk *desk, gconstpointer data)
{
    g_autoptr(MbDossier) dossier = mb_dossier_new();
    MbBoard *board = new_board("Harbour Trust Board", "HTB");
    MbPlan *old = new_plan(board, 2024);
    MbPlan *now = new_plan(board, 2025);
    MbLine *line = child(&MB_LINE, "plan", now->id);
    MbLine *old_line = child(&MB_LINE, "plan", old->id);
    MbEntry *unplaced = child(&MB_ENTRY, "board", board->id);
    MbEntry *planned = child(&MB_ENTRY, "board", board->id);
    gpointer records[] = {board, old, now, line, old_line, unplaced, planned};

    (void)data;
    mb_set(&planned->plan, now->id);
    deed_begin(desk->book, "load");
    for (gsize i = 0; i < G_N_ELEMENTS(records); i++)
        save(desk->book, records[i]);
    save_child(desk->book, &MB_LINE_LEAD, "line", line->id);
    save_child(desk->book, &MB_LINE_WHEN, "line", line->id);
    save_child(desk->book, &MB_MOVE, "entry", planned->id);
    deed_commit(desk->book, "loaded");
    g_assert_true(
        mb_store_dossier_plan(desk->book, dossier, board->id, mb_day_from(2025, 6, 1), mb_day_from(2025, 7, 1), NULL));
    g_assert_cmpint(length(dossier, &MB_PLAN), ==, 1);
    g_assert_cmpint(length(dossier, &MB_LINE), ==, 1);
    g_assert_cmpint(length(dossier, &MB_LINE_LEAD), ==, 1);
    g_assert_cmpint(length(dossier, &MB_LINE_WHEN), ==, 1);
    g_assert_cmpint(length(dossier, &MB_ENTRY), ==, 2);
    g_assert_cmpint(length(dossier, &MB_MOVE), ==, 1);
    for (gsize i = 0; i < G_N_ELEMENTS(records); i++)
        mb_record_free(records[i]);
}

/* The questions that name a board, an owner, a meeting or a stretch of days. */
static void ask_of_board(MbBook *book, const Evening *evening)
{
    const char *board = evening->board->id;
    MbDay today = mb_day_from(2026, 1, 15);
    const MbActionFilter filters[] = {
        {.board = board, .today = today, .overdue = TRUE},
        {.board = board, .today = today, .open = TRUE},
        {.board = board, .today = today, .ref = "84"},
        {.board = board, .today = today},
        {.today = today, .overdue = TRUE},
        {.today = today, .open = TRUE},
        {.today = today, .meeting = evening->meeting->id},
        {.today = today, .owner = evening->person->id},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(filters); i++) {
        g_autoptr(GPtrArray) actions = mb_store_actions(book, &filters[i], NULL);

        g_assert_nonnull(actions);
    }
    for (int i = 0; i < 2; i++) {
        g_autoptr(GPtrArray) meetings =
            mb_store_meetings(book, i ? board : NULL, mb_day_from(2025, 12, 1), MB_NO_DAY, NULL);
        g_autoptr(GPtrArray) all = mb_store_meetings(book, board, MB_NO_DAY, MB_NO_DAY, NULL);
        g_autoptr(GPtrArray) decisions = mb_store_decisions(book, board, NULL);

        g_assert_cmpint(meetings->len, ==, 1);
        g_assert_cmpint(all->len, ==, 1);
        g_assert_cmpint(decisions->len, ==, 1);
    }
}

/* No statement behind a board's, a meeting's or a plan's dossier reads a whole table: its cost does not grow with the
 * book. */
static void test_plans_of_statements(Desk *desk, gconstpointer data)
{
    g_autoptr(MbDossier) dossier = mb_dossier_new();
    Evening evening;
    int looked = 0;

    (void)data;
    hold_meeting(desk->book, &evening, mb_day_from(2025, 12, 11));
    desk_open(desk, MB_BOOK_READ);
    g_assert_true(mb_store_dossier_board(desk->book, dossier, evening.board->id, NULL));
    g_assert_true(mb_store_dossier_meeting(desk->book, dossier, evening.meeting->id, NULL));
    g_assert_true(mb_store_dossier_plan(desk->book, dossier, evening.board->id, mb_day_from(2025, 4, 1),
                                        mb_day_from(2026, 3, 31), NULL));
    g_assert_true(mb_store_dossier_open_actions(desk->book, dossier, NULL, NULL));
    ask_of_board(desk->book, &evening);
    for (sqlite3_stmt *kept = sqlite3_next_stmt(desk->book->db, NULL); kept;
         kept = sqlite3_next_stmt(desk->book->db, kept)) {
        g_autofree char *sql = g_strconcat("EXPLAIN QUERY PLAN ", sqlite3_sql(kept), NULL);
        sqlite3_stmt *explain;

        if (!g_str_has_prefix(sqlite3_sql(kept), "SELECT") || sqlite3_stmt_isexplain(kept))
            continue;
        looked++;
        g_assert_cmpint(sqlite3_prepare_v2(desk->book->db, sql, -1, &explain, NULL), ==, SQLITE_OK);
        while (sqlite3_step(explain) == SQLITE_ROW)
            if (g_str_has_prefix((const char *)sqlite3_column_text(explain, 3), "SCAN") &&
                !strstr((const char *)sqlite3_column_text(explain, 3), "json_each")) /* the ids that were asked for */
                g_error("%s: %s", sqlite3_column_text(explain, 3), sqlite3_sql(kept));
        sqlite3_finalize(explain);
    }
    g_assert_cmpint(looked, >, 40);
    evening_clear(&evening);
}

/* A book that lacks a column, however far down it is asked for, is refused once and with the first cause. */
static void test_lacks_column(Desk *desk, gconstpointer data)
{
    static const char *const statements[] = {"ALTER TABLE \"organisation\" RENAME COLUMN \"short_name\" TO \"other\"",
                                             "ALTER TABLE \"person\" RENAME COLUMN \"note\" TO \"other\"",
                                             "ALTER TABLE \"setting\" RENAME COLUMN \"value\" TO \"other\""};
    g_autoptr(MbDossier) dossier = mb_dossier_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(GError) unset = NULL;
    Evening evening;
    MbSeat *seat;

    (void)data;
    hold_meeting(desk->book, &evening, mb_day_from(2025, 12, 11));
    deed_begin(desk->book, "test");
    seat = mb_record_new(&MB_SEAT);
    mb_set(&seat->board, evening.board->id);
    mb_set(&seat->person, evening.person->id);
    save(desk->book, seat);
    deed_commit(desk->book, "saved");
    for (gsize i = 0; i < G_N_ELEMENTS(statements); i++)
        g_assert_cmpint(sqlite3_exec(desk->book->db, statements[i], NULL, NULL, NULL), ==, SQLITE_OK);
    g_assert_false(mb_store_dossier_board(desk->book, dossier, evening.board->id, &error));
    g_assert_nonnull(strstr(error->message, "no such column: note"));
    deed_begin(desk->book, "test");
    g_assert_false(mb_store_set_setting(desk->book, "user", "First Last", &unset));
    g_assert_nonnull(strstr(unset->message, "no such column: value"));
    mb_book_rollback(desk->book);
    mb_record_free(seat);
    evening_clear(&evening);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, function) g_test_add("/record/" name, Desk, NULL, desk_set_up, function, desk_tear_down)
    ADD("columns", test_columns);
    ADD("references", test_references);
    ADD("round-trip", test_round_trip);
    ADD("update-delete", test_update_delete);
    ADD("canonical", test_canonical);
    ADD("altered-value", test_altered_value);
    ADD("load-order", test_load_order);
    ADD("meeting-dossier", test_meeting_dossier);
    ADD("other-dossiers", test_other_dossiers);
    ADD("dossier-after-another", test_dossier_after_another);
    ADD("undated", test_undated);
    ADD("lacks-column", test_lacks_column);
    ADD("plan-dossier", test_plan_dossier);
    ADD("plans-of-statements", test_plans_of_statements);
    return g_test_run();
}
