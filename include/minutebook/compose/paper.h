/* SPDX-License-Identifier: MIT */
/* Records → values in the shapes that scripts rely on: a meeting as a PAPER, and the rows of lists. exchange/json.h
 * makes JSON of them; documents for people are composed beside this file. */
#ifndef MINUTEBOOK_COMPOSE_PAPER_H
#define MINUTEBOOK_COMPOSE_PAPER_H

#include "minutebook/base/value.h"
#include "minutebook/model/action.h"
#include "minutebook/model/board.h"
#include "minutebook/model/decision.h"
#include "minutebook/model/dossier.h"
#include "minutebook/model/finding.h"
#include "minutebook/model/meeting.h"
#include "minutebook/model/plan.h"

/* A meeting as a PAPER: everything about it that is in DOSSIER. DOCUMENT: "minutes" or "agenda". The clerk's notes are
 * left out. */
MbValue *mb_paper_value(const MbDossier *dossier, const MbMeeting *meeting, const char *document);

/* Text of an item's minute, paragraphs by blank lines, in the notation of docs/FILES.md. Newly allocated; NULL where
 * none. */
char *mb_paper_text(const MbDossier *dossier, const char *item);

/* Rows of lists. */
MbValue *mb_paper_board(const MbDossier *dossier, const MbBoard *board, int people);
MbValue *mb_paper_meeting(const MbDossier *dossier, const MbMeeting *meeting);
MbValue *mb_paper_seat(const MbDossier *dossier, const MbSeat *seat, MbDay day);
MbValue *mb_paper_attendance(const MbDossier *dossier, const MbMeeting *meeting, const MbAttendance *attendance);
MbValue *mb_paper_action(const MbDossier *dossier, const MbAction *action, MbDay today);
MbValue *mb_paper_decision(const MbDossier *dossier, const MbDecision *decision);
MbValue *mb_paper_entry(const MbDossier *dossier, const MbEntry *entry);
MbValue *mb_paper_finding(const MbFinding *finding);
MbValue *mb_paper_findings(const GPtrArray *findings);
/* `agenda show`: {"board", "date", …, "items", "findings"}. */
MbValue *mb_paper_agenda(const MbDossier *dossier, const MbMeeting *meeting, const GPtrArray *findings);

/* The lists of a dump for readers: {"people", "boards", "meetings": [PAPER…], "plans"}; DOSSIER is the whole book. */
MbValue *mb_paper_readers(const MbDossier *dossier, MbDay today);

#endif
