/* SPDX-License-Identifier: MIT */
/* What is done from the palette while a meeting is live: the public excluded, text and items withheld, items together,
 * a late item, the chair, strangers, elections. */
#include "screen_case.h"

#define MEETING "CSP/2026-01-29"
#define IN_MEETING                                                                                                     \
    "= (SELECT id FROM meeting WHERE day = '2026-01-29' AND board = (SELECT id FROM board WHERE short_name = 'CSP'))"

/* clang-format off */
static const char reasons_80[] =
    " CSP, 29 January 2026         2 h 46 left · ends 13:13, over by 13 · LIVE 10:14\n"
    "  3 Minutes of the las… 10│  11  Cameras and lighting     Community Safety Team\n"
    "    3.1 Minutes of the me…│─────────────────────────────────────────────────────\n"
    "    3.2 Matters arising   │\n"
    "  4 Chair's announcemen… 5│\n"
    "  ┌─ Why are the public excluded? ───────────────────────────────────────────┐\n"
    "  │                                                                          │\n"
    "  │ 1    Information relating to any individual                              │\n"
    "  │ 2    Information which is likely to reveal the identity of an individual │\n"
    "  │ 3    Information relating to the financial or business affairs of any p… │\n"
    "  │ 4    Information relating to any consultations or negotiations, or cont… │\n"
    "▶ │ 5    Information in respect of which a claim to legal professional priv… │\n"
    "  │ 6    Information which reveals that the authority proposes to give unde… │\n"
    "  │ 7    Information relating to any action taken or to be taken in connect… │\n"
    "  └──────────────────────────────────────────────────────────────────────────┘\n"
    "    14(a) Forward plan    │\n"
    "    14(b) Campaigns and c…│\n"
    "    14(c) Consultations   │\n"
    "  15 Any other business  5│\n"
    "  16 Date of next meeti… 2│\n"
    "────────────────────────────────────────────────────────────────────────────────\n"
    " 30 here   ✓ quorate   needs 5 members, 3 of them Statutory\n"
    " No action yet: type “Action: who to do what by when”.\n"
    " Type to narrow   ↑ ↓ Enter chooses   Esc leaves it as it was\n"
    "@6,4\n";
static const char excluded_80[] =
    " CSP, 29 January 2026                              PUBLIC EXCLUDED · LIVE 10:14\n"
    "  3 Minutes of the las… 10│  11  Cameras and lighti… ■ restricted · Community …\n"
    "    3.1 Minutes of the me…│─────────────────────────────────────────────────────\n"
    "    3.2 Matters arising   │  AGREED: that the public be excluded for this item,\n"
    "  4 Chair's announcemen… 5│  as it is likely that exempt information as\n"
    "  5 Strategic assessme… 35│  described in paragraph 3 of Part 1 of Schedule 12A\n"
    "  6 Performance dashbo… 15│  to the Local Government Act 1972 (Information\n"
    "  7 Serious violence d… 20│  relating to the financial or business affairs of\n"
    "  8 Anti-social behavi… 10│  any particular person (including the authority\n"
    "  9 Domestic homicide … 10│  holding that information)) would be disclosed, and\n"
    "  10 Community safety … 20│  the public interest in withholding it outweighs\n"
    "▶ 11 Cameras and lig… 0/15│  the public interest in disclosing it.      ▸ agreed\n"
    "  12 Women's night safety…│\n"
    "  13 Hate crime         20│\n"
    "  14 For information     5│\n"
    "    14(a) Forward plan    │\n"
    "    14(b) Campaigns and c…│\n"
    "    14(c) Consultations   │\n"
    "  15 Any other business  5│\n"
    "  16 Date of next meeti… 2│\n"
    "────────────────────────────────────────────────────────────────────────────────\n"
    " CSP, 29 January 2026, item 11 Cameras and lighting: the public excluded at\n"
    " 10:14, paragraph 3; Ann Officer stayed; the item is withheld.\n"
    " F1 Help  ^P All  F8 Next  F4 Go to  F7 Back  F6 Agreed  F5 Who's here\n"
    "@11,66\n";
