/* SPDX-License-Identifier: MIT */
#include "dress.h"

#include "minutebook/model/item.h"
#include "minutebook/model/mark.h"

char *mb_dress_mark(const MbDossier *dossier, const MbParagraph *paragraph, MbLook *look)
{
    g_autoptr(GPtrArray) marks = mb_dossier_of(dossier, &MB_MARK, "minute", paragraph->id);
    GString *shown = g_string_new(NULL);

    *look = MB_LOOK_MARK;
    for (guint i = 0; i < marks->len; i++) {
        const MbMark *mark = marks->pdata[i];

        if (mark->state == MB_MARK_REFUSED || !mark->shown)
            continue;
        if (mark->state == MB_MARK_OFFERED)
            *look = MB_LOOK_UNSURE;
        g_string_append_printf(shown, "%s%s %s", shown->len ? " " : "", mark->state == MB_MARK_OFFERED ? "?" : "▸",
                               mark->shown);
    }
    return g_string_free(shown, !shown->len);
}

gboolean mb_dress_withheld(const MbDossier *dossier, const char *field, const char *id)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(dossier, &MB_RESTRICTION, field, id);

    for (guint i = 0; i < all->len; i++)
        if (((MbRestriction *)all->pdata[i])->lifted_on == MB_NO_DAY)
            return TRUE;
    return FALSE;
}

gboolean mb_dress_restricted(const MbDossier *dossier, const MbParagraph *paragraph)
{
    return mb_dress_withheld(dossier, "minute", paragraph->id);
}
