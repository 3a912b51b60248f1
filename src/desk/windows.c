/* SPDX-License-Identifier: MIT */
/* The commands that open screens. Who runs them shows the screen of their name (include/minutebook/screens/app.h). */
#include "commands.h"
#include "deed.h"

static const MbArgument live_arguments[] = {
    {.name = "MEETING",
     .help = "a date, next, last, or BOARD/DATE; left out: the one that is live, else the next",
     .flags = MB_ARGUMENT_OPTIONAL},
    {.name = "ITEM", .help = "the printed number, or part of the title", .flags = MB_ARGUMENT_OPTIONAL},
    {.name = NULL},
};
const MbCommand mb_command_live = {.name = "live",
                                   .help = "opens the meeting to take its minutes, the caret at the end of the text",
                                   .example = "next 4",
                                   .arguments = live_arguments,
                                   .need = MB_NEED_SCREENS};

static const MbArgument room_arguments[] = {
    {.name = "MEETING",
     .help = "a date, next, last, or BOARD/DATE; left out: the one that is live, else the next",
     .flags = MB_ARGUMENT_OPTIONAL},
    {.name = NULL},
};
const MbCommand mb_command_room = {
    .name = "room",
    .help = "a second window for the room to see: the item, the motion and the count, and nothing else",
    .example = "next",
    .arguments = room_arguments,
    .need = MB_NEED_SCREENS};
