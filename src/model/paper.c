/* SPDX-License-Identifier: MIT */
#include "minutebook/model/paper.h"

#include "minutebook/model/item.h"
#include "minutebook/model/meeting.h"
#include "minutebook/model/minute.h"
#include "minutebook/model/person.h"

const char *const mb_publication_words[] = {"agenda", "supplement", "draft", "final", "withdrawn", NULL};

static const MbField paper_fields[] = {
    MB_REF(MbPaper, meeting, MB_MEETING),
    MB_REF(MbPaper, item, MB_ITEM),
    MB_REF(MbPaper, parent, MB_PAPER),
    MB_INT(MbPaper, position),
    MB_TEXT(MbPaper, title),
    MB_TEXT(MbPaper, appendix),
    MB_ENUM(MbPaper, state, mb_paper_state_words),
    MB_INT(MbPaper, first_page),
    MB_INT(MbPaper, last_page),
    MB_TEXT(MbPaper, security),
    MB_TEXT(MbPaper, author),
    MB_TEXT(MbPaper, contact),
    MB_TEXT(MbPaper, file),
    MB_TEXT(MbPaper, digest),
    MB_DAY(MbPaper, due_on),
    MB_DAY(MbPaper, received_on),
    MB_END,
};
const MbNoun MB_PAPER = {.name = "paper", .size = sizeof(MbPaper), .fields = paper_fields};

static const MbField publication_fields[] = {
    MB_REF(MbPublication, meeting, MB_MEETING),
    MB_INT(MbPublication, position),
    MB_TEXT(MbPublication, document),
    MB_REF(MbPublication, paper, MB_PAPER),
    MB_ENUM(MbPublication, state, mb_publication_words),
    MB_DAY(MbPublication, on),
    MB_TEXT(MbPublication, audience),
    MB_TEXT(MbPublication, digest),
    MB_TEXT(MbPublication, why),
    MB_END,
};
const MbNoun MB_PUBLICATION = {.name = "publication", .size = sizeof(MbPublication), .fields = publication_fields};

static const MbField sending_fields[] = {
    MB_REF(MbSending, meeting, MB_MEETING),
    MB_INT(MbSending, position),
    MB_TEXT(MbSending, document),
    MB_REF(MbSending, person, MB_PERSON),
    MB_TEXT(MbSending, name),
    MB_TEXT(MbSending, address),
    MB_DAY(MbSending, on),
    MB_TEXT(MbSending, channel),
    MB_END,
};
const MbNoun MB_SENDING = {.name = "sending", .size = sizeof(MbSending), .fields = sending_fields};

static const MbField correction_fields[] = {
    MB_REF(MbCorrection, meeting, MB_MEETING),
    MB_REF(MbCorrection, at, MB_MEETING),
    MB_REF(MbCorrection, at_item, MB_ITEM),
    MB_INT(MbCorrection, position),
    MB_TEXT(MbCorrection, page),
    MB_TEXT(MbCorrection, item),
    MB_REF(MbCorrection, minute, MB_MINUTE),
    MB_TEXT(MbCorrection, old_text),
    MB_TEXT(MbCorrection, new_text),
    MB_END,
};
const MbNoun MB_CORRECTION = {.name = "correction", .size = sizeof(MbCorrection), .fields = correction_fields};
