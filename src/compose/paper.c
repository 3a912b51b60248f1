/* SPDX-License-Identifier: MIT */
/* A meeting as a PAPER, keys in the order that scripts know. The agenda as `agenda show` has it is paper_agenda.c. */
#include "minutebook/compose/paper.h"

#include "facts.h"
#include "paper_parts.h"

#include "minutebook/clerk/number.h"
#include "minutebook/model/name.h"
#include "minutebook/model/paper.h"

#include <string.h>

typedef struct {
    const MbDossier *dossier;
    const MbMeeting *meeting;
    GPtrArray *items;
    gboolean agenda; /* an agenda tells nothing of what happened at the meeting */
} Paper;

static void add_heading(const Paper *paper, const char *document, MbValue *map)
{
    const MbMeeting *meeting = paper->meeting;

    mb_value_set_text(map, "document", document);
    mb_value_set_text(map, "board", mb_facts_board(paper->dossier, meeting->board));
    mb_facts_take(map, "date", meeting->day == MB_NO_DAY ? g_strdup(meeting->day_words) : mb_day_iso(meeting->day));
    mb_facts_time(map, "start", meeting->starts);
    mb_facts_time(map, "end", meeting->ends);
    mb_facts_time(map, "closed", paper->agenda ? MB_NO_TIME : meeting->closed);
    mb_value_set_text(map, "venue", meeting->venue);
    mb_facts_take(map, "chair", mb_facts_chair(paper->dossier, meeting));
    mb_value_set_text(map, "marking", mb_facts_marking(paper->dossier, meeting));
    mb_value_set_text(map, "state", mb_meeting_state_words[meeting->state]);
}

static const char *role_of(const Paper *paper, const MbAttendance *attendance)
{
    if (attendance->role || !attendance->person)
        return attendance->role;
    return mb_office_on(paper->dossier, paper->meeting->board, attendance->person, paper->meeting->day);
}

static MbValue *attendance_value(const Paper *paper)
{
    g_autoptr(GPtrArray) all = mb_facts_parts(paper->dossier, &MB_ATTENDANCE, "meeting", paper->meeting->id);
    MbValue *list = mb_value_new_list();

    for (guint i = 0; !paper->agenda && i < all->len; i++) {
        const MbAttendance *attendance = all->pdata[i];
        MbValue *row = mb_value_new_map();

        mb_facts_take(row, "name", mb_facts_attendance_name(paper->dossier, attendance));
        mb_facts_take(row, "initials", mb_facts_attendance_initials(paper->dossier, paper->meeting, attendance));
        mb_value_set_text(row, "role", role_of(paper, attendance));
        mb_value_set_text(row, "organisation",
                          mb_facts_attendance_organisation(paper->dossier, paper->meeting, attendance));
        mb_value_set_text(row, "group", mb_facts_attendance_group(paper->dossier, paper->meeting, attendance));
        mb_paper_add_status(paper->dossier, attendance, row);
        mb_value_add(list, row);
    }
    return list;
}

/* On an agenda stands the item's standing text; its minute is not written yet. */
static char *text_of(const Paper *paper, const MbItem *item)
{
    if (!paper->agenda)
        return mb_paper_text(paper->dossier, item->id);
    return g_strdup(item->standing_text);
}

static MbValue *items_value(const Paper *paper)
{
    MbValue *list = mb_value_new_list();

    for (guint i = 0; i < paper->items->len; i++) {
        const MbItem *item = paper->items->pdata[i];
        MbValue *row = mb_value_new_map();

        mb_value_set_text(row, "number", item->number);
        mb_value_set_text(row, "title", item->title);
        mb_facts_take(row, "presenter", mb_facts_presenters(paper->dossier, item));
        mb_facts_number(row, "minutes", item->minutes);
        mb_value_set_text(row, "paper", mb_facts_item_paper(item));
        mb_value_set(row, "restricted", mb_paper_restricted(paper->dossier, item));
        mb_facts_take(row, "text", text_of(paper, item));
        mb_value_add(list, row);
    }
    return list;
}

/* A PAPER knows three words: what is reported complete stays open until the board confirms it. */
static const char *status_of(const MbAction *action)
{
    return mb_action_status_words[action->status == MB_ACTION_REPORTED ? MB_ACTION_OPEN : action->status];
}

static MbValue *actions_value(const Paper *paper)
{
    g_autoptr(GPtrArray) actions = mb_paper_actions_raised(paper->dossier, paper->meeting, paper->items);
    MbValue *list = mb_value_new_list();

    for (guint i = 0; !paper->agenda && i < actions->len; i++) {
        const MbAction *action = actions->pdata[i];
        MbValue *row = mb_value_new_map();

        mb_value_set_text(row, "ref", action->ref);
        mb_facts_take(row, "item", mb_facts_action_item(paper->dossier, action));
        mb_value_set_text(row, "text", action->text);
        mb_value_set(row, "owners", mb_paper_owners(paper->dossier, action, paper->meeting->day));
        mb_facts_day(row, "due", action->due);
        mb_value_set_text(row, "due_words", action->due_words);
        mb_value_set_text(row, "status", status_of(action));
        mb_value_add(list, row);
    }
    return list;
}

