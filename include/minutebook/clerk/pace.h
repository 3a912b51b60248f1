/* SPDX-License-Identifier: MIT */
/* The pace of a meeting under way: how long each item has taken, what is left, when it will end. Worked out from the
   events of the meeting (an item taken, adjournments), so that jumping between items counts each its own minutes. Clock
   times before the meeting are clerk/timing.h. */
#ifndef MINUTEBOOK_CLERK_PACE_H
#define MINUTEBOOK_CLERK_PACE_H

#include "minutebook/model/dossier.h"
#include "minutebook/model/item.h"
#include "minutebook/model/meeting.h"

typedef struct {
    int planned_left; /* minutes allotted to items not taken yet and to what is left of the one at hand */
    int time_left;    /* minutes until the meeting's end; negative past it */
    MbTime forecast;  /* when it will end if the rest takes what it is allotted; MB_NO_TIME where not known */
    int over;         /* minutes the forecast lies past the end; negative: to spare */
} MbPace;

/* The item being taken, or that was taken last: its id (borrowed), or NULL before the first. */
const char *mb_pace_current(const MbDossier *dossier, const MbMeeting *meeting);
/* Whether ITEM was taken at all. */
gboolean mb_pace_taken(const MbDossier *dossier, const MbMeeting *meeting, const char *item);
/* Minutes spent on ITEM up to NOW, adjournments left out. */
int mb_pace_used(const MbDossier *dossier, const MbMeeting *meeting, const char *item, MbTime now);
MbPace mb_pace_at(const MbDossier *dossier, const MbMeeting *meeting, MbTime now);
/* Whether the meeting is adjourned at the moment; whether the public are excluded. */
gboolean mb_pace_adjourned(const MbDossier *dossier, const MbMeeting *meeting);
gboolean mb_pace_excluded(const MbDossier *dossier, const MbMeeting *meeting);

#endif
