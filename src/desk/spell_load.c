/* SPDX-License-Identifier: MIT */
#include "spell_load.h"

#include <dlfcn.h>
#include <string.h>

#define MODULE "minutebook-spell.so"

/* --- the module --- */

static char *beside_program(void)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *folder = program ? g_path_get_dirname(program) : NULL;

    return folder ? g_build_filename(folder, MODULE, NULL) : NULL;
}

static const MbSpellModule *open_module(const char *path)
{
    void *handle = path && g_file_test(path, G_FILE_TEST_IS_REGULAR) ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL;

    /* It stays: what it has begun cannot be unloaded safely. */
    return handle ? dlsym(handle, MB_SPELL_SYMBOL) : NULL;
}

static const MbSpellModule *find_module(const char *folder)
{
    g_autofree char *given = folder ? g_build_filename(folder, MODULE, NULL) : NULL;
    g_autofree char *beside = folder ? NULL : beside_program();
    g_autofree char *installed = folder ? NULL : g_build_filename(MB_MODULES, MODULE, NULL);
    const MbSpellModule *module = open_module(given);

    module = module ? module : open_module(beside);
    return module ? module : open_module(installed);
}

/* --- the dictionary --- */

static char *dictionary_file(const char *folder, const char *language, const char *end)
{
    g_autofree char *name = g_strconcat(language, end, NULL);

    return g_build_filename(folder, "hunspell", name, NULL);
}

static void *open_in(const MbSpellModule *module, const char *folder, const char *language)
{
    g_autofree char *affixes = dictionary_file(folder, language, ".aff");
    g_autofree char *words = dictionary_file(folder, language, ".dic");

    if (!g_file_test(affixes, G_FILE_TEST_IS_REGULAR) || !g_file_test(words, G_FILE_TEST_IS_REGULAR))
        return NULL;
    return module->open(affixes, words);
}

/* The user's own first, then those of the system. */
static void *open_dictionary(const MbSpellModule *module, const char *language)
{
    const char *const *folders = g_get_system_data_dirs();
    void *dictionary = open_in(module, g_get_user_data_dir(), language);

    for (guint i = 0; !dictionary && folders[i]; i++)
        dictionary = open_in(module, folders[i], language);
    return dictionary ? dictionary : open_in(module, "/usr/share", language);
}

/* A language names a file: letters and what stands between them. */
static gboolean is_name(const char *language)
{
    return *language && strspn(language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-") == strlen(language);
}

MbSpellLoaded *mb_spell_load(const char *language, const char *folder)
{
    MbSpellLoaded *loaded = g_new0(MbSpellLoaded, 1);

    if (strcmp(language, "none") == 0 || !is_name(language)) {
        loaded->why = g_strdup("Spelling is not checked: the book's setting “spelling” says so.");
        return loaded;
    }
    loaded->module = find_module(folder);
    if (!loaded->module)
        loaded->why = g_strdup("Spelling is not checked: the module " MODULE " is not beside the program.");
    else
        loaded->dictionary = open_dictionary(loaded->module, language);
    if (!loaded->why && !loaded->dictionary)
        loaded->why = g_strdup_printf("Spelling is not checked: there is no dictionary %s (package hunspell-%s).",
                                      language, strcmp(language, "en_GB") == 0 ? "en-gb" : language);
    return loaded;
}

void mb_spell_unload(MbSpellLoaded *loaded)
{
    if (!loaded)
        return;
    if (loaded->dictionary)
        loaded->module->close(loaded->dictionary);
    g_free(loaded->why);
    g_free(loaded);
}
