/* SPDX-License-Identifier: MIT */
/* The agenda: against the forward plan, its presenters, what is restricted, its letters, its papers, the minutes it has
 * to approve. Times are check_time.c. */
#include "check_match.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

#include <string.h>

/* An item found by its title alone is compared with the plan only while the agenda can still be put right: past minutes
 * title and present things as they came. */
static const MbItem *comparable(const MbCase *c, const MbEntry *entry)
{
    gboolean linked;
    const MbItem *item = mb_match_item(c, entry, &linked);

    return item && !item->dropped && (linked || c->ahead) ? item : NULL;
}

typedef void (*Compare)(MbCase *c, const MbEntry *entry, const MbItem *item);

static void each_pair(MbCase *c, Compare compare)
{
    g_autoptr(GPtrArray) entries = mb_match_entries(c);

    for (guint i = 0; i < entries->len; i++) {
        const MbItem *item = comparable(c, entries->pdata[i]);
        if (item)
            compare(c, entries->pdata[i], item);
    }
}

/* ---- against the plan ---- */

static void compare_presenter(MbCase *c, const MbEntry *entry, const MbItem *item)
{
    g_auto(GStrv) leads = mb_match_leads(c, entry);
    g_auto(GStrv) presenters = mb_match_presenters(c, item);
    g_autofree char *plan = mb_text_join((const char *const *)leads);
    g_autofree char *agenda = mb_text_join((const char *const *)presenters);
    g_autofree char *name = mb_case_item_name(item);

    if (!*leads || mb_match_same_people(c, entry, item))
        return;
    mb_case_report(c, mb_case_item_place(c, item),
                   *presenters
                       ? g_strdup_printf("%s is presented by %s on the agenda, and led by %s in the forward plan.",
                                         name, agenda, plan)
                       : g_strdup_printf("%s has no presenter on the agenda; the forward plan says %s.", name, plan),
                   g_strdup("Ask who will present it, and put the same on the agenda and in the plan."));
}

static void look_presenter_changed(MbCase *c)
{
    each_pair(c, compare_presenter);
}

static void compare_title(MbCase *c, const MbEntry *entry, const MbItem *item)
{
    if (!entry->title || mb_match_same_title(entry->title, item->title))
        return;
    mb_case_report(
        c, mb_case_item_place(c, item),
        g_strdup_printf("The agenda says “%s”, the forward plan “%s”.", item->title ? item->title : "", entry->title),
        g_strdup("Use one title in both, so that the item can be followed."));
}

static void look_title_variant(MbCase *c)
{
    each_pair(c, compare_title);
}

static gboolean is_restricted(const MbCase *c, const char *field, const char *id)
{
    return mb_dossier_first(c->dossier, &MB_RESTRICTION, field, id) != NULL;
}

static void compare_restriction(MbCase *c, const MbEntry *entry, const MbItem *item)
{
    g_autofree char *name = mb_case_item_name(item);

    if ((!entry->restricted && !is_restricted(c, "entry", entry->id)) || is_restricted(c, "item", item->id))
        return;
    mb_case_report(c, mb_case_item_place(c, item),
                   g_strdup_printf("%s is restricted in the forward plan and open on the agenda.", name),
                   g_strdup("Restrict the item, or lift the restriction in the plan."));
}

static void look_restricted_lost(MbCase *c)
{
    each_pair(c, compare_restriction);
}

static const MbItem *parent_item(const MbCase *c, const MbEntry *entry)
{
    const MbEntry *parent = mb_dossier_find(c->dossier, &MB_ENTRY, entry->parent);

    return parent ? mb_match_item(c, parent, NULL) : NULL;
}

/* A lettered part is missed only where the item that it is a part of is there. */
static void look_plan_vs_agenda(MbCase *c)
{
    g_autoptr(GPtrArray) entries = mb_match_entries(c);

    for (guint i = 0; c->ahead && c->items->len && i < entries->len; i++) {
        const MbEntry *entry = entries->pdata[i];
        const MbItem *parent = parent_item(c, entry);
        if (mb_match_item(c, entry, NULL) || (entry->parent && (!parent || parent->dropped)))
            continue;
        mb_case_report(c, parent ? mb_case_item_place(c, parent) : mb_case_place(c),
                       g_strdup_printf("“%s” is planned for this meeting and is not on its agenda.",
                                       entry->title ? entry->title : "An item without title"),
                       g_strdup("Draft the agenda again, or move the item in the plan with a reason."));
    }
}

