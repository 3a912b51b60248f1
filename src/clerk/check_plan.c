/* SPDX-License-Identifier: MIT */
/* The forward plan of a year: statutory business that it misses, meetings with nothing to do, priorities that are none,
   leads from outside. What is wrong with single entries is check_entries.c, how the agenda departs from the plan
   check_agenda.c. */
#include "check_year.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/recur.h"
#include "minutebook/model/name.h"

typedef void (*PlanLook)(MbCase *c, const MbPlan *plan, const GPtrArray *meetings);

static void each_plan(MbCase *c, PlanLook look)
{
    GPtrArray *plans = mb_dossier_all(c->dossier, &MB_PLAN);

    for (guint i = 0; i < plans->len; i++) {
        const MbPlan *plan = plans->pdata[i];
        if (mb_year_wants_plan(c, plan)) {
            g_autoptr(GPtrArray) meetings = mb_year_meetings(c, plan);
            look(c, plan, meetings);
        }
    }
}

typedef void (*LineLook)(MbCase *c, const MbPlan *plan, const MbLine *line, const GPtrArray *meetings);

static void each_line(MbCase *c, const MbPlan *plan, const GPtrArray *meetings, LineLook look)
{
    g_autoptr(GPtrArray) lines = mb_dossier_of(c->dossier, &MB_LINE, "plan", plan->id);

    for (guint i = 0; i < lines->len; i++)
        look(c, plan, lines->pdata[i], meetings);
}

/* ---- statutory business ---- */

static guint times_due(const MbCase *c, const MbLine *line, const GPtrArray *meetings)
{
    guint times = 0;

    for (guint i = 0; i < meetings->len; i++)
        times += mb_recur_comes(c->dossier, line, meetings, i) ? 1 : 0;
    return times;
}

static gboolean is_among(const GPtrArray *meetings, const char *id)
{
    for (guint i = 0; i < meetings->len; i++)
        if (g_strcmp0(((const MbMeeting *)meetings->pdata[i])->id, id) == 0)
            return TRUE;
    return FALSE;
}

/* Where a line's entries stand: DROPPED counts those taken out, PLACED those at a meeting of the year. */
static void count_entries(const MbCase *c, const MbLine *line, const GPtrArray *meetings, guint *dropped, guint *placed)
{
    g_autoptr(GPtrArray) entries = mb_dossier_of(c->dossier, &MB_ENTRY, "line", line->id);

    *dropped = *placed = 0;
    for (guint i = 0; i < entries->len; i++) {
        const MbEntry *entry = entries->pdata[i];
        if (entry->state == MB_ENTRY_DROPPED)
            ++*dropped;
        else if (is_among(meetings, entry->meeting))
            ++*placed;
    }
}

static void line_gap(MbCase *c, const MbPlan *plan, const MbLine *line, const GPtrArray *meetings)
{
    guint dropped, placed;
    guint due = times_due(c, line, meetings);

    if (!line->statutory || line->parent || !line->title || meetings->len == 0)
        return;
    count_entries(c, line, meetings, &dropped, &placed);
    if (placed > 0 || due > dropped)
        return;
    mb_case_report(c, mb_case_plan_place(c, plan, line->title),
                   dropped ? g_strdup_printf("“%s” is statutory, and has been dropped from every meeting of %s.",
                                             line->title, plan->year ? plan->year : "the year")
                           : g_strdup_printf("“%s” is statutory, and comes to no meeting in %s.", line->title,
                                             plan->year ? plan->year : "the year"),
                   g_strdup("Plan it for one of the year's meetings."));
}

static void plan_gap(MbCase *c, const MbPlan *plan, const GPtrArray *meetings)
{
    each_line(c, plan, meetings, line_gap);
}

static void look_plan_gap(MbCase *c)
{
    each_plan(c, plan_gap);
}

/* ---- meetings with nothing to do ---- */

