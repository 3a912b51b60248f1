/* SPDX-License-Identifier: MIT */
/* A book made and opened: whole, damaged, foreign, without rights. Deeds: test_book_deeds.c; copies and migrations:
 * test_book_copies.c. */
#include "book_help.h"

static void test_new(Desk *desk, gconstpointer data)
{
    g_autofree char *application = NULL;
    g_autofree char *version = NULL;
    g_autofree char *journal = NULL;
    g_autofree char *page = NULL;
    g_autofree char *files = NULL;

    (void)data;
    g_assert_false(mb_book_read_only(desk->book));
    g_assert_cmpint(mb_book_version(desk->book), ==, 1);
    g_assert_cmpstr(mb_book_path(desk->book), ==, desk->path);
    desk_close(desk);
    files = files_in(desk);
    g_assert_cmpstr(files, ==, "harbour.book harbour.book-lock");
    application = ask(desk->path, "PRAGMA application_id");
    version = ask(desk->path, "PRAGMA user_version");
    journal = ask(desk->path, "PRAGMA journal_mode");
    page = ask(desk->path, "PRAGMA page_size");
    g_assert_cmpstr(application, ==, "1299084386");
    g_assert_cmpstr(version, ==, "1");
    g_assert_cmpstr(journal, ==, "wal");
    g_assert_cmpstr(page, ==, "4096");
}

static void test_private(Desk *desk, gconstpointer data)
{
    mode_t old = umask(0);
    g_autofree char *path = g_strconcat(desk->path, "-2", NULL);
    g_autofree char *copy = g_strconcat(desk->path, "-copy", NULL);
    MbBook *book = mb_book_open(path, MB_BOOK_CREATE, NULL);
    MbBoard *board = new_board("Harbour Trust Board", "HTB");

    (void)data;
    save_alone(book, board);
    g_assert_true(mb_book_backup(book, copy, FALSE, NULL));
    g_assert_cmpint(mode_of(path, ""), ==, 0600);
    g_assert_cmpint(mode_of(path, "-wal"), ==, 0600);
    g_assert_cmpint(mode_of(path, "-shm"), ==, 0600);
    g_assert_cmpint(mode_of(path, "-lock"), ==, 0600);
    g_assert_cmpint(mode_of(copy, ""), ==, 0600);
    mb_record_free(board);
    mb_book_close(book);
    umask(old);
}

static void test_create_refused(Desk *desk, gconstpointer data)
{
    g_autofree char *no_folder = g_build_filename(desk->folder, "nowhere", "a.book", NULL);
    g_autofree char *other = g_build_filename(desk->folder, "a.book", NULL);
    g_autofree char *log = g_build_filename(desk->folder, "a.book-wal", NULL);
    g_autofree char *files = NULL;

    (void)data;
    desk_close(desk);
    g_file_set_contents(log, "left over", -1, NULL);
    check_refused(desk, desk->path, MB_BOOK_CREATE,
                  "The book …/harbour.book is there already. Nothing was changed; open it, or choose another name.");
    check_refused(desk, no_folder, MB_BOOK_CREATE,
                  "The book …/nowhere/a.book cannot be made: its folder does not exist. Choose another folder.");
    check_refused(desk, other, MB_BOOK_CREATE,
                  "The book …/a.book cannot be made: beside its place lies the log (-wal) of another book. Move that "
                  "away, or choose another name.");
    files = files_in(desk);
    g_assert_cmpstr(files, ==, "a.book-wal harbour.book harbour.book-lock");
}

static void test_not_there(Desk *desk, gconstpointer data)
{
    g_autofree char *nothing = g_build_filename(desk->folder, "no.book", NULL);

    (void)data;
    check_refused(desk, nothing, MB_BOOK_WRITE,
                  "The book …/no.book is not there. Check its name, or make a book with “minutebook init”.");
    check_refused(desk, desk->folder, MB_BOOK_READ, "The book … is a folder. Name the book's file in it.");
}

typedef struct {
    const char *name;
    void (*spoil)(GString *bytes);
    const char *expected;
} Damage;

static void make_empty(GString *bytes)
{
    g_string_truncate(bytes, 0);
}

static void make_text(GString *bytes)
{
    g_string_assign(bytes, "Minutes of the meeting held on 4 May. Nobody knows why they lie here, and they go on for a "
                           "while, past a hundred bytes.\n");
}