static const char late_80[] =
    " CSP, 29 January 2026                     2 h 46 left · ends 12:58 · LIVE 10:14\n"
    "    3.1 Minutes of the me…│  11A  Flooding in Quay Street\n"
    "    3.2 Matters arising   │─────────────────────────────────────────────────────\n"
    "  4 Chair's announcemen… 5│\n"
    "  5 Strategic assessme… 35│\n"
    "  6 Performance dashbo… 15│\n"
    "  7 Serious violence d… 20│\n"
    "  8 Anti-social behavi… 10│\n"
    "  9 Domestic homicide … 10│\n"
    "  10 Community safety … 20│\n"
    "· 11 Cameras and lig… 0/15│\n"
    "▶ 11A Flooding in Quay … 0│\n"
    "  12 Women's night safety…│\n"
    "  13 Hate crime         20│\n"
    "  14 For information     5│\n"
    "    14(a) Forward plan    │\n"
    "    14(b) Campaigns and c…│\n"
    "    14(c) Consultations   │\n"
    "  15 Any other business  5│\n"
    "  16 Date of next meeti… 2│\n"
    "────────────────────────────────────────────────────────────────────────────────\n"
    " 30 here   ✓ quorate   needs 5 members, 3 of them Statutory\n"
    " No action yet: type “Action: who to do what by when”.\n"
    " F1 Help  ^P All  F8 Next  F4 Go to  F7 Back  F6 Agreed  F5 Who's here\n"
    "@3,29\n";
/* clang-format on */

static void under_way(ScreenCase *test)
{
    case_book(test);
    case_clock("2026-01-29T10:00:00Z");
    case_do(test->desk, "meeting start", MEETING, NULL);
    case_do(test->desk, "attendance all", MEETING, NULL);
    case_clock("2026-01-29T10:14:00Z");
    case_do(test->desk, "agenda take", MEETING, "11", NULL);
    case_show(test, "live", MEETING, "11", 24, 80);
}

/* A row of the palette by its name. */
static void palette(ScreenCase *test, const char *name)
{
    mb_headless_keys(test->screen, "Ctrl-p");
    mb_headless_type(test->screen, name);
    mb_headless_keys(test->screen, "Enter");
}

static void is(ScreenCase *test, const char *sql, const char *expected)
{
    g_autofree char *said = case_ask(test, sql);

    g_assert_cmpstr(said, ==, expected);
}

#define MINUTE                                                                                                         \
    "SELECT group_concat(text, '|') FROM (SELECT text FROM minute WHERE meeting " IN_MEETING " ORDER BY position)"
#define WITHHELD                                                                                                       \
    "SELECT group_concat(coalesce(i.number, substr(m.text, 1, 12)) || ' ' || coalesce(r.start, '') || '+' || "         \
    "coalesce(r.length, '') || ' ' || r.paragraph || ' ' || coalesce(r.public_title, '-'), '; ') FROM restriction r "  \
    "LEFT JOIN item i ON i.id = r.item LEFT JOIN minute m ON m.id = r.minute "                                         \
    "WHERE r.lifted_on IS NULL AND (i.meeting " IN_MEETING " OR m.meeting " IN_MEETING ")"

/* Nothing minuted yet: the item as a whole is withheld; one officer stays. */
static void the_public_are_excluded(void)
{
    ScreenCase test;

    under_way(&test);
    palette(&test, "exclude the public");
    case_is(&test, reasons_80);
    mb_headless_keys(test.screen, "3");
    mb_headless_type(test.screen, "A contract\n");
    mb_headless_type(test.screen, "Ann Officer\n");
    case_shows(&test, "That is all: exclude the public now");
    mb_headless_keys(test.screen, "Enter");
    case_is(&test, excluded_80);
    is(&test, WITHHELD, "9 + 2 Review update; 11 + 3 A contract");
    palette(&test, "readmit");
    case_lacks(&test, "PUBLIC EXCLUDED");
    case_shows(&test, "readmitted");
    palette(&test, "open what");
    mb_headless_type(test.screen, "the monitoring officer\n");
    is(&test, WITHHELD, "9 + 2 Review update");
    case_end(&test);
}

