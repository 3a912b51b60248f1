/* SPDX-License-Identifier: MIT */
/* Agenda items of a meeting. First all items, so that one may name another; then what was said, decided and raised
 * under them. */
#include "loading.h"
#include "minutebook/model/by_hand.h"

#include "minutebook/base/text.h"

#include <string.h>

static const char *const item_keys[] = {
    "number",     "minute_number", "title",      "presenter",       "on_behalf_of", "purpose",     "minutes",
    "paper",      "papers",        "restricted", "recommendations", "approves",     "corrections", "taken",
    "taken_with", "text",          "notes",      "restricted_text", "declarations", "decisions",   "actions",
    "updates",    "motions",       "elections",  "items",           NULL,
};

/* An item of the file and the one of the book that it is. */
typedef struct {
    MbFields fields;
    char *number; /* NULL where the file gives none */
    char *title;
    MbItem *item;
} Entry;

static void entry_clear(gpointer data)
{
    g_free(((Entry *)data)->number);
    g_free(((Entry *)data)->title);
}

/* Two items side by side with one number could not be told apart, by anyone. */
static void check_numbers(MbLoading *loading, const GArray *entries)
{
    for (guint i = 0; i < entries->len; i++) {
        const Entry *entry = &g_array_index(entries, Entry, i);
        for (guint j = 0; entry->number && j < i; j++) {
            const Entry *first = &g_array_index(entries, Entry, j);
            if (g_strcmp0(entry->number, first->number) != 0)
                continue;
            mb_faults_add(loading->faults, mb_value_place(mb_fields_get(&entry->fields, "number")),
                          "the number %s stands twice, first in line %d: expected a number of its own", entry->number,
                          mb_value_place(mb_fields_get(&first->fields, "number")).line);
            break;
        }
    }
}

static GArray *entries_at(MbLoading *loading, const MbFields *fields)
{
    const MbValue *list = mb_fields_list(fields, "items", "- {number: \"1\", title: Apologies}");
    GArray *entries = g_array_new(FALSE, TRUE, sizeof(Entry));

    g_array_set_clear_func(entries, entry_clear);
    for (guint i = 0; i < mb_value_length(list); i++) {
        Entry entry = {0};
        if (!mb_fields_open(&entry.fields, loading->faults, mb_value_at(list, i), "an agenda item",
                            "{number: \"1\", title: Apologies}", item_keys))
            continue;
        entry.number = mb_fields_text(&entry.fields, "number");
        entry.title = mb_fields_text(&entry.fields, "title");
        if (entry.number && mb_text_same(entry.number, "none"))
            g_clear_pointer(&entry.number, g_free);
        g_array_append_val(entries, entry);
    }
    check_numbers(loading, entries);
    return entries;
}

/* The ways in which an item of the file may be one of the book, the surest first. */
typedef gboolean (*Matches)(const Entry *entry, const MbItem *item, guint position);

static gboolean same_number_and_title(const Entry *entry, const MbItem *item, guint position)
{
    (void)position;
    return g_strcmp0(entry->number, item->number) == 0 && mb_text_same(entry->title, item->title);
}

static gboolean same_title(const Entry *entry, const MbItem *item, guint position)
{
    (void)position;
    return entry->title && mb_text_same(entry->title, item->title);
}

static gboolean same_number(const Entry *entry, const MbItem *item, guint position)
{
    (void)position;
    return entry->number && g_strcmp0(entry->number, item->number) == 0;
}

static gboolean same_position(const Entry *entry, const MbItem *item, guint position)
{
    return item->position == (int)position && ((!entry->number && !item->number) || !entry->title || !item->title);
}

static void match_by(MbLoading *loading, GArray *entries, const GPtrArray *siblings, Matches matches)
{
    for (guint i = 0; i < entries->len; i++) {
        Entry *entry = &g_array_index(entries, Entry, i);
        for (guint j = 0; !entry->item && j < siblings->len; j++) {
            MbItem *item = siblings->pdata[j];
            if (!mb_loading_seen(loading, item) && matches(entry, item, i)) {
                entry->item = item;
                mb_loading_see(loading, item);
            }
        }
    }
}

