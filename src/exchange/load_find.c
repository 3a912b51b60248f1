/* SPDX-License-Identifier: MIT */
/* What the documents find by name while they are read: groups, people, kinds of interest, items. It stands below the
 * files that read the documents. */
#include "loading.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

#include <string.h>

MbGroup *mb_load_group_called(MbLoading *loading, const MbBoard *board, const char *name)
{
    g_autoptr(GPtrArray) groups = mb_loading_of(loading, &MB_GROUP, "board", board->id);

    for (guint i = 0; i < groups->len; i++) {
        MbGroup *group = groups->pdata[i];
        if (mb_text_same(group->name, name))
            return group;
    }
    return NULL;
}

void mb_load_no_group(MbLoading *loading, const MbBoard *board, MbPlace place, const char *name)
{
    g_autoptr(GPtrArray) groups = mb_loading_of(loading, &MB_GROUP, "board", board->id);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autoptr(MbValue) found = mb_value_new_text(name);

    for (guint i = 0; i < groups->len; i++)
        g_ptr_array_add(names, ((MbGroup *)groups->pdata[i])->name);
    g_ptr_array_add(names, NULL);
    mb_value_set_place(found, place);
    mb_fields_no_word(loading->faults, found, "group of this board", (const char *const *)names->pdata);
}

MbGroup *mb_load_group_at(MbLoading *loading, const MbBoard *board, const MbValue *value)
{
    g_autofree char *name = mb_fields_line(loading->faults, value, "Statutory");
    MbGroup *group = name ? mb_load_group_called(loading, board, name) : NULL;

    if (name && !group)
        mb_load_no_group(loading, board, mb_value_place(value), name);
    return group;
}

MbPerson *mb_load_person_named(MbLoading *loading, const MbBoard *board, const MbValue *value)
{
    MbPerson *person = mb_loading_person(loading, board->id, value);
    g_autofree char *line = mb_fields_line(loading->faults, value, "First Last");
    g_autofree char *honorific = NULL;
    g_autofree char *name = mb_name_split(line, &honorific);
    gboolean known = person != NULL;

    person = known ? mb_loading_edit(loading, person) : mb_loading_new(loading, &MB_PERSON);
    if (!known || mb_text_same(person->name, name))
        mb_set(&person->name, name);
    if (honorific && mb_text_same(person->name, name))
        mb_set(&person->honorific, honorific);
    if (!known)
        mb_loading_names_changed(loading);
    return person;
}

void mb_load_note_stranger(MbLoading *loading, const MbBoard *board, MbPerson *person, const char *where)
{
    g_autoptr(GPtrArray) seats = mb_loading_of(loading, &MB_SEAT, "person", person->id);

    if (!mb_loading_is_new(loading, person) || seats->len || !mb_loading_see(loading, person))
        return;
    g_autofree char *print = mb_person_print(person);
    mb_loading_find(
        loading, "name-not-on-roll", MB_SEVERITY_INFORMATION,
        g_strdup_printf("%s, %s", mb_loading_board_name(board), where),
        g_strdup_printf("%s is on no roll and no list of contacts, and was added to the people of the book.", print),
        g_strdup("Correct the name where somebody on the roll is meant."));
}

MbPerson *mb_load_person_at(MbLoading *loading, const MbBoard *board, const MbValue *value, const char *where)
{
    MbPerson *person = mb_value_text(value) ? mb_load_person_named(loading, board, value) : NULL;
    g_autofree char *none G_GNUC_UNUSED =
        person ? NULL : mb_fields_line(loading->faults, value, "First Last"); /* says what is wrong */

    if (person)
        mb_load_note_stranger(loading, board, person, where);
    return person;
}

void mb_load_check_interest(MbLoading *loading, const MbBoard *board, const char *kind, char *place)
{
    const MbRules *rules = mb_loading_rules(loading, board);
    g_autofree char *at = place;
    g_autoptr(GPtrArray) names = g_ptr_array_new();

    if (!kind || !rules || !rules->interests->len || mb_rules_interest(rules, kind))
        return;
    for (guint i = 0; i < rules->interests->len; i++)
        g_ptr_array_add(names, ((const MbInterestKind *)rules->interests->pdata[i])->name);
    g_ptr_array_add(names, NULL);
    g_autofree char *all = g_strjoinv(", ", (char **)names->pdata);
    mb_loading_find(
        loading, "interest-kind-unknown", MB_SEVERITY_WARNING, g_steal_pointer(&at),
        g_strdup_printf("The rule set %s has no interest of the kind \"%s\", so that nothing follows from it.",
                        rules->name, kind),
        g_strdup_printf("Name one of: %s.", all));
}

/* "4" also means what is printed as "4.0" or "4.". */
static gboolean number_means(const char *number, const char *wanted)
{
    gsize length = strlen(wanted);

    if (!number || strncmp(number, wanted, length) != 0)
        return FALSE;
    return !number[length] || strcmp(number + length, ".0") == 0 || strcmp(number + length, ".") == 0;
}

MbItem *mb_load_item_at(MbLoading *loading, const MbMeeting *meeting, const MbFields *fields, const char *key)
{
    g_autofree char *wanted = mb_fields_text(fields, key);
    g_autoptr(GPtrArray) items = mb_loading_of(loading, &MB_ITEM, "meeting", meeting->id);

    if (!wanted)
        return NULL;
    for (guint i = 0; i < items->len; i++)
        if (g_strcmp0(((MbItem *)items->pdata[i])->number, wanted) == 0)
            return items->pdata[i];
    for (guint i = 0; i < items->len; i++)
        if (number_means(((MbItem *)items->pdata[i])->number, wanted))
            return items->pdata[i];
    g_autofree char *shown = mb_fields_shown(wanted);
    mb_faults_add(loading->faults, mb_value_place(mb_fields_get(fields, key)),
                  "%s is no item of this meeting: expected the number of one of its items", shown);
    return NULL;
}
