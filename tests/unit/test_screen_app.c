/* SPDX-License-Identifier: MIT */
/* What all screens share: palette, help, questions, messages, the blank screen, any size of terminal, two windows. */
#include "screen_case.h"

#define MEETING "CSP/2026-01-29"

/* clang-format off */
static const char meetings_80[] =
    " Meetings                                              Thursday 15 January 2026\n"
    "\n"
    "  Thursday 3 April 2025        10:00  CSP                           approved  │\n"
    "  Tuesday 15 April 2025        18:30  Lanthorn                      approved  │\n"
    "  Tuesday 10 June 2025         18:30  Lanthorn                      approved  │\n"
    "  Thursday 26 June 2025        10:00  CSP                           approved  │\n"
    "  Wednesday 2 July 2025        18:00  School                        approved  ┃\n"
    "  Tuesday 9 September 2025     18:30  Lanthorn                      approved  ┃\n"
    "  Thursday 25 September 2025   10:00  CSP                           approved  ┃\n"
    "  Wednesday 1 October 2025     18:00  School                        approved  ┃\n"
    "  Thursday 6 November 2025     10:00  CSP                          cancelled  ┃\n"
    "  Tuesday 2 December 2025      18:30  Lanthorn                    circulated  ┃\n"
    "  Wednesday 3 December 2025    18:00  School                      circulated  ┃\n"
    "  Thursday 11 December 2025    10:00  CSP                         circulated  ┃\n"
    "  Thursday 29 January 2026     10:00  CSP                            planned  ┃\n"
    "  Wednesday 4 February 2026    18:00  School                         planned  ┃\n"
    "  Tuesday 10 February 2026     18:30  Lanthorn                       planned  ┃\n"
    "  Tuesday 24 March 2026        18:30  Lanthorn                       planned  ┃\n"
    "  Wednesday 25 March 2026      18:00  School                         planned  ┃\n"
    "  Thursday 26 March 2026       10:00  CSP                            planned  ┃\n"
    "  Wednesday 20 May 2026        18:00  School                         planned  ┃\n"
    "  Wednesday 8 July 2026        18:00  School                         planned  ┃\n"
    "\n"
    " F1 Help  ^P All  Enter Open the meeting  F6 Draft its agenda\n"
    "@14,1\n";
static const char palette_narrowed_80[] =
    " CSP, 29 January 2026                     3 h 00 left · ends 12:59 · LIVE 10:00\n"
    "  ┌─ All commands ───────────────────────────────────────────────────────────┐w\n"
    "  │ adjourn                                                                  │──\n"
    "  │ Adjourn or resume                                                        │\n"
    "  │ meeting adjourn                     adjourns a meeting under way; its c… │\n"
    "  │ meeting resume                         goes on with an adjourned meeting │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "──│                                                                          │──\n"
    " 0└──────────────────────────────────────────────────────────────────────────┘\n"
    " No action yet: type “Action: who to do what by when”.\n"
    " Type to narrow   ↑ ↓ Enter chooses   Esc leaves it as it was\n"
    "@2,11\n";
static const char question_80[] =
    " CSP, 29 January 2026                     3 h 00 left · ends 12:59 · LIVE 10:00\n"
    "  1 Welcome, introducti… 5│  5  Strategic assessment and priori… Mina Castellow\n"
    "  2 Declarations of int… 2│─────────────────────────────────────────────────────\n"
    "  3 Minutes of the las… 10│\n"
    "    3.1 Minutes of the me…│\n"
    "    3.2 Matters arising   │\n"
    "  4 Chair's announcemen… 5│\n"
    "  5 Strategic assessme… 35│\n"
    "  6 Performance dashbo… 15│\n"
    "  7 Serious violence d… 20│\n"
    "  8 Anti-social behavi… 10│\n"
    "  9 Domestic homicide … 10│\n"
    "  10 Community safety … 20│\n"
    "  11 Cameras and light… 15│\n"
    "  12 Women's night safety…│\n"
    "  13 Hate crime         20│\n"
    "  14 For information     5│\n"
    "    14(a) Forward plan    │\n"
    "    14(b) Campaigns and c…│\n"
    "    14(c) Consultations   │\n"
    "────────────────────────────────────────────────────────────────────────────────\n"
    " Action:  JRe to write\n"
    " Who is to do what by when: “JRe and M Collins to circulate the draft by 30 Ju…\n"
    " Enter does it   Esc leaves it as it was\n"
    "@21,22\n";
