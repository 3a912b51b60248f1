/* SPDX-License-Identifier: MIT */
#include "minutebook/model/action.h"

#include "minutebook/model/board.h"
#include "minutebook/model/decision.h"
#include "minutebook/model/item.h"
#include "minutebook/model/meeting.h"
#include "minutebook/model/person.h"

const char *const mb_action_status_words[] = {"open", "reported", "closed", "superseded", NULL};
const char *const mb_update_words[] = {"", "open", "closed", NULL};

static const MbField action_fields[] = {
    MB_REF(MbAction, board, MB_BOARD),
    MB_TEXT(MbAction, ref),
    MB_TEXT(MbAction, text),
    MB_ENUM(MbAction, status, mb_action_status_words),
    MB_DAY(MbAction, due),
    MB_TEXT(MbAction, due_words),
    MB_REF(MbAction, due_meeting, MB_MEETING),
    MB_DAY(MbAction, raised_on),
    MB_REF(MbAction, raised_at, MB_MEETING),
    MB_REF(MbAction, item, MB_ITEM),
    MB_TEXT(MbAction, item_words),
    MB_REF(MbAction, decision, MB_DECISION),
    MB_DAY(MbAction, closed_on),
    MB_REF(MbAction, closed_at, MB_MEETING),
    MB_REF(MbAction, superseded_by, MB_ACTION),
    MB_TEXT(MbAction, old_ref),
    MB_INT(MbAction, position),
    MB_END,
};
const MbNoun MB_ACTION = {.name = "action", .size = sizeof(MbAction), .fields = action_fields};

static const MbField owner_fields[] = {
    MB_REF(MbOwner, action, MB_ACTION), MB_INT(MbOwner, position), MB_REF(MbOwner, person, MB_PERSON),
    MB_REF(MbOwner, post, MB_POST),     MB_TEXT(MbOwner, name),    MB_END,
};
const MbNoun MB_OWNER = {.name = "owner", .size = sizeof(MbOwner), .fields = owner_fields};

static const MbField update_fields[] = {
    MB_REF(MbUpdate, action, MB_ACTION),
    MB_INT(MbUpdate, position),
    MB_DAY(MbUpdate, on),
    MB_REF(MbUpdate, meeting, MB_MEETING),
    MB_REF(MbUpdate, item, MB_ITEM),
    MB_TEXT(MbUpdate, text),
    MB_ENUM(MbUpdate, outcome, mb_update_words),
    MB_END,
};
const MbNoun MB_UPDATE = {.name = "update", .size = sizeof(MbUpdate), .fields = update_fields};

static const MbField chaser_fields[] = {
    MB_REF(MbChaser, action, MB_ACTION), MB_INT(MbChaser, position), MB_DAY(MbChaser, on),
    MB_REF(MbChaser, person, MB_PERSON), MB_TEXT(MbChaser, name),    MB_TEXT(MbChaser, step),
    MB_TEXT(MbChaser, channel),          MB_TEXT(MbChaser, text),    MB_END,
};
const MbNoun MB_CHASER = {.name = "chaser", .size = sizeof(MbChaser), .fields = chaser_fields};

static const MbField redate_fields[] = {
    MB_REF(MbRedate, action, MB_ACTION), MB_INT(MbRedate, position),    MB_DAY(MbRedate, on),
    MB_DAY(MbRedate, from_day),          MB_TEXT(MbRedate, from_words), MB_DAY(MbRedate, to_day),
    MB_TEXT(MbRedate, to_words),         MB_TEXT(MbRedate, why),        MB_END,
};
const MbNoun MB_REDATE = {.name = "redate", .size = sizeof(MbRedate), .fields = redate_fields};
