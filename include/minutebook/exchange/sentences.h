/* SPDX-License-Identifier: MIT */
/* Stock sentences that a clerk writes often, by short keys: forms/sentences/default.yaml, with a file of a rule set's
   name on top; the user's own files of the same names (XDG configuration folder) come before those of the program. */
#ifndef MINUTEBOOK_EXCHANGE_SENTENCES_H
#define MINUTEBOOK_EXCHANGE_SENTENCES_H

#include <glib.h>

typedef struct {
    char *key;  /* "close" */
    char *text; /* with slots: "… closed the meeting at {time}."; ?? is what only the clerk can know */
} MbSentence;

/* What may stand in braces: "chair", "time", "date", "item", "board", "next"; NULL-ended. */
extern const char *const mb_sentence_slots[];

/* The sentences for a board with that rule set (NULL: none), in order; a key of the rule set's file takes the place of
   the same key of the default. Free with g_ptr_array_unref. NULL with MB_ERROR_INPUT, all faults with line and column.
 */
GPtrArray *mb_sentences_load(const char *rules, GError **error);

#endif
