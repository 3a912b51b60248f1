/* SPDX-License-Identifier: MIT */
/* Who speaks: "MC –", "MC:", "CW –asked", "(JN) replied", "Cllr Collins asked", "The Chair thanked". A line has one
   reading for each change of speaker.

   How sure:
     initials or a name and a colon; initials and a dash at the line's beginning   92
     initials in brackets and a verb                                              92
     a person and a verb of speech at the beginning of a sentence                 95
     a first or whole name and a dash ("Julie – …": it may be a list)             70
     a stranger with a verb and "that", "if", "whether", "about"                  50
     two capitals that are nobody's initials and a colon or dash                  45
   Who sent apologies, or is marked absent, speaks at most at 60, with a doubt. */
#include "cues.h"
#include "deeds.h"
#include "people.h"

#include "minutebook/base/text.h"
#include "minutebook/model/meeting.h"

#include <string.h>

/* Which verbs say that somebody speaks only with certain words after them. */
static const struct {
    const char *verb, *after;
} with_after[] = {
    {"gave|gives", "a|an|the|her|his|their|thanks|feedback|further|some|details|examples|assurance|update|background"},
    {"provided|provides", "a|an|the|further|feedback|some|details|her|his|their|members|assurance|update|background"},
    {"delivered|delivers", "a|an|the|her|his|their"},
    {"opened|opens", "the"},
    {"put", "forward"},
    {"paid", "tribute"},
    {"brought", "to|members|the|up"},
    {"went", "on|through|over"},
    {"ran", "through"},
    {"talked|spoke|speaks", "about|to|on|through|of|in|for|against|members|the|briefly|at"},
    {"drew", "attention|members|the|members'"},
    {"passed", "on"},
    {"pointed", "out|to"},
    {"noted|notes", "that|the|how|a|her|his|their|members|there|this"},
    {"agreed", "that|with"},
    {"felt|believed|considered", "that|it|the|this|there|we|members"},
    {"offered", "her|his|their|thanks|congratulations|a|the"},
    {"shared", "a|an|the|her|his|their|details|information|some|that|slides"},
    {"sought", "clarification|assurance|confirmation|views|feedback|an|the"},
    {"expressed", "concern|concerns|her|his|their|thanks|support|disappointment|a|the|an|that|sympathy"},
    {"told", "members|the|us"},
    {"answered|answers", "that|questions|the|a|queries|members|,|.|:"},
    {"reports", "that|on"},
    {"proposed|proposes", "that|a|an|to|the"},
    {"thanks", "members|the"},
};

static gboolean verb_speaks(const MbReadingCase *c, int verb)
{
    if (!(mb_cue_of(c->reader, mb_words_at(c->words, verb)) & MB_CUE_SPEECH) ||
        mb_find_in(c->words, verb + 1, verb + 3, "apologies") >= 0)
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(with_after); i++)
        if (mb_words_match(c->words, verb, with_after[i].verb))
            return mb_words_match(c->words, verb + 1, with_after[i].after) > 0;
    return TRUE;
}

/* "also", "then", "(by telephone)" … between speaker and verb. */
static int adverbs(const MbReadingCase *c, int index)
{
    static const char words[] =
        "also|then|further|again|briefly|both|all|has|had|have|kindly|formally|additionally|"
        "subsequently|next|now|later|verbally|just|once|therefore|,|helpfully|finally|firstly|rightly|"
        "chair|chairing";
    int start = index;

    while (index - start < 4 && mb_words_match(c->words, index, words))
        index++;
    return index - start;
}

/* Marked as not here at this meeting: the word for it, or NULL. */
static const char *not_here(const MbReadingCase *c, const MbNamed *named)
{
    const MbFace *face = mb_roll_face(c->reader, named->person);

    if (!face || !c->reader->register_kept)
        return NULL;
    switch (face->status) {
    case MB_ATTENDANCE_APOLOGIES:
        return "sent apologies";
    case MB_ATTENDANCE_ABSENT:
        return "is marked absent";
    case MB_ATTENDANCE_REPRESENTED:
        return "is represented by somebody else";
    default:
        return face->near > MB_NEAR_REGISTER ? "is not on this meeting's register" : NULL;
    }
}

static void doubt_absence(const MbReadingCase *c, MbReading *reading)
{
    for (guint i = 0; i < reading->people->len; i++) {
        const MbNamed *named = reading->people->pdata[i];
        const char *why = not_here(c, named);
        if (!why)
            continue;
        g_autofree char *doubt = g_strdup_printf("%s %s.", mb_roll_face(c->reader, named->person)->person->name, why);
        mb_doubt(reading, mb_roll_face(c->reader, named->person)->near > MB_NEAR_REGISTER ? 75 : 60, doubt);
    }
}

