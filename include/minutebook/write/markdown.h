/* SPDX-License-Identifier: MIT */
/* A document tree as Markdown (CommonMark 0.30 with the tables of GitHub's dialect). */
#ifndef MINUTEBOOK_WRITE_MARKDOWN_H
#define MINUTEBOOK_WRITE_MARKDOWN_H

#include "minutebook/doc/doc.h"

/* Stored text is escaped so that nothing in it acts as markup, HTML or a link in disguise. Newly allocated; ends with a
 * line break. */
char *mb_write_markdown(const MbDoc *doc);

#endif
