/* SPDX-License-Identifier: MIT */
/* Fills the reader's table of forms from the dossier: names, aliases, initials, offices, posts, organisations. */
#include "roll.h"

#include "words.h"

#include "minutebook/base/text.h"
#include "minutebook/model/item.h"
#include "minutebook/model/name.h"

#include <string.h>

/* Honorifics as they are written, and one spelling for each. Longer ranks are runs of these words. */
static const struct {
    const char *word, *rank;
} ranks[] = {
    {"cllr", "cllr"},     {"councillor", "cllr"}, {"dr", "dr"},
    {"doctor", "dr"},     {"mr", "mr"},           {"mrs", "mrs"},
    {"ms", "ms"},         {"miss", "miss"},       {"mx", "mx"},
    {"prof", "prof"},     {"professor", "prof"},  {"revd", "revd"},
    {"rev", "revd"},      {"reverend", "revd"},   {"sir", "sir"},
    {"dame", "dame"},     {"lord", "lord"},       {"lady", "lady"},
    {"baroness", "lady"}, {"supt", "supt"},       {"superintendent", "supt"},
    {"insp", "insp"},     {"inspector", "insp"},  {"sgt", "sgt"},
    {"sergeant", "sgt"},  {"dci", "dci"},         {"di", "di"},
    {"ds", "ds"},         {"dc", "dc"},           {"pc", "pc"},
    {"pcso", "pcso"},     {"canon", "canon"},     {"father", "father"},
    {"fr", "father"},     {"sister", "sister"},   {"alderman", "ald"},
    {"ald", "ald"},       {"capt", "capt"},       {"captain", "capt"},
    {"col", "col"},       {"hon", "hon"},         {"cdr", "cdr"},
};

const char *mb_roll_rank(const char *fold, gboolean *plural)
{
    gsize length = strlen(fold);

    if (plural)
        *plural = FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(ranks); i++)
        if (strcmp(fold, ranks[i].word) == 0)
            return ranks[i].rank;
    if (length < 4 || fold[length - 1] != 's')
        return NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(ranks); i++)
        if (strlen(ranks[i].word) == length - 1 && strncmp(fold, ranks[i].word, length - 1) == 0) {
            if (plural)
                *plural = TRUE;
            return ranks[i].rank;
        }
    return NULL;
}

static void free_entry(gpointer data)
{
    MbEntry *entry = data;

    g_strfreev(entry->words);
    g_free(entry->exact);
    g_ptr_array_unref(entry->faces);
    g_free(entry);
}

static void free_entries(gpointer data)
{
    g_ptr_array_unref(data);
}

static void free_face(gpointer data)
{
    MbFace *face = data;

    g_free(face->rank);
    g_free(face->first);
    g_free(face->last);
    g_free(face);
}

/* The words of TEXT, folded: "J. Redfern" is three. */
static char **fold_words(const char *text)
{
    g_autoptr(MbWords) words = mb_words_new(text);
    GPtrArray *folds = g_ptr_array_new();

    for (guint i = 0; i < mb_words_count(words); i++)
        g_ptr_array_add(folds, g_strdup(mb_words_at(words, (int)i)->fold));
    g_ptr_array_add(folds, NULL);
    return (char **)g_ptr_array_free(folds, FALSE);
}

static MbEntry *find_entry(GPtrArray *entries, MbForm form, const char *const *words)
{
    for (guint i = 0; i < entries->len; i++) {
        MbEntry *entry = entries->pdata[i];
        if (entry->form == form && g_strv_equal((const char *const *)entry->words, words))
            return entry;
    }
    return NULL;
}

static GPtrArray *entries_of(MbReader *reader, const char *first)
{
    GPtrArray *entries = g_hash_table_lookup(reader->entries, first);

    if (!entries) {
        entries = g_ptr_array_new_with_free_func(free_entry);
        g_hash_table_insert(reader->entries, g_strdup(first), entries);
    }
    return entries;
}

