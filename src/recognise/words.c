/* SPDX-License-Identifier: MIT */
/* Splitting a line into words. The folded words stand in one buffer, so that a long line costs two allocations and not
   one a word. */
#include "words.h"

#include "minutebook/base/text.h"

#include <string.h>

/* A sentence without an end is broken here, so that what looks at a whole sentence stays linear in the line. */
enum { LONGEST_SENTENCE = 240 };

/* The code point at AT and its length; a byte that begins none counts as U+FFFD. */
static gunichar peek(const char *at, gsize left, gsize *length)
{
    guchar first = (guchar)*at;

    *length = 1;
    if (first < 0x80)
        return first;
    gunichar c = g_utf8_get_char_validated(at, (gssize)MIN(left, 6));
    if (c == (gunichar)-1 || c == (gunichar)-2)
        return 0xFFFD;
    *length = (gsize)(g_utf8_next_char(at) - at);
    return c;
}

static gboolean is_letter(gunichar c)
{
    if (c < 0x80)
        return g_ascii_isalpha((char)c);
    return g_unichar_isalpha(c) || g_unichar_ismark(c);
}

static gboolean is_digit(gunichar c)
{
    return c < 0x80 && g_ascii_isdigit((char)c);
}

static gboolean is_apostrophe(gunichar c)
{
    return c == '\'' || c == 0x2019 || c == 0x02BC;
}

static gboolean is_hyphen(gunichar c)
{
    return c == '-' || c == 0x2010 || c == 0x2011;
}

/* Spaces, marks of bold and italic, and what cannot be seen. */
static gboolean is_passed_over(gunichar c)
{
    if (c < 0x80)
        return c <= ' ' || c == '*' || c == 0x7F;
    return g_unichar_isspace(c) || c == 0x200B || c == 0x200C || c == 0x200D || c == 0xFEFF || c == 0xAD ||
           (c >= 0x80 && c <= 0x9F) || c == 0xA0;
}

/* Where what stands at AT ends. */
typedef struct {
    const char *text;
    gsize length;
} Line;

static gunichar char_at(const Line *line, gsize at, gsize *length)
{
    *length = 0;
    return at < line->length ? peek(line->text + at, line->length - at, length) : 0;
}

static gsize word_end(const Line *line, gsize at)
{
    gsize length, next;

    for (;;) {
        gunichar c = char_at(line, at, &length);
        if (is_letter(c) || is_digit(c)) {
            at += length;
        } else if (is_apostrophe(c) || is_hyphen(c)) {
            gunichar after = char_at(line, at + length, &next);
            if (!is_letter(after) && !(is_hyphen(c) && is_digit(after)))
                return at;
            at += length;
        } else {
            return at;
        }
    }
}

/* A comma belongs to a number only before three digits: "33,748" and not "4,5 and 6". */
static gboolean joins_digits(const Line *line, gsize at, gunichar c)
{
    gsize digits = 0;

    while (at + 1 + digits < line->length && g_ascii_isdigit(line->text[at + 1 + digits]))
        if (++digits > 3)
            break;
    if (c == ',')
        return digits == 3;
    return (c == '.' || c == ':' || c == '/' || c == '-') && digits > 0;
}

static gsize number_end(const Line *line, gsize at)
{
    gsize length;

    for (;;) {
        gunichar c = char_at(line, at, &length);
        if (is_digit(c) || joins_digits(line, at, c))
            at++;
        else
            break;
    }
    while (is_letter(char_at(line, at, &length))) /* "30th", "2pm", "14a" */
        at += length;
    return at;
}

static void fold_mark(GString *folds, gunichar c)
{
    if (is_hyphen(c) || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2015 || c == 0x2212)
        c = '-';
    else if (is_apostrophe(c) || c == 0x2018 || c == '`')
        c = '\'';
    else if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB)
        c = '"';
    else if (c == 0x2026)
        c = '.';
    g_string_append_unichar(folds, c);
}

static void fold_word(GString *folds, const char *text, gsize length)
{
    gsize plain = 0;

    while (plain < length && (guchar)text[plain] < 0x80)
        plain++;
    if (plain == length) {
        for (gsize i = 0; i < length; i++)
            g_string_append_c(folds, g_ascii_tolower(text[i]));
        return;
    }
    g_autofree char *copy = g_strndup(text, length);
    g_autofree char *fold = mb_text_fold(copy);
    for (const char *at = fold; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (is_hyphen(c))
            g_string_append_c(folds, '-');
        else
            g_string_append_unichar(folds, c);
    }
}

