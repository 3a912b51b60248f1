/* SPDX-License-Identifier: MIT */
/* Clock times: when each item starts, what is planned against what there is. */
#ifndef MINUTEBOOK_CLERK_TIMING_H
#define MINUTEBOOK_CLERK_TIMING_H

#include "minutebook/model/dossier.h"
#include "minutebook/model/item.h"
#include "minutebook/model/meeting.h"

typedef struct {
    int available; /* minutes from start to end; 0 where not both are known */
    int planned;   /* sum of the allotted minutes: an item's own, or where it has none its nested items' */
    int untimed; /* outermost items that have none at all; lettered parts and what nests under matters arising need none
                  */
} MbTiming;

MbTiming mb_timing_of(const MbDossier *dossier, const MbMeeting *meeting);
/* When the item at INDEX of ITEMS (mb_number_items) starts; MB_NO_TIME where the meeting has no start. Nested items
 * start within their parent. */
MbTime mb_timing_starts(const MbDossier *dossier, const MbMeeting *meeting, const GPtrArray *items, guint index);
/* Whether this item ought to have minutes and has none. */
gboolean mb_timing_untimed(const MbDossier *dossier, const MbItem *item);

#endif
