/* SPDX-License-Identifier: MIT */
/* An election in the live meeting: the office, its candidates, the votes of each round, who is elected. */
#include "live.h"

#include "minutebook/model/name.h"

#include <stdlib.h>
#include <string.h>

static void offer_result(MbView *view, const MbElection *election);
static void ask_votes(MbView *view);

/* --- what is there --- */

static int by_position(gconstpointer a, gconstpointer b)
{
    return (*(MbElection *const *)a)->position - (*(MbElection *const *)b)->position;
}

/* The elections of the item at hand, in order; new array, borrowed. */
static GPtrArray *elections_of(const Live *live)
{
    const MbItem *item = mb_live_item(live);
    GPtrArray *all = mb_dossier_of(live->dossier, &MB_ELECTION, "item", item->id);

    g_ptr_array_sort(all, by_position);
    return all;
}

static char *name_of(const Live *live, const MbCandidate *candidate)
{
    const MbPerson *person = mb_dossier_find(live->dossier, &MB_PERSON, candidate->person);

    return person ? mb_person_print(person) : g_strdup(candidate->name ? candidate->name : "");
}

static char *word_of(const MbCandidate *candidate)
{
    return candidate->person ? g_strconcat("@", candidate->person, NULL) : g_strdup(candidate->name);
}

static int last_round(const Live *live, const MbElection *election)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(live->dossier, &MB_CANDIDATE, "election", election->id);
    int last = 1;

    for (guint i = 0; i < all->len; i++)
        last = MAX(last, ((const MbCandidate *)all->pdata[i])->round);
    return last;
}

/* Who stands in that round: new array, borrowed. */
static GPtrArray *standing(const Live *live, const MbElection *election, int round)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(live->dossier, &MB_CANDIDATE, "election", election->id);
    GPtrArray *found = g_ptr_array_new();

    for (guint i = 0; i < all->len; i++) {
        const MbCandidate *candidate = all->pdata[i];

        if (candidate->round == round && !candidate->withdrawn)
            g_ptr_array_add(found, all->pdata[i]);
    }
    return found;
}

static gboolean was_counted(const GPtrArray *candidates)
{
    for (guint i = 0; i < candidates->len; i++)
        if (((const MbCandidate *)candidates->pdata[i])->votes != MB_NO_INT)
            return TRUE;
    return FALSE;
}

/* --- the election that is asked about: its number in order stands in the words --- */

static void begin(Live *live, guint index)
{
    mb_live_ask_begin(live);
    mb_live_ask_add(live, mb_live_item_key(live));
    mb_live_ask_add(live, g_strdup("--election"));
    mb_live_ask_add(live, g_strdup_printf("%u", index + 1));
}

static const MbElection *asked_about(const Live *live)
{
    g_autoptr(GPtrArray) all = elections_of(live);
    guint index = live->asked->len > 3 ? (guint)atoi(live->asked->pdata[3]) - 1 : all->len;

    return index < all->len ? all->pdata[index] : NULL;
}

static gboolean index_of(const Live *live, const MbElection *election, guint *index)
{
    g_autoptr(GPtrArray) all = elections_of(live);

    return g_ptr_array_find(all, election, index);
}

/* --- who is elected --- */

static void office_settled(MbView *view, const MbChoice *choice, gpointer data)
{
    (void)data;
    if (g_strcmp0(choice->key, "yes") == 0)
        mb_live_ask_add(view->data, g_strdup("--update-office"));
    mb_live_ask_do(view->data, "election elect");
}

static void elected(MbView *view, const MbElection *election, const MbChoice *choice)
{
    GPtrArray *choices = mb_choices_new();
    g_autofree char *title = g_strdup_printf("%s: elected %s", choice->text, election->office);

    mb_live_ask_add(view->data, g_strdup(choice->key));
    mb_choices_add(choices, "And holds the office from this meeting on", "its former holder's term ends", NULL,
                   g_strdup("yes"));
    mb_choices_add(choices, "Only record who was elected", NULL, NULL, g_strdup("no"));
    mb_app_choose(view, title, choices, FALSE, office_settled, NULL);
}

static void result_chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    const MbElection *election = asked_about(view->data);

    (void)data;
    if (!election || !*choice->key)
        return;
    if (strcmp(choice->key, "again") == 0)
        ask_votes(view);
    else
        elected(view, election, choice);
}

