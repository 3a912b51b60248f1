/* SPDX-License-Identifier: MIT */
/* What is left for the public of items that are withheld, and of all that hangs on them. Other things that are
 * withheld: test_cut_parts.c. */
#include "cut_help.h"

static void test_nothing_of_a_withheld_item(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = cut_clean(&book);
    const MbItem *stub = mb_dossier_find(cut, &MB_ITEM, "secret");
    const MbMinute *notice = mb_dossier_first(cut, &MB_MINUTE, "item", "secret");

    g_assert_cmpstr(stub->title, ==, "A contract");
    g_assert_cmpstr(stub->number, ==, "2");
    g_assert_cmpint(stub->minutes, ==, MB_NO_INT);
    g_assert_cmpstr(notice->text, ==, "Not for publication: paragraph 3, Information about business affairs.");
    g_assert_null(mb_dossier_find(cut, &MB_ITEM, "nested"));
    g_assert_null(mb_dossier_find(cut, &MB_ITEM, "part"));
    g_assert_null(mb_dossier_find(cut, &MB_ACTION, "action-secret"));
    g_assert_cmpuint(mb_dossier_all(cut, &MB_MINUTE)->len, ==, 1);
    g_assert_cmpint(((MbBoard *)mb_dossier_find(cut, &MB_BOARD, "board"))->next_ref, ==, MB_NO_INT);
    free_book(&book);
}

/* Two books that differ in nothing but what is withheld give the same cut. */
static void test_withheld_text_changes_nothing(void)
{
    Book one = new_book("one");
    Book other = new_book("a much longer seed with other words in it");
    g_autoptr(MbDossier) first = cut_clean(&one);
    g_autoptr(MbDossier) second = cut_clean(&other);
    g_autofree char *first_text = dump(first);
    g_autofree char *second_text = dump(second);

    assert_same_lines(first_text, second_text);
    free_book(&one);
    free_book(&other);
}

static void test_open_stays(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = NULL;

    set_ref(add_open(&book, &MB_DECISION, "decided"), "item", "open");
    set_ref(add_open(&book, &MB_UPDATE, "reported"), "action", "done");
    add_action(&book, "done", "open", FALSE);
    add_minute(&book, "open", "The Chair opened the meeting.");
    cut = cut_clean(&book);
    g_assert_cmpstr(((MbItem *)mb_dossier_find(cut, &MB_ITEM, "open"))->title, ==, "open title");
    g_assert_cmpstr(((MbDecision *)mb_dossier_find(cut, &MB_DECISION, "decided"))->condition, ==, "open condition");
    g_assert_cmpstr(((MbAction *)mb_dossier_find(cut, &MB_ACTION, "done"))->text, ==, "open text");
    g_assert_cmpstr(((MbUpdate *)mb_dossier_find(cut, &MB_UPDATE, "reported"))->text, ==, "open text");
    g_assert_cmpstr(((MbMinute *)mb_dossier_first(cut, &MB_MINUTE, "item", "open"))->text, ==,
                    "The Chair opened the meeting.");
    free_book(&book);
}

/* Every noun once, all of it open: what is nobody's business is not there even so. */
static void test_fields_that_are_never_public(void)
{
    static const char *const never[] = {"email",    "assistant", "note",        "notes",        "by_hand",
                                        "digest",   "file",      "contact",     "address",      "channel",
                                        "typed_at", "old_ref",   "dropped_why", "minute_prefix"};
    Book book = {.dossier = mb_dossier_new(), .seed = "x"};
    g_autoptr(MbDossier) cut = NULL;
    g_autofree char *text = NULL;

    for (gsize i = 0; mb_nouns[i]; i++)
        add_open(&book, mb_nouns[i], mb_nouns[i]->name);
    set_ref(mb_dossier_find(book.dossier, &MB_SEAT, "seat"), "person", "person");
    set_ref(mb_dossier_find(book.dossier, &MB_OWNER, "owner"), "action", "action");
    set_ref(mb_dossier_find(book.dossier, &MB_PRESENCE, "presence"), "attendance", "attendance");
    cut = cut_public(book.dossier);
    text = dump(cut);
    for (guint i = 0; i < G_N_ELEMENTS(never); i++) {
        g_autofree char *line = g_strdup_printf(" %s=", never[i]);

        if (strcmp(never[i], "note") != 0)
            g_assert_null(strstr(text, line));
    }
    g_assert_nonnull(strstr(text, "person person name=open name\n"));
    g_assert_nonnull(strstr(text, "attendance attendance note=open note\n")); /* nothing is withheld at that meeting */
    g_assert_null(strstr(text, "person person note="));
    g_assert_null(strstr(text, "\nchaser"));
    g_assert_null(strstr(text, "\nredate"));
    g_assert_null(strstr(text, "\ninterest"));
    g_assert_null(strstr(text, "\nalias"));
    g_assert_null(strstr(text, "\nsending"));
    free_book(&book);
}

