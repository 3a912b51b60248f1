/* SPDX-License-Identifier: MIT */
/* The desk: the open book, who works at it, what day it is, and the records on it. Commands (desk/command.h) are done
 * at a desk, from screens and command line alike. */
#ifndef MINUTEBOOK_DESK_DESK_H
#define MINUTEBOOK_DESK_DESK_H

#include "minutebook/model/nouns.h"
#include "minutebook/model/rules.h"
#include "minutebook/store/book.h"

typedef struct MbDesk MbDesk;

/* PATH: the book's, NULL for the usual one ($MINUTEBOOK_BOOK, else book.minutebook in the XDG data folder). USER: the
   name for the history, NULL for $MINUTEBOOK_USER, else the book's setting, else the login's full name. AS_OF: today,
   MB_NO_DAY for the clock's. */
MbDesk *mb_desk_new(const char *path, const char *user, MbDay as_of);
void mb_desk_free(MbDesk *desk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MbDesk, mb_desk_free)

/* The path of the book, worked out. NULL with MB_ERROR_BOOK where there is no place for one. Borrowed. */
const char *mb_desk_path(MbDesk *desk, GError **error);
/* Opens the book where it is not yet open in this mode (MB_BOOK_WRITE also serves reading). Borrowed. */
MbBook *mb_desk_open(MbDesk *desk, MbBookMode mode, GError **error);
/* The open book; never called before mb_desk_open. */
MbBook *mb_desk_book(MbDesk *desk);
void mb_desk_close(MbDesk *desk);

/* Who works here; borrowed. */
const char *mb_desk_user(MbDesk *desk);
/* Today, in BOARD's zone (NULL: the system's). */
MbDay mb_desk_today(const MbDesk *desk, const MbBoard *board);

/* The records on the desk. Emptied by mb_desk_clear, which a deed does when it is done. */
MbDossier *mb_desk_dossier(MbDesk *desk);
void mb_desk_clear(MbDesk *desk);
/* All boards, loaded once. FALSE on error. */
gboolean mb_desk_boards(MbDesk *desk, GError **error);
/* The rule set of BOARD; NULL where it names none (no error) or it cannot be read (error set). Borrowed, kept at the
 * desk. */
const MbRules *mb_desk_rules(MbDesk *desk, const MbBoard *board, GError **error);

#endif
