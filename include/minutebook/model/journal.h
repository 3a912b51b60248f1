/* SPDX-License-Identifier: MIT */
/* The keystroke journal, and the place of a hand. Working material: in the book and its dump, but not in the history,
   and disposed of by the board's rule. */
#ifndef MINUTEBOOK_MODEL_JOURNAL_H
#define MINUTEBOOK_MODEL_JOURNAL_H

#include "minutebook/model/record.h"

/* A change of a passage (edit/passage.h, MbEdit), as stored. */
extern const MbNoun MB_JOURNAL;
typedef struct {
    MB_RECORD_HEAD;
    char *meeting; /* ref */
    char *item;    /* ref, or NULL */
    int layer;     /* MbLayer */
    int seq;
    int undoes;  /* the seq that it undoes or does again; absent: none */
    char *kind;  /* a word of mb_edit_words */
    char *began; /* UTC stamps */
    char *ended;
    char *paragraph; /* id, no reference: the paragraph may be gone */
    int at;          /* offset; absent: a run of paragraphs */
    char *before;
    char *after;
    char *carets; /* "3:14 3:15" */
    char *who;
} MbJournal;

/* Where a hand was last. */
extern const MbNoun MB_PLACE;
typedef struct {
    MB_RECORD_HEAD;
    char *meeting;   /* ref */
    char *item;      /* ref, or NULL */
    int layer;       /* MbLayer */
    char *paragraph; /* id */
    int at;          /* offset */
    char *stamp;     /* UTC */
} MbHandPlace;

#endif
