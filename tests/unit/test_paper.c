/* SPDX-License-Identifier: MIT */
#include "minutebook/clerk/cut.h"
#include "minutebook/compose/paper.h"
#include "minutebook/exchange/json.h"

#include "sample_meeting.h"

static void assert_json(MbValue *value, const char *expected)
{
    g_autofree char *json = mb_json_write(value);
    g_auto(GStrv) lines = g_strsplit(json, "\n", -1);
    g_autoptr(GString) squeezed = g_string_new(NULL);

    for (guint i = 0; lines[i]; i++)
        g_string_append(squeezed, g_strstrip(lines[i]));
    g_assert_cmpstr(squeezed->str, ==, expected);
    mb_value_free(value);
}

static gpointer find(const MbDossier *dossier, const MbNoun *noun, const char *id)
{
    gpointer record = mb_dossier_find(dossier, noun, id);

    g_assert_nonnull(record);
    return record;
}

static MbValue *steal(MbValue *map, const char *key)
{
    g_autofree char *json = mb_json_write(mb_value_get(map, key));
    MbValue *copy = mb_json_read("test", json, strlen(json), NULL);

    g_assert_nonnull(copy);
    return copy;
}

static void test_text(void)
{
    g_autoptr(MbDossier) dossier = sample_meeting();
    g_autofree char *text = mb_paper_text(dossier, "i3");

    g_assert_cmpstr(text, ==,
                    "3.1 The report was **received**.\n\n"
                    "## Points\n\n"
                    "- one\n"
                    "  - nested\n\n"
                    "| Month | Count |\n"
                    "| May | 4 |\n\n"
                    "1. a step\n"
                    "2. another");
    g_assert_null(mb_paper_text(dossier, "i1"));
    g_assert_null(mb_paper_text(dossier, NULL));
}

static void test_minutes(void)
{
    g_autoptr(MbDossier) dossier = sample_meeting();
    g_autoptr(MbValue) paper = mb_paper_value(dossier, find(dossier, &MB_MEETING, "meeting"), "minutes");
    static const char *const keys[] = {"document",     "board",       "date",         "start",          "end",
                                       "closed",       "venue",       "chair",        "marking",        "state",
                                       "attendance",   "items",       "actions",      "action_updates", "decisions",
                                       "declarations", "corrections", "forward_plan", "next_meeting"};

    g_assert_cmpuint(mb_value_length(paper), ==, G_N_ELEMENTS(keys));
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
        g_assert_cmpstr(mb_value_key(paper, i), ==, keys[i]);
    g_assert_cmpstr(mb_value_get_text(paper, "date"), ==, "2026-01-29");
    g_assert_cmpstr(mb_value_get_text(paper, "closed"), ==, "10:52");
    g_assert_cmpstr(mb_value_get_text(paper, "chair"), ==, "Cllr Ann Lee");
    g_assert_cmpstr(mb_value_get_text(paper, "marking"), ==, "OFFICIAL");
    g_assert_cmpstr(mb_value_get_text(paper, "state"), ==, "written up");
    assert_json(
        steal(paper, "attendance"),
        "[{\"name\": \"Cllr Ann Lee\",\"initials\": \"AL\",\"role\": \"Chair\",\"organisation\": \"Harbour "
        "Council\",\"group\": \"Members\",\"status\": \"present\",\"represented_by\": null,\"mode\": \"in "
        "person\",\"from\": null,"
        "\"to\": null,\"note\": null},"
        "{\"name\": \"Guest Person\",\"initials\": \"GP\",\"role\": null,\"organisation\": \"County\",\"group\": "
        "\"Guests\",\"status\": \"in part\",\"represented_by\": null,\"mode\": \"remote\",\"from\": \"10:20\",\"to\": "
        "null,"
        "\"note\": null},"
        "{\"name\": \"Bo Adeyemi-Hart\",\"initials\": \"BA\",\"role\": null,\"organisation\": null,\"group\": "
        "null,\"status\": \"represented\",\"represented_by\": \"Cy Deputy\",\"mode\": null,\"from\": null,\"to\": null,"
        "\"note\": null}]");
    assert_json(steal(paper, "actions"),
                "[{\"ref\": \"97\",\"item\": \"2\",\"text\": \"Pay the secret buyer's surveyor\",\"owners\": "
                "[],\"due\": null,\"due_words\": null,\"status\": \"open\"},"
                "{\"ref\": \"96\",\"item\": \"3\",\"text\": \"Circulate the slides\",\"owners\": [\"Cllr Ann "
                "Lee\",\"All partners\"],\"due\": \"2026-02-09\",\"due_words\": null,\"status\": \"open\"}]");
    assert_json(steal(paper, "action_updates"),
                "[{\"ref\": \"84\",\"item\": \"1.1\",\"text\": \"Done in December\",\"outcome\": \"closed\"}]");
    assert_json(
        steal(paper, "decisions"),
        "[{\"item\": \"3\",\"text\": \"to adopt the strategy\",\"outcome\": \"resolved\",\"condition\": "
        "null,\"mover\": \"Cllr Ann Lee\",\"seconder\": \"Guest Person\",\"for\": 7,\"against\": 2,\"abstained\": null,"
        "\"votes\": [{\"name\": \"Bo Adeyemi-Hart\",\"vote\": \"against\"}]}]");
    assert_json(steal(paper, "declarations"), "[{\"name\": \"Bo Adeyemi-Hart\",\"item\": \"3\",\"kind\": "
                                              "\"pecuniary\",\"effect\": \"left\",\"dispensation\": null}]");
    assert_json(
        steal(paper, "corrections"),
        "[{\"minutes_of\": \"2025-09-27\",\"page\": \"3\",\"item\": \"4.2\",\"old\": \"twelve\",\"new\": \"twenty\"}]");
    assert_json(steal(paper, "next_meeting"),
                "{\"date\": \"2026-03-12\",\"start\": \"10:00\",\"end\": null,\"venue\": \"Quay House\"}");
}

