/* SPDX-License-Identifier: MIT */
/* Whom words name. The reader's table (roll.h) has every form of words; here the longest form that stands in the line
   is taken, its title and its nearness to the meeting decide between several, and what is left open is said.

   How sure a form of words is, where one person fits it:

     name                                98   nobody else is called so
     alias                               95   the book's own second spelling
     initials as register or roll say    96   "JRe"
     initial and surname                 94   "J Redfern"
     title and surname                   96   "Cllr Redfern"
     the Chair, an office                95   one person holds it today
     a post                              92   one person holds it today, as far as the book knows
     first name                          92   the commonest form of all ("Julie to …")
     surname alone                       90
     initials that follow from the name  85   the roll has others
     an organisation                     65   its one person on the board may not be who is meant

   Less, with a doubt: 80 where somebody of that name who is not here is on the roll too; 80 where the book has another
   title; 50 where several fit equally; 55 where one letter is off; 70 or less for nobody of the book (names.c). */
#include "people.h"

#include "cues.h"

#include "minutebook/base/text.h"

#include <string.h>

static const int sureness[] = {
    [MB_FORM_NAME] = 98,    [MB_FORM_ALIAS] = 95, [MB_FORM_INITIAL] = 94, [MB_FORM_INITIALS] = 96,
    [MB_FORM_SHORT] = 85,   [MB_FORM_CHAIR] = 95, [MB_FORM_OFFICE] = 95,  [MB_FORM_POST] = 92,
    [MB_FORM_SURNAME] = 90, [MB_FORM_FIRST] = 92, [MB_FORM_BODY] = 65,
};

/* What stands at one place of a line. */
typedef struct {
    MbReadingCase *c;
    int from;  /* the first word, "the" and titles included */
    int index; /* the name itself */
    gboolean article;
    const char *rank; /* of the title, or NULL */
    gboolean plural;  /* "Cllrs" */
    gboolean any_case;
} Place;

static gboolean entry_stands(const Place *place, const MbEntry *entry)
{
    for (int i = 0; i < entry->count; i++) {
        const MbWord *word = mb_words_at(place->c->words, place->index + i);
        if (!word || strcmp(word->fold, entry->words[i]) != 0)
            return FALSE;
    }
    return TRUE;
}

/* Initials are written in capitals or exactly as given. */
static gboolean written_as(const Place *place, const MbEntry *entry)
{
    const MbWord *word = mb_words_at(place->c->words, place->index);

    return word->all_capitals || (place->any_case && word->length > 1) ||
           (strlen(entry->exact) == (gsize)word->length &&
            strncmp(place->c->words->text + word->start, entry->exact, (gsize)word->length) == 0);
}

/* "Chair of the Scrutiny Committee" is another chair. */
static gboolean of_elsewhere(const Place *place, const MbEntry *entry)
{
    int after = place->index + entry->count;

    return mb_words_match(place->c->words, after, "of") &&
           !mb_words_match(place->c->words, after, "of the board|committee|partnership|meeting|council|group");
}

static gboolean form_fits(const Place *place, const MbEntry *entry)
{
    gboolean capital = mb_words_at(place->c->words, place->index)->capital || place->any_case;

    switch (entry->form) {
    case MB_FORM_INITIALS:
    case MB_FORM_SHORT:
        return !place->article && written_as(place, entry);
    case MB_FORM_CHAIR:
    case MB_FORM_OFFICE:
        return (capital || place->article) && !of_elsewhere(place, entry);
    case MB_FORM_POST:
    case MB_FORM_BODY:
        return capital && !place->rank;
    case MB_FORM_FIRST:
    case MB_FORM_SURNAME:
    case MB_FORM_NAME:
    case MB_FORM_ALIAS:
    case MB_FORM_INITIAL:
        return capital && !place->article;
    }
    return FALSE;
}

/* After a title one word is a surname before it is a first name. */
static gboolean earlier(const Place *place, const MbEntry *a, const MbEntry *b)
{
    if (!b || a->count != b->count)
        return !b || a->count > b->count;
    if (place->rank && a->form == MB_FORM_SURNAME)
        return b->form > MB_FORM_INITIALS;
    return a->form < b->form;
}

