/* SPDX-License-Identifier: MIT */
#include "loading.h"

#include "minutebook/base/embedded.h"

#include <string.h>

/* The records of one noun by one ref: brought up to date whenever it is asked. */
typedef struct {
    const MbNoun *noun;
    const MbField *field;
    GHashTable *by_id; /* id → GPtrArray of records */
    guint scanned;     /* records of the dossier's list that are in it */
} Index;

static void index_free(gpointer data)
{
    Index *index = data;

    g_hash_table_unref(index->by_id);
    g_free(index);
}

static void array_free(gpointer array)
{
    g_ptr_array_unref(array);
}

static void rules_free(gpointer rules)
{
    mb_rules_free(rules);
}

/* The house styles that are known: three that every version has, and those of forms/documents. */
static char **styles_known(void)
{
    static const char *const always[] = {"attendance-by-group", "numbered-right-hand", "agenda-and-pack"};
    static const char folder[] = "forms/documents/";
    GPtrArray *names = g_ptr_array_new();

    for (gsize i = 0; i < G_N_ELEMENTS(always); i++)
        g_ptr_array_add(names, g_strdup(always[i]));
    for (gsize i = 0; i < mb_embedded_count; i++) {
        const char *path = mb_embedded[i].path;
        if (!g_str_has_prefix(path, folder) || !g_str_has_suffix(path, ".yaml"))
            continue;
        g_autofree char *name = g_strndup(path + strlen(folder), strlen(path) - strlen(folder) - strlen(".yaml"));
        if (!g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
            g_ptr_array_add(names, g_steal_pointer(&name));
    }
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(names, FALSE);
}

void mb_loading_begin(MbLoading *loading, MbLoad *load)
{
    *loading = (MbLoading){
        .load = load,
        .dossier = load->dossier,
        .faults = load->faults,
        .before = g_hash_table_new_full(NULL, NULL, NULL, mb_record_free),
        .touched = g_ptr_array_new(),
        .indexes = g_hash_table_new_full(NULL, NULL, NULL, index_free),
        .people = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .rules = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, rules_free),
        .items = g_hash_table_new(NULL, NULL),
        .seen = g_hash_table_new(NULL, NULL),
        .unnumbered = g_ptr_array_new(),
        .merged = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
        .styles = styles_known(),
    };
}

void mb_loading_end(MbLoading *loading)
{
    for (guint i = 0; i < loading->touched->len; i++) {
        gpointer record = loading->touched->pdata[i];
        gpointer was = g_hash_table_lookup(loading->before, record);
        if (!was || !mb_record_equal(was, record))
            g_ptr_array_add(loading->load->changed, record);
    }
    g_hash_table_unref(loading->before);
    g_ptr_array_unref(loading->touched);
    g_hash_table_unref(loading->indexes);
    g_hash_table_unref(loading->people);
    g_hash_table_unref(loading->rules);
    g_hash_table_unref(loading->items);
    g_hash_table_unref(loading->seen);
    g_ptr_array_unref(loading->unnumbered);
    g_hash_table_unref(loading->merged);
    g_strfreev(loading->styles);
}

gpointer mb_loading_edit(MbLoading *loading, gpointer record)
{
    if (!g_hash_table_contains(loading->before, record)) {
        g_hash_table_insert(loading->before, record, mb_record_copy(record));
        g_ptr_array_add(loading->touched, record);
    }
    return record;
}

gpointer mb_loading_add(MbLoading *loading, gpointer record)
{
    mb_dossier_add(loading->dossier, record);
    g_hash_table_insert(loading->before, record, NULL);
    g_ptr_array_add(loading->touched, record);
    return record;
}

gpointer mb_loading_new(MbLoading *loading, const MbNoun *noun)
{
    return mb_loading_add(loading, mb_record_new(noun));
}

gboolean mb_loading_is_new(const MbLoading *loading, gconstpointer record)
{
    gpointer was;

    return g_hash_table_lookup_extended(loading->before, record, NULL, &was) && !was;
}

gconstpointer mb_loading_before(const MbLoading *loading, gconstpointer record)
{
    gpointer was;

    return g_hash_table_lookup_extended(loading->before, record, NULL, &was) ? was : record;
}

gboolean mb_loading_see(MbLoading *loading, gconstpointer record)
{
    return g_hash_table_add(loading->seen, (gpointer)record);
}

gboolean mb_loading_seen(const MbLoading *loading, gconstpointer record)
{
    return g_hash_table_contains(loading->seen, record);
}

static char **ref_slot(const MbField *field, gconstpointer record)
{
    return (char **)((char *)record + field->offset);
}

static int *int_slot(const MbField *field, gconstpointer record)
{
    return (int *)((char *)record + field->offset);
}