static void match(MbLoading *loading, GArray *entries, const MbMeeting *meeting, const MbItem *parent)
{
    static const Matches ways[] = {same_number_and_title, same_title, same_number, same_position};
    g_autoptr(GPtrArray) siblings = mb_loading_of(loading, &MB_ITEM, "meeting", meeting->id);

    for (guint i = siblings->len; i-- > 0;)
        if (g_strcmp0(((MbItem *)siblings->pdata[i])->parent, parent ? parent->id : NULL) != 0)
            g_ptr_array_remove_index(siblings, i);
    for (gsize i = 0; i < G_N_ELEMENTS(ways); i++)
        match_by(loading, entries, siblings, ways[i]);
}

static void load_presenters(MbLoading *loading, const MbBoard *board, const MbItem *item, const MbFields *fields)
{
    g_autoptr(GPtrArray) names = mb_fields_texts(fields, "presenter", "[First Last]");
    if (!names || mb_by_hand(item->by_hand, "presenter"))
        return;
    g_autofree char *behalf = NULL;
    g_autofree char *behalf_name = NULL;
    mb_loading_set_name(loading, board->id, fields, "on_behalf_of", &behalf, &behalf_name);
    GPtrArray *want = g_ptr_array_new();
    for (guint i = 0; i < names->len; i++) {
        MbPresenter *presenter = mb_record_new(&MB_PRESENTER);
        mb_set(&presenter->item, item->id);
        mb_loading_name(loading, board->id, names->pdata[i], &presenter->person, &presenter->name);
        mb_set(&presenter->on_behalf_of, behalf);
        mb_set(&presenter->on_behalf_of_name, behalf_name);
        g_ptr_array_add(want, presenter);
    }
    mb_loading_replace(loading, &MB_PRESENTER, "item", item->id, want);
}

static void load_recommendations(MbLoading *loading, const MbItem *item, const MbFields *fields)
{
    g_autoptr(GPtrArray) texts = mb_fields_texts(fields, "recommendations", "[to note the report]");

    if (!texts || mb_by_hand(item->by_hand, "recommendations"))
        return;
    GPtrArray *want = g_ptr_array_new();
    for (guint i = 0; i < texts->len; i++) {
        MbRecommendation *recommendation = mb_record_new(&MB_RECOMMENDATION);
        mb_set(&recommendation->item, item->id);
        mb_set_take(&recommendation->text, mb_fields_line(loading->faults, texts->pdata[i], "to note the report"));
        g_ptr_array_add(want, recommendation);
    }
    mb_loading_replace(loading, &MB_RECOMMENDATION, "item", item->id, want);
}

static void load_item_restriction(MbLoading *loading, const MbBoard *board, const MbItem *item, const MbFields *fields)
{
    static const char *const known[] = {"paragraph", "public_title", "reason", "lifted", "lifted_by", NULL};
    MbFields keys;

    if (!mb_fields_has(fields, "restricted") ||
        !mb_fields_open(&keys, loading->faults, mb_fields_get(fields, "restricted"), "a restriction",
                        "{paragraph: 1, public_title: same, reason: personal}", known))
        return;
    g_autoptr(GPtrArray) known_ones = mb_loading_of(loading, &MB_RESTRICTION, "item", item->id);
    MbRestriction *restriction =
        known_ones->len ? mb_loading_edit(loading, known_ones->pdata[0]) : mb_loading_new(loading, &MB_RESTRICTION);
    mb_set(&restriction->item, item->id);
    mb_loading_check_paragraph(loading, board, &keys, "paragraph");
    mb_fields_set(&keys, "paragraph", &restriction->paragraph);
    mb_fields_set(&keys, "public_title", &restriction->public_title);
    mb_fields_set(&keys, "reason", &restriction->reason);
    mb_fields_set_day(&keys, "lifted", &restriction->lifted_on);
    mb_fields_set(&keys, "lifted_by", &restriction->lifted_by);
}

static void set_unless_kept(const MbItem *item, const MbFields *fields, const char *key, char **target)
{
    if (!mb_by_hand(item->by_hand, key))
        mb_fields_set(fields, key, target);
}

/* "14(a)" is a part of 14. */
static gboolean is_lettered(const char *number)
{
    gsize length = number ? strlen(number) : 0;

    return length > 3 && number[length - 1] == ')' && g_ascii_islower(number[length - 2]) &&
           number[length - 3] == '(' && g_ascii_isdigit(number[0]);
}

