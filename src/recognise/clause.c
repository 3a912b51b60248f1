/* SPDX-License-Identifier: MIT */
/* One action's words: who is to do it, what, and by when.
 *
 * How sure a labelled action is before its people are weighed (mb_reading_weigh):
 *
 *   owner, then "to", "will", a colon …        97
 *   owner at the end, in brackets or after "–" 93
 *   "JRe circulate the slides"                 85
 *   "the slides to be sent by JRe"             85
 *   no owner                                   60   and a doubt
 *
 * A date that is impossible or past, or whose weekday is wrong, makes it 60 at most (due.c). */
#include "people.h"

#include "deeds.h"

#include <string.h>

/* Where a due date may begin, by its first word. */
static gboolean may_be_due(const MbWords *words, int i)
{
    const MbWord *word = mb_words_at(words, i);

    if (word->kind == MB_WORD_MARK)
        return FALSE;
    if (word->kind == MB_WORD_NUMBER)
        return TRUE;
    return mb_is_one(
               words, i,
               "by|before|no|not|until|till|within|in|at|for|to|next|this|tomorrow|today|asap|a.s.a.p|a|as|due|"
               "deadline|target|ahead|prior|end|immediately|urgently|ongoing|on-going|on|forthwith|with|during|the") ||
           word->capital;
}

/* Leads that can only begin a date; after any other the date must end its clause. */
static gboolean leads_firmly(const MbWords *words, int i)
{
    return mb_is_one(words, i, "by|before|no|not|until|till|within|due|deadline|asap|a.s.a.p|ahead|prior|as");
}

static gboolean ends_clause(const MbWords *words, const MbClause *clause, int i)
{
    return i > clause->to || !mb_clause_has(clause, i) || mb_is_any_mark(words, i, ",;.)]:-") ||
           mb_is_one(words, i, "and|so|if|with|which|where");
}

/* After these words a date of the future says when it is done. */
static gboolean reports_on(const MbWords *words, int i)
{
    return mb_is_one(words, i, "report|back|feedback|meet|update|again|reconvene|completed|done|ready|deadline");
}

/* Whether the date of WORDS words at I is when it is due. */
static gboolean is_due(const MbWords *words, const MbClause *clause, int i, int taken)
{
    if (leads_firmly(words, i))
        return TRUE;
    if (!ends_clause(words, clause, i + taken))
        return FALSE;
    if (mb_is_one(words, i, "on"))
        return reports_on(words, i - 1);
    if (mb_is_one(words, i, "in|at|for|to|during|with|immediately|urgently|forthwith|ongoing|on-going|tomorrow"))
        return TRUE;
    if (mb_is_one(words, i, "next"))
        return !mb_is_one(words, i - 1, "the|a|its|our|their|this");
    if (mb_is_one(words, i, "this|a"))
        return i + taken > clause->to;
    return i == clause->from || mb_is_any_mark(words, i - 1, ",;-(:/["); /* a bare date: "– 30 June" */
}

/* "for the next meeting" may say what is to be done as well as when: those words stay. */
static gboolean keeps_words(const MbWords *words, int i)
{
    return mb_is_one(words, i, "for|to|on");
}

static void take_due(MbReading *reading, MbReading *found)
{
    g_free(reading->due_words);
    g_free(reading->due_meeting);
    reading->due = found->due;
    reading->due_words = g_steal_pointer(&found->due_words);
    reading->due_meeting = g_steal_pointer(&found->due_meeting);
    if (found->doubt)
        mb_doubt(reading, found->sure, found->doubt);
}

