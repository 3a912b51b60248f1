/* SPDX-License-Identifier: MIT */
/* Search over every year: words, "phrases", beginnings (the last word always counts as one). People first, then the
 * newest. The index is kept by store/record.h. */
#ifndef MINUTEBOOK_STORE_SEARCH_H
#define MINUTEBOOK_STORE_SEARCH_H

#include "minutebook/store/book.h"

typedef struct {
    const char *kind; /* "minute", "decision", "action", "person", "plan" */
    char *record;     /* id of the record of that noun */
    char *board;      /* its board's name, or NULL */
    char *meeting;    /* the meeting's day, ISO, or NULL */
    char *item;       /* the item's number and title, or NULL */
    char *text;       /* the sentence around the hit, what was found between U+2039 ‹ and › U+203A */
} MbHit;
void mb_hit_free(MbHit *hit);

/* At most LIMIT hits. Any text is a valid query: it holds words, not syntax. BOARD (an id) narrows, NULL: all. */
GPtrArray *mb_search(MbBook *book, const char *words, const char *board, int limit, GError **error);
/* Makes the index anew from the records. Within a deed. */
gboolean mb_search_rebuild(MbBook *book, GError **error);

#endif
