/* SPDX-License-Identifier: MIT */
/* The history: what it tells, and that nothing can be altered behind the program's back unseen. */
#include "store_help.h"

typedef struct {
    MbBoard *board;
    MbMeeting *meeting;
    MbItem *item;
    MbMinute *minute;
    MbDecision *decision;
} Evening;

static void evening_save(MbBook *book, Evening *evening)
{
    evening->board = new_board("Community Safety Partnership", "CSP");
    evening->meeting = new_meeting(evening->board, mb_day_from(2025, 12, 11));
    evening->item = new_item(evening->meeting, "4", "Hate crime");
    evening->minute = new_minute(evening->meeting, evening->item, "The Director presented the report.");
    evening->decision = new_decision(evening->meeting, evening->item, "To note the report");
    deed_begin(book, "load");
    save(book, evening->board);
    save(book, evening->meeting);
    save(book, evening->item);
    save(book, evening->minute);
    save(book, evening->decision);
    deed_commit(book, "loaded 11 December 2025");
}

static void evening_clear(Evening *evening)
{
    mb_record_free(evening->board);
    mb_record_free(evening->meeting);
    mb_record_free(evening->item);
    mb_record_free(evening->minute);
    mb_record_free(evening->decision);
}

/* Three deeds: the meeting loaded, a paragraph changed, a decision changed. */
static void write_history(MbBook *book)
{
    Evening evening;

    evening_save(book, &evening);
    mb_set(&evening.minute->text, "The Director presented the annual report.");
    deed_begin(book, "minute edit");
    save(book, evening.minute);
    deed_commit(book, "changed item 4");
    mb_set(&evening.decision->condition, "subject to funds");
    deed_begin(book, "decision edit");
    save(book, evening.decision);
    deed_commit(book, "changed a decision");
    evening_clear(&evening);
}

/* The faults found, one a line. */
static char *faults_of(MbBook *book)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) error = NULL;

    g_assert_true(mb_history_verify(book, faults, &error));
    g_assert_no_error(error);
    g_ptr_array_add(faults, NULL);
    return g_strjoinv("\n", (char **)faults->pdata);
}

static void test_told(Desk *desk, gconstpointer data)
{
    g_autoptr(GPtrArray) deeds = NULL;
    g_autoptr(GPtrArray) changes = NULL;
    g_autofree char *head = mb_history_head(desk->book, NULL);
    MbDeed *newest;
    MbChange *change;

    (void)data;
    g_assert_cmpstr(head, ==, "");
    g_setenv("MINUTEBOOK_NOW", "2026-01-15T09:30:00Z", TRUE);
    write_history(desk->book);
    g_unsetenv("MINUTEBOOK_NOW");
    deeds = mb_history_deeds(desk->book, TRUE, 2, NULL);
    g_assert_cmpint(deeds->len, ==, 2);
    newest = deeds->pdata[0];
    g_assert_cmpint(newest->seq, ==, 3);
    g_assert_cmpstr(newest->at, ==, "2026-01-15T09:30:00Z");
    g_assert_cmpstr(newest->who, ==, "Third Name");
    g_assert_cmpstr(newest->deed, ==, "decision edit");
    g_assert_cmpstr(newest->summary, ==, "changed a decision");
    g_assert_cmpint(newest->changes, ==, 1);
    g_free(head);
    head = mb_history_head(desk->book, NULL);
    g_assert_cmpstr(head, ==, newest->chain);
    g_assert_cmpint(strlen(head), ==, 64);
    changes = mb_history_changes(desk->book, 2, NULL);
    g_assert_cmpint(changes->len, ==, 1);
    change = changes->pdata[0];
    g_assert_cmpstr(change->noun, ==, "minute");
    g_assert_cmpstr(change->kind, ==, "update");
    g_assert_nonnull(strstr(change->before, "\"text\":\"The Director presented the report.\""));
    g_assert_nonnull(change->meeting);
}

