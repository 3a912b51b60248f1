/* SPDX-License-Identifier: MIT */
#include "minutebook/clerk/cut.h"
#include "minutebook/compose/document.h"
#include "minutebook/compose/paper.h"
#include "minutebook/exchange/json.h"
#include "minutebook/write/csv.h"
#include "minutebook/write/markdown.h"
#include "minutebook/write/text.h"

#include "sample_meeting.h"

typedef struct {
    MbDossier *dossier;
    MbDossier *cut;
    MbComposition composition;
} Sample;

static Sample new_sample(MbCutFor audience)
{
    Sample sample = {.dossier = sample_meeting()};
    MbDay today = mb_day_from(2026, 2, 19);

    sample.cut = mb_cut_dossier(sample.dossier, NULL, audience, today);
    sample.composition = (MbComposition){.dossier = sample.cut,
                                         .meeting = mb_dossier_find(sample.cut, &MB_MEETING, "meeting"),
                                         .today = today,
                                         .public_copy = audience == MB_CUT_PUBLIC};
    return sample;
}

static void clear_sample(Sample *sample)
{
    mb_dossier_free(sample->dossier);
    mb_dossier_free(sample->cut);
}

static void assert_text(MbCutFor audience, MbDocumentKind kind, const char *expected)
{
    Sample sample = new_sample(audience);
    g_autoptr(MbDoc) doc = mb_compose_document(&sample.composition, kind);
    g_autofree char *text = mb_write_text(doc, 80);

    g_assert_cmpstr(text, ==, expected);
    clear_sample(&sample);
}

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

/* The text of a document of SAMPLE, blocks parted by spaces. */
static char *text_of(const Sample *sample, MbDocumentKind kind)
{
    g_autoptr(MbDoc) doc = mb_compose_document(&sample->composition, kind);

    return mb_node_text(doc->root);
}

static void assert_has(const Sample *sample, MbDocumentKind kind, const char *part, gboolean has)
{
    g_autofree char *text = text_of(sample, kind);

    if (has != (strstr(text, part) != NULL))
        g_error("“%s” is %s: %s", part, has ? "missing" : "there", text);
}

static char *next_day(const Sample *sample)
{
    g_autoptr(MbValue) paper = mb_paper_value(sample->cut, sample->composition.meeting, "minutes");

    return g_strdup(mb_value_get_text(mb_value_get(paper, "next_meeting"), "date"));
}

static void assert_next(const Sample *sample, const char *iso)
{
    g_autofree char *day = next_day(sample);
    g_autofree char *full = mb_day_full(mb_day_parse_iso(iso));
    g_autofree char *line = g_strconcat("Next meeting: ", full, ", 10:00, Quay House", NULL);

    g_assert_cmpstr(day, ==, iso);
    assert_has(sample, MB_DOCUMENT_MINUTES, line, TRUE);
}

/* A draft follows the calendar; approved minutes keep the day they knew, whether that meeting was moved or cancelled
 * since. Both copies do. */
static void test_next_meeting(void)
{
    static const MbCutFor audiences[] = {MB_CUT_PUBLIC, MB_CUT_MEMBERS};

    for (guint i = 0; i < G_N_ELEMENTS(audiences); i++) {
        MbDossier *dossier = sample_meeting();
        MbDossier *cut;
        MbMeeting *meeting;
        Sample sample;

        PUT(dossier, MB_MEETING, "next", "board", "board", "day", "2026-04-23", "planned_day", "2026-03-12", "starts",
            "10:00", "venue", "Quay House", "state", "planned");
        cut = mb_cut_dossier(dossier, NULL, audiences[i], mb_day_from(2026, 2, 19));
        meeting = mb_dossier_find(cut, &MB_MEETING, "meeting");
        sample =
            (Sample){.dossier = dossier,
                     .cut = cut,
                     .composition = {.dossier = cut, .meeting = meeting, .public_copy = audiences[i] == MB_CUT_PUBLIC}};
        assert_next(&sample, "2026-04-23");
        meeting->state = MB_STATE_APPROVED;
        assert_next(&sample, "2026-03-12");
        ((MbMeeting *)mb_dossier_find(cut, &MB_MEETING, "next"))->state = MB_STATE_CANCELLED;
        assert_next(&sample, "2026-03-12");
        meeting->state = MB_STATE_CIRCULATED;
        assert_has(&sample, MB_DOCUMENT_MINUTES, "Next meeting", FALSE);
        clear_sample(&sample);
    }
}

