/* SPDX-License-Identifier: MIT */
/* The minutes of a meeting: who was there, and under each item its text, what was declared, decided and to be done. How an item's text is set is minutes_text.c. */
#include "documents.h"

#include "facts.h"
#include "paper_parts.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/number.h"
#include "minutebook/compose/paper.h"
#include "minutebook/model/paper.h"

#include <string.h>

typedef struct {
    const MbComposition *composition;
    const MbDossier *dossier;
    const MbMeeting *meeting;
    GPtrArray *items;
} Minutes;

/* Minutes are a draft until the board has approved them. */
static void add_state(const Minutes *minutes, MbNode *root)
{
    gboolean settled = minutes->meeting->state == MB_STATE_APPROVED || minutes->meeting->state == MB_STATE_SIGNED || minutes->meeting->state == MB_STATE_CANCELLED;

    if (!settled)
        mb_node_note(root, "Draft: these minutes have not been approved.");
}

static void add_facts(const Minutes *minutes, MbNode *root)
{
    g_autofree char *closed = minutes->meeting->closed == MB_NO_TIME ? NULL : mb_time_text(minutes->meeting->closed);
    g_autofree char *taker = mb_facts_person(minutes->dossier, minutes->meeting->minute_taker, minutes->meeting->minute_taker_words);

    mb_compose_line(mb_compose_line(mb_compose_facts(minutes->composition, root), "Closed at", closed), "Minutes taken by", taker);
}

static void add_note_of_restriction(const Minutes *minutes, MbNode *root, const MbItem *item)
{
    const MbRestriction *restriction = mb_facts_restriction(minutes->dossier, item);
    g_autofree char *text = NULL;

    if (!restriction || minutes->composition->public_copy)
        return;
    text = g_strdup_printf("RESTRICTED%s%s%s%s%s: not for publication.", restriction->paragraph ? " (paragraph " : "", restriction->paragraph ? restriction->paragraph : "", restriction->paragraph ? ")" : "",
                           restriction->reason ? ", " : "", restriction->reason ? restriction->reason : "");
    mb_node_note(root, text);
}

static const char *event_words(int what)
{
    static const char *const words[] = {"The meeting opened", "The meeting was adjourned", "The meeting resumed",         "The meeting closed",        "The quorum was lost",
                                        "The quorum was regained", "The public were excluded",  "The public were readmitted", "The chair was handed over"};

    return words[what];
}

static void add_event(const Minutes *minutes, MbNode *root, const MbEvent *event)
{
    g_autofree char *at = mb_time_text(event->at);
    g_autofree char *person = mb_facts_person(minutes->dossier, event->person, NULL);
    const char *to = event->what == MB_EVENT_CHAIR_HANDED_OVER ? " to " : ": ";
    g_autofree char *text = g_strdup_printf("%s%s%s%s%s%s%s.", event_words(event->what), *at ? " at " : "", at, person ? to : "", person ? person : "", event->text ? ": " : "", event->text ? event->text : "");

    if (event->text && g_str_has_suffix(event->text, "."))
        text[strlen(text) - 1] = '\0';
    mb_node_paragraph(root, text);
}

static void add_events(const Minutes *minutes, MbNode *root, const MbItem *item)
{
    g_autoptr(GPtrArray) events = mb_facts_parts(minutes->dossier, &MB_EVENT, "meeting", minutes->meeting->id);

    for (guint i = 0; i < events->len; i++) {
        const MbEvent *event = events->pdata[i];

        if (g_strcmp0(event->item, item ? item->id : NULL) == 0)
            add_event(minutes, root, event);
    }
}

