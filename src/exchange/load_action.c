/* SPDX-License-Identifier: MIT */
/* The action log: what was raised under an item, and what was reported there on earlier actions. */
#include "loading.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

#include <string.h>

static const char *const action_keys[] = {
    "ref",    "text",    "owners",  "owner", "due",           "due_words", "status",
    "closed", "updates", "chasers", "moved", "superseded_by", NULL,
};

static char *place_of(const MbBoard *board, const MbAction *action)
{
    if (action->ref)
        return g_strdup_printf("%s, action %s", mb_loading_board_name(board), action->ref);
    return g_strdup_printf("%s, an action without ref", mb_loading_board_name(board));
}

/* The first action of BOARD with that ref. */
static MbAction *action_with_ref(MbLoading *loading, const MbBoard *board, const char *ref)
{
    g_autoptr(GPtrArray) all = mb_loading_of(loading, &MB_ACTION, "board", board->id);

    for (guint i = 0; i < all->len; i++)
        if (g_strcmp0(((MbAction *)all->pdata[i])->ref, ref) == 0)
            return all->pdata[i];
    return NULL;
}

/* Whether ACTION was raised at MEETING; one of no meeting is where its text is the same. */
static gboolean is_of(const MbAction *action, const MbMeeting *meeting, const char *text)
{
    return action->raised_at ? g_strcmp0(action->raised_at, meeting->id) == 0
                             : !text || mb_text_same(action->text, text);
}

/* The action of MEETING with that ref: raised under ITEM rather than elsewhere, and none that these files have named
 * before under another item. OTHER is set to one that has the ref and is of another meeting. */
static MbAction *action_here(MbLoading *loading, const MbMeeting *meeting, const MbItem *item, const char *ref,
                             const char *text, MbAction **other)
{
    g_autoptr(GPtrArray) all = mb_loading_of(loading, &MB_ACTION, "board", meeting->board);
    MbAction *found = NULL;

    *other = NULL;
    for (guint i = 0; i < all->len; i++) {
        MbAction *action = all->pdata[i];
        if (g_strcmp0(action->ref, ref) != 0)
            continue;
        if (g_strcmp0(action->item, item->id) == 0)
            return action;
        if (!is_of(action, meeting, text))
            *other = action;
        else if (!found && !mb_loading_seen(loading, action))
            found = action;
    }
    return found;
}

/* A ref means one action for ever: another meeting's is not overwritten. */
static void refuse_ref(MbLoading *loading, const MbAction *other, const MbFields *fields)
{
    g_autofree char *ref = mb_fields_shown(other->ref);
    g_autofree char *text = mb_fields_shown(other->text);
    g_autofree char *day = mb_day_long(other->raised_on);

    mb_faults_add(loading->faults, mb_value_place(mb_fields_get(fields, "ref")),
                  "ref %s is the action “%s”%s%s: expected a ref of its own", ref, text, *day ? " of " : "", day);
}

static MbAction *action_with_text(MbLoading *loading, const MbItem *item, const char *text)
{
    g_autoptr(GPtrArray) all = mb_loading_of(loading, &MB_ACTION, "item", item->id);

    for (guint i = 0; i < all->len; i++) {
        MbAction *action = all->pdata[i];
        if (mb_text_same(action->text, text) && !mb_loading_seen(loading, action))
            return action;
    }
    return NULL;
}

static MbAction *action_open(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbItem *item,
                             const MbFields *fields)
{
    g_autofree char *ref = mb_fields_text(fields, "ref");
    g_autofree char *text = mb_fields_peek(fields, "text");
    MbAction *other = NULL;
    MbAction *action =
        ref ? action_here(loading, meeting, item, ref, text, &other) : action_with_text(loading, item, text);

    if (action)
        return mb_loading_edit(loading, action);
    if (other)
        refuse_ref(loading, other, fields);
    action = mb_loading_new(loading, &MB_ACTION);
    mb_set(&action->board, board->id);
    mb_set(&action->item, item->id);
    mb_set(&action->ref, ref);
    mb_set(&action->raised_at, meeting->id);
    action->raised_on = meeting->day;
    if (!ref)
        g_ptr_array_add(loading->unnumbered, action);
    return action;
}

static void owner_not_on_roll(MbLoading *loading, const MbBoard *board, const MbAction *action, const char *name)
{
    gboolean all = mb_text_same(name, "all") || mb_text_same(name, "partners") || mb_text_same(name, "members") ||
                   g_ascii_strncasecmp(name, "all ", 4) == 0;

    mb_loading_find(loading, "owner-not-on-roll", all ? MB_SEVERITY_INFORMATION : MB_SEVERITY_WARNING,
                    place_of(board, action),
                    g_strdup_printf("The owner %s is neither on the roll nor among the contacts.", name),
                    g_strdup("Correct the name, or add the person to the contacts."));
}

