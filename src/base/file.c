/* SPDX-License-Identifier: MIT */
/* Files: whole reads with a limit, and atomic private writes. Folders: file_xdg.c. */
#include "minutebook/base/file.h"

#include "minutebook/base/error.h"
#include "minutebook/base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TEMPORARY_TRIES 100

/* Sets ERROR to a sentence in which PATH is fit to be shown. The first %s of FORMAT is the path, the second REASON. */
G_GNUC_PRINTF(3, 0)
static gboolean fail(GError **error, MbErrorCode code, const char *format, const char *path, const char *reason)
{
    g_autofree char *shown = mb_text_visible(path, FALSE);
    g_autofree char *message = g_strdup_printf(format, shown, reason);
    g_set_error_literal(error, MB_ERROR, (int)code, message);
    return FALSE;
}
