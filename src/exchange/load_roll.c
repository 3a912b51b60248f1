/* SPDX-License-Identifier: MIT */
/* The roll: people, their seats, offices and deputies, and the contacts who do not sit. */
#include "loading.h"

#include "minutebook/base/text.h"

static const char *const seat_keys[] = {
    "name",   "initials", "post", "organisation", "group",     "office",     "email", "deputies",
    "voting", "from",     "to",   "aliases",      "assistant", "away_until", "note",  NULL,
};
static const char *const contact_keys[] = {"name",    "initials",  "post",       "organisation", "email",
                                           "aliases", "assistant", "away_until", "note",         NULL};
static const char *const office_keys[] = {"name", "office", "from", "to", NULL};

/* An entry of the roll or the contacts. */
typedef struct {
    MbFields fields;
    MbPerson *person;
    MbSeat *seat; /* of the roll */
} Entry;

static gboolean is_alias(MbLoading *loading, const MbPerson *person, const char *name)
{
    g_autoptr(GPtrArray) aliases = mb_loading_of(loading, &MB_ALIAS, "person", person->id);

    for (guint i = 0; i < aliases->len; i++)
        if (mb_text_same(((MbAlias *)aliases->pdata[i])->name, name))
            return TRUE;
    return FALSE;
}

static void load_aliases(MbLoading *loading, const MbPerson *person, const MbFields *fields)
{
    g_autoptr(GPtrArray) names = mb_fields_texts(fields, "aliases", "[S. Name]");

    for (guint i = 0; names && i < names->len; i++) {
        g_autofree char *name = mb_fields_line(loading->faults, names->pdata[i], "S. Name");
        if (!name || is_alias(loading, person, name))
            continue;
        MbAlias *alias = mb_loading_new(loading, &MB_ALIAS);
        mb_set(&alias->person, person->id);
        mb_set(&alias->name, name);
        mb_loading_names_changed(loading);
    }
}

static void load_person(MbLoading *loading, MbPerson *person, const MbFields *fields)
{
    mb_fields_set_email(fields, "email", &person->email);
    mb_fields_set_email(fields, "assistant", &person->assistant);
    mb_fields_set_day(fields, "away_until", &person->away_until);
    load_aliases(loading, person, fields);
}

/* The entries of the list at KEY whose names can be read, with their people. */
static GArray *entries_at(MbLoading *loading, const MbBoard *board, const MbFields *fields, const char *key,
                          const char *what, const char *const *known)
{
    const MbValue *list = mb_fields_list(fields, key, "- {name: First Last, post: Director}");
    GArray *entries = g_array_new(FALSE, TRUE, sizeof(Entry));

    for (guint i = 0; i < mb_value_length(list); i++) {
        Entry entry = {0};
        if (!mb_fields_open(&entry.fields, loading->faults, mb_value_at(list, i), what,
                            "{name: First Last, post: Director}", known) ||
            !mb_fields_need(&entry.fields, "name", what))
            continue;
        if (!mb_value_text(mb_fields_get(&entry.fields, "name"))) {
            g_autofree char *none G_GNUC_UNUSED = mb_fields_text(&entry.fields, "name"); /* says what is wrong */
            continue;
        }
        entry.person = mb_load_person_named(loading, board, mb_fields_get(&entry.fields, "name"));
        g_array_append_val(entries, entry);
    }
    return entries;
}

/* The days of an entry, without telling of faults in them: that is done where they are loaded. */
static void entry_days(const Entry *entry, MbDay *since, MbDay *until)
{
    const char *from = mb_value_get_text(entry->fields.map, "from");
    const char *to = mb_value_get_text(entry->fields.map, "to");

    *since = from ? mb_day_parse_iso(from) : MB_NO_DAY;
    *until = to ? mb_day_parse_iso(to) : MB_NO_DAY;
}

