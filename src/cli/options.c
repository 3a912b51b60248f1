/* SPDX-License-Identifier: MIT */
#include "options.h"

#include "minutebook/base/error.h"
#include "minutebook/base/text.h"

#include <string.h>

/* The value of option NAME at ARGV[*AT], as "--name value" or "--name=value"; NULL where the word is another. Sets
 * ERROR where the value is missing. */
static const char *value_of(const char *name, int argc, char **argv, int *at, GError **error)
{
    gsize length = strlen(name);

    if (strncmp(argv[*at], name, length) != 0)
        return NULL;
    if (argv[*at][length] == '=')
        return argv[*at] + length + 1;
    if (argv[*at][length] != '\0')
        return NULL;
    if (*at + 1 < argc)
        return argv[++*at];
    g_set_error(error, MB_ERROR, MB_ERROR_USAGE, "%s needs a value.", name);
    return NULL;
}

static gboolean read_day(const char *text, MbDay *day, GError **error)
{
    g_autofree char *clean = mb_text_store(text, -1);

    *day = mb_day_parse_iso(clean);
    if (*day == MB_NO_DAY)
        g_set_error(error, MB_ERROR, MB_ERROR_USAGE,
                    "--as-of: “%s” is no date; expected YYYY-MM-DD, such as 2026-01-15.", clean);
    return *day != MB_NO_DAY;
}

/* Whether ARGV[*AT] was a common option; an error may be set. */
static gboolean take(MbOptions *options, int argc, char **argv, int *at, GError **error)
{
    const char *value;

    if (strcmp(argv[*at], "--json") == 0)
        return options->json = TRUE;
    if (strcmp(argv[*at], "--help") == 0 || strcmp(argv[*at], "-h") == 0)
        return options->help = TRUE;
    if (strcmp(argv[*at], "--version") == 0)
        return options->version = TRUE;
    if ((value = value_of("--book", argc, argv, at, error))) {
        g_free(options->book);
        options->book = g_strdup(value);
    } else if (!*error && (value = value_of("--user", argc, argv, at, error))) {
        g_free(options->user);
        options->user = g_strdup(value);
    } else if (!*error && (value = value_of("--as-of", argc, argv, at, error))) {
        read_day(value, &options->as_of, error);
    }
    return value || *error;
}

gboolean mb_options_read(MbOptions *options, int argc, char **argv, GError **error)
{
    GError *problem = NULL;
    gboolean all_words = FALSE;

    options->words = g_ptr_array_new();
    for (int i = 1; i < argc && !problem; i++) {
        if (strcmp(argv[i], "--") == 0)
            all_words = TRUE;
        if (all_words || !take(options, argc, argv, &i, &problem))
            g_ptr_array_add(options->words, argv[i]);
    }
    g_ptr_array_add(options->words, NULL);
    if (problem)
        g_propagate_error(error, problem);
    return !problem;
}

void mb_options_clear(MbOptions *options)
{
    g_free(options->book);
    g_free(options->user);
    g_ptr_array_unref(options->words);
}
