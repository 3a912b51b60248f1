/* SPDX-License-Identifier: MIT */
/* The register on the screen: a board of thirty, marked in few keys. */
#include "screen_case.h"

#define MEETING "WAT/2026-01-29"

/* clang-format off */
static const char fresh_80[] =
    " Attendance, WAT, 29 January 2026\n"
    " Name:                    ✗ NOT QUORATE: 0 of 12 members (needs 12 members)\n"
    "\n"
    " ? AQ   Ada Quill                 not marked                Members           ┃\n"
    " ? BO   Bram Oake                 not marked                Members           ┃\n"
    " ? CM   Cleo Marsh                not marked                Members           ┃\n"
    " ? DP   Dov Pell                  not marked                Members           ┃\n"
    " ? EL   Edie Lark                 not marked                Members           ┃\n"
    " ? FN   Fergus Noone              not marked                Members           ┃\n"
    " ? GH   Greta Holm                not marked                Members           ┃\n"
    " ? HV   Hugo Vance                not marked                Members           ┃\n"
    " ? IC   Ines Cardoso              not marked                Members           ┃\n"
    " ? JS   Jonah Swift               not marked                Members           ┃\n"
    " ? KU   Kezia Umber               not marked                Members           ┃\n"
    " ? LB   Lars Brandt               not marked                Members           ┃\n"
    " ? MT   Mabel Thorpe              not marked                Members           │\n"
    " ? NE   Nils Ekberg               not marked                Members           │\n"
    " ? OK   Orla Keane                not marked                Members           │\n"
    " ? PD   Piers Dunn                not marked                Members           │\n"
    " ? QI   Quentin Ivory             not marked                Members           │\n"
    " ? RL   Rosa Lindt                not marked                Members           │\n"
    " ? SG   Saul Grieve               not marked                Members           │\n"
    "\n"
    " F1 Help  ^P All  F6 All here  1 here  2 apologies  3 absent  4 remote  5 deputy\n"
    "@3,1\n";
static const char marked_80[] =
    " Attendance, WAT, 29 January 2026\n"
    " Name:                    ✓ quorate (22 here; needs 12 members)\n"
    "\n"
    " D BO   Bram Oake                 deputy: Una Yarrow        Members           ┃\n"
    " A CM   Cleo Marsh                apologies                 Members           ┃\n"
    " A DP   Dov Pell                  apologies                 Members           ┃\n"
    " A EL   Edie Lark                 apologies                 Members           ┃\n"
    " A FN   Fergus Noone              apologies                 Members           ┃\n"
    " - GH   Greta Holm                absent                    Members           ┃\n"
    " - HV   Hugo Vance                absent                    Members           ┃\n"
    " ◌ IC   Ines Cardoso              present, remote           Members           ┃\n"
    " ◌ JS   Jonah Swift               present, remote           Members           ┃\n"
    " ◐ KU   Kezia Umber               in part, out 10:20        Members           ┃\n"
    " ◐ LB   Lars Brandt               in part, out 10:20        Members           ┃\n"
    " ● MT   Mabel Thorpe              present                   Members           ┃\n"
    " ● NE   Nils Ekberg               present                   Members           │\n"
    " ● OK   Orla Keane                present                   Members           │\n"
    " D PD   Piers Dunn                deputy: Wim Aalto         Members           │\n"
    " ● QI   Quentin Ivory             present                   Members           │\n"
    " ● RL   Rosa Lindt                present                   Members           │\n"
    " ● SG   Saul Grieve               present                   Members           │\n"
    " ● TM   Tess Marsh                present                   Members           │\n"
    " WAT, 29 January 2026: Lars Brandt left at 10:20, during item 1 Apologies.\n"
    " F1 Help  ^P All  F6 All here  1 here  2 apologies  3 absent  4 remote  5 deputy\n"
    "@13,1\n";
