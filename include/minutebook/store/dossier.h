/* SPDX-License-Identifier: MIT */
/* Loads what belongs together into a dossier (model/dossier.h). Records come in their natural order: positions, then
 * days. */
#ifndef MINUTEBOOK_STORE_DOSSIER_H
#define MINUTEBOOK_STORE_DOSSIER_H

#include "minutebook/model/dossier.h"
#include "minutebook/store/book.h"

/* All add to DOSSIER what it does not hold yet; FALSE (MB_ERROR_BOOK) on failure. */

/* People, posts, organisations, aliases, tenures: all of them. */
gboolean mb_store_dossier_people(MbBook *book, MbDossier *dossier, GError **error);
/* Every board with its names and groups. */
gboolean mb_store_dossier_boards(MbBook *book, MbDossier *dossier, GError **error);
/* One board: itself, names, groups, seats, deputies, offices, audiences, interests, priorities, and the people they
 * name with posts, organisations, aliases and tenures. */
gboolean mb_store_dossier_board(MbBook *book, MbDossier *dossier, const char *board, GError **error);
/* A meeting with all that hangs on it: objectives, events, attendance, presences, items, presenters, recommendations,
   restrictions, minutes, cells, declarations, decisions, votes, motions, elections, candidates, papers, publications,
   sendings, corrections agreed at it and made to it, actions raised at it and updates reported at it (with their
   actions, owners, updates, chasers, redates), forward-plan entries for it (with leads and moves), settled findings,
   the people named who are not there yet, and after the meeting itself the bare records of other meetings that any of
   these name (whose minutes are approved, deferred to, moved from, raised at). So that it can be told what is withheld:
   the bare items, entries and decisions of other meetings from which any of these come (carried from, raised under,
   nested in), what is restricted of them, and their withheld paragraphs. */
gboolean mb_store_dossier_meeting(MbBook *book, MbDossier *dossier, const char *meeting, GError **error);
/* Its items alone. */
gboolean mb_store_dossier_items(MbBook *book, MbDossier *dossier, const char *meeting, GError **error);
/* The meetings of BOARD (without what hangs on them) from FROM to TO (MB_NO_DAY: open ended), by day. */
gboolean mb_store_dossier_meetings(MbBook *book, MbDossier *dossier, const char *board, MbDay from, MbDay to,
                                   GError **error);
/* The forward plans of BOARD that touch FROM … TO: plans, lines with leads, whens and recommendations, entries (also
 * those of no plan and those not placed) with leads and moves, and the bare records of the meetings that they name. */
gboolean mb_store_dossier_plan(MbBook *book, MbDossier *dossier, const char *board, MbDay from, MbDay to,
                               GError **error);
/* The plans alone. */
gboolean mb_store_dossier_plans(MbBook *book, MbDossier *dossier, const char *board, MbDay from, MbDay to,
                                GError **error);
/* Actions of BOARD (NULL: all boards) that are not closed, with owners, updates, chasers and redates and the people,
 * posts and tenures named. */
gboolean mb_store_dossier_open_actions(MbBook *book, MbDossier *dossier, const char *board, GError **error);
/* What hangs on the actions that are in DOSSIER. */
gboolean mb_store_dossier_action_parts(MbBook *book, MbDossier *dossier, GError **error);
/* The whole book, every noun. */
gboolean mb_store_dossier_all(MbBook *book, MbDossier *dossier, GError **error);

#endif
