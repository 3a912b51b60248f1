/* SPDX-License-Identifier: MIT */
/* The action log as the text makes it: actions raised, and reports on those of earlier meetings. */
#include "understand.h"

#include "deed.h"
#include "which.h"

#include "minutebook/base/text.h"
#include "minutebook/model/nouns.h"
#include "minutebook/store/dossier.h"
#include "minutebook/store/record.h"

#include <string.h>

/* --- actions --- */

static void set_action(const MbClaim *claim, MbAction *action)
{
    const MbReading *reading = claim->reading;

    mb_set(&action->text, reading->text);
    action->due = reading->due;
    mb_set(&action->due_words, reading->due_words);
    mb_set(&action->due_meeting, reading->due_meeting);
}

/* The post that WORDS name, by its whole title. */
static const MbPost *post_of(const MbUnderstanding *u, const char *words)
{
    GPtrArray *posts = mb_dossier_all(u->dossier, &MB_POST);

    for (guint i = 0; words && i < posts->len; i++)
        if (mb_text_same(((const MbPost *)posts->pdata[i])->title, words))
            return posts->pdata[i];
    return NULL;
}

static void set_owner(const MbUnderstanding *u, MbOwner *owner, const MbNamed *named, int position)
{
    const MbPost *post = named->person || named->collective ? NULL : post_of(u, named->words);

    owner->position = position;
    mb_set(&owner->person, named->person);
    mb_set(&owner->post, post ? post->id : NULL);
    mb_set(&owner->name, named->person || post ? NULL : named->words);
}

/* The owners as the reading names them: those that are there are changed, so that nothing is written twice. */
static gboolean save_owners(MbUnderstanding *u, const MbClaim *claim, const MbAction *action, GError **error)
{
    g_autoptr(GPtrArray) there = mb_dossier_of(u->dossier, &MB_OWNER, "action", action->id);
    const GPtrArray *people = claim->reading->people;

    for (guint i = 0; i < people->len; i++) {
        MbOwner *owner = i < there->len ? there->pdata[i] : mb_dossier_new_record(u->dossier, &MB_OWNER);

        mb_set(&owner->action, action->id);
        set_owner(u, owner, people->pdata[i], (int)i);
        if (!mb_deed_save(u->desk, owner, error))
            return FALSE;
    }
    for (guint i = people->len; i < there->len; i++)
        if (!mb_understand_remove(u, there->pdata[i], error))
            return FALSE;
    return TRUE;
}

/* The board's next ref, from the book itself: another window may have given one out since the board came to the desk.
 */
static gboolean give_ref(MbUnderstanding *u, MbAction *action, GError **error)
{
    MbBoard *board = mb_store_get(mb_desk_book(u->desk), &MB_BOARD, u->board->id, error);
    gboolean done;

    if (!board)
        return FALSE;
    if (board->next_ref == MB_NO_INT || board->next_ref == 0)
        board->next_ref = 1;
    mb_set_take(&action->ref, g_strdup_printf("%d", board->next_ref++));
    u->board->next_ref = board->next_ref;
    done = mb_deed_save(u->desk, board, error);
    mb_record_free(board);
    return done;
}

static gboolean make_action(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    MbAction *action;

    if (!claim->reading->text)
        return TRUE;
    action = mb_dossier_new_record(u->dossier, &MB_ACTION);
    mb_set(&action->board, u->board->id);
    mb_set(&action->raised_at, u->meeting->id);
    action->raised_on = u->meeting->day;
    mb_set(&action->item, u->item ? u->item->id : NULL);
    if (u->item) {
        g_autoptr(GPtrArray) siblings = mb_dossier_of(u->dossier, &MB_ACTION, "item", u->item->id);

        action->position = mb_which_next(siblings);
    }
    set_action(claim, action);
    return give_ref(u, action, error) && mb_mark_keep(u, mark, action, error) && save_owners(u, claim, action, error);
}

static gboolean follow_action(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    MbAction *action = mb_mark_record(u, mark);

    if (claim->reading->text)
        set_action(claim, action);
    return mb_deed_save(u->desk, action, error) && save_owners(u, claim, action, error);
}

static gboolean remove_parts(MbUnderstanding *u, const MbNoun *noun, const char *field, const char *id, GError **error)
{
    g_autoptr(GPtrArray) parts = mb_dossier_of(u->dossier, noun, field, id);

    for (guint i = 0; i < parts->len; i++)
        if (!mb_understand_remove(u, parts->pdata[i], error))
            return FALSE;
    return TRUE;
}

static gboolean withdraw_action(MbUnderstanding *u, MbMark *mark, GError **error)
{
    return remove_parts(u, &MB_OWNER, "action", mark->record, error) &&
           mb_understand_remove(u, mb_mark_record(u, mark), error);
}