static void test_actions_by_other_ways(void)
{
    Book book = new_book("one");
    MbUpdate *update = add_canary(&book, &MB_UPDATE, NULL);
    MbAction *heir = add_action(&book, "heir", "open", TRUE);
    MbAction *by_words = add_action(&book, "words", NULL, TRUE);
    MbAction *decided = add_action(&book, "decided", "open", TRUE);
    MbAction *lost = add_action(&book, "lost", "an item that is not here", TRUE);
    MbAction *own = add_action(&book, "own", "open", TRUE);
    MbAction *imported = add_action(&book, "imported", NULL, TRUE);
    g_autoptr(MbDossier) cut = NULL;

    set_ref(update, "action", "action-secret"); /* reported under an open item */
    set_ref(update, "item", "open");
    set_ref(mb_dossier_find(book.dossier, &MB_ACTION, "action-secret"), "superseded_by", heir->id);
    mb_set(&by_words->item_words, "2.4");
    set_ref(imported, "raised_at", NULL);
    imported->raised_on = mb_day_from(2026, 1, 15);
    mb_set(&imported->item_words, "item 2");
    set_ref(decided, "decision", "secret-decision");
    restrict_to(&book, "action", own->id);
    cut = cut_clean(&book);
    g_assert_cmpuint(mb_dossier_all(cut, &MB_ACTION)->len, ==, 0);
    g_assert_cmpuint(mb_dossier_all(cut, &MB_UPDATE)->len, ==, 0);
    g_assert_nonnull(lost);
    free_book(&book);
}

static void test_update_under_a_withheld_item(void)
{
    Book book = new_book("one");
    MbUpdate *update = add_canary(&book, &MB_UPDATE, "update");
    g_autoptr(MbDossier) cut = NULL;

    add_action(&book, "public", "open", FALSE);
    set_ref(update, "action", "public");
    set_ref(update, "item", "secret");
    cut = cut_clean(&book);
    g_assert_nonnull(mb_dossier_find(cut, &MB_ACTION, "public"));
    g_assert_null(mb_dossier_find(cut, &MB_UPDATE, "update"));
    free_book(&book);
}

static void test_decisions_and_motions_linked(void)
{
    Book book = new_book("one");
    MbDecision *ratifying = add_canary(&book, &MB_DECISION, "ratifying");
    MbMotion *amendment = add_canary(&book, &MB_MOTION, "amendment");
    MbMotion *motion = add_canary(&book, &MB_MOTION, "motion");
    g_autoptr(MbDossier) cut = NULL;

    set_ref(ratifying, "item", "open");
    set_ref(ratifying, "ratifies", "secret-decision");
    set_ref(amendment, "item", "open");
    set_ref(amendment, "amends", "secret-motion");
    set_ref(motion, "item", "open");
    set_ref(motion, "decision", "ratifying");
    cut = cut_clean(&book);
    g_assert_cmpuint(mb_dossier_all(cut, &MB_DECISION)->len, ==, 0);
    g_assert_cmpuint(mb_dossier_all(cut, &MB_MOTION)->len, ==, 0);
    free_book(&book);
}

static void test_plan_entry_of_a_withheld_item(void)
{
    Book book = new_book("one");
    MbEntry *entry = add_canary(&book, &MB_ENTRY, "entry");
    MbEntry *letter = add_canary(&book, &MB_ENTRY, "letter");
    g_autoptr(MbDossier) cut = NULL;

    set_ref(entry, "board", "board");
    set_ref(letter, "parent", "entry");
    set_ref(mb_dossier_find(book.dossier, &MB_ITEM, "secret"), "entry", "entry");
    set_ref(add_canary(&book, &MB_ENTRY_LEAD, NULL), "entry", "entry");
    set_ref(add_canary(&book, &MB_MOVE, NULL), "entry", "entry");
    cut = cut_clean(&book);
    entry = mb_dossier_find(cut, &MB_ENTRY, "entry");
    g_assert_cmpstr(entry->title, ==, "A contract");
    g_assert_true(entry->restricted);
    g_assert_cmpint(entry->minutes, ==, MB_NO_INT);
    g_assert_null(mb_dossier_find(cut, &MB_ENTRY, "letter"));
    g_assert_cmpuint(mb_dossier_all(cut, &MB_MOVE)->len, ==, 0);
    free_book(&book);
}

