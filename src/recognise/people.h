/* SPDX-License-Identifier: MIT */
/* What people.c and names.c share with the rules of this half: people and not people, and small questions about them.
 */
#ifndef MINUTEBOOK_RECOGNISE_PEOPLE_H
#define MINUTEBOOK_RECOGNISE_PEOPLE_H

#include "roll.h"
#include "rules.h"

/* "All", "Partners", "All board members", "the Board": words taken, 0 where none (names.c). */
int mb_read_collective(const MbReadingCase *c, int index, GPtrArray *people);
/* Words that look like a name and are nobody's of the book; one letter off from somebody's they get candidates. TITLED:
 * a title stands before INDEX, which the words begin at FROM. */
int mb_read_outsider(const MbReadingCase *c, int from, int index, gboolean titled, GPtrArray *people);
/* How many words of titles stand at INDEX ("Cllr", "Det. Ch. Supt"); RANK the one spelling, PLURAL for "Cllrs". */
int mb_read_title(const MbReadingCase *c, int index, const char **rank, gboolean *plural);

/* The named words FROM to TO, with everything else absent. */
MbNamed *mb_named_new(const MbReadingCase *c, int from, int to);
MbNamed *mb_named_copy(const MbNamed *named);
/* As mb_read_person; ANY_CASE: initials and names in small letters count. */
int mb_read_person_loosely(MbReadingCase *c, int index, gboolean any_case, GPtrArray *people);
/* Whom the words that end right before INDEX name, not before FROM; passes over "then", "also", "had" …. Returns the
 * index at which they begin, or -1. */
int mb_read_people_before(MbReadingCase *c, int from, int index, GPtrArray *people);
/* Takes out of PEOPLE who is no person: collective words, bodies. Whether somebody is left. */
gboolean mb_people_keep_persons(GPtrArray *people);

#endif
