/* SPDX-License-Identifier: MIT */
/* Items that came after the agenda had gone out: a row of the agenda's table. A principal council takes such an item
 * only where the chair says why it is urgent, which the minutes state (LGA 1972 s100B(4)(b)). */
#include "check_case.h"

#include "minutebook/base/text.h"

#include <string.h>

static gboolean is_number_here(const MbCase *c, const char *number)
{
    for (guint i = 0; i < c->items->len; i++)
        if (g_strcmp0(((const MbItem *)c->items->pdata[i])->number, number) == 0)
            return TRUE;
    return FALSE;
}

/* Its number says so: 9A after 9 or 9.0. */
static gboolean is_late(const MbCase *c, const MbItem *item)
{
    gsize length = item->number ? strlen(item->number) : 0;
    g_autofree char *base = length > 1 ? g_strndup(item->number, length - 1) : NULL;
    g_autofree char *round = base ? g_strconcat(base, ".0", NULL) : NULL;

    if (!base || !g_ascii_isupper(item->number[length - 1]) || !g_ascii_isdigit(item->number[length - 2]))
        return FALSE;
    return is_number_here(c, base) || is_number_here(c, round) || strcmp(base, "0") == 0;
}

void mb_check_late(MbCase *c)
{
    for (guint i = 0; c->meeting->state >= MB_STATE_CALLED && i < c->items->len; i++) {
        const MbItem *item = c->items->pdata[i];
        g_autofree char *name = mb_case_item_name(item);
        if (is_late(c, item) && mb_text_empty(item->urgent_why))
            mb_case_report(
                c, mb_case_item_place(c, item),
                g_strdup_printf(
                    "%s came after the agenda had gone out, and no reason of the chair is given for taking it.", name),
                g_strdup("Record why the chair takes it as urgent, or move it to the next meeting."));
    }
}
