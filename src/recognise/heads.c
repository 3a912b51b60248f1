/* SPDX-License-Identifier: MIT */
/* The words by which a sentence says that something was decided, and how sure that is:
 *
 *   RESOLVED that, AGREED:, DECISION:            95   a label in capitals or with a mark
 *   Resolved that, Agreed to                     90   "Noted that" 55
 *   It was agreed, resolved, approved that       92
 *   The Board agreed to, approved, endorsed      92   noted 88; accepted, supported 75
 *   The Board agreed that it was …               65   it may be an opinion
 *   The budget was approved, deferred, rejected  85   accepted 75, supported 65, noted 80; remarks and apologies noted
 * 50 There were no objections to                  85 The motion was carried, fell                 90 present tense:
 * "The Board agrees to"         70
 *
 * No decision: what a person noted or recommended, what was agreed at another time, by another body or only once
 * something has happened, "to be agreed", "not agreed", "it was noted that", "agreed to disagree". */
#include "heads.h"

#include "minutebook/model/decision.h"

#include <string.h>

static gboolean to_disagree(const MbWords *words, int i)
{
    return mb_words_match(words, i, "to disagree|differ") || mb_words_match(words, i, "that they disagreed|differed");
}

static void set_text(const MbWords *words, const MbClause *clause, int from, MbHead *head)
{
    from = mb_head_skip(words, clause, from);
    while (from <= clause->to && (mb_is_any_mark(words, from, ":-,;") || !mb_clause_has(clause, from)))
        from++;
    from = mb_head_skip(words, clause, from);
    if (mb_is_one(words, from, "that|to") && from < clause->to && !mb_is_mark(words, from + 1, '.'))
        from++;
    while (from <= clause->to && mb_is_any_mark(words, from, ":-,;"))
        from++;
    head->from = from;
    head->to = clause->to;
}

/* "recommended to Cabinet that": the body's words. */
static int read_body(const MbWords *words, const MbClause *clause, int i, MbHead *head)
{
    const MbWord *word;
    int end = i + 1;

    if (!mb_is_one(words, i, "to"))
        return i;
    end += mb_is_one(words, end, "the");
    while (end <= clause->to && end < i + 9 && mb_is_word(words, end)) {
        word = mb_words_at(words, end);
        if (!word->capital && !mb_is_one(words, end, "of|and|the|full|council|cabinet|board|committee|meeting|for"))
            break;
        end++;
    }
    if (end == i + 1 + mb_is_one(words, i + 1, "the") ||
        !(end > clause->to || mb_is_any_mark(words, end, ":,-.;") || mb_is_one(words, end, "that|to|the")))
        return i;
    head->body = i + 1;
    head->body_end = end - 1;
    return end;
}

static gboolean decide(const MbWords *words, const MbClause *clause, const MbVerb *verb, int after, int sure,
                       MbHead *head)
{
    int verb_at = after - 1;

    if (to_disagree(words, mb_head_skip(words, clause, after)))
        return FALSE;
    head->outcome = verb->outcome;
    head->sure = sure;
    if (verb->outcome == MB_OUTCOME_RECOMMENDED)
        after = read_body(words, clause, after, head);
    set_text(words, clause, after, head);
    if (verb->outcome == MB_OUTCOME_DEFERRED && mb_is_one(words, after, "to|until|till|pending|for")) {
        head->from = verb_at; /* "deferred to the June meeting" says what was decided by itself */
        head->to = clause->to;
    }
    return TRUE;
}

/* Labels: "RESOLVED that", "Agreed:", "DECISION – …". */

static gboolean is_labelling(const MbWords *words, const MbClause *clause, int i, gboolean *strong)
{
    const MbWord *word = mb_words_at(words, i);
    int after = mb_head_skip(words, clause, i + 1);

    *strong = word->all_capitals || mb_is_any_mark(words, after, ":-");
    if (*strong)
        return !mb_is_one(words, i + 1, "action|actions|premises|by");
    if (!word->capital)
        return FALSE;
    return after > clause->to || mb_is_mark(words, after, '.') || mb_is_one(words, after, "that|to|the") ||
           (mb_words_match(words, i, "approved|agreed|noted") &&
            mb_words_match(words, i + 1, "as recommended|proposed|amended|set"));
}

