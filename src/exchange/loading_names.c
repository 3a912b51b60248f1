/* SPDX-License-Identifier: MIT */
/* Finding what the files name: boards, people, posts, meetings, rule sets. */
#include "loading.h"

#include "minutebook/base/text.h"
#include "minutebook/exchange/rules.h"
#include "minutebook/model/name.h"

#include <string.h>

const char *mb_loading_board_name(const MbBoard *board)
{
    return board->short_name ? board->short_name : board->name;
}

MbBoard *mb_loading_board(MbLoading *loading, const char *name)
{
    GPtrArray *boards = mb_dossier_all(loading->dossier, &MB_BOARD);
    GPtrArray *names = mb_dossier_all(loading->dossier, &MB_BOARD_NAME);

    for (guint i = 0; i < boards->len; i++) {
        MbBoard *board = boards->pdata[i];
        if (mb_text_same(board->name, name) || (board->short_name && mb_text_same(board->short_name, name)))
            return board;
    }
    for (guint i = 0; i < names->len; i++) {
        const MbBoardName *other = names->pdata[i];
        if (mb_text_same(other->name, name))
            return mb_dossier_find(loading->dossier, &MB_BOARD, other->board);
    }
    return NULL;
}

MbBoard *mb_loading_board_at(MbLoading *loading, const MbFields *fields, const char *key)
{
    g_autofree char *name = mb_fields_text(fields, key);
    MbBoard *board = name ? mb_loading_board(loading, name) : NULL;
    GPtrArray *boards = mb_dossier_all(loading->dossier, &MB_BOARD);
    g_autoptr(GPtrArray) names = g_ptr_array_new();

    if (board || !name)
        return board;
    for (guint i = 0; i < boards->len; i++) {
        const MbBoard *known = boards->pdata[i];
        if (known->short_name)
            g_ptr_array_add(names, known->short_name);
        g_ptr_array_add(names, known->name);
    }
    g_ptr_array_add(names, NULL);
    if (boards->len)
        mb_fields_no_word(loading->faults, mb_fields_get(fields, key), "board of this book",
                          (const char *const *)names->pdata);
    else
        mb_faults_add(
            loading->faults, mb_value_place(mb_fields_get(fields, key)),
            "%s is no board of this book, which has none yet: load the board's own file first or with this one", name);
    return NULL;
}

void mb_loading_names_changed(MbLoading *loading)
{
    g_hash_table_remove_all(loading->people);
}

static void complain_ambiguous(MbLoading *loading, const MbValue *value, const GPtrArray *found)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < found->len; i++)
        g_ptr_array_add(names, mb_person_print(found->pdata[i]));
    g_ptr_array_add(names, NULL);
    g_autofree char *all = mb_text_join((const char *const *)names->pdata);
    g_autofree char *shown = mb_fields_shown(mb_value_text(value));
    mb_faults_add(loading->faults, mb_value_place(value),
                  "%s may mean several people (%s): expected a name that only one of them bears", shown, all);
}

MbPerson *mb_loading_person(MbLoading *loading, const char *board, const MbValue *value)
{
    const char *name = mb_value_text(value);
    g_autofree char *key = g_strconcat(board ? board : "", "\n", name, NULL);
    gpointer known;

    if (g_hash_table_lookup_extended(loading->people, key, NULL, &known))
        return known;
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    guint count = name ? mb_name_find(loading->dossier, board, name, FALSE, found) : 0;
    if (count > 1) {
        complain_ambiguous(loading, value, found);
        return NULL;
    }
    g_hash_table_insert(loading->people, g_steal_pointer(&key), count ? found->pdata[0] : NULL);
    return count ? found->pdata[0] : NULL;
}

void mb_loading_name(MbLoading *loading, const char *board, const MbValue *value, char **person, char **words)
{
    g_autofree char *line = mb_fields_line(loading->faults, value, "First Last");
    MbPerson *found = line ? mb_loading_person(loading, board, value) : NULL;
    g_autofree char *print = found ? mb_person_print(found) : NULL;

    mb_set(person, found ? found->id : NULL);
    if (words)
        mb_set(words, found && g_strcmp0(print, line) == 0 ? NULL : line);
}

void mb_loading_set_name(MbLoading *loading, const char *board, const MbFields *fields, const char *key, char **person,
                         char **words)
{
    if (mb_fields_has(fields, key)) {
        mb_loading_name(loading, board, mb_fields_get(fields, key), person, words);
    } else if (mb_value_find(fields->map, key, NULL)) {
        mb_set(person, NULL);
        if (words)
            mb_set(words, NULL);
    }
}

