/* SPDX-License-Identifier: MIT */
/* Decisions corrected and taken away while the minutes are not approved. What is corrected is told from what to what,
 * what is taken away is told whole, so that it can be recorded again. */
#include "change.h"
#include "commands.h"
#include "decisions.h"
#include "deed.h"
#include "find.h"
#include "recorded.h"
#include "which.h"

#include "minutebook/base/text.h"

enum { SHORT_TEXT = 48 };

static gboolean has_votes(MbDesk *desk, const MbDecision *decision)
{
    return mb_dossier_first(mb_desk_dossier(desk), &MB_VOTE, "decision", decision->id) != NULL;
}

static gboolean counts_given(const MbArguments *arguments)
{
    return mb_argument(arguments, "--for") || mb_argument(arguments, "--against") ||
           mb_argument(arguments, "--abstained");
}

/* Minutes that were approved by the decision stay approved. */
static gboolean still_stands(MbDesk *desk, const MbItem *item, const MbDecision *decision, const char *deed,
                             GError **error)
{
    const MbMeeting *approved = mb_decision_has_approved(desk, item, decision);
    g_autofree char *name = approved ? mb_find_meeting_name(desk, approved) : NULL;

    return !approved ||
           mb_deed_refuse(error, "This decision approved the minutes of %s, which stand since; %s.", name, deed);
}

/* Sets what the options give; an empty one takes a fact away. */
static gboolean set_decision(MbDesk *desk, const MbArguments *arguments, const MbItem *item, MbDecision *decision,
                             GError **error)
{
    const char *text = mb_argument(arguments, "--text");
    const char *outcome = mb_argument(arguments, "--outcome");

    if (text && mb_deed_blank(text))
        return mb_deed_refuse(error, "--text: a decision needs a text; `decision remove` takes one away.");
    if (counts_given(arguments) && has_votes(desk, decision))
        return mb_deed_refuse(error, "The counts of this decision follow from the votes by name; `vote add` and `vote "
                                     "remove` correct those.");
    if (outcome && !still_stands(desk, item, decision, "its outcome stays", error))
        return FALSE;
    if (text)
        mb_set(&decision->text, text);
    if (mb_argument(arguments, "--condition"))
        mb_set(&decision->condition, mb_argument(arguments, "--condition"));
    if (mb_argument(arguments, "--body"))
        mb_set(&decision->body, mb_argument(arguments, "--body"));
    return (!outcome || mb_find_word(outcome, "--outcome", mb_outcome_words, &decision->outcome, error)) &&
           mb_decision_set_counts(arguments, decision, error);
}

static char *changes_of(MbDesk *desk, const MbDecision *before, const MbDecision *after)
{
    static const MbChangeName names[] = {
        {"text", "text"},     {"outcome", "outcome"},       {"condition", "condition"},       {"body", "body"},
        {"votes_for", "for"}, {"votes_against", "against"}, {"votes_abstained", "abstained"}, {NULL, NULL}};
    g_autofree char *mover_was = mb_decision_mover(desk, before);
    g_autofree char *mover = mb_decision_mover(desk, after);
    g_autofree char *seconder_was = mb_decision_seconder(desk, before);
    g_autofree char *seconder = mb_decision_seconder(desk, after);
    GString *changes = g_string_new(NULL);

    mb_change_fields(changes, before, after, names);
    mb_change_text(changes, "mover", mover_was, mover);
    mb_change_text(changes, "seconder", seconder_was, seconder);
    if (!changes->len)
        g_string_append(changes, mb_change_words(changes));
    return g_string_free(changes, FALSE);
}

static void say_changed(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, const MbDecision *before,
                        const MbDecision *after, const char *approved, MbAnswer *answer)
{
    g_autofree char *place = mb_recorded_place(desk, meeting, item);
    g_autofree char *text = mb_text_fit(before->text ? before->text : "", SHORT_TEXT);
    g_autofree char *changes = changes_of(desk, before, after);

    mb_deed_say(answer, "%s, decision “%s”: %s.%s", place, text, changes, approved);
}

static const MbArgument edit_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    MB_WHICH_ARGUMENT,
    {.name = "--text", .value = "TEXT", .help = "what was decided"},
    {.name = "--outcome",
     .value = "OUTCOME",
     .help = "agreed, approved, noted, resolved, recommended, rejected, deferred"},
    {.name = "--condition", .value = "TEXT", .help = "subject to what"},
    {.name = "--mover", .value = "PERSON", .help = "who moved it"},
    {.name = "--seconder", .value = "PERSON", .help = "who seconded it"},
    {.name = "--for", .value = "N", .help = "votes for"},
    {.name = "--against", .value = "N", .help = "votes against"},
    {.name = "--abstained", .value = "N", .help = "abstentions"},
    {.name = "--body", .value = "BODY", .help = "the body a recommendation goes to"},
    MB_BOARD_OPTION,
    {.name = NULL},
};

/* " The minutes of HTB, 8 October 2025 are approved (state circulated → approved).", where they came to be; else "". */
static char *approved_words(MbDesk *desk, const MbMeeting *approved, int was)
{
    g_autofree char *name = approved ? mb_find_meeting_name(desk, approved) : NULL;

    return approved ? g_strdup_printf(" The minutes of %s are approved (state %s → approved).", name,
                                      mb_meeting_state_words[was])
                    : g_strdup("");
}