static const char marked_200[] =
    " Attendance, WAT, 29 January 2026                                                                                                                   22 here, 2 by deputy, 4 apologies, 2 absent, 0 open\n"
    " Name:                    ✓ quorate (22 here; needs 12 members)\n"
    "\n"
    " ● AQ   Ada Quill                  present                            Members\n"
    " D BO   Bram Oake                  deputy: Una Yarrow                 Members\n"
    " A CM   Cleo Marsh                 apologies                          Members\n"
    " A DP   Dov Pell                   apologies                          Members\n"
    " A EL   Edie Lark                  apologies                          Members\n"
    " A FN   Fergus Noone               apologies                          Members\n"
    " - GH   Greta Holm                 absent                             Members\n"
    " - HV   Hugo Vance                 absent                             Members\n"
    " ◌ IC   Ines Cardoso               present, remote                    Members\n"
    " ◌ JS   Jonah Swift                present, remote                    Members\n"
    " ◐ KU   Kezia Umber                in part, out 10:20                 Members\n"
    " ◐ LB   Lars Brandt                in part, out 10:20                 Members\n"
    " ● MT   Mabel Thorpe               present                            Members\n"
    " ● NE   Nils Ekberg                present                            Members\n"
    " ● OK   Orla Keane                 present                            Members\n"
    " D PD   Piers Dunn                 deputy: Wim Aalto                  Members\n"
    " ● QI   Quentin Ivory              present                            Members\n"
    " ● RL   Rosa Lindt                 present                            Members\n"
    " ● SG   Saul Grieve                present                            Members\n"
    " ● TM   Tess Marsh                 present                            Members\n"
    " ● UP   Ugo Pratt                  present                            Members\n"
    " ● VR   Vera Rusk                  present                            Members\n"
    " ● WJ   Walt Jessop                present                            Members\n"
    " ● XF   Xenia Foss                 present                            Members\n"
    " ● YC   Yann Corby                 present                            Members\n"
    " ● ZH   Zora Heath                 present                            Members\n"
    " ● AW   Alma Winter                present                            Members\n"
    " ● BY   Basil Yates                present                            Members\n"
    " ● CZ   Cora Zeller                present                            Members\n"
    " ● DQ   Dina Quist                 present                            Members\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    " WAT, 29 January 2026: Lars Brandt left at 10:20, during item 1 Apologies.\n"
    " F1 Help  ^P All  F6 All here  1 here  2 apologies  3 absent  4 remote  5 deputy  6 in  7 out  F9 Guest\n"
    "@14,1\n";
static const char nobody_80[] =
    " Attendance, EMP, 29 January 2026\n"
    " Name:\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    "\n"
    " F1 Help  ^P All  F6 All here  1 here  2 apologies  3 absent  4 remote  5 deputy\n"
    "@3,1\n";
/* clang-format on */

static const char board[] = "board: Waterside Assembly\n"
                            "short: WAT\n"
                            "organisation: Waterside\n"
                            "zone: Europe/London\n"
                            "quorum: {members: 12}\n"
                            "groups: [Members]\n"
                            "roll:\n";

/* Name, initials, and the deputy listed or NULL. Two share initials, two a surname. */
static const char *const roll[][3] = {
    {"Ada Quill", "AQ", NULL},         {"Bram Oake", "BO", "Una Yarrow"}, {"Cleo Marsh", "CM", NULL},
    {"Dov Pell", "DP", NULL},          {"Edie Lark", "EL", NULL},         {"Fergus Noone", "FN", NULL},
    {"Greta Holm", "GH", NULL},        {"Hugo Vance", "HV", NULL},        {"Ines Cardoso", "IC", NULL},
    {"Jonah Swift", "JS", NULL},       {"Kezia Umber", "KU", NULL},       {"Lars Brandt", "LB", NULL},
    {"Mabel Thorpe", "MT", NULL},      {"Nils Ekberg", "NE", NULL},       {"Orla Keane", "OK", NULL},
    {"Piers Dunn", "PD", "Wim Aalto"}, {"Quentin Ivory", "QI", NULL},     {"Rosa Lindt", "RL", NULL},
    {"Saul Grieve", "SG", NULL},       {"Tess Marsh", "TM", NULL},        {"Ugo Pratt", "UP", NULL},
    {"Vera Rusk", "VR", NULL},         {"Walt Jessop", "WJ", NULL},       {"Xenia Foss", "XF", NULL},
    {"Yann Corby", "YC", NULL},        {"Zora Heath", "ZH", NULL},        {"Alma Winter", "AW", NULL},
    {"Basil Yates", "BY", NULL},       {"Cora Zeller", "CZ", NULL},       {"Dina Quist", "DQ", NULL},
};

