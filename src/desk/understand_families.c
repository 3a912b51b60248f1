/* SPDX-License-Identifier: MIT */
/* Which family deals with which kind of reading. */
#include "understand.h"

static const MbFamily *const families[] = {
    [MB_READ_ACTION] = &mb_family_action,           [MB_READ_DECISION] = &mb_family_decision,
    [MB_READ_APPROVAL] = &mb_family_approval,       [MB_READ_CORRECTION] = &mb_family_correction,
    [MB_READ_UPDATE] = &mb_family_update,           [MB_READ_ARRIVAL] = &mb_family_presence,
    [MB_READ_DEPARTURE] = &mb_family_presence,      [MB_READ_APOLOGIES] = &mb_family_apologies,
    [MB_READ_DECLARATION] = &mb_family_declaration, [MB_READ_CHAIR] = &mb_family_event,
    [MB_READ_ADJOURNED] = &mb_family_event,         [MB_READ_RESUMED] = &mb_family_event,
    [MB_READ_CLOSED] = &mb_family_closed,           [MB_READ_NEXT_MEETING] = &mb_family_next_meeting,
    [MB_READ_SPEAKER] = &mb_family_speaker,         [MB_READ_UNDERTAKING] = &mb_family_undertaking,
};

const MbFamily *mb_understand_family(int kind)
{
    return families[kind];
}
