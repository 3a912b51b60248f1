/* SPDX-License-Identifier: MIT */
/* A board's registers: audiences, interests, decisions taken between meetings, priorities. */
#include "loading.h"

#include "minutebook/base/text.h"

static void add_group(MbLoading *loading, const MbBoard *board, const MbAudience *audience, const MbValue *value,
                      GPtrArray *want)
{
    const MbGroup *group = mb_load_group_at(loading, board, value);

    if (!group)
        return;
    MbAudienceEntry *entry = mb_record_new(&MB_AUDIENCE_ENTRY);
    mb_set(&entry->audience, audience->id);
    mb_set(&entry->seat_group, group->id);
    g_ptr_array_add(want, entry);
}

/* A list of readers must not change by a slip of the pen: a name that is nobody's is a fault. */
static void add_person(MbLoading *loading, const MbBoard *board, const MbAudience *audience, const MbValue *value,
                       gboolean minus, GPtrArray *want)
{
    const MbPerson *person = mb_loading_person(loading, board->id, value);

    if (!person) {
        g_autofree char *shown = mb_fields_shown(mb_value_text(value));
        mb_faults_add(loading->faults, mb_value_place(value),
                      "%s is nobody on the roll or among the contacts: expected a name as it stands there", shown);
        return;
    }
    MbAudienceEntry *entry = mb_record_new(&MB_AUDIENCE_ENTRY);
    mb_set(&entry->audience, audience->id);
    mb_set(&entry->person, person->id);
    entry->minus = minus;
    g_ptr_array_add(want, entry);
}

static MbAudience *audience_called(MbLoading *loading, const MbBoard *board, const char *name)
{
    g_autoptr(GPtrArray) audiences = mb_loading_of(loading, &MB_AUDIENCE, "board", board->id);

    for (guint i = 0; i < audiences->len; i++) {
        MbAudience *audience = audiences->pdata[i];
        if (mb_text_same(audience->name, name))
            return mb_loading_edit(loading, audience);
    }
    MbAudience *made = mb_loading_new(loading, &MB_AUDIENCE);
    mb_set(&made->board, board->id);
    return made;
}

static void load_audience(MbLoading *loading, const MbBoard *board, const MbValue *value)
{
    static const char *const known[] = {"name", "groups", "plus", "minus", NULL};
    MbFields fields;

    if (!mb_fields_open(&fields, loading->faults, value, "an audience", "{name: Core group, groups: [Statutory]}",
                        known) ||
        !mb_fields_need(&fields, "name", "an audience"))
        return;
    g_autofree char *name = mb_fields_text(&fields, "name");
    g_autoptr(GPtrArray) groups = mb_fields_texts(&fields, "groups", "[Statutory]");
    g_autoptr(GPtrArray) plus = mb_fields_texts(&fields, "plus", "[First Last]");
    g_autoptr(GPtrArray) minus = mb_fields_texts(&fields, "minus", "[First Last]");
    if (!name)
        return;
    MbAudience *audience = audience_called(loading, board, name);
    mb_set(&audience->name, name);
    GPtrArray *want = g_ptr_array_new();
    for (guint i = 0; groups && i < groups->len; i++)
        add_group(loading, board, audience, groups->pdata[i], want);
    for (guint i = 0; plus && i < plus->len; i++)
        add_person(loading, board, audience, plus->pdata[i], FALSE, want);
    for (guint i = 0; minus && i < minus->len; i++)
        add_person(loading, board, audience, minus->pdata[i], TRUE, want);
    mb_loading_replace(loading, &MB_AUDIENCE_ENTRY, "audience", audience->id, want);
}

static MbInterest *interest_known(MbLoading *loading, const MbBoard *board, const MbPerson *person, const char *nature)
{
    g_autoptr(GPtrArray) interests = mb_loading_of(loading, &MB_INTEREST, "board", board->id);

    for (guint i = 0; i < interests->len; i++) {
        MbInterest *interest = interests->pdata[i];
        if (g_strcmp0(interest->person, person->id) == 0 && mb_text_same(interest->nature, nature))
            return mb_loading_edit(loading, interest);
    }
    MbInterest *made = mb_loading_new(loading, &MB_INTEREST);
    mb_set(&made->board, board->id);
    mb_set(&made->person, person->id);
    return made;
}

