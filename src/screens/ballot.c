/* SPDX-License-Identifier: MIT */
#include "ballot.h"

#include "minutebook/base/text.h"
#include "minutebook/desk/sight.h"
#include "minutebook/model/name.h"

#include <string.h>

/* --- what is put to the vote --- */

void mb_ballot_init(Ballot *ballot, const char *argument)
{
    g_auto(GStrv) ids = g_strsplit(argument, " ", 3);

    ballot->meeting_id = g_strdup(ids[0]);
    ballot->item_id = g_strdup(ids[0] ? ids[1] : NULL);
    ballot->motion_id = g_strdup(ids[0] && ids[1] ? ids[2] : NULL);
    ballot->asked = g_ptr_array_new_with_free_func(g_free);
}

void mb_ballot_clear(Ballot *ballot)
{
    mb_dossier_free(ballot->dossier);
    g_ptr_array_unref(ballot->asked);
    g_free(ballot->meeting_id);
    g_free(ballot->item_id);
    g_free(ballot->motion_id);
}

gboolean mb_ballot_load(Ballot *ballot, MbApp *app, GError **error)
{
    MbDossier *dossier = mb_sight_meeting(mb_app_desk(app), ballot->meeting_id, error);

    if (!dossier)
        return FALSE;
    mb_dossier_freeze(dossier);
    mb_dossier_free(ballot->dossier);
    ballot->dossier = dossier;
    ballot->meeting = mb_dossier_find(dossier, &MB_MEETING, ballot->meeting_id);
    ballot->board = mb_dossier_find(dossier, &MB_BOARD, ballot->meeting->board);
    ballot->rules = mb_desk_rules(mb_app_desk(app), ballot->board, NULL);
    ballot->item = mb_dossier_find(dossier, &MB_ITEM, ballot->item_id);
    ballot->motion = mb_dossier_find(dossier, &MB_MOTION, ballot->motion_id);
    ballot->rule = mb_vote_rule(ballot->rules);
    mb_vote_electorate(dossier, ballot->rules, ballot->meeting, ballot->item_id, &ballot->members, &ballot->present);
    return TRUE;
}

char *mb_ballot_key(const char *id)
{
    return g_strconcat("@", id, NULL);
}

static int by_position(gconstpointer a, gconstpointer b)
{
    return (*(MbMotion *const *)a)->position - (*(MbMotion *const *)b)->position;
}

GPtrArray *mb_ballot_motions(const Ballot *ballot)
{
    GPtrArray *all =
        ballot->item_id ? mb_dossier_of(ballot->dossier, &MB_MOTION, "item", ballot->item_id) : g_ptr_array_new();

    g_ptr_array_sort(all, by_position);
    return all;
}

/* The open amendment of ID moved last; of NULL the open motion moved first. */
static const MbMotion *open_of(const GPtrArray *all, const char *id)
{
    for (guint i = 0; i < all->len; i++) {
        const MbMotion *motion = all->pdata[id ? all->len - 1 - i : i];

        if (motion->outcome == MB_MOTION_OPEN && g_strcmp0(motion->amends, id) == 0)
            return motion;
    }
    return NULL;
}

const MbMotion *mb_ballot_next(const Ballot *ballot)
{
    g_autoptr(GPtrArray) all = mb_ballot_motions(ballot);
    const MbMotion *motion = open_of(all, NULL);

    for (const MbMotion *amendment = motion; amendment; amendment = open_of(all, amendment->id))
        motion = amendment;
    return motion;
}

static char *person_name(const Ballot *ballot, const char *id, const char *name)
{
    const MbPerson *person = mb_dossier_find(ballot->dossier, &MB_PERSON, id);

    return person ? mb_person_print(person) : g_strdup(name);
}

char *mb_ballot_speakers(const Ballot *ballot, const MbMotion *motion)
{
    g_autofree char *mover = person_name(ballot, motion->mover, motion->mover_name);
    g_autofree char *seconder = person_name(ballot, motion->seconder, motion->seconder_name);

    return g_strdup_printf("%s%s%s%s%s", mover ? "moved by " : "", mover ? mover : "", mover && seconder ? " and " : "",
                           seconder ? "seconded by " : "", seconder ? seconder : "");
}

