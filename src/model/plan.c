/* SPDX-License-Identifier: MIT */
#include "minutebook/model/plan.h"

#include "minutebook/model/board.h"
#include "minutebook/model/decision.h"
#include "minutebook/model/item.h"
#include "minutebook/model/meeting.h"
#include "minutebook/model/person.h"

const char *const mb_section_words[] = {"opening", "business", "closing", NULL};
const char *const mb_every_words[] = {"", "meeting", "second meeting", "quarter", "months", NULL};
const char *const mb_entry_state_words[] = {"planned", "done", "moved", "dropped", NULL};

static const MbField plan_fields[] = {
    MB_REF(MbPlan, board, MB_BOARD), MB_TEXT(MbPlan, year),         MB_DAY(MbPlan, since),
    MB_DAY(MbPlan, until),           MB_TEXT(MbPlan, meeting_rule), MB_END,
};
const MbNoun MB_PLAN = {.name = "plan", .size = sizeof(MbPlan), .fields = plan_fields};

static const MbField line_fields[] = {
    MB_REF(MbLine, plan, MB_PLAN),
    MB_REF(MbLine, parent, MB_LINE),
    MB_ENUM(MbLine, section, mb_section_words),
    MB_INT(MbLine, position),
    MB_TEXT(MbLine, title),
    MB_ENUM(MbLine, every, mb_every_words),
    MB_TEXT(MbLine, months),
    MB_DAY(MbLine, since),
    MB_DAY(MbLine, until),
    MB_ENUM(MbLine, purpose, mb_purpose_words),
    MB_INT(MbLine, minutes),
    MB_ENUM(MbLine, paper, mb_paper_state_words),
    MB_TEXT(MbLine, priority),
    MB_TEXT(MbLine, status),
    MB_TEXT(MbLine, note),
    MB_TEXT(MbLine, standing_text),
    MB_BOOL(MbLine, statutory),
    MB_BOOL(MbLine, matters_arising),
    MB_BOOL(MbLine, restricted),
    MB_TEXT(MbLine, paragraph),
    MB_TEXT(MbLine, reason),
    MB_TEXT(MbLine, public_title),
    MB_TEXT(MbLine, letter),
    MB_END,
};
const MbNoun MB_LINE = {.name = "line", .size = sizeof(MbLine), .fields = line_fields};

static const MbField line_lead_fields[] = {
    MB_REF(MbLineLead, line, MB_LINE),
    MB_INT(MbLineLead, position),
    MB_REF(MbLineLead, person, MB_PERSON),
    MB_TEXT(MbLineLead, name),
    MB_END,
};
const MbNoun MB_LINE_LEAD = {.name = "line_lead", .size = sizeof(MbLineLead), .fields = line_lead_fields};

static const MbField line_when_fields[] = {
    MB_REF(MbLineWhen, line, MB_LINE),
    MB_INT(MbLineWhen, position),
    MB_DAY(MbLineWhen, day),
    MB_TEXT(MbLineWhen, words),
    MB_END,
};
const MbNoun MB_LINE_WHEN = {.name = "line_when", .size = sizeof(MbLineWhen), .fields = line_when_fields};

static const MbField line_recommendation_fields[] = {
    MB_REF(MbLineRecommendation, line, MB_LINE),
    MB_INT(MbLineRecommendation, position),
    MB_TEXT(MbLineRecommendation, text),
    MB_END,
};
const MbNoun MB_LINE_RECOMMENDATION = {
    .name = "line_recommendation", .size = sizeof(MbLineRecommendation), .fields = line_recommendation_fields};

static const MbField entry_fields[] = {
    MB_REF(MbEntry, board, MB_BOARD),
    MB_REF(MbEntry, plan, MB_PLAN),
    MB_REF(MbEntry, line, MB_LINE),
    MB_REF(MbEntry, parent, MB_ENTRY),
    MB_REF(MbEntry, meeting, MB_MEETING),
    MB_DAY(MbEntry, planned_day),
    MB_TEXT(MbEntry, meeting_words),
    MB_ENUM(MbEntry, section, mb_section_words),
    MB_INT(MbEntry, position),
    MB_TEXT(MbEntry, title),
    MB_ENUM(MbEntry, purpose, mb_purpose_words),
    MB_INT(MbEntry, minutes),
    MB_ENUM(MbEntry, paper, mb_paper_state_words),
    MB_TEXT(MbEntry, priority),
    MB_TEXT(MbEntry, status),
    MB_ENUM(MbEntry, state, mb_entry_state_words),
    MB_TEXT(MbEntry, note),
    MB_TEXT(MbEntry, standing_text),
    MB_BOOL(MbEntry, statutory),
    MB_BOOL(MbEntry, matters_arising),
    MB_BOOL(MbEntry, restricted),
    MB_TEXT(MbEntry, paragraph),
    MB_TEXT(MbEntry, reason),
    MB_TEXT(MbEntry, public_title),
    MB_TEXT(MbEntry, letter),
    MB_TEXT(MbEntry, by_hand),
    MB_END,
};
const MbNoun MB_ENTRY = {.name = "entry", .size = sizeof(MbEntry), .fields = entry_fields};

static const MbField entry_lead_fields[] = {
    MB_REF(MbEntryLead, entry, MB_ENTRY),
    MB_INT(MbEntryLead, position),
    MB_REF(MbEntryLead, person, MB_PERSON),
    MB_TEXT(MbEntryLead, name),
    MB_END,
};
const MbNoun MB_ENTRY_LEAD = {.name = "entry_lead", .size = sizeof(MbEntryLead), .fields = entry_lead_fields};

static const MbField move_fields[] = {
    MB_REF(MbMove, entry, MB_ENTRY),
    MB_INT(MbMove, position),
    MB_REF(MbMove, from_meeting, MB_MEETING),
    MB_REF(MbMove, to_meeting, MB_MEETING),
    MB_TEXT(MbMove, why),
    MB_DAY(MbMove, on),
    MB_REF(MbMove, decision, MB_DECISION),
    MB_END,
};
const MbNoun MB_MOVE = {.name = "move", .size = sizeof(MbMove), .fields = move_fields};
