/* SPDX-License-Identifier: MIT */
/* The words by which a sentence says that something was decided. */
#ifndef MINUTEBOOK_RECOGNISE_HEADS_H
#define MINUTEBOOK_RECOGNISE_HEADS_H

#include "deeds.h"

/* What a sentence says. Text is words FROM to TO of the clause; PRIOR: it is what was said before ("This was agreed"). */
typedef struct {
    int outcome;  /* MbOutcome; -1: none */
    int from, to; /* empty: what was said before */
    int sure;
    const char *doubt; /* borrowed, or NULL */
    gboolean prior;
    gboolean label;  /* "RESOLVED", "Agreed:" at its beginning: a list may follow */
    int body, body_end; /* words of the body that it is recommended to; body < 0: none */
    gboolean motion;    /* the fate of a motion … */
    gboolean amendment; /* … or of an amendment */
    gboolean paper;     /* "The recommendations were agreed" */
    gboolean it;         /* "It was approved": the paper or the item is meant */
} MbHead;

/* Finds it in CLAUSE, from which votes, movers and condition are cut already; BEGUN: something was cut from its
   beginning ("Proposed by A, seconded by B and"). FALSE where nothing is decided. */
gboolean mb_head_find(MbReadingCase *c, const MbClause *clause, gboolean begun, MbHead *head);
/* Whether the whole clause is no more than an outcome ("AGREED.", "No objections", "Carried"). */
gboolean mb_head_alone(const MbWords *words, const MbClause *clause, MbHead *head);
/* Another decision in the words of HEAD ("… and agreed to …"): HEAD is shortened, NEXT set. */
gboolean mb_head_next(const MbWords *words, MbHead *head, MbHead *next);

#endif
