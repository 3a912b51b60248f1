/* SPDX-License-Identifier: MIT */
/* Actions: raised without an owner or a date, numbered twice, owned by somebody from outside, not reported back on. How
 * late an action is stands in clerk/overdue.h. */
#include "check_case.h"

#include "minutebook/base/holiday.h"
#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

/* "Action 84", to begin a sentence with. */
static char *sentence_name(const MbAction *action)
{
    char *name = mb_case_action_name(action);

    *name = g_ascii_toupper(*name);
    return name;
}

typedef void (*ActionLook)(MbCase *c, const MbAction *action);

static void each_raised(MbCase *c, ActionLook look)
{
    for (guint i = 0; i < c->actions->len; i++)
        look(c, c->actions->pdata[i]);
}

static void report(MbCase *c, const MbAction *action, const char *what, const char *fix)
{
    g_autofree char *name = sentence_name(action);

    mb_case_report(c, mb_case_action_place(c, action), g_strdup_printf("%s %s", name, what), g_strdup(fix));
}

/* ---- owners ---- */

static void no_owner(MbCase *c, const MbAction *action)
{
    if (!mb_dossier_first(c->dossier, &MB_OWNER, "action", action->id))
        report(c, action, "has no owner.", "Name who is to do it.");
}

static void look_no_owner(MbCase *c)
{
    each_raised(c, no_owner);
}

typedef void (*OwnerLook)(MbCase *c, const MbAction *action, const MbOwner *owner);

static void each_owner(MbCase *c, OwnerLook look)
{
    for (guint i = 0; i < c->actions->len; i++) {
        const MbAction *action = c->actions->pdata[i];
        g_autoptr(GPtrArray) owners = mb_dossier_of(c->dossier, &MB_OWNER, "action", action->id);
        for (guint j = 0; j < owners->len; j++)
            look(c, action, owners->pdata[j]);
    }
}

/* The person who owns it: of a post, whoever held it at the meeting. Borrowed; NULL for words and for a post that
 * nobody held. */
static const char *owner_person(const MbCase *c, const MbOwner *owner)
{
    const MbPerson *holder = owner->post ? mb_post_holder(c->dossier, owner->post, c->meeting->day) : NULL;

    return owner->person ? owner->person : holder ? holder->id : NULL;
}

static void owner_not_present(MbCase *c, const MbAction *action, const MbOwner *owner)
{
    const char *person = owner_person(c, owner);
    const MbAttendance *attendance = mb_case_attendance(c, person, NULL);
    g_autofree char *who = mb_case_person(c, person, owner->name);
    g_autofree char *what = g_strdup_printf("was given to %s, who was not there.", who);

    if (!person || mb_case_was_there(c, person, NULL) ||
        (attendance &&
         (attendance->status == MB_ATTENDANCE_REPRESENTED || attendance->status == MB_ATTENDANCE_UNKNOWN)))
        return;
    report(c, action, what, "Make sure that they know of it.");
}

static void look_owner_not_present(MbCase *c)
{
    if (c->held && mb_case_has_register(c))
        each_owner(c, owner_not_present);
}

static gboolean is_known_name(const MbCase *c, const char *name)
{
    return mb_case_is_collective(name) || mb_case_is_role(c, name) || mb_case_was_there(c, NULL, name);
}

static void owner_not_on_roll(MbCase *c, const MbAction *action, const MbOwner *owner)
{
    g_autofree char *who = mb_case_person(c, owner->person, owner->name);
    g_autofree char *off = mb_case_off_roll(c, owner->person, c->meeting->day);
    g_autofree char *what = g_strdup_printf("belongs to %s, who %s.", who, off);

    if (owner->post ||
        (owner->person ? mb_case_on_roll(c, owner->person, c->meeting->day) || mb_case_was_there(c, owner->person, NULL)
                       : !owner->name || is_known_name(c, owner->name)))
        return;
    report(c, action, what, "Correct the name, or name a member who sees to it.");
}

static void look_owner_not_on_roll(MbCase *c)
{
    each_owner(c, owner_not_on_roll);
}

/* ---- dates and refs ---- */

static void no_due(MbCase *c, const MbAction *action)
{
    g_autofree char *what = action->due_words
                                ? g_strdup_printf("has no date by which it is due, only “%s”.", action->due_words)
                                : g_strdup("has no date by which it is due.");

    if (action->status == MB_ACTION_OPEN && action->due == MB_NO_DAY && !action->due_meeting)
        report(c, action, what, "Agree a date, or the meeting it is due at.");
}

