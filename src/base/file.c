/* SPDX-License-Identifier: MIT */
/* Files: whole reads with a limit, and atomic private writes. Folders, and the words for errno: file_xdg.c. */
#include "minutebook/base/file.h"

#include "minutebook/base/error.h"
#include "minutebook/base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_STEP       ((gsize)64 * 1024)
#define TEMPORARY_TRIES 100

/* "VERB PATH: REASON.", with PATH fit to be shown. Returns FALSE. */
static gboolean fail(GError **error, MbErrorCode code, const char *verb, const char *path, const char *reason)
{
    g_autofree char *shown = mb_text_visible(path, FALSE);
    g_set_error(error, MB_ERROR, (int)code, "%s %s: %s.", verb, shown, reason);
    return FALSE;
}

static gboolean fail_read(GError **error, const char *path, const char *reason)
{
    return fail(error, MB_ERROR_INPUT, "Cannot read", path, reason);
}

static gboolean fail_too_large(GError **error, const char *path, gsize limit)
{
    g_autofree char *size = g_format_size_full(limit, G_FORMAT_SIZE_IEC_UNITS);
    g_autofree char *reason = g_strdup_printf("it is larger than %s, the most that is read", size);
    return fail_read(error, path, reason);
}

static void close_file(int *file)
{
    if (*file >= 0)
        close(*file);
    *file = -1;
}

/* What is wrong with reading a file of that mode; NULL for a regular one. */
static const char *kind_refused(mode_t mode)
{
    if (S_ISREG(mode))
        return NULL;
    return S_ISDIR(mode) ? "it is a folder; name a file" : "it is a device or a pipe; name a file";
}

/* Reads FILE to its end. One byte more than LIMIT is asked for, to learn whether there is more. */
static gboolean read_all(int file, const char *path, gsize limit, gsize guess, GString *into, GError **error)
{
    gsize room = MIN(guess, limit) + 1;
    for (;;) {
        gsize before = into->len;
        g_string_set_size(into, before + room);
        gssize got = TEMP_FAILURE_RETRY(read(file, into->str + before, room));
        g_string_set_size(into, before + (gsize)MAX(got, 0));
        if (got < 0)
            return fail_read(error, path, mb_file_errno(errno));
        if (got == 0)
            return TRUE;
        if (into->len > limit)
            return fail_too_large(error, path, limit);
        room = MIN(READ_STEP, limit - into->len + 1);
    }
}

static gboolean read_file(int file, const char *path, gsize limit, GString *into, GError **error)
{
    struct stat facts;
    if (fstat(file, &facts) != 0)
        return fail_read(error, path, mb_file_errno(errno));
    const char *refused = kind_refused(facts.st_mode);
    if (refused != NULL)
        return fail_read(error, path, refused);
    if ((guint64)facts.st_size > limit)
        return fail_too_large(error, path, limit);
    return read_all(file, path, limit, (gsize)facts.st_size, into, error);
}

gboolean mb_file_read(const char *path, gsize limit, char **bytes, gsize *length, GError **error)
{
    g_return_val_if_fail(path != NULL && bytes != NULL, FALSE);
    GString *into = g_string_new(NULL);
    gboolean done;
    limit = MIN(limit, G_MAXSSIZE / 4);
    if (strcmp(path, "-") == 0) {
        done = read_all(STDIN_FILENO, "standard input", limit, READ_STEP, into, error);
    } else {
        /* Without O_NONBLOCK a pipe that nobody writes to would hold the program up before it can be refused. */
        int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
        done = file >= 0 ? read_file(file, path, limit, into, error) : fail_read(error, path, mb_file_errno(errno));
        close_file(&file);
    }
    if (done && length != NULL)
        *length = into->len;
    *bytes = g_string_free(into, !done);
    return done;
}

/* A file on its way: written beside the one that it is to replace. */
typedef struct {
    const char *path; /* as the caller gave it, for errors */
    char *name;       /* its last part */
    char temporary[32];
    int folder;
    int file;
} Writing;

static gboolean fail_write(GError **error, const char *path, const char *reason)
{
    return fail(error, MB_ERROR_BOOK, "Cannot write", path, reason);
}

