/* SPDX-License-Identifier: MIT */
/* Decisions: what was decided, how, by whom moved and with what votes. The words that say so are heads.c, with how sure
 * they are; votes, movers and conditions decision_parts.c.
 *
 * Where the words are only an outcome ("AGREED", "This was rejected by 12 votes to 6"), what was decided is found by
 * decision_prior.c, in this order: what was moved in the line, or the sentence before; the words under a
 * "Recommendation" above, in a block (90); what the agenda item's paper recommends (88); for a motion, what was moved
 * in the lines above; for "It was approved", the item's title; the line before (72, with a doubt).
 *
 * The parts of a list after "RESOLVED that:" are a decision each, so that each can be found, marked and carried out by
 * itself; they share the list's mover and votes, and the lines of the list are read for nothing else. Votes, mover and
 * seconder in a sentence or line of their own belong to the decision before them, else to the one after. Where a motion
 * was lost, the larger number is against it. */
#include "heads.h"

#include "minutebook/model/decision.h"
#include "minutebook/model/item.h"

#include <string.h>

static void add_decision(MbReadingCase *c, MbReading *reading)
{
    mb_order_votes(reading);
    mb_add(c, reading);
}

static MbReading *decision_of(MbReadingCase *c, const MbHead *head, const MbReading *beside, int from, int to)
{
    MbReading *reading = mb_reading_new(MB_READ_DECISION, c->line);

    reading->outcome = head->outcome;
    reading->sure = head->sure;
    if (head->doubt)
        mb_doubt(reading, head->sure, head->doubt);
    if (head->body >= 0)
        reading->body = mb_words_text(c->words, head->body, head->body_end);
    mb_give_beside(beside, reading);
    mb_place(c, reading, from, to);
    return reading;
}

/* "(a) …; (b) …": where the next part begins in FROM to TO, TO + 1 where none. */
static int next_part(const MbWords *words, int from, int to)
{
    for (int i = from + 2; i < to; i++)
        if (mb_is_any_mark(words, i, "([") ? mb_after_number(words, i) == i + 3 && mb_is_any_mark(words, i - 1, ";,.:")
                                           : mb_is_any_mark(words, i - 1, ";") && mb_after_number(words, i) > i)
            return i;
    return to + 1;
}

static gboolean is_list(const MbWords *words, int from, int to)
{
    return mb_after_number(words, from) > from && next_part(words, from, to) <= to;
}

/* Adds a decision for the words of HEAD, or one for each part of a list in them. */
static void add_parts(MbReadingCase *c, const MbClause *clause, const MbHead *head, const MbReading *beside, int from,
                      int to)
{
    gboolean list = is_list(c->words, head->from, head->to);

    for (int at = head->from, next; at <= head->to; at = next) {
        next = list ? next_part(c->words, at, head->to) : head->to + 1;
        MbReading *reading = decision_of(c, head, beside, list ? at : from, list ? next - 1 : to);
        int begin = list ? mb_after_number(c->words, at) : at;
        begin += list && mb_is_one(c->words, begin, "that|to");
        reading->text = mb_text_of(c->words, clause, begin, next - 1);
        if (*reading->text)
            add_decision(c, reading);
        else
            mb_reading_free(reading);
    }
}

/* The lines after "RESOLVED that:", each a decision. TRUE where there were any. */
static gboolean add_list(MbReadingCase *c, const MbHead *head, const MbReading *beside)
{
    int line = c->line + 1, count = 0;

    for (; line < c->count; line++) {
        if (mb_line_empty(c, line))
            continue;
        MbReadingCase other = mb_read_case_at(c, line, mb_line_text(c, line));
        int last = mb_last_word(other.words), from = mb_after_number(other.words, 0);
        const MbWord *first = mb_words_at(other.words, mb_after_bullet(other.words, 0));
        gboolean clause =
            first && first->kind == MB_WORD_NUMBER && strchr(first->fold, '.'); /* "5.2": another minute */
        gboolean part = from > 0 && from <= last && !clause && !c->lines[line].heading && !c->lines[line].table;
        if (part) {
            MbStripped stripped;
            mb_strip(&other, from, last, &stripped);
            MbReading *reading = decision_of(c, head, stripped.beside, 0, -1);
            mb_give_beside(beside, reading);
            reading->line = reading->last_line = line;
            from = stripped.clause.from + (mb_is_one(other.words, stripped.clause.from, "that|to") &&
                                           stripped.clause.from < stripped.clause.to);
            reading->text = mb_text_of(other.words, &stripped.clause, from, stripped.clause.to);
            mb_place(&other, reading, 0, last);
            mb_reading_free(stripped.beside);
            add_decision(c, reading);
            count++;
        }
        mb_read_case_end(&other);
        if (!part)
            break;
        c->taken = line;
    }
    return count > 0;
}

