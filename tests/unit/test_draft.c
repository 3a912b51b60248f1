/* SPDX-License-Identifier: MIT */
#include "dossier_help.h"

#include "minutebook/clerk/draft.h"
#include "minutebook/clerk/number.h"
#include "minutebook/clerk/recur.h"
#include "minutebook/clerk/timing.h"
#include "minutebook/model/by_hand.h"

/* A board whose meetings of 25 September and 11 December were held, and whose next is on 29 January. */
typedef struct {
    MbDossier *dossier;
    MbRules *rules;
    MbBoard *board;
    MbPlan *plan;
    MbMeeting *september, *december, *next;
    MbLine *welcome, *minutes, *hate, *review, *prevent, *other;
    GPtrArray *changed, *gone;
} Agenda;

static void add_lines(Agenda *agenda)
{
    MbDossier *dossier = agenda->dossier;

    agenda->welcome = help_line(dossier, agenda->plan, MB_SECTION_OPENING, "Welcome", 2, MB_EVERY_MEETING);
    agenda->minutes =
        help_line(dossier, agenda->plan, MB_SECTION_OPENING, "Minutes and action log", 5, MB_EVERY_MEETING);
    agenda->minutes->matters_arising = TRUE;
    agenda->review = help_line(dossier, agenda->plan, MB_SECTION_BUSINESS, "Homicide review", 10, MB_EVERY_MEETING);
    agenda->review->restricted = TRUE;
    mb_set(&agenda->review->paragraph, "2");
    mb_set(&agenda->review->public_title, "same");
    agenda->hate = help_line(dossier, agenda->plan, MB_SECTION_BUSINESS, "Hate crime", 15, MB_EVERY_MEETING);
    help_lead(dossier, agenda->hate, "District Commander");
    agenda->prevent = help_line(dossier, agenda->plan, MB_SECTION_BUSINESS, "Prevent", MB_NO_INT, MB_EVERY_MEETING);
    agenda->other = help_line(dossier, agenda->plan, MB_SECTION_CLOSING, "Any other business", 5, MB_EVERY_MEETING);
    for (guint i = 0; i < 2; i++) {
        MbLine *part = help_line(dossier, agenda->plan, MB_SECTION_CLOSING, i ? "Subgroups" : "Performance", MB_NO_INT,
                                 MB_EVERY_NONE);
        mb_set(&part->parent, agenda->other->id);
        mb_set(&part->letter, i ? "c" : "a");
    }
}

static void set_up(Agenda *agenda, gconstpointer data)
{
    g_autoptr(GPtrArray) made = g_ptr_array_new();

    (void)data;
    agenda->dossier = mb_dossier_new();
    agenda->rules = mb_rules_new();
    agenda->board = help_board(agenda->dossier, "Board");
    agenda->plan = help_plan(agenda->dossier, agenda->board, "2025-04-01", "2026-03-31");
    agenda->september = help_meeting(agenda->dossier, agenda->board, "2025-09-25", MB_STATE_APPROVED);
    agenda->december = help_meeting(agenda->dossier, agenda->board, "2025-12-11", MB_STATE_APPROVED);
    agenda->next = help_meeting(agenda->dossier, agenda->board, "2026-01-29", MB_STATE_PLANNED);
    add_lines(agenda);
    mb_recur_entries(agenda->dossier, agenda->plan, made);
    agenda->changed = g_ptr_array_new();
    agenda->gone = g_ptr_array_new();
}

static void tear_down(Agenda *agenda, gconstpointer data)
{
    (void)data;
    g_ptr_array_unref(agenda->changed);
    g_ptr_array_unref(agenda->gone);
    mb_rules_free(agenda->rules);
    mb_dossier_free(agenda->dossier);
}

