/* SPDX-License-Identifier: MIT */
/* What can be learnt of a book's file and the place where it lies before SQLite reads anything of it. */
#ifndef MINUTEBOOK_STORE_LOOK_H
#define MINUTEBOOK_STORE_LOOK_H

#include "book_private.h"

/* The first 100 bytes, as far as they matter. Source: the SQLite file format, section 1.3. */
typedef struct {
    gint64 size; /* of the file */
    guint32 page_size;
    guint32 pages; /* as the header counts them; 0 where it does not say */
    gboolean log;  /* keeps a write-ahead log */
    guint32 version;
    guint32 application;
} MbHeader;

/* Through SQLite's own descriptor: another one, closed, would take the locks away that this process holds on the file.
 * Nothing is locked or written. */
gboolean mb_look_header(MbBook *book, MbHeader *header, GError **error);
/* Whether the file is shorter than its header says while no log beside it could make up for that. */
gboolean mb_look_cut_short(const MbBook *book, const MbHeader *header);
/* Whether a log stands beside PATH; with CONTENT, one that is not empty. */
gboolean mb_look_log(const char *path, gboolean content);
/* Whether PATH lies on a file system on which two programs cannot share a write-ahead log: network shares and the like
 * (statfs(2)). */
gboolean mb_look_remote(const char *path);

#endif
