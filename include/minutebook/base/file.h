/* SPDX-License-Identifier: MIT */
/* Files: whole reads with a limit, atomic private writes, and the folders of the XDG base directory specification. */
#ifndef MINUTEBOOK_BASE_FILE_H
#define MINUTEBOOK_BASE_FILE_H

#include <glib.h>

/* Reads a regular file whole; refuses folders, devices and anything over LIMIT bytes (MB_ERROR_INPUT, path in the
 * sentence). "-" reads standard input. */
gboolean mb_file_read(const char *path, gsize limit, char **bytes, gsize *length, GError **error);

/* Writes through a temporary file in the same folder (0600, O_EXCL, O_NOFOLLOW), fsync, rename, fsync of the folder:
   PATH is the old or the new file, never between. Refuses (MB_ERROR_BOOK) a PATH that is a symbolic link, folder or
   device. */
gboolean mb_file_write(const char *path, const char *bytes, gsize length, GError **error);

/* NAME in the user's XDG data, config or state folder of Minutebook; the folder is made (0700) where MAKE.
 * MB_ERROR_BOOK where there is no HOME to put it in. */
typedef enum { MB_XDG_DATA, MB_XDG_CONFIG, MB_XDG_STATE } MbXdg;
char *mb_file_xdg(MbXdg kind, const char *name, gboolean make, GError **error);

/* A sentence's worth of errno: "no space left on the disk", "permission denied" … Borrowed. */
const char *mb_file_errno(int code);

#endif
