/* SPDX-License-Identifier: MIT */
/* Actions with a label: "Action: …", "ACTION – …", "AP3: …", "… (action)", or an owner in the right-hand column.
 *
 * Sureness, before people (people.c) and dates (due.c) lower it:
 *
 *   "Action: JRe to …"                              97, as clause.c says
 *   a sentence after it that begins "MT to …"       90
 *   "JRe would circulate … (action)"                92
 *   owner in the right-hand column, who is the subject of a sentence beside it 90, else of the last sentence 72
 *   "… ACTION: JRe": what it is stands in the sentence before 82, in the line before 75
 *   blocks and tables                               actions.c
 *
 * A number that the clerk gives ("Action 12:") is not the board's ref and is left out of the text. No label: "the
 * action plan", "took no action", "Actions from the last meeting were discussed". */
#include "deeds.h"

#include <string.h>

/* Finishes and adds an action read from words FROM to TO of the line at hand. */
static void add_action(MbReadingCase *c, MbReading *reading, int from, int to)
{
    mb_place(c, reading, from, to);
    mb_reading_weigh(reading);
    mb_add(c, reading);
}

/* Moves the owners and date found in a label to READING. */
static void hand_over(MbReading *owned, MbReading *reading)
{
    while (owned->people->len)
        g_ptr_array_add(reading->people, g_ptr_array_steal_index(owned->people, 0));
    if (!owned->due_words)
        return;
    reading->due = owned->due;
    reading->due_words = g_steal_pointer(&owned->due_words);
    reading->due_meeting = g_steal_pointer(&owned->due_meeting);
    if (owned->doubt)
        mb_doubt(reading, MIN(owned->sure, 60), owned->doubt);
}

/* Whether another action begins at I: somebody the book knows, and what is to be done. */
static gboolean action_begins(MbReadingCase *c, int i, int to)
{
    MbReading *found = mb_reading_new(MB_READ_ACTION, c->line);
    int taken = mb_owners_at(c, i, to, found->people);
    int duty = taken && mb_all_known(found->people, 0) && !mb_any_collective(found->people, 0) &&
                       mb_is_one(c->words, i + taken, "to|will")
                   ? mb_duty_at(c->words, i + taken, to)
                   : 0;
    gboolean begins = duty && mb_is_deed(mb_fold_at(c->words, i + taken + duty));

    mb_reading_free(found);
    return begins;
}

/* Where the next of several actions in FROM to TO begins; TO + 1 where there is only one. */
static int next_action(MbReadingCase *c, int from, int to, gboolean plural, gboolean numbered)
{
    const MbWords *words = c->words;

    for (int i = from + 2; i < to; i++) {
        gboolean stop = mb_is_mark(words, i, ';');
        int next = i + 1 + (stop && mb_is_one(words, i + 1, "and"));
        gboolean joins = mb_is_mark(words, i, ',') || mb_is_one(words, i, "and");
        if (stop && (plural || mb_after_number(words, next) > next || action_begins(c, next, to)))
            return next;
        if (numbered && !mb_is_word(words, i) && mb_after_number(words, i) > i + 1 && mb_is_word(words, i - 1))
            return i;
        next += mb_is_mark(words, i, ',') && mb_is_one(words, i + 1, "and");
        if (joins && !mb_words_at(words, i - 1)->capital && action_begins(c, next, to))
            return next;
    }
    return to + 1;
}

/* Takes undertakings back that were read from LINE: an action has been made of them. */
static void withdraw_undertakings(MbReadingCase *c, int line)
{
    while (c->readings->len) {
        const MbReading *last = c->readings->pdata[c->readings->len - 1];
        if (last->kind != MB_READ_UNDERTAKING || last->line != line)
            return;
        g_ptr_array_set_size(c->readings, (gint)c->readings->len - 1);
    }
}

/* "ACTION: JRe" on a line of its own: what is to be done stands in the line before, else in the next. */
static gboolean from_other_line(MbReadingCase *c, MbReading *reading)
{
    int line = c->line - 1;
    gboolean after = FALSE;

    while (line >= 0 && mb_line_empty(c, line))
        line--;
    if (line < 0 || c->lines[line].heading || c->lines[line].table || line <= c->taken) {
        after = TRUE;
        for (line = c->line + 1; line < c->count && mb_line_empty(c, line); line++)
            ;
        if (line >= c->count || c->lines[line].heading || c->lines[line].table)
            return FALSE;
    }
    MbReadingCase other = mb_read_case_at(c, line, mb_line_text(c, line));
    int last = mb_last_word(other.words), from = mb_after_number(other.words, 0), to = last;
    if (after)
        to = mb_words_sentence_end(other.words, from);
    else
        from = MAX(from, mb_words_sentence_start(other.words, last));
    gboolean read = mb_action_clause(&other, from, to, reading) && reading->text;
    if (read) {
        reading->line = MIN(line, c->line);
        reading->last_line = MAX(line, c->line);
        if (!after)
            mb_place(&other, reading, from, to);
        withdraw_undertakings(c, line);
        mb_doubt(reading, 75, "What is to be done was taken from the line beside it.");
        if (after)
            c->taken = MAX(c->taken, line);
    }
    mb_read_case_end(&other);
    return read;
}

