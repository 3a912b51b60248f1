/* SPDX-License-Identifier: MIT */
/* Who is to do it and by when: owners, the words that lay a duty on them, and places that hold nothing else ("JRe / 30
   June" in a column, in brackets, after a dash). */
#include "people.h"

#include "deeds.h"

#include <string.h>

/* Posts that are no people of the book but own actions. */
static int post_at(const MbWords *words, int i)
{
    int the = mb_is_one(words, i, "the");
    const MbWord *word = mb_words_at(words, i + the);
    int taken;

    if (!word || word->kind != MB_WORD_WORD || (!the && !word->capital))
        return 0;
    taken = mb_words_match(words, i + the, "deputy|assistant|acting clerk|secretary|treasurer|chair");
    if (!taken)
        taken =
            mb_words_match(words, i + the, "democratic|governance|executive|minute services|officer|taker|secretary");
    if (!taken)
        taken = mb_is_one(words, i + the,
                          "clerk|secretary|treasurer|chair|chairman|chairperson|chairwoman|vice-chair|vice-chairman|"
                          "headteacher|head|principal|officers|secretariat|rfo|clerk/rfo");
    if (taken && mb_words_match(words, i + the + taken, "to the board|governors|trustees|council|committee"))
        taken += 3;
    return taken ? the + taken : 0;
}

/* A post at I, named by its words: words taken. */
static int take_post(const MbReadingCase *c, int i, GPtrArray *people)
{
    int taken = post_at(c->words, i);

    if (!taken)
        return 0;
    MbNamed *named = mb_named_new(c, i, i + taken - 1);
    named->sure = 85; /* it may be nobody of the book, and yet is understood */
    g_ptr_array_add(people, named);
    return taken;
}

/* People, or a post that the book knows nobody for. */
static int one_list(MbReadingCase *c, int i, GPtrArray *people)
{
    guint before = people->len;
    int taken = mb_read_people(c, i, people);
    const MbNamed *first = taken ? people->pdata[before] : NULL;

    if (first && !first->person && !first->candidates && !first->collective && post_at(c->words, i)) {
        mb_people_cut(people, before);
        taken = 0;
    }
    return taken ? taken : take_post(c, i, people);
}

int mb_owners_at(MbReadingCase *c, int i, int to, GPtrArray *people)
{
    guint before = people->len;
    int taken = i <= to ? one_list(c, i, people) : 0, at = i + taken, more;

    /* "JRe and the Clerk", "Cllr Moss/Clerk" */
    while (at > i && at < to && (mb_is_one(c->words, at, "and|&") || mb_is_any_mark(c->words, at, "/,&")) &&
           (more = one_list(c, at + 1, people)) > 0)
        at += 1 + more;
    if (at - 1 > to) {
        mb_people_cut(people, before);
        return 0;
    }
    return at - i;
}

void mb_people_cut(GPtrArray *people, guint count)
{
    if (people->len > count)
        g_ptr_array_set_size(people, (gint)count);
}

gboolean mb_all_known(const GPtrArray *people, guint first)
{
    for (guint i = first; i < people->len; i++) {
        const MbNamed *named = people->pdata[i];
        if (!named->person && !named->candidates && !named->collective && named->sure < 80)
            return FALSE;
    }
    return people->len > first;
}

gboolean mb_any_collective(const GPtrArray *people, guint first)
{
    for (guint i = first; i < people->len; i++)
        if (((const MbNamed *)people->pdata[i])->collective)
            return TRUE;
    return FALSE;
}

/* Words and marks that stand between owners and dates and mean nothing else. */
static int joint(const MbWords *words, int i)
{
    int taken;

    if (mb_is_any_mark(words, i, "()[]/,;:.-|>="))
        return 1;
    taken = mb_words_match(words, i,
                           "owner|owners|lead|leads|responsible|responsibility|resp|assigned|action|actions|"
                           "actioned|who|when|owned|led by|to|officer");
    if (!taken)
        taken = mb_is_one(words, i,
                          "owner|owners|lead|leads|responsible|responsibility|resp|assigned|action|actions|"
                          "actioned|who|when|owned|led|and|with|due|deadline");
    return taken;
}

