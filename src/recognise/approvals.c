/* SPDX-License-Identifier: MIT */
/* Minutes of earlier meetings approved, and their corrections.
 *
 *   "The minutes of 16/12/21 were approved as a true record"      96   the meeting is in the book
 *   "Minutes of the last meeting: agreed", "The minutes were …"   92   the item approves that meeting, or there is an
 * earlier one which meeting is not known                                    75 the day is not that of the item's
 * meeting                     65   and a doubt "Page 6 (5.4): X should be replaced with Y"                   92   old
 * and new words are known "Item 5: delete X", "insert Y"                                85 a correction of which the
 * meeting is not known                75
 *
 * The minutes of another body are noted, not approved: that is a decision. Nothing is approved by "to be approved",
 * "not approved", "once approved" or "approval was deferred". */
#include "deeds.h"

#include "minutebook/model/item.h"

#include <string.h>

/* The meeting of this board on DAY, or the latest before this one where DAY is MB_NO_DAY. */
static const MbMeeting *earlier_meeting(const MbReadingCase *c, MbDay day)
{
    GPtrArray *meetings = mb_dossier_all(c->dossier, &MB_MEETING);
    MbDay now = mb_read_case_day(c);
    const MbMeeting *best = NULL;

    for (guint i = 0; i < meetings->len; i++) {
        const MbMeeting *meeting = meetings->pdata[i];
        if (g_strcmp0(meeting->board, c->board) != 0 || meeting->state == MB_STATE_CANCELLED ||
            meeting->day == MB_NO_DAY)
            continue;
        if (day != MB_NO_DAY ? meeting->day == day
                             : now != MB_NO_DAY && meeting->day < now && (!best || meeting->day > best->day))
            best = meeting;
    }
    return best;
}

/* The first date in FROM to TO, as of the past. */
static MbDay day_in(MbReadingCase *c, int from, int to)
{
    MbDay day = MB_NO_DAY;

    for (int i = from; i <= to; i++) {
        const MbWord *word = mb_words_at(c->words, i);
        if (word->kind == MB_WORD_MARK ||
            (word->kind == MB_WORD_WORD && !word->capital && !mb_is_one(c->words, i, "the")))
            continue;
        int taken = mb_read_date(c, i, TRUE, &day);
        if (taken && i + taken - 1 <= to && day != MB_NO_DAY)
            return day;
        day = MB_NO_DAY;
    }
    return day;
}

/* A date in a line just above that is about minutes: "Minutes from 23/06/22". */
static MbDay day_above(const MbReadingCase *c)
{
    for (int line = c->line - 1; line >= 0 && line >= c->line - 2; line--) {
        MbReadingCase other = mb_read_case_at(c, line, mb_line_text(c, line));
        int from = mb_after_number(other.words, 0), last = mb_last_word(other.words);
        MbDay day = last - from < 16 && mb_find_in(other.words, from, last, "minutes") >= 0 ? day_in(&other, from, last)
                                                                                            : MB_NO_DAY;
        mb_read_case_end(&other);
        if (day != MB_NO_DAY)
            return day;
    }
    return MB_NO_DAY;
}

static void set_meeting(MbReadingCase *c, MbReading *reading, MbDay day, gboolean last, int known)
{
    const MbMeeting *named = mb_meeting_approved(c);
    const MbMeeting *meeting = day != MB_NO_DAY ? earlier_meeting(c, day)
                               : named          ? named
                               : last           ? earlier_meeting(c, MB_NO_DAY)
                                                : NULL;

    reading->meeting_day = day;
    reading->meeting = g_strdup(meeting ? meeting->id : NULL);
    reading->sure = MIN(reading->sure, meeting ? known : 75);
    if (day != MB_NO_DAY && named && named->day != MB_NO_DAY && named->day != day) {
        g_autofree char *long_day = mb_day_long(named->day);
        g_autofree char *why = g_strdup_printf("The item is to approve the minutes of %s.", long_day);
        mb_doubt(reading, 65, why);
    } else if (day != MB_NO_DAY && !meeting && earlier_meeting(c, MB_NO_DAY)) {
        g_autofree char *long_day = mb_day_long(day);
        g_autofree char *why = g_strdup_printf("The book has no meeting of this board on %s.", long_day);
        mb_doubt(reading, 75, why);
    }
}

