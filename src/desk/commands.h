/* SPDX-License-Identifier: MIT */
/* The rows of the command table, each defined in the file of its subject. */
#ifndef MINUTEBOOK_DESK_COMMANDS_H
#define MINUTEBOOK_DESK_COMMANDS_H

#include "minutebook/desk/command.h"

extern const MbCommand mb_command_live;
extern const MbCommand mb_command_room;
extern const MbCommand mb_command_init, mb_command_load, mb_command_dump, mb_command_backup, mb_command_restore,
    mb_command_doctor, mb_command_log, mb_command_undo;
extern const MbCommand mb_command_boards, mb_command_people, mb_command_meetings, mb_command_roll;
extern const MbCommand mb_command_board_add, mb_command_board_edit;
extern const MbCommand mb_command_person_add, mb_command_person_edit;
extern const MbCommand mb_command_meeting_add, mb_command_meeting_edit, mb_command_meeting_move,
    mb_command_meeting_cancel;
extern const MbCommand mb_command_meeting_start, mb_command_meeting_adjourn, mb_command_meeting_resume,
    mb_command_meeting_close, mb_command_meeting_reopen, mb_command_meeting_public, mb_command_meeting_chair;
extern const MbCommand mb_command_agenda_take, mb_command_agenda_tick, mb_command_agenda_together,
    mb_command_agenda_apart, mb_command_agenda_carry;
extern const MbCommand mb_command_attendance_all, mb_command_attendance_arrive, mb_command_attendance_leave,
    mb_command_attendance_clear, mb_command_attendance_name, mb_command_attendance_import;
extern const MbCommand mb_command_agenda_draft, mb_command_agenda_show, mb_command_agenda_add, mb_command_agenda_edit,
    mb_command_agenda_move, mb_command_agenda_defer, mb_command_agenda_restrict, mb_command_agenda_drop;
extern const MbCommand mb_command_attendance, mb_command_attendance_set;
extern const MbCommand mb_command_interest_add, mb_command_interest_edit, mb_command_interest_remove;
extern const MbCommand mb_command_decision_add, mb_command_decision_edit, mb_command_decision_remove,
    mb_command_decisions, mb_command_decision_agree;
extern const MbCommand mb_command_vote_add, mb_command_vote_remove;
extern const MbCommand mb_command_minutes, mb_command_minutes_add, mb_command_minutes_read;
extern const MbCommand mb_command_marks, mb_command_mark_accept, mb_command_mark_refuse, mb_command_mark_reopen,
    mb_command_mark_correct;
extern const MbCommand mb_command_actions, mb_command_actions_add, mb_command_actions_update, mb_command_actions_close,
    mb_command_actions_reopen, mb_command_actions_redate;
extern const MbCommand mb_command_plan, mb_command_plan_add, mb_command_plan_move;
extern const MbCommand mb_command_notice, mb_command_check, mb_command_search, mb_command_export;
extern const MbCommand mb_command_meeting_exclude, mb_command_meeting_readmit;
extern const MbCommand mb_command_minutes_restrict, mb_command_minutes_open, mb_command_minutes_private,
    mb_command_minutes_public;
extern const MbCommand mb_command_motion_list, mb_command_motion_add, mb_command_motion_amend, mb_command_motion_vote,
    mb_command_motion_withdraw;
extern const MbCommand mb_command_election_list, mb_command_election_add, mb_command_election_vote,
    mb_command_election_elect;
extern const MbCommand mb_command_actions_report, mb_command_sentences;

#endif
