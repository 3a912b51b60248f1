/* SPDX-License-Identifier: MIT */
/* Reports on actions of earlier meetings: "Ref 96 – … This action remains open."
 *
 *   "Ref 96 – …", the board has it                          97
 *   "Action 96: …", "AP96: …", the board has it             95   unless it was raised at this very meeting
 *   "96. …" under matters arising or the action log         92
 *   "96. …" elsewhere, with an outcome                      80
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
    if (letters > 2 || !word->fold[letters] || strspn(word->fold + letters, "0123456789./-") != strlen(word->fold + letters))
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
        return !(mb_is_one(words, i - 1, "to|can|now|and|action") || i == from) || (i < to && mb_is_word(words, i + 1) &&
               !mb_is_one(words, i + 1, "this|the|action|as"));
    if (mb_is_one(words, i, "complete|completed") && i < to && mb_is_one(words, i + 1, "the|a|an|their|its|this|list|set|forms"))
        return mb_is_one(words, i, "complete") || !mb_is_one(words, i - 1, "has|have|was|and");
    if (mb_is_one(words, i, "closed|outstanding|complete") && i < to && mb_is_word(words, i + 1))
        return mb_is_one(words, i + 1, "road|session|doors|meeting|sites|questions|issues|issue|points|debt|debts|invoices|work|"
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

/* Where an update's words begin, with its ref; -1 where the line is none. SURE and the ACTION are set. */
typedef struct {
    char *ref;
    const MbAction *action;
    int after, sure;
    gboolean dashed; /* a dash or colon follows it, as follows no clause's number */
} Found;

static gboolean raised_here(const MbReadingCase *c, const MbAction *action)
{
    return action && c->meeting && g_strcmp0(action->raised_at, c->meeting->id) == 0;
}

/* How sure an update after a label of that kind is, 0 where it is none. */
static int sure_of(const MbReadingCase *c, const Found *found, gboolean firm, gboolean lead, int outcome)
{
    if (raised_here(c, found->action))
        return firm ? 90 : 0;
    if (firm)
        return found->action ? 97 : 55;
    if (lead) /* "Action 12: JRe to …" of an unknown number is an action */
        return found->action ? 95 : outcome != MB_UPDATE_NONE ? 55 : 0;
    if (!found->action)
        return mb_item_of_actions(c) && (found->dashed || outcome != MB_UPDATE_NONE) ? 50 : 0;
    if (mb_item_of_actions(c))
        return 92;
    return outcome != MB_UPDATE_NONE ? 80 : 0;
}

static gboolean find_update(const MbReadingCase *c, Found *found)
{
    const MbWords *words = c->words;
    gboolean firm, doubtful;
    int i = mb_after_bullet(words, 0), lead, mark, last = mb_last_word(words);

    if (mb_after_number(words, i) > i && lead_of(words, mb_after_number(words, i), &firm)) /* "2.2 Ref 96 –" */
        i = mb_after_number(words, i);
    lead = lead_of(words, i, &firm);
    if (!lead)
        firm = FALSE;
    i += lead;
    int opened = mb_is_any_mark(words, i, "([");
    found->ref = ref_at(words, i + opened);
    if (!found->ref && mb_is_word(words, i) && g_str_has_prefix(mb_fold_at(words, i), "ap")) { /* "AP96" */
        const MbWord *word = mb_words_at(words, i);
        found->ref = g_strndup(words->text + word->start + 2, (gsize)word->length - 2);
        lead = 1;
    }
    if (!found->ref)
        return FALSE;
    found->action = find_action(c, found->ref);
    if (!found->action && g_ascii_strncasecmp(found->ref, "ap", 2) == 0 && find_action(c, found->ref + 2)) {
        found->action = find_action(c, found->ref + 2);
        memmove(found->ref, found->ref + 2, strlen(found->ref + 2) + 1);
        lead = 1;
    }
    i += opened + 1;
    mark = separator(words, i);
    found->dashed = mb_is_any_mark(words, i, ":-");
    /* "Ref 96 was discussed": a sentence about it says so with a verb */
    if (!mark && !(firm && (mb_is_any_mark(words, i, "([") ||
                            mb_is_one(words, i,
                                      "is|was|has|can|will|remains|remain|closed|complete|completed|outstanding|now|"
                                      "ongoing|superseded|update"))))
        return FALSE;
    found->after = i + mark;
    found->sure = sure_of(c, found, firm, lead > 0, mb_update_outcome(words, found->after, last, &doubtful));
    return found->sure > 0 && found->after <= last;
}

static void add_update(MbReadingCase *c, MbReading *reading, const Found *found, int from, int to)
{
    gboolean doubtful;
    int end = without_state(c->words, from, to);

    reading->outcome = mb_update_outcome(c->words, from, to, &doubtful);
    reading->sure = found->sure;
    reading->ref = g_strdup(found->ref);
    reading->action = g_strdup(found->action ? found->action->id : NULL);
    reading->text = mb_words_text(c->words, from, end);
    if (!*reading->text)
        g_clear_pointer(&reading->text, g_free);
    if (!found->action) {
        g_autofree char *why = g_strdup_printf("The board has no action %s.", found->ref);
        mb_doubt(reading, 55, why);
    }
    if (doubtful)
        mb_doubt(reading, 65, "It is to be closed only when something else has happened.");
    mb_add(c, reading);
}

void mb_rule_updates(MbReadingCase *c)
{
    Found found = {0};

    if (c->line > c->taken && !c->lines[c->line].heading && !strchr(mb_line_text(c, c->line), '\t') && find_update(c, &found)) {
        MbReading *reading = mb_reading_new(MB_READ_UPDATE, c->line);
        mb_place(c, reading, 0, mb_last_word(c->words));
        add_update(c, reading, &found, found.after, mb_last_word(c->words));
    }
    g_free(found.ref);
}

gboolean mb_update_row(MbReadingCase *c, const MbColumns *columns, char **cells)
{
    g_autofree char *ref = mb_cell_of(columns, MB_CELL_REF, cells);
    g_autofree char *status = mb_cell_of(columns, MB_CELL_STATUS, cells);
    Found found = {.ref = ref, .sure = 92};

    found.action = ref ? find_action(c, ref) : NULL;
    if (!found.action || raised_here(c, found.action))
        return FALSE;
    MbReadingCase other = mb_case_at(c, c->line, status ? status : "");
    MbReading *reading = mb_reading_new(MB_READ_UPDATE, c->line);
    reading->length = (int)strlen(mb_line_text(c, c->line));
    add_update(&other, reading, &found, 0, mb_last_word(other.words));
    mb_case_end(&other);
    return TRUE;
}