static void test_all_changes(Desk *desk, gconstpointer data)
{
    g_autoptr(GPtrArray) changes = NULL;
    g_autoptr(GPtrArray) deeds = NULL;

    (void)data;
    write_history(desk->book);
    changes = mb_history_changes(desk->book, 0, NULL);
    g_assert_cmpint(changes->len, ==, 7);
    g_assert_cmpstr(((MbChange *)changes->pdata[0])->noun, ==, "board");
    g_assert_cmpstr(((MbChange *)changes->pdata[0])->kind, ==, "insert");
    g_assert_null(((MbChange *)changes->pdata[0])->before);
    deeds = mb_history_deeds(desk->book, FALSE, 0, NULL);
    g_assert_cmpint(deeds->len, ==, 3);
    g_assert_cmpint(((MbDeed *)deeds->pdata[0])->changes, ==, 5);
}

/* The chain is what docs say it is: anybody can work it out. */
static void test_chain(Desk *desk, gconstpointer data)
{
    MbBoard *board = new_board("B", NULL);
    g_autoptr(GPtrArray) changes = NULL;
    g_autofree char *canonical = mb_store_canonical(board);
    g_autofree char *head = NULL;
    g_autofree char *text = NULL;
    g_autofree char *expected = NULL;
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    MbChange *change;

    (void)data;
    g_setenv("MINUTEBOOK_NOW", "2026-01-15T09:30:00Z", TRUE);
    save_alone(desk->book, board);
    g_unsetenv("MINUTEBOOK_NOW");
    changes = mb_history_changes(desk->book, 1, NULL);
    change = changes->pdata[0];
    g_checksum_update(sum, (const guchar *)change->salt, 33);
    g_checksum_update(sum, (const guchar *)canonical, -1);
    g_assert_cmpint(strlen(change->salt), ==, 32);
    g_assert_cmpstr(change->digest, ==, g_checksum_get_string(sum));
    text = g_strdup_printf(
        "0:,1:1,20:2026-01-15T09:30:00Z,10:Third Name,4:test,5:saved,1:1,5:board,%zu:%s,6:insert,64:%s,-,",
        strlen(board->id), board->id, change->digest);
    expected = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
    head = mb_history_head(desk->book, NULL);
    g_assert_cmpstr(head, ==, expected);
    mb_record_free(board);
}

/* What comes and goes, or is changed back, within one deed is one change or none. */
static void test_joined(Desk *desk, gconstpointer data)
{
    MbBoard *board = new_board("Harbour Trust Board", "HTB");
    MbBoard *passing = new_board("Passing", NULL);
    g_autoptr(GPtrArray) changes = NULL;
    g_autofree char *faults = NULL;

    (void)data;
    deed_begin(desk->book, "board add");
    for (int i = 1; i < 5; i++) {
        board->next_ref = i;
        save(desk->book, board);
    }
    save(desk->book, passing);
    g_assert_true(mb_store_delete(desk->book, passing, NULL));
    deed_commit(desk->book, "added");
    deed_begin(desk->book, "board edit");
    mb_set(&board->strapline, "Safe together");
    save(desk->book, board);
    mb_set(&board->strapline, NULL);
    save(desk->book, board);
    deed_commit(desk->book, "nothing in the end");
    changes = mb_history_changes(desk->book, 0, NULL);
    g_assert_cmpint(changes->len, ==, 1);
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"history\""), ==, 1);
    faults = faults_of(desk->book);
    g_assert_cmpstr(faults, ==, "");
    mb_record_free(board);
    mb_record_free(passing);
}

static void test_deleted_and_back(Desk *desk, gconstpointer data)
{
    MbBoard *board = new_board("Harbour Trust Board", "HTB");
    g_autoptr(GPtrArray) changes = NULL;
    g_autofree char *faults = NULL;
    g_autofree char *digest = NULL;

    (void)data;
    save_alone(desk->book, board);
    deed_begin(desk->book, "board remove");
    g_assert_true(mb_store_delete(desk->book, board, NULL));
    deed_commit(desk->book, "removed");
    save_alone(desk->book, board);
    changes = mb_history_changes(desk->book, 0, NULL);
    g_assert_cmpint(changes->len, ==, 3);
    g_assert_cmpstr(((MbChange *)changes->pdata[1])->kind, ==, "delete");
    digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (guchar *)((MbChange *)changes->pdata[1])->salt, 33);
    g_assert_cmpstr(((MbChange *)changes->pdata[1])->digest, ==, digest);
    g_assert_cmpstr(((MbChange *)changes->pdata[2])->kind, ==, "insert");
    faults = faults_of(desk->book);
    g_assert_cmpstr(faults, ==, "");
    mb_record_free(board);
}

