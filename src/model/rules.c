/* SPDX-License-Identifier: MIT */
#include "minutebook/model/rules.h"

#include "minutebook/base/text.h"

static void reason_free(gpointer data)
{
    MbReason *reason = data;

    g_free(reason->paragraph);
    g_free(reason->words);
    g_free(reason->source);
    g_free(reason);
}

static void interest_free(gpointer data)
{
    MbInterestKind *kind = data;

    g_free(kind->name);
    g_free(kind->source);
    g_free(kind);
}

MbRules *mb_rules_new(void)
{
    MbRules *rules = g_new0(MbRules, 1);

    rules->agenda_notice = MB_NO_INT;
    rules->papers_notice = MB_NO_INT;
    rules->quorum_over = MB_NO_INT;
    rules->quorum_under = MB_NO_INT;
    rules->quorum_at_least = MB_NO_INT;
    rules->vote_over = MB_NO_INT;
    rules->vote_under = MB_NO_INT;
    rules->reasons = g_ptr_array_new_with_free_func(reason_free);
    rules->interests = g_ptr_array_new_with_free_func(interest_free);
    return rules;
}

void mb_rules_free(MbRules *rules)
{
    if (!rules)
        return;
    char *const texts[] = {
        rules->name,
        rules->title,
        rules->agenda_notice_source,
        rules->papers_notice_source,
        rules->counting_source,
        rules->quorum_source,
        rules->withheld,
        rules->exclusion,
        rules->readmission,
        rules->withheld_source,
        rules->vote_base,
        rules->vote_source,
        rules->approval_source,
        rules->remote_source,
    };
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        g_free(texts[i]);
    g_ptr_array_unref(rules->reasons);
    g_ptr_array_unref(rules->interests);
    g_free(rules);
}

const MbReason *mb_rules_reason(const MbRules *rules, const char *paragraph)
{
    for (guint i = 0; rules && paragraph && i < rules->reasons->len; i++) {
        const MbReason *reason = rules->reasons->pdata[i];
        if (mb_text_same(reason->paragraph, paragraph))
            return reason;
    }
    return NULL;
}

const MbInterestKind *mb_rules_interest(const MbRules *rules, const char *name)
{
    for (guint i = 0; rules && name && i < rules->interests->len; i++) {
        const MbInterestKind *kind = rules->interests->pdata[i];
        if (mb_text_same(kind->name, name))
            return kind;
    }
    return NULL;
}
