/* SPDX-License-Identifier: MIT */
/* The agenda as `agenda show` has it: items in printed order with clock times, lettered parts within their item. */
#include "minutebook/compose/paper.h"

#include "facts.h"
#include "paper_parts.h"

#include "minutebook/clerk/number.h"
#include "minutebook/clerk/timing.h"

static MbValue *parts_value(const MbDossier *dossier, const GPtrArray *items, const MbItem *parent)
{
    MbValue *list = mb_value_new_list();

    for (guint i = 0; i < items->len; i++) {
        const MbItem *item = items->pdata[i];
        MbValue *row;

        if (!item->lettered || g_strcmp0(item->parent, parent->id) != 0)
            continue;
        row = mb_value_new_map();
        mb_value_set_text(row, "number", item->number);
        mb_value_set_text(row, "title", item->title);
        mb_facts_take(row, "presenter", mb_facts_presenters(dossier, item));
        mb_value_add(list, row);
    }
    return list;
}

static MbValue *item_value(const MbDossier *dossier, const MbMeeting *meeting, const GPtrArray *items, guint index)
{
    const MbItem *item = items->pdata[index];
    MbValue *row = mb_value_new_map();

    mb_value_set_text(row, "number", item->number);
    mb_value_set_text(row, "title", item->title);
    mb_facts_take(row, "presenter", mb_facts_presenters(dossier, item));
    mb_facts_number(row, "minutes", item->minutes);
    mb_facts_time(row, "starts", mb_timing_starts(dossier, meeting, items, index));
    mb_value_set_text(row, "paper", mb_facts_item_paper(item));
    mb_value_set(row, "restricted", mb_paper_restricted(dossier, item));
    mb_value_set_text(row, "source", mb_item_source_words[item->source]);
    mb_value_set(row, "parts", parts_value(dossier, items, item));
    return row;
}

static MbValue *items_value(const MbDossier *dossier, const MbMeeting *meeting)
{
    g_autoptr(GPtrArray) items = mb_number_items(dossier, meeting->id);
    MbValue *list = mb_value_new_list();

    for (guint i = 0; i < items->len; i++) {
        const MbItem *item = items->pdata[i];

        if (!item->lettered || !item->parent)
            mb_value_add(list, item_value(dossier, meeting, items, i));
    }
    return list;
}

MbValue *mb_paper_agenda(const MbDossier *dossier, const MbMeeting *meeting, const GPtrArray *findings)
{
    MbTiming timing = mb_timing_of(dossier, meeting);
    MbValue *map = mb_value_new_map();

    mb_value_set_text(map, "board", mb_facts_board(dossier, meeting->board));
    mb_facts_take(map, "date", meeting->day == MB_NO_DAY ? g_strdup(meeting->day_words) : mb_day_iso(meeting->day));
    mb_facts_time(map, "start", meeting->starts);
    mb_facts_time(map, "end", meeting->ends);
    mb_facts_number(map, "minutes_available", timing.available ? timing.available : MB_NO_INT);
    mb_value_set_int(map, "minutes_planned", timing.planned);
    mb_value_set(map, "items", items_value(dossier, meeting));
    mb_value_set(map, "findings", mb_paper_findings(findings));
    return map;
}
