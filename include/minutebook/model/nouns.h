/* SPDX-License-Identifier: MIT */
/* Every noun of the book, for whatever handles them all alike: store, dump, history. */
#ifndef MINUTEBOOK_MODEL_NOUNS_H
#define MINUTEBOOK_MODEL_NOUNS_H

#include "minutebook/model/action.h"
#include "minutebook/model/board.h"
#include "minutebook/model/decision.h"
#include "minutebook/model/dossier.h"
#include "minutebook/model/item.h"
#include "minutebook/model/journal.h"
#include "minutebook/model/mark.h"
#include "minutebook/model/meeting.h"
#include "minutebook/model/minute.h"
#include "minutebook/model/paper.h"
#include "minutebook/model/person.h"
#include "minutebook/model/plan.h"
#include "minutebook/model/setting.h"

/* All nouns, NULL-ended, in an order in which a noun mostly stands after those it refers to. */
extern const MbNoun *const mb_nouns[];

/* Working material, which the dump holds but the history does not: journal and place. NULL-ended. */
extern const MbNoun *const mb_working_nouns[];

/* The noun of that table name among mb_nouns, or NULL. */
const MbNoun *mb_noun_find(const char *name);

#endif
