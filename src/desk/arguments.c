/* SPDX-License-Identifier: MIT */
/* Words after a command's name, read by its arguments. */
#include "minutebook/base/error.h"
#include "minutebook/base/text.h"
#include "minutebook/desk/command.h"

#include <string.h>

struct MbArguments {
    GHashTable *values; /* name → GPtrArray of char *, NULL-ended */
};

static const char *const none[] = {NULL};

static gboolean is_option(const MbArgument *argument)
{
    return argument->name[0] == '-';
}

/* A word fit to be stored: line breaks and tabs are spaces in all but the text that is read as input, so that titles
 * and sentences stay one line. */
static char *clean(const char *name, const char *value, gssize length)
{
    char *text = mb_text_store(value, length);

    return strcmp(name, MB_INPUT) == 0 ? text : g_strdelimit(text, "\n\t", ' ');
}

static void add_value(MbArguments *arguments, const char *name, const char *value, gssize length)
{
    GPtrArray *values = g_hash_table_lookup(arguments->values, name);

    if (!values) {
        values = g_ptr_array_new_with_free_func(g_free);
        g_hash_table_insert(arguments->values, (gpointer)name, values);
    } else {
        g_ptr_array_remove_index(values, values->len - 1);
    }
    g_ptr_array_add(values, clean(name, value, length));
    g_ptr_array_add(values, NULL);
}

static const MbArgument *find_option(const MbCommand *command, const char *word, gsize length)
{
    for (const MbArgument *a = command->arguments; a && a->name; a++)
        if (is_option(a) && strlen(a->name) == length && strncmp(a->name, word, length) == 0)
            return a;
    return NULL;
}

static gboolean unknown_option(const MbCommand *command, const char *word, GError **error)
{
    g_autoptr(GPtrArray) known = g_ptr_array_new();
    const char *nearest;

    for (const MbArgument *a = command->arguments; a && a->name; a++)
        if (is_option(a))
            g_ptr_array_add(known, (gpointer)a->name);
    g_ptr_array_add(known, NULL);
    nearest = mb_text_nearest(word, (const char *const *)known->pdata);
    if (nearest)
        g_set_error(error, MB_ERROR, MB_ERROR_USAGE, "`%s` has no option %s; did you mean %s?", command->name, word,
                    nearest);
    else
        g_set_error(error, MB_ERROR, MB_ERROR_USAGE,
                    "`%s` has no option %s; `minutebook %s --help` lists what it takes.", command->name, word,
                    command->name);
    return FALSE;
}

/* Reads an option at WORDS[*AT], its value included. */
static gboolean read_option(const MbCommand *command, MbArguments *arguments, const char *const *words, guint *at,
                            GError **error)
{
    const char *word = words[*at];
    const char *equals = strchr(word, '=');
    const MbArgument *option = find_option(command, word, equals ? (gsize)(equals - word) : strlen(word));

    if (!option)
        return unknown_option(command, word, error);
    if (!(option->flags & MB_ARGUMENT_MANY) && mb_argument(arguments, option->name)) {
        g_set_error(error, MB_ERROR, MB_ERROR_USAGE, "%s stands twice; once is enough.", option->name);
        return FALSE;
    }
    if (!option->value) {
        add_value(arguments, option->name, "", -1);
        return TRUE;
    }
    if (!equals && !words[*at + 1]) {
        g_set_error(error, MB_ERROR, MB_ERROR_USAGE, "%s needs a value: %s %s.", option->name, option->name,
                    option->value);
        return FALSE;
    }
    add_value(arguments, option->name, equals ? equals + 1 : words[++*at], -1);
    return TRUE;
}

/* The positional argument that takes the next word, COUNT having been taken. */
static const MbArgument *positional_at(const MbCommand *command, guint count)
{
    for (const MbArgument *a = command->arguments; a && a->name; a++) {
        if (is_option(a))
            continue;
        if (count == 0 || (a->flags & MB_ARGUMENT_MANY))
            return a;
        count--;
    }
    return NULL;
}

static gboolean all_there(const MbCommand *command, const MbArguments *arguments, GError **error)
{
    for (const MbArgument *a = command->arguments; a && a->name; a++) {
        gboolean needed = is_option(a) ? (a->flags & MB_ARGUMENT_NEEDED) != 0 : !(a->flags & MB_ARGUMENT_OPTIONAL);
        g_autofree char *usage = NULL;

        if (!needed || mb_argument(arguments, a->name))
            continue;
        usage = mb_command_usage(command);
        g_set_error(error, MB_ERROR, MB_ERROR_USAGE, "%s is missing: %s", a->name, usage);
        return FALSE;
    }
    return TRUE;
}

MbArguments *mb_arguments_read(const MbCommand *command, const char *const *words, GError **error)
{
    g_autoptr(MbArguments) arguments = g_new0(MbArguments, 1);
    gboolean only_positional = FALSE;
    guint count = 0;

    arguments->values = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; words[i]; i++) {
        const MbArgument *argument;

        if (!only_positional && strcmp(words[i], "--") == 0) {
            only_positional = TRUE;
            continue;
        }
        if (!only_positional && words[i][0] == '-' && words[i][1] != '\0') {
            if (!read_option(command, arguments, words, &i, error))
                return NULL;
            continue;
        }
        argument = positional_at(command, count++);
        if (!argument) {
            g_set_error(error, MB_ERROR, MB_ERROR_USAGE,
                        "“%s” is one word too many for `%s`; a text of several words stands in quotes.", words[i],
                        command->name);
            return NULL;
        }
        add_value(arguments, argument->name, words[i], -1);
    }
    return all_there(command, arguments, error) ? g_steal_pointer(&arguments) : NULL;
}

void mb_arguments_input(MbArguments *arguments, const char *bytes, gsize length)
{
    add_value(arguments, MB_INPUT, bytes, (gssize)length);
}

void mb_arguments_free(MbArguments *arguments)
{
    if (!arguments)
        return;
    g_hash_table_unref(arguments->values);
    g_free(arguments);
}

const char *mb_argument(const MbArguments *arguments, const char *name)
{
    return mb_argument_all(arguments, name)[0];
}

const char *const *mb_argument_all(const MbArguments *arguments, const char *name)
{
    GPtrArray *values = g_hash_table_lookup(arguments->values, name);

    return values ? (const char *const *)values->pdata : none;
}

static void append_usage(GString *usage, const MbArgument *argument)
{
    gboolean optional =
        is_option(argument) ? !(argument->flags & MB_ARGUMENT_NEEDED) : (argument->flags & MB_ARGUMENT_OPTIONAL) != 0;

    g_string_append_printf(usage, " %s%s", optional ? "[" : "", argument->name);
    if (argument->value)
        g_string_append_printf(usage, " %s", argument->value);
    g_string_append_printf(usage, "%s%s", optional ? "]" : "", argument->flags & MB_ARGUMENT_MANY ? "…" : "");
}

char *mb_command_usage(const MbCommand *command)
{
    GString *usage = g_string_new("minutebook ");

    g_string_append(usage, command->name);
    for (const MbArgument *a = command->arguments; a && a->name; a++)
        append_usage(usage, a);
    return g_string_free(usage, FALSE);
}
