/* SPDX-License-Identifier: MIT */
/* Rule sets read from forms/rules/NAME.yaml: the user's own in the XDG config folder before those that ship. */
#ifndef MINUTEBOOK_EXCHANGE_RULES_H
#define MINUTEBOOK_EXCHANGE_RULES_H

#include "minutebook/model/rules.h"

/* NULL with MB_ERROR_INPUT where there is none of that name (the nearest named) or it has faults (each with line and
 * column). */
MbRules *mb_rules_load(const char *name, GError **error);
/* The names of all, NULL-ended, sorted. */
char **mb_rules_names(void);

#endif