/* "… would be circulated. ACTION: JRe": what is to be done stands before the label at AT. */
static gboolean from_before(MbReadingCase *c, int at, MbReading *reading)
{
    int begin = mb_after_number(c->words, 0), to = at - 1, from;

    while (to >= begin && mb_is_any_mark(c->words, to, "([-"))
        to--;
    if (to < begin) {
        if (!from_other_line(c, reading))
            return FALSE;
        mb_reading_weigh(reading);
        mb_add(c, reading);
        return TRUE;
    }
    from = MAX(begin, mb_words_sentence_start(c->words, to));
    if (!mb_action_clause(c, from, to, reading) || !reading->text)
        return FALSE;
    reading->sure = MIN(reading->sure, 82);
    withdraw_undertakings(c, c->line);
    add_action(c, reading, from, mb_last_word(c->words));
    return TRUE;
}

/* The actions after a label at AT, up to TO. */
static void add_labelled(MbReadingCase *c, int at, const MbLabel *label, int to, MbReading *owned)
{
    int from = label->after, next;
    gboolean numbered = mb_after_number(c->words, from) > from;
    MbReading *reading = mb_reading_new(MB_READ_ACTION, c->line);

    hand_over(owned, reading);
    if (from > to || mb_owed(c, from, to, reading)) {
        if (!from_before(c, at, reading))
            mb_reading_free(reading);
        return;
    }
    for (; from <= to; from = next) {
        next = next_action(c, from, to, label->plural, numbered);
        if (!reading)
            reading = mb_reading_new(MB_READ_ACTION, c->line);
        if (mb_action_clause(c, mb_after_number(c->words, from), next - 1, reading) && reading->text)
            add_action(c, g_steal_pointer(&reading), at, next - 1);
        g_clear_pointer(&reading, mb_reading_free);
        at = next;
    }
}

/* The sentence FROM to AT − 1 is an action, as the marker after it says. */
static void add_marked(MbReadingCase *c, int from, int at, int to, const MbLabel *label, MbReading *owned)
{
    MbReading *reading = mb_reading_new(MB_READ_ACTION, c->line);

    hand_over(owned, reading);
    gboolean numbered = label->number >= 0 && !reading->people->len;
    if (at - 1 < from) { /* the marker stands after the full stop */
        from = MAX(mb_after_number(c->words, 0), mb_words_sentence_start(c->words, at - 1));
        withdraw_undertakings(c, c->line);
    }
    gboolean owner = reading->people->len > 0;
    if (owner) { /* it may name the owner in its own words as well */
        MbReading *twice = mb_reading_new(MB_READ_ACTION, c->line);
        if (mb_action_clause(c, from, at - 1, twice) && twice->people->len && twice->text) {
            mb_set(&reading->text, twice->text);
            if (!reading->due_words)
                hand_over(twice, reading);
            reading->sure = 92;
        }
        mb_reading_free(twice);
    }
    gboolean read = reading->text || (mb_action_clause(c, from, at - 1, reading) && reading->text);
    if (read && !(numbered && !reading->people->len)) { /* "(action 41)" alone speaks of an older action */
        reading->sure = MIN(reading->sure, 92);
        add_action(c, reading, from, to);
    } else {
        mb_reading_free(reading);
    }
}

/* The first label in FROM to TO: where it begins, or -1. */
static int find_label(MbReadingCase *c, int from, int to, MbLabel *label, MbReading *owned)
{
    for (int i = from; i <= to; i++) {
        const char *fold = mb_fold_at(c->words, i);
        if (!strchr("([aftnkr", *fold) || !mb_label_at(c, i, mb_last_word(c->words), label, owned))
            continue;
        return i;
    }
    return -1;
}

/* "… Owner: JRe": the owner of the action before, in a sentence of its own. */
static gboolean owner_sentence(MbReadingCase *c, int from, int to)
{
    MbReading *last = c->readings->len ? c->readings->pdata[c->readings->len - 1] : NULL;

    if (!last || last->kind != MB_READ_ACTION || last->last_line != c->line || last->people->len ||
        !(mb_is_any_mark(c->words, from, "([") ||
          mb_is_one(c->words, from, "owner|owners|lead|responsible|responsibility|due|deadline|by")) ||
        !mb_owed(c, from, to, last))
        return FALSE;
    if (last->people->len) {
        g_clear_pointer(&last->doubt, g_free);
        last->sure = 93;
        mb_reading_weigh(last);
    }
    return TRUE;
}

