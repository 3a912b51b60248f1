/* SPDX-License-Identifier: MIT */
/* For the tests of writing: a desk with one meeting, and a layer under SQLite that counts syncs and refuses writes. */
#ifndef MINUTEBOOK_TESTS_WRITING_HELP_H
#define MINUTEBOOK_TESTS_WRITING_HELP_H

#include "minutebook/desk/writing.h"
#include "minutebook/store/typing.h"
#include "store_help.h"

typedef struct {
    Desk files;
    MbDesk *desk;
    char *meeting;
    char *item;
    char *other_item;
} Room;

static inline void room_open(Room *room)
{
    g_autoptr(GError) error = NULL;

    room->desk = mb_desk_new(room->files.path, "Ann", MB_NO_DAY);
    room->files.book = NULL;
    mb_desk_open(room->desk, MB_BOOK_WRITE, &error);
    g_assert_no_error(error);
}

static inline void room_set_up(Room *room, gconstpointer data)
{
    MbBoard *board;
    MbMeeting *meeting;
    MbItem *item;
    MbItem *other;

    desk_set_up(&room->files, data);
    board = new_board("Harbour Trust Board", "HTB");
    meeting = new_meeting(board, mb_day_from(2025, 12, 11));
    item = new_item(meeting, "4", "Hate crime");
    other = new_item(meeting, "5", "Budget");
    deed_begin(room->files.book, "load");
    save(room->files.book, board);
    save(room->files.book, meeting);
    save(room->files.book, item);
    save(room->files.book, other);
    deed_commit(room->files.book, "loaded");
    room->meeting = g_strdup(meeting->id);
    room->item = g_strdup(item->id);
    room->other_item = g_strdup(other->id);
    mb_record_free(board);
    mb_record_free(meeting);
    mb_record_free(item);
    mb_record_free(other);
    desk_close(&room->files);
    room_open(room);
}

static inline void room_tear_down(Room *room, gconstpointer data)
{
    mb_desk_free(room->desk);
    desk_tear_down(&room->files, data);
    g_free(room->meeting);
    g_free(room->item);
    g_free(room->other_item);
}

static inline MbWriting *write_at(Room *room, MbDesk *desk, const char *item)
{
    g_autoptr(GError) error = NULL;
    MbWriting *writing = mb_writing_open(desk, room->meeting, item, MB_LAYER_MINUTE, &error);

    g_assert_no_error(error);
    return writing;
}

/* A letter at a time, as a hand does; a line break is Enter. */
static inline void type(MbWriting *writing, const char *text)
{
    for (const char *c = text; *c; c = g_utf8_next_char(c)) {
        g_autofree char *letter = g_strndup(c, (gsize)(g_utf8_next_char(c) - c));

        if (*c == '\n')
            mb_passage_enter(mb_writing_passage(writing));
        else
            mb_passage_type(mb_writing_passage(writing), letter);
    }
}

static inline void assert_saved(MbWriting *writing)
{
    const char *why = NULL;

    if (!mb_writing_saved(writing, &why))
        g_error("%s", why);
}

/* What stands under ITEM, as another program reads it: a line a paragraph. */
static inline char *text_in_book(Room *room, const char *item)
{
    g_autofree char *sql =
        g_strdup_printf("SELECT coalesce(group_concat(coalesce(\"text\", ''), char(10)), '') FROM "
                        "(SELECT * FROM \"minute\" WHERE \"item\" = '%s' ORDER BY \"position\", \"id\")",
                        item);

    return ask(room->files.path, sql);
}

static inline void assert_clean_book(MbBook *book)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) error = NULL;

    g_assert_true(mb_history_verify(book, faults, &error));
    g_assert_no_error(error);
    if (faults->len)
        g_error("%s", (char *)faults->pdata[0]);
    g_assert_true(mb_book_integrity(book, NULL));
}

/* --- the layer under SQLite --- */

typedef struct {
    sqlite3_vfs vfs;
    sqlite3_vfs *below;
    int syncs;      /* of logs; atomic */
    int fail_syncs; /* so many are to fail; atomic */
    gboolean full;  /* the disk */
} Shim;

typedef struct {
    sqlite3_file base;
    Shim *shim;
    gboolean log;
    sqlite3_file below; /* the end is open: its size is the VFS's below */
} ShimFile;

static inline sqlite3_file *below(sqlite3_file *file)
{
    return &((ShimFile *)file)->below;
}

