/* SPDX-License-Identifier: MIT */
/* What the loading of one set of files shares: the book as it is being changed, what was touched, how names are found.
 * The documents themselves are read in load_board.c, load_plan.c and load_meeting.c. */
#ifndef MINUTEBOOK_EXCHANGE_LOADING_H
#define MINUTEBOOK_EXCHANGE_LOADING_H

#include "field.h"
#include "minutebook/exchange/load.h"
#include "minutebook/model/finding.h"
#include "minutebook/model/nouns.h"
#include "minutebook/model/rules.h"

typedef struct {
    MbLoad *load;
    MbDossier *dossier; /* LOAD's */
    MbFaults *faults;   /* LOAD's */
    GHashTable *before; /* record touched → its copy as it was; NULL where it is new */
    GPtrArray *touched; /* records, in the order in which they were first touched */
    GHashTable *indexes;
    GHashTable *people;    /* names found once */
    GHashTable *rules;     /* name → MbRules */
    GHashTable *items;     /* agenda item in a file (MbValue) → MbItem */
    GHashTable *seen;      /* records that these files named */
    GPtrArray *unnumbered; /* MbAction that get a ref when all refs in the files are known */
    GHashTable *merged;    /* id of a person → id of the one with whom the roll joined it */
    char **styles;         /* house styles */
} MbLoading;

void mb_loading_begin(MbLoading *loading, MbLoad *load);
/* Lists in LOAD what has changed in fact, and lets go of all. */
void mb_loading_end(MbLoading *loading);

/* ---- records (loading.c) ---- */
/* RECORD, about to be changed. Returns it. */
gpointer mb_loading_edit(MbLoading *loading, gpointer record);
/* A new record in the book. */
gpointer mb_loading_new(MbLoading *loading, const MbNoun *noun);
/* Takes the free-standing RECORD into the book. */
gpointer mb_loading_add(MbLoading *loading, gpointer record);
/* Takes RECORD out of the book; it is freed with what is gone. */
void mb_loading_drop(MbLoading *loading, gpointer record);
gboolean mb_loading_is_new(const MbLoading *loading, gconstpointer record);
/* As it was before these files; RECORD itself where it was not touched, NULL where it is new. */
gconstpointer mb_loading_before(const MbLoading *loading, gconstpointer record);
/* Notes that the files name RECORD; FALSE where they did so already. */
gboolean mb_loading_see(MbLoading *loading, gconstpointer record);
gboolean mb_loading_seen(const MbLoading *loading, gconstpointer record);
/* The records of NOUN whose FIELD refers to ID, by position where they have one. As mb_dossier_of, by an index: FIELD
 * must not change later. A new array, records borrowed. */
GPtrArray *mb_loading_of(MbLoading *loading, const MbNoun *noun, const char *field, const char *id);
/* Makes the records of NOUN whose FIELD is ID those of WANT (free-standing records with that ref; taken, and the array
 * freed): what is the same but for its position stays, the rest of the old goes, positions follow WANT. */
void mb_loading_replace(MbLoading *loading, const MbNoun *noun, const char *field, const char *id, GPtrArray *want);

/* Takes PLACE, TEXT and FIX. */
void mb_loading_find(MbLoading *loading, const char *rule, MbSeverity severity, char *place, char *text, char *fix);

/* ---- names (loading_names.c, loading_roles.c) ---- */
/* The board of that name, short name or other printed name, or NULL. */
MbBoard *mb_loading_board(MbLoading *loading, const char *name);
/* The board that KEY names; a fault and NULL where there is none. */
MbBoard *mb_loading_board_at(MbLoading *loading, const MbFields *fields, const char *key);
/* The person whom the text VALUE names, or NULL; whoever may be meant by a name that several bear is a fault. BOARD is
 * an id or NULL. */
MbPerson *mb_loading_person(MbLoading *loading, const char *board, const MbValue *value);
/* Forgets what names were found: to be called when people, aliases or seats were added. */
void mb_loading_names_changed(MbLoading *loading);
/* Sets *PERSON to the id of whom VALUE names and *WORDS to the name as written where it is no person of the book or is
 * printed otherwise there. WORDS may be NULL. */
void mb_loading_name(MbLoading *loading, const char *board, const MbValue *value, char **person, char **words);
/* The same of a KEY, where it stands. */
void mb_loading_set_name(MbLoading *loading, const char *board, const MbFields *fields, const char *key, char **person,
                         char **words);
/* The organisation of that name, made where there is none; NULL where NAME is. Its id, borrowed. */
const char *mb_loading_organisation(MbLoading *loading, const char *name);
/* The post of that title at the organisation of that id (NULL: any, if only one has such a post), made where there is
 * none. Its id, borrowed. */
const char *mb_loading_post(MbLoading *loading, const char *title, const char *organisation);
/* Whether NAME is a post, an office or a group rather than a person: "Clerk", "Head of Service", "Clerk/Treasurer". As
 * mb_case_is_role in clerk/ has it, and several of them joined by / or "and", and a post with its organisation. */
gboolean mb_loading_is_role(MbLoading *loading, const char *name);
/* "A, B and C", of many the first twenty: "… and 7 more". Newly allocated. */
char *mb_loading_list(const GPtrArray *texts);
/* "CSP", else the board's name. Borrowed. */
const char *mb_loading_board_name(const MbBoard *board);

/* The meeting of BOARD on DAY, at START where the board meets twice that day (MB_NO_TIME: whichever); NULL where there
 * is none. */
MbMeeting *mb_loading_meeting(MbLoading *loading, const char *board, MbDay day, MbTime start);
/* The same for the date at KEY; a fault and NULL where the board has none then. */
MbMeeting *mb_loading_meeting_at(MbLoading *loading, const MbBoard *board, const MbFields *fields, const char *key);

