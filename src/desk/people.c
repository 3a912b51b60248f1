/* SPDX-License-Identifier: MIT */
/* People: listed, added, edited, seated on boards. */
#include "change.h"
#include "commands.h"
#include "deed.h"
#include "find.h"

#include "minutebook/base/text.h"
#include "minutebook/compose/paper.h"
#include "minutebook/model/name.h"
#include "minutebook/store/dossier.h"

#include <string.h>

static const MbColumn person_columns[] = {
    {.key = "name", .heading = "Name", .flexible = TRUE},
    {.key = "post", .heading = "Post", .flexible = TRUE, .spare = 1},
    {.key = "boards", .heading = "Boards", .flexible = TRUE},
    {.key = "email", .heading = "E-mail"},
    {.key = NULL},
};

static gboolean sits_on(const MbSeat *seat, MbDay day)
{
    return (seat->since == MB_NO_DAY || seat->since <= day) && (seat->until == MB_NO_DAY || seat->until >= day);
}

/* The seat whose post and organisation stand for the person: the first that says a post, else an organisation, else the
 * first. */
static const MbSeat *foremost(const MbDossier *dossier, const GPtrArray *seats)
{
    for (guint i = 0; i < seats->len; i++)
        if (mb_seat_post(dossier, seats->pdata[i]))
            return seats->pdata[i];
    for (guint i = 0; i < seats->len; i++)
        if (mb_seat_organisation(dossier, seats->pdata[i]))
            return seats->pdata[i];
    return seats->len ? seats->pdata[0] : NULL;
}

/* The seats that PERSON has today. New array, records borrowed. */
static GPtrArray *seats_today(const MbDossier *dossier, const MbPerson *person, MbDay today)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(dossier, &MB_SEAT, "person", person->id);
    GPtrArray *seats = g_ptr_array_new();

    for (guint i = 0; i < all->len; i++)
        if (sits_on(all->pdata[i], today))
            g_ptr_array_add(seats, all->pdata[i]);
    return seats;
}

static MbValue *seat_row(const MbDossier *dossier, const MbSeat *seat)
{
    const MbBoard *board = mb_dossier_find(dossier, &MB_BOARD, seat->board);
    const MbGroup *group = mb_seat_group(dossier, seat);
    MbValue *row = mb_value_new_map();

    mb_value_set_text(row, "board", board ? board->name : NULL);
    mb_value_set_text(row, "post", mb_seat_post(dossier, seat));
    mb_value_set_text(row, "organisation", mb_seat_organisation(dossier, seat));
    mb_value_set_text(row, "group", group ? group->name : NULL);
    return row;
}

/* As the roll of SEAT has them: the seat's, else the person's, else derived. */
static char *initials_of(const MbDossier *dossier, const MbPerson *person, const MbSeat *seat, MbDay today)
{
    g_autoptr(MbValue) row = seat ? mb_paper_seat(dossier, seat, today) : NULL;
    const char *on_roll = row ? mb_value_get_text(row, "initials") : NULL;

    if (on_roll)
        return g_strdup(on_roll);
    return person->initials ? g_strdup(person->initials) : mb_name_initials(person->name);
}

static MbValue *person_row(MbDesk *desk, const MbPerson *person, MbDay today)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    MbValue *row = mb_value_new_map();
    MbValue *boards = mb_value_new_list();
    MbValue *each = mb_value_new_list();
    MbValue *aliases = mb_value_new_list();
    g_autoptr(GPtrArray) seats = seats_today(dossier, person, today);
    g_autoptr(GPtrArray) names = mb_dossier_of(dossier, &MB_ALIAS, "person", person->id);
    const MbSeat *seat = foremost(dossier, seats);
    g_autofree char *name = mb_person_print(person);
    g_autofree char *initials = initials_of(dossier, person, seat, today);

    for (guint i = 0; i < seats->len; i++) {
        mb_value_add(boards, mb_value_new_text(mb_find_board_name(
                                 mb_dossier_find(dossier, &MB_BOARD, ((MbSeat *)seats->pdata[i])->board))));
        mb_value_add(each, seat_row(dossier, seats->pdata[i]));
    }
    for (guint i = 0; i < names->len; i++)
        mb_value_add(aliases, mb_value_new_text(((MbAlias *)names->pdata[i])->name));
    mb_value_set_text(row, "name", name);
    mb_value_set_text(row, "initials", initials);
    mb_value_set_text(row, "post", seat ? mb_seat_post(dossier, seat) : NULL);
    mb_value_set_text(row, "organisation", seat ? mb_seat_organisation(dossier, seat) : NULL);
    mb_value_set(row, "boards", boards);
    mb_value_set(row, "seats", each);
    mb_value_set_text(row, "email", person->email);
    mb_value_set(row, "aliases", aliases);
    return row;
}

