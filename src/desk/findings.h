/* SPDX-License-Identifier: MIT */
/* Findings as the answer of a command that looks for them. What a deed notices on its way is remark.h. */
#ifndef MINUTEBOOK_DESK_FINDINGS_H
#define MINUTEBOOK_DESK_FINDINGS_H

#include "minutebook/desk/command.h"

/* Makes FINDINGS (of MbFinding) the answer: for scripts as the list it is, for people in three columns. EMPTY is what
 * to say where there are none; borrowed. */
void mb_findings_answer(MbAnswer *answer, GPtrArray *findings, const char *empty);

#endif
