/* SPDX-License-Identifier: MIT */
/* Nothing restricted ever leaks: every text of every record that hangs on something withheld is a canary, and no canary
 * is in the cut. Books with canaries, and what the cut leaves of them: for the tests of clerk/cut.h. */
#ifndef MINUTEBOOK_TESTS_CUT_HELP_H
#define MINUTEBOOK_TESTS_CUT_HELP_H

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

G_GNUC_UNUSED static char **slot(gpointer record, const char *field)
{
    const MbField *found = mb_noun_field(((MbRecord *)record)->noun, field);

    g_assert_nonnull(found);
    return (char **)((char *)record + found->offset);
}

G_GNUC_UNUSED static void set_ref(gpointer record, const char *field, const char *id)
{
    mb_set(slot(record, field), id);
}

/* A record with an id of its own that is the same each time the book is made. */
G_GNUC_UNUSED static gpointer add(Book *book, const MbNoun *noun, const char *id)
{
    MbRecord *record = mb_record_new(noun);

    g_free(record->id);
    record->id = id ? g_strdup(id) : g_strdup_printf("r%d", book->next++);
    return mb_dossier_add(book->dossier, record);
}

/* … whose every text is a canary and whose every number is of the same length as the seed. */
G_GNUC_UNUSED static gpointer add_canary(Book *book, const MbNoun *noun, const char *id)
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

G_GNUC_UNUSED static gpointer add_open(Book *book, const MbNoun *noun, const char *id)
{
    MbRecord *record = add(book, noun, id);

    for (const MbField *field = noun->fields; field->name; field++)
        if (field->kind == MB_FIELD_TEXT)
            mb_set_take(slot(record, field->name), g_strdup_printf("open %s", field->name));
    return record;
}

G_GNUC_UNUSED static void add_frame(Book *book)
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

G_GNUC_UNUSED static MbItem *add_item(Book *book, const char *id, const char *number, const char *parent,
                                      gboolean canary)
{
    MbItem *item = canary ? add_canary(book, &MB_ITEM, id) : add_open(book, &MB_ITEM, id);

    set_ref(item, "meeting", "meeting");
    set_ref(item, "parent", parent);
    mb_set(&item->number, number);
    item->position = book->next++;
    return item;
}

G_GNUC_UNUSED static MbRestriction *restrict_to(Book *book, const char *field, const char *id)
{
    MbRestriction *restriction = add(book, &MB_RESTRICTION, NULL);

    set_ref(restriction, field, id);
    mb_set(&restriction->paragraph, "3");
    return restriction;
}

G_GNUC_UNUSED static MbAction *add_action(Book *book, const char *id, const char *item, gboolean canary)
{
    MbAction *action = canary ? add_canary(book, &MB_ACTION, id) : add_open(book, &MB_ACTION, id);

    set_ref(action, "board", "board");
    set_ref(action, "raised_at", "meeting");
    set_ref(action, "item", item);
    if (!item)
        mb_set(&action->item_words, NULL);
    return action;
}

G_GNUC_UNUSED static MbMinute *add_minute(Book *book, const char *item, const char *text)
{
    MbMinute *minute = add(book, &MB_MINUTE, NULL);

    set_ref(minute, "meeting", "meeting");
    set_ref(minute, "item", item);
    minute->position = book->next;
    mb_set(&minute->text, text);
    return minute;
}

/* Everything that may hang on an item. */
G_GNUC_UNUSED static void hang_on(Book *book, const char *item)
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

G_GNUC_UNUSED static void hang_parts(Book *book, const char *item, const char *action)
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
G_GNUC_UNUSED static Book new_book(const char *seed)
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

G_GNUC_UNUSED static void dump_field(GString *out, const MbField *field, const MbRecord *record)
{
    g_autofree char *text = mb_field_text(field, record);

    if (text && strcmp(text, "0") != 0)
        g_string_append_printf(out, "%s %s %s=%s\n", record->noun->name, record->id, field->name, text);
}

/* Every field of every record. */
G_GNUC_UNUSED static char *dump(const MbDossier *dossier)
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

G_GNUC_UNUSED static MbRules *rules_for_tests(void)
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

G_GNUC_UNUSED static MbDossier *cut_public(const MbDossier *dossier)
{
    g_autoptr(MbRules) rules = rules_for_tests();

    return mb_cut_dossier(dossier, rules, MB_CUT_PUBLIC, TODAY);
}

/* The cut of BOOK, which holds no canary. */
G_GNUC_UNUSED static MbDossier *cut_clean(const Book *book)
{
    MbDossier *cut = cut_public(book->dossier);
    g_autofree char *text = dump(cut);

    if (strstr(text, "canary"))
        g_test_message("%s", text);
    g_assert_null(strstr(text, "canary"));
    return cut;
}

G_GNUC_UNUSED static void assert_same_lines(const char *first, const char *second)
{
    g_auto(GStrv) left = g_strsplit(first, "\n", -1);
    g_auto(GStrv) right = g_strsplit(second, "\n", -1);

    for (guint i = 0; left[i] || right[i]; i++) {
        g_assert_cmpstr(left[i], ==, right[i]);
        if (!left[i])
            return;
    }
}

G_GNUC_UNUSED static void free_book(Book *book)
{
    mb_dossier_free(book->dossier);
}

#endif
