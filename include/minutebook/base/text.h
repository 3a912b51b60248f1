/* SPDX-License-Identifier: MIT */
/* UTF-8 text: cleaning, display width, folding for comparison, nearest word. What may be printed on a terminal goes
 * through mb_text_visible. */
#ifndef MINUTEBOOK_BASE_TEXT_H
#define MINUTEBOOK_BASE_TEXT_H

#include <glib.h>

/* A copy safe to show on a terminal: C0 (but \n and \t where KEEP_LINES), DEL, C1 (also as U+0080–U+009F),
   bidirectional controls (U+202A–U+202E, U+2066–U+2069, U+200E, U+200F, U+061C), zero-width and tag characters become
   visible marks such as ␛, ␡ or ‹U+202E›; bytes that are no UTF-8 become U+FFFD. U+200D joining two emoji is kept.
   Source: PROMISES T1 (escape injection through stored text). */
char *mb_text_visible(const char *text, gboolean keep_lines);

/* A copy fit to be stored: invalid UTF-8 replaced by U+FFFD, NUL impossible, CR and CRLF made \n. Control characters
 * are kept: they are the user's. */
char *mb_text_store(const char *text, gssize length);

/* Columns that the text takes on a terminal, by code point from GLib's Unicode tables (wide 2; combining, zero-width
 * and control characters 0). Needs no locale. */
int mb_text_width(const char *text);
/* The longest beginning of TEXT that fits COLUMNS; when something is cut the last column is "…". Newly allocated. */
char *mb_text_fit(const char *text, int columns);
/* Lines of at most COLUMNS, broken at spaces (a longer word is broken where it must be); \n starts a new line. A
 * NULL-ended array. */
char **mb_text_wrap(const char *text, int columns);
/* Appends TEXT padded with spaces to COLUMNS (never cut); on the left where RIGHT. */
void mb_text_pad(GString *out, const char *text, int columns, gboolean right);

/* For matching names and words: case folded, accents removed, curly apostrophes straightened, spaces squeezed. Newly
 * allocated. */
char *mb_text_fold(const char *text);
gboolean mb_text_same(const char *a, const char *b);            /* equal when folded; NULL equals only NULL */
gboolean mb_text_contains(const char *whole, const char *part); /* folded; an empty PART is contained */

/* The entry of WORDS (NULL-ended) nearest to WORD by edit distance (swaps count one), or NULL where none is near (at
 * most 1 in 3 letters differ, at least 1 allowed). Borrowed. */
const char *mb_text_nearest(const char *word, const char *const *words);
int mb_text_distance(const char *a, const char *b);

/* "a", "a and b", "a, b and c" of a NULL-ended array. Newly allocated. */
char *mb_text_join(const char *const *words);
/* NULL and "" are empty. */
gboolean mb_text_empty(const char *text);

#endif
