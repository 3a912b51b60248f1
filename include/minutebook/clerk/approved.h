/* SPDX-License-Identifier: MIT */
/* Whether minutes were approved: by what a later meeting decided, whether or not the state of the meeting was set
 * since. Which item approves which minutes is MbItem.approves. */
#ifndef MINUTEBOOK_CLERK_APPROVED_H
#define MINUTEBOOK_CLERK_APPROVED_H

#include "minutebook/model/dossier.h"
#include "minutebook/model/meeting.h"

/* Whether the minutes of MEETING are approved or signed, or a meeting held before BEFORE (NULL: any) decided, as
   approved or agreed, under an item that approves them or one nested in it. DOSSIER holds the items and decisions of
   those meetings; what it does not hold did not happen. */
gboolean mb_approved(const MbDossier *dossier, const MbMeeting *meeting, const MbMeeting *before);

#endif
