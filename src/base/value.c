/* SPDX-License-Identifier: MIT */
/* Values: each kind is allocated at its own size; a text stands in the same block as its value, a large map has an
 * index. */
#include "minutebook/base/value.h"

#include <string.h>

#define INDEX_FROM 12 /* entries; below, comparing keys is quicker than hashing */

struct MbValue {
    MbPlace place;
    guint8 kind;
    guint8 plain;
};

typedef struct {
    MbValue base;
    gint64 number; /* an integer, or 0 and 1 */
} NumberValue;

typedef struct {
    MbValue base;
    char text[];
} TextValue;

typedef struct {
    MbValue base;
    GPtrArray *items;
} ListValue;

typedef struct {
    char *key;
    MbValue *value;
    MbPlace place;
} Entry;

typedef struct {
    MbValue base;
    GArray *entries;
    GHashTable *index; /* key → place in entries + 1; NULL while the map is small */
} MapValue;

static gpointer value_new(MbValueKind kind, gsize size)
{
    MbValue *value = g_malloc(size);
    memset(value, 0, sizeof *value);
    value->kind = (guint8)kind;
    return value;
}

MbValue *mb_value_new_null(void)
{
    return value_new(MB_VALUE_NULL, sizeof(MbValue));
}

MbValue *mb_value_new_bool(gboolean value)
{
    NumberValue *made = value_new(MB_VALUE_BOOL, sizeof(NumberValue));
    made->number = value != FALSE;
    return &made->base;
}

MbValue *mb_value_new_int(gint64 value)
{
    NumberValue *made = value_new(MB_VALUE_INT, sizeof(NumberValue));
    made->number = value;
    return &made->base;
}

MbValue *mb_value_new_text(const char *text)
{
    if (text == NULL)
        return mb_value_new_null();
    gsize size = strlen(text) + 1;
    TextValue *made = value_new(MB_VALUE_TEXT, sizeof(TextValue) + size);
    memcpy(made->text, text, size);
    return &made->base;
}

MbValue *mb_value_new_take(char *text)
{
    MbValue *made = mb_value_new_text(text);
    g_free(text);
    return made;
}

static void free_item(gpointer item)
{
    mb_value_free(item);
}

static void free_entry(gpointer item)
{
    Entry *entry = item;
    g_free(entry->key);
    mb_value_free(entry->value);
}

MbValue *mb_value_new_list(void)
{
    ListValue *made = value_new(MB_VALUE_LIST, sizeof(ListValue));
    made->items = g_ptr_array_new_with_free_func(free_item);
    return &made->base;
}

MbValue *mb_value_new_map(void)
{
    MapValue *made = value_new(MB_VALUE_MAP, sizeof(MapValue));
    made->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    g_array_set_clear_func(made->entries, free_entry);
    made->index = NULL;
    return &made->base;
}

static ListValue *as_list(const MbValue *value)
{
    return value != NULL && value->kind == MB_VALUE_LIST ? (ListValue *)value : NULL;
}

static MapValue *as_map(const MbValue *value)
{
    return value != NULL && value->kind == MB_VALUE_MAP ? (MapValue *)value : NULL;
}

void mb_value_free(MbValue *value)
{
    if (value == NULL)
        return;
    if (value->kind == MB_VALUE_LIST)
        g_ptr_array_unref(((ListValue *)value)->items);
    if (value->kind == MB_VALUE_MAP) {
        MapValue *map = (MapValue *)value;
        g_clear_pointer(&map->index, g_hash_table_unref);
        g_array_unref(map->entries);
    }
    g_free(value);
}

MbValueKind mb_value_kind(const MbValue *value)
{
    return value != NULL ? (MbValueKind)value->kind : MB_VALUE_NULL;
}

MbPlace mb_value_place(const MbValue *value)
{
    return value != NULL ? value->place : (MbPlace){0};
}

void mb_value_set_place(MbValue *value, MbPlace place)
{
    g_return_if_fail(value != NULL);
    value->place = place;
}

void mb_value_add(MbValue *list, MbValue *item)
{
    ListValue *into = as_list(list);
    g_return_if_fail(into != NULL);
    g_ptr_array_add(into->items, item != NULL ? item : mb_value_new_null());
}

guint mb_value_length(const MbValue *list_or_map)
{
    ListValue *list = as_list(list_or_map);
    if (list != NULL)
        return list->items->len;
    MapValue *map = as_map(list_or_map);
    return map != NULL ? map->entries->len : 0;
}

MbValue *mb_value_at_mut(MbValue *list, guint index)
{
    ListValue *from = as_list(list);
    return from != NULL && index < from->items->len ? g_ptr_array_index(from->items, index) : NULL;
}

const MbValue *mb_value_at(const MbValue *list, guint index)
{
    ListValue *from = as_list(list);
    return from != NULL && index < from->items->len ? g_ptr_array_index(from->items, index) : NULL;
}

static Entry *map_entry(const MbValue *map, guint index)
{
    MapValue *from = as_map(map);
    return from != NULL && index < from->entries->len ? &g_array_index(from->entries, Entry, index) : NULL;
}

