/* SPDX-License-Identifier: MIT */
/* The notation of a minute's text (docs/FILES.md, Text) and the paragraphs it stands for. A blank line ends a paragraph
   and lines within one are joined; "## " a sub-heading, "- " a bullet (two spaces further in, a nested one), "1. " a
   numbered line, "| a | b |" rows of a table whose first row is its header, "> " an editor's note; a paragraph that
   starts with its number ("4.2 The Chair…") keeps it. */
#ifndef MINUTEBOOK_EXCHANGE_MINUTE_TEXT_H
#define MINUTEBOOK_EXCHANGE_MINUTE_TEXT_H

#include "minutebook/model/dossier.h"
#include "minutebook/model/minute.h"

/* Appends to PARAGRAPHS new MbMinute records with style, level, number, text and position (from 0), and to CELLS the
   MbCell records of their tables. The caller owns both and sets meeting, item and layer. ITEM_NUMBER is the printed
   number of the item (NULL where none): "4.2 …" under item 4 is a paragraph's number, under item 5 it is text. */
void mb_minute_text_read(const char *text, const char *item_number, GPtrArray *paragraphs, GPtrArray *cells);
/* The notation of PARAGRAPHS (MbMinute, in order), whose cells are in DOSSIER. Numbers stand as printed; lines of a
 * numbered list that have none are counted. Reading it again gives the same paragraphs, with their numbers. Newly
 * allocated, "" where there are none, ended by a line break else. */
char *mb_minute_text_write(const MbDossier *dossier, const GPtrArray *paragraphs);

#endif