static void look_no_due(MbCase *c)
{
    each_raised(c, no_due);
}

static void due_on_holiday(MbCase *c, const MbAction *action)
{
    gboolean dated = action->status == MB_ACTION_OPEN && action->due != MB_NO_DAY && !action->due_meeting;
    const char *holiday = dated ? mb_holiday_name(action->due) : NULL;
    g_autofree char *day = dated ? mb_day_full(action->due) : NULL;
    g_autofree char *what =
        holiday ? g_strdup_printf("is due on %s, %s.", day, holiday) : g_strdup_printf("is due on %s.", day);

    if (holiday || (dated && mb_day_weekday(action->due) >= 6))
        report(c, action, what, "Say which working day is meant.");
}

static void look_due_on_holiday(MbCase *c)
{
    each_raised(c, due_on_holiday);
}

static gboolean shares_ref(const MbAction *one, const MbAction *other)
{
    return one != other && one->ref && other->ref && g_strcmp0(one->board, other->board) == 0 &&
           mb_text_same(one->ref, other->ref);
}

static void duplicate_ref(MbCase *c, const MbAction *action)
{
    GPtrArray *all = mb_dossier_all(c->dossier, &MB_ACTION);

    for (guint i = 0; i < all->len; i++) {
        const MbAction *other = all->pdata[i];
        g_autofree char *text = mb_case_short(action->text);
        g_autofree char *other_text = mb_case_short(other->text);
        if (shares_ref(action, other))
            mb_case_report(
                c, mb_case_action_place(c, action),
                g_strdup_printf("Ref %s stands for two actions: “%s” and “%s”.", action->ref, text, other_text),
                g_strdup("Give one of them a ref of its own."));
    }
}

/* One ref, closed and left open at the same meeting: two actions under one number, as a rule. */
static void contradicting_updates(MbCase *c)
{
    for (guint i = 0; i < c->updates->len; i++)
        for (guint j = i + 1; j < c->updates->len; j++) {
            const MbUpdate *one = c->updates->pdata[i];
            const MbUpdate *other = c->updates->pdata[j];
            const MbAction *action = mb_dossier_find(c->dossier, &MB_ACTION, one->action);
            if (action && g_strcmp0(one->action, other->action) == 0 && one->outcome && other->outcome &&
                one->outcome != other->outcome)
                report(c, action, "was reported on twice at this meeting, once as closed and once as open.",
                       "If they are two actions, give one of them a ref of its own.");
        }
}

static void look_duplicate_ref(MbCase *c)
{
    each_raised(c, duplicate_ref);
    contradicting_updates(c);
}

static void closed_when_raised(MbCase *c, const MbAction *action)
{
    gboolean here = action->closed_at ? g_strcmp0(action->closed_at, c->meeting->id) == 0
                                      : action->closed_on != MB_NO_DAY && action->closed_on == c->meeting->day;

    if (action->status == MB_ACTION_CLOSED && here)
        report(c, action, "was closed at the meeting that raised it.",
               "If it was done there and then, say so in the text.");
}

static void look_closed_when_raised(MbCase *c)
{
    each_raised(c, closed_when_raised);
}

/* ---- reporting back ---- */

static void look_update_without_outcome(MbCase *c)
{
    for (guint i = 0; i < c->updates->len; i++) {
        const MbUpdate *update = c->updates->pdata[i];
        const MbAction *action = mb_dossier_find(c->dossier, &MB_ACTION, update->action);
        g_autofree char *name = action ? mb_case_action_name(action) : NULL;
        const MbItem *item = mb_case_item(c, update->item);
        if (action && update->outcome == MB_UPDATE_NONE)
            mb_case_report(c, item ? mb_case_item_place(c, item) : mb_case_action_place(c, action),
                           g_strdup_printf("The update on %s does not say whether it is closed or remains open.", name),
                           g_strdup("Say which."));
    }
}

static gboolean is_open(const MbAction *action)
{
    return action->status == MB_ACTION_OPEN || action->status == MB_ACTION_REPORTED;
}

/* Raised before this meeting. */
static gboolean is_earlier(const MbCase *c, const MbAction *action)
{
    const MbMeeting *raised = mb_dossier_find(c->dossier, &MB_MEETING, action->raised_at);
    MbDay day = action->raised_on != MB_NO_DAY ? action->raised_on : raised ? raised->day : MB_NO_DAY;

    return g_strcmp0(action->raised_at, c->meeting->id) != 0 && day != MB_NO_DAY && day < c->meeting->day;
}

