/* SPDX-License-Identifier: MIT */
/* Records named by their key: "@KEY" in place of a name or number. Screens name records so; people need not. */
#ifndef MINUTEBOOK_DESK_FIND_KEY_H
#define MINUTEBOOK_DESK_FIND_KEY_H

#include "minutebook/desk/desk.h"

/* Whether WORDS are a key. */
gboolean mb_find_is_key(const char *words);
/* The record of NOUN with that key, on the desk (taken from the book where it is not there yet). NULL with
 * MB_ERROR_USAGE where there is none. */
gpointer mb_find_key(MbDesk *desk, const MbNoun *noun, const char *words, GError **error);

#endif
