/* SPDX-License-Identifier: MIT */
/* What the rules for actions, updates, decisions and approvals share: looking at words in a range, clauses from which
   pieces are cut, owners and due dates that stand together, and readings with their doubts. A range of words is given
   by its first and last index, both inclusive; it is empty where the last is smaller. */
#ifndef MINUTEBOOK_RECOGNISE_DEEDS_H
#define MINUTEBOOK_RECOGNISE_DEEDS_H

#include "rules.h"

#include "minutebook/model/record.h"

/* Words */

/* Whether the word at I is that mark ('-' for every dash), one of CHOICES ("a|b"), a whole number. */
gboolean mb_is_mark(const MbWords *words, int i, char mark);
gboolean mb_is_one(const MbWords *words, int i, const char *choices);
gboolean mb_is_any_mark(const MbWords *words, int i, const char *marks);
gboolean mb_is_word(const MbWords *words, int i);
/* The folded word, "" outside the line. Borrowed. */
const char *mb_fold_at(const MbWords *words, int i);
/* Index of the last word, -1 where there is none. */
int mb_last_word(const MbWords *words);
/* The first index from FROM to TO at which PHRASE stands whole, or -1. */
int mb_find_in(const MbWords *words, int from, int to, const char *phrase);
/* The first word after bullets; after bullets and a clause's number or letter ("2.1", "(a)", "iv)", "3."). */
int mb_after_bullet(const MbWords *words, int i);
int mb_after_number(const MbWords *words, int i);
/* A number as digits or as a word ("seven", "a", "no", "none"): -1 where it is none. */
int mb_count_at(const MbWords *words, int i);
/* Whether the folded WORD is a verb, in its base form, of something that can be done ("circulate"). */
gboolean mb_is_deed(const char *word);

/* Clauses */

enum { MB_CUTS = 12 };

/* Words FROM to TO without the ranges cut from them. */
typedef struct {
    int from, to;
    int cuts[MB_CUTS][2];
    int count;
} MbClause;

/* Takes a range out; what begins or ends the clause shortens it. */
void mb_clause_cut(MbClause *clause, int from, int to);
/* Whether word I still stands in it. */
gboolean mb_clause_has(const MbClause *clause, int i);
/* Cuts brackets in which nothing is left, and those whose partner was cut. */
void mb_clause_close(const MbWords *words, MbClause *clause);
/* Drops marks and joining words at both ends. */
void mb_clause_trim(const MbWords *words, MbClause *clause);
/* What is left, as written, without marks at its ends. Newly allocated; "" where nothing. */
char *mb_clause_text(const MbWords *words, const MbClause *clause);

/* Readings */

/* Says why the reading is not sure and makes it no surer than SURE; the first doubt is kept. */
void mb_doubt(MbReading *reading, int sure, const char *why);
/* Sets where it stands: words FROM to TO of the line at hand. */
void mb_place(const MbReadingCase *c, MbReading *reading, int from, int to);
/* Adds it (takes it); one less sure than 30 is dropped. */
void mb_add(MbReadingCase *c, MbReading *reading);

/* For each word of the line at hand whether an update, an approval or a correction was read from it; NULL where none
 * was. Newly allocated. */
gboolean *mb_words_read(const MbReadingCase *c);
/* Whether one of words FROM to TO is set in READ (may be NULL). */
gboolean mb_any_read(const gboolean *read, int from, int to);

/* The case at another line, or at another text that belongs to LINE (a right-hand column, a cell). What it names has no
 * place in the line. Free with mb_read_case_end. */
MbReadingCase mb_read_case_at(const MbReadingCase *c, int line, const char *text);
void mb_read_case_end(MbReadingCase *c);
const char *mb_line_text(const MbReadingCase *c, int line); /* "" outside */
gboolean mb_line_empty(const MbReadingCase *c, int line);
/* The meeting's day, or MB_NO_DAY. */
MbDay mb_read_case_day(const MbReadingCase *c);

/* Owners */

/* Whoever is named at I, people of the book first, then posts ("the Clerk") which are named by their words. Returns
 * words taken. */
int mb_owners_at(MbReadingCase *c, int i, int to, GPtrArray *people);
/* Whether all of PEOPLE from FIRST on are known: persons, several candidates, or collective; whether one is collective.
 */
gboolean mb_all_known(const GPtrArray *people, guint first);
gboolean mb_any_collective(const GPtrArray *people, guint first);
/* Drops what was added to PEOPLE after the first COUNT. */
void mb_people_cut(GPtrArray *people, guint count);
/* Reads FROM to TO as owners and a due date in any order and with nothing else ("JRe / 30 June", "Owner: JRe, by
 * Friday"): FALSE, and READING unchanged, where there is anything else or nobody and no date. */
gboolean mb_owed(MbReadingCase *c, int from, int to, MbReading *reading);
/* The words from I that lay a duty on whoever was named before them ("to", "will", "agreed to", "was asked to"), where
 * a verb follows; 0 where none. */
int mb_duty_at(const MbWords *words, int i, int to);

/* Actions (clause.c).

   Reads FROM to TO as an action: owner at its beginning or end, due date, text. FALSE where it says
 * nothing ("none"). Sureness is set. */
gboolean mb_action_clause(MbReadingCase *c, int from, int to, MbReading *reading);
/* Finds the due date in CLAUSE, sets it and cuts it where what is left reads on without it. */
void mb_clause_due(MbReadingCase *c, MbClause *clause, MbReading *reading);
/* The label of an action at I, before TO: FALSE where there is none. What stands in the label itself ("Action (JRe):")
   is read into OWNED. */
typedef struct {
    int after;       /* the index of the first word after it */
    gboolean plural; /* of a list: "Actions:" */
    int number;      /* index of the number that the clerk gives it, or -1 */
    gboolean marker; /* in brackets: "(action)" after what is to be done */
} MbLabel;
gboolean mb_label_at(MbReadingCase *c, int i, int to, MbLabel *label, MbReading *owned);
/* The actions of the line at hand, with RIGHT beside it (may be NULL); with undertakings, where wanted
 * (action_lines.c). */
void mb_action_line(MbReadingCase *c, const char *right, gboolean undertakings);
/* Undertakings in the sentence FROM to TO (undertakings.c). */
void mb_undertaking(MbReadingCase *c, int from, int to);

/* Decisions */

/* Whether the item at hand is about matters arising or the action log. */
gboolean mb_item_of_actions(const MbReadingCase *c);
/* This board's name at I ("the Board", "members", "the Council" where it is one): words taken, 0 where it is another
 * body or none. */
int mb_body_at(const MbReadingCase *c, int i);
/* Whether FOLD is a word of the board's own name, or its initials. */
gboolean mb_board_word(const MbReadingCase *c, const char *fold);
/* Cuts votes, mover and seconder, and a condition from CLAUSE into READING; TRUE where anything was found. */
gboolean mb_clause_votes(MbClause *clause, const MbWords *words, MbReading *reading);
gboolean mb_clause_movers(MbReadingCase *c, MbClause *clause, MbReading *reading);
gboolean mb_clause_condition(const MbWords *words, MbClause *clause, MbReading *reading);

/* Approvals */

/* The meeting whose minutes the item at hand is to approve, or NULL (corrections.c). */
const MbMeeting *mb_meeting_approved(const MbReadingCase *c);
/* Adds the correction that words FROM to TO make; FALSE where they make none (corrections.c). */
gboolean mb_read_correction(MbReadingCase *c, int from, int to);

#endif