/* "First Last declared an interest (pecuniary: Director of the supplier) and left the meeting from 10:31 to 10:44." */
static void add_declaration(const Minutes *minutes, MbNode *root, const MbDeclaration *declaration)
{
    static const char *const effects[] = {"", " and left the meeting", " and stayed", " and spoke", " and did not vote"};
    g_autofree char *name = mb_facts_person(minutes->dossier, declaration->person, declaration->name);
    g_autofree char *left = mb_time_text(declaration->left);
    g_autofree char *back = mb_time_text(declaration->back);
    GString *out = g_string_new(name ? name : "A member");

    g_string_append(out, " declared an interest");
    if (declaration->kind || declaration->nature)
        g_string_append_printf(out, " (%s%s%s)", declaration->kind ? declaration->kind : "", declaration->kind && declaration->nature ? ": " : "", declaration->nature ? declaration->nature : "");
    g_string_append(out, effects[declaration->effect]);
    if (*left)
        g_string_append_printf(out, " %s %s", *back ? "from" : "at", left);
    if (*back)
        g_string_append_printf(out, "%s %s", *left ? " to" : ", back at", back);
    if (declaration->dispensation)
        g_string_append_printf(out, " (dispensation %s)", declaration->dispensation);
    g_string_append_c(out, '.');
    mb_node_paragraph(root, out->str);
    g_string_free(out, TRUE);
}

static void add_declarations(const Minutes *minutes, MbNode *root, const MbItem *item)
{
    g_autoptr(GPtrArray) all = mb_facts_parts(minutes->dossier, &MB_DECLARATION, "meeting", minutes->meeting->id);

    for (guint i = 0; i < all->len; i++) {
        const MbDeclaration *declaration = all->pdata[i];

        if (g_strcmp0(declaration->item, item ? item->id : NULL) == 0)
            add_declaration(minutes, root, declaration);
    }
}

/* A decision that the text states already is not printed twice. */
static void add_decisions(const Minutes *minutes, MbNode *root, const MbItem *item)
{
    g_autoptr(GPtrArray) all = mb_facts_parts(minutes->dossier, &MB_DECISION, "item", item->id);
    g_autofree char *text = mb_paper_text(minutes->dossier, item->id);

    for (guint i = 0; i < all->len; i++) {
        const MbDecision *decision = all->pdata[i];

        if (!text || !decision->text || !mb_text_contains(text, decision->text))
            mb_compose_decision(minutes->composition, root, decision);
    }
}

static void add_motion(const Minutes *minutes, MbNode *root, const MbMotion *motion)
{
    g_autofree char *mover = mb_facts_person(minutes->dossier, motion->mover, motion->mover_name);
    g_autofree char *seconder = mb_facts_person(minutes->dossier, motion->seconder, motion->seconder_name);
    GString *tail = g_string_new(NULL);
    MbNode *paragraph = mb_node_paragraph(root, NULL);

    mb_node_span(paragraph, motion->amends ? "Amendment: " : "Motion: ", MB_SPAN_BOLD);
    mb_node_rich(paragraph, motion->text);
    if (mover)
        g_string_append_printf(tail, ", moved by %s", mover);
    if (seconder)
        g_string_append_printf(tail, ", seconded by %s", seconder);
    if (motion->votes_for != MB_NO_INT && motion->votes_against != MB_NO_INT)
        g_string_append_printf(tail, "; %d for, %d against", motion->votes_for, motion->votes_against);
    if (motion->votes_abstained != MB_NO_INT)
        g_string_append_printf(tail, ", %d abstained", motion->votes_abstained);
    if (motion->outcome != MB_MOTION_OPEN)
        g_string_append_printf(tail, ": %s", mb_motion_words[motion->outcome]);
    g_string_append_c(tail, '.');
    mb_node_span(paragraph, tail->str, MB_SPAN_PLAIN);
    g_string_free(tail, TRUE);
}

static void add_motions(const Minutes *minutes, MbNode *root, const MbItem *item)
{
    g_autoptr(GPtrArray) motions = mb_facts_parts(minutes->dossier, &MB_MOTION, "item", item->id);

    for (guint i = 0; i < motions->len; i++)
        add_motion(minutes, root, motions->pdata[i]);
}

