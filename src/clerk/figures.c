/* SPDX-License-Identifier: MIT */
#include "minutebook/clerk/figures.h"

#include "minutebook/model/board.h"
#include "minutebook/model/name.h"

void mb_figure_free(MbFigure *figure)
{
    if (!figure)
        return;
    g_array_unref(figure->status);
    g_free(figure);
}

static gboolean was_held(const MbMeeting *meeting)
{
    return meeting->state >= MB_STATE_LIVE && meeting->state <= MB_STATE_SIGNED;
}

static gboolean sat_on(const GPtrArray *seats, const char *person, MbDay day)
{
    for (guint i = 0; i < seats->len; i++) {
        const MbSeat *seat = seats->pdata[i];
        if (g_strcmp0(seat->person, person) == 0 && (seat->since == MB_NO_DAY || seat->since <= day) &&
            (seat->until == MB_NO_DAY || seat->until >= day))
            return TRUE;
    }
    return FALSE;
}

static char *key_of(const char *meeting, const char *person)
{
    return g_strconcat(meeting, " ", person, NULL);
}

/* Who is on the register of which meeting; and, under its own id, each meeting that has a register. */
static GHashTable *registers(const MbDossier *dossier)
{
    GHashTable *table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GPtrArray *all = mb_dossier_all(dossier, &MB_ATTENDANCE);

    for (guint i = 0; i < all->len; i++) {
        MbAttendance *attendance = all->pdata[i];
        if (!attendance->meeting)
            continue;
        g_hash_table_replace(table, g_strdup(attendance->meeting), attendance);
        if (attendance->person)
            g_hash_table_replace(table, key_of(attendance->meeting, attendance->person), attendance);
    }
    return table;
}

static void count(MbFigure *figure, int status)
{
    figure->possible++;
    figure->attended += status == MB_ATTENDANCE_PRESENT || status == MB_ATTENDANCE_IN_PART;
    figure->represented += status == MB_ATTENDANCE_REPRESENTED;
    figure->apologies += status == MB_ATTENDANCE_APOLOGIES;
    figure->absent += status == MB_ATTENDANCE_ABSENT;
}

static MbFigure *figure_of(const MbDossier *dossier, const MbSeat *seat, const GPtrArray *seats,
                           const GPtrArray *meetings, GHashTable *table)
{
    MbFigure *figure = g_new0(MbFigure, 1);
    const MbGroup *group = mb_seat_group(dossier, seat);

    figure->person = mb_dossier_find(dossier, &MB_PERSON, seat->person);
    figure->group = group ? group->name : NULL;
    figure->status = g_array_new(FALSE, TRUE, sizeof(int));
    for (guint i = 0; i < meetings->len; i++) {
        const MbMeeting *meeting = meetings->pdata[i];
        g_autofree char *key = key_of(meeting->id, seat->person);
        const MbAttendance *attendance = g_hash_table_lookup(table, key);
        gboolean possible =
            was_held(meeting) && sat_on(seats, seat->person, meeting->day) && g_hash_table_contains(table, meeting->id);
        int status = possible && attendance ? attendance->status : MB_ATTENDANCE_UNKNOWN;

        if (possible)
            count(figure, status);
        g_array_append_val(figure->status, status);
    }
    figure->percent =
        figure->possible ? (200 * figure->attended + figure->possible) / (2 * figure->possible) : MB_NO_INT;
    return figure;
}

static int by_position(gconstpointer a, gconstpointer b)
{
    const MbSeat *first = *(const MbSeat *const *)a;
    const MbSeat *second = *(const MbSeat *const *)b;

    return (first->position > second->position) - (first->position < second->position);
}

GPtrArray *mb_figures_attendance(const MbDossier *dossier, const char *board, const GPtrArray *meetings)
{
    GPtrArray *figures = g_ptr_array_new_with_free_func((GDestroyNotify)mb_figure_free);
    g_autoptr(GPtrArray) seats = mb_dossier_of(dossier, &MB_SEAT, "board", board);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) table = registers(dossier);

    g_ptr_array_sort(seats, by_position);
    for (guint i = 0; i < seats->len; i++) {
        const MbSeat *seat = seats->pdata[i];
        if (seat->person && mb_dossier_find(dossier, &MB_PERSON, seat->person) && g_hash_table_add(seen, seat->person))
            g_ptr_array_add(figures, figure_of(dossier, mb_seat_on(dossier, board, seat->person, MB_NO_DAY), seats,
                                               meetings, table));
    }
    return figures;
}
