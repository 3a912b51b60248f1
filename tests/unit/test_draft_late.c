/* SPDX-License-Identifier: MIT */
/* Where items find their place on an agenda that is out: behind the last business and what is lettered there, before
 * what closes the meeting. */
#include "dossier_help.h"

#include "minutebook/clerk/draft.h"
#include "minutebook/clerk/number.h"
#include "minutebook/clerk/recur.h"

/* A called meeting with a short agenda: 1 Welcome, 2 Hate crime, 3 Any other business. */
typedef struct {
    MbDossier *dossier;
    MbRules *rules;
    MbBoard *board;
    MbPlan *plan;
    MbMeeting *meeting;
} Agenda;

static MbLine *add_line(Agenda *agenda, MbSection section, const char *title)
{
    MbLine *line = help_line(agenda->dossier, agenda->plan, section, title, 10, MB_EVERY_MEETING);
    g_autoptr(GPtrArray) made = g_ptr_array_new();

    mb_recur_entries(agenda->dossier, agenda->plan, made);
    return line;
}

static void draft(Agenda *agenda)
{
    g_autoptr(GPtrArray) changed = g_ptr_array_new();
    g_autoptr(GPtrArray) gone = g_ptr_array_new();

    mb_draft_agenda(agenda->dossier, agenda->rules, agenda->meeting, changed, gone);
    for (guint i = 0; i < gone->len; i++)
        mb_record_free(mb_dossier_steal(agenda->dossier, gone->pdata[i]));
}

static void set_up(Agenda *agenda, gconstpointer data)
{
    agenda->dossier = mb_dossier_new();
    agenda->rules = mb_rules_new();
    agenda->board = help_board(agenda->dossier, "Board");
    agenda->plan = help_plan(agenda->dossier, agenda->board, "2025-04-01", "2026-03-31");
    agenda->meeting = help_meeting(agenda->dossier, agenda->board, "2026-01-29", MB_STATE_PLANNED);
    add_line(agenda, MB_SECTION_OPENING, "Welcome");
    if (!data) /* else nothing but standing items */
        add_line(agenda, MB_SECTION_BUSINESS, "Hate crime");
    add_line(agenda, MB_SECTION_CLOSING, "Any other business");
    draft(agenda);
    agenda->meeting->state = MB_STATE_CALLED;
}

static void tear_down(Agenda *agenda, gconstpointer data)
{
    (void)data;
    mb_rules_free(agenda->rules);
    mb_dossier_free(agenda->dossier);
}

static void assert_agenda(const Agenda *agenda, const char *expected)
{
    g_autoptr(GPtrArray) items = mb_number_items(agenda->dossier, agenda->meeting->id);
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < items->len; i++) {
        const MbItem *item = items->pdata[i];

        g_string_append_printf(text, "%s%s %s", i ? ", " : "", item->number ? item->number : "-", item->title);
    }
    g_assert_cmpstr(text->str, ==, expected);
}

/* An item that stands on the agenda at PLACE, from 0, from elsewhere than the plan. */
static MbItem *stands(Agenda *agenda, const char *number, const char *title, int source, guint place)
{
    g_autoptr(GPtrArray) items = mb_number_items(agenda->dossier, agenda->meeting->id);
    MbItem *item = help_item(agenda->dossier, agenda->meeting, NULL, title, 5);

    mb_set(&item->number, number);
    item->source = source;
    g_ptr_array_insert(items, (int)place, item);
    for (guint i = 0; i < items->len; i++)
        ((MbItem *)items->pdata[i])->position = (int)i;
    return item;
}

static void test_behind_lettered(Agenda *agenda, gconstpointer data)
{
    (void)data;
    stands(agenda, "2A", "Petition", MB_SOURCE_STANDING, 2);
    add_line(agenda, MB_SECTION_BUSINESS, "Flood");
    draft(agenda);
    assert_agenda(agenda, "1 Welcome, 2 Hate crime, 2A Petition, 2B Flood, 3 Any other business");
}