static inline int shim_close(sqlite3_file *f)
{
    return below(f)->pMethods->xClose(below(f));
}
static inline int shim_read(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
    return below(f)->pMethods->xRead(below(f), to, n, at);
}
static inline int shim_write(sqlite3_file *f, const void *from, int n, sqlite3_int64 at)
{
    return ((ShimFile *)f)->shim->full ? SQLITE_FULL : below(f)->pMethods->xWrite(below(f), from, n, at);
}
static inline int shim_truncate(sqlite3_file *f, sqlite3_int64 size)
{
    return below(f)->pMethods->xTruncate(below(f), size);
}
static inline int shim_sync(sqlite3_file *f, int flags)
{
    ShimFile *file = (ShimFile *)f;

    if (file->log) {
        g_atomic_int_inc(&file->shim->syncs);
        if (g_atomic_int_get(&file->shim->fail_syncs) > 0) {
            g_atomic_int_add(&file->shim->fail_syncs, -1);
            return SQLITE_IOERR_FSYNC;
        }
    }
    return below(f)->pMethods->xSync(below(f), flags);
}
static inline int shim_size(sqlite3_file *f, sqlite3_int64 *size)
{
    return below(f)->pMethods->xFileSize(below(f), size);
}
static inline int shim_lock(sqlite3_file *f, int lock)
{
    return below(f)->pMethods->xLock(below(f), lock);
}
static inline int shim_unlock(sqlite3_file *f, int lock)
{
    return below(f)->pMethods->xUnlock(below(f), lock);
}
static inline int shim_reserved(sqlite3_file *f, int *out)
{
    return below(f)->pMethods->xCheckReservedLock(below(f), out);
}
static inline int shim_control(sqlite3_file *f, int op, void *argument)
{
    return below(f)->pMethods->xFileControl(below(f), op, argument);
}
static inline int shim_sector(sqlite3_file *f)
{
    return below(f)->pMethods->xSectorSize(below(f));
}
static inline int shim_device(sqlite3_file *f)
{
    return below(f)->pMethods->xDeviceCharacteristics(below(f));
}
static inline int shim_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **out)
{
    return below(f)->pMethods->xShmMap(below(f), page, size, extend, out);
}
static inline int shim_shm_lock(sqlite3_file *f, int at, int n, int flags)
{
    return below(f)->pMethods->xShmLock(below(f), at, n, flags);
}
static inline void shim_shm_barrier(sqlite3_file *f)
{
    below(f)->pMethods->xShmBarrier(below(f));
}
static inline int shim_shm_unmap(sqlite3_file *f, int remove)
{
    return below(f)->pMethods->xShmUnmap(below(f), remove);
}

static const sqlite3_io_methods shim_methods = {
    .iVersion = 2,
    .xClose = shim_close,
    .xRead = shim_read,
    .xWrite = shim_write,
    .xTruncate = shim_truncate,
    .xSync = shim_sync,
    .xFileSize = shim_size,
    .xLock = shim_lock,
    .xUnlock = shim_unlock,
    .xCheckReservedLock = shim_reserved,
    .xFileControl = shim_control,
    .xSectorSize = shim_sector,
    .xDeviceCharacteristics = shim_device,
    .xShmMap = shim_shm_map,
    .xShmLock = shim_shm_lock,
    .xShmBarrier = shim_shm_barrier,
    .xShmUnmap = shim_shm_unmap,
};

static inline int shim_open(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *f, int flags, int *out)
{
    Shim *shim = (Shim *)vfs;
    ShimFile *file = (ShimFile *)f;
    int code = shim->below->xOpen(shim->below, name, &file->below, flags, out);

    file->shim = shim;
    file->log = (flags & SQLITE_OPEN_WAL) != 0;
    file->base.pMethods = file->below.pMethods ? &shim_methods : NULL;
    return code;
}

/* From now on every book is opened through it. */
static inline void shim_insert(Shim *shim)
{
    memset(shim, 0, sizeof *shim);
    shim->below = sqlite3_vfs_find(NULL);
    shim->vfs = *shim->below;
    shim->vfs.zName = "shim";
    shim->vfs.szOsFile = (int)sizeof(ShimFile) + shim->below->szOsFile;
    shim->vfs.xOpen = shim_open;
    shim->vfs.pNext = NULL;
    sqlite3_vfs_register(&shim->vfs, 1);
}

static inline void shim_remove(Shim *shim)
{
    sqlite3_vfs_unregister(&shim->vfs);
    sqlite3_vfs_register(shim->below, 1);
}

#endif
