/* SPDX-License-Identifier: MIT */
#include "minutebook/model/journal.h"

#include "minutebook/model/item.h"
#include "minutebook/model/meeting.h"
#include "minutebook/model/minute.h"

static const MbField journal_fields[] = {
    MB_REF(MbJournal, meeting, MB_MEETING),
    MB_REF(MbJournal, item, MB_ITEM),
    MB_ENUM(MbJournal, layer, mb_layer_words),
    MB_INT(MbJournal, seq),
    MB_INT(MbJournal, undoes),
    MB_TEXT(MbJournal, kind),
    MB_TEXT(MbJournal, began),
    MB_TEXT(MbJournal, ended),
    MB_TEXT(MbJournal, paragraph),
    MB_INT(MbJournal, at),
    MB_TEXT(MbJournal, before),
    MB_TEXT(MbJournal, after),
    MB_TEXT(MbJournal, carets),
    MB_TEXT(MbJournal, who),
    MB_END,
};
const MbNoun MB_JOURNAL = {.name = "journal", .size = sizeof(MbJournal), .fields = journal_fields};

static const MbField place_fields[] = {
    MB_REF(MbHandPlace, meeting, MB_MEETING),
    MB_REF(MbHandPlace, item, MB_ITEM),
    MB_ENUM(MbHandPlace, layer, mb_layer_words),
    MB_TEXT(MbHandPlace, paragraph),
    MB_INT(MbHandPlace, at),
    MB_TEXT(MbHandPlace, stamp),
    MB_END,
};
const MbNoun MB_PLACE = {.name = "place", .size = sizeof(MbHandPlace), .fields = place_fields};
