/* SPDX-License-Identifier: MIT */
/* Finding a command in the table (table.c) and doing it. */
#include "minutebook/desk/command.h"

#include "minutebook/base/error.h"
#include "minutebook/base/text.h"
#include "minutebook/model/finding.h"

#include <string.h>

void mb_answer_clear(MbAnswer *answer)
{
    g_clear_pointer(&answer->text, g_free);
    g_clear_pointer(&answer->title, g_free);
    g_clear_pointer(&answer->note, g_free);
    g_clear_pointer(&answer->value, mb_value_free);
    g_clear_pointer(&answer->shown, mb_value_free);
    g_clear_pointer(&answer->findings, g_ptr_array_unref);
    *answer = (MbAnswer){0};
}

static const MbCommand *named(const char *name)
{
    for (guint i = 0; mb_commands[i]; i++)
        if (strcmp(mb_commands[i]->name, name) == 0)
            return mb_commands[i];
    return NULL;
}

/* The nearest of all names to what was typed: two words before one, so that "agenda darft" finds "agenda draft". */
static const char *nearest_name(const char *both, const char *first)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    const char *nearest;

    for (guint i = 0; mb_commands[i]; i++)
        g_ptr_array_add(names, (gpointer)mb_commands[i]->name);
    g_ptr_array_add(names, NULL);
    nearest = both ? mb_text_nearest(both, (const char *const *)names->pdata) : NULL;
    return nearest ? nearest : mb_text_nearest(first, (const char *const *)names->pdata);
}

const MbCommand *mb_command_find(const char *const *words, int *taken, const char **nearest)
{
    g_autofree char *both = words[0] && words[1] ? g_strconcat(words[0], " ", words[1], NULL) : NULL;
    const MbCommand *command = both ? named(both) : NULL;

    *taken = 2;
    if (!command && words[0]) {
        command = named(words[0]);
        *taken = 1;
    }
    if (!command && words[0])
        *nearest = nearest_name(both, words[0]);
    return command;
}

char *mb_command_family(const char *word)
{
    g_autofree char *beginning = g_strconcat(word, " ", NULL);
    GString *names = g_string_new(NULL);

    for (guint i = 0; mb_commands[i]; i++)
        if (g_str_has_prefix(mb_commands[i]->name, beginning))
            g_string_append_printf(names, "%s`%s`", names->len ? ", " : "", mb_commands[i]->name);
    return g_string_free(names, FALSE);
}

static gboolean run_reading(MbDesk *desk, const MbCommand *command, const MbArguments *arguments, MbAnswer *answer,
                            GError **error)
{
    MbBook *book = mb_desk_open(desk, MB_BOOK_READ, error);
    gboolean done;

    if (!book || !mb_book_begin_reading(book, error))
        return FALSE;
    done = command->run(desk, arguments, answer, error);
    mb_book_end_reading(book);
    return done;
}

static gboolean run_deed(MbDesk *desk, const MbCommand *command, const MbArguments *arguments, MbAnswer *answer,
                         GError **error)
{
    MbBook *book = mb_desk_open(desk, MB_BOOK_WRITE, error);

    if (!book || !mb_book_begin(book, mb_desk_user(desk), command->name, error))
        return FALSE;
    if (!command->run(desk, arguments, answer, error)) {
        mb_book_rollback(book);
        mb_desk_clear(desk);
        return FALSE;
    }
    if (answer->text && !answer->raw)
        mb_book_summary(book, answer->text);
    if (!mb_book_commit(book, error))
        return FALSE;
    mb_desk_clear(desk);
    return TRUE;
}

gboolean mb_command_run(MbDesk *desk, const MbCommand *command, const MbArguments *arguments, MbAnswer *answer,
                        GError **error)
{
    switch (command->need) {
    case MB_NEED_BOOK:
        return run_reading(desk, command, arguments, answer, error);
    case MB_NEED_DEED:
        return run_deed(desk, command, arguments, answer, error);
    case MB_NEED_SCREENS:
        g_set_error(error, MB_ERROR, MB_ERROR_USAGE, "`%s` opens a screen; run it on a terminal.", command->name);
        return FALSE;
    default:
        return command->run(desk, arguments, answer, error);
    }
}
