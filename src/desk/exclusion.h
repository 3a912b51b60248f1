/* SPDX-License-Identifier: MIT */
/* What is minuted while the public are excluded is withheld (clerk/exclusion.h): called last by every deed that may
   have added text or ended such a time. */
#ifndef MINUTEBOOK_DESK_EXCLUSION_H
#define MINUTEBOOK_DESK_EXCLUSION_H

#include "minutebook/desk/command.h"

/* Restricts what was minuted in private and is open still; COUNT (may be NULL) is set to the number of paragraphs. */
gboolean mb_exclusion_settle(MbDesk *desk, const MbMeeting *meeting, guint *count, GError **error);

#endif
