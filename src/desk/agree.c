/* SPDX-License-Identifier: MIT */
/* "Agreed as recommended": what the item's paper recommends is written as the board's resolution, and recorded. The
   words follow the rule set: a board whose resolution to exclude the public begins "RESOLVED" resolves, others agree.
   Where the quorum is lost and the rule set says so, it becomes a recommendation (MbRules.inquorate_recommends). No
   action is guessed from a recommendation. */
#include "commands.h"
#include "decisions.h"
#include "deed.h"
#include "find.h"
#include "paragraphs.h"
#include "recorded.h"
#include "remark.h"
#include "which.h"

#include "minutebook/base/clock.h"
#include "minutebook/base/text.h"
#include "minutebook/clerk/pace.h"
#include "minutebook/clerk/quorum.h"
#include "minutebook/recognise/reading.h"

#include <string.h>

typedef struct {
    MbDesk *desk;
    const MbMeeting *meeting;
    MbItem *item;
    const MbRules *rules;
    GPtrArray *parts;   /* MbRecommendation, borrowed */
    gboolean inquorate; /* it is a recommendation only */
    MbPen pen;
} Agreement;

static int by_position(gconstpointer a, gconstpointer b)
{
    return (*(MbRecommendation *const *)a)->position - (*(MbRecommendation *const *)b)->position;
}

/* --- the words --- */

static const char *verb_of(const Agreement *agreement)
{
    const char *exclusion = agreement->rules ? agreement->rules->exclusion : NULL;

    if (agreement->inquorate)
        return "RECOMMENDED";
    return exclusion && g_str_has_prefix(exclusion, "RESOLVED") ? "RESOLVED" : "AGREED";
}

static const char *after_word(const char *text, const char *word)
{
    gsize length = strlen(word);

    return g_ascii_strncasecmp(text, word, length) == 0 && text[length] == ' ' ? text + length + 1 : NULL;
}

/* Verbs with which papers ask for something: "Note the report". */
static gboolean asks(const char *text)
{
    static const char *const verbs[] = {"note",     "approve", "agree",    "adopt",    "endorse",   "accept",
                                        "consider", "receive", "confirm",  "support",  "recommend", "authorise",
                                        "appoint",  "ratify",  "delegate", "instruct", "review",    "sign",
                                        "welcome",  "comment", "discuss",  "elect",    "set",       "award",
                                        "renew",    "grant",   "refer",    NULL};

    for (guint i = 0; verbs[i]; i++)
        if (after_word(text, verbs[i]))
            return TRUE;
    return FALSE;
}

/* What a recommendation says, ready to follow the verb: "to note the report", "that the budget be approved". */
static char *clause_of(const char *text)
{
    static const char *const leads[] = {
        "members are asked",      "members are recommended", "the board is asked", "the board is recommended",
        "the committee is asked", "it is recommended",       "recommended",        NULL};
    g_autofree char *within = NULL;
    const char *rest = text;

    for (guint i = 0; leads[i]; i++)
        if (after_word(text, leads[i]))
            rest = after_word(text, leads[i]);
    within = mb_words_within(rest);
    if (after_word(within, "to") || after_word(within, "that"))
        return g_steal_pointer(&within);
    return g_strconcat(asks(within) ? "to " : "that ", within, NULL);
}

static gboolean write_one(Agreement *agreement, GError **error)
{
    const MbRecommendation *only = agreement->parts->pdata[0];
    g_autofree char *clause = clause_of(only->text);
    g_autofree char *text = g_strdup_printf("%s: %s.", verb_of(agreement), clause);

    return mb_pen_write(&agreement->pen, text, error) != NULL;
}

/* "RESOLVED:", and the parts (a), (b) in paragraphs of their own. */
static gboolean write_several(Agreement *agreement, GError **error)
{
    g_autofree char *head = g_strconcat(verb_of(agreement), ":", NULL);
    guint count = agreement->parts->len;

    if (!mb_pen_write(&agreement->pen, head, error))
        return FALSE;
    for (guint i = 0; i < count; i++) {
        const MbRecommendation *part = agreement->parts->pdata[i];
        g_autofree char *clause = clause_of(part->text);
        g_autofree char *mark = count > 26 ? g_strdup_printf("(%u)", i + 1) : g_strdup_printf("(%c)", (char)('a' + i));
        g_autofree char *text = g_strdup_printf("%s %s%s", mark, clause,
                                                i + 1 == count   ? "."
                                                : i + 2 == count ? "; and"
                                                                 : ";");

        if (!mb_pen_write(&agreement->pen, text, error))
            return FALSE;
    }
    return TRUE;
}

