/* SPDX-License-Identifier: MIT */
/* For the tests of loading: a book in memory into which YAML is loaded. */
#ifndef TEST_LOAD_HELP_H
#define TEST_LOAD_HELP_H

#include "minutebook/base/embedded.h"
#include "minutebook/exchange/load.h"
#include "minutebook/model/finding.h"
#include "minutebook/model/nouns.h"

#include <string.h>

typedef struct {
    MbDossier *book;
    MbLoad load; /* of the last loading */
} Book;

static inline void book_let_go(Book *book)
{
    if (!book->load.faults)
        return;
    g_ptr_array_unref(book->load.changed);
    g_ptr_array_unref(book->load.gone);
    g_ptr_array_unref(book->load.findings);
    mb_faults_free(book->load.faults);
}

static inline Book book_new(void)
{
    return (Book){.book = mb_dossier_new()};
}

static inline void book_free(Book *book)
{
    book_let_go(book);
    mb_dossier_free(book->book);
}

static inline void book_begin(Book *book)
{
    book_let_go(book);
    book->load = (MbLoad){
        .dossier = book->book,
        .changed = g_ptr_array_new(),
        .gone = g_ptr_array_new_with_free_func(mb_record_free),
        .findings = mb_findings_new(),
        .faults = mb_faults_new(),
    };
}

/* Loads YAML as the file "f"; the faults, newly allocated ("" where there are none). */
static inline char *book_load(Book *book, const char *yaml)
{
    const char *name = "f";
    gsize length = strlen(yaml);

    book_begin(book);
    mb_load_files(&book->load, &name, &yaml, &length, 1);
    return mb_faults_text(book->load.faults);
}

/* Loads YAML, which must have no faults. */
static inline void book_load_well(Book *book, const char *yaml)
{
    g_autofree char *faults = book_load(book, yaml);

    g_assert_cmpstr(faults, ==, "");
}

/* The first record of NOUN whose text field NAME is VALUE; the test fails where there is none. */
static inline gpointer book_find(const Book *book, const MbNoun *noun, const char *name, const char *value)
{
    GPtrArray *all = mb_dossier_all(book->book, noun);
    const MbField *field = mb_noun_field(noun, name);

    for (guint i = 0; i < all->len; i++) {
        g_autofree char *text = mb_field_text(field, all->pdata[i]);
        if (g_strcmp0(text, value) == 0)
            return all->pdata[i];
    }
    g_error("no %s with %s %s", noun->name, name, value);
    return NULL;
}

/* The stored form of a field; newly allocated. */
static inline char *field_of(gpointer record, const char *name)
{
    return mb_field_text(mb_noun_field(((MbRecord *)record)->noun, name), record);
}

#define assert_field(record, name, value)                                                                              \
    do {                                                                                                               \
        g_autofree char *have = field_of(record, name);                                                                \
        g_assert_cmpstr(have, ==, value);                                                                              \
    } while (0)

static inline guint book_count(const Book *book, const MbNoun *noun)
{
    return mb_dossier_all(book->book, noun)->len;
}

/* Whether the last loading found RULE with TEXT in its sentence. */
static inline gboolean book_found(const Book *book, const char *rule, const char *text)
{
    for (guint i = 0; i < book->load.findings->len; i++) {
        const MbFinding *finding = book->load.findings->pdata[i];
        if (strcmp(finding->rule, rule) == 0 && strstr(finding->text, text))
            return TRUE;
    }
    return FALSE;
}

#endif