static int by_votes(gconstpointer a, gconstpointer b)
{
    return (*(MbCandidate *const *)b)->votes - (*(MbCandidate *const *)a)->votes;
}

static void offer_result(MbView *view, const MbElection *election)
{
    Live *live = view->data;
    int round = last_round(live, election);
    g_autoptr(GPtrArray) candidates = standing(live, election, round);
    g_autofree char *title = g_strdup_printf("%s, round %d: who is elected?", election->office, round);
    GPtrArray *choices = mb_choices_new();

    g_ptr_array_sort(candidates, by_votes);
    for (guint i = 0; i < candidates->len; i++) {
        const MbCandidate *candidate = candidates->pdata[i];
        g_autofree char *name = name_of(live, candidate);
        g_autofree char *votes = candidate->votes == MB_NO_INT
                                     ? NULL
                                     : g_strdup_printf("%d vote%s", candidate->votes, candidate->votes == 1 ? "" : "s");

        mb_choices_add(choices, name, votes, NULL, word_of(candidate));
    }
    mb_choices_add(choices, "Another round", NULL, NULL, g_strdup("again"));
    mb_choices_add(choices, "Later", "the palette's Election comes back here", NULL, g_strdup(""));
    mb_app_choose(view, title, choices, FALSE, result_chosen, NULL);
}

/* --- votes --- */

/* The round to be counted: the last one, or the next where that is counted. */
static GPtrArray *to_count(const Live *live, const MbElection *election, int *round)
{
    GPtrArray *candidates;

    *round = last_round(live, election);
    candidates = standing(live, election, *round);
    if (was_counted(candidates))
        ++*round;
    return candidates;
}

static void ask_candidate(MbView *view, guint index);

static void count_votes(MbView *view)
{
    Live *live = view->data;
    const MbElection *election = asked_about(live);
    guint index;

    if (!election || !index_of(live, election, &index) || !mb_live_ask_do(live, "election vote"))
        return;
    begin(live, index);
    election = asked_about(live);
    if (election)
        offer_result(view, election);
}

/* DATA: which candidate of the round. */
static void candidate_answered(MbView *view, const char *text, gpointer data)
{
    Live *live = view->data;
    const MbElection *election = asked_about(live);
    guint index = GPOINTER_TO_UINT(data);
    int round;
    g_autoptr(GPtrArray) candidates = election ? to_count(live, election, &round) : g_ptr_array_new();
    g_autofree char *word = index < candidates->len ? word_of(candidates->pdata[index]) : NULL;

    if (!word)
        return;
    if (*text && strspn(text, "0123456789") == strlen(text))
        mb_live_ask_add(live, g_strdup_printf("%s=%s", word, text));
    else if (!*text) {
        mb_live_ask_add(live, g_strdup("--withdrawn"));
        mb_live_ask_add(live, g_strdup(word));
    } else {
        mb_app_say(view->app, MB_LOOK_WARNING, "“%s” is no number of votes.", text);
        index--;
    }
    ask_candidate(view, index + 1);
}

static void ask_candidate(MbView *view, guint index)
{
    const Live *live = view->data;
    const MbElection *election = asked_about(live);
    int round;
    g_autoptr(GPtrArray) candidates = election ? to_count(live, election, &round) : g_ptr_array_new();
    g_autofree char *name = NULL;
    g_autofree char *title = NULL;
    g_autofree char *hint = NULL;

    if (index >= candidates->len) {
        count_votes(view);
        return;
    }
    name = name_of(live, candidates->pdata[index]);
    title = g_strdup_printf("Votes for %s", name);
    hint = g_strdup_printf("%s, round %d, candidate %u of %u; empty: stood down.", election->office, round, index + 1,
                           candidates->len);
    mb_app_ask(view, title, NULL, hint, candidate_answered, GUINT_TO_POINTER(index));
}

static void ask_votes(MbView *view)
{
    Live *live = view->data;
    const MbElection *election = asked_about(live);
    int round;

    if (!election)
        return;
    g_ptr_array_unref(to_count(live, election, &round));
    mb_live_ask_add(live, g_strdup("--round"));
    mb_live_ask_add(live, g_strdup_printf("%d", round));
    ask_candidate(view, 0);
}

