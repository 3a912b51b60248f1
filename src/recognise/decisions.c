/* SPDX-License-Identifier: MIT */
/* Decisions: what was decided, how, by whom moved and with what votes. The words that say so are heads.c, with how sure
 * they are; votes, movers and conditions decision_parts.c.
 *
 * Where the words are only an outcome ("AGREED", "This was rejected by 12 votes to 6"), what was decided is, in this order:
 * the sentence before; the words under a "Recommendation" above, in a block; what the agenda item's paper recommends;
 * the line before. A block counts 90, the line before 72.
 *
 * The parts of a list after "RESOLVED that:" are a decision each, with the list's mover and votes; the lines of the
 * list are read for nothing else. Votes, mover and seconder that follow in a sentence or line of their own belong to the
 * decision before them. Where a motion was lost, the larger number is against it. */
#include "heads.h"

#include "people.h"

#include "minutebook/model/decision.h"
#include "minutebook/model/item.h"

#include <string.h>

/* A sentence without what stands beside it. */
typedef struct {
    MbClause clause;
    MbReading *beside; /* votes, movers, condition */
    gboolean any, begun;
} Stripped;

static void strip(MbReadingCase *c, int from, int to, Stripped *stripped)
{
    *stripped = (Stripped){.clause = {.from = from, .to = to}, .beside = mb_reading_new(MB_READ_DECISION, c->line)};
    stripped->any = mb_clause_movers(c, &stripped->clause, stripped->beside);
    stripped->any |= mb_clause_votes(&stripped->clause, c->words, stripped->beside);
    mb_clause_condition(c->words, &stripped->clause, stripped->beside);
    mb_clause_close(c->words, &stripped->clause);
    mb_clause_trim(c->words, &stripped->clause);
    stripped->begun = stripped->any && stripped->clause.from > from;
}

static MbNamed *copy_named(const MbNamed *named)
{
    MbNamed *copy = named ? g_new0(MbNamed, 1) : NULL;

    if (!copy)
        return NULL;
    *copy = *named;
    copy->person = g_strdup(named->person);
    copy->words = g_strdup(named->words);
    copy->doubt = g_strdup(named->doubt);
    copy->candidates = named->candidates ? g_ptr_array_new_with_free_func(g_free) : NULL;
    for (guint i = 0; named->candidates && i < named->candidates->len; i++)
        g_ptr_array_add(copy->candidates, g_strdup(named->candidates->pdata[i]));
    return copy;
}

static void weigh_named(MbReading *reading, const MbNamed *named)
{
    if (named && named->sure && named->sure < 70)
        mb_doubt(reading, MAX(named->sure, 60), named->doubt ? named->doubt : "It is not sure who moved it.");
}

/* What stands beside a decision, given to it where it has none of its own. */
static void give_beside(const MbReading *beside, MbReading *reading)
{
    if (!reading->mover)
        reading->mover = copy_named(beside->mover);
    if (!reading->seconder)
        reading->seconder = copy_named(beside->seconder);
    if (reading->votes_for == MB_NO_INT && reading->votes_against == MB_NO_INT && reading->votes_abstained == MB_NO_INT) {
        reading->votes_for = beside->votes_for;
        reading->votes_against = beside->votes_against;
        reading->votes_abstained = beside->votes_abstained;
    }
    reading->unanimous |= beside->unanimous;
    if (!reading->condition)
        reading->condition = g_strdup(beside->condition);
    weigh_named(reading, reading->mover);
    weigh_named(reading, reading->seconder);
}

/* "Rejected by 12 votes to 6": the 12 are against it. */
static void order_votes(MbReading *reading)
{
    int votes = reading->votes_for;

    if (reading->outcome != MB_OUTCOME_REJECTED || votes == MB_NO_INT || reading->votes_against == MB_NO_INT ||
        votes <= reading->votes_against)
        return;
    reading->votes_for = reading->votes_against;
    reading->votes_against = votes;
}

static char *text_of(const MbWords *words, const MbClause *clause, int from, int to)
{
    MbClause part = *clause;

    part.from = from;
    part.to = to;
    return mb_clause_text(words, &part);
}

