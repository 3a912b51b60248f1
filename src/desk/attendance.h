/* SPDX-License-Identifier: MIT */
/* What the commands share that record who came, in several files: set (attendance_set.c), come and go
   (attendance_come.c), named (attendance_name.c), taken over from a report (attendance_import.c). The lists are
   attendance.c. */
#ifndef MINUTEBOOK_DESK_ATTENDANCE_H
#define MINUTEBOOK_DESK_ATTENDANCE_H

#include "minutebook/desk/command.h"

/* A stay in the room: a person's first stands in MbAttendance, further ones in MbPresence. The fields are those of the
 * record, borrowed. */
typedef struct {
    gpointer record;
    MbTime *arrived;
    MbTime *left;
    char **arrived_item;
    char **left_item;
    gboolean *for_item;
} MbStay;

/* Whether WORDS stand for a stranger who is named later: "?1". */
gboolean mb_attendance_is_placeholder(const char *words);
/* Whom PERSON of the arguments means: somebody of the book; or with --guest, a placeholder, or the name of somebody on
   the register who is not in the book, NULL. FALSE with MB_ERROR_USAGE. */
gboolean mb_attendance_who(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, MbPerson **person,
                           GError **error);
/* The line of PERSON, or where that is NULL of WORDS, at MEETING; made where there is none. */
MbAttendance *mb_attendance_line(MbDesk *desk, const MbMeeting *meeting, const MbPerson *person, const char *words);
/* The last stay of LINE. */
MbStay mb_attendance_stay(const MbDossier *dossier, MbAttendance *line);
/* Adds another stay, not saved yet. */
MbStay mb_attendance_stay_new(MbDesk *desk, MbAttendance *line);
/* Forgets all comings and goings of LINE; those of its own record are not saved yet. */
gboolean mb_attendance_forget(MbDesk *desk, MbAttendance *line, GError **error);
/* "is represented by Fay Thorn", "sent apologies", "came in part, from 19:45". Newly allocated. */
char *mb_attendance_words_of(const MbDossier *dossier, const MbAttendance *line);
/* A finding where the board's rules know no remote attendance. NAME is whose it is. */
void mb_attendance_remark_remote(MbDesk *desk, const MbMeeting *meeting, const char *name, MbAnswer *answer);

/* When NEXT is taken at AT after BEFORE (an id, or NULL): who left for an item only comes back, who declared an
 * interest in NEXT and leaves for it goes. Saved and said. */
gboolean mb_attendance_item(MbDesk *desk, const MbMeeting *meeting, const char *before, const MbItem *next, MbTime at,
                            MbAnswer *answer, GError **error);
/* Where DECLARATION is made during the item it is about, and whoever made it leaves: from now on. Not saved. */
void mb_attendance_declared(MbDesk *desk, const MbMeeting *meeting, MbDeclaration *declaration);

#endif
