/* SPDX-License-Identifier: MIT */
/* What stands beside the words of a decision: votes, mover and seconder, a condition; and which body decides. */
#include "people.h"

#include "deeds.h"

#include "minutebook/model/board.h"

#include <string.h>

/* Votes */

typedef enum { SHARE_NONE, SHARE_FOR, SHARE_AGAINST, SHARE_ABSTAINED } Share;

static int share_at(const MbWords *words, int i, Share *share)
{
    int taken = mb_words_match(words, i, "in favour|support");

    *share = SHARE_FOR;
    if (taken)
        return taken;
    if (mb_is_one(words, i, "for|favour"))
        return 1;
    *share = SHARE_AGAINST;
    if (mb_is_one(words, i, "against|opposed|opposing"))
        return 1;
    *share = SHARE_ABSTAINED;
    return mb_is_one(words, i, "abstained|abstention|abstentions|abstaining|abstain");
}

/* "7 for", "two members against", "one abstention", "no votes against". */
static int count_first(const MbWords *words, int i, Share *share, int *count)
{
    int taken = 1;

    *count = mb_count_at(words, i);
    if (*count < 0 || mb_is_one(words, i, "a|an"))
        return 0;
    while (taken < 5 && mb_is_one(words, i + taken,
                                  "vote|votes|member|members|councillor|councillors|cllrs|governor|governors|"
                                  "trustee|trustees|voting|voted|were|was|people|cast|present|recorded"))
        taken++;
    int more = share_at(words, i + taken, share);
    if (!more)
        return 0;
    more += mb_is_one(words, i + taken + more, "it");
    /* "7 for the day": a number of votes is followed by a mark or by more votes */
    int after = i + taken + more;
    if (*share == SHARE_FOR && mb_is_word(words, after) && !mb_is_one(words, after, "and|with|the|it") &&
        !mb_words_match(words, i + taken, "in favour"))
        return 0;
    if (*share == SHARE_FOR && mb_is_one(words, after, "the") &&
        !mb_is_one(words, after + 1, "motion|proposal|amendment"))
        return 0;
    return taken + more;
}

/* "For: 7", "Against 2", "Abstentions – 1". */
static int share_first(const MbWords *words, int i, Share *share, int *count)
{
    const MbWord *word = mb_words_at(words, i);
    int taken = share_at(words, i, share);

    if (!taken || (*share != SHARE_ABSTAINED && !word->capital && !mb_is_any_mark(words, i - 1, ",;(")))
        return 0;
    while (mb_is_any_mark(words, i + taken, ":-="))
        taken++;
    *count = mb_count_at(words, i + taken);
    if (*count < 0 || mb_is_one(words, i + taken, "a|an"))
        return 0;
    return taken + 1;
}

static void set_share(MbReading *reading, Share share, int count)
{
    int *votes = share == SHARE_FOR       ? &reading->votes_for
                 : share == SHARE_AGAINST ? &reading->votes_against
                                          : &reading->votes_abstained;
    *votes = count;
}

/* "by 7 votes to 2", "by a majority of 7 to 2", "7 votes to 2". */
static int majority(const MbWords *words, int i, int from, MbReading *reading)
{
    int led = mb_words_match(words, i, "by a majority of"), taken;

    if (!led)
        led = mb_words_match(words, i, "by|on a recorded|named vote of");
    if (!led)
        led = mb_words_match(words, i, "by|on a vote of");
    if (!led)
        led = mb_words_match(words, i, "a majority of");
    if (!led)
        led = mb_is_one(words, i, "by");
    int first = mb_count_at(words, i + led);
    taken = led + 1;
    gboolean votes = mb_is_one(words, i + taken, "vote|votes");
    taken += votes;
    int second = mb_is_one(words, i + taken, "to") ? mb_count_at(words, i + taken + 1) : -1;
    gboolean told = votes || led > 1 || (led && i > from) || mb_is_one(words, i - 1, "voted|carried|lost|vote|passed");
    if (first < 0 || second < 0 || !told || mb_is_one(words, i + led, "a|an"))
        return 0;
    reading->votes_for = first;
    reading->votes_against = second;
    taken += 2;
    return taken + mb_is_one(words, i + taken, "vote|votes");
}