static const char plan[] = "board: WAT\n"
                           "year: 2025/26\n"
                           "meetings:\n"
                           "  - {date: 2026-01-29, time: \"10:00-12:00\", venue: Custom House}\n"
                           "opening:\n"
                           "  - {title: Apologies, presenter: Chair, minutes: 5}\n"
                           "business:\n"
                           "  - {title: Locks, lead: Bram Oake, every: meeting, minutes: 30}\n";

static char *board_of_thirty(void)
{
    GString *text = g_string_new(board);

    for (guint i = 0; i < G_N_ELEMENTS(roll); i++) {
        g_string_append_printf(text, "  - {name: %s, initials: %s, group: Members", roll[i][0], roll[i][1]);
        if (roll[i][2])
            g_string_append_printf(text, ", deputies: [%s]", roll[i][2]);
        g_string_append(text, "}\n");
    }
    return g_string_free(text, FALSE);
}

static void load(ScreenCase *test, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(test->folder, name, NULL);

    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    case_do(test->desk, "load", path, NULL);
}

static void assembly(ScreenCase *test)
{
    g_autofree char *people = board_of_thirty();

    case_begin(test);
    case_do(test->desk, "init", NULL);
    load(test, "board.yaml", people);
    load(test, "plan.yaml", plan);
    case_do(test->desk, "agenda draft", MEETING, NULL);
    case_clock("2026-01-29T10:00:00Z");
    case_do(test->desk, "meeting start", MEETING, NULL);
}

/* The line of the register: "apologies", "present remote", "in part 10:00-". */
static char *line_of(ScreenCase *test, const char *name)
{
    g_autofree char *sql = g_strdup_printf(
        "SELECT a.status || CASE WHEN a.mode = 'remote' THEN ' remote' ELSE '' END || coalesce(' in ' || a.arrived, "
        "'') || "
        "coalesce(' out ' || a.left, '') || coalesce(' by ' || r.name, ' by ' || a.represented_by_name, '') FROM "
        "attendance a "
        "JOIN person p ON p.id = a.person LEFT JOIN person r ON r.id = a.represented_by WHERE p.name = '%s'",
        name);

    return case_ask(test, sql);
}

static void assert_line(ScreenCase *test, const char *name, const char *expected)
{
    g_autofree char *line = line_of(test, name);

    g_assert_cmpstr(line, ==, expected);
}

