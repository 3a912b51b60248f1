/* SPDX-License-Identifier: MIT */
/* Names that leave open who is meant, and actions that need somebody who was not there to hear of them: rows of the
 * agenda's, the plan's and the actions' tables. */
#include "check_year.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

#include <string.h>

/* ---- one name, several people ---- */

/* "Jo Broadbent and Jo Davies", of a first name or surname alone that fits several people; NULL where it is none.
 * Newly allocated. */
static char *all_meant(const MbCase *c, const char *words)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    if (mb_text_empty(words) || strchr(words, ' ') || mb_case_is_role(c, words) || mb_case_is_collective(words) ||
        mb_name_find(c->dossier, c->board ? c->board->id : NULL, words, TRUE, found) < 2)
        return NULL;
    for (guint i = 0; i < found->len; i++)
        g_ptr_array_add(names, mb_person_print(found->pdata[i]));
    g_ptr_array_add(names, NULL);
    return mb_text_join((const char *const *)names->pdata);
}

/* NAME is what is written where the person is not known. Takes PLACE. */
static void look_at(MbCase *c, char *place, const char *role, const char *person, const char *name)
{
    g_autofree char *all = person ? NULL : all_meant(c, name);

    if (all)
        mb_case_report(c, place, g_strdup_printf("“%s”, %s, may be %s.", name, role, all),
                       g_strdup("Write the whole name of the one who is meant."));
    else
        g_free(place);
}

void mb_check_ambiguous_presenters(MbCase *c)
{
    for (guint i = 0; i < c->items->len; i++) {
        const MbItem *item = c->items->pdata[i];
        g_autoptr(GPtrArray) presenters = mb_dossier_of(c->dossier, &MB_PRESENTER, "item", item->id);

        for (guint j = 0; j < presenters->len; j++) {
            const MbPresenter *presenter = presenters->pdata[j];
            look_at(c, mb_case_item_place(c, item), "the presenter", presenter->person, presenter->name);
        }
    }
}

void mb_check_ambiguous_owners(MbCase *c)
{
    for (guint i = 0; i < c->actions->len; i++) {
        const MbAction *action = c->actions->pdata[i];
        g_autoptr(GPtrArray) owners = mb_dossier_of(c->dossier, &MB_OWNER, "action", action->id);
        g_autofree char *name = mb_case_action_name(action);
        g_autofree char *role = g_strdup_printf("the owner of %s", name);

        for (guint j = 0; j < owners->len; j++) {
            const MbOwner *owner = owners->pdata[j];
            if (!owner->post)
                look_at(c, mb_case_action_place(c, action), role, owner->person, owner->name);
        }
    }
}

void mb_check_ambiguous_leads(MbCase *c)
{
    g_autoptr(GPtrArray) entries = mb_year_entries(c);

    for (guint i = 0; i < entries->len; i++) {
        const MbEntry *entry = entries->pdata[i];
        g_autoptr(GPtrArray) leads = mb_dossier_of(c->dossier, &MB_ENTRY_LEAD, "entry", entry->id);
        g_autofree char *role = g_strdup_printf("who leads “%s”", entry->title);

        for (guint j = 0; entry->state != MB_ENTRY_DONE && j < leads->len; j++) {
            const MbEntryLead *lead = leads->pdata[j];
            look_at(c, mb_year_place(c, entry), role, lead->person, lead->name);
        }
    }
}

/* ---- counterparts ---- */

static gboolean owns(const MbCase *c, const MbAction *action, const char *person)
{
    g_autoptr(GPtrArray) owners = mb_dossier_of(c->dossier, &MB_OWNER, "action", action->id);

    for (guint i = 0; i < owners->len; i++) {
        const MbOwner *owner = owners->pdata[i];
        const MbPerson *holder = owner->post ? mb_post_holder(c->dossier, owner->post, c->meeting->day) : NULL;

        if (g_strcmp0(owner->person, person) == 0 || (holder && g_strcmp0(holder->id, person) == 0))
            return TRUE;
    }
    return FALSE;
}

/* Whether WORDS stand in TEXT as words of their own, between what the patterns BEFORE and AFTER say. */
static gboolean stands_in(const char *text, const char *before, const char *words, const char *after)
{
    g_autofree char *quoted = g_regex_escape_string(words, -1);
    g_autofree char *pattern = g_strdup_printf("%s\\b%s\\b%s", before, quoted, after);

    return g_regex_match_simple(pattern, text, 0, 0);
}

/* By the whole name; or by the first name after a word that asks for somebody, where nobody else on the register has
 * it: "may" and "mark" are words too. */
static gboolean names(const MbCase *c, const char *text, const MbPerson *person)
{
    g_auto(GStrv) parts = g_strsplit(person->name ? person->name : "", " ", 2);
    g_autoptr(GPtrArray) found = g_ptr_array_new();

    if (!parts[0] || !parts[1])
        return FALSE;
    if (stands_in(text, "", person->name, ""))
        return TRUE;
    return stands_in(text, "\\b(?:with|from|to|and|by|ask|tell|via|through) ", parts[0], "(?! \\p{Lu})") &&
           mb_name_find(c->dossier, c->board ? c->board->id : NULL, parts[0], TRUE, found) == 1;
}

static void look_for(MbCase *c, const MbAction *action, const MbAttendance *attendance)
{
    const MbPerson *person = mb_dossier_find(c->dossier, &MB_PERSON, attendance->person);
    g_autofree char *who = person ? mb_person_print(person) : NULL;
    g_autofree char *name = mb_case_action_name(action);

    if (!person || attendance->status != MB_ATTENDANCE_APOLOGIES || owns(c, action, person->id) ||
        mb_case_was_there(c, person->id, NULL) || !names(c, action->text, person))
        return;
    *name = g_ascii_toupper(*name);
    mb_case_report(c, mb_case_action_place(c, action), g_strdup_printf("%s needs %s, who sent apologies.", name, who),
                   g_strdup("Make sure that they know of it."));
}

void mb_check_counterparts(MbCase *c)
{
    for (guint i = 0; c->held && i < c->actions->len; i++) {
        const MbAction *action = c->actions->pdata[i];

        for (guint j = 0; action->status == MB_ACTION_OPEN && action->text && j < c->attendance->len; j++)
            look_for(c, action, c->attendance->pdata[j]);
    }
}
