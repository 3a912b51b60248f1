/* SPDX-License-Identifier: MIT */
/* A book copied, and migrated; odd names and hostile content. */
#include "book_help.h"

static void test_backup(Desk *desk, gconstpointer data)
{
    g_autofree char *copy = g_build_filename(desk->folder, "copy.book", NULL);
    g_autoptr(GError) error = NULL;
    g_autofree char *said = NULL;
    g_autofree char *files = NULL;
    MbBook *other = mb_book_open(desk->path, MB_BOOK_WRITE, NULL);
    MbBoard *board = new_board("Harbour Trust Board", "HTB");
    MbBoard *second = new_board("Harbour Council", "HC");

    (void)data;
    save_alone(desk->book, board);
    deed_begin(other, "board add"); /* half done: not in the copy */
    save(other, second);
    g_assert_true(mb_book_backup(desk->book, copy, FALSE, &error));
    deed_commit(other, "added");
    mb_book_close(other);
    g_assert_false(mb_book_backup(desk->book, copy, FALSE, &error));
    said = sentence(desk, error);
    g_assert_cmpstr(said, ==,
                    "Cannot write the copy …/copy.book: there is a file of that name already; choose another name.");
    desk_close(desk);
    files = files_in(desk);
    g_assert_cmpstr(files, ==, "copy.book harbour.book harbour.book-lock");
    other = mb_book_open(copy, MB_BOOK_WRITE, &error);
    g_assert_cmpint(count(other, "SELECT count(*) FROM \"board\""), ==, 1);
    g_assert_true(mb_book_integrity(other, NULL));
    mb_book_close(other);
    desk_open(desk, MB_BOOK_WRITE);
    g_assert_true(mb_book_backup(desk->book, copy, TRUE, NULL));
    other = mb_book_open(copy, MB_BOOK_READ, NULL);
    g_assert_cmpint(count(other, "SELECT count(*) FROM \"board\""), ==, 2);
    mb_book_close(other);
    mb_record_free(board);
    mb_record_free(second);
}

static void test_backup_refused(Desk *desk, gconstpointer data)
{
    g_autofree char *open = g_build_filename(desk->folder, "open.book", NULL);
    g_autofree char *nowhere = g_build_filename(desk->folder, "nowhere", "copy.book", NULL);
    MbBook *other = mb_book_open(open, MB_BOOK_CREATE, NULL);
    const char *const paths[] = {desk->path, open, desk->folder, nowhere};
    const char *const expected[] = {
        "Cannot write the copy …/harbour.book: a book of that name is in use, or its log (-wal) was left there; choose "
        "another name.",
        "Cannot write the copy …/open.book: a book of that name is in use, or its log (-wal) was left there; choose "
        "another name.",
        "Cannot write the copy …: it is a folder; name a file in it.",
        "Cannot write the copy …/nowhere/copy.book: its folder does not exist.",
    };

    (void)data;
    for (gsize i = 0; i < G_N_ELEMENTS(paths); i++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *said = NULL;

        g_assert_false(mb_book_backup(desk->book, paths[i], TRUE, &error));
        said = sentence(desk, error);
        g_assert_cmpstr(said, ==, expected[i]);
    }
    mb_book_close(other);
}

static const char *two_versions(int version)
{
    return version == 2 ? "ALTER TABLE \"board\" ADD COLUMN \"colour\" TEXT;" : mb_migration(version);
}

static const char *broken_second(int version)
{
    return version == 2
               ? "ALTER TABLE \"board\" ADD COLUMN \"colour\" TEXT; ALTER TABLE \"nothing\" ADD COLUMN \"colour\" TEXT;"
               : mb_migration(version);
}

static void test_migration(Desk *desk, gconstpointer data)
{
    g_autofree char *copy = g_strconcat(desk->path, ".before-v2", NULL);
    g_autofree char *version = NULL;
    g_autofree char *before = NULL;
    g_autofree char *columns = NULL;
    g_autofree char *files = NULL;

    (void)data;
    desk_close(desk);
    desk->book = mb_book_open_with(desk->path, MB_BOOK_READ, two_versions, NULL);
    g_assert_nonnull(desk->book);
    g_assert_cmpint(mb_book_version(desk->book), ==, 2);
    desk_close(desk);
    files = files_in(desk);
    g_assert_cmpstr(files, ==, "harbour.book harbour.book-lock harbour.book.before-v2");
    version = ask(desk->path, "PRAGMA user_version");
    before = ask(copy, "PRAGMA user_version");
    columns = ask(desk->path, "SELECT count(*) FROM pragma_table_info('board') WHERE name = 'colour'");
    g_assert_cmpstr(version, ==, "2");
    g_assert_cmpstr(before, ==, "1");
    g_assert_cmpstr(columns, ==, "1");
    check_refused(desk, desk->path, MB_BOOK_WRITE,
                  "The book …/harbour.book was made by a newer Minutebook: its tables are version 2, this one knows "
                  "those up to 1. It was left as it is; use the newer Minutebook.");
}

static void test_migration_fails(Desk *desk, gconstpointer data)
{
    g_autofree char *version = NULL;
    g_autofree char *columns = NULL;

    (void)data;
    desk_close(desk);
    g_assert_null(mb_book_open_with(desk->path, MB_BOOK_WRITE, broken_second, NULL));
    version = ask(desk->path, "PRAGMA user_version");
    columns = ask(desk->path, "SELECT count(*) FROM pragma_table_info('board') WHERE name = 'colour'");
    g_assert_cmpstr(version, ==, "1");
    g_assert_cmpstr(columns, ==, "0");
    desk_open(desk, MB_BOOK_WRITE);
}

/* Nothing that a stranger's file brings along is run. */
static void test_hostile(Desk *desk, gconstpointer data)
{
    MbBoard *board = new_board("Harbour Trust Board", "HTB");

    (void)data;
    desk_close(desk);
    behind(desk->path, "CREATE TRIGGER t AFTER INSERT ON \"board\" BEGIN DELETE FROM \"setting\"; END;"
                       "INSERT INTO \"setting\" VALUES ('1', 'user', 'me');");
    desk_open(desk, MB_BOOK_WRITE);
    save_alone(desk->book, board);
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"setting\""), ==, 1);
    mb_record_free(board);
}

static void test_odd_name(Desk *desk, gconstpointer data)
{
    g_autofree char *path = g_build_filename(desk->folder, "10% of ?mode=ro#é \xff.book", NULL);
    MbBook *book = mb_book_open(path, MB_BOOK_CREATE, NULL);
    MbBoard *board = new_board("Harbour Trust Board", "HTB");

    (void)data;
    g_assert_nonnull(book);
    save_alone(book, board);
    mb_book_close(book);
    g_assert_true(g_file_test(path, G_FILE_TEST_IS_REGULAR));
    mb_record_free(board);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, function) g_test_add("/book-copies/" name, Desk, NULL, desk_set_up, function, desk_tear_down)
    ADD("backup", test_backup);
    ADD("backup-refused", test_backup_refused);
    ADD("migration", test_migration);
    ADD("migration-fails", test_migration_fails);
    ADD("hostile", test_hostile);
    ADD("odd-name", test_odd_name);
    return g_test_run();
}
