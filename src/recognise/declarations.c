/* SPDX-License-Identifier: MIT */
/* Declarations of interest: who, of what kind, in which item, why, and what the member did then. Nil returns ("There
   were no declarations of interest") and invitations ("Members were asked to declare …") are no readings, nor is what
   else can be declared ("The Chair declared the meeting open").

   How sure: "Cllr Redfern declared a pecuniary interest in item 6" 95; with an item that the agenda does not have 80,
   and a doubt; with no item where none is at hand either 85; "declared that she is a trustee" 80. */
#include "cues.h"
#include "deeds.h"
#include "people.h"

#include "minutebook/model/decision.h"

#include <string.h>

typedef struct {
    MbReadingCase *c;
    int from, to; /* the sentence */
    MbReading *reading;
    GPtrArray *items; /* ids, borrowed */
} Declared;

static int match(const Declared *d, int index, const char *phrase)
{
    int taken = mb_words_match(d->c->words, index, phrase);

    return taken && index + taken - 1 <= d->to ? taken : 0;
}

/* "a", "her", "an".. before the kind. */
static int article_words(const Declared *d, int index)
{
    int taken = match(d, index, "a|an|his|her|their|the|both|no");

    return taken + match(d, index + taken, "potential|possible|standing");
}

/* "[pecuniary] interest", "conflict of interest", "DPI" from INDEX on: words taken, 0 where it is no interest. */
static int kind_words(Declared *d, int index)
{
    static const char kinds[] = "pecuniary|non-pecuniary|disclosable|personal|prejudicial|registerable|registrable|"
                                "non-registerable|non-registrable|other|non|direct|indirect|financial|non-financial|"
                                "significant|beneficial|and|/|but|not|or|&|-|professional|loyalty|general|declarable|"
                                "close|family|conflict|conflicts|of|code|sensitive|material|actual|perceived|a|an";
    int taken = 0;

    if (match(d, index, "a|an|and|or|of"))
        return 0;
    while (match(d, index + taken, kinds))
        taken++;
    if (match(d, index + taken, "interest|interests")) {
        if (taken)
            d->reading->kind_words = mb_words_text(d->c->words, index, index + taken);
        return taken + 1;
    }
    if (!match(d, index, "dpi|dpis|conflict|conflicts"))
        return 0;
    d->reading->kind_words = mb_words_text(d->c->words, index, index);
    return 1;
}

/* "in item 6", "in respect of agenda items 5 and 6", "under item 7": fills the items. */
static int in_items(Declared *d, int index)
{
    int taken = match(d, index, "in|under|regarding|concerning|on|for|about|re|with|(|-|,|at|to|during");

    if (match(d, index, "in respect|regard|relation of|to"))
        taken = 3;
    if (match(d, index, "with regard|respect|reference to"))
        taken = 3;
    if (match(d, index, "relating|related|pertaining to"))
        taken = 2;
    guint before = d->items->len;
    int items = mb_read_items(d->c, index + taken, d->items);
    if (!items || index + taken + items - 1 > d->to) {
        g_ptr_array_set_size(d->items, (gint)before);
        return 0;
    }
    g_free(d->reading->item_words);
    d->reading->item_words = mb_words_text(d->c->words, index + taken, index + taken + items - 1);
    return taken + items;
}

/* Where what the clause says ends: at a comma, a bracket, "and left". */
static int clause_end(const Declared *d, int index)
{
    static const char stops[] =
        "left|remained|stayed|withdrew|took|did|would|will|spoke|abstained|therefore|so|who|then|he|"
        "she|they|was|had|retired|vacated|declared|leaving";
    int depth = 0;

    for (; index <= d->to; index++) {
        depth += match(d, index, "(");
        if (match(d, index, ")") && depth-- <= 0)
            return index - 1;
        if (depth > 0)
            continue;
        if (match(d, index, ";|.|-"))
            return index - 1;
        if (match(d, index, ",|and|but|;") &&
            (match(d, index + 1, stops) || match(d, index + 1, "and|but|subsequently") ||
             match(d, index + 1, "which|as")))
            return index - 1;
    }
    return d->to;
}

/* "in the youth centre lease": an item by its title. */
static int in_title(Declared *d, int index)
{
    int taken = match(d, index, "in|regarding|concerning|about");
    int end;

    if (match(d, index, "in respect|regard|relation of|to"))
        taken = 3;
    if (!taken)
        return 0;
    for (end = clause_end(d, index + taken); end > index + taken; end--)
        if (mb_find_in(d->c->words, index + taken, end, "as|because|since|being|by") < 0)
            break;
    const MbItem *item = mb_item_titled(d->c, index + taken, end);
    if (!item)
        return 0;
    d->reading->item_words = mb_words_text(d->c->words, index + taken, end);
    g_ptr_array_add(d->items, item->id);
    return end + 1 - index;
}

