/* SPDX-License-Identifier: MIT */
/* Keys of records: short texts that stay unique across copies of a book. They carry no meaning and are never shown or
 * exported. */
#ifndef MINUTEBOOK_BASE_ID_H
#define MINUTEBOOK_BASE_ID_H

#include <glib.h>

/* 7 letters of time (so that neighbours in time lie together in the book) and 11 of chance (55 bits), base 32. Newly
 * allocated. */
char *mb_id_new(void);
/* Whether TEXT has the shape of such a key. */
gboolean mb_id_is(const char *text);

#endif
