/* SPDX-License-Identifier: MIT */
/* Spelling on the screens that write: what is underlined, and suggestions for a word. The words are desk/spell.h. */
#ifndef MINUTEBOOK_SCREENS_SPELLING_H
#define MINUTEBOOK_SCREENS_SPELLING_H

#include "minutebook/edit/passage.h"
#include "minutebook/screens/screen.h"

/* As MbDress.misspelt, of a paragraph of PASSAGE: the word at its caret is still being written. */
GArray *mb_spelling_wrong(MbApp *app, const MbPassage *passage, const MbParagraph *paragraph);
/* Parts of MbScreen.rest and .idle: the dictionary comes after the first paint, and words are looked at when no key
 * waits. */
int mb_spelling_rest(MbApp *app);
void mb_spelling_idle(MbApp *app);
/* Suggestions for the word at the caret where it is wrong, else for the next one that is: to choose, or to put the word
 * on the board's list. */
void mb_spelling_suggest(MbView *view, MbPassage *passage);

#endif