/* A meeting that was planned before this one and moved behind it is known by its own day. */
static void test_next_meeting_moved_behind(void)
{
    Sample sample = new_sample(MB_CUT_MEMBERS);
    MbMeeting *next = mb_dossier_find(sample.cut, &MB_MEETING, "next");

    next->planned_day = mb_day_from(2026, 1, 15);
    ((MbMeeting *)sample.composition.meeting)->state = MB_STATE_SIGNED;
    assert_next(&sample, "2026-03-12");
    clear_sample(&sample);
}

/* The chair presents what nobody else does; nobody needs to be told so. */
static void test_presenters(void)
{
    Sample sample = new_sample(MB_CUT_MEMBERS);

    mb_record_free(mb_dossier_steal(sample.cut, mb_dossier_find(sample.cut, &MB_PRESENTER, "p3")));
    assert_has(&sample, MB_DOCUMENT_MINUTES, "Presented by Cllr Ann Lee and CSP team", TRUE);
    mb_record_free(mb_dossier_steal(sample.cut, mb_dossier_find(sample.cut, &MB_PRESENTER, "p2")));
    assert_has(&sample, MB_DOCUMENT_MINUTES, "Presented by", FALSE);
    clear_sample(&sample);
}

/* The meeting opens before its first item and closes once, at the end. */
static void test_opened_and_closed(void)
{
    Sample sample = new_sample(MB_CUT_MEMBERS);
    g_autofree char *text = NULL;
    char *closed;

    PUT(sample.cut, MB_EVENT, "ev1", "meeting", "meeting", "what", "closed", "at", "10:52", "position", "1");
    PUT(sample.cut, MB_EVENT, "ev0", "meeting", "meeting", "what", "opened", "at", "10:01", "position", "0");
    text = text_of(&sample, MB_DOCUMENT_MINUTES);
    closed = strstr(text, "The meeting closed at 10:52. Next meeting");
    g_assert_nonnull(closed);
    g_assert_true(strstr(text, "10:52") > closed);
    g_assert_null(strstr(closed + strlen("The meeting closed at 10:52"), "10:52"));
    g_assert_nonnull(strstr(text, "The meeting opened at 10:01. 1. Apologies"));
    clear_sample(&sample);
}

static void test_restriction_in_words(void)
{
    Sample sample = new_sample(MB_CUT_MEMBERS);
    g_autoptr(MbRules) rules = mb_rules_new();
    MbReason reason = {.paragraph = (char *)"3", .words = (char *)"Information relating to business affairs"};

    assert_has(&sample, MB_DOCUMENT_MINUTES, "Restricted: paragraph 3. Not for publication.", TRUE);
    g_ptr_array_set_free_func(rules->reasons, NULL);
    g_ptr_array_add(rules->reasons, &reason);
    sample.composition.rules = rules;
    assert_has(&sample, MB_DOCUMENT_MINUTES,
               "Restricted: paragraph 3 – Information relating to business affairs. Not for publication.", TRUE);
    assert_has(&sample, MB_DOCUMENT_MINUTES, "RESTRICTED", FALSE);
    clear_sample(&sample);
}

/* What the author's own line says of an action is not said again; its number stands there, with what the line leaves
 * out. */
static void test_action_once(void)
{
    static const char *const lines[][2] = {
        {"Action: Ann Lee and All partners to circulate the slides by 9 February.", "by 9 February. (action 96) "},
        {"Action: Ann Lee and All partners to circulate the slides.", "the slides. (action 96, due 9 February 2026) "},
        {"Action: circulate the slides by 9 February.", "(action 96: Cllr Ann Lee and All partners) "},
        {"Action 96: Ann Lee and All partners to send round the pictures by 9 February.", "by 9 February. Points"},
    };

    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        Sample sample = new_sample(MB_CUT_MEMBERS);

        mb_set(&((MbMinute *)mb_dossier_find(sample.cut, &MB_MINUTE, "m1"))->text, lines[i][0]);
        assert_has(&sample, MB_DOCUMENT_MINUTES, lines[i][1], TRUE);
        assert_has(&sample, MB_DOCUMENT_MINUTES, "Circulate the slides", FALSE);
        clear_sample(&sample);
    }
}

