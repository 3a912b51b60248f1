/* SPDX-License-Identifier: MIT */
#include "paper_parts.h"

#include "facts.h"

#include "minutebook/clerk/overdue.h"
#include "minutebook/model/person.h"

void mb_paper_add_status(const MbDossier *dossier, const MbAttendance *attendance, MbValue *row)
{
    mb_value_set_text(row, "status", mb_attendance_words[attendance->status]);
    mb_facts_take(row, "represented_by",
                  mb_facts_person(dossier, attendance->represented_by, attendance->represented_by_name));
    mb_value_set_text(row, "mode", mb_facts_attendance_mode(attendance));
    mb_facts_time(row, "from", attendance->arrived);
    mb_facts_time(row, "to", mb_facts_attendance_left(dossier, attendance));
    mb_value_set_text(row, "note", attendance->note);
}

static MbValue *votes_of(const MbDossier *dossier, const MbDecision *decision)
{
    g_autoptr(GPtrArray) votes = mb_facts_parts(dossier, &MB_VOTE, "decision", decision->id);
    MbValue *list = mb_value_new_list();

    for (guint i = 0; i < votes->len; i++) {
        const MbVote *vote = votes->pdata[i];
        MbValue *row = mb_value_new_map();

        mb_facts_take(row, "name", mb_facts_person(dossier, vote->person, vote->name));
        mb_value_set_text(row, "vote", mb_vote_words[vote->vote]);
        mb_value_add(list, row);
    }
    return list;
}

void mb_paper_add_decision(const MbDossier *dossier, const MbDecision *decision, MbValue *row)
{
    mb_facts_take(row, "item", mb_facts_item(dossier, decision->item));
    mb_value_set_text(row, "text", decision->text);
    mb_value_set_text(row, "outcome", mb_outcome_words[decision->outcome]);
    mb_value_set_text(row, "condition", decision->condition);
    mb_facts_take(row, "mover", mb_facts_person(dossier, decision->mover, decision->mover_name));
    mb_facts_take(row, "seconder", mb_facts_person(dossier, decision->seconder, decision->seconder_name));
    mb_facts_number(row, "for", decision->votes_for);
    mb_facts_number(row, "against", decision->votes_against);
    mb_facts_number(row, "abstained", decision->votes_abstained);
    mb_value_set(row, "votes", votes_of(dossier, decision));
}

MbValue *mb_paper_restricted(const MbDossier *dossier, const MbItem *item)
{
    const MbRestriction *restriction = mb_facts_restriction(dossier, item);
    MbValue *map = restriction ? mb_value_new_map() : NULL;

    if (!restriction)
        return mb_value_new_null();
    mb_value_set_text(map, "paragraph", restriction->paragraph);
    mb_value_set_text(map, "public_title", mb_facts_public_title(item, restriction));
    mb_value_set_text(map, "reason", restriction->reason);
    return map;
}

MbValue *mb_paper_owners(const MbDossier *dossier, const MbAction *action, MbDay day)
{
    g_autoptr(GPtrArray) owners = mb_overdue_owners(dossier, action, day);
    MbValue *list = mb_value_new_list();

    for (guint i = 0; i < owners->len; i++)
        mb_value_add(list, mb_value_new_text(owners->pdata[i]));
    return list;
}

static const char *ref_of(gconstpointer data, const char *name)
{
    const MbRecord *record = data;
    const MbField *field = mb_noun_field(record->noun, name);

    return *(const char *const *)((const char *)record + field->offset);
}

static guint place_of(const GPtrArray *items, const char *id)
{
    for (guint i = 0; id && i < items->len; i++)
        if (g_strcmp0(((MbItem *)items->pdata[i])->id, id) == 0)
            return i;
    return items->len;
}

static int by_item(gconstpointer a, gconstpointer b, gpointer items)
{
    guint first = place_of(items, ref_of(*(MbRecord *const *)a, "item"));
    guint second = place_of(items, ref_of(*(MbRecord *const *)b, "item"));

    return (first > second) - (first < second);
}

GPtrArray *mb_paper_in_order(const MbDossier *dossier, const MbNoun *noun, const MbMeeting *meeting,
                             const GPtrArray *items)
{
    GPtrArray *records = mb_facts_parts(dossier, noun, "meeting", meeting->id);

    g_ptr_array_sort_with_data(records, by_item, (gpointer)items);
    return records;
}

static gboolean raised_here(const MbDossier *dossier, const MbAction *action, const MbMeeting *meeting)
{
    const MbItem *item = mb_dossier_find(dossier, &MB_ITEM, action->item);

    return g_strcmp0(action->raised_at, meeting->id) == 0 ||
           (!action->raised_at && item && g_strcmp0(item->meeting, meeting->id) == 0);
}

static int by_action_position(gconstpointer a, gconstpointer b)
{
    return (*(MbAction *const *)a)->position - (*(MbAction *const *)b)->position;
}

GPtrArray *mb_paper_actions_raised(const MbDossier *dossier, const MbMeeting *meeting, const GPtrArray *items)
{
    GPtrArray *all = mb_dossier_all(dossier, &MB_ACTION);
    GPtrArray *found = g_ptr_array_new();

    for (guint i = 0; i < all->len; i++)
        if (raised_here(dossier, all->pdata[i], meeting))
            g_ptr_array_add(found, all->pdata[i]);
    g_ptr_array_sort(found, by_action_position);
    g_ptr_array_sort_with_data(found, by_item, (gpointer)items);
    return found;
}
