/* SPDX-License-Identifier: MIT */
/* Bringing YAML files and the sample into the open book. */
#ifndef MINUTEBOOK_DESK_LOADING_H
#define MINUTEBOOK_DESK_LOADING_H

#include "minutebook/desk/command.h"

/* Files in memory. */
typedef struct {
    GPtrArray *names; /* of char *, owned */
    GPtrArray *bytes; /* of char *, owned, one for each name */
    GArray *lengths;  /* of gsize */
} MbFiles;
MbFiles *mb_files_new(void);
void mb_files_free(MbFiles *files);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MbFiles, mb_files_free)
/* Copies NAME, takes BYTES. */
void mb_files_add(MbFiles *files, const char *name, char *bytes, gsize length);
/* Reads each of PATHS. */
gboolean mb_files_read(MbFiles *files, const char *const *paths, GError **error);
/* The sample that travels inside the program. */
void mb_files_sample(MbFiles *files);

/* Within a deed: loads FILES into the book, makes the entries that its forward plans ask for, saves all. Findings go to
 * ANSWER. Faults are MB_ERROR_INPUT, a line each, and nothing is saved. CHANGES is set to the number of records
 * written. */
gboolean mb_loading_run(MbDesk *desk, const MbFiles *files, MbAnswer *answer, guint *changes, GError **error);

/* The same, but begins the deed DEED itself, and only when all is read and worked out, so that other windows wait no
 * longer than the writing takes; where one of them wrote meanwhile it is worked out anew. On TRUE the deed is open and
 * the caller commits; on FALSE none is. */
gboolean mb_loading_deed(MbDesk *desk, const MbFiles *files, const char *deed, MbAnswer *answer, guint *changes,
                         GError **error);

/* As mb_loading_run, but only says what would be: nothing is saved and no deed is needed. */
gboolean mb_loading_examine(MbDesk *desk, const MbFiles *files, MbAnswer *answer, guint *changes, GError **error);

#endif