/* Whether the same words stood under the item before: then it was agreed already. */
static gboolean was_agreed(const Agreement *agreement, GError **error)
{
    const MbDossier *dossier = mb_desk_dossier(agreement->desk);
    const GPtrArray *ids = agreement->pen.ids;
    const MbMinute *last = mb_dossier_find(dossier, &MB_MINUTE, ids->pdata[ids->len - 1]);
    g_autoptr(GPtrArray) all = mb_paragraphs(dossier, agreement->item->id);
    g_autofree char *name = mb_deed_item_name(agreement->item);

    for (guint i = 0; i < all->len; i++) {
        const MbMinute *minute = all->pdata[i];

        if (minute != last && g_strcmp0(minute->text, last->text) == 0 && minute->layer != MB_LAYER_PRIVATE)
            return !mb_deed_refuse(error, "Item %s was agreed as recommended already; “%s” stands there.", name,
                                   last->text);
    }
    return FALSE;
}

/* --- the quorum --- */

char *mb_decision_shortfall(MbDesk *desk, const MbMeeting *meeting, const MbItem *item)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    const MbBoard *board = mb_find_board_of(desk, meeting);
    MbTime now = mb_pace_under_way(meeting) ? mb_clock_time(board->zone) : MB_NO_TIME;
    char *shortfall = NULL;
    MbQuorum quorum;

    if (!mb_recorded_register(dossier, meeting))
        return NULL;
    quorum = mb_quorum_at(dossier, mb_desk_rules(desk, board, NULL), meeting, now, item->id);
    if (quorum.required > 0 && !quorum.quorate)
        shortfall = g_strdup(quorum.shortfall);
    mb_quorum_clear(&quorum);
    return shortfall;
}

/* --- the decisions --- */

/* A sentence that the reader did not take for a decision is one all the same. */
static gboolean record_by_hand(Agreement *agreement, const MbRecommendation *part, const char *minute, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(agreement->desk);
    g_autoptr(GPtrArray) earlier = mb_dossier_of(dossier, &MB_DECISION, "item", agreement->item->id);
    MbDecision *decision = mb_dossier_new_record(dossier, &MB_DECISION);
    const char *verb = verb_of(agreement);

    mb_set(&decision->board, agreement->meeting->board);
    mb_set(&decision->meeting, agreement->meeting->id);
    mb_set(&decision->item, agreement->item->id);
    mb_set(&decision->text, part->text);
    decision->outcome = agreement->inquorate            ? MB_OUTCOME_RECOMMENDED
                        : g_str_equal(verb, "RESOLVED") ? MB_OUTCOME_RESOLVED
                                                        : MB_OUTCOME_AGREED;
    decision->position = mb_which_next(earlier);
    return mb_deed_save(agreement->desk, decision, error) &&
           mb_pen_mark(&agreement->pen, mb_dossier_find(dossier, &MB_MINUTE, minute), MB_READ_DECISION, decision,
                       "decision", error);
}