/* --- what it needs --- */

MbVoteCount mb_ballot_count(const Ballot *ballot, int for_, int against, int abstained)
{
    return (MbVoteCount){.for_ = for_,
                         .against = against,
                         .abstained = abstained,
                         .present = ballot->present,
                         .members = ballot->members,
                         .casting = MB_NO_INT};
}

char *mb_ballot_needs(const Ballot *ballot, const MbVoteCount *count)
{
    static const char *const bases[] = {"the votes cast", "all who may vote here", "all voting members"};
    const MbVoteRule *rule = &ballot->rule;
    MbVoteResult result = mb_vote_result(rule, count);
    g_autofree char *part =
        rule->over == 1 && rule->under == 2 ? g_strdup("half") : g_strdup_printf("%d/%d", rule->over, rule->under);

    if (!result.base)
        return g_strdup_printf("needs more than %s of %s", part, bases[rule->base]);
    return g_strdup_printf("needs more than %s of %s: %d of %d", part, bases[rule->base], result.needed, result.base);
}

static int paint_wrapped(MbGrid *grid, MbArea area, int row, const char *text, MbLook look, guint attributes)
{
    g_auto(GStrv) lines = mb_text_wrap(text, MAX(10, area.columns - 4));

    for (char **line = lines; *line && row < area.row + area.rows; line++)
        mb_grid_put(grid, row++, area.column + 2, area.columns - 4, *line, look, attributes);
    return row;
}

int mb_ballot_paint(const Ballot *ballot, MbGrid *grid, MbArea area, const MbVoteCount *count)
{
    const MbMotion *motion = ballot->motion;
    g_autofree char *speakers = mb_ballot_speakers(ballot, motion);
    g_autofree char *needs = mb_ballot_needs(ballot, count);
    g_autofree char *who = ballot->present == MB_NO_INT ? g_strdup("nobody is on the register")
                                                        : g_strdup_printf("%d may vote", ballot->present);
    g_autofree char *line = g_strdup_printf("%s; %s%s%s%s", who, needs, *speakers ? "; " : "", speakers, "");
    int row = paint_wrapped(grid, area, area.row, motion->amends ? "Amendment" : "Motion", MB_LOOK_QUIET, 0);

    row = paint_wrapped(grid, area, row, motion->text ? motion->text : "", MB_LOOK_TITLE, MB_ATTRIBUTE_BOLD);
    return paint_wrapped(grid, area, row, line, MB_LOOK_QUIET, 0) + 1;
}

void mb_ballot_paint_result(const Ballot *ballot, MbGrid *grid, MbArea area, int row, const MbVoteCount *count)
{
    MbVoteResult result = mb_vote_result(&ballot->rule, count);
    g_autofree char *words = mb_vote_words_of(&ballot->rule, count, &result);
    g_autofree char *first = g_utf8_strup(words, (gssize)strcspn(words, ","));
    int all = count->for_ + count->against + count->abstained;
    g_autofree char *text = !all ? g_strdup("Nothing is counted yet.")
                            : result.casting_open
                                ? g_strdup_printf("EQUAL, %d each: the chair may give a casting vote", count->for_)
                            : result.tie ? g_strdup_printf("EQUAL, %d each: lost", count->for_)
                                         : g_strdup_printf("%s%s", first, words + strcspn(words, ","));
    MbLook look = !all                  ? MB_LOOK_QUIET
                  : result.casting_open ? MB_LOOK_WARNING
                  : result.carried      ? MB_LOOK_GOOD
                                        : MB_LOOK_BAD;

    mb_grid_put_fit(grid, row, area.column + 2, area.columns - 4, text, look, MB_ATTRIBUTE_BOLD);
    if (ballot->present != MB_NO_INT && all > ballot->present) {
        g_autofree char *more = g_strdup_printf("%d votes are counted, and %d may vote.", all, ballot->present);

        mb_grid_put_fit(grid, row + 1, area.column + 2, area.columns - 4, more, MB_LOOK_WARNING, 0);
    }
}

