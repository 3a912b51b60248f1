/* SPDX-License-Identifier: MIT */
/* Whole documents, for the public and for members; lists; what every public copy keeps to itself. What the documents
 * tell in particular: test_compose_told.c. */
#include "compose_help.h"

/* No clock times after the withheld item, and no total: either would tell how long it takes. */
static void test_public_agenda(void)
{
    assert_text(MB_CUT_PUBLIC, MB_DOCUMENT_AGENDA,
                "                                    OFFICIAL\n"
                "\n"
                "Harbour Trust Board\n"
                "===================\n"
                "\n"
                "Agenda\n"
                "------\n"
                "\n"
                "Date: Thursday 29 January 2026\n"
                "Time: 10:00 to 11:00\n"
                "Venue: Learning Centre\n"
                "Chair: Cllr Ann Lee\n"
                "\n"
                "No.   Item                     Presenter                   Time  Minutes  Paper\n"
                "----  -----------------------  -------------------------  -----  -------  ------\n"
                "1     Apologies                                           10:00        5  verbal\n"
                "1.1   Matters arising                                     10:00\n"
                "2     A property matter\n"
                "      Withheld (paragraph 3).\n"
                "3     Reports                  Cllr Ann Lee and CSP team              15\n"
                "      For decision\n"
                "3(a)  Performance\n"
                "\n"
                "Next meeting: Thursday 12 March 2026, 10:00, Quay House\n"
                "\n"
                "                                 Safe together\n"
                "                                    OFFICIAL\n");
}

static void test_public_minutes(void)
{
    assert_text(MB_CUT_PUBLIC, MB_DOCUMENT_MINUTES,
                "                                    OFFICIAL\n"
                "\n"
                "Harbour Trust Board\n"
                "===================\n"
                "\n"
                "Minutes\n"
                "-------\n"
                "\n"
                "    Draft: these minutes have not been approved.\n"
                "\n"
                "Date: Thursday 29 January 2026\n"
                "Time: 10:00 to 11:00\n"
                "Venue: Learning Centre\n"
                "Chair: Cllr Ann Lee\n"
                "\n"
                "Attendance\n"
                "~~~~~~~~~~\n"
                "\n"
                "Members\n"
                ".......\n"
                "\n"
                "Name                      Post                       Attendance\n"
                "------------------------  -------------------------  ----------\n"
                "Cllr Ann Lee, Chair (AL)  Director, Harbour Council  present\n"
                "\n"
                "Guests\n"
                "......\n"
                "\n"
                "Name               Post    Attendance\n"
                "-----------------  ------  ---------------------------\n"
                "Guest Person (GP)  County  in part, from 10:20, remote\n"
                "\n"
                "Others\n"
                "......\n"
                "\n"
                "Name                  Post  Attendance\n"
                "--------------------  ----  ------------------------\n"
                "Bo Adeyemi-Hart (BA)        represented by Cy Deputy\n"
                "\n"
                "Members of the public present: 3\n"
                "\n"
                "1. Apologies\n"
                "~~~~~~~~~~~~\n"
                "\n"
                "1.1 Matters arising\n"
                "...................\n"
                "\n"
                "Reported on earlier actions:\n"
                "\n"
                "- Action 84: Done in December (closed)\n"
                "\n"
                "2. A property matter\n"
                "~~~~~~~~~~~~~~~~~~~~\n"
                "\n"
                "    Withheld (paragraph 3).\n"
                "\n"
                "3. Reports\n"
                "~~~~~~~~~~\n"
                "\n"
                "Presented by Cllr Ann Lee and CSP team\n"
                "\n"
                "Bo Adeyemi-Hart declared an interest (pecuniary) and left the meeting from 10:31\n"
                "to 10:44.\n"
                "\n"
                "3.1 The report was received.\n"
                "\n"
                "Points\n"
                "......\n"
                "\n"
                "- one\n"
                "  - nested\n"
                "\n"
                "Month  Count\n"
                "-----  -----\n"
                "May    4\n"
                "\n"
                "1. a step\n"
                "2. another\n"
                "\n"
                "RESOLVED: to adopt the strategy (moved by Cllr Ann Lee, seconded by Guest\n"
                "Person; 7 for; 2 against: Bo Adeyemi-Hart)\n"
                "\n"
                "Action 96: Circulate the slides – Cllr Ann Lee and All partners, 9 February 2026\n"
                "\n"
                "3(a) Performance\n"
                "................\n"
                "\n"
                "The meeting closed at 10:52.\n"
                "\n"
                "Next meeting: Thursday 12 March 2026, 10:00, Quay House\n"
                "\n"
                "                                 Safe together\n"
                "                                    OFFICIAL\n");
}

