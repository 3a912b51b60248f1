/* SPDX-License-Identifier: MIT */
/* The words of the search index. A table holds each word that some text has, so that a beginning can be asked for as
 * the few words that it may go on to be: the index gives the hits of a word newest first and stops, whereas for a
 * beginning it gathers all hits there are before the first is told. What is typed into a search is search_words.h. */
#ifndef MINUTEBOOK_STORE_SEARCH_TERMS_H
#define MINUTEBOOK_STORE_SEARCH_TERMS_H

#include "book_private.h"

typedef struct MbTerms MbTerms;

MbTerms *mb_terms_new(MbBook *book);
void mb_terms_free(MbTerms *terms);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MbTerms, mb_terms_free)

/* TEXT as the index takes it apart: its words in order, folded. New array that frees them; NULL on error. */
GPtrArray *mb_terms_of(MbTerms *terms, const char *text, GError **error);

/* Within a deed: TEXT came into the index or went out of it. Nothing is written before mb_terms_settle, which is called
 * when the index is in step. */
gboolean mb_terms_came(MbTerms *terms, const char *text, GError **error);
gboolean mb_terms_went(MbTerms *terms, const char *text, GError **error);
gboolean mb_terms_settle(MbTerms *terms, GError **error);

/* The words that BEGINNING may go on to be, itself among them. New array that frees them. An empty one where the index
 * does better by itself: the beginning is so short that it is indexed as such, or too many words begin so. NULL on
 * error. */
GPtrArray *mb_terms_beginning(MbTerms *terms, const char *beginning, GError **error);

#endif
