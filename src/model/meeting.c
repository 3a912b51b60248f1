/* SPDX-License-Identifier: MIT */
#include "minutebook/model/meeting.h"

#include "minutebook/model/board.h"
#include "minutebook/model/item.h"
#include "minutebook/model/person.h"

const char *const mb_meeting_state_words[] = {"planned",    "called",   "live",   "written up", "with the chair",
                                              "circulated", "approved", "signed", "cancelled",  NULL};
const char *const mb_meeting_kind_words[] = {"ordinary", "extraordinary", "annual", NULL};
const char *const mb_event_words[] = {
    "opened",          "adjourned",         "resumed",           "closed",     "quorum lost", "quorum regained",
    "public excluded", "public readmitted", "chair handed over", "item taken", NULL};
const char *const mb_attendance_words[] = {"", "present", "apologies", "absent", "represented", "in part", NULL};
const char *const mb_mode_words[] = {"", "in person", "remote", NULL};

static const MbField meeting_fields[] = {
    MB_REF(MbMeeting, board, MB_BOARD),
    MB_DAY(MbMeeting, day),
    MB_TEXT(MbMeeting, day_words),
    MB_TIME(MbMeeting, starts),
    MB_TIME(MbMeeting, ends),
    MB_TIME(MbMeeting, closed),
    MB_TEXT(MbMeeting, venue),
    MB_ENUM(MbMeeting, kind, mb_meeting_kind_words),
    MB_ENUM(MbMeeting, state, mb_meeting_state_words),
    MB_REF(MbMeeting, chair, MB_PERSON),
    MB_TEXT(MbMeeting, chair_words),
    MB_TEXT(MbMeeting, chair_capacity),
    MB_REF(MbMeeting, minute_taker, MB_PERSON),
    MB_TEXT(MbMeeting, minute_taker_words),
    MB_TEXT(MbMeeting, marking),
    MB_TEXT(MbMeeting, strapline),
    MB_INT(MbMeeting, public_present),
    MB_TEXT(MbMeeting, cancelled_why),
    MB_DAY(MbMeeting, called_on),
    MB_TEXT(MbMeeting, called_late_why),
    MB_DAY(MbMeeting, planned_day),
    MB_TEXT(MbMeeting, by_hand),
    MB_REF(MbMeeting, received_as, MB_ITEM),
    MB_END,
};
const MbNoun MB_MEETING = {.name = "meeting", .size = sizeof(MbMeeting), .fields = meeting_fields};

static const MbField objective_fields[] = {
    MB_REF(MbObjective, meeting, MB_MEETING),
    MB_INT(MbObjective, position),
    MB_TEXT(MbObjective, text),
    MB_END,
};
const MbNoun MB_OBJECTIVE = {.name = "objective", .size = sizeof(MbObjective), .fields = objective_fields};

static const MbField event_fields[] = {
    MB_REF(MbEvent, meeting, MB_MEETING),
    MB_INT(MbEvent, position),
    MB_TIME(MbEvent, at),
    MB_ENUM(MbEvent, what, mb_event_words),
    MB_REF(MbEvent, item, MB_ITEM),
    MB_REF(MbEvent, person, MB_PERSON),
    MB_TEXT(MbEvent, text),
    MB_END,
};
const MbNoun MB_EVENT = {.name = "event", .size = sizeof(MbEvent), .fields = event_fields};

static const MbField attendance_fields[] = {
    MB_REF(MbAttendance, meeting, MB_MEETING),
    MB_INT(MbAttendance, position),
    MB_REF(MbAttendance, person, MB_PERSON),
    MB_TEXT(MbAttendance, name),
    MB_TEXT(MbAttendance, initials),
    MB_TEXT(MbAttendance, role),
    MB_TEXT(MbAttendance, post),
    MB_TEXT(MbAttendance, organisation),
    MB_TEXT(MbAttendance, group_name),
    MB_ENUM(MbAttendance, status, mb_attendance_words),
    MB_TEXT(MbAttendance, status_words),
    MB_ENUM(MbAttendance, mode, mb_mode_words),
    MB_REF(MbAttendance, represented_by, MB_PERSON),
    MB_TEXT(MbAttendance, represented_by_name),
    MB_TIME(MbAttendance, arrived),
    MB_TIME(MbAttendance, left),
    MB_REF(MbAttendance, arrived_item, MB_ITEM),
    MB_REF(MbAttendance, left_item, MB_ITEM),
    MB_BOOL(MbAttendance, for_item),
    MB_TEXT(MbAttendance, note),
    MB_END,
};
const MbNoun MB_ATTENDANCE = {.name = "attendance", .size = sizeof(MbAttendance), .fields = attendance_fields};

static const MbField presence_fields[] = {
    MB_REF(MbPresence, attendance, MB_ATTENDANCE),
    MB_INT(MbPresence, position),
    MB_TIME(MbPresence, arrived),
    MB_TIME(MbPresence, left),
    MB_REF(MbPresence, arrived_item, MB_ITEM),
    MB_REF(MbPresence, left_item, MB_ITEM),
    MB_BOOL(MbPresence, for_item),
    MB_END,
};
const MbNoun MB_PRESENCE = {.name = "presence", .size = sizeof(MbPresence), .fields = presence_fields};
