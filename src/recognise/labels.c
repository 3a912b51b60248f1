/* SPDX-License-Identifier: MIT */
/* Labels of actions: "Action:", "ACTION –", "AP3:", "Agreed actions:", "(action)", with the owner and date that may
   stand in them ("Action (JRe, 30 June):"). No label: "action plan", "took no action", "Actions from the last meeting".
 */
#include "deeds.h"

#include <string.h>

/* "ap3", "a12": the number joined to its letters. */
static gboolean numbered_word(const char *fold, const char *letters)
{
    gsize length = strlen(letters);

    return strncmp(fold, letters, length) == 0 && fold[length] &&
           strspn(fold + length, "0123456789") == strlen(fold + length);
}

static gboolean bold_alone(const MbWords *words, int from, int to)
{
    const MbWord *first = mb_words_at(words, from), *last = mb_words_at(words, to);

    return first->start > 0 && words->text[first->start - 1] == '*' && words->text[last->start + last->length] == '*';
}

/* The label's own words: how many, 0 where none. */
static int label_words(const MbWords *words, int i, MbLabel *label)
{
    int taken = mb_words_match(words, i, "agreed|new|further|key|required action|actions");

    label->number = -1;
    if (taken) {
        label->plural = mb_is_one(words, i + 1, "actions");
        return taken;
    }
    if (mb_is_one(words, i, "ap|ai") && mb_count_at(words, i + 1) > 0) {
        label->number = i + 1;
        return 2;
    }
    if (numbered_word(mb_fold_at(words, i), "ap")) {
        label->number = i;
        return 1;
    }
    if (mb_words_match(words, i, "to do") || mb_is_one(words, i, "todo"))
        return mb_is_one(words, i, "todo") ? 1 : 2;
    if (!mb_is_one(words, i, "action|actions"))
        return 0;
    label->plural = mb_is_one(words, i, "actions");
    taken = 1 + mb_is_one(words, i + 1, "point|points|item|items|required|agreed|needed|arising");
    label->plural |= mb_is_one(words, i + 1, "points|items");
    return taken;
}

/* "12", "no. 12", "#3", "26/04", "A12" after the label. */
static int label_number(const MbWords *words, int i, MbLabel *label)
{
    int taken = mb_is_one(words, i, "no|number|ref") ? 1 + mb_is_mark(words, i + 1, '.') : mb_is_mark(words, i, '#');
    const MbWord *word = mb_words_at(words, i + taken);

    if (!taken && mb_is_any_mark(words, i, "([") && mb_count_at(words, i + 1) > 0 &&
        mb_is_any_mark(words, i + 2, ")]")) {
        label->number = i + 1;
        return 3;
    }
    if (!word || (word->kind != MB_WORD_NUMBER && !numbered_word(word->fold, "a") && !numbered_word(word->fold, "ap")))
        return 0;
    label->number = i + taken;
    return taken + 1;
}

static int separator(const MbWords *words, int i)
{
    int taken = 0;

    while (mb_is_any_mark(words, i + taken, ":->|="))
        taken++;
    return taken;
}

/* The closing bracket of the one at I, or -1; brackets of a label are short. */
static int closing(const MbWords *words, int i, int to)
{
    for (int k = i + 1; k <= to && k <= i + 30; k++)
        if (mb_is_any_mark(words, k, ")]"))
            return k;
    return -1;
}

/* "(action)", "(Action JRe by 30 June)", "[ACTION – JRe]", "(action 95: JRe, 9 January)". */
static gboolean marker_at(MbReadingCase *c, int i, int to, MbLabel *label, MbReading *owned)
{
    int end = closing(c->words, i, to);
    int taken = end < 0 ? 0 : label_words(c->words, i + 1, label), at;

    if (!taken)
        return FALSE;
    at = i + 1 + taken;
    if (label->number < 0)
        at += label_number(c->words, at, label);
    at += separator(c->words, at);
    if (at < end && !mb_owed(c, at, end - 1, owned))
        return FALSE;
    label->after = end + 1;
    label->marker = TRUE;
    return TRUE;
}

/* A label that no mark ends: "ACTION JRe", "**Action** Circulate …", "Action by JRe", "Action Julie to …". */
static gboolean bare_label(MbReadingCase *c, int i, int at, int to)
{
    const MbWord *word = mb_words_at(c->words, i);
    MbReading *found = mb_reading_new(MB_READ_ACTION, c->line);
    gboolean strong = word->all_capitals || bold_alone(c->words, i, at - 1), is = FALSE;

    if (at > to) {
        is = strong || i == mb_after_number(c->words, 0);
    } else {
        int by = mb_is_one(c->words, at, "by|for|on") ? 1 : 0;
        int taken = mb_owners_at(c, at + by, to, found->people);
        gboolean known = mb_all_known(found->people, 0);
        int after = at + by + taken;
        is = taken && known && (!mb_any_collective(found->people, 0) || (by && mb_is_mark(c->words, after, ':'))) &&
             (after > to || mb_is_any_mark(c->words, after, ":-.") || mb_duty_at(c->words, after, to) ||
              (strong && mb_is_one(c->words, after, "by")));
        is |= strong && taken && mb_duty_at(c->words, after, to);
        is |= strong && !by && mb_is_deed(mb_fold_at(c->words, at));
    }
    mb_reading_free(found);
    return is;
}

/* Whether a label may begin at I: at a beginning, after a mark, or in capitals. */
static gboolean may_begin(const MbWords *words, int i, gboolean ended)
{
    const MbWord *word = mb_words_at(words, i);

    return word->sentence_first == i || mb_after_number(words, 0) == i || mb_is_any_mark(words, i - 1, "([-;|/>)]") ||
           (ended && word->all_capitals);
}

gboolean mb_label_at(MbReadingCase *c, int i, int to, MbLabel *label, MbReading *owned)
{
    const MbWords *words = c->words;
    int taken, at, end, sep;

    *label = (MbLabel){.number = -1};
    if (mb_is_any_mark(words, i, "([") && marker_at(c, i, to, label, owned))
        return TRUE;
    taken = label_words(words, i, label);
    if (!taken)
        return FALSE;
    at = i + taken;
    if (label->number < 0)
        at += label_number(words, at, label);
    end = mb_is_any_mark(words, at, "([") ? closing(words, at, to) : -1;
    if (end > 0 && mb_owed(c, at + 1, end - 1, owned))
        at = end + 1;
    sep = separator(words, at);
    sep += !sep && label->number >= 0 && mb_is_mark(words, at, '.');
    if (!may_begin(words, i, sep > 0 || at > to))
        return FALSE;
    if (!sep && mb_is_one(words, i, "agreed|new|further|key|required|to|todo"))
        return FALSE;
    if (!sep && !owned->people->len && !bare_label(c, i, at, to))
        return FALSE;
    at += sep;
    at += !sep && mb_is_one(words, at, "by|for|on");
    label->after = at;
    return TRUE;
}