static gboolean same_speaker(const MbReading *a, const MbReading *b)
{
    if (a->people->len != b->people->len)
        return FALSE;
    for (guint i = 0; i < a->people->len; i++) {
        const MbNamed *one = a->people->pdata[i], *two = b->people->pdata[i];
        if (!one->person || g_strcmp0(one->person, two->person) != 0)
            return FALSE;
    }
    return TRUE;
}

/* Adds it, unless the same people spoke in this line before. */
static void add_speaker(MbReadingCase *c, MbReading *reading, int sure, MbReading **last)
{
    reading->sure = sure;
    doubt_absence(c, reading);
    mb_reading_weigh(reading);
    if ((*last && same_speaker(*last, reading)) || reading->sure < 30) {
        mb_reading_free(reading);
        return;
    }
    *last = reading;
    mb_add(c, reading);
}

/* "Police", "Shopkeepers": many, or a department. */
static gboolean is_many(const char *words)
{
    static const char *const bodies[] = {
        "police", "council",  "cabinet",   "government", "housing",    "finance", "highways",
        "health", "legal",    "staff",     "parliament", "probation",  "fire",    "education",
        "nhs",    "planning", "ministers", "parents",    "young",      "public",  "management",
        "ofsted", "families", "children",  "everyone",   "colleagues", "schools", "neighbours"};
    static const char *const endings[] = {"ers", "ors", "ents", "ants", "ists", "ions", "ies", "ees", "ments"};
    g_autofree char *fold = mb_text_fold(words);

    for (gsize i = 0; i < G_N_ELEMENTS(bodies); i++)
        if (strcmp(fold, bodies[i]) == 0)
            return TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
        if (g_str_has_suffix(fold, endings[i]))
            return TRUE;
    return FALSE;
}

/* A name of nobody in the book speaks only where the words after the verb leave no other sense. */
static gboolean stranger_speaks(const MbReadingCase *c, MbReading *reading, int verb)
{
    static const char after[] = "that|if|whether|about|how|why|what|when|members|on";
    MbNamed *named = reading->people->pdata[0];

    if (named->person || named->candidates || named->sure >= 70)
        return TRUE;
    named->sure = MIN(named->sure, 50);
    return mb_words_match(c->words, verb + 1, after) && !is_many(named->words);
}

static gboolean has_body(const GPtrArray *people)
{
    for (guint i = 0; i < people->len; i++) {
        const MbNamed *named = people->pdata[i];
        if (named->body)
            return TRUE;
        for (const char *at = named->person || named->candidates ? "" : named->words; *at; at++)
            if (g_ascii_isupper(at[0]) && g_ascii_isupper(at[1]) && g_ascii_isupper(at[2]))
                return TRUE; /* "ECFRS reported" */
    }
    return FALSE;
}

/* "Cllr Collins asked": the reading, or NULL. */
static MbReading *person_and_verb(MbReadingCase *c, int index)
{
    MbReading *reading = mb_reading_new(MB_READ_SPEAKER, c->line);
    int taken = mb_read_people(c, index, reading->people);
    int verb = index + taken + (taken ? adverbs(c, index + taken) : 0);

    if (!taken || !verb_speaks(c, verb) || !mb_people_keep_persons(reading->people) || has_body(reading->people) ||
        !stranger_speaks(c, reading, verb)) {
        mb_reading_free(reading);
        return NULL;
    }
    mb_place(c, reading, index, index + taken - 1);
    return reading;
}

/* "(JN) replied". */
static MbReading *bracket_and_verb(MbReadingCase *c, int index)
{
    MbReading *reading = mb_reading_new(MB_READ_SPEAKER, c->line);
    int taken = mb_words_match(c->words, index, "(") ? mb_read_person(c, index + 1, reading->people) : 0;
    int close = index + 1 + taken;

    if (!taken || !mb_words_match(c->words, close, ")") || !verb_speaks(c, close + 1 + adverbs(c, close + 1)) ||
        !mb_people_keep_persons(reading->people)) {
        mb_reading_free(reading);
        return NULL;
    }
    mb_place(c, reading, index, close);
    return reading;
}

/* Two capitals that are no common abbreviation. */
static gboolean unknown_initials(const MbReadingCase *c, int index)
{
    const MbWord *word = mb_words_at(c->words, index);

    return word->all_capitals && word->length == 2 &&
           !mb_words_match(c->words, index,
                           "nb|re|ps|am|pm|it|hr|pr|tv|uk|eu|qa|ok|id|ve|gp|mp|pc|dc|ed|pa|ot|va|cv|ex|ag");
}

