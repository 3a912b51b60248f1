/* SPDX-License-Identifier: MIT */
/* Sight: what a screen sees of the book, loaded into a dossier of its own that stays as it is until the screen looks
 * again. Deeds are done by commands (desk/command.h), which load for themselves. */
#ifndef MINUTEBOOK_DESK_SIGHT_H
#define MINUTEBOOK_DESK_SIGHT_H

#include "minutebook/desk/command.h"
#include "minutebook/model/journal.h"

/* A meeting with its board, roll, people and all that hangs on it, and the board's open actions. NULL on error. */
MbDossier *mb_sight_meeting(MbDesk *desk, const char *meeting, GError **error);
/* Adds to it the meetings of the board from a year before to a year after: what "next meeting" and the approval of
 * minutes need. */
gboolean mb_sight_surroundings(MbDesk *desk, MbDossier *dossier, const char *meeting, GError **error);
/* The meetings of every board from SINCE to UNTIL, with the boards. NULL on error. */
MbDossier *mb_sight_meetings(MbDesk *desk, MbDay since, MbDay until, GError **error);

/* The id of the meeting and item that WORDS name, as on the command line (ITEM_WORDS may be NULL; then *ITEM is NULL).
 * Newly allocated. FALSE with the sentence. */
gboolean mb_sight_find(MbDesk *desk, const char *meeting_words, const char *item_words, char **meeting, char **item,
                       GError **error);
/* The id of the meeting that is live, newly allocated; where several are, the one written in last. NULL where none. */
char *mb_sight_live(MbDesk *desk);

/* A setting of the book; newly allocated, NULL where not set. */
char *mb_sight_setting(MbDesk *desk, const char *name);

/* Where a hand was last in that meeting; NULL where nowhere. Freed with mb_record_free. */
MbHandPlace *mb_sight_place(MbDesk *desk, const char *meeting);
/* A descriptor that becomes readable when another window may have written, or -1; and whether one has since the last
 * call. */
int mb_sight_watch(MbDesk *desk);
gboolean mb_sight_others_wrote(MbDesk *desk);
/* Empties that descriptor without asking: cheap, between two keys. */
void mb_sight_drain(MbDesk *desk);

/* The number of the last deed in the history, 0 where there is none: what `undo` takes. */
gint64 mb_sight_last_deed(MbDesk *desk);

/* Runs the command of that name with WORDS (NULL-ended, after the name; "@KEY" names a record) and, where it reads a
   text, INPUT. ANSWER is cleared by the caller whatever happens. */
gboolean mb_sight_do(MbDesk *desk, const char *command, const char *const *words, const char *input, MbAnswer *answer,
                     GError **error);

#endif
