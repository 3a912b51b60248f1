/* SPDX-License-Identifier: MIT */
#include "minutebook/exchange/rules.h"

#include "field.h"
#include "minutebook/base/embedded.h"
#include "minutebook/base/error.h"
#include "minutebook/base/file.h"
#include "minutebook/base/text.h"

#include <string.h>

#define FOLDER    "forms/rules/"
#define ENDING    ".yaml"
#define SIZE_MOST (1024 * 1024)

static gboolean open_part(const MbFields *all, const char *key, MbFields *part, const char *const *known)
{
    return mb_fields_has(all, key) &&
           mb_fields_open(part, all->faults, mb_fields_get(all, key), key, "source: the Act and its section", known);
}

static void read_notice(const MbFields *all, MbRules *rules)
{
    static const char *const known[] = {"agenda", "papers", "source", "papers_source", NULL};
    MbFields part;

    if (!open_part(all, "notice", &part, known))
        return;
    mb_fields_set_period(&part, "agenda", &rules->agenda_notice, &rules->agenda_notice_kind);
    mb_fields_set_period(&part, "papers", &rules->papers_notice, &rules->papers_notice_kind);
    mb_fields_set(&part, "source", &rules->agenda_notice_source);
    mb_fields_set(&part, "papers_source", &rules->papers_notice_source);
}

static void read_counting(const MbFields *all, MbRules *rules)
{
    static const char *const known[] = {"every_day", "saturdays", "easter_break", "christmas_break", "source", NULL};
    MbFields part;

    if (!open_part(all, "counting", &part, known))
        return;
    mb_fields_set_bool(&part, "every_day", &rules->every_day);
    mb_fields_set_bool(&part, "saturdays", &rules->saturdays);
    mb_fields_set_bool(&part, "easter_break", &rules->easter_break);
    mb_fields_set_bool(&part, "christmas_break", &rules->christmas_break);
    mb_fields_set(&part, "source", &rules->counting_source);
}

static void read_quorum(const MbFields *all, MbRules *rules)
{
    static const char *const known[] = {"fraction",  "at_least", "rounding", "of", "majority",
                                        "inquorate", "deputies", "source",   NULL};
    static const char *const inquorate[] = {"adjourn", "recommend", NULL};
    MbFields part;
    int word = 0;

    if (!open_part(all, "quorum", &part, known))
        return;
    mb_fields_set_fraction(&part, "fraction", &rules->quorum_over, &rules->quorum_under);
    mb_fields_set_int(&part, "at_least", &rules->quorum_at_least);
    mb_fields_set_word(&part, "rounding", mb_rounding_words, "rounding", &rules->quorum_rounding);
    mb_fields_set_word(&part, "of", mb_quorum_of_words, "membership", &rules->quorum_of);
    mb_fields_set_bool(&part, "majority", &rules->quorum_majority);
    mb_fields_set_word(&part, "inquorate", inquorate, "way to go on without a quorum", &word);
    rules->inquorate_recommends = word == 1;
    mb_fields_set_bool(&part, "deputies", &rules->deputies_count);
    mb_fields_set(&part, "source", &rules->quorum_source);
}

static void read_reason(MbFaults *faults, const MbValue *value, MbRules *rules)
{
    static const char *const known[] = {"paragraph", "words", "source", NULL};
    MbFields fields;

    if (!mb_fields_open(&fields, faults, value, "a reason",
                        "{paragraph: 1, words: Information relating to any individual}", known))
        return;
    MbReason *reason = g_new0(MbReason, 1);
    g_ptr_array_add(rules->reasons, reason);
    mb_fields_need(&fields, "paragraph", "a reason");
    mb_fields_set(&fields, "paragraph", &reason->paragraph);
    mb_fields_set(&fields, "words", &reason->words);
    mb_fields_set(&fields, "source", &reason->source);
}

