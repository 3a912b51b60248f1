/* SPDX-License-Identifier: MIT */
/* What a sharp eye notices in a meeting, its agenda and its plan. One function a family of checks, each in its own
 * file; one name each finding. */
#ifndef MINUTEBOOK_CLERK_CHECK_H
#define MINUTEBOOK_CLERK_CHECK_H

#include "minutebook/model/dossier.h"
#include "minutebook/model/finding.h"
#include "minutebook/model/meeting.h"
#include "minutebook/model/rules.h"

/* What is looked at. DOSSIER holds board, roll, the meeting with all that hangs on it, the board's meetings of its year
 * and the one before, the plan of its year, open actions. RULES may be NULL. */
typedef struct {
    const MbDossier *dossier;
    const MbRules *rules;
    const MbMeeting *meeting;
    MbDay today;
} MbCheck;

/* Appends to FINDINGS, in the order: agenda, time, plan, notice, attendance and quorum, text, actions. Settled findings
 * are left out. */
void mb_check_meeting(const MbCheck *check, GPtrArray *findings);
/* The agenda and time families only, for `agenda show`. */
void mb_check_draft(const MbCheck *check, GPtrArray *findings);
/* The forward plan alone: gaps, empty meetings, leads not on the roll. BOARD is an id; MEETING of CHECK may be NULL. */
void mb_check_plan(const MbCheck *check, const char *board, GPtrArray *findings);
/* The roll alone: shared initials, terms ended, doubtful names. */
void mb_check_roll(const MbCheck *check, const char *board, GPtrArray *findings);

#endif
