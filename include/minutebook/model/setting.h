/* SPDX-License-Identifier: MIT */
/* Settings of the book itself, and findings that were settled with a reason. */
#ifndef MINUTEBOOK_MODEL_SETTING_H
#define MINUTEBOOK_MODEL_SETTING_H

#include "minutebook/model/record.h"

extern const MbNoun MB_SETTING;
typedef struct {
    MB_RECORD_HEAD;
    char *name; /* "user", "title" */
    char *value;
} MbSetting;

extern const MbNoun MB_SETTLED;
typedef struct {
    MB_RECORD_HEAD;
    char *board;   /* ref */
    char *meeting; /* ref */
    char *rule;
    char *place;
    char *text; /* the finding, as it stood */
    char *why;
    MbDay on;
} MbSettled;

#endif