static gboolean has_entry(const MbCase *c, const char *meeting)
{
    GPtrArray *all = mb_dossier_all(c->dossier, &MB_ENTRY);

    for (guint i = 0; i < all->len; i++) {
        const MbEntry *entry = all->pdata[i];
        if (entry->section == MB_SECTION_BUSINESS && entry->state != MB_ENTRY_DROPPED &&
            g_strcmp0(entry->meeting, meeting) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Business put on the agenda by hand, or carried over to it. */
static gboolean has_item(const MbCase *c, const char *meeting)
{
    GPtrArray *all = mb_dossier_all(c->dossier, &MB_ITEM);

    for (guint i = 0; i < all->len; i++) {
        const MbItem *item = all->pdata[i];
        if (!item->dropped && (item->source == MB_SOURCE_ADDED || item->source == MB_SOURCE_CARRIED) &&
            g_strcmp0(item->meeting, meeting) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Lines for which entries have not been made yet. */
static gboolean has_line(const MbCase *c, const MbPlan *plan, const GPtrArray *meetings, guint index)
{
    g_autoptr(GPtrArray) lines = mb_dossier_of(c->dossier, &MB_LINE, "plan", plan->id);

    for (guint i = 0; i < lines->len; i++) {
        const MbLine *line = lines->pdata[i];
        if (line->section == MB_SECTION_BUSINESS && !mb_dossier_first(c->dossier, &MB_ENTRY, "line", line->id) &&
            mb_recur_comes(c->dossier, line, meetings, index))
            return TRUE;
    }
    return FALSE;
}

static void plan_empty(MbCase *c, const MbPlan *plan, const GPtrArray *meetings)
{
    for (guint i = 0; i < meetings->len; i++) {
        const MbMeeting *meeting = meetings->pdata[i];
        g_autofree char *day = mb_case_day(meeting);
        if (meeting->state > MB_STATE_CALLED || (c->meeting && meeting != c->meeting))
            continue;
        if (has_entry(c, meeting->id) || has_item(c, meeting->id) || has_line(c, plan, meetings, i))
            continue;
        mb_case_report(c, mb_case_plan_place(c, plan, day),
                       g_strdup_printf("No business is planned for the meeting of %s.", day),
                       g_strdup("Plan business for it, or cancel the meeting."));
    }
}

static void look_plan_empty(MbCase *c)
{
    each_plan(c, plan_empty);
}

/* ---- priorities ---- */

/* Whether the board has priorities for YEAR, and NUMBER is none of them. */
static gboolean is_no_priority(const MbCase *c, const char *year, const char *number)
{
    GPtrArray *all = mb_dossier_all(c->dossier, &MB_PRIORITY);
    gboolean any = FALSE;

    for (guint i = 0; year && number && i < all->len; i++) {
        const MbPriority *priority = all->pdata[i];
        if (!c->board || g_strcmp0(priority->board, c->board->id) != 0 || g_strcmp0(priority->year, year) != 0)
            continue;
        any = TRUE;
        if (g_strcmp0(priority->number, number) == 0)
            return FALSE;
    }
    return any;
}

static void report_priority(MbCase *c, const MbPlan *plan, const char *title, const char *number)
{
    if (plan && title && is_no_priority(c, plan->year, number))
        mb_case_report(c, mb_case_plan_place(c, plan, title),
                       g_strdup_printf("“%s” serves priority %s, and the board has no priority %s in %s.", title,
                                       number, number, plan->year),
                       g_strdup("Give it the number of one of the year's priorities."));
}

static void line_priority(MbCase *c, const MbPlan *plan, const MbLine *line, const GPtrArray *meetings)
{
    (void)meetings;
    report_priority(c, plan, line->title, line->priority);
}

static void plan_priority(MbCase *c, const MbPlan *plan, const GPtrArray *meetings)
{
    each_line(c, plan, meetings, line_priority);
}

/* Lines are the whole year's: a single meeting answers only for its entries. */
static void look_priority_number(MbCase *c)
{
    g_autoptr(GPtrArray) entries = mb_year_entries(c);

    if (!c->meeting)
        each_plan(c, plan_priority);
    for (guint i = 0; i < entries->len; i++) {
        const MbEntry *entry = entries->pdata[i];
        report_priority(c, mb_year_plan(c, entry), entry->title, entry->priority);
    }
}

/* ---- leads ---- */

static void report_lead(MbCase *c, const MbPlan *plan, const char *title, const char *person, const char *name)
{
    g_autofree char *who = mb_case_person(c, person, name);
    g_autofree char *off = mb_case_off_roll(c, person, c->today);

    if (!title || (person ? mb_case_on_roll(c, person, c->today) : !name || mb_case_is_role(c, name)))
        return;
    mb_case_report(c, mb_case_plan_place(c, plan, title), g_strdup_printf("%s, who leads “%s”, %s.", who, title, off),
                   g_strdup("Name a member, or see that somebody invites them."));
}

static void line_lead(MbCase *c, const MbPlan *plan, const MbLine *line, const GPtrArray *meetings)
{
    g_autoptr(GPtrArray) leads = mb_dossier_of(c->dossier, &MB_LINE_LEAD, "line", line->id);

    (void)meetings;
    for (guint i = 0; i < leads->len; i++) {
        const MbLineLead *lead = leads->pdata[i];
        report_lead(c, plan, line->title, lead->person, lead->name);
    }
}

static void plan_lead(MbCase *c, const MbPlan *plan, const GPtrArray *meetings)
{
    each_line(c, plan, meetings, line_lead);
}

/* What was held is past mending. */
static gboolean is_to_come(const MbCase *c, const MbEntry *entry)
{
    const MbMeeting *meeting = mb_dossier_find(c->dossier, &MB_MEETING, entry->meeting);

    return !meeting || meeting->state <= MB_STATE_CALLED;
}

static void look_lead_not_on_roll(MbCase *c)
{
    g_autoptr(GPtrArray) entries = mb_year_entries(c);

    each_plan(c, plan_lead);
    for (guint i = 0; i < entries->len; i++) {
        const MbEntry *entry = entries->pdata[i];
        g_autoptr(GPtrArray) leads = mb_dossier_of(c->dossier, &MB_ENTRY_LEAD, "entry", entry->id);
        for (guint j = 0; is_to_come(c, entry) && j < leads->len; j++) {
            const MbEntryLead *lead = leads->pdata[j];
            report_lead(c, mb_year_plan(c, entry), entry->title, lead->person, lead->name);
        }
    }
}

const MbCheckRow mb_check_plan_rows[] = {
    {.rule = "plan-gap", .severity = MB_SEVERITY_ERROR, .look = look_plan_gap},
    {.rule = "plan-empty-meeting", .severity = MB_SEVERITY_WARNING, .look = look_plan_empty},
    {.rule = "plan-contradiction", .severity = MB_SEVERITY_WARNING, .look = mb_check_plan_contradiction},
    {.rule = "plan-stale", .severity = MB_SEVERITY_WARNING, .look = mb_check_plan_stale},
    {.rule = "move-unspecified", .severity = MB_SEVERITY_WARNING, .look = mb_check_move_unspecified},
    {.rule = "priority-number", .severity = MB_SEVERITY_WARNING, .look = look_priority_number},
    {.rule = "plan-moved", .severity = MB_SEVERITY_INFORMATION, .look = mb_check_plan_moved},
    {.rule = NULL},
};

const MbCheckRow mb_check_plan_alone_rows[] = {
    {.rule = "lead-not-on-roll", .severity = MB_SEVERITY_INFORMATION, .look = look_lead_not_on_roll},
    {.rule = "name-ambiguous", .severity = MB_SEVERITY_WARNING, .look = mb_check_ambiguous_leads},
    {.rule = NULL},
};
