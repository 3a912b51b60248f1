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
/* The item at hand at AT: the last one taken until then. NULL before the first. */
const char *mb_pace_item_at(const MbDossier *dossier, const MbMeeting *meeting, MbTime at);
/* Whether ITEM was taken at all, itself or as part of the item with which it is taken together. */
gboolean mb_pace_taken(const MbDossier *dossier, const MbMeeting *meeting, const char *item);
/* Minutes spent on ITEM up to NOW, adjournments left out. */
int mb_pace_used(const MbDossier *dossier, const MbMeeting *meeting, const char *item, MbTime now);
MbPace mb_pace_at(const MbDossier *dossier, const MbMeeting *meeting, MbTime now);
/* Whether the meeting was opened and not closed yet. A closed meeting stays live until it is written up. */
gboolean mb_pace_under_way(const MbMeeting *meeting);
/* Minutes from MEETING's start to TIME, below 0 before it: a meeting may run past midnight. Of a meeting without a
   start, minutes since midnight. What orders times of one meeting. TIME is known. */
int mb_pace_minute(const MbMeeting *meeting, MbTime time);
/* The events of MEETING in their order; new array, records borrowed. */
GPtrArray *mb_pace_events(const MbDossier *dossier, const MbMeeting *meeting);
/* Sets `started`, `ended` and `taken` of every item that the events say was taken: when it was begun first and left
   last, and the order, where that is not the printed one. Those changed go to CHANGED. */
void mb_pace_settle(const MbDossier *dossier, const MbMeeting *meeting, GPtrArray *changed);
/* Whether the meeting is adjourned at the moment; whether the public are excluded. */
gboolean mb_pace_adjourned(const MbDossier *dossier, const MbMeeting *meeting);
gboolean mb_pace_excluded(const MbDossier *dossier, const MbMeeting *meeting);

#endif