/* --- the sentence in the minute --- */

/* What was resolved, as the reader finds it again: "RESOLVED that …". */
static void add_resolution(const MbMotion *motion, int outcome, GString *out)
{
    gboolean that = g_ascii_strncasecmp(motion->text, "that ", 5) == 0;
    gsize length = strlen(motion->text);

    while (length && strchr(". ", motion->text[length - 1]))
        length--;
    g_string_append_printf(out, "%s%s%.*s", outcome == MB_OUTCOME_RECOMMENDED ? "RECOMMENDED" : "RESOLVED",
                           that ? " t" : ": ", (int)(length - that), motion->text + that);
}

static void add_counts(const MbMotion *motion, GString *out)
{
    if (motion->votes_for == MB_NO_INT)
        return;
    g_string_append_printf(out, ", %d for, %d against", motion->votes_for, MAX(motion->votes_against, 0));
    if (motion->votes_abstained > 0)
        g_string_append_printf(out, ", %d abstained", motion->votes_abstained);
}

static const char *const vote_headings[] = {"For", "Against", "Abstained", "Barred by an interest"};

static void add_names(const Ballot *ballot, const MbDecision *decision, GString *out)
{
    g_autoptr(GPtrArray) votes = mb_dossier_of(ballot->dossier, &MB_VOTE, "decision", decision->id);

    if (votes->len)
        g_string_append(out, "\n\nRecorded vote.");
    for (int kind = 0; kind < (int)G_N_ELEMENTS(vote_headings); kind++) {
        gboolean some = FALSE;

        for (guint i = 0; i < votes->len; i++) {
            const MbVote *vote = votes->pdata[i];
            g_autofree char *name = vote->vote == kind ? person_name(ballot, vote->person, vote->name) : NULL;

            if (name)
                g_string_append_printf(out, "%s%s%s", some ? ", " : " ", some ? "" : vote_headings[kind],
                                       some ? "" : ": ");
            if (name)
                g_string_append(out, name);
            some = some || name;
        }
        if (some)
            g_string_append_c(out, '.');
    }
}

/* "RESOLVED that the cameras be repaired, moved by A and seconded by B, 7 for, 2 against". */
static void add_carried(const MbMotion *motion, const char *speakers, const MbDecision *decision, GString *out)
{
    add_resolution(motion, decision ? decision->outcome : MB_OUTCOME_RESOLVED, out);
    g_string_append_printf(out, "%s%s", *speakers ? ", " : "", speakers);
    add_counts(motion, out);
}

static void add_outcome(const MbMotion *motion, const char *speakers, GString *out)
{
    gboolean apart = *speakers || g_str_has_suffix(out->str, "”");

    g_string_append_printf(out, "%s%s%s was %s",
                           *speakers ? ", "
                           : apart   ? ","
                                     : "",
                           speakers, *speakers ? "," : "", mb_motion_words[motion->outcome]);
    if (motion->votes_for != MB_NO_INT)
        g_string_append_printf(out, " by %d votes to %d", motion->votes_for, MAX(motion->votes_against, 0));
    if (motion->votes_abstained > 0)
        g_string_append_printf(out, ", %d abstained", motion->votes_abstained);
}

/* An amendment is no decision, and is told in words that are not read as one: "An amendment, to replace “x” by “y”,
 * moved by A, was carried by 7 votes to 2". A motion lost: "A motion that …, moved by A, was lost by 3 votes to 5". */
static void add_told(const MbMotion *motion, const char *speakers, GString *out)
{
    if (!motion->amends && g_ascii_strncasecmp(motion->text, "that ", 5) == 0)
        g_string_append_printf(out, "A motion t%s", motion->text + 1);
    else if (!motion->amends)
        g_string_append_printf(out, "A motion, “%s”", motion->text);
    else if (g_str_has_prefix(motion->text, "replace “"))
        g_string_append_printf(out, "An amendment, to %s", motion->text);
    else
        g_string_append_printf(out, "An amendment, that the motion read “%s”", motion->text);
    add_outcome(motion, speakers, out);
}