/* Why: "as a trustee of …", "because her son works there", "being a member of …". */
static void read_nature(Declared *d, int index)
{
    for (; index <= d->to; index++) {
        int taken = match(d, index, "as|because|since|being|that|through|(|-|:|,");
        if (match(d, index, "by virtue|reason of|being"))
            taken = 3;
        if (match(d, index, "due|owing to"))
            taken = 2;
        if (!taken || match(d, index + taken,
                            "left|and|who|did|spoke|took|remained|stayed|withdrew|abstained|would|will|he|she|they|"
                            "stating|saying|which|not"))
            continue;
        gboolean mark = match(d, index, "(|-|:|,") > 0;
        index += taken;
        index += match(d, index, "that|because|as|since|being");
        index += match(d, index, "he|she|they is|was|are|were|has|have|had") ? 2 : 0;
        index += match(d, index, "been");
        int end = clause_end(d, index);
        if (mark && (end < index || match(d, index, "in|under|item|agenda|which|and")))
            continue;
        d->reading->text = end < index ? NULL : mb_words_text(d->c->words, index, end);
        return;
    }
}

/* What the member did, the strongest word first. */
static const struct {
    MbEffect effect;
    const char *phrase;
} effects[] = {
    {MB_EFFECT_LEFT, "left|leave|leaving the meeting|room|chamber|table|call|item"},
    {MB_EFFECT_LEFT, "left|leave for"},
    {MB_EFFECT_LEFT, "left|leave during|while|whilst|before|and|."},
    {MB_EFFECT_LEFT, "withdrew|withdraw|retired|retire|withdrawing"},
    {MB_EFFECT_LEFT, "stepped|step out"},
    {MB_EFFECT_LEFT, "vacated the room|chair|chamber"},
    {MB_EFFECT_DID_NOT_VOTE, "did|would|not|will not vote"},
    {MB_EFFECT_DID_NOT_VOTE, "not vote"},
    {MB_EFFECT_DID_NOT_VOTE, "nor vote|voted"},
    {MB_EFFECT_DID_NOT_VOTE, "not take|taking part"},
    {MB_EFFECT_DID_NOT_VOTE, "took|take|taking no part"},
    {MB_EFFECT_DID_NOT_VOTE, "not participate|participating"},
    {MB_EFFECT_DID_NOT_VOTE, "without voting"},
    {MB_EFFECT_DID_NOT_VOTE, "abstained|abstain"},
    {MB_EFFECT_DID_NOT_VOTE, "refrained from voting"},
    {MB_EFFECT_SPOKE, "spoke|speak"},
    {MB_EFFECT_STAYED, "remained|stayed|remain|stay|remaining"},
};

static int effect_in(const MbReadingCase *c, int from, int to)
{
    for (gsize i = 0; i < G_N_ELEMENTS(effects); i++) {
        int found = mb_find_in(c->words, from, to, effects[i].phrase);
        if (found < 0)
            continue;
        if (effects[i].effect == MB_EFFECT_SPOKE && mb_words_match(c->words, found - 1, "not"))
            return MB_EFFECT_DID_NOT_VOTE;
        if (effects[i].effect == MB_EFFECT_LEFT && mb_words_match(c->words, found - 1, "not"))
            continue;
        return (int)effects[i].effect;
    }
    return MB_EFFECT_NONE;
}

/* The next sentence of the line too, where it begins with "He", "She", "They" or a name of the same person. */
static void read_effect(Declared *d, int index)
{
    d->reading->effect = effect_in(d->c, index, d->to);
    for (int next = d->to + 1; mb_words_match(d->c->words, next, "he|she|they|both");) {
        int end = mb_words_sentence_end(d->c->words, next);
        if (d->reading->effect == MB_EFFECT_NONE || d->reading->effect == MB_EFFECT_STAYED)
            d->reading->effect = MAX(d->reading->effect, effect_in(d->c, next, end));
        next = end + 1;
    }
}

/* The same declaration in another item. */
static MbReading *copy_for(const MbReading *first, const char *item)
{
    MbReading *copy = mb_reading_new(MB_READ_DECLARATION, first->line);

    copy->start = first->start;
    copy->length = first->length;
    copy->sure = first->sure;
    copy->doubt = g_strdup(first->doubt);
    copy->text = g_strdup(first->text);
    copy->kind_words = g_strdup(first->kind_words);
    copy->effect = first->effect;
    copy->item_words = g_strdup(first->item_words);
    copy->item_id = *item ? g_strdup(item) : NULL;
    for (guint i = 0; i < first->people->len; i++)
        g_ptr_array_add(copy->people, mb_named_copy(first->people->pdata[i]));
    return copy;
}

/* Which item it is about; where none is written, the one at hand, unless that is the item for declarations. */
static void settle_item(Declared *d)
{
    MbReading *reading = d->reading;
    const char *first = d->items->len ? d->items->pdata[0] : "";

    if (*first)
        reading->item_id = g_strdup(first);
    else if (reading->item_words)
        mb_doubt(reading, 80, "The agenda has no such item.");
    else if (d->c->item && !mb_item_of_interests(d->c))
        reading->item_id = g_strdup(d->c->item);
    else
        reading->sure = MIN(reading->sure, 85);
}