/* Figures and Roman numbers are no letters of late items. */
static void test_only_letters(Agenda *agenda, gconstpointer data)
{
    static const char *const numbers[] = {"10", "IV", NULL};

    (void)data;
    for (int i = 0; numbers[i]; i++) {
        g_autofree char *title = g_strdup_printf("Flood %d", i);
        g_autoptr(GPtrArray) items = mb_number_items(agenda->dossier, agenda->meeting->id);

        mb_set(&((MbItem *)items->pdata[items->len - 1])->number, numbers[i]);
        add_line(agenda, MB_SECTION_BUSINESS, title);
        draft(agenda);
    }
    assert_agenda(agenda, "1 Welcome, 2 Hate crime, 2A Flood 0, 2B Flood 1, IV Any other business");
}

/* What stands first cannot be lettered after anything. */
static void test_first(Agenda *agenda, gconstpointer data)
{
    g_autoptr(GPtrArray) items = mb_number_items(agenda->dossier, agenda->meeting->id);

    (void)data;
    mb_set(&((MbItem *)items->pdata[0])->entry, NULL);
    mb_set(&((MbItem *)items->pdata[0])->title, "Prayers");
    mb_set(&((MbItem *)items->pdata[0])->number, "1A");
    for (guint i = 0; i < mb_dossier_all(agenda->dossier, &MB_ENTRY)->len; i++) {
        MbEntry *entry = mb_dossier_all(agenda->dossier, &MB_ENTRY)->pdata[i];

        if (g_strcmp0(entry->title, "Welcome") == 0)
            entry->state = MB_ENTRY_DROPPED;
    }
    add_line(agenda, MB_SECTION_BUSINESS, "Flood");
    draft(agenda);
    {
        g_autoptr(GPtrArray) now = mb_number_items(agenda->dossier, agenda->meeting->id);

        g_assert_cmpstr(((MbItem *)now->pdata[0])->title, ==, "Flood");
    }
}

/* Without any business: behind the standing items that open the meeting. */
static void test_no_business(Agenda *agenda, gconstpointer data)
{
    (void)data;
    add_line(agenda, MB_SECTION_BUSINESS, "Flood");
    draft(agenda);
    assert_agenda(agenda, "1 Welcome, 1A Flood, 2 Any other business");
}

/* Before what is no business, such as a break; not behind what was added after the closing items. */
static void test_last_business(Agenda *agenda, gconstpointer data)
{
    (void)data;
    stands(agenda, "2.5", "Break", MB_SOURCE_STANDING, 2);
    stands(agenda, "4", "Raffle", MB_SOURCE_ADDED, 4);
    add_line(agenda, MB_SECTION_BUSINESS, "Flood");
    draft(agenda);
    assert_agenda(agenda, "1 Welcome, 2 Hate crime, 2A Flood, 2.5 Break, 3 Any other business, 4 Raffle");
}

/* What was carried over, or added by hand, is business too. */
static void test_other_business(Agenda *agenda, gconstpointer data)
{
    MbItem *item;

    (void)data;
    item = stands(agenda, "2A", "Lease", MB_SOURCE_CARRIED, 2);
    mb_set(&item->number, "6");
    add_line(agenda, MB_SECTION_BUSINESS, "Flood");
    draft(agenda);
    assert_agenda(agenda, "1 Welcome, 2 Hate crime, 6 Lease, 6A Flood, 3 Any other business");
    stands(agenda, "7", "Petition", MB_SOURCE_ADDED, 4);
    add_line(agenda, MB_SECTION_BUSINESS, "Fire");
    draft(agenda);
    assert_agenda(agenda, "1 Welcome, 2 Hate crime, 6 Lease, 6A Flood, 7 Petition, 7A Fire, 3 Any other business");
}

