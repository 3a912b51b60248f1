/* SPDX-License-Identifier: MIT */
/* The notation of minute text (docs/FILES.md, "Text"): paragraphs, headings, bullets, numbers, tables. */
#ifndef MINUTEBOOK_EXCHANGE_TEXT_H
#define MINUTEBOOK_EXCHANGE_TEXT_H

#include "minutebook/model/minute.h"

/* TEXT as paragraphs of ITEM at MEETING (ids) in LAYER, positions from 0: a new array of new records, each MbMinute followed by its MbCell records where it is a table. The array frees them. */
GPtrArray *mb_text_read(const char *text, const char *meeting, const char *item, int layer);

#endif