/* BOARD's rule set, or NULL. */
const MbRules *mb_loading_rules(MbLoading *loading, const MbBoard *board);
/* A fault where the paragraph at KEY is none of BOARD's rule set. */
void mb_loading_check_paragraph(MbLoading *loading, const MbBoard *board, const MbFields *fields, const char *key);

/* ---- documents ---- */
/* A board: first its name (so that others may name it), then the rest. */
MbBoard *mb_load_board_name(MbLoading *loading, const MbValue *document);
void mb_load_board(MbLoading *loading, MbBoard *board, const MbValue *document);
/* Its roll and registers (load_roll.c, load_registers.c). */
void mb_load_roll(MbLoading *loading, MbBoard *board, const MbFields *fields);
void mb_load_registers(MbLoading *loading, MbBoard *board, const MbFields *fields);
/* Before the roll is read: whoever of the roll is named there as an alias gets the new name (load_rename.c). */
void mb_load_renames(MbLoading *loading, const MbBoard *board, const MbFields *fields);
/* After it was read: one finding that lists whom it no longer names. */
void mb_load_note_unnamed(MbLoading *loading, const MbBoard *board);
/* The keys of notice: into BOARD. */
void mb_load_notice(MbBoard *board, const MbFields *fields);
/* ---- found by name (load_find.c) ---- */
/* The group of that name, or NULL; and the fault that says which there are. */
MbGroup *mb_load_group_called(MbLoading *loading, const MbBoard *board, const char *name);
void mb_load_no_group(MbLoading *loading, const MbBoard *board, MbPlace place, const char *name);
/* The group of BOARD that the text VALUE names; a fault and NULL where there is none. */
MbGroup *mb_load_group_at(MbLoading *loading, const MbBoard *board, const MbValue *value);
/* The person named VALUE, new where there is none of that name. */
MbPerson *mb_load_person_named(MbLoading *loading, const MbBoard *board, const MbValue *value);
/* The person named by VALUE, added to the people of the book where they are not there (a finding at WHERE, as after
 * mb_load_note_stranger). NULL where VALUE is no text (a fault). */
MbPerson *mb_load_person_at(MbLoading *loading, const MbBoard *board, const MbValue *value, const char *where);
/* A finding where PERSON was made by these files and is neither on a roll nor among the contacts. */
void mb_load_note_stranger(MbLoading *loading, const MbBoard *board, MbPerson *person, const char *where);
/* A finding at PLACE (taken) where KIND is none of the interests that BOARD's rule set names. */
void mb_load_check_interest(MbLoading *loading, const MbBoard *board, const char *kind, char *place);
void mb_load_plan(MbLoading *loading, const MbValue *document);
/* The lines of PLAN (load_lines.c). */
void mb_load_lines(MbLoading *loading, const MbBoard *board, const MbPlan *plan, const MbFields *fields);
/* The moves of a plan whose lines and meetings are loaded (load_moves.c). */
void mb_load_moves(MbLoading *loading, const MbBoard *board, const MbPlan *plan, const MbFields *fields);
void mb_load_meeting(MbLoading *loading, const MbValue *document);
/* Whether the minutes of MEETING were approved or signed before these files. */
gboolean mb_load_is_fixed(const MbLoading *loading, const MbMeeting *meeting);
/* MEETING, which is fixed, was loaded from FIELDS: a fault for whatever that has changed (load_fixed.c). GONE is the
 * length of what was gone before. */
void mb_load_check_fixed(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbFields *fields,
                         guint gone);
/* Items at KEY of FIELDS under PARENT (NULL: outermost) (load_item.c). */
void mb_load_items(MbLoading *loading, MbBoard *board, MbMeeting *meeting, const MbItem *parent,
                   const MbFields *fields);
/* What refers to other items of the same meeting, when all of them are loaded: FIELDS has `items`. */
void mb_load_items_end(MbLoading *loading, MbBoard *board, MbMeeting *meeting, const MbFields *fields);
/* Papers of ITEM; the minutes that it approves and their corrections (load_paper.c). */
void mb_load_papers(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbItem *item,
                    const MbFields *fields);
void mb_load_approval(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, MbItem *item,
                      const MbFields *fields);
/* What was declared, decided, moved, elected under ITEM (load_decision.c). */
void mb_load_decisions(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbItem *item,
                       const MbFields *fields);
void mb_load_motions(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbItem *item,
                     const MbFields *fields);
void mb_load_elections(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbItem *item,
                       const MbFields *fields);
/* One decision's keys into DECISION (an edit of it). */
void mb_load_decision(MbLoading *loading, const MbBoard *board, MbDecision *decision, const MbFields *fields);
/* Actions raised under ITEM and what was reported on earlier ones (load_action.c). */
void mb_load_actions(MbLoading *loading, MbBoard *board, const MbMeeting *meeting, const MbItem *item,
                     const MbFields *fields);
void mb_load_updates(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbItem *item,
                     const MbFields *fields);
/* Refs for actions that have none, the number that each board's next action gets, "next meeting" as a date: when all
 * documents are read. */
void mb_load_actions_end(MbLoading *loading);
/* The text and notes of ITEM, and what of it is withheld (load_text.c). */
void mb_load_text(MbLoading *loading, const MbBoard *board, const MbItem *item, const MbFields *fields);
/* The item of MEETING with that printed number at KEY; a fault and NULL where there is none. */
MbItem *mb_load_item_at(MbLoading *loading, const MbMeeting *meeting, const MbFields *fields, const char *key);

extern const char *const mb_load_decision_keys[];

#endif
