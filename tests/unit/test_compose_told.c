/* SPDX-License-Identifier: MIT */
/* What agenda and minutes tell, and how often: the next meeting, presenters, times, actions, declarations, conditions.
 */
#include "compose_help.h"

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

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/compose-told/next-meeting", test_next_meeting);
    g_test_add_func("/compose-told/next-meeting-moved-behind", test_next_meeting_moved_behind);
    g_test_add_func("/compose-told/presenters", test_presenters);
    g_test_add_func("/compose-told/opened-and-closed", test_opened_and_closed);
    g_test_add_func("/compose-told/restriction-in-words", test_restriction_in_words);
    g_test_add_func("/compose-told/action-once", test_action_once);
    g_test_add_func("/compose-told/action-not-told", test_action_not_told);
    g_test_add_func("/compose-told/declaration-once", test_declaration_once);
    g_test_add_func("/compose-told/not-yet-held", test_not_yet_held);
    g_test_add_func("/compose-told/conditions", test_conditions);
    g_test_add_func("/compose-told/actions-due-on-agenda", test_actions_due_on_agenda);
    g_test_add_func("/compose-told/no-count-for-the-public", test_no_count_for_the_public);
    g_test_add_func("/compose-told/chair-by-office", test_chair_by_office);
    return g_test_run();
}