void mb_clause_due(MbReadingCase *c, MbClause *clause, MbReading *reading)
{
    MbReading *found = mb_reading_new(MB_READ_ACTION, c->line);
    int taken = 0, i, opened;

    found->sure = 100;
    for (i = clause->from; i <= MIN(clause->to, mb_last_word(c->words)) && !taken; i++) {
        if (!mb_clause_has(clause, i) || !may_be_due(c->words, i))
            continue;
        taken = mb_read_due(c, i, found);
        if (taken && (i + taken - 1 > clause->to || !is_due(c->words, clause, i, taken))) {
            taken = 0;
            g_clear_pointer(&found->doubt, g_free);
            found->sure = 100;
        }
    }
    i--;
    if (taken && !reading->due_words) {
        take_due(reading, found);
        opened = mb_is_any_mark(c->words, i - 1, "([");
        gboolean vague =
            reading->due == MB_NO_DAY && !reading->due_meeting && !ends_clause(c->words, clause, i + taken);
        if (!keeps_words(c->words, i) && !vague)
            mb_clause_cut(clause, i - opened, i + taken - 1 + (opened && mb_is_any_mark(c->words, i + taken, ")]")));
    }
    mb_reading_free(found);
}

/* "(CLOSED)", "(Outstanding)" at the end: the state of an action of an earlier meeting. */
static void cut_state(const MbWords *words, MbClause *clause, MbReading *reading)
{
    mb_clause_trim(words, clause);
    for (int i = clause->to; i > clause->from && i > clause->to - 6; i--) {
        if (!mb_is_any_mark(words, i, "(["))
            continue;
        if (!mb_is_one(words, i + 1, "closed|complete|completed|outstanding|open|done|superseded|carried"))
            return;
        mb_clause_cut(clause, i, clause->to);
        mb_doubt(reading, 75, "Its state is given: it may be an action of an earlier meeting.");
        return;
    }
}

/* Words that name an owner whom the book does not know: at most six before "to" and a verb, none of them a verb. */
static int unknown_owner(MbReadingCase *c, int from, int to, GPtrArray *people)
{
    const MbWords *words = c->words;
    int duty = 0, i;

    if (mb_is_deed(mb_fold_at(words, from)) || mb_is_one(words, from, "to|that|it|there|this|a|an"))
        return 0;
    for (i = from; i <= to && i <= from + 6; i++) {
        const MbWord *word = mb_words_at(words, i);
        if (word->kind == MB_WORD_NUMBER || (word->kind == MB_WORD_MARK && !mb_is_any_mark(words, i, "/&,()'")))
            return 0;
        duty = i > from ? mb_duty_at(words, i, to) : 0;
        if (duty)
            break;
    }
    if (!duty || !mb_is_deed(mb_fold_at(words, i + duty)))
        return 0;
    MbNamed *named = mb_named_new(c, from, i - 1);
    named->sure = 70;
    named->doubt = g_strdup_printf("“%s” is nobody in the book.", named->words);
    g_ptr_array_add(people, named);
    return i - from;
}

/* "It was agreed that JRe would …": what stands before the owner. */
static int lead_in(const MbWords *words, int from)
{
    static const char *const leads[] = {
        "it was|is agreed|resolved|decided|requested|suggested|recommended|noted|confirmed that",
        "agreed|resolved|that|please|request|requested that",
        "agreed|resolved|that|please|request",
        "board|members|committee|partners agreed that",
        "the board|members|committee|council agreed|requested|asked that",
    };

    for (gsize k = 0; k < G_N_ELEMENTS(leads); k++) {
        int taken = mb_words_match(words, from, leads[k]);
        if (taken)
            return taken;
    }
    return 0;
}

/* "Harriet asked JRe to circulate …": the index of whoever is asked, or -1. */
static int asked(const MbWords *words, int from, int to)
{
    int at = mb_find_in(words, from, MIN(to, from + 12), "asked|requested|invited");

    return at >= 0 && !mb_is_one(words, at - 1, "was|were|been|not|be|is|are") && !mb_is_one(words, at + 1, "to|for|if")
               ? at + 1
               : -1;
}

