/* SPDX-License-Identifier: MIT */
/* Reports on actions of earlier meetings: "Ref 96 – … This action remains open."
 *
 *   "Ref 96 – …", the board has it                          97
 *   "Action 96: …", "AP96: …", the board has it             95   unless it was raised at this very meeting
 *   "96. …" under matters arising or the action log         92
 *   "96. …" elsewhere, with an outcome                      80
 *   "Legacy leaflet (action 41): …" under the action log    88   "The leaflet had gone out (action 41)" 78
 *   the board has no action of that number                  55   and a doubt; "Action 12: …" then only with an outcome
 *   closed once something else has happened                 65   and a doubt
 *
 * What was reported is kept as it is written, but for a state in brackets at its end. Where nothing is said of the
 * outcome it is MB_UPDATE_NONE. "See ref 96" within a sentence is no update. */
#include "cells.h"

#include "minutebook/base/text.h"
#include "minutebook/model/action.h"

#include <string.h>

/* The board's action of that ref, or NULL; letters of either case. */
static const MbAction *find_action(const MbReadingCase *c, const char *ref)
{
    GPtrArray *actions = mb_dossier_all(c->dossier, &MB_ACTION);

    for (guint i = 0; i < actions->len; i++) {
        const MbAction *action = actions->pdata[i];
        if (g_strcmp0(action->board, c->board) == 0 && action->ref && g_ascii_strcasecmp(action->ref, ref) == 0)
            return action;
    }
    return NULL;
}

/* A ref at I: "96", "A12", "26/04". */
static char *ref_at(const MbWords *words, int i)
{
    const MbWord *word = mb_words_at(words, i);
    gsize letters;

    if (!word || word->kind == MB_WORD_MARK || word->length > 12)
        return NULL;
    letters = strspn(word->fold, "abcdefghijklmnopqrstuvwxyz");
    if (letters > 2 || !word->fold[letters] ||
        strspn(word->fold + letters, "0123456789./-") != strlen(word->fold + letters))
        return NULL;
    return g_strndup(words->text + word->start, (gsize)word->length);
}

/* What leads to a ref: words taken; FIRM where nothing else can be meant. */
static int lead_of(const MbWords *words, int i, gboolean *firm)
{
    int taken = mb_words_match(words, i, "action|item ref|reference");

    *firm = TRUE;
    if (!taken)
        taken = mb_is_one(words, i, "ref|refs|reference");
    if (taken)
        return taken + mb_is_any_mark(words, i + taken, ".:#") + mb_is_one(words, i + taken, "no|number");
    *firm = FALSE;
    taken = mb_words_match(words, i, "action point|item|no|number");
    if (!taken)
        taken = mb_is_one(words, i, "action|ap|actions");
    return taken ? taken + mb_is_any_mark(words, i + taken, ".#") : 0;
}

static int separator(const MbWords *words, int i)
{
    int taken = 0;

    while (mb_is_any_mark(words, i + taken, ":-.)>|]"))
        taken++;
    return taken;
}

typedef struct {
    const char *phrase;
    int outcome;
} State;

