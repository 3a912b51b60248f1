/* SPDX-License-Identifier: MIT */
/* What a deed changes, told from what to what: "venue Committee Room 2 → Town Hall, state planned → called". For the
 * sentence that answers it and stands in the history. */
#ifndef MINUTEBOOK_DESK_CHANGE_H
#define MINUTEBOOK_DESK_CHANGE_H

#include "minutebook/desk/command.h"

/* A field of a record and what people call it. A list of them ends with .field = NULL. */
typedef struct {
    const char *field;
    const char *label;
} MbChangeName;

/* Appends to CHANGES what differs between BEFORE and AFTER, two states of one record, in the fields NAMES. Not for
 * references: they are keys that nobody reads. */
void mb_change_fields(GString *changes, gconstpointer before, gconstpointer after, const MbChangeName *names);
/* Appends "LABEL BEFORE → AFTER" where the two differ; "none" where one is NULL. */
void mb_change_text(GString *changes, const char *label, const char *before, const char *after);
/* CHANGES as a sentence's end; "nothing changed, it was so already" where there are none. Borrowed. */
const char *mb_change_words(const GString *changes);

/* Whether one of the options in TABLE (BESIDES, a list that ends with NULL, do not count: they say what is changed, not
 * how) was given; else refuses and names them all. */
gboolean mb_change_asked(const MbArguments *arguments, const MbArgument *table, const char *const *besides,
                         GError **error);

#endif
