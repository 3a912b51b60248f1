/* SPDX-License-Identifier: MIT */
#include "remark.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

void mb_remark(MbAnswer *answer, const char *rule, char *place, char *text, char *fix)
{
    if (!answer->findings)
        answer->findings = mb_findings_new();
    mb_findings_add(answer->findings, rule, MB_SEVERITY_WARNING, place, text, fix);
}

char *mb_remark_nearest(MbDesk *desk, const char *words)
{
    GPtrArray *all = mb_dossier_all(mb_desk_dossier(desk), &MB_PERSON);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autofree char *honorific = NULL;
    g_autofree char *bare = mb_name_split(words, &honorific);
    const char *nearest;

    for (guint i = 0; i < all->len; i++)
        g_ptr_array_add(names, ((MbPerson *)all->pdata[i])->name);
    g_ptr_array_add(names, NULL);
    nearest = mb_text_nearest(bare, (const char *const *)names->pdata);
    for (guint i = 0; nearest && i < all->len; i++)
        if (((MbPerson *)all->pdata[i])->name == nearest)
            return mb_person_print(all->pdata[i]);
    return NULL;
}

void mb_remark_nobody(MbDesk *desk, MbAnswer *answer, const char *rule, char *place, const char *role,
                      const char *words)
{
    g_autofree char *nearest = mb_remark_nearest(desk, words);

    mb_remark(answer, rule, place, g_strdup_printf("“%s”, %s, is nobody in the book; kept as written.", words, role),
              nearest ? g_strdup_printf("Did you mean %s?", nearest)
                      : g_strdup("Check the spelling; `minutebook people` lists everyone."));
}

char *mb_remark_name(const MbPerson *person, const char *words)
{
    return person ? mb_person_print(person) : g_strdup(words);
}
