/* SPDX-License-Identifier: MIT */
/* YAML read into values (base/value.h), with the place of each and every fault found. What keys mean is exchange/'s
 * affair. */
#ifndef MINUTEBOOK_BASE_YAML_H
#define MINUTEBOOK_BASE_YAML_H

#include "minutebook/base/value.h"

/* Faults: a list of lines "file:line:column: what is wrong; what was expected". Collected, sorted by place, reported
 * together. Each line is fit for a terminal. */
typedef struct MbFaults MbFaults;
MbFaults *mb_faults_new(void);
void mb_faults_free(MbFaults *faults);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MbFaults, mb_faults_free)
void mb_faults_add(MbFaults *faults, MbPlace place, const char *format, ...) G_GNUC_PRINTF(3, 4);
guint mb_faults_count(const MbFaults *faults);
/* All lines, \n between, in order of file (as first met), line and column; at most 200, then "… and N more". Newly
 * allocated. */
char *mb_faults_text(const MbFaults *faults);

/* Reads every document of BYTES; a list of MbValue (one each, in order; empty for an empty file), or NULL where nothing
   could be read. Scalars are texts (plain and empty, ~ or null: null). Faults, all collected: syntax, duplicate keys
   (at the second), tags but !!str, aliases deeper or more than the limits (1,000; 100,000 nodes and 4 MiB of text
   copied in all), more than 16 MiB, depth over 64, more than 1,000,000 nodes after aliases are opened, keys that are
   not scalars, invalid UTF-8, control characters, a NUL. A document that ends in a syntax error or lies too deep is
   left out, and reading goes on at the next "---"; of the others every value that is no fault is there. Merge keys (<<)
   are keys like others. NAME is what errors call the file. */
MbValue *mb_yaml_read(const char *name, const char *bytes, gsize length, MbFaults *faults);

#endif