/* "Harriet suggested that": the index of "that", else BEGIN. */
static int after_suggestion(MbReadingCase *c, int begin, int to)
{
    MbReading *found = mb_reading_new(MB_READ_DECISION, c->line);
    int taken = mb_read_people(c, begin, found->people);
    int at = begin + taken;

    mb_reading_free(found);
    at += mb_is_one(c->words, at, "then|also");
    if (!taken || at + 1 >= to || !mb_is_one(c->words, at, "suggested|proposed|recommended|moved|requested|asked|sought") ||
        !mb_is_one(c->words, at + 1, "that|to"))
        return begin;
    return at + 1;
}

/* What was proposed or said in the words FROM to TO of C; mover and votes go to READING. */
static char *said(MbReadingCase *c, int from, int to, MbReading *reading)
{
    Stripped stripped;
    char *text;

    strip(c, from, to, &stripped);
    int begin = stripped.clause.from;
    begin += mb_is_one(c->words, begin, "motion|proposal|recommendation|recommended|proposed") &&
                     (mb_is_any_mark(c->words, begin + 1, ":-") || mb_is_one(c->words, begin + 1, "that"))
                 ? 1
                 : 0;
    begin += mb_is_any_mark(c->words, begin, ":-");
    begin = after_suggestion(c, begin, stripped.clause.to);
    int that = stripped.begun ? mb_find_in(c->words, begin, MIN(begin + 16, stripped.clause.to), "that") : -1;
    if (that >= 0 && mb_is_one(c->words, begin, "as|with|by|,")) /* "as an amendment, …, that" */
        begin = that;
    begin += mb_is_one(c->words, begin, "that|to") && begin < stripped.clause.to;
    text = text_of(c->words, &stripped.clause, begin, stripped.clause.to);
    give_beside(stripped.beside, reading);
    mb_reading_free(stripped.beside);
    if (*text)
        return text;
    g_free(text);
    return NULL;
}

/* The words under a "Recommendation" above LINE, or NULL; FIRST gets its line. */
static char *recommended_above(MbReadingCase *c, int *first)
{
    GString *text = g_string_new(NULL);

    for (int line = c->line - 1; line >= 0 && line > c->line - 14 && line > c->taken; line--) {
        MbReadingCase other = mb_read_case_at(c, line, mb_line_text(c, line));
        int from = mb_after_number(other.words, 0), last = mb_last_word(other.words);
        gboolean is = mb_is_one(other.words, from, "recommendation|recommendations|proposal|motion|proposed|recommended") &&
                      (from == last || mb_is_any_mark(other.words, from + 1, ":-") ||
                       mb_is_one(other.words, from + 1, "that"));
        gboolean other_decision = mb_is_one(other.words, from, "agreed|resolved|approved|noted|rejected|deferred");
        int begin = is ? from + 1 + mb_is_any_mark(other.words, from + 1, ":-") : from;
        begin += is && mb_is_one(other.words, begin, "that") && begin < last;
        g_autofree char *part = other_decision ? NULL : text_of(other.words, &(MbClause){.from = begin, .to = last}, begin, last);
        if (part && *part) {
            g_string_prepend(text, text->len ? "; " : "");
            g_string_prepend(text, part);
        }
        mb_read_case_end(&other);
        if (is && text->len) {
            *first = line;
            return g_string_free(text, FALSE);
        }
        if (other_decision || (c->lines[line].heading && !is))
            break;
    }
    g_string_free(text, TRUE);
    return NULL;
}

/* What the item's paper recommends. */
static char *recommended_by_paper(const MbReadingCase *c)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(c->dossier, &MB_RECOMMENDATION, "item", c->item);
    GString *text = g_string_new(NULL);

    for (guint i = 0; c->item && i < all->len; i++) {
        const MbRecommendation *one = all->pdata[i];
        const char *words = one->text ? one->text : "";
        g_string_append_printf(text, "%s%s", text->len && *words ? "; " : "", words);
    }
    if (text->len && text->str[text->len - 1] == '.')
        g_string_truncate(text, text->len - 1);
    return g_string_free(text, text->len == 0);
}

static char *line_before(MbReadingCase *c, MbReading *reading)
{
    int line = c->line - 1;
    char *text = NULL;

    while (line >= 0 && mb_line_empty(c, line))
        line--;
    if (line < 0 || line <= c->taken || c->lines[line].table)
        return NULL;
    MbReadingCase other = mb_read_case_at(c, line, mb_line_text(c, line));
    int last = mb_last_word(other.words), from = mb_after_number(other.words, 0);
    if (last >= from) {
        from = MAX(from, mb_words_sentence_start(other.words, last));
        text = said(&other, from, last, reading);
        reading->line = line;
        mb_place(&other, reading, from, last);
    }
    mb_read_case_end(&other);
    return text;
}

