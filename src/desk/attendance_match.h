/* SPDX-License-Identifier: MIT */
/* Whom a name in a participant report means: "Quill, Ada (HTB)", "Ada Quill - Harbour Trust", "iPad (Ada Quill)". */
#ifndef MINUTEBOOK_DESK_ATTENDANCE_MATCH_H
#define MINUTEBOOK_DESK_ATTENDANCE_MATCH_H

#include "minutebook/model/dossier.h"
#include "minutebook/model/person.h"

/* The person of DOSSIER who has that e-mail address, or whose whole name or alias it is, in whatever order; those on
   the roll of BOARD go first. NULL where nobody is meant for sure: then LIKELY (may be NULL) is set to somebody who may
   be meant, or to NULL. Borrowed. */
MbPerson *mb_attendance_match(const MbDossier *dossier, const char *board, const char *name, const char *email,
                              MbPerson **likely);
/* The name without organisation, device or remark: what a guest is entered as. Newly allocated. */
char *mb_attendance_match_name(const char *name);

#endif
