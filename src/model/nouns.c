/* SPDX-License-Identifier: MIT */
#include "minutebook/model/nouns.h"

#include <string.h>

const MbNoun *const mb_nouns[] = {
    &MB_SETTING,
    &MB_SETTLED,
    &MB_ORGANISATION,
    &MB_POST,
    &MB_PERSON,
    &MB_ALIAS,
    &MB_TENURE,
    &MB_BOARD,
    &MB_BOARD_NAME,
    &MB_GROUP,
    &MB_SEAT,
    &MB_DEPUTY,
    &MB_OFFICE,
    &MB_AUDIENCE,
    &MB_AUDIENCE_ENTRY,
    &MB_INTEREST,
    &MB_PRIORITY,
    &MB_MEETING,
    &MB_OBJECTIVE,
    &MB_EVENT,
    &MB_ATTENDANCE,
    &MB_PRESENCE,
    &MB_PLAN,
    &MB_LINE,
    &MB_LINE_LEAD,
    &MB_LINE_WHEN,
    &MB_LINE_RECOMMENDATION,
    &MB_ENTRY,
    &MB_ENTRY_LEAD,
    &MB_MOVE,
    &MB_ITEM,
    &MB_PRESENTER,
    &MB_RECOMMENDATION,
    &MB_RESTRICTION,
    &MB_PAPER,
    &MB_PUBLICATION,
    &MB_SENDING,
    &MB_CORRECTION,
    &MB_MINUTE,
    &MB_CELL,
    &MB_DECLARATION,
    &MB_DECISION,
    &MB_VOTE,
    &MB_MOTION,
    &MB_ELECTION,
    &MB_CANDIDATE,
    &MB_ACTION,
    &MB_OWNER,
    &MB_UPDATE,
    &MB_CHASER,
    &MB_REDATE,
    &MB_MARK,
    NULL,
};

const MbNoun *const mb_working_nouns[] = {&MB_JOURNAL, &MB_PLACE, NULL};

const MbNoun *mb_noun_find(const char *name)
{
    for (gsize i = 0; mb_nouns[i]; i++)
        if (strcmp(mb_nouns[i]->name, name) == 0)
            return mb_nouns[i];
    return NULL;
}