static void test_item_of_a_withheld_plan_entry(void)
{
    Book book = new_book("one");
    MbEntry *entry = add_canary(&book, &MB_ENTRY, "entry");
    MbItem *item = add_item(&book, "forgotten", "3", NULL, TRUE);
    g_autoptr(MbDossier) cut = NULL;

    entry->restricted = TRUE;
    mb_set(&entry->paragraph, "3");
    mb_set(&entry->public_title, NULL);
    set_ref(item, "entry", "entry");
    cut = cut_clean(&book);
    g_assert_cmpstr(((MbItem *)mb_dossier_find(cut, &MB_ITEM, "forgotten"))->title, ==, "Restricted item");
    g_assert_cmpstr(((MbEntry *)mb_dossier_find(cut, &MB_ENTRY, "entry"))->title, ==, "Restricted item");
    free_book(&book);
}

static void test_moves(void)
{
    Book book = new_book("one");
    MbMove *move = add_canary(&book, &MB_MOVE, "move");
    g_autoptr(MbDossier) cut = NULL;

    set_ref(add_open(&book, &MB_ENTRY, "entry"), "board", "board");
    set_ref(move, "entry", "entry");
    set_ref(move, "decision", "secret-decision");
    cut = cut_clean(&book);
    g_assert_nonnull(mb_dossier_find(cut, &MB_MOVE, "move"));
    free_book(&book);
}

static void test_carried_item(void)
{
    Book book = new_book("one");
    MbItem *item = add_item(&book, "carried", "3", NULL, TRUE);
    g_autoptr(MbDossier) cut = NULL;

    set_ref(item, "carried_from", "secret");
    cut = cut_clean(&book);
    g_assert_cmpstr(((MbItem *)mb_dossier_find(cut, &MB_ITEM, "carried"))->title, ==, "A contract");
    free_book(&book);
}

static void test_taken_together(void)
{
    Book book = new_book("one");
    MbItem *item = add_item(&book, "together", "3", NULL, FALSE);
    g_autoptr(MbDossier) cut = NULL;

    set_ref(item, "taken_with", "secret");
    add_minute(&book, "together", "Both were discussed, and canary words fell.");
    set_ref(add_canary(&book, &MB_DECISION, NULL), "item", "together");
    mb_set(&((MbDecision *)mb_dossier_first(book.dossier, &MB_DECISION, "item", "together"))->text,
           "Both were discussed, and canary words fell, so it was agreed.");
    mb_set(&item->taken_with, "secret");
    cut = cut_clean(&book);
    g_assert_cmpstr(((MbItem *)mb_dossier_find(cut, &MB_ITEM, "together"))->title, ==, "open title");
    g_assert_cmpstr(((MbMinute *)mb_dossier_first(cut, &MB_MINUTE, "item", "together"))->text, ==, "Withheld.");
    g_assert_null(mb_dossier_first(cut, &MB_DECISION, "item", "together"));
    free_book(&book);
}

static void test_corrections(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = NULL;
    MbCorrection *at_secret = add_canary(&book, &MB_CORRECTION, NULL);
    MbCorrection *of_secret = add_canary(&book, &MB_CORRECTION, NULL);
    MbCorrection *by_page = add_canary(&book, &MB_CORRECTION, NULL);
    MbCorrection *by_minute = add_canary(&book, &MB_CORRECTION, NULL);
    MbCorrection *public = add_open(&book, &MB_CORRECTION, "public");

    add_minute(&book, "open", "Twelve people came.");
    set_ref(at_secret, "at_item", "secret");
    set_ref(of_secret, "meeting", "meeting");
    mb_set(&of_secret->item, "2.1");
    set_ref(by_page, "meeting", "meeting");
    mb_set(&by_page->item, NULL);
    set_ref(by_minute, "minute", "secret-minute");
    mb_set(&by_minute->item, "1");
    set_ref(public, "meeting", "meeting");
    set_ref(public, "at", "later");
    mb_set(&public->item, "1");
    cut = cut_clean(&book);
    g_assert_cmpuint(mb_dossier_all(cut, &MB_CORRECTION)->len, ==, 1);
    g_assert_cmpstr(((MbCorrection *)mb_dossier_find(cut, &MB_CORRECTION, "public"))->new_text, ==, "open new_text");
    free_book(&book);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cut/item", test_nothing_of_a_withheld_item);
    g_test_add_func("/cut/same", test_withheld_text_changes_nothing);
    g_test_add_func("/cut/open", test_open_stays);
    g_test_add_func("/cut/never", test_fields_that_are_never_public);
    g_test_add_func("/cut/actions", test_actions_by_other_ways);
    g_test_add_func("/cut/update", test_update_under_a_withheld_item);
    g_test_add_func("/cut/decisions", test_decisions_and_motions_linked);
    g_test_add_func("/cut/entry", test_plan_entry_of_a_withheld_item);
    g_test_add_func("/cut/item-of-entry", test_item_of_a_withheld_plan_entry);
    g_test_add_func("/cut/moves", test_moves);
    g_test_add_func("/cut/carried", test_carried_item);
    g_test_add_func("/cut/together", test_taken_together);
    g_test_add_func("/cut/corrections", test_corrections);
    return g_test_run();
}
