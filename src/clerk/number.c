/* SPDX-License-Identifier: MIT */
/* Printed order and printed numbers. */
#include "minutebook/clerk/number.h"

#include "minutebook/base/text.h"
#include "minutebook/model/board.h"
#include "minutebook/model/plan.h"

#include <string.h>

/* What is being numbered. */
typedef struct {
    const MbDossier *dossier;
    GHashTable *nested; /* id of an item → GPtrArray of its items in order; "": the outermost */
    MbNumbering scheme;
    gboolean frozen; /* the agenda is out */
    GPtrArray *changed;
} Numbering;

static int by_position(gconstpointer a, gconstpointer b)
{
    const MbItem *first = *(const MbItem *const *)a;
    const MbItem *second = *(const MbItem *const *)b;

    return (first->position > second->position) - (first->position < second->position);
}

static void put(GHashTable *nested, const char *parent, gpointer item)
{
    GPtrArray *items = g_hash_table_lookup(nested, parent);

    if (!items) {
        items = g_ptr_array_new();
        g_hash_table_insert(nested, (gpointer)parent, items);
    }
    g_ptr_array_add(items, item);
}

static GHashTable *nest(const MbDossier *dossier, const char *meeting)
{
    GHashTable *nested = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    g_autoptr(GPtrArray) items = mb_dossier_of(dossier, &MB_ITEM, "meeting", meeting);
    GHashTableIter iter;
    gpointer list;

    for (guint i = 0; i < items->len; i++) {
        MbItem *item = items->pdata[i];
        const MbItem *parent = mb_dossier_find(dossier, &MB_ITEM, item->parent);

        if (!item->dropped)
            put(nested, parent && g_strcmp0(parent->meeting, meeting) == 0 ? parent->id : "", item);
    }
    g_hash_table_iter_init(&iter, nested);
    while (g_hash_table_iter_next(&iter, NULL, &list))
        g_ptr_array_sort(list, by_position); /* stable: equal positions stay in the dossier's order */
    return nested;
}

static void collect(GHashTable *nested, const char *parent, GPtrArray *into)
{
    GPtrArray *items = g_hash_table_lookup(nested, parent);

    for (guint i = 0; items && i < items->len; i++) {
        MbItem *item = items->pdata[i];
        g_ptr_array_add(into, item);
        collect(nested, item->id, into);
    }
}

GPtrArray *mb_number_items(const MbDossier *dossier, const char *meeting)
{
    g_autoptr(GHashTable) nested = nest(dossier, meeting);
    GPtrArray *items = g_ptr_array_new();

    collect(nested, "", items);
    return items;
}

int mb_number_depth(const MbDossier *dossier, const MbItem *item)
{
    int depth = 0;

    for (const MbItem *up = mb_dossier_find(dossier, &MB_ITEM, item->parent); up && depth < 64;
         up = mb_dossier_find(dossier, &MB_ITEM, up->parent))
        depth++;
    return depth;
}

/* What nested numbers begin with: "3" of "3.0". */
static char *stem_of(const char *number)
{
    if (number && g_str_has_suffix(number, ".0"))
        return g_strndup(number, strlen(number) - 2);
    return g_strdup(number ? number : "");
}

/* The last number within a printed number: 3 of "3", "3.0", "3A"; 2 of "3.2"; -1 where it holds none. */
static int ordinal_of(const char *number)
{
    g_autofree char *stem = stem_of(number);
    const char *dot = strrchr(stem, '.');
    const char *digits = dot ? dot + 1 : stem;

    return g_ascii_isdigit(*digits) ? (int)MIN(g_ascii_strtoull(digits, NULL, 10), 100000) : -1;
}

/* The letter of "14(c)" as 1 for a; 0 where there is none. */
static int letter_of(const char *number)
{
    const char *open = number ? strrchr(number, '(') : NULL;

    return open && g_ascii_isalpha(open[1]) && open[2] == ')' ? g_ascii_tolower(open[1]) - 'a' + 1 : 0;
}

static gboolean is_kept(const MbItem *item, gboolean frozen)
{
    return item->number_kept || (frozen && item->number);
}

static gboolean is_taken(const GPtrArray *items, const char *number, gboolean frozen)
{
    for (guint i = 0; i < items->len; i++) {
        const MbItem *item = items->pdata[i];
        if (is_kept(item, frozen) && g_strcmp0(item->number, number) == 0)
            return TRUE;
    }
    return FALSE;
}

static void set_number(Numbering *numbering, MbItem *item, const char *number)
{
    if (g_strcmp0(item->number, number) == 0)
        return;
    mb_set(&item->number, number);
    if (numbering->changed && !g_ptr_array_find(numbering->changed, item, NULL))
        g_ptr_array_add(numbering->changed, item);
}

static char *plain_number(const Numbering *numbering, const char *stem, int ordinal)
{
    if (*stem)
        return g_strdup_printf("%s.%d", stem, ordinal);
    return g_strdup_printf(numbering->scheme == MB_NUMBERING_1_0 ? "%d.0" : "%d", ordinal);
}

/* "9A" after "9" or "9.0", "9B" after "9A". */
static char *late_number(const GPtrArray *items, const char *before, const char *stem, gboolean frozen)
{
    g_autofree char *base = before ? stem_of(before) : *stem ? g_strdup_printf("%s.0", stem) : g_strdup("0");
    gsize length = strlen(base);

    if (length > 1 && g_ascii_isupper(base[length - 1]) && g_ascii_isdigit(base[length - 2]))
        base[length - 1] = '\0';
    for (char letter = 'A'; letter <= 'Z'; letter++) {
        g_autofree char *number = g_strdup_printf("%s%c", base, letter);
        if (!is_taken(items, number, frozen))
            return g_steal_pointer(&number);
    }
    return g_strdup(base);
}