static void test_members_see_all(void)
{
    Sample sample = new_sample(MB_CUT_MEMBERS);
    g_autoptr(MbDoc) agenda = mb_compose_document(&sample.composition, MB_DOCUMENT_AGENDA);
    g_autoptr(MbDoc) minutes = mb_compose_document(&sample.composition, MB_DOCUMENT_MINUTES);
    g_autofree char *agenda_text = mb_node_text(agenda->root);
    g_autofree char *minutes_text = mb_node_text(minutes->root);

    g_assert_nonnull(strstr(agenda_text, "Sale of the quay\nRESTRICTED: paragraph 3"));
    g_assert_nonnull(strstr(agenda_text, "10:25 15"));
    g_assert_nonnull(strstr(agenda_text, "Total: 40 minutes of 60"));
    g_assert_nonnull(strstr(minutes_text, "The quay will be sold to a secret buyer."));
    g_assert_nonnull(strstr(minutes_text, "Action 97: Pay the secret buyer's surveyor"));
    g_assert_nonnull(strstr(
        minutes_text, "Correction to the minutes of 27 September 2025, page 3, item 4.2: “twelve” becomes “twenty”."));
    g_assert_null(strstr(minutes_text, "the clerk's own note"));
    clear_sample(&sample);
}

/* A decision that the text states already is printed once. */
static void test_decision_once(void)
{
    Sample sample = new_sample(MB_CUT_MEMBERS);
    MbMinute *minute = mb_dossier_find(sample.cut, &MB_MINUTE, "m1");
    g_autoptr(MbDoc) doc = NULL;
    g_autofree char *text = NULL;

    mb_set(&minute->text, "It was resolved to adopt the strategy.");
    doc = mb_compose_document(&sample.composition, MB_DOCUMENT_MINUTES);
    text = mb_node_text(doc->root);
    g_assert_nonnull(strstr(text, "It was resolved to adopt the strategy."));
    g_assert_null(strstr(text, "RESOLVED:"));
    clear_sample(&sample);
}

static void test_approved_is_no_draft(void)
{
    Sample sample = new_sample(MB_CUT_MEMBERS);
    g_autoptr(MbDoc) doc = NULL;
    g_autofree char *text = NULL;

    ((MbMeeting *)sample.composition.meeting)->state = MB_STATE_APPROVED;
    doc = mb_compose_document(&sample.composition, MB_DOCUMENT_MINUTES);
    text = mb_node_text(doc->root);
    g_assert_null(strstr(text, "Draft"));
    clear_sample(&sample);
}

static void test_plan_rows(void)
{
    Sample sample = new_sample(MB_CUT_PUBLIC);
    g_autoptr(MbValue) rows = NULL;
    g_autoptr(MbValue) value = mb_compose_value(&sample.composition, MB_DOCUMENT_PLAN);
    g_autofree char *csv = NULL;

    PUT(sample.cut, MB_MOVE, "mo2", "entry", "e1", "from_meeting", "before", "why", "no paper", "position", "1");
    rows = mb_compose_rows(&sample.composition, MB_DOCUMENT_PLAN);
    csv = mb_write_csv_headed(rows, mb_compose_columns(MB_DOCUMENT_PLAN));
    g_assert_cmpstr(csv, ==,
                    "board,meeting,item,lead,minutes,status,moved\r\n"
                    "Harbour Trust Board,2026-03-12,Hate crime,Cllr Ann Lee,15,item received,\"from 2026-01-29 to "
                    "2026-03-12: data not ready (2026-01-20); from 2025-09-27: no paper\"\r\n"
                    "Harbour Trust Board,,Restricted item,,,withheld,\r\n");
    g_assert_cmpint(mb_value_kind(mb_value_get(mb_value_at(value, 0), "moved")), ==, MB_VALUE_LIST);
    assert_has(&sample, MB_DOCUMENT_PLAN, "withheld", TRUE);
    assert_has(&sample, MB_DOCUMENT_PLAN, "Moved from 29 January 2026: data not ready", TRUE);
    clear_sample(&sample);
}

