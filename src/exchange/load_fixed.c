/* SPDX-License-Identifier: MIT */
/* Approved minutes stand: what a file would change of a meeting whose minutes are approved or signed is refused. What
   comes after the minutes goes on: papers published and sent, the progress of actions, the lifting of a restriction,
   the clerk's own notes. */
#include "loading.h"

#include "minutebook/base/text.h"

#include <string.h>

/* How a record hangs below a meeting, and the key under which a file has it. */
typedef struct {
    const MbNoun *noun;
    const char *up;       /* the field that refers to what it is part of … */
    const MbNoun *parent; /* … a record of this noun */
    const char *key;      /* NULL: the parent's */
} Kind;

static const Kind kinds[] = {
    {&MB_OBJECTIVE, "meeting", &MB_MEETING, "objectives"},
    {&MB_ATTENDANCE, "meeting", &MB_MEETING, "attendance"},
    {&MB_EVENT, "meeting", &MB_MEETING, "events"},
    {&MB_PRESENTER, "item", &MB_ITEM, "presenter"},
    {&MB_RECOMMENDATION, "item", &MB_ITEM, "recommendations"},
    {&MB_RESTRICTION, "item", &MB_ITEM, "restricted"},
    {&MB_RESTRICTION, "minute", &MB_MINUTE, "restricted_text"},
    {&MB_PAPER, "item", &MB_ITEM, "papers"},
    {&MB_CORRECTION, "at_item", &MB_ITEM, "corrections"},
    {&MB_MINUTE, "item", &MB_ITEM, "text"},
    {&MB_CELL, "minute", &MB_MINUTE, NULL},
    {&MB_DECLARATION, "item", &MB_ITEM, "declarations"},
    {&MB_DECISION, "item", &MB_ITEM, "decisions"},
    {&MB_VOTE, "decision", &MB_DECISION, NULL},
    {&MB_MOTION, "item", &MB_ITEM, "motions"},
    {&MB_ELECTION, "item", &MB_ITEM, "elections"},
    {&MB_CANDIDATE, "election", &MB_ELECTION, NULL},
    {&MB_ACTION, "item", &MB_ITEM, "actions"},
    {&MB_OWNER, "action", &MB_ACTION, NULL},
    {&MB_UPDATE, "item", &MB_ITEM, "updates"},
};

/* Fields that a file words otherwise. */
static const struct {
    const char *field;
    const char *key;
} keys[] = {
    {"starts", "time"},
    {"ends", "time"},
    {"chair_words", "chair"},
    {"minute_taker_words", "minute_taker"},
    {"cancelled_why", "cancelled"},
    {"number_kept", "number"},
    {"lettered", "number"},
    {"position", "items"},
};

/* What goes on after the minutes are approved. */
static const struct {
    const MbNoun *noun;
    const char *field;
} living[] = {
    {&MB_ACTION, "status"},        {&MB_ACTION, "closed_on"},      {&MB_ACTION, "closed_at"},
    {&MB_ACTION, "superseded_by"}, {&MB_RESTRICTION, "lifted_on"}, {&MB_RESTRICTION, "lifted_by"},
};

typedef struct {
    MbLoading *loading;
    const MbBoard *board;
    const MbMeeting *meeting;
    const MbValue *map; /* of the meeting */
    GHashTable *maps;   /* MbItem → its MbValue */
    GHashTable *told;   /* place and key: once each */
} Check;

gboolean mb_load_is_fixed(const MbLoading *loading, const MbMeeting *meeting)
{
    const MbMeeting *before = mb_loading_before(loading, meeting);

    return before && (before->state == MB_STATE_APPROVED || before->state == MB_STATE_SIGNED);
}

static const char *ref_of(gconstpointer record, const char *name)
{
    const MbField *field = mb_noun_field(((const MbRecord *)record)->noun, name);

    return *(char *const *)((const char *)record + field->offset);
}

static const Kind *kind_of(gconstpointer record)
{
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (kinds[i].noun == ((const MbRecord *)record)->noun && ref_of(record, kinds[i].up))
            return &kinds[i];
    return NULL;
}

/* The item or the meeting to which RECORD belongs, NULL for what belongs to none; KEY is where a file has it. */
static gconstpointer owner_of(const Check *check, gconstpointer record, const char **key)
{
    for (int depth = 0; record && depth < 4; depth++) {
        const Kind *kind = kind_of(record);
        if (!kind)
            return record;
        if (!*key)
            *key = kind->key;
        record = mb_dossier_find(check->loading->dossier, kind->parent, ref_of(record, kind->up));
    }
    return record;
}

static gboolean is_of_new_item(const Check *check, const MbItem *item)
{
    for (int depth = 0; item && depth < 32; depth++) {
        if (mb_loading_is_new(check->loading, item))
            return TRUE;
        item = mb_dossier_find(check->loading->dossier, &MB_ITEM, item->parent);
    }
    return FALSE;
}

static gboolean is_living(const Check *check, const MbField *field, const MbRecord *record)
{
    for (gsize i = 0; i < G_N_ELEMENTS(living); i++)
        if (living[i].noun == record->noun && strcmp(living[i].field, field->name) == 0)
            return TRUE;
    if (record->noun != &MB_ACTION || !g_str_has_prefix(field->name, "due"))
        return FALSE;
    g_autoptr(GPtrArray) moved = mb_loading_of(check->loading, &MB_REDATE, "action", record->id);
    return moved->len > 0; /* a date that was moved says so itself */
}