static gboolean overlap(const Entry *a, const Entry *b)
{
    MbDay since[2], until[2];

    entry_days(a, &since[0], &until[0]);
    entry_days(b, &since[1], &until[1]);
    for (int i = 0; i < 2; i++)
        if (until[i] != MB_NO_DAY && since[1 - i] != MB_NO_DAY && since[1 - i] > until[i])
            return FALSE;
    return TRUE;
}

static void check_once(MbLoading *loading, const GArray *roll, guint index)
{
    const Entry *entry = &g_array_index(roll, Entry, index);
    const MbValue *name = mb_fields_get(&entry->fields, "name");

    for (guint i = 0; i < index; i++) {
        const Entry *first = &g_array_index(roll, Entry, i);
        if (first->person != entry->person || !overlap(first, entry))
            continue;
        g_autofree char *shown = mb_fields_shown(mb_value_text(name));
        mb_faults_add(loading->faults, mb_value_place(name),
                      "%s stands twice on this roll, first in line %d: expected each person once, or terms (from:, "
                      "to:) that do not overlap",
                      shown, mb_value_place(mb_fields_get(&first->fields, "name")).line);
        return;
    }
}

static guint times_named(const GArray *entries, const MbPerson *person)
{
    guint count = 0;

    for (guint i = 0; i < entries->len; i++)
        count += g_array_index(entries, Entry, i).person == person;
    return count;
}

/* The seat that the book has for an entry that begins on SINCE: the one of that day; else, where the roll names the
 * person ONCE, the last one not yet named. */
static MbSeat *seat_known(MbLoading *loading, const MbBoard *board, const MbPerson *person, MbDay since, gboolean once)
{
    g_autoptr(GPtrArray) seats = mb_loading_of(loading, &MB_SEAT, "board", board->id);
    MbSeat *last = NULL;

    for (guint i = 0; i < seats->len; i++) {
        MbSeat *seat = seats->pdata[i];
        if (g_strcmp0(seat->person, person->id) != 0 || mb_loading_seen(loading, seat))
            continue;
        if (seat->since == since)
            return seat;
        if (once || seat->since == MB_NO_DAY)
            last = seat;
    }
    return last;
}

static void load_seat_place(MbLoading *loading, const MbBoard *board, MbSeat *seat, const MbFields *fields)
{
    g_autofree char *post = mb_fields_text(fields, "post");
    g_autofree char *organisation = mb_fields_text(fields, "organisation");
    const MbGroup *group =
        mb_fields_has(fields, "group") ? mb_load_group_at(loading, board, mb_fields_get(fields, "group")) : NULL;

    if (group)
        mb_set(&seat->seat_group, group->id);
    if (organisation)
        mb_set(&seat->organisation, mb_loading_organisation(loading, organisation));
    if (post)
        mb_set(&seat->post, mb_loading_post(loading, post, seat->organisation));
}

static void load_seat(MbLoading *loading, const MbBoard *board, Entry *entry, int position, gboolean once)
{
    const MbFields *fields = &entry->fields;
    MbDay since = MB_NO_DAY;

    mb_fields_set_day(fields, "from", &since);
    MbSeat *seat = seat_known(loading, board, entry->person, since, once);
    seat = seat ? mb_loading_edit(loading, seat) : mb_loading_new(loading, &MB_SEAT);
    mb_loading_see(loading, seat);
    mb_set(&seat->board, board->id);
    mb_set(&seat->person, entry->person->id);
    seat->position = position;
    if (since != MB_NO_DAY)
        seat->since = since;
    mb_fields_set_day(fields, "to", &seat->until);
    mb_fields_order_days(fields, "to", seat->since, seat->until);
    mb_fields_set(fields, "initials", &seat->initials);
    mb_fields_set(fields, "note", &seat->note);
    gboolean voting = seat->voting != MB_NO;
    mb_fields_set_bool(fields, "voting", &voting);
    if (mb_fields_has(fields, "voting"))
        seat->voting = voting ? MB_YES : MB_NO;
    load_seat_place(loading, board, seat, fields);
    entry->seat = seat;
    mb_loading_names_changed(loading);
}

