/* SPDX-License-Identifier: MIT */
/* What the text of an item tells already, so that the minutes do not say it twice. */
#ifndef MINUTEBOOK_COMPOSE_MINUTES_TOLD_H
#define MINUTEBOOK_COMPOSE_MINUTES_TOLD_H

#include "minutebook/model/action.h"
#include "minutebook/model/decision.h"
#include "minutebook/model/dossier.h"
#include "minutebook/model/item.h"
#include "minutebook/model/minute.h"

/* The paragraphs of ITEM that begin with "Action:" and hold the words of one of ACTIONS, or its number: MbMinute →
 * MbAction, both borrowed, each once. New table. */
GHashTable *mb_told_actions(const MbDossier *dossier, const GPtrArray *actions, const MbItem *item);
gboolean mb_told_has(GHashTable *told, const MbAction *action);
/* What such a paragraph leaves out, to stand at its end: " (action 89)", with owners and due date where it has not
 * these either. Newly allocated, NULL where nothing. */
char *mb_told_tail(const MbDossier *dossier, const MbMinute *minute, const MbAction *action, MbDay day);
/* "First Last and All partners, 9 January 2026". Newly allocated, NULL where nothing is known. */
char *mb_told_owed(const MbDossier *dossier, const MbAction *action, MbDay day, gboolean with_owners,
                   gboolean with_due);

/* Whether the text under the meeting's item for declarations names who made DECLARATION. ITEMS: those of the meeting.
 */
gboolean mb_told_declaration(const MbDossier *dossier, const MbDeclaration *declaration, const GPtrArray *items);

#endif