static gboolean load_everyone(MbDesk *desk, GError **error)
{
    GPtrArray *boards;

    if (!mb_desk_boards(desk, error) || !mb_store_dossier_people(mb_desk_book(desk), mb_desk_dossier(desk), error))
        return FALSE;
    boards = mb_dossier_all(mb_desk_dossier(desk), &MB_BOARD);
    for (guint i = 0; i < boards->len; i++)
        if (!mb_store_dossier_board(mb_desk_book(desk), mb_desk_dossier(desk), ((MbBoard *)boards->pdata[i])->id,
                                    error))
            return FALSE;
    return TRUE;
}

static int by_name(gconstpointer a, gconstpointer b)
{
    const MbPerson *first = *(MbPerson *const *)a;
    const MbPerson *second = *(MbPerson *const *)b;

    return g_utf8_collate(first->name ? first->name : "", second->name ? second->name : "");
}

static gboolean people_list(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *part = mb_argument(arguments, "NAME");
    g_autoptr(GPtrArray) people = g_ptr_array_new();
    GPtrArray *all;
    MbValue *rows;

    if (!load_everyone(desk, error))
        return FALSE;
    all = mb_dossier_all(mb_desk_dossier(desk), &MB_PERSON);
    for (guint i = 0; i < all->len; i++) {
        g_autofree char *name = mb_person_print(all->pdata[i]);

        if (!part || mb_text_contains(name, part))
            g_ptr_array_add(people, all->pdata[i]);
    }
    g_ptr_array_sort(people, by_name);
    rows = mb_value_new_list();
    for (guint i = 0; i < people->len; i++)
        mb_value_add(rows, person_row(desk, people->pdata[i], mb_desk_today(desk, NULL)));
    mb_deed_list(answer, rows, person_columns, "Nobody in the book fits.");
    return TRUE;
}

static const MbArgument people_arguments[] = {{.name = "NAME", .help = "part of a name", .flags = MB_ARGUMENT_OPTIONAL},
                                              {.name = NULL}};
const MbCommand mb_command_people = {.name = "people",
                                     .help = "everyone in the book, with posts, boards and addresses",
                                     .example = "whit",
                                     .arguments = people_arguments,
                                     .need = MB_NEED_BOOK,
                                     .run = people_list};

static MbOrganisation *organisation_named(MbDesk *desk, const char *name, GError **error)
{
    GPtrArray *all = mb_dossier_all(mb_desk_dossier(desk), &MB_ORGANISATION);
    MbOrganisation *organisation;

    for (guint i = 0; i < all->len; i++)
        if (mb_text_same(((MbOrganisation *)all->pdata[i])->name, name))
            return all->pdata[i];
    organisation = mb_dossier_new_record(mb_desk_dossier(desk), &MB_ORGANISATION);
    mb_set(&organisation->name, name);
    return mb_deed_save(desk, organisation, error) ? organisation : NULL;
}

static MbPost *post_titled(MbDesk *desk, const char *title, const MbOrganisation *organisation, GError **error)
{
    GPtrArray *all = mb_dossier_all(mb_desk_dossier(desk), &MB_POST);
    const char *id = organisation ? organisation->id : NULL;
    MbPost *post;

    for (guint i = 0; i < all->len; i++) {
        post = all->pdata[i];
        if (mb_text_same(post->title, title) && g_strcmp0(post->organisation, id) == 0)
            return post;
    }
    post = mb_dossier_new_record(mb_desk_dossier(desk), &MB_POST);
    mb_set(&post->title, title);
    mb_set(&post->organisation, id);
    return mb_deed_save(desk, post, error) ? post : NULL;
}

/* Begins a tenure of the post today, ending the one that the person held before on this board's seat. */
static gboolean take_up_post(MbDesk *desk, const MbPerson *person, const MbPost *post, MbDay today, GError **error)
{
    g_autoptr(GPtrArray) tenures = mb_dossier_of(mb_desk_dossier(desk), &MB_TENURE, "person", person->id);
    MbTenure *tenure;

    for (guint i = 0; i < tenures->len; i++) {
        tenure = tenures->pdata[i];
        if (g_strcmp0(tenure->post, post->id) == 0 && tenure->until == MB_NO_DAY)
            return TRUE;
    }
    tenure = mb_dossier_new_record(mb_desk_dossier(desk), &MB_TENURE);
    mb_set(&tenure->person, person->id);
    mb_set(&tenure->post, post->id);
    tenure->since = today;
    return mb_deed_save(desk, tenure, error);
}