static void read_withholding(const MbFields *all, MbRules *rules)
{
    static const char *const known[] = {"reasons", "notice", "exclusion", "readmission", "source", NULL};
    MbFields part;

    if (!open_part(all, "withholding", &part, known))
        return;
    const MbValue *reasons =
        mb_fields_list(&part, "reasons", "- {paragraph: 1, words: Information relating to any individual}");
    for (guint i = 0; i < mb_value_length(reasons); i++)
        read_reason(all->faults, mb_value_at(reasons, i), rules);
    mb_fields_set(&part, "notice", &rules->withheld);
    mb_fields_set(&part, "exclusion", &rules->exclusion);
    mb_fields_set(&part, "readmission", &rules->readmission);
    mb_fields_set(&part, "source", &rules->withheld_source);
}

static void read_interest(MbFaults *faults, const MbValue *value, MbRules *rules)
{
    static const char *const known[] = {"name", "speak", "vote", "leave", "quorum", "source", NULL};
    MbFields fields;

    if (!mb_fields_open(&fields, faults, value, "a kind of interest",
                        "{name: personal interest, speak: yes, vote: yes, leave: no, quorum: yes}", known))
        return;
    MbInterestKind *kind = g_new0(MbInterestKind, 1);
    g_ptr_array_add(rules->interests, kind);
    mb_fields_need(&fields, "name", "a kind of interest");
    mb_fields_set(&fields, "name", &kind->name);
    mb_fields_set_bool(&fields, "speak", &kind->may_speak);
    mb_fields_set_bool(&fields, "vote", &kind->may_vote);
    mb_fields_set_bool(&fields, "leave", &kind->must_leave);
    mb_fields_set_bool(&fields, "quorum", &kind->counts_to_quorum);
    mb_fields_set(&fields, "source", &kind->source);
}

static void read_interests(const MbFields *all, MbRules *rules)
{
    const MbValue *interests = mb_fields_list(all, "interests", "- {name: personal interest, speak: yes}");

    for (guint i = 0; i < mb_value_length(interests); i++)
        read_interest(all->faults, mb_value_at(interests, i), rules);
}

static void read_voting(const MbFields *all, MbRules *rules)
{
    static const char *const known[] = {"carried", "base", "casting_vote", "source", NULL};
    MbFields part;

    if (!open_part(all, "voting", &part, known))
        return;
    mb_fields_set_fraction(&part, "carried", &rules->vote_over, &rules->vote_under);
    mb_fields_set(&part, "base", &rules->vote_base);
    mb_fields_set_bool(&part, "casting_vote", &rules->casting_vote);
    mb_fields_set(&part, "source", &rules->vote_source);
}

static void read_approval(const MbFields *all, MbRules *rules)
{
    static const char *const known[] = {"extraordinary", "publish_draft", "source", NULL};
    MbFields part;

    if (!open_part(all, "approval", &part, known))
        return;
    mb_fields_set_bool(&part, "extraordinary", &rules->extraordinary_approves);
    mb_fields_set_bool(&part, "publish_draft", &rules->publish_draft);
    mb_fields_set(&part, "source", &rules->approval_source);
}

static void read_remote(const MbFields *all, MbRules *rules)
{
    static const char *const known[] = {"allowed", "quorum", "vote", "source", NULL};
    MbFields part;

    if (!open_part(all, "remote", &part, known))
        return;
    mb_fields_set_bool(&part, "allowed", &rules->remote_allowed);
    mb_fields_set_bool(&part, "quorum", &rules->remote_counts);
    mb_fields_set_bool(&part, "vote", &rules->remote_votes);
    mb_fields_set(&part, "source", &rules->remote_source);
}

static void read_all(MbFaults *faults, const MbValue *document, MbRules *rules)
{
    static const char *const known[] = {"name",        "title",     "year_starts", "notice",   "counting", "quorum",
                                        "withholding", "interests", "voting",      "approval", "remote",   NULL};
    MbFields all;

    if (!mb_fields_open(&all, faults, document, "a rule set", "name: partnership", known))
        return;
    mb_fields_set(&all, "title", &rules->title);
    mb_fields_set_month(&all, "year_starts", &rules->year_starts);
    read_notice(&all, rules);
    read_counting(&all, rules);
    read_quorum(&all, rules);
    read_withholding(&all, rules);
    read_interests(&all, rules);
    read_voting(&all, rules);
    read_approval(&all, rules);
    read_remote(&all, rules);
}