static void load_post_owner(MbLoading *loading, const MbValue *value, MbOwner *owner)
{
    static const char *const known[] = {"post", "organisation", NULL};
    MbFields fields;

    if (!mb_fields_open(&fields, loading->faults, value, "an owner", "{post: Head of Service, organisation: Probation}",
                        known) ||
        !mb_fields_need(&fields, "post", "an owner"))
        return;
    g_autofree char *post = mb_fields_text(&fields, "post");
    g_autofree char *organisation = mb_fields_text(&fields, "organisation");
    mb_set(&owner->post, post ? mb_loading_post(loading, post, mb_loading_organisation(loading, organisation)) : NULL);
}

static void load_owner(MbLoading *loading, const MbBoard *board, const MbAction *action, const MbValue *value,
                       GPtrArray *want)
{
    MbOwner *owner = mb_record_new(&MB_OWNER);

    mb_set(&owner->action, action->id);
    g_ptr_array_add(want, owner);
    if (mb_value_kind(value) == MB_VALUE_MAP) {
        load_post_owner(loading, value, owner);
        return;
    }
    mb_loading_name(loading, board->id, value, &owner->person, &owner->name);
    if (owner->person)
        g_clear_pointer(&owner->name, g_free); /* a person's own name is printed */
    else if (owner->name)
        owner_not_on_roll(loading, board, action, owner->name);
}

static void load_owners(MbLoading *loading, const MbBoard *board, const MbAction *action, const MbFields *fields)
{
    const char *key = mb_fields_has(fields, "owners") ? "owners" : "owner";
    const MbValue *value = mb_fields_get(fields, key);

    if (!mb_fields_has(fields, key))
        return;
    GPtrArray *want = g_ptr_array_new();
    if (mb_value_kind(value) == MB_VALUE_LIST)
        for (guint i = 0; i < mb_value_length(value); i++)
            load_owner(loading, board, action, mb_value_at(value, i), want);
    else
        load_owner(loading, board, action, value, want);
    mb_loading_replace(loading, &MB_OWNER, "action", action->id, want);
}

/* An action goes forward: what the book has closed is not opened again by a file that knew it open. */
static void load_status(MbLoading *loading, MbAction *action, const MbFields *fields)
{
    const MbAction *before = mb_loading_before(loading, action);
    int status = action->status;

    mb_fields_set_word(fields, "status", mb_action_status_words, "status of an action", &status);
    mb_fields_set_day(fields, "closed", &action->closed_on);
    mb_fields_order_days(fields, "closed", action->raised_on, action->closed_on);
    if (mb_fields_has(fields, "closed") && !mb_fields_has(fields, "status"))
        status = MB_ACTION_CLOSED;
    if (!before || status > before->status)
        action->status = status;
}

/* Whether the due date was moved in a way that the file does not know. */
static gboolean redated_by_hand(MbLoading *loading, const MbAction *action)
{
    g_autoptr(GPtrArray) redates = mb_loading_of(loading, &MB_REDATE, "action", action->id);

    for (guint i = 0; i < redates->len; i++)
        if (!mb_loading_seen(loading, redates->pdata[i]))
            return TRUE;
    return FALSE;
}

/* A date moved in the book stays moved. The file's own moves are loaded before this. */
static void load_due(MbLoading *loading, MbAction *action, const MbFields *fields)
{
    MbDay due = action->due;
    char *words = g_strdup(action->due_words);

    mb_fields_set_day(fields, "due", &due);
    mb_fields_set(fields, "due_words", &words);
    if (redated_by_hand(loading, action)) {
        g_free(words);
        return;
    }
    action->due = due;
    mb_set_take(&action->due_words, words);
}

static MbUpdate *update_known(MbLoading *loading, const MbAction *action, const MbItem *item, MbDay on,
                              const char *text)
{
    g_autoptr(GPtrArray) all = mb_loading_of(loading, &MB_UPDATE, "action", action->id);

    for (guint i = 0; i < all->len; i++) {
        MbUpdate *update = all->pdata[i];
        if (g_strcmp0(update->item, item ? item->id : NULL) != 0 || mb_loading_seen(loading, update))
            continue;
        if (item || (update->on == on && mb_text_same(update->text, text)))
            return mb_loading_edit(loading, update);
    }
    MbUpdate *made = mb_loading_new(loading, &MB_UPDATE);
    mb_set(&made->action, action->id);
    made->position = (int)all->len;
    return made;
}

