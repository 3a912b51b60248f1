/* SPDX-License-Identifier: MIT */
#include "minutebook/model/minute.h"

#include "minutebook/model/item.h"
#include "minutebook/model/meeting.h"
#include "minutebook/model/person.h"

const char *const mb_layer_words[] = {"minute", "note", "private", NULL};
const char *const mb_paragraph_style_words[] = {"paragraph", "heading", "bullet", "numbered", "table", "editor", NULL};

static const MbField minute_fields[] = {
    MB_REF(MbMinute, meeting, MB_MEETING),
    MB_REF(MbMinute, item, MB_ITEM),
    MB_INT(MbMinute, position),
    MB_ENUM(MbMinute, layer, mb_layer_words),
    MB_ENUM(MbMinute, style, mb_paragraph_style_words),
    MB_INT(MbMinute, level),
    MB_TEXT(MbMinute, number),
    MB_TEXT(MbMinute, text),
    MB_REF(MbMinute, speaker, MB_PERSON),
    MB_TEXT(MbMinute, speaker_words),
    MB_TEXT(MbMinute, typed_at),
    MB_END,
};
const MbNoun MB_MINUTE = {.name = "minute", .size = sizeof(MbMinute), .fields = minute_fields};

static const MbField cell_fields[] = {
    MB_REF(MbCell, minute, MB_MINUTE), MB_INT(MbCell, row),   MB_INT(MbCell, col),
    MB_BOOL(MbCell, header),           MB_TEXT(MbCell, text), MB_END,
};
const MbNoun MB_CELL = {.name = "cell", .size = sizeof(MbCell), .fields = cell_fields};