/* Drafts, and deletes what is gone as a caller does. */
static void draft(Agenda *agenda)
{
    g_ptr_array_set_size(agenda->changed, 0);
    g_ptr_array_set_size(agenda->gone, 0);
    mb_draft_agenda(agenda->dossier, agenda->rules, agenda->next, agenda->changed, agenda->gone);
    for (guint i = 0; i < agenda->gone->len; i++)
        mb_record_free(mb_dossier_steal(agenda->dossier, agenda->gone->pdata[i]));
}

static void assert_agenda(const Agenda *agenda, const char *expected)
{
    g_autoptr(GPtrArray) items = mb_number_items(agenda->dossier, agenda->next->id);
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < items->len; i++) {
        const MbItem *item = items->pdata[i];
        g_string_append_printf(text, "%s%s %s", i ? "\n" : "", item->number ? item->number : "-", item->title);
    }
    g_assert_cmpstr(text->str, ==, expected);
}

static MbItem *find(const Agenda *agenda, const char *words)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new();

    g_assert_cmpuint(mb_number_find(agenda->dossier, agenda->next->id, words, found), ==, 1);
    return found->pdata[0];
}

#define FIRST_DRAFT                                                                                                    \
    "1 Welcome\n2 Minutes and action log\n3 Homicide review\n4 Hate crime\n5 Prevent\n6 Any other business\n6(a) "     \
    "Performance\n6(c) Subgroups"

static void test_first(Agenda *agenda, gconstpointer data)
{
    const MbRestriction *restriction;
    const MbPresenter *presenter;
    MbTiming timing;

    (void)data;
    draft(agenda);
    assert_agenda(agenda, FIRST_DRAFT);
    g_assert_cmpint(find(agenda, "1")->source, ==, MB_SOURCE_STANDING);
    g_assert_cmpint(find(agenda, "4")->source, ==, MB_SOURCE_PLAN);
    g_assert_cmpint(find(agenda, "6c")->lettered, ==, TRUE);
    g_assert_null(find(agenda, "4")->by_hand);
    presenter = mb_dossier_first(agenda->dossier, &MB_PRESENTER, "item", find(agenda, "4")->id);
    g_assert_cmpstr(presenter->name, ==, "District Commander");
    restriction = mb_dossier_first(agenda->dossier, &MB_RESTRICTION, "item", find(agenda, "3")->id);
    g_assert_cmpstr(restriction->paragraph, ==, "2");
    g_assert_cmpstr(restriction->public_title, ==, "same");
    g_assert_null(mb_dossier_first(agenda->dossier, &MB_RESTRICTION, "item", find(agenda, "4")->id));
    timing = mb_timing_of(agenda->dossier, agenda->next);
    g_assert_cmpint(timing.planned, ==, 37);
    g_assert_cmpint(timing.untimed, ==, 1);
    draft(agenda); /* nothing has changed, so nothing changes */
    g_assert_cmpuint(agenda->changed->len, ==, 0);
    g_assert_cmpuint(agenda->gone->len, ==, 0);
}

static void test_restricted_last(Agenda *agenda, gconstpointer data)
{
    (void)data;
    agenda->board->restricted_last = TRUE;
    draft(agenda);
    assert_agenda(agenda, "1 Welcome\n2 Minutes and action log\n3 Hate crime\n4 Prevent\n5 Homicide review\n6 Any "
                          "other business\n6(a) Performance\n6(c) Subgroups");
}

/* The entry of LINE for the next meeting. */
static MbEntry *entry_of(const Agenda *agenda, const MbLine *line)
{
    g_autoptr(GPtrArray) entries = mb_dossier_of(agenda->dossier, &MB_ENTRY, "line", line->id);

    for (guint i = 0; i < entries->len; i++)
        if (g_strcmp0(((MbEntry *)entries->pdata[i])->meeting, agenda->next->id) == 0)
            return entries->pdata[i];
    return NULL;
}

