/* SPDX-License-Identifier: MIT */
#include "minutebook/clerk/overdue.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"
#include "minutebook/model/person.h"

int mb_overdue_days(const MbAction *action, MbDay today)
{
    if (action->status != MB_ACTION_OPEN || action->due == MB_NO_DAY || today == MB_NO_DAY)
        return 0;
    return MAX(today - action->due, 0);
}

int mb_overdue_age(const MbAction *action, MbDay today)
{
    return action->raised_on == MB_NO_DAY || today == MB_NO_DAY ? 0 : MAX(today - action->raised_on, 0);
}

/* "Head of Service, Probation Service (Dr Second Name)". */
static char *post_text(const MbDossier *dossier, const MbPost *post, MbDay day)
{
    const MbOrganisation *organisation = mb_dossier_find(dossier, &MB_ORGANISATION, post->organisation);
    const MbPerson *holder = mb_post_holder(dossier, post->id, day);
    g_autofree char *person = holder ? mb_person_print(holder) : NULL;
    GString *text = g_string_new(post->title);

    if (organisation && organisation->name)
        g_string_append_printf(text, ", %s", organisation->name);
    if (person)
        g_string_append_printf(text, " (%s)", person);
    return g_string_free(text, FALSE);
}

static char *owner_text(const MbDossier *dossier, const MbOwner *owner, MbDay day)
{
    const MbPerson *person = mb_dossier_find(dossier, &MB_PERSON, owner->person);
    const MbPost *post = mb_dossier_find(dossier, &MB_POST, owner->post);

    if (person)
        return mb_person_print(person);
    return post ? post_text(dossier, post, day) : g_strdup(owner->name);
}

static int by_position(gconstpointer a, gconstpointer b)
{
    const MbOwner *first = *(const MbOwner *const *)a;
    const MbOwner *second = *(const MbOwner *const *)b;

    return (first->position > second->position) - (first->position < second->position);
}

GPtrArray *mb_overdue_owners(const MbDossier *dossier, const MbAction *action, MbDay day)
{
    g_autoptr(GPtrArray) owners = mb_dossier_of(dossier, &MB_OWNER, "action", action->id);
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);

    g_ptr_array_sort(owners, by_position);
    for (guint i = 0; i < owners->len; i++) {
        g_autofree char *text = owner_text(dossier, owners->pdata[i], day);
        if (!mb_text_empty(text) && !g_ptr_array_find_with_equal_func(texts, text, g_str_equal, NULL))
            g_ptr_array_add(texts, g_steal_pointer(&text));
    }
    return texts;
}