/* ---- presenters ---- */

typedef void (*Present)(MbCase *c, const MbItem *item, const MbPresenter *presenter);

static void each_presenter(MbCase *c, Present present)
{
    for (guint i = 0; i < c->items->len; i++) {
        const MbItem *item = c->items->pdata[i];
        g_autoptr(GPtrArray) presenters = mb_dossier_of(c->dossier, &MB_PRESENTER, "item", item->id);
        for (guint j = 0; j < presenters->len; j++)
            present(c, item, presenters->pdata[j]);
    }
}

static void presenter_apologies(MbCase *c, const MbItem *item, const MbPresenter *presenter)
{
    const MbAttendance *attendance = mb_case_attendance(c, presenter->person, presenter->name);
    g_autofree char *name = NULL;
    g_autofree char *title = NULL;

    if (!attendance || attendance->status != MB_ATTENDANCE_APOLOGIES)
        return;
    name = mb_case_person(c, presenter->person, presenter->name);
    title = mb_case_item_name(item);
    mb_case_report(c, mb_case_item_place(c, item),
                   g_strdup_printf("%s, named as presenter of %s, has sent apologies.", name, title),
                   g_strdup(c->ahead ? "Ask who presents instead, or defer the item."
                                     : "Name who presented it, or correct the attendance."));
}

static void look_presenter_with_apologies(MbCase *c)
{
    each_presenter(c, presenter_apologies);
}

static void presenter_not_on_roll(MbCase *c, const MbItem *item, const MbPresenter *presenter)
{
    g_autofree char *name = mb_case_person(c, presenter->person, presenter->name);
    g_autofree char *title = mb_case_item_name(item);
    g_autofree char *off = mb_case_off_roll(c, presenter->person, c->meeting->day);

    if (presenter->person ? mb_case_on_roll(c, presenter->person, c->meeting->day)
                          : !presenter->name || mb_case_is_role(c, presenter->name))
        return;
    mb_case_report(c, mb_case_item_place(c, item), g_strdup_printf("%s, who is to present %s, %s.", name, title, off),
                   g_strdup("Invite them and send them the agenda, or name a member."));
}

static void look_lead_not_on_roll(MbCase *c)
{
    if (c->ahead)
        each_presenter(c, presenter_not_on_roll);
}

/* ---- what is restricted ---- */

static gboolean lacks_reason(const MbRestriction *restriction)
{
    return mb_text_empty(restriction->paragraph) && mb_text_empty(restriction->reason);
}

/* The item on this agenda that the restriction concerns, itself or by its paper or paragraph; WHAT it is, for the
 * sentence. */
static const MbItem *restricted_item(const MbCase *c, const MbRestriction *restriction, const char **what)
{
    const MbPaper *paper = mb_dossier_find(c->dossier, &MB_PAPER, restriction->paper);
    const MbMinute *minute = mb_dossier_find(c->dossier, &MB_MINUTE, restriction->minute);

    *what = paper ? "A paper of " : minute ? "Text under " : "";
    return mb_case_item(c, paper ? paper->item : minute ? minute->item : restriction->item);
}

static void look_restricted_no_reason(MbCase *c)
{
    GPtrArray *all = mb_dossier_all(c->dossier, &MB_RESTRICTION);

    for (guint i = 0; i < all->len; i++) {
        const char *what;
        const MbRestriction *restriction = all->pdata[i];
        const MbItem *item = lacks_reason(restriction) ? restricted_item(c, restriction, &what) : NULL;
        g_autofree char *name = item ? mb_case_item_name(item) : NULL;
        if (item)
            mb_case_report(
                c, mb_case_item_place(c, item),
                g_strdup_printf("%s%s is restricted, and neither a paragraph nor a reason is given.", what, name),
                g_strdup("Name the paragraph of the board's rules that it falls under."));
    }
}

/* ---- letters ---- */

