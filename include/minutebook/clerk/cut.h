/* SPDX-License-Identifier: MIT */
/* Cutting for an audience, at the records: what an audience may not see is not in the copy it is composed from, so that
 * nothing after this can leak it. The tree's own cut (doc/cut.h) comes on top. */
#ifndef MINUTEBOOK_CLERK_CUT_H
#define MINUTEBOOK_CLERK_CUT_H

#include "minutebook/model/dossier.h"
#include "minutebook/model/rules.h"

typedef enum { MB_CUT_PUBLIC, MB_CUT_MEMBERS } MbCutFor;

/* A new dossier with copies of what the audience may see. Notes and private lines are in neither. For the public, a
   withheld item keeps its number, order and public title ("Restricted item" where none; "same": its own), and has in
   its text the rule set's notice (MbRules.withheld with %s and %w filled in) and nothing else: no presenter,
   recommendation, paper, text, declaration, decision, vote, motion, election, action, owner, update, chaser or
   correction of it, nor what is nested in it; a withheld forward-plan entry likewise; an action whose item is withheld,
   or that is itself, is not there at all; a withheld paragraph is the notice, a withheld span is "[withheld]"; a paper
   loses its title, file, author, contact, digest and pages. A restriction lifted on or before TODAY withholds nothing.
   E-mail addresses, assistants, chasers, histories of redating and the interests register are not public either. What
   is withheld keeps no length, count or id of what it hides. RULES may be NULL.

   What cannot be judged is not public: DOSSIER must hold the items of every action, update and decision in it with
   their restrictions, and the whole of every meeting whose minutes are corrected; of an action whose item is not there,
   or a correction whose place is not, nobody can tell. Where a meeting withholds anything, its objectives, notes on
   attendance, page numbers of the members' pack and clock times of what was done in private go as well. */
MbDossier *mb_cut_dossier(const MbDossier *dossier, const MbRules *rules, MbCutFor audience, MbDay today);

#endif