static gboolean decision_label(MbReadingCase *c, const MbClause *clause, int i, MbHead *head)
{
    const MbWords *words = c->words;
    int taken = mb_words_match(words, i, "it was|is");
    gboolean present;

    if (taken && mb_words_at(words, i + taken) && mb_words_at(words, i + taken)->all_capitals)
        i += taken;
    taken = mb_is_one(words, i, "decision|decisions|resolution|resolutions|outcome");
    if (taken) {
        MbClause rest = *clause;
        if (mb_words_at(words, i + 1) && mb_words_at(words, i + 1)->kind == MB_WORD_NUMBER)
            taken++;
        if (!mb_is_any_mark(words, i + taken, ":-"))
            return FALSE;
        rest.from = i + taken + 1;
        mb_clause_trim(words, &rest);
        if (mb_is_one(words, rest.from, "none|nil|no"))
            return FALSE;
        if (rest.from <= rest.to && mb_head_find(c, &rest, TRUE, head))
            return TRUE;
        head->outcome = mb_is_one(words, i, "resolution|resolutions") ? MB_OUTCOME_RESOLVED : MB_OUTCOME_AGREED;
        head->sure = 90;
        head->label = TRUE;
        set_text(words, clause, rest.from, head);
        return TRUE;
    }
    gboolean strong;
    const MbVerb *verb = mb_is_word(words, i) ? mb_verb_named(mb_fold_at(words, i), &present) : NULL;
    if (!verb || present || !is_labelling(words, clause, i, &strong) || mb_head_elsewhere(c, clause, i + 1))
        return FALSE;
    int sure = strong ? 95 : verb->outcome == MB_OUTCOME_NOTED ? 55 : 90;
    int after = strong ? read_body(words, clause, i + 1, head) : i + 1;
    if (!mb_is_mark(words, after, ':')) { /* "AGREED to buy": no body */
        head->body = -1;
        after = i + 1;
    }
    if (!decide(words, clause, verb, after, sure, head))
        return FALSE;
    if (sure == 55)
        head->doubt = "It may be a remark and no decision.";
    head->label = TRUE;
    return TRUE;
}

/* "It was agreed that": but "it was noted that" is how remarks are minuted. */
static gboolean impersonal(MbReadingCase *c, const MbClause *clause, int i, MbHead *head)
{
    const MbWords *words = c->words;
    int taken = mb_words_match(words, i, "it was|is");
    const MbVerb *verb;

    if (!taken)
        return FALSE;
    i = mb_head_skip(words, clause, i + taken);
    verb = mb_past_verb(words, i);
    if (!verb || mb_head_elsewhere(c, clause, i + 1) || mb_is_any_mark(words, i + 1, "?"))
        return FALSE;
    int after = mb_head_skip(words, clause, i + 1);
    if (mb_is_one(words, after, "by")) /* "by the Board", since mb_head_elsewhere() let it pass */
        after = mb_head_skip(words, clause, after + 1 + mb_body_at(c, after + 1));
    if (verb->outcome == MB_OUTCOME_NOTED)
        return FALSE;
    int sure = verb->outcome == MB_OUTCOME_RECOMMENDED ? 75 : 92;
    if (!decide(words, clause, verb, after, sure, head))
        return FALSE;
    gboolean thing = verb->passive && strcmp(verb->past, "agreed") != 0 && !mb_is_one(words, after, "that|to|:");
    if (head->from > head->to || thing ||
        mb_is_one(words, after, "as|and|but|by|with|without")) { /* "it was rejected" */
        head->prior = TRUE;
        head->it = thing;
        head->sure = 80;
    }
    return TRUE;
}

/* "that it was a good idea" is an opinion; what shall be has a verb that says so. */
static gboolean is_opinion(const MbWords *words, const MbClause *clause, int i)
{
    if (!mb_is_one(words, i, "that"))
        return FALSE;
    for (int k = i + 1; k <= clause->to; k++) {
        if (mb_is_one(words, k, "be|should|would|will|to|must|shall|may|could"))
            return FALSE;
        if (mb_is_one(words, k, "is|was|were|are|had|has|have"))
            return TRUE;
    }
    return FALSE;
}

/* "voted and agreed", "received the report and noted it": where the verb stands after a body. */
static int verb_after_body(const MbWords *words, const MbClause *clause, int i)
{
    gboolean present;

    if (mb_is_word(words, i) && mb_verb_named(mb_fold_at(words, i), &present))
        return i;
    if (!mb_is_word(words, i) ||
        !(g_str_has_suffix(mb_fold_at(words, i), "ed") || mb_is_one(words, i, "heard|gave|took")))
        return -1;
    for (int k = i + 1; k < clause->to && k < i + 40; k++) {
        if (mb_is_one(words, k, "that|whether|who|which|why|how"))
            return -1;
        if (!mb_is_one(words, k, "and"))
            continue;
        int at = mb_head_skip(words, clause, k + 1);
        if (mb_past_verb(words, at))
            return at;
    }
    return -1;
}

