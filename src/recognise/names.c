/* SPDX-License-Identifier: MIT */
/* Words that look like a name without being one of the book, titles, and words for many people together. */
#include "people.h"

#include "cues.h"

#include "minutebook/base/text.h"

#include <string.h>

MbNamed *mb_named_new(const MbReadingCase *c, int from, int to)
{
    MbNamed *named = g_new0(MbNamed, 1);
    const MbWord *first = mb_words_at(c->words, from);
    const MbWord *last = mb_words_at(c->words, to);

    named->words = mb_words_text(c->words, from, to);
    named->start = first->start;
    named->length = last->start + last->length - first->start;
    return named;
}

/* "chief", "detective" …: before a rank they belong to it. */
static int title_words(const MbReadingCase *c, int index)
{
    const MbWord *word = mb_words_at(c->words, index);

    if (!word || !word->capital)
        return 0;
    if (mb_words_match(c->words, index,
                       "chief|ch|detective|det|acting|temporary|temp|interim|very|right|asst|assistant")) {
        int more = 1 + (mb_words_match(c->words, index + 1, ".") > 0);
        int rest = title_words(c, index + more);
        return rest ? more + rest : 0;
    }
    gboolean small = word->all_capitals || word->length > 2; /* "Di" and "Pc" may be names */
    if (!mb_roll_rank(word->fold, NULL) || (!small && !mb_words_match(c->words, index, "dr|mr|ms|mx|fr")))
        return 0;
    return 1 + (mb_words_match(c->words, index + 1, ".") > 0);
}

int mb_read_title(const MbReadingCase *c, int index, const char **rank, gboolean *plural)
{
    int taken = 0, more;

    *rank = NULL;
    *plural = FALSE;
    while (taken < 8 && (more = title_words(c, index + taken)) > 0) { /* "Revd Dr" */
        for (int i = index + taken; i < index + taken + more && !*rank; i++)
            *rank = mb_roll_rank(mb_words_at(c->words, i)->fold, plural);
        taken += more;
    }
    return taken;
}

/* Words for many: alone, after a word that says of what, and after "the". */
static const char alone[] = "partners|members|everyone|everybody|trustees|governors|directors|councillors|officers|"
                            "attendees|agencies";
static const char of_what[] = "board|committee|partnership|council|core|statutory|group|panel|forum|team";
static const char whole[] = "board|committee|partnership|council|panel|forum|executive|trustees|members|partners|"
                            "governors|directors|group|chairs|officers|agencies|leads|councillors|attendees|cabinet";
static const char plural_nouns[] =
    "partners|members|agencies|attendees|officers|councillors|trustees|leads|chairs|governors|directors|groups|present|"
    "colleagues|subgroups|sub-groups|organisations|departments|teams|parties|those|staff|volunteers";

static int take_many(const MbReadingCase *c, int index, int count, GPtrArray *people)
{
    MbNamed *named = mb_named_new(c, index, index + count - 1);

    named->collective = TRUE;
    named->sure = 92;
    g_ptr_array_add(people, named);
    return count;
}

/* "All", "All CSP members", "All of the partners". */
static int all_words(const MbReadingCase *c, int index)
{
    static const char after[] = "to|will|must|should|were|are|have|had|agreed|and|,|:|-|.|;|/|)|(";

    if (!mb_words_match(c->words, index, "all"))
        return 0;
    for (int more = 1; more <= 4; more++) {
        const MbWord *word = mb_words_at(c->words, index + more);
        if (!word || word->kind != MB_WORD_WORD)
            break;
        if (mb_words_match(c->words, index + more, plural_nouns))
            return more + 1;
        if (mb_words_match(c->words, index + more, "to|will|must|should"))
            break;
    }
    return !mb_words_at(c->words, index + 1) || mb_words_match(c->words, index + 1, after) ? 1 : 0;
}

int mb_read_collective(const MbReadingCase *c, int index, GPtrArray *people)
{
    const MbWord *word = mb_words_at(c->words, index);
    int taken;

    if (!word || word->kind != MB_WORD_WORD)
        return 0;
    if ((taken = all_words(c, index)) > 0)
        return take_many(c, index, taken, people);
    if (mb_words_match(c->words, index, "the") && mb_words_match(c->words, index + 1, whole))
        return take_many(c, index, 2, people);
    if (!word->capital)
        return 0;
    if (mb_words_match(c->words, index, of_what) && mb_words_match(c->words, index + 1, plural_nouns))
        return take_many(c, index, 2, people);
    return mb_words_match(c->words, index, alone) ? take_many(c, index, 1, people) : 0;
}

/* Cells of a table that ran together stand apart by more than a space. */
static gboolean wide_gap(const MbReadingCase *c, const MbWord *before, const MbWord *after)
{
    const char *gap = c->words->text + before->start + before->length;
    gsize length = (gsize)(after->start - before->start - before->length);

    return memchr(gap, '\t', length) || (length > 1 && gap[0] == ' ' && gap[1] == ' ');
}

