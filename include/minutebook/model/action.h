/* SPDX-License-Identifier: MIT */
/* The action log: who owes what by when, what was reported, who was chased. Overdue is worked out (clerk/overdue.h),
 * never stored. */
#ifndef MINUTEBOOK_MODEL_ACTION_H
#define MINUTEBOOK_MODEL_ACTION_H

#include "minutebook/model/record.h"

typedef enum { MB_ACTION_OPEN, MB_ACTION_REPORTED, MB_ACTION_CLOSED, MB_ACTION_SUPERSEDED } MbActionStatus;
extern const char *const mb_action_status_words[]; /* "open", "reported", "closed", "superseded": reported complete, to
                                                      be confirmed by the board */

extern const MbNoun MB_ACTION;
typedef struct {
    MB_RECORD_HEAD;
    char *board; /* ref */
    char *ref;   /* per board, ascending, never reused; text, since papers have "84" and "A12" */
    char *text;
    int status;        /* MbActionStatus */
    MbDay due;         /* MB_NO_DAY where none is known */
    char *due_words;   /* as written: "by Friday", "September's meeting" */
    char *due_meeting; /* ref: due at this meeting, and moves with it */
    MbDay raised_on;
    char *raised_at;  /* ref to the meeting; NULL: between meetings */
    char *item;       /* ref to the item under which it was raised */
    char *item_words; /* that item as printed, where it is not in the book */
    char *decision;   /* ref */
    MbDay closed_on;
    char *closed_at;     /* ref to the meeting */
    char *superseded_by; /* ref to the action */
    char *old_ref;       /* the ref it had before two copies of the book were joined */
    int position;        /* under its item */
} MbAction;

/* An owner: a person, a post (whoever holds it), or words ("All partners", an outsider). */
extern const MbNoun MB_OWNER;
typedef struct {
    MB_RECORD_HEAD;
    char *action; /* ref */
    int position;
    char *person; /* ref */
    char *post;   /* ref */
    char *name;   /* as written, where neither */
} MbOwner;

typedef enum { MB_UPDATE_NONE, MB_UPDATE_OPEN, MB_UPDATE_CLOSED } MbUpdateOutcome;
extern const char *const mb_update_words[]; /* "", "open", "closed" */

extern const MbNoun MB_UPDATE;
typedef struct {
    MB_RECORD_HEAD;
    char *action; /* ref */
    int position;
    MbDay on;
    char *meeting; /* ref: where it was reported; NULL: between meetings */
    char *item;    /* ref */
    char *text;
    int outcome; /* MbUpdateOutcome */
} MbUpdate;

extern const MbNoun MB_CHASER;
typedef struct {
    MB_RECORD_HEAD;
    char *action; /* ref */
    int position;
    MbDay on;
    char *person; /* ref: who was written to */
    char *name;
    char *step;    /* notice, reminder, overdue, second, escalation */
    char *channel; /* "e-mail", "telephone" */
    char *text;
} MbChaser;

/* The due date was moved. */
extern const MbNoun MB_REDATE;
typedef struct {
    MB_RECORD_HEAD;
    char *action; /* ref */
    int position;
    MbDay on;
    MbDay from_day;
    char *from_words;
    MbDay to_day;
    char *to_words;
    char *why;
} MbRedate;

#endif
