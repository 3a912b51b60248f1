/* SPDX-License-Identifier: MIT */
#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DOOR = 0, ROOM = 1, BENCH = 2 };
enum { LONGEST_NAP_US = 8000 };

int mb_lock_open(const char *path)
{
    g_autofree char *name = g_strconcat(path, "-lock", NULL);
    struct stat facts;
    int file = open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);

    if (file >= 0 && (fstat(file, &facts) != 0 || !S_ISREG(facts.st_mode))) {
        close(file);
        errno = EINVAL;
        return -1;
    }
    return file;
}

static int try_range(int file, int byte, int length, short type)
{
    struct flock range = {.l_type = type, .l_whence = SEEK_SET, .l_start = byte, .l_len = length};

    if (fcntl(file, F_OFD_SETLK, &range) == 0)
        return 0;
    return errno == EACCES || errno == EINTR ? EAGAIN : errno;
}

static int try_lock(int file, int byte, short type)
{
    return try_range(file, byte, 1, type);
}

static int take(int file, int byte, short type, gint64 until)
{
    gulong nap = 250;

    for (;;) {
        int got = try_lock(file, byte, type);

        if (got != EAGAIN || g_get_monotonic_time() >= until)
            return got;
        g_usleep(nap);
        nap = MIN(nap * 2, LONGEST_NAP_US);
    }
}

int mb_lock_shared(int file, int wait_ms)
{
    gint64 until = g_get_monotonic_time() + (gint64)wait_ms * 1000;
    int got = take(file, DOOR, F_RDLCK, until);

    if (got != 0)
        return got;
    got = take(file, ROOM, F_RDLCK, until);
    try_lock(file, DOOR, F_UNLCK);
    return got;
}

int mb_lock_exclusive(int file, int wait_ms)
{
    gint64 until = g_get_monotonic_time() + (gint64)wait_ms * 1000;
    int got = take(file, DOOR, F_WRLCK, until);

    if (got != 0)
        return got;
    got = take(file, ROOM, F_WRLCK, until);
    if (got != 0)
        try_lock(file, DOOR, F_UNLCK);
    return got;
}

void mb_lock_release(int file)
{
    G_STATIC_ASSERT(ROOM == DOOR + 1);
    try_range(file, DOOR, 2, F_UNLCK);
}

int mb_lock_sit(int file)
{
    return try_lock(file, BENCH, F_RDLCK);
}

gboolean mb_lock_last(int file)
{
    return try_lock(file, BENCH, F_WRLCK) == 0;
}

gboolean mb_lock_in_use(const char *path)
{
    g_autofree char *name = g_strconcat(path, "-lock", NULL);
    struct flock range = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = BENCH, .l_len = 1};
    int file = open(name, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    gboolean used;

    if (file < 0)
        return FALSE;
    used = fcntl(file, F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK;
    close(file);
    return used;
}
