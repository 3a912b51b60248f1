/* SPDX-License-Identifier: MIT */
/* The write-up: what its files share. writeup.c opens it and goes from item to item; writeup_text.c takes the typing
 * and what is taken over from the notes; writeup_paint.c paints. */
#ifndef MINUTEBOOK_SCREENS_WRITEUP_H
#define MINUTEBOOK_SCREENS_WRITEUP_H

#include "minutebook/desk/writing.h"
#include "minutebook/screens/editor.h"
#include "minutebook/screens/screen.h"

enum { SIDE_NOTES, SIDE_MINUTE, SIDES };

/* A text with its editor. */
typedef struct {
    MbWriting *writing; /* NULL: none is open */
    MbEditor *editor;
    char *paragraph; /* id of the one in which the caret was after the last stroke */
} WriteupSide;

typedef struct {
    MbView *view;
    char *id; /* of the meeting */
    MbDossier *dossier;
    const MbMeeting *meeting;
    const MbBoard *board;
    GPtrArray *items; /* MbItem in printed order, borrowed from DOSSIER */
    int at;           /* index of the item whose text is open, -1: none */
    int first_side;   /* SIDE_NOTES, or SIDE_MINUTE where what is typed live is the minute: then there is one side */
    int side;         /* in which the hand is */
    WriteupSide sides[SIDES];
    GHashTable *unread; /* ids of paragraphs left since they were read */
    MbArea list;        /* of the items, as painted last: for clicks */
    int list_first;     /* index of the first item seen */
} Writeup;

/* writeup_text.c */
gboolean mb_writeup_stroke(MbView *view, const MbStroke *stroke);
MbPassage *mb_writeup_passage(const Writeup *writeup, int side); /* NULL where none is open */
gboolean mb_writeup_read(Writeup *writeup);                      /* what was left; TRUE where something was */
void mb_writeup_leave(Writeup *writeup);                         /* both texts: settled and read */
void mb_writeup_switch(MbView *view);
void mb_writeup_take_over(MbView *view);
void mb_writeup_gap(MbView *view);
void mb_writeup_sentences(MbView *view);
void mb_writeup_private(MbView *view);

/* writeup_paint.c */
const MbItem *mb_writeup_item(const Writeup *writeup); /* NULL where none */
/* How many items are to be written up, and how many of them are. */
void mb_writeup_tally(const Writeup *writeup, int *all, int *done);
void mb_writeup_paint(MbView *view, MbGrid *grid, MbArea area, gboolean whole);
char *mb_writeup_headline(MbView *view, char **right);
int mb_writeup_item_at(const Writeup *writeup, int row, int column); /* index, or -1 */

#endif
