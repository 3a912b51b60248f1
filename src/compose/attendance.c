/* SPDX-License-Identifier: MIT */
/* Who was there: the register by group, as its own document and at the head of minutes. */
#include "documents.h"

#include "facts.h"

#include "minutebook/base/text.h"
#include "minutebook/compose/paper.h"
#include "minutebook/model/name.h"

MbValue *mb_compose_attendance_rows(const MbComposition *composition)
{
    g_autoptr(GPtrArray) all =
        mb_facts_parts(composition->dossier, &MB_ATTENDANCE, "meeting", composition->meeting->id);
    MbValue *rows = mb_value_new_list();

    for (guint i = 0; i < all->len; i++)
        mb_value_add(rows, mb_paper_attendance(composition->dossier, composition->meeting, all->pdata[i]));
    return rows;
}

/* "Second Name, Chair (SN)". */
static char *name_text(const MbComposition *composition, const MbAttendance *attendance)
{
    const MbDossier *dossier = composition->dossier;
    g_autofree char *name = mb_facts_attendance_name(dossier, attendance);
    g_autofree char *initials = mb_facts_attendance_initials(dossier, composition->meeting, attendance);
    const char *role = attendance->role;

    if (!role && attendance->person)
        role = mb_office_on(dossier, composition->meeting->board, attendance->person, composition->meeting->day);
    gboolean known = initials && *initials;

    return g_strdup_printf("%s%s%s%s%s%s", name ? name : "", role ? ", " : "", role ? role : "", known ? " (" : "",
                           known ? initials : "", known ? ")" : "");
}

static void append_times(GString *out, const MbDossier *dossier, const MbAttendance *attendance)
{
    g_autofree char *arrived = mb_time_text(attendance->arrived);
    g_autofree char *left = mb_time_text(mb_facts_attendance_left(dossier, attendance));

    if (*arrived)
        g_string_append_printf(out, ", from %s", arrived);
    if (*left)
        g_string_append_printf(out, "%s to %s", *arrived ? "" : ",", left);
    mb_facts_attendance_gaps(dossier, attendance, out);
}

/* "represented by Third Name", "in part, from 10:20 to 11:45, remote". */
static char *status_text(const MbComposition *composition, const MbAttendance *attendance)
{
    g_autofree char *deputy =
        mb_facts_person(composition->dossier, attendance->represented_by, attendance->represented_by_name);
    GString *out =
        g_string_new(attendance->status_words ? attendance->status_words : mb_attendance_words[attendance->status]);

    if (deputy)
        g_string_append_printf(out, " by %s", deputy);
    append_times(out, composition->dossier, attendance);
    if (attendance->mode == MB_MODE_REMOTE)
        g_string_append(out, ", remote");
    if (attendance->note)
        g_string_append_printf(out, "; %s", attendance->note);
    return g_string_free(out, FALSE);
}

/* Post and organisation; an organisation that the board bears in its own name is not repeated behind every post. */
static char *post_text(const MbComposition *composition, const MbAttendance *attendance)
{
    const char *board = mb_facts_board(composition->dossier, composition->meeting->board);
    const char *post = mb_facts_attendance_post(composition->dossier, composition->meeting, attendance);
    const char *organisation = mb_facts_attendance_organisation(composition->dossier, composition->meeting, attendance);

    if (post && board && organisation && mb_text_contains(board, organisation))
        organisation = NULL;
    return g_strjoin(post && organisation ? ", " : "", post ? post : "", organisation ? organisation : "", NULL);
}

static void add_group(const MbComposition *composition, MbNode *root, const GPtrArray *all, const char *group)
{
    static const char *const headings[] = {"Name", "Post", "Attendance"};
    MbNode *table = mb_compose_table(root, headings, "lll");

    for (guint i = 0; i < all->len; i++) {
        const MbAttendance *attendance = all->pdata[i];
        g_autofree char *name = name_text(composition, attendance);
        g_autofree char *post = post_text(composition, attendance);
        g_autofree char *status = status_text(composition, attendance);
        MbNode *row;

        if (g_strcmp0(mb_facts_attendance_group(composition->dossier, composition->meeting, attendance), group) != 0)
            continue;
        row = mb_node_row(table, FALSE);
        mb_node_cell(row, name);
        mb_node_cell(row, post);
        mb_node_cell(row, status);
    }
}

static void note_group(GPtrArray *groups, const char *group)
{
    for (guint i = 0; i < groups->len; i++)
        if (g_strcmp0(groups->pdata[i], group) == 0)
            return;
    g_ptr_array_add(groups, (gpointer)group);
}

static gboolean somebody_is_of(const MbComposition *composition, const GPtrArray *all, const char *group)
{
    for (guint i = 0; i < all->len; i++)
        if (g_strcmp0(mb_facts_attendance_group(composition->dossier, composition->meeting, all->pdata[i]), group) == 0)
            return TRUE;
    return FALSE;
}

/* The board's groups in its own order, then others as they are met; who is in none comes last. */
static GPtrArray *groups_of(const MbComposition *composition, const GPtrArray *all)
{
    g_autoptr(GPtrArray) own = mb_facts_parts(composition->dossier, &MB_GROUP, "board", composition->meeting->board);
    GPtrArray *groups = g_ptr_array_new();

    for (guint i = 0; i < own->len; i++)
        if (somebody_is_of(composition, all, ((MbGroup *)own->pdata[i])->name))
            note_group(groups, ((MbGroup *)own->pdata[i])->name);
    for (guint i = 0; i < all->len; i++) {
        const char *group = mb_facts_attendance_group(composition->dossier, composition->meeting, all->pdata[i]);

        if (group)
            note_group(groups, group);
    }
    if (somebody_is_of(composition, all, NULL))
        note_group(groups, NULL);
    return groups;
}

void mb_compose_register(const MbComposition *composition, MbNode *root, int level)
{
    g_autoptr(GPtrArray) all =
        mb_facts_parts(composition->dossier, &MB_ATTENDANCE, "meeting", composition->meeting->id);
    g_autoptr(GPtrArray) groups = groups_of(composition, all);

    for (guint i = 0; i < groups->len; i++) {
        if (groups->len > 1 || groups->pdata[i])
            mb_node_heading(root, level, groups->pdata[i] ? groups->pdata[i] : "Others");
        add_group(composition, root, all, groups->pdata[i]);
    }
    if (composition->meeting->public_present != MB_NO_INT) {
        g_autofree char *count = g_strdup_printf("%d", composition->meeting->public_present);

        mb_compose_fact(root, "Members of the public present", count);
    }
}

void mb_compose_attendance(const MbComposition *composition, MbNode *root)
{
    mb_node_heading(root, 2, "Attendance");
    mb_compose_facts(composition, root, FALSE);
    if (!mb_dossier_first(composition->dossier, &MB_ATTENDANCE, "meeting", composition->meeting->id))
        mb_node_paragraph(root, "No attendance is recorded.");
    mb_compose_register(composition, root, 3);
}