/* Minutes to approve stand oldest first also where the older ones come late. */
static void test_minutes(Agenda *agenda, gconstpointer data)
{
    MbMeeting *september = help_meeting(agenda->dossier, agenda->board, "2025-09-25", MB_STATE_APPROVED);
    MbLine *minutes = add_line(agenda, MB_SECTION_OPENING, "Minutes");

    (void)data;
    help_meeting(agenda->dossier, agenda->board, "2025-12-11", MB_STATE_CIRCULATED);
    minutes->matters_arising = TRUE;
    for (guint i = 0; i < mb_dossier_all(agenda->dossier, &MB_ENTRY)->len; i++) {
        MbEntry *entry = mb_dossier_all(agenda->dossier, &MB_ENTRY)->pdata[i];

        entry->matters_arising = g_strcmp0(entry->title, "Minutes") == 0;
    }
    agenda->meeting->state = MB_STATE_PLANNED;
    draft(agenda);
    agenda->meeting->state = MB_STATE_CALLED;
    september->state = MB_STATE_CIRCULATED;
    draft(agenda);
    {
        g_autoptr(GPtrArray) items = mb_number_items(agenda->dossier, agenda->meeting->id);

        g_assert_cmpstr(((MbItem *)items->pdata[2])->title, ==, "Minutes of the meeting held on 25 September 2025");
        g_assert_cmpstr(((MbItem *)items->pdata[3])->title, ==, "Minutes of the meeting held on 11 December 2025");
    }
}

/* An agenda without a place for earlier minutes gets one where it would have stood, behind what opens the meeting and
 * what is lettered there; and late business comes behind it. */
static void test_own_minutes(Agenda *agenda, gconstpointer data)
{
    (void)data;
    help_meeting(agenda->dossier, agenda->board, "2025-12-11", MB_STATE_CIRCULATED);
    stands(agenda, "1A", "Prayers", MB_SOURCE_STANDING, 1);
    draft(agenda);
    assert_agenda(agenda,
                  "1 Welcome, 1A Prayers, 1B Minutes and matters arising, 1B.1 Minutes of the meeting held on 11 "
                  "December 2025, 2 Hate crime, 3 Any other business");
}

static void test_behind_own_minutes(Agenda *agenda, gconstpointer data)
{
    (void)data;
    help_meeting(agenda->dossier, agenda->board, "2025-12-11", MB_STATE_CIRCULATED);
    agenda->meeting->state = MB_STATE_PLANNED;
    draft(agenda);
    agenda->meeting->state = MB_STATE_CALLED;
    add_line(agenda, MB_SECTION_BUSINESS, "Flood");
    draft(agenda);
    assert_agenda(agenda, "1 Welcome, 2 Minutes and matters arising, 2.1 Minutes of the meeting held on 11 December "
                          "2025, 2A Flood, 3 Any other business");
}

/* While the agenda is being made, what was put somewhere by hand keeps its predecessor, lettered items or not. */
static void test_by_hand(Agenda *agenda, gconstpointer data)
{
    g_autoptr(GPtrArray) items = NULL;

    (void)data;
    add_line(agenda, MB_SECTION_BUSINESS, "Flood");
    draft(agenda);
    assert_agenda(agenda, "1 Welcome, 2 Hate crime, 2A Flood, 3 Any other business");
    stands(agenda, "9", "Petition", MB_SOURCE_ADDED, 2);
    agenda->meeting->state = MB_STATE_PLANNED;
    draft(agenda);
    items = mb_number_items(agenda->dossier, agenda->meeting->id);
    g_assert_cmpstr(((MbItem *)items->pdata[2])->title, ==, "Petition");
    g_assert_cmpstr(((MbItem *)items->pdata[3])->title, ==, "Flood");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, function) g_test_add("/draft-late/" name, Agenda, NULL, set_up, function, tear_down)
    ADD("behind-lettered", test_behind_lettered);
    ADD("only-letters", test_only_letters);
    g_test_add("/draft-late/first", Agenda, "standing", set_up, test_first, tear_down);
    g_test_add("/draft-late/no-business", Agenda, "standing", set_up, test_no_business, tear_down);
    ADD("last-business", test_last_business);
    ADD("other-business", test_other_business);
    ADD("minutes", test_minutes);
    ADD("own-minutes", test_own_minutes);
    g_test_add("/draft-late/behind-own-minutes", Agenda, "standing", set_up, test_behind_own_minutes, tear_down);
    ADD("by-hand", test_by_hand);
    return g_test_run();
}