static gboolean by_body(MbReadingCase *c, const MbClause *clause, int i, MbHead *head)
{
    const MbWords *words = c->words;
    int taken = mb_body_at(c, i), at, after;
    gboolean present;

    if (!taken)
        return FALSE;
    at = mb_head_skip(words, clause, i + taken);
    if (mb_words_match(words, at, "has|have|had|raised|with no objections")) {
        head->outcome = MB_OUTCOME_AGREED;
        head->sure = 85;
        at += 3;
        at += mb_is_one(words, at, "to");
        set_text(words, clause, at, head);
        return TRUE;
    }
    int verb_at = verb_after_body(words, clause, at);
    const MbVerb *verb = verb_at < 0 ? NULL : mb_verb_named(mb_fold_at(words, verb_at), &present);
    if (!verb || mb_head_elsewhere(c, clause, verb_at + 1))
        return FALSE;
    after = mb_head_skip(words, clause, verb_at + 1);
    if (mb_is_one(words, after, "with|on|upon"))
        after++;
    if (!decide(words, clause, verb, after, verb_at > at ? verb->body - 8 : verb->body, head))
        return FALSE;
    if (present)
        head->sure = MIN(head->sure, 70);
    if (is_opinion(words, clause, after) && verb->outcome != MB_OUTCOME_RESOLVED) {
        head->sure = MIN(head->sure, 65);
        head->doubt = "It may be an opinion and no decision.";
    }
    if (mb_is_one(words, after - 1, "with"))
        head->sure = MIN(head->sure, 80);
    head->prior = head->from > head->to;
    if (head->prior)
        head->sure = MIN(head->sure, 80);
    return TRUE;
}

/* "There were no objections to …", "No objections". */
static gboolean no_objections(const MbReadingCase *c, const MbClause *clause, int i, MbHead *head)
{
    const MbWords *words = c->words;

    i += mb_words_match(words, i, "there were|was|being");
    if (!mb_words_match(words, i, "no objections|objection|observations"))
        return FALSE;
    i = mb_head_skip(words, clause, i + 2);
    if (mb_words_match(words, i, "was|were raised|received|made"))
        i += 2;
    if (mb_is_one(words, i, "by|from"))
        i += 1 + mb_body_at(c, i + 1);
    head->outcome = MB_OUTCOME_AGREED;
    head->sure = 85;
    i += mb_is_one(words, i, "to");
    set_text(words, clause, i, head);
    head->prior = head->from > head->to || mb_is_any_mark(words, i, ".") || mb_is_one(words, i, "but|however|and|at");
    if (head->prior)
        head->sure = 80;
    return TRUE;
}

/* "Voted to confirm …", "Unanimous adoption of …". */
static gboolean voted(const MbWords *words, const MbClause *clause, int i, MbHead *head)
{
    if (!mb_is_one(words, i, "voted"))
        return FALSE;
    i = mb_head_skip(words, clause, i + 1);
    if (!mb_is_one(words, i, "to"))
        return FALSE;
    head->outcome = MB_OUTCOME_AGREED;
    head->sure = 80;
    set_text(words, clause, i, head);
    return TRUE;
}

static gboolean head_at(MbReadingCase *c, const MbClause *clause, int i, gboolean begun, MbHead *head)
{
    const MbVerb *verb;

    if (decision_label(c, clause, i, head) || impersonal(c, clause, i, head) || no_objections(c, clause, i, head) ||
        mb_head_motion(c, clause, i, head) || by_body(c, clause, i, head) || voted(c->words, clause, i, head))
        return TRUE;
    if (!begun)
        return FALSE;
    i = mb_head_skip(c->words, clause, i + mb_is_one(c->words, i, "and|it|was"));
    verb = mb_past_verb(c->words, i); /* "… seconded by B and agreed that" */
    return verb && decide(c->words, clause, verb, i + 1, 92, head);
}

/* Words that begin a lead-in. After the first kind the decision may follow at once ("Following discussion the Board
 * agreed"), after the others only behind a comma ("As nobody objected, it was agreed"). */
