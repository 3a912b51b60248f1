/* SPDX-License-Identifier: MIT */
/* Where an item stands on its agenda, changed by hand. */
#include "agenda.h"

#include "commands.h"
#include "find.h"
#include "schedule.h"

#include "minutebook/clerk/number.h"
#include "minutebook/model/by_hand.h"

#include <string.h>

MbItem *mb_agenda_item(MbDesk *desk, const MbArguments *arguments, MbMeeting **meeting, GError **error)
{
    g_autofree char *name = NULL;

    *meeting = mb_deed_meeting(desk, arguments, error);
    if (!*meeting)
        return NULL;
    if ((*meeting)->state >= MB_STATE_APPROVED) {
        name = mb_find_meeting_name(desk, *meeting);
        mb_deed_refuse(error, "%s is %s; its agenda stays as it was.", name, mb_meeting_state_words[(*meeting)->state]);
        return NULL;
    }
    return mb_find_item(desk, *meeting, mb_argument(arguments, "ITEM"), error);
}

char *mb_agenda_item_name(MbDesk *desk, const MbMeeting *meeting, const MbItem *item)
{
    g_autofree char *name = mb_find_meeting_name(desk, meeting);
    g_autofree char *shown = mb_deed_item_name(item);

    return g_strdup_printf("%s: item %s", name, shown);
}

gboolean mb_agenda_is_out(const MbMeeting *meeting)
{
    return meeting->state >= MB_STATE_CALLED && meeting->state != MB_STATE_CANCELLED;
}

GPtrArray *mb_agenda_siblings(const MbDossier *dossier, const MbItem *item)
{
    g_autoptr(GPtrArray) all = mb_number_items(dossier, item->meeting);
    GPtrArray *siblings = g_ptr_array_new();

    for (guint i = 0; i < all->len; i++) {
        const MbItem *other = all->pdata[i];

        if (other != item && g_strcmp0(other->parent, item->parent) == 0)
            g_ptr_array_add(siblings, (gpointer)other);
    }
    return siblings;
}

gboolean mb_agenda_place(MbDesk *desk, MbItem *item, guint index, GError **error)
{
    g_autoptr(GPtrArray) siblings = mb_agenda_siblings(mb_desk_dossier(desk), item);

    g_ptr_array_insert(siblings, (int)MIN(index, siblings->len), item);
    for (guint i = 0; i < siblings->len; i++)
        ((MbItem *)siblings->pdata[i])->position = (int)i;
    mb_by_hand_note(&item->by_hand, "position");
    return mb_deed_save_all(desk, siblings, NULL, error);
}

gboolean mb_agenda_beside(MbDesk *desk, const MbMeeting *meeting, MbItem *item, const char *words, gboolean after,
                          guint *index, GError **error)
{
    MbItem *other = mb_find_item(desk, meeting, words, error);
    g_autoptr(GPtrArray) siblings = NULL;

    if (!other)
        return FALSE;
    if (other == item)
        return mb_deed_refuse(error, "An item cannot stand beside itself.");
    mb_set(&item->parent, other->parent);
    item->lettered = other->lettered;
    siblings = mb_agenda_siblings(mb_desk_dossier(desk), item);
    if (!g_ptr_array_find(siblings, other, index))
        return mb_deed_refuse(error, "“%s” is not on the agenda any more.", words);
    *index += after ? 1 : 0;
    return TRUE;
}

/* "9" of a late item "9A", "3.2" of "3.2B"; NULL where NUMBER is no late item's. Newly allocated. */
static char *base_of(const char *number)
{
    gsize length = number ? strlen(number) : 0;

    if (length < 2 || !g_ascii_isupper(number[length - 1]) || !g_ascii_isdigit(number[length - 2]))
        return NULL;
    return g_strndup(number, length - 1);
}

/* Whether NUMBER is BASE, or BASE with ".0". */
static gboolean is_base(const char *number, const char *base)
{
    gsize length = strlen(base);

    return number && strncmp(number, base, length) == 0 && (!number[length] || strcmp(number + length, ".0") == 0);
}