/* "A" in "Miss A Muir" is an initial. */
static gboolean is_initial(const MbReadingCase *c, int index, gboolean titled)
{
    const MbWord *word = mb_words_at(c->words, index);
    const MbWord *next = mb_words_at(c->words, index + 1);

    return titled && word->length == 1 && next && (next->capital || mb_words_match(c->words, index + 1, "."));
}

/* Words from INDEX on that a name may consist of. */
static int name_words(const MbReadingCase *c, int index, gboolean titled)
{
    static const char particles[] = "van|von|de|der|den|del|la|le|du|di|da|bin|ibn|al|ap|ab";
    int taken = 0;

    while (taken < 5) {
        const MbWord *word = mb_words_at(c->words, index + taken);
        if (!word || word->kind != MB_WORD_WORD)
            break;
        if (taken && mb_words_match(c->words, index + taken, particles) && mb_words_at(c->words, index + taken + 1) &&
            mb_words_at(c->words, index + taken + 1)->capital) {
            taken++;
            continue;
        }
        if (!word->capital || g_str_has_suffix(word->fold, "'s") ||
            (mb_word_is_plain(c, word) && !is_initial(c, index + taken, titled)) ||
            (taken && wide_gap(c, mb_words_at(c->words, index + taken - 1), word)))
            break;
        if (taken && word->all_capitals && word->length > 3)
            break; /* "Yasir ACTION" */
        taken++;
        if (word->length == 1 && mb_words_match(c->words, index + taken, "."))
            taken++; /* "J. Smith" */
        if (word->all_capitals && taken == 1)
            break;
    }
    return taken;
}

/* Whether two folded words differ by one letter; cheap where they cannot. */
static gboolean one_off(const char *a, const char *b, gsize least)
{
    gsize long_a = strlen(a), long_b = strlen(b);

    if (long_a < least || long_b < least || long_a > long_b + 1 || long_b > long_a + 1)
        return FALSE;
    if (a[0] != b[0] && a[1] != b[1] && a[0] != b[1] && a[1] != b[0])
        return FALSE;
    return mb_text_distance(a, b) == 1;
}

/* Whether FACE may be meant by the folded words FIRST (may be NULL) and LAST. */
static gboolean nearly(const MbFace *face, const char *first, const char *last, gboolean titled)
{
    if (first)
        return (strcmp(face->first, first) == 0 && one_off(face->last, last, 4)) ||
               (strcmp(face->last, last) == 0 && one_off(face->first, first, 4)) ||
               (one_off(face->last, last, 5) && one_off(face->first, first, 5));
    return one_off(face->last, last, titled ? 4 : 5) || (!titled && one_off(face->first, last, 5));
}

static void doubt_near(MbNamed *named, const GPtrArray *faces)
{
    const MbFace *first = faces->pdata[0];

    named->candidates = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < faces->len; i++)
        g_ptr_array_add(named->candidates, g_strdup(((const MbFace *)faces->pdata[i])->person->id));
    named->sure = 55;
    named->doubt = g_strdup_printf("“%s” may be a slip for %s%s.", named->words, first->person->name,
                                   faces->len > 1 ? ", or for another" : "");
}

static void look_near(const MbReadingCase *c, int index, int count, gboolean titled, MbNamed *named)
{
    const char *first = count > 1 ? mb_words_at(c->words, index)->fold : NULL;
    const char *last = mb_words_at(c->words, index + count - 1)->fold;
    g_autoptr(GPtrArray) found = g_ptr_array_new();

    for (guint i = 0; i < c->reader->faces->len; i++) {
        const MbFace *face = c->reader->faces->pdata[i];
        if (nearly(face, first, last, titled))
            g_ptr_array_add(found, c->reader->faces->pdata[i]);
    }
    if (found->len)
        doubt_near(named, found);
}

/* "Wexmoor Youth Trust", "Public Health". */
static gboolean is_body(const MbReadingCase *c, int index, int count)
{
    static const char bodies[] =
        "council|police|service|services|health|housing|trust|care|team|fire|rescue|partnership|"
        "association|probation|authority|university|college|school|group|commission|board|"
        "committee|forum|network|ltd|limited|plc|cic|department|office|agency|society|union|"
        "federation|foundation|institute|centre|center|church|club|house|hall|park|road|street|"
        "lane|estate|library|hospital|surgery|court|bank|company|government|ministry|directorate|"
        "division|unit|programme|project|scheme|fund|policy|strategy|act|highways|finance";

    return mb_words_match(c->words, index + count - 1, bodies) > 0;
}

int mb_read_outsider(const MbReadingCase *c, int from, int index, gboolean titled, GPtrArray *people)
{
    int count = name_words(c, index, titled);
    const MbWord *word = mb_words_at(c->words, index);

    if (count == 0 || (!titled && word->length < 2))
        return 0;
    MbNamed *named = mb_named_new(c, from, index + count - 1);
    named->sure = titled || count > 1 ? 70 : word->all_capitals ? 50 : 55;
    named->body = !titled && is_body(c, index, count);
    if (!named->body)
        look_near(c, index, count, titled, named);
    if (!named->doubt)
        named->doubt = g_strdup_printf("“%s” is nobody's name in the book.", named->words);
    g_ptr_array_add(people, named);
    return index - from + count;
}
