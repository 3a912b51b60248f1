/* SPDX-License-Identifier: MIT */
/* The sweep of the action log at a meeting: each open action in turn, the latest first, one key for what becomes of it.
   The sentence goes into the minute of the item from which the sweep was begun. Painted by sweep_paint.c. */
#include "sweep.h"

#include "screens.h"

#include "minutebook/base/error.h"
#include "minutebook/clerk/overdue.h"
#include "minutebook/desk/sight.h"
#include "minutebook/model/name.h"

/* --- opening and closing --- */

static void entry_free(gpointer data)
{
    SweepEntry *entry = data;

    g_free(entry->said);
    g_free(entry->note);
    g_free(entry);
}

/* Those overdue first, the latest of all at the top; then by due date; without a date at the end. */
static int by_need(gconstpointer a, gconstpointer b)
{
    const SweepEntry *first = *(SweepEntry *const *)a, *second = *(SweepEntry *const *)b;
    gboolean dated = first->action->due != MB_NO_DAY, other = second->action->due != MB_NO_DAY;

    if (dated != other)
        return dated ? -1 : 1;
    if (dated && first->action->due != second->action->due)
        return first->action->due < second->action->due ? -1 : 1;
    return first->order - second->order;
}

/* What the board has open and was raised before this meeting. */
static void gather(Sweep *sweep)
{
    GPtrArray *all = mb_dossier_all(sweep->dossier, &MB_ACTION);

    for (guint i = 0; i < all->len; i++) {
        const MbAction *action = all->pdata[i];
        SweepEntry *entry;

        if ((action->status != MB_ACTION_OPEN && action->status != MB_ACTION_REPORTED) ||
            g_strcmp0(action->board, sweep->meeting->board) != 0 ||
            g_strcmp0(action->raised_at, sweep->meeting_id) == 0)
            continue;
        entry = g_new0(SweepEntry, 1);
        entry->action = action;
        entry->order = (int)i;
        entry->how = SWEEP_OPEN;
        g_ptr_array_add(sweep->entries, entry);
    }
    g_ptr_array_sort(sweep->entries, by_need);
}

static gboolean load(Sweep *sweep, GError **error)
{
    sweep->dossier = mb_sight_meeting(mb_app_desk(sweep->view->app), sweep->meeting_id, error);
    if (!sweep->dossier)
        return FALSE;
    mb_dossier_freeze(sweep->dossier);
    sweep->meeting = mb_dossier_find(sweep->dossier, &MB_MEETING, sweep->meeting_id);
    sweep->board = mb_dossier_find(sweep->dossier, &MB_BOARD, sweep->meeting->board);
    sweep->item = mb_dossier_find(sweep->dossier, &MB_ITEM, sweep->item_id);
    gather(sweep);
    if (sweep->item && sweep->entries->len)
        return TRUE;
    g_set_error(error, MB_ERROR, MB_ERROR_USAGE, "%s",
                sweep->item ? "No action of this board that was raised before this meeting is open."
                            : "The sweep is minuted under an item; open one first.");
    return FALSE;
}

static void close_view(MbView *view)
{
    Sweep *sweep = view->data;

    g_ptr_array_unref(sweep->entries);
    mb_dossier_free(sweep->dossier);
    g_array_unref(sweep->deeds);
    g_free(sweep->meeting_id);
    g_free(sweep->item_id);
    g_free(sweep);
}

/* ARGUMENT: the meeting's id, a space, and the item's. */
static gboolean open_view(MbView *view, const char *argument, GError **error)
{
    g_auto(GStrv) ids = g_strsplit(argument, " ", 2);
    Sweep *sweep = g_new0(Sweep, 1);

    sweep->view = view;
    sweep->meeting_id = g_strdup(ids[0]);
    sweep->item_id = g_strdup(ids[0] ? ids[1] : NULL);
    sweep->entries = g_ptr_array_new_with_free_func(entry_free);
    sweep->deeds = g_array_new(FALSE, FALSE, sizeof(SweepDeed));
    view->data = sweep;
    if (load(sweep, error))
        return TRUE;
    close_view(view);
    return FALSE;
}

/* --- from action to action --- */

static gboolean has_action(MbView *view)
{
    return mb_sweep_entry(view->data) != NULL;
}

/* The next that nothing was said of; past the last comes the summary. */
static void go_on(Sweep *sweep)
{
    int count = (int)sweep->entries->len;

    do
        sweep->at++;
    while (sweep->at < count && mb_sweep_entry(sweep)->how != SWEEP_OPEN);
}

static void skip(MbView *view)
{
    Sweep *sweep = view->data;

    sweep->at = MIN(sweep->at + 1, (int)sweep->entries->len);
}

static void back(MbView *view)
{
    Sweep *sweep = view->data;

    if (sweep->at > 0)
        sweep->at--;
    else
        mb_app_say(view->app, MB_LOOK_QUIET, "This is the first action.");
}

/* --- deeds --- */