/* "PN, 30 June: circulate …": the index after the colon, 0 where it is none. */
static int owed_before_colon(MbReadingCase *c, const MbClause *clause, MbReading *reading)
{
    for (int i = clause->from + 1; i < clause->to && i < clause->from + 14; i++)
        if (mb_is_mark(c->words, i, ':')) {
            guint before = reading->people->len;
            if (mb_owed(c, clause->from, i - 1, reading) && mb_all_known(reading->people, before))
                return i + 1;
            mb_people_cut(reading->people, before);
            return 0;
        }
    return 0;
}

/* The owner at the clause's beginning: cut with the words that lay the duty on. */
static gboolean owner_first(MbReadingCase *c, MbClause *clause, MbReading *reading)
{
    const MbWords *words = c->words;
    guint before = reading->people->len;
    int from = clause->from + lead_in(words, clause->from);
    from += mb_is_one(words, from, "owner|owners|lead|responsible") && mb_is_any_mark(words, from + 1, ":-") ? 2 : 0;
    int opened = mb_is_any_mark(words, from, "([");
    int taken = mb_owners_at(c, from + opened, clause->to, reading->people), after = from + opened + taken, duty;
    gboolean known = mb_all_known(reading->people, before);

    if (opened && !mb_is_any_mark(words, after, ")]"))
        known = FALSE;

    if (taken && mb_is_any_mark(words, after, "-,") && mb_duty_at(words, after + 1, clause->to))
        after++;
    duty = taken ? mb_duty_at(words, after, clause->to) : 0;
    if (taken && !duty && known && mb_is_one(words, after, "to") && mb_is_one(words, after + 1, "be|have"))
        duty = 1;
    if (duty) {
        clause->from = after + duty;
        return TRUE;
    }
    if (taken && after > clause->to) {
        clause->from = after;
        return TRUE;
    }
    if (known && mb_is_any_mark(words, after, ":-)>|") && after < clause->to) {
        clause->from = after + 1;
        return TRUE;
    }
    if (known && mb_is_deed(mb_fold_at(words, after)) && !mb_words_at(words, after)->capital) {
        reading->sure = MIN(reading->sure, 85);
        clause->from = after;
        return TRUE;
    }
    mb_people_cut(reading->people, before);
    after = known ? owed_before_colon(c, clause, reading) : 0;
    if (after) {
        clause->from = after;
        return TRUE;
    }
    taken = unknown_owner(c, from, clause->to, reading->people);
    if (taken) {
        clause->from = from + taken + mb_duty_at(words, from + taken, clause->to);
        return TRUE;
    }
    return FALSE;
}

static gboolean owner_asked(MbReadingCase *c, MbClause *clause, MbReading *reading)
{
    guint before = reading->people->len;
    int at = asked(c->words, clause->from, clause->to);
    int taken = at < 0 ? 0 : mb_owners_at(c, at, clause->to, reading->people);
    int duty = taken ? mb_duty_at(c->words, at + taken, clause->to) : 0;

    if (!duty) {
        mb_people_cut(reading->people, before);
        return FALSE;
    }
    clause->from = at + taken + duty;
    return TRUE;
}

/* What may lead to an owner at the end. */
static int tail_lead(const MbWords *words, int i)
{
    int taken =
        mb_words_match(words, i, "owner|owners|lead|responsible|responsibility|resp|actioned|assigned|action by|to|:");

    if (taken)
        return taken;
    if (mb_is_one(words, i, "owner|owners|lead|responsible|responsibility|who") && mb_is_any_mark(words, i + 1, ":-"))
        return 2;
    return mb_is_any_mark(words, i, "([-/|>") ? 1 : 0;
}

static gboolean tail_at(MbReadingCase *c, MbClause *clause, int i, MbReading *reading)
{
    int lead = tail_lead(c->words, i);
    gboolean labelled = lead && mb_is_word(c->words, i);
    MbReading *found = mb_reading_new(MB_READ_ACTION, c->line);
    gboolean took = FALSE;

    found->sure = 100;
    if (lead && i + lead <= clause->to && mb_owed(c, i + lead, clause->to, found) && found->people->len &&
        (labelled || mb_all_known(found->people, 0))) {
        if (found->due_words)
            take_due(reading, found);
        while (found->people->len)
            g_ptr_array_add(reading->people, g_ptr_array_steal_index(found->people, 0));
        mb_clause_cut(clause, i, clause->to);
        took = TRUE;
    }
    mb_reading_free(found);
    return took;
}

