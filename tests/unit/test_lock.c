/* SPDX-License-Identifier: MIT */
/* Eight processes on one book: random deeds, checkpoints by force, some killed and replaced. Every deed that was
 * acknowledged is there at the end, none half, and the history verifies. */
#include "store_help.h"

#include "../../src/store/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>

enum { WORKERS = 8, LIVES = 40, DEEDS = 60, RECORDS = 12 };

/* What a worker says after each commit; short enough that the pipe takes it whole. */
typedef struct {
    int life;
    int number; /* of the deed, from 1 */
} Acknowledged;

typedef struct {
    MbBook *book;
    MbBoard *board; /* whose next_ref counts the worker's deeds */
    GPtrArray *own; /* meetings that stand in the book */
    GRand *rand;
    int life;
} Worker;

static void die(const char *what, const GError *error)
{
    g_printerr("%s: %s\n", what, error ? error->message : "failed");
    _exit(2);
}

/* Adds a meeting, changes one or takes one away. */
static void change_meeting(Worker *worker, int number)
{
    g_autoptr(GError) error = NULL;
    guint pick = worker->own->len ? (guint)g_rand_int_range(worker->rand, 0, (gint32)worker->own->len) : 0;
    MbMeeting *meeting;

    if (worker->own->len < RECORDS || g_rand_int_range(worker->rand, 0, 3) == 0) {
        meeting = new_meeting(worker->board, mb_day_from(2025, 1, 1) + number);
        g_ptr_array_add(worker->own, meeting);
    } else if (g_rand_boolean(worker->rand)) {
        meeting = worker->own->pdata[pick];
        g_free(meeting->venue);
        meeting->venue = g_strdup_printf("room %d", number);
    } else {
        meeting = worker->own->pdata[pick];
        if (!mb_store_delete(worker->book, meeting, &error))
            die("delete", error);
        g_ptr_array_remove_index_fast(worker->own, pick);
        return;
    }
    if (!mb_store_save(worker->book, meeting, &error))
        die("save", error);
}

static void one_deed(Worker *worker, int number)
{
    g_autoptr(GError) error = NULL;

    if (!mb_book_begin(worker->book, "worker", "test", &error))
        die("begin", error);
    worker->board->next_ref = number;
    if (!mb_store_save(worker->book, worker->board, &error))
        die("count", error);
    change_meeting(worker, number);
    mb_book_summary(worker->book, "one of many");
    if (!mb_book_commit(worker->book, &error))
        die("commit", error);
}

static _Noreturn void work(const char *path, int life, int pipe)
{
    g_autoptr(GError) error = NULL;
    Worker worker = {.life = life,
                     .rand = g_rand_new_with_seed((guint32)(life * 7919 + 3)),
                     .own = g_ptr_array_new_with_free_func(mb_record_free)};
    g_autofree char *name = g_strdup_printf("Board %d", life);

    worker.book = mb_book_open(path, MB_BOOK_WRITE, &error);
    if (!worker.book)
        die("open", error);
    worker.board = new_board(name, NULL);
    for (int number = 1; number <= DEEDS; number++) {
        Acknowledged said = {life, number};

        one_deed(&worker, number);
        if (write(pipe, &said, sizeof said) != (gssize)sizeof said)
            _exit(3);
        if (g_rand_int_range(worker.rand, 0, 20) == 0)
            mb_book_checkpoint(worker.book, TRUE);
    }
    mb_book_close(worker.book);
    _exit(0);
}

typedef struct {
    pid_t pid;
    int kill_at; /* how many deeds it is let do; 0: all */
} Life;

static pid_t start(const char *path, int life, const int pipe[2])
{
    pid_t pid = fork();

    g_assert_cmpint(pid, >=, 0);
    if (pid == 0) {
        close(pipe[0]);
        work(path, life, pipe[1]);
    }
    return pid;
}

/* Reads what was acknowledged; kills whoever has done as much as he is let do. */
static void listen_to(int from, Life *lives, int *acknowledged)
{
    Acknowledged said;

    while (read(from, &said, sizeof said) == (gssize)sizeof said) {
        acknowledged[said.life] = said.number;
        if (said.number == lives[said.life].kill_at)
            kill(lives[said.life].pid, SIGKILL);
    }
}

static void check_counters(MbBook *book, const int *acknowledged, const Life *lives)
{
    g_autoptr(GPtrArray) boards = mb_store_load(book, &MB_BOARD, NULL, "", NULL);

    g_assert_nonnull(boards);
    g_assert_cmpint(boards->len, ==, LIVES);
    for (guint i = 0; i < boards->len; i++) {
        MbBoard *board = boards->pdata[i];
        int life = atoi(board->name + strlen("Board "));

        /* A worker may have been killed between its commit and its word. */
        g_assert_cmpint(board->next_ref, >=, acknowledged[life]);
        g_assert_cmpint(board->next_ref, <=, acknowledged[life] + (lives[life].kill_at ? 1 : 0));
    }
}

static void check_history(MbBook *book)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) error = NULL;

    g_assert_true(mb_history_verify(book, faults, &error));
    g_assert_no_error(error);
    for (guint i = 0; i < faults->len; i++)
        g_test_message("%s", (char *)faults->pdata[i]);
    g_assert_cmpint(faults->len, ==, 0);
    g_assert_cmpint(count(book, "SELECT sum(\"next_ref\") FROM \"board\""), ==,
                    count(book, "SELECT max(\"seq\") FROM \"history\""));
}