static void keep_due(MbReading *reading, MbReading *found)
{
    g_free(reading->due_words);
    g_free(reading->due_meeting);
    reading->due = found->due;
    reading->due_words = g_steal_pointer(&found->due_words);
    reading->due_meeting = g_steal_pointer(&found->due_meeting);
    if (found->doubt)
        mb_doubt(reading, found->sure, found->doubt);
}

/* Steps over one owner, date or joint; 0 where it is none. */
static int owed_step(MbReadingCase *c, int i, int to, MbReading *found, gboolean *dated)
{
    int taken = 0;

    if (!*dated) {
        taken = mb_read_due(c, i, found);
        *dated = taken > 0;
    }
    if (!taken && mb_is_one(c->words, i, "by") && mb_words_at(c->words, i + 1))
        taken = 1;
    if (!taken)
        taken = joint(c->words, i);
    return taken ? taken : mb_owners_at(c, i, to, found->people);
}

gboolean mb_owed(MbReadingCase *c, int from, int to, MbReading *reading)
{
    MbReading *found = mb_reading_new(MB_READ_ACTION, c->line);
    gboolean dated = FALSE, whole = TRUE;
    int i = from;

    found->sure = 100;
    while (i <= to && whole) {
        int taken = owed_step(c, i, to, found, &dated);
        whole = taken > 0;
        i += taken;
    }
    whole = whole && i == to + 1 && (dated || found->people->len);
    if (whole && dated)
        keep_due(reading, found);
    while (whole && found->people->len)
        g_ptr_array_add(reading->people, g_ptr_array_steal_index(found->people, 0));
    mb_reading_free(found);
    return whole;
}

static int adverbs(const MbWords *words, int i)
{
    int taken = 0;

    while (mb_is_one(words, i + taken,
                     "also|then|now|both|each|kindly|please|all|therefore|again|jointly|urgently|"
                     "further|formally|still|only|first"))
        taken++;
    return taken;
}

/* Whether a verb may stand at I after "to": no article, no preposition, no number. */
static gboolean verb_at(const MbWords *words, int i)
{
    const MbWord *word = mb_words_at(words, i);

    if (!word || word->kind != MB_WORD_WORD || (word->capital && !mb_is_deed(word->fold)))
        return FALSE;
    return !mb_is_one(
        words, i,
        "the|a|an|this|that|these|those|all|any|each|every|our|his|her|its|their|my|your|be|have|which|whom|"
        "some|no|not|date|one|both|him|them|it|me|us|you|whether|when|where|how");
}

int mb_duty_at(const MbWords *words, int i, int to)
{
    static const char *const phrases[] = {
        "has|have|had agreed|undertaken|offered|promised|volunteered|committed|kindly to",
        "has|have|had been asked|tasked|requested|instructed to",
        "was|were|is|are asked|requested|invited|instructed|tasked|required|authorised to",
        ("agreed|agrees|undertook|undertakes|offered|offers|promised|promises|volunteered|volunteers|committed|commits "
         "to"),
        "is|are|was|were|need|needs|due|ought|asked to",
        "will|would|shall|must|should|'ll",
        "to",
    };

    for (gsize k = 0; k < G_N_ELEMENTS(phrases); k++) {
        int taken = mb_words_match(words, i, phrases[k]);
        taken += taken ? adverbs(words, i + taken) : 0;
        int verb =
            mb_is_any_mark(words, i + taken, "([") ? mb_after_number(words, i + taken) : i + taken; /* "to (a) ring" */
        if (taken && verb <= to && verb_at(words, verb))
            return taken;
    }
    return 0;
}