/* Lettered parts stand in a PAPER's items like all others. */
static void test_items(void)
{
    g_autoptr(MbDossier) dossier = sample_meeting();
    g_autoptr(MbValue) paper = mb_paper_value(dossier, find(dossier, &MB_MEETING, "meeting"), "agenda");

    assert_json(steal(paper, "items"),
                "[{\"number\": \"1\",\"title\": \"Apologies\",\"presenter\": null,\"minutes\": 5,\"paper\": "
                "\"verbal\",\"restricted\": null,\"text\": null},"
                "{\"number\": \"1.1\",\"title\": \"Matters arising\",\"presenter\": null,\"minutes\": null,\"paper\": "
                "null,\"restricted\": null,\"text\": null},"
                "{\"number\": \"2\",\"title\": \"Sale of the quay\",\"presenter\": \"A secret presenter\",\"minutes\": "
                "20,\"paper\": null,"
                "\"restricted\": {\"paragraph\": \"3\",\"public_title\": \"A property matter\",\"reason\": "
                "null},\"text\": \"In private\"},"
                "{\"number\": \"3\",\"title\": \"Reports\",\"presenter\": \"Cllr Ann Lee and CSP team\",\"minutes\": "
                "15,\"paper\": null,\"restricted\": null,\"text\": null},"
                "{\"number\": \"3(a)\",\"title\": \"Performance\",\"presenter\": null,\"minutes\": null,\"paper\": "
                "null,\"restricted\": null,\"text\": null}]");
    assert_json(steal(paper, "actions"), "[]");
    assert_json(steal(paper, "attendance"), "[]");
}

static void test_agenda(void)
{
    g_autoptr(MbDossier) dossier = sample_meeting();
    g_autoptr(GPtrArray) findings = mb_findings_new();

    mb_findings_add(findings, "over-time", MB_SEVERITY_WARNING, g_strdup("HTB"), g_strdup("Too long."), NULL);
    assert_json(mb_paper_agenda(dossier, find(dossier, &MB_MEETING, "meeting"), findings),
                "{\"board\": \"Harbour Trust Board\",\"date\": \"2026-01-29\",\"start\": \"10:00\",\"end\": "
                "\"11:00\",\"minutes_available\": 60,\"minutes_planned\": 40,\"items\": ["
                "{\"number\": \"1\",\"title\": \"Apologies\",\"presenter\": null,\"minutes\": 5,\"starts\": "
                "\"10:00\",\"paper\": \"verbal\",\"restricted\": null,\"source\": \"standing\",\"parts\": []},"
                "{\"number\": \"1.1\",\"title\": \"Matters arising\",\"presenter\": null,\"minutes\": null,\"starts\": "
                "\"10:00\",\"paper\": null,\"restricted\": null,\"source\": \"matters arising\",\"parts\": []},"
                "{\"number\": \"2\",\"title\": \"Sale of the quay\",\"presenter\": \"A secret presenter\",\"minutes\": "
                "20,\"starts\": \"10:05\",\"paper\": null,"
                "\"restricted\": {\"paragraph\": \"3\",\"public_title\": \"A property matter\",\"reason\": "
                "null},\"source\": \"plan\",\"parts\": []},"
                "{\"number\": \"3\",\"title\": \"Reports\",\"presenter\": \"Cllr Ann Lee and CSP team\",\"minutes\": "
                "15,\"starts\": \"10:25\",\"paper\": null,\"restricted\": null,\"source\": \"added\","
                "\"parts\": [{\"number\": \"3(a)\",\"title\": \"Performance\",\"presenter\": null}]}],"
                "\"findings\": [{\"rule\": \"over-time\",\"severity\": \"warning\",\"place\": \"HTB\",\"text\": \"Too "
                "long.\",\"fix\": null}]}");
}