static char *sentence(const Ballot *ballot, const MbMotion *motion)
{
    const MbDecision *decision = mb_dossier_find(ballot->dossier, &MB_DECISION, motion->decision);
    g_autofree char *speakers = mb_ballot_speakers(ballot, motion);
    GString *out = g_string_new(NULL);

    if (motion->outcome == MB_MOTION_CARRIED && !motion->amends)
        add_carried(motion, speakers, decision, out);
    else
        add_told(motion, speakers, out);
    g_string_append_c(out, '.');
    if (decision && decision->casting_vote)
        g_string_append_printf(out, " The chair gave a casting vote %s.",
                               motion->outcome == MB_MOTION_CARRIED ? "for" : "against");
    if (decision)
        add_names(ballot, decision, out);
    return g_string_free(out, FALSE);
}

static void write_sentence(MbView *view)
{
    Ballot *ballot = view->data;
    g_autofree char *meeting = mb_ballot_key(ballot->meeting_id);
    g_autofree char *item = mb_ballot_key(ballot->item->taken_with ? ballot->item->taken_with : ballot->item_id);
    const char *words[] = {meeting, item, ballot->board->live_notes ? "--notes" : NULL, NULL};
    g_autofree char *text = NULL;
    MbAnswer answer = {0};

    if (!ballot->motion)
        return;
    text = sentence(ballot, ballot->motion);
    mb_app_do_quietly(view->app, "minutes add", words, text, &answer);
    mb_answer_clear(&answer);
}

/* --- recorded --- */

void mb_ballot_begin(Ballot *ballot)
{
    g_ptr_array_set_size(ballot->asked, 0);
    g_ptr_array_add(ballot->asked, mb_ballot_key(ballot->meeting_id));
    g_ptr_array_add(ballot->asked, mb_ballot_key(ballot->item_id));
    g_ptr_array_add(ballot->asked, mb_ballot_key(ballot->motion_id));
}

static void do_vote(MbView *view)
{
    Ballot *ballot = view->data;

    g_ptr_array_add(ballot->asked, NULL);
    if (!mb_app_do_words(view->app, "motion vote", (const char *const *)ballot->asked->pdata, NULL))
        return;
    write_sentence(view);
    mb_app_back(view->app);
}

static void casting_chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    Ballot *ballot = view->data;

    (void)data;
    g_ptr_array_add(ballot->asked, g_strdup("--casting"));
    g_ptr_array_add(ballot->asked, g_strdup(choice->key));
    do_vote(view);
}

static void ask_casting(MbView *view)
{
    GPtrArray *choices = mb_choices_new();

    mb_choices_add(choices, "The chair casts for", "carried", NULL, g_strdup("for"));
    mb_choices_add(choices, "The chair casts against", "lost", NULL, g_strdup("against"));
    mb_choices_add(choices, "No casting vote is given", "lost", NULL, g_strdup("none"));
    mb_app_choose(view, "The votes are equal. How does the chair vote?", choices, FALSE, casting_chosen, NULL);
}

static void announced(MbView *view, const MbChoice *choice, gpointer data)
{
    Ballot *ballot = view->data;

    (void)data;
    g_ptr_array_add(ballot->asked, g_strdup("--result"));
    g_ptr_array_add(ballot->asked, g_strdup(choice->key));
    do_vote(view);
}

static void ask_result(MbView *view)
{
    GPtrArray *choices = mb_choices_new();

    mb_choices_add(choices, "Carried", "nobody counted", NULL, g_strdup("carried"));
    mb_choices_add(choices, "Lost", "nobody counted", NULL, g_strdup("lost"));
    mb_app_choose(view, "How did it go?", choices, FALSE, announced, NULL);
}

void mb_ballot_record(MbView *view, const MbVoteCount *count)
{
    const Ballot *ballot = view->data;

    if (!count)
        ask_result(view);
    else if (mb_vote_result(&ballot->rule, count).casting_open)
        ask_casting(view);
    else
        do_vote(view);
}
