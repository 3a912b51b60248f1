/* SPDX-License-Identifier: MIT */
#include "dossier_help.h"

#include "minutebook/clerk/overdue.h"

static void test_days(void)
{
    g_autoptr(MbDossier) dossier = mb_dossier_new();
    MbBoard *board = help_board(dossier, "Board");
    MbAction *action = help_action(dossier, board, "84", "2025-12-11", "2026-01-09");
    MbDay today = help_day("2026-01-15");

    g_assert_cmpint(mb_overdue_days(action, today), ==, 6);
    g_assert_cmpint(mb_overdue_days(action, action->due), ==, 0); /* due today is not late */
    g_assert_cmpint(mb_overdue_days(action, action->due + 1), ==, 1);
    g_assert_cmpint(mb_overdue_age(action, today), ==, 35);
    action->status = MB_ACTION_REPORTED;
    g_assert_cmpint(mb_overdue_days(action, today), ==, 0);
    action->status = MB_ACTION_CLOSED;
    g_assert_cmpint(mb_overdue_days(action, today), ==, 0);
    action->status = MB_ACTION_OPEN;
    action->due = action->raised_on = MB_NO_DAY;
    g_assert_cmpint(mb_overdue_days(action, today), ==, 0);
    g_assert_cmpint(mb_overdue_age(action, today), ==, 0);
}

static MbOwner *add_owner(MbDossier *dossier, const MbAction *action, int position)
{
    MbOwner *owner = mb_dossier_new_record(dossier, &MB_OWNER);

    mb_set(&owner->action, action->id);
    owner->position = position;
    return owner;
}

static void assert_owners(const MbDossier *dossier, const MbAction *action, const char *day, const char *expected)
{
    g_autoptr(GPtrArray) owners = mb_overdue_owners(dossier, action, help_day(day));
    g_autofree char *text = NULL;

    g_ptr_array_add(owners, NULL);
    text = g_strjoinv("; ", (char **)owners->pdata);
    g_assert_cmpstr(text, ==, expected);
}

/* A post's action passes to the successor. */
static void test_owners(void)
{
    g_autoptr(MbDossier) dossier = mb_dossier_new();
    MbAction *action = help_action(dossier, help_board(dossier, "Board"), "85", NULL, NULL);
    MbOrganisation *organisation = mb_dossier_new_record(dossier, &MB_ORGANISATION);
    MbPost *post = mb_dossier_new_record(dossier, &MB_POST);
    MbPerson *first = help_person(dossier, "Second Name");
    MbPerson *next = help_person(dossier, "Third Name");
    const MbPerson *holders[] = {first, next};

    mb_set(&first->honorific, "Dr");
    mb_set(&organisation->name, "Probation Service");
    mb_set(&post->title, "Head of Service");
    mb_set(&post->organisation, organisation->id);
    for (guint i = 0; i < 2; i++) {
        MbTenure *tenure = mb_dossier_new_record(dossier, &MB_TENURE);
        mb_set(&tenure->person, holders[i]->id);
        mb_set(&tenure->post, post->id);
        tenure->since = help_day(i ? "2025-09-01" : "2020-01-01");
        tenure->until = i ? MB_NO_DAY : help_day("2025-08-31");
    }
    mb_set(&add_owner(dossier, action, 2)->post, post->id);
    mb_set(&add_owner(dossier, action, 1)->person, next->id);
    mb_set(&add_owner(dossier, action, 3)->name, "All partners");
    mb_set(&add_owner(dossier, action, 4)->name, "All partners");
    assert_owners(dossier, action, "2025-06-01",
                  "Third Name; Head of Service, Probation Service (Dr Second Name); All partners");
    assert_owners(dossier, action, "2026-01-15",
                  "Third Name; Head of Service, Probation Service (Third Name); All partners");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/overdue/days", test_days);
    g_test_add_func("/overdue/owners", test_owners);
    return g_test_run();
}