gboolean mb_value_find(const MbValue *map, const char *key, guint *index)
{
    MapValue *from = as_map(map);
    if (from == NULL || key == NULL)
        return FALSE;
    guint found = from->entries->len;
    if (from->index != NULL) {
        guint position = GPOINTER_TO_UINT(g_hash_table_lookup(from->index, key));
        found = position > 0 ? position - 1 : found;
    } else {
        for (guint i = 0; i < from->entries->len && found == from->entries->len; i++)
            if (strcmp(g_array_index(from->entries, Entry, i).key, key) == 0)
                found = i;
    }
    if (found < from->entries->len && index != NULL)
        *index = found;
    return found < from->entries->len;
}

/* Enters the map's last entry into its index, which is made when the map grows large. */
static void map_index(MapValue *map)
{
    guint count = map->entries->len;
    if (count < INDEX_FROM)
        return;
    guint from = count - 1;
    if (map->index == NULL) {
        map->index = g_hash_table_new(g_str_hash, g_str_equal);
        from = 0;
    }
    for (guint i = from; i < count; i++)
        g_hash_table_insert(map->index, g_array_index(map->entries, Entry, i).key, GUINT_TO_POINTER(i + 1));
}

void mb_value_set(MbValue *map, const char *key, MbValue *value)
{
    MapValue *into = as_map(map);
    g_return_if_fail(into != NULL && key != NULL);
    if (value == NULL)
        value = mb_value_new_null();
    guint index;
    if (mb_value_find(map, key, &index)) {
        Entry *entry = map_entry(map, index);
        if (entry->value != value)
            mb_value_free(entry->value);
        entry->value = value;
        return;
    }
    Entry entry = {.key = g_strdup(key), .value = value};
    g_array_append_val(into->entries, entry);
    map_index(into);
}

void mb_value_set_text(MbValue *map, const char *key, const char *text)
{
    mb_value_set(map, key, mb_value_new_text(text != NULL && text[0] != '\0' ? text : NULL));
}

void mb_value_set_int(MbValue *map, const char *key, gint64 value)
{
    mb_value_set(map, key, mb_value_new_int(value));
}

void mb_value_set_bool(MbValue *map, const char *key, gboolean value)
{
    mb_value_set(map, key, mb_value_new_bool(value));
}

const MbValue *mb_value_get(const MbValue *map, const char *key)
{
    guint index;
    return mb_value_find(map, key, &index) ? map_entry(map, index)->value : NULL;
}

const char *mb_value_key(const MbValue *map, guint index)
{
    Entry *entry = map_entry(map, index);
    return entry != NULL ? entry->key : NULL;
}

const MbValue *mb_value_value(const MbValue *map, guint index)
{
    Entry *entry = map_entry(map, index);
    return entry != NULL ? entry->value : NULL;
}

MbPlace mb_value_key_place(const MbValue *map, guint index)
{
    Entry *entry = map_entry(map, index);
    return entry != NULL ? entry->place : (MbPlace){0};
}

void mb_value_set_key_place(MbValue *map, guint index, MbPlace place)
{
    Entry *entry = map_entry(map, index);
    g_return_if_fail(entry != NULL);
    entry->place = place;
}

const char *mb_value_text(const MbValue *value)
{
    return value != NULL && value->kind == MB_VALUE_TEXT ? ((const TextValue *)value)->text : NULL;
}

const char *mb_value_get_text(const MbValue *map, const char *key)
{
    return mb_value_text(mb_value_get(map, key));
}

gint64 mb_value_int(const MbValue *value)
{
    return value != NULL && value->kind == MB_VALUE_INT ? ((const NumberValue *)value)->number : 0;
}

gboolean mb_value_bool(const MbValue *value)
{
    return value != NULL && value->kind == MB_VALUE_BOOL && ((const NumberValue *)value)->number != 0;
}

gboolean mb_value_plain(const MbValue *value)
{
    return value != NULL && value->plain;
}

void mb_value_set_plain(MbValue *value, gboolean plain)
{
    g_return_if_fail(value != NULL);
    value->plain = plain != FALSE;
}

static MbValue *copy_list(const MbValue *value)
{
    MbValue *copy = mb_value_new_list();

    for (guint i = 0; i < mb_value_length(value); i++)
        mb_value_add(copy, mb_value_copy(mb_value_at(value, i)));
    return copy;
}

static MbValue *copy_map(const MbValue *value)
{
    MbValue *copy = mb_value_new_map();

    for (guint i = 0; i < mb_value_length(value); i++) {
        mb_value_set(copy, mb_value_key(value, i), mb_value_copy(mb_value_value(value, i)));
        mb_value_set_key_place(copy, i, mb_value_key_place(value, i));
    }
    return copy;
}

static MbValue *copy_scalar(const MbValue *value)
{
    switch (mb_value_kind(value)) {
    case MB_VALUE_BOOL:
        return mb_value_new_bool(mb_value_bool(value));
    case MB_VALUE_INT:
        return mb_value_new_int(mb_value_int(value));
    case MB_VALUE_TEXT:
        return mb_value_new_text(mb_value_text(value));
    default:
        return mb_value_new_null();
    }
}

MbValue *mb_value_copy(const MbValue *value)
{
    MbValueKind kind = mb_value_kind(value);
    MbValue *copy;

    if (!value)
        return NULL;
    copy = kind == MB_VALUE_LIST ? copy_list(value) : kind == MB_VALUE_MAP ? copy_map(value) : copy_scalar(value);
    mb_value_set_place(copy, mb_value_place(value));
    mb_value_set_plain(copy, mb_value_plain(value));
    return copy;
}