static void load_interest(MbLoading *loading, const MbBoard *board, const MbValue *value)
{
    static const char *const known[] = {"name", "nature", "kind", "from", "to", NULL};
    MbFields fields;

    if (!mb_fields_open(&fields, loading->faults, value, "an interest",
                        "{name: First Last, nature: Director of a supplier}", known) ||
        !mb_fields_need(&fields, "name", "an interest"))
        return;
    const MbPerson *person = mb_load_person_at(loading, board, mb_fields_get(&fields, "name"), "interests");
    g_autofree char *nature = mb_fields_text(&fields, "nature");
    if (!person)
        return;
    MbInterest *interest = interest_known(loading, board, person, nature);
    mb_set(&interest->nature, nature);
    mb_fields_set(&fields, "kind", &interest->kind);
    mb_fields_set_day(&fields, "from", &interest->since);
    mb_fields_set_day(&fields, "to", &interest->until);
    mb_fields_order_days(&fields, "to", interest->since, interest->until);
    mb_load_check_interest(loading, board, interest->kind,
                           g_strdup_printf("%s, interests", mb_loading_board_name(board)));
}

/* Known by its day and its text. */
static MbDecision *between_known(MbLoading *loading, const MbBoard *board, MbDay on, const char *text)
{
    g_autoptr(GPtrArray) decisions = mb_loading_of(loading, &MB_DECISION, "board", board->id);

    for (guint i = 0; i < decisions->len; i++) {
        MbDecision *decision = decisions->pdata[i];
        if (!decision->meeting && decision->on == on && mb_text_same(decision->text, text))
            return mb_loading_edit(loading, decision);
    }
    MbDecision *made = mb_loading_new(loading, &MB_DECISION);
    mb_set(&made->board, board->id);
    return made;
}

static void load_between(MbLoading *loading, const MbBoard *board, const MbValue *value, int position)
{
    MbFields fields;
    MbDay on = MB_NO_DAY;

    if (!mb_fields_open(&fields, loading->faults, value, "a decision",
                        "{on: 2025-08-12, text: That the fence be mended, taken_by: First Last}",
                        mb_load_decision_keys) ||
        !mb_fields_need(&fields, "text", "a decision") ||
        !mb_fields_need(&fields, "on", "a decision taken between meetings"))
        return;
    g_autofree char *text = mb_fields_text(&fields, "text");
    mb_fields_set_day(&fields, "on", &on);
    MbDecision *decision = between_known(loading, board, on, text);
    decision->position = position;
    decision->on = on;
    mb_load_decision(loading, board, decision, &fields);
    if (!mb_fields_has(&fields, "taken_by"))
        return;
    const MbPerson *person = mb_load_person_at(loading, board, mb_fields_get(&fields, "taken_by"), "decisions");
    mb_set(&decision->taken_by, person ? person->id : NULL);
}

static MbPriority *priority_known(MbLoading *loading, const MbBoard *board, const char *year, const char *number)
{
    g_autoptr(GPtrArray) priorities = mb_loading_of(loading, &MB_PRIORITY, "board", board->id);

    for (guint i = 0; i < priorities->len; i++) {
        MbPriority *priority = priorities->pdata[i];
        if (g_strcmp0(priority->year, year) == 0 && g_strcmp0(priority->number, number) == 0)
            return mb_loading_edit(loading, priority);
    }
    MbPriority *made = mb_loading_new(loading, &MB_PRIORITY);
    mb_set(&made->board, board->id);
    return made;
}

static void load_priority(MbLoading *loading, const MbBoard *board, const MbValue *value)
{
    static const char *const known[] = {"year", "number", "title", NULL};
    MbFields fields;

    if (!mb_fields_open(&fields, loading->faults, value, "a priority", "{year: 2025/26, number: 1, title: Road safety}",
                        known) ||
        !mb_fields_need(&fields, "number", "a priority"))
        return;
    g_autofree char *year = mb_fields_text(&fields, "year");
    g_autofree char *number = mb_fields_text(&fields, "number");
    MbPriority *priority = priority_known(loading, board, year, number);
    mb_set(&priority->year, year);
    mb_set(&priority->number, number);
    mb_fields_set(&fields, "title", &priority->title);
}

void mb_load_registers(MbLoading *loading, MbBoard *board, const MbFields *fields)
{
    const MbValue *audiences = mb_fields_list(fields, "audiences", "- {name: Core group, groups: [Statutory]}");
    const MbValue *interests =
        mb_fields_list(fields, "interests", "- {name: First Last, nature: Director of a supplier}");
    const MbValue *decisions =
        mb_fields_list(fields, "decisions", "- {on: 2025-08-12, text: That the fence be mended}");
    const MbValue *priorities =
        mb_fields_list(fields, "priorities", "- {year: 2025/26, number: 1, title: Road safety}");

    for (guint i = 0; i < mb_value_length(audiences); i++)
        load_audience(loading, board, mb_value_at(audiences, i));
    for (guint i = 0; i < mb_value_length(interests); i++)
        load_interest(loading, board, mb_value_at(interests, i));
    for (guint i = 0; i < mb_value_length(decisions); i++)
        load_between(loading, board, mb_value_at(decisions, i), (int)i);
    for (guint i = 0; i < mb_value_length(priorities); i++)
        load_priority(loading, board, mb_value_at(priorities, i));
}
