/* SPDX-License-Identifier: MIT */
/* A mark: what the reader understood of a paragraph, and the record made of it. The text is the source; the record
   follows the text until it has a life of its own. */
#ifndef MINUTEBOOK_MODEL_MARK_H
#define MINUTEBOOK_MODEL_MARK_H

#include "minutebook/model/record.h"

typedef enum {
    MB_MARK_MADE,     /* read, and its record made */
    MB_MARK_OFFERED,  /* not sure enough, or an undertaking without label: waits to be looked at */
    MB_MARK_ACCEPTED, /* looked at and confirmed */
    MB_MARK_REFUSED,  /* no such thing: not read again while the words stay */
    MB_MARK_OWN_LIFE, /* its record was changed, reported on or chased since: the text no longer moves it */
} MbMarkState;
extern const char *const mb_mark_state_words[]; /* "made", "offered", "accepted", "refused", "own life" */

extern const MbNoun MB_MARK;
typedef struct {
    MB_RECORD_HEAD;
    char *meeting; /* ref */
    char *item;    /* ref */
    char *minute;  /* ref to the paragraph */
    int position;  /* among the paragraph's marks */
    char *reading; /* a word of mb_reading_words: "action", "decision" … */
    int start;     /* in the paragraph's text, bytes */
    int length;
    int sure; /* 0 to 100 */
    char *doubt;
    char *words;  /* the words it was read from: as long as they stay the mark stays */
    char *shown;  /* short, for the margin: "112 J. Redsell, 30 Jun" */
    char *kind;   /* the noun of the record: "action"; NULL: none was made */
    char *record; /* its id */
    char *made;   /* digest of all that the text made, to see whether another deed has changed it since */
    char *before; /* where the text changed what was there (a line of the register, an action's status): how that was */
    int state;    /* MbMarkState */
} MbMark;

#endif