static void cut_off(GString *bytes)
{
    g_string_truncate(bytes, bytes->len / 2);
}

static void cut_odd(GString *bytes)
{
    g_string_truncate(bytes, bytes->len - 100);
}

static void zero_first(GString *bytes)
{
    memset(bytes->str, 0, 4096);
}

/* The table of tables goes on after the 100 bytes of the header. */
static void zero_second_part(GString *bytes)
{
    memset(bytes->str + 100, 0, 3996);
}

static void scatter(GString *bytes)
{
    GRand *rand = g_rand_new_with_seed(7);

    for (int i = 0; i < 3000; i++)
        bytes->str[g_rand_int_range(rand, 100, 8 * 4096)] = (char)g_rand_int_range(rand, 0, 256);
    g_rand_free(rand);
}

static void other_program(GString *bytes)
{
    memcpy(bytes->str + 68, "\x0f\x05\x51\x12", 4);
}

static void newer(GString *bytes)
{
    memcpy(bytes->str + 60, "\0\0\0\7", 4);
}

#define LEFT    " It was left as it is"
#define DAMAGED "The book …/harbour.book is damaged." LEFT ": keep it, and open your latest backup copy."
#define NO_BOOK                                                                                                        \
    "The book …/harbour.book is no book of Minutebook, or its beginning is damaged." LEFT                              \
    "; name another file, or open your latest backup copy."

static const Damage damages[] = {
    {"empty", make_empty,
     "The book …/harbour.book is an empty file, not a book. Make a book with “minutebook init”, or name another file."},
    {"text", make_text, NO_BOOK},
    {"cut off", cut_off, DAMAGED},
    {"cut by a hundred bytes", cut_odd, DAMAGED},
    {"zero first page", zero_first, NO_BOOK},
    {"zero table of tables", zero_second_part, DAMAGED},
    {"random bytes", scatter, DAMAGED},
    {"another program's", other_program,
     "The book …/harbour.book is no book of Minutebook: it belongs to another program." LEFT "; name another file."},
    {"newer", newer,
     "The book …/harbour.book was made by a newer Minutebook: its tables are version 7, this one knows those up to "
     "1." LEFT "; use the newer Minutebook."},
};

/* What opening and using it first says; NULL where all went well. */
static GError *try_book(const char *path, MbBookMode mode)
{
    GError *error = NULL;
    MbBook *book = mb_book_open(path, mode, &error);
    g_autoptr(MbDossier) dossier = mb_dossier_new();

    if (book && mb_store_dossier_all(book, dossier, &error))
        mb_book_integrity(book, &error);
    mb_book_close(book);
    return error;
}

static void test_damaged(Desk *desk, gconstpointer data)
{
    const Damage *damage = data;
    g_autoptr(GString) bytes = NULL;
    char *whole;
    gsize length;

    desk_close(desk);
    g_assert_true(g_file_get_contents(desk->path, &whole, &length, NULL));
    bytes = g_string_new_len(whole, (gssize)length);
    g_free(whole);
    damage->spoil(bytes);
    g_assert_true(g_file_set_contents(desk->path, bytes->str, (gssize)bytes->len, NULL));
    for (int mode = MB_BOOK_READ; mode <= MB_BOOK_WRITE; mode++) {
        g_autoptr(GError) error = try_book(desk->path, (MbBookMode)mode);
        g_autofree char *said = sentence(desk, error);
        g_autofree char *after = NULL;

        g_assert_error(error, MB_ERROR, (int)MB_ERROR_BOOK);
        g_assert_cmpstr(said, ==, damage->expected);
        g_assert_true(g_file_get_contents(desk->path, &after, &length, NULL));
        g_assert_cmpmem(after, length, bytes->str, bytes->len);
    }
}

/* Every sixteenth page in turn is zeroed or filled with chance: whatever is said, nothing crashes and the file stays as
 * it is. */