/* A line about something else, or one that is no action, hides none. */
static void test_action_not_told(void)
{
    static const char *const lines[] = {"Action: Ann Lee to write a letter.",
                                        "The slides: Ann Lee is to circulate the slides.",
                                        "Action 95: Ann Lee to circulate the slides."};

    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        Sample sample = new_sample(MB_CUT_MEMBERS);

        mb_set(&((MbMinute *)mb_dossier_find(sample.cut, &MB_MINUTE, "m1"))->text, lines[i]);
        assert_has(&sample, MB_DOCUMENT_MINUTES,
                   "Action 96: Circulate the slides – Cllr Ann Lee and All partners, 9 February 2026", TRUE);
        clear_sample(&sample);
    }
}

/* The record of a declaration is printed where the text under the item for declarations does not name who made it. */
static void test_declaration_once(void)
{
    Sample sample = new_sample(MB_CUT_MEMBERS);
    MbItem *item = mb_dossier_find(sample.cut, &MB_ITEM, "i11");
    MbMinute *minute;

    mb_set(&item->title, "Declarations of interest");
    assert_has(&sample, MB_DOCUMENT_MINUTES, "Bo Adeyemi-Hart declared an interest (pecuniary)", TRUE);
    minute = PUT(sample.cut, MB_MINUTE, "m20", "meeting", "meeting", "item", "i11", "text",
                 "Mr Adeyemi-Hart declared an interest in item 3.", "position", "0");
    assert_has(&sample, MB_DOCUMENT_MINUTES, "declared an interest (pecuniary)", FALSE);
    mb_set(&minute->text, "Nothing was declared by the Chair.");
    assert_has(&sample, MB_DOCUMENT_MINUTES, "Bo Adeyemi-Hart declared an interest (pecuniary)", TRUE);
    clear_sample(&sample);
}

static void test_not_yet_held(void)
{
    Sample sample = new_sample(MB_CUT_MEMBERS);

    sample.composition.meeting = mb_dossier_find(sample.cut, &MB_MEETING, "next");
    PUT(sample.cut, MB_ITEM, "n1", "meeting", "next", "number", "1", "title", "Apologies", "position", "0");
    {
        g_autofree char *text = text_of(&sample, MB_DOCUMENT_MINUTES);

        g_assert_cmpstr(text, ==,
                        "Harbour Trust Board Minutes Date: Thursday 12 March 2026\nTime: 10:00\nVenue: Quay "
                        "House\nChair: Cllr Ann Lee This meeting has not been held.");
    }
    clear_sample(&sample);
}

static void test_conditions(void)
{
    static const char *const cases[][2] = {
        {"that the price be confirmed", "to adopt the strategy, on condition that the price be confirmed ("},
        {"the Council's consent", "to adopt the strategy, subject to: the Council's consent ("},
        {"Subject to the Council's consent", "to adopt the strategy, subject to the Council's consent ("},
        {"provided that it is lawful", "to adopt the strategy, provided that it is lawful ("},
        {"on condition that it is lawful", "to adopt the strategy, on condition that it is lawful ("},
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        Sample sample = new_sample(MB_CUT_MEMBERS);
        MbDecision *decision = mb_dossier_find(sample.cut, &MB_DECISION, "d1");

        mb_set(&decision->text, "to adopt the strategy.");
        mb_set(&decision->condition, cases[i][0]);
        assert_has(&sample, MB_DOCUMENT_MINUTES, cases[i][1], TRUE);
        clear_sample(&sample);
    }
}

