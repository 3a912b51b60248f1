/* SPDX-License-Identifier: MIT */
/* Nothing restricted ever leaks: every text of every record that hangs on something withheld is a canary, and no canary
 * is in the cut. */
#include "minutebook/base/text.h"
#include "minutebook/clerk/cut.h"
#include "minutebook/model/nouns.h"

#include <string.h>

#define TODAY mb_day_from(2026, 1, 29)

typedef struct {
    MbDossier *dossier;
    const char *seed; /* part of every withheld text */
    int next;
} Book;

static char **slot(gpointer record, const char *field)
{
    const MbField *found = mb_noun_field(((MbRecord *)record)->noun, field);

    g_assert_nonnull(found);
    return (char **)((char *)record + found->offset);
}

static void set_ref(gpointer record, const char *field, const char *id)
{
    mb_set(slot(record, field), id);
}

/* A record with an id of its own that is the same each time the book is made. */
static gpointer add(Book *book, const MbNoun *noun, const char *id)
{
    MbRecord *record = mb_record_new(noun);

    g_free(record->id);
    record->id = id ? g_strdup(id) : g_strdup_printf("r%d", book->next++);
    return mb_dossier_add(book->dossier, record);
}

/* … whose every text is a canary and whose every number is of the same length as the seed. */
static gpointer add_canary(Book *book, const MbNoun *noun, const char *id)
{
    MbRecord *record = add(book, noun, id);

    for (const MbField *field = noun->fields; field->name; field++) {
        if (field->kind == MB_FIELD_TEXT)
            mb_set_take(slot(record, field->name),
                        g_strdup_printf("canary %s %s %s", book->seed, noun->name, field->name));
        if (field->kind == MB_FIELD_INT && strcmp(field->name, "position") != 0)
            *(int *)((char *)record + field->offset) = (int)strlen(book->seed);
        if (field->kind == MB_FIELD_TIME)
            *(int *)((char *)record + field->offset) = (int)strlen(book->seed);
    }
    return record;
}

static gpointer add_open(Book *book, const MbNoun *noun, const char *id)
{
    MbRecord *record = add(book, noun, id);

    for (const MbField *field = noun->fields; field->name; field++)
        if (field->kind == MB_FIELD_TEXT)
            mb_set_take(slot(record, field->name), g_strdup_printf("open %s", field->name));
    return record;
}

static void add_frame(Book *book)
{
    MbBoard *board = add_open(book, &MB_BOARD, "board");
    MbMeeting *meeting = add_open(book, &MB_MEETING, "meeting");
    MbMeeting *later = add_open(book, &MB_MEETING, "later");

    board->next_ref = (int)strlen(book->seed);
    set_ref(meeting, "board", "board");
    set_ref(later, "board", "board");
    meeting->day = mb_day_from(2026, 1, 15);
    later->day = mb_day_from(2026, 3, 12);
    set_ref(add_open(book, &MB_PLAN, "plan"), "board", "board");
}

static MbItem *add_item(Book *book, const char *id, const char *number, const char *parent, gboolean canary)
{
    MbItem *item = canary ? add_canary(book, &MB_ITEM, id) : add_open(book, &MB_ITEM, id);

    set_ref(item, "meeting", "meeting");
    set_ref(item, "parent", parent);
    mb_set(&item->number, number);
    item->position = book->next++;
    return item;
}

static MbRestriction *restrict_to(Book *book, const char *field, const char *id)
{
    MbRestriction *restriction = add(book, &MB_RESTRICTION, NULL);

    set_ref(restriction, field, id);
    mb_set(&restriction->paragraph, "3");
    return restriction;
}

static MbAction *add_action(Book *book, const char *id, const char *item, gboolean canary)
{
    MbAction *action = canary ? add_canary(book, &MB_ACTION, id) : add_open(book, &MB_ACTION, id);

    set_ref(action, "board", "board");
    set_ref(action, "raised_at", "meeting");
    set_ref(action, "item", item);
    if (!item)
        mb_set(&action->item_words, NULL);
    return action;
}

