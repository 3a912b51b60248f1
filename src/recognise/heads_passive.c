/* SPDX-License-Identifier: MIT */
/* Decisions of which the subject is the thing decided: "The motion was carried", "The budget was approved". */
#include "heads.h"

#include "minutebook/model/decision.h"

#include <string.h>

/* "The motion was carried", "The amendment fell", "Carried." */
int mb_motion_fate(const MbWords *words, int i, int *outcome)
{
    int taken = mb_is_one(words, i, "was|were|is|being");

    taken += mb_words_match(words, i + taken, "put to the|a vote and|,");
    taken += mb_words_match(words, i + taken, "put and");
    taken = mb_head_skip(words, &(MbClause){.from = i + taken, .to = mb_last_word(words)}, i + taken) - i;
    if (mb_is_one(words, i + taken, "carried|passed|approved|agreed|adopted|accepted"))
        *outcome = MB_OUTCOME_AGREED;
    else if (mb_is_one(words, i + taken, "lost|defeated|fell|failed|rejected|refused"))
        *outcome = MB_OUTCOME_REJECTED;
    else
        return 0;
    return taken + 1;
}

gboolean mb_head_motion(MbReadingCase *c, const MbClause *clause, int i, MbHead *head)
{
    const MbWords *words = c->words;
    int the = mb_is_one(words, i, "the|this|that|a"), outcome, taken;

    if (!mb_is_one(words, i + the, "motion|proposal|amendment|proposition|vote") &&
        !mb_words_match(words, i + the, "substantive|amended|original motion|proposal"))
        return FALSE;
    int named = i + the + (mb_is_one(words, i + the, "substantive|amended|original") ? 2 : 1);
    if (mb_clause_has(clause, named) && mb_is_word(words, named) && !mb_motion_fate(words, named, &outcome) &&
        !mb_is_one(words, named, "that|to|for|as|was|were|is|by|put|on|from|of|in|being|then|having"))
        return FALSE; /* "the motion sensor" */
    for (int k = i + the + 1; k <= clause->to; k++) {
        if (!mb_clause_has(clause, k))
            continue;
        taken = mb_motion_fate(words, k, &outcome);
        if (!taken ||
            (mb_is_one(words, k, "approved|agreed|accepted|adopted|refused") && !mb_is_one(words, i + the, "vote")))
            continue;
        if (mb_head_elsewhere(c, clause, k + taken))
            return FALSE;
        head->outcome = outcome;
        head->sure = 90;
        head->motion = TRUE;
        head->amendment = mb_find_in(words, i, i + the + 2, "amendment") >= 0;
        head->from = i;
        head->to = k - 1;
        MbClause subject = {.from = i + the + 1, .to = k - 1};
        for (int cut = 0; cut < clause->count; cut++)
            mb_clause_cut(&subject, clause->cuts[cut][0], clause->cuts[cut][1]);
        mb_clause_trim(words, &subject);
        if (subject.from > subject.to ||
            mb_is_one(words, subject.from, "was|put|motion")) /* "The motion was put and lost" */
            head->prior = TRUE;
        else if (mb_is_one(words, subject.from, "that") ||
                 (mb_is_one(words, subject.from, "to") && !mb_is_one(words, i + the, "amendment")))
            head->from = subject.from + 1;
        return TRUE;
    }
    return FALSE;
}

/* Passive: "The budget was approved". */

static gboolean good_subject(const MbWords *words, const MbClause *clause, int from, int to)
{
    if (from > to || to - from > 40 ||
        mb_is_one(words, from,
                  "once|if|when|unless|until|before|after|while|although|since|as|whether|because|he|she|they|i|you|"
                  "nothing|none|not|neither|what|why|how|who|no|that|which|had|having|there"))
        return FALSE;
    for (int k = from; k <= to; k++)
        if (mb_clause_has(clause, k) &&
            mb_is_one(words, k,
                      "that|who|whom|if|whether|when|because|said|stated|advised|reported|asked|explained|added|"
                      "queried|confirmed|noted|agreed|until|once|unless|is|are|was|were|has|had|have|hoped|would|"
                      "will|should"))
            return FALSE;
    return TRUE;
}

/* What follows the verb of a decision, not of a story. */
static gboolean good_follower(const MbWords *words, const MbClause *clause, int i)
{
    if (i > clause->to || !mb_clause_has(clause, i) || mb_words_at(words, i)->kind == MB_WORD_MARK)
        return !mb_is_any_mark(words, i, "?");
    return mb_is_one(words, i,
                     "by|subject|with|as|for|nem|without|and|until|to|in|following|pending|at|that|on|from|so|after|"
                     "because|but|provided|where|without|unchanged|this");
}

static gboolean is_remark(const MbWords *words, int from, int to)
{
    return mb_find_in(words, from, to,
                      "apologies|apology|comment|comments|concern|concerns|thanks|absence|view|views|remarks|"
                      "attendance|interest|interests|declaration|declarations|issue|issues|condolences") >= 0;
}

gboolean mb_head_passive(MbReadingCase *c, const MbClause *clause, int i, MbHead *head)
{
    const MbWords *words = c->words;

    for (int k = i; k < clause->to; k++) {
        if (!mb_clause_has(clause, k) || !mb_is_one(words, k, "was|were"))
            continue;
        int at = mb_head_skip(words, clause, k + 1);
        const MbVerb *verb = mb_past_verb(words, at);
        int first = i, after = mb_head_skip(words, clause, at + 1);
        if (mb_words_match(words, at, "received|considered|discussed and") && mb_past_verb(words, at + 2)) {
            verb = mb_past_verb(words, at + 2);
            after = mb_head_skip(words, clause, at + 3);
        }
        if (!verb || !verb->passive)
            return FALSE;
        int apologies = mb_find_in(words, i, k - 1, "and apologies");
        if (apologies >= 0 && apologies == k - 2)
            first = apologies + 1;
        if (mb_is_one(words, k - 1, "it|which|there"))
            return FALSE;
        if (!good_subject(words, clause, first, k - 1) || !good_follower(words, clause, after) ||
            mb_head_elsewhere(c, clause, after))
            return FALSE;
        head->outcome = verb->outcome;
        head->sure = verb->passive;
        head->from = first;
        head->to = k - 1;
        head->paper = mb_words_match(words, first, "the|all|these recommendation|recommendations") && k == first + 2;
        head->prior = head->paper || (mb_words_match(words, first, "this|these|it|both|they|all") && k == first + 1);
        if ((verb->outcome == MB_OUTCOME_NOTED || strcmp(verb->past, "accepted") == 0) &&
            is_remark(words, first, k - 1)) {
            head->sure = 50;
            head->doubt = "It may be a remark and no decision.";
        }
        gboolean whole = mb_is_one(words, after, "to|until|for|in|as|at|on|from") && !head->prior &&
                         mb_clause_has(clause, after) &&
                         !mb_words_match(words, after, "as recommended|proposed|presented|set|read");
        if (whole) /* what follows says what was decided as well: "deferred to the June meeting" */
            head->to = clause->to;
        return TRUE;
    }
    return FALSE;
}
