/* SPDX-License-Identifier: MIT */
/* A dossier: records of many nouns that belong together (a meeting with its board and roll, say), found by id or by
   what they refer to. Filled by store/dossier.h or exchange/load.h; read by clerk/ and compose/. It owns its records.
 */
#ifndef MINUTEBOOK_MODEL_DOSSIER_H
#define MINUTEBOOK_MODEL_DOSSIER_H

#include "minutebook/model/record.h"

typedef struct MbDossier MbDossier;

MbDossier *mb_dossier_new(void);
void mb_dossier_free(MbDossier *dossier);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MbDossier, mb_dossier_free)

/* Takes RECORD. One with the same noun and id is replaced in its place (and freed). Returns RECORD. */
gpointer mb_dossier_add(MbDossier *dossier, gpointer record);
/* A new record of NOUN, added. */
gpointer mb_dossier_new_record(MbDossier *dossier, const MbNoun *noun);
/* Takes RECORD out; the caller frees it. */
gpointer mb_dossier_steal(MbDossier *dossier, gpointer record);

/* Says that no reference of its records changes any more: from now on records are found by reference through an index
 * (made when first asked for) instead of by looking at each. Adding or taking out a record is still allowed. */
void mb_dossier_freeze(MbDossier *dossier);

/* All records of NOUN, in the order in which they were added (the store adds them in their own order). Borrowed, never
 * NULL; valid until the next add. */
GPtrArray *mb_dossier_all(const MbDossier *dossier, const MbNoun *noun);
/* The record of that id; NULL where ID is NULL or not here. Borrowed. */
gpointer mb_dossier_find(const MbDossier *dossier, const MbNoun *noun, const char *id);
/* The records of NOUN whose REF field FIELD is ID, in order. New array (no free function), records borrowed. */
GPtrArray *mb_dossier_of(const MbDossier *dossier, const MbNoun *noun, const char *field, const char *id);
/* The first such, or NULL. */
gpointer mb_dossier_first(const MbDossier *dossier, const MbNoun *noun, const char *field, const char *id);

#endif
