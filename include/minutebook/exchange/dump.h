/* SPDX-License-Identifier: MIT */
/* The whole book as one value and back: {"format": "minutebook 1", "people", "boards", "meetings": [PAPER…], "plans",
   "records": {NOUN: [ROW…]}, "history": [DEED…]}. The first lists are for readers; "records" holds every field of every
   record and is, with "history", what is read back: loading a dump gives the same book. */
#ifndef MINUTEBOOK_EXCHANGE_DUMP_H
#define MINUTEBOOK_EXCHANGE_DUMP_H

#include "minutebook/base/value.h"
#include "minutebook/model/dossier.h"

/* READERS: a map of the lists for readers ("people", "boards", "meetings", "plans"; made by compose/paper.h), taken;
 * HISTORY: a list of maps, taken. Records are sorted by id. */
MbValue *mb_dump_value(const MbDossier *dossier, MbValue *readers, MbValue *history);
/* The records of a dump; its history is at "history" of VALUE. MB_ERROR_INPUT where it is no dump, of a newer format,
 * or a field is unknown or of the wrong kind. */
MbDossier *mb_dump_records(const MbValue *value, GError **error);

#endif
