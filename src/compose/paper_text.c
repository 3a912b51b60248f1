/* SPDX-License-Identifier: MIT */
/* A minute in the notation of the files people edit, which exchange/minute_text.h writes. */
#include "minutebook/compose/paper.h"

#include "facts.h"

#include "minutebook/exchange/minute_text.h"
#include "minutebook/model/minute.h"

char *mb_paper_text(const MbDossier *dossier, const char *item)
{
    g_autoptr(GPtrArray) all = item ? mb_facts_parts(dossier, &MB_MINUTE, "item", item) : g_ptr_array_new();
    g_autoptr(GPtrArray) minutes = g_ptr_array_new();
    char *text;

    for (guint i = 0; i < all->len; i++)
        if (((const MbMinute *)all->pdata[i])->layer == MB_LAYER_MINUTE)
            g_ptr_array_add(minutes, all->pdata[i]);
    text = g_strchomp(mb_minute_text_write(dossier, minutes));
    if (!*text)
        g_clear_pointer(&text, g_free);
    return text;
}
