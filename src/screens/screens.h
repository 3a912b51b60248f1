/* SPDX-License-Identifier: MIT */
/* The screens, each in the file of its name. */
#ifndef MINUTEBOOK_SCREENS_SCREENS_H
#define MINUTEBOOK_SCREENS_SCREENS_H

#include "minutebook/screens/screen.h"

extern const MbScreen mb_screen_attendance;
extern const MbScreen mb_screen_count;
extern const MbScreen mb_screen_live;
extern const MbScreen mb_screen_marks;
extern const MbScreen mb_screen_meetings;
extern const MbScreen mb_screen_room;
extern const MbScreen mb_screen_sweep;
extern const MbScreen mb_screen_writeup;
extern const MbScreen mb_screen_rollcall;
extern const MbScreen mb_screen_votes;

#endif
