/* SPDX-License-Identifier: MIT */
/* Corrections of earlier minutes: "Page 6 (5.4) item (6): X should be replaced with Y", "Item 5: delete X, insert Y".
   How sure they are is said in approvals.c. */
#include "deeds.h"

#include "minutebook/model/item.h"

#include <string.h>

const MbMeeting *mb_meeting_approved(const MbReadingCase *c)
{
    const MbItem *item = mb_dossier_find(c->dossier, &MB_ITEM, c->item);

    for (int depth = 0; item && depth < 8; depth++) {
        if (item->approves)
            return mb_dossier_find(c->dossier, &MB_MEETING, item->approves);
        item = mb_dossier_find(c->dossier, &MB_ITEM, item->parent);
    }
    return NULL;
}

/* "page 6 (5.4) item (6)", "minute 4.2", "item 5": words taken, with what it names. */
static int read_place(MbReadingCase *c, int i, MbReading *reading)
{
    const MbWords *words = c->words;
    int at = i, taken = 0;
    gboolean page = FALSE;

    at += mb_is_one(words, at, "on|at|in|under");
    for (int part = 0; part < 6; part++) {
        int skipped = mb_is_any_mark(words, at, ",;") || mb_is_one(words, at, "and|at|under|of");
        int bracket = mb_is_any_mark(words, at + skipped, "([");
        int key = at + skipped + bracket;
        gboolean is_page = mb_is_one(words, key, "page|p|pg"),
                 is_item = mb_is_one(words, key,
                                     "item|minute|section|para|paragraph|point|"
                                     "no|number");
        const MbWord *bare = mb_words_at(words, key);
        if (!is_page && !is_item && at > i && !taken && !bracket && bare && bare->kind == MB_WORD_NUMBER &&
            strchr(bare->fold, '.')) { /* "Under 4.1" */
            reading->item = g_strndup(words->text + bare->start, (gsize)bare->length);
            return at + 1 - i;
        }
        if (is_page || is_item) {
            key++;
            key += mb_is_mark(words, key, '.');
        } else if (!bracket || !page) {
            break;
        }
        int inner = mb_is_any_mark(words, key, "([");
        const MbWord *word = mb_words_at(words, key + inner);
        if (!word ||
            (word->kind != MB_WORD_NUMBER && !(word->kind == MB_WORD_WORD && word->length <= 3 && (inner || bracket))))
            break;
        char **field = is_page ? &reading->page : &reading->item;
        g_autofree char *before = g_steal_pointer(field);
        *field = before ? g_strdup_printf("%s (%.*s)", before, word->length, words->text + word->start)
                        : g_strndup(words->text + word->start, (gsize)word->length);
        page |= is_page;
        at = key + inner + 1;
        at += mb_is_any_mark(words, at, ")]") && (inner || bracket);
        taken = at - i;
    }
    return taken;
}

typedef struct {
    const char *phrase;
    gboolean new_first;
} Turn;

/* Between the old words and the new. */
static const Turn turns[] = {
    {"should be|read replaced|amended|changed|corrected with|by|to|as read", FALSE},
    {"should|to|must be replaced|substituted with|by", FALSE},
    {"should|to|must be amended|changed|corrected to read", FALSE},
    {"should|to|must be amended|changed|corrected to", FALSE},
    {"be replaced with|by", FALSE},
    {"be amended|changed|corrected to read", FALSE},
    {"be amended|changed|corrected to", FALSE},
    {"replaced with|by", FALSE},
    {"amended|changed|corrected to read", FALSE},
    {"amended|changed|corrected to", FALSE},
    {"should|must|to instead read|say|state", FALSE},
    {"should|must|to now read|say|state", FALSE},
    {"should|must|to read|say|state", FALSE},
    {"should|must have read|said|been", FALSE},
    {"should be", FALSE},
};

static char *quoted_out(const MbWords *words, int from, int to)
{
    MbClause clause = {.from = from, .to = to};

    mb_clause_trim(words, &clause);
    while (clause.from < clause.to && mb_is_any_mark(words, clause.from, "\"'"))
        clause.from++;
    while (clause.to > clause.from && mb_is_any_mark(words, clause.to, "\"'."))
        clause.to--;
    char *text = mb_clause_text(words, &clause);
    if (*text)
        return text;
    g_free(text);
    return NULL;
}

