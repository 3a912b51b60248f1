/* SPDX-License-Identifier: MIT */
/* Help, made from the command table. */
#ifndef MINUTEBOOK_CLI_HELP_H
#define MINUTEBOOK_CLI_HELP_H

#include "minutebook/desk/command.h"

/* Every command, a line each. Newly allocated, as the next. */
char *mb_help_all(void);
/* One command: usage, arguments, example. */
char *mb_help_command(const MbCommand *command);

#endif
