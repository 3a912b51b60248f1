/* SPDX-License-Identifier: MIT */
/* What libyaml's complaints mean to someone who wrote the file. */
#ifndef MINUTEBOOK_BASE_YAML_PROBLEM_H
#define MINUTEBOOK_BASE_YAML_PROBLEM_H

#include <glib.h>

/* The sentence for PROBLEM, libyaml's words. BEGUN is the line where the thing in hand began (0: none), FOUND the code
 *point at the place (0: the line's end). AT_BEGINNING says whether the fault is better shown where the thing began.
 *Newly allocated. */
char *mb_yaml_problem(const char *problem, int begun, gunichar found, gboolean *at_beginning);

#endif
