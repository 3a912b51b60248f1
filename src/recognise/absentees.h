/* SPDX-License-Identifier: MIT */
/* Apologies for absence, for coming late and for leaving early (absentees.c). */
#ifndef MINUTEBOOK_RECOGNISE_ABSENTEES_H
#define MINUTEBOOK_RECOGNISE_ABSENTEES_H

#include "rules.h"

/* Reads what the word "apologies" at INDEX is about and adds the reading. */
void mb_read_apologies(MbReadingCase *c, int index);

#endif