static void load_own_update(MbLoading *loading, const MbAction *action, const MbValue *value)
{
    static const char *const known[] = {"on", "text", "outcome", NULL};
    MbFields fields;
    MbDay on = MB_NO_DAY;

    if (!mb_fields_open(&fields, loading->faults, value, "an update of an action",
                        "{on: 2026-01-05, text: Slides are ready, outcome: open}", known))
        return;
    g_autofree char *text = mb_fields_text(&fields, "text");
    mb_fields_set_day(&fields, "on", &on);
    MbUpdate *update = update_known(loading, action, NULL, on, text);
    mb_loading_see(loading, update);
    update->on = on;
    mb_set(&update->text, text);
    mb_fields_set_word(&fields, "outcome", mb_update_words, "outcome of an update", &update->outcome);
}

static MbChaser *chaser_known(MbLoading *loading, const MbAction *action, MbDay on, const char *step,
                              const char *person, const char *name)
{
    g_autoptr(GPtrArray) all = mb_loading_of(loading, &MB_CHASER, "action", action->id);

    for (guint i = 0; i < all->len; i++) {
        MbChaser *chaser = all->pdata[i];
        if (chaser->on == on && g_strcmp0(chaser->step, step) == 0 && g_strcmp0(chaser->person, person) == 0 &&
            g_strcmp0(chaser->name, name) == 0 && !mb_loading_seen(loading, chaser))
            return mb_loading_edit(loading, chaser);
    }
    MbChaser *made = mb_loading_new(loading, &MB_CHASER);
    mb_set(&made->action, action->id);
    made->position = (int)all->len;
    return made;
}

static void load_chaser(MbLoading *loading, const MbBoard *board, const MbAction *action, const MbValue *value)
{
    static const char *const known[] = {"on", "step", "to", "by", "text", NULL};
    MbFields fields;
    MbDay on = MB_NO_DAY;
    g_autofree char *person = NULL;
    g_autofree char *name = NULL;

    if (!mb_fields_open(&fields, loading->faults, value, "a chaser", "{on: 2026-01-06, step: reminder, to: First Last}",
                        known))
        return;
    g_autofree char *step = mb_fields_text(&fields, "step");
    mb_fields_set_day(&fields, "on", &on);
    mb_loading_set_name(loading, board->id, &fields, "to", &person, &name);
    MbChaser *chaser = chaser_known(loading, action, on, step, person, name);
    mb_loading_see(loading, chaser);
    chaser->on = on;
    mb_set(&chaser->step, step);
    mb_set(&chaser->person, person);
    mb_set(&chaser->name, name);
    mb_fields_set(&fields, "by", &chaser->channel);
    mb_fields_set(&fields, "text", &chaser->text);
}

static MbRedate *redate_known(MbLoading *loading, const MbAction *action, MbDay from, MbDay to)
{
    g_autoptr(GPtrArray) all = mb_loading_of(loading, &MB_REDATE, "action", action->id);

    for (guint i = 0; i < all->len; i++) {
        MbRedate *redate = all->pdata[i];
        if (redate->from_day == from && redate->to_day == to)
            return mb_loading_edit(loading, redate);
    }
    MbRedate *made = mb_loading_new(loading, &MB_REDATE);
    mb_set(&made->action, action->id);
    made->position = (int)all->len;
    return made;
}

static void load_redate(MbLoading *loading, const MbAction *action, const MbValue *value)
{
    static const char *const known[] = {"from", "to", "why", "on", NULL};
    MbFields fields;
    MbDay from = MB_NO_DAY, to = MB_NO_DAY;

    if (!mb_fields_open(&fields, loading->faults, value, "a move of a due date",
                        "{from: 2026-01-09, to: 2026-02-06, why: awaiting figures}", known) ||
        !mb_fields_need(&fields, "to", "a move of a due date"))
        return;
    mb_fields_set_day(&fields, "from", &from);
    mb_fields_set_day(&fields, "to", &to);
    MbRedate *redate = redate_known(loading, action, from, to);
    mb_loading_see(loading, redate);
    redate->from_day = from;
    redate->to_day = to;
    mb_fields_set(&fields, "why", &redate->why);
    mb_fields_set_day(&fields, "on", &redate->on);
}

static void load_action_lists(MbLoading *loading, const MbBoard *board, const MbAction *action, const MbFields *fields)
{
    const MbValue *updates = mb_fields_list(fields, "updates", "- {on: 2026-01-05, text: Slides are ready}");
    const MbValue *chasers = mb_fields_list(fields, "chasers", "- {on: 2026-01-06, step: reminder, to: First Last}");
    const MbValue *moved =
        mb_fields_list(fields, "moved", "- {from: 2026-01-09, to: 2026-02-06, why: awaiting figures}");

    for (guint i = 0; i < mb_value_length(updates); i++)
        load_own_update(loading, action, mb_value_at(updates, i));
    for (guint i = 0; i < mb_value_length(chasers); i++)
        load_chaser(loading, board, action, mb_value_at(chasers, i));
    for (guint i = 0; i < mb_value_length(moved); i++)
        load_redate(loading, action, mb_value_at(moved, i));
}