static gboolean decision_edit(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    static const char *const besides[] = {"--board", NULL};
    MbMeeting *meeting;
    MbItem *item = mb_recorded_item(desk, arguments, &meeting, error);
    MbDecision *decision = item && mb_change_asked(arguments, edit_arguments, besides, error)
                               ? mb_decision_meant(desk, item, mb_argument(arguments, "WHICH"), NULL, error)
                               : NULL;
    const MbMeeting *earlier = item ? mb_dossier_find(mb_desk_dossier(desk), &MB_MEETING, item->approves) : NULL;
    int was = earlier ? earlier->state : MB_STATE_PLANNED;
    MbDecision *before = decision ? mb_record_copy(decision) : NULL;
    MbMeeting *approved = NULL;
    gboolean done = decision && set_decision(desk, arguments, item, decision, error) &&
                    mb_decision_set_speakers(desk, arguments, meeting, item, decision, TRUE, answer, error) &&
                    mb_deed_save(desk, decision, error) && mb_decision_approve(desk, item, decision, &approved, error);

    if (done) {
        g_autofree char *more = approved_words(desk, approved, was);

        say_changed(desk, meeting, item, before, decision, more, answer);
    }
    mb_record_free(before);
    return done;
}

const MbCommand mb_command_decision_edit = {.name = "decision edit",
                                            .help = "corrects a decision while the minutes are not approved",
                                            .example =
                                                "next 6 lease --outcome deferred --condition \"subject to survey\"",
                                            .more = "An empty value takes a fact away: --seconder \"\".",
                                            .arguments = edit_arguments,
                                            .need = MB_NEED_DEED,
                                            .run = decision_edit};

/* What was recorded, in full. */
static char *whole(MbDesk *desk, const MbDecision *decision)
{
    g_autofree char *mover = mb_decision_mover(desk, decision);
    g_autofree char *seconder = mb_decision_seconder(desk, decision);
    g_autofree char *votes = has_votes(desk, decision) ? mb_decision_votes(desk, decision) : NULL;
    const struct {
        const char *label;
        int count;
    } counts[] = {
        {"for", decision->votes_for}, {"against", decision->votes_against}, {"abstained", decision->votes_abstained}};
    GString *words = g_string_new(mb_outcome_words[decision->outcome]);

    if (decision->condition)
        g_string_append_printf(words, ", %s", decision->condition);
    if (mover)
        g_string_append_printf(words, ", moved by %s", mover);
    if (seconder)
        g_string_append_printf(words, ", seconded by %s", seconder);
    if (decision->body)
        g_string_append_printf(words, ", to %s", decision->body);
    for (gsize i = 0; !votes && i < G_N_ELEMENTS(counts); i++)
        if (counts[i].count != MB_NO_INT)
            g_string_append_printf(words, ", %d %s", counts[i].count, counts[i].label);
    if (votes)
        g_string_append_printf(words, ", %s", votes);
    g_string_append_printf(words, ": %s", decision->text ? decision->text : "");
    return g_string_free(words, FALSE);
}

/* What came of the decision stays, and no longer names it. */
static gboolean let_go(MbDesk *desk, const MbDecision *decision, GError **error)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) actions = mb_dossier_of(dossier, &MB_ACTION, "decision", decision->id);
    g_autoptr(GPtrArray) motions = mb_dossier_of(dossier, &MB_MOTION, "decision", decision->id);
    g_autoptr(GPtrArray) votes = mb_dossier_of(dossier, &MB_VOTE, "decision", decision->id);

    for (guint i = 0; i < actions->len; i++)
        mb_set(&((MbAction *)actions->pdata[i])->decision, NULL);
    for (guint i = 0; i < motions->len; i++)
        mb_set(&((MbMotion *)motions->pdata[i])->decision, NULL);
    if (!mb_deed_save_all(desk, actions, NULL, error) || !mb_deed_save_all(desk, motions, NULL, error))
        return FALSE;
    for (guint i = 0; i < votes->len; i++)
        if (!mb_which_remove(desk, votes->pdata[i], error))
            return FALSE;
    return TRUE;
}

static gboolean decision_remove(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting;
    MbItem *item = mb_recorded_item(desk, arguments, &meeting, error);
    MbDecision *decision = item ? mb_decision_meant(desk, item, mb_argument(arguments, "WHICH"), NULL, error) : NULL;
    g_autofree char *place = decision ? mb_recorded_place(desk, meeting, item) : NULL;
    g_autofree char *words = decision ? whole(desk, decision) : NULL;

    if (!decision || !still_stands(desk, item, decision, "it stays too", error) || !let_go(desk, decision, error) ||
        !mb_which_remove(desk, decision, error))
        return FALSE;
    mb_deed_say(answer, "%s: decision removed, %s%s", place, words, g_str_has_suffix(words, ".") ? "" : ".");
    return TRUE;
}

static const MbArgument remove_arguments[] = {
    MB_MEETING_ARGUMENT, MB_ITEM_ARGUMENT, MB_WHICH_ARGUMENT, MB_BOARD_OPTION, {.name = NULL}};
const MbCommand mb_command_decision_remove = {
    .name = "decision remove",
    .help = "takes a decision away, with its votes, while the minutes are not approved",
    .example = "next 6 2",
    .arguments = remove_arguments,
    .need = MB_NEED_DEED,
    .run = decision_remove};