/* What is changed by hand stays; what is not follows the plan. */
static void test_by_hand(Agenda *agenda, gconstpointer data)
{
    MbItem *hate, *prevent, *added;

    (void)data;
    draft(agenda);
    hate = find(agenda, "Hate crime");
    hate->minutes = 40;
    mb_by_hand_note(&hate->by_hand, "minutes");
    mb_by_hand_note(&hate->by_hand, "presenter");
    mb_set(&((MbPresenter *)mb_dossier_first(agenda->dossier, &MB_PRESENTER, "item", hate->id))->name, "Inspector");
    prevent = find(agenda, "Prevent");
    prevent->position = 2; /* before the homicide review */
    find(agenda, "Homicide")->position = 3;
    hate->position = 4;
    mb_by_hand_note(&prevent->by_hand, "position");
    added = help_item(agenda->dossier, agenda->next, NULL, "Flood", 5);
    added->position = 4; /* after hate crime */
    find(agenda, "Any other business")->position = 6;
    mb_set(&entry_of(agenda, agenda->hate)->title, "Hate crime and incidents");
    entry_of(agenda, agenda->hate)->minutes = 20;
    draft(agenda);
    assert_agenda(agenda, "1 Welcome\n2 Minutes and action log\n3 Prevent\n4 Homicide review\n5 Hate crime and "
                          "incidents\n6 Flood\n7 Any other business\n7(a) Performance\n7(c) Subgroups");
    g_assert_cmpint(hate->minutes, ==, 40);
    g_assert_cmpstr(((MbPresenter *)mb_dossier_first(agenda->dossier, &MB_PRESENTER, "item", hate->id))->name, ==,
                    "Inspector");
    g_assert_cmpstr(hate->by_hand, ==, "minutes presenter");
    draft(agenda);
    g_assert_cmpuint(agenda->changed->len, ==, 0);
}

static void test_dropped_and_gone(Agenda *agenda, gconstpointer data)
{
    MbItem *dropped;

    (void)data;
    draft(agenda);
    dropped = find(agenda, "Homicide");
    dropped->dropped = TRUE;
    find(agenda, "6")->dropped = TRUE;
    entry_of(agenda, agenda->prevent)->state = MB_ENTRY_DROPPED;
    draft(agenda);
    g_assert_cmpuint(agenda->gone->len, ==, 1);
    entry_of(agenda, agenda->review)->state =
        MB_ENTRY_DROPPED; /* no longer due either: why it was dropped stays on record */
    draft(agenda);
    g_assert_cmpuint(agenda->gone->len, ==, 0);
    g_assert_true(dropped->dropped);
    assert_agenda(agenda, "1 Welcome\n2 Minutes and action log\n3 Hate crime");
    /* What has text under it is not taken away. */
    entry_of(agenda, agenda->hate)->state = MB_ENTRY_DROPPED;
    mb_set(&((MbMinute *)mb_dossier_new_record(agenda->dossier, &MB_MINUTE))->item, find(agenda, "Hate crime")->id);
    draft(agenda);
    g_assert_cmpuint(agenda->gone->len, ==, 0);
    assert_agenda(agenda, "1 Welcome\n2 Minutes and action log\n3 Hate crime");
}

/* A lead that the plan has no more goes from the agenda, and an item that goes takes its own records along. */
static void test_gone_whole(Agenda *agenda, gconstpointer data)
{
    (void)data;
    draft(agenda);
    entry_of(agenda, agenda->hate)->state = MB_ENTRY_DROPPED;
    entry_of(agenda, agenda->review)->state = MB_ENTRY_DROPPED;
    draft(agenda);
    g_assert_cmpuint(agenda->gone->len, ==, 4);
    g_assert_cmpuint(mb_dossier_all(agenda->dossier, &MB_PRESENTER)->len, ==, 0);
    g_assert_cmpuint(mb_dossier_all(agenda->dossier, &MB_RESTRICTION)->len, ==, 0);
}

