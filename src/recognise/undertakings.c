/* SPDX-License-Identifier: MIT */
/* What somebody takes on without a label: "RF to provide an update at the next meeting". Offered to the clerk, never
 * counted as an action by itself.
 *
 *   JRe to circulate …                    85
 *   (JRe) Circulate …                     80
 *   JRe agreed, undertook, offered to …   82
 *   JRe was asked to …                    80
 *   JRe will …                            75
 *   Harriet asked JRe to …                72
 *   JRe is to …                           80
 *   JRe would …                           65   75 after "It was agreed that", or with a date
 *   JRe said that he would …              60
 *   JRe should …                          50
 *   somebody whom the book does not know  45 at most
 *
 * Only verbs of something that can be done count (mb_is_deed), so that "will be leaving" and "would like" do not. The
 * board, members and other collective words take nothing on: that is a decision. */
#include "deeds.h"

#include <string.h>

/* After "will" and "would" these say more often how things are than what is to be done. */
static gboolean is_weak(const MbWords *words, int i)
{
    if (mb_words_match(words, i, "find|work|carry|make out|up|sure|arrangements|contact|enquiries|inquiries"))
        return FALSE;
    return mb_is_one(
        words, i,
        "work|go|take|hold|use|turn|keep|get|run|let|cost|help|give|read|make|support|start|open|cover|hand|move|"
        "show|step|test|learn|close|change|agree|improve|find|reach|grow|number|note|rate|press|carry");
}

static int sure_of(const MbWords *words, int duty)
{
    if (mb_is_one(words, duty, "to"))
        return 85;
    if (mb_is_one(words, duty, "had"))
        return 0;
    if (mb_is_one(words, duty,
                  "agreed|agrees|undertook|undertakes|offered|offers|promised|promises|volunteered|committed|has|"
                  "have"))
        return 82;
    if (mb_words_match(words, duty, "was|were|is|are asked|requested|invited|instructed|tasked|required|authorised"))
        return 80;
    if (mb_is_one(words, duty, "will|shall|'ll|must"))
        return 75;
    if (mb_words_match(words, duty, "is|are to"))
        return 80;
    return mb_is_one(words, duty, "should") ? 50 : 65;
}

/* Names that the book does not know count where they look like initials or a whole name. */
static gboolean looks_named(const GPtrArray *people)
{
    for (guint i = 0; i < people->len; i++) {
        const MbNamed *named = people->pdata[i];
        const char *words = named->words ? named->words : "";
        gboolean initials =
            strlen(words) >= 2 && strlen(words) <= 4 && g_ascii_isupper(words[0]) && g_ascii_isupper(words[1]);
        if (named->sure < 70 && !named->person && !named->candidates && !initials && !strchr(words, ' '))
            return FALSE;
    }
    return people->len > 0;
}

static void take(MbReadingCase *c, MbReading *reading, int sure, int from, int verb, int to)
{
    MbClause clause = {.from = verb, .to = to};

    reading->sure = sure;
    mb_clause_due(c, &clause, reading);
    if (sure == 65 && reading->due_words)
        reading->sure = 75;
    reading->text = mb_clause_text(c->words, &clause);
    if (!mb_all_known(reading->people, 0))
        mb_doubt(reading, 45, "The owner is nobody in the book.");
    mb_place(c, reading, from, to);
    mb_reading_weigh(reading);
    if (*reading->text)
        mb_add(c, reading);
    else
        mb_reading_free(reading);
}

/* "After discussion,", "It was agreed that": where the subject stands. */
static int subject_at(const MbWords *words, int from, int to)
{
    int lead = mb_words_match(words, from, "it was|is also|therefore|then agreed|confirmed|decided|resolved that");

    if (!lead)
        lead = mb_words_match(words, from, "it was|is agreed|confirmed|decided|resolved that");
    if (lead)
        return from + lead;
    for (int i = from + 1; i < to && i < from + 8; i++) /* "The lease: PN to …" */
        if (mb_is_mark(words, i, ':'))
            return i + 1;
    if (mb_is_one(words, from, "following|after|on|in|with|therefore|also|accordingly|meanwhile|as|having"))
        for (int i = from + 1; i < to && i < from + 14; i++)
            if (mb_is_mark(words, i, ','))
                return i + 1;
    return from + mb_is_one(words, from, "therefore|also|accordingly|and|meanwhile");
}