/* Longer words stand before the shorter ones that they hold. */
static const State states[] = {
    {"not|cannot|not|never yet|be closed|complete|completed|done|resolved", MB_UPDATE_OPEN},
    {"not|cannot|isn't closed|complete|completed|done|resolved|concluded|actioned|progressed", MB_UPDATE_OPEN},
    {"can|could|cannot not yet be closed", MB_UPDATE_OPEN},
    {"not been closed|completed|done|resolved|received", MB_UPDATE_OPEN},
    {"not yet been closed|completed|done|resolved|received", MB_UPDATE_OPEN},
    {"no longer required|needed|necessary|relevant", MB_UPDATE_CLOSED},
    {"not|no longer outstanding", MB_UPDATE_CLOSED},
    {"remain|remains|remained|remaining|stay|stays|still|kept|keep|left open|outstanding", MB_UPDATE_OPEN},
    {"remain|remains|stay|stays|kept|keep on the action|log log|list", MB_UPDATE_OPEN},
    {"remain|remains|stay|stays|kept|keep on the log|list", MB_UPDATE_OPEN},
    {"carry|carried|carries forward|over", MB_UPDATE_OPEN},
    {"to be carried forward|over", MB_UPDATE_OPEN},
    {"c / f", MB_UPDATE_OPEN},
    {"c/f", MB_UPDATE_OPEN},
    {"in progress|hand", MB_UPDATE_OPEN},
    {"work|still in|under progress|way", MB_UPDATE_OPEN},
    {"under way", MB_UPDATE_OPEN},
    {"to be completed|done|confirmed|chased|actioned", MB_UPDATE_OPEN},
    {"ongoing|on-going|outstanding|pending|incomplete|underway|overdue", MB_UPDATE_OPEN},
    {"closed|complete|completed|discharged|superseded|withdrawn|cancelled|concluded", MB_UPDATE_CLOSED},
    {"all|now done", MB_UPDATE_CLOSED},
    {"close", MB_UPDATE_CLOSED},
};

/* "once completed", "until it is closed", "to be closed when …": not yet so. */
static gboolean conditional(const MbWords *words, int from, int i, int to)
{
    for (int k = MAX(from, i - 6); k < i; k++)
        if (mb_is_one(words, k, "once|until|when|if|before|unless|after|till|whether"))
            return TRUE;
    return mb_is_one(words, MIN(i + 1, to), "once|when|if|after|subject");
}

/* "close" and "complete" as verbs or adjectives of something else: "a close watch", "complete the form". */
static gboolean of_other(const MbWords *words, int from, int i, int to)
{
    if (mb_is_one(words, i, "close"))
        return !(mb_is_one(words, i - 1, "to|can|now|and|action") || i == from) ||
               (i < to && mb_is_word(words, i + 1) && !mb_is_one(words, i + 1, "this|the|action|as"));
    if (mb_is_one(words, i, "withdrawn|cancelled|concluded|superseded|outstanding|overdue") && i > from &&
        mb_is_word(words, i - 1) &&
        !mb_is_one(words, i - 1,
                   "is|was|are|were|been|now|be|action|actions|this|it|still|remains|remain|and|still|but|both"))
        return TRUE;
    if (mb_is_one(words, i, "complete|completed") && i < to &&
        mb_is_one(words, i + 1, "the|a|an|their|its|this|list|set|forms"))
        return mb_is_one(words, i, "complete") || !mb_is_one(words, i - 1, "has|have|was|and");
    if (mb_is_one(words, i, "closed|outstanding|complete") && i < to && mb_is_word(words, i + 1))
        return mb_is_one(words, i + 1,
                         "road|session|doors|meeting|sites|questions|issues|issue|points|debt|debts|invoices|work|"
                         "question|matter|matters|contribution");
    return FALSE;
}

int mb_update_outcome(const MbWords *words, int from, int to, gboolean *doubtful)
{
    int outcome = MB_UPDATE_NONE;

    *doubtful = FALSE;
    for (int i = from; i <= to; i++) {
        if (!mb_is_word(words, i))
            continue;
        for (gsize k = 0; k < G_N_ELEMENTS(states); k++) {
            int taken = mb_words_match(words, i, states[k].phrase);
            if (!taken || i + taken - 1 > to || of_other(words, from, i, to))
                continue;
            gboolean held = states[k].outcome == MB_UPDATE_CLOSED && conditional(words, from, i, to);
            if (!held || outcome == MB_UPDATE_NONE)
                outcome = held ? MB_UPDATE_OPEN : states[k].outcome;
            *doubtful = held;
            i += taken - 1;
            break;
        }
        if (mb_is_one(words, i, "open|done") && (i == to || mb_is_any_mark(words, i + 1, ".)];")) &&
            (i == from || mb_is_any_mark(words, i - 1, "([-.:;")))
            outcome = mb_is_one(words, i, "done") ? MB_UPDATE_CLOSED : MB_UPDATE_OPEN;
    }
    return outcome;
}