static const char chooser_80[] =
    " CSP, 29 January 2026                     3 h 00 left · ends 12:59 · LIVE 10:00\n"
    "  ┌─ Go to item (number, or part of the title) ──────────────────────────────┐w\n"
    "  │ co                                                                       │──\n"
    "  │ 10   Community safety fund 2026/27                                       │\n"
    "  │ 14(c) Consultations                                                      │\n"
    "  │ 1    Welcome, introductions and apologies                                │f…\n"
    "  │ 14(b) Campaigns and communications                                       │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "  │                                                                          │\n"
    "──│                                                                          │──\n"
    " 0└──────────────────────────────────────────────────────────────────────────┘\n"
    " ▸97 Jasper Redfearn: write\n"
    " Type to narrow   ↑ ↓ Enter chooses   Esc leaves it as it was\n"
    "@2,6\n";
static const char confirm_80[] =
    " CSP, 29 January 2026                     3 h 00 left · ends 12:59 · LIVE 10:00\n"
    "  3 Minutes of the las… 10│  14(c)  Consultations               Jasper Redfearn\n"
    "    3.1 Minutes of the me…│─────────────────────────────────────────────────────\n"
    "    3.2 Matters arising   │\n"
    "  4 Chair's announcemen… 5│\n"
    "  5 Strategic assessme… 35│\n"
    "  ┌─ Close the meeting now? ─────────────────────────────────────────────────┐\n"
    "  │                                                                          │\n"
    "  │ Close it now                                                             │\n"
    "  │ Go on with the meeting                                                   │\n"
    "  └──────────────────────────────────────────────────────────────────────────┘\n"
    "  11 Cameras and light… 15│\n"
    "  12 Women's night safety…│\n"
    "  13 Hate crime         20│\n"
    "  14 For information     5│\n"
    "    14(a) Forward plan    │\n"
    "    14(b) Campaigns and c…│\n"
    "▶   14(c) Consultations  0│\n"
    "  15 Any other business  5│\n"
    "  16 Date of next meeti… 2│\n"
    "────────────────────────────────────────────────────────────────────────────────\n"
    " 0 here   ✗ NOT QUORATE: 0 of 5 members and 0 of 3 Statutory members\n"
    " ▸97 Jasper Redfearn: write\n"
    " Type to narrow   ↑ ↓ Enter chooses   Esc leaves it as it was\n"
    "@7,4\n";
static const char blank_80[] =
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
    " F12 shows the screen again; typing goes on\n"
    "@23,0\n";
static const char small_20[] =
    " CSP, 29 January 20…\n"
    "  February.   ▸ 97 …\n"
    "\n"
    "  xxxxxxxxxxxxx\n"
    " F1 Help  ^P All\n"
    "@3,15\n";
/* clang-format on */

static void meeting_open(ScreenCase *test)
{
    case_book(test);
    case_clock("2026-01-29T10:00:00Z");
    case_do(test->desk, "meeting start", MEETING, NULL);
    case_show(test, "live", MEETING, "5", 24, 80);
}

static void begins_with_the_meetings(void)
{
    ScreenCase test;

    case_book(&test);
    case_show(&test, NULL, NULL, NULL, 24, 80);
    case_is(&test, meetings_80);
    mb_headless_keys(test.screen, "Escape");
    case_shows(&test, "This is the first screen; Ctrl-Q leaves the program.");
    mb_headless_keys(test.screen, "Enter");
    case_shows(&test, "CSP, 29 January 2026");
    mb_headless_keys(test.screen, "Escape Ctrl-q");
    g_assert_true(mb_headless_done(test.screen));
    case_end(&test);
}