/* A draft never lifts a restriction. */
static void test_restriction_stays(Agenda *agenda, gconstpointer data)
{
    MbRestriction *restriction;

    (void)data;
    draft(agenda);
    restriction = mb_dossier_first(agenda->dossier, &MB_RESTRICTION, "item", find(agenda, "3")->id);
    entry_of(agenda, agenda->review)->restricted = FALSE;
    draft(agenda);
    g_assert_cmpuint(agenda->gone->len, ==, 0);
    entry_of(agenda, agenda->review)->restricted = TRUE;
    restriction->lifted_on = help_day("2026-01-02");
    mb_set(&entry_of(agenda, agenda->review)->reason, "Identity");
    draft(agenda);
    g_assert_cmpuint(mb_dossier_all(agenda->dossier, &MB_RESTRICTION)->len, ==, 1);
    g_assert_cmpint(restriction->lifted_on, ==, help_day("2026-01-02"));
    g_assert_null(restriction->reason);
}

static void test_called(Agenda *agenda, gconstpointer data)
{
    MbLine *late;
    g_autoptr(GPtrArray) made = g_ptr_array_new();

    (void)data;
    draft(agenda);
    agenda->next->state = MB_STATE_CALLED;
    late = help_line(agenda->dossier, agenda->plan, MB_SECTION_BUSINESS, "Flood", 10, MB_EVERY_MEETING);
    late->position = agenda->hate->position;
    entry_of(agenda, agenda->prevent)->state = MB_ENTRY_DROPPED;
    mb_recur_entries(agenda->dossier, agenda->plan, made);
    entry_of(agenda, late)->position = entry_of(agenda, agenda->hate)->position;
    draft(agenda);
    g_assert_cmpuint(agenda->gone->len, ==, 0);
    assert_agenda(agenda, "1 Welcome\n2 Minutes and action log\n3 Homicide review\n4 Hate crime\n5 Prevent\n5A "
                          "Flood\n6 Any other business\n6(a) Performance\n6(c) Subgroups");
}

static MbLine *add_line(Agenda *agenda, MbSection section, const char *title)
{
    MbLine *line = help_line(agenda->dossier, agenda->plan, section, title, 10, MB_EVERY_MEETING);
    g_autoptr(GPtrArray) made = g_ptr_array_new();

    mb_recur_entries(agenda->dossier, agenda->plan, made);
    return line;
}

/* What the plan adds late comes after the last business and what is lettered there, wherever it stands in the plan; an
 * opening item finds no place among those called. */
static void test_called_order(Agenda *agenda, gconstpointer data)
{
    MbItem *by_hand;

    (void)data;
    draft(agenda);
    agenda->next->state = MB_STATE_CALLED;
    by_hand = help_item(agenda->dossier, agenda->next, NULL, "Petition", 5);
    mb_set(&by_hand->number, "5A");
    by_hand->position = find(agenda, "5")->position;
    add_line(agenda, MB_SECTION_OPENING, "Silence");
    draft(agenda);
    add_line(agenda, MB_SECTION_BUSINESS, "Flood");
    draft(agenda);
    add_line(agenda, MB_SECTION_CLOSING, "Thanks");
    draft(agenda);
    assert_agenda(agenda,
                  "1 Welcome\n2 Minutes and action log\n3 Homicide review\n4 Hate crime\n5 Prevent\n5A "
                  "Petition\n5B Silence\n5C Flood\n6 Any other business\n6(a) Performance\n6(c) Subgroups\n6A Thanks");
    draft(agenda);
    g_assert_cmpuint(agenda->changed->len, ==, 0);
}

/* A meeting that goes on, or is over, gets nothing more. */
static void test_held(Agenda *agenda, gconstpointer data)
{
    (void)data;
    draft(agenda);
    agenda->next->state = MB_STATE_LIVE;
    add_line(agenda, MB_SECTION_BUSINESS, "Flood");
    draft(agenda);
    g_assert_cmpuint(agenda->changed->len, ==, 0);
    agenda->next->state = MB_STATE_WRITTEN_UP;
    draft(agenda);
    g_assert_cmpuint(agenda->changed->len, ==, 0);
    assert_agenda(agenda, FIRST_DRAFT);
}