/* "replace X with Y", "delete X, insert Y", "change X to Y". */
static gboolean by_order(const MbWords *words, int from, int to, MbReading *reading)
{
    int order = mb_is_one(words, from, "replace|substitute|delete|remove|insert|add|change|amend|strike|for");
    int with, added;

    if (!order || !mb_words_at(words, from + 1))
        return FALSE;
    if (mb_is_one(words, from, "insert|add")) {
        reading->new_words = quoted_out(words, from + 1, to);
        return reading->new_words != NULL;
    }
    if (mb_is_one(words, from, "delete|remove|strike")) {
        added = mb_find_in(words, from + 1, to, "insert|add|substitute");
        if (added < 0)
            added = mb_find_in(words, from + 1, to, "replace with");
        reading->old_words = quoted_out(words, from + 1, added < 0 ? to : added - 1);
        if (added >= 0)
            reading->new_words = quoted_out(words, added + 1 + mb_is_one(words, added + 1, "with"), to);
        return reading->old_words != NULL;
    }
    with = mb_find_in(words, from + 2, to, mb_is_one(words, from, "for") ? "read|substitute" : "with|by|to|for");
    if (with < 0)
        return FALSE;
    reading->old_words = quoted_out(words, from + 1, with - 1);
    reading->new_words = quoted_out(words, with + 1 + mb_is_one(words, with + 1, "read"), to);
    return reading->old_words && reading->new_words;
}

static gboolean by_turn(const MbWords *words, int from, int to, MbReading *reading)
{
    for (int i = from + 1; i < to; i++)
        for (gsize k = 0; k < G_N_ELEMENTS(turns); k++) {
            int taken = mb_words_match(words, i, turns[k].phrase);
            if (!taken || i + taken > to)
                continue;
            reading->old_words = quoted_out(words, from, i - 1);
            reading->new_words = quoted_out(words, i + taken, to);
            return reading->old_words && reading->new_words;
        }
    return FALSE;
}

static gboolean is_quoted(const MbWords *words, int from, int to)
{
    return mb_is_any_mark(words, from, "\"'") || mb_find_in(words, from, to, "\"") >= 0 ||
           mb_find_in(words, from, to, "'") >= 0;
}

/* An approval of this line or just before it: minutes are being corrected. */
static const MbReading *approval_near(const MbReadingCase *c)
{
    for (guint i = c->readings->len; i > 0; i--) {
        const MbReading *reading = c->readings->pdata[i - 1];
        if (reading->last_line < c->line - 6)
            return NULL;
        if (reading->kind == MB_READ_APPROVAL || reading->kind == MB_READ_CORRECTION)
            return c->line - reading->last_line <= 6 ? reading : NULL;
    }
    return NULL;
}

gboolean mb_read_correction(MbReadingCase *c, int from, int to)
{
    const MbWords *words = c->words;
    MbReading *reading = mb_reading_new(MB_READ_CORRECTION, c->line);
    const MbReading *near = approval_near(c);
    const MbMeeting *named = mb_meeting_approved(c);
    gboolean about = near || named;
    int place = read_place(c, from, reading), at = from + place;

    if (place)
        reading->text = mb_words_text(words, from, at - 1);
    while (mb_is_any_mark(words, at, ":-,;") || (place && mb_is_one(words, at, "the|line")))
        at++;
    reading->sure = 92;
    gboolean good = at <= to && (place || (about && is_quoted(words, at, to)));
    gboolean ordered = good && by_order(words, at, to, reading);
    good = good && (ordered || by_turn(words, at, to, reading));
    /* "Item 5 should be deferred": outside the approval of minutes both words or a page must be given */
    if (good && !about && !reading->page && !is_quoted(words, at, to))
        good = ordered && reading->old_words && reading->new_words;
    if (!good) {
        mb_reading_free(reading);
        return FALSE;
    }
    if (!reading->old_words || !reading->new_words)
        reading->sure = 85;
    reading->meeting = g_strdup(named ? named->id : near ? near->meeting : NULL);
    if (!reading->meeting)
        mb_doubt(reading, 75, "It is not said which minutes are corrected.");
    mb_place(c, reading, from, to);
    mb_add(c, reading);
    return TRUE;
}