static MbMinute *add_minute(Book *book, const char *item, const char *text)
{
    MbMinute *minute = add(book, &MB_MINUTE, NULL);

    set_ref(minute, "meeting", "meeting");
    set_ref(minute, "item", item);
    minute->position = book->next;
    mb_set(&minute->text, text);
    return minute;
}

/* Everything that may hang on an item. */
static void hang_on(Book *book, const char *item)
{
    static const MbNoun *const nouns[] = {&MB_PRESENTER, &MB_RECOMMENDATION, &MB_PAPER,    &MB_MINUTE, &MB_DECLARATION,
                                          &MB_DECISION,  &MB_MOTION,         &MB_ELECTION, &MB_EVENT};
    g_autofree char *prefix = g_strconcat(item, "-", NULL);

    for (guint i = 0; i < G_N_ELEMENTS(nouns); i++) {
        g_autofree char *id = g_strconcat(prefix, nouns[i]->name, NULL);
        gpointer record = add_canary(book, nouns[i], id);

        set_ref(record, "item", item);
        if (mb_noun_field(nouns[i], "meeting"))
            set_ref(record, "meeting", "meeting");
    }
}

static const char *hung(const char *item, const char *noun)
{
    g_autofree char *id = g_strdup_printf("%s-%s", item, noun);

    return g_intern_string(id);
}

static void hang_parts(Book *book, const char *item, const char *action)
{
    const MbNoun *const of_action[] = {&MB_OWNER, &MB_UPDATE, &MB_CHASER, &MB_REDATE};

    add_action(book, action, item, TRUE);
    for (guint i = 0; i < G_N_ELEMENTS(of_action); i++)
        set_ref(add_canary(book, of_action[i], NULL), "action", action);
    set_ref(add_canary(book, &MB_CELL, NULL), "minute", hung(item, "minute"));
    set_ref(add_canary(book, &MB_VOTE, NULL), "decision", hung(item, "decision"));
    set_ref(add_canary(book, &MB_CANDIDATE, NULL), "election", hung(item, "election"));
}

/* Board, an open item 1, a withheld item 2 with a nested and a lettered one, and everything on them. */
static Book new_book(const char *seed)
{
    Book book = {.dossier = mb_dossier_new(), .seed = seed};
    MbRestriction *restriction;

    add_frame(&book);
    add_item(&book, "open", "1", NULL, FALSE);
    add_item(&book, "secret", "2", NULL, TRUE);
    add_item(&book, "nested", "2.1", "secret", TRUE);
    add_item(&book, "part", "2(a)", "nested", TRUE)->lettered = TRUE;
    restriction = restrict_to(&book, "item", "secret");
    mb_set(&restriction->public_title, "A contract");
    hang_on(&book, "secret");
    hang_on(&book, "nested");
    hang_on(&book, "part");
    hang_parts(&book, "secret", "action-secret");
    hang_parts(&book, "nested", "action-nested");
    return book;
}

static void dump_field(GString *out, const MbField *field, const MbRecord *record)
{
    g_autofree char *text = mb_field_text(field, record);

    if (text && strcmp(text, "0") != 0)
        g_string_append_printf(out, "%s %s %s=%s\n", record->noun->name, record->id, field->name, text);
}

/* Every field of every record. */
static char *dump(const MbDossier *dossier)
{
    GString *out = g_string_new(NULL);

    for (gsize i = 0; mb_nouns[i]; i++) {
        GPtrArray *all = mb_dossier_all(dossier, mb_nouns[i]);

        for (guint at = 0; at < all->len; at++) {
            const MbRecord *record = all->pdata[at];

            g_string_append_printf(out, "%s %s\n", record->noun->name, record->id);
            for (const MbField *field = record->noun->fields; field->name; field++)
                dump_field(out, field, record);
        }
    }
    return g_string_free(out, FALSE);
}

static MbRules *rules_for_tests(void)
{
    MbRules *rules = mb_rules_new();
    MbReason *reason = g_new0(MbReason, 1);

    reason->paragraph = g_strdup("3");
    reason->words = g_strdup("Information about business affairs");
    g_ptr_array_add(rules->reasons, reason);
    rules->withheld = g_strdup("Not for publication: paragraph %s, %w.");
    rules->exclusion = g_strdup("RESOLVED that the public be excluded under paragraph %s, %w.");
    return rules;
}