/* Approval */

/* The minutes that are spoken of: the index of "minutes", or -1. Another body's are none. */
static int minutes_at(const MbReadingCase *c, int from, int to)
{
    const MbWords *words = c->words;

    for (int i = from; i <= to; i++) {
        if (!mb_is_one(words, i, "minutes|minute") || mb_count_at(words, i - 1) >= 0 ||
            mb_is_one(words, i + 1, "taker|secretary"))
            continue;
        if (mb_is_one(words, i, "minute") && !mb_is_one(words, i + 1, "of"))
            continue;
        if (!mb_words_match(words, i + 1, "of|from the"))
            return i;
        int body = i + 3;
        body += mb_is_one(words, body, "last|previous|meeting|above|annual|extraordinary|ordinary|same|agm|egm");
        if (body > i + 3 || mb_body_at(c, i + 2) ||
            (mb_words_at(words, body) && mb_words_at(words, body)->kind == MB_WORD_NUMBER) ||
            mb_is_one(words, body,
                      "january|february|march|april|may|june|july|august|september|october|november|december"))
            return i;
        return -1; /* "of the Finance Committee" */
    }
    return -1;
}

static const char approving[] = "approved|agreed|confirmed|accepted|adopted|signed|ratified|passed";

/* "as a true record", "correct", "accurate": what makes an approval certain. */
static gboolean as_true(const MbWords *words, int from, int to)
{
    return mb_find_in(words, from, to, "true|correct|accurate|fair|proper|accuracy|correctness") >= 0;
}

static gboolean negated(const MbWords *words, int from, int i)
{
    for (int k = MAX(from, i - 4); k < i; k++)
        if (mb_is_one(words, k,
                      "not|cannot|be|to|once|if|when|until|unless|before|after|never|yet|had|been|for|will|being") &&
            !(mb_is_one(words, k, "be") && mb_is_one(words, from, "resolved|agreed|that|it|and")) &&
            !(mb_is_one(words, k, "to|for") && !mb_is_one(words, k + 1, "be")))
            return TRUE;
    return FALSE;
}

/* The verb that approves, or -1. */
static int approving_verb(const MbWords *words, int from, int minutes, int to)
{
    for (int i = minutes + 1; i <= to; i++) {
        if (mb_is_one(words, i, "which|who|but"))
            return -1;
        if (!mb_is_one(words, i, approving) || negated(words, from, i))
            continue;
        if (mb_is_one(words, i, "agreed") && mb_is_one(words, i + 1, "action|actions|that|to"))
            continue;
        gboolean be = mb_find_in(words, MAX(from, i - 6), i - 1, "was|were|be|is|are|as|and|taken|being") >= 0;
        if (be || mb_is_any_mark(words, i - 1, ":-.,") || i == minutes + 1 || as_true(words, i, to) || i == to ||
            mb_is_mark(words, i + 1, '.'))
            return i;
    }
    /* "… that the minutes were correct" */
    if (mb_find_in(words, minutes, to, "were|was|be correct|accurate") >= 0 &&
        mb_find_in(words, from, minutes, "agreed|resolved|confirmed|approved") >= 0)
        return minutes;
    /* "The Board approved the minutes", "Approval of the minutes" is none */
    for (int i = minutes - 1; i >= from && i > minutes - 5; i--)
        if (mb_is_one(words, i, "approved|agreed|confirmed|accepted|adopted|ratified|signed") &&
            !negated(words, from, i) &&
            !(i == minutes - 1 && mb_is_one(words, i - 1, "the|these|those|our|any|recently|all")))
            return i;
    return -1;
}

static gboolean published(const MbWords *words, int from, int to)
{
    int at = mb_find_in(words, from, to, "published|publication|publish|website");

    return at >= 0 && mb_find_in(words, MAX(from, at - 5), at, "not|never") < 0;
}

/* A clause before which nothing is certain: "Once the minutes are approved". */
static gboolean begins_unsure(const MbWords *words, int from)
{
    return mb_is_one(words, from,
                     "once|if|when|until|unless|before|to|after|whether|as|ask|draft|approve|since|action|has|have|"
                     "are|were|was|did");
}

