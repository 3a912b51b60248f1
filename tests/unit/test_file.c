/* SPDX-License-Identifier: MIT */
/* Files: reading with a limit, writing old or new and never between, folders of the user (base/file.h). */
#include "minutebook/base/error.h"
#include "minutebook/base/file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    char *folder;
    char *path; /* a name in it, not made yet */
} Place;

static void set_up(Place *place, gconstpointer data)
{
    (void)data;
    place->folder = g_dir_make_tmp("minutebook-test-XXXXXX", NULL);
    g_assert_nonnull(place->folder);
    place->path = g_build_filename(place->folder, "book.txt", NULL);
}

static void remove_all(const char *folder)
{
    g_autoptr(GDir) names = g_dir_open(folder, 0, NULL);
    for (const char *name = g_dir_read_name(names); name != NULL; name = g_dir_read_name(names)) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
            remove_all(path);
        else
            g_unlink(path);
    }
    g_rmdir(folder);
}

static void tear_down(Place *place, gconstpointer data)
{
    (void)data;
    remove_all(place->folder);
    g_free(place->folder);
    g_free(place->path);
}

static guint count_names(const char *folder)
{
    g_autoptr(GDir) names = g_dir_open(folder, 0, NULL);
    guint count = 0;
    while (g_dir_read_name(names) != NULL)
        count++;
    return count;
}

static void assert_holds(const char *path, const char *expected)
{
    g_autofree char *bytes = NULL;
    g_assert_true(g_file_get_contents(path, &bytes, NULL, NULL));
    g_assert_cmpstr(bytes, ==, expected);
}

/* Reading fails with "Cannot read PATH: REASON." */
static void assert_unread(const char *path, gsize limit, const char *reason)
{
    g_autoptr(GError) error = NULL;
    char *bytes = (char *)"unset";
    gsize length = 77;
    g_assert_false(mb_file_read(path, limit, &bytes, &length, &error));
    g_assert_error(error, MB_ERROR, MB_ERROR_INPUT);
    g_autofree char *expected = g_strdup_printf("Cannot read %s: %s.", path, reason);
    g_assert_cmpstr(error->message, ==, expected);
    g_assert_null(bytes);
}

static void assert_unwritten(const char *path, const char *reason)
{
    g_autoptr(GError) error = NULL;
    g_assert_false(mb_file_write(path, "new", 3, &error));
    g_assert_error(error, MB_ERROR, MB_ERROR_BOOK);
    g_autofree char *expected = g_strdup_printf("Cannot write %s: %s.", path, reason);
    g_assert_cmpstr(error->message, ==, expected);
}

static void test_round(Place *place, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    static const char bytes[] = "a\0b\n";
    g_assert_true(mb_file_write(place->path, bytes, 4, &error));
    g_assert_no_error(error);
    g_autofree char *read = NULL;
    gsize length = 0;
    g_assert_true(mb_file_read(place->path, 4, &read, &length, &error));
    g_assert_cmpmem(read, length, bytes, 4);
    g_assert_cmpint(read[4], ==, '\0');
    g_assert_true(mb_file_write(place->path, NULL, 0, &error));
    assert_holds(place->path, "");
    g_assert_cmpuint(count_names(place->folder), ==, 1);
}

static void test_private(Place *place, gconstpointer data)
{
    (void)data;
    mode_t mask = umask(0);
    g_assert_true(mb_file_write(place->path, "x", 1, NULL));
    umask(mask);
    struct stat facts;
    g_assert_cmpint(stat(place->path, &facts), ==, 0);
    g_assert_cmpint(facts.st_mode & 07777, ==, 0600);
}

static void test_read_limit(Place *place, gconstpointer data)
{
    (void)data;
    g_assert_true(g_file_set_contents(place->path, "12345", 5, NULL));
    assert_unread(place->path, 4, "it is larger than 4 bytes, the most that is read");
    g_autofree char *bytes = NULL;
    g_assert_true(mb_file_read(place->path, 5, &bytes, NULL, NULL));
    g_assert_cmpstr(bytes, ==, "12345");
}