/* Whether something is moved in FROM to TO: an amendment where AMENDMENT. */
static gboolean is_motion(MbReadingCase *c, int from, int to, gboolean amendment)
{
    const MbWords *words = c->words;
    Stripped stripped;

    if (mb_find_in(words, from, to, "moved|proposed|proposer|motion|proposal|amendment") < 0 ||
        mb_find_in(words, from, to, "carried|lost|fell|rejected|agreed|withdrawn") >= 0 ||
        amendment != (mb_find_in(words, from, to, "amendment") >= 0))
        return FALSE;
    strip(c, from, to, &stripped);
    gboolean moved = stripped.beside->mover && mb_find_in(words, stripped.clause.from, to, "that|to") >= 0;
    mb_reading_free(stripped.beside);
    return moved || mb_find_in(words, from, to, "moved|proposed|motion|proposal|amendment that") >= 0;
}

/* What was moved in the sentences of C before FROM, or NULL. */
static char *moved_before(MbReadingCase *c, int from, int begin, gboolean amendment, MbReading *reading)
{
    for (int at = from, back = 0; at > begin && back < 12; back++) {
        int to = at - 1;
        at = MAX(begin, mb_words_sentence_start(c->words, to));
        if (is_motion(c, at, to, amendment))
            return said(c, at, to, reading);
    }
    return NULL;
}

/* What was moved in the lines above, or NULL. */
static char *moved_above(MbReadingCase *c, gboolean amendment, MbReading *reading)
{
    char *text = NULL;

    for (int line = c->line - 1; line >= 0 && line > c->line - 7 && line > c->taken && !text; line--) {
        if (c->lines[line].heading || c->lines[line].table)
            break;
        MbReadingCase other = mb_read_case_at(c, line, mb_line_text(c, line));
        int begin = mb_after_number(other.words, 0);
        text = moved_before(&other, mb_last_word(other.words) + 1, begin, amendment, reading);
        mb_read_case_end(&other);
    }
    return text;
}

/* The title of the item at hand: what "It was approved" speaks of where nothing was moved. */
static char *title_of_item(const MbReadingCase *c)
{
    const MbItem *item = mb_dossier_find(c->dossier, &MB_ITEM, c->item);

    return item && item->title ? g_strdup(item->title) : NULL;
}

/* What the words before, in this line or above, say of what was decided, sets the reading's text. */
static gboolean take_said(MbReadingCase *c, int from, int begin, const MbHead *head, MbReading *reading)
{
    reading->text = moved_before(c, from, begin, head->amendment, reading);
    if (!reading->text && (head->motion || head->it ||
                           mb_is_one(c->words, from, "carried|lost|passed|defeated|this|it|by|unanimous|unanimously")))
        reading->text = moved_above(c, head->amendment, reading);
    if (!reading->text && head->it) {
        reading->text = recommended_by_paper(c);
        reading->text = reading->text ? reading->text : title_of_item(c);
    }
    if (!reading->text && from > begin) {
        int start = MAX(begin, mb_words_sentence_start(c->words, from - 1));
        reading->text = said(c, start, from - 1, reading);
    }
    return reading->text != NULL;
}

static gboolean take_block(MbReadingCase *c, MbReading *reading)
{
    int first = c->line;

    reading->text = recommended_above(c, &first);
    if (!reading->text)
        return FALSE;
    reading->last_line = c->line;
    reading->line = first;
    reading->start = 0;
    reading->length = (int)strlen(mb_line_text(c, first));
    reading->sure = MIN(reading->sure, 90);
    return TRUE;
}

/* Finds what "Agreed" means; FROM is where its sentence begins. FALSE where nothing was said before. */
static gboolean take_prior(MbReadingCase *c, int from, int begin, const MbHead *head, MbReading *reading)
{
    gboolean recommended =
        head->paper || mb_find_in(c->words, from, mb_words_sentence_end(c->words, from), "recommended") > from;

    if ((!recommended && from > begin && take_said(c, from, begin, head, reading)) || take_block(c, reading))
        return TRUE;
    reading->text = recommended_by_paper(c);
    if (reading->text) {
        reading->sure = MIN(reading->sure, 88);
        return TRUE;
    }
    if (head->paper || from > begin || take_said(c, from, begin, head, reading))
        return reading->text != NULL;
    reading->text = line_before(c, reading);
    if (reading->text) {
        reading->last_line = c->line;
        mb_doubt(reading, 72, "What was decided was taken from the line before.");
    }
    return reading->text != NULL;
}