/* Says that TEXT, in that form, may mean FACE. */
static void add_form(MbReader *reader, MbForm form, const char *text, MbFace *face)
{
    g_auto(GStrv) words = fold_words(text ? text : "");

    if (!words[0])
        return;
    GPtrArray *entries = entries_of(reader, words[0]);
    MbEntry *entry = find_entry(entries, form, (const char *const *)words);
    if (!entry) {
        entry = g_new0(MbEntry, 1);
        entry->form = form;
        entry->count = (int)g_strv_length(words);
        entry->words = g_steal_pointer(&words);
        entry->faces = g_ptr_array_new();
        if (form == MB_FORM_INITIALS || form == MB_FORM_SHORT)
            entry->exact = g_strdup(text);
        g_ptr_array_add(entries, entry);
    }
    if (face && !g_ptr_array_find(entry->faces, face, NULL))
        g_ptr_array_add(entry->faces, face);
}

static void add_name(MbReader *reader, const char *name, MbForm form, MbFace *face)
{
    g_auto(GStrv) parts = g_strsplit(name, " ", -1);
    guint count = g_strv_length(parts);

    add_form(reader, form, name, face);
    if (count < 2)
        return;
    const char *first = parts[0], *last = parts[count - 1];
    g_autofree char *turned = g_strdup_printf("%s, %s", last, first);
    g_autofree char *plain = g_strdup_printf("%s %s", first, last);
    g_autofree char *letter = g_strndup(first, (gsize)(g_utf8_next_char(first) - first));
    g_autofree char *initial = g_strdup_printf("%s %s", letter, last);
    g_autofree char *dotted = g_strdup_printf("%s. %s", letter, last);
    add_form(reader, form, turned, face);
    add_form(reader, form, plain, face);
    add_form(reader, MB_FORM_INITIAL, initial, face);
    add_form(reader, MB_FORM_INITIAL, dotted, face);
    add_form(reader, MB_FORM_SURNAME, last, face);
    add_form(reader, MB_FORM_FIRST, first, face);
}

static void add_aliases(MbReader *reader, MbFace *face)
{
    g_autoptr(GPtrArray) aliases = mb_dossier_of(reader->dossier, &MB_ALIAS, "person", face->person->id);

    for (guint i = 0; i < aliases->len; i++) {
        const MbAlias *alias = aliases->pdata[i];
        g_autofree char *name = mb_name_split(alias->name, NULL);
        if (strchr(name, ' '))
            add_name(reader, name, MB_FORM_ALIAS, face);
        else
            add_form(reader, MB_FORM_ALIAS, name, face);
    }
}

/* person → MbAttendance of this meeting, both borrowed. */
static GHashTable *attendance_by_person(const MbReader *reader)
{
    GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) all =
        reader->meeting ? mb_dossier_of(reader->dossier, &MB_ATTENDANCE, "meeting", reader->meeting->id) : NULL;

    for (guint i = 0; all && i < all->len; i++) {
        MbAttendance *attendance = all->pdata[i];
        if (attendance->person)
            g_hash_table_insert(table, attendance->person, attendance);
    }
    return table;
}

/* The initials that this meeting's register or the board's roll gives; else the person's own; else those that follow
 * from the name. The last are understood beside the others, as a weaker form. */
static void add_initials(MbReader *reader, MbFace *face, const MbAttendance *attendance)
{
    const MbSeat *seat = mb_seat_on(reader->dossier, reader->board, face->person->id, reader->day);
    g_autofree char *derived = mb_name_initials(face->person->name);
    const char *given = attendance && attendance->initials ? attendance->initials
                        : seat && seat->initials           ? seat->initials
                                                           : face->person->initials;

    if (given)
        add_form(reader, MB_FORM_INITIALS, given, face);
    if (!given || !mb_text_same(given, derived))
        add_form(reader, MB_FORM_SHORT, derived, face);
}

