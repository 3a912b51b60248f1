/* SPDX-License-Identifier: MIT */
/* The cut for members, and what both audiences have in common. */
#include "cut_private.h"

#include <string.h>

static char **text_slot(const MbField *field, gconstpointer record)
{
    return (char **)((char *)record + field->offset);
}

/* The text of ITEM under the cut so far: paragraphs are counted anew, so that no gap tells of what is not there. */
typedef struct {
    MbJudge *judge;
    MbDossier *cut;
    GHashTable *positions; /* id of an item → next position */
    GHashTable
        *notices; /* id of an item → the notice that stands last in it; adjoining withheld paragraphs share one */
} Text;

static int next_position(Text *text, const char *item)
{
    int position = GPOINTER_TO_INT(g_hash_table_lookup(text->positions, item));

    g_hash_table_insert(text->positions, (gpointer)item, GINT_TO_POINTER(position + 1));
    return position;
}

static void add_withheld(Text *text, const MbMinute *minute, const MbRestriction *restriction)
{
    g_auto(MbGround) ground = restriction ? mb_ground_of(text->judge, restriction, NULL) : (MbGround){0};
    const char *place = minute->item ? minute->item : minute->meeting;
    g_autofree char *words = mb_ground_notice(&ground, text->judge->rules ? text->judge->rules->withheld : NULL);
    const char *last = g_hash_table_lookup(text->notices, place);
    MbMinute *notice;

    if (last && strcmp(last, words) == 0)
        return;
    notice = mb_dossier_add(text->cut, mb_cut_notice_new(minute->meeting, minute->item, next_position(text, place),
                                                         g_steal_pointer(&words)));
    g_hash_table_insert(text->notices, (gpointer)place, notice->text);
}

/* A paragraph with its withheld spans struck out; FALSE where it must be withheld as a whole. */
static gboolean add_open(Text *text, const MbMinute *minute)
{
    const GPtrArray *spans = mb_judge_spans(text->judge, minute->id);
    const char *place = minute->item ? minute->item : minute->meeting;
    g_autofree char *marked = spans ? mb_hidden_strike_spans(minute->text, spans) : g_strdup(minute->text);
    MbMinute *copy;

    if (spans && !marked)
        return FALSE;
    copy = mb_record_copy(minute);
    mb_set_take(&copy->text, mb_hidden_strike(mb_judge_hidden(text->judge, minute->item), marked));
    mb_set(&copy->speaker, NULL);
    mb_set(&copy->speaker_words, NULL);
    mb_set(&copy->typed_at, NULL);
    copy->position = next_position(text, place);
    mb_dossier_add(text->cut, copy);
    g_hash_table_remove(text->notices, place);
    return TRUE;
}

static void add_minute(Text *text, const MbMinute *minute)
{
    const MbRestriction *restriction = mb_judge_restriction(text->judge, minute->id);
    const GPtrArray *spans = mb_judge_spans(text->judge, minute->id);
    gboolean shared = minute->item && g_hash_table_contains(text->judge->shared, minute->item);

    if (minute->layer != MB_LAYER_MINUTE || mb_judge_item_id(text->judge, minute->item) != MB_FATE_OPEN ||
        !(minute->item || minute->meeting))
        return;
    if (restriction || shared)
        add_withheld(text, minute, restriction);
    else if (!add_open(text, minute))
        add_withheld(text, minute, spans->pdata[0]);
}

static void add_cells(Text *text)
{
    GPtrArray *cells = mb_dossier_all(text->judge->dossier, &MB_CELL);

    for (guint i = 0; i < cells->len; i++) {
        const MbCell *cell = cells->pdata[i];
        const MbMinute *minute = mb_dossier_find(text->cut, &MB_MINUTE, cell->minute);
        MbCell *copy = minute ? mb_record_copy(cell) : NULL;

        if (!copy)
            continue;
        mb_set_take(&copy->text, mb_hidden_strike(mb_judge_hidden(text->judge, minute->item), cell->text));
        mb_dossier_add(text->cut, copy);
    }
}

static int by_position(gconstpointer a, gconstpointer b)
{
    const MbMinute *first = *(MbMinute *const *)a;
    const MbMinute *second = *(MbMinute *const *)b;

    return (first->position > second->position) - (first->position < second->position);
}

void mb_cut_text(MbJudge *judge, MbDossier *cut)
{
    g_autoptr(GHashTable) positions = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) notices = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) minutes = g_ptr_array_new();
    GPtrArray *all = mb_dossier_all(judge->dossier, &MB_MINUTE);
    Text text = {.judge = judge, .cut = cut, .positions = positions, .notices = notices};

    for (guint i = 0; i < all->len; i++)
        g_ptr_array_add(minutes, all->pdata[i]);
    g_ptr_array_sort(minutes, by_position); /* stable, so that each item's paragraphs come in their order */
    for (guint i = 0; i < minutes->len; i++)
        add_minute(&text, minutes->pdata[i]);
    add_cells(&text);
}

