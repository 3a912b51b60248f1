/* SPDX-License-Identifier: MIT */
/* The verbs of decisions, with how sure each is, and what may stand around them. */
#include "heads.h"

#include "minutebook/model/decision.h"

#include <string.h>

static const MbVerb verbs[] = {
    {"agreed", "agrees", MB_OUTCOME_AGREED, 92, 85},
    {"approved", "approves", MB_OUTCOME_APPROVED, 92, 85},
    {"noted", "notes", MB_OUTCOME_NOTED, 88, 80},
    {"resolved", "resolves", MB_OUTCOME_RESOLVED, 95, 0},
    {"decided", "decides", MB_OUTCOME_AGREED, 92, 0},
    {"recommended", "recommends", MB_OUTCOME_RECOMMENDED, 90, 0},
    {"endorsed", "endorses", MB_OUTCOME_APPROVED, 92, 85},
    {"adopted", "adopts", MB_OUTCOME_APPROVED, 92, 85},
    {"ratified", "ratifies", MB_OUTCOME_APPROVED, 92, 85},
    {"accepted", "accepts", MB_OUTCOME_AGREED, 75, 75},
    {"supported", "supports", MB_OUTCOME_AGREED, 75, 65},
    {"authorised", "authorises", MB_OUTCOME_AGREED, 90, 70},
    {"authorized", "authorizes", MB_OUTCOME_AGREED, 90, 70},
    {"delegated", "delegates", MB_OUTCOME_AGREED, 90, 60},
    {"rejected", "rejects", MB_OUTCOME_REJECTED, 92, 85},
    {"refused", "refuses", MB_OUTCOME_REJECTED, 90, 80},
    {"declined", "declines", MB_OUTCOME_REJECTED, 85, 75},
    {"deferred", "defers", MB_OUTCOME_DEFERRED, 92, 85},
};

const MbVerb *mb_verb_named(const char *fold, gboolean *present)
{
    for (gsize i = 0; i < G_N_ELEMENTS(verbs); i++) {
        *present = strcmp(fold, verbs[i].present) == 0;
        if (*present || strcmp(fold, verbs[i].past) == 0)
            return &verbs[i];
    }
    return NULL;
}

const MbVerb *mb_past_verb(const MbWords *words, int i)
{
    gboolean present;
    const MbVerb *verb = mb_is_word(words, i) ? mb_verb_named(mb_fold_at(words, i), &present) : NULL;

    return verb && !present ? verb : NULL;
}

/* The next index from I on that is neither cut nor an adverb. */
int mb_head_skip(const MbWords *words, const MbClause *clause, int i)
{
    while (i <= clause->to &&
           (!mb_clause_has(clause, i) ||
            mb_is_one(words, i,
                      "also|then|therefore|thus|subsequently|formally|hereby|further|generally|accordingly|all|duly|"
                      "both|again|collectively|mutually|consequently|finally|provisionally|reluctantly|gladly|"
                      "unanimously|informally|however|now|thereupon|broadly|warmly|so|be")))
        i++;
    return i;
}

/* Words that place it at another time, or with another body: "at the last meeting", "in March", "by Cabinet". */
gboolean mb_head_elsewhere(const MbReadingCase *c, const MbClause *clause, int i)
{
    const MbWords *words = c->words;
    int last = MIN(clause->to, i + 9);

    for (int k = i; k <= last; k++) {
        if (!mb_clause_has(clause, k))
            continue;
        if (mb_words_match(words, k,
                           "at|in its|the|our|an|their|a last|previous|earlier|preceding|executive|cabinet|full") ||
            mb_words_match(words, k,
                           "last week|month|year|time|meeting|september|march|june|autumn|spring|summer|winter") ||
            (k < i + 4 && mb_is_one(words, k, "previously|earlier|already|yesterday|ago")) ||
            mb_words_match(
                words, k, "in january|february|march|april|may|june|july|august|september|october|november|december") ||
            (k == i && mb_is_one(words, k, "in") && mb_words_at(words, k + 1) &&
             mb_words_at(words, k + 1)->kind == MB_WORD_NUMBER && strlen(mb_fold_at(words, k + 1)) == 4))
            return k < i + 5 || mb_is_one(words, k, "at|last");
        if (mb_is_one(words, k, "that|to"))
            break;
    }
    if (mb_is_one(words, i, "by")) {
        int body = mb_body_at(c, i + 1);
        int count = mb_count_at(words, i + 1);
        return !body && count < 0 &&
               !mb_is_one(words, i + 1, "a|show|consensus|acclamation|resolution|email|e-mail|general");
    }
    return FALSE;
}