const char *mb_loading_organisation(MbLoading *loading, const char *name)
{
    GPtrArray *all = mb_dossier_all(loading->dossier, &MB_ORGANISATION);

    if (!name)
        return NULL;
    for (guint i = 0; i < all->len; i++) {
        const MbOrganisation *known = all->pdata[i];
        if (mb_text_same(known->name, name) || (known->short_name && mb_text_same(known->short_name, name)))
            return known->id;
    }
    MbOrganisation *made = mb_loading_new(loading, &MB_ORGANISATION);
    mb_set(&made->name, name);
    return made->id;
}

/* The one post of that title wherever it is; NULL where there is none or several. */
static const MbPost *post_anywhere(const GPtrArray *all, const char *title)
{
    const MbPost *found = NULL;

    for (guint i = 0; i < all->len; i++) {
        const MbPost *post = all->pdata[i];
        if (!mb_text_same(post->title, title))
            continue;
        if (found)
            return NULL;
        found = post;
    }
    return found;
}

const char *mb_loading_post(MbLoading *loading, const char *title, const char *organisation)
{
    GPtrArray *all = mb_dossier_all(loading->dossier, &MB_POST);
    const MbPost *only = organisation ? NULL : post_anywhere(all, title);

    if (!title || only)
        return only ? only->id : NULL;
    for (guint i = 0; i < all->len; i++) {
        const MbPost *post = all->pdata[i];
        if (mb_text_same(post->title, title) && g_strcmp0(post->organisation, organisation) == 0)
            return post->id;
    }
    MbPost *made = mb_loading_new(loading, &MB_POST);
    mb_set(&made->title, title);
    mb_set(&made->organisation, organisation);
    return made->id;
}

MbMeeting *mb_loading_meeting(MbLoading *loading, const char *board, MbDay day, MbTime start)
{
    g_autoptr(GPtrArray) all = mb_loading_of(loading, &MB_MEETING, "board", board);
    MbMeeting *found = NULL;

    for (guint i = 0; day != MB_NO_DAY && i < all->len; i++) {
        MbMeeting *meeting = all->pdata[i];
        if (meeting->day == day && (!found || (start != MB_NO_TIME && meeting->starts == start)))
            found = meeting;
    }
    for (guint i = 0; !found && day != MB_NO_DAY && i < all->len; i++)
        if (((MbMeeting *)all->pdata[i])->planned_day == day)
            found = all->pdata[i]; /* moved since */
    return found;
}

MbMeeting *mb_loading_meeting_at(MbLoading *loading, const MbBoard *board, const MbFields *fields, const char *key)
{
    MbDay day = MB_NO_DAY;

    mb_fields_set_day(fields, key, &day);
    if (day == MB_NO_DAY)
        return NULL;
    MbMeeting *meeting = mb_loading_meeting(loading, board->id, day, MB_NO_TIME);
    if (!meeting)
        mb_faults_add(loading->faults, mb_value_place(mb_fields_get(fields, key)),
                      "%s has no meeting on %s: expected the date of one of its meetings", mb_loading_board_name(board),
                      mb_value_text(mb_fields_get(fields, key)));
    return meeting;
}

const MbRules *mb_loading_rules(MbLoading *loading, const MbBoard *board)
{
    gpointer known;

    if (!board->rules)
        return NULL;
    if (g_hash_table_lookup_extended(loading->rules, board->rules, NULL, &known))
        return known;
    MbRules *rules = mb_rules_load(board->rules, NULL);
    g_hash_table_insert(loading->rules, g_strdup(board->rules), rules);
    return rules;
}

void mb_loading_check_paragraph(MbLoading *loading, const MbBoard *board, const MbFields *fields, const char *key)
{
    const MbRules *rules = mb_loading_rules(loading, board);
    g_autofree char *paragraph = rules && mb_fields_has(fields, key) ? mb_fields_peek(fields, key) : NULL;
    g_autoptr(GPtrArray) known = g_ptr_array_new();

    if (!paragraph || mb_rules_reason(rules, paragraph))
        return;
    for (guint i = 0; i < rules->reasons->len; i++)
        g_ptr_array_add(known, ((const MbReason *)rules->reasons->pdata[i])->paragraph);
    g_ptr_array_add(known, NULL);
    g_autofree char *what = g_strdup_printf("paragraph of the rule set %s", rules->name);
    mb_fields_no_word(loading->faults, mb_fields_get(fields, key), what, (const char *const *)known->pdata);
}