typedef struct {
    const char *name;
    const char *sql;
    const char *expected;
} Tampering;

#define HERE    "CSP, 11 December 2025: "
#define OUTSIDE " outside Minutebook."
#define DEED_2  "The history, deed 2 (minute edit, 2026-01-15T09:30:00Z): "
#define DEED_3  "The history, deed 3 (decision edit, 2026-01-15T09:30:00Z): "
#define BROKEN  "it was changed outside Minutebook, or is not in its place."

static const Tampering tamperings[] = {
    {"nothing", "SELECT 1", ""},
    {"decision", "UPDATE \"decision\" SET \"text\" = 'To note the reporT'", HERE "a decision was changed" OUTSIDE},
    {"minute", "UPDATE \"minute\" SET \"text\" = \"text\" || ' '",
     HERE "a paragraph of the minutes was changed" OUTSIDE},
    {"not even a value", "UPDATE \"meeting\" SET \"state\" = 'odd'", HERE "a meeting was changed" OUTSIDE},
    {"absent to empty", "UPDATE \"meeting\" SET \"venue\" = ''", HERE "a meeting was changed" OUTSIDE},
    {"flag", "UPDATE \"item\" SET \"dropped\" = 1", HERE "an agenda item was changed" OUTSIDE},
    {"board", "UPDATE \"board\" SET \"saturdays\" = 2", "CSP: a board was changed" OUTSIDE},
    {"added",
     "INSERT INTO \"decision\" (\"id\", \"meeting\", \"text\", \"outcome\", \"condition_met\", \"casting_vote\") "
     "SELECT 'new', \"id\", 'To pay', 'agreed', 0, 0 FROM \"meeting\"",
     HERE "a decision was added" OUTSIDE},
    {"deleted", "DELETE FROM \"decision\"", HERE "a decision was taken away" OUTSIDE},
    {"meeting deleted", "DELETE FROM \"meeting\"", HERE "a meeting was taken away" OUTSIDE},
    {"who", "UPDATE \"history\" SET \"who\" = 'Somebody Else' WHERE \"seq\" = 2", DEED_2 BROKEN},
    {"backdated", "UPDATE \"history\" SET \"at\" = '2026-01-15T09:30:00Z ' WHERE \"seq\" = 2",
     "The history, deed 2 (minute edit, 2026-01-15T09:30:00Z ): " BROKEN},
    {"chain", "UPDATE \"history\" SET \"chain\" = 'x' WHERE \"seq\" = 2", DEED_2 BROKEN "\n" DEED_3 BROKEN},
    {"deed gone", "DELETE FROM \"change\" WHERE \"seq\" = 2; DELETE FROM \"history\" WHERE \"seq\" = 2",
     "The history: deed 2 was taken away outside Minutebook.\n" DEED_3 BROKEN "\n" HERE
     "a paragraph of the minutes was changed" OUTSIDE},
    {"reordered",
     "UPDATE \"history\" SET \"seq\" = \"seq\" + 10 WHERE \"seq\" > 1; UPDATE \"history\" SET \"seq\" = 15 - \"seq\" "
     "WHERE \"seq\" > 1;"
     "UPDATE \"change\" SET \"seq\" = \"seq\" + 10 WHERE \"seq\" > 1; UPDATE \"change\" SET \"seq\" = 15 - \"seq\" "
     "WHERE \"seq\" > 1",
     "The history, deed 2 (decision edit, 2026-01-15T09:30:00Z): " BROKEN
     "\nThe history, deed 3 (minute edit, 2026-01-15T09:30:00Z): " BROKEN},
    {"change digest", "UPDATE \"change\" SET \"digest\" = 'x' WHERE \"seq\" = 2",
     DEED_2 BROKEN "\n" HERE "a paragraph of the minutes was changed" OUTSIDE},
    {"change kind", "UPDATE \"change\" SET \"kind\" = 'insert' WHERE \"seq\" = 2", DEED_2 BROKEN},
    {"change before",
     "UPDATE \"change\" SET \"before\" = replace(\"before\", 'presented', 'withheld') WHERE \"seq\" = 2",
     DEED_2 "what it keeps of earlier texts was changed outside Minutebook."},
    {"change salt", "UPDATE \"change\" SET \"salt\" = '00' WHERE \"seq\" = 1 AND \"noun\" = 'minute'",
     DEED_2 "what it keeps of earlier texts was changed outside Minutebook."},
    {"change gone", "DELETE FROM \"change\" WHERE \"seq\" = 3",
     DEED_3 BROKEN "\n" HERE "a decision was changed" OUTSIDE},
    {"stray change",
     "INSERT INTO \"change\" SELECT 9, \"position\", \"noun\", \"record\", \"kind\", \"salt\", \"digest\", \"before\", "
     "\"meeting\" FROM \"change\" WHERE \"seq\" = 3",
     "The history: changes that belong to no deed were added, or their deed was taken away, outside Minutebook."},
    {"change meeting", "UPDATE \"change\" SET \"meeting\" = 'x' WHERE \"seq\" = 2", DEED_2 BROKEN},
    {"change meeting gone", "UPDATE \"change\" SET \"meeting\" = NULL WHERE \"seq\" = 3", DEED_3 BROKEN},
    {"a salt taken away to free a text",
     "UPDATE \"change\" SET \"salt\" = '' WHERE \"seq\" = 1 AND \"noun\" = 'minute'; UPDATE \"change\" SET \"before\" "
     "= "
     "replace(\"before\", 'presented', 'withheld') WHERE \"seq\" = 2",
     DEED_2 "what it keeps of earlier texts was changed outside Minutebook."},
    {"disposed of", "UPDATE \"change\" SET \"before\" = NULL", ""},
    {"disposed of with its salt",
     "UPDATE \"change\" SET \"salt\" = '' WHERE \"seq\" = 1 AND \"noun\" = 'minute'; UPDATE \"change\" SET \"before\" "
     "= "
     "NULL WHERE \"seq\" = 2",
     ""},
};

