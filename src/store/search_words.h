/* SPDX-License-Identifier: MIT */
/* What somebody typed into a search, as a query of the index. */
#ifndef MINUTEBOOK_STORE_SEARCH_WORDS_H
#define MINUTEBOOK_STORE_SEARCH_WORDS_H

#include "search_terms.h"

/* Sets QUERY, newly allocated, to ask that every word and every "phrase" of TYPED be found; the last one may go on.
 * NULL where there is nothing to look for. Never a syntax error; FALSE where the book could not be read. */
gboolean mb_search_words(MbTerms *terms, const char *typed, char **query, GError **error);

#endif