/* "…said that he would explore it": the verb, or -1. */
static int reported_verb(const MbWords *words, int from, int to)
{
    int said = mb_find_in(words, from, MIN(to, from + 1),
                          "said|stated|confirmed|advised|added|explained|reported|replied|responded|indicated|agreed");

    if (said < 0)
        return -1;
    for (int i = said + 1; i < to; i++) {
        int taken = mb_words_match(words, i, "he|she|they would|will");
        if (!taken)
            taken = mb_words_match(words, i, "but|and would|will");
        if (!taken)
            continue;
        taken += mb_is_one(words, i + taken, "also|then|now");
        if (i + taken <= to && mb_is_deed(mb_fold_at(words, i + taken)) && !is_weak(words, i + taken))
            return i + taken;
    }
    return -1;
}

/* Somebody is the subject of the sentence. */
static gboolean by_subject(MbReadingCase *c, int from, int to)
{
    const MbWords *words = c->words;
    MbReading *reading = mb_reading_new(MB_READ_UNDERTAKING, c->line);
    int at = subject_at(words, from, to);
    int taken = mb_owners_at(c, at, to, reading->people), after = at + taken, duty, verb;

    if (taken && mb_is_mark(words, after, '-')) /* "MC – will circulate …" */
        after++;
    duty = taken && !mb_any_collective(reading->people, 0) ? mb_duty_at(words, after, to) : 0;
    if (duty && looks_named(reading->people) && mb_is_deed(mb_fold_at(words, after + duty)) && sure_of(words, after) &&
        !mb_words_match(words, after + duty, "agree to disagree|differ") &&
        !(mb_is_one(words, after, "will|would|should|must|shall") && is_weak(words, after + duty))) {
        int sure = sure_of(words, after);
        take(c, reading, sure == 65 && at > from + 2 ? 75 : sure, from, after + duty, to);
        return TRUE;
    }
    verb = taken && mb_all_known(reading->people, 0) && !mb_any_collective(reading->people, 0)
               ? reported_verb(words, after, to)
               : -1;
    if (verb >= 0)
        take(c, reading, 60, from, verb, to);
    else
        mb_reading_free(reading);
    return verb >= 0;
}

/* "(JRe) Circulate the slides": an owner in brackets before what is to be done. */
static gboolean by_bracket(MbReadingCase *c, int from, int to)
{
    MbReading *reading = mb_reading_new(MB_READ_UNDERTAKING, c->line);
    int taken = mb_is_any_mark(c->words, from, "([") ? mb_owners_at(c, from + 1, to, reading->people) : 0;
    int verb = from + taken + 2;

    if (taken && mb_is_any_mark(c->words, verb - 1, ")]") && mb_is_deed(mb_fold_at(c->words, verb)) &&
        mb_all_known(reading->people, 0)) {
        take(c, reading, 80, from, verb, to);
        return TRUE;
    }
    mb_reading_free(reading);
    return FALSE;
}

/* Somebody is asked to. */
static gboolean by_request(MbReadingCase *c, int from, int to)
{
    const MbWords *words = c->words;

    for (int at = mb_find_in(words, from, to, "asked|requested|invited"); at >= 0;
         at = mb_find_in(words, at + 1, to, "asked|requested|invited")) {
        MbReading *reading = mb_reading_new(MB_READ_UNDERTAKING, c->line);
        int taken = mb_owners_at(c, at + 1, to, reading->people), verb = at + 1 + taken + 1;
        if (taken && mb_is_one(words, verb - 1, "to") && verb <= to && mb_is_deed(mb_fold_at(words, verb)) &&
            mb_all_known(reading->people, 0) && !mb_any_collective(reading->people, 0) &&
            !mb_is_one(words, at - 1, "not|had")) {
            take(c, reading, 72, from, verb, to);
            return TRUE;
        }
        mb_reading_free(reading);
    }
    return FALSE;
}

void mb_undertaking(MbReadingCase *c, int from, int to)
{
    if (to - from >= 2 && !mb_is_mark(c->words, to, '?') && !by_bracket(c, from, to) && !by_subject(c, from, to))
        by_request(c, from, to);
}