/* Thirty people, twelve exceptions of five kinds: at most 45 keys, the way there and back included. */
static void thirty_people_in_few_keys(void)
{
    g_autofree char *plainly = NULL;
    ScreenCase test;
    int keys;

    assembly(&test);
    case_show(&test, "live", MEETING, NULL, 24, 80);
    keys = mb_headless_keys(test.screen, "F5");
    case_is(&test, fresh_80);
    keys += mb_headless_keys(test.screen, "F6");
    /* Apologies, by initials. */
    keys += mb_headless_type(test.screen, "cm2dp2el2fn2");
    /* Absent. */
    keys += mb_headless_type(test.screen, "gh3hv3");
    /* Remote. */
    keys += mb_headless_type(test.screen, "ic4js4");
    /* A deputy each. */
    keys += mb_headless_type(test.screen, "bo5pd5");
    /* Gone early. */
    case_clock("2026-01-29T10:20:00Z");
    keys += mb_headless_type(test.screen, "ku7lb7");
    case_is(&test, marked_80);
    mb_headless_resize(test.screen, 60, 200);
    case_is(&test, marked_200);
    keys += mb_headless_keys(test.screen, "Escape");
    case_shows(&test, "here");
    g_assert_cmpint(keys, <=, 45);
    assert_line(&test, "Cleo Marsh", "apologies");
    assert_line(&test, "Dov Pell", "apologies");
    assert_line(&test, "Edie Lark", "apologies");
    assert_line(&test, "Fergus Noone", "apologies");
    assert_line(&test, "Greta Holm", "absent");
    assert_line(&test, "Hugo Vance", "absent");
    assert_line(&test, "Ines Cardoso", "present remote");
    assert_line(&test, "Jonah Swift", "present remote");
    assert_line(&test, "Bram Oake", "represented by Una Yarrow");
    assert_line(&test, "Piers Dunn", "represented by Wim Aalto");
    assert_line(&test, "Kezia Umber", "in part out 10:20");
    assert_line(&test, "Lars Brandt", "in part out 10:20");
    plainly = case_ask(&test, "SELECT count(*) FROM attendance WHERE status = 'present' AND coalesce(mode, '') <> "
                              "'remote' AND arrived IS NULL AND left IS NULL");
    g_assert_cmpstr(plainly, ==, "18");
    case_end(&test);
}

/* Surnames and first names do as well; who fits nobody is said, and the last deed is taken back. */
static void names_are_narrowed(void)
{
    ScreenCase test;

    assembly(&test);
    case_show(&test, "attendance", MEETING, NULL, 24, 80);
    mb_headless_type(test.screen, "heath2");
    assert_line(&test, "Zora Heath", "apologies");
    mb_headless_type(test.screen, "tess2");
    assert_line(&test, "Tess Marsh", "apologies");
    mb_headless_keys(test.screen, "Ctrl-z");
    assert_line(&test, "Tess Marsh", "");
    mb_headless_type(test.screen, "zzz");
    case_shows(&test, "“zz” fits nobody on this register; F9 adds a guest.");
    mb_headless_keys(test.screen, "Backspace");
    mb_headless_keys(test.screen, "Home Down 3");
    assert_line(&test, "Bram Oake", "absent");
    case_end(&test);
}

static void guests_are_added(void)
{
    ScreenCase test;

    assembly(&test);
    case_show(&test, "attendance", MEETING, NULL, 24, 80);
    mb_headless_keys(test.screen, "F9");
    mb_headless_type(test.screen, "Pola Reyes\n");
    mb_headless_keys(test.screen, "F9");
    mb_headless_type(test.screen, "?1\n");
    mb_headless_keys(test.screen, "End");
    case_shows(&test, "Pola Reyes");
    case_shows(&test, "?1");
    case_end(&test);
}

static void nobody_on_the_roll(void)
{
    ScreenCase test;

    case_begin(&test);
    case_do(test.desk, "init", NULL);
    load(&test, "board.yaml", "board: Empty Board\nshort: EMP\nzone: Europe/London\n");
    load(&test, "plan.yaml", "board: EMP\nyear: 2025/26\nmeetings:\n  - {date: 2026-01-29, time: \"10:00-12:00\"}\n");
    case_show(&test, "attendance", "EMP/2026-01-29", NULL, 24, 80);
    mb_headless_keys(test.screen, "1 2 3 4 5 6 7 Down Up PageDown Enter x Ctrl-z");
    mb_headless_keys(test.screen, "Backspace");
    case_is(&test, nobody_80);
    case_end(&test);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/attendance/thirty", thirty_people_in_few_keys);
    g_test_add_func("/attendance/names", names_are_narrowed);
    g_test_add_func("/attendance/guests", guests_are_added);
    g_test_add_func("/attendance/nobody", nobody_on_the_roll);
    return g_test_run();
}
