/* SPDX-License-Identifier: MIT */
#include "dossier_help.h"

#include "minutebook/clerk/recur.h"

/* A year of seven meetings; the first two held, the fourth cancelled. */
typedef struct {
    MbDossier *dossier;
    MbBoard *board;
    MbPlan *plan;
    MbMeeting *meetings[7];
    GPtrArray *made;
} Year;

static const char *const days[] = {"2025-04-03", "2025-06-26", "2025-09-25", "2025-11-06",
                                   "2025-12-11", "2026-01-29", "2026-03-26"};

static void set_up(Year *year, gconstpointer data)
{
    (void)data;
    year->dossier = mb_dossier_new();
    year->board = help_board(year->dossier, "Board");
    year->plan = help_plan(year->dossier, year->board, "2025-04-01", "2026-03-31");
    for (guint i = 0; i < G_N_ELEMENTS(days); i++)
        year->meetings[i] = help_meeting(year->dossier, year->board, days[i],
                                         i < 2    ? MB_STATE_APPROVED
                                         : i == 3 ? MB_STATE_CANCELLED
                                                  : MB_STATE_PLANNED);
    year->made = g_ptr_array_new();
}

static void tear_down(Year *year, gconstpointer data)
{
    (void)data;
    g_ptr_array_unref(year->made);
    mb_dossier_free(year->dossier);
}

/* The meetings by number, cancelled ones left out, to which LINE comes. */
static char *comes(const Year *year, const MbLine *line)
{
    g_autoptr(GPtrArray) meetings = g_ptr_array_new();
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < G_N_ELEMENTS(days); i++)
        if (year->meetings[i]->state != MB_STATE_CANCELLED)
            g_ptr_array_add(meetings, year->meetings[i]);
    for (guint i = 0; i < meetings->len; i++)
        if (mb_recur_comes(year->dossier, line, meetings, i))
            g_string_append_printf(text, "%s%u", text->len ? " " : "", i + 1);
    return g_string_free(text, FALSE);
}

static void assert_comes(const Year *year, const MbLine *line, const char *expected)
{
    g_autofree char *text = comes(year, line);

    g_assert_cmpstr(text, ==, expected);
}

static void add_when(const Year *year, const MbLine *line, const char *iso, const char *words)
{
    MbLineWhen *when = mb_dossier_new_record(year->dossier, &MB_LINE_WHEN);

    mb_set(&when->line, line->id);
    when->day = iso ? help_day(iso) : MB_NO_DAY;
    mb_set(&when->words, words);
}

static void test_comes(Year *year, gconstpointer data)
{
    MbLine *line = help_line(year->dossier, year->plan, MB_SECTION_BUSINESS, "Item", 10, MB_EVERY_MEETING);

    (void)data;
    assert_comes(year, line, "1 2 3 4 5 6");
    line->every = MB_EVERY_SECOND_MEETING;
    assert_comes(year, line, "1 3 5");
    line->since = help_day("2025-06-01");
    assert_comes(year, line, "2 4 6");
    line->every = MB_EVERY_MEETING;
    line->until = help_day("2025-12-11");
    assert_comes(year, line, "2 3 4");
    line->since = line->until = MB_NO_DAY;
    line->every = MB_EVERY_QUARTER; /* April to June, July to September, October to December, January to March */
    assert_comes(year, line, "1 3 4 5");
    line->every = MB_EVERY_MONTHS;
    mb_set(&line->months, "3 9 11");
    assert_comes(year, line, "3 6");
    line->every = MB_EVERY_NONE;
    assert_comes(year, line, "");
    add_when(year, line, "2025-12-11", NULL);
    add_when(year, line, NULL, "TBC");
    assert_comes(year, line, "4");
    line->every = MB_EVERY_MONTHS;
    assert_comes(year, line, "3 4 6");
}

