/* SPDX-License-Identifier: MIT */
#include "minutebook/desk/spell.h"

#include "minutebook/model/person.h"
#include "spell_load.h"
#include "spell_words.h"

#include <string.h>

enum { UNKNOWN, GOOD, WRONG, WAITING };
enum { MOST_SUGGESTIONS = 8 };

struct MbSpell {
    char *language, *folder;
    GThread *thread; /* that loads; NULL: not begun, or done */
    gint ready;      /* it has loaded; atomic */
    gboolean begun;
    MbSpellLoaded *loaded; /* NULL: not yet */
    GHashTable *words;     /* char * → state */
    GHashTable *known;     /* char *: words of the board's names and of its list */
    gboolean waiting;      /* some of WORDS wait */
    char *board;           /* id and list of the board whose words are known */
    char *list;
    guint people;
};

MbSpell *mb_spell_new(const char *language, const char *folder)
{
    MbSpell *spell = g_new0(MbSpell, 1);

    spell->language = g_strdup(language);
    spell->folder = g_strdup(folder);
    spell->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    spell->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    /* The environment is read here and not in the thread. */
    g_get_user_data_dir();
    g_get_system_data_dirs();
    return spell;
}

/* --- loading --- */

static gpointer load(gpointer data)
{
    MbSpell *spell = data;
    MbSpellLoaded *loaded = mb_spell_load(spell->language, spell->folder);

    g_atomic_int_set(&spell->ready, TRUE);
    return loaded;
}

void mb_spell_free(MbSpell *spell)
{
    if (!spell)
        return;
    if (spell->thread)
        spell->loaded = g_thread_join(spell->thread);
    mb_spell_unload(spell->loaded);
    g_hash_table_unref(spell->words);
    g_hash_table_unref(spell->known);
    g_free(spell->language);
    g_free(spell->folder);
    g_free(spell->board);
    g_free(spell->list);
    g_free(spell);
}

gboolean mb_spell_loading(const MbSpell *spell)
{
    return spell->thread != NULL;
}

const char *mb_spell_why(const MbSpell *spell)
{
    return spell->loaded ? spell->loaded->why : NULL;
}

/* --- words --- */

/* TEXT in the dictionary's encoding; NULL where it cannot be. Newly allocated. */
static char *encoded(const MbSpell *spell, const char *text)
{
    const char *encoding = spell->loaded->module->encoding(spell->loaded->dictionary);

    return encoding && g_ascii_strcasecmp(encoding, "UTF-8") != 0
               ? g_convert(text, -1, encoding, "UTF-8", NULL, NULL, NULL)
               : g_strdup(text);
}

static gboolean is_good(const MbSpell *spell, const char *word)
{
    g_autofree char *own = encoded(spell, word);

    return !own || spell->loaded->module->good(spell->loaded->dictionary, own);
}

static gboolean is_known(const MbSpell *spell, const char *word)
{
    g_autofree char *base = g_str_has_suffix(word, "'s") ? g_strndup(word, strlen(word) - 2) : NULL;

    return g_hash_table_contains(spell->known, word) || (base && g_hash_table_contains(spell->known, base));
}

/* A word that was not met before waits, or where NOW is looked at. */
static int state_of(MbSpell *spell, const char *word, gboolean now)
{
    int state = GPOINTER_TO_INT(g_hash_table_lookup(spell->words, word));

    if (state == UNKNOWN || (now && state == WAITING)) {
        gboolean can = spell->loaded && spell->loaded->dictionary;

        state = is_known(spell, word) ? GOOD : !now || !can ? WAITING : is_good(spell, word) ? GOOD : WRONG;
        spell->waiting = spell->waiting || state == WAITING;
        g_hash_table_insert(spell->words, g_strdup(word), GINT_TO_POINTER(state));
    }
    return state;
}

GArray *mb_spell_wrong(MbSpell *spell, const char *text, int caret)
{
    GArray *wrong = NULL;
    MbSpellWord word;

    for (int at = 0; mb_spell_word(text, at, &word); at = word.end) {
        int length = word.end - word.start;

        if ((caret >= word.start && caret <= word.end) || state_of(spell, word.text, FALSE) != WRONG)
            continue;
        wrong = wrong ? wrong : g_array_new(FALSE, FALSE, sizeof(int));
        g_array_append_val(wrong, word.start);
        g_array_append_val(wrong, length);
    }
    return wrong;
}

gboolean mb_spell_next(MbSpell *spell, const char *text, int at, int *start, int *end)
{
    MbSpellWord word;

    for (int from = 0; mb_spell_word(text, from, &word); from = word.end)
        if (word.end >= at && state_of(spell, word.text, TRUE) == WRONG) {
            *start = word.start;
            *end = word.end;
            return TRUE;
        }
    return FALSE;
}