/* "7-2-1" in brackets. */
static int three_numbers(const MbWords *words, int i, MbReading *reading)
{
    int votes[3];
    const MbWord *word = mb_words_at(words, i);

    if (!word || word->kind != MB_WORD_NUMBER || !mb_is_any_mark(words, i - 1, "([:"))
        return 0;
    g_auto(GStrv) parts = g_strsplit_set(word->fold, "-/", 4);
    if (g_strv_length(parts) != 3)
        return 0;
    for (int k = 0; k < 3; k++) {
        if (!*parts[k] || strlen(parts[k]) > 2 || strspn(parts[k], "0123456789") != strlen(parts[k]))
            return 0;
        votes[k] = (int)g_ascii_strtoll(parts[k], NULL, 10);
    }
    if (strchr(word->fold, '/') && !mb_is_one(words, i - 2, "vote|votes|voting|carried"))
        return 0; /* that may be a date */
    reading->votes_for = votes[0];
    reading->votes_against = votes[1];
    reading->votes_abstained = votes[2];
    return 1;
}

static int unanimity(const MbWords *words, int i)
{
    static const char *const phrases[] = {"by unanimous vote|agreement|consent",
                                          "by a unanimous vote|decision",
                                          "with all in favour",
                                          "all in favour",
                                          "nem . con",
                                          "nem con",
                                          "without dissent|opposition",
                                          "unanimously|unanimous"};

    for (gsize k = 0; k < G_N_ELEMENTS(phrases); k++) {
        int taken = mb_words_match(words, i, phrases[k]);
        if (taken)
            return taken;
    }
    return 0;
}

/* What may stand between two shares of a vote, or leads to one. */
static int vote_joint(const MbWords *words, int i)
{
    int taken = mb_words_match(words, i, "there were|was|being");

    if (!taken)
        taken = mb_words_match(words, i, "with|and the remaining");
    return taken
               ? taken
               : mb_is_any_mark(words, i, ",;/(-") || mb_is_one(words, i, "and|with|by|to|voting|vote|votes|on|having");
}

/* "on a show of hands", "after a vote". */
static int manner(const MbWords *words, int i)
{
    int taken = mb_words_match(words, i, "on|by|after|following a show of hands");

    if (!taken)
        taken = mb_words_match(words, i, "on|by|after|following a recorded|secret|named vote|ballot");
    if (!taken)
        taken = mb_words_match(words, i, "without a division|vote");
    return taken ? taken : mb_words_match(words, i, "on|by|after|following a vote|ballot");
}

static int vote_at(const MbWords *words, int i, int from, MbReading *reading)
{
    Share share;
    int count, taken = majority(words, i, from, reading);

    if (!taken)
        taken = manner(words, i);

    if (!taken)
        taken = three_numbers(words, i, reading);
    if (taken)
        return taken;
    taken = unanimity(words, i);
    if (taken) {
        reading->unanimous = TRUE;
        return taken;
    }
    taken = count_first(words, i, &share, &count);
    if (!taken)
        taken = share_first(words, i, &share, &count);
    if (taken)
        set_share(reading, share, count);
    return taken;
}

/* The words before a vote that belong to it ("by", "with", a bracket), and after. */
static void cut_vote(const MbWords *words, MbClause *clause, int from, int to)
{
    gboolean opened = FALSE;

    while (from > clause->from && vote_joint(words, from - 1) && !mb_is_one(words, from - 1, "to|on")) {
        opened |= mb_is_mark(words, from - 1, '(');
        from--;
    }
    if (opened && mb_is_mark(words, to + 1, ')'))
        to++;
    mb_clause_cut(clause, from, to);
}