static gboolean find_group(MbDesk *desk, const MbBoard *board, const char *words, MbGroup **group, GError **error)
{
    g_autoptr(GPtrArray) groups = mb_dossier_of(mb_desk_dossier(desk), &MB_GROUP, "board", board->id);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autofree char *list = NULL;

    for (guint i = 0; i < groups->len; i++) {
        *group = groups->pdata[i];
        if (mb_text_same((*group)->name, words))
            return TRUE;
        g_ptr_array_add(names, (*group)->name);
    }
    g_ptr_array_add(names, NULL);
    list = g_strjoinv(", ", (char **)names->pdata);
    return mb_deed_refuse(error, "%s has no group “%s”; it has %s.", mb_find_board_name(board), words,
                          *list ? list : "none");
}

/* The seat on --board, made where it is not there yet. */
static gboolean set_seat(MbDesk *desk, const MbArguments *arguments, const MbPerson *person, GError **error)
{
    MbBoard *board = mb_find_board(desk, mb_argument(arguments, "--board"), error);
    const char *group_words = mb_argument(arguments, "--group");
    const char *post_words = mb_argument(arguments, "--post");
    const char *organisation_words = mb_argument(arguments, "--organisation");
    MbDossier *dossier = mb_desk_dossier(desk);
    MbOrganisation *organisation = NULL;
    MbGroup *group = NULL;
    MbPost *post = NULL;
    MbSeat *seat;

    if (!board || !mb_store_dossier_board(mb_desk_book(desk), dossier, board->id, error))
        return FALSE;
    seat = mb_seat_on(dossier, board->id, person->id, mb_desk_today(desk, board));
    if (!seat) {
        g_autoptr(GPtrArray) seats = mb_dossier_of(dossier, &MB_SEAT, "board", board->id);

        seat = mb_dossier_new_record(dossier, &MB_SEAT);
        mb_set(&seat->board, board->id);
        mb_set(&seat->person, person->id);
        seat->position = (int)seats->len;
    }
    if ((group_words && !find_group(desk, board, group_words, &group, error)) ||
        (organisation_words && !(organisation = organisation_named(desk, organisation_words, error))) ||
        (post_words && !(post = post_titled(desk, post_words, organisation, error))) ||
        (post && !take_up_post(desk, person, post, mb_desk_today(desk, board), error)))
        return FALSE;
    if (group)
        mb_set(&seat->seat_group, group->id);
    if (post)
        mb_set(&seat->post, post->id);
    if (organisation)
        mb_set(&seat->organisation, organisation->id);
    if (mb_argument(arguments, "--initials"))
        mb_set(&seat->initials, mb_argument(arguments, "--initials"));
    if ((mb_argument(arguments, "--from") &&
         !mb_find_day(mb_argument(arguments, "--from"), "--from", &seat->since, error)) ||
        (mb_argument(arguments, "--to") && !mb_find_day(mb_argument(arguments, "--to"), "--to", &seat->until, error)))
        return FALSE;
    if (seat->since != MB_NO_DAY && seat->until != MB_NO_DAY && seat->until < seat->since)
        return mb_deed_refuse(error, "--to: the term would end before it begins.");
    return mb_deed_save(desk, seat, error);
}

static gboolean seat_options_make_sense(const MbArguments *arguments, GError **error)
{
    static const char *const options[] = {"--group", "--post", "--organisation", "--initials", "--from", "--to"};

    for (gsize i = 0; i < G_N_ELEMENTS(options); i++)
        if (mb_argument(arguments, options[i]) && !mb_argument(arguments, "--board"))
            return mb_deed_refuse(error, "%s needs --board: it belongs to a seat on one.", options[i]);
    return TRUE;
}

static gboolean set_person(MbDesk *desk, const MbArguments *arguments, MbPerson *person, GError **error)
{
    const char *email = mb_argument(arguments, "--email");

    if (email && *email && (!strchr(email, '@') || strpbrk(email, " \t\r\n,;<>")))
        return mb_deed_refuse(error, "--email: “%s” is no address; expected one such as first.last@example.org.",
                              email);
    if (email)
        mb_set(&person->email, email);
    if (!mb_deed_save(desk, person, error) || !seat_options_make_sense(arguments, error))
        return FALSE;
    return !mb_argument(arguments, "--board") || set_seat(desk, arguments, person, error);
}

