/* SPDX-License-Identifier: MIT */
/* What somebody typed into a search, as a query of the index. */
#ifndef MINUTEBOOK_STORE_SEARCH_WORDS_H
#define MINUTEBOOK_STORE_SEARCH_WORDS_H

/* Every word and every "phrase" has to be found; the last one may go on. NULL where there is nothing to look for. Newly
 * allocated; never a syntax error. */
char *mb_search_words(const char *typed);

#endif
