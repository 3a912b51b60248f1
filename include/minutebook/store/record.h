/* SPDX-License-Identifier: MIT */
/* Records in and out of the book, for every noun alike: the columns follow from the noun's field table
 * (model/record.h). What belongs together is loaded by store/dossier.h. */
#ifndef MINUTEBOOK_STORE_RECORD_H
#define MINUTEBOOK_STORE_RECORD_H

#include "minutebook/model/record.h"
#include "minutebook/store/book.h"

/* The records of NOUN that fit: SQL is what follows FROM ("WHERE \"board\" = :board ORDER BY \"day\""; "" for all), a
   constant of the program; the statement is prepared once and kept under its address and noun. Then pairs of name and
   text (":board", id; NULL text binds NULL), ended by NULL. A new array that frees its records; NULL on error
   (MB_ERROR_BOOK). */
GPtrArray *mb_store_load(MbBook *book, const MbNoun *noun, GError **error, const char *sql, ...) G_GNUC_NULL_TERMINATED;
/* The record of that id; NULL without error where there is none. */
gpointer mb_store_get(MbBook *book, const MbNoun *noun, const char *id, GError **error);
/* One number (count, maximum) by a whole constant statement with the same pairs; NULL results are 0. FALSE on error. */
gboolean mb_store_number(MbBook *book, gint64 *number, GError **error, const char *sql, ...) G_GNUC_NULL_TERMINATED;

/* Within a deed. Save inserts or updates RECORD by its id; one that is as in the book is not written. Both note the
   change for the history and keep the search index in step. Deleting a record that others refer to fails at commit. */
gboolean mb_store_save(MbBook *book, gpointer record, GError **error);
gboolean mb_store_delete(MbBook *book, gpointer record, GError **error);

/* The canonical text of a record, from which digests are made: {"field":"value",…} of the fields that are present, in
 * table order, the id first. Newly allocated. */
char *mb_store_canonical(gconstpointer record);

#endif