static void test_damaged_anywhere(Desk *desk, gconstpointer data)
{
    g_autofree char *whole = NULL;
    gsize length;
    MbBoard *board = new_board("Harbour Trust Board", "HTB");
    GRand *rand = g_rand_new_with_seed(11);

    (void)data;
    save_alone(desk->book, board);
    mb_record_free(board);
    desk_close(desk);
    g_assert_true(g_file_get_contents(desk->path, &whole, &length, NULL));
    for (gsize page = 1; page < length / 4096; page += 16) {
        g_autofree char *bytes = g_memdup2(whole, length);
        g_autofree char *after = NULL;
        g_autoptr(GError) error = NULL;
        gsize size;

        for (int i = 0; i < 4096; i++)
            bytes[page * 4096 + (gsize)i] = page % 32 == 1 ? 0 : (char)g_rand_int_range(rand, 0, 256);
        g_assert_true(g_file_set_contents(desk->path, bytes, (gssize)length, NULL));
        error = try_book(desk->path, MB_BOOK_WRITE);
        g_assert_error(error, MB_ERROR, (int)MB_ERROR_BOOK);
        g_assert_true(g_file_get_contents(desk->path, &after, &size, NULL));
        g_assert_cmpmem(after, size, bytes, length);
    }
    g_rand_free(rand);
}

/* Runs in a process of its own without the rights of root, since those may write anything. */
static void without_rights(Desk *desk)
{
    if (getuid() == 0)
        g_assert_cmpint(setresuid(65534, 65534, 65534), ==, 0);
    check_refused(desk, desk->path, MB_BOOK_WRITE,
                  "The book …/harbour.book can only be read: its file is write-protected. Nothing was changed; copy it "
                  "to a folder of your own to change it.");
    desk_open(desk, MB_BOOK_READ);
    g_assert_true(mb_book_read_only(desk->book));
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"board\""), ==, 1);
    g_assert_false(mb_book_begin(desk->book, "me", "add", NULL));
    desk_close(desk);
}

static void test_read_only(Desk *desk, gconstpointer data)
{
    g_autofree char *lock = g_strconcat(desk->path, "-lock", NULL);
    g_autofree char *files = NULL;

    (void)data;
    {
        MbBoard *board = new_board("Harbour Trust Board", "HTB");

        save_alone(desk->book, board);
        mb_record_free(board);
    }
    desk_close(desk);
    g_remove(lock);
    if (!g_test_subprocess()) {
        g_test_trap_subprocess(NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
        g_test_trap_assert_passed();
        return;
    }
    chmod(desk->path, 0444);
    chmod(desk->folder, 0555);
    without_rights(desk);
    files = files_in(desk);
    g_assert_cmpstr(files, ==, "harbour.book");
}

static void test_read_mode(Desk *desk, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *files = NULL;
    g_autofree char *said = NULL;

    (void)data;
    desk_open(desk, MB_BOOK_READ);
    g_assert_true(mb_book_read_only(desk->book));
    g_assert_false(mb_book_begin(desk->book, "me", "add", &error));
    said = sentence(desk, error);
    g_assert_cmpstr(said, ==,
                    "The book …/harbour.book can only be read here. Nothing was changed; copy it to a folder of your "
                    "own to change it.");
    desk_close(desk);
    files = files_in(desk);
    g_assert_cmpstr(files, ==, "harbour.book harbour.book-lock");
}

static void test_lock_link(Desk *desk, gconstpointer data)
{
    g_autofree char *lock = g_strconcat(desk->path, "-lock", NULL);
    g_autofree char *target = g_build_filename(desk->folder, "victim", NULL);

    (void)data;
    desk_close(desk);
    g_remove(lock);
    g_assert_cmpint(symlink(target, lock), ==, 0);
    check_refused(desk, desk->path, MB_BOOK_WRITE,
                  "The book …/harbour.book cannot be locked: the file …/harbour.book-lock cannot be opened (it is a "
                  "symbolic link).");
    g_assert_false(g_file_test(target, G_FILE_TEST_EXISTS));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, function) g_test_add("/book/" name, Desk, NULL, desk_set_up, function, desk_tear_down)
    ADD("new", test_new);
    ADD("private", test_private);
    ADD("create-refused", test_create_refused);
    ADD("not-there", test_not_there);
    for (gsize i = 0; i < G_N_ELEMENTS(damages); i++) {
        g_autofree char *name = g_strconcat("/book/damaged/", damages[i].name, NULL);

        g_test_add(name, Desk, &damages[i], desk_set_up, test_damaged, desk_tear_down);
    }
    ADD("damaged-anywhere", test_damaged_anywhere);
    ADD("read-only", test_read_only);
    ADD("read-mode", test_read_mode);
    ADD("lock-link", test_lock_link);
    return g_test_run();
}
