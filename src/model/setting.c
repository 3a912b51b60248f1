/* SPDX-License-Identifier: MIT */
#include "minutebook/model/setting.h"

#include "minutebook/model/board.h"
#include "minutebook/model/meeting.h"

static const MbField setting_fields[] = {
    MB_TEXT(MbSetting, name),
    MB_TEXT(MbSetting, value),
    MB_END,
};
const MbNoun MB_SETTING = {.name = "setting", .size = sizeof(MbSetting), .fields = setting_fields};

static const MbField settled_fields[] = {
    MB_REF(MbSettled, board, MB_BOARD),
    MB_REF(MbSettled, meeting, MB_MEETING),
    MB_TEXT(MbSettled, rule),
    MB_TEXT(MbSettled, place),
    MB_TEXT(MbSettled, text),
    MB_TEXT(MbSettled, why),
    MB_DAY(MbSettled, on),
    MB_END,
};
const MbNoun MB_SETTLED = {.name = "settled", .size = sizeof(MbSettled), .fields = settled_fields};
