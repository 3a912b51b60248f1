/* SPDX-License-Identifier: MIT */
/* A reading: what a line of minutes was understood to state, how sure that is, and where it stands in the text. Made by
   recognise/reader.h; turned into records by whoever owns the book. */
#ifndef MINUTEBOOK_RECOGNISE_READING_H
#define MINUTEBOOK_RECOGNISE_READING_H

#include "minutebook/base/day.h"

typedef enum {
    MB_READ_ACTION,      /* "Action: Julie to pass the details to David by 30 June" */
    MB_READ_DECISION,    /* "RESOLVED that the strategy be adopted" */
    MB_READ_APPROVAL,    /* of earlier minutes: "The minutes of 16/12/21 were approved as a true record" */
    MB_READ_CORRECTION,  /* of earlier minutes: "Page 6 (5.4): X should be replaced with Y" */
    MB_READ_UPDATE,      /* of an action: "Ref 96 – … This action remains open" */
    MB_READ_ARRIVAL,     /* "Cllr Redsell joined the meeting at 14:20" */
    MB_READ_DEPARTURE,   /* "… left the room", "gave her apologies for leaving early" */
    MB_READ_APOLOGIES,   /* "Apologies were received from …" */
    MB_READ_DECLARATION, /* of interest, and what the member did */
    MB_READ_CHAIR,       /* the chair handed over */
    MB_READ_ADJOURNED,   /* of the meeting, not of an item */
    MB_READ_RESUMED,
    MB_READ_CLOSED,
    MB_READ_NEXT_MEETING,
    MB_READ_SPEAKER,     /* who speaks in this line */
    MB_READ_UNDERTAKING, /* an action without a label ("RF to provide an update"): offered, never counted as one */
    MB_READINGS
} MbReadingKind;
extern const char *const mb_reading_words[]; /* "action", "decision", … */

/* Somebody named in a line. */
typedef struct {
    char *person;          /* id of the one person meant; NULL: nobody of the book, or several */
    GPtrArray *candidates; /* ids, where several may be meant; else NULL */
    char *words;           /* as written: "Cllr Collins", "JRe", "All partners" */
    gboolean collective;   /* "All", "Partners", "All CSP members" */
    gboolean body;         /* an organisation; its person on the board, where it has one, stands for it */
    int start, length;     /* in the line, bytes */
    int sure;              /* 0 to 100: that these words mean that */
    char *doubt;           /* why not, one sentence, or NULL */
} MbNamed;

/* Sureness: 90 and above a clerk would not doubt; below MB_UNSURE it waits to be looked at; nothing below 30 is
 * returned. */
#define MB_UNSURE 70

typedef struct {
    int kind;          /* MbReadingKind */
    int line;          /* index of the line it begins in … */
    int last_line;     /* … and of the one it ends in */
    int start, length; /* of what carries it, in its first line, bytes */
    int sure;          /* 0 to 100 */
    char *doubt;       /* why it is not sure, one sentence, or NULL */
    char *text; /* action: what is to be done, without label, owner and date; decision: what was decided; update: what
                   was reported; declaration: its nature; correction: the place's words */
    GPtrArray *people; /* MbNamed: owners, whoever came, left, declared, speaks, takes the chair */

    MbDay due;         /* action, next meeting: MB_NO_DAY where none is known */
    char *due_words;   /* as written: "by Friday", "September's meeting", "asap" */
    char *due_meeting; /* id: due at that meeting and moving with it */

    char *ref;       /* update, correction of an action: the action's ref as written, without "Ref" */
    char *action;    /* id of that action of the board, or NULL */
    int outcome;     /* decision: MbOutcome (model/decision.h); update: MbUpdateOutcome (model/action.h); else -1 */
    char *condition; /* "subject to …" */
    MbNamed *mover, *seconder;
    int votes_for, votes_against, votes_abstained; /* MB_NO_INT where not counted */
    gboolean unanimous;
    char *body; /* the body that a recommendation goes to */

    char *meeting;     /* approval, correction: id of the meeting whose minutes; NULL where not known */
    MbDay meeting_day; /* … as written, or MB_NO_DAY */
    gboolean publish;  /* approval: also agreed for publication */
    char *page, *item, *old_words, *new_words; /* correction */

    MbTime at;         /* arrival, departure, adjourned, resumed, closed; MB_NO_TIME: now */
    gboolean for_item; /* departure: left for the item only */
    gboolean remote;   /* arrival: joined remotely */
    char *kind_words;  /* declaration: the kind of interest as the rule set names it, else as written */
    int effect;        /* declaration: MbEffect (model/decision.h) */
    char *item_words;  /* declaration, coming or going: the item it concerns, as written: "item 6" */
    char *item_id;     /* … and the item of this agenda, or NULL */
} MbReading;

void mb_reading_free(MbReading *reading);
void mb_named_free(MbNamed *named);
/* Everything absent: MB_NO_INT, MB_NO_TIME, MB_NO_DAY, NULL, an empty list of people, outcome -1. */
MbReading *mb_reading_new(MbReadingKind kind, int line);
/* One line for tests and dumps: "action 95 [J. Redsell] due 2026-06-30 «by 30 June»: pass the details to David".
 * Newly allocated. */
char *mb_reading_text(const MbReading *reading);

#endif
