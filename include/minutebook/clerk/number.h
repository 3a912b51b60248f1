/* SPDX-License-Identifier: MIT */
/* Numbers of agenda items in the board's scheme. "1": 1, 2, 3 and nested 3.1; "1.0": 1.0, 2.0 and nested 3.1; "1.1": as
   "1", each paragraph of the minute numbered 3.1, 3.2 as well, nested items first. Lettered parts: 14(a). Once the
   meeting is called numbers freeze: an item that comes late gets its predecessor's number and a letter, 9A. */
#ifndef MINUTEBOOK_CLERK_NUMBER_H
#define MINUTEBOOK_CLERK_NUMBER_H

#include "minutebook/model/dossier.h"
#include "minutebook/model/item.h"
#include "minutebook/model/meeting.h"

/* The items of MEETING on its agenda (dropped ones left out) in printed order: each item before those nested in it. A
 * new array, records borrowed. */
GPtrArray *mb_number_items(const MbDossier *dossier, const char *meeting);
/* Sets the numbers of MEETING's items; those with number_kept stay. Changed records go to CHANGED (may be NULL). */
void mb_number_agenda(const MbDossier *dossier, const MbMeeting *meeting, GPtrArray *changed);
/* How deep ITEM is nested: 0 on the outside. */
int mb_number_depth(const MbDossier *dossier, const MbItem *item);
/* The item of MEETING that WORDS mean: the printed number ("4" also finds "4.0", "14a" finds "14(a)"), else any
 * unambiguous part of the title (a whole title before parts). Fills FOUND with all candidates, count returned. */
guint mb_number_find(const MbDossier *dossier, const char *meeting, const char *words, GPtrArray *found);

#endif