static void test_lists(void)
{
    g_autoptr(MbDossier) d = sample_meeting();
    const MbMeeting *meeting = find(d, &MB_MEETING, "meeting");

    assert_json(
        mb_paper_board(d, find(d, &MB_BOARD, "board"), 12),
        "{\"name\": \"Harbour Trust Board\",\"short\": \"HTB\",\"organisation\": \"Harbour Trust\",\"people\": 12}");
    assert_json(mb_paper_meeting(d, meeting),
                "{\"board\": \"Harbour Trust Board\",\"date\": \"2026-01-29\",\"start\": \"10:00\",\"end\": "
                "\"11:00\",\"venue\": \"Learning Centre\",\"state\": \"written up\"}");
    assert_json(mb_paper_seat(d, find(d, &MB_SEAT, "seat-ann"), meeting->day),
                "{\"name\": \"Cllr Ann Lee\",\"initials\": \"AL\",\"post\": \"Director\",\"organisation\": \"Harbour "
                "Council\",\"group\": \"Members\",\"office\": \"Chair\",\"voting\": true,\"from\": "
                "\"2024-05-01\",\"to\": null}");
    assert_json(mb_paper_attendance(d, meeting, find(d, &MB_ATTENDANCE, "at-ann")),
                "{\"name\": \"Cllr Ann Lee\",\"post\": \"Director\",\"organisation\": \"Harbour Council\",\"group\": "
                "\"Members\",\"status\": \"present\",\"represented_by\": null,\"mode\": \"in person\",\"from\": "
                "null,\"to\": null,"
                "\"note\": null}");
    assert_json(
        mb_paper_action(d, find(d, &MB_ACTION, "a1"), mb_day_from(2026, 2, 19)),
        "{\"ref\": \"96\",\"board\": \"Harbour Trust Board\",\"text\": \"Circulate the slides\",\"owners\": [\"Cllr "
        "Ann Lee\",\"All partners\"],\"raised\": \"2026-01-29\",\"item\": \"3\",\"due\": \"2026-02-09\","
        "\"due_words\": null,\"status\": \"open\",\"days_late\": 10,\"chasers\": 1}");
    assert_json(
        mb_paper_action(d, find(d, &MB_ACTION, "a2"), mb_day_from(2026, 2, 19)),
        "{\"ref\": \"84\",\"board\": \"Harbour Trust Board\",\"text\": \"Ask the Council\",\"owners\": [],\"raised\": "
        "\"2025-09-27\",\"item\": \"5.1\",\"due\": null,\"due_words\": null,\"status\": \"closed\",\"days_late\": 0,"
        "\"chasers\": 0}");
    assert_json(mb_paper_entry(d, find(d, &MB_ENTRY, "e1")),
                "{\"board\": \"Harbour Trust Board\",\"meeting\": \"2026-03-12\",\"item\": \"Hate crime\",\"lead\": "
                "\"Cllr Ann Lee\",\"minutes\": 15,\"status\": \"item received\","
                "\"moved\": [{\"from\": \"2026-01-29\",\"to\": \"2026-03-12\",\"why\": \"data not ready\",\"on\": "
                "\"2026-01-20\"}]}");
}

static void test_public(void)
{
    g_autoptr(MbDossier) dossier = sample_meeting();
    g_autoptr(MbDossier) cut = mb_cut_dossier(dossier, NULL, MB_CUT_PUBLIC, mb_day_from(2026, 2, 1));
    g_autoptr(MbValue) paper = mb_paper_value(cut, find(cut, &MB_MEETING, "meeting"), "minutes");
    g_autofree char *json = mb_json_write(paper);

    g_assert_null(strstr(json, "secret"));
    g_assert_null(strstr(json, "quay"));
    g_assert_nonnull(strstr(json, "\"title\": \"A property matter\""));
    g_assert_nonnull(strstr(json, "\"text\": \"Withheld (paragraph 3).\""));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/paper/text", test_text);
    g_test_add_func("/paper/minutes", test_minutes);
    g_test_add_func("/paper/items", test_items);
    g_test_add_func("/paper/agenda", test_agenda);
    g_test_add_func("/paper/lists", test_lists);
    g_test_add_func("/paper/public", test_public);
    return g_test_run();
}