static gboolean is_alias(const Check *check, const char *name)
{
    GPtrArray *all = mb_dossier_all(check->loading->dossier, &MB_ALIAS);

    for (guint i = 0; i < all->len; i++)
        if (g_strcmp0(((MbAlias *)all->pdata[i])->name, name) == 0)
            return TRUE;
    return FALSE;
}

/* A person who was renamed since is still the one whom the minutes name. */
static gboolean same_name(const Check *check, const MbField *field, const char *was, const char *now)
{
    const char *joined = field->target == &MB_PERSON && was ? g_hash_table_lookup(check->loading->merged, was) : NULL;

    if (joined)
        return g_strcmp0(joined, now) == 0;
    return field->kind == MB_FIELD_TEXT &&
           (strcmp(field->name, "name") == 0 || g_str_has_suffix(field->name, "_name") ||
            g_str_has_suffix(field->name, "_words")) &&
           (!was || !now) && is_alias(check, was ? was : now);
}

static gboolean same_field(const Check *check, const MbField *field, gconstpointer before, gconstpointer record)
{
    g_autofree char *was = mb_field_text(field, before);
    g_autofree char *now = mb_field_text(field, record);

    return g_strcmp0(was, now) == 0 || is_living(check, field, record) || same_name(check, field, was, now);
}

static const char *key_of(const char *field)
{
    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
        if (strcmp(keys[i].field, field) == 0)
            return keys[i].key;
    return field;
}

/* Where MAP has KEY: the line of RECORD in a list whose lines are records in their order. */
static const MbValue *value_at(const MbValue *map, const char *key, const MbRecord *record)
{
    const MbValue *value = key ? mb_value_get(map, key) : NULL;
    gboolean rows = record->noun == &MB_ATTENDANCE || record->noun == &MB_EVENT || record->noun == &MB_DECISION ||
                    record->noun == &MB_ACTION;
    const MbField *position = rows ? mb_noun_field(record->noun, "position") : NULL;
    int row = position ? *(const int *)((const char *)record + position->offset) : -1;

    if (row >= 0 && mb_value_kind(value) == MB_VALUE_LIST && row < (int)mb_value_length(value))
        return mb_value_at(value, (guint)row);
    return value && mb_value_place(value).line ? value : map;
}

static void refuse(const Check *check, const MbValue *map, const char *key, const MbRecord *record)
{
    const MbValue *at = value_at(map, key, record);
    MbPlace place = mb_value_place(at);
    g_autofree char *day = mb_day_iso(check->meeting->day);
    const char *name = mb_loading_board_name(check->board);

    if (!g_hash_table_add(check->told, g_strdup_printf("%d:%d:%s", place.line, place.column, key ? key : "")))
        return;
    if (key && strcmp(key, "text") == 0)
        mb_faults_add(check->loading->faults, place,
                      "the minutes of %s on %s are approved and their text is fixed: expected the text as it was "
                      "approved; record a correction at a later meeting",
                      name, day);
    else
        mb_faults_add(check->loading->faults, place,
                      "the minutes of %s on %s are approved: expected %s%s as it was approved; record a correction at "
                      "a later meeting",
                      name, day, key ? key : "the item", key ? ":" : "");
}

/* RECORD, which is new, changed or gone, if it is of the meeting. */
static void check_record(const Check *check, gconstpointer data, gboolean whole)
{
    const MbRecord *record = data;
    const char *key = NULL;
    const MbRecord *owner = owner_of(check, record, &key);
    gboolean item = owner && owner->noun == &MB_ITEM;

    if (!owner || (owner != (const MbRecord *)check->meeting &&
                   !(item && g_strcmp0(((const MbItem *)owner)->meeting, check->meeting->id) == 0)))
        return;
    if ((record->noun == &MB_MINUTE && ((const MbMinute *)record)->layer != MB_LAYER_MINUTE) ||
        (item && record != owner && is_of_new_item(check, (const MbItem *)owner)))
        return;
    const MbValue *map = item ? g_hash_table_lookup(check->maps, owner) : check->map;
    if (whole) {
        refuse(check, map ? map : check->map, key, record);
        return;
    }
    gboolean moved = g_hash_table_size(check->told) > 0; /* what was added or taken away moves the others */
    for (const MbField *f = record->noun->fields; f->name; f++)
        if (!(moved && strcmp(f->name, "position") == 0) &&
            !same_field(check, f, mb_loading_before(check->loading, record), record))
            refuse(check, map ? map : check->map, key ? key : key_of(f->name), record);
}

static void index_maps(Check *check)
{
    GHashTableIter iter;
    gpointer map, item;

    g_hash_table_iter_init(&iter, check->loading->items);
    while (g_hash_table_iter_next(&iter, &map, &item))
        g_hash_table_insert(check->maps, item, map);
}

void mb_load_check_fixed(MbLoading *loading, const MbBoard *board, const MbMeeting *meeting, const MbFields *fields,
                         guint gone)
{
    Check check = {.loading = loading, .board = board, .meeting = meeting, .map = fields->map};

    check.maps = g_hash_table_new(NULL, NULL);
    check.told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    index_maps(&check);
    for (guint i = gone; i < loading->load->gone->len; i++)
        check_record(&check, loading->load->gone->pdata[i], TRUE);
    for (guint i = 0; i < loading->touched->len; i++)
        if (mb_loading_is_new(loading, loading->touched->pdata[i]))
            check_record(&check, loading->touched->pdata[i], TRUE);
    for (guint i = 0; i < loading->touched->len; i++)
        if (!mb_loading_is_new(loading, loading->touched->pdata[i]))
            check_record(&check, loading->touched->pdata[i], FALSE);
    g_hash_table_unref(check.maps);
    g_hash_table_unref(check.told);
}