gboolean mb_clause_votes(MbClause *clause, const MbWords *words, MbReading *reading)
{
    gboolean any = FALSE;

    for (int i = clause->from; i <= clause->to; i++) {
        int start = i, end = -1, taken;
        if (!mb_clause_has(clause, i))
            continue;
        while (i <= clause->to) {
            taken = vote_at(words, i, clause->from, reading);
            if (taken) {
                end = i + taken - 1;
                i += taken;
            } else if (end >= 0 && (taken = vote_joint(words, i)) > 0 && i <= clause->to) {
                i += taken;
            } else {
                break;
            }
        }
        if (end < 0) {
            i = start;
            continue;
        }
        if (end <= clause->to) {
            cut_vote(words, clause, start, end);
            any = TRUE;
        }
        i = end;
    }
    return any;
}

/* Mover and seconder */

static int moving(const MbWords *words, int i, gboolean *second)
{
    int taken;

    *second = mb_is_one(words, i, "seconded|seconder|sec|2nd");
    if (!*second && !mb_is_one(words, i, "moved|proposed|proposer|mover|prop|motion|proposal|proposition"))
        return 0;
    if (mb_is_one(words, i, "motion|proposal|proposition"))
        return mb_words_match(words, i + 1, "of|by") ? 2 : 0;
    taken = 1 + mb_is_mark(words, i + 1, '.');
    if (mb_is_one(words, i + taken, "by"))
        taken++;
    else if (mb_is_any_mark(words, i + taken, ":-"))
        taken++;
    else if (mb_words_at(words, i)->capital || mb_is_any_mark(words, i - 1, "(,;") || *second)
        return taken;
    else
        return 0;
    return taken + mb_is_any_mark(words, i + taken, ":-");
}

static void free_named(gpointer named)
{
    mb_named_free(named);
}

static MbNamed *one_named(MbReadingCase *c, int i, int *taken)
{
    g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func(free_named);

    *taken = mb_read_person(c, i, people);
    if (people->len && !((const MbNamed *)people->pdata[0])->collective)
        return g_ptr_array_steal_index(people, 0);
    *taken = 0;
    return NULL;
}

static void set_mover(MbReading *reading, gboolean second, MbNamed *named)
{
    MbNamed **place = second ? &reading->seconder : &reading->mover;

    if (*place)
        mb_named_free(named);
    else
        *place = named;
}

/* "Cllr Moss proposed", "PN seconded": the person before the verb at I; where it begins, or -1. */
static int active_mover(MbReadingCase *c, const MbClause *clause, int i, MbReading *reading)
{
    gboolean second = mb_is_one(c->words, i, "seconded");
    g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func(free_named);
    int from;

    if ((!second && !mb_is_one(c->words, i, "moved|proposed")) || mb_is_one(c->words, i + 1, "by") || i == clause->from)
        return -1;
    from = mb_read_people_before(c, clause->from, i, people);
    if (from < 0 || people->len != 1 || ((const MbNamed *)people->pdata[0])->collective)
        return -1;
    set_mover(reading, second, g_ptr_array_steal_index(people, 0));
    return from;
}

/* "It was", "on the", "having been", "(" before who moved it. */
static int before_moving(const MbWords *words, const MbClause *clause, int i)
{
    while (i > clause->from && (mb_is_one(words, i - 1, "it|was|on|the|a|and|having|been|being|duly|then") ||
                                mb_is_any_mark(words, i - 1, "(,;")))
        i--;
    return i;
}

gboolean mb_clause_movers(MbReadingCase *c, MbClause *clause, MbReading *reading)
{
    const MbWords *words = c->words;
    gboolean any = FALSE, second;

    for (int i = clause->from; i <= clause->to; i++) {
        int taken = mb_clause_has(clause, i) ? moving(words, i, &second) : 0, named_words = 0, from = i;
        MbNamed *named = taken ? one_named(c, i + taken, &named_words) : NULL;
        if (named) {
            set_mover(reading, second, named);
            taken += named_words;
            from = before_moving(words, clause, i);
        } else {
            from = mb_clause_has(clause, i) ? active_mover(c, clause, i, reading) : -1;
            if (from < 0)
                continue;
            from = before_moving(words, clause, from);
            taken = 1;
        }
        any = TRUE;
        int after = i + taken;
        if (from == clause->from && mb_is_one(words, after, "and") && after < clause->to)
            after++;
        if (mb_is_mark(words, from, '(') && mb_is_mark(words, after, ')'))
            after++;
        mb_clause_cut(clause, from, after - 1);
        i = after - 1;
    }
    return any;
}

