/* SPDX-License-Identifier: MIT */
/* The minutes of a meeting: who was there, and under each item its text, what was declared, decided and to be done. How
 * an item's text is set is minutes_text.c, what it tells already minutes_told.c; motions and elections are
 * minutes_motions.c. */
#include "documents.h"

#include "facts.h"
#include "minutes_told.h"
#include "paper_parts.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/number.h"
#include "minutebook/compose/paper.h"
#include "minutebook/model/minute.h"
#include "minutebook/model/paper.h"

#include <string.h>

typedef struct {
    const MbComposition *composition;
    const MbDossier *dossier;
    const MbMeeting *meeting;
    GPtrArray *items;
    GPtrArray *actions; /* raised at the meeting */
    GPtrArray *events;
} Minutes;

/* Minutes are a draft until the board has approved them. */
static void add_state(const Minutes *minutes, MbNode *root)
{
    gboolean settled = minutes->meeting->state == MB_STATE_APPROVED || minutes->meeting->state == MB_STATE_SIGNED ||
                       minutes->meeting->state == MB_STATE_CANCELLED;

    if (!settled)
        mb_node_note(root, "Draft: these minutes have not been approved.");
}

static void add_facts(const Minutes *minutes, MbNode *root)
{
    g_autofree char *taker =
        minutes->meeting->state == MB_STATE_CANCELLED
            ? NULL
            : mb_facts_person(minutes->dossier, minutes->meeting->minute_taker, minutes->meeting->minute_taker_words);

    mb_compose_line(mb_compose_facts(minutes->composition, root, minutes->meeting->state <= MB_STATE_CALLED),
                    "Minutes taken by", taker);
}

/* "Restricted: paragraph 3 – Information relating to …. Not for publication." Without a rule set's words the reason
 * given for the item. */
static void add_note_of_restriction(const Minutes *minutes, MbNode *root, const MbItem *item)
{
    const MbRestriction *restriction = mb_facts_restriction(minutes->dossier, item);
    const MbReason *reason = restriction && minutes->composition->rules
                                 ? mb_rules_reason(minutes->composition->rules, restriction->paragraph)
                                 : NULL;
    const char *words = reason && reason->words ? reason->words : restriction ? restriction->reason : NULL;
    GString *text;

    if (!restriction || minutes->composition->public_copy)
        return;
    text = g_string_new("Restricted");
    if (restriction->paragraph)
        g_string_append_printf(text, ": paragraph %s", restriction->paragraph);
    if (words)
        g_string_append_printf(text, "%s%s", restriction->paragraph ? " – " : ": ", words);
    g_string_append(text, g_str_has_suffix(text->str, ".") ? " Not for publication." : ". Not for publication.");
    mb_node_note(root, text->str);
    g_string_free(text, TRUE);
}

static const char *event_words(int what)
{
    static const char *const words[] = {
        "The meeting opened",       "The meeting was adjourned",  "The meeting resumed",
        "The meeting closed",       "The quorum was lost",        "The quorum was regained",
        "The public were excluded", "The public were readmitted", "The chair was handed over"};

    return words[what];
}

/* An exclusion whose time is not told is the resolution alone. */
static void add_event(const Minutes *minutes, MbNode *root, const MbEvent *event)
{
    g_autofree char *at = mb_time_text(event->at);
    g_autofree char *person = mb_facts_person(minutes->dossier, event->person, NULL);
    const char *to = event->what == MB_EVENT_CHAIR_HANDED_OVER ? " to " : ": ";
    gboolean bare = event->what == MB_EVENT_PUBLIC_EXCLUDED && !*at && !person && event->text;
    g_autofree char *text =
        bare ? g_strdup_printf("%s.", event->text)
             : g_strdup_printf("%s%s%s%s%s%s%s.", event_words(event->what), *at ? " at " : "", at, person ? to : "",
                               person ? person : "", event->text ? ": " : "", event->text ? event->text : "");

    if (event->text && g_str_has_suffix(event->text, "."))
        text[strlen(text) - 1] = '\0';
    mb_node_paragraph(root, text);
}

static void add_events(const Minutes *minutes, MbNode *root, const MbItem *item)
{
    for (guint i = 0; i < minutes->events->len; i++) {
        const MbEvent *event = minutes->events->pdata[i];

        if (event->what != MB_EVENT_OPENED && event->what != MB_EVENT_CLOSED && event->what != MB_EVENT_ITEM_TAKEN &&
            g_strcmp0(event->item, item ? item->id : NULL) == 0)
            add_event(minutes, root, event);
    }
}

static const MbEvent *event_of(const Minutes *minutes, int what)
{
    for (guint i = 0; i < minutes->events->len; i++)
        if (((const MbEvent *)minutes->events->pdata[i])->what == what)
            return minutes->events->pdata[i];
    return NULL;
}

