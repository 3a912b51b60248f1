/* SPDX-License-Identifier: MIT */
#include "minutebook/model/item.h"

#include "minutebook/model/action.h"
#include "minutebook/model/board.h"
#include "minutebook/model/meeting.h"
#include "minutebook/model/minute.h"
#include "minutebook/model/paper.h"
#include "minutebook/model/person.h"
#include "minutebook/model/plan.h"

const char *const mb_purpose_words[] = {"", "decision", "discussion", "information", NULL};
const char *const mb_paper_state_words[] = {"", "verbal", "awaited", "received", "to be circulated", "late", NULL};
const char *const mb_item_source_words[] = {"added", "standing", "plan", "carried", "matters arising", NULL};

static const MbField item_fields[] = {
    MB_REF(MbItem, meeting, MB_MEETING),
    MB_REF(MbItem, parent, MB_ITEM),
    MB_INT(MbItem, position),
    MB_BOOL(MbItem, lettered),
    MB_TEXT(MbItem, number),
    MB_BOOL(MbItem, number_kept),
    MB_TEXT(MbItem, minute_number),
    MB_TEXT(MbItem, title),
    MB_ENUM(MbItem, purpose, mb_purpose_words),
    MB_INT(MbItem, minutes),
    MB_ENUM(MbItem, paper, mb_paper_state_words),
    MB_TEXT(MbItem, paper_words),
    MB_TEXT(MbItem, pages),
    MB_TEXT(MbItem, standing_text),
    MB_ENUM(MbItem, source, mb_item_source_words),
    MB_REF(MbItem, entry, MB_ENTRY),
    MB_REF(MbItem, carried_from, MB_ITEM),
    MB_REF(MbItem, approves, MB_MEETING),
    MB_TEXT(MbItem, by_hand),
    MB_BOOL(MbItem, dropped),
    MB_TEXT(MbItem, dropped_why),
    MB_REF(MbItem, deferred_to, MB_MEETING),
    MB_BOOL(MbItem, matters_arising),
    MB_TEXT(MbItem, urgent_why),
    MB_INT(MbItem, taken),
    MB_REF(MbItem, taken_with, MB_ITEM),
    MB_TIME(MbItem, started),
    MB_TIME(MbItem, ended),
    MB_BOOL(MbItem, carried_forward),
    MB_BOOL(MbItem, written_up),
    MB_END,
};
const MbNoun MB_ITEM = {.name = "item", .size = sizeof(MbItem), .fields = item_fields};

static const MbField presenter_fields[] = {
    MB_REF(MbPresenter, item, MB_ITEM),
    MB_INT(MbPresenter, position),
    MB_REF(MbPresenter, person, MB_PERSON),
    MB_TEXT(MbPresenter, name),
    MB_REF(MbPresenter, on_behalf_of, MB_PERSON),
    MB_TEXT(MbPresenter, on_behalf_of_name),
    MB_END,
};
const MbNoun MB_PRESENTER = {.name = "presenter", .size = sizeof(MbPresenter), .fields = presenter_fields};

static const MbField recommendation_fields[] = {
    MB_REF(MbRecommendation, item, MB_ITEM),
    MB_INT(MbRecommendation, position),
    MB_TEXT(MbRecommendation, text),
    MB_END,
};
const MbNoun MB_RECOMMENDATION = {
    .name = "recommendation", .size = sizeof(MbRecommendation), .fields = recommendation_fields};

static const MbField restriction_fields[] = {
    MB_REF(MbRestriction, item, MB_ITEM),
    MB_REF(MbRestriction, entry, MB_ENTRY),
    MB_REF(MbRestriction, paper, MB_PAPER),
    MB_REF(MbRestriction, minute, MB_MINUTE),
    MB_REF(MbRestriction, action, MB_ACTION),
    MB_INT(MbRestriction, start),
    MB_INT(MbRestriction, length),
    MB_TEXT(MbRestriction, paragraph),
    MB_TEXT(MbRestriction, reason),
    MB_TEXT(MbRestriction, public_title),
    MB_REF(MbRestriction, audience, MB_AUDIENCE),
    MB_DAY(MbRestriction, lifted_on),
    MB_TEXT(MbRestriction, lifted_by),
    MB_END,
};
const MbNoun MB_RESTRICTION = {.name = "restriction", .size = sizeof(MbRestriction), .fields = restriction_fields};
