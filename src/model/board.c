/* SPDX-License-Identifier: MIT */
#include "minutebook/model/board.h"

#include "minutebook/model/person.h"

const char *const mb_numbering_words[] = {"1", "1.0", "1.1", NULL};
const char *const mb_quorum_of_words[] = {"voting", "all", NULL};
const char *const mb_rounding_words[] = {"up", "nearest", "down", NULL};
const char *const mb_notice_words[] = {"", "clear days", "working days", "days", NULL};
const char *const mb_tri_words[] = {"", "yes", "no", NULL};

static const MbField board_fields[] = {
    MB_TEXT(MbBoard, name),
    MB_TEXT(MbBoard, short_name),
    MB_TEXT(MbBoard, organisation),
    MB_REF(MbBoard, parent, MB_BOARD),
    MB_TEXT(MbBoard, zone),
    MB_TEXT(MbBoard, marking),
    MB_TEXT(MbBoard, strapline),
    MB_TEXT(MbBoard, rules),
    MB_TEXT(MbBoard, style),
    MB_ENUM(MbBoard, numbering, mb_numbering_words),
    MB_BOOL(MbBoard, restricted_last),
    MB_BOOL(MbBoard, saturdays),
    MB_BOOL(MbBoard, live_notes),
    MB_INT(MbBoard, agenda_notice),
    MB_ENUM(MbBoard, agenda_notice_kind, mb_notice_words),
    MB_INT(MbBoard, papers_notice),
    MB_ENUM(MbBoard, papers_notice_kind, mb_notice_words),
    MB_INT(MbBoard, quorum_members),
    MB_INT(MbBoard, quorum_over),
    MB_INT(MbBoard, quorum_under),
    MB_BOOL(MbBoard, quorum_majority),
    MB_INT(MbBoard, quorum_at_least),
    MB_ENUM(MbBoard, quorum_rounding, mb_rounding_words),
    MB_ENUM(MbBoard, quorum_of, mb_quorum_of_words),
    MB_INT(MbBoard, next_ref),
    MB_INT(MbBoard, next_minute),
    MB_TEXT(MbBoard, minute_prefix),
    MB_END,
};
const MbNoun MB_BOARD = {.name = "board", .size = sizeof(MbBoard), .fields = board_fields};

static const MbField board_name_fields[] = {
    MB_REF(MbBoardName, board, MB_BOARD),
    MB_TEXT(MbBoardName, name),
    MB_DAY(MbBoardName, since),
    MB_DAY(MbBoardName, until),
    MB_END,
};
const MbNoun MB_BOARD_NAME = {.name = "board_name", .size = sizeof(MbBoardName), .fields = board_name_fields};

static const MbField group_fields[] = {
    MB_REF(MbGroup, board, MB_BOARD),
    MB_INT(MbGroup, position),
    MB_TEXT(MbGroup, name),
    MB_BOOL(MbGroup, non_voting),
    MB_BOOL(MbGroup, outside_quorum),
    MB_INT(MbGroup, quorum),
    MB_END,
};
const MbNoun MB_GROUP = {.name = "group", .size = sizeof(MbGroup), .fields = group_fields};

static const MbField seat_fields[] = {
    MB_REF(MbSeat, board, MB_BOARD), MB_REF(MbSeat, person, MB_PERSON),
    MB_INT(MbSeat, position),        MB_REF(MbSeat, seat_group, MB_GROUP),
    MB_REF(MbSeat, post, MB_POST),   MB_REF(MbSeat, organisation, MB_ORGANISATION),
    MB_TEXT(MbSeat, initials),       MB_ENUM(MbSeat, voting, mb_tri_words),
    MB_DAY(MbSeat, since),           MB_DAY(MbSeat, until),
    MB_TEXT(MbSeat, note),           MB_END,
};
const MbNoun MB_SEAT = {.name = "seat", .size = sizeof(MbSeat), .fields = seat_fields};

static const MbField deputy_fields[] = {
    MB_REF(MbDeputy, seat, MB_SEAT),   MB_REF(MbDeputy, person, MB_PERSON),
    MB_TEXT(MbDeputy, name),           MB_BOOL(MbDeputy, no_vote),
    MB_BOOL(MbDeputy, outside_quorum), MB_DAY(MbDeputy, since),
    MB_DAY(MbDeputy, until),           MB_END,
};
const MbNoun MB_DEPUTY = {.name = "deputy", .size = sizeof(MbDeputy), .fields = deputy_fields};

static const MbField office_fields[] = {
    MB_REF(MbOffice, board, MB_BOARD), MB_REF(MbOffice, person, MB_PERSON),
    MB_TEXT(MbOffice, office),         MB_DAY(MbOffice, since),
    MB_DAY(MbOffice, until),           MB_END,
};
const MbNoun MB_OFFICE = {.name = "office", .size = sizeof(MbOffice), .fields = office_fields};

static const MbField audience_fields[] = {
    MB_REF(MbAudience, board, MB_BOARD),
    MB_TEXT(MbAudience, name),
    MB_END,
};
const MbNoun MB_AUDIENCE = {.name = "audience", .size = sizeof(MbAudience), .fields = audience_fields};

static const MbField audience_entry_fields[] = {
    MB_REF(MbAudienceEntry, audience, MB_AUDIENCE),
    MB_REF(MbAudienceEntry, seat_group, MB_GROUP),
    MB_REF(MbAudienceEntry, person, MB_PERSON),
    MB_BOOL(MbAudienceEntry, minus),
    MB_END,
};
const MbNoun MB_AUDIENCE_ENTRY = {
    .name = "audience_entry", .size = sizeof(MbAudienceEntry), .fields = audience_entry_fields};

static const MbField interest_fields[] = {
    MB_REF(MbInterest, board, MB_BOARD),
    MB_REF(MbInterest, person, MB_PERSON),
    MB_TEXT(MbInterest, nature),
    MB_TEXT(MbInterest, kind),
    MB_DAY(MbInterest, since),
    MB_DAY(MbInterest, until),
    MB_END,
};
const MbNoun MB_INTEREST = {.name = "interest", .size = sizeof(MbInterest), .fields = interest_fields};

static const MbField priority_fields[] = {
    MB_REF(MbPriority, board, MB_BOARD),
    MB_TEXT(MbPriority, year),
    MB_TEXT(MbPriority, number),
    MB_TEXT(MbPriority, title),
    MB_END,
};
const MbNoun MB_PRIORITY = {.name = "priority", .size = sizeof(MbPriority), .fields = priority_fields};