static void test_read_refused(Place *place, gconstpointer data)
{
    (void)data;
    assert_unread(place->path, 100, "no such file or folder");
    assert_unread(place->folder, 100, "it is a folder; name a file");
    assert_unread("/dev/zero", 100, "it is a device or a pipe; name a file");
    g_assert_cmpint(mkfifo(place->path, 0600), ==, 0);
    assert_unread(place->path, 100, "it is a device or a pipe; name a file");
}

/* Puts a pipe that holds TEXT in the place of standard input; gives back what stood there. */
static int input_from(const char *text)
{
    int ends[2];
    g_assert_cmpint(pipe(ends), ==, 0);
    g_assert_cmpint(write(ends[1], text, strlen(text)), ==, (gssize)strlen(text));
    close(ends[1]);
    int kept = dup(STDIN_FILENO);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    return kept;
}

static void test_read_input(void)
{
    int kept = input_from("from a pipe");
    g_autofree char *bytes = NULL;
    g_assert_true(mb_file_read("-", 100, &bytes, NULL, NULL));
    g_assert_cmpstr(bytes, ==, "from a pipe");
    close(input_from("too much"));
    g_autoptr(GError) error = NULL;
    char *none = NULL;
    g_assert_false(mb_file_read("-", 7, &none, NULL, &error));
    g_assert_cmpstr(error->message, ==,
                    "Cannot read standard input: it is larger than 7 bytes, the most that is read.");
    dup2(kept, STDIN_FILENO);
    close(kept);
}

static void test_replace(Place *place, gconstpointer data)
{
    (void)data;
    g_assert_true(mb_file_write(place->path, "old", 3, NULL));
    g_assert_true(mb_file_write(place->path, "new", 3, NULL));
    assert_holds(place->path, "new");
}

static void test_write_refused(Place *place, gconstpointer data)
{
    (void)data;
    g_autofree char *target = g_build_filename(place->folder, "target", NULL);
    g_assert_true(g_file_set_contents(target, "old", 3, NULL));
    g_assert_cmpint(symlink(target, place->path), ==, 0);
    assert_unwritten(place->path, "it is a symbolic link; name the file that it leads to");
    assert_holds(target, "old");
    assert_unwritten(place->folder, "it is a folder; name a file in it");
    assert_unwritten("/dev/null", "it is a device or a pipe");
    g_autofree char *slash = g_strconcat(place->folder, "/", NULL);
    assert_unwritten(slash, "it is a folder; name a file in it");
    g_autofree char *lost = g_build_filename(place->folder, "none", "book.txt", NULL);
    assert_unwritten(lost, "its folder does not exist");
    assert_unwritten("", "the name is empty");
}

/* No room: the old file stays whole, and nothing is left beside it. */
static void test_write_no_room(Place *place, gconstpointer data)
{
    (void)data;
    g_assert_true(mb_file_write(place->path, "old", 3, NULL));
    struct rlimit before;
    getrlimit(RLIMIT_FSIZE, &before);
    struct rlimit small = {.rlim_cur = 1000, .rlim_max = before.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &small);
    g_autofree char *large = g_strnfill(5000, 'x');
    g_autoptr(GError) error = NULL;
    gboolean done = mb_file_write(place->path, large, 5000, &error);
    setrlimit(RLIMIT_FSIZE, &before);
    g_assert_false(done);
    g_autofree char *expected =
        g_strdup_printf("Cannot write %s: the file would be larger than allowed here.", place->path);
    g_assert_cmpstr(error->message, ==, expected);
    assert_holds(place->path, "old");
    g_assert_cmpuint(count_names(place->folder), ==, 1);
}

