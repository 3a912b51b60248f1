/* SPDX-License-Identifier: MIT */
/* What the commands on motions share (motions.c). A motion carried becomes a decision; an amendment carried changes the
   motion's text, which is put next. */
#ifndef MINUTEBOOK_DESK_MOTIONS_H
#define MINUTEBOOK_DESK_MOTIONS_H

#include "minutebook/desk/command.h"

/* The motions under ITEM, amendments too, in order. New array, records borrowed. */
GPtrArray *mb_motions_of(MbDesk *desk, const MbItem *item);
/* The open amendment of MOTION that is put next: the one moved last is put first. NULL where none. */
MbMotion *mb_motion_amendment(MbDesk *desk, const MbItem *item, const MbMotion *motion);
/* The one that WHICH names, else what is put next: an open amendment before its motion. NULL with MB_ERROR_USAGE. */
MbMotion *mb_motion_meant(MbDesk *desk, const MbArguments *arguments, const MbItem *item, GError **error);
/* Refuses where it was voted on or withdrawn before. */
gboolean mb_motion_is_open(const MbMotion *motion, GError **error);

/* How MOTION reads once AMENDMENT is carried: words replaced in it ("replace “20%” by “10%”"), else the amendment's own
   text. NULL where the words to be replaced are not in it. Newly allocated. */
char *mb_motion_amended(const MbMotion *motion, const MbMotion *amendment);
char *mb_motion_replacement(const char *old_words, const char *new_words);

/* "the motion “That the harbour be closed”". Newly allocated. */
char *mb_motion_label(const MbMotion *motion);
/* MOTION as a value for scripts and screens, with its number in order. */
MbValue *mb_motion_value(MbDesk *desk, const MbItem *item, const MbMotion *motion);

#endif