/* Something was minuted before: what follows is withheld. Escape half way changes nothing. */
static void what_follows_is_withheld(void)
{
    ScreenCase test;

    under_way(&test);
    mb_headless_type(test.screen, "Heard in public.\n");
    palette(&test, "exclude the public");
    mb_headless_keys(test.screen, "3 Escape");
    case_lacks(&test, "PUBLIC EXCLUDED");
    palette(&test, "exclude the public");
    mb_headless_keys(test.screen, "3 Enter");
    case_shows(&test, "PUBLIC EXCLUDED");
    mb_headless_type(test.screen, "\nHeard in private.");
    palette(&test, "readmit");
    case_lacks(&test, "PUBLIC EXCLUDED");
    is(&test,
       "SELECT group_concat(m.text) FROM restriction r JOIN minute m ON m.id = r.minute WHERE m.text LIKE 'Heard%'",
       "Heard in private.");
    case_end(&test);
}

static void text_is_withheld(void)
{
    ScreenCase test;

    under_way(&test);
    mb_headless_type(test.screen, "The tenant owes 400 pounds.");
    mb_headless_keys(test.screen, "Ctrl-Shift-Left Ctrl-Shift-Left");
    palette(&test, "withhold the selected");
    mb_headless_keys(test.screen, "3 Enter");
    is(&test, WITHHELD, "9 + 2 Review update; The tenant o 20+7 3 -");
    palette(&test, "open what");
    mb_headless_keys(test.screen, "Enter");
    is(&test, WITHHELD, "9 + 2 Review update");
    palette(&test, "withhold this paragraph");
    mb_headless_keys(test.screen, "1");
    mb_headless_type(test.screen, "A tenancy\n");
    is(&test, WITHHELD, "9 + 2 Review update; The tenant o + 1 A tenancy");
    palette(&test, "withhold this item");
    mb_headless_keys(test.screen, "1");
    mb_headless_type(test.screen, "A tenancy\n");
    case_shows(&test, "■ restricted");
    is(&test, WITHHELD, "9 + 2 Review update; The tenant o + 1 A tenancy; 11 + 1 A tenancy");
    case_end(&test);
}

static void items_are_taken_together(void)
{
    ScreenCase test;

    under_way(&test);
    palette(&test, "take items together");
    mb_headless_type(test.screen, " 13\n");
    is(&test,
       "SELECT group_concat(number) FROM item WHERE taken_with = (SELECT id FROM item WHERE number = '11' AND "
       "meeting " IN_MEETING ")",
       "12,13");
    palette(&test, "by itself");
    is(&test, "SELECT count(*) FROM item WHERE taken_with IS NOT NULL AND meeting " IN_MEETING, "0");
    case_end(&test);
}

static void a_late_item(void)
{
    ScreenCase test;

    under_way(&test);
    palette(&test, "late item");
    mb_headless_type(test.screen, "Flooding in Quay Street\n\n");
    case_shows(&test, "Not added: a late item needs the chair's reason, which is printed.");
    palette(&test, "late item");
    mb_headless_type(test.screen, "Flooding in Quay Street\nthe water rose last night\n");
    mb_headless_keys(test.screen, "F8");
    case_is(&test, late_80);
    is(&test, "SELECT urgent_why FROM item WHERE title = 'Flooding in Quay Street'", "the water rose last night");
    case_end(&test);
}

static void the_chair_is_handed_over(void)
{
    ScreenCase test;

    under_way(&test);
    palette(&test, "hand over");
    mb_headless_type(test.screen, "calloway\nVice-chair\n");
    is(&test,
       "SELECT e.at || ' ' || e.text || ' ' || p.name FROM event e JOIN person p ON p.id = e.person WHERE e.what LIKE "
       "'chair%' "
       "AND e.meeting " IN_MEETING " ORDER BY e.at DESC LIMIT 1",
       "10:14 Vice-chair Idris Calloway");
    case_end(&test);
}