/* "Vice-chair, round 1: First Last 4, Fourth Name 4; round 2: First Last 5. Elected: First Last." */
static void add_election(const Minutes *minutes, MbNode *root, const MbElection *election)
{
    g_autoptr(GPtrArray) candidates = mb_facts_parts(minutes->dossier, &MB_CANDIDATE, "election", election->id);
    g_autofree char *elected = mb_facts_person(minutes->dossier, election->elected, election->elected_name);
    GString *out = g_string_new(NULL);
    int rounds = 0;

    for (guint i = 0; i < candidates->len; i++)
        rounds = MAX(rounds, ((MbCandidate *)candidates->pdata[i])->round);
    for (int round = 1; round <= rounds; round++) {
        const char *before = "";

        g_string_append_printf(out, "%sround %d: ", round > 1 ? "; " : "", round);
        for (guint i = 0; i < candidates->len; i++) {
            const MbCandidate *candidate = candidates->pdata[i];
            g_autofree char *name = mb_facts_person(minutes->dossier, candidate->person, candidate->name);

            if (candidate->round != round)
                continue;
            g_string_append_printf(out, "%s%s", before, name ? name : "");
            if (candidate->votes != MB_NO_INT)
                g_string_append_printf(out, " %d", candidate->votes);
            before = ", ";
        }
    }
    g_string_append_printf(out, "%s%s%s", out->len ? ". " : "", elected ? "Elected: " : "Nobody was elected", elected ? elected : "");
    g_string_append_c(out, '.');
    mb_compose_fact(root, election->office ? election->office : "Election", out->str);
    g_string_free(out, TRUE);
}

static void add_elections(const Minutes *minutes, MbNode *root, const MbItem *item)
{
    g_autoptr(GPtrArray) elections = mb_facts_parts(minutes->dossier, &MB_ELECTION, "item", item->id);

    for (guint i = 0; i < elections->len; i++)
        add_election(minutes, root, elections->pdata[i]);
}

static void add_updates(const Minutes *minutes, MbNode *root, const MbItem *item)
{
    g_autoptr(GPtrArray) updates = mb_facts_parts(minutes->dossier, &MB_UPDATE, "item", item->id);

    for (guint i = 0; i < updates->len; i++) {
        const MbUpdate *update = updates->pdata[i];
        const MbAction *action = mb_dossier_find(minutes->dossier, &MB_ACTION, update->action);
        g_autofree char *label = g_strdup_printf("Ref %s", action && action->ref ? action->ref : "–");
        g_autofree char *text = g_strdup_printf("%s%s%s%s", update->text ? update->text : "", update->outcome ? update->text ? " (" : "" : "", mb_update_words[update->outcome],
                                                update->outcome && update->text ? ")" : "");

        mb_compose_fact(root, label, text);
    }
}

static char *owners_text(const MbValue *owners)
{
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < mb_value_length(owners); i++)
        g_string_append_printf(out, "%s%s", i ? "; " : "", mb_value_text(mb_value_at(owners, i)));
    return g_string_free(out, FALSE);
}

/* "Action 96: Circulate the slides. Owner: First Last. Due: 9 January 2026." */
static void add_action(const Minutes *minutes, MbNode *root, const MbAction *action)
{
    g_autoptr(MbValue) owners = mb_paper_owners(minutes->dossier, action, minutes->meeting->day);
    g_autofree char *names = owners_text(owners);
    g_autofree char *due = action->due == MB_NO_DAY ? g_strdup(action->due_words) : mb_day_long(action->due);
    g_autofree char *label = g_strdup_printf("Action%s%s", action->ref ? " " : "", action->ref ? action->ref : "");
    gboolean stopped = action->text && g_str_has_suffix(action->text, ".");
    g_autofree char *text = g_strdup_printf("%s%s%s%s%s%s%s%s", action->text ? action->text : "", stopped ? "" : ".", *names ? " Owner: " : "", names, *names ? "." : "", due ? " Due: " : "", due ? due : "",
                                            due ? "." : "");

    mb_compose_fact(root, label, text);
}

