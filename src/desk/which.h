/* SPDX-License-Identifier: MIT */
/* Which of the records under an item is meant, where each has no name of its own: decisions, declarations. They are
 * named by their number in order, from 1, or by an unambiguous part of what they say; screens give the key. */
#ifndef MINUTEBOOK_DESK_WHICH_H
#define MINUTEBOOK_DESK_WHICH_H

#include "minutebook/desk/command.h"

#define MB_WHICH_ARGUMENT                                                                                              \
    {                                                                                                                  \
        .name = "WHICH", .help = "where the item has several: its number in order, from 1, or part of its text",       \
        .flags = MB_ARGUMENT_OPTIONAL                                                                                  \
    }

typedef struct {
    const char *one;   /* "decision" */
    const char *none;  /* what to do where there is none yet: "`decision add` records one" */
    const char *place; /* "item 4 Hate crime" */
    const char *by;    /* what names it: "--decision"; NULL: a word of its own */
    char *(*label)(MbDesk *desk, gconstpointer record); /* what it says; newly allocated */
} MbWhich;

/* The one of RECORDS (borrowed, in order) that WORDS mean; NULL WORDS: the only one. NULL with MB_ERROR_USAGE, which
 * lists them. */
gpointer mb_which(MbDesk *desk, const GPtrArray *records, const MbWhich *which, const char *words, GError **error);

/* One above every position among RECORDS, which all have one; so that what is added comes last also where one before it
 * was taken away. */
int mb_which_next(const GPtrArray *records);

/* Deletes RECORD from the book and the desk, and frees it. */
gboolean mb_which_remove(MbDesk *desk, gpointer record, GError **error);

#endif
