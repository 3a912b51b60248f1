/* SPDX-License-Identifier: MIT */
/* The sweep of the action log: what its two files share. */
#ifndef MINUTEBOOK_SCREENS_SWEEP_H
#define MINUTEBOOK_SCREENS_SWEEP_H

#include "minutebook/model/action.h"
#include "minutebook/screens/screen.h"

enum { SWEEP_OPEN, SWEEP_CLOSED, SWEEP_CARRIED, SWEEP_REDATED, SWEEP_HANDED, SWEEP_WAYS };

/* An action and what was said of it here. */
typedef struct {
    const MbAction *action; /* as it was when the sweep began */
    int order;              /* by its ref */
    int how;                /* what became of it; OPEN: nothing yet */
    char *note;             /* what was reported, for the sentence to come */
    char *said;             /* the answer, where something became of it */
} SweepEntry;

/* A deed that can be taken back, and the action it was done at. */
typedef struct {
    gint64 seq;
    int at;
} SweepDeed;

typedef struct {
    MbView *view;
    char *meeting_id, *item_id;
    MbDossier *dossier; /* as the sweep began: so the list and its order stay */
    const MbMeeting *meeting;
    const MbBoard *board;
    const MbItem *item;
    GPtrArray *entries; /* SweepEntry */
    int at;             /* index; that past the last: the summary */
    GArray *deeds;      /* SweepDeed */
} Sweep;

/* sweep_paint.c */
SweepEntry *mb_sweep_entry(const Sweep *sweep); /* at hand; NULL in the summary */
void mb_sweep_paint(MbView *view, MbGrid *grid, MbArea area, gboolean whole);
char *mb_sweep_headline(MbView *view, char **right);

#endif
