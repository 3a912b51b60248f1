/* SPDX-License-Identifier: MIT */
/* Spelling: words in no dictionary are underlined once the hand rests; names are known; without module or dictionary
 * nothing is wrong. Where the module was not built its tests are skipped. */
#include "screen_case.h"

#include "minutebook/desk/spell.h"

static const char *modules(void)
{
    const char *folder = g_getenv("MB_TEST_MODULES");

    return folder && *folder ? folder : NULL;
}

static gboolean can_spell(void)
{
    if (modules() && g_file_test("/usr/share/hunspell/en_GB.dic", G_FILE_TEST_IS_REGULAR))
        return TRUE;
    g_test_skip("the spelling module or the dictionary en_GB is not here");
    return FALSE;
}

static void wait_for(MbSpell *spell)
{
    mb_spell_rest(spell);
    while (mb_spell_loading(spell)) {
        mb_spell_rest(spell);
        g_thread_yield();
    }
    mb_spell_rest(spell);
}

/* The wrong words of TEXT, with commas. */
static char *wrong_in(MbSpell *spell, const char *text, int caret)
{
    g_autoptr(GArray) wrong = NULL;
    GString *words = g_string_new(NULL);

    g_clear_pointer(&wrong, g_array_unref);
    wrong = mb_spell_wrong(spell, text, caret);
    wait_for(spell);
    g_clear_pointer(&wrong, g_array_unref);
    wrong = mb_spell_wrong(spell, text, caret);
    for (guint i = 0; wrong && i < wrong->len; i += 2)
        g_string_append_printf(words, "%s%.*s", i ? "," : "", g_array_index(wrong, int, i + 1),
                               text + g_array_index(wrong, int, i));
    return g_string_free(words, FALSE);
}

static void what_is_in_no_dictionary_is_wrong(void)
{
    static const struct {
        const char *text, *wrong;
    } rows[] = {
        {"The comittee agreed the reprot.", "comittee,reprot"},
        {"The board’s chair didn’t agree.", ""},
        {"CSP and HTB met; a@exmple.org, 24/117, www.exmple.org, B2Bx", ""},
        {"Café — naïve", ""},
        {"", ""},
    };
    MbSpell *spell;

    if (!can_spell())
        return;
    spell = mb_spell_new("en_GB", modules());
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *wrong = wrong_in(spell, rows[i].text, -1);

        g_assert_cmpstr(wrong, ==, rows[i].wrong);
    }
    mb_spell_free(spell);
}

static void the_word_being_written_is_left_alone(void)
{
    g_autofree char *wrong = NULL;
    MbSpell *spell;

    if (!can_spell())
        return;
    spell = mb_spell_new("en_GB", modules());
    wrong = wrong_in(spell, "teh comitt", 10);
    g_assert_cmpstr(wrong, ==, "teh");
    mb_spell_free(spell);
}

static void suggestions_have_the_right_word(void)
{
    g_auto(GStrv) words = NULL;
    MbSpell *spell;

    if (!can_spell())
        return;
    spell = mb_spell_new("en_GB", modules());
    wait_for(spell);
    words = mb_spell_suggest(spell, "comittee");
    g_assert_cmpstr(words[0], ==, "committee");
    g_assert_cmpuint(g_strv_length(words), <=, 8);
    mb_spell_free(spell);
}

static void without_module_nothing_is_wrong_and_it_says_so(void)
{
    MbSpell *spell = mb_spell_new("en_GB", "/nonexistent");
    g_autofree char *wrong = wrong_in(spell, "The comittee", -1);
    g_auto(GStrv) words = mb_spell_suggest(spell, "comittee");

    g_assert_cmpstr(wrong, ==, "");
    g_assert_null(words[0]);
    g_assert_cmpstr(mb_spell_why(spell), ==,
                    "Spelling is not checked: the module minutebook-spell.so is not beside the program.");
    mb_spell_free(spell);
}

static void without_dictionary_it_says_which(void)
{
    MbSpell *spell;

    if (!can_spell())
        return;
    spell = mb_spell_new("xx_XX", modules());
    wait_for(spell);
    g_assert_cmpstr(mb_spell_why(spell), ==,
                    "Spelling is not checked: there is no dictionary xx_XX (package hunspell-xx_XX).");
    mb_spell_free(spell);
}

/* --- on the screen --- */

static void rest_until(ScreenCase *test, const char *looks)
{
    for (int i = 0; i < 100000; i++) {
        g_autofree char *seen = mb_grid_looks(mb_headless_grid(test->screen));

        if (strchr(seen, mb_look_letter(MB_LOOK_MISSPELT)) || !looks)
            return;
        case_rest(test);
        g_thread_yield();
    }
    g_error("no word is underlined");
}

static void begin(ScreenCase *test)
{
    const MbAppOptions options = {.screen = "live", .meeting = "CSP/2026-01-29", .item = "2", .modules = modules()};
    g_autoptr(GError) error = NULL;

    case_book(test);
    test->app = mb_app_new(test->desk, &options, &error);
    g_assert_no_error(error);
    test->screen = mb_headless_new(&mb_app_face, test->app, 24, 80);
}

static void a_suggestion_takes_the_place_of_the_word(void)
{
    ScreenCase test;

    if (!can_spell())
        return;
    begin(&test);
    mb_headless_type(test.screen, "The comittee heard Nadia Whitcombe. ");
    rest_until(&test, "m");
    mb_headless_keys(test.screen, "Ctrl-Home Alt-S");
    case_shows(&test, "For “comittee”");
    mb_headless_keys(test.screen, "Enter");
    case_shows(&test, "The committee heard Nadia Whitcombe.");
    mb_headless_keys(test.screen, "Alt-S");
    case_shows(&test, "No word under this item is misspelt.");
    case_end(&test);
}

static void a_word_may_be_put_on_the_boards_list(void)
{
    g_autofree char *folder = g_dir_make_tmp("minutebook-words-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "minutebook", "words", "CSP.txt", NULL);
    g_autofree char *list = NULL;
    ScreenCase test;

    if (!can_spell())
        return;
    g_setenv("XDG_DATA_HOME", folder, TRUE);
    begin(&test);
    mb_headless_type(test.screen, "The Harrowmerians came. ");
    rest_until(&test, "m");
    mb_headless_keys(test.screen, "Alt-S");
    mb_headless_type(test.screen, "is right\n");
    case_shows(&test, "“Harrowmerians” is on this board's list of words from now on.");
    mb_headless_keys(test.screen, "Alt-S");
    case_shows(&test, "No word under this item is misspelt.");
    g_assert_true(g_file_get_contents(path, &list, NULL, NULL));
    g_assert_cmpstr(list, ==, "Harrowmerians\n");
    case_end(&test);
    g_remove(path);
    g_unsetenv("XDG_DATA_HOME");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/spell/wrong", what_is_in_no_dictionary_is_wrong);
    g_test_add_func("/spell/being written", the_word_being_written_is_left_alone);
    g_test_add_func("/spell/suggestions", suggestions_have_the_right_word);
    g_test_add_func("/spell/no module", without_module_nothing_is_wrong_and_it_says_so);
    g_test_add_func("/spell/no dictionary", without_dictionary_it_says_which);
    g_test_add_func("/spell/screen", a_suggestion_takes_the_place_of_the_word);
    g_test_add_func("/spell/list", a_word_may_be_put_on_the_boards_list);
    return g_test_run();
}