/* The headings that no rows have are those that rows have. */
static void test_columns(void)
{
    for (int kind = MB_DOCUMENT_ACTIONS; kind <= MB_DOCUMENT_DECISIONS; kind++) {
        Sample sample = new_sample(MB_CUT_PUBLIC);
        g_autoptr(MbValue) rows = mb_compose_rows(&sample.composition, kind);
        const MbValue *first = mb_value_at(rows, 0);
        const char *const *columns = mb_compose_columns(kind);

        for (guint i = 0; i < mb_value_length(first); i++)
            g_assert_cmpstr(columns[i], ==, mb_value_key(first, i));
        g_assert_null(columns[mb_value_length(first)]);
        clear_sample(&sample);
    }
    g_assert_null(mb_compose_columns(MB_DOCUMENT_MINUTES));
}

static void assert_clean(const char *text)
{
    static const char *const canaries[] = {"secret", "quay", "clerk's own", "example.org", "reminder"};

    for (guint i = 0; i < G_N_ELEMENTS(canaries); i++)
        g_assert_null(strstr(text, canaries[i]));
}

/* Every document in every format, for the public: sound, the same each time, and nothing withheld in it. */
static void test_every_public_copy(void)
{
    for (int kind = MB_DOCUMENT_AGENDA; kind <= MB_DOCUMENT_DECISIONS; kind++) {
        Sample sample = new_sample(MB_CUT_PUBLIC);
        g_autoptr(MbDoc) doc = mb_compose_document(&sample.composition, kind);
        g_autoptr(MbDoc) again = mb_compose_document(&sample.composition, kind);
        g_autoptr(GPtrArray) faults = mb_doc_check(doc);
        g_autoptr(MbValue) value = mb_compose_value(&sample.composition, kind);
        g_autoptr(MbValue) rows = mb_compose_rows(&sample.composition, kind);
        g_autofree char *dump = mb_doc_dump(doc);
        g_autofree char *dump_again = mb_doc_dump(again);
        g_autofree char *text = mb_write_text(doc, 80);
        g_autofree char *markdown = mb_write_markdown(doc);
        g_autofree char *json = mb_json_write(value);
        g_autofree char *csv = rows ? mb_write_csv(rows) : NULL;

        g_assert_cmpuint(faults->len, ==, 0);
        g_assert_cmpstr(dump, ==, dump_again);
        g_assert_cmpint(rows == NULL, ==, kind <= MB_DOCUMENT_MINUTES);
        assert_clean(dump);
        assert_clean(text);
        assert_clean(markdown);
        assert_clean(json);
        if (csv)
            assert_clean(csv);
        clear_sample(&sample);
    }
}

static void test_action_rows(void)
{
    Sample sample = new_sample(MB_CUT_PUBLIC);
    g_autoptr(MbValue) rows = mb_compose_rows(&sample.composition, MB_DOCUMENT_ACTIONS);
    g_autofree char *csv = mb_write_csv(rows);

    g_assert_cmpstr(csv, ==,
                    "ref,board,text,owners,raised,item,due,due_words,status,days_late,chasers\r\n"
                    "84,Harbour Trust Board,Ask the Council,,2025-09-27,5.1,,,closed,0,\r\n"
                    "96,Harbour Trust Board,Circulate the slides,\"Cllr Ann Lee; All "
                    "partners\",2026-01-29,3,2026-02-09,,open,10,\r\n");
    clear_sample(&sample);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/compose/public-agenda", test_public_agenda);
    g_test_add_func("/compose/public-minutes", test_public_minutes);
    g_test_add_func("/compose/members", test_members_see_all);
    g_test_add_func("/compose/decision-once", test_decision_once);
    g_test_add_func("/compose/approved", test_approved_is_no_draft);
    g_test_add_func("/compose/plan-rows", test_plan_rows);
    g_test_add_func("/compose/columns", test_columns);
    g_test_add_func("/compose/every-public-copy", test_every_public_copy);
    g_test_add_func("/compose/action-rows", test_action_rows);
    return g_test_run();
}