static void a_stranger_is_named(void)
{
    ScreenCase test;

    under_way(&test);
    case_do(test.desk, "attendance set", MEETING, "?1", "present", "--guest", NULL);
    case_close(&test);
    case_show(&test, "live", MEETING, "11", 24, 80);
    mb_headless_type(test.screen, "?1 asked about the lamps.\n");
    palette(&test, "name a stranger");
    mb_headless_type(test.screen, "Captain Reef\n");
    case_shows(&test, "Captain Reef asked about the lamps.");
    case_end(&test);
}

/* The quorum lost is on the screen with the stroke that lost it. */
static void the_quorum_is_lost_at_once(void)
{
    ScreenCase test;

    case_book(&test);
    case_clock("2026-01-29T10:00:00Z");
    case_do(test.desk, "meeting start", MEETING, NULL);
    case_do(test.desk, "attendance set", MEETING, "Nadia Whitcombe", "present", NULL);
    case_do(test.desk, "attendance set", MEETING, "Yasmin Falkirk-Bose", "present", NULL);
    case_do(test.desk, "attendance set", MEETING, "Idris Calloway", "present", NULL);
    case_do(test.desk, "attendance set", MEETING, "Hester Dunmallow", "present", NULL);
    case_do(test.desk, "attendance set", MEETING, "Kofi Lindqvist", "present", NULL);
    case_show(&test, "live", MEETING, "11", 24, 80);
    case_shows(&test, "✓ quorate");
    mb_headless_keys(test.screen, "Alt-l");
    mb_headless_type(test.screen, "kofi\n");
    case_shows(&test, "Not quorate: 4 of 5 members.");
    mb_headless_type(test.screen, "x");
    case_shows(&test, "✗ NOT QUORATE: 4 of 5 members");
    case_end(&test);
}

/* Two rounds, then the office changes hands. */
static void an_election(void)
{
    ScreenCase test;

    under_way(&test);
    palette(&test, "election");
    mb_headless_type(test.screen, "Vice-chair of all\nkofi\ncalloway\n");
    case_shows(&test, "Who else is nominated?");
    mb_headless_keys(test.screen, "Enter");
    case_shows(&test, "Votes for Kofi Lindqvist");
    mb_headless_type(test.screen, "9\n9\n");
    case_shows(&test, "Vice-chair of all, round 1: who is elected?");
    mb_headless_type(test.screen, "another\n10\n8\n");
    case_shows(&test, "Vice-chair of all, round 2: who is elected?");
    case_shows(&test, "10 votes");
    mb_headless_keys(test.screen, "Enter");
    case_shows(&test, "And holds the office from this meeting on");
    mb_headless_keys(test.screen, "Enter");
    is(&test, "SELECT p.name FROM election e JOIN person p ON p.id = e.elected WHERE e.meeting " IN_MEETING,
       "Kofi Lindqvist");
    is(&test,
       "SELECT group_concat(round || ':' || votes) FROM (SELECT round, votes FROM candidate WHERE election = (SELECT "
       "id FROM election "
       "WHERE office = 'Vice-chair of all') ORDER BY round, position)",
       "1:9,1:9,2:10,2:8");
    is(&test,
       "SELECT p.name || ' ' || o.since FROM office o JOIN person p ON p.id = o.person WHERE o.office = 'Vice-chair of "
       "all'",
       "Kofi Lindqvist 2026-01-29");
    case_end(&test);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/private/excluded", the_public_are_excluded);
    g_test_add_func("/private/follows", what_follows_is_withheld);
    g_test_add_func("/private/withheld", text_is_withheld);
    g_test_add_func("/private/together", items_are_taken_together);
    g_test_add_func("/private/late", a_late_item);
    g_test_add_func("/private/chair", the_chair_is_handed_over);
    g_test_add_func("/private/stranger", a_stranger_is_named);
    g_test_add_func("/private/quorum", the_quorum_is_lost_at_once);
    g_test_add_func("/private/election", an_election);
    return g_test_run();
}
