/* SPDX-License-Identifier: MIT */
/* Options that every command takes. */
#ifndef MINUTEBOOK_CLI_OPTIONS_H
#define MINUTEBOOK_CLI_OPTIONS_H

#include "minutebook/base/day.h"

typedef struct {
    char *book;
    char *user;
    MbDay as_of;
    gboolean json;
    gboolean help;
    gboolean version;
    GPtrArray *words; /* what is left, NULL-ended; borrowed from argv */
} MbOptions;

/* Takes the common options out of ARGV, wherever they stand before a "--". FALSE with MB_ERROR_USAGE. */
gboolean mb_options_read(MbOptions *options, int argc, char **argv, GError **error);
void mb_options_clear(MbOptions *options);

#endif
