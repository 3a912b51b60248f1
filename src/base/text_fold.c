/* SPDX-License-Identifier: MIT */
/* Text compared as people compare it: without case, accents, or the kind of apostrophe; and the nearest of some words.
 */
#include "minutebook/base/text.h"

#include <string.h>

/* Letters that Unicode does not take apart into a letter and a mark, and signs that are typed in several ways. */
static const char *plain_letters(gunichar c)
{
    switch (c) {
    case 0x00E6:
        return "ae";
    case 0x0153:
        return "oe";
    case 0x00F8:
        return "o";
    case 0x0142:
        return "l";
    case 0x0111:
    case 0x00F0:
        return "d";
    case 0x0127:
        return "h";
    case 0x0167:
        return "t";
    case 0x00FE:
        return "th";
    case 0x0131:
        return "i";
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x02BC:
    case 0x2032:
        return "'";
    case 0x201C:
    case 0x201D:
    case 0x201F:
        return "\"";
    case 0x2010: /* also what the non-breaking hyphen is normalised to */
    case 0x2011:
        return "-";
    case 0x00AD:
        return "";
    default:
        return NULL;
    }
}

/* Appends C; of a run of spaces one is kept, and none at the beginning. */
static void append_squeezed(GString *out, gunichar c)
{
    if (c == ' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x80 && g_unichar_isspace(c))) {
        if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c(out, ' ');
        return;
    }
    const char *plain = c >= 0x80 ? plain_letters(c) : NULL;
    if (plain != NULL)
        g_string_append(out, plain);
    else if (c < 0x80)
        g_string_append_c(out, g_ascii_tolower((char)c));
    else if (!g_unichar_ismark(c))
        g_string_append_unichar(out, c);
}

static char *finish(GString *out)
{
    if (out->len > 0 && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    return g_string_free(out, FALSE);
}

static gboolean is_ascii(const char *text)
{
    for (; *text != '\0'; text++)
        if ((guchar)*text >= 0x80)
            return FALSE;
    return TRUE;
}

char *mb_text_fold(const char *text)
{
    if (text == NULL)
        return g_strdup("");
    GString *out = g_string_sized_new(strlen(text) + 8);
    if (is_ascii(text)) {
        for (; *text != '\0'; text++)
            append_squeezed(out, (guchar)*text);
        return finish(out);
    }
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autofree char *parted = g_utf8_normalize(valid, -1, G_NORMALIZE_ALL);
    g_autofree char *folded = g_utf8_casefold(parted, -1);
    for (const char *at = folded; *at != '\0'; at = g_utf8_next_char(at))
        append_squeezed(out, g_utf8_get_char(at));
    return finish(out);
}

gboolean mb_text_same(const char *a, const char *b)
{
    if (a == NULL || b == NULL)
        return a == b;
    if (strcmp(a, b) == 0)
        return TRUE;
    g_autofree char *left = mb_text_fold(a);
    g_autofree char *right = mb_text_fold(b);
    return strcmp(left, right) == 0;
}

gboolean mb_text_contains(const char *whole, const char *part)
{
    g_autofree char *in = mb_text_fold(whole);
    g_autofree char *sought = mb_text_fold(part);
    return strstr(in, sought) != NULL;
}

/* One row of the table of distances: to the first I letters of A and each beginning of B. Two rows above are needed for
 * a swap. */
static void distance_row(const gunichar *a, glong i, const gunichar *b, glong count, int **rows)
{
    int *row = rows[0];
    row[0] = (int)i;
    for (glong j = 1; j <= count; j++) {
        int changed = rows[1][j - 1] + (a[i - 1] != b[j - 1]);
        row[j] = MIN(changed, MIN(rows[1][j], row[j - 1]) + 1);
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN(row[j], rows[2][j - 2] + 1);
    }
}

static int distance_of(const gunichar *a, glong a_count, const gunichar *b, glong b_count)
{
    gsize width = (gsize)b_count + 1;
    g_autofree int *cells = g_new0(int, width * 3);
    int *rows[3] = {cells, cells + width, cells + width * 2};
    for (glong j = 0; j <= b_count; j++)
        rows[0][j] = (int)j;
    for (glong i = 1; i <= a_count; i++) {
        int *oldest = rows[2];
        rows[2] = rows[1];
        rows[1] = rows[0];
        rows[0] = oldest;
        distance_row(a, i, b, b_count, rows);
    }
    return rows[0][b_count];
}

static gunichar *letters_of(const char *text, glong *count)
{
    g_autofree char *valid = g_utf8_make_valid(text != NULL ? text : "", -1);
    return g_utf8_to_ucs4_fast(valid, -1, count);
}

int mb_text_distance(const char *a, const char *b)
{
    glong a_count, b_count;
    g_autofree gunichar *left = letters_of(a, &a_count);
    g_autofree gunichar *right = letters_of(b, &b_count);
    return distance_of(left, a_count, right, b_count);
}

const char *mb_text_nearest(const char *word, const char *const *words)
{
    g_autofree char *folded = mb_text_fold(word);
    glong count;
    g_autofree gunichar *letters = letters_of(folded, &count);
    int best = MAX(1, (int)(count / 3)) + 1;
    const char *nearest = NULL;
    for (guint i = 0; words != NULL && words[i] != NULL; i++) {
        g_autofree char *other = mb_text_fold(words[i]);
        glong other_count;
        g_autofree gunichar *other_letters = letters_of(other, &other_count);
        if (ABS(count - other_count) >= best) /* the distance is at least that: spares the work for a very long word */
            continue;
        int distance = distance_of(letters, count, other_letters, other_count);
        if (distance < best && distance < MAX(count, other_count)) { /* some letter must be common to both */
            best = distance;
            nearest = words[i];
        }
    }
    return nearest;
}