/* The owner at the end: "(JRe)", "– JRe, 30 June", "Owner: JRe". */
static gboolean owner_last(MbReadingCase *c, MbClause *clause, MbReading *reading)
{
    int tried = 0;

    mb_clause_trim(c->words, clause);
    for (int i = MAX(clause->from + 1, clause->to - 24); i < clause->to && tried < 6; i++) {
        if (!tail_lead(c->words, i))
            continue;
        tried++;
        if (tail_at(c, clause, i, reading))
            return TRUE;
    }
    return FALSE;
}

/* "The slides to be circulated by JRe." */
static gboolean owner_by(MbReadingCase *c, MbClause *clause, MbReading *reading)
{
    guint before = reading->people->len;

    for (int i = clause->from + 2; i < clause->to; i++) {
        if (!mb_clause_has(clause, i) || !mb_is_one(c->words, i, "by"))
            continue;
        int taken = mb_owners_at(c, i + 1, clause->to, reading->people);
        int after = i + 1 + taken;
        if (taken && mb_all_known(reading->people, before) &&
            (ends_clause(c->words, clause, after) || mb_is_one(c->words, after, "by|before|in|at|within")) &&
            g_str_has_suffix(mb_fold_at(c->words, i - 1), "ed")) {
            mb_clause_cut(clause, i, i + taken);
            return TRUE;
        }
        mb_people_cut(reading->people, before);
    }
    return FALSE;
}

/* "None", "no action", "see the action log": nothing is to be done. */
static gboolean says_nothing(const MbWords *words, const MbClause *clause)
{
    MbClause left = *clause;

    mb_clause_trim(words, &left);
    if (left.from > left.to)
        return TRUE;
    if (left.to - left.from > 6)
        return FALSE;
    return mb_is_one(words, left.from, "none|nil|n|nothing|noted|tbc") ||
           mb_words_match(words, left.from, "no|not action|actions|further|applicable|new|items|required") ||
           mb_words_match(words, left.from, "see|as the|above|below|action|appendix|item|separate|attached") ||
           mb_words_match(words, left.from, "to be agreed|confirmed|advised") ||
           (left.from == left.to && mb_is_one(words, left.from, "closed|complete|completed|done|ongoing|open"));
}

gboolean mb_action_clause(MbReadingCase *c, int from, int to, MbReading *reading)
{
    MbClause clause = {.from = from, .to = MIN(to, mb_last_word(c->words))};
    gboolean owned = reading->people->len > 0;

    reading->sure = owned || !reading->sure ? 97 : reading->sure;
    cut_state(c->words, &clause, reading);
    if (says_nothing(c->words, &clause))
        return FALSE;
    int due = mb_is_one(c->words, clause.from, "by|before|within") ? mb_read_due(c, clause.from, reading) : 0;
    if (due) { /* "By 30 June, JRe to …" */
        clause.from += due;
        mb_clause_trim(c->words, &clause);
    }
    if (!owned && !owner_first(c, &clause, reading) && !owner_asked(c, &clause, reading)) {
        if (owner_last(c, &clause, reading))
            reading->sure = MIN(reading->sure, 93);
        else if (owner_by(c, &clause, reading))
            reading->sure = MIN(reading->sure, 85);
    } else if (owned && mb_is_one(c->words, clause.from, "to") && mb_is_deed(mb_fold_at(c->words, clause.from + 1))) {
        clause.from++;
    }
    mb_clause_due(c, &clause, reading);
    reading->text = mb_clause_text(c->words, &clause);
    if (!*reading->text)
        g_clear_pointer(&reading->text, g_free);
    if (!reading->people->len)
        mb_doubt(reading, 60, "No owner is named.");
    return TRUE;
}
