/* SPDX-License-Identifier: MIT */
/* What all screens share: palette, help, questions, messages, the blank screen, any size of terminal, two windows. */
#include "screen_case.h"

#define MEETING "CSP/2026-01-29"

/* clang-format off */
static const char meetings_80[] = "";
static const char palette_80[] = "";
static const char palette_narrowed_80[] = "";
static const char help_80[] = "";
static const char question_80[] = "";
static const char chooser_80[] = "";
static const char confirm_80[] = "";
static const char blank_80[] = "";
static const char small_20[] = "";
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
    case_is(&test, palette_80);
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
    case_is(&test, help_80);
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
    static const int sizes[][2] = {{5, 20}, {24, 80}, {1, 1}, {60, 200}, {4, 19}, {200, 500}, {5, 500}, {200, 20}, {6, 76}, {24, 75}, {3, 300}, {25, 150}, {24, 80}};
    static const char *const screens[] = {"F5", "Escape", "Alt-q", "Escape", "F1", "Escape", "Ctrl-p", "Escape", "F4", "Escape", "Alt-a", "Escape"};
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