static void go_on(MbView *view, guint index)
{
    Live *live = view->data;
    const MbElection *election;

    begin(live, index);
    election = asked_about(live);
    if (election) {
        g_autoptr(GPtrArray) candidates = standing(live, election, last_round(live, election));

        if (was_counted(candidates))
            offer_result(view, election);
        else
            ask_votes(view);
    }
}

/* --- a new one --- */

static void ask_candidates(MbView *view);

static void candidate_chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    Live *live = view->data;
    g_autoptr(GPtrArray) all = NULL;

    (void)data;
    if (choice->key && !*choice->key) {
        if (!mb_live_ask_do(live, "election add"))
            return;
        all = elections_of(live);
        go_on(view, all->len - 1);
        return;
    }
    mb_live_ask_add(live, g_strdup("--candidate"));
    mb_live_ask_add(live, choice->key ? g_strconcat("@", choice->key, NULL) : g_strdup(choice->text));
    ask_candidates(view);
}

static gboolean stands(const Live *live, const char *person)
{
    for (guint i = 0; i < live->asked->len; i++) {
        const char *word = live->asked->pdata[i];

        if (word[0] == '@' && strcmp(word + 1, person) == 0)
            return TRUE;
    }
    return FALSE;
}

static void ask_candidates(MbView *view)
{
    const Live *live = view->data;
    g_autoptr(GPtrArray) seats = mb_dossier_of(live->dossier, &MB_SEAT, "board", live->board->id);
    GPtrArray *choices = mb_choices_new();
    gboolean some = live->asked->len > 3;

    if (some)
        mb_choices_add(choices, "That is all: count the votes", NULL, NULL, g_strdup(""));
    for (guint i = 0; i < seats->len; i++) {
        const MbSeat *seat = seats->pdata[i];
        const MbPerson *person = mb_dossier_find(live->dossier, &MB_PERSON, seat->person);
        g_autofree char *name = person ? mb_person_print(person) : NULL;

        if (name && !stands(live, person->id) &&
            mb_seat_on(live->dossier, live->board->id, person->id, live->meeting->day) == seat)
            mb_choices_add(choices, name, NULL, NULL, g_strdup(person->id));
    }
    mb_app_choose(view, some ? "Who else is nominated?" : "Who is nominated?", choices, TRUE, candidate_chosen, NULL);
}

static void office_chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    Live *live = view->data;

    (void)data;
    mb_live_ask_begin(live);
    mb_live_ask_add(live, mb_live_item_key(live));
    mb_live_ask_add(live, g_strdup(choice->text));
    ask_candidates(view);
}

static gboolean is_listed(const GPtrArray *choices, const char *text)
{
    for (guint i = 0; i < choices->len; i++)
        if (g_strcmp0(((const MbChoice *)choices->pdata[i])->text, text) == 0)
            return TRUE;
    return FALSE;
}

static void new_election(MbView *view)
{
    const Live *live = view->data;
    g_autoptr(GPtrArray) offices = mb_dossier_of(live->dossier, &MB_OFFICE, "board", live->board->id);
    GPtrArray *choices = mb_choices_new();

    for (guint i = 0; i < offices->len; i++) {
        const MbOffice *office = offices->pdata[i];

        if (office->office && !is_listed(choices, office->office))
            mb_choices_add(choices, office->office, NULL, NULL, g_strdup(office->office));
    }
    mb_app_choose(view, "Which office? (or type another)", choices, TRUE, office_chosen, NULL);
}

static void election_chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    (void)data;
    if (*choice->key)
        go_on(view, (guint)atoi(choice->key));
    else
        new_election(view);
}

void mb_live_election(MbView *view)
{
    Live *live = view->data;
    g_autoptr(GPtrArray) all = elections_of(live);
    GPtrArray *choices;

    if (!all->len) {
        new_election(view);
        return;
    }
    choices = mb_choices_new();
    for (guint i = all->len; i-- > 0;) {
        const MbElection *election = all->pdata[i];

        mb_choices_add(choices, election->office,
                       election->elected || election->elected_name ? "elected; correct it" : "go on", NULL,
                       g_strdup_printf("%u", i));
    }
    mb_choices_add(choices, "Another election under this item", NULL, NULL, g_strdup(""));
    mb_app_choose(view, "Election", choices, FALSE, election_chosen, NULL);
}
