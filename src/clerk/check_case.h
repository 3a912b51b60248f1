/* SPDX-License-Identifier: MIT */
/* What the families of checks share: a case (what is looked at, gathered once), the rows of their tables, places and
   names in a secretary's words, and reporting. The families' tables stand at the end; they are run in check.c. Which
   planned entry belongs to which agenda item is check_match.h; dates written in text are check_written.h. */
#ifndef MINUTEBOOK_CLERK_CHECK_CASE_H
#define MINUTEBOOK_CLERK_CHECK_CASE_H

#include "minutebook/clerk/check.h"
#include "minutebook/model/nouns.h"

typedef struct MbCase MbCase;

/* A rule: its code, how grave it is, and the function that looks for it. A table ends with a NULL code. */
typedef struct {
    const char *rule;
    MbSeverity severity;
    void (*look)(MbCase *c);
} MbCheckRow;

/* All borrowed but the arrays, which hold borrowed records. */
struct MbCase {
    const MbDossier *dossier;
    const MbRules *rules;     /* NULL where none are known */
    const MbBoard *board;     /* NULL where the dossier has not got it */
    const MbMeeting *meeting; /* NULL for the plan alone and the roll alone */
    MbDay today;
    gboolean ahead;   /* planned or called */
    gboolean held;    /* live or later, not cancelled */
    gboolean over;    /* held and done with, so that what is missing is missing */
    GPtrArray *items; /* on the agenda, in printed order */
    GPtrArray *minutes;
    GPtrArray *attendance;
    GPtrArray *declarations;
    GPtrArray *decisions;
    GPtrArray *actions; /* raised at the meeting */
    GPtrArray *updates; /* reported at the meeting */
    GPtrArray *findings;
    const MbCheckRow *row; /* that is looking now */
};

/* MEETING may be NULL: the arrays are empty then. */
void mb_case_begin(MbCase *c, const MbCheck *check, const char *board, const MbMeeting *meeting, GPtrArray *findings);
void mb_case_end(MbCase *c);
void mb_case_run(MbCase *c, const MbCheckRow *rows);

/* Reports what the row that looks now found; a finding settled, or reported before, is left out. Takes PLACE, TEXT and
 * FIX (may be NULL). */
void mb_case_report(MbCase *c, char *place, char *text, char *fix);
void mb_case_report_as(MbCase *c, MbSeverity severity, char *place, char *text, char *fix);

/* Places, newly allocated: "CSP, 29 January 2026"; "CSP, 29 January 2026, item 4 Hate crime" (the meeting's where ITEM
   is NULL); the item under which an action was raised at this meeting, else "CSP, 29 January 2026, action 84"; "CSP,
   forward plan 2025/26, Hate crime"; "CSP, roll, Dr Second Name". */
char *mb_case_place(const MbCase *c);
char *mb_case_item_place(const MbCase *c, const MbItem *item);
char *mb_case_action_place(const MbCase *c, const MbAction *action);
char *mb_case_plan_place(const MbCase *c, const MbPlan *plan, const char *title);
char *mb_case_roll_place(const MbCase *c, const char *name);

/* For sentences, newly allocated: “Hate crime”, else "item 4"; "action 84" or “Circulate the slides”; a person as
 * printed, else NAME; the beginning of a long text; a meeting's day or the words it has instead. */
char *mb_case_item_name(const MbItem *item);
char *mb_case_action_name(const MbAction *action);
char *mb_case_person(const MbCase *c, const char *person, const char *name);
char *mb_case_short(const char *text);
char *mb_case_day(const MbMeeting *meeting);
/* A word with its plural where COUNT is not one: "1 minute", "2 minutes". Newly allocated. */
char *mb_case_count(int count, const char *word);

/* The item of that id on this agenda, or NULL. */
MbItem *mb_case_item(const MbCase *c, const char *id);
/* Whether ITEM is OUTER or nested in it. */
gboolean mb_case_within(const MbCase *c, const char *item, const char *outer);
/* The record of that person at this meeting, by id or else by printed name; NULL where there is none. */
MbAttendance *mb_case_attendance(const MbCase *c, const char *person, const char *name);
/* Present, or present in part. */
gboolean mb_case_came(const MbAttendance *attendance);
/* Whether that person was in the room: came, or stood in for somebody. */
gboolean mb_case_was_there(const MbCase *c, const char *person, const char *name);
/* Whether anybody's attendance has been recorded. */
gboolean mb_case_has_register(const MbCase *c);
/* Whether PERSON sits on the board, or may stand in for one who does, on DAY. */
gboolean mb_case_on_roll(const MbCase *c, const char *person, MbDay day);
/* Of somebody who does not sit on the roll on DAY: "is not on the roll", "is on the roll until 15 March 2026 only".
 * Newly allocated. */
char *mb_case_off_roll(const MbCase *c, const char *person, MbDay day);
/* Whether NAME is an office, a post or a group of the board rather than a person. */
gboolean mb_case_is_role(const MbCase *c, const char *name);
/* Whether NAME means many: "All partners", "Members". */
gboolean mb_case_is_collective(const char *name);

/* Somebody on the board's roll, now or once, whose name differs from NAME by a letter or two; NULL where there is none
 * or the names are the same. */
const MbPerson *mb_case_namesake(const MbCase *c, const char *name);

/* Whether that person made DECLARATION, it concerns ITEM, and they took no part for it. In check_interests.c. */
gboolean mb_case_declared(const MbCase *c, const MbDeclaration *declaration, const char *person, const char *name,
                          const char *item);

/* Rows in files of their own: check_approval.c, of the agenda's table; check_interests.c, check_votes.c,
 * check_movers.c and check_register.c, of the attendance's; check_late.c and
 * check_papers.c, of the agenda's; check_labels.c, of the actions'; check_names.c, of these and the plan's;
 * check_tables.c, of the text's; check_periods.c, of the dates'. */
void mb_check_previous_minutes(MbCase *c);
void mb_check_conflicted(MbCase *c);
void mb_check_votes(MbCase *c);
void mb_check_movers_present(MbCase *c);
void mb_check_movers_differ(MbCase *c);
void mb_check_voters(MbCase *c);
void mb_check_remote(MbCase *c);
void mb_check_unaccounted(MbCase *c);
void mb_check_deputies(MbCase *c);
void mb_check_late(MbCase *c);
void mb_check_labels(MbCase *c);
void mb_check_security(MbCase *c);
void mb_check_ambiguous_presenters(MbCase *c);
void mb_check_ambiguous_owners(MbCase *c);
void mb_check_ambiguous_leads(MbCase *c);
void mb_check_counterparts(MbCase *c);
void mb_check_table_totals(MbCase *c);
void mb_check_overspend(MbCase *c);
void mb_check_periods(MbCase *c);

/* The families, in the order in which they are reported. */
extern const MbCheckRow mb_check_agenda_rows[];
extern const MbCheckRow mb_check_time_rows[];
extern const MbCheckRow mb_check_plan_rows[];
extern const MbCheckRow mb_check_plan_alone_rows[]; /* what agenda rows say of a meeting */
extern const MbCheckRow mb_check_notice_rows[];
extern const MbCheckRow mb_check_attendance_rows[];
extern const MbCheckRow mb_check_text_rows[];
extern const MbCheckRow mb_check_dates_rows[];
extern const MbCheckRow mb_check_speaker_rows[];
extern const MbCheckRow mb_check_actions_rows[];
extern const MbCheckRow mb_check_roll_rows[];

#endif
