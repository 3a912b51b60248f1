/* SPDX-License-Identifier: MIT */
#include "dossier_help.h"

#include "minutebook/clerk/number.h"

typedef struct {
    MbDossier *dossier;
    MbBoard *board;
    MbMeeting *meeting;
    MbItem *welcome, *minutes, *approval, *business, *part_a, *part_b, *closing;
} Agenda;

static void set_up(Agenda *agenda, gconstpointer data)
{
    (void)data;
    agenda->dossier = mb_dossier_new();
    agenda->board = help_board(agenda->dossier, "Board");
    agenda->meeting = help_meeting(agenda->dossier, agenda->board, "2026-01-29", MB_STATE_PLANNED);
    agenda->welcome = help_item(agenda->dossier, agenda->meeting, NULL, "Welcome", 2);
    agenda->minutes = help_item(agenda->dossier, agenda->meeting, NULL, "Minutes", 5);
    agenda->approval =
        help_item(agenda->dossier, agenda->meeting, agenda->minutes, "Minutes of the last meeting", MB_NO_INT);
    agenda->business = help_item(agenda->dossier, agenda->meeting, NULL, "Hate crime", 10);
    agenda->closing = help_item(agenda->dossier, agenda->meeting, NULL, "Any other business", 5);
    agenda->part_a = help_item(agenda->dossier, agenda->meeting, agenda->closing, "Performance", MB_NO_INT);
    agenda->part_b = help_item(agenda->dossier, agenda->meeting, agenda->closing, "Subgroups", MB_NO_INT);
    agenda->part_a->lettered = agenda->part_b->lettered = TRUE;
}

static void tear_down(Agenda *agenda, gconstpointer data)
{
    (void)data;
    mb_dossier_free(agenda->dossier);
}

static char *numbers(const Agenda *agenda)
{
    g_autoptr(GPtrArray) items = mb_number_items(agenda->dossier, agenda->meeting->id);
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < items->len; i++) {
        const MbItem *item = items->pdata[i];
        g_string_append_printf(text, "%s%s %s", i ? "; " : "", item->number ? item->number : "-", item->title);
    }
    return g_string_free(text, FALSE);
}

static void assert_numbers(const Agenda *agenda, const char *expected)
{
    g_autofree char *text = NULL;

    mb_number_agenda(agenda->dossier, agenda->meeting, NULL);
    text = numbers(agenda);
    g_assert_cmpstr(text, ==, expected);
}

static void test_plain(Agenda *agenda, gconstpointer data)
{
    (void)data;
    assert_numbers(agenda, "1 Welcome; 2 Minutes; 2.1 Minutes of the last meeting; 3 Hate crime; 4 Any other business; "
                           "4(a) Performance; 4(b) Subgroups");
    g_assert_cmpint(mb_number_depth(agenda->dossier, agenda->approval), ==, 1);
    g_assert_cmpint(mb_number_depth(agenda->dossier, agenda->business), ==, 0);
}

static void test_point_nought(Agenda *agenda, gconstpointer data)
{
    (void)data;
    agenda->board->numbering = MB_NUMBERING_1_0;
    assert_numbers(agenda, "1.0 Welcome; 2.0 Minutes; 2.1 Minutes of the last meeting; 3.0 Hate crime; 4.0 Any other "
                           "business; 4(a) Performance; 4(b) Subgroups");
}

static void test_dropped(Agenda *agenda, gconstpointer data)
{
    (void)data;
    agenda->minutes->dropped = TRUE;
    assert_numbers(agenda, "1 Welcome; 2 Hate crime; 3 Any other business; 3(a) Performance; 3(b) Subgroups");
}

static void test_kept(Agenda *agenda, gconstpointer data)
{
    (void)data;
    mb_set(&agenda->minutes->number, "7");
    agenda->minutes->number_kept = TRUE;
    assert_numbers(agenda, "1 Welcome; 7 Minutes; 7.1 Minutes of the last meeting; 8 Hate crime; 9 Any other business; "
                           "9(a) Performance; 9(b) Subgroups");
}

