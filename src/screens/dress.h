/* SPDX-License-Identifier: MIT */
/* What stands beside and on a text wherever it is written: marks of what was read, what is withheld. */
#ifndef MINUTEBOOK_SCREENS_DRESS_H
#define MINUTEBOOK_SCREENS_DRESS_H

#include "minutebook/edit/paragraph.h"
#include "minutebook/grid/look.h"

/* As MbDress.mark and .restricted, by what is in DOSSIER. */
char *mb_dress_mark(const MbDossier *dossier, const MbParagraph *paragraph, MbLook *look);
gboolean mb_dress_restricted(const MbDossier *dossier, const MbParagraph *paragraph);

/* Whether the record of that id, named by FIELD of a restriction, is withheld and was not lifted. */
gboolean mb_dress_withheld(const MbDossier *dossier, const char *field, const char *id);

#endif
