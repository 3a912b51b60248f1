/* SPDX-License-Identifier: MIT */
/* The palette (Ctrl-P): every command by part of its name; and the help page of a screen (F1). Both follow from the key
   rows and the command table. */
#include "app_private.h"

#include "minutebook/base/text.h"
#include "minutebook/desk/output.h"

#include <string.h>

/* --- commands of the table, with their words typed --- */

static void command_answered(MbView *view, const char *text, gpointer data);

static void ask_command(MbView *view, const char *beginning)
{
    mb_app_ask(view, "Command", beginning, "As on the command line, after “minutebook”; --help says what it takes.",
               command_answered, NULL);
}

static void show_help(MbView *view, const MbCommand *command)
{
    g_autofree char *usage = mb_command_usage(command);
    GString *text = g_string_new(NULL);

    g_string_append_printf(text, "%s\n\n%s\n", usage, command->help);
    for (const MbArgument *argument = command->arguments; argument->name; argument++)
        g_string_append_printf(text, "\n%s %s: %s", argument->name, argument->value ? argument->value : "",
                               argument->help);
    mb_app_show(view->app, command->name, text->str, FALSE);
    g_string_free(text, TRUE);
}

static void run_command(MbView *view, const char *const *words)
{
    const char *nearest = NULL;
    int taken = 0;
    const MbCommand *command = mb_command_find(words, &taken, &nearest);
    MbAnswer answer = {0};

    if (!command)
        mb_app_say(view->app, MB_LOOK_BAD, "There is no such command%s%s.", nearest ? "; did you mean " : "",
                   nearest ? nearest : "");
    else if (words[taken] && strcmp(words[taken], "--help") == 0)
        show_help(view, command);
    else if (mb_app_do_quietly(view->app, command->name, words + taken, NULL, &answer)) {
        g_autofree char *text = mb_output_text(&answer, 96);

        if (text && strchr(text, '\n'))
            mb_app_show(view->app, command->name, text, FALSE);
        else if (text)
            mb_app_say(view->app, MB_LOOK_GOOD, "%s", text);
    }
    mb_answer_clear(&answer);
}

static void command_answered(MbView *view, const char *text, gpointer data)
{
    g_auto(GStrv) words = NULL;
    g_autoptr(GError) error = NULL;

    (void)data;
    if (!*text)
        return;
    if (g_shell_parse_argv(text, NULL, &words, &error))
        run_command(view, (const char *const *)words);
    else
        mb_app_say(view->app, MB_LOOK_BAD, "A quotation mark is open in that command; close it or leave it out.");
}

/* --- the palette --- */

static void add_rows(GPtrArray *choices, MbView *view, const MbKeyRow *rows)
{
    for (; rows && rows->name; rows++) {
        g_auto(GStrv) keys = g_strsplit(rows->keys, " ", 2);
        MbChoice *choice;

        if (rows->ready && !rows->ready(view))
            continue;
        choice = mb_choices_add(choices, rows->name, keys[0], NULL, g_strdup(""));
        choice->data = (gpointer)rows;
    }
}

static void palette_chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    (void)data;
    if (choice->data)
        mb_app_run_row((MbOpenView *)view, choice->data);
    else {
        g_autofree char *beginning = g_strconcat(choice->key, " ", NULL);

        ask_command(view, beginning);
    }
}

void mb_app_palette(MbView *view)
{
    GPtrArray *choices = mb_choices_new();

    add_rows(choices, view, view->screen->keys);
    add_rows(choices, view, view->app->rows);
    for (guint i = 0; mb_commands[i]; i++)
        if (!mb_commands[i]->input && mb_commands[i]->run)
            mb_choices_add(choices, mb_commands[i]->name, mb_commands[i]->help, NULL, g_strdup(mb_commands[i]->name));
    mb_app_choose(view, "All commands", choices, FALSE, palette_chosen, NULL);
}

/* --- help --- */

static void add_help(GString *text, const MbKeyRow *rows)
{
    for (; rows && rows->name; rows++) {
        g_autofree char *keys = g_strdup(*rows->keys ? rows->keys : "Ctrl-P");

        g_strdelimit(keys, " ", ',');
        mb_text_pad(text, keys, 18, FALSE);
        g_string_append_printf(text, "  %s. %s\n", rows->name, rows->help);
    }
}

void mb_app_help(MbView *view)
{
    GString *text = g_string_new(view->screen->about);

    g_string_append(text, "\n\n");
    add_help(text, view->screen->keys);
    g_string_append_c(text, '\n');
    add_help(text, view->app->rows);
    mb_app_show(view->app, view->screen->title, text->str, FALSE);
    g_string_free(text, TRUE);
}