static void test_letters_of_the_plan(Agenda *agenda, gconstpointer data)
{
    MbEntry *entry = mb_dossier_new_record(agenda->dossier, &MB_ENTRY);

    (void)data;
    mb_set(&entry->letter, "c");
    mb_set(&agenda->part_b->entry, entry->id);
    assert_numbers(agenda, "1 Welcome; 2 Minutes; 2.1 Minutes of the last meeting; 3 Hate crime; 4 Any other business; "
                           "4(a) Performance; 4(c) Subgroups");
}

static void test_late(Agenda *agenda, gconstpointer data)
{
    MbItem *late, *later, *nested, *part;
    g_autoptr(GPtrArray) changed = g_ptr_array_new();

    (void)data;
    mb_number_agenda(agenda->dossier, agenda->meeting, NULL);
    agenda->meeting->state = MB_STATE_CALLED;
    late = help_item(agenda->dossier, agenda->meeting, NULL, "Flood", 5);
    late->position = agenda->business->position;
    agenda->closing->position += 10;
    later = help_item(agenda->dossier, agenda->meeting, NULL, "Fire", 5);
    later->position = agenda->business->position + 1;
    nested = help_item(agenda->dossier, agenda->meeting, agenda->welcome, "Guests", MB_NO_INT);
    part = help_item(agenda->dossier, agenda->meeting, agenda->closing, "Campaigns", MB_NO_INT);
    part->lettered = TRUE;
    part->position = 0;
    mb_number_agenda(agenda->dossier, agenda->meeting, changed);
    g_assert_cmpint(changed->len, ==, 4);
    assert_numbers(agenda, "1 Welcome; 1.1 Guests; 2 Minutes; 2.1 Minutes of the last meeting; 3 Hate crime; 3A Flood; "
                           "3B Fire; 4 Any other business; 4(c) Campaigns; 4(a) Performance; 4(b) Subgroups");
    nested->dropped = TRUE;
    help_item(agenda->dossier, agenda->meeting, NULL, "Thanks", 1)->position =
        1000; /* also at the end: 5 would look as if it had been there */
    assert_numbers(agenda, "1 Welcome; 2 Minutes; 2.1 Minutes of the last meeting; 3 Hate crime; 3A Flood; 3B Fire; 4 "
                           "Any other business; 4(c) Campaigns; 4(a) Performance; 4(b) Subgroups; 4A Thanks");
}

static void assert_finds(const Agenda *agenda, const char *words, guint count, const MbItem *first)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new();

    g_assert_cmpuint(mb_number_find(agenda->dossier, agenda->meeting->id, words, found), ==, count);
    g_assert_cmpuint(found->len, ==, count);
    if (count)
        g_assert_true(found->pdata[0] == first);
}

static void test_find(Agenda *agenda, gconstpointer data)
{
    (void)data;
    agenda->board->numbering = MB_NUMBERING_1_0;
    mb_number_agenda(agenda->dossier, agenda->meeting, NULL);
    assert_finds(agenda, "3", 1, agenda->business);
    assert_finds(agenda, "3.0", 1, agenda->business);
    assert_finds(agenda, "Item 3", 1, agenda->business);
    assert_finds(agenda, "2.1", 1, agenda->approval);
    assert_finds(agenda, "4b", 1, agenda->part_b);
    assert_finds(agenda, "4(B)", 1, agenda->part_b);
    assert_finds(agenda, "minutes", 1, agenda->minutes); /* the whole title before its parts */
    assert_finds(agenda, "HATE", 1, agenda->business);
    assert_finds(agenda, "e", 6, agenda->welcome);
    assert_finds(agenda, "9", 0, NULL);
    assert_finds(agenda, "", 0, NULL);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/number/plain", Agenda, NULL, set_up, test_plain, tear_down);
    g_test_add("/number/point-nought", Agenda, NULL, set_up, test_point_nought, tear_down);
    g_test_add("/number/dropped", Agenda, NULL, set_up, test_dropped, tear_down);
    g_test_add("/number/kept", Agenda, NULL, set_up, test_kept, tear_down);
    g_test_add("/number/letters-of-the-plan", Agenda, NULL, set_up, test_letters_of_the_plan, tear_down);
    g_test_add("/number/late", Agenda, NULL, set_up, test_late, tear_down);
    g_test_add("/number/find", Agenda, NULL, set_up, test_find, tear_down);
    return g_test_run();
}
