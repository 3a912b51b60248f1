/* SPDX-License-Identifier: MIT */
/* The spelling module: Hunspell behind a table of functions. Built as a shared object, not into the program. */
#include "spell_module.h"

#include <hunspell/hunspell.h>
#include <stddef.h>

static void *open_dictionary(const char *affixes, const char *words)
{
    return Hunspell_create(affixes, words);
}

static void close_dictionary(void *dictionary)
{
    Hunspell_destroy(dictionary);
}

static const char *encoding_of(void *dictionary)
{
    return Hunspell_get_dic_encoding(dictionary);
}

static int is_good(void *dictionary, const char *word)
{
    return Hunspell_spell(dictionary, word);
}

static int suggestions(void *dictionary, const char *word, char ***words)
{
    *words = NULL;
    return Hunspell_suggest(dictionary, words, word);
}

static void free_suggestions(void *dictionary, char **words, int count)
{
    if (words)
        Hunspell_free_list(dictionary, &words, count);
}

extern const MbSpellModule mb_spell_module;
const MbSpellModule mb_spell_module = {.open = open_dictionary,
                                       .close = close_dictionary,
                                       .encoding = encoding_of,
                                       .good = is_good,
                                       .suggest = suggestions,
                                       .done = free_suggestions};