static gboolean ends_open(const MbWords *words, int to)
{
    return mb_is_any_mark(words, to, ":-") || mb_is_one(words, to, "that|to");
}

/* The decisions to which votes in a line of their own belong: those of the last line with any, from here to NEAREST. */
static gboolean give_to_last(MbReadingCase *c, const MbReading *beside)
{
    gboolean gave = FALSE;
    int line = -1;

    guint least = c->readings->len > 64 ? c->readings->len - 64 : 0; /* so many parts a list may have */

    for (guint i = c->readings->len; i > least; i--) {
        MbReading *reading = c->readings->pdata[i - 1];
        int gap = c->line - reading->last_line;
        if (reading->kind != MB_READ_DECISION)
            continue;
        if ((line >= 0 && reading->line != line && !(gave && reading->last_line == line - 1)) || gap > 2)
            break;
        if (reading->mover && reading->votes_for != MB_NO_INT)
            break;
        line = reading->line;
        mb_give_beside(beside, reading);
        mb_order_votes(reading);
        gave = TRUE;
    }
    return gave;
}

/* Whether FROM to TO is followed by "(action)", or ends with it: then it is an action. */
static gboolean is_marked(MbReadingCase *c, int from, int to)
{
    MbReading *owned = mb_reading_new(MB_READ_ACTION, c->line);
    MbLabel label;
    gboolean is = FALSE;

    for (int i = from; i <= to + 1 && !is; i++)
        is = mb_is_any_mark(c->words, i, "([") && mb_is_one(c->words, i + 1, "action|actions|ap") &&
             mb_label_at(c, i, mb_last_word(c->words), &label, owned) && label.marker;
    mb_reading_free(owned);
    return is;
}

/* Whether an action is labelled there: no decision is read from that. */
static gboolean is_action(MbReadingCase *c, int from, int to)
{
    MbReading *owned = mb_reading_new(MB_READ_ACTION, c->line);
    MbLabel label;
    gboolean is = mb_label_at(c, from, to, &label, owned) || is_marked(c, from, to);

    mb_reading_free(owned);
    return is;
}

static void read_head(MbReadingCase *c, const MbStripped *stripped, MbHead *head, int from, int to, int begin)
{
    gboolean alone = head->from > head->to;
    MbHead next;

    gboolean open = ends_open(c->words, to) || (head->outcome == MB_OUTCOME_RESOLVED && from == begin);
    if (alone && head->label && open && to == mb_last_word(c->words) && add_list(c, head, stripped->beside))
        return;
    if (alone || head->prior) {
        MbReading *reading = decision_of(c, head, stripped->beside, from, to);
        if (mb_take_prior(c, from, begin, head, reading)) {
            add_decision(c, reading);
            return;
        }
        mb_reading_free(reading);
        if (alone)
            return;
        head->sure = MIN(head->sure, head->paper ? 80 : 60);
    }
    MbHead first = *head;
    gboolean more = !head->label && !head->prior && !head->motion && mb_head_next(c->words, &first, &next);
    int stop = first.label ? -1 : mb_find_in(c->words, first.from, first.to, ";");
    if (stop > first.from && !is_list(c->words, first.from, first.to)) /* what follows is another matter */
        first.to = stop - 1;
    add_parts(c, &stripped->clause, &first, stripped->beside, from, to);
    if (more)
        add_parts(c, &stripped->clause, &next, stripped->beside, next.from, to);
}

