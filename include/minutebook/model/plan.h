/* SPDX-License-Identifier: MIT */
/* The forward plan of a board's year: the lines of its template, and the entries that they became, one a meeting, lived
   with since. How entries come from lines is clerk/recur.h. */
#ifndef MINUTEBOOK_MODEL_PLAN_H
#define MINUTEBOOK_MODEL_PLAN_H

#include "minutebook/model/record.h"

extern const MbNoun MB_PLAN;
typedef struct {
    MB_RECORD_HEAD;
    char *board;        /* ref */
    char *year;         /* "2025/26" */
    MbDay since;        /* first day of the year */
    MbDay until;        /* last day */
    char *meeting_rule; /* as written: "third Thursday of March, June" */
} MbPlan;

typedef enum { MB_SECTION_OPENING, MB_SECTION_BUSINESS, MB_SECTION_CLOSING } MbSection;
extern const char *const mb_section_words[]; /* "opening", "business", "closing" */

typedef enum {
    MB_EVERY_NONE, /* only at named meetings */
    MB_EVERY_MEETING,
    MB_EVERY_SECOND_MEETING,
    MB_EVERY_QUARTER,
    MB_EVERY_MONTHS,
} MbEvery;
extern const char *const mb_every_words[]; /* "", "meeting", "second meeting", "quarter", "months" */

/* A line of the template. */
extern const MbNoun MB_LINE;
typedef struct {
    MB_RECORD_HEAD;
    char *plan;   /* ref */
    char *parent; /* ref to the line it is a lettered part of */
    int section;  /* MbSection */
    int position;
    char *title;
    int every;    /* MbEvery */
    char *months; /* of MB_EVERY_MONTHS: "3 9" */
    MbDay since;  /* recurs from … */
    MbDay until;  /* … until */
    int purpose;  /* MbPurpose */
    int minutes;
    int paper;      /* MbPaperState */
    char *priority; /* its number */
    char *status;   /* as the board words it: "item received" */
    char *note;
    char *standing_text;
    gboolean statutory;
    gboolean matters_arising;
    gboolean restricted;
    char *paragraph; /* of the restriction */
    char *reason;
    char *public_title; /* "same": its own title */
    char *letter;
} MbLine;

extern const MbNoun MB_LINE_LEAD;
typedef struct {
    MB_RECORD_HEAD;
    char *line; /* ref */
    int position;
    char *person; /* ref; NULL for a team, guest, post */
    char *name;   /* as written */
} MbLineLead;

/* A meeting at which the line comes once, or the words of one not yet dated. */
extern const MbNoun MB_LINE_WHEN;
typedef struct {
    MB_RECORD_HEAD;
    char *line; /* ref */
    int position;
    MbDay day;
    char *words; /* "Sept 23", "TBC" */
} MbLineWhen;

extern const MbNoun MB_LINE_RECOMMENDATION;
typedef struct {
    MB_RECORD_HEAD;
    char *line; /* ref */
    int position;
    char *text;
} MbLineRecommendation;

typedef enum { MB_ENTRY_PLANNED, MB_ENTRY_DONE, MB_ENTRY_MOVED, MB_ENTRY_DROPPED } MbEntryState;
extern const char *const mb_entry_state_words[]; /* "planned", "done", "moved", "dropped" */

/* What comes to one meeting. */
extern const MbNoun MB_ENTRY;
typedef struct {
    MB_RECORD_HEAD;
    char *board;         /* ref */
    char *plan;          /* ref; NULL: added by hand */
    char *line;          /* ref to the line it came from */
    char *parent;        /* ref to the entry it is a lettered part of */
    char *meeting;       /* ref; NULL: not yet placed */
    MbDay planned_day;   /* the day for which the line made it, so that it is made once although it was moved */
    char *meeting_words; /* "Sept 23", "TBC" */
    int section;         /* MbSection */
    int position;
    char *title;
    int purpose;
    int minutes;
    int paper;
    char *priority;
    char *status; /* as the board words it */
    int state;    /* MbEntryState */
    char *note;
    char *standing_text;
    gboolean statutory;
    gboolean matters_arising;
    gboolean restricted;
    char *paragraph;
    char *reason;
    char *public_title;
    char *letter;
    char *by_hand; /* names of fields changed by hand, by spaces: loading the plan again keeps them */
} MbEntry;

extern const MbNoun MB_ENTRY_LEAD;
typedef struct {
    MB_RECORD_HEAD;
    char *entry; /* ref */
    int position;
    char *person; /* ref */
    char *name;
} MbEntryLead;

/* Moved, deferred or brought forward, always with a reason. */
extern const MbNoun MB_MOVE;
typedef struct {
    MB_RECORD_HEAD;
    char *entry; /* ref */
    int position;
    char *from_meeting; /* ref */
    char *to_meeting;   /* ref */
    char *why;
    MbDay on;
    char *decision; /* ref, where the board decided it */
} MbMove;

#endif