static void add_actions(const Minutes *minutes, MbNode *root, const MbItem *item)
{
    g_autoptr(GPtrArray) actions = mb_paper_actions_raised(minutes->dossier, minutes->meeting, minutes->items);

    for (guint i = 0; i < actions->len; i++) {
        const MbAction *action = actions->pdata[i];
        const MbItem *under = mb_dossier_find(minutes->dossier, &MB_ITEM, action->item);
        gboolean elsewhere = !under || g_strcmp0(under->meeting, minutes->meeting->id) != 0;

        if (item ? under == item : elsewhere)
            add_action(minutes, root, action);
    }
}

/* "Correction to the minutes of 27 September 2025, page 3, item 4.2: “twelve” becomes “twenty”." */
static void add_correction(const Minutes *minutes, MbNode *root, const MbCorrection *correction)
{
    const MbMeeting *corrected = mb_dossier_find(minutes->dossier, &MB_MEETING, correction->meeting);
    g_autofree char *day = corrected && corrected->day != MB_NO_DAY ? mb_day_long(corrected->day) : NULL;
    GString *out = g_string_new("Correction to the minutes");

    if (day)
        g_string_append_printf(out, " of %s", day);
    if (correction->page)
        g_string_append_printf(out, ", page %s", correction->page);
    if (correction->item)
        g_string_append_printf(out, ", item %s", correction->item);
    if (correction->old_text && correction->new_text)
        g_string_append_printf(out, ": “%s” becomes “%s”.", correction->old_text, correction->new_text);
    else if (correction->new_text)
        g_string_append_printf(out, ": “%s” is added.", correction->new_text);
    else
        g_string_append_printf(out, ": “%s” is struck out.", correction->old_text ? correction->old_text : "");
    mb_node_paragraph(root, out->str);
    g_string_free(out, TRUE);
}

static void add_corrections(const Minutes *minutes, MbNode *root, const MbItem *item)
{
    g_autoptr(GPtrArray) corrections = mb_facts_parts(minutes->dossier, &MB_CORRECTION, "at", minutes->meeting->id);

    for (guint i = 0; i < corrections->len; i++) {
        const MbCorrection *correction = corrections->pdata[i];

        if (g_strcmp0(correction->at_item, item ? item->id : NULL) == 0)
            add_correction(minutes, root, correction);
    }
}

static void add_presenter(const Minutes *minutes, MbNode *root, const MbItem *item)
{
    g_autofree char *presenters = mb_facts_presenters(minutes->dossier, item);

    mb_compose_fact(root, "Presented by", presenters);
}

static void add_item(const Minutes *minutes, MbNode *root, const MbItem *item)
{
    g_autofree char *heading = mb_compose_item_heading(item);

    if (*heading)
        mb_node_heading(root, 3 + mb_number_depth(minutes->dossier, item), heading);
    add_note_of_restriction(minutes, root, item);
    add_presenter(minutes, root, item);
    add_events(minutes, root, item);
    add_declarations(minutes, root, item);
    mb_compose_text(minutes->composition, root, item);
    add_motions(minutes, root, item);
    add_decisions(minutes, root, item);
    add_elections(minutes, root, item);
    add_corrections(minutes, root, item);
    add_updates(minutes, root, item);
    add_actions(minutes, root, item);
}

void mb_compose_minutes(const MbComposition *composition, MbNode *root)
{
    g_autoptr(GPtrArray) items = mb_number_items(composition->dossier, composition->meeting->id);
    Minutes minutes = {.composition = composition, .dossier = composition->dossier, .meeting = composition->meeting, .items = items};

    mb_node_heading(root, 2, "Minutes");
    add_state(&minutes, root);
    add_facts(&minutes, root);
    if (mb_dossier_first(composition->dossier, &MB_ATTENDANCE, "meeting", composition->meeting->id))
        mb_node_heading(root, 3, "Attendance");
    mb_compose_register(composition, root, 4);
    add_declarations(&minutes, root, NULL);
    mb_compose_text(composition, root, NULL);
    for (guint i = 0; i < items->len; i++)
        add_item(&minutes, root, items->pdata[i]);
    add_events(&minutes, root, NULL);
    add_corrections(&minutes, root, NULL);
    add_actions(&minutes, root, NULL);
    mb_compose_next_meeting(composition, root);
}
