/* SPDX-License-Identifier: MIT */
/* Lines of a text from elsewhere as paragraphs: bullets, numbers, headings, notes, tables of bars or of tabs. */
#ifndef MINUTEBOOK_EDIT_LINES_H
#define MINUTEBOOK_EDIT_LINES_H

#include "minutebook/edit/paragraph.h"

/* TEXT is UTF-8 with \n only. New array that owns its MbParagraph; blank lines are none. */
GPtrArray *mb_lines_read(const char *text);
/* Whether LINE has a mark at its start or is a table's row. */
gboolean mb_line_marked(const char *line);

#endif
