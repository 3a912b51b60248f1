/* SPDX-License-Identifier: MIT */
#include "minutebook/model/mark.h"

#include "minutebook/model/item.h"
#include "minutebook/model/meeting.h"
#include "minutebook/model/minute.h"

const char *const mb_mark_state_words[] = {"made", "offered", "accepted", "refused", "own life", NULL};

static const MbField mark_fields[] = {
    MB_REF(MbMark, meeting, MB_MEETING),
    MB_REF(MbMark, item, MB_ITEM),
    MB_REF(MbMark, minute, MB_MINUTE),
    MB_INT(MbMark, position),
    MB_TEXT(MbMark, reading),
    MB_INT(MbMark, start),
    MB_INT(MbMark, length),
    MB_INT(MbMark, sure),
    MB_TEXT(MbMark, doubt),
    MB_TEXT(MbMark, words),
    MB_TEXT(MbMark, shown),
    MB_TEXT(MbMark, kind),
    MB_TEXT(MbMark, record),
    MB_TEXT(MbMark, made),
    MB_TEXT(MbMark, before),
    MB_ENUM(MbMark, state, mb_mark_state_words),
    MB_END,
};
const MbNoun MB_MARK = {.name = "mark", .size = sizeof(MbMark), .fields = mark_fields};
