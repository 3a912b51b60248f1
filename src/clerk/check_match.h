/* SPDX-License-Identifier: MIT */
/* Which agenda item a planned entry became: the one drafted from it, else one of the same title, else the nearest by
 * words. Names of those who lead the one and present the other are compared here too. */
#ifndef MINUTEBOOK_CLERK_CHECK_MATCH_H
#define MINUTEBOOK_CLERK_CHECK_MATCH_H

#include "check_case.h"

/* Whether ENTRY is to come to MEETING (an id): placed there and not dropped. */
gboolean mb_match_due(const MbEntry *entry, const char *meeting);
/* The entries that are to come to the case's meeting, in plan order. A new array, records borrowed. */
GPtrArray *mb_match_entries(const MbCase *c);
/* The item of the case's meeting that ENTRY became, or NULL; one taken off the agenda by hand counts. LINKED (may be
 * NULL) is set where it was drafted from the entry rather than found by its title. */
const MbItem *mb_match_item(const MbCase *c, const MbEntry *entry, gboolean *linked);

/* A title without a mark of restriction before it. Borrowed from TITLE. */
const char *mb_match_bare(const char *title);
/* Whether the two titles say the same: equal but for case and marks of restriction, or AGENDA says all of PLAN and
 * more. */
gboolean mb_match_same_title(const char *plan, const char *agenda);
/* Whether most words of the shorter title stand in the other ("Primary Safety School Summit", "Primary Young People
 * Safety Summit"). */
gboolean mb_match_near_title(const char *a, const char *b);

/* Those who lead ENTRY, those who present ITEM, as printed. NULL-ended, newly allocated. */
char **mb_match_leads(const MbCase *c, const MbEntry *entry);
char **mb_match_presenters(const MbCase *c, const MbItem *item);
/* Whether ITEM is presented by those who lead ENTRY, somebody on their behalf, or whoever holds the office named. */
gboolean mb_match_same_people(const MbCase *c, const MbEntry *entry, const MbItem *item);

#endif
