/* SPDX-License-Identifier: MIT */
/* Errors: one sentence a secretary can read, with its place. The code says which exit status the command line gives. */
#ifndef MINUTEBOOK_BASE_ERROR_H
#define MINUTEBOOK_BASE_ERROR_H

#include <glib.h>

#define MB_ERROR (mb_error_quark())

typedef enum {
    MB_ERROR_USAGE = 2, /* wrong usage, or a name that is ambiguous or unknown */
    MB_ERROR_INPUT = 3, /* input refused; the message holds one line a fault */
    MB_ERROR_BOOK = 4,  /* the book, or the machine under it, cannot be read or written */
} MbErrorCode;

GQuark mb_error_quark(void);

#endif