static void load_superseded(MbLoading *loading, const MbBoard *board, MbAction *action, const MbFields *fields)
{
    g_autofree char *ref = mb_fields_has(fields, "superseded_by") ? mb_fields_text(fields, "superseded_by") : NULL;
    const MbAction *by = ref ? action_with_ref(loading, board, ref) : NULL;

    if (by)
        mb_set(&action->superseded_by, by->id);
    else if (ref)
        mb_faults_add(loading->faults, mb_value_place(mb_fields_get(fields, "superseded_by")),
                      "%s has no action %s: expected the ref of one of its actions", mb_loading_board_name(board), ref);
}

static void load_action(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbItem *item,
                        const MbValue *value, int position)
{
    MbFields fields;

    if (!mb_fields_open(&fields, loading->faults, value, "an action",
                        "{ref: 96, text: Circulate the slides, owners: [First Last]}", action_keys))
        return;
    if (!mb_fields_has(&fields, "ref") && !mb_fields_need(&fields, "text", "an action without ref"))
        return;
    MbAction *action = action_open(loading, board, meeting, item, &fields);
    if (mb_loading_is_new(loading, action) && !mb_fields_need(&fields, "text", "an action"))
        return;
    mb_loading_see(loading, action);
    mb_set(&action->item, item->id);
    mb_set(&action->raised_at, meeting->id);
    action->position = position;
    mb_fields_set(&fields, "text", &action->text);
    load_action_lists(loading, board, action, &fields);
    load_due(loading, action, &fields);
    load_status(loading, action, &fields);
    load_owners(loading, board, action, &fields);
    load_superseded(loading, board, action, &fields);
}

void mb_load_actions(MbLoading *loading, MbBoard *board, const MbMeeting *meeting, const MbItem *item,
                     const MbFields *fields)
{
    const MbValue *list =
        mb_fields_list(fields, "actions", "- {ref: 96, text: Circulate the slides, owners: [First Last]}");

    for (guint i = 0; i < mb_value_length(list); i++)
        load_action(loading, board, meeting, item, mb_value_at(list, i), (int)i);
}

/* Reported closed at a meeting: closed there, unless it was before. */
static void close_by(MbLoading *loading, MbAction *action, const MbMeeting *meeting)
{
    mb_loading_edit(loading, action);
    if (action->status < MB_ACTION_CLOSED)
        action->status = MB_ACTION_CLOSED;
    if (action->closed_on == MB_NO_DAY)
        action->closed_on = meeting->day;
    if (!action->closed_at)
        mb_set(&action->closed_at, meeting->id);
}

static void load_update(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbItem *item,
                        const MbValue *value)
{
    static const char *const known[] = {"ref", "text", "outcome", NULL};
    MbFields fields;

    if (!mb_fields_open(&fields, loading->faults, value, "an update of an earlier action",
                        "{ref: 84, text: Done, outcome: closed}", known) ||
        !mb_fields_need(&fields, "ref", "an update of an earlier action"))
        return;
    g_autofree char *ref = mb_fields_text(&fields, "ref");
    MbAction *action = ref ? action_with_ref(loading, board, ref) : NULL;
    if (ref && !action) {
        g_autofree char *shown = mb_fields_shown(ref);
        mb_faults_add(loading->faults, mb_value_place(mb_fields_get(&fields, "ref")),
                      "%s has no action %s: expected the ref of an action raised before", mb_loading_board_name(board),
                      shown);
    }
    int outcome = 0;
    mb_fields_set_word(&fields, "outcome", mb_update_words, "outcome of an update", &outcome);
    if (!action)
        return;
    MbUpdate *update = update_known(loading, action, item, meeting->day, NULL);
    mb_loading_see(loading, update);
    mb_set(&update->meeting, meeting->id);
    mb_set(&update->item, item->id);
    update->on = meeting->day;
    update->outcome = outcome;
    mb_fields_set(&fields, "text", &update->text);
    if (outcome == MB_UPDATE_CLOSED)
        close_by(loading, action, meeting);
}

void mb_load_updates(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbItem *item,
                     const MbFields *fields)
{
    const MbValue *list = mb_fields_list(fields, "updates", "- {ref: 84, text: Done, outcome: closed}");

    for (guint i = 0; i < mb_value_length(list); i++)
        load_update(loading, board, meeting, item, mb_value_at(list, i));
}
