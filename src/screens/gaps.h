/* SPDX-License-Identifier: MIT */
/* What is still open in a meeting's text, as a list to choose from: shared by the live meeting and the write-up. */
#ifndef MINUTEBOOK_SCREENS_GAPS_H
#define MINUTEBOOK_SCREENS_GAPS_H

#include "minutebook/edit/passage.h"
#include "minutebook/screens/screen.h"

/* How much is open: gaps (??), and readings that wait to be looked at. */
typedef struct {
    int gaps, unsure;
} MbOpenEnds;

/* Choices, a gap each: its key is "ITEM PARAGRAPH NTH" (ids; ITEM "-" before the first item). NULL: it has said why. */
GPtrArray *mb_gaps_choices(MbApp *app, const char *meeting);
gboolean mb_gaps_count(MbApp *app, const char *meeting, MbOpenEnds *ends);
/* "3 gaps (??) and 1 unsure reading"; newly allocated, NULL where nothing is open. */
char *mb_gaps_words(const MbOpenEnds *ends);
/* Selects the NTH gap of PARAGRAPH, so that what is typed next takes its place. FALSE: it is no longer there. */
gboolean mb_gaps_select(MbPassage *passage, const char *paragraph, int nth);

#endif
