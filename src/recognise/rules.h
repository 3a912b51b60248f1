/* SPDX-License-Identifier: MIT */
/* What the rules of the reader share: the case at hand, and each rule's function. A rule looks at one line (or a block
   from it) and adds its readings. */
#ifndef MINUTEBOOK_RECOGNISE_RULES_H
#define MINUTEBOOK_RECOGNISE_RULES_H

#include "words.h"

#include "minutebook/recognise/reader.h"

typedef struct {
    MbReader *reader;
    const MbDossier *dossier;
    const char *board;        /* id */
    const MbMeeting *meeting; /* or NULL */
    const char *item;         /* id, or NULL */
    const MbReadLine *lines;
    int count;
    int line;            /* the line at hand */
    MbWords *words;      /* of it */
    GPtrArray *readings; /* MbReading, to add to */
    int taken;           /* last line taken by a block that began before, or -1 */
    const char *chair;   /* id of who is in the chair at this line, or NULL */
    int cues;            /* families of words that the line has (cues.h) */
} MbReadingCase;

/* Lowers READING's sureness to that of its least sure person and takes over that doubt where it has none. Each rule
   calls it once its people are in (people.c). */
void mb_reading_weigh(MbReading *reading);

/* People (people.c). Whom the words from INDEX on name: appends an MbNamed to PEOPLE and returns how many words that
   takes; 0 where nobody. A list ("A, B and C"; "A / B") is read whole by mb_read_people. Words that look like a name
   but are nobody's of the book are named without person. COLLECTIVE words count ("All", "Partners", "All members"). */
int mb_read_person(MbReadingCase *c, int index, GPtrArray *people);
int mb_read_people(MbReadingCase *c, int index, GPtrArray *people);

/* Days (days.c). Reads a due date or other day from word INDEX on ("by 30 June", "30 June 2026", "next meeting"): how
   many words it takes, 0 where none. What it means is set in READING's due,  due_words (as written, with "by"),
   due_meeting. */
int mb_read_due(MbReadingCase *c, int index, MbReading *reading);
/* A plain date from INDEX on, in all its forms, without "by"; the year that fits best is taken where none is written
   (PAST: the latest on or before the meeting's day; else the earliest on or after). Returns words taken. */
int mb_read_date(MbReadingCase *c, int index, gboolean past, MbDay *day);
/* A time of day ("14:20", "2.20pm", "2pm", "1420 hrs"): words taken. */
int mb_read_time(MbReadingCase *c, int index, MbTime *time);

/* The rules, in the order in which they are tried; one file a family. */
void mb_rule_actions(MbReadingCase *c);      /* actions.c, with blocks and undertakings */
void mb_rule_updates(MbReadingCase *c);      /* updates.c: Ref 96 – … */
void mb_rule_decisions(MbReadingCase *c);    /* decisions.c, with votes, movers, conditions */
void mb_rule_approvals(MbReadingCase *c);    /* approvals.c: minutes approved, with corrections */
void mb_rule_attendance(MbReadingCase *c);   /* attendance.c: arrivals, departures, apologies */
void mb_rule_declarations(MbReadingCase *c); /* declarations.c */
void mb_rule_proceedings(MbReadingCase *c);  /* proceedings.c: chair, adjourned, resumed, closed, next meeting */
void mb_rule_speakers(MbReadingCase *c);     /* speakers.c */

#endif