static void note_capitals(MbWord *word, const char *text)
{
    int letters = 0, capitals = 0;
    gsize length;

    for (gsize at = 0; at < (gsize)word->length; at += length) {
        gunichar c = peek(text + at, (gsize)word->length - at, &length);
        gboolean upper = c < 0x80 ? g_ascii_isupper((char)c) : g_unichar_isupper(c);
        if (at == 0)
            word->capital = upper;
        letters += is_letter(c);
        capitals += upper;
    }
    word->all_capitals = letters > 1 && letters == capitals;
}

/* Adds the word at AT and returns where it ends. Its fold is an offset until the buffer stands still. */
static gsize add_word(MbWords *words, GString *folds, const Line *line, gsize at, gunichar c, gsize length)
{
    MbWord word = {.kind = MB_WORD_MARK, .start = (int)at, .fold = GSIZE_TO_POINTER(folds->len)};
    gsize end = at + length;

    if (is_letter(c)) {
        word.kind = MB_WORD_WORD;
        end = word_end(line, at);
    } else if (is_digit(c)) {
        word.kind = MB_WORD_NUMBER;
        end = number_end(line, at);
    }
    word.length = (int)(end - at);
    if (word.kind == MB_WORD_MARK)
        fold_mark(folds, c);
    else
        fold_word(folds, line->text + at, end - at);
    g_string_append_c(folds, '\0');
    if (word.kind == MB_WORD_WORD)
        note_capitals(&word, line->text + at);
    g_array_append_val(words->words, word);
    return end;
}

static MbWord *word_at(const MbWords *words, int index)
{
    return &g_array_index(words->words, MbWord, index);
}

static gboolean is_mark(const MbWord *word, char mark)
{
    return word->kind == MB_WORD_MARK && word->fold[0] == mark && word->fold[1] == '\0';
}

static gboolean listed(const char *word, const char *const *list, gsize count)
{
    for (gsize i = 0; i < count; i++)
        if (strcmp(word, list[i]) == 0)
            return TRUE;
    return FALSE;
}

/* Words after which a full stop is an abbreviation's. */
static gboolean abbreviates(const MbWords *words, int before, const MbWord *next)
{
    static const char *const always[] = {
        "cllr", "cllrs", "dr", "mr",   "mrs",  "ms",    "prof", "rev",  "revd",   "supt", "insp",
        "sgt",  "hon",   "st", "vs",   "para", "paras", "ref",  "refs", "approx", "dept", "cf",
        "viz",  "gov",   "fr", "capt", "col",  "ch",    "asst", "incl", "fig",    "vol",
    };
    static const char *const before_numbers[] = {"no", "nos", "p", "pp", "art", "sec", "ext", "tel", "c", "min"};
    const MbWord *word = word_at(words, before);
    gboolean dotted =
        before > 1 && is_mark(word_at(words, before - 1), '.') && word_at(words, before - 1)->start + 1 == word->start;

    if (word->kind != MB_WORD_WORD)
        return FALSE;
    if (word->length == 1 && dotted) { /* "e.g.", "p.m.", "J.R." */
        const MbWord *first = word_at(words, before - 2);
        gboolean time = *word->fold == 'm' && (*first->fold == 'a' || *first->fold == 'p');
        return time ? !next->capital : TRUE;
    }
    if (word->length == 1 && word->capital && *word->fold != 'i')
        return TRUE; /* an initial: "J. Redfern" */
    if (listed(word->fold, always, G_N_ELEMENTS(always)))
        return TRUE;
    if (strcmp(word->fold, "etc") == 0)
        return !next->capital;
    return next->kind == MB_WORD_NUMBER && listed(word->fold, before_numbers, G_N_ELEMENTS(before_numbers));
}

static gboolean ends_sentence(const MbWords *words, int index)
{
    const MbWord *word = word_at(words, index);

    if (is_mark(word, '!') || is_mark(word, '?'))
        return TRUE;
    if (!is_mark(word, '.'))
        return FALSE;
    if ((guint)index + 1 >= words->words->len)
        return TRUE;
    const MbWord *next = word_at(words, index + 1);
    if (next->kind != MB_WORD_MARK && next->start == word->start + word->length && !next->capital)
        return FALSE; /* "e.g", "www.x.org" */
    return index == 0 || !abbreviates(words, index - 1, next);
}

/* Marks that close what a sentence ended in: ." and .) */
static gboolean closes(const MbWords *words, int index)
{
    const MbWord *word = word_at(words, index);
    const MbWord *before = word_at(words, index - 1);

    return word->start == before->start + before->length &&
           (is_mark(word, '"') || is_mark(word, '\'') || is_mark(word, ')') || is_mark(word, ']'));
}

static void mark_sentence(MbWords *words, int first, int last)
{
    for (int i = first; i <= last; i++) {
        word_at(words, i)->sentence_first = first;
        word_at(words, i)->sentence_last = last;
    }
}