/* The meeting opens before its first item … */
static void add_opening(const Minutes *minutes, MbNode *root)
{
    const MbEvent *opened = event_of(minutes, MB_EVENT_OPENED);

    if (opened)
        add_event(minutes, root, opened);
}

/* … and closes once, after its last: by the event, else by the time of the meeting's own record. */
static void add_closing(const Minutes *minutes, MbNode *root)
{
    const MbEvent *closed = event_of(minutes, MB_EVENT_CLOSED);
    g_autofree char *at = mb_time_text(minutes->meeting->closed);
    g_autofree char *text = *at ? g_strdup_printf("The meeting closed at %s.", at) : NULL;

    if (closed)
        add_event(minutes, root, closed);
    else if (text)
        mb_node_paragraph(root, text);
}

/* "First Last declared an interest (pecuniary: Director of the supplier) and left the meeting from 10:31 to 10:44." */
static void add_declaration(const Minutes *minutes, MbNode *root, const MbDeclaration *declaration)
{
    static const char *const effects[] = {"", " and left the meeting", " and stayed", " and spoke",
                                          " and did not vote"};
    g_autofree char *name = mb_facts_person(minutes->dossier, declaration->person, declaration->name);
    g_autofree char *left = mb_time_text(declaration->left);
    g_autofree char *back = mb_time_text(declaration->back);
    GString *out = g_string_new(name ? name : "A member");

    g_string_append(out, " declared an interest");
    if (declaration->kind || declaration->nature)
        g_string_append_printf(out, " (%s%s%s)", declaration->kind ? declaration->kind : "",
                               declaration->kind && declaration->nature ? ": " : "",
                               declaration->nature ? declaration->nature : "");
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

        if (g_strcmp0(declaration->item, item ? item->id : NULL) == 0 &&
            !mb_told_declaration(minutes->dossier, declaration, minutes->items))
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

/* "Action 84: Done in December (closed)". */
static void add_update(const Minutes *minutes, MbNode *list, const MbUpdate *update)
{
    const MbAction *action = mb_dossier_find(minutes->dossier, &MB_ACTION, update->action);
    const char *outcome = mb_update_words[update->outcome];
    g_autofree char *label = g_strdup_printf("Action %s: ", action && action->ref ? action->ref : "–");
    g_autofree char *tail = *outcome && update->text ? g_strdup_printf(" (%s)", outcome) : g_strdup(outcome);
    MbNode *node = mb_node_list_item(list, NULL, NULL);

    mb_node_span(node, label, MB_SPAN_BOLD);
    mb_node_span(node, update->text, MB_SPAN_PLAIN);
    mb_node_span(node, tail, MB_SPAN_PLAIN);
}

static int by_action(gconstpointer a, gconstpointer b, gpointer dossier)
{
    const MbAction *first = mb_dossier_find(dossier, &MB_ACTION, (*(MbUpdate *const *)a)->action);
    const MbAction *second = mb_dossier_find(dossier, &MB_ACTION, (*(MbUpdate *const *)b)->action);

    return first && second ? mb_compose_by_ref(&first, &second) : !first - !second;
}

static void add_updates(const Minutes *minutes, MbNode *root, const MbItem *item)
{
    g_autoptr(GPtrArray) updates = mb_facts_parts(minutes->dossier, &MB_UPDATE, "item", item->id);
    MbNode *list;

    if (!updates->len)
        return;
    g_ptr_array_sort_with_data(updates, by_action, (gpointer)minutes->dossier);
    mb_node_paragraph(root, "Reported on earlier actions:");
    list = mb_node_list(root);
    for (guint i = 0; i < updates->len; i++)
        add_update(minutes, list, updates->pdata[i]);
}

/* "Action 96: Circulate the slides – First Last, 9 January 2026". */
static void add_action(const Minutes *minutes, MbNode *root, const MbAction *action)
{
    g_autofree char *label = g_strdup_printf("Action%s%s", action->ref ? " " : "", action->ref ? action->ref : "");
    g_autofree char *owed = mb_told_owed(minutes->dossier, action, minutes->meeting->day, TRUE, TRUE);
    gboolean stopped = owed && action->text && g_str_has_suffix(action->text, ".");
    g_autofree char *text = g_strdup_printf("%.*s%s%s", action->text ? (int)strlen(action->text) - stopped : 0,
                                            action->text ? action->text : "", owed ? " – " : "", owed ? owed : "");

    mb_compose_fact(root, label, text);
}

/* The actions raised under ITEM; for NULL those raised at the meeting under none of its items. */
static GPtrArray *actions_of(const Minutes *minutes, const MbItem *item)
{
    GPtrArray *found = g_ptr_array_new();

    for (guint i = 0; i < minutes->actions->len; i++) {
        const MbAction *action = minutes->actions->pdata[i];
        const MbItem *under = mb_dossier_find(minutes->dossier, &MB_ITEM, action->item);
        gboolean elsewhere = !under || g_strcmp0(under->meeting, minutes->meeting->id) != 0;

        if (item ? under == item : elsewhere)
            g_ptr_array_add(found, (gpointer)action);
    }
    return found;
}

/* Those that the text tells already have their number there. TOLD may be NULL. */
static void add_actions(const Minutes *minutes, MbNode *root, const GPtrArray *actions, GHashTable *told)
{
    for (guint i = 0; i < actions->len; i++)
        if (!told || !mb_told_has(told, actions->pdata[i]))
            add_action(minutes, root, actions->pdata[i]);
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
    g_autofree char *presenters = mb_facts_presenters_but_chair(minutes->dossier, minutes->meeting, item);
    g_autofree char *text = presenters ? g_strdup_printf("Presented by %s", presenters) : NULL;

    if (text)
        mb_node_span(mb_node_paragraph(root, NULL), text, MB_SPAN_ITALIC);
}

static void add_item(const Minutes *minutes, MbNode *root, const MbItem *item)
{
    g_autofree char *heading = mb_compose_item_heading(item);
    g_autoptr(GPtrArray) actions = actions_of(minutes, item);
    g_autoptr(GHashTable) told = mb_told_actions(minutes->dossier, actions, item);

    if (*heading)
        mb_node_heading(root, 3 + mb_number_depth(minutes->dossier, item), heading);
    add_note_of_restriction(minutes, root, item);
    add_presenter(minutes, root, item);
    add_events(minutes, root, item);
    add_declarations(minutes, root, item);
    mb_compose_text(minutes->composition, root, item, told);
    mb_compose_motions(minutes->composition, root, item);
    add_decisions(minutes, root, item);
    mb_compose_elections(minutes->composition, root, item);
    add_corrections(minutes, root, item);
    add_updates(minutes, root, item);
    add_actions(minutes, root, actions, told);
}

static void add_business(const Minutes *minutes, MbNode *root)
{
    const MbComposition *composition = minutes->composition;
    g_autoptr(GPtrArray) loose = actions_of(minutes, NULL);

    if (mb_dossier_first(composition->dossier, &MB_ATTENDANCE, "meeting", composition->meeting->id))
        mb_node_heading(root, 3, "Attendance");
    mb_compose_register(composition, root, 4);
    add_opening(minutes, root);
    add_declarations(minutes, root, NULL);
    mb_compose_text(composition, root, NULL, NULL);
    for (guint i = 0; i < minutes->items->len; i++)
        add_item(minutes, root, minutes->items->pdata[i]);
    add_events(minutes, root, NULL);
    add_corrections(minutes, root, NULL);
    add_actions(minutes, root, loose, NULL);
    add_closing(minutes, root);
}

/* Not held: planned or called, and nothing minuted or decided yet. */
static gboolean is_to_come(const Minutes *minutes)
{
    const MbMeeting *meeting = minutes->meeting;
    g_autoptr(GPtrArray) written = mb_dossier_of(minutes->dossier, &MB_MINUTE, "meeting", meeting->id);

    if (meeting->state > MB_STATE_CALLED || minutes->events->len ||
        mb_dossier_first(minutes->dossier, &MB_DECISION, "meeting", meeting->id))
        return FALSE;
    for (guint i = 0; i < written->len; i++)
        if (((MbMinute *)written->pdata[i])->layer == MB_LAYER_MINUTE)
            return FALSE;
    return TRUE;
}

void mb_compose_minutes(const MbComposition *composition, MbNode *root)
{
    g_autoptr(GPtrArray) items = mb_number_items(composition->dossier, composition->meeting->id);
    g_autoptr(GPtrArray) actions = mb_paper_actions_raised(composition->dossier, composition->meeting, items);
    g_autoptr(GPtrArray) events = mb_facts_parts(composition->dossier, &MB_EVENT, "meeting", composition->meeting->id);
    Minutes minutes = {.composition = composition,
                       .dossier = composition->dossier,
                       .meeting = composition->meeting,
                       .items = items,
                       .actions = actions,
                       .events = events};
    gboolean to_come = is_to_come(&minutes);

    mb_node_heading(root, 2, "Minutes");
    if (!to_come)
        add_state(&minutes, root);
    add_facts(&minutes, root);
    if (to_come)
        mb_node_paragraph(root, "This meeting has not been held.");
    else
        add_business(&minutes, root);
    mb_compose_next_meeting(composition, root);
}
