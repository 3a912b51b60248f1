/* SPDX-License-Identifier: MIT */
#include "help.h"

#include "minutebook/base/text.h"

static const char introduction[] =
    "Minutebook keeps a board secretary's book: forward plan, agendas, minutes, decisions, actions.\n"
    "\n"
    "  minutebook [--book FILE] [--as-of DATE] [--user NAME] COMMAND … [--json]\n"
    "\n"
    "MEETING is a date (2026-01-29), next, last, or BOARD/DATE. BOARD is any part of a board's name.\n"
    "`minutebook COMMAND --help` tells more, with an example.\n"
    "\n";

static const char common[] = "Every command also takes --book FILE, --as-of DATE (today for what is worked out), "
                             "--user NAME (for the history) and --json.\n";

char *mb_help_all(void)
{
    GString *text = g_string_new(introduction);

    for (guint i = 0; mb_commands[i]; i++) {
        g_string_append(text, "  ");
        mb_text_pad(text, mb_commands[i]->name, 18, FALSE);
        g_string_append_printf(text, "%s\n", mb_commands[i]->help);
    }
    g_string_append(
        text,
        "\nExit status: 0 done, 1 findings, 2 wrong usage, 3 input refused, 4 the book cannot be opened or written.\n");
    return g_string_free(text, FALSE);
}

static void append_wrapped(GString *text, const char *words, int indent)
{
    g_auto(GStrv) lines = mb_text_wrap(words, 80 - indent);

    for (guint i = 0; lines[i]; i++)
        g_string_append_printf(text, "%*s%s\n", i ? indent : 0, "", lines[i]);
}

static void append_argument(GString *text, const MbArgument *argument)
{
    g_autofree char *name =
        argument->value ? g_strdup_printf("%s %s", argument->name, argument->value) : g_strdup(argument->name);

    g_string_append(text, "  ");
    mb_text_pad(text, name, 22, FALSE);
    if (mb_text_width(name) > 21)
        g_string_append_printf(text, "\n%*s", 24, "");
    append_wrapped(text, argument->help, 24);
}

char *mb_help_command(const MbCommand *command)
{
    GString *text = g_string_new(NULL);
    g_autofree char *usage = mb_command_usage(command);

    g_string_append_printf(text, "%s: %s\n\n  ", command->name, command->help);
    append_wrapped(text, usage, 6);
    g_string_append_c(text, '\n');
    for (const MbArgument *a = command->arguments; a->name; a++)
        append_argument(text, a);
    if (command->arguments->name)
        g_string_append_c(text, '\n');
    if (command->more)
        g_string_append_printf(text, "%s\n\n", command->more);
    g_string_append_printf(text, "Example: minutebook %s%s%s\n%s", command->name, *command->example ? " " : "",
                           command->example, common);
    return g_string_free(text, FALSE);
}
