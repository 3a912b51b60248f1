/* SPDX-License-Identifier: MIT */
/* The words of a text as a dictionary has them, and a board's own list of words. */
#ifndef MINUTEBOOK_DESK_SPELL_WORDS_H
#define MINUTEBOOK_DESK_SPELL_WORDS_H

#include <glib.h>

typedef struct {
    int start, end; /* bytes */
    char text[120]; /* with straight apostrophes */
} MbSpellWord;

/* The first word of TEXT at or after byte AT. Addresses, references with digits, abbreviations in capitals and single
 * letters are none. FALSE where there is none. */
gboolean mb_spell_word(const char *text, int at, MbSpellWord *word);

/* The path of the list of the board of that short name; NULL where there is no place for one. Newly allocated. */
char *mb_spell_list_path(const char *board);
char *mb_spell_list_read(const char *path); /* newly allocated; "" where there is none */
gboolean mb_spell_list_add(const char *path, const char *word, GError **error);

#endif
