/* SPDX-License-Identifier: MIT */
/* What the text of an item tells already, so that the minutes do not say it twice. */
#include "minutes_told.h"

#include "facts.h"
#include "paper_parts.h"

#include "minutebook/base/text.h"
#include "minutebook/compose/paper.h"
#include "minutebook/model/minute.h"
#include "minutebook/model/person.h"

#include <string.h>

/* Fewer words than these may stand apart by chance. */
#define FEWEST_APART 4

/* TEXT folded to words, with a space before and after each. */
static char *words_of(const char *text)
{
    g_autofree char *folded = mb_text_fold(text);
    GString *out = g_string_new(" ");

    for (const char *at = folded; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);

        if (g_unichar_isalnum(c))
            g_string_append_unichar(out, c);
        else if (c != '\'' && out->str[out->len - 1] != ' ')
            g_string_append_c(out, ' ');
    }
    if (out->str[out->len - 1] != ' ')
        g_string_append_c(out, ' ');
    return g_string_free(out, FALSE);
}

/* Whether all words of SOUGHT stand in WHOLE in the same order, others between them. */
static gboolean in_order(const char *whole, const char *sought)
{
    g_auto(GStrv) words = g_strsplit(sought, " ", -1);
    guint count = 0;

    for (char **word = words; *word; word++) {
        g_autofree char *spaced = g_strdup_printf(" %s ", *word);
        const char *found = **word ? strstr(whole, spaced) : NULL;

        if (!**word)
            continue;
        if (!found)
            return FALSE;
        whole = found + strlen(spaced) - 1;
        count++;
    }
    return count >= FEWEST_APART;
}

/* What follows "Action:" or "Action 89:" at the beginning of the paragraph, NULL where it begins otherwise. REF is set
 * to the number, NULL where there is none. */
static const char *after_label(const MbMinute *minute, char **ref)
{
    const char *at = minute->text ? minute->text + strspn(minute->text, "0123456789.()* ") : "";
    const char *colon = strchr(at, ':');

    *ref = NULL;
    if (g_ascii_strncasecmp(at, "action", 6) != 0 || !colon || (at[6] != ' ' && at[6] != ':'))
        return NULL;
    *ref = g_strstrip(g_strndup(at + 6, (gsize)(colon - at - 6)));
    if (!**ref)
        g_clear_pointer(ref, g_free);
    return colon + 1;
}

static gboolean tells(const MbMinute *minute, const MbAction *action)
{
    g_autofree char *ref = NULL;
    const char *text = minute->layer == MB_LAYER_MINUTE ? after_label(minute, &ref) : NULL;
    g_autofree char *line = words_of(text);
    g_autofree char *sought = words_of(action->text);

    if (!text)
        return FALSE;
    if (ref && action->ref && strcmp(ref, action->ref) == 0)
        return TRUE;
    return !ref && strcmp(sought, " ") != 0 && (strstr(line, sought) || in_order(line, sought));
}

GHashTable *mb_told_actions(const MbDossier *dossier, const GPtrArray *actions, const MbItem *item)
{
    g_autoptr(GPtrArray) minutes = mb_facts_parts(dossier, &MB_MINUTE, "item", item->id);
    GHashTable *told = g_hash_table_new(g_direct_hash, g_direct_equal);

    for (guint i = 0; i < actions->len; i++)
        for (guint at = 0; at < minutes->len; at++) {
            if (g_hash_table_contains(told, minutes->pdata[at]) || !tells(minutes->pdata[at], actions->pdata[i]))
                continue;
            g_hash_table_insert(told, minutes->pdata[at], actions->pdata[i]);
            break;
        }
    return told;
}

gboolean mb_told_has(GHashTable *told, const MbAction *action)
{
    GHashTableIter iter;
    gpointer value;

    g_hash_table_iter_init(&iter, told);
    while (g_hash_table_iter_next(&iter, NULL, &value))
        if (value == action)
            return TRUE;
    return FALSE;
}

