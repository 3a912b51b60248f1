/* SPDX-License-Identifier: MIT */
/* What was decided, where a sentence gives only the outcome: the words said before it, in the line, above it or in the
   item's paper. The order is said in decisions.c. */
#include "heads.h"

#include "minutebook/model/decision.h"
#include "minutebook/model/item.h"

#include <string.h>

void mb_strip(MbReadingCase *c, int from, int to, MbStripped *stripped)
{
    *stripped = (MbStripped){.clause = {.from = from, .to = to}, .beside = mb_reading_new(MB_READ_DECISION, c->line)};
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
void mb_give_beside(const MbReading *beside, MbReading *reading)
{
    if (!reading->mover)
        reading->mover = copy_named(beside->mover);
    if (!reading->seconder)
        reading->seconder = copy_named(beside->seconder);
    if (reading->votes_for == MB_NO_INT && reading->votes_against == MB_NO_INT &&
        reading->votes_abstained == MB_NO_INT) {
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
void mb_order_votes(MbReading *reading)
{
    int votes = reading->votes_for;

    if (reading->outcome != MB_OUTCOME_REJECTED || votes == MB_NO_INT || reading->votes_against == MB_NO_INT ||
        votes <= reading->votes_against)
        return;
    reading->votes_for = reading->votes_against;
    reading->votes_against = votes;
}

char *mb_text_of(const MbWords *words, const MbClause *clause, int from, int to)
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
    if (!taken || at + 1 >= to ||
        !mb_is_one(c->words, at, "suggested|proposed|recommended|moved|requested|asked|sought") ||
        !mb_is_one(c->words, at + 1, "that|to"))
        return begin;
    return at + 1;
}

/* What was proposed or said in the words FROM to TO of C; mover and votes go to READING. */
static char *said(MbReadingCase *c, int from, int to, MbReading *reading)
{
    MbStripped stripped;
    char *text;

    mb_strip(c, from, to, &stripped);
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
    text = mb_text_of(c->words, &stripped.clause, begin, stripped.clause.to);
    mb_give_beside(stripped.beside, reading);
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
        gboolean is =
            mb_is_one(other.words, from, "recommendation|recommendations|proposal|motion|proposed|recommended") &&
            (from == last || mb_is_any_mark(other.words, from + 1, ":-") || mb_is_one(other.words, from + 1, "that"));
        gboolean other_decision = mb_is_one(other.words, from, "agreed|resolved|approved|noted|rejected|deferred");
        int begin = is ? from + 1 + mb_is_any_mark(other.words, from + 1, ":-") : from;
        begin += is && mb_is_one(other.words, begin, "that") && begin < last;
        g_autofree char *part =
            other_decision ? NULL : mb_text_of(other.words, &(MbClause){.from = begin, .to = last}, begin, last);
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
    MbStripped stripped;

    if (mb_find_in(words, from, to, "moved|proposed|proposer|motion|proposal|amendment") < 0 ||
        mb_find_in(words, from, to, "carried|lost|fell|rejected|agreed|withdrawn") >= 0 ||
        amendment != (mb_find_in(words, from, to, "amendment") >= 0))
        return FALSE;
    mb_strip(c, from, to, &stripped);
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
gboolean mb_take_prior(MbReadingCase *c, int from, int begin, const MbHead *head, MbReading *reading)
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