/* PENDING: movers and votes of a sentence that says nothing else and belong to the decision after it. */
static void read_sentence(MbReadingCase *c, int from, int to, int begin, MbReading **pending)
{
    MbStripped stripped;
    MbHead head;

    mb_strip(c, from, to, &stripped);
    guint before = c->readings->len;
    gboolean empty = stripped.clause.from > stripped.clause.to;
    if (!empty && ends_open(c->words, to) && mb_is_one(c->words, stripped.clause.to, "that|to"))
        stripped.clause.to--;
    if (!empty && mb_head_alone(c->words, &stripped.clause, &head))
        read_head(c, &stripped, &head, from, to, begin);
    else if (!empty && mb_head_find(c, &stripped.clause, stripped.begun, &head))
        read_head(c, &stripped, &head, from, to, begin);
    else if (stripped.any && (empty || mb_is_one(c->words, stripped.clause.from, "vote|votes|voting|the")) &&
             stripped.clause.to - stripped.clause.from < 4 && !give_to_last(c, stripped.beside) && empty && !*pending)
        *pending = g_steal_pointer(&stripped.beside);
    for (guint i = before; *pending && i < c->readings->len; i++) {
        mb_give_beside(*pending, c->readings->pdata[i]);
        mb_order_votes(c->readings->pdata[i]);
    }
    if (c->readings->len > before)
        g_clear_pointer(pending, mb_reading_free);
    mb_reading_free(stripped.beside);
}

/* "Noted" in the right-hand column, or in a cell of its own: TEXT is what it is said of. */
static gboolean read_outcome_beside(MbReadingCase *c, const char *outcome, const char *text)
{
    MbReadingCase beside = mb_read_case_at(c, c->line, outcome);
    MbStripped stripped;
    MbHead head;
    int last = mb_last_word(beside.words);
    gboolean is = last >= 0 && last < 30;

    if (is) {
        mb_strip(&beside, 0, last, &stripped);
        is = mb_head_alone(beside.words, &stripped.clause, &head);
        if (is) {
            MbReadingCase own = mb_read_case_at(c, c->line, text);
            int from = mb_after_number(own.words, 0), end = mb_last_word(own.words);
            MbReading *reading = decision_of(c, &head, stripped.beside, 0, -1);
            reading->text = mb_text_of(own.words, &(MbClause){.from = from, .to = end}, from, end);
            reading->length = (int)strlen(mb_line_text(c, c->line));
            reading->sure = MIN(reading->sure, 80);
            mb_read_case_end(&own);
            if (*reading->text)
                add_decision(c, reading);
            else
                mb_reading_free(reading);
        }
        mb_reading_free(stripped.beside);
    }
    mb_read_case_end(&beside);
    return is;
}

/* A row of a table with an outcome in a cell of its own: the longest other cell is what was decided. */
static void read_row(MbReadingCase *c)
{
    g_auto(GStrv) cells = g_strsplit(mb_line_text(c, c->line), "\t", 16);

    for (int i = 1; cells[0] && cells[i]; i++) {
        const char *longest = "";
        for (int k = 0; k < i; k++)
            if (strlen(cells[k]) > strlen(longest))
                longest = cells[k];
        if (strlen(longest) > 3 && read_outcome_beside(c, cells[i], longest))
            return;
    }
}

/* A word without which nothing is decided: a line without any costs no more than this. */
static gboolean has_cue(const MbWords *words)
{
    static const char cues[] =
        "agreed|agrees|approved|approves|noted|notes|resolved|resolves|decided|recommended|endorsed|"
        "endorses|adopted|ratified|accepted|supported|authorised|authorized|delegated|rejected|refused|"
        "declined|deferred|objections|objection|observations|carried|lost|fell|defeated|passed|failed|"
        "decision|decisions|resolution|resolutions|outcome|voted|vote|votes|unanimous|unanimously|"
        "moved|proposed|seconded|prop|proposer|mover|seconder|favour|against|abstained|abstaining|abstention|"
        "abstentions";

    for (int i = 0; i <= mb_last_word(words); i++)
        if (mb_is_word(words, i) && mb_is_one(words, i, cues))
            return TRUE;
    return FALSE;
}

void mb_rule_decisions(MbReadingCase *c)
{
    const MbReadLine *line = &c->lines[c->line];
    int begin = mb_after_number(c->words, 0), last = mb_last_word(c->words);

    if (c->line <= c->taken)
        return;
    if (line->right && *line->right && !line->heading && read_outcome_beside(c, line->right, line->text))
        return;
    if (!has_cue(c->words))
        return;
    if (line->table || strchr(line->text, '\t')) {
        read_row(c);
        return;
    }
    g_autofree gboolean *read = mb_words_read(c);
    MbReading *pending = NULL;
    for (int from = begin, to; from <= last && c->taken <= c->line; from = to + 1) {
        to = mb_words_sentence_end(c->words, from);
        if ((!line->heading || mb_words_at(c->words, from)->all_capitals) && !mb_any_read(read, from, to) &&
            !is_action(c, from, to))
            read_sentence(c, from, to, begin, &pending);
    }
    mb_reading_free(pending);
}