/* The day as the line may have it: "9 January" or "09/01/2026"; words likewise. */
static gboolean has_due(const char *line, const MbAction *action)
{
    int year, month, dom;
    g_autofree char *words = NULL;
    g_autofree char *sought = NULL;

    if (action->due == MB_NO_DAY)
        return mb_text_empty(action->due_words) || mb_text_contains(line, action->due_words);
    mb_day_split(action->due, &year, &month, &dom);
    words = words_of(line);
    sought = g_strdup_printf(" %d %s ", dom, mb_month_name(month));
    return mb_text_contains(words, sought);
}

static gboolean has_owner(const MbDossier *dossier, const char *line, const MbOwner *owner)
{
    const MbPerson *person = mb_dossier_find(dossier, &MB_PERSON, owner->person);

    return mb_text_contains(line, person && person->name ? person->name : owner->name ? owner->name : "");
}

static gboolean has_owners(const MbDossier *dossier, const char *line, const MbAction *action)
{
    g_autoptr(GPtrArray) owners = mb_dossier_of(dossier, &MB_OWNER, "action", action->id);

    for (guint i = 0; i < owners->len; i++)
        if (((MbOwner *)owners->pdata[i])->post || !has_owner(dossier, line, owners->pdata[i]))
            return FALSE;
    return TRUE;
}

char *mb_told_owed(const MbDossier *dossier, const MbAction *action, MbDay day, gboolean with_owners, gboolean with_due)
{
    g_autoptr(MbValue) owners = mb_paper_owners(dossier, action, day);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autofree char *due = !with_due                  ? NULL
                           : action->due == MB_NO_DAY ? g_strdup(action->due_words)
                                                      : mb_day_long(action->due);
    g_autofree char *joined = NULL;

    for (guint i = 0; with_owners && i < mb_value_length(owners); i++)
        g_ptr_array_add(names, (gpointer)mb_value_text(mb_value_at(owners, i)));
    g_ptr_array_add(names, NULL);
    joined = mb_text_join((const char *const *)names->pdata);
    if (*joined && due)
        return g_strdup_printf("%s, %s", joined, due);
    return *joined ? g_steal_pointer(&joined) : g_steal_pointer(&due);
}

char *mb_told_tail(const MbDossier *dossier, const MbMinute *minute, const MbAction *action, MbDay day)
{
    g_autofree char *ref = NULL;
    const char *line = after_label(minute, &ref);
    gboolean owners = !has_owners(dossier, line, action);
    g_autofree char *owed = mb_told_owed(dossier, action, day, owners, !has_due(line, action));
    const char *lead = !owed ? "" : owners ? ": " : ", due ";

    if (ref || !action->ref)
        return owed ? g_strdup_printf(" (%s)", owed) : NULL;
    return g_strdup_printf(" (action %s%s%s)", action->ref, lead, owed ? owed : "");
}

/* The item in which interests are declared: ITEM itself where it is one, else the first of the meeting. */
static const MbItem *item_of_declarations(const MbItem *item, const GPtrArray *items)
{
    if (item && item->title && mb_text_contains(item->title, "declar"))
        return item;
    for (guint i = 0; i < items->len; i++) {
        const MbItem *other = items->pdata[i];

        if (other->title && mb_text_contains(other->title, "declar") && mb_text_contains(other->title, "interest"))
            return other;
    }
    return NULL;
}

gboolean mb_told_declaration(const MbDossier *dossier, const MbDeclaration *declaration, const GPtrArray *items)
{
    const MbItem *where = item_of_declarations(mb_dossier_find(dossier, &MB_ITEM, declaration->item), items);
    const MbPerson *person = mb_dossier_find(dossier, &MB_PERSON, declaration->person);
    g_autofree char *text = where ? mb_paper_text(dossier, where->id) : NULL;
    const char *name = person && person->name ? person->name : declaration->name;
    const char *surname = name ? strrchr(name, ' ') : NULL;
    g_autofree char *words = words_of(text);
    g_autofree char *sought = words_of(surname ? surname : name);

    return text && name && strstr(words, sought);
}
