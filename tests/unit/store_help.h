/* SPDX-License-Identifier: MIT */
/* For the tests of store/: a folder of its own for each test, a small book in it, and the book as the sqlite3 library
 * sees it behind Minutebook's back. */
#ifndef MINUTEBOOK_TESTS_STORE_HELP_H
#define MINUTEBOOK_TESTS_STORE_HELP_H

#include "minutebook/model/nouns.h"
#include "minutebook/store/dossier.h"
#include "minutebook/store/history.h"
#include "minutebook/store/record.h"
#include "minutebook/store/search.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    char *folder;
    char *path; /* of the book */
    MbBook *book;
} Desk;

static inline void desk_set_up(Desk *desk, gconstpointer data)
{
    g_autoptr(GError) error = NULL;

    (void)data;
    desk->folder = g_dir_make_tmp("minutebook-test-XXXXXX", NULL);
    desk->path = g_build_filename(desk->folder, "harbour.book", NULL);
    desk->book = mb_book_open(desk->path, MB_BOOK_CREATE, &error);
    g_assert_no_error(error);
}

static inline void desk_tear_down(Desk *desk, gconstpointer data)
{
    GDir *dir;
    const char *name;

    (void)data;
    mb_book_close(desk->book);
    chmod(desk->folder, 0700);
    dir = g_dir_open(desk->folder, 0, NULL);
    while ((name = g_dir_read_name(dir))) {
        g_autofree char *path = g_build_filename(desk->folder, name, NULL);

        g_remove(path);
    }
    g_dir_close(dir);
    g_rmdir(desk->folder);
    g_free(desk->folder);
    g_free(desk->path);
}

static inline void desk_close(Desk *desk)
{
    g_clear_pointer(&desk->book, mb_book_close);
}

static inline void desk_open(Desk *desk, MbBookMode mode)
{
    g_autoptr(GError) error = NULL;

    desk_close(desk);
    desk->book = mb_book_open(desk->path, mode, &error);
    g_assert_no_error(error);
}

static inline void deed_begin(MbBook *book, const char *name)
{
    g_autoptr(GError) error = NULL;

    mb_book_begin(book, "Third Name", name, &error);
    g_assert_no_error(error);
}

static inline void deed_commit(MbBook *book, const char *summary)
{
    g_autoptr(GError) error = NULL;

    mb_book_summary(book, summary);
    mb_book_commit(book, &error);
    g_assert_no_error(error);
}

static inline void save(MbBook *book, gpointer record)
{
    g_autoptr(GError) error = NULL;

    mb_store_save(book, record, &error);
    g_assert_no_error(error);
}

/* A deed of its own. */
static inline void save_alone(MbBook *book, gpointer record)
{
    deed_begin(book, "test");
    save(book, record);
    deed_commit(book, "saved");
}

static inline MbBoard *new_board(const char *name, const char *short_name)
{
    MbBoard *board = mb_record_new(&MB_BOARD);

    mb_set(&board->name, name);
    mb_set(&board->short_name, short_name);
    board->next_ref = 1;
    return board;
}

static inline MbMeeting *new_meeting(const MbBoard *board, MbDay day)
{
    MbMeeting *meeting = mb_record_new(&MB_MEETING);

    mb_set(&meeting->board, board->id);
    meeting->day = day;
    return meeting;
}

static inline MbItem *new_item(const MbMeeting *meeting, const char *number, const char *title)
{
    MbItem *item = mb_record_new(&MB_ITEM);

    mb_set(&item->meeting, meeting->id);
    mb_set(&item->number, number);
    mb_set(&item->title, title);
    item->position = 1;
    return item;
}

static inline MbMinute *new_minute(const MbMeeting *meeting, const MbItem *item, const char *text)
{
    MbMinute *minute = mb_record_new(&MB_MINUTE);

    mb_set(&minute->meeting, meeting->id);
    mb_set(&minute->item, item ? item->id : NULL);
    mb_set(&minute->text, text);
    minute->position = 1;
    return minute;
}

static inline MbDecision *new_decision(const MbMeeting *meeting, const MbItem *item, const char *text)
{
    MbDecision *decision = mb_record_new(&MB_DECISION);

    mb_set(&decision->board, meeting->board);
    mb_set(&decision->meeting, meeting->id);
    mb_set(&decision->item, item ? item->id : NULL);
    mb_set(&decision->text, text);
    decision->position = 1;
    return decision;
}

static inline MbAction *new_action(const MbMeeting *meeting, const char *ref, const char *text)
{
    MbAction *action = mb_record_new(&MB_ACTION);

    mb_set(&action->board, meeting->board);
    mb_set(&action->ref, ref);
    mb_set(&action->text, text);
    mb_set(&action->raised_at, meeting->id);
    action->raised_on = meeting->day;
    return action;
}

static inline gint64 count(MbBook *book, const char *sql)
{
    g_autoptr(GError) error = NULL;
    gint64 number;

    mb_store_number(book, &number, &error, sql, NULL);
    g_assert_no_error(error);
    return number;
}

/* What somebody does with another program. */
static inline void behind(const char *path, const char *sql)
{
    sqlite3 *db;

    g_assert_cmpint(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
    sqlite3_busy_timeout(db, 5000);
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
        g_error("%s: %s", sql, sqlite3_errmsg(db));
    sqlite3_close(db);
}

static inline char *ask(const char *path, const char *sql)
{
    sqlite3 *db;
    sqlite3_stmt *statement;
    char *answer;

    g_assert_cmpint(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
    g_assert_cmpint(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), ==, SQLITE_OK);
    g_assert_cmpint(sqlite3_step(statement), ==, SQLITE_ROW);
    answer = g_strdup((const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return answer;
}

static inline int by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names of the files in the desk's folder, sorted, by spaces. */
static inline char *files_in(const Desk *desk)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    GDir *dir = g_dir_open(desk->folder, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name(dir)))
        g_ptr_array_add(names, g_strdup(name));
    g_dir_close(dir);
    g_ptr_array_sort(names, by_name);
    g_ptr_array_add(names, NULL);
    return g_strjoinv(" ", (char **)names->pdata);
}

/* The sentence of an error, with the desk's folder as "…". */
static inline char *sentence(const Desk *desk, const GError *error)
{
    g_autoptr(GString) text = g_string_new(error ? error->message : "no error");

    g_string_replace(text, desk->folder, "\xE2\x80\xA6", 0);
    return g_strdup(text->str);
}

#endif