/* A path fit to be shown, whatever its name. */
static void test_path_shown(Place *place, gconstpointer data)
{
    (void)data;
    g_autofree char *path = g_build_filename(place->folder, "a\033[2J", NULL);
    g_autoptr(GError) error = NULL;
    char *bytes = NULL;
    g_assert_false(mb_file_read(path, 10, &bytes, NULL, &error));
    g_assert_nonnull(strstr(error->message, "/a␛[2J: no such file or folder."));
}

static void test_xdg(Place *place, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_setenv("HOME", place->folder, TRUE);
    g_setenv("XDG_CONFIG_HOME", "relative", TRUE); /* to be ignored, says the specification */
    g_setenv("XDG_DATA_HOME", place->folder, TRUE);
    g_unsetenv("XDG_STATE_HOME");
    g_autofree char *state = mb_file_xdg(MB_XDG_STATE, "heads", FALSE, &error);
    g_autofree char *state_expected = g_build_filename(place->folder, ".local/state/minutebook/heads", NULL);
    g_assert_cmpstr(state, ==, state_expected);
    g_autofree char *config = mb_file_xdg(MB_XDG_CONFIG, "forms", FALSE, &error);
    g_autofree char *config_expected = g_build_filename(place->folder, ".config/minutebook/forms", NULL);
    g_assert_cmpstr(config, ==, config_expected);
    g_assert_cmpuint(count_names(place->folder), ==, 0); /* nothing was made */
    g_autofree char *book = mb_file_xdg(MB_XDG_DATA, "book.minutebook", TRUE, &error);
    g_autofree char *book_expected = g_build_filename(place->folder, "minutebook/book.minutebook", NULL);
    g_assert_cmpstr(book, ==, book_expected);
    g_autofree char *made = g_path_get_dirname(book);
    struct stat facts;
    g_assert_cmpint(stat(made, &facts), ==, 0);
    g_assert_cmpint(facts.st_mode & 07777, ==, 0700);
}

static void test_xdg_homeless(Place *place, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_unsetenv("XDG_DATA_HOME");
    g_unsetenv("HOME");
    g_assert_null(mb_file_xdg(MB_XDG_DATA, "book", FALSE, &error));
    g_assert_error(error, MB_ERROR, MB_ERROR_BOOK);
    g_assert_cmpstr(error->message, ==,
                    "There is no home folder to keep files in: set HOME or XDG_DATA_HOME to a folder.");
    g_clear_error(&error);
    g_assert_true(g_file_set_contents(place->path, "", 0, NULL)); /* a file where the folder should be */
    g_setenv("XDG_DATA_HOME", place->path, TRUE);
    g_assert_null(mb_file_xdg(MB_XDG_DATA, "book", TRUE, &error));
    g_autofree char *expected =
        g_strdup_printf("Cannot make the folder %s/minutebook: a part of the path is no folder.", place->path);
    g_assert_cmpstr(error->message, ==, expected);
}

static void test_errno(void)
{
    g_assert_cmpstr(mb_file_errno(ENOSPC), ==, "no space left on the disk");
    g_assert_cmpstr(mb_file_errno(EACCES), ==, "permission denied");
    g_assert_nonnull(mb_file_errno(EPIPE));
}

static void add(const char *name, void (*test)(Place *, gconstpointer))
{
    g_test_add(name, Place, NULL, set_up, test, tear_down);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add("/file/round", test_round);
    add("/file/private", test_private);
    add("/file/read/limit", test_read_limit);
    add("/file/read/refused", test_read_refused);
    g_test_add_func("/file/read/input", test_read_input);
    add("/file/replace", test_replace);
    add("/file/write/refused", test_write_refused);
    add("/file/write/no-room", test_write_no_room);
    add("/file/path-shown", test_path_shown);
    add("/file/xdg/places", test_xdg);
    add("/file/xdg/homeless", test_xdg_homeless);
    g_test_add_func("/file/errno", test_errno);
    return g_test_run();
}
