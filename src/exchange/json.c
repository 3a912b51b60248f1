/* SPDX-License-Identifier: MIT */
#include "minutebook/exchange/json.h"

#include "minutebook/base/error.h"

#include <jansson.h>

#define DEPTH_MOST 64

static json_t *to_json(const MbValue *value);

static json_t *list_to_json(const MbValue *list)
{
    json_t *array = json_array();

    for (guint i = 0; i < mb_value_length(list); i++)
        json_array_append_new(array, to_json(mb_value_at(list, i)));
    return array;
}

/* JSON is UTF-8: bytes that are none become U+FFFD. */
static json_t *text_to_json(const char *text)
{
    g_autofree char *valid = g_utf8_validate(text, -1, NULL) ? NULL : g_utf8_make_valid(text, -1);

    return json_string(valid ? valid : text);
}

static json_t *map_to_json(const MbValue *map)
{
    json_t *object = json_object();

    for (guint i = 0; i < mb_value_length(map); i++) {
        g_autofree char *key = g_utf8_make_valid(mb_value_key(map, i), -1);
        json_object_set_new(object, key, to_json(mb_value_value(map, i)));
    }
    return object;
}

static json_t *to_json(const MbValue *value)
{
    switch (mb_value_kind(value)) {
    case MB_VALUE_BOOL:
        return json_boolean(mb_value_bool(value));
    case MB_VALUE_INT:
        return json_integer(mb_value_int(value));
    case MB_VALUE_TEXT:
        return text_to_json(mb_value_text(value));
    case MB_VALUE_LIST:
        return list_to_json(value);
    case MB_VALUE_MAP:
        return map_to_json(value);
    default:
        return json_null();
    }
}

char *mb_json_write(const MbValue *value)
{
    json_t *json = to_json(value);
    char *text = json_dumps(json, JSON_INDENT(2) | JSON_ENCODE_ANY);
    char *out = g_strconcat(text, "\n", NULL);

    free(text);
    json_decref(json);
    return out;
}

static MbValue *from_json(json_t *json, int depth);

static MbValue *list_from_json(json_t *array, int depth)
{
    g_autoptr(MbValue) list = mb_value_new_list();

    for (gsize i = 0; i < json_array_size(array); i++) {
        MbValue *item = from_json(json_array_get(array, i), depth + 1);
        if (!item)
            return NULL;
        mb_value_add(list, item);
    }
    return g_steal_pointer(&list);
}

static MbValue *map_from_json(json_t *object, int depth)
{
    g_autoptr(MbValue) map = mb_value_new_map();
    const char *key;
    json_t *member;

    json_object_foreach(object, key, member)
    {
        MbValue *item = from_json(member, depth + 1);
        if (!item)
            return NULL;
        mb_value_set(map, key, item);
    }
    return g_steal_pointer(&map);
}

/* NULL where it is nested too deep or holds a number with a fraction. */
static MbValue *from_json(json_t *json, int depth)
{
    if (depth >= DEPTH_MOST && (json_is_object(json) || json_is_array(json)))
        return NULL;
    switch (json_typeof(json)) {
    case JSON_OBJECT:
        return map_from_json(json, depth);
    case JSON_ARRAY:
        return list_from_json(json, depth);
    case JSON_STRING:
        return mb_value_new_text(json_string_value(json));
    case JSON_INTEGER:
        return mb_value_new_int(json_integer_value(json));
    case JSON_TRUE:
    case JSON_FALSE:
        return mb_value_new_bool(json_is_true(json));
    case JSON_NULL:
        return mb_value_new_null();
    default:
        return NULL;
    }
}

/* The place of the first value that from_json refuses: the first bracket below the deepest level allowed, or the first
 * number with a fraction. TEXT is known to be well-formed. */
static void refused_place(const char *bytes, gsize length, int *line, int *column, gboolean *number)
{
    int depth = 0;
    gboolean quoted = FALSE;

    *line = *column = 1;
    for (gsize i = 0; i < length; i++) {
        char c = bytes[i];
        if (quoted) {
            quoted = c != '"';
            if (c == '\\') {
                i++;
                (*column)++;
            }
        } else if (c == '"')
            quoted = TRUE;
        else if (c == ']' || c == '}')
            depth--;
        else if ((c == '[' || c == '{') && ++depth > DEPTH_MOST)
            return;
        *number = !quoted && i > 0 && g_ascii_isdigit(bytes[i - 1]) && (c == '.' || c == 'e' || c == 'E');
        if (*number)
            return;
        *column += ((guchar)c & 0xC0) != 0x80;
        if (c == '\n') {
            (*line)++;
            *column = 1;
        }
    }
}

static MbValue *refuse(const char *name, const char *bytes, gsize length, GError **error)
{
    int line, column;
    gboolean number = FALSE;

    refused_place(bytes, length, &line, &column, &number);
    g_set_error(error, MB_ERROR, MB_ERROR_INPUT,
                number ? "%s:%d:%d: this number has a fraction: expected a whole number"
                       : "%s:%d:%d: brackets are nested deeper than 64: expected fewer",
                name, line, column);
    return NULL;
}

MbValue *mb_json_read(const char *name, const char *bytes, gsize length, GError **error)
{
    json_error_t fault;
    json_t *json = json_loadb(bytes, length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &fault);

    if (!json) {
        g_set_error(error, MB_ERROR, MB_ERROR_INPUT, "%s:%d:%d: this is no JSON (%s): expected one JSON document", name,
                    MAX(fault.line, 1), MAX(fault.column, 1), fault.text);
        return NULL;
    }
    MbValue *value = from_json(json, 0);
    json_decref(json);
    return value ? value : refuse(name, bytes, length, error);
}