/* Marks after a name at the line's beginning that say: what follows is theirs. 0 none, 1 a dash, 2 a colon. */
static int label_mark(const MbReadingCase *c, int index)
{
    if (mb_words_match(c->words, index, ":"))
        return 2;
    return mb_words_match(c->words, index, "-") ? 1 : 0;
}

/* "JRe", "PN": at most four letters, two of them capitals at least. */
static gboolean looks_like_initials(const char *words)
{
    int capitals = 0;

    for (const char *at = words; *at; at++)
        capitals += g_ascii_isupper(*at) != 0;
    return capitals > 1 && strlen(words) <= 4;
}

static int label_sureness(const MbReadingCase *c, int index, const MbNamed *named, int mark)
{
    const char *last = strrchr(named->words, ' ');
    gboolean initials = looks_like_initials(last ? last + 1 : named->words);

    if (!named->person && !named->candidates)
        return unknown_initials(c, index) && initials ? 45 : 0;
    if (named->body)
        return 0;
    return mark == 2 || initials ? 92 : 70;
}

/* What follows a label is speech: not a task ("MC – to circulate …") and not nothing. */
static gboolean label_is_speech(MbReadingCase *c, int after)
{
    g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func((GDestroyNotify)mb_named_free);
    int taken = mb_read_people(c, after, people);

    if (taken && after + taken > mb_last_word(c->words))
        return FALSE; /* "Chair: Leonard Fisk" */
    return mb_words_at(c->words, after) &&
           !mb_words_match(c->words, after, "to|action|apologies|apols|absent|present") &&
           mb_words_at(c->words, after)->kind != MB_WORD_NUMBER;
}

/* "MC –", "Harriet:"; TRUE where the line begins so. */
static gboolean read_label(MbReadingCase *c, int index, MbReading **last)
{
    const MbWord *word = mb_words_at(c->words, index);
    MbReading *reading = mb_reading_new(MB_READ_SPEAKER, c->line);
    gboolean any_case = word && word->length > 2 && !word->capital && mb_words_match(c->words, index + 1, ":");
    int taken = mb_read_person_loosely(c, index, any_case, reading->people);
    int mark = taken ? label_mark(c, index + taken) : 0;

    if (mark && mb_people_keep_persons(reading->people)) {
        const MbNamed *named = reading->people->pdata[0];
        int sure = label_sureness(c, index, named, mark);
        if (sure && label_is_speech(c, index + taken + 1)) {
            if (any_case)
                sure = MIN(sure, 75);
            mb_place(c, reading, index, index + taken - 1);
            if (sure == 70)
                reading->doubt = g_strdup("What follows the dash may be no speech.");
            add_speaker(c, reading, sure, last);
            return TRUE;
        }
    }
    mb_reading_free(reading);
    return FALSE;
}

static gboolean begins_label(const MbReadingCase *c, int index)
{
    for (int i = index + 1; i <= index + 6 && mb_words_at(c->words, i); i++)
        if (label_mark(c, i))
            return TRUE;
    return FALSE;
}

static void read_sentence(MbReadingCase *c, int index, MbReading **last)
{
    MbReading *reading = bracket_and_verb(c, index);
    int sure = reading ? 92 : 95;

    if (!reading)
        reading = person_and_verb(c, index);
    if (reading)
        add_speaker(c, reading, sure, last);
}

/* Where a sentence's subject begins: after "In response,", "At this point". */
static int after_opening(const MbReadingCase *c, int index)
{
    static const char opening[] = "in response|reply|conclusion|addition|closing|summary|answer";
    int taken = mb_words_match(c->words, index, opening);

    if (!taken)
        taken = mb_words_match(c->words, index,
                               "finally|firstly|secondly|lastly|however|additionally|furthermore|"
                               "unfortunately|separately|then|next");
    return index + taken + (taken ? mb_words_match(c->words, index + taken, ",") : 0);
}

void mb_rule_speakers(MbReadingCase *c)
{
    int start = mb_after_number(c->words, mb_after_bullet(c->words, 0));
    MbReading *last = NULL;

    if (!mb_words_at(c->words, start) || mb_words_match(c->words, start, "action|actions"))
        return;
    if (begins_label(c, start))
        read_label(c, start, &last);
    if (!(c->cues & MB_CUE_SPEECH))
        return;
    while (mb_words_at(c->words, start)) {
        read_sentence(c, after_opening(c, start), &last);
        start = mb_words_sentence_end(c->words, start) + 1;
    }
}
