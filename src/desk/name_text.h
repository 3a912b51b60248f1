/* SPDX-License-Identifier: MIT */
/* A placeholder in a text replaced by a name, with what points into the text. */
#ifndef MINUTEBOOK_DESK_NAME_TEXT_H
#define MINUTEBOOK_DESK_NAME_TEXT_H

#include "minutebook/model/dossier.h"
#include "minutebook/model/minute.h"

/* Replaces PLACEHOLDER in *TEXT (may be NULL) wherever it stands by itself: "?1" not in "?12". Whether it stood there.
 */
gboolean mb_name_words(char **text, const char *placeholder, const char *name);
/* The same in a paragraph; spans that are withheld and marks, which lie in DOSSIER, follow. They are not saved. */
gboolean mb_name_text(const MbDossier *dossier, MbMinute *minute, const char *placeholder, const char *name);

#endif