static MbDossier *cut_public(const MbDossier *dossier)
{
    g_autoptr(MbRules) rules = rules_for_tests();

    return mb_cut_dossier(dossier, rules, MB_CUT_PUBLIC, TODAY);
}

/* The cut of BOOK, which holds no canary. */
static MbDossier *cut_clean(const Book *book)
{
    MbDossier *cut = cut_public(book->dossier);
    g_autofree char *text = dump(cut);

    if (strstr(text, "canary"))
        g_test_message("%s", text);
    g_assert_null(strstr(text, "canary"));
    return cut;
}

static void assert_same_lines(const char *first, const char *second)
{
    g_auto(GStrv) left = g_strsplit(first, "\n", -1);
    g_auto(GStrv) right = g_strsplit(second, "\n", -1);

    for (guint i = 0; left[i] || right[i]; i++) {
        g_assert_cmpstr(left[i], ==, right[i]);
        if (!left[i])
            return;
    }
}

static void free_book(Book *book)
{
    mb_dossier_free(book->dossier);
}

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

static void test_events_objectives_attendance(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = NULL;
    MbEvent *excluded = add_canary(&book, &MB_EVENT, "excluded");
    MbEvent *inside = add_canary(&book, &MB_EVENT, "inside");
    MbAttendance *attendance = add_canary(&book, &MB_ATTENDANCE, "attendance");

    set_ref(excluded, "meeting", "meeting");
    set_ref(excluded, "item", "secret");
    excluded->what = MB_EVENT_PUBLIC_EXCLUDED;
    excluded->position = 10;
    set_ref(inside, "meeting", "meeting");
    inside->what = MB_EVENT_QUORUM_LOST;
    inside->position = 11;
    set_ref(add_canary(&book, &MB_OBJECTIVE, NULL), "meeting", "meeting");
    set_ref(attendance, "meeting", "meeting");
    set_ref(attendance, "left_item", "secret");
    mb_set(&attendance->name, "First Last");
    mb_set(&attendance->initials, NULL);
    mb_set(&attendance->role, NULL);
    mb_set(&attendance->post, NULL);
    mb_set(&attendance->organisation, NULL);
    mb_set(&attendance->group_name, NULL);
    mb_set(&attendance->status_words, NULL);
    mb_set(&attendance->represented_by_name, NULL);
    cut = cut_clean(&book);
    excluded = mb_dossier_find(cut, &MB_EVENT, "excluded");
    attendance = mb_dossier_find(cut, &MB_ATTENDANCE, "attendance");
    g_assert_cmpstr(excluded->text, ==,
                    "RESOLVED that the public be excluded under paragraph 3, Information about business affairs.");
    g_assert_null(mb_dossier_find(cut, &MB_EVENT, "inside"));
    g_assert_cmpint(attendance->left, ==, MB_NO_TIME);
    g_assert_null(attendance->left_item);
    g_assert_null(attendance->note);
    free_book(&book);
}