static void report(Sweep *sweep, int how, const char *option, const char *value)
{
    static const char *const words[] = {
        [SWEEP_CLOSED] = "close", [SWEEP_CARRIED] = "open", [SWEEP_REDATED] = "redate", [SWEEP_HANDED] = "hand-over"};
    SweepEntry *entry = mb_sweep_entry(sweep);
    g_autofree char *action = g_strconcat("@", entry->action->id, NULL);
    g_autofree char *meeting = g_strconcat("@", sweep->meeting_id, NULL);
    g_autofree char *item = g_strconcat("@", sweep->item_id, NULL);
    g_autoptr(GPtrArray) all = g_ptr_array_new();
    MbAnswer answer = {0};

    g_ptr_array_add(all, action);
    g_ptr_array_add(all, (gpointer)words[how]);
    if (entry->note)
        g_ptr_array_add(all, entry->note);
    for (gsize i = 0; i < 4; i++)
        g_ptr_array_add(all, ((char *[]){(char *)"--meeting", meeting, (char *)"--item", item})[i]);
    g_ptr_array_add(all, (gpointer)option);
    g_ptr_array_add(all, option ? (gpointer)value : NULL);
    g_ptr_array_add(all, NULL);
    if (mb_app_do_quietly(sweep->view->app, "actions report", (const char *const *)all->pdata, NULL, &answer)) {
        const SweepDeed deed = {mb_sight_last_deed(mb_app_desk(sweep->view->app)), sweep->at};

        entry->how = how;
        mb_set(&entry->said, answer.text);
        g_array_append_val(sweep->deeds, deed);
        go_on(sweep);
        if (answer.text)
            mb_app_say(sweep->view->app, MB_LOOK_GOOD, "%s", answer.text);
    }
    mb_answer_clear(&answer);
}

static void close_action(MbView *view)
{
    report(view->data, SWEEP_CLOSED, NULL, NULL);
}

static void carry(MbView *view)
{
    report(view->data, SWEEP_CARRIED, NULL, NULL);
}

static void due_answered(MbView *view, const char *text, gpointer data)
{
    (void)data;
    if (*text && has_action(view))
        report(view->data, SWEEP_REDATED, "--due", text);
}

static void redate(MbView *view)
{
    mb_app_ask(view, "New date", NULL, "“9 March”, “next meeting”, “2026-03-09”.", due_answered, NULL);
}

static void owner_chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    g_autofree char *person = choice->key ? g_strconcat("@", choice->key, NULL) : g_strdup(choice->text);

    (void)data;
    if (has_action(view))
        report(view->data, SWEEP_HANDED, "--owner", person);
}

static void hand_over(MbView *view)
{
    const Sweep *sweep = view->data;
    GPtrArray *people = mb_dossier_all(sweep->dossier, &MB_PERSON);
    GPtrArray *choices = mb_choices_new();

    for (guint i = 0; i < people->len; i++) {
        g_autofree char *name = mb_person_print(people->pdata[i]);

        if (mb_seat_on(sweep->dossier, sweep->board->id, ((MbPerson *)people->pdata[i])->id, sweep->meeting->day))
            mb_choices_add(choices, name, NULL, NULL, g_strdup(((MbPerson *)people->pdata[i])->id));
    }
    mb_app_choose(view, "Who takes it on?", choices, TRUE, owner_chosen, NULL);
}

static void note_answered(MbView *view, const char *text, gpointer data)
{
    (void)data;
    if (has_action(view))
        mb_set(&mb_sweep_entry(view->data)->note, text);
}

/* What was reported stands before whatever becomes of the action. */
static void note(MbView *view)
{
    mb_app_ask(view, "Reported", mb_sweep_entry(view->data)->note,
               "The words of the minute; then c, o, d or h says what becomes of it.", note_answered, NULL);
}

static gboolean can_undo(MbView *view)
{
    return ((Sweep *)view->data)->deeds->len > 0;
}

static void undo(MbView *view)
{
    Sweep *sweep = view->data;
    const SweepDeed deed = g_array_index(sweep->deeds, SweepDeed, sweep->deeds->len - 1);
    g_autofree char *seq = g_strdup_printf("%" G_GINT64_FORMAT, deed.seq);

    if (!mb_app_do(view->app, "undo", seq, NULL))
        return;
    g_array_set_size(sweep->deeds, sweep->deeds->len - 1);
    sweep->at = deed.at;
    mb_sweep_entry(sweep)->how = SWEEP_OPEN;
    mb_set(&mb_sweep_entry(sweep)->said, NULL);
}

static const MbKeyRow rows[] = {
    {"c", "Close", "Close the action", "It is done: the sentence says so.", close_action, has_action},
    {"o", "Open", "It remains open", "Carried to the next meeting.", carry, has_action},
    {"d", "Date", "Give it another date", "Asks for the date; it remains open.", redate, has_action},
    {"h", "Pass on", "Hand it over", "Asks who takes it on.", hand_over, has_action},
    {"n", "Words", "What was reported", "Asks for the words that the minute has before the outcome.", note, has_action},
    {"Right Down Space", "Skip", "Next action", "Nothing is said of this one.", skip, has_action},
    {"u Ctrl-Z", "Undo", "Undo", "Takes the last outcome back, with its sentence.", undo, can_undo},
    {"Left Up Backspace", "Back", "Action before", "Also out of the summary.", back, NULL},
    {.name = NULL},
};

const MbScreen mb_screen_sweep = {
    .name = "sweep",
    .title = "Action sweep",
    .about =
        "The board's open actions one after the other, those overdue first. One key says what becomes of each; the "
        "sentence goes into the minute of the item from which you came. Esc returns to the text.",
    .keys = rows,
    .open = open_view,
    .close = close_view,
    .paint = mb_sweep_paint,
    .headline = mb_sweep_headline,
};
