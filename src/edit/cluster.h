/* SPDX-License-Identifier: MIT */
/* Steps through one paragraph's text: grapheme clusters (Unicode Annex 29), words as a word processor steps, cells. All
   offsets are bytes; what is given stands between clusters, what is returned does too. */
#ifndef MINUTEBOOK_EDIT_CLUSTER_H
#define MINUTEBOOK_EDIT_CLUSTER_H

#include <glib.h>

/* The next boundary after OFFSET (the text's end at most), the one before it (0 at least). */
int mb_cluster_next(const GString *text, int offset);
int mb_cluster_previous(const GString *text, int offset);
/* The boundary at OFFSET or right before it; OFFSET may be anything. */
int mb_cluster_floor(const GString *text, int offset);

/* The start of the next word (or of a run of punctuation), else the end; the start of the word before. */
int mb_word_next(const GString *text, int offset);
int mb_word_previous(const GString *text, int offset);
/* The word, punctuation or spaces around OFFSET. */
void mb_word_around(const GString *text, int offset, int *start, int *end);

/* The bounds of the table cell around OFFSET. */
void mb_cell_around(const GString *text, int offset, int *start, int *end);

#endif
