/* SPDX-License-Identifier: MIT */
/* Stock sentences where text is written: a short key and Tab, or chosen from the list. */
#ifndef MINUTEBOOK_SCREENS_PHRASES_H
#define MINUTEBOOK_SCREENS_PHRASES_H

#include "minutebook/edit/passage.h"
#include "minutebook/screens/screen.h"

/* Where a sentence is to stand. All borrowed. */
typedef struct {
    MbView *view;
    MbPassage *passage;
    const MbDossier *dossier;
    const MbMeeting *meeting;
    const MbBoard *board;
    const MbItem *item;
} MbPhrasePlace;

/* The word before the caret becomes the sentence whose key it is; only where a sentence may begin, so that it is never
   a name. The first ?? is selected: what is typed next takes its place. FALSE where the word is no key. */
gboolean mb_phrases_expand(const MbPhrasePlace *place);
/* All of them, to choose one. */
void mb_phrases_choose(const MbPhrasePlace *place);

#endif