static const MbEntry *best_entry(const Place *place)
{
    const MbWord *word = mb_words_at(place->c->words, place->index);
    const GPtrArray *entries = word ? mb_roll_entries(place->c->reader, word->fold) : NULL;
    const MbEntry *best = NULL;

    for (guint i = 0; entries && i < entries->len; i++) {
        const MbEntry *entry = entries->pdata[i];
        if (entry_stands(place, entry) && form_fits(place, entry) && earlier(place, entry, best))
            best = entry;
    }
    return best;
}

/* Everybody whom ENTRY may mean; a word that is one's surname and another's first name may mean both. */
static GPtrArray *faces_of(const Place *place, const MbEntry *entry)
{
    GPtrArray *faces = g_ptr_array_new();
    const GPtrArray *entries = mb_roll_entries(place->c->reader, entry->words[0]);
    const MbFace *chair = entry->form == MB_FORM_CHAIR ? mb_roll_face(place->c->reader, place->c->chair) : NULL;

    if (chair) {
        g_ptr_array_add(faces, (gpointer)chair);
        return faces;
    }
    g_ptr_array_extend(faces, entry->faces, NULL, NULL);
    for (guint i = 0; entry->form == MB_FORM_SURNAME && !place->rank && i < entries->len; i++) {
        const MbEntry *other = entries->pdata[i];
        for (guint f = 0; other->form == MB_FORM_FIRST && f < other->faces->len; f++)
            if (!g_ptr_array_find(faces, other->faces->pdata[f], NULL))
                g_ptr_array_add(faces, other->faces->pdata[f]);
    }
    return faces;
}

static void keep_rank(GPtrArray *faces, const char *rank)
{
    guint kept = 0;

    for (guint i = 0; rank && i < faces->len; i++)
        if (strcmp(((const MbFace *)faces->pdata[i])->rank, rank) == 0)
            faces->pdata[kept++] = faces->pdata[i];
    if (kept)
        g_ptr_array_set_size(faces, (gint)kept);
}

/* Keeps the nearest; answers one of those left out that sit on the roll, or NULL. */
static const MbFace *keep_nearest(GPtrArray *faces)
{
    const MbFace *out = NULL;
    MbNear nearest = MB_NEAR_BOOK;
    guint kept = 0;

    for (guint i = 0; i < faces->len; i++)
        nearest = MIN(nearest, ((const MbFace *)faces->pdata[i])->near);
    for (guint i = 0; i < faces->len; i++) {
        const MbFace *face = faces->pdata[i];
        if (face->near == nearest)
            faces->pdata[kept++] = faces->pdata[i];
        else if (face->near <= MB_NEAR_ROLL)
            out = face;
    }
    g_ptr_array_set_size(faces, (gint)kept);
    return out;
}

static void name_several(MbNamed *named, const GPtrArray *faces, gboolean body)
{
    g_autoptr(GString) names = g_string_new(NULL);

    named->body = body;
    named->candidates = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < faces->len; i++) {
        const MbFace *face = faces->pdata[i];
        g_ptr_array_add(named->candidates, g_strdup(face->person->id));
        g_string_append_printf(names, "%s%s",
                               i == 0               ? ""
                               : i + 1 < faces->len ? ", "
                               : body               ? " and "
                                                    : " or ",
                               face->person->name);
    }
    named->sure = named->body ? 45 : 50;
    named->doubt = body ? g_strdup_printf("“%s” is an organisation; %s sit for it.", named->words, names->str)
                        : g_strdup_printf("“%s” may be %s.", named->words, names->str);
}

static gboolean is_courtesy(const char *rank)
{
    return strcmp(rank, "mr") == 0 || strcmp(rank, "mrs") == 0 || strcmp(rank, "ms") == 0 ||
           strcmp(rank, "miss") == 0 || strcmp(rank, "mx") == 0 || *rank == '\0';
}

static void name_one(const Place *place, MbForm form, MbNamed *named, const MbFace *face, const MbFace *other)
{
    named->person = g_strdup(face->person->id);
    named->sure = form == MB_FORM_SURNAME && place->rank ? 96 : sureness[form];
    named->body = form == MB_FORM_BODY;
    if (named->body) {
        named->doubt = g_strdup_printf("“%s” is an organisation; %s sits for it.", named->words, face->person->name);
    } else if (other) {
        named->sure = 80;
        named->doubt = g_strdup_printf("%s, who is not here, may be meant too.", other->person->name);
    } else if (place->rank && !is_courtesy(place->rank) && !is_courtesy(face->rank) &&
               strcmp(place->rank, face->rank) != 0) {
        named->sure = 80;
        named->doubt =
            g_strdup_printf("“%s” is %s %s in the book.", named->words, face->person->honorific, face->person->name);
    }
}