static void load_facts(MbItem *item, const Entry *entry, int position)
{
    const MbFields *fields = &entry->fields;

    if (!mb_by_hand(item->by_hand, "position"))
        item->position = position;
    if (mb_fields_has(fields, "number")) {
        mb_set(&item->number, entry->number);
        item->number_kept = TRUE;
        item->lettered = is_lettered(entry->number);
    }
    mb_fields_set(fields, "minute_number", &item->minute_number);
    set_unless_kept(item, fields, "title", &item->title);
    if (!mb_by_hand(item->by_hand, "purpose"))
        mb_fields_set_word(fields, "purpose", mb_purpose_words, "purpose", &item->purpose);
    if (!mb_by_hand(item->by_hand, "minutes"))
        mb_fields_set_int(fields, "minutes", &item->minutes);
    if (!mb_by_hand(item->by_hand, "paper"))
        mb_fields_set_word(fields, "paper", mb_paper_state_words, "state of a paper", &item->paper);
    mb_fields_set_int(fields, "taken", &item->taken);
}

static void load_item(MbLoading *loading, MbBoard *board, MbMeeting *meeting, const MbItem *parent, Entry *entry,
                      int position)
{
    MbItem *item = entry->item ? mb_loading_edit(loading, entry->item) : mb_loading_new(loading, &MB_ITEM);

    mb_loading_see(loading, item);
    g_hash_table_insert(loading->items, (gpointer)entry->fields.map, item);
    mb_set(&item->meeting, meeting->id);
    mb_set(&item->parent, parent ? parent->id : NULL);
    load_facts(item, entry, position);
    load_presenters(loading, board, item, &entry->fields);
    load_recommendations(loading, item, &entry->fields);
    if (!mb_by_hand(item->by_hand, "restricted"))
        load_item_restriction(loading, board, item, &entry->fields);
    mb_load_items(loading, board, meeting, item, &entry->fields);
}

/* The position after all siblings where the file leaves some of them unnamed: what it adds comes last, what it names
 * stays where it is. -1 where it names all: then its order rules. */
static int after_unnamed(MbLoading *loading, const MbMeeting *meeting, const MbItem *parent)
{
    g_autoptr(GPtrArray) items = mb_loading_of(loading, &MB_ITEM, "meeting", meeting->id);
    gboolean unnamed = FALSE;
    int last = -1;

    for (guint i = 0; i < items->len; i++) {
        const MbItem *item = items->pdata[i];
        if (g_strcmp0(item->parent, parent ? parent->id : NULL) != 0)
            continue;
        last = MAX(last, item->position);
        unnamed = unnamed || !mb_loading_seen(loading, item);
    }
    return unnamed ? last + 1 : -1;
}

void mb_load_items(MbLoading *loading, MbBoard *board, MbMeeting *meeting, const MbItem *parent, const MbFields *fields)
{
    g_autoptr(GArray) entries = entries_at(loading, fields);
    int next;

    match(loading, entries, meeting, parent);
    next = after_unnamed(loading, meeting, parent);
    for (guint i = 0; i < entries->len; i++) {
        Entry *entry = &g_array_index(entries, Entry, i);
        int position = next < 0 ? (int)i : entry->item ? entry->item->position : next++;
        load_item(loading, board, meeting, parent, entry, position);
    }
}

static void load_contents(MbLoading *loading, MbBoard *board, MbMeeting *meeting, MbItem *item, const MbFields *fields)
{
    if (mb_value_find(fields->map, "taken_with", NULL)) {
        const MbItem *with = mb_load_item_at(loading, meeting, fields, "taken_with");
        mb_set(&item->taken_with, with ? with->id : NULL);
    }
    mb_load_papers(loading, board, meeting, item, fields);
    mb_load_text(loading, board, item, fields);
    mb_load_approval(loading, board, meeting, item, fields);
    mb_load_decisions(loading, board, meeting, item, fields);
    mb_load_actions(loading, board, meeting, item, fields);
    mb_load_updates(loading, board, meeting, item, fields);
}

void mb_load_items_end(MbLoading *loading, MbBoard *board, MbMeeting *meeting, const MbFields *fields)
{
    const MbValue *list = mb_fields_get(fields, "items");

    for (guint i = 0; i < mb_value_length(list); i++) {
        MbFields keys = {.faults = loading->faults, .map = mb_value_at(list, i)};
        MbItem *item = g_hash_table_lookup(loading->items, keys.map);
        if (!item)
            continue;
        load_contents(loading, board, meeting, item, &keys);
        mb_load_items_end(loading, board, meeting, &keys);
    }
}