static void load_deputies(MbLoading *loading, const MbBoard *board, const Entry *entry)
{
    g_autoptr(GPtrArray) names = mb_fields_texts(&entry->fields, "deputies", "[Third Name]");
    GPtrArray *want = g_ptr_array_new();

    for (guint i = 0; names && i < names->len; i++) {
        MbDeputy *deputy = mb_record_new(&MB_DEPUTY);
        mb_set(&deputy->seat, entry->seat->id);
        mb_loading_name(loading, board->id, names->pdata[i], &deputy->person, &deputy->name);
        g_ptr_array_add(want, deputy);
    }
    if (names)
        mb_loading_replace(loading, &MB_DEPUTY, "seat", entry->seat->id, want);
    else
        g_ptr_array_unref(want);
}

/* Whoever is a contact holds the post named there, unless the book says so already. */
static void load_contact_post(MbLoading *loading, const MbPerson *person, const MbFields *fields)
{
    g_autofree char *title = mb_fields_text(fields, "post");
    g_autofree char *organisation = mb_fields_text(fields, "organisation");
    g_autoptr(GPtrArray) tenures = mb_loading_of(loading, &MB_TENURE, "person", person->id);
    const char *at = mb_loading_organisation(loading, organisation);
    const char *post = title ? mb_loading_post(loading, title, at) : NULL;

    for (guint i = 0; i < tenures->len; i++)
        if (g_strcmp0(((MbTenure *)tenures->pdata[i])->post, post) == 0)
            return;
    if (!post)
        return;
    MbTenure *tenure = mb_loading_new(loading, &MB_TENURE);
    mb_set(&tenure->person, person->id);
    mb_set(&tenure->post, post);
}

static void load_contacts(MbLoading *loading, const MbBoard *board, const MbFields *fields)
{
    g_autoptr(GArray) contacts = entries_at(loading, board, fields, "contacts", "a contact", contact_keys);

    for (guint i = 0; i < contacts->len; i++) {
        Entry *entry = &g_array_index(contacts, Entry, i);
        g_autoptr(GPtrArray) seats = mb_loading_of(loading, &MB_SEAT, "person", entry->person->id);
        entry->person->contact = seats->len == 0;
        mb_loading_see(loading, entry->person);
        load_person(loading, entry->person, &entry->fields);
        mb_fields_set(&entry->fields, "initials", &entry->person->initials);
        mb_fields_set(&entry->fields, "note", &entry->person->note);
        load_contact_post(loading, entry->person, &entry->fields);
    }
}

/* The office of that name that PERSON holds from SINCE. */
static MbOffice *office_known(MbLoading *loading, const MbBoard *board, const MbPerson *person, const char *office,
                              MbDay since)
{
    g_autoptr(GPtrArray) offices = mb_loading_of(loading, &MB_OFFICE, "board", board->id);

    for (guint i = 0; i < offices->len; i++) {
        MbOffice *known = offices->pdata[i];
        if (g_strcmp0(known->person, person->id) == 0 && mb_text_same(known->office, office) && known->since == since)
            return known;
    }
    return NULL;
}

/* The office of that name that PERSON holds now, or to the end of a seat that ended on UNTIL. */
static MbOffice *office_at_end(MbLoading *loading, const MbBoard *board, const MbPerson *person, const char *office,
                               MbDay until)
{
    g_autoptr(GPtrArray) offices = mb_loading_of(loading, &MB_OFFICE, "board", board->id);

    for (guint i = 0; i < offices->len; i++) {
        MbOffice *known = offices->pdata[i];
        if (g_strcmp0(known->person, person->id) == 0 && mb_text_same(known->office, office) &&
            (known->until == MB_NO_DAY || known->until == until))
            return known;
    }
    return NULL;
}

