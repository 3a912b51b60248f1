/* SPDX-License-Identifier: MIT */
/* Filling a dossier: lists of nouns with the statement that loads each. */
#ifndef MINUTEBOOK_STORE_DOSSIER_PRIVATE_H
#define MINUTEBOOK_STORE_DOSSIER_PRIVATE_H

#include "minutebook/store/dossier.h"

/* What is loaded of one noun: SQL is what follows FROM, with :id, :from and :to. A NULL noun ends a list. */
typedef struct {
    const MbNoun *noun;
    const char *sql;
} MbPart;

/* Adds what PARTS name and DOSSIER does not hold. Values may be NULL. */
gboolean mb_parts_load(MbBook *book, MbDossier *dossier, const MbPart *parts, const char *id, const char *from,
                       const char *to, GError **error);
/* For each record of ABOVE in the dossier: the records of PARTS whose :id is its id. */
gboolean mb_parts_below(MbBook *book, MbDossier *dossier, const MbNoun *above, const MbPart *parts, GError **error);
/* The records of TARGETS (NULL-ended) that records of the dossier refer to and that it does not hold. */
gboolean mb_parts_named(MbBook *book, MbDossier *dossier, const MbNoun *const *targets, GError **error);
/* People, posts and organisations named; with the tenures of posts that own actions, and those who hold them. */
gboolean mb_parts_people(MbBook *book, MbDossier *dossier, GError **error);
/* Whatever tells whether a record of the dossier is withheld: the items, entries and decisions it comes from, up to the
 * first, their restrictions, and the paragraphs of theirs that are withheld. */
gboolean mb_parts_withheld(MbBook *book, MbDossier *dossier, GError **error);

#endif
