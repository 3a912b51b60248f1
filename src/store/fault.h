/* SPDX-License-Identifier: MIT */
/* A fault of the history or of a record, in words: where it lies, and what was done there. */
#ifndef MINUTEBOOK_STORE_FAULT_H
#define MINUTEBOOK_STORE_FAULT_H

#include "minutebook/model/record.h"
#include "minutebook/store/history.h"

/* What people call a record of NOUN: "an agenda item". Newly allocated. */
char *mb_fault_name(const MbNoun *noun);
/* Appends "PLACE: WHAT was VERB outside Minutebook". MEETING is an id or NULL; then RECORD (or NULL) tells the board or
 * name. */
void mb_fault_record(MbBook *book, GPtrArray *faults, const char *meeting, const MbNoun *noun, gconstpointer record,
                     const char *verb);
/* Appends "History, deed SEQ (NAME, AT): WORDS". */
void mb_fault_deed(GPtrArray *faults, const MbDeed *deed, const char *words);

#endif