/* Quarters are the plan's: a year from May has them from May, August, November and February. */
static void test_quarters(void)
{
    static const char *const dates[] = {"2025-05-15", "2025-06-12", "2025-07-10", "2025-09-11",
                                        "2025-10-09", "2025-11-13", "2026-01-15", "2026-04-16"};
    g_autoptr(MbDossier) dossier = mb_dossier_new();
    MbBoard *board = help_board(dossier, "Parish");
    MbPlan *plan = help_plan(dossier, board, "2025-05-01", "2026-04-30");
    MbLine *line = help_line(dossier, plan, MB_SECTION_BUSINESS, "Accounts", 10, MB_EVERY_QUARTER);
    g_autoptr(GPtrArray) meetings = g_ptr_array_new();
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < G_N_ELEMENTS(dates); i++)
        g_ptr_array_add(meetings, help_meeting(dossier, board, dates[i], MB_STATE_PLANNED));
    for (guint i = 0; i < meetings->len; i++)
        if (mb_recur_comes(dossier, line, meetings, i))
            g_string_append_printf(text, "%s%s", text->len ? " " : "", dates[i]);
    g_assert_cmpstr(text->str, ==, "2025-05-15 2025-09-11 2025-11-13 2026-04-16");
}

static void test_standing(Year *year, gconstpointer data)
{
    MbLine *line = help_line(year->dossier, year->plan, MB_SECTION_CLOSING, "Any other business", 5, MB_EVERY_NONE);

    (void)data;
    assert_comes(year, line, "1 2 3 4 5 6");
    line->every = MB_EVERY_MONTHS;
    mb_set(&line->months, "6");
    assert_comes(year, line, "2");
}

static MbEntry *entry_at(const Year *year, const MbLine *line, const MbMeeting *meeting)
{
    g_autoptr(GPtrArray) entries = mb_dossier_of(year->dossier, &MB_ENTRY, "line", line->id);

    for (guint i = 0; i < entries->len; i++)
        if (g_strcmp0(((MbEntry *)entries->pdata[i])->meeting, meeting ? meeting->id : NULL) == 0)
            return entries->pdata[i];
    return NULL;
}

static guint count_entries(const Year *year)
{
    return mb_dossier_all(year->dossier, &MB_ENTRY)->len;
}

static void make(Year *year)
{
    g_ptr_array_set_size(year->made, 0);
    mb_recur_entries(year->dossier, year->plan, year->made);
}

static void test_entries(Year *year, gconstpointer data)
{
    MbLine *line = help_line(year->dossier, year->plan, MB_SECTION_BUSINESS, "Report", 10, MB_EVERY_MEETING);
    MbLine *part = help_line(year->dossier, year->plan, MB_SECTION_BUSINESS, "Figures", MB_NO_INT, MB_EVERY_NONE);
    MbEntry *entry;

    (void)data;
    mb_set(&part->parent, line->id);
    mb_set(&part->letter, "a");
    help_lead(year->dossier, line, "Analyst");
    make(year);
    g_assert_cmpuint(count_entries(year), ==, 12); /* two meetings held and four planned, each with the part */
    g_assert_cmpuint(year->made->len, ==, 18);
    entry = entry_at(year, line, year->meetings[2]);
    g_assert_cmpstr(entry->title, ==, "Report");
    g_assert_cmpint(entry->minutes, ==, 10);
    g_assert_cmpint(entry->planned_day, ==, help_day("2025-09-25"));
    g_assert_cmpint(entry->state, ==, MB_ENTRY_PLANNED);
    g_assert_cmpint(entry_at(year, line, year->meetings[1])->state, ==, MB_ENTRY_DONE); /* held already */
    g_assert_cmpstr(entry_at(year, line, year->meetings[1])->title, ==, "Report");
    g_assert_null(entry_at(year, line, year->meetings[3])); /* cancelled */
    g_assert_cmpstr(entry_at(year, part, year->meetings[2])->parent, ==, entry->id);
    g_assert_cmpstr(entry_at(year, part, year->meetings[2])->letter, ==, "a");
    make(year);
    g_assert_cmpuint(count_entries(year), ==, 12);
    g_assert_cmpuint(year->made->len, ==, 0);
}

