/* SPDX-License-Identifier: MIT */
/* Values: the tree that YAML is read into (base/yaml.h) and that lists and JSON are made from (exchange/json.h).
   Maps keep the order in which keys were added. Every value may remember the file, line and column where it stood. */
#ifndef MINUTEBOOK_BASE_VALUE_H
#define MINUTEBOOK_BASE_VALUE_H

#include <glib.h>

typedef enum { MB_VALUE_NULL, MB_VALUE_BOOL, MB_VALUE_INT, MB_VALUE_TEXT, MB_VALUE_LIST, MB_VALUE_MAP } MbValueKind;

typedef struct MbValue MbValue;

/* Where a value stood: lines and columns count from 1; line 0 where it was made by the program. FILE is borrowed from
 * the reader's intern pool and lives for the program. */
typedef struct {
    const char *file;
    int line;
    int column;
} MbPlace;

MbValue *mb_value_new_null(void);
MbValue *mb_value_new_bool(gboolean value);
MbValue *mb_value_new_int(gint64 value);
MbValue *mb_value_new_text(const char *text); /* NULL text gives a null value */
MbValue *mb_value_new_take(char *text);       /* takes TEXT */
MbValue *mb_value_new_list(void);
MbValue *mb_value_new_map(void);
void mb_value_free(MbValue *value);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MbValue, mb_value_free)

/* A deep copy, places included; NULL gives NULL. */
MbValue *mb_value_copy(const MbValue *value);

MbValueKind mb_value_kind(const MbValue *value); /* NULL is MB_VALUE_NULL */
MbPlace mb_value_place(const MbValue *value);
void mb_value_set_place(MbValue *value, MbPlace place);

/* List: appended values are owned by the list. */
void mb_value_add(MbValue *list, MbValue *item);
guint mb_value_length(const MbValue *list_or_map);
const MbValue *mb_value_at(const MbValue *list, guint index);
MbValue *mb_value_at_mut(MbValue *list, guint index);

/* Map: KEY is copied, VALUE owned; setting a key again replaces its value in place. */
void mb_value_set(MbValue *map, const char *key, MbValue *value);
void mb_value_set_text(MbValue *map, const char *key, const char *text); /* null where NULL or empty */
void mb_value_set_int(MbValue *map, const char *key, gint64 value);
void mb_value_set_bool(MbValue *map, const char *key, gboolean value);
const MbValue *mb_value_get(const MbValue *map, const char *key); /* NULL where absent or no map */
/* Whether MAP has KEY; where it has, its index goes to *INDEX (which may be NULL). */
gboolean mb_value_find(const MbValue *map, const char *key, guint *index);
const char *mb_value_key(const MbValue *map, guint index);
const MbValue *mb_value_value(const MbValue *map, guint index);
/* Where the key itself stood. */
MbPlace mb_value_key_place(const MbValue *map, guint index);
void mb_value_set_key_place(MbValue *map, guint index, MbPlace place);

/* The text of a text value, else NULL. Borrowed. mb_value_get_text: of MAP's KEY. */
const char *mb_value_text(const MbValue *value);
const char *mb_value_get_text(const MbValue *map, const char *key);
gint64 mb_value_int(
    const MbValue *value); /* 0 where it is no integer (a YAML scalar is a text, also where it looks like a number) */
gboolean mb_value_bool(const MbValue *value);
/* Whether a text scalar stood without quotes in YAML (so that `no`, `12` may be read as what they look like). */
gboolean mb_value_plain(const MbValue *value);
void mb_value_set_plain(MbValue *value, gboolean plain);

#endif
