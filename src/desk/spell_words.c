/* SPDX-License-Identifier: MIT */
#include "spell_words.h"

#include "minutebook/base/error.h"
#include "minutebook/base/file.h"

#include <glib/gstdio.h>
#include <string.h>

enum { LIST_LIMIT = 1 << 20 };

/* --- words --- */

static gboolean is_apostrophe(gunichar c)
{
    return c == '\'' || c == 0x2019;
}

/* What holds a token together that is no word of a language: 24/117, a@example.org, HTB_4. */
static gboolean holds(gunichar c)
{
    return g_unichar_isdigit(c) || c == '@' || c == '_' || c == '/' || c == '\\' || c == '#';
}

static gboolean in_word(gunichar c)
{
    return g_unichar_isalpha(c) || g_unichar_ismark(c);
}

/* The end of the run of letters at AT, an apostrophe between two letters included. Sets COUNT of letters and whether
 * all are capitals. */
static const char *run_end(const char *at, int *count, gboolean *capitals)
{
    *count = 0;
    *capitals = TRUE;
    for (;;) {
        gunichar c = g_utf8_get_char(at);
        const char *next = *at ? g_utf8_next_char(at) : at;

        if (!in_word(c) && !(is_apostrophe(c) && *count && in_word(g_utf8_get_char(next))))
            return at;
        *count += in_word(c);
        *capitals = *capitals && !g_unichar_islower(c);
        at = next;
    }
}

static gboolean is_held(const char *text, const char *start, const char *end)
{
    gunichar before = start > text ? g_utf8_get_char(g_utf8_prev_char(start)) : 0;
    gunichar after = *end ? g_utf8_get_char(end) : 0;
    /* "example.org": a full stop with a letter right after it is no end. */
    gboolean dotted = (before == '.' && start - text > 1 && !g_ascii_isspace(start[-2])) ||
                      (after == '.' && in_word(g_utf8_get_char(end + 1)));

    return (before && holds(before)) || (after && holds(after)) || dotted;
}

/* Copies without curly apostrophes; FALSE where it is too long to be a word. */
static gboolean take(const char *text, const char *start, const char *end, MbSpellWord *word)
{
    gsize length = 0;

    for (const char *at = start; at < end; at = g_utf8_next_char(at)) {
        gsize bytes = (gsize)(g_utf8_next_char(at) - at);

        if (length + bytes >= sizeof word->text)
            return FALSE;
        if (is_apostrophe(g_utf8_get_char(at)))
            word->text[length++] = '\'';
        else {
            memcpy(word->text + length, at, bytes);
            length += bytes;
        }
    }
    word->text[length] = '\0';
    word->start = (int)(start - text);
    word->end = (int)(end - text);
    return TRUE;
}

gboolean mb_spell_word(const char *text, int at, MbSpellWord *word)
{
    for (const char *here = text + at; *here;) {
        gboolean capitals;
        const char *end;
        int count;

        if (!in_word(g_utf8_get_char(here))) {
            here = g_utf8_next_char(here);
            continue;
        }
        end = run_end(here, &count, &capitals);
        if (count > 1 && !capitals && !is_held(text, here, end) && take(text, here, end, word))
            return TRUE;
        here = end;
    }
    return FALSE;
}

/* --- a board's list --- */

char *mb_spell_list_path(const char *board)
{
    g_autofree char *folder = mb_file_xdg(MB_XDG_DATA, "words", FALSE, NULL);
    g_autofree char *name = g_strdup_printf("%s.txt", board);

    /* The name is a file's: whatever leads elsewhere is taken out of it. */
    g_strdelimit(name, "/\\ :", '-');
    if (name[0] == '.')
        name[0] = '-';
    return folder ? g_build_filename(folder, name, NULL) : NULL;
}

char *mb_spell_list_read(const char *path)
{
    char *bytes = NULL;
    gsize length;

    if (!path || !g_file_test(path, G_FILE_TEST_IS_REGULAR) || !mb_file_read(path, LIST_LIMIT, &bytes, &length, NULL))
        return g_strdup("");
    if (!g_utf8_validate(bytes, (gssize)length, NULL)) {
        g_free(bytes);
        return g_strdup("");
    }
    return bytes;
}

gboolean mb_spell_list_add(const char *path, const char *word, GError **error)
{
    g_autofree char *before = mb_spell_list_read(path);
    g_autofree char *folder = path ? g_path_get_dirname(path) : NULL;
    g_autofree char *after =
        g_strdup_printf("%s%s%s\n", before, *before && !g_str_has_suffix(before, "\n") ? "\n" : "", word);

    if (!path) {
        g_set_error(error, MB_ERROR, MB_ERROR_BOOK,
                    "There is no folder of yours to keep a list of words in; set HOME.");
        return FALSE;
    }
    if (g_mkdir_with_parents(folder, 0700) != 0) {
        g_set_error(error, MB_ERROR, MB_ERROR_BOOK, "%s: the folder could not be made.", folder);
        return FALSE;
    }
    return mb_file_write(path, after, strlen(after), error);
}