/* Settles who of FACES is meant. */
static void settle(const Place *place, const MbEntry *entry, GPtrArray *faces, MbNamed *named)
{
    keep_rank(faces, place->rank);
    const MbFace *other = entry->form == MB_FORM_BODY ? NULL : keep_nearest(faces);
    if (faces->len == 1)
        name_one(place, entry->form, named, faces->pdata[0], other);
    else if (faces->len > 1)
        name_several(named, faces, entry->form == MB_FORM_BODY);
    else {
        named->sure = 60;
        named->doubt = g_strdup("The book does not say who was in the chair.");
    }
}

/* "Julie Smith" is not Julie Redfern, and "Redfern House" nobody: a name goes on as far as its capitals do. */
static gboolean goes_on(const Place *place, const MbEntry *entry)
{
    const MbWord *last = mb_words_at(place->c->words, place->index + entry->count - 1);
    const MbWord *next = mb_words_at(place->c->words, place->index + entry->count);

    if (entry->form != MB_FORM_FIRST && (entry->form != MB_FORM_SURNAME || place->rank))
        return FALSE;
    return next && next->kind == MB_WORD_WORD && next->capital && !next->all_capitals &&
           !mb_word_is_plain(place->c, next) && !mb_roll_rank(next->fold, NULL) &&
           !g_str_has_suffix(next->fold, "'s") && !last->all_capitals;
}

/* A bracket after a name that says who that is: "(JRe)", "(Chair)", "(Probation Service)". Words taken, 0 where it says
 * something else ("(by Friday)", "(30 June)"). */
static int bracket_words(const MbReadingCase *c, int index)
{
    static const char other[] =
        "by|due|before|until|till|for|with|from|item|items|agenda|minute|closed|outstanding|open|"
        "complete|completed|ongoing|joined|left|arrived|asap|action|carried|late|part|in|on|at|to";
    const MbWord *first = mb_words_at(c->words, index + 1);

    if (!mb_words_match(c->words, index, "(") || !first || mb_words_match(c->words, index + 1, other))
        return 0;
    if (first->kind != MB_WORD_WORD ||
        (!first->capital && !mb_words_match(c->words, index + 1, "vice|chair|deputy|note|minutes|observer")))
        return 0;
    for (int taken = 2; taken <= 12; taken++) {
        const MbWord *word = mb_words_at(c->words, index + taken);
        if (!word || word->kind == MB_WORD_NUMBER || mb_words_match(c->words, index + taken, "("))
            return 0;
        if (mb_words_match(c->words, index + taken, ")"))
            return taken + 1;
    }
    return 0;
}

/* Reads one person; RANK: the title carried over from "Cllrs A and B", and out to the next. */
static int read_one(MbReadingCase *c, int index, gboolean any_case, const char **rank, GPtrArray *people)
{
    Place place = {.c = c, .from = index, .index = index, .any_case = any_case};
    int taken = mb_read_collective(c, index, people);

    if (taken || !mb_words_at(c->words, index) || mb_words_at(c->words, index)->kind != MB_WORD_WORD)
        return taken;
    place.article = mb_words_match(c->words, index, "the") > 0;
    place.index += place.article;
    int titles = mb_read_title(c, place.index, &place.rank, &place.plural);
    place.index += titles;
    if (!place.rank && rank)
        place.rank = *rank;
    if (rank)
        *rank = place.plural || (!titles && place.rank) ? place.rank : NULL;
    const MbEntry *entry = best_entry(&place);
    if (entry && !goes_on(&place, entry)) {
        int last = place.index + entry->count - 1;
        MbNamed *named = mb_named_new(c, index, last);
        g_autoptr(GPtrArray) faces = faces_of(&place, entry);
        settle(&place, entry, faces, named);
        g_ptr_array_add(people, named);
        taken = last + 1 - index;
    } else if (!place.article) {
        taken = mb_read_outsider(c, index, place.index, titles > 0, people);
    }
    return taken ? taken + bracket_words(c, index + taken) : 0;
}

int mb_read_person(MbReadingCase *c, int index, GPtrArray *people)
{
    return read_one(c, index, FALSE, NULL, people);
}