static MbRules *parse(const char *name, const char *path, const char *bytes, gsize length, GError **error)
{
    g_autoptr(MbFaults) faults = mb_faults_new();
    g_autoptr(MbValue) documents = mb_yaml_read(path, bytes, length, faults);
    g_autoptr(MbRules) rules = mb_rules_new();

    rules->name = g_strdup(name);
    if (mb_faults_count(faults) == 0)
        read_all(faults, mb_value_at(documents, 0), rules);
    if (mb_faults_count(faults) == 0)
        return g_steal_pointer(&rules);
    g_autofree char *text = mb_faults_text(faults);
    g_set_error_literal(error, MB_ERROR, MB_ERROR_INPUT, text);
    return NULL;
}

/* The user's own folder; NULL where there is none. */
static char *own_folder(void)
{
    return mb_file_xdg(MB_XDG_CONFIG, "forms/rules", FALSE, NULL);
}

static char *own_path(const char *name)
{
    g_autofree char *folder = own_folder();
    g_autofree char *path = folder ? g_strconcat(folder, "/", name, ENDING, NULL) : NULL;

    return path && g_file_test(path, G_FILE_TEST_EXISTS) ? g_steal_pointer(&path) : NULL;
}

/* Lower-case words with hyphens: so that no name leads out of the folder. */
static gboolean name_well_formed(const char *name)
{
    for (const char *c = name; *c; c++)
        if (!g_ascii_isalnum(*c) && *c != '-' && *c != '_')
            return FALSE;
    return *name != '\0';
}

static void refuse_name(const char *name, GError **error)
{
    g_auto(GStrv) names = mb_rules_names();
    const char *nearest = mb_text_nearest(name, (const char *const *)names);
    g_autofree char *all = g_strjoinv(", ", names);
    g_autofree char *shown = mb_fields_shown(name);

    if (nearest)
        g_set_error(error, MB_ERROR, MB_ERROR_INPUT, "%s is no rule set: expected %s (known: %s)", shown, nearest, all);
    else
        g_set_error(error, MB_ERROR, MB_ERROR_INPUT, "%s is no rule set: expected one of %s", shown, all);
}

MbRules *mb_rules_load(const char *name, GError **error)
{
    gboolean fit = name_well_formed(name);
    g_autofree char *own = fit ? own_path(name) : NULL;
    g_autofree char *path = g_strconcat(FOLDER, name, ENDING, NULL);
    const MbEmbedded *shipped = fit ? mb_embedded_find(path) : NULL;
    g_autofree char *bytes = NULL;
    gsize length;

    if (own)
        return mb_file_read(own, SIZE_MOST, &bytes, &length, error) ? parse(name, own, bytes, length, error) : NULL;
    if (shipped)
        return parse(name, path, shipped->bytes, shipped->length, error);
    refuse_name(name, error);
    return NULL;
}

static void add_name(GPtrArray *names, const char *file)
{
    if (!g_str_has_suffix(file, ENDING))
        return;
    g_autofree char *name = g_strndup(file, strlen(file) - strlen(ENDING));
    if (name_well_formed(name) && !g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
        g_ptr_array_add(names, g_steal_pointer(&name));
}

static int compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

char **mb_rules_names(void)
{
    g_autofree char *folder = own_folder();
    g_autoptr(GDir) own = folder ? g_dir_open(folder, 0, NULL) : NULL;
    GPtrArray *names = g_ptr_array_new();

    for (gsize i = 0; i < mb_embedded_count; i++)
        if (g_str_has_prefix(mb_embedded[i].path, FOLDER))
            add_name(names, mb_embedded[i].path + strlen(FOLDER));
    for (const char *file; own && (file = g_dir_read_name(own)) != NULL;)
        add_name(names, file);
    g_ptr_array_sort(names, compare_names);
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(names, FALSE);
}
