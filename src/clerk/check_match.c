/* SPDX-License-Identifier: MIT */
#include "check_match.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

#include <string.h>

enum { SHORTEST_WORD = 4 };

gboolean mb_match_due(const MbEntry *entry, const char *meeting)
{
    return entry->state != MB_ENTRY_DROPPED && g_strcmp0(entry->meeting, meeting) == 0;
}

GPtrArray *mb_match_entries(const MbCase *c)
{
    GPtrArray *all = mb_dossier_all(c->dossier, &MB_ENTRY);
    GPtrArray *due = g_ptr_array_new();

    for (guint i = 0; c->meeting && i < all->len; i++)
        if (mb_match_due(all->pdata[i], c->meeting->id))
            g_ptr_array_add(due, all->pdata[i]);
    return due;
}

/* ---- titles ---- */

const char *mb_match_bare(const char *title)
{
    static const char mark[] = "restricted";

    if (!title || g_ascii_strncasecmp(title, mark, strlen(mark)) != 0)
        return title;
    const char *rest = title + strlen(mark);
    return *rest == ':' ? rest + 1 + strspn(rest + 1, " ") : title;
}

static gboolean same(const char *a, const char *b)
{
    return a && b && mb_text_same(mb_match_bare(a), mb_match_bare(b));
}

gboolean mb_match_same_title(const char *plan, const char *agenda)
{
    return same(plan, agenda) ||
           (plan && agenda && !mb_text_empty(mb_match_bare(plan)) && mb_text_contains(agenda, mb_match_bare(plan)));
}

/* Words that many titles share say nothing of which is which. */
static gboolean is_common(const char *word)
{
    static const char *const common[] = {"update", "updates", "report",   "reports",    "with", "from",   "into",
                                         "paper",  "verbal",  "progress", "restricted", "item", "review", "annual"};

    for (gsize i = 0; i < G_N_ELEMENTS(common); i++)
        if (strcmp(word, common[i]) == 0)
            return TRUE;
    return FALSE;
}

static char *as_space(char *text)
{
    for (char *at = text; *at; at++)
        if (g_ascii_ispunct(*at))
            *at = ' ';
    return text;
}

static GPtrArray *telling_words(const char *title)
{
    g_autofree char *folded = mb_text_fold(title);
    g_auto(GStrv) words = g_strsplit(as_space(folded), " ", -1);
    GPtrArray *telling = g_ptr_array_new_with_free_func(g_free);

    for (char **word = words; *word; word++)
        if (strlen(*word) >= SHORTEST_WORD && !is_common(*word))
            g_ptr_array_add(telling, g_strdup(*word));
    return telling;
}

/* "interest" and "interests". */
static gboolean same_word(const char *a, const char *b)
{
    return g_str_has_prefix(a, b) || g_str_has_prefix(b, a);
}

static guint shared_words(const GPtrArray *a, const GPtrArray *b)
{
    guint shared = 0;

    for (guint i = 0; i < a->len; i++)
        for (guint j = 0; j < b->len; j++)
            if (same_word(a->pdata[i], b->pdata[j])) {
                shared++;
                break;
            }
    return shared;
}

gboolean mb_match_near_title(const char *a, const char *b)
{
    g_autoptr(GPtrArray) left = a ? telling_words(mb_match_bare(a)) : g_ptr_array_new();
    g_autoptr(GPtrArray) right = b ? telling_words(mb_match_bare(b)) : g_ptr_array_new();
    guint least = MIN(left->len, right->len);

    return least > 0 && shared_words(left, right) * 5 >= least * 3;
}

/* ---- entry and item ---- */

/* Whether an item was drafted from an entry of this dossier, so that it can be no other's. */
static gboolean is_taken(const MbCase *c, const MbItem *item)
{
    return mb_dossier_find(c->dossier, &MB_ENTRY, item->entry) != NULL;
}

static const MbItem *by_link(const MbCase *c, const MbEntry *entry)
{
    GPtrArray *all = mb_dossier_all(c->dossier, &MB_ITEM);

    for (guint i = 0; i < all->len; i++) {
        const MbItem *item = all->pdata[i];
        if (g_strcmp0(item->entry, entry->id) == 0 && g_strcmp0(item->meeting, entry->meeting) == 0)
            return item;
    }
    return NULL;
}