static void the_palette_has_everything(void)
{
    ScreenCase test;

    meeting_open(&test);
    mb_headless_keys(test.screen, "Ctrl-p");
    case_shows(&test, "┌─ All commands ─");
    case_shows(&test, "│ Next item                                                           F8 ");
    mb_headless_type(test.screen, "adjourn");
    case_is(&test, palette_narrowed_80);
    mb_headless_keys(test.screen, "Enter");
    case_shows(&test, "ADJOURNED");
    mb_headless_keys(test.screen, "Ctrl-p");
    mb_headless_type(test.screen, "meeting public\n");
    case_shows(&test, "Command  meeting public");
    mb_headless_type(test.screen, "next 12\n");
    case_shows(&test, "12 ");
    mb_headless_keys(test.screen, "Ctrl-p");
    mb_headless_type(test.screen, "no such thing at all");
    case_shows(&test, "None fits.");
    mb_headless_keys(test.screen, "Escape");
    case_lacks(&test, "None fits.");
    case_end(&test);
}

static void help_is_this_screens(void)
{
    ScreenCase test;

    meeting_open(&test);
    mb_headless_keys(test.screen, "F1");
    case_shows(&test, " Meeting                                                                 ↓ more");
    case_shows(&test, " The meeting as it happens. On the left the agenda with the minutes each item");
    case_shows(&test, " F8                  Next item. Takes the next item; its clock runs.");
    mb_headless_keys(test.screen, "PageDown");
    case_lacks(&test, "The meeting as it happens.");
    mb_headless_keys(test.screen, "Escape F5 F1");
    case_shows(&test, "The register. F6 marks everyone present");
    case_end(&test);
}

static void questions_and_lists(void)
{
    ScreenCase test;

    meeting_open(&test);
    mb_headless_keys(test.screen, "Alt-a");
    mb_headless_type(test.screen, "JRe to write");
    case_is(&test, question_80);
    mb_headless_keys(test.screen, "Escape");
    case_lacks(&test, "JRe to write");
    mb_headless_keys(test.screen, "Alt-a");
    mb_headless_type(test.screen, "JRe to write by 13 February\n");
    case_rest(&test);
    case_shows(&test, "Action: JRe to write by 13 February");
    case_shows(&test, "▸97 Jasper Redfearn");
    mb_headless_keys(test.screen, "F4");
    mb_headless_type(test.screen, "co");
    case_is(&test, chooser_80);
    mb_headless_keys(test.screen, "Down Enter");
    case_lacks(&test, "Go to item");
    mb_headless_keys(test.screen, "Ctrl-p");
    mb_headless_type(test.screen, "close the meeting\n");
    case_is(&test, confirm_80);
    mb_headless_type(test.screen, "go on\n");
    case_shows(&test, "LIVE");
    mb_headless_keys(test.screen, "Ctrl-p");
    mb_headless_type(test.screen, "close the meeting\n\n");
    case_shows(&test, "closed at 10:00");
    case_shows(&test, "       closed 10:00");
    case_lacks(&test, "LIVE");
    case_end(&test);
}

static void messages_go_with_the_next_key(void)
{
    ScreenCase test;

    meeting_open(&test);
    mb_headless_keys(test.screen, "Ctrl-s");
    case_shows(&test, "Everything is saved (10:00): each key is in the book before you see it.");
    mb_headless_type(test.screen, "a");
    case_lacks(&test, "Everything is saved");
    mb_headless_keys(test.screen, "F7");
    case_shows(&test, "You have come from no other item yet.");
    mb_headless_keys(test.screen, "Ctrl-z Ctrl-z");
    case_shows(&test, "There is nothing");
    case_end(&test);
}

/* Blank, typing goes on; again it is all there. */
static void blank(void)
{
    ScreenCase test;

    meeting_open(&test);
    mb_headless_type(test.screen, "seen ");
    mb_headless_keys(test.screen, "F12");
    mb_headless_type(test.screen, "unseen");
    case_is(&test, blank_80);
    mb_headless_keys(test.screen, "F12");
    case_shows(&test, "seen unseen");
    case_end(&test);
}