/* Everything after the interest, then the reading is added. */
static void finish(Declared *d, int start, int index)
{
    MbReading *reading = d->reading;

    index += in_items(d, index);
    if (!d->items->len)
        index += in_title(d, index);
    read_nature(d, index);
    for (int i = index; i <= d->to && !d->items->len; i++)
        in_items(d, i);
    read_effect(d, index);
    settle_item(d);
    mb_reading_weigh(reading);
    mb_place(d->c, reading, start, d->to);
    d->reading = NULL;
    g_ptr_array_add(d->c->readings, reading);
    for (guint i = 1; i < d->items->len; i++)
        g_ptr_array_add(d->c->readings, copy_for(reading, d->items->pdata[i]));
}

static gboolean denied(const Declared *d, int before)
{
    return mb_find_in(d->c->words, MAX(d->from, before - 6), before - 1,
                      "no|none|nil|nobody|nothing|not|neither|any|if|whether|should|unless|where") >= 0;
}

/* "Cllr Redfern declared a pecuniary interest …"; "… declared that she is a trustee of …". */
static gboolean read_declared(Declared *d, int verb)
{
    int held = match(d, verb + 1, "that he|she|they had|has|have|held|holds");
    int kind = verb + 1 + held + article_words(d, verb + 1 + held);
    int taken = match(d, verb + 1 + held, "no|nothing") ? 0 : kind_words(d, kind);
    gboolean that = match(d, verb + 1, "that he|she|they|his|her|their") && mb_item_of_interests(d->c);

    if (!taken && !that)
        return FALSE;
    int subject = mb_read_people_before(d->c, d->from, verb, d->reading->people);
    if (subject < 0 || !mb_people_keep_persons(d->reading->people) || denied(d, subject))
        return FALSE;
    d->reading->sure = taken ? 95 : 80;
    finish(d, subject, taken ? kind + taken : verb + 1);
    return TRUE;
}

/* "An interest was declared by Cllr Redfern in item 6". */
static gboolean read_passive(Declared *d, int verb)
{
    if (!match(d, verb + 1, "by") || denied(d, verb))
        return FALSE;
    for (int i = MAX(d->from, verb - 9); i < verb; i++)
        if (kind_words(d, i)) {
            int taken = mb_read_people(d->c, verb + 2, d->reading->people);
            if (!taken || !mb_people_keep_persons(d->reading->people))
                return FALSE;
            d->reading->sure = 95;
            for (int k = i; k < verb && !d->items->len; k++)
                in_items(d, k);
            finish(d, i, verb + 2 + taken);
            return TRUE;
        }
    return FALSE;
}

/* "Cllr Redfern made a declaration of interest in item 6"; "Declarations: Cllr Redfern – item 6". */
static gboolean read_declaration(Declared *d, int noun)
{
    int after = noun + 1 + match(d, noun + 1, "of");
    int start = noun;

    after += article_words(d, after);
    after += kind_words(d, after);
    int verb = noun - 1;
    while (verb > d->from && match(d, verb, "a|an|his|her|their|following|the"))
        verb--;
    if (match(d, verb, "made|makes|registered|recorded|gave"))
        start = mb_read_people_before(d->c, d->from, verb, d->reading->people);
    if (start < 0 || denied(d, noun))
        return FALSE;
    if (start == noun) {
        while (match(d, after, "was|were|had|been|made|received|given|recorded|noted|the|following|as|follows"))
            after++;
        int mark = match(d, after, ":|-|by|from");
        int taken = mark ? mb_read_people(d->c, after + mark, d->reading->people) : 0;
        if (!taken)
            return FALSE;
        after += mark + taken;
    }
    if (!mb_people_keep_persons(d->reading->people))
        return FALSE;
    d->reading->sure = 95;
    finish(d, start, after);
    return TRUE;
}

static gboolean try_cue(MbReadingCase *c, int index, Declared *d)
{
    if (mb_words_match(c->words, index, "declared|declares"))
        return read_declared(d, index) || read_passive(d, index);
    if (mb_words_match(c->words, index, "declaration|declarations"))
        return read_declaration(d, index);
    return FALSE;
}

void mb_rule_declarations(MbReadingCase *c)
{
    for (int i = 0; i < (int)mb_words_count(c->words); i++) {
        if (!(mb_cue_of(c->reader, mb_words_at(c->words, i)) & MB_CUE_INTEREST))
            continue;
        Declared d = {.c = c,
                      .from = mb_words_sentence_start(c->words, i),
                      .to = mb_words_sentence_end(c->words, i),
                      .reading = mb_reading_new(MB_READ_DECLARATION, c->line),
                      .items = g_ptr_array_new()};
        gboolean read = try_cue(c, i, &d);
        mb_reading_free(d.reading);
        g_ptr_array_unref(d.items);
        if (read)
            i = d.to;
    }
}
