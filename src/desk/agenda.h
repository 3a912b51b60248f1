/* SPDX-License-Identifier: MIT */
/* What the commands that change an agenda share. */
#ifndef MINUTEBOOK_DESK_AGENDA_H
#define MINUTEBOOK_DESK_AGENDA_H

#include "deed.h"

/* Fills ANSWER with MEETING's agenda as `agenda show` has it. */
gboolean mb_agenda_answer(MbDesk *desk, const MbMeeting *meeting, MbAnswer *answer, GError **error);
/* The item that ITEM names on the agenda of MEETING (set), which may still be changed: not once its minutes are
 * approved or it is cancelled. */
MbItem *mb_agenda_item(MbDesk *desk, const MbArguments *arguments, MbMeeting **meeting, GError **error);
/* "CSP, 29 January 2026: item 4 Hate crime", with which the answers about an item begin. Newly allocated. */
char *mb_agenda_item_name(MbDesk *desk, const MbMeeting *meeting, const MbItem *item);
/* The siblings of ITEM in order, ITEM itself left out. New array, records borrowed. */
GPtrArray *mb_agenda_siblings(const MbDossier *dossier, const MbItem *item);
/* Puts ITEM at INDEX among its siblings, numbers their positions anew and saves them. */
gboolean mb_agenda_place(MbDesk *desk, MbItem *item, guint index, GError **error);
/* Makes ITEM a sibling of the item that WORDS name; INDEX is set to the place after or before it. */
gboolean mb_agenda_beside(MbDesk *desk, const MbMeeting *meeting, MbItem *item, const char *words, gboolean after,
                          guint *index, GError **error);
/* Whether the rule set of BOARD has that reason for withholding; else refuses and names those it has. A board without a
 * rule set takes any. */
gboolean mb_agenda_paragraph_known(MbDesk *desk, const MbBoard *board, const char *paragraph, GError **error);
/* Whether the agenda is out, its numbers frozen. */
gboolean mb_agenda_is_out(const MbMeeting *meeting);
/* Deletes an item that has nothing but presenters, recommendations and a restriction. */
gboolean mb_agenda_delete_item(MbDesk *desk, MbItem *item, GError **error);

#endif
