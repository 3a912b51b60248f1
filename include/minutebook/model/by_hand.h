/* SPDX-License-Identifier: MIT */
/* Names of the fields of a record that were changed by hand, kept as one text with spaces between (MbItem.by_hand,
 * MbEntry.by_hand, MbMeeting.by_hand): drafting and loading again leave them as they are. */
#ifndef MINUTEBOOK_MODEL_BY_HAND_H
#define MINUTEBOOK_MODEL_BY_HAND_H

#include <glib.h>

/* Whether FIELD is among BY_HAND (NULL: none). */
gboolean mb_by_hand(const char *by_hand, const char *field);
/* Adds FIELD to *BY_HAND, once. */
void mb_by_hand_note(char **by_hand, const char *field);

#endif