static gboolean is_deputy(const MbReader *reader, const char *person)
{
    GPtrArray *deputies = mb_dossier_all(reader->dossier, &MB_DEPUTY);

    for (guint i = 0; i < deputies->len; i++) {
        const MbDeputy *deputy = deputies->pdata[i];
        const MbSeat *seat = mb_dossier_find(reader->dossier, &MB_SEAT, deputy->seat);
        if (g_strcmp0(deputy->person, person) == 0 && seat && g_strcmp0(seat->board, reader->board) == 0)
            return TRUE;
    }
    return FALSE;
}

static MbNear nearness(const MbReader *reader, const char *person, const MbAttendance *attendance)
{
    int status = attendance ? attendance->status : MB_ATTENDANCE_UNKNOWN;

    if (status == MB_ATTENDANCE_PRESENT || status == MB_ATTENDANCE_IN_PART)
        return MB_NEAR_HERE;
    if (attendance)
        return MB_NEAR_REGISTER;
    if (mb_seat_on(reader->dossier, reader->board, person, reader->day))
        return MB_NEAR_ROLL;
    if (mb_seat_on(reader->dossier, reader->board, person, MB_NO_DAY) || is_deputy(reader, person))
        return MB_NEAR_BOARD;
    return MB_NEAR_BOOK;
}

static char *rank_of(const MbPerson *person)
{
    g_auto(GStrv) words = fold_words(person->honorific ? person->honorific : "");

    for (char **word = words; *word; word++) {
        const char *rank = mb_roll_rank(*word, NULL);
        if (rank)
            return g_strdup(rank);
    }
    return g_strdup("");
}

static char *part_of_name(const char *name, gboolean first)
{
    const char *space = first ? strchr(name, ' ') : strrchr(name, ' ');
    g_autofree char *part = !space  ? g_strdup("")
                            : first ? g_strndup(name, (gsize)(space - name))
                                    : g_strdup(space + 1);

    return mb_text_fold(part);
}

static void add_face(MbReader *reader, const MbPerson *person, const MbAttendance *attendance)
{
    MbFace *face = g_new0(MbFace, 1);
    g_autofree char *name = mb_name_split(person->name, NULL);

    face->person = person;
    face->near = nearness(reader, person->id, attendance);
    face->status = attendance ? attendance->status : MB_ATTENDANCE_UNKNOWN;
    face->rank = rank_of(person);
    face->first = part_of_name(name, TRUE);
    face->last = part_of_name(name, FALSE);
    reader->register_kept |= attendance && attendance->status != MB_ATTENDANCE_UNKNOWN;
    g_ptr_array_add(reader->faces, face);
    g_hash_table_insert(reader->by_id, person->id, face);
    add_name(reader, name, MB_FORM_NAME, face);
    if (attendance && attendance->name)
        add_name(reader, attendance->name, MB_FORM_NAME, face);
    add_aliases(reader, face);
    add_initials(reader, face, attendance);
}

static gboolean holds(MbDay since, MbDay until, MbDay day)
{
    return day == MB_NO_DAY || ((since == MB_NO_DAY || since <= day) && (until == MB_NO_DAY || day <= until));
}

static void add_office(MbReader *reader, const MbOffice *office)
{
    MbFace *face = g_hash_table_lookup(reader->by_id, office->person ? office->person : "");
    g_autofree char *fold = mb_text_fold(office->office ? office->office : "");
    g_autofree char *deputy = g_strdup(g_str_has_prefix(fold, "vice") ? "Vice Chair" : NULL);

    if (!face || !holds(office->since, office->until, reader->day))
        return;
    if (g_str_has_prefix(fold, "chair") && !strchr(fold, ' ')) {
        add_form(reader, MB_FORM_CHAIR, "chair", face);
        return;
    }
    add_form(reader, MB_FORM_OFFICE, office->office, face);
    if (!deputy || !strstr(fold, "chair"))
        return;
    static const char *const same[] = {"Vice Chair",       "Vice-Chair",   "Vice Chairman", "Vice-Chairman",
                                       "Vice-Chairperson", "Deputy Chair", "Deputy-Chair"};
    for (gsize i = 0; i < G_N_ELEMENTS(same); i++)
        add_form(reader, MB_FORM_OFFICE, same[i], face);
}

