/* SPDX-License-Identifier: MIT */
#include "minutebook/cli/cli.h"

#include "help.h"
#include "options.h"

#include "minutebook/base/error.h"
#include "minutebook/base/file.h"
#include "minutebook/base/text.h"
#include "minutebook/desk/command.h"
#include "minutebook/desk/output.h"
#include "minutebook/model/finding.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { NARROWEST = 40, WIDEST = 200 };

/* $COLUMNS (POSIX.1-2017, 8.3), by which somebody says how wide a pipe or file is to be; 0 where it says nothing. */
static int width_asked(void)
{
    const char *columns = g_getenv("COLUMNS");
    guint64 width;

    if (!columns || !g_ascii_string_to_unsigned(columns, 10, 1, G_MAXINT, &width, NULL))
        return 0;
    return (int)CLAMP(width, NARROWEST, WIDEST);
}

/* Columns of the terminal that FILE is, 0 for anything else: a program reads lines, not pages. */
static int width_of(int file)
{
    struct winsize size;

    if (!isatty(file) || ioctl(file, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return 0;
    return CLAMP(size.ws_col, NARROWEST, WIDEST);
}

/* Errors and findings: always made visible, whatever the text holds; on a terminal not broken within words. */
static void complain(const char *text)
{
    g_autofree char *visible = mb_text_visible(text, TRUE);
    int width = width_of(STDERR_FILENO);
    g_auto(GStrv) lines = width ? mb_text_wrap(g_strchomp(visible), width) : g_strsplit(g_strchomp(visible), "\n", -1);

    for (guint i = 0; lines[i]; i++)
        fprintf(stderr, "%s\n", lines[i]);
}

static int failed(GError *error)
{
    int status = error->domain == MB_ERROR ? error->code : MB_ERROR_BOOK;

    complain(error->message);
    g_error_free(error);
    return status;
}

/* Bytes to standard output; on a terminal control characters are made visible first. */
static gboolean print(const char *text)
{
    g_autofree char *visible = isatty(STDOUT_FILENO) ? mb_text_visible(text, TRUE) : NULL;
    const char *bytes = visible ? visible : text;

    return fwrite(bytes, 1, strlen(bytes), stdout) == strlen(bytes);
}

static gboolean print_wrapped(const char *text, int width)
{
    g_auto(GStrv) lines = mb_text_wrap(text, width ? width : G_MAXINT);
    gboolean printed = TRUE;

    for (guint i = 0; printed && lines[i]; i++)
        printed = print(lines[i]) && print("\n");
    return printed;
}

/* A sentence or two after a list. */
static gboolean print_note(const char *note, int width)
{
    return !note || (print("\n") && print_wrapped(note, width));
}

/* Within the terminal; in a pipe or a file within $COLUMNS, else one line a row. */
static gboolean print_list(const MbAnswer *answer)
{
    int terminal = width_of(STDOUT_FILENO);
    int width = terminal ? terminal : width_asked();
    g_autofree char *columns = NULL;
    g_autofree char *left_out = NULL;
    g_autofree char *narrow = NULL;

    if (!mb_value_length(answer->value))
        return print(answer->empty) && print("\n");
    columns = mb_write_columns(answer->shown ? answer->shown : answer->value, answer->columns, width, &left_out);
    narrow = left_out ? g_strdup_printf("A wider window also shows: %s.", left_out) : NULL;
    return (!answer->title || print_wrapped(answer->title, width)) && print(columns) &&
           print_note(answer->note, width) && print_note(narrow, width);
}

static gboolean print_answer(const MbAnswer *answer, gboolean json)
{
    g_autofree char *text = NULL;

    if (json && answer->value) {
        text = mb_output_json(answer->value);
        return print(text);
    }
    if (answer->columns)
        return print_list(answer);
    if (!answer->text)
        return TRUE;
    return print(answer->text) && (answer->raw || print("\n"));
}

static void print_findings(const MbAnswer *answer)
{
    for (guint i = 0; answer->findings && i < answer->findings->len; i++) {
        const MbFinding *finding = answer->findings->pdata[i];
        g_autofree char *line =
            g_strdup_printf("%s: %s: %s%s%s [%s]", mb_severity_words[finding->severity], finding->place, finding->text,
                            finding->fix ? " " : "", finding->fix ? finding->fix : "", finding->rule);

        complain(line);
    }
}

/* 0 where all that was PRINTED came through; else says why not. */
static int finish_output(gboolean printed)
{
    g_autofree char *text = NULL;

    if (printed && fflush(stdout) == 0)
        return 0;
    text = g_strdup_printf("The output could not be written: %s.", mb_file_errno(errno));
    complain(text);
    return MB_ERROR_BOOK;
}

static int answered(const MbAnswer *answer, gboolean json)
{
    int status = finish_output(print_answer(answer, json));

    if (status)
        return status;
    print_findings(answer);
    return answer->status;
}

enum { INPUT_LIMIT = 16 * 1024 * 1024 };

static gboolean read_input(MbArguments *arguments, GError **error)
{
    g_autofree char *bytes = NULL;
    gsize length;

    if (!mb_file_read("-", INPUT_LIMIT, &bytes, &length, error))
        return FALSE;
    mb_arguments_input(arguments, bytes, length);
    return TRUE;
}

static int do_command(const MbOptions *options, const MbCommand *command, const char *const *words)
{
    g_autoptr(MbDesk) desk = mb_desk_new(options->book, options->user, options->as_of);
    g_autoptr(MbArguments) arguments = NULL;
    GError *error = NULL;
    MbAnswer answer = {0};
    int status;

    arguments = mb_arguments_read(command, words, &error);
    if (!arguments || (command->input && !read_input(arguments, &error)) ||
        !mb_command_run(desk, command, arguments, &answer, &error)) {
        mb_answer_clear(&answer);
        return failed(error);
    }
    status = answered(&answer, options->json);
    mb_answer_clear(&answer);
    return status;
}

static int open_screens(const MbOptions *options, MbCliScreens screens, const char *screen, const char *const *words)
{
    g_autoptr(MbDesk) desk = mb_desk_new(options->book, options->user, options->as_of);
    GError *error = NULL;

    return screens(desk, screen, words, &error) ? 0 : failed(error);
}

static int unknown_command(const char *const *words, const char *nearest)
{
    g_autofree char *family = mb_command_family(words[0]);
    g_autofree char *both = words[1] ? g_strconcat(words[0], " ", words[1], NULL) : NULL;
    g_autofree char *text = NULL;

    if (*family && (!words[1] || !nearest))
        text = g_strdup_printf("`%s` goes with a second word: %s.", words[0], family);
    else if (nearest)
        text = g_strdup_printf("There is no command “%s”; did you mean `%s`? `minutebook --help` lists them all.",
                               *family && both ? both : words[0], nearest);
    else
        text = g_strdup_printf("There is no command “%s”; `minutebook --help` lists them all.", words[0]);
    complain(text);
    return MB_ERROR_USAGE;
}

static int show(char *text)
{
    gboolean printed = print(text);

    g_free(text);
    return finish_output(printed);
}

/* The arguments are read for their faults; the screen reads them again. */
static int open_window(const MbOptions *options, MbCliScreens screens, const MbCommand *command,
                       const char *const *words)
{
    GError *error = NULL;
    g_autoptr(MbArguments) arguments = mb_arguments_read(command, words, &error);

    return arguments ? open_screens(options, screens, command->name, words) : failed(error);
}

static int run(MbOptions *options, MbCliScreens screens)
{
    const char *const *words = (const char *const *)options->words->pdata;
    const char *nearest = NULL;
    const MbCommand *command;
    int taken;

    if (options->version)
        return show(mb_output_version());
    if (words[0] && strcmp(words[0], "help") == 0) {
        options->help = TRUE;
        words++;
    }
    if (!words[0] && !options->help && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
        return open_screens(options, screens, NULL, words);
    if (!words[0])
        return show(mb_help_all());
    command = mb_command_find(words, &taken, &nearest);
    if (!command)
        return unknown_command(words, nearest);
    if (options->help)
        return show(mb_help_command(command));
    if (command->need == MB_NEED_SCREENS)
        return open_window(options, screens, command, words + taken);
    return do_command(options, command, words + taken);
}

int mb_cli_run(int argc, char **argv, MbCliScreens screens)
{
    MbOptions options = {0};
    GError *error = NULL;
    int status = mb_options_read(&options, argc, argv, &error) ? run(&options, screens) : failed(error);

    mb_options_clear(&options);
    return status;
}