/* The letter the plan gives this part, or the next. */
static int next_letter(const Numbering *numbering, const MbItem *item, int last)
{
    const MbEntry *entry = mb_dossier_find(numbering->dossier, &MB_ENTRY, item->entry);
    const char *own = entry ? entry->letter : NULL;
    int letter = own && g_ascii_isalpha(own[0]) && !own[1] ? g_ascii_tolower(own[0]) - 'a' + 1 : 0;

    return letter > last ? letter : last + 1;
}

static void number_lettered(Numbering *numbering, GPtrArray *items, const char *stem, gboolean frozen)
{
    int last = 0;

    for (guint i = 0; frozen && i < items->len; i++)
        if (((MbItem *)items->pdata[i])->lettered)
            last = MAX(last, letter_of(((MbItem *)items->pdata[i])->number));
    for (guint i = 0; i < items->len; i++) {
        MbItem *item = items->pdata[i];
        g_autofree char *number = NULL;

        if (!item->lettered)
            continue;
        if (is_kept(item, frozen)) {
            last = MAX(last, letter_of(item->number));
            continue;
        }
        last = next_letter(numbering, item, last);
        number = last <= 26 ? g_strdup_printf("%s(%c)", stem, 'a' + last - 1) : g_strdup_printf("%s(%d)", stem, last);
        set_number(numbering, item, number);
    }
}

static void number_plain(Numbering *numbering, GPtrArray *items, const char *stem, gboolean frozen)
{
    const char *before = NULL;
    int ordinal = 0;

    for (guint i = 0; i < items->len; i++) {
        MbItem *item = items->pdata[i];

        if (item->lettered)
            continue;
        if (!is_kept(item, frozen)) {
            g_autofree char *number = plain_number(numbering, stem, ordinal + 1);
            if (frozen || is_taken(items, number, frozen)) {
                g_free(number);
                number = late_number(items, before, stem, frozen);
            }
            set_number(numbering, item, number);
        }
        ordinal = ordinal_of(item->number) >= 0 ? ordinal_of(item->number) : ordinal + 1;
        before = item->number ? item->number : before;
    }
}

static gboolean any_numbered(const GPtrArray *items, gboolean lettered)
{
    for (guint i = 0; i < items->len; i++) {
        const MbItem *item = items->pdata[i];
        if (item->number && item->lettered == lettered)
            return TRUE;
    }
    return FALSE;
}

static void number_siblings(Numbering *numbering, const char *parent, const char *parent_number)
{
    GPtrArray *items = g_hash_table_lookup(numbering->nested, parent);
    g_autofree char *stem = stem_of(parent_number);

    if (!items)
        return;
    number_plain(numbering, items, stem, numbering->frozen && any_numbered(items, FALSE));
    number_lettered(numbering, items, stem, numbering->frozen && any_numbered(items, TRUE));
    for (guint i = 0; i < items->len; i++) {
        const MbItem *item = items->pdata[i];
        number_siblings(numbering, item->id, item->number);
    }
}

void mb_number_agenda(const MbDossier *dossier, const MbMeeting *meeting, GPtrArray *changed)
{
    const MbBoard *board = mb_dossier_find(dossier, &MB_BOARD, meeting->board);
    g_autoptr(GHashTable) nested = nest(dossier, meeting->id);
    Numbering numbering = {
        .dossier = dossier,
        .nested = nested,
        .scheme = board ? (MbNumbering)board->numbering : MB_NUMBERING_1,
        .frozen = meeting->state >= MB_STATE_CALLED && meeting->state != MB_STATE_CANCELLED,
        .changed = changed,
    };

    number_siblings(&numbering, "", NULL);
}

/* A number as people type it: "14(a)" and "14 a" are "14a", "4.0" and "4." are "4"; "item 4" is "4". */
static char *typed_form(const char *number)
{
    g_autofree char *folded = mb_text_fold(number ? number : "");
    GString *form = g_string_new(NULL);

    for (const char *c = g_str_has_prefix(folded, "item ") ? folded + 5 : folded; *c; c++)
        if (!strchr("() ", *c))
            g_string_append_c(form, *c);
    if (g_str_has_suffix(form->str, ".0"))
        g_string_truncate(form, form->len - 2);
    if (g_str_has_suffix(form->str, "."))
        g_string_truncate(form, form->len - 1);
    return g_string_free(form, FALSE);
}

typedef gboolean (*Match)(const MbItem *item, const char *words);

static gboolean match_number(const MbItem *item, const char *words)
{
    return (item->number && mb_text_same(item->number, words)) ||
           (item->minute_number && mb_text_same(item->minute_number, words));
}

static gboolean match_typed_number(const MbItem *item, const char *words)
{
    g_autofree char *number = typed_form(item->number);
    g_autofree char *wanted = typed_form(words);

    return *number && strcmp(number, wanted) == 0;
}

static gboolean match_title(const MbItem *item, const char *words)
{
    return item->title && mb_text_same(item->title, words);
}

static gboolean match_part_of_title(const MbItem *item, const char *words)
{
    return item->title && mb_text_contains(item->title, words);
}

guint mb_number_find(const MbDossier *dossier, const char *meeting, const char *words, GPtrArray *found)
{
    static const Match ways[] = {match_number, match_typed_number, match_title, match_part_of_title};
    g_autoptr(GPtrArray) items = mb_number_items(dossier, meeting);
    guint before = found->len;

    for (guint way = 0; !mb_text_empty(words) && found->len == before && way < G_N_ELEMENTS(ways); way++)
        for (guint i = 0; i < items->len; i++)
            if (ways[way](items->pdata[i], words))
                g_ptr_array_add(found, items->pdata[i]);
    return found->len - before;
}