static int reap(void)
{
    int status;

    g_assert_cmpint(wait(&status), >, 0);
    if (WIFSIGNALED(status))
        g_assert_cmpint(WTERMSIG(status), ==, SIGKILL);
    else
        g_assert_cmpint(WEXITSTATUS(status), ==, 0);
    return WIFSIGNALED(status);
}

static void test_eight(Desk *desk, gconstpointer data)
{
    int said[2];
    Life lives[LIVES] = {0};
    int acknowledged[LIVES] = {0};
    int running = 0;
    int killed = 0;
    g_autofree char *files = NULL;

    (void)data;
    desk_close(desk);
    g_assert_cmpint(pipe(said), ==, 0);
    fcntl(said[0], F_SETFL, O_NONBLOCK);
    for (int next = 0; next < LIVES || running;) {
        while (running < WORKERS && next < LIVES) {
            lives[next].kill_at = next % 2 ? 5 + next : 0;
            lives[next].pid = start(desk->path, next, said);
            next++;
            running++;
        }
        listen_to(said[0], lives, acknowledged);
        g_usleep(200);
        for (siginfo_t done = {0}; running && waitid(P_ALL, 0, &done, WEXITED | WNOHANG | WNOWAIT) == 0 && done.si_pid;
             done.si_pid = 0) {
            killed += reap();
            running--;
        }
    }
    listen_to(said[0], lives, acknowledged);
    close(said[0]);
    close(said[1]);
    g_assert_cmpint(killed, >, LIVES / 4);
    desk_open(desk, MB_BOOK_WRITE);
    g_assert_true(mb_book_integrity(desk->book, NULL));
    check_counters(desk->book, acknowledged, lives);
    check_history(desk->book);
    desk_close(desk);
    files = files_in(desk); /* the last to close folds the log in */
    g_assert_cmpstr(files, ==, "harbour.book harbour.book-lock");
}

/* A dead process's locks are gone with it, at whatever moment it died. */
static void test_stale(Desk *desk, gconstpointer data)
{
    int said[2];
    char ready;
    pid_t pid;

    (void)data;
    desk_close(desk);
    g_assert_cmpint(pipe(said), ==, 0);
    pid = fork();
    if (pid == 0) {
        MbBook *book = mb_book_open(desk->path, MB_BOOK_WRITE, NULL);
        MbBoard *board = new_board("Never kept", NULL);

        mb_book_begin(book, "worker", "test", NULL);
        mb_store_save(book, board, NULL);
        if (write(said[1], "r", 1) != 1)
            _exit(3);
        for (;;)
            pause();
    }
    g_assert_cmpint(read(said[0], &ready, 1), ==, 1);
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    desk_open(desk, MB_BOOK_WRITE);
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"board\""), ==, 0);
    close(said[0]);
    close(said[1]);
}

static gpointer want_alone(gpointer data)
{
    return GINT_TO_POINTER(mb_lock_exclusive(GPOINTER_TO_INT(data), 5000));
}

/* Whoever wants the book alone is not kept out by a stream of writers: while he waits nobody new gets in. */
static void test_no_starving(Desk *desk, gconstpointer data)
{
    int writer = mb_lock_open(desk->path);
    int folder = mb_lock_open(desk->path);
    int newcomer = mb_lock_open(desk->path);
    gint64 until = g_get_monotonic_time() + 5 * G_USEC_PER_SEC;
    GThread *waiting;

    (void)data;
    g_assert_cmpint(mb_lock_shared(writer, 0), ==, 0);
    g_assert_cmpint(mb_lock_shared(newcomer, 0), ==, 0); /* two writers at once */
    mb_lock_release(newcomer);
    waiting = g_thread_new("alone", want_alone, GINT_TO_POINTER(folder));
    while (mb_lock_shared(newcomer, 0) == 0) {
        mb_lock_release(newcomer);
        g_assert_cmpint(g_get_monotonic_time(), <, until);
    }
    mb_lock_release(writer);
    g_assert_cmpint(GPOINTER_TO_INT(g_thread_join(waiting)), ==, 0);
    g_assert_cmpint(mb_lock_shared(newcomer, 0), ==, EAGAIN);
    mb_lock_release(folder);
    g_assert_cmpint(mb_lock_shared(newcomer, 0), ==, 0);
    g_assert_cmpint(mb_lock_sit(writer), ==, 0);
    g_assert_false(mb_lock_last(writer)); /* the desk has the book open */
    desk_close(desk);
    g_assert_true(mb_lock_last(writer));
    g_assert_true(mb_lock_in_use(desk->path));
    close(writer);
    g_assert_false(mb_lock_in_use(desk->path));
    close(folder);
    close(newcomer);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/lock/eight-processes", Desk, NULL, desk_set_up, test_eight, desk_tear_down);
    g_test_add("/lock/stale", Desk, NULL, desk_set_up, test_stale, desk_tear_down);
    g_test_add("/lock/no-starving", Desk, NULL, desk_set_up, test_no_starving, desk_tear_down);
    return g_test_run();
}
