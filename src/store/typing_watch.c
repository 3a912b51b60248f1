/* SPDX-License-Identifier: MIT */
/* Other windows: the log is watched for writes (inotify(7)), and only where there was one SQLite is asked whether it
   was somebody else's. */
#include "typing_private.h"

#include "minutebook/store/record.h"

#include <limits.h>
#include <sys/inotify.h>
#include <unistd.h>

static void drain(const MbTyping *typing)
{
    enum { LONGEST = sizeof(struct inotify_event) + NAME_MAX + 1 };
    char events[4096];
    gssize got = sizeof events;

    /* What leaves room for one more was the last. */
    while (typing->watch >= 0 && got > (gssize)sizeof events - LONGEST)
        got = read(typing->watch, events, sizeof events);
}

static gint64 data_version(MbBook *book)
{
    static const char sql[] = "PRAGMA data_version";
    gint64 version;

    return mb_store_number(book, &version, NULL, sql, NULL) ? version : 0;
}

int mb_typing_watch(MbBook *book)
{
    MbTyping *typing = mb_typing_of(book);
    g_autofree char *log = g_strconcat(book->path, "-wal", NULL);

    if (typing->watch >= 0 || book->immutable || book->alone)
        return typing->watch;
    typing->watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (typing->watch >= 0 && inotify_add_watch(typing->watch, log, IN_MODIFY) < 0) {
        close(typing->watch);
        typing->watch = -1;
    }
    return typing->watch;
}

guint mb_typing_tidings(MbBook *book)
{
    MbTyping *typing = mb_typing_of(book);
    gint64 now;

    drain(typing);
    now = data_version(book);
    if (typing->data_version && now && now != typing->data_version)
        typing->tidings++;
    if (now)
        typing->data_version = now;
    return typing->tidings;
}

gboolean mb_typing_others_wrote(MbBook *book)
{
    MbTyping *typing = mb_typing_of(book);
    guint tidings = mb_typing_tidings(book);
    gboolean wrote = tidings != typing->told;

    typing->told = tidings;
    return wrote;
}

void mb_typing_drain(MbBook *book)
{
    drain(mb_typing_of(book));
}