/* A due date that moves with its meeting is no change by hand. */
static void trace_action(const MbUnderstanding *u, const MbMark *mark, gconstpointer record, GString *out)
{
    MbAction *action = mb_record_copy(record);

    if (action->due_meeting)
        action->due = MB_NO_DAY;
    mb_trace_record(out, action);
    mb_record_free(action);
    mb_trace_parts(u, out, &MB_OWNER, "action", mark->record);
    mb_trace_parts(u, out, &MB_UPDATE, "action", mark->record);
    mb_trace_parts(u, out, &MB_CHASER, "action", mark->record);
    mb_trace_parts(u, out, &MB_REDATE, "action", mark->record);
    mb_trace_parts(u, out, &MB_RESTRICTION, "action", mark->record);
}

static gpointer twin_action(const MbUnderstanding *u, const MbClaim *claim)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(u->dossier, &MB_ACTION, "raised_at", u->meeting->id);

    for (guint i = 0; claim->reading->text && i < all->len; i++) {
        const MbAction *action = all->pdata[i];

        if (g_strcmp0(action->item, u->item ? u->item->id : NULL) == 0 && action->text &&
            mb_text_same(action->text, claim->reading->text))
            return all->pdata[i];
    }
    return NULL;
}

static char *owners_shown(const MbUnderstanding *u, const MbAction *action, const MbClaim *claim)
{
    g_autoptr(GPtrArray) owners = action ? mb_dossier_of(u->dossier, &MB_OWNER, "action", action->id) : NULL;
    GString *out = g_string_new(NULL);

    for (guint i = 0; owners && i < owners->len; i++) {
        const MbOwner *owner = owners->pdata[i];
        const MbPost *post = mb_dossier_find(u->dossier, &MB_POST, owner->post);
        g_autofree char *name = mb_understand_name(u, owner->person, post ? post->title : owner->name);

        g_string_append_printf(out, "%s%s", i ? ", " : "", name);
    }
    for (guint i = 0; !action && claim && i < claim->reading->people->len; i++) {
        const MbNamed *named = claim->reading->people->pdata[i];
        g_autofree char *name = mb_understand_name(u, named->person, named->words);

        g_string_append_printf(out, "%s%s", i ? ", " : "", name);
    }
    return g_string_free(out, FALSE);
}

/* "112 J. Redsell, 30 Jun"; before it is made "action J. Redsell, 30 Jun". */
static char *action_shown(const MbUnderstanding *u, const MbClaim *claim, const MbMark *mark, gconstpointer record)
{
    const MbAction *action = record;
    MbDay due = action ? action->due : claim ? claim->reading->due : MB_NO_DAY;
    const char *words = action ? action->due_words : claim ? claim->reading->due_words : NULL;
    g_autofree char *owners = owners_shown(u, action, claim);
    g_autofree char *day = due != MB_NO_DAY ? mb_understand_day(due) : g_strdup(words ? words : "");

    (void)mark;
    return g_strdup_printf("%s%s%s%s%s", action ? action->ref : "action", *owners ? " " : "", owners, *day ? ", " : "",
                           day);
}

const MbFamily mb_family_action = {
    .twin = twin_action,
    .make = make_action,
    .follow = follow_action,
    .withdraw = withdraw_action,
    .trace = trace_action,
    .shown = action_shown,
};

const MbFamily mb_family_undertaking = {
    .offered = TRUE,
    .twin = twin_action,
    .make = make_action,
    .follow = follow_action,
    .withdraw = withdraw_action,
    .trace = trace_action,
    .shown = action_shown,
};

/* --- updates --- */

static const char *const fate[] = {"status", "closed_on", "closed_at", NULL};

static MbAction *action_of(const MbUnderstanding *u, const MbUpdate *update)
{
    return mb_dossier_find(u->dossier, &MB_ACTION, update->action);
}

/* The board closes an action, or leaves it open, by what its minutes say. */
static gboolean set_fate(MbUnderstanding *u, const MbUpdate *update, MbMark *mark, GError **error)
{
    MbAction *action = action_of(u, update);
    g_autofree char *was = mb_remember(action, fate);
    int status = update->outcome == MB_UPDATE_CLOSED ? (int)MB_ACTION_CLOSED
                 : update->outcome == MB_UPDATE_OPEN ? (int)MB_ACTION_OPEN
                                                     : action->status;

    if (action->status == status || action->status == MB_ACTION_SUPERSEDED)
        return TRUE;
    mb_set(&mark->before, was);
    action->status = status;
    action->closed_on = status == MB_ACTION_CLOSED ? u->meeting->day : MB_NO_DAY;
    mb_set(&action->closed_at, status == MB_ACTION_CLOSED ? u->meeting->id : NULL);
    return mb_deed_save(u->desk, action, error);
}