static gboolean folder_open(Writing *writing, GError **error)
{
    const char *path = writing->path;
    const char *slash = strrchr(path, '/');
    writing->name = g_strdup(slash != NULL ? slash + 1 : path);
    if (writing->name[0] == '\0' || strcmp(writing->name, ".") == 0 || strcmp(writing->name, "..") == 0)
        return fail_write(error, path, path[0] == '\0' ? "the name is empty" : "it is a folder; name a file in it");
    g_autofree char *folder = slash == NULL   ? g_strdup(".")
                              : slash == path ? g_strdup("/")
                                              : g_strndup(path, (gsize)(slash - path));
    writing->folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (writing->folder < 0)
        return fail_write(error, path, errno == ENOENT ? "its folder does not exist" : mb_file_errno(errno));
    return TRUE;
}

/* What stands at PATH may be replaced: nothing, or a regular file that its owner has not made read-only. */
static gboolean target_check(const Writing *writing, GError **error)
{
    struct stat facts;
    if (fstatat(writing->folder, writing->name, &facts, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT || fail_write(error, writing->path, mb_file_errno(errno));
    if (S_ISLNK(facts.st_mode))
        return fail_write(error, writing->path, "it is a symbolic link; name the file that it leads to");
    if (!S_ISREG(facts.st_mode))
        return fail_write(error, writing->path,
                          S_ISDIR(facts.st_mode) ? "it is a folder; name a file in it" : "it is a device or a pipe");
    if (faccessat(writing->folder, writing->name, W_OK, 0) != 0)
        return fail_write(error, writing->path, mb_file_errno(errno));
    return TRUE;
}

static gboolean temporary_open(Writing *writing, GError **error)
{
    for (int i = 0; i < TEMPORARY_TRIES; i++) {
        g_snprintf(writing->temporary, sizeof writing->temporary, ".minutebook-%08x", g_random_int());
        writing->file =
            openat(writing->folder, writing->temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (writing->file >= 0)
            return TRUE;
        if (errno != EEXIST)
            break;
    }
    writing->temporary[0] = '\0';
    return fail_write(error, writing->path, mb_file_errno(errno));
}

static gboolean write_all(int file, const char *bytes, gsize length)
{
    while (length > 0) {
        gssize done = TEMP_FAILURE_RETRY(write(file, bytes, length));
        if (done < 0)
            return FALSE;
        bytes += done;
        length -= (gsize)done;
    }
    return TRUE;
}

/* Some network file systems cannot synchronise and say EINVAL; that is no fault of the data. */
static gboolean synchronise(int file)
{
    return TEMP_FAILURE_RETRY(fsync(file)) == 0 || errno == EINVAL || errno == ENOTSUP;
}

static gboolean temporary_fill(Writing *writing, const char *bytes, gsize length, GError **error)
{
    if (!write_all(writing->file, bytes, length) || !synchronise(writing->file))
        return fail_write(error, writing->path, mb_file_errno(errno));
    int closed = close(writing->file); /* where a disk quota is only found out on some file systems */
    writing->file = -1;
    if (closed != 0 && errno != EINTR)
        return fail_write(error, writing->path, mb_file_errno(errno));
    return TRUE;
}

static gboolean temporary_rename(Writing *writing, GError **error)
{
    if (renameat(writing->folder, writing->temporary, writing->folder, writing->name) != 0)
        return fail_write(error, writing->path, mb_file_errno(errno));
    writing->temporary[0] = '\0';
    if (!synchronise(writing->folder))
        return fail(error, MB_ERROR_BOOK, "Written, but perhaps not safe from a power cut:", writing->path,
                    mb_file_errno(errno));
    return TRUE;
}

gboolean mb_file_write(const char *path, const char *bytes, gsize length, GError **error)
{
    g_return_val_if_fail(path != NULL && (bytes != NULL || length == 0), FALSE);
    Writing writing = {.path = path, .folder = -1, .file = -1};
    gboolean done = folder_open(&writing, error) && target_check(&writing, error) && temporary_open(&writing, error) &&
                    temporary_fill(&writing, bytes, length, error) && temporary_rename(&writing, error);
    close_file(&writing.file);
    if (writing.temporary[0] != '\0')
        unlinkat(writing.folder, writing.temporary, 0);
    close_file(&writing.folder);
    g_free(writing.name);
    return done;
}
