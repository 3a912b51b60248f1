/* SPDX-License-Identifier: MIT */
/* Agenda items, who presents them, what is recommended, and what is withheld. The text under an item is model/minute.h.
 */
#ifndef MINUTEBOOK_MODEL_ITEM_H
#define MINUTEBOOK_MODEL_ITEM_H

#include "minutebook/model/record.h"

typedef enum { MB_PURPOSE_NONE, MB_PURPOSE_DECISION, MB_PURPOSE_DISCUSSION, MB_PURPOSE_INFORMATION } MbPurpose;
extern const char *const mb_purpose_words[]; /* "", "decision", "discussion", "information" */

typedef enum {
    MB_PAPER_NONE,
    MB_PAPER_VERBAL,
    MB_PAPER_AWAITED,
    MB_PAPER_RECEIVED,
    MB_PAPER_TO_BE_CIRCULATED,
    MB_PAPER_LATE,
} MbPaperState;
extern const char *const mb_paper_state_words[]; /* "", "verbal", "awaited", "received", "to be circulated", "late" */

/* Why an item stands on the agenda. */
typedef enum {
    MB_SOURCE_ADDED,
    MB_SOURCE_STANDING,
    MB_SOURCE_PLAN,
    MB_SOURCE_CARRIED,
    MB_SOURCE_MATTERS_ARISING,
} MbItemSource;
extern const char *const mb_item_source_words[]; /* "added", "standing", "plan", "carried", "matters arising" */

extern const MbNoun MB_ITEM;
typedef struct {
    MB_RECORD_HEAD;
    char *meeting;        /* ref */
    char *parent;         /* ref to the item it is nested in */
    int position;         /* among its siblings */
    gboolean lettered;    /* a lettered part of its parent: 14(a) */
    char *number;         /* as printed: "4", "1.0", "5.5.1", "(i)", "14(a)"; NULL: none */
    gboolean number_kept; /* the number is as found on paper or frozen; never worked out again */
    char *minute_number;  /* apart from the agenda number: "25/117" */
    char *title;          /* NULL: a numbered minute without title */
    int purpose;          /* MbPurpose */
    int minutes;          /* allotted; absent: untimed */
    int paper;            /* MbPaperState */
    char *paper_words;    /* as printed: "paper circulated for sign off" */
    char *pages;          /* as printed: "11-30" */
    char *standing_text;  /* printed under the item on the agenda */
    int source;           /* MbItemSource */
    char *entry;          /* ref to the forward-plan entry it came from */
    char *carried_from;   /* ref to the item of an earlier meeting that was not reached */
    char *approves;       /* ref to the meeting whose minutes are to be approved here */
    char *by_hand;        /* names of the fields changed by hand since the draft, by spaces: a new draft keeps them */
    gboolean dropped;     /* taken off the agenda by hand; kept so that a new draft does not bring it back */
    char *dropped_why;
    char *deferred_to;        /* ref to the meeting it was deferred to */
    gboolean matters_arising; /* approvals and matters arising nest here */
    char *urgent_why;         /* the chair's reason for a late item (LGA 1972 s100B(4)(b)) */
    int taken;                /* order in which it was taken, where not the printed one */
    char *taken_with;         /* ref to the item it was taken together with */
    MbTime started;           /* in fact */
    MbTime ended;
    gboolean carried_forward; /* not reached: goes to the next agenda */
    gboolean written_up;      /* ticked when its minute is done */
} MbItem;

extern const MbNoun MB_PRESENTER;
typedef struct {
    MB_RECORD_HEAD;
    char *item; /* ref */
    int position;
    char *person;       /* ref; NULL for a team or guest */
    char *name;         /* as written */
    char *on_behalf_of; /* ref to the absent person */
    char *on_behalf_of_name;
} MbPresenter;

/* What the paper asks the board to agree. */
extern const MbNoun MB_RECOMMENDATION;
typedef struct {
    MB_RECORD_HEAD;
    char *item; /* ref */
    int position;
    char *text;
} MbRecommendation;

/* What is withheld, and why: an item, a paper, a paragraph, a span of one, a decision or an action. Nothing of it is
 * public but the public title and the reason. */
extern const MbNoun MB_RESTRICTION;
typedef struct {
    MB_RECORD_HEAD;
    char *item;   /* ref; one of these five is set */
    char *entry;  /* ref to a forward-plan entry */
    char *paper;  /* ref */
    char *minute; /* ref to the paragraph; with start and length: a span of it */
    char *action; /* ref */
    int start;    /* of a span: characters (code points) from the paragraph's start; absent: the whole */
    int length;
    char *paragraph; /* of the rule set: "1", "a", "commercial" */
    char *reason;
    char *public_title; /* NULL: "Restricted item" */
    char *audience;     /* ref to the list of those who may see it; NULL: members */
    MbDay lifted_on;    /* from this day it is withheld no more … */
    char *lifted_by;    /* … by this authority */
} MbRestriction;

#endif