static gboolean has_decision(const Agreement *agreement, const char *minute)
{
    const GPtrArray *marks = mb_dossier_all(mb_desk_dossier(agreement->desk), &MB_MARK);

    for (guint i = 0; i < marks->len; i++) {
        const MbMark *mark = marks->pdata[i];

        if (g_strcmp0(mark->minute, minute) == 0 && g_strcmp0(mark->kind, MB_DECISION.name) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean record_all(Agreement *agreement, GError **error)
{
    guint head = agreement->parts->len > 1;

    if (!mb_pen_understand(&agreement->pen, error))
        return FALSE;
    for (guint i = 0; i < agreement->parts->len; i++) {
        const char *minute = agreement->pen.ids->pdata[i + head];

        if (!has_decision(agreement, minute) && !record_by_hand(agreement, agreement->parts->pdata[i], minute, error))
            return FALSE;
    }
    return TRUE;
}

/* --- the answer --- */

static void say_agreed(const Agreement *agreement, const char *shortfall, const MbMeeting *approved, MbAnswer *answer)
{
    g_autofree char *place = mb_recorded_place(agreement->desk, agreement->meeting, agreement->item);
    g_autofree char *earlier = approved ? mb_find_meeting_name(agreement->desk, approved) : NULL;
    guint count = agreement->parts->len;
    MbValue *paragraphs = mb_value_new_list();

    mb_deed_say(answer, "%s: %s as recommended, %u decision%s.%s%s%s%s%s", place,
                agreement->inquorate ? "recommended" : "agreed", count, count == 1 ? "" : "s",
                agreement->inquorate ? " The board is not quorate (" : "", agreement->inquorate ? shortfall : "",
                agreement->inquorate ? "): a quorate meeting is to ratify it." : "",
                approved ? " Approved: the minutes of " : "", approved ? earlier : "");
    if (approved)
        mb_set_take(&answer->text, g_strconcat(answer->text, ".", NULL));
    for (guint i = 0; i < agreement->pen.ids->len; i++)
        mb_value_add(paragraphs, mb_value_new_text(agreement->pen.ids->pdata[i]));
    mb_value_set(answer->value, "paragraphs", paragraphs);
}

static gboolean approve(Agreement *agreement, MbMeeting **approved, GError **error)
{
    g_autoptr(GPtrArray) decisions =
        mb_dossier_of(mb_desk_dossier(agreement->desk), &MB_DECISION, "item", agreement->item->id);
    MbDecision approval = {.outcome = MB_OUTCOME_APPROVED};

    *approved = NULL;
    return agreement->inquorate || !decisions->len ||
           mb_decision_approve(agreement->desk, agreement->item, &approval, approved, error);
}

static gboolean agree(Agreement *agreement, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    g_autofree char *shortfall = mb_decision_shortfall(agreement->desk, agreement->meeting, agreement->item);
    MbMeeting *approved;

    agreement->inquorate = shortfall && agreement->rules && agreement->rules->inquorate_recommends;
    if (shortfall && !agreement->inquorate)
        mb_remark(answer, "decided-without-quorum",
                  mb_recorded_place(agreement->desk, agreement->meeting, agreement->item),
                  g_strdup_printf("The board is not quorate (%s); what is decided now does not stand.", shortfall),
                  g_strdup("Put the register right, or adjourn."));
    if (!mb_pen_set(&agreement->pen, agreement->desk, arguments, agreement->meeting, agreement->item, error) ||
        !(agreement->parts->len == 1 ? write_one(agreement, error) : write_several(agreement, error)) ||
        was_agreed(agreement, error) || !record_all(agreement, error) || !approve(agreement, &approved, error))
        return FALSE;
    say_agreed(agreement, shortfall, approved, answer);
    return TRUE;
}

static gboolean decision_agree(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    Agreement agreement = {.desk = desk};
    MbMeeting *meeting;
    g_autofree char *name = NULL;
    gboolean done;

    mb_desk_clear(desk);
    agreement.item = mb_recorded_item(desk, arguments, &meeting, error);
    if (!agreement.item)
        return FALSE;
    name = mb_deed_item_name(agreement.item);
    agreement.meeting = meeting;
    agreement.rules = mb_desk_rules(desk, mb_find_board_of(desk, meeting), NULL);
    agreement.parts = mb_dossier_of(mb_desk_dossier(desk), &MB_RECOMMENDATION, "item", agreement.item->id);
    g_ptr_array_sort(agreement.parts, by_position);
    done = agreement.parts->len
               ? agree(&agreement, arguments, answer, error)
               : mb_deed_refuse(error,
                                "Item %s has no recommendation to agree to; type what was decided (“RESOLVED that …”), "
                                "or give it with `decision add`.",
                                name);
    mb_pen_clear(&agreement.pen);
    g_ptr_array_unref(agreement.parts);
    return done;
}

static const MbArgument agree_arguments[] = {
    MB_MEETING_ARGUMENT, MB_ITEM_ARGUMENT, MB_AFTER_OPTION, MB_BOARD_OPTION, {.name = NULL},
};
const MbCommand mb_command_decision_agree = {
    .name = "decision agree",
    .help = "agreed as recommended: writes the item's recommendations as resolved and records the decisions",
    .example = "next 6",
    .more = "Without a quorum it becomes a recommendation where the board's rules say so.",
    .arguments = agree_arguments,
    .need = MB_NEED_DEED,
    .run = decision_agree};