/* Matters arising name the actions due to report: those that this copy may name, while the meeting is to come. */
static void test_actions_due_on_agenda(void)
{
    Sample sample = new_sample(MB_CUT_MEMBERS);
    MbMeeting *meeting = (MbMeeting *)sample.composition.meeting;

    mb_set(&((MbItem *)mb_dossier_find(sample.cut, &MB_ITEM, "i11"))->standing_text,
           "Actions due to report: 3 (9 open).");
    PUT(sample.cut, MB_ACTION, "b1", "board", "board", "ref", "101", "text", "Late", "status", "open", "due",
        "2026-01-02", "raised_on", "2025-09-27");
    PUT(sample.cut, MB_ACTION, "b2", "board", "board", "ref", "90", "text", "Due here", "status", "open", "due_meeting",
        "meeting", "raised_on", "2025-09-27");
    PUT(sample.cut, MB_ACTION, "b3", "board", "board", "ref", "91", "text", "Later", "status", "open", "due",
        "2026-02-28", "raised_on", "2025-09-27");
    PUT(sample.cut, MB_ACTION, "b4", "board", "board", "ref", "92", "text", "Done", "status", "closed", "due",
        "2026-01-02", "raised_on", "2025-09-27");
    assert_has(&sample, MB_DOCUMENT_AGENDA, "Actions due to report: 3 (9 open).", TRUE);
    meeting->state = MB_STATE_CALLED;
    assert_has(&sample, MB_DOCUMENT_AGENDA, "Actions due to report: 90 and 101.", TRUE);
    assert_has(&sample, MB_DOCUMENT_AGENDA, "9 open", FALSE);
    clear_sample(&sample);
}

/* A count would tell of withheld actions. */
static void test_no_count_for_the_public(void)
{
    Sample sample = new_sample(MB_CUT_PUBLIC);

    ((MbMeeting *)sample.composition.meeting)->state = MB_STATE_CALLED;
    mb_set(&((MbItem *)mb_dossier_find(sample.cut, &MB_ITEM, "i11"))->standing_text,
           "Actions due to report: 1 (1 open).");
    assert_has(&sample, MB_DOCUMENT_AGENDA, "due to report", FALSE);
    clear_sample(&sample);
}

static void test_chair_by_office(void)
{
    Sample sample = new_sample(MB_CUT_PUBLIC);
    MbMeeting *meeting = (MbMeeting *)sample.composition.meeting;

    mb_set(&meeting->chair, NULL);
    assert_has(&sample, MB_DOCUMENT_AGENDA, "Chair: Cllr Ann Lee", TRUE);
    assert_has(&sample, MB_DOCUMENT_MINUTES, "Chair: Cllr Ann Lee",
               FALSE); /* of a meeting held nobody else knows who was in the chair */
    meeting->day = mb_day_from(2024, 4, 30);
    assert_has(&sample, MB_DOCUMENT_AGENDA, "Chair: Cllr Ann Lee", FALSE);
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
    g_test_add_func("/compose/next-meeting", test_next_meeting);
    g_test_add_func("/compose/next-meeting-moved-behind", test_next_meeting_moved_behind);
    g_test_add_func("/compose/presenters", test_presenters);
    g_test_add_func("/compose/opened-and-closed", test_opened_and_closed);
    g_test_add_func("/compose/restriction-in-words", test_restriction_in_words);
    g_test_add_func("/compose/action-once", test_action_once);
    g_test_add_func("/compose/action-not-told", test_action_not_told);
    g_test_add_func("/compose/declaration-once", test_declaration_once);
    g_test_add_func("/compose/not-yet-held", test_not_yet_held);
    g_test_add_func("/compose/conditions", test_conditions);
    g_test_add_func("/compose/actions-due-on-agenda", test_actions_due_on_agenda);
    g_test_add_func("/compose/no-count-for-the-public", test_no_count_for_the_public);
    g_test_add_func("/compose/chair-by-office", test_chair_by_office);
    g_test_add_func("/compose/plan-rows", test_plan_rows);
    g_test_add_func("/compose/columns", test_columns);
    g_test_add_func("/compose/every-public-copy", test_every_public_copy);
    g_test_add_func("/compose/action-rows", test_action_rows);
    return g_test_run();
}