static gboolean is_of_board(const MbCase *c, const MbAction *action)
{
    return g_strcmp0(action->board, c->meeting->board) == 0 && c->meeting->day != MB_NO_DAY;
}

static gboolean was_reported(const MbCase *c, const MbAction *action)
{
    for (guint i = 0; i < c->updates->len; i++)
        if (g_strcmp0(((const MbUpdate *)c->updates->pdata[i])->action, action->id) == 0)
            return TRUE;
    return FALSE;
}

static gboolean is_due(const MbCase *c, const MbAction *action)
{
    return g_strcmp0(action->due_meeting, c->meeting->id) == 0 ||
           (action->due != MB_NO_DAY && action->due <= c->meeting->day);
}

static void look_not_reported_back(MbCase *c)
{
    GPtrArray *all = mb_dossier_all(c->dossier, &MB_ACTION);

    for (guint i = 0; c->over && i < all->len; i++) {
        const MbAction *action = all->pdata[i];
        if (is_of_board(c, action) && is_open(action) && is_earlier(c, action) && is_due(c, action) &&
            !was_reported(c, action))
            report(c, action, "was due by this meeting, is still open, and was not reported on.",
                   "Record what was reported, or give it a new date.");
    }
}

/* ---- on the agenda ---- */

static gboolean is_about_actions(const MbItem *item)
{
    return item->matters_arising || item->source == MB_SOURCE_MATTERS_ARISING ||
           (item->title &&
            (mb_text_contains(item->title, "matters arising") || mb_text_contains(item->title, "action")));
}

static gboolean has_place_for_actions(const MbCase *c)
{
    for (guint i = 0; i < c->items->len; i++)
        if (is_about_actions(c->items->pdata[i]))
            return TRUE;
    return FALSE;
}

static gboolean is_due_here(const MbCase *c, const MbAction *action)
{
    return g_strcmp0(action->due_meeting, c->meeting->id) == 0 ||
           (action->due != MB_NO_DAY && action->due == c->meeting->day);
}

static void look_not_on_agenda(MbCase *c)
{
    GPtrArray *all = mb_dossier_all(c->dossier, &MB_ACTION);

    if (!c->ahead || !c->items->len || has_place_for_actions(c))
        return;
    for (guint i = 0; i < all->len; i++) {
        const MbAction *action = all->pdata[i];
        if (is_of_board(c, action) && is_open(action) && is_due_here(c, action))
            report(c, action, "is due at this meeting, and its agenda has no item for matters arising.",
                   "Add an item for matters arising, or for this action.");
    }
}

const MbCheckRow mb_check_actions_rows[] = {
    {.rule = "duplicate-ref", .severity = MB_SEVERITY_ERROR, .look = look_duplicate_ref},
    {.rule = "action-not-on-agenda", .severity = MB_SEVERITY_ERROR, .look = look_not_on_agenda},
    {.rule = "action-no-owner", .severity = MB_SEVERITY_WARNING, .look = look_no_owner},
    {.rule = "action-no-due", .severity = MB_SEVERITY_WARNING, .look = look_no_due},
    {.rule = "no-labelled-action", .severity = MB_SEVERITY_WARNING, .look = mb_check_labels},
    {.rule = "name-ambiguous", .severity = MB_SEVERITY_WARNING, .look = mb_check_ambiguous_owners},
    {.rule = "counterpart-not-present", .severity = MB_SEVERITY_WARNING, .look = mb_check_counterparts},
    {.rule = "owner-not-on-roll", .severity = MB_SEVERITY_WARNING, .look = look_owner_not_on_roll},
    {.rule = "update-without-outcome", .severity = MB_SEVERITY_WARNING, .look = look_update_without_outcome},
    {.rule = "not-reported-back", .severity = MB_SEVERITY_WARNING, .look = look_not_reported_back},
    {.rule = "owner-not-present", .severity = MB_SEVERITY_INFORMATION, .look = look_owner_not_present},
    {.rule = "due-on-holiday", .severity = MB_SEVERITY_INFORMATION, .look = look_due_on_holiday},
    {.rule = "closed-when-raised", .severity = MB_SEVERITY_INFORMATION, .look = look_closed_when_raised},
    {.rule = NULL},
};
