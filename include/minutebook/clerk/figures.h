/* SPDX-License-Identifier: MIT */
/* Attendance figures over meetings: who came to how many of those they could have come to. A cancelled meeting counts
 * for nothing, nor does one outside a person's term. */
#ifndef MINUTEBOOK_CLERK_FIGURES_H
#define MINUTEBOOK_CLERK_FIGURES_H

#include "minutebook/model/dossier.h"
#include "minutebook/model/meeting.h"
#include "minutebook/model/person.h"

typedef struct {
    const MbPerson *person; /* borrowed */
    const char *group;      /* borrowed, NULL where none */
    int possible;           /* meetings held during the term that have a register at all */
    int attended;           /* present or in part */
    int represented;
    int apologies;
    int absent;
    int percent;    /* attended of possible, rounded to the nearest; MB_NO_INT where none was possible */
    GArray *status; /* of int (MbAttendanceStatus), one for each meeting asked for; unknown where not possible or not
                       recorded */
} MbFigure;
void mb_figure_free(MbFigure *figure);

/* One figure for each seat's person on BOARD, in the roll's order. MEETINGS: MbMeeting of that board, by day; only held
 * ones (live or later, not cancelled) count. New array that frees its figures. */
GPtrArray *mb_figures_attendance(const MbDossier *dossier, const char *board, const GPtrArray *meetings);

#endif