static MbOffice *office_new(MbLoading *loading, const MbBoard *board, const MbPerson *person, const char *name)
{
    MbOffice *office = mb_loading_new(loading, &MB_OFFICE);

    mb_set(&office->board, board->id);
    mb_set(&office->person, person->id);
    mb_set(&office->office, name);
    return office;
}

static void load_office(MbLoading *loading, const MbBoard *board, const Entry *entry)
{
    const MbFields *fields = &entry->fields;
    g_autofree char *name = mb_fields_text(fields, "office");
    MbDay since = MB_NO_DAY, until = MB_NO_DAY;

    mb_fields_set_day(fields, "from", &since);
    mb_fields_set_day(fields, "to", &until);
    mb_fields_order_days(fields, "to", since, until);
    if (!mb_fields_need(fields, "office", "an office") || !name)
        return;
    MbOffice *office = office_known(loading, board, entry->person, name, since);
    if (!office && until == MB_NO_DAY) /* the roll's undated one, now dated */
        office = office_known(loading, board, entry->person, name, MB_NO_DAY);
    office = office ? mb_loading_edit(loading, office) : office_new(loading, board, entry->person, name);
    mb_loading_see(loading, office);
    office->since = since;
    office->until = until;
}

static void load_offices(MbLoading *loading, const MbBoard *board, const MbFields *fields)
{
    g_autoptr(GArray) offices = entries_at(loading, board, fields, "offices", "an office", office_keys);

    for (guint i = 0; i < offices->len; i++) {
        load_office(loading, board, &g_array_index(offices, Entry, i));
        mb_load_note_stranger(loading, board, g_array_index(offices, Entry, i).person, "offices");
    }
}

/* Today's office, as the roll names it: the one that `offices:` dates, else without date. */
static void load_roll_office(MbLoading *loading, const MbBoard *board, const Entry *entry)
{
    g_autofree char *name = mb_fields_text(&entry->fields, "office");
    MbOffice *office = name ? office_at_end(loading, board, entry->person, name, entry->seat->until) : NULL;

    if (name && !office) {
        office = office_known(loading, board, entry->person, name, MB_NO_DAY);
        office = office ? mb_loading_edit(loading, office) : office_new(loading, board, entry->person, name);
        office->until = entry->seat->until;
    }
    if (office)
        mb_loading_see(loading, office);
}

/* An undated office that the roll no longer gives to someone it names has passed on. */
static void drop_passed_offices(MbLoading *loading, const MbBoard *board, const GArray *roll)
{
    g_autoptr(GPtrArray) offices = mb_loading_of(loading, &MB_OFFICE, "board", board->id);

    for (guint i = 0; i < offices->len; i++) {
        MbOffice *office = offices->pdata[i];
        const MbPerson *person = mb_dossier_find(loading->dossier, &MB_PERSON, office->person);
        if (office->since == MB_NO_DAY && office->until == MB_NO_DAY && !mb_loading_seen(loading, office) &&
            times_named(roll, person))
            mb_loading_drop(loading, office);
    }
}

void mb_load_roll(MbLoading *loading, MbBoard *board, const MbFields *fields)
{
    mb_load_renames(loading, board, fields);
    g_autoptr(GArray) roll = entries_at(loading, board, fields, "roll", "a seat on the roll", seat_keys);

    for (guint i = 0; i < roll->len; i++) {
        Entry *entry = &g_array_index(roll, Entry, i);
        check_once(loading, roll, i);
        load_seat(loading, board, entry, (int)i, times_named(roll, entry->person) == 1);
        entry->person->contact = FALSE;
        load_person(loading, entry->person, &entry->fields);
    }
    load_contacts(loading, board, fields);
    load_offices(loading, board, fields);
    for (guint i = 0; i < roll->len; i++) {
        load_deputies(loading, board, &g_array_index(roll, Entry, i));
        load_roll_office(loading, board, &g_array_index(roll, Entry, i));
    }
    drop_passed_offices(loading, board, roll);
    if (roll->len)
        mb_load_note_unnamed(loading, board);
}