/* A deletion leaves nothing but its salt and digest: both are proved. */
static void test_deletion_altered(Desk *desk, gconstpointer data)
{
    static const Tampering of_deletion[] = {
        {"salt", "UPDATE \"change\" SET \"salt\" = '00' WHERE \"kind\" = 'delete'",
         "The history, deed 2 (board remove, 2026-01-15T09:30:00Z): what it keeps of earlier texts was "
         "changed" OUTSIDE},
        {"gone", "UPDATE \"change\" SET \"salt\" = '' WHERE \"kind\" = 'delete'", ""},
        {"digest", "UPDATE \"change\" SET \"digest\" = '' WHERE \"kind\" = 'delete'",
         "The history, deed 2 (board remove, 2026-01-15T09:30:00Z): " BROKEN},
    };
    MbBoard *board = new_board("Harbour Trust Board", "HTB");

    (void)data;
    g_setenv("MINUTEBOOK_NOW", "2026-01-15T09:30:00Z", TRUE);
    save_alone(desk->book, board);
    deed_begin(desk->book, "board remove");
    g_assert_true(mb_store_delete(desk->book, board, NULL));
    deed_commit(desk->book, "removed");
    g_unsetenv("MINUTEBOOK_NOW");
    for (gsize i = 0; i < G_N_ELEMENTS(of_deletion); i++) {
        g_autofree char *faults = NULL;

        behind(desk->path, of_deletion[i].sql);
        faults = faults_of(desk->book);
        g_assert_cmpstr(faults, ==, of_deletion[i].expected);
    }
    mb_record_free(board);
}

static void test_tampering(Desk *desk, gconstpointer data)
{
    const Tampering *tampering = data;
    g_autofree char *faults = NULL;

    g_setenv("MINUTEBOOK_NOW", "2026-01-15T09:30:00Z", TRUE);
    write_history(desk->book);
    g_unsetenv("MINUTEBOOK_NOW");
    desk_close(desk);
    behind(desk->path, tampering->sql);
    desk_open(desk, MB_BOOK_READ);
    faults = faults_of(desk->book);
    g_assert_cmpstr(faults, ==, tampering->expected);
}

