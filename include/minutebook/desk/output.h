/* SPDX-License-Identifier: MIT */
/* What the command line prints that needs floors it may not use: values as JSON, versions. */
#ifndef MINUTEBOOK_DESK_OUTPUT_H
#define MINUTEBOOK_DESK_OUTPUT_H

#include "minutebook/desk/command.h"

/* VALUE as one JSON document. Newly allocated, as the next. */
char *mb_output_json(const MbValue *value);
/* What ANSWER says to people, within WIDTH columns: its list with title and note, or its text. NULL where it says
 * nothing.
 */
char *mb_output_text(const MbAnswer *answer, int width);
/* "minutebook 0.1.0 (SQLite 3.40.1, GLib 2.74.6)". */
char *mb_output_version(void);

#endif
