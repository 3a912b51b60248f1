/* SPDX-License-Identifier: MIT */
#include "check_case.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/number.h"
#include "minutebook/model/name.h"

enum { SHORT_TEXT = 60 };

static GPtrArray *of_meeting(const MbCase *c, const MbNoun *noun, const char *field)
{
    return c->meeting ? mb_dossier_of(c->dossier, noun, field, c->meeting->id) : g_ptr_array_new();
}

/* What a live meeting lacks it may still get, unless it was closed or its day has passed. */
static void set_stage(MbCase *c)
{
    const MbMeeting *meeting = c->meeting;

    if (!meeting)
        return;
    c->ahead = meeting->state == MB_STATE_PLANNED || meeting->state == MB_STATE_CALLED;
    c->held = meeting->state >= MB_STATE_LIVE && meeting->state <= MB_STATE_SIGNED;
    c->over = c->held && (meeting->state > MB_STATE_LIVE || meeting->closed != MB_NO_TIME ||
                          (meeting->day != MB_NO_DAY && meeting->day < c->today));
}

void mb_case_begin(MbCase *c, const MbCheck *check, const char *board, const MbMeeting *meeting, GPtrArray *findings)
{
    *c = (MbCase){.dossier = check->dossier,
                  .rules = check->rules,
                  .meeting = meeting,
                  .today = check->today,
                  .findings = findings};
    c->board = mb_dossier_find(c->dossier, &MB_BOARD, board);
    set_stage(c);
    c->items = meeting ? mb_number_items(c->dossier, meeting->id) : g_ptr_array_new();
    c->minutes = of_meeting(c, &MB_MINUTE, "meeting");
    c->attendance = of_meeting(c, &MB_ATTENDANCE, "meeting");
    c->declarations = of_meeting(c, &MB_DECLARATION, "meeting");
    c->decisions = of_meeting(c, &MB_DECISION, "meeting");
    c->actions = of_meeting(c, &MB_ACTION, "raised_at");
    c->updates = of_meeting(c, &MB_UPDATE, "meeting");
}

void mb_case_end(MbCase *c)
{
    g_ptr_array_unref(c->items);
    g_ptr_array_unref(c->minutes);
    g_ptr_array_unref(c->attendance);
    g_ptr_array_unref(c->declarations);
    g_ptr_array_unref(c->decisions);
    g_ptr_array_unref(c->actions);
    g_ptr_array_unref(c->updates);
}

void mb_case_run(MbCase *c, const MbCheckRow *rows)
{
    for (; rows->rule; rows++) {
        c->row = rows;
        rows->look(c);
    }
}

/* ---- reporting ---- */

/* Settled for this board, at this place, as the finding stands now: where the facts changed it is said again. */
static gboolean is_settled(const MbCase *c, const char *place, const char *text)
{
    GPtrArray *all = mb_dossier_all(c->dossier, &MB_SETTLED);

    for (guint i = 0; i < all->len; i++) {
        const MbSettled *settled = all->pdata[i];
        if (g_strcmp0(settled->rule, c->row->rule) != 0 || (settled->place && g_strcmp0(settled->place, place) != 0))
            continue;
        if (settled->board && c->board && g_strcmp0(settled->board, c->board->id) != 0)
            continue;
        if (settled->meeting && c->meeting && g_strcmp0(settled->meeting, c->meeting->id) != 0)
            continue;
        if (!settled->text || g_strcmp0(settled->text, text) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean was_said(const MbCase *c, const char *place, const char *text)
{
    for (guint i = c->findings->len; i-- > 0;) {
        const MbFinding *finding = c->findings->pdata[i];
        if (g_strcmp0(finding->rule, c->row->rule) == 0 && g_strcmp0(finding->place, place) == 0 &&
            g_strcmp0(finding->text, text) == 0)
            return TRUE;
    }
    return FALSE;
}

void mb_case_report_as(MbCase *c, MbSeverity severity, char *place, char *text, char *fix)
{
    if (!is_settled(c, place, text) && !was_said(c, place, text)) {
        mb_findings_add(c->findings, c->row->rule, severity, place, text, fix);
        return;
    }
    g_free(place);
    g_free(text);
    g_free(fix);
}

void mb_case_report(MbCase *c, char *place, char *text, char *fix)
{
    mb_case_report_as(c, c->row->severity, place, text, fix);
}

/* ---- places and names ---- */

static const char *board_name(const MbCase *c)
{
    if (!c->board)
        return "Board";
    return c->board->short_name ? c->board->short_name : c->board->name ? c->board->name : "Board";
}

char *mb_case_day(const MbMeeting *meeting)
{
    if (meeting->day != MB_NO_DAY)
        return mb_day_long(meeting->day);
    return g_strdup(meeting->day_words ? meeting->day_words : "meeting not yet dated");
}

char *mb_case_place(const MbCase *c)
{
    g_autofree char *day = c->meeting ? mb_case_day(c->meeting) : NULL;

    return day ? g_strdup_printf("%s, %s", board_name(c), day) : g_strdup(board_name(c));
}

char *mb_case_item_place(const MbCase *c, const MbItem *item)
{
    g_autofree char *meeting = mb_case_place(c);

    if (!item)
        return g_steal_pointer(&meeting);
    if (item->number && item->title)
        return g_strdup_printf("%s, item %s %s", meeting, item->number, item->title);
    if (item->number)
        return g_strdup_printf("%s, item %s", meeting, item->number);
    return g_strdup_printf("%s, %s", meeting, item->title ? item->title : "item without title");
}

char *mb_case_action_place(const MbCase *c, const MbAction *action)
{
    const MbItem *item = mb_case_item(c, action->item);
    g_autofree char *meeting = mb_case_place(c);
    g_autofree char *text = NULL;

    if (item)
        return mb_case_item_place(c, item);
    if (action->ref)
        return g_strdup_printf("%s, action %s", meeting, action->ref);
    text = mb_case_short(action->text);
    return g_strdup_printf("%s, action %s", meeting, text);
}

char *mb_case_plan_place(const MbCase *c, const MbPlan *plan, const char *title)
{
    GString *place = g_string_new(board_name(c));

    g_string_append(place, ", forward plan");
    if (plan && plan->year)
        g_string_append_printf(place, " %s", plan->year);
    if (title)
        g_string_append_printf(place, ", %s", title);
    return g_string_free(place, FALSE);
}

char *mb_case_roll_place(const MbCase *c, const char *name)
{
    return g_strdup_printf("%s, roll, %s", board_name(c), name);
}

char *mb_case_item_name(const MbItem *item)
{
    if (item->title)
        return g_strdup_printf("“%s”", item->title);
    return item->number ? g_strdup_printf("item %s", item->number) : g_strdup("an item without title");
}

char *mb_case_action_name(const MbAction *action)
{
    g_autofree char *text = NULL;

    if (action->ref)
        return g_strdup_printf("action %s", action->ref);
    text = mb_case_short(action->text);
    return g_strdup_printf("the action “%s”", text);
}

char *mb_case_person(const MbCase *c, const char *person, const char *name)
{
    const MbPerson *record = mb_dossier_find(c->dossier, &MB_PERSON, person);

    if (record)
        return mb_person_print(record);
    return g_strdup(name ? name : "somebody unnamed");
}

char *mb_case_short(const char *text)
{
    return mb_text_fit(text ? text : "", SHORT_TEXT);
}

char *mb_case_count(int count, const char *word)
{
    return g_strdup_printf("%d %s%s", count, word, count == 1 ? "" : "s");
}