/* Who came for the private part only would tell by the clock how long it took. */
static void test_comings_and_goings(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = NULL;
    MbEvent *excluded = add(&book, &MB_EVENT, "excluded");
    MbEvent *back = add(&book, &MB_EVENT, "back");
    MbAttendance *adviser = add(&book, &MB_ATTENDANCE, "adviser");
    MbAttendance *late = add(&book, &MB_ATTENDANCE, "late");
    MbPresence *presence = add(&book, &MB_PRESENCE, "presence");

    set_ref(excluded, "meeting", "meeting");
    excluded->what = MB_EVENT_PUBLIC_EXCLUDED;
    excluded->at = mb_time_parse("23:50");
    set_ref(back, "meeting", "meeting");
    back->what = MB_EVENT_PUBLIC_READMITTED;
    back->at = mb_time_parse("00:20");
    back->position = 1;
    ((MbMeeting *)mb_dossier_find(book.dossier, &MB_MEETING, "meeting"))->starts = mb_time_parse("20:00");
    set_ref(adviser, "meeting", "meeting");
    adviser->arrived = mb_time_parse("23:55");
    adviser->left = mb_time_parse("00:20");
    set_ref(late, "meeting", "meeting");
    late->arrived = mb_time_parse("20:15");
    late->left = mb_time_parse("00:30");
    set_ref(presence, "attendance", "late");
    presence->arrived = mb_time_parse("00:01");
    cut = cut_clean(&book);
    adviser = mb_dossier_find(cut, &MB_ATTENDANCE, "adviser");
    late = mb_dossier_find(cut, &MB_ATTENDANCE, "late");
    g_assert_cmpint(adviser->arrived, ==, MB_NO_TIME);
    g_assert_cmpint(adviser->left, ==, MB_NO_TIME);
    g_assert_cmpint(late->arrived, ==, mb_time_parse("20:15"));
    g_assert_cmpint(late->left, ==, mb_time_parse("00:30"));
    g_assert_null(mb_dossier_find(cut, &MB_PRESENCE, "presence"));
    free_book(&book);
}

static void test_papers(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = NULL;
    MbPaper *paper = add_canary(&book, &MB_PAPER, "paper");
    MbPaper *appendix = add_canary(&book, &MB_PAPER, "appendix");
    MbPaper *open = add_open(&book, &MB_PAPER, "report");

    set_ref(paper, "item", "open");
    set_ref(paper, "meeting", "meeting");
    set_ref(appendix, "item", "open");
    set_ref(appendix, "parent", "paper");
    set_ref(open, "item", "open");
    set_ref(open, "meeting", "meeting");
    open->first_page = 31;
    restrict_to(&book, "paper", "paper");
    cut = cut_clean(&book);
    g_assert_cmpstr(((MbPaper *)mb_dossier_find(cut, &MB_PAPER, "paper"))->title, ==, "Restricted paper");
    g_assert_null(mb_dossier_find(cut, &MB_PAPER, "appendix"));
    g_assert_cmpstr(((MbPaper *)mb_dossier_find(cut, &MB_PAPER, "report"))->title, ==, "open title");
    g_assert_cmpint(((MbPaper *)mb_dossier_find(cut, &MB_PAPER, "report"))->first_page, ==, MB_NO_INT);
    g_assert_null(((MbItem *)mb_dossier_find(cut, &MB_ITEM, "open"))->pages);
    free_book(&book);
}

/* People, posts and bodies who are named in withheld business only are not in the cut at all. */
static void test_people_of_withheld_business(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = NULL;
    MbTenure *tenure = add(&book, &MB_TENURE, "tenure");

    add_canary(&book, &MB_PERSON, "stranger");
    add_canary(&book, &MB_PERSON, "holder");
    set_ref(add_canary(&book, &MB_POST, "post"), "organisation", "body");
    add_canary(&book, &MB_ORGANISATION, "body");
    set_ref(tenure, "person", "holder");
    set_ref(tenure, "post", "post");
    set_ref(mb_dossier_find(book.dossier, &MB_PRESENTER, "secret-presenter"), "person", "stranger");
    set_ref(mb_dossier_first(book.dossier, &MB_OWNER, "action", "action-secret"), "post", "post");
    add_open(&book, &MB_PERSON, "member");
    set_ref(add_open(&book, &MB_SEAT, NULL), "person", "member");
    cut = cut_clean(&book);
    g_assert_cmpuint(mb_dossier_all(cut, &MB_PERSON)->len, ==, 1);
    g_assert_nonnull(mb_dossier_find(cut, &MB_PERSON, "member"));
    free_book(&book);
}