/* Looks at every word that waits; TRUE where one is wrong. */
static gboolean look(MbSpell *spell)
{
    gboolean wrong = FALSE;
    GHashTableIter each;
    gpointer word, state;

    spell->waiting = FALSE;
    g_hash_table_iter_init(&each, spell->words);
    while (g_hash_table_iter_next(&each, &word, &state)) {
        if (GPOINTER_TO_INT(state) != WAITING)
            continue;
        gboolean good = is_good(spell, word);

        g_hash_table_iter_replace(&each, GINT_TO_POINTER(good ? GOOD : WRONG));
        wrong = wrong || !good;
    }
    return wrong;
}

gboolean mb_spell_rest(MbSpell *spell)
{
    if (!spell->begun) {
        spell->begun = TRUE;
        spell->thread = g_thread_new("spelling", load, spell);
    }
    if (spell->thread && g_atomic_int_get(&spell->ready))
        spell->loaded = g_thread_join(g_steal_pointer(&spell->thread));
    return spell->waiting && spell->loaded && spell->loaded->dictionary && look(spell);
}

/* --- what the board knows --- */

static void know(MbSpell *spell, const char *text)
{
    MbSpellWord word;

    for (int at = 0; text && mb_spell_word(text, at, &word); at = word.end)
        g_hash_table_add(spell->known, g_strdup(word.text));
}

static void know_names(MbSpell *spell, const MbDossier *dossier)
{
    static const struct {
        const MbNoun *noun;
        const char *field;
    } names[] = {{&MB_PERSON, "name"},      {&MB_PERSON, "initials"},
                 {&MB_PERSON, "honorific"}, {&MB_ALIAS, "name"},
                 {&MB_POST, "title"},       {&MB_ORGANISATION, "name"},
                 {&MB_GROUP, "name"},       {&MB_BOARD, "name"},
                 {&MB_SEAT, "initials"},    {&MB_ORGANISATION, "short_name"},
                 {&MB_BOARD, "short_name"}, {&MB_BOARD, "organisation"}};

    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        const GPtrArray *all = mb_dossier_all(dossier, names[i].noun);
        const MbField *field = mb_noun_field(names[i].noun, names[i].field);

        for (guint k = 0; field && k < all->len; k++) {
            g_autofree char *name = mb_field_text(field, all->pdata[k]);

            know(spell, name);
        }
    }
}

void mb_spell_know(MbSpell *spell, const MbDossier *dossier, const MbBoard *board)
{
    guint people = mb_dossier_all(dossier, &MB_PERSON)->len + mb_dossier_all(dossier, &MB_ORGANISATION)->len;
    g_autofree char *words = NULL;

    if (g_strcmp0(spell->board, board->id) == 0 && spell->people == people)
        return;
    g_hash_table_remove_all(spell->words);
    g_hash_table_remove_all(spell->known);
    mb_set(&spell->board, board->id);
    mb_set_take(&spell->list, mb_spell_list_path(board->short_name ? board->short_name : board->name));
    spell->people = people;
    know_names(spell, dossier);
    words = mb_spell_list_read(spell->list);
    know(spell, words);
}

gboolean mb_spell_add(MbSpell *spell, const char *word, GError **error)
{
    if (!mb_spell_list_add(spell->list, word, error))
        return FALSE;
    know(spell, word);
    g_hash_table_remove_all(spell->words);
    return TRUE;
}

/* --- suggestions --- */

static char *decoded(const MbSpell *spell, const char *text)
{
    const char *encoding = spell->loaded->module->encoding(spell->loaded->dictionary);

    return encoding && g_ascii_strcasecmp(encoding, "UTF-8") != 0
               ? g_convert(text, -1, "UTF-8", encoding, NULL, NULL, NULL)
               : g_strdup(text);
}

char **mb_spell_suggest(MbSpell *spell, const char *word)
{
    GPtrArray *found = g_ptr_array_new();
    gboolean can = spell->loaded && spell->loaded->dictionary;
    g_autofree char *own = can ? encoded(spell, word) : NULL;
    char **words = NULL;
    int count = own ? spell->loaded->module->suggest(spell->loaded->dictionary, own, &words) : 0;

    for (int i = 0; i < count && found->len < MOST_SUGGESTIONS; i++) {
        char *one = decoded(spell, words[i]);

        if (one && g_utf8_validate(one, -1, NULL))
            g_ptr_array_add(found, one);
        else
            g_free(one);
    }
    if (own)
        spell->loaded->module->done(spell->loaded->dictionary, words, count);
    g_ptr_array_add(found, NULL);
    return (char **)g_ptr_array_free(found, FALSE);
}
