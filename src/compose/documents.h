/* SPDX-License-Identifier: MIT */
/* The kinds of document, one file each, and what they share. */
#ifndef MINUTEBOOK_COMPOSE_DOCUMENTS_H
#define MINUTEBOOK_COMPOSE_DOCUMENTS_H

#include "minutebook/compose/document.h"
#include "minutebook/model/decision.h"
#include "minutebook/model/item.h"

/* Each appends its blocks to ROOT, headings from level 2. */
void mb_compose_agenda(const MbComposition *composition, MbNode *root);
void mb_compose_minutes(const MbComposition *composition, MbNode *root);
void mb_compose_actions(const MbComposition *composition, MbNode *root);
void mb_compose_attendance(const MbComposition *composition, MbNode *root);
void mb_compose_plan(const MbComposition *composition, MbNode *root);
void mb_compose_decisions(const MbComposition *composition, MbNode *root);

/* The rows of those that are tables: a list in the shapes of paper.h. */
MbValue *mb_compose_action_rows(const MbComposition *composition);
MbValue *mb_compose_attendance_rows(const MbComposition *composition);
MbValue *mb_compose_plan_rows(const MbComposition *composition); /* moves in words */
MbValue *mb_compose_plan_value(const MbComposition *composition);
MbValue *mb_compose_decision_rows(const MbComposition *composition);

/* Actions in the order of their numbers, for g_ptr_array_sort. */
int mb_compose_by_ref(gconstpointer a, gconstpointer b);

/* "Thursday 29 January 2026", else the words for the day. Newly allocated. */
char *mb_compose_day(const MbMeeting *meeting);
/* "10:00 to 13:00", "10:00"; NULL where no start is known. Newly allocated. */
char *mb_compose_times(const MbMeeting *meeting);
/* A paragraph "NAME: TEXT" with the name in bold; nothing where TEXT is NULL or empty. */
void mb_compose_fact(MbNode *root, const char *name, const char *text);
/* Date, time, venue and chair, a line each in one paragraph, which is returned for more. AHEAD: of a meeting to come,
 * whose chair is whoever holds the office unless it names another. */
MbNode *mb_compose_facts(const MbComposition *composition, MbNode *root, gboolean ahead);
/* Such a line: "NAME: TEXT"; nothing where TEXT is NULL or empty. Returns PARAGRAPH. */
MbNode *mb_compose_line(MbNode *paragraph, const char *name, const char *text);
/* The next meeting, where one is in the book. */
void mb_compose_next_meeting(const MbComposition *composition, MbNode *root);
/* "4. Hate crime", "3.1 Title", "14(a) Title". Newly allocated. */
char *mb_compose_item_heading(const MbItem *item);
/* A table with the headings of a NULL-ended array as its header row; the columns of RIGHT (letters 'r' among 'l') stand
 * to the right. */
MbNode *mb_compose_table(MbNode *root, const char *const *headings, const char *aligns);
/* A row whose cells are the texts of ROW's keys (NULL-ended); lists joined by ", ". */
void mb_compose_row(MbNode *table, const MbValue *row, const char *const *keys);

/* Who was there, by group. */
void mb_compose_register(const MbComposition *composition, MbNode *root, int level);
/* The text of an item, or of a meeting before its first item (ITEM NULL). The actions that it tells (minutes_told.h)
 * get their numbers; TOLD may be NULL. */
void mb_compose_text(const MbComposition *composition, MbNode *root, const MbItem *item, GHashTable *told);
/* Motions and elections under ITEM, a paragraph each. */
void mb_compose_motions(const MbComposition *composition, MbNode *root, const MbItem *item);
void mb_compose_elections(const MbComposition *composition, MbNode *root, const MbItem *item);
/* A decision in one paragraph: "RESOLVED: …". */
void mb_compose_decision(const MbComposition *composition, MbNode *root, const MbDecision *decision);

#endif