/* The state in brackets at the end is no part of the report: the last word before it. */
static int without_state(const MbWords *words, int from, int to)
{
    gboolean doubtful;
    int end = to - mb_is_mark(words, to, '.');

    if (!mb_is_any_mark(words, end, ")]"))
        return to;
    for (int i = end - 1; i > from && i > end - 5; i--)
        if (mb_is_any_mark(words, i, "(["))
            return mb_update_outcome(words, i + 1, end - 1, &doubtful) != MB_UPDATE_NONE ? i - 1 : to;
    return to;
}

/* What an update's beginning says. */
typedef struct {
    GPtrArray *refs; /* of char, as written */
    int after;       /* where what was reported begins */
    int sure;
    gboolean firm;   /* "Ref": nothing else can be meant */
    gboolean lead;   /* "Ref", "Action", "AP" */
    gboolean dashed; /* a dash or colon follows it, as follows no clause's number */
} Found;

static gboolean raised_here(const MbReadingCase *c, const MbAction *action)
{
    return action && c->meeting && g_strcmp0(action->raised_at, c->meeting->id) == 0;
}

/* How sure an update after a label of that kind is, 0 where it is none. */
static int sure_of(const MbReadingCase *c, const Found *found, const MbAction *action, int outcome)
{
    if (raised_here(c, action))
        return found->firm ? 90 : 0;
    if (found->firm)
        return action ? 97 : 55;
    if (found->lead) /* "Action 12: JRe to …" of an unknown number is an action */
        return action ? 95 : outcome != MB_UPDATE_NONE ? 55 : 0;
    if (mb_item_of_actions(c))
        return !action ? (found->dashed || outcome != MB_UPDATE_NONE ? 50 : 0)
               : action->status == MB_ACTION_CLOSED && !found->dashed ? 0
                                                                      : 92;
    return action && outcome != MB_UPDATE_NONE ? 80 : 0;
}

/* "AP96": the number without its letters, where the board has no action "AP96". */
static char *without_ap(const MbReadingCase *c, int i)
{
    const MbWord *word = mb_words_at(c->words, i);

    if (!word || word->kind != MB_WORD_WORD || strncmp(word->fold, "ap", 2) != 0 || !g_ascii_isdigit(word->fold[2]))
        return NULL;
    g_autofree char *whole = g_strndup(c->words->text + word->start, (gsize)word->length);
    return find_action(c, whole) ? NULL : g_strdup(whole + 2);
}

/* The refs from I on: "96", "84, 91 and 96" where a label leads to them. Words taken. */
static int read_refs(const MbReadingCase *c, int i, Found *found)
{
    const MbWords *words = c->words;
    int at = i + mb_is_any_mark(words, i, "(["), more;
    char *ref = without_ap(c, at);

    found->lead |= ref != NULL;
    if (!ref)
        ref = ref_at(words, at);
    while (ref) {
        g_ptr_array_add(found->refs, ref);
        at++;
        more = mb_words_match(words, at, ", and|&");
        if (!more)
            more = mb_is_one(words, at, "and|&") || mb_is_mark(words, at, ',');
        ref = found->lead && more && mb_words_at(words, at + more) &&
                      mb_words_at(words, at + more)->kind == MB_WORD_NUMBER
                  ? ref_at(words, at + more)
                  : NULL;
        at += ref ? more : 0;
    }
    return found->refs->len ? at - i : 0;
}

/* "Ref 96 was discussed", "Refs 84 and 91 are closed": what follows a ref without a mark. */
static gboolean tells(const MbWords *words, int i)
{
    return mb_is_any_mark(words, i, "([") ||
           mb_is_one(words, i,
                     "is|are|was|were|has|have|can|will|remains|remain|closed|complete|completed|outstanding|now|both|"
                     "all|ongoing|superseded|update");
}

