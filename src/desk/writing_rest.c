/* SPDX-License-Identifier: MIT */
/* What can wait until the hand rests, and what is said of it. */
#include "writing_private.h"

#include "minutebook/base/clock.h"
#include "minutebook/base/error.h"
#include "minutebook/base/file.h"
#include "minutebook/store/typing.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum {
    SYNC_AFTER_MS = 150, /* of the first change: with what the disk takes, within a quarter of a second */
    SYNC_LOOK_MS = 5,
    SETTLE_AFTER_MS = 2000, /* of the last change */
    FOLD_AFTER_MS = 300,    /* likewise, where the log has grown */
    REFRESH_AFTER_MS = 50,  /* likewise, where another hand's words were joined with these */
    RETRY_MS = 500,
};

static int ms_since(gint64 moment)
{
    return (int)MIN((g_get_monotonic_time() - moment) / 1000, G_MAXINT / 2);
}

gboolean mb_writing_saved(MbWriting *writing, const char **why)
{
    gboolean failed;

    mb_typing_synced(mb_desk_book(writing->desk), &failed);
    if (why)
        *why = writing->why ? writing->why
               : failed     ? "NOT SAVED: the disk gave an error while it was written; keep a copy elsewhere"
                            : NULL;
    return !writing->why && !failed;
}

gboolean mb_writing_synced(MbWriting *writing)
{
    return !writing->why && mb_typing_synced(mb_desk_book(writing->desk), NULL);
}

/* Whether the book holds just what the passage and it have agreed on. */
static gboolean as_agreed(MbWriting *writing, const GPtrArray *minutes)
{
    if (writing->met || g_hash_table_size(writing->agreed) != minutes->len)
        return FALSE;
    for (guint i = 0; i < minutes->len; i++) {
        const MbMinute *minute = minutes->pdata[i];
        const MbAgreed *agreed = g_hash_table_lookup(writing->agreed, minute->id);

        if (!agreed || minute->style == MB_STYLE_TABLE || !mb_record_equal(agreed->book, minute))
            return FALSE;
    }
    return TRUE;
}

gboolean mb_writing_refresh(MbWriting *writing, GError **error)
{
    guint tidings = mb_typing_tidings(mb_desk_book(writing->desk));
    g_autoptr(MbDossier) dossier = NULL;
    g_autoptr(GPtrArray) minutes = NULL;

    if ((tidings == writing->tidings && !writing->met) || !mb_writing_flush(writing))
        return TRUE;
    dossier = mb_dossier_new();
    minutes = mb_writing_load(writing, dossier, error);
    if (!minutes)
        return FALSE;
    writing->tidings = tidings;
    if (as_agreed(writing, minutes))
        return TRUE;
    mb_writing_agree(writing, minutes);
    mb_passage_reload(writing->passage, mb_writing_paragraphs(minutes, dossier));
    return TRUE;
}

/* Milliseconds until there is more to do for the disk; -1: all is there. */
static int rest_sync(MbWriting *writing)
{
    MbBook *book = mb_desk_book(writing->desk);
    gboolean failed;
    int due;

    if (mb_typing_synced(book, &failed)) {
        writing->unsynced_from = 0;
        return -1;
    }
    if (!writing->unsynced_from && ms_since(writing->asked) < RETRY_MS)
        return SYNC_LOOK_MS;
    due = writing->unsynced_from ? SYNC_AFTER_MS - ms_since(writing->unsynced_from) : 0;
    if (due > 0)
        return due;
    mb_typing_sync(book);
    writing->asked = g_get_monotonic_time();
    writing->unsynced_from = 0;
    return SYNC_LOOK_MS;
}

static int rest_settle(MbWriting *writing, gboolean settle)
{
    MbBook *book = mb_desk_book(writing->desk);
    int due = settle ? 0 : SETTLE_AFTER_MS - ms_since(writing->changed);

    if (writing->settled)
        return -1;
    if (due > 0)
        return due;
    if (!mb_typing_settle(book, NULL))
        return RETRY_MS;
    writing->settled = TRUE;
    writing->unsynced_from = g_get_monotonic_time();
    mb_book_checkpoint(book, FALSE);
    mb_writing_refresh(writing, NULL);
    return -1;
}

static int sooner(int a, int b)
{
    return a < 0 ? b : b < 0 ? a : MIN(a, b);
}

int mb_writing_rest(MbWriting *writing, gboolean settle)
{
    int due;

    if (writing->why && (settle || ms_since(writing->tried) >= RETRY_MS))
        mb_writing_flush(writing);
    if (writing->why)
        return RETRY_MS;
    if (writing->met && ms_since(writing->changed) >= REFRESH_AFTER_MS)
        mb_writing_refresh(writing, NULL);
    if (ms_since(writing->changed) >= FOLD_AFTER_MS)
        mb_book_checkpoint(mb_desk_book(writing->desk), FALSE);
    due = rest_settle(writing, settle);
    return sooner(rest_sync(writing), due);
}

static gboolean write_out(int file, const char *bytes, gsize length)
{
    while (length) {
        gssize written = write(file, bytes, length);

        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return FALSE;
        bytes += written;
        length -= (gsize)written;
    }
    return fsync(file) == 0;
}

gboolean mb_writing_rescue(MbWriting *writing, const char *path, GError **error)
{
    g_autofree char *text = mb_passage_text(writing->passage);
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    int failed = file < 0 ? errno : 0;

    if (file >= 0 && !write_out(file, text, strlen(text)))
        failed = errno ? errno : ENOSPC;
    if (file >= 0)
        close(file);
    if (!failed)
        return TRUE;
    if (file >= 0)
        unlink(path);
    g_set_error(error, MB_ERROR, MB_ERROR_BOOK, "%s: the text could not be written there: %s. Name another file.", path,
                failed == EEXIST ? "a file of this name is there" : mb_file_errno(failed));
    return FALSE;
}

/* STAMP: taken. */
static gboolean set_place(MbWriting *writing, char *stamp, GError **error)
{
    MbSpot caret = mb_passage_caret(writing->passage);
    MbHandPlace *place = mb_record_new(&MB_PLACE);
    gboolean done;

    place->layer = writing->layer;
    place->at = caret.offset;
    mb_set(&place->meeting, writing->meeting);
    mb_set(&place->item, writing->item);
    mb_set(&place->paragraph, mb_passage_paragraph(writing->passage, caret.paragraph)->id);
    mb_set_take(&place->stamp, stamp);
    done = mb_typing_set_place(mb_desk_book(writing->desk), place, error);
    mb_record_free(place);
    return done;
}

gboolean mb_writing_keep_caret(MbWriting *writing, GError **error)
{
    MbSpot caret = mb_passage_caret(writing->passage);
    const MbParagraph *paragraph = mb_passage_paragraph(writing->passage, caret.paragraph);
    g_autofree char *kept = g_strdup_printf("%s %d", paragraph->id, caret.offset);

    if (g_strcmp0(kept, writing->kept) == 0)
        return TRUE;
    if (!set_place(writing, mb_clock_stamp(mb_clock_now()), error))
        return FALSE;
    mb_set(&writing->kept, kept);
    return TRUE;
}

/* Without a stamp: every change under this item is later. */
gboolean mb_writing_arrive(MbWriting *writing, GError **error)
{
    mb_set(&writing->kept, NULL);
    return set_place(writing, g_strdup(""), error);
}