/* "The Chair" is understood even where no office is in the book: the meeting knows who chairs it. */
static void add_offices(MbReader *reader)
{
    static const char *const chair[] = {"chair", "chairman", "chairwoman", "chairperson"};
    g_autoptr(GPtrArray) offices = mb_dossier_of(reader->dossier, &MB_OFFICE, "board", reader->board);

    for (guint i = 0; i < offices->len; i++)
        add_office(reader, offices->pdata[i]);
    for (gsize i = 0; i < G_N_ELEMENTS(chair); i++)
        add_form(reader, MB_FORM_CHAIR, chair[i], NULL);
}

static void add_seat_words(MbReader *reader, const MbSeat *seat)
{
    MbFace *face = g_hash_table_lookup(reader->by_id, seat->person ? seat->person : "");
    const MbOrganisation *body = mb_dossier_find(reader->dossier, &MB_ORGANISATION, seat->organisation);

    if (!face || !holds(seat->since, seat->until, reader->day))
        return;
    add_form(reader, MB_FORM_POST, mb_seat_post(reader->dossier, seat), face);
    if (body) {
        add_form(reader, MB_FORM_BODY, body->name, face);
        add_form(reader, MB_FORM_BODY, body->short_name, face);
    }
}

static void add_posts(MbReader *reader)
{
    g_autoptr(GPtrArray) seats = mb_dossier_of(reader->dossier, &MB_SEAT, "board", reader->board);
    GPtrArray *posts = mb_dossier_all(reader->dossier, &MB_POST);

    for (guint i = 0; i < seats->len; i++)
        add_seat_words(reader, seats->pdata[i]);
    for (guint i = 0; i < posts->len; i++) {
        const MbPost *post = posts->pdata[i];
        const MbPerson *holder = mb_post_holder(reader->dossier, post->id, reader->day);
        MbFace *face = holder ? g_hash_table_lookup(reader->by_id, holder->id) : NULL;
        if (face)
            add_form(reader, MB_FORM_POST, post->title, face);
    }
}

void mb_roll_fill(MbReader *reader)
{
    GPtrArray *people = mb_dossier_all(reader->dossier, &MB_PERSON);
    g_autoptr(GHashTable) attendances = attendance_by_person(reader);

    reader->faces = g_ptr_array_new_with_free_func(free_face);
    reader->by_id = g_hash_table_new(g_str_hash, g_str_equal);
    reader->entries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_entries);
    reader->items =
        reader->meeting ? mb_dossier_of(reader->dossier, &MB_ITEM, "meeting", reader->meeting->id) : g_ptr_array_new();
    for (guint i = 0; i < people->len; i++) {
        const MbPerson *person = people->pdata[i];
        if (person->name)
            add_face(reader, person, g_hash_table_lookup(attendances, person->id));
    }
    add_offices(reader);
    add_posts(reader);
}

void mb_roll_clear(MbReader *reader)
{
    g_hash_table_unref(reader->entries);
    g_hash_table_unref(reader->by_id);
    g_ptr_array_unref(reader->faces);
    g_ptr_array_unref(reader->items);
}

const GPtrArray *mb_roll_entries(const MbReader *reader, const char *fold)
{
    return g_hash_table_lookup(reader->entries, fold);
}

const MbFace *mb_roll_face(const MbReader *reader, const char *person)
{
    return person ? g_hash_table_lookup(reader->by_id, person) : NULL;
}
