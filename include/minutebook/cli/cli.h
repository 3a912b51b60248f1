/* SPDX-License-Identifier: MIT */
/* The command line: options read, a command of the table (desk/command.h) done, its answer printed. */
#ifndef MINUTEBOOK_CLI_CLI_H
#define MINUTEBOOK_CLI_CLI_H

#include "minutebook/desk/desk.h"

/* Shows SCREEN ("live", "room"; NULL: where the program begins) at DESK with its WORDS (NULL-ended): who has screens
 * gives this. FALSE with the error to print. */
typedef gboolean (*MbCliScreens)(MbDesk *desk, const char *screen, const char *const *words, GError **error);

/* Runs the program with ARGV; without a command on a terminal it opens the screens. Returns the exit status: 0 done; 1
 * findings; 2 wrong usage; 3 input refused; 4 the book cannot be opened or written. */
int mb_cli_run(int argc, char **argv, MbCliScreens screens);

#endif