static void test_follows(Year *year, gconstpointer data)
{
    MbLine *line = help_line(year->dossier, year->plan, MB_SECTION_BUSINESS, "Report", 10, MB_EVERY_MEETING);
    MbEntry *changed, *dropped;
    g_autoptr(GPtrArray) gone = g_ptr_array_new();

    (void)data;
    help_lead(year->dossier, line, "Analyst");
    help_lead(year->dossier, line, "Second analyst");
    make(year);
    changed = entry_at(year, line, year->meetings[4]);
    changed->minutes = 25;
    mb_set(&changed->by_hand, "minutes");
    dropped = entry_at(year, line, year->meetings[5]);
    dropped->state = MB_ENTRY_DROPPED;
    line->minutes = 15;
    mb_set(&line->title, "Performance report");
    mb_set(&((MbLineLead *)mb_dossier_all(year->dossier, &MB_LINE_LEAD)->pdata[0])->name, "Chief analyst");
    mb_record_free(mb_dossier_steal(year->dossier, mb_dossier_all(year->dossier, &MB_LINE_LEAD)->pdata[1]));
    make(year);
    g_assert_cmpuint(year->made->len, ==, 6); /* three entries and their leads */
    g_assert_cmpint(changed->minutes, ==, 25);
    g_assert_cmpstr(changed->title, ==, "Performance report");
    g_assert_cmpint(entry_at(year, line, year->meetings[2])->minutes, ==, 15);
    g_assert_cmpstr(dropped->title, ==, "Report");
    g_assert_cmpuint(count_entries(year), ==, 6);
    g_assert_cmpstr(((MbEntryLead *)mb_dossier_first(year->dossier, &MB_ENTRY_LEAD, "entry", changed->id))->name, ==,
                    "Chief analyst");
    mb_recur_surplus(year->dossier, year->plan, gone);
    g_assert_cmpuint(gone->len, ==, 3);
    g_assert_cmpstr(((MbEntryLead *)gone->pdata[0])->name, ==, "Second analyst");
}

/* One that was moved is not made again where it was, nor at the meeting that is redated. */
static void test_moved(Year *year, gconstpointer data)
{
    MbLine *line = help_line(year->dossier, year->plan, MB_SECTION_BUSINESS, "Hate crime", 20, MB_EVERY_NONE);
    MbEntry *entry;
    MbMove *move = mb_dossier_new_record(year->dossier, &MB_MOVE);

    (void)data;
    add_when(year, line, "2025-12-11", NULL);
    make(year);
    entry = entry_at(year, line, year->meetings[4]);
    mb_set(&entry->meeting, year->meetings[5]->id);
    entry->state = MB_ENTRY_MOVED;
    mb_set(&move->entry, entry->id);
    mb_set(&move->from_meeting, year->meetings[4]->id);
    mb_set(&move->to_meeting, year->meetings[5]->id);
    make(year);
    g_assert_cmpuint(count_entries(year), ==, 1);
    g_assert_cmpstr(entry->meeting, ==, year->meetings[5]->id);
    line->every = MB_EVERY_MEETING;
    make(year);
    g_assert_cmpuint(count_entries(year), ==,
                     6); /* September, January of its own, March; December's is the one that was moved */
    year->meetings[6]->day += 2;
    make(year);
    g_assert_cmpuint(count_entries(year), ==, 6);
}

static void test_undated(Year *year, gconstpointer data)
{
    MbLine *line = help_line(year->dossier, year->plan, MB_SECTION_BUSINESS, "Lease", 20, MB_EVERY_NONE);

    (void)data;
    add_when(year, line, NULL, "TBC");
    make(year);
    make(year);
    g_assert_cmpuint(count_entries(year), ==, 1);
    g_assert_cmpstr(entry_at(year, line, NULL)->meeting_words, ==, "TBC");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/recur/comes", Year, NULL, set_up, test_comes, tear_down);
    g_test_add_func("/recur/quarters", test_quarters);
    g_test_add("/recur/standing", Year, NULL, set_up, test_standing, tear_down);
    g_test_add("/recur/entries", Year, NULL, set_up, test_entries, tear_down);
    g_test_add("/recur/follows", Year, NULL, set_up, test_follows, tear_down);
    g_test_add("/recur/moved", Year, NULL, set_up, test_moved, tear_down);
    g_test_add("/recur/undated", Year, NULL, set_up, test_undated, tear_down);
    return g_test_run();
}
