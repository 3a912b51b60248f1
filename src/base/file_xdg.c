/* SPDX-License-Identifier: MIT */
/* Where Minutebook keeps a user's files (XDG Base Directory Specification 0.8: a path that is not absolute is ignored),
 * and errno in words. */
#include "minutebook/base/file.h"

#include "minutebook/base/error.h"
#include "minutebook/base/text.h"

#include <errno.h>
#include <sys/stat.h>

typedef struct {
    const char *variable;
    const char *in_home;
} XdgPlace;

static const XdgPlace xdg_places[] = {
    [MB_XDG_DATA] = {.variable = "XDG_DATA_HOME", .in_home = ".local/share"},
    [MB_XDG_CONFIG] = {.variable = "XDG_CONFIG_HOME", .in_home = ".config"},
    [MB_XDG_STATE] = {.variable = "XDG_STATE_HOME", .in_home = ".local/state"},
};

/* An environment variable's path, or NULL where it is unset or not absolute. */
static const char *absolute_from(const char *variable)
{
    const char *path = g_getenv(variable);
    return path != NULL && path[0] == '/' ? path : NULL;
}

static char *folder_path(MbXdg kind, GError **error)
{
    const char *set = absolute_from(xdg_places[kind].variable);
    if (set != NULL)
        return g_build_filename(set, "minutebook", NULL);
    const char *home = absolute_from("HOME");
    if (home != NULL)
        return g_build_filename(home, xdg_places[kind].in_home, "minutebook", NULL);
    g_set_error(error, MB_ERROR, MB_ERROR_BOOK, "There is no home folder to keep files in: set HOME or %s to a folder.",
                xdg_places[kind].variable);
    return NULL;
}

static gboolean folder_make(const char *folder, GError **error)
{
    struct stat facts;
    if (g_mkdir_with_parents(folder, 0700) == 0 && stat(folder, &facts) == 0 && S_ISDIR(facts.st_mode))
        return TRUE;
    g_autofree char *shown = mb_text_visible(folder, FALSE);
    g_set_error(error, MB_ERROR, MB_ERROR_BOOK, "Cannot make the folder %s: %s.", shown, mb_file_errno(errno));
    return FALSE;
}

char *mb_file_xdg(MbXdg kind, const char *name, gboolean make, GError **error)
{
    g_autofree char *folder = folder_path(kind, error);
    if (folder == NULL || (make && !folder_make(folder, error)))
        return NULL;
    return mb_text_empty(name) ? g_steal_pointer(&folder) : g_build_filename(folder, name, NULL);
}

const char *mb_file_errno(int code)
{
    switch (code) {
    case ENOSPC:
        return "no space left on the disk";
    case EDQUOT:
        return "your share of the disk is used up";
    case EACCES:
    case EPERM:
        return "permission denied";
    case EROFS:
        return "the disk can only be read";
    case ENOENT:
        return "no such file or folder";
    case ENOTDIR:
        return "a part of the path is no folder";
    case EISDIR:
        return "it is a folder";
    case EEXIST:
        return "a file of that name is in the way";
    case ELOOP:
        return "too many symbolic links";
    case ENAMETOOLONG:
        return "the name is too long";
    case EMFILE:
    case ENFILE:
        return "too many files are open";
    case EFBIG:
        return "the file would be larger than allowed here";
    case EIO:
        return "the disk reports an error";
    case EBUSY:
        return "it is in use";
    case ENOMEM:
        return "no memory left";
    default:
        return g_strerror(code);
    }
}
