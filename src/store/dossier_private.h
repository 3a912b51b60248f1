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

/* The ids of the records above, in the statements of mb_parts_below. */
#define MB_THESE "(SELECT \"value\" FROM json_each(:ids))"

/* Bounds for days that are open ended, as texts that stand before and after all days. */
#define MB_EARLIEST ""
#define MB_LATEST   "9999-12-31"

/* Adds what PARTS name and DOSSIER does not hold. Values may be NULL. */
gboolean mb_parts_load(MbBook *book, MbDossier *dossier, const MbPart *parts, const char *id, const char *from,
                       const char *to, GError **error);
/* For all records of ABOVE in the dossier but the first SKIPPED: the records of PARTS, one statement for them all. */
gboolean mb_parts_below(MbBook *book, MbDossier *dossier, const MbNoun *above, guint skipped, const MbPart *parts,
                        GError **error);
/* The records of TARGETS (NULL-ended) that records of the dossier refer to and that it does not hold. */
gboolean mb_parts_named(MbBook *book, MbDossier *dossier, const MbNoun *const *targets, GError **error);
/* What hangs on the actions of the dossier but the first SKIPPED. */
gboolean mb_parts_actions(MbBook *book, MbDossier *dossier, guint skipped, GError **error);
/* People, posts and organisations named; with the tenures of posts that own actions, and those who hold them. */
gboolean mb_parts_people(MbBook *book, MbDossier *dossier, GError **error);

#endif