static const MbItem *by_title(const MbCase *c, const MbEntry *entry,
                              gboolean (*alike)(const char *plan, const char *agenda))
{
    for (guint i = 0; i < c->items->len; i++) {
        const MbItem *item = c->items->pdata[i];
        if (!is_taken(c, item) && item->title && entry->title && alike(entry->title, item->title))
            return item;
    }
    return NULL;
}

/* Whether another entry due here has that very title. */
static gboolean belongs_to_other(const MbCase *c, const MbEntry *entry, const MbItem *item)
{
    GPtrArray *all = mb_dossier_all(c->dossier, &MB_ENTRY);

    for (guint i = 0; i < all->len; i++) {
        const MbEntry *other = all->pdata[i];
        if (other != entry && mb_match_due(other, entry->meeting) && mb_match_same_title(other->title, item->title))
            return TRUE;
    }
    return FALSE;
}

const MbItem *mb_match_item(const MbCase *c, const MbEntry *entry, gboolean *linked)
{
    const MbItem *item = by_link(c, entry);

    if (linked)
        *linked = item != NULL;
    if (!item)
        item = by_title(c, entry, same);
    if (!item)
        item = by_title(c, entry, mb_match_same_title);
    if (item)
        return item;
    item = by_title(c, entry, mb_match_near_title);
    return item && !belongs_to_other(c, entry, item) ? item : NULL;
}

/* ---- people ---- */

static GPtrArray *leads_of(const MbCase *c, const MbEntry *entry)
{
    return mb_dossier_of(c->dossier, &MB_ENTRY_LEAD, "entry", entry->id);
}

char **mb_match_leads(const MbCase *c, const MbEntry *entry)
{
    g_autoptr(GPtrArray) leads = leads_of(c, entry);
    char **names = g_new0(char *, leads->len + 1);

    for (guint i = 0; i < leads->len; i++) {
        const MbEntryLead *lead = leads->pdata[i];
        names[i] = mb_case_person(c, lead->person, lead->name);
    }
    return names;
}

char **mb_match_presenters(const MbCase *c, const MbItem *item)
{
    g_autoptr(GPtrArray) presenters = mb_dossier_of(c->dossier, &MB_PRESENTER, "item", item->id);
    char **names = g_new0(char *, presenters->len + 1);

    for (guint i = 0; i < presenters->len; i++) {
        const MbPresenter *presenter = presenters->pdata[i];
        names[i] = mb_case_person(c, presenter->person, presenter->name);
    }
    return names;
}

/* The lead may be an office ("Chair") that the presenter holds. */
static gboolean is_lead(const MbCase *c, const MbPresenter *presenter, const MbEntryLead *lead)
{
    const char *board = c->board ? c->board->id : NULL;

    if (lead->person &&
        (g_strcmp0(lead->person, presenter->person) == 0 || g_strcmp0(lead->person, presenter->on_behalf_of) == 0))
        return TRUE;
    if (!lead->name)
        return FALSE;
    if (mb_text_same(lead->name, presenter->name) || mb_text_same(lead->name, presenter->on_behalf_of_name))
        return TRUE;
    return presenter->person &&
           mb_text_same(lead->name, mb_office_on(c->dossier, board, presenter->person, c->meeting->day));
}

static gboolean is_presented_by(const MbCase *c, const GPtrArray *presenters, const MbEntryLead *lead)
{
    for (guint i = 0; i < presenters->len; i++)
        if (is_lead(c, presenters->pdata[i], lead))
            return TRUE;
    return FALSE;
}

static gboolean leads_any(const MbCase *c, const GPtrArray *leads, const MbPresenter *presenter)
{
    for (guint i = 0; i < leads->len; i++)
        if (is_lead(c, presenter, leads->pdata[i]))
            return TRUE;
    return FALSE;
}

gboolean mb_match_same_people(const MbCase *c, const MbEntry *entry, const MbItem *item)
{
    g_autoptr(GPtrArray) leads = leads_of(c, entry);
    g_autoptr(GPtrArray) presenters = mb_dossier_of(c->dossier, &MB_PRESENTER, "item", item->id);

    for (guint i = 0; i < leads->len; i++)
        if (!is_presented_by(c, presenters, leads->pdata[i]))
            return FALSE;
    for (guint i = 0; i < presenters->len; i++)
        if (!leads_any(c, leads, presenters->pdata[i]))
            return FALSE;
    return TRUE;
}