/* Whether an update begins at I; LAST bounds it. */
static gboolean find_update(const MbReadingCase *c, int i, int last, Found *found)
{
    const MbWords *words = c->words;
    int lead, taken, mark;

    g_ptr_array_set_size(found->refs, 0);
    if (!lead_of(words, i, &found->firm) &&
        lead_of(words, mb_after_number(words, i), &found->firm)) /* "2.2 Ref 96 –" */
        i = mb_after_number(words, i);
    lead = lead_of(words, i, &found->firm);
    found->lead = lead > 0;
    found->firm &= found->lead;
    taken = read_refs(c, i + lead, found);
    i += lead + taken;
    mark = separator(words, i);
    found->dashed = mb_is_any_mark(words, i, ":-");
    found->after = i + mark;
    return taken && found->after <= last && (mark || ((found->firm || found->refs->len > 1) && tells(words, i)));
}

static void add_update(MbReadingCase *c, MbReading *reading, const char *ref, int sure, int from, int to)
{
    const MbAction *action = find_action(c, ref);
    gboolean doubtful;
    int end = without_state(c->words, from, to);

    reading->outcome = mb_update_outcome(c->words, from, to, &doubtful);
    reading->sure = sure;
    reading->ref = g_strdup(ref);
    reading->action = g_strdup(action ? action->id : NULL);
    reading->text = mb_words_text(c->words, from, end);
    if (!*reading->text)
        g_clear_pointer(&reading->text, g_free);
    if (!action) {
        g_autofree char *why = g_strdup_printf("The board has no action %s.", ref);
        mb_doubt(reading, 55, why);
    }
    if (doubtful)
        mb_doubt(reading, 65, "It is to be closed only when something else has happened.");
    mb_add(c, reading);
}

/* Where the next update of the same line begins ("… Ref 87 – …"), LAST + 1 where none. */
static int next_update(const MbReadingCase *c, int from, int last)
{
    g_autoptr(GPtrArray) refs = g_ptr_array_new_with_free_func(g_free);
    Found found = {.refs = refs};

    for (int i = mb_words_sentence_end(c->words, from) + 1; i <= last; i = mb_words_sentence_end(c->words, i) + 1)
        if (find_update(c, i, last, &found) && found.firm && found.dashed)
            return i;
    return last + 1;
}

static gboolean read_update(MbReadingCase *c, int from, int to, const Found *found)
{
    gboolean doubtful, any = FALSE;
    int outcome = mb_update_outcome(c->words, found->after, to, &doubtful);

    for (guint i = 0; i < found->refs->len; i++) {
        const char *ref = found->refs->pdata[i];
        int sure = sure_of(c, found, find_action(c, ref), outcome);
        if (!sure)
            continue;
        MbReading *reading = mb_reading_new(MB_READ_UPDATE, c->line);
        mb_place(c, reading, from, to);
        add_update(c, reading, ref, sure, found->after, to);
        any = TRUE;
    }
    return any;
}

/* Under the action log: "(action 41)" behind what is reported, or behind a short title before it. */
typedef struct {
    int at, after; /* the bracket, and the first word behind it */
    char *ref;
} Mark;

static gboolean next_mark(const MbReadingCase *c, int from, int last, Mark *mark)
{
    const MbWords *words = c->words;

    for (int i = from; i + 3 <= last; i++) {
        if (!mb_is_any_mark(words, i, "([") || !mb_is_one(words, i + 1, "action|ref") ||
            !mb_is_any_mark(words, i + 3, ")]"))
            continue;
        char *ref = ref_at(words, i + 2);
        const MbAction *action = ref ? find_action(c, ref) : NULL;
        if (action && !raised_here(c, action)) {
            *mark = (Mark){.at = i, .after = i + 4, .ref = ref};
            return TRUE;
        }
        g_free(ref);
    }
    return FALSE;
}

/* Whether BEGIN up to MARK is a title, and the report follows it: a few words without a verb. */
static gboolean is_title(const MbWords *words, int begin, const Mark *mark)
{
    int start = mb_after_number(words, mb_words_sentence_start(words, mark->at));

    if (mark->at - begin > 9 || begin != start ||
        !(separator(words, mark->after) || mb_is_mark(words, mark->after, ',')) ||
        mb_find_in(words, begin, mark->at, "was|were|is|are|had|has|have|did|would|been|came|went|remains|not") >= 0)
        return FALSE;
    for (int i = begin; i < mark->at; i++)
        if (g_str_has_suffix(mb_fold_at(words, i), "ed"))
            return FALSE;
    return TRUE;
}

