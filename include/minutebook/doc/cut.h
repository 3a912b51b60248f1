/* SPDX-License-Identifier: MIT */
/* Cutting a document for an audience. The records were cut before (clerk/cut.h); this comes on top. */
#ifndef MINUTEBOOK_DOC_CUT_H
#define MINUTEBOOK_DOC_CUT_H

#include "minutebook/doc/doc.h"

/* A copy of DOC that holds only what is for AUDIENCE (MB_FOR_CLERK: everything). A cell that is cut stays as an empty
 * cell, so that its row keeps its columns; a list, list item or table that is left with nothing goes as well, and so
 * does a heading whose section is left with nothing. */
MbDoc *mb_doc_cut(const MbDoc *doc, MbFor audience);

#endif
