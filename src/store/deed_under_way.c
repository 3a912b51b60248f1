/* SPDX-License-Identifier: MIT */
/* The deed under way within a transaction: begun, named, written into history and search, forgotten. */
#include "book_private.h"

#include <string.h>

gboolean mb_book_in_deed(const MbBook *book)
{
    return book->deed.open;
}

void mb_deed_start(MbBook *book, const char *who, const char *name)
{
    MbDeedUnderWay *deed = &book->deed;

    deed->open = TRUE;
    deed->who = g_strdup(who ? who : "");
    deed->name = g_strdup(name ? name : "");
    mb_deed_nothing_touched(deed);
}

void mb_book_summary(MbBook *book, const char *summary)
{
    g_free(book->deed.summary);
    book->deed.summary = g_strdup(summary);
}

gboolean mb_deed_write(MbBook *book, GError **error)
{
    return mb_deed_ready(book, error) && mb_search_follow(book, error) &&
           (book->deed.restoring || mb_history_write(book, error));
}

void mb_deed_forget(MbBook *book)
{
    MbDeedUnderWay *deed = &book->deed;

    g_free(deed->who);
    g_free(deed->name);
    g_free(deed->summary);
    g_clear_pointer(&deed->by_record, g_hash_table_unref);
    g_clear_pointer(&deed->touched, g_ptr_array_unref);
    memset(deed, 0, sizeof *deed);
}
