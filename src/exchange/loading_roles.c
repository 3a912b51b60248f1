/* SPDX-License-Identifier: MIT */
/* Posts, offices and groups that stand where a person's name may stand; lists of names for findings. */
#include "loading.h"

#include "minutebook/base/text.h"

#include <string.h>

#define LISTED_MOST 20

static gboolean is_office(MbLoading *loading, const char *name)
{
    static const char *const usual[] = {"chair",        "chairman", "chairperson", "vice-chair", "vice chair",
                                        "deputy chair", "clerk",    "secretary",   "treasurer"};
    GPtrArray *offices = mb_dossier_all(loading->dossier, &MB_OFFICE);

    for (gsize i = 0; i < G_N_ELEMENTS(usual); i++)
        if (mb_text_same(name, usual[i]))
            return TRUE;
    for (guint i = 0; i < offices->len; i++)
        if (mb_text_same(name, ((MbOffice *)offices->pdata[i])->office))
            return TRUE;
    return FALSE;
}

/* The title, or the title with its organisation: "Head of Service, Probation", "Probation Head of Service". */
static gboolean is_post(MbLoading *loading, const MbPost *post, const char *name)
{
    const MbOrganisation *at = mb_dossier_find(loading->dossier, &MB_ORGANISATION, post->organisation);
    g_autofree char *after = at ? g_strdup_printf("%s, %s", post->title, at->name) : NULL;
    g_autofree char *before = at ? g_strdup_printf("%s %s", at->name, post->title) : NULL;

    return mb_text_same(name, post->title) || (at && (mb_text_same(name, after) || mb_text_same(name, before)));
}

static gboolean is_role(MbLoading *loading, const char *name)
{
    GPtrArray *posts = mb_dossier_all(loading->dossier, &MB_POST);
    GPtrArray *groups = mb_dossier_all(loading->dossier, &MB_GROUP);

    if (is_office(loading, name))
        return TRUE;
    for (guint i = 0; i < posts->len; i++)
        if (is_post(loading, posts->pdata[i], name))
            return TRUE;
    for (guint i = 0; i < groups->len; i++)
        if (mb_text_same(name, ((MbGroup *)groups->pdata[i])->name))
            return TRUE;
    return FALSE;
}

/* Whether NAME is cut by BETWEEN into two or more parts that are roles, each of them. */
static gboolean are_roles(MbLoading *loading, const char *name, const char *between)
{
    g_auto(GStrv) parts = g_strsplit(name, between, -1);

    for (char **part = parts; *part; part++)
        if (!is_role(loading, g_strstrip(*part)))
            return FALSE;
    return g_strv_length(parts) > 1;
}

gboolean mb_loading_is_role(MbLoading *loading, const char *name)
{
    return is_role(loading, name) || are_roles(loading, name, "/") || are_roles(loading, name, " and ") ||
           are_roles(loading, name, " & ");
}

char *mb_loading_list(const GPtrArray *texts)
{
    g_autoptr(GPtrArray) shown = g_ptr_array_new();
    g_autofree char *rest = texts->len > LISTED_MOST ? g_strdup_printf("%u more", texts->len - LISTED_MOST) : NULL;

    for (guint i = 0; i < MIN(texts->len, LISTED_MOST); i++)
        g_ptr_array_add(shown, texts->pdata[i]);
    if (rest)
        g_ptr_array_add(shown, rest);
    g_ptr_array_add(shown, NULL);
    return mb_text_join((const char *const *)shown->pdata);
}
