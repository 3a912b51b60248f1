/* SPDX-License-Identifier: MIT */
#include "minutebook/exchange/sentences.h"

#include "field.h"
#include "minutebook/base/embedded.h"
#include "minutebook/base/error.h"
#include "minutebook/base/file.h"
#include "minutebook/base/text.h"

#include <string.h>

#define FOLDER    "forms/sentences/"
#define ENDING    ".yaml"
#define SIZE_MOST (1024 * 1024)

const char *const mb_sentence_slots[] = {"chair", "time", "date", "item", "board", "next", NULL};

static void sentence_free(gpointer data)
{
    MbSentence *sentence = data;

    g_free(sentence->key);
    g_free(sentence->text);
    g_free(sentence);
}

/* A slot in TEXT that is none of those known; NULL where there is none. Newly allocated. */
static char *unknown_slot(const char *text)
{
    for (const char *open = strchr(text, '{'); open; open = strchr(open + 1, '{')) {
        gsize length = strcspn(open + 1, "}");
        g_autofree char *slot = g_strndup(open + 1, length);

        if (!open[1 + length] || !g_strv_contains(mb_sentence_slots, slot))
            return g_steal_pointer(&slot);
    }
    return NULL;
}

static MbSentence *with_key(const GPtrArray *sentences, const char *key)
{
    for (guint i = 0; i < sentences->len; i++)
        if (mb_text_same(((const MbSentence *)sentences->pdata[i])->key, key))
            return sentences->pdata[i];
    return NULL;
}

static gboolean is_sound(MbFaults *faults, const MbFields *fields, const char *key, const char *text)
{
    g_autofree char *slot = text ? unknown_slot(text) : NULL;

    if (key && strpbrk(key, " \t"))
        mb_faults_add(faults, mb_value_place(mb_fields_get(fields, "key")),
                      "“%s” is no key: expected one word, such as close", key);
    if (slot)
        mb_fields_no_word(faults, mb_fields_get(fields, "text"), "slot", mb_sentence_slots);
    return key && text && !slot;
}

static void read_sentence(MbFaults *faults, const MbValue *value, GPtrArray *sentences)
{
    static const char *const known[] = {"key", "text", NULL};
    g_autofree char *key = NULL;
    g_autofree char *text = NULL;
    MbFields fields;
    MbSentence *sentence;

    if (!mb_fields_open(&fields, faults, value, "a sentence", "{key: close, text: The Chair closed the meeting.}",
                        known))
        return;
    mb_fields_need(&fields, "key", "a sentence");
    mb_fields_need(&fields, "text", "a sentence");
    mb_fields_set(&fields, "key", &key);
    mb_fields_set(&fields, "text", &text);
    if (!is_sound(faults, &fields, key, text))
        return;
    sentence = with_key(sentences, key);
    if (!sentence) {
        sentence = g_new0(MbSentence, 1);
        sentence->key = g_steal_pointer(&key);
        g_ptr_array_add(sentences, sentence);
    }
    g_free(sentence->text);
    sentence->text = g_steal_pointer(&text);
}

static gboolean parse(const char *path, const char *bytes, gsize length, GPtrArray *sentences, GError **error)
{
    static const char *const known[] = {"sentences", NULL};
    g_autoptr(MbFaults) faults = mb_faults_new();
    g_autoptr(MbValue) documents = mb_yaml_read(path, bytes, length, faults);
    g_autofree char *text = NULL;
    MbFields all;

    if (mb_faults_count(faults) == 0 && mb_fields_open(&all, faults, mb_value_at(documents, 0), "a file of sentences",
                                                       "sentences: [{key: close, text: …}]", known)) {
        const MbValue *list = mb_fields_list(&all, "sentences", "- {key: close, text: The Chair closed the meeting.}");

        for (guint i = 0; i < mb_value_length(list); i++)
            read_sentence(faults, mb_value_at(list, i), sentences);
    }
    if (mb_faults_count(faults) == 0)
        return TRUE;
    text = mb_faults_text(faults);
    g_set_error_literal(error, MB_ERROR, MB_ERROR_INPUT, text);
    return FALSE;
}

static char *own_path(const char *name)
{
    g_autofree char *folder = mb_file_xdg(MB_XDG_CONFIG, FOLDER, FALSE, NULL);
    g_autofree char *path = folder ? g_strconcat(folder, name, ENDING, NULL) : NULL;

    return path && g_file_test(path, G_FILE_TEST_EXISTS) ? g_steal_pointer(&path) : NULL;
}

/* The user's file of that name, else the one that came with the program; none is no fault. */
static gboolean add_file(const char *name, GPtrArray *sentences, GError **error)
{
    g_autofree char *own = own_path(name);
    g_autofree char *path = g_strconcat(FOLDER, name, ENDING, NULL);
    const MbEmbedded *shipped = mb_embedded_find(path);
    g_autofree char *bytes = NULL;
    gsize length;

    if (own)
        return mb_file_read(own, SIZE_MOST, &bytes, &length, error) && parse(own, bytes, length, sentences, error);
    return !shipped || parse(path, shipped->bytes, shipped->length, sentences, error);
}

/* So that no name leads out of the folder. */
static gboolean name_well_formed(const char *name)
{
    return name && *name &&
           strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == strlen(name);
}

GPtrArray *mb_sentences_load(const char *rules, GError **error)
{
    g_autoptr(GPtrArray) sentences = g_ptr_array_new_with_free_func(sentence_free);

    if (!add_file("default", sentences, error) || (name_well_formed(rules) && !add_file(rules, sentences, error)))
        return NULL;
    return g_steal_pointer(&sentences);
}
