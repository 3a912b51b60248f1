/* SPDX-License-Identifier: MIT */
#include "load_help.h"
#include "minutebook/model/name.h"

static void check_split(const char *text, const char *honorific, const char *name)
{
    g_autofree char *first = NULL;
    g_autofree char *rest = mb_name_split(text, &first);

    g_assert_cmpstr(first, ==, honorific);
    g_assert_cmpstr(rest, ==, name);
}

static void test_split(void)
{
    check_split("Julie Redfern", NULL, "Julie Redfern");
    check_split("Dr Anselm Oyelaran", "Dr", "Anselm Oyelaran");
    check_split("Dr. Anselm Oyelaran", "Dr.", "Anselm Oyelaran");
    check_split("  cllr  Nadia Whitcombe ", "cllr", "Nadia Whitcombe");
    check_split("Ch Supt Ellingthorpe", "Ch Supt", "Ellingthorpe");
    check_split("Chief Supt Marcus Ellingthorpe", "Chief Supt", "Marcus Ellingthorpe");
    check_split("Ch. Insp. Slate", "Ch. Insp.", "Slate");
    check_split("Revd Dr Jane Moss", "Revd Dr", "Jane Moss");
    check_split("DI Lomax", "DI", "Lomax");
    check_split("Di Lomax", NULL, "Di Lomax"); /* a first name */
    check_split("Sirena Moss", NULL, "Sirena Moss");
    check_split("Canon", NULL, "Canon");
    check_split("", NULL, "");
    check_split(NULL, NULL, "");
}

static void check_initials(const char *name, const char *expected)
{
    g_autofree char *initials = mb_name_initials(name);

    g_assert_cmpstr(initials, ==, expected);
}

static void test_initials(void)
{
    check_initials("Julie Anne Redfern", "JAR");
    check_initials("Tomasz Adeyemi-Hart", "TA");
    check_initials("Éowyn O'Neill", "ÉO");
    check_initials("  ", "");
    check_initials(NULL, "");
}

static const char book_yaml[] =
    "board: Trust\n"
    "groups: [Members, {name: Invited, voting: no}]\n"
    "roll:\n"
    "  - {name: Dr Julie Redfern, initials: JRe, post: Head of Service, organisation: Probation, group: Members, "
    "office: Chair, aliases: [J. Redfern], to: 2025-08-31}\n"
    "  - {name: Kofi Redfern, post: Head of Service, organisation: Probation, group: Members, from: 2025-09-01}\n"
    "  - {name: José Núñez, group: Invited}\n"
    "  - {name: Mina Castellow, group: Invited, voting: yes}\n"
    "offices:\n"
    "  - {name: Kofi Redfern, office: Chair, from: 2025-09-01}\n"
    "contacts:\n"
    "  - {name: Kofi Mensah, post: Analyst, organisation: Council}\n"
    "---\n"
    "board: Other\n"
    "roll:\n"
    "  - {name: Ms Mina Castellan}\n";

static void check_find(const Book *book, const char *board, const char *text, gboolean loose, const char *expected)
{
    const MbBoard *on = board ? book_find(book, &MB_BOARD, "name", board) : NULL;
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    g_autoptr(GString) out = g_string_new(NULL);
    guint count = mb_name_find(book->book, on ? on->id : NULL, text, loose, found);

    g_assert_cmpuint(count, ==, found->len);
    for (guint i = 0; i < found->len; i++)
        g_string_append_printf(out, "%s%s", i ? ", " : "", ((MbPerson *)found->pdata[i])->name);
    g_assert_cmpstr(out->str, ==, expected);
}

static void test_find(void)
{
    Book book = book_new();

    book_load_well(&book, book_yaml);
    check_find(&book, NULL, "Dr Julie Redfern", FALSE, "Julie Redfern");
    check_find(&book, NULL, "julie  REDFERN", FALSE, "Julie Redfern");
    check_find(&book, NULL, "Mrs Julie Redfern", FALSE, "Julie Redfern");
    check_find(&book, NULL, "Jose Nunez", FALSE, "José Núñez");
    check_find(&book, NULL, "J. Redfern", FALSE, "Julie Redfern");
    check_find(&book, NULL, "Redfern", FALSE, "");
    check_find(&book, NULL, "Redfern", TRUE, "Julie Redfern, Kofi Redfern");
    check_find(&book, NULL, "Dr Redfern", TRUE, "Julie Redfern");
    check_find(&book, "Trust", "JRe", TRUE, "Julie Redfern");
    check_find(&book, "Trust", "Kofi", TRUE, "Kofi Redfern"); /* on the board before a contact */
    check_find(&book, NULL, "Kofi", TRUE, "Kofi Redfern, Kofi Mensah");
    check_find(&book, "Other", "Mina", TRUE, "Mina Castellan");
    check_find(&book, NULL, "", TRUE, "");
    book_free(&book);
}

static void test_roll(void)
{
    Book book = book_new();

    book_load_well(&book, book_yaml);
    const MbBoard *board = book_find(&book, &MB_BOARD, "name", "Trust");
    const MbPerson *julie = book_find(&book, &MB_PERSON, "name", "Julie Redfern");
    const MbPerson *kofi = book_find(&book, &MB_PERSON, "name", "Kofi Redfern");
    const MbPost *post = book_find(&book, &MB_POST, "title", "Head of Service");
    MbDay august = mb_day_parse_iso("2025-08-31"), september = mb_day_parse_iso("2025-09-01");
    MbSeat *seat = mb_seat_on(book.book, board->id, julie->id, august);

    g_assert_nonnull(seat);
    g_assert_null(mb_seat_on(book.book, board->id, julie->id, september));
    g_assert_nonnull(mb_seat_on(book.book, board->id, julie->id, MB_NO_DAY));
    g_assert_cmpstr(mb_seat_post(book.book, seat), ==, "Head of Service");
    g_assert_cmpstr(mb_seat_organisation(book.book, seat), ==, "Probation");
    g_assert_true(mb_office_holder(book.book, board->id, "chair", august) == julie);
    g_assert_true(mb_office_holder(book.book, board->id, "Chair", september) == kofi);
    g_assert_null(mb_office_holder(book.book, board->id, "Treasurer", september));
    g_assert_cmpstr(mb_office_on(book.book, board->id, kofi->id, september), ==, "Chair");
    g_assert_null(mb_office_on(book.book, board->id, kofi->id, august));
    g_assert_true(mb_post_holder(book.book, post->id, august) == julie);
    g_assert_true(mb_post_holder(book.book, post->id, september) == kofi);
    book_free(&book);
}

static void test_votes(void)
{
    static const struct {
        const char *name;
        gboolean votes;
    } rows[] = {{"Julie Redfern", TRUE}, {"José Núñez", FALSE}, {"Mina Castellow", TRUE}};
    Book book = book_new();

    book_load_well(&book, book_yaml);
    const MbBoard *board = book_find(&book, &MB_BOARD, "name", "Trust");
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        const MbPerson *person = book_find(&book, &MB_PERSON, "name", rows[i].name);
        g_assert_cmpint(mb_seat_votes(book.book, mb_seat_on(book.book, board->id, person->id, MB_NO_DAY)), ==,
                        rows[i].votes);
    }
    book_free(&book);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/name/split", test_split);
    g_test_add_func("/name/initials", test_initials);
    g_test_add_func("/name/find", test_find);
    g_test_add_func("/name/roll", test_roll);
    g_test_add_func("/name/votes", test_votes);
    return g_test_run();
}