/* What is kept to a list of the board's own is withheld from members at large, as from the public. */
static MbFate fate_for_members(MbJudge *judge, const MbRecord *record)
{
    const MbField *item = mb_noun_field(record->noun, "item");
    const MbField *parts[] = {mb_noun_field(record->noun, "action"), mb_noun_field(record->noun, "decision")};
    const MbField *entry_ref =
        record->noun == &MB_ENTRY_LEAD || record->noun == &MB_MOVE ? mb_noun_field(record->noun, "entry") : NULL;
    const MbEntry *entry = entry_ref ? mb_dossier_find(judge->dossier, &MB_ENTRY, *text_slot(entry_ref, record)) : NULL;

    if (record->noun == &MB_ITEM)
        return mb_judge_item(judge, (gconstpointer)record);
    if (record->noun == &MB_ENTRY)
        return mb_judge_entry(judge, (gconstpointer)record);
    if (record->noun == &MB_PAPER)
        return mb_judge_paper(judge, (gconstpointer)record);
    if (entry && mb_judge_entry(judge, entry) != MB_FATE_OPEN)
        return MB_FATE_GONE;
    if (item && mb_judge_item_id(judge, *text_slot(item, record)) != MB_FATE_OPEN)
        return MB_FATE_GONE;
    if (record->noun == &MB_ACTION
            ? mb_judge_action_hidden(judge, record->id)
            : parts[0] && *text_slot(parts[0], record) && mb_judge_action_hidden(judge, *text_slot(parts[0], record)))
        return MB_FATE_GONE;
    if (record->noun == &MB_DECISION ? mb_judge_decision_hidden(judge, record->id)
                                     : parts[1] && mb_judge_decision_hidden(judge, *text_slot(parts[1], record)))
        return MB_FATE_GONE;
    return MB_FATE_OPEN;
}

static gboolean hidden_from_members(MbJudge *judge, const MbRecord *record)
{
    static const MbNoun *const never[] = {&MB_SETTING, &MB_SETTLED, &MB_MINUTE, &MB_CELL, &MB_MARK};

    for (guint i = 0; i < G_N_ELEMENTS(never); i++)
        if (record->noun == never[i])
            return TRUE;
    if (record->noun == &MB_CORRECTION)
        return mb_judge_correction_hidden(judge, (gconstpointer)record);
    if (record->noun == &MB_MOTION)
        return mb_judge_motion_hidden(judge, (gconstpointer)record);
    return fate_for_members(judge, record) != MB_FATE_OPEN;
}

/* Clears what was lifted, and what the clerk keeps to herself; strikes out withheld spans. */
static gpointer copy_for_members(MbJudge *judge, const MbRecord *record)
{
    gpointer copy = mb_record_copy(record);

    if (record->noun == &MB_PERSON)
        mb_set(&((MbPerson *)copy)->note, NULL);
    if (record->noun == &MB_SEAT)
        mb_set(&((MbSeat *)copy)->note, NULL);
    if (record->noun == &MB_RESTRICTION)
        ((MbRestriction *)copy)->lifted_on = MB_NO_DAY;
    for (const MbField *field = record->noun->fields; field->name; field++)
        if (field->kind == MB_FIELD_TEXT)
            mb_set_take(text_slot(field, copy), mb_judge_strike(judge, record, *text_slot(field, record)));
    return copy;
}

/* A restriction that was lifted, or that withholds from members too: the place of what it withholds has its own. */
static gboolean is_spent(const MbJudge *judge, const MbRecord *record)
{
    const MbRestriction *restriction = record->noun == &MB_RESTRICTION ? (gconstpointer)record : NULL;

    return restriction &&
           (restriction->audience || (restriction->lifted_on != MB_NO_DAY && restriction->lifted_on <= judge->today));
}

static void cut_for_members(MbJudge *judge, MbDossier *cut)
{
    for (gsize i = 0; mb_nouns[i]; i++) {
        GPtrArray *all = mb_dossier_all(judge->dossier, mb_nouns[i]);

        for (guint at = 0; at < all->len; at++)
            if (!hidden_from_members(judge, all->pdata[at]) && !is_spent(judge, all->pdata[at]))
                mb_dossier_add(cut, copy_for_members(judge, all->pdata[at]));
    }
}

MbDossier *mb_cut_dossier(const MbDossier *dossier, const MbRules *rules, MbCutFor audience, MbDay today)
{
    g_autoptr(MbJudge) judge = mb_judge_new(dossier, rules, audience, today);
    MbDossier *cut = mb_dossier_new();

    if (audience == MB_CUT_MEMBERS)
        cut_for_members(judge, cut);
    else
        mb_cut_for_public(judge, cut);
    mb_cut_stubs(judge, cut);
    mb_cut_text(judge, cut);
    mb_cut_tidy(cut, audience == MB_CUT_PUBLIC);
    return cut;
}