/* Each column of each noun in turn, altered in the one record that has it set. */
static void test_every_column(Desk *desk, gconstpointer data)
{
    (void)data;
    for (int n = 0; mb_nouns[n]; n++) {
        MbRecord *record = mb_record_new(mb_nouns[n]);

        save_alone(desk->book, record);
        for (const MbField *f = mb_nouns[n]->fields; f->name; f++) {
            gboolean number = f->kind == MB_FIELD_INT || f->kind == MB_FIELD_BOOL;
            g_autofree char *alter =
                g_strdup_printf("UPDATE \"%s\" SET \"%s\" = %s", mb_nouns[n]->name, f->name, number ? "1" : "'x'");
            g_autofree char *restore = g_strdup_printf("UPDATE \"%s\" SET \"%s\" = %s", mb_nouns[n]->name, f->name,
                                                       f->kind == MB_FIELD_BOOL ? "0" : "NULL");
            g_autofree char *text = mb_field_text(f, record);
            g_autofree char *faults = NULL;

            behind(desk->path, alter);
            faults = faults_of(desk->book);
            if (!strstr(faults, "was changed outside Minutebook."))
                g_error("%s.%s: %s", mb_nouns[n]->name, f->name, faults);
            if (f->kind == MB_FIELD_ENUM && text) {
                g_free(restore);
                restore = g_strdup_printf("UPDATE \"%s\" SET \"%s\" = '%s'", mb_nouns[n]->name, f->name, text);
            }
            behind(desk->path, restore);
        }
        mb_record_free(record);
    }
    {
        g_autofree char *faults = faults_of(desk->book);

        g_assert_cmpstr(faults, ==, "");
    }
}

/* A dump loaded into a fresh book: the records and the history as they were, no more, and it still verifies. */
static void test_restored(Desk *desk, gconstpointer data)
{
    g_autofree char *path = g_build_filename(desk->folder, "fresh.book", NULL);
    MbBook *fresh = mb_book_open(path, MB_BOOK_CREATE, NULL);
    g_autoptr(MbDossier) all = mb_dossier_new();
    g_autoptr(GPtrArray) deeds = NULL;
    g_autoptr(GPtrArray) changes = NULL;
    g_autofree char *faults = NULL;
    g_autofree char *head = NULL;
    g_autofree char *other_head = NULL;

    (void)data;
    write_history(desk->book);
    g_assert_true(mb_store_dossier_all(desk->book, all, NULL));
    deeds = mb_history_deeds(desk->book, FALSE, 0, NULL);
    changes = mb_history_changes(desk->book, 0, NULL);
    g_assert_true(mb_book_begin_restoring(fresh, NULL));
    for (int n = 0; mb_nouns[n]; n++)
        for (guint i = 0; i < mb_dossier_all(all, mb_nouns[n])->len; i++)
            save(fresh, mb_dossier_all(all, mb_nouns[n])->pdata[i]);
    for (guint i = 0; i < deeds->len; i++)
        g_assert_true(mb_history_restore_deed(fresh, deeds->pdata[i], NULL));
    for (guint i = 0; i < changes->len; i++)
        g_assert_true(mb_history_restore_change(fresh, changes->pdata[i], NULL));
    g_assert_true(mb_book_commit(fresh, NULL));
    g_assert_cmpint(count(fresh, "SELECT count(*) FROM \"history\""), ==, 3);
    faults = faults_of(fresh);
    g_assert_cmpstr(faults, ==, "");
    head = mb_history_head(desk->book, NULL);
    other_head = mb_history_head(fresh, NULL);
    g_assert_cmpstr(head, ==, other_head);
    {
        g_autoptr(GPtrArray) hits = mb_search(fresh, "annual", NULL, 10, NULL);

        g_assert_cmpint(hits->len, ==, 1);
    }
    mb_book_close(fresh);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, function) g_test_add("/history/" name, Desk, NULL, desk_set_up, function, desk_tear_down)
    ADD("told", test_told);
    ADD("all-changes", test_all_changes);
    ADD("chain", test_chain);
    ADD("joined", test_joined);
    ADD("deleted-and-back", test_deleted_and_back);
    for (gsize i = 0; i < G_N_ELEMENTS(tamperings); i++) {
        g_autofree char *name = g_strconcat("/history/tampering/", tamperings[i].name, NULL);

        g_test_add(name, Desk, &tamperings[i], desk_set_up, test_tampering, desk_tear_down);
    }
    ADD("every-column", test_every_column);
    ADD("deletion-altered", test_deletion_altered);
    ADD("restored", test_restored);
    return g_test_run();
}
