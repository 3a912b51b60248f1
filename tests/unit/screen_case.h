/* SPDX-License-Identifier: MIT */
/* For tests of the screens: the program's screens in a headless terminal on a fresh copy of the sample book, the clock
 * held still. A test shows the screen it expects; where MINUTEBOOK_RECORD is 1 the screens that are seen are written
 * down instead, and tests/unit/record.py puts them into the test's file. */
#ifndef MINUTEBOOK_TESTS_SCREEN_CASE_H
#define MINUTEBOOK_TESTS_SCREEN_CASE_H

#include "minutebook/base/file.h"
#include "minutebook/desk/sight.h"
#include "minutebook/screens/app.h"
#include "minutebook/terminal/headless.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A screen in a test is one literal, longer than ISO C asks a compiler to take. */
#pragma GCC diagnostic ignored "-Woverlength-strings"

typedef struct {
    char *folder;
    char *path; /* of the book */
    MbDesk *desk;
    MbApp *app;
    MbHeadless *screen;
} ScreenCase;

/* The day before the meeting of the tests: their clock is that of case_clock. */
#define CASE_TODAY "2026-01-15T09:00:00Z"

static inline void case_clock(const char *stamp)
{
    g_setenv("MINUTEBOOK_NOW", stamp, TRUE);
}

/* Does a command as somebody at the command line does; words end with NULL. Returns what it said. */
static inline char *case_said(MbDesk *desk, const char *command, const char *input, const char *const *words)
{
    g_autoptr(GError) error = NULL;
    MbAnswer answer = {0};
    char *said;

    if (!mb_sight_do(desk, command, words, input, &answer, &error))
        g_error("%s: %s", command, error->message);
    said = g_strdup(answer.text ? answer.text : "");
    mb_answer_clear(&answer);
    return said;
}

static inline void case_do(MbDesk *desk, const char *command, ...) G_GNUC_NULL_TERMINATED;
static inline void case_do(MbDesk *desk, const char *command, ...)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    va_list arguments;
    const char *word;

    va_start(arguments, command);
    while ((word = va_arg(arguments, const char *)))
        g_ptr_array_add(words, (gpointer)word);
    va_end(arguments);
    g_ptr_array_add(words, NULL);
    g_free(case_said(desk, command, NULL, (const char *const *)words->pdata));
}

static inline void case_remove(const char *folder)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    const char *name;

    while (dir && (name = g_dir_read_name(dir))) {
        g_autofree char *path = g_build_filename(folder, name, NULL);

        g_remove(path);
    }
    if (dir)
        g_dir_close(dir);
    g_rmdir(folder);
}

/* An empty folder of its own, and a desk in it without a book. */
static inline void case_begin(ScreenCase *test)
{
    memset(test, 0, sizeof *test);
    setlocale(LC_ALL, "C.UTF-8");
    case_clock(CASE_TODAY);
    test->folder = g_dir_make_tmp("minutebook-test-XXXXXX", NULL);
    test->path = g_build_filename(test->folder, "sample.minutebook", NULL);
    test->desk = mb_desk_new(test->path, "Ann Clerk", MB_NO_DAY);
}

/* The sample, with the agenda of the meeting of 29 January 2026 (CSP) drafted. */
static inline void case_book(ScreenCase *test)
{
    case_begin(test);
    case_do(test->desk, "init", "--sample", NULL);
    case_do(test->desk, "agenda draft", "CSP/2026-01-29", NULL);
}

static inline void case_show(ScreenCase *test, const char *screen, const char *meeting, const char *item, int rows,
                             int columns)
{
    const MbAppOptions options = {.screen = screen, .meeting = meeting, .item = item};
    g_autoptr(GError) error = NULL;

    test->app = mb_app_new(test->desk, &options, &error);
    g_assert_no_error(error);
    test->screen = mb_headless_new(&mb_app_face, test->app, rows, columns);
}

/* Closes the screens; the book stays. */
static inline void case_close(ScreenCase *test)
{
    g_clear_pointer(&test->screen, mb_headless_free);
    g_clear_pointer(&test->app, mb_app_free);
}

static inline void case_end(ScreenCase *test)
{
    case_close(test);
    mb_desk_free(test->desk);
    case_remove(test->folder);
    g_free(test->folder);
    g_free(test->path);
}

/* Waits as a hand does that rests: what was left is read. */
static inline void case_rest(ScreenCase *test)
{
    mb_headless_rest(test->screen);
}

static inline void case_shows(ScreenCase *test, const char *text)
{
    if (!mb_headless_shows(test->screen, text)) {
        g_autofree char *screen = mb_headless_screen(test->screen);

        g_error("“%s” is not on the screen:\n%s", text, screen);
    }
}

static inline void case_lacks(ScreenCase *test, const char *text)
{
    if (mb_headless_shows(test->screen, text)) {
        g_autofree char *screen = mb_headless_screen(test->screen);

        g_error("“%s” is on the screen:\n%s", text, screen);
    }
}

/* The screen and, in a last line, where the cursor is: "@row,column" from 0. */
static inline char *case_seen(ScreenCase *test)
{
    g_autofree char *text = mb_headless_screen(test->screen);
    int row, column;

    mb_grid_cursor(mb_headless_grid(test->screen), &row, &column);
    return g_strdup_printf("%s%s@%d,%d\n", text, g_str_has_suffix(text, "\n") ? "" : "\n", row, column);
}

/* SEEN is EXPECTED, or is written down under NAME. */
static inline void case_compare(const char *name, const char *seen, const char *expected)
{
    if (g_strcmp0(g_getenv("MINUTEBOOK_RECORD"), "1") == 0) {
        g_auto(GStrv) lines = g_strsplit(seen, "\n", -1);

        printf("# screen %s\n", name);
        for (char **line = lines; line[0] && line[1]; line++)
            printf("#|%s\n", *line);
    } else if (strcmp(seen, expected) != 0)
        g_error("%s is not as expected; it is\n%sand not\n%s", name, seen, expected);
}

static inline void case_expect(ScreenCase *test, const char *name, const char *expected)
{
    g_autofree char *seen = case_seen(test);

    case_compare(name, seen, expected);
}
/* SCREEN: the expected text, a const char array whose name the record finds again. */
#define case_is(test, screen) case_expect(test, #screen, screen)

/* One text out of the book, "" where there is none: a statement that gives one value. */
static inline char *case_ask(ScreenCase *test, const char *sql)
{
    sqlite3 *book = NULL;
    sqlite3_stmt *statement = NULL;
    char *answer = NULL;

    g_assert_cmpint(sqlite3_open_v2(test->path, &book, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
    if (sqlite3_prepare_v2(book, sql, -1, &statement, NULL) != SQLITE_OK)
        g_error("%s: %s", sql, sqlite3_errmsg(book));
    if (sqlite3_step(statement) == SQLITE_ROW)
        answer = g_strdup((const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    sqlite3_close(book);
    return answer ? answer : g_strdup("");
}

#endif