/* Any size: the cursor on the screen, the letters typed all there. */
static void any_size(void)
{
    static const int sizes[][2] = {{5, 20},   {24, 80}, {1, 1},   {60, 200}, {4, 19},   {200, 500}, {5, 500},
                                   {200, 20}, {6, 76},  {24, 75}, {3, 300},  {25, 150}, {24, 80}};
    static const char *const screens[] = {"F5",     "Escape", "Alt-q", "Escape", "F1",    "Escape",
                                          "Ctrl-p", "Escape", "F4",    "Escape", "Alt-a", "Escape"};
    ScreenCase test;
    int row, column;

    meeting_open(&test);
    mb_headless_type(test.screen, "RESOLVED that it be so.\nAction: JRe to write by 13 February.\n");
    for (guint screen = 0; screen < G_N_ELEMENTS(screens); screen++) {
        mb_headless_keys(test.screen, screens[screen]);
        for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
            mb_headless_resize(test.screen, sizes[i][0], sizes[i][1]);
            mb_grid_cursor(mb_headless_grid(test.screen), &row, &column);
            g_assert_cmpint(row, <, sizes[i][0]);
            g_assert_cmpint(column, <, sizes[i][1]);
            if (screen == 1)
                mb_headless_type(test.screen, "x");
        }
    }
    case_shows(&test, "xxxxxxxxxxxxx");
    mb_headless_resize(test.screen, 5, 20);
    case_is(&test, small_20);
    case_end(&test);
}

/* What another window does is seen when the hand rests. */
static void another_window(void)
{
    ScreenCase test;
    MbDesk *other;

    meeting_open(&test);
    other = mb_desk_new(test.path, "Bob Deputy", MB_NO_DAY);
    case_do(other, "attendance all", MEETING, NULL);
    mb_desk_free(other);
    case_rest(&test);
    mb_app_face.woken(test.app);
    mb_app_face.idle(test.app);
    mb_headless_resize(test.screen, 24, 80);
    case_shows(&test, "30 here   ✓ quorate");
    case_end(&test);
}

/* On every screen every key and every letter: nothing falls, and Escape leads back. */
static void every_key_everywhere(void)
{
    static const char *const to[] = {"", "F5", "Alt-q", "Ctrl-p", "F1", "F4", "Alt-a", "Alt-n"};
    ScreenCase test;

    meeting_open(&test);
    mb_headless_type(test.screen, "RESOLVED that it be so.\nAction: JRe to write by 13 February.\n");
    for (guint i = 0; i < G_N_ELEMENTS(to); i++)
        for (guint32 key = MB_KEY_TAB; key <= MB_KEY_F12; key++)
            for (unsigned modifiers = 0; modifiers < 8; modifiers++) {
                g_autofree char *name = mb_key_name(key, modifiers);

                if (*to[i])
                    mb_headless_keys(test.screen, to[i]);
                mb_headless_keys(test.screen, name);
                mb_headless_keys(test.screen, "x");
                if (strcmp(name, "F12") == 0 || g_str_has_suffix(name, "-F12"))
                    mb_headless_keys(test.screen, name);
                for (int back = 0; back < 3; back++)
                    mb_headless_keys(test.screen, "Escape");
                if (!mb_headless_shows(test.screen, "^P All"))
                    mb_headless_keys(test.screen, "F12");
                g_assert_false(mb_headless_done(test.screen));
            }
    case_end(&test);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/app/meetings", begins_with_the_meetings);
    g_test_add_func("/app/palette", the_palette_has_everything);
    g_test_add_func("/app/help", help_is_this_screens);
    g_test_add_func("/app/questions", questions_and_lists);
    g_test_add_func("/app/messages", messages_go_with_the_next_key);
    g_test_add_func("/app/blank", blank);
    g_test_add_func("/app/size", any_size);
    g_test_add_func("/app/windows", another_window);
    g_test_add_func("/app/keys", every_key_everywhere);
    return g_test_run();
}