/* "the roll of HTB (Trustees, Treasurer)", of the seat on --board. */
static char *seat_words(MbDesk *desk, const MbArguments *arguments, const MbPerson *person, GError **error)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    const MbBoard *board = mb_find_board(desk, mb_argument(arguments, "--board"), error);
    const MbSeat *seat = board ? mb_seat_on(dossier, board->id, person->id, MB_NO_DAY) : NULL;
    const MbGroup *group = seat ? mb_seat_group(dossier, seat) : NULL;
    const char *post = seat ? mb_seat_post(dossier, seat) : NULL;

    return g_strdup_printf("the roll of %s%s%s%s%s%s", mb_find_board_name(board), group || post ? " (" : "",
                           group ? group->name : "", group && post ? ", " : "", post ? post : "",
                           group || post ? ")" : "");
}

static gboolean person_add(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    g_autofree char *name = NULL;
    g_autofree char *seat = NULL;
    MbPerson *person;

    if (mb_deed_blank(mb_argument(arguments, "NAME")))
        return mb_deed_refuse(error, "A person needs a name.");
    if (!load_everyone(desk, error))
        return FALSE;
    if (mb_name_find(mb_desk_dossier(desk), NULL, mb_argument(arguments, "NAME"), FALSE, found))
        return mb_deed_refuse(error, "%s is in the book already; `person edit` changes the entry.",
                              mb_argument(arguments, "NAME"));
    person = mb_dossier_new_record(mb_desk_dossier(desk), &MB_PERSON);
    mb_set_take(&person->name, mb_name_split(mb_argument(arguments, "NAME"), &person->honorific));
    person->contact = mb_argument(arguments, "--board") == NULL;
    if (!set_person(desk, arguments, person, error))
        return FALSE;
    name = mb_person_print(person);
    seat = mb_argument(arguments, "--board") ? seat_words(desk, arguments, person, error) : NULL;
    mb_deed_say(answer, "%s added%s%s.", name, seat ? " to " : "", seat ? seat : "");
    return TRUE;
}

#define PERSON_OPTIONS                                                                                                 \
    {.name = "--email", .value = "ADDRESS", .help = "address for letters"}, MB_BOARD_OPTION,                           \
        {.name = "--group", .value = "GROUP", .help = "group on that board's roll"},                                   \
        {.name = "--post", .value = "TITLE", .help = "post held"},                                                     \
        {.name = "--organisation", .value = "NAME", .help = "organisation"},                                           \
        {.name = "--initials", .value = "INITIALS", .help = "initials on that board"},                                 \
        {.name = "--from", .value = "DATE", .help = "first day of the term"},                                          \
    {                                                                                                                  \
        .name = "--to", .value = "DATE", .help = "last day of the term"                                                \
    }

static const MbArgument person_add_arguments[] = {
    {.name = "NAME", .help = "with or without honorific, in quotes"}, PERSON_OPTIONS, {.name = NULL}};
const MbCommand mb_command_person_add = {
    .name = "person add",
    .help = "adds a person, with --board to its roll",
    .example = "\"Dr Second Name\" --board CSP --group Statutory --post \"Head of Service\"",
    .arguments = person_add_arguments,
    .need = MB_NEED_DEED,
    .run = person_add};

/* The name until now stays as an alias, unless only its title or its spelling changes. */
static gboolean rename_person(MbDesk *desk, MbPerson *person, const char *words, GError **error)
{
    g_autofree char *honorific = NULL;
    g_autofree char *name = mb_name_split(words, &honorific);
    MbAlias *alias;

    if (mb_deed_blank(name))
        return mb_deed_refuse(error, "--name: a person needs a name.");
    if (!mb_text_same(name, person->name)) {
        alias = mb_dossier_new_record(mb_desk_dossier(desk), &MB_ALIAS);
        mb_set(&alias->person, person->id);
        mb_set(&alias->name, person->name);
        if (!mb_deed_save(desk, alias, error))
            return FALSE;
    }
    mb_set(&person->honorific, honorific);
    mb_set(&person->name, name);
    return TRUE;
}

static const MbArgument person_edit_arguments[] = {
    {.name = "PERSON", .help = "any unambiguous part of the name"},
    {.name = "--name", .value = "NAME", .help = "the new name; the old one stays as an alias"},
    PERSON_OPTIONS,
    {.name = NULL}};

/* A person and the seat on --board, each as it was before the deed; SEAT is NULL where there was none. */
typedef struct {
    MbPerson *person;
    MbSeat *seat;
    char *board; /* id; NULL: no seat is edited */
    char *post;
    char *organisation;
    char *group;
} Before;

