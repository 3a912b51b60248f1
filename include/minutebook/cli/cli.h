/* SPDX-License-Identifier: MIT */
/* The command line: options read, a command of the table (desk/command.h) done, its answer printed. */
#ifndef MINUTEBOOK_CLI_CLI_H
#define MINUTEBOOK_CLI_CLI_H

/* Runs the program with ARGV. Returns the exit status: 0 done; 1 findings; 2 wrong usage; 3 input refused; 4 the book
 * cannot be opened or written. */
int mb_cli_run(int argc, char **argv);

#endif
