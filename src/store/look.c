/* SPDX-License-Identifier: MIT */
#include "look.h"

#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>

enum {
    HEADER_SIZE = 100,
    PAGE_SIZE_AT = 16,
    WRITE_VERSION_AT = 18,
    CHANGES_AT = 24,
    PAGES_AT = 28,
    VERSION_AT = 60,
    APPLICATION_AT = 68,
    VALID_FOR_AT = 92
};

static guint32 number_at(const guint8 *bytes, int offset)
{
    guint32 number;

    memcpy(&number, bytes + offset, sizeof number);
    return GUINT32_FROM_BE(number);
}

static void read_header(const guint8 *bytes, MbHeader *header)
{
    guint32 page_size = (guint32)bytes[PAGE_SIZE_AT] << 8 | bytes[PAGE_SIZE_AT + 1];

    header->page_size = page_size == 1 ? 65536 : page_size;
    header->pages = number_at(bytes, CHANGES_AT) == number_at(bytes, VALID_FOR_AT) ? number_at(bytes, PAGES_AT) : 0;
    header->log = bytes[WRITE_VERSION_AT] == 2;
    header->version = number_at(bytes, VERSION_AT);
    header->application = number_at(bytes, APPLICATION_AT);
}

gboolean mb_look_header(MbBook *book, MbHeader *header, GError **error)
{
    guint8 bytes[HEADER_SIZE];
    sqlite3_int64 size = 0;
    sqlite3_file *file = NULL;

    sqlite3_file_control(book->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (!file || !file->pMethods || file->pMethods->xFileSize(file, &size) != SQLITE_OK)
        return mb_book_problem(book, SQLITE_IOERR, error);
    if (size == 0)
        return mb_book_refuse(
            book, error, "is an empty file, not a book. Make a book with “minutebook init”, or name another file.");
    if (size < HEADER_SIZE || file->pMethods->xRead(file, bytes, HEADER_SIZE, 0) != SQLITE_OK ||
        memcmp(bytes, "SQLite format 3", 16) != 0)
        return mb_book_refuse(book, error,
                              "is no book of Minutebook, or its beginning is damaged. It was left as it is; name "
                              "another file, or open your latest backup copy.");
    read_header(bytes, header);
    header->size = size;
    return TRUE;
}

gboolean mb_look_log(const char *path, gboolean content)
{
    g_autofree char *name = g_strconcat(path, "-wal", NULL);
    struct stat facts;

    return stat(name, &facts) == 0 && (!content || facts.st_size > 0);
}

gboolean mb_look_cut_short(const MbBook *book, const MbHeader *header)
{
    return header->size < (gint64)header->pages * header->page_size && !mb_look_log(book->path, TRUE);
}

gboolean mb_look_remote(const char *path)
{
    static const guint32 kinds[] = {
        0x6969,     /* NFS */
        0x517B,     /* SMB */
        0xFF534D42, /* CIFS */
        0xFE534D42, /* SMB2 */
        0x65735546, /* FUSE */
        0x01021997, /* 9p */
        0x7366746E, /* ntfs3 */
        0x5346544E, /* NTFS */
        0x5346414F, /* AFS */
        0x00C36400, /* Ceph */
        0x0BD00BD0, /* Lustre */
        0x47504653, /* GPFS */
        0x73757245, /* Coda */
    };
    struct statfs facts;

    if (statfs(path, &facts) != 0)
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
        if ((guint32)facts.f_type == kinds[i])
            return TRUE;
    return FALSE;
}