static void before_clear(Before *before)
{
    mb_record_free(before->person);
    mb_record_free(before->seat);
    g_free(before->board);
    g_free(before->post);
    g_free(before->organisation);
    g_free(before->group);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Before, before_clear)

static const MbSeat *seat_edited(MbDesk *desk, const char *board, const char *person)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    const MbBoard *record = mb_dossier_find(dossier, &MB_BOARD, board);
    const MbSeat *seat = mb_seat_on(dossier, board, person, mb_desk_today(desk, record));

    return seat ? seat : mb_seat_on(dossier, board, person, MB_NO_DAY);
}

static gboolean note_before(MbDesk *desk, const MbArguments *arguments, const MbPerson *person, Before *before,
                            GError **error)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    const MbSeat *seat;
    MbBoard *board;

    before->person = mb_record_copy(person);
    if (!mb_find_board_option(desk, mb_argument(arguments, "--board"), &board, error))
        return FALSE;
    if (!board)
        return TRUE;
    before->board = g_strdup(board->id);
    if (!mb_store_dossier_board(mb_desk_book(desk), mb_desk_dossier(desk), before->board, error))
        return FALSE;
    seat = mb_seat_on(dossier, before->board, person->id, mb_desk_today(desk, board));
    if (seat) {
        before->seat = mb_record_copy(seat);
        before->post = g_strdup(mb_seat_post(dossier, seat));
        before->organisation = g_strdup(mb_seat_organisation(dossier, seat));
        before->group = mb_seat_group(dossier, seat) ? g_strdup(mb_seat_group(dossier, seat)->name) : NULL;
    }
    return TRUE;
}

static void seat_changes(MbDesk *desk, const MbPerson *person, const Before *before, GString *changes)
{
    static const MbChangeName names[] = {{"initials", "initials"}, {"since", "from"}, {"until", "to"}, {NULL, NULL}};
    const MbDossier *dossier = mb_desk_dossier(desk);
    const MbSeat *seat = before->seat ? mb_dossier_find(dossier, &MB_SEAT, before->seat->id)
                                      : seat_edited(desk, before->board, person->id);
    g_autoptr(GString) of_seat = g_string_new(NULL);
    const MbGroup *group;

    if (!seat)
        return;
    group = mb_seat_group(dossier, seat);
    mb_change_text(of_seat, "group", before->group, group ? group->name : NULL);
    mb_change_text(of_seat, "post", before->post, mb_seat_post(dossier, seat));
    mb_change_text(of_seat, "organisation", before->organisation, mb_seat_organisation(dossier, seat));
    if (before->seat)
        mb_change_fields(of_seat, before->seat, seat, names);
    if (!before->seat || of_seat->len)
        g_string_append_printf(changes, "%s%s %s%s%s", changes->len ? "; " : "",
                               before->seat ? "on the roll of" : "added to the roll of",
                               mb_find_board_name(mb_dossier_find(dossier, &MB_BOARD, before->board)),
                               of_seat->len ? ": " : "", of_seat->str);
}

static gboolean person_edit(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    static const char *const besides[] = {NULL};
    static const MbChangeName names[] = {{"email", "e-mail"}, {NULL, NULL}};
    MbPerson *person = mb_find_person(desk, NULL, mb_argument(arguments, "PERSON"), error);
    const char *name = mb_argument(arguments, "--name");
    g_auto(Before) before = {0};
    g_autoptr(GString) changes = g_string_new(NULL);
    g_autofree char *was = person ? mb_person_print(person) : NULL;
    g_autofree char *is = NULL;

    if (!person || !mb_change_asked(arguments, person_edit_arguments, besides, error) ||
        !note_before(desk, arguments, person, &before, error) || (name && !rename_person(desk, person, name, error)) ||
        !set_person(desk, arguments, person, error))
        return FALSE;
    is = mb_person_print(person);
    mb_change_text(changes, "name", was, is);
    mb_change_fields(changes, before.person, person, names);
    if (before.board)
        seat_changes(desk, person, &before, changes);
    mb_deed_say(answer, "%s: %s.", was, mb_change_words(changes));
    return TRUE;
}

const MbCommand mb_command_person_edit = {.name = "person edit",
                                          .help = "changes a person's name, address, post or term",
                                          .example = "\"Second Name\" --email second.name@example.org",
                                          .arguments = person_edit_arguments,
                                          .need = MB_NEED_DEED,
                                          .run = person_edit};