/* A late item is numbered after the one it follows: 9A cannot stand before 9. */
static gboolean late_items_follow(MbDesk *desk, const MbItem *moved, GError **error)
{
    g_autoptr(GPtrArray) items = mb_number_items(mb_desk_dossier(desk), moved->meeting);

    for (guint i = 0; i < items->len; i++) {
        const MbItem *late = items->pdata[i];
        g_autofree char *base = base_of(late->number);

        for (guint k = i + 1; base && k < items->len; k++) {
            const MbItem *other = items->pdata[k];

            if ((late == moved || other == moved) && is_base(other->number, base))
                return mb_deed_refuse(error,
                                      "Item %s came late and is numbered after item %s; it cannot stand before it.",
                                      late->number, other->number);
        }
    }
    return TRUE;
}

static gboolean nest(MbDesk *desk, const MbMeeting *meeting, MbItem *item, const char *under, GError **error)
{
    MbItem *parent = mb_find_item(desk, meeting, under, error);

    if (!parent)
        return FALSE;
    for (const MbItem *above = parent; above; above = mb_dossier_find(mb_desk_dossier(desk), &MB_ITEM, above->parent))
        if (above == item)
            return mb_deed_refuse(error, "An item cannot be nested in itself.");
    mb_set(&item->parent, parent->id);
    return TRUE;
}

/* Where --after, --before, --under or --to say; one of them. */
static gboolean read_place(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, MbItem *item,
                           guint *index, GError **error)
{
    const char *after = mb_argument(arguments, "--after");
    const char *before = mb_argument(arguments, "--before");
    const char *to = mb_argument(arguments, "--to");
    const char *under = mb_argument(arguments, "--under");
    int position;

    *index = G_MAXUINT;
    if ((after != NULL) + (before != NULL) + (to != NULL) + (under != NULL) != 1)
        return mb_deed_refuse(error, "Where to? Say one of --after ITEM, --before ITEM, --under ITEM or --to N.");
    if (after || before)
        return mb_agenda_beside(desk, meeting, item, after ? after : before, after != NULL, index, error);
    if (under)
        return nest(desk, meeting, item, under, error);
    if (!mb_find_number(to, "--to", &position, error))
        return FALSE;
    if (position == 0)
        return mb_deed_refuse(error, "--to counts from 1.");
    *index = (guint)position - 1;
    return TRUE;
}

/* The item after which ITEM stands now, in words. */
static char *place_words(const MbDossier *dossier, const MbItem *item)
{
    g_autoptr(GPtrArray) items = mb_number_items(dossier, item->meeting);
    g_autofree char *name = NULL;
    guint index;

    if (!g_ptr_array_find(items, item, &index) || index == 0)
        return g_strdup("stands first");
    name = mb_deed_item_name(items->pdata[index - 1]);
    return g_strdup_printf("stands after item %s", name);
}

static gboolean agenda_move(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting;
    MbItem *item = mb_agenda_item(desk, arguments, &meeting, error);
    g_autofree char *name = item ? mb_agenda_item_name(desk, meeting, item) : NULL;
    g_autofree char *place = NULL;
    guint index;

    if (!item || !read_place(desk, arguments, meeting, item, &index, error) ||
        !mb_agenda_place(desk, item, index, error) || !late_items_follow(desk, item, error) ||
        !mb_schedule_renumber(desk, meeting, error))
        return FALSE;
    place = place_words(mb_desk_dossier(desk), item);
    if (mb_agenda_is_out(meeting))
        mb_deed_say(
            answer,
            "%s moved: it %s. The agenda is out, so the numbers stay; the order taken is recorded at the meeting.",
            name, place);
    else
        mb_deed_say(answer, "%s moved: it %s and is now item %s.", name, place,
                    item->number ? item->number : "without a number");
    return TRUE;
}

static const MbArgument move_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "--after", .value = "ITEM", .help = "stands after this item"},
    {.name = "--before", .value = "ITEM", .help = "stands before this item"},
    {.name = "--under", .value = "ITEM", .help = "is nested in this item"},
    {.name = "--to", .value = "N", .help = "stands in this place among its neighbours, from 1"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_agenda_move = {.name = "agenda move",
                                          .help =
                                              "moves an item on its agenda; the numbers follow until the agenda is out",
                                          .example = "next 7 --before 4",
                                          .arguments = move_arguments,
                                          .need = MB_NEED_DEED,
                                          .run = agenda_move};