static MbValue *updates_value(const Paper *paper)
{
    g_autoptr(GPtrArray) updates = mb_paper_in_order(paper->dossier, &MB_UPDATE, paper->meeting, paper->items);
    MbValue *list = mb_value_new_list();

    for (guint i = 0; !paper->agenda && i < updates->len; i++) {
        const MbUpdate *update = updates->pdata[i];
        const MbAction *action = mb_dossier_find(paper->dossier, &MB_ACTION, update->action);
        MbValue *row = mb_value_new_map();

        mb_value_set_text(row, "ref", action ? action->ref : NULL);
        mb_facts_take(row, "item", mb_facts_item(paper->dossier, update->item));
        mb_value_set_text(row, "text", update->text);
        mb_value_set_text(row, "outcome", mb_update_words[update->outcome]);
        mb_value_add(list, row);
    }
    return list;
}

static MbValue *decisions_value(const Paper *paper)
{
    g_autoptr(GPtrArray) decisions = mb_paper_in_order(paper->dossier, &MB_DECISION, paper->meeting, paper->items);
    MbValue *list = mb_value_new_list();

    for (guint i = 0; !paper->agenda && i < decisions->len; i++) {
        MbValue *row = mb_value_new_map();

        mb_paper_add_decision(paper->dossier, decisions->pdata[i], row);
        mb_value_add(list, row);
    }
    return list;
}

static MbValue *declarations_value(const Paper *paper)
{
    g_autoptr(GPtrArray) all = mb_facts_parts(paper->dossier, &MB_DECLARATION, "meeting", paper->meeting->id);
    MbValue *list = mb_value_new_list();

    for (guint i = 0; !paper->agenda && i < all->len; i++) {
        const MbDeclaration *declaration = all->pdata[i];
        MbValue *row = mb_value_new_map();

        mb_facts_take(row, "name", mb_facts_person(paper->dossier, declaration->person, declaration->name));
        mb_facts_take(row, "item", mb_facts_item(paper->dossier, declaration->item));
        mb_value_set_text(row, "kind", declaration->kind);
        mb_value_set_text(row, "effect", mb_effect_words[declaration->effect]);
        mb_value_set_text(row, "dispensation", declaration->dispensation);
        mb_value_add(list, row);
    }
    return list;
}

static MbValue *corrections_value(const Paper *paper)
{
    g_autoptr(GPtrArray) corrections = mb_facts_parts(paper->dossier, &MB_CORRECTION, "at", paper->meeting->id);
    MbValue *list = mb_value_new_list();

    for (guint i = 0; !paper->agenda && i < corrections->len; i++) {
        const MbCorrection *correction = corrections->pdata[i];
        MbValue *row = mb_value_new_map();

        mb_facts_take(row, "minutes_of", mb_facts_meeting_day(paper->dossier, correction->meeting));
        mb_value_set_text(row, "page", correction->page);
        mb_value_set_text(row, "item", correction->item);
        mb_value_set_text(row, "old", correction->old_text);
        mb_value_set_text(row, "new", correction->new_text);
        mb_value_add(list, row);
    }
    return list;
}

static MbValue *next_meeting_value(const Paper *paper)
{
    MbDay day;
    const MbMeeting *next = mb_facts_next_meeting(paper->dossier, paper->meeting, &day);
    MbValue *map = next ? mb_value_new_map() : NULL;

    if (!next)
        return mb_value_new_null();
    mb_facts_day(map, "date", day);
    mb_facts_time(map, "start", next->starts);
    mb_facts_time(map, "end", next->ends);
    mb_value_set_text(map, "venue", next->venue);
    return map;
}

MbValue *mb_paper_value(const MbDossier *dossier, const MbMeeting *meeting, const char *document)
{
    g_autoptr(GPtrArray) items = mb_number_items(dossier, meeting->id);
    Paper paper = {.dossier = dossier, .meeting = meeting, .items = items, .agenda = strcmp(document, "agenda") == 0};
    MbValue *map = mb_value_new_map();

    add_heading(&paper, document, map);
    mb_value_set(map, "attendance", attendance_value(&paper));
    mb_value_set(map, "items", items_value(&paper));
    mb_value_set(map, "actions", actions_value(&paper));
    mb_value_set(map, "action_updates", updates_value(&paper));
    mb_value_set(map, "decisions", decisions_value(&paper));
    mb_value_set(map, "declarations", declarations_value(&paper));
    mb_value_set(map, "corrections", corrections_value(&paper));
    mb_value_set(map, "forward_plan", mb_value_new_list());
    mb_value_set(map, "next_meeting", next_meeting_value(&paper));
    return map;
}
