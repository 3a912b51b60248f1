/* SPDX-License-Identifier: MIT */
/* What a deed under way has written: each record once, as it was before and as it is now. Beginning and ending a deed
 * is deed.c. */
#include "book_private.h"

#include "minutebook/model/meeting.h"
#include "minutebook/model/minute.h"
#include "minutebook/store/record.h"

#include <string.h>

static void touched_free(gpointer data)
{
    MbTouched *touched = data;

    g_free(touched->id);
    g_free(touched->before);
    g_free(touched->meeting);
    g_free(touched->parent);
    g_free(touched);
}

static guint touched_hash(gconstpointer data)
{
    const MbTouched *touched = data;

    return g_str_hash(touched->id) ^ g_direct_hash(touched->noun);
}

static gboolean touched_equal(gconstpointer a, gconstpointer b)
{
    const MbTouched *first = a;
    const MbTouched *second = b;

    return first->noun == second->noun && strcmp(first->id, second->id) == 0;
}

void mb_deed_nothing_touched(MbDeedUnderWay *deed)
{
    deed->touched = g_ptr_array_new_with_free_func(touched_free);
    deed->by_record = g_hash_table_new(touched_hash, touched_equal);
}

gboolean mb_deed_ready(MbBook *book, GError **error)
{
    if (!book->deed.open)
        return mb_book_refuse(book, error, "was not changed: nothing may be written outside a deed.");
    if (book->deed.failed)
        return mb_book_refuse(book, error, "was not changed: an earlier part of the same deed failed.");
    return TRUE;
}

void mb_deed_fail(MbBook *book)
{
    book->deed.failed = TRUE;
}

static MbTouched *touched_new(MbDeedUnderWay *deed, const MbNoun *noun, const char *id, char *before)
{
    MbTouched *touched = g_new0(MbTouched, 1);

    touched->noun = noun;
    touched->id = g_strdup(id);
    touched->before = before;
    g_ptr_array_add(deed->touched, touched);
    g_hash_table_add(deed->by_record, touched);
    return touched;
}

static MbTouched *touched_of(MbDeedUnderWay *deed, const MbRecord *record, gconstpointer before)
{
    MbTouched key = {.noun = record->noun, .id = record->id};
    MbTouched *touched = g_hash_table_lookup(deed->by_record, &key);

    return touched ? touched
                   : touched_new(deed, record->noun, record->id,
                                 before && !deed->restoring ? mb_store_canonical(before) : NULL);
}

static gboolean meeting_moved(const MbMeeting *before, const MbMeeting *after)
{
    return before->day != after->day || g_strcmp0(before->board, after->board) != 0;
}

void mb_deed_touch(MbBook *book, gconstpointer before, gconstpointer after)
{
    MbTouched *touched = touched_of(&book->deed, after ? after : before, before);
    g_autofree char *now = after && !book->deed.restoring ? mb_store_canonical(after) : NULL;

    touched->there = after != NULL;
    if (touched->noun == &MB_MEETING && before && after)
        touched->moved |= meeting_moved(before, after);
    if (touched->noun == &MB_CELL)
        mb_set(&touched->parent, ((const MbCell *)(after ? after : before))->minute);
    if (book->deed.restoring)
        return;
    touched->same = g_strcmp0(touched->before, now) == 0;
    mb_salt_new(touched->salt);
    mb_digest(touched->salt, now ? now : "", touched->digest); /* of a deletion: of nothing */
    if (after || !touched->meeting) {
        g_free(touched->meeting);
        touched->meeting = mb_place_meeting(book, after ? after : before);
    }
}

void mb_deed_touch_settled(MbBook *book, const MbNoun *noun, const char *id, const char *before, const char *meeting,
                           gconstpointer after)
{
    MbTouched *touched = touched_new(&book->deed, noun, id, g_strdup(before));
    g_autofree char *now = after ? mb_store_canonical(after) : NULL;

    touched->there = after != NULL;
    touched->same = g_strcmp0(before, now) == 0;
    if (noun == &MB_CELL)
        touched->parent = after ? g_strdup(((const MbCell *)after)->minute) : mb_canonical_member(before, "minute");
    mb_salt_new(touched->salt);
    mb_digest(touched->salt, now ? now : "", touched->digest);
    touched->meeting = g_strdup(meeting);
}
