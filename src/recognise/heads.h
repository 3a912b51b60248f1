/* SPDX-License-Identifier: MIT */
/* The words by which a sentence says that something was decided. */
#ifndef MINUTEBOOK_RECOGNISE_HEADS_H
#define MINUTEBOOK_RECOGNISE_HEADS_H

#include "deeds.h"

/* What a sentence says. Text is words FROM to TO of the clause; PRIOR: it is what was said before ("This was agreed").
 */
typedef struct {
    int outcome;  /* MbOutcome; -1: none */
    int from, to; /* empty: what was said before */
    int sure;
    const char *doubt; /* borrowed, or NULL */
    gboolean prior;
    gboolean label;     /* "RESOLVED", "Agreed:" at its beginning: a list may follow */
    int body, body_end; /* words of the body that it is recommended to; body < 0: none */
    gboolean motion;    /* the fate of a motion … */
    gboolean amendment; /* … or of an amendment */
    gboolean paper;     /* "The recommendations were agreed" */
    gboolean it;        /* "It was approved": the paper or the item is meant */
} MbHead;

/* Finds it in CLAUSE, from which votes, movers and condition are cut already; BEGUN: something was cut from its
   beginning ("Proposed by A, seconded by B and"). FALSE where nothing is decided. */
gboolean mb_head_find(MbReadingCase *c, const MbClause *clause, gboolean begun, MbHead *head);
/* Whether the whole clause is no more than an outcome ("AGREED.", "No objections", "Carried"). */
gboolean mb_head_alone(const MbWords *words, const MbClause *clause, MbHead *head);
/* Another decision in the words of HEAD ("… and agreed to …"): HEAD is shortened, NEXT set. */
gboolean mb_head_next(const MbWords *words, MbHead *head, MbHead *next);

/* A sentence without what stands beside it. */
typedef struct {
    MbClause clause;
    MbReading *beside; /* votes, movers, condition; freed by whoever stripped it */
    gboolean any, begun;
} MbStripped;

void mb_strip(MbReadingCase *c, int from, int to, MbStripped *stripped);
/* What stands beside a decision, given to it where it has none of its own. */
void mb_give_beside(const MbReading *beside, MbReading *reading);
/* "Rejected by 12 votes to 6": the 12 are against it. */
void mb_order_votes(MbReading *reading);
/* Words FROM to TO of CLAUSE. Newly allocated. */
char *mb_text_of(const MbWords *words, const MbClause *clause, int from, int to);
/* Finds what "Agreed" means (decision_prior.c); FROM is where its sentence begins, BEGIN where the line does. FALSE
 * where nothing was said before. */
gboolean mb_take_prior(MbReadingCase *c, int from, int begin, const MbHead *head, MbReading *reading);

/* Verbs (verbs.c), and what heads.c asks of heads_passive.c. */

typedef struct {
    const char *past, *present; /* "agreed", "agrees" */
    int outcome;
    int body, passive; /* how sure after a body, and after "was"; 0: never so */
} MbVerb;

/* The verb of that folded word, or NULL; PRESENT: "agrees". */
const MbVerb *mb_verb_named(const char *fold, gboolean *present);
/* The verb of a decision at I in its past form, or NULL. */
const MbVerb *mb_past_verb(const MbWords *words, int i);
/* The next index from I on that is neither cut nor an adverb. */
int mb_head_skip(const MbWords *words, const MbClause *clause, int i);
/* Whether the words from I on place it at another time, or with another body: "at the last meeting", "by Cabinet". */
gboolean mb_head_elsewhere(const MbReadingCase *c, const MbClause *clause, int i);
/* "carried", "was put to the vote and lost": words taken, OUTCOME set. */
int mb_motion_fate(const MbWords *words, int i, int *outcome);
gboolean mb_head_motion(MbReadingCase *c, const MbClause *clause, int i, MbHead *head);
gboolean mb_head_passive(MbReadingCase *c, const MbClause *clause, int i, MbHead *head);

#endif
