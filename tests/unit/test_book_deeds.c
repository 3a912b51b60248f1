/* SPDX-License-Identifier: MIT */
/* Deeds in a book: done whole or not at all, seen whole by whoever reads meanwhile. */
#include "book_help.h"

/* A deed is all or nothing, and one that changed nothing leaves no row. */
static void test_deeds(Desk *desk, gconstpointer data)
{
    MbBoard *board = new_board("Harbour Trust Board", "HTB");
    g_autoptr(GError) error = NULL;
    g_autofree char *said = NULL;

    (void)data;
    g_assert_false(mb_store_save(desk->book, board, &error));
    said = sentence(desk, error);
    g_assert_cmpstr(said, ==, "The book …/harbour.book was not changed: nothing may be written outside a deed.");
    deed_begin(desk->book, "board add");
    g_assert_true(mb_book_in_deed(desk->book));
    save(desk->book, board);
    mb_book_rollback(desk->book);
    g_assert_false(mb_book_in_deed(desk->book));
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"board\""), ==, 0);
    save_alone(desk->book, board);
    save_alone(desk->book, board);
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"board\""), ==, 1);
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"history\""), ==, 1);
    mb_record_free(board);
}

static void test_loose_end(Desk *desk, gconstpointer data)
{
    MbBoard *board = new_board("Harbour Trust Board", "HTB");
    MbMeeting *meeting = new_meeting(board, mb_day_from(2025, 12, 11));
    g_autoptr(GError) error = NULL;
    g_autofree char *said = NULL;

    (void)data;
    deed_begin(desk->book, "load");
    save(desk->book, meeting); /* before its board: what counts is the end of the deed */
    save(desk->book, board);
    deed_commit(desk->book, "loaded");
    deed_begin(desk->book, "board remove");
    g_assert_true(mb_store_delete(desk->book, board, NULL));
    g_assert_false(mb_book_commit(desk->book, &error));
    said = sentence(desk, error);
    g_assert_cmpstr(said, ==,
                    "The book …/harbour.book was not changed: a record of kind “meeting” refers to one of kind “board” "
                    "that is not there or was to be deleted.");
    g_assert_false(mb_book_in_deed(desk->book));
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"board\""), ==, 1);
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"history\""), ==, 1);
    mb_record_free(meeting);
    mb_record_free(board);
}

static void test_full(Desk *desk, gconstpointer data)
{
    MbBoard *board = new_board("Harbour Trust Board", "HTB");
    g_autoptr(GError) error = NULL;
    g_autofree char *long_text = g_strnfill(100000, 'x');
    g_autofree char *said = NULL;
    g_autofree char *pages =
        g_strdup_printf("PRAGMA max_page_count = %d", (int)count(desk->book, "PRAGMA page_count") + 2);

    (void)data;
    save_alone(desk->book, board);
    sqlite3_exec(desk->book->db, pages, NULL, NULL, NULL);
    deed_begin(desk->book, "board edit");
    mb_set(&board->strapline, long_text);
    g_assert_false(mb_store_save(desk->book, board, &error));
    said = sentence(desk, error);
    g_assert_cmpstr(said, ==,
                    "The book …/harbour.book could not be written: the disk is full. Nothing was changed; make room "
                    "and try again.");
    g_assert_false(mb_book_commit(desk->book, NULL));
    g_assert_false(mb_book_in_deed(desk->book));
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"board\" WHERE \"strapline\" IS NULL"), ==, 1);
    mb_set(&board->strapline, "Safe together");
    save_alone(desk->book, board);
    mb_record_free(board);
}

/* What another window writes is not seen until the view ends. */
static void test_view(Desk *desk, gconstpointer data)
{
    MbBook *other = mb_book_open(desk->path, MB_BOOK_WRITE, NULL);
    MbBoard *board = new_board("Harbour Trust Board", "HTB");

    (void)data;
    g_assert_true(mb_book_begin_reading(desk->book, NULL));
    save_alone(other, board);
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"board\""), ==, 0);
    mb_book_end_reading(desk->book);
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"board\""), ==, 1);
    mb_record_free(board);
    mb_book_close(other);
}

static void test_moved(Desk *desk, gconstpointer data)
{
    g_autofree char *elsewhere = g_build_filename(desk->folder, "elsewhere.book", NULL);
    g_autoptr(GError) error = NULL;
    g_autofree char *said = NULL;

    (void)data;
    g_assert_cmpint(g_rename(desk->path, elsewhere), ==, 0);
    g_assert_false(mb_book_begin(desk->book, "me", "add", &error));
    said = sentence(desk, error);
    g_assert_cmpstr(said, ==,
                    "The book …/harbour.book was moved, replaced or deleted while it was open. Nothing was changed; "
                    "close Minutebook and open the book where it is now.");
}

static void test_checkpoint(Desk *desk, gconstpointer data)
{
    g_autofree char *log = g_strconcat(desk->path, "-wal", NULL);
    MbBoard *board = new_board("Harbour Trust Board", "HTB");
    struct stat facts;

    (void)data;
    for (int i = 0; i < 40; i++) {
        board->next_ref = i + 2;
        save_alone(desk->book, board);
    }
    g_assert_cmpint(stat(log, &facts), ==, 0);
    g_assert_cmpint(facts.st_size, >, 100000);
    g_assert_true(mb_book_sync(desk->book, NULL));
    mb_book_checkpoint(desk->book, FALSE); /* not grown enough */
    stat(log, &facts);
    g_assert_cmpint(facts.st_size, >, 100000);
    mb_book_checkpoint(desk->book, TRUE);
    stat(log, &facts);
    g_assert_cmpint(facts.st_size, <=, 32 + 2 * 4120); /* the small commit after it */
    g_assert_cmpint(count(desk->book, "SELECT \"next_ref\" FROM \"board\""), ==, 41);
    g_assert_true(mb_book_integrity(desk->book, NULL));
    mb_record_free(board);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, function) g_test_add("/book-deeds/" name, Desk, NULL, desk_set_up, function, desk_tear_down)
    ADD("deeds", test_deeds);
    ADD("loose-end", test_loose_end);
    ADD("full", test_full);
    ADD("view", test_view);
    ADD("moved", test_moved);
    ADD("checkpoint", test_checkpoint);
    return g_test_run();
}
