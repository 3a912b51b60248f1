/* SPDX-License-Identifier: MIT */
/* Spelling: which words of a text are in no dictionary. The dictionary is a module of its own, loaded by a thread of
   its own when the hand first rests; until then, and without it, no word is wrong. Names of the board's people and
   organisations are known, and the words of the board's own list. Asking costs a look into a table: words not met
   before wait until mb_spell_rest. */
#ifndef MINUTEBOOK_DESK_SPELL_H
#define MINUTEBOOK_DESK_SPELL_H

#include "minutebook/model/board.h"
#include "minutebook/model/dossier.h"

typedef struct MbSpell MbSpell;

/* LANGUAGE: of the dictionary ("en_GB"); "none": nothing is ever wrong. FOLDER: where the module lies; NULL: beside the
 * program, else where it was installed. */
MbSpell *mb_spell_new(const char *language, const char *folder);
/* Waits for the thread where it still loads. */
void mb_spell_free(MbSpell *spell);

/* The people and organisations of DOSSIER are known, and the words of BOARD's list. Cheap where nothing is new. */
void mb_spell_know(MbSpell *spell, const MbDossier *dossier, const MbBoard *board);
/* Bytes of TEXT that are misspelt: pairs of start and length (gint), a new array; NULL where none. The word that ends
 * at or holds CARET (-1: none) is still being written and is left alone. */
GArray *mb_spell_wrong(MbSpell *spell, const char *text, int caret);
/* Where a word of TEXT at or after AT that is wrong begins and ends; waits for nothing. FALSE where there is none. */
gboolean mb_spell_next(MbSpell *spell, const char *text, int at, int *start, int *end);

/* The hand rests: begins to load, or looks at the words that wait. TRUE where there is something new to show. */
gboolean mb_spell_rest(MbSpell *spell);
/* Whether it is being loaded: to be asked again soon. */
gboolean mb_spell_loading(const MbSpell *spell);
/* Why no spelling is checked: a sentence, borrowed; NULL where it is, or is not known yet. */
const char *mb_spell_why(const MbSpell *spell);

/* At most eight, the likeliest first: NULL-ended, newly allocated, never NULL. Takes some hundredths of a second. */
char **mb_spell_suggest(MbSpell *spell, const char *word);
/* WORD is right from now on, on this board: in the file words/BOARD.txt of the user's XDG data folder, a word a line.
 */
gboolean mb_spell_add(MbSpell *spell, const char *word, GError **error);

#endif