/* Under the item that approves minutes: "Agreed as a true record", "Approved." */
static gboolean approved_by_item(const MbReadingCase *c, int from, int to)
{
    const MbWords *words = c->words;
    int at = from + mb_words_match(words, from, "they|these were");

    at += mb_is_one(words, at, "unanimously|duly");
    return mb_is_one(words, at, approving) && mb_meeting_approved(c) &&
           (as_true(words, at, to) || at == to || (at + 1 == to && mb_is_mark(words, to, '.')));
}

static gboolean read_approval(MbReadingCase *c, int from, int to)
{
    const MbWords *words = c->words;
    int minutes = begins_unsure(words, from) || mb_is_mark(words, to, '?') ? -1 : minutes_at(c, from, to);
    int verb = minutes < 0 ? -1 : approving_verb(words, from, minutes, to);

    if (minutes < 0 && approved_by_item(c, from, to))
        verb = from;
    else if (minutes >= 0 && mb_words_match(words, from, "unanimous adoption|approval|agreement of"))
        verb = from;

    if (verb < 0 || (mb_find_in(words, from, verb, "asked|suggested|whether|wondered|actions|action") >= 0 &&
                     !as_true(words, from, to)))
        return FALSE;
    MbReading *reading = mb_reading_new(MB_READ_APPROVAL, c->line);
    MbClause clause = {.from = from, .to = to};
    MbDay day = day_in(c, from, to);
    reading->sure = 96;
    mb_clause_movers(c, &clause, reading);
    mb_clause_votes(&clause, words, reading);
    if (mb_clause_condition(words, &clause, reading) && reading->condition && published(words, clause.from, clause.to))
        reading->publish = TRUE;
    if (!reading->condition) {
        int at = mb_find_in(words, verb, to, "with the following|amendments|amendment|corrections|correction|changes");
        at = at < 0 ? mb_find_in(words, verb, to, "as amended|corrected") : at;
        int colon = at < 0 ? -1 : mb_find_in(words, at, to, ":");
        reading->condition =
            at < 0 ? NULL : mb_clause_text(words, &(MbClause){.from = at, .to = colon < 0 ? to : colon - 1});
    }
    reading->publish = published(words, from, to);
    set_meeting(c, reading, day != MB_NO_DAY ? day : day_above(c), TRUE, day != MB_NO_DAY ? 96 : 92);
    mb_place(c, reading, from, to);
    mb_add(c, reading);
    int colon = mb_find_in(words, verb + 1, to, ":");
    if (colon >= 0 && colon < to) /* "… with these amendments: page 2 …" */
        mb_read_correction(c, colon + 1, to);
    return TRUE;
}

/* The publication agreed in a sentence after the approval. */
static void read_publication(MbReadingCase *c, int from, int to)
{
    MbReading *last = c->readings->len ? c->readings->pdata[c->readings->len - 1] : NULL;

    if (!last || last->kind != MB_READ_APPROVAL || last->line != c->line || !published(c->words, from, to) ||
        mb_find_in(c->words, from, to, "agreed|approved") < 0)
        return;
    const MbWord *end = mb_words_at(c->words, to);
    last->publish = TRUE;
    last->length = end->start + end->length - last->start;
}

/* A cheap look for what either needs. */
static gboolean has_cue(const MbWords *words)
{
    for (int i = 0; i <= mb_last_word(words); i++)
        if (mb_is_one(words, i,
                      "minutes|minute|agreed|approved|confirmed|page|p|pg|item|section|para|paragraph|replaced|replace|"
                      "amended|amend|read|delete|"
                      "insert|substitute|change|corrected|published|publication"))
            return TRUE;
    return FALSE;
}

void mb_rule_approvals(MbReadingCase *c)
{
    int begin = mb_after_bullet(c->words, 0), last = mb_last_word(c->words), from = mb_after_number(c->words, 0);
    gboolean heading = c->lines[c->line].heading;

    if (c->line <= c->taken || strchr(mb_line_text(c, c->line), '\t') || !has_cue(c->words))
        return;
    if (begin <= last && from <= last && !heading && mb_read_correction(c, from, last))
        return;
    for (int to; from <= last; from = to + 1) {
        to = mb_words_sentence_end(c->words, from);
        if (!read_approval(c, from, to))
            read_publication(c, from, to);
    }
}