/* The dossier's list has lost RECORD, which stood at PLACE: what the indexes of its noun know of it goes too. */
static void unindex(MbLoading *loading, const MbRecord *record, guint place)
{
    GHashTableIter iter;
    gpointer value;

    g_hash_table_iter_init(&iter, loading->indexes);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        Index *index = value;
        if (index->noun != record->noun || place >= index->scanned)
            continue;
        const char *id = *ref_slot(index->field, record);
        GPtrArray *list = id ? g_hash_table_lookup(index->by_id, id) : NULL;
        if (list)
            g_ptr_array_remove(list, (gpointer)record);
        index->scanned--;
    }
}

void mb_loading_drop(MbLoading *loading, gpointer record)
{
    guint place = 0;

    g_ptr_array_find(mb_dossier_all(loading->dossier, ((MbRecord *)record)->noun), record, &place);
    mb_dossier_steal(loading->dossier, record);
    unindex(loading, record, place);
    gboolean new = mb_loading_is_new(loading, record);
    g_hash_table_remove(loading->before, record);
    g_ptr_array_remove(loading->touched, record);
    g_hash_table_remove(loading->seen, record);
    if (new)
        mb_record_free(record);
    else
        g_ptr_array_add(loading->load->gone, record);
}

static Index *index_for(MbLoading *loading, const MbNoun *noun, const char *name)
{
    const MbField *field = mb_noun_field(noun, name);
    Index *index = g_hash_table_lookup(loading->indexes, field);

    if (index)
        return index;
    index = g_new(Index, 1);
    *index = (Index){
        .noun = noun, .field = field, .by_id = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, array_free)};
    g_hash_table_insert(loading->indexes, (gpointer)field, index);
    return index;
}

static void index_update(MbLoading *loading, Index *index)
{
    GPtrArray *all = mb_dossier_all(loading->dossier, index->noun);

    for (; index->scanned < all->len; index->scanned++) {
        gpointer record = all->pdata[index->scanned];
        const char *id = *ref_slot(index->field, record);
        GPtrArray *list = id ? g_hash_table_lookup(index->by_id, id) : NULL;
        if (id && !list) {
            list = g_ptr_array_new();
            g_hash_table_insert(index->by_id, g_strdup(id), list);
        }
        if (list)
            g_ptr_array_add(list, record);
    }
}

static int compare_positions(gconstpointer a, gconstpointer b, gpointer field)
{
    return *int_slot(field, *(gconstpointer const *)a) - *int_slot(field, *(gconstpointer const *)b);
}

/* What stands in a row is told apart by its place in it, which is not the order in which the book was read. */
GPtrArray *mb_loading_of(MbLoading *loading, const MbNoun *noun, const char *field, const char *id)
{
    Index *index = index_for(loading, noun, field);

    index_update(loading, index);
    GPtrArray *list = id ? g_hash_table_lookup(index->by_id, id) : NULL;
    GPtrArray *copy = list ? g_ptr_array_copy(list, NULL, NULL) : g_ptr_array_new();
    const MbField *position = mb_noun_field(noun, "position");
    if (position)
        g_ptr_array_sort_with_data(copy, compare_positions, (gpointer)position);
    return copy;
}

static gboolean same_but_position(const MbNoun *noun, gconstpointer a, gconstpointer b)
{
    for (const MbField *f = noun->fields; f->name; f++) {
        gboolean text = f->kind == MB_FIELD_TEXT || f->kind == MB_FIELD_REF;
        if (strcmp(f->name, "position") == 0)
            continue;
        if (text ? g_strcmp0(*ref_slot(f, a), *ref_slot(f, b)) != 0 : *int_slot(f, a) != *int_slot(f, b))
            return FALSE;
    }
    return TRUE;
}

/* Takes out of OLD the first record that is the same as WANT; NULL where there is none. */
static gpointer take_same(GPtrArray *old, const MbNoun *noun, gconstpointer want)
{
    for (guint i = 0; i < old->len; i++)
        if (same_but_position(noun, old->pdata[i], want))
            return g_ptr_array_remove_index(old, i);
    return NULL;
}

void mb_loading_replace(MbLoading *loading, const MbNoun *noun, const char *name, const char *id, GPtrArray *want)
{
    g_autoptr(GPtrArray) old = mb_loading_of(loading, noun, name, id);
    const MbField *position = mb_noun_field(noun, "position");

    for (guint i = 0; i < want->len; i++) {
        gpointer record = want->pdata[i];
        gpointer kept = take_same(old, noun, record);
        if (kept)
            mb_record_free(record);
        record = kept ? mb_loading_edit(loading, kept) : mb_loading_add(loading, record);
        if (position)
            *int_slot(position, record) = (int)i;
    }
    for (guint i = 0; i < old->len; i++)
        mb_loading_drop(loading, old->pdata[i]);
    g_ptr_array_unref(want);
}

void mb_loading_find(MbLoading *loading, const char *rule, MbSeverity severity, char *place, char *text, char *fix)
{
    mb_findings_add(loading->load->findings, rule, severity, place, text, fix);
}