int mb_read_person_loosely(MbReadingCase *c, int index, gboolean any_case, GPtrArray *people)
{
    return read_one(c, index, any_case, NULL, people);
}

static int separator_words(const MbReadingCase *c, int index)
{
    static const char *const separators[] = {", and", "; and", ", &",           "and",        "&",          "/", ",",
                                             ";",     "plus",  "together with", "along with", "as well as", "+"};

    for (gsize i = 0; i < G_N_ELEMENTS(separators); i++) {
        int taken = mb_words_match(c->words, index, separators[i]);
        if (taken)
            return taken;
    }
    return 0;
}

/* Whether the last of PEOPLE is somebody already named: "Harriet Calloway, Chair," is one, and so is a name followed by
 * its organisation. */
static gboolean repeats(const GPtrArray *people, guint first)
{
    const MbNamed *last = people->pdata[people->len - 1];

    for (guint i = first; last->person && i + 1 < people->len; i++)
        if (g_strcmp0(((const MbNamed *)people->pdata[i])->person, last->person) == 0)
            return TRUE;
    return FALSE;
}

int mb_read_people(MbReadingCase *c, int index, GPtrArray *people)
{
    enum { MOST = 48 }; /* in one list: more than any board has, and a line of names alone stays cheap */
    guint first = people->len;
    const char *rank = NULL;
    int taken = read_one(c, index, FALSE, &rank, people);

    for (int count = 1; taken && count < MOST; count++) {
        int separator = separator_words(c, index + taken);
        int more = separator ? read_one(c, index + taken + separator, FALSE, &rank, people) : 0;
        if (!more)
            break;
        if (repeats(people, first))
            g_ptr_array_remove_index(people, people->len - 1);
        taken += separator + more;
    }
    return taken;
}

/* Words that may stand between a person and what the person did. */
static int fillers_before(const MbReadingCase *c, int from, int index)
{
    static const char filler[] = "then|also|had|has|have|subsequently|now|both|all|later|having|who|,|briefly|formally|"
                                 "again|further|meanwhile|temporarily|)|already|duly|since|each|just|kindly|therefore|"
                                 "verbally|additionally|did|only|first|finally|too";

    while (index > from && mb_words_match(c->words, index - 1, filler))
        index--;
    return index;
}

int mb_read_people_before(MbReadingCase *c, int from, int index, GPtrArray *people)
{
    int end = fillers_before(c, from, index);

    for (int i = MAX(from, end - 40); i < end; i++) {
        const MbWord *word = mb_words_at(c->words, i);
        guint before = people->len;
        if ((!word->capital && !mb_words_match(c->words, i, "the")) ||
            (i > from && mb_words_match(c->words, i - 1, "of|from|by|with|to|for|in|the|about|on")))
            continue;
        int taken = mb_read_people(c, i, people);
        if (taken && i + taken >= end && i + taken <= index)
            return i;
        g_ptr_array_set_size(people, (gint)before);
        if (taken > 1)
            i += taken - 1;
    }
    return -1;
}

MbNamed *mb_named_copy(const MbNamed *named)
{
    MbNamed *copy = g_memdup2(named, sizeof *named);

    copy->person = g_strdup(named->person);
    copy->words = g_strdup(named->words);
    copy->doubt = g_strdup(named->doubt);
    copy->candidates = named->candidates ? g_ptr_array_new_with_free_func(g_free) : NULL;
    for (guint i = 0; named->candidates && i < named->candidates->len; i++)
        g_ptr_array_add(copy->candidates, g_strdup(named->candidates->pdata[i]));
    return copy;
}

gboolean mb_people_keep_persons(GPtrArray *people)
{
    for (guint i = people->len; i > 0; i--) {
        const MbNamed *named = people->pdata[i - 1];
        if (named->collective || (named->body && !named->person && !named->candidates))
            g_ptr_array_remove_index(people, i - 1);
    }
    return people->len > 0;
}

void mb_reading_weigh(MbReading *reading)
{
    const MbNamed *least = NULL;

    for (guint i = 0; i < reading->people->len; i++) {
        const MbNamed *named = reading->people->pdata[i];
        if (!least || named->sure < least->sure)
            least = named;
    }
    if (!least)
        return;
    reading->sure = MIN(reading->sure, least->sure);
    if (!reading->doubt)
        reading->doubt = g_strdup(least->doubt);
}
