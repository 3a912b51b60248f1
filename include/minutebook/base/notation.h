/* SPDX-License-Identifier: MIT */
/* The notation of fonts in a paragraph's text: **bold**, *italic*, ***both***. A mark opens where no space follows it
   and closes where none stands before it; what is not closed is text. Backslashes count only
   right before an asterisk: two are one, and an odd one makes the asterisk text.

   A space has no font of its own: between two letters of one font it has theirs, elsewhere none. So notation loses
   nothing that can be seen. Fonts are one byte a byte of text: 1 bold, 2 italic. */
#ifndef MINUTEBOOK_BASE_NOTATION_H
#define MINUTEBOOK_BASE_NOTATION_H

#include <glib.h>

/* Newly allocated. */
char *mb_notation_write(const char *text, gsize length, const guint8 *fonts);
/* Appends to TEXT and FONTS. */
void mb_notation_read(const char *notation, GString *text, GByteArray *fonts);
/* Gives the spaces that touch bytes FROM to TO their fonts. */
void mb_notation_settle(const char *text, gsize length, guint8 *fonts, gsize from, gsize to);

#endif