/* Minutes that a meeting in between approved are not asked for again, whatever the state of the meeting says. */
static void test_approved_between(Agenda *agenda, gconstpointer data)
{
    MbItem *item = help_item(agenda->dossier, agenda->december, NULL, "Minutes", 5);
    MbItem *nested = help_item(agenda->dossier, agenda->december, item, "Accuracy", MB_NO_INT);
    MbDecision *decision = mb_dossier_new_record(agenda->dossier, &MB_DECISION);

    (void)data;
    agenda->september->state = MB_STATE_CIRCULATED;
    mb_set(&item->approves, agenda->september->id);
    draft(agenda);
    g_assert_cmpstr(find(agenda, "2.1")->approves, ==, agenda->september->id); /* nothing was decided */
    mb_set(&decision->meeting, agenda->december->id);
    mb_set(&decision->item, nested->id);
    decision->outcome = MB_OUTCOME_APPROVED;
    draft(agenda);
    assert_agenda(agenda, FIRST_DRAFT);
    decision->outcome = MB_OUTCOME_REJECTED;
    draft(agenda);
    g_assert_cmpstr(find(agenda, "2.1")->approves, ==, agenda->september->id);
    decision->outcome = MB_OUTCOME_AGREED;
    agenda->december->state = MB_STATE_CALLED; /* not held yet */
    draft(agenda);
    g_assert_cmpstr(find(agenda, "2.1")->approves, ==, agenda->september->id);
}

/* Both sets of minutes not yet approved nest under the item that asks for them, oldest first, and then matters arising.
 */
static void test_arising(Agenda *agenda, gconstpointer data)
{
    const MbItem *approval, *arising;

    (void)data;
    agenda->september->state = MB_STATE_CIRCULATED;
    agenda->december->state = MB_STATE_WRITTEN_UP;
    help_action(agenda->dossier, agenda->board, "84", "2025-09-25", "2026-01-10");
    help_action(agenda->dossier, agenda->board, "85", "2025-12-11", "2026-01-29");
    help_action(agenda->dossier, agenda->board, "86", "2025-12-11", "2026-03-01");
    help_action(agenda->dossier, agenda->board, "87", "2025-12-11", NULL)->status = MB_ACTION_CLOSED;
    draft(agenda);
    assert_agenda(agenda, "1 Welcome\n2 Minutes and action log\n2.1 Minutes of the meeting held on 25 September "
                          "2025\n2.2 Minutes of the meeting held on 11 December 2025\n"
                          "2.3 Matters arising\n3 Homicide review\n4 Hate crime\n5 Prevent\n6 Any other business\n6(a) "
                          "Performance\n6(c) Subgroups");
    approval = find(agenda, "2.1");
    g_assert_cmpstr(approval->approves, ==, agenda->september->id);
    g_assert_cmpint(approval->source, ==, MB_SOURCE_MATTERS_ARISING);
    g_assert_cmpint(approval->minutes, ==, MB_NO_INT);
    arising = find(agenda, "2.3");
    g_assert_cmpstr(arising->standing_text, ==, "Actions due to report: 2 (3 open).");
    g_assert_cmpint(mb_timing_of(agenda->dossier, agenda->next).untimed, ==, 1);
    draft(agenda);
    g_assert_cmpuint(agenda->changed->len, ==, 0);
    agenda->september->state = MB_STATE_APPROVED; /* approved since: its line goes */
    draft(agenda);
    g_assert_cmpuint(agenda->gone->len, ==, 1);
    g_assert_cmpstr(find(agenda, "2.1")->approves, ==, agenda->december->id);
}