/* The small letter with which a number such as 14(a) or 14a ends; 0 where there is none. */
static char letter_of(const MbItem *item)
{
    gsize length = item->number ? strlen(item->number) : 0;

    if (length >= 4 && item->number[length - 1] == ')' && item->number[length - 3] == '(')
        length--;
    else if (length < 2 || !g_ascii_isdigit(item->number[length - 2]))
        return 0;
    return g_ascii_islower(item->number[length - 1]) ? item->number[length - 1] : 0;
}

/* The lettered sibling printed before the item at INDEX, or NULL. */
static const MbItem *letter_before(const MbCase *c, guint index)
{
    const MbItem *item = c->items->pdata[index];

    while (index-- > 0) {
        const MbItem *earlier = c->items->pdata[index];
        if (g_strcmp0(earlier->parent, item->parent) == 0 && letter_of(earlier))
            return earlier;
    }
    return NULL;
}

static void look_letter_gap(MbCase *c)
{
    for (guint i = 0; i < c->items->len; i++) {
        const MbItem *item = c->items->pdata[i];
        const MbItem *before = item->parent && letter_of(item) ? letter_before(c, i) : NULL;
        char expected = before ? (char)(letter_of(before) + 1) : 'a';
        if (!item->parent || !letter_of(item) || letter_of(item) == expected)
            continue;
        mb_case_report(c, mb_case_item_place(c, item),
                       before
                           ? g_strdup_printf("%s follows %s: there is no (%c).", item->number, before->number, expected)
                           : g_strdup_printf("The first lettered part is %s: there is no (a).", item->number),
                       g_strdup("Put in the part that is missing, or letter the parts again."));
    }
}

/* ---- papers ---- */

static void look_paper_state(MbCase *c)
{
    for (guint i = 0; i < c->items->len; i++) {
        const MbItem *item = c->items->pdata[i];
        const MbPaper *paper =
            item->paper == MB_PAPER_VERBAL ? mb_dossier_first(c->dossier, &MB_PAPER, "item", item->id) : NULL;
        g_autofree char *name = mb_case_item_name(item);
        if (item->paper != MB_PAPER_VERBAL || (!paper && !item->pages))
            continue;
        mb_case_report(c, mb_case_item_place(c, item),
                       paper && paper->title
                           ? g_strdup_printf("%s is marked verbal, and yet has a paper, “%s”.", name, paper->title)
                       : paper ? g_strdup_printf("%s is marked verbal, and yet has a paper.", name)
                               : g_strdup_printf("%s is marked verbal, and yet has pages %s.", name, item->pages),
                       g_strdup("Mark the paper as received, or take it off the item."));
    }
}

const MbCheckRow mb_check_agenda_rows[] = {
    {.rule = "plan-vs-agenda", .severity = MB_SEVERITY_ERROR, .look = look_plan_vs_agenda},
    {.rule = "title-variant", .severity = MB_SEVERITY_WARNING, .look = look_title_variant},
    {.rule = "presenter-changed", .severity = MB_SEVERITY_WARNING, .look = look_presenter_changed},
    {.rule = "presenter-with-apologies", .severity = MB_SEVERITY_WARNING, .look = look_presenter_with_apologies},
    {.rule = "lead-not-on-roll", .severity = MB_SEVERITY_INFORMATION, .look = look_lead_not_on_roll},
    {.rule = "name-ambiguous", .severity = MB_SEVERITY_WARNING, .look = mb_check_ambiguous_presenters},
    {.rule = "restricted-lost", .severity = MB_SEVERITY_ERROR, .look = look_restricted_lost},
    {.rule = "restricted-no-reason", .severity = MB_SEVERITY_WARNING, .look = look_restricted_no_reason},
    {.rule = "letter-gap", .severity = MB_SEVERITY_WARNING, .look = look_letter_gap},
    {.rule = "paper-state-contradiction", .severity = MB_SEVERITY_WARNING, .look = look_paper_state},
    {.rule = "security-vocabulary", .severity = MB_SEVERITY_WARNING, .look = mb_check_security},
    {.rule = "late-without-reason", .severity = MB_SEVERITY_WARNING, .look = mb_check_late},
    {.rule = "previous-minutes-not-approved", .severity = MB_SEVERITY_ERROR, .look = mb_check_previous_minutes},
    {.rule = NULL},
};