/* Without the number of the next point at its end: "… has come. 2." */
static int without_number(const MbWords *words, int from, int to)
{
    const MbWord *word = mb_words_at(words, to - 1);

    return to - 2 > from && mb_is_any_mark(words, to, ".)") && word->kind == MB_WORD_NUMBER &&
                   mb_is_any_mark(words, to - 2, ".;:!?)")
               ? to - 2
               : to;
}

static void add_marked(MbReadingCase *c, const char *ref, int sure, int from, int to)
{
    MbReading *reading = mb_reading_new(MB_READ_UPDATE, c->line);

    mb_place(c, reading, from, to);
    add_update(c, reading, ref, sure, from, to);
}

static void read_marked(MbReadingCase *c, int from, int last)
{
    Mark mark, next;
    int begin = from;

    if (!next_mark(c, from, last, &mark))
        return;
    for (gboolean more = TRUE; more; mark = next) {
        more = next_mark(c, mark.after, last, &next);
        begin = MAX(begin, mb_words_sentence_start(c->words, mark.at));
        begin = mb_after_number(c->words, begin);
        begin += mb_is_one(c->words, begin, "and|but");
        if (is_title(c->words, begin, &mark)) {
            gboolean aside = mb_is_mark(c->words, mark.after, ','); /* "As for the dryers (action 20), …" */
            int report = mark.after + (aside ? 1 : separator(c->words, mark.after));
            int to = aside ? mb_words_sentence_end(c->words, report) : last;
            if (more)
                to = MIN(to, MAX(report, mb_words_sentence_start(c->words, next.at)) - 1);
            if (report <= to)
                add_marked(c, mark.ref, 88, report, without_number(c->words, report, to));
        } else if (begin < mark.at) {
            add_marked(c, mark.ref, 78, begin, mark.at - 1);
        }
        begin = mark.after;
        g_free(mark.ref);
    }
}

void mb_rule_updates(MbReadingCase *c)
{
    g_autoptr(GPtrArray) refs = g_ptr_array_new_with_free_func(g_free);
    Found found = {.refs = refs};
    int from = mb_after_bullet(c->words, 0), last = mb_last_word(c->words), to;
    Mark mark;

    if (c->line <= c->taken || from > last || c->lines[c->line].heading || strchr(mb_line_text(c, c->line), '\t'))
        return;
    if (mb_item_of_actions(c) && next_mark(c, from, last, &mark)) {
        g_free(mark.ref);
        read_marked(c, from, last);
        return;
    }
    for (; from <= last && find_update(c, from, last, &found); from = to + 1) {
        to = next_update(c, found.after, last) - 1;
        if (!read_update(c, from, to, &found))
            return;
    }
}

gboolean mb_update_row(MbReadingCase *c, const MbColumns *columns, char **cells)
{
    g_autofree char *ref = mb_cell_of(columns, MB_CELL_REF, cells);
    g_autofree char *status = mb_cell_of(columns, MB_CELL_STATUS, cells);
    const MbAction *action = ref ? find_action(c, ref) : NULL;

    if (!action || raised_here(c, action))
        return FALSE;
    MbReadingCase other = mb_read_case_at(c, c->line, status ? status : "");
    MbReading *reading = mb_reading_new(MB_READ_UPDATE, c->line);
    reading->length = (int)strlen(mb_line_text(c, c->line));
    add_update(&other, reading, ref, 92, 0, mb_last_word(other.words));
    if (reading->outcome != MB_UPDATE_NONE &&
        mb_last_word(other.words) < 2) /* the cell holds the state and no report */
        g_clear_pointer(&reading->text, g_free);
    mb_read_case_end(&other);
    return TRUE;
}