static void test_arising_alone(Agenda *agenda, gconstpointer data)
{
    (void)data;
    entry_of(agenda, agenda->minutes)->matters_arising = FALSE;
    agenda->december->state = MB_STATE_LIVE;
    draft(agenda);
    assert_agenda(agenda, "1 Welcome\n2 Minutes and action log\n3 Minutes and matters arising\n3.1 Minutes of the "
                          "meeting held on 11 December 2025\n4 Homicide review\n5 Hate crime\n6 Prevent\n"
                          "7 Any other business\n7(a) Performance\n7(c) Subgroups");
    g_assert_cmpint(mb_timing_of(agenda->dossier, agenda->next).untimed, ==,
                    1);                                        /* Prevent; matters arising need no minutes */
    entry_of(agenda, agenda->minutes)->matters_arising = TRUE; /* asked for since: it moves there, and the other goes */
    draft(agenda);
    g_assert_cmpuint(agenda->gone->len, ==, 1);
    g_assert_cmpstr(find(agenda, "2.1")->approves, ==, agenda->december->id);
    g_assert_cmpstr(find(agenda, "3")->title, ==, "Homicide review");
}

static void test_extraordinary(Agenda *agenda, gconstpointer data)
{
    (void)data;
    agenda->december->state = MB_STATE_CIRCULATED;
    agenda->next->kind = MB_MEETING_EXTRAORDINARY;
    draft(agenda);
    assert_agenda(agenda, FIRST_DRAFT);
    agenda->rules->extraordinary_approves = TRUE;
    draft(agenda);
    g_assert_cmpstr(find(agenda, "2.1")->approves, ==, agenda->december->id);
}

static MbItem *not_reached(Agenda *agenda, const char *title)
{
    MbItem *item = help_item(agenda->dossier, agenda->december, NULL, title, 10);

    item->carried_forward = TRUE;
    return item;
}

/* What December did not reach, and what was moved here, comes after the business and before what closes. */
static void test_carried(Agenda *agenda, gconstpointer data)
{
    MbItem *lease = not_reached(agenda, "Lease of the yard");
    MbEntry *moved = mb_dossier_new_record(agenda->dossier, &MB_ENTRY);
    MbMove *move = mb_dossier_new_record(agenda->dossier, &MB_MOVE);
    MbRestriction *restriction = mb_dossier_new_record(agenda->dossier, &MB_RESTRICTION);
    const MbItem *carried;

    (void)data;
    not_reached(agenda, "Hate crime");                                         /* due here anyway: it comes once */
    not_reached(agenda, "Chair's announcements")->source = MB_SOURCE_STANDING; /* that meeting's own */
    mb_set(&restriction->item, lease->id);
    mb_set(&restriction->paragraph, "3");
    mb_set(&moved->board, agenda->board->id);
    mb_set(&moved->title, "Terms of reference");
    mb_set(&moved->meeting, agenda->next->id);
    moved->section = MB_SECTION_BUSINESS;
    moved->state = MB_ENTRY_MOVED;
    mb_set(&move->entry, moved->id);
    mb_set(&move->from_meeting, agenda->december->id);
    mb_set(&move->to_meeting, agenda->next->id);
    draft(agenda);
    assert_agenda(agenda, "1 Welcome\n2 Minutes and action log\n3 Homicide review\n4 Hate crime\n5 Prevent\n6 Lease of "
                          "the yard\n7 Terms of reference\n8 Any other business\n8(a) Performance\n8(c) Subgroups");
    carried = find(agenda, "6");
    g_assert_cmpstr(carried->carried_from, ==, lease->id);
    g_assert_cmpint(carried->source, ==, MB_SOURCE_CARRIED);
    g_assert_cmpint(find(agenda, "7")->source, ==, MB_SOURCE_CARRIED);
    g_assert_nonnull(find(agenda, "4")->carried_from);
    g_assert_cmpstr(
        ((MbRestriction *)mb_dossier_first(agenda->dossier, &MB_RESTRICTION, "item", carried->id))->paragraph, ==, "3");
    draft(agenda);
    g_assert_cmpuint(agenda->changed->len, ==, 0);
    agenda->board->restricted_last = TRUE; /* the public leaves once */
    draft(agenda);
    assert_agenda(agenda,
                  "1 Welcome\n2 Minutes and action log\n3 Hate crime\n4 Prevent\n5 Terms of reference\n6 Homicide "
                  "review\n7 Lease of the yard\n8 Any other business\n8(a) Performance\n8(c) Subgroups");
}

