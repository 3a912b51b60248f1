/* SPDX-License-Identifier: MIT */
/* The write-up, item by item: each is ticked when its minute is done. */
#include "agenda.h"
#include "commands.h"

#include "minutebook/clerk/gap.h"

/* The items still to be ticked. */
static int left_to_tick(const MbDossier *dossier, const MbMeeting *meeting)
{
    g_autoptr(GPtrArray) items = mb_dossier_of(dossier, &MB_ITEM, "meeting", meeting->id);
    int left = 0;

    for (guint i = 0; i < items->len; i++) {
        const MbItem *item = items->pdata[i];

        left += !item->written_up && mb_gap_wants_minute(dossier, item);
    }
    return left;
}

static void say_ticked(const MbItem *item, const char *name, int left, MbAnswer *answer)
{
    if (!item->written_up)
        mb_deed_say(answer, "%s is not written up; the tick is taken off.", name);
    else if (left)
        mb_deed_say(answer, "%s is written up; %d item%s left.", name, left, left == 1 ? " is" : "s are");
    else
        mb_deed_say(answer, "%s is written up: it was the last. `meeting edit --state \"written up\"` says so of all.",
                    name);
}

static gboolean agenda_tick(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    gboolean written_up = mb_argument(arguments, "--undo") == NULL;
    MbMeeting *meeting;
    MbItem *item = mb_agenda_item(desk, arguments, &meeting, error);
    g_autofree char *name = item ? mb_agenda_item_name(desk, meeting, item) : NULL;

    if (!item)
        return FALSE;
    if (written_up && meeting->state < MB_STATE_LIVE)
        return mb_deed_refuse(error, "%s: the meeting has not begun; there is nothing to write up.", name);
    if (item->written_up == written_up) {
        mb_deed_say(answer, written_up ? "%s is ticked as written up already." : "%s has no tick.", name);
        return TRUE;
    }
    item->written_up = written_up;
    say_ticked(item, name, left_to_tick(mb_desk_dossier(desk), meeting), answer);
    return mb_deed_save(desk, item, error);
}

static const MbArgument tick_arguments[] = {
    MB_MEETING_ARGUMENT, MB_ITEM_ARGUMENT, {.name = "--undo", .help = "its minute is not done after all"},
    MB_BOARD_OPTION,     {.name = NULL},
};
const MbCommand mb_command_agenda_tick = {.name = "agenda tick",
                                          .help = "ticks an item as written up: its minute is done",
                                          .example = "last 5",
                                          .arguments = tick_arguments,
                                          .need = MB_NEED_DEED,
                                          .run = agenda_tick};
