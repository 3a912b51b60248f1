/* SPDX-License-Identifier: MIT */
/* Books in odd places: network shares, and file systems that cannot lock. Both are played by standing in for two calls
 * of the C library. */
#include "store_help.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/vfs.h>

/* What the calls below pretend; 0: nothing. */
static struct {
    guint32 kind; /* of file system */
    gboolean no_locks;
} pretended;

int statfs(const char *path, struct statfs *facts)
{
    int (*real)(const char *, struct statfs *);
    int answer;

    *(void **)&real = dlsym(RTLD_NEXT, "statfs");
    answer = real(path, facts);
    if (answer == 0 && pretended.kind)
        facts->f_type = (__typeof__(facts->f_type))pretended.kind;
    return answer;
}

int fcntl(int file, int command, ...)
{
    int (*real)(int, int, ...);
    va_list args;
    void *argument;

    *(void **)&real = dlsym(RTLD_NEXT, "fcntl");
    va_start(args, command);
    argument = va_arg(args, void *);
    va_end(args);
    if (pretended.no_locks &&
        (command == F_OFD_SETLK || command == F_OFD_SETLKW || command == F_SETLK || command == F_SETLKW)) {
        errno = ENOLCK;
        return -1;
    }
    return real(file, command, argument);
}

static void save_board(MbBook *book, const char *name)
{
    MbBoard *board = new_board(name, NULL);

    save_alone(book, board);
    mb_record_free(board);
}

static char *journal_of(const Desk *desk)
{
    return ask(desk->path, "PRAGMA journal_mode");
}

/* One window only, no write-ahead log; and back to two windows when the book comes home. */
static void test_share(Desk *desk, gconstpointer data)
{
    g_autofree char *journal = NULL;
    g_autofree char *files = NULL;

    pretended.kind = GPOINTER_TO_UINT(data);
    desk_open(desk, MB_BOOK_WRITE);
    save_board(desk->book, "Harbour Trust Board");
    files = files_in(desk);
    g_assert_null(strstr(files, "-wal"));
    g_assert_null(strstr(files, "-shm"));
    desk_close(desk);
    journal = journal_of(desk);
    g_assert_cmpstr(journal, ==, "delete");
    desk_open(desk, MB_BOOK_READ);
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"board\""), ==, 1);
    desk_close(desk);
    pretended.kind = 0;
    desk_open(desk, MB_BOOK_WRITE);
    save_board(desk->book, "Harbour Council");
    desk_close(desk);
    g_free(journal);
    journal = journal_of(desk);
    g_assert_cmpstr(journal, ==, "wal");
}

static void test_share_new(Desk *desk, gconstpointer data)
{
    g_autofree char *path = g_build_filename(desk->folder, "share.book", NULL);
    g_autofree char *files = NULL;
    MbBook *book;

    (void)data;
    desk_close(desk);
    pretended.kind = 0x6969;
    book = mb_book_open(path, MB_BOOK_CREATE, NULL);
    g_assert_nonnull(book);
    save_board(book, "Harbour Trust Board");
    mb_book_close(book);
    pretended.kind = 0;
    files = files_in(desk);
    g_assert_cmpstr(files, ==, "harbour.book harbour.book-lock share.book share.book-lock");
}

/* The second window is told; what the first does goes on. */
static void test_share_second(Desk *desk, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *said = NULL;

    (void)data;
    pretended.kind = 0xFF534D42;
    desk_open(desk, MB_BOOK_WRITE);
    save_board(desk->book, "Harbour Trust Board");
    g_assert_null(mb_book_open(desk->path, MB_BOOK_WRITE, &error));
    pretended.kind = 0;
    said = sentence(desk, error);
    g_assert_cmpstr(said, ==,
                    "The book …/harbour.book is open in another window, and lies on a network share, where only one "
                    "can have it. Nothing was changed; close the other window and try again.");
    save_board(desk->book, "Harbour Council");
}

static void test_no_locks(Desk *desk, gconstpointer data)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *said = NULL;

    (void)data;
    save_board(desk->book, "Harbour Trust Board");
    desk_close(desk);
    pretended.no_locks = TRUE;
    g_assert_null(mb_book_open(desk->path, MB_BOOK_WRITE, &error));
    said = sentence(desk, error);
    g_assert_cmpstr(said, ==,
                    "The book …/harbour.book lies where files cannot be locked, so that two windows could spoil it. "
                    "Nothing was changed; copy it to a disk of this computer.");
    desk_open(desk, MB_BOOK_READ);
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"board\""), ==, 1);
    desk_close(desk);
    pretended.no_locks = FALSE;
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        guint32 kind;
    } shares[] = {{"nfs", 0x6969},      {"smb", 0x517B},    {"cifs", 0xFF534D42}, {"smb2", 0xFE534D42},
                  {"fuse", 0x65735546}, {"9p", 0x01021997}, {"ntfs3", 0x7366746E}};

    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(shares); i++) {
        g_autofree char *name = g_strconcat("/places/share/", shares[i].name, NULL);

        g_test_add(name, Desk, GUINT_TO_POINTER(shares[i].kind), desk_set_up, test_share, desk_tear_down);
    }
    g_test_add("/places/share-new", Desk, NULL, desk_set_up, test_share_new, desk_tear_down);
    g_test_add("/places/share-second", Desk, NULL, desk_set_up, test_share_second, desk_tear_down);
    g_test_add("/places/no-locks", Desk, NULL, desk_set_up, test_no_locks, desk_tear_down);
    return g_test_run();
}