static void test_paragraphs(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = NULL;
    g_autoptr(GPtrArray) minutes = NULL;
    MbMinute *first = (book.next = 100, add_minute(&book, "open", "First, openly."));
    MbMinute *second = (book.next = 110, add_minute(&book, "open", "The canary flew over the northern bank at noon."));
    MbMinute *third = (book.next = 120, add_minute(&book, "open", "The canary came back."));
    MbMinute *last = (book.next = 130, add_minute(&book, "open", "Last, openly."));
    MbMinute *note = (book.next = 140, add_minute(&book, "open", "canary note"));
    MbMinute *private = (book.next = 150, add_minute(&book, "open", "canary line"));

    note->layer = MB_LAYER_NOTE;
    private->layer = MB_LAYER_PRIVATE;
    set_ref(restrict_to(&book, "minute", second->id), "minute", second->id);
    restrict_to(&book, "minute", third->id);
    add_action(&book, "told", "open", FALSE);
    mb_set(&((MbAction *)mb_dossier_find(book.dossier, &MB_ACTION, "told"))->text,
           "Ask why the Canary flew over the northern bank");
    add_action(&book, "whole", "open", FALSE);
    mb_set(&((MbAction *)mb_dossier_find(book.dossier, &MB_ACTION, "whole"))->text, "Canary came back");
    add_action(&book, "other", "open", FALSE);
    cut = cut_clean(&book);
    minutes = mb_dossier_of(cut, &MB_MINUTE, "item", "open");
    g_assert_cmpuint(minutes->len, ==, 3); /* adjoining withheld paragraphs share a notice */
    g_assert_cmpstr(((MbMinute *)minutes->pdata[0])->text, ==, first->text);
    g_assert_cmpstr(((MbMinute *)minutes->pdata[1])->text, ==,
                    "Not for publication: paragraph 3, Information about business affairs.");
    g_assert_cmpstr(((MbMinute *)minutes->pdata[2])->text, ==, last->text);
    g_assert_cmpint(((MbMinute *)minutes->pdata[2])->position, ==, 2);
    g_assert_cmpuint(mb_dossier_all(cut, &MB_ACTION)->len, ==, 1);
    g_assert_nonnull(mb_dossier_find(cut, &MB_ACTION, "other"));
    free_book(&book);
}

static void withhold_span(Book *book, const MbMinute *minute, const char *words)
{
    MbRestriction *restriction = restrict_to(book, "minute", minute->id);
    const char *at = strstr(minute->text, words);

    g_assert_nonnull(at);
    restriction->start = (int)g_utf8_pointer_to_offset(minute->text, at);
    restriction->length = (int)g_utf8_strlen(words, -1);
}

static void test_spans(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = NULL;
    MbMinute *minute = add_minute(&book, "open", "Žofie said that Canary Wharf and the Canary Yard were sold.");
    MbAction *action = add_action(&book, "action", "open", FALSE);

    withhold_span(&book, minute, "Canary Wharf");
    withhold_span(&book, minute, "and");
    withhold_span(&book, minute, "the Canary Yard");
    mb_set(&action->text, "Write to canary  wharf about it");
    cut = cut_clean(&book);
    g_assert_cmpstr(((MbMinute *)mb_dossier_first(cut, &MB_MINUTE, "item", "open"))->text, ==,
                    "Žofie said that [withheld] were sold.");
    g_assert_cmpstr(((MbAction *)mb_dossier_find(cut, &MB_ACTION, "action"))->text, ==, "Write to [withheld] about it");
    free_book(&book);
}

/* The text was changed since: nobody can tell what the span meant, so all of it is withheld. */
static void test_span_outside(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = NULL;
    MbMinute *minute = add_minute(&book, "open", "A canary.");
    MbRestriction *restriction = restrict_to(&book, "minute", minute->id);

    restriction->start = 5;
    restriction->length = 40;
    cut = cut_clean(&book);
    g_assert_cmpstr(((MbMinute *)mb_dossier_first(cut, &MB_MINUTE, "item", "open"))->text, ==,
                    "Not for publication: paragraph 3, Information about business affairs.");
    free_book(&book);
}

