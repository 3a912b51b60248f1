/* SPDX-License-Identifier: MIT */
/* What the tests of store/book.h share. */
#ifndef MINUTEBOOK_TESTS_BOOK_HELP_H
#define MINUTEBOOK_TESTS_BOOK_HELP_H

#include "store_help.h"

#include "../../src/store/book_private.h"
#include "../../src/store/migrate.h"

#include "minutebook/base/error.h"

#include <errno.h>

G_GNUC_UNUSED static void check_refused(Desk *desk, const char *path, MbBookMode mode, const char *expected)
{
    g_autoptr(GError) error = NULL;
    MbBook *book = mb_book_open(path, mode, &error);
    g_autofree char *said = sentence(desk, error);

    g_assert_null(book);
    g_assert_error(error, MB_ERROR, (int)MB_ERROR_BOOK);
    g_assert_cmpstr(said, ==, expected);
}

G_GNUC_UNUSED static int mode_of(const char *path, const char *ending)
{
    g_autofree char *name = g_strconcat(path, ending, NULL);
    struct stat facts;

    g_assert_cmpint(stat(name, &facts), ==, 0);
    return facts.st_mode & 0777;
}

#endif