static gboolean take_back_fate(MbUnderstanding *u, MbMark *mark, GError **error)
{
    MbAction *action = action_of(u, mb_mark_record(u, mark));

    if (!mark->before || !action)
        return TRUE;
    mb_put_back(action, mark->before);
    mb_set(&mark->before, NULL);
    return mb_deed_save(u->desk, action, error);
}

static void set_update(const MbClaim *claim, MbUpdate *update)
{
    mb_set(&update->text, claim->reading->text);
    update->outcome = MAX(claim->reading->outcome, 0);
}

/* One above the last position of the action's updates, also those of other meetings, and of all of this meeting: they
 * are told in the order in which they were reported. */
static gboolean next_position(MbUnderstanding *u, const char *action, int *position, GError **error)
{
    static const char sql[] = "SELECT max(\"position\") + 1 FROM \"update\" WHERE \"action\" = :action OR "
                              "\"meeting\" = :meeting";
    gint64 next = 0;

    if (!mb_store_number(mb_desk_book(u->desk), &next, error, sql, ":action", action, ":meeting", u->meeting->id, NULL))
        return FALSE;
    *position = (int)next;
    return TRUE;
}

/* What the minutes of another meeting have closed is not left open by these. */
static gboolean contradicts(const MbAction *action, const MbClaim *claim)
{
    return action->status == MB_ACTION_CLOSED && claim->reading->outcome == MB_UPDATE_OPEN;
}

static gboolean make_update(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    MbAction *action = mb_dossier_find(u->dossier, &MB_ACTION, claim->reading->action);
    MbUpdate *update;

    if (!action)
        return TRUE;
    if (contradicts(action, claim)) {
        g_autofree char *doubt = g_strdup_printf("Action %s is closed already.", action->ref);

        mb_set(&mark->doubt, doubt);
        return TRUE;
    }
    update = mb_dossier_new_record(u->dossier, &MB_UPDATE);
    mb_set(&update->action, action->id);
    mb_set(&update->meeting, u->meeting->id);
    mb_set(&update->item, u->item ? u->item->id : NULL);
    update->on = u->meeting->day;
    set_update(claim, update);
    return next_position(u, action->id, &update->position, error) && mb_mark_keep(u, mark, update, error) &&
           set_fate(u, update, mark, error);
}

static gboolean withdraw_update(MbUnderstanding *u, MbMark *mark, GError **error)
{
    return take_back_fate(u, mark, error) && mb_withdraw_record(u, mark, error);
}

static gboolean follow_update(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    MbUpdate *update = mb_mark_record(u, mark);

    if (g_strcmp0(update->action, claim->reading->action) != 0) {
        if (!withdraw_update(u, mark, error))
            return FALSE;
        mb_set(&mark->kind, NULL);
        mb_set(&mark->record, NULL);
        return make_update(u, claim, mark, error);
    }
    if (update->outcome != MAX(claim->reading->outcome, 0) && !take_back_fate(u, mark, error))
        return FALSE;
    set_update(claim, update);
    return mb_deed_save(u->desk, update, error) && (mark->before || set_fate(u, update, mark, error));
}

static void trace_update(const MbUnderstanding *u, const MbMark *mark, gconstpointer record, GString *out)
{
    const MbAction *action = action_of(u, record);
    g_autofree char *now = mark->before && action ? mb_remember(action, fate) : NULL;

    mb_trace_record(out, record);
    if (now)
        g_string_append(out, now);
}

static gpointer twin_update(const MbUnderstanding *u, const MbClaim *claim)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(u->dossier, &MB_UPDATE, "meeting", u->meeting->id);

    for (guint i = 0; i < all->len; i++) {
        const MbUpdate *update = all->pdata[i];

        if (claim->reading->action && g_strcmp0(update->action, claim->reading->action) == 0 &&
            mb_text_same(update->text, claim->reading->text))
            return all->pdata[i];
    }
    return NULL;
}

/* "Ref 96 closed". */
static char *update_shown(const MbUnderstanding *u, const MbClaim *claim, const MbMark *mark, gconstpointer record)
{
    const MbUpdate *update = record;
    const MbAction *action = update ? action_of(u, update) : NULL;
    int outcome = update ? update->outcome : claim ? MAX(claim->reading->outcome, 0) : 0;

    (void)mark;
    return g_strdup_printf("Ref %s %s",
                           action                         ? action->ref
                           : claim && claim->reading->ref ? claim->reading->ref
                                                          : "?",
                           outcome ? mb_update_words[outcome] : "reported");
}

const MbFamily mb_family_update = {
    .twin = twin_update,
    .make = make_update,
    .follow = follow_update,
    .withdraw = withdraw_update,
    .trace = trace_update,
    .shown = update_shown,
};