/* Condition */

static int condition_at(const MbWords *words, int i)
{
    static const char *const leads[] = {"subject to",
                                        "on condition that",
                                        "on the condition that",
                                        "provided that",
                                        "providing that",
                                        "conditional on|upon",
                                        "with the proviso that",
                                        "on the proviso that",
                                        "provided|providing the|they|it|all"};

    for (gsize k = 0; k < G_N_ELEMENTS(leads); k++) {
        int taken = mb_words_match(words, i, leads[k]);
        if (taken && !mb_is_one(words, i - 1, "be|is|are|was|were|being|been|not|remain|remains|thematic|a|the"))
            return taken;
    }
    return 0;
}

gboolean mb_clause_condition(const MbWords *words, MbClause *clause, MbReading *reading)
{
    for (int i = clause->from; i <= clause->to; i++) {
        if (!mb_clause_has(clause, i) || !condition_at(words, i))
            continue;
        int end = clause->to, begin = i;
        gboolean aside = i > clause->from && mb_is_mark(words, i - 1, ','), first = i == clause->from;
        /* "that, subject to a survey, the hall be let": it ends at the comma; so does a bracket */
        for (int k = i + 2; k <= clause->to; k++) {
            if (!mb_clause_has(clause, k) || mb_is_mark(words, k, ';') || mb_is_mark(words, k, ')') ||
                (mb_is_mark(words, k, ',') &&
                 (first || (aside && (i - clause->from < 4 || mb_is_one(words, k + 1, "to|that")))))) {
                end = k - 1;
                break;
            }
        }
        MbClause part = {.from = i, .to = end};
        reading->condition = mb_clause_text(words, &part);
        while (begin > clause->from && mb_is_any_mark(words, begin - 1, ",("))
            begin--;
        end += mb_is_mark(words, end + 1, ')') && mb_is_mark(words, begin, '(') ? 1 : 0;
        end += aside && mb_is_mark(words, end + 1, ',');
        mb_clause_cut(clause, begin, end);
        return TRUE;
    }
    return FALSE;
}

/* Bodies */

static const char always[] =
    "board|members|member|partnership|partners|trustees|governors|directors|councillors|meeting|"
    "attendees|delegates";
static const char ours_only[] =
    "council|committee|cabinet|executive|panel|group|forum|assembly|commission|trust|sub-committee|"
    "subcommittee|party|body|company|society|association|court|senate";
static const char generic[] =
    "full|whole|parish|town|strategic|steering|present|governing|working|other|remaining|of|the|"
    "voting|elected|board's|local|joint";

/* Whether the board has a name to tell its own words from others'. */
static gboolean is_named(const MbReadingCase *c)
{
    const MbBoard *board = mb_dossier_find(c->dossier, &MB_BOARD, c->board);

    return board && board->name;
}

int mb_body_at(const MbReadingCase *c, int i)
{
    const MbWords *words = c->words;
    int at = i, end = 0, the;

    if (mb_is_one(words, i, "we|everyone|everybody"))
        return 1;
    if (mb_words_match(words, i, "all|those present"))
        return 2;
    if (mb_words_match(words, i, "all those present"))
        return 3;
    the = mb_is_one(words, at, "the|this|our|all");
    at += the;
    if (the && mb_is_one(words, i, "all") && mb_is_one(words, at, "agreed|approved|noted"))
        return 1;
    at += mb_is_one(words, at, "the|of");
    for (int k = 0; k < 9; k++, at++) {
        const char *fold = mb_fold_at(words, at);
        if (!mb_is_word(words, at))
            break;
        gboolean own = mb_is_one(words, at, always) ||
                       (mb_is_one(words, at, ours_only) && (!is_named(c) || mb_board_word(c, fold))) ||
                       mb_board_word(c, fold);
        if (own)
            end = at + 1;
        else if (!mb_is_one(words, at, generic))
            break;
    }
    return end > i ? end - i : 0;
}