static const char loose_leads[] =
    "following|having|put|on|in|with|by|given|therefore|accordingly|consequently|finally|then|and|so|"
    "also|upon|for|at|regarding|under|subsequently|thereafter|further|after";
static const char firm_leads[] =
    "as|since|whilst|while|though|although|when|to|the|members|there|being|during|turning|despite|"
    "notwithstanding|this";

static gboolean begins_head(MbReadingCase *c, int i)
{
    return mb_body_at(c, i) || mb_words_match(c->words, i, "it was|is");
}

static gboolean after_lead_in(MbReadingCase *c, const MbClause *clause, MbHead *head)
{
    const MbWords *words = c->words;
    gboolean loose = mb_is_one(words, clause->from, loose_leads);
    int nearest = clause->from + (mb_is_one(words, clause->from, "after") ? 2 : 1);

    if (!loose && !mb_is_one(words, clause->from, firm_leads))
        return FALSE;
    for (int i = clause->from + 1; i <= clause->to && i < clause->from + 34; i++) {
        gboolean comma = mb_is_mark(words, i - 1, ',');
        if (mb_is_one(words, i, "that|which|who|whether|said|asked"))
            return FALSE;
        gboolean begins = begins_head(c, i);
        if (!mb_clause_has(clause, i) || !(comma || (loose && i >= nearest)) || (!begins && !(comma && loose)))
            continue;
        MbClause rest = *clause;
        rest.from = i;
        if (head_at(c, &rest, i, FALSE, head) || (!begins && mb_head_passive(c, &rest, i, head))) {
            head->sure -= head->sure > 85 ? 2 : 0;
            return TRUE;
        }
    }
    return FALSE;
}

gboolean mb_head_alone(const MbWords *words, const MbClause *clause, MbHead *head)
{
    MbClause left = *clause;
    gboolean present;

    *head = (MbHead){.outcome = -1, .from = 0, .to = -1, .body = -1, .prior = TRUE, .sure = 85, .label = TRUE};
    mb_clause_trim(words, &left);
    if (left.from > left.to)
        return FALSE;
    int at = left.from + mb_words_match(words, left.from, "this|it was") +
             mb_words_match(words, left.from, "all|vote|board|members");
    const MbVerb *verb = mb_is_word(words, at) ? mb_verb_named(mb_fold_at(words, at), &present) : NULL;
    int taken = verb && !present ? 1 : 0, outcome = verb ? verb->outcome : -1, verb_at = at;
    if (!taken)
        taken = mb_motion_fate(words, at, &outcome);
    if (!taken && mb_words_match(words, at, "no objections|objection|observations")) {
        taken = 2;
        outcome = MB_OUTCOME_AGREED;
        if (mb_is_one(words, at + 2, "but|however"))
            left.to = at + 1;
    }
    at += taken;
    at += mb_words_match(words, at, "as recommended|proposed|presented|above|printed|circulated");
    at = mb_head_skip(words, &left, at);
    if (!taken || at <= left.to)
        return FALSE;
    if (verb && mb_words_at(words, verb_at)->all_capitals)
        head->sure = 95;
    head->outcome = outcome;
    return TRUE;
}

gboolean mb_head_find(MbReadingCase *c, const MbClause *clause, gboolean begun, MbHead *head)
{
    const MbClause all = *clause;

    *head = (MbHead){.outcome = -1, .from = 0, .to = -1, .body = -1};
    if (all.from > all.to || mb_is_mark(c->words, all.to, '?'))
        return FALSE;
    return head_at(c, &all, all.from, begun, head) || after_lead_in(c, &all, head) ||
           mb_head_passive(c, &all, all.from, head);
}

gboolean mb_head_next(const MbWords *words, MbHead *head, MbHead *next)
{
    for (int i = head->from + 1; i < head->to; i++) {
        if (!mb_is_one(words, i, "and"))
            continue;
        MbClause rest = {.from = i + 1, .to = head->to};
        int at = mb_head_skip(words, &rest, i + 1);
        const MbVerb *verb = mb_past_verb(words, at);
        if (!verb || !verb->body || !mb_is_one(words, at + 1, "that|to|the|its|a|an|with"))
            continue;
        *next = (MbHead){.outcome = -1, .body = -1};
        if (!decide(words, &rest, verb, at + 1, verb->body - 8, next) || next->from > next->to)
            continue;
        head->to = i - 1;
        return TRUE;
    }
    return FALSE;
}
