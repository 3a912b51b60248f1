/* SPDX-License-Identifier: MIT */
/* The book and the files beside it, as files: taken away, set aside, put back. */
#include "lock.h"

#include "minutebook/base/error.h"
#include "minutebook/base/file.h"
#include "minutebook/store/book.h"

#include <sqlite3.h>

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

/* The book last, so that it never stands without its log. */
static const char *const endings[] = {"-wal", "-shm", "-journal", "-lock", ""};

void mb_book_remove(const char *path)
{
    for (gsize i = 0; i < G_N_ELEMENTS(endings); i++) {
        g_autofree char *name = g_strconcat(path, endings[i], NULL);

        unlink(name);
    }
}

static char *free_name(const char *path, const char *word)
{
    char *name = g_strdup_printf("%s.%s", path, word);

    for (int i = 2; access(name, F_OK) == 0; i++) {
        g_free(name);
        name = g_strdup_printf("%s.%s-%d", path, word, i);
    }
    return name;
}

/* 0, or the errno of the first that could not be renamed. */
static int rename_all(const char *from, const char *to)
{
    for (gsize i = 0; i < G_N_ELEMENTS(endings); i++) {
        g_autofree char *old = g_strconcat(from, endings[i], NULL);
        g_autofree char *new = g_strconcat(to, endings[i], NULL);

        if (rename(old, new) != 0 && errno != ENOENT)
            return errno;
    }
    return 0;
}

gboolean mb_book_set_aside(const char *path, const char *word, char **kept, GError **error)
{
    int problem;

    if (mb_lock_in_use(path)) {
        g_set_error(error, MB_ERROR, MB_ERROR_BOOK, "%s: another window has this book open; close it first.", path);
        return FALSE;
    }
    *kept = free_name(path, word);
    problem = rename_all(path, *kept);
    if (problem == 0)
        return TRUE;
    g_set_error(error, MB_ERROR, MB_ERROR_BOOK, "%s: the book could not be renamed: %s.", path, mb_file_errno(problem));
    mb_book_put_back(*kept, path);
    g_clear_pointer(kept, g_free);
    return FALSE;
}

void mb_book_put_back(const char *kept, const char *path)
{
    rename_all(kept, path);
}

const char *mb_book_library(void)
{
    return sqlite3_libversion();
}
