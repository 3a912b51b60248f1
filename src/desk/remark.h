/* SPDX-License-Identifier: MIT */
/* What a deed notices while it is done: findings beside its answer. The deed is done all the same. */
#ifndef MINUTEBOOK_DESK_REMARK_H
#define MINUTEBOOK_DESK_REMARK_H

#include "minutebook/desk/command.h"

#include "minutebook/model/finding.h"

/* Adds a warning to ANSWER. Takes PLACE, TEXT and FIX (NULL: none). */
void mb_remark(MbAnswer *answer, const char *rule, char *place, char *text, char *fix);
/* Adds that WORDS, kept as written, name nobody in the book, with the nearest name where one is near. Everyone is on
 * the desk. ROLE: "the presenter", "the chair". Takes PLACE. */
void mb_remark_nobody(MbDesk *desk, MbAnswer *answer, const char *rule, char *place, const char *role,
                      const char *words);

/* How the person WORDS mean is echoed: the whole name where PERSON is found, else WORDS. Newly allocated. */
char *mb_remark_name(const MbPerson *person, const char *words);
/* The nearest name in the book, or NULL. Newly allocated. */
char *mb_remark_nearest(MbDesk *desk, const char *words);

#endif