static void add_decision(MbReadingCase *c, MbReading *reading)
{
    order_votes(reading);
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
    give_beside(beside, reading);
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
static void add_parts(MbReadingCase *c, const MbClause *clause, const MbHead *head, const MbReading *beside, int from, int to)
{
    gboolean list = is_list(c->words, head->from, head->to);

    for (int at = head->from, next; at <= head->to; at = next) {
        next = list ? next_part(c->words, at, head->to) : head->to + 1;
        MbReading *reading = decision_of(c, head, beside, list ? at : from, list ? next - 1 : to);
        int begin = list ? mb_after_number(c->words, at) : at;
        begin += list && mb_is_one(c->words, begin, "that|to");
        reading->text = text_of(c->words, clause, begin, next - 1);
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
        gboolean clause = first && first->kind == MB_WORD_NUMBER && strchr(first->fold, '.'); /* "5.2": another minute */
        gboolean part = from > 0 && from <= last && !clause && !c->lines[line].heading && !c->lines[line].table;
        if (part) {
            Stripped stripped;
            strip(&other, from, last, &stripped);
            MbReading *reading = decision_of(c, head, stripped.beside, 0, -1);
            give_beside(beside, reading);
            reading->line = reading->last_line = line;
            from = stripped.clause.from + (mb_is_one(other.words, stripped.clause.from, "that|to") &&
                                           stripped.clause.from < stripped.clause.to);
            reading->text = text_of(other.words, &stripped.clause, from, stripped.clause.to);
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
        give_beside(beside, reading);
        order_votes(reading);
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

static void read_head(MbReadingCase *c, const Stripped *stripped, MbHead *head, int from, int to, int begin)
{
    gboolean alone = head->from > head->to;
    MbHead next;

    gboolean open = ends_open(c->words, to) || (head->outcome == MB_OUTCOME_RESOLVED && from == begin);
    if (alone && head->label && open && to == mb_last_word(c->words) && add_list(c, head, stripped->beside))
        return;
    if (alone || head->prior) {
        MbReading *reading = decision_of(c, head, stripped->beside, from, to);
        if (take_prior(c, from, begin, head, reading)) {
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
    Stripped stripped;
    MbHead head;

    strip(c, from, to, &stripped);
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
        give_beside(*pending, c->readings->pdata[i]);
        order_votes(c->readings->pdata[i]);
    }
    if (c->readings->len > before)
        g_clear_pointer(pending, mb_reading_free);
    mb_reading_free(stripped.beside);
}

/* "Noted" in the right-hand column, or in a cell of its own: TEXT is what it is said of. */
static gboolean read_outcome_beside(MbReadingCase *c, const char *outcome, const char *text)
{
    MbReadingCase beside = mb_read_case_at(c, c->line, outcome);
    Stripped stripped;
    MbHead head;
    int last = mb_last_word(beside.words);
    gboolean is = last >= 0 && last < 30;

    if (is) {
        strip(&beside, 0, last, &stripped);
        is = mb_head_alone(beside.words, &stripped.clause, &head);
        if (is) {
            MbReadingCase own = mb_read_case_at(c, c->line, text);
            int from = mb_after_number(own.words, 0), end = mb_last_word(own.words);
            MbReading *reading = decision_of(c, &head, stripped.beside, 0, -1);
            reading->text = text_of(own.words, &(MbClause){.from = from, .to = end}, from, end);
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
    static const char cues[] = "agreed|agrees|approved|approves|noted|notes|resolved|resolves|decided|recommended|endorsed|"
                               "endorses|adopted|ratified|accepted|supported|authorised|authorized|delegated|rejected|refused|"
                               "declined|deferred|objections|objection|observations|carried|lost|fell|defeated|passed|failed|"
                               "decision|decisions|resolution|resolutions|outcome|voted|vote|votes|unanimous|unanimously|"
                               "moved|proposed|seconded|prop|proposer|mover|seconder|favour|against|abstained|abstaining|abstention|abstentions";

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
        if ((!line->heading || mb_words_at(c->words, from)->all_capitals) && !mb_any_read(read, from, to) && !is_action(c, from, to))
            read_sentence(c, from, to, begin, &pending);
    }
    mb_reading_free(pending);
}