static void find_sentences(MbWords *words)
{
    int count = (int)words->words->len;
    int first = 0;

    for (int i = 0; i < count; i++) {
        if (!ends_sentence(words, i) && i - first + 1 < LONGEST_SENTENCE && i + 1 < count)
            continue;
        while (i + 1 < count && closes(words, i + 1))
            i++;
        mark_sentence(words, first, i);
        first = i + 1;
    }
}

MbWords *mb_words_new(const char *text)
{
    MbWords *words = g_new0(MbWords, 1);
    Line line = {.text = text ? text : "", .length = text ? MIN(strlen(text), G_MAXINT / 2) : 0};
    GString *folds = g_string_sized_new(line.length + line.length / 4 + 1);
    gsize length;

    words->text = line.text;
    words->words = g_array_sized_new(FALSE, FALSE, sizeof(MbWord), (guint)(line.length / 5 + 4));
    for (gsize at = 0; at < line.length;) {
        gunichar c = peek(line.text + at, line.length - at, &length);
        at = is_passed_over(c) ? at + length : add_word(words, folds, &line, at, c, length);
    }
    words->folds = g_string_free(folds, FALSE);
    for (guint i = 0; i < words->words->len; i++)
        word_at(words, (int)i)->fold = words->folds + GPOINTER_TO_SIZE(word_at(words, (int)i)->fold);
    find_sentences(words);
    return words;
}

void mb_words_free(MbWords *words)
{
    if (!words)
        return;
    g_array_unref(words->words);
    g_free(words->folds);
    g_free(words);
}

guint mb_words_count(const MbWords *words)
{
    return words->words->len;
}

const MbWord *mb_words_at(const MbWords *words, int index)
{
    return index >= 0 && (guint)index < words->words->len ? word_at(words, index) : NULL;
}

static gboolean ends_choice(char c)
{
    return c == '|' || c == ' ' || c == '\0';
}

/* Looks for FOLD among the alternatives from CHOICE on, letter by letter. */
static gboolean among_few(const char *fold, const char *choice)
{
    for (;; choice++) {
        const char *at = fold;
        while (*at && *at == *choice) {
            at++;
            choice++;
        }
        if (!*at && ends_choice(*choice))
            return at != fold;
        while (!ends_choice(*choice))
            choice++;
        if (*choice != '|')
            return FALSE;
    }
}

/* The same for a long list: strstr looks at many letters at once, and what it finds is seldom a part of another word.
 */
static gboolean among_many(const char *fold, gsize length, const char *choice, const char *end)
{
    for (const char *at = choice; (at = strstr(at, fold)) != NULL && at + length <= end; at++)
        if ((at == choice || at[-1] == '|') && ends_choice(at[length]))
            return TRUE;
    return FALSE;
}

/* Whether FOLD is one of the alternatives "a|b|c" from CHOICE to END. A line's reading spends most of its time here. */
static gboolean is_choice(const char *fold, const char *choice, const char *end)
{
    gsize length = end - choice > 40 ? strlen(fold) : 0;

    return length > 2 ? among_many(fold, length, choice, end) : among_few(fold, choice);
}

int mb_words_match(const MbWords *words, int index, const char *phrase)
{
    int taken = 0;

    while (*phrase) {
        const MbWord *word = mb_words_at(words, index + taken);
        const char *end = strchrnul(phrase, ' ');
        if (!word || !is_choice(word->fold, phrase, end))
            return 0;
        taken++;
        phrase = end + (*end == ' ');
    }
    return taken;
}

int mb_words_find(const MbWords *words, int from, const char *phrase)
{
    for (int i = MAX(from, 0); i < (int)words->words->len; i++)
        if (mb_words_match(words, i, phrase))
            return i;
    return -1;
}

char *mb_words_text(const MbWords *words, int from, int to)
{
    const MbWord *first = mb_words_at(words, MAX(from, 0));
    const MbWord *last = mb_words_at(words, MIN(to, (int)words->words->len - 1));

    if (from > to || !first || !last || last->start < first->start)
        return g_strdup("");
    GString *out = g_string_sized_new((gsize)(last->start + last->length - first->start) + 1);
    for (int at = first->start; at < last->start + last->length; at++)
        if (words->text[at] != '*')
            g_string_append_c(out, words->text[at]);
    return g_strstrip(g_string_free(out, FALSE));
}

int mb_words_sentence_start(const MbWords *words, int index)
{
    const MbWord *word = mb_words_at(words, index);

    return word ? word->sentence_first : index;
}

int mb_words_sentence_end(const MbWords *words, int index)
{
    const MbWord *word = mb_words_at(words, index);

    return word ? word->sentence_last : index;
}
