/* SPDX-License-Identifier: MIT */
/* The places of what is withheld, and the tidying up of a cut. */
#include "cut_private.h"

#include <string.h>

static gpointer new_record(const MbNoun *noun, const char *id)
{
    MbRecord *record = mb_record_new(noun);

    g_free(record->id);
    record->id = g_strdup(id);
    return record;
}

static void add_restriction(MbDossier *cut, const char *item, const char *entry, MbGround *ground, const char *title)
{
    MbRestriction *restriction = new_record(&MB_RESTRICTION, item ? item : entry);

    mb_set(&restriction->item, item);
    mb_set(&restriction->entry, entry);
    mb_set(&restriction->paragraph, ground->paragraph);
    mb_set(&restriction->reason, ground->reason);
    mb_set(&restriction->public_title, title);
    mb_dossier_add(cut, restriction);
}

/* Number, order and public title; the notice is its text. */
static void add_item(MbJudge *judge, MbDossier *cut, const MbItem *item)
{
    g_auto(MbGround) ground = mb_ground_of_item(judge, item);
    MbItem *stub = new_record(&MB_ITEM, item->id);

    mb_set(&stub->meeting, item->meeting);
    mb_set(&stub->parent, item->parent);
    stub->position = item->position;
    stub->lettered = item->lettered;
    mb_set(&stub->number, item->number);
    stub->number_kept = item->number_kept;
    mb_set(&stub->title, ground.title ? ground.title : "Restricted item");
    mb_dossier_add(cut, stub);
    add_restriction(cut, item->id, NULL, &ground, stub->title);
    mb_cut_add_notice(judge, cut, item, &ground);
}

static void add_entry(MbJudge *judge, MbDossier *cut, const MbEntry *entry)
{
    g_auto(MbGround) ground = mb_ground_of_entry(judge, entry);
    MbEntry *stub = new_record(&MB_ENTRY, entry->id);

    mb_set(&stub->board, entry->board);
    mb_set(&stub->plan, entry->plan);
    mb_set(&stub->parent, entry->parent);
    mb_set(&stub->meeting, entry->meeting);
    stub->section = entry->section;
    stub->position = entry->position;
    stub->restricted = TRUE;
    mb_set(&stub->paragraph, ground.paragraph);
    mb_set(&stub->title, ground.title ? ground.title : "Restricted item");
    mb_dossier_add(cut, stub);
    add_restriction(cut, NULL, entry->id, &ground, stub->title);
}

static void add_paper(MbJudge *judge, MbDossier *cut, const MbPaper *paper)
{
    g_auto(MbGround) ground = mb_ground_of(judge, mb_judge_restriction(judge, paper->id), paper->title);
    MbPaper *stub = new_record(&MB_PAPER, paper->id);

    mb_set(&stub->meeting, paper->meeting);
    mb_set(&stub->item, paper->item);
    stub->position = paper->position;
    mb_set(&stub->title, ground.title ? ground.title : "Restricted paper");
    mb_dossier_add(cut, stub);
}

void mb_cut_stubs(MbJudge *judge, MbDossier *cut)
{
    GPtrArray *items = mb_dossier_all(judge->dossier, &MB_ITEM);
    GPtrArray *entries = mb_dossier_all(judge->dossier, &MB_ENTRY);
    GPtrArray *papers = mb_dossier_all(judge->dossier, &MB_PAPER);

    for (guint i = 0; i < items->len; i++)
        if (mb_judge_item(judge, items->pdata[i]) == MB_FATE_WITHHELD)
            add_item(judge, cut, items->pdata[i]);
    for (guint i = 0; i < entries->len; i++)
        if (mb_judge_entry(judge, entries->pdata[i]) == MB_FATE_WITHHELD)
            add_entry(judge, cut, entries->pdata[i]);
    for (guint i = 0; i < papers->len; i++)
        if (mb_judge_paper(judge, papers->pdata[i]) == MB_FATE_WITHHELD)
            add_paper(judge, cut, papers->pdata[i]);
}

static void clear_loose_refs(MbDossier *cut, MbRecord *record)
{
    for (const MbField *field = record->noun->fields; field->name; field++) {
        char **slot = (char **)((char *)record + field->offset);

        if (field->kind == MB_FIELD_REF && *slot && !mb_dossier_find(cut, field->target, *slot))
            mb_set(slot, NULL);
    }
}

/* Nouns that are there only because others refer to them. */
static gboolean is_referred_to(const MbNoun *noun)
{
    return noun == &MB_PERSON || noun == &MB_POST || noun == &MB_ORGANISATION || noun == &MB_TENURE;
}

/* The ids that RECORD refers to join USED. */
static void note_refs(GHashTable *used, const MbRecord *record)
{
    for (const MbField *field = record->noun->fields; field->name; field++) {
        char *id = field->kind == MB_FIELD_REF ? *(char *const *)((const char *)record + field->offset) : NULL;

        if (id && is_referred_to(field->target))
            g_hash_table_add(used, id);
    }
}

/* Who holds a post that is referred to is printed with it; a post brings its organisation. */
static void note_posts(MbDossier *cut, GHashTable *used)
{
    GPtrArray *tenures = mb_dossier_all(cut, &MB_TENURE);
    GPtrArray *posts = mb_dossier_all(cut, &MB_POST);

    for (guint i = 0; i < tenures->len; i++) {
        MbTenure *tenure = tenures->pdata[i];

        if (!tenure->post || !tenure->person || !g_hash_table_contains(used, tenure->post))
            continue;
        g_hash_table_add(used, tenure->id);
        g_hash_table_add(used, tenure->person);
    }
    for (guint i = 0; i < posts->len; i++) {
        MbPost *post = posts->pdata[i];

        if (post->organisation && g_hash_table_contains(used, post->id))
            g_hash_table_add(used, post->organisation);
    }
}

static void drop_unused(MbDossier *cut, const MbNoun *noun, GHashTable *used)
{
    g_autoptr(GPtrArray) gone = g_ptr_array_new_with_free_func(mb_record_free);
    GPtrArray *all = mb_dossier_all(cut, noun);

    for (guint i = 0; i < all->len; i++)
        if (!g_hash_table_contains(used, ((MbRecord *)all->pdata[i])->id))
            g_ptr_array_add(gone, all->pdata[i]);
    for (guint i = 0; i < gone->len; i++)
        mb_dossier_steal(cut, gone->pdata[i]);
}

static void drop_strangers(MbDossier *cut)
{
    static const MbNoun *const nouns[] = {&MB_TENURE, &MB_PERSON, &MB_POST, &MB_ORGANISATION};
    g_autoptr(GHashTable) used = g_hash_table_new(g_str_hash, g_str_equal);

    for (gsize i = 0; mb_nouns[i]; i++) {
        GPtrArray *all = mb_dossier_all(cut, mb_nouns[i]);

        for (guint at = 0; !is_referred_to(mb_nouns[i]) && at < all->len; at++)
            note_refs(used, all->pdata[at]);
    }
    note_posts(cut, used);
    for (guint i = 0; i < G_N_ELEMENTS(nouns); i++)
        drop_unused(cut, nouns[i], used);
}

void mb_cut_tidy(MbDossier *cut, gboolean alone)
{
    for (gsize i = 0; mb_nouns[i]; i++) {
        GPtrArray *all = mb_dossier_all(cut, mb_nouns[i]);

        for (guint at = 0; at < all->len; at++)
            clear_loose_refs(cut, all->pdata[at]);
    }
    if (alone)
        drop_strangers(cut);
}