/* An agenda that was loaded keeps its order and its words; the plan adds what it lacks. */
static void test_loaded_agenda(Agenda *agenda, gconstpointer data)
{
    MbItem *hate;

    (void)data;
    help_item(agenda->dossier, agenda->next, NULL, "Welcome", 5);
    hate = help_item(agenda->dossier, agenda->next, NULL, "Hate Crime", 25);
    help_item(agenda->dossier, agenda->next, NULL, "Homicide review", 10);
    help_item(agenda->dossier, agenda->next, NULL, "Any other business", 5);
    draft(agenda);
    assert_agenda(agenda, "1 Welcome\n2 Minutes and action log\n3 Hate Crime\n4 Prevent\n5 Homicide review\n6 Any "
                          "other business\n6(a) Performance\n6(c) Subgroups");
    g_assert_cmpint(hate->minutes, ==, 25);
    g_assert_nonnull(mb_dossier_first(agenda->dossier, &MB_RESTRICTION, "item", find(agenda, "Homicide")->id));
}

static void test_names_of_fields(void)
{
    g_autofree char *by_hand = NULL;

    mb_by_hand_note(&by_hand, "minutes");
    mb_by_hand_note(&by_hand, "title");
    mb_by_hand_note(&by_hand, "minutes");
    g_assert_cmpstr(by_hand, ==, "minutes title");
    g_assert_true(mb_by_hand(by_hand, "title"));
    g_assert_false(mb_by_hand("standing_text paper_words", "paper"));
    g_assert_false(mb_by_hand("standing_text", "text"));
    g_assert_false(mb_by_hand(NULL, "title"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/draft/first", Agenda, NULL, set_up, test_first, tear_down);
    g_test_add("/draft/restricted-last", Agenda, NULL, set_up, test_restricted_last, tear_down);
    g_test_add("/draft/by-hand", Agenda, NULL, set_up, test_by_hand, tear_down);
    g_test_add("/draft/dropped-and-gone", Agenda, NULL, set_up, test_dropped_and_gone, tear_down);
    g_test_add("/draft/gone-whole", Agenda, NULL, set_up, test_gone_whole, tear_down);
    g_test_add("/draft/restriction-stays", Agenda, NULL, set_up, test_restriction_stays, tear_down);
    g_test_add("/draft/called", Agenda, NULL, set_up, test_called, tear_down);
    g_test_add("/draft/called-order", Agenda, NULL, set_up, test_called_order, tear_down);
    g_test_add("/draft/held", Agenda, NULL, set_up, test_held, tear_down);
    g_test_add("/draft/approved-between", Agenda, NULL, set_up, test_approved_between, tear_down);
    g_test_add("/draft/arising", Agenda, NULL, set_up, test_arising, tear_down);
    g_test_add("/draft/arising-alone", Agenda, NULL, set_up, test_arising_alone, tear_down);
    g_test_add("/draft/extraordinary", Agenda, NULL, set_up, test_extraordinary, tear_down);
    g_test_add("/draft/carried", Agenda, NULL, set_up, test_carried, tear_down);
    g_test_add("/draft/loaded-agenda", Agenda, NULL, set_up, test_loaded_agenda, tear_down);
    g_test_add_func("/draft/names-of-fields", test_names_of_fields);
    return g_test_run();
}
