/* SPDX-License-Identifier: MIT */
/* The live meeting: what its files share. live.c opens, closes and looks again; live_items.c goes from item to item;
 * live_text.c takes the typing; live_deeds.c does deeds by key; live_private.c withholds; live_order.c takes items
 * together, late ones, the chair; live_election.c elects; live_paint.c paints. */
#ifndef MINUTEBOOK_SCREENS_LIVE_H
#define MINUTEBOOK_SCREENS_LIVE_H

#include "minutebook/desk/writing.h"
#include "minutebook/screens/editor.h"
#include "minutebook/screens/screen.h"

typedef struct {
    MbView *view;
    char *id; /* of the meeting */
    MbDossier *dossier;
    const MbMeeting *meeting;
    const MbBoard *board;
    const MbRules *rules;
    GPtrArray *items;   /* MbItem in printed order, borrowed from DOSSIER */
    int at;             /* index of the item whose text is open, -1: none */
    GPtrArray *visited; /* char *: ids of items gone from, the last on top */

    gboolean returning; /* the item is opened where the hand was last, not at its end */
    MbWriting *writing;
    MbEditor *editor;
    char *paragraph;     /* id of the paragraph in which the caret was after the last stroke */
    GHashTable *unread;  /* ids of paragraphs left since they were read */
    gboolean hide_marks; /* reading goes on */
    gboolean hide_clocks;
    char *needle;    /* looked for last */
    char *completed; /* the word that Tab completed last, as typed; where it began and where the caret was then */
    int completed_from;
    int completed_index;
    MbSpot completed_at;
    MbTime painted;                  /* the minute the clocks show */
    int agenda_rows, agenda_columns; /* as painted last: for clicks */
    GArray *deeds;                   /* of LiveDeed: what Ctrl-Z takes back before text */
    GPtrArray *asked;                /* char *: the words of a deed that is still being asked for */
} Live;

/* A deed done by key, and the text's last edit when it was done. */
typedef struct {
    gint64 seq;
    gint64 edit;
} LiveDeed;

/* live_core.c */
int mb_live_index(const Live *live, const char *item); /* of an id; -1 */
const MbItem *mb_live_item(const Live *live);          /* NULL where none */
/* "@" and the key of the meeting, of the item at hand, of the caret's paragraph (NULL where none). Newly allocated. */
char *mb_live_meeting_key(const Live *live);
char *mb_live_item_key(const Live *live);
char *mb_live_paragraph_key(const Live *live);
MbTime mb_live_now(const Live *live);
/* Whether the meeting is under way; else it says how to start it. */
gboolean mb_live_under_way(MbView *view);
/* Runs a deed on this meeting and remembers it for Ctrl-Z. Words end with NULL; the first is the command. */
gboolean mb_live_do(Live *live, const char *command, ...) G_GNUC_NULL_TERMINATED;
/* A deed whose words are asked for one after the other: begun, with the meeting as its first word; a word added, taken
   (NULL: the deed needs none there); done. */
void mb_live_ask_begin(Live *live);
void mb_live_ask_add(Live *live, char *word);
gboolean mb_live_ask_do(Live *live, const char *command);

/* live_items.c */
gboolean mb_live_open_item(Live *live, int index); /* its text; FALSE: it has said why */
void mb_live_next(MbView *view);
void mb_live_previous(MbView *view);
void mb_live_go_to(MbView *view);
void mb_live_go_back(MbView *view);
void mb_live_go(Live *live, int index); /* opens it, and takes it where the meeting is under way */

/* live_text.c */
gboolean mb_live_stroke(MbView *view, const MbStroke *stroke);
void mb_live_type(MbView *view, const char *text); /* characters that have come at once */
/* Reads what was left unread; TRUE where something was read. */
gboolean mb_live_read(Live *live);
void mb_live_leave_text(Live *live); /* the caret leaves this item */
void mb_live_find(MbView *view);
void mb_live_find_next(MbView *view);
void mb_live_replace(MbView *view);
void mb_live_gap(MbView *view);
void mb_live_time_now(MbView *view);
void mb_live_words(MbView *view);

/* live_names.c */
gboolean mb_live_complete(Live *live);    /* the word before the caret; FALSE where there is none */
void mb_live_expand_initials(Live *live); /* after a colon was typed */
const MbAttendance *mb_live_attendance(const Live *live, const char *person); /* at this meeting, or NULL */

/* live_gaps.c */
void mb_live_gaps(MbView *view);  /* every ?? of the meeting, to go to */
void mb_live_close(MbView *view); /* says what is still open, and closes it */

/* live_aids.c */
gboolean mb_live_expand(Live *live); /* the stock sentence whose key is before the caret; FALSE: there is none */
void mb_live_sentences(MbView *view);
void mb_live_suggest(MbView *view); /* for a misspelt word */

/* live_onward.c */
void mb_live_sweep(MbView *view);
void mb_live_write_up(MbView *view);
gboolean mb_live_begun(MbView *view); /* under way or over, and its minutes not approved */

/* live_private.c: the public excluded and readmitted, text and items withheld and opened again */
void mb_live_exclude(MbView *view);
void mb_live_readmit(MbView *view);
void mb_live_restrict_paragraph(MbView *view);
void mb_live_restrict_selection(MbView *view);
void mb_live_restrict_item(MbView *view);
void mb_live_open_again(MbView *view);
gboolean mb_live_may_exclude(MbView *view);
gboolean mb_live_may_readmit(MbView *view);
gboolean mb_live_has_selection(MbView *view);
gboolean mb_live_is_withheld(MbView *view); /* the caret's paragraph or the item at hand */

/* live_order.c: what the chair changes of the order */
void mb_live_together(MbView *view);
void mb_live_apart(MbView *view);
gboolean mb_live_is_together(MbView *view);
void mb_live_urgent(MbView *view);
void mb_live_chair(MbView *view);
void mb_live_stranger(MbView *view);
gboolean mb_live_has_stranger(MbView *view);

/* live_election.c */
void mb_live_election(MbView *view);

/* live_deeds.c */
extern const MbKeyRow mb_live_rows[];

/* live_paint.c */
void mb_live_paint(MbView *view, MbGrid *grid, MbArea area, gboolean whole);
char *mb_live_headline(MbView *view, char **right);
/* Rows of the agenda column, for clicks: the index of the item at ROW of the grid, or -1. */
int mb_live_item_at(const Live *live, int row, int column);
extern const MbDress mb_live_dress;

#endif