static void test_lifted(void)
{
    Book book = new_book("one");
    MbRestriction *restriction = mb_dossier_first(book.dossier, &MB_RESTRICTION, "item", "secret");
    g_autoptr(MbDossier) before = NULL;
    g_autoptr(MbDossier) after = NULL;

    restriction->lifted_on = TODAY + 1;
    before = cut_clean(&book);
    restriction->lifted_on = TODAY;
    after = cut_public(book.dossier);
    g_assert_cmpstr(((MbItem *)mb_dossier_find(after, &MB_ITEM, "secret"))->title, ==, "canary one item title");
    g_assert_nonnull(mb_dossier_find(after, &MB_ITEM, "nested"));
    g_assert_cmpuint(mb_dossier_all(after, &MB_RESTRICTION)->len, ==, 0);
    free_book(&book);
}

static void test_public_titles(void)
{
    Book book = new_book("one");
    MbItem *same = add_item(&book, "same", "3", NULL, FALSE);
    MbItem *none = add_item(&book, "none", "4", NULL, TRUE);
    MbRestriction *restriction = restrict_to(&book, "item", same->id);
    g_autoptr(MbDossier) cut = NULL;

    mb_set(&restriction->public_title, "same");
    mb_set(&restrict_to(&book, "item", none->id)->reason, "reserved business");
    cut = cut_clean(&book);
    g_assert_cmpstr(((MbItem *)mb_dossier_find(cut, &MB_ITEM, "same"))->title, ==, "open title");
    g_assert_null(((MbItem *)mb_dossier_find(cut, &MB_ITEM, "same"))->standing_text);
    g_assert_cmpstr(((MbItem *)mb_dossier_find(cut, &MB_ITEM, "none"))->title, ==, "Restricted item");
    free_book(&book);
}

static void test_members(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = NULL;
    MbMinute *note = add_minute(&book, "open", "the clerk's own");
    g_autofree char *text = NULL;

    note->layer = MB_LAYER_NOTE;
    add_item(&book, "listed", "3", NULL, TRUE);
    set_ref(restrict_to(&book, "item", "listed"), "audience", "some list");
    hang_on(&book, "listed");
    cut = mb_cut_dossier(book.dossier, NULL, MB_CUT_MEMBERS, TODAY);
    text = dump(cut);
    g_assert_cmpstr(((MbItem *)mb_dossier_find(cut, &MB_ITEM, "secret"))->title, ==, "canary one item title");
    g_assert_nonnull(mb_dossier_first(cut, &MB_RESTRICTION, "item", "secret"));
    g_assert_nonnull(mb_dossier_find(cut, &MB_ACTION, "action-secret"));
    g_assert_cmpstr(((MbItem *)mb_dossier_find(cut, &MB_ITEM, "listed"))->title, ==, "Restricted item");
    g_assert_null(mb_dossier_find(cut, &MB_DECISION, "listed-decision"));
    g_assert_null(strstr(text, "the clerk's own"));
    free_book(&book);
}

/* Items that lead back to themselves are withheld, and the cut comes to an end. */
static void test_circles(void)
{
    Book book = new_book("one");
    g_autoptr(MbDossier) cut = NULL;

    set_ref(add_item(&book, "egg", "3", "hen", TRUE), "carried_from", "hen");
    set_ref(add_item(&book, "hen", "4", "egg", TRUE), "carried_from", "egg");
    set_ref(add_canary(&book, &MB_ENTRY, "a"), "parent", "b");
    set_ref(add_canary(&book, &MB_ENTRY, "b"), "parent", "a");
    cut = cut_clean(&book);
    g_assert_null(mb_dossier_find(cut, &MB_ITEM, "egg"));
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
    g_test_add_func("/cut/events", test_events_objectives_attendance);
    g_test_add_func("/cut/comings-and-goings", test_comings_and_goings);
    g_test_add_func("/cut/papers", test_papers);
    g_test_add_func("/cut/people", test_people_of_withheld_business);
    g_test_add_func("/cut/paragraphs", test_paragraphs);
    g_test_add_func("/cut/spans", test_spans);
    g_test_add_func("/cut/span-outside", test_span_outside);
    g_test_add_func("/cut/lifted", test_lifted);
    g_test_add_func("/cut/titles", test_public_titles);
    g_test_add_func("/cut/members", test_members);
    g_test_add_func("/cut/circles", test_circles);
    return g_test_run();
}
