/* SPDX-License-Identifier: MIT */
/* Who came, left, declared and spoke, and what happened to the meeting, as the text says it. */
#include "understand.h"

static gboolean make_none(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    (void)u;
    (void)claim;
    (void)mark;
    (void)error;
    return TRUE;
}
const MbFamily mb_family_update = {.make = make_none}, mb_family_approval = {.make = make_none}, mb_family_correction = {.make = make_none};
const MbFamily mb_family_presence = {.make = make_none, .parts = TRUE}, mb_family_apologies = {.make = make_none, .parts = TRUE}, mb_family_declaration = {.make = make_none, .parts = TRUE}, mb_family_event = {.make = make_none}, mb_family_closed = {.make = make_none}, mb_family_next_meeting = {.make = make_none}, mb_family_speaker = {.make = make_none};