/* One sentence; LABELLED says that the one before it had a label. Returns where it ended. */
static int read_sentence(MbReadingCase *c, int from, const gboolean *read, gboolean *labelled, gboolean undertakings)
{
    int to = mb_words_sentence_end(c->words, from), at;
    MbReading *owned = mb_reading_new(MB_READ_ACTION, c->line);
    MbLabel label;

    owned->sure = 100;
    at = mb_any_read(read, from, to) ? -1 : find_label(c, from, to, &label, owned);
    if (at >= 0 && label.marker) {
        to = MAX(to, label.after - 1);
        add_marked(c, from, at, to, &label, owned);
    } else if (at >= 0) {
        to = MAX(to, mb_words_sentence_end(c->words, MAX(from, label.after - 1)));
        *labelled = TRUE;
        add_labelled(c, at, &label, to, owned);
    } else if (*labelled && owner_sentence(c, from, to)) {
        ;
    } else if (*labelled && action_begins(c, from, to)) {
        MbReading *reading = mb_reading_new(MB_READ_ACTION, c->line);
        mb_action_clause(c, from, to, reading);
        reading->sure = MIN(reading->sure, 90);
        add_action(c, reading, from, to);
    } else if (undertakings && !mb_any_read(read, from, to)) {
        mb_undertaking(c, from, to);
    }
    mb_reading_free(owned);
    return to;
}

static guint actions_since(const MbReadingCase *c, guint before)
{
    guint count = 0;

    for (guint i = before; i < c->readings->len; i++)
        count += ((const MbReading *)c->readings->pdata[i])->kind == MB_READ_ACTION;
    return count;
}

/* Whether somebody of PEOPLE is the subject of the sentence FROM to TO. */
static gboolean is_subject(MbReadingCase *c, int from, int to, const GPtrArray *people)
{
    MbReading *found = mb_reading_new(MB_READ_ACTION, c->line);
    int taken = mb_owners_at(c, from, to, found->people);
    const MbNamed *first = taken ? found->people->pdata[0] : NULL;
    const MbNamed *owner = people->len ? people->pdata[0] : NULL;
    gboolean is =
        first && owner && mb_duty_at(c->words, from + taken, to) &&
        (first->person ? g_strcmp0(first->person, owner->person) == 0 : g_strcmp0(first->words, owner->words) == 0);

    mb_reading_free(found);
    return is;
}

/* The sentence that an owner beside the line is to carry out: the one whose subject the owner is, else the last. */
static int sentence_of(MbReadingCase *c, const GPtrArray *people, gboolean *subject)
{
    int from = mb_after_number(c->words, 0), last = mb_last_word(c->words), best = from;

    *subject = FALSE;
    for (int i = from; i <= last; i = mb_words_sentence_end(c->words, i) + 1) {
        best = i;
        if (is_subject(c, i, mb_words_sentence_end(c->words, i), people)) {
            *subject = TRUE;
            return i;
        }
    }
    return best;
}

/* OWNED came from the right-hand column: it belongs to the line's own action, or makes one of a sentence. */
static void add_right(MbReadingCase *c, guint before, MbReading *owned)
{
    MbReading *last = actions_since(c, before) ? c->readings->pdata[c->readings->len - 1] : NULL;
    gboolean subject, anybody = owned->people->len > 0;

    if (last && last->kind == MB_READ_ACTION) {
        if (!last->people->len && anybody) {
            g_clear_pointer(&last->doubt, g_free);
            last->sure = 93;
            hand_over(owned, last);
            mb_reading_weigh(last);
        }
        return;
    }
    int from = sentence_of(c, owned->people, &subject), to = mb_words_sentence_end(c->words, from);
    MbReading *reading = mb_reading_new(MB_READ_ACTION, c->line);
    if (subject)
        mb_people_cut(reading->people, 0);
    else
        hand_over(owned, reading);
    if (to - from < 2 || !mb_action_clause(c, from, to, reading) || !reading->text) {
        mb_reading_free(reading);
        return;
    }
    if (subject && owned->due_words && !reading->due_words) {
        mb_people_cut(owned->people, 0);
        hand_over(owned, reading);
    }
    reading->sure = MIN(reading->sure, subject ? 90 : 72);
    add_action(c, reading, from, to);
}

/* What the right-hand column says of the line: owners and a date, or only "Action". */
static gboolean read_right(MbReadingCase *c, const char *right, MbReading *owned)
{
    MbReadingCase beside = mb_read_case_at(c, c->line, right);
    int last = mb_last_word(beside.words);
    gboolean is =
        last >= 0 && (mb_owed(&beside, 0, last, owned) || (last <= 1 && mb_is_one(beside.words, 0, "action|actions")));

    for (guint i = 0; i < owned->people->len; i++) { /* they have no place in the line */
        MbNamed *named = owned->people->pdata[i];
        named->start = named->length = 0;
    }
    mb_read_case_end(&beside);
    return is && (owned->people->len || last <= 1);
}

void mb_action_line(MbReadingCase *c, const char *right, gboolean undertakings)
{
    guint before = c->readings->len;
    gboolean labelled = FALSE;
    g_autofree gboolean *read = mb_words_read(c);
    MbReading *owned = mb_reading_new(MB_READ_ACTION, c->line);
    gboolean beside = right && *right && read_right(c, right, owned);

    for (int i = mb_after_number(c->words, 0); i <= mb_last_word(c->words); i++)
        i = read_sentence(c, i, read, &labelled, undertakings && !beside);
    if (beside)
        add_right(c, before, owned);
    mb_reading_free(owned);
}
