/* SPDX-License-Identifier: MIT */
/* Names as people write them: honorifics, initials, and finding the person meant. */
#ifndef MINUTEBOOK_MODEL_NAME_H
#define MINUTEBOOK_MODEL_NAME_H

#include "minutebook/model/board.h"
#include "minutebook/model/dossier.h"
#include "minutebook/model/person.h"

/* "Dr Second Name": honorific and name. Newly allocated. */
char *mb_person_print(const MbPerson *person);
/* Splits a leading honorific (Cllr, Councillor, Dr, Mr, Mrs, Ms, Miss, Mx, Prof, Professor, Revd, Rev, Sir, Dame, Lord,
   Lady, Supt, Ch Supt, Chief Supt, Insp, Ch Insp, DCI, DI, DS, PC, Sgt, Canon, Father, Sister; with or without a full
   stop) from NAME. HONORIFIC (NULL: not wanted) is set to a new text or NULL; the rest is returned, newly allocated. */
char *mb_name_split(const char *name, char **honorific);
/* Initials derived from a name without honorific: "Julie Anne Redfern" → "JAR", "Tomasz Adeyemi-Hart" → "TA" (one
 * letter a word, a hyphen begins none). Newly allocated. */
char *mb_name_initials(const char *name);

/* The people of DOSSIER whom TEXT may mean, best kind of match only: exact print, name without honorific, alias, then
   (LOOSE) initials, surname, first name. Fills FOUND (borrowed records, each once); the count is returned. With BOARD
   those on that board's roll are preferred where there are several. */
guint mb_name_find(const MbDossier *dossier, const char *board, const char *text, gboolean loose, GPtrArray *found);

/* Whether PERSON sits on BOARD on DAY (MB_NO_DAY: at any time): the seat, or NULL. */
MbSeat *mb_seat_on(const MbDossier *dossier, const char *board, const char *person, MbDay day);
/* The post that a seat is held by, as printed ("Head of Service"); its organisation ("Probation Service"). Borrowed,
 * NULL where none. */
const char *mb_seat_post(const MbDossier *dossier, const MbSeat *seat);
const char *mb_seat_organisation(const MbDossier *dossier, const MbSeat *seat);
/* The office that PERSON holds on BOARD on DAY, or NULL. Borrowed. */
const char *mb_office_on(const MbDossier *dossier, const char *board, const char *person, MbDay day);
/* Whoever holds that office on DAY, or NULL. */
MbPerson *mb_office_holder(const MbDossier *dossier, const char *board, const char *office, MbDay day);
/* Whoever holds POST on DAY, or NULL. */
MbPerson *mb_post_holder(const MbDossier *dossier, const char *post, MbDay day);
/* Whether the seat votes, by its own word or its group's. */
gboolean mb_seat_votes(const MbDossier *dossier, const MbSeat *seat);
/* The seat's group, or NULL. */
MbGroup *mb_seat_group(const MbDossier *dossier, const MbSeat *seat);

#endif
