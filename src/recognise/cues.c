/* SPDX-License-Identifier: MIT */
/* The table of cues, and items as lines name them. */
#include "cues.h"

#include "minutebook/base/text.h"
#include "minutebook/model/item.h"

#include <string.h>

static const struct {
    int family;
    const char *words;
} cues[] = {
    {MB_CUE_COMING, "joined joins joining rejoined rejoins rejoining re-joined re-joins re-joining arrived arrives "
                    "arriving entered re-entered reentered returned returns returning came attended dialled logged"},
    {MB_CUE_GOING, "left leaves leave leaving departed departs withdrew withdraws stepped dropped attended logged"},
    {MB_CUE_APOLOGIES, "apologies apology"},
    {MB_CUE_INTEREST, "declared declares declare declaration declarations interest interests dpi conflict"},
    {MB_CUE_CHAIR, "chair chaired chairing chairs"},
    {MB_CUE_MEETING,
     "adjourned adjourn adjourns adjournment resumed resumes reconvened recommenced restarted closed closes "
     "ended ends concluded finished close closure next broke paused suspended handed meeting"},
    {MB_CUE_SPEECH,
     "said says stated states asked asks replied replies responded responds answered answers added adds "
     "advised advises queried queries questioned questions confirmed confirms explained explains reported "
     "reports noted notes commented comments commended highlighted highlights informed informs suggested "
     "suggests updated updates outlined outlines introduced introduces presented presents thanked thanks "
     "welcomed welcomes raised raises requested requests proposed proposes clarified clarifies emphasised "
     "stressed reiterated reminded reminds mentioned mentions observed remarked invited invites "
     "congratulated apologised expressed felt wondered urged acknowledged shared gave gives provided "
     "provides delivered delivers opened opens spoke speaks summarised summarises described describes "
     "argued warned encouraged voiced pointed referred refers echoed recalled announced announces "
     "enquired inquired agreed believed considered offered sought praised ran talked told drew passed "
     "put paid brought went"},
    {MB_CUE_PLAIN,
     "anyone anybody someone somebody a able about above absent access according action actions actual add after again "
     "agenda agree agreed all allocate also although amended amount an and annual any aob "
     "apologies apology appendix approve approved approx april are area arising arrange "
     "as asap ask at attach attendance august background be because been before being "
     "book both bring but by call can cancelled carried chase check circulate close "
     "closed comment comments complete completed confirm consider contact copy "
     "correspondence could create currently date dates day deadline dec december decision "
     "decisions declaration declarations develop did discuss discussion do does draft due "
     "during each either email ensure establish every explore extra feb february feed "
     "figures final finalise find first follow following for forward fri friday from "
     "further get give given had has have having he her here his hold how however i "
     "identify if important in include including information interest interests into "
     "introduction introductions investigate invite is issue issues it item items its jan "
     "january july june key last later lead liaise link look make march matters may meet "
     "meeting meetings member members minute minutes mon monday month more most motion "
     "must my nb need neither new next nil no nobody none not note noted notes nothing "
     "nov november now number oct october of officers on once one only open or order "
     "organise other our out outcome outstanding over overall page paragraph partners "
     "pending people pick place plan please prepare present previous priority produce "
     "progress proposed provide public publish put raise receive received recommendation "
     "recommendations recommended ref refs remove report reports request research "
     "residents resolution resolved restricted review risk risks saturday schedule second "
     "seconded section seek send sept september set several share she should since so "
     "some speak start status still submit such summary sunday table take tbc tell thank "
     "thanks that the their then there therefore these they third this those through thu "
     "thurs thursday time timescale title to today tue tuesday two under unless until "
     "update updates upload urgent verbal was we wed wednesday week welcome were what "
     "when where whether which while who why with within without work would write year "
     "yes you your"},
};

GHashTable *mb_cues_new(void)
{
    GHashTable *table = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (gsize i = 0; i < G_N_ELEMENTS(cues); i++) {
        g_auto(GStrv) words = g_strsplit(cues[i].words, " ", -1);
        for (char **word = words; *word; word++) {
            int before = GPOINTER_TO_INT(g_hash_table_lookup(table, *word));
            g_hash_table_insert(table, g_strdup(*word), GINT_TO_POINTER(before | cues[i].family));
        }
    }
    return table;
}

int mb_cue_of(const MbReader *reader, const MbWord *word)
{
    return word && word->kind == MB_WORD_WORD ? GPOINTER_TO_INT(g_hash_table_lookup(reader->cues, word->fold)) : 0;
}

gboolean mb_word_is_plain(const MbReadingCase *c, const MbWord *word)
{
    return mb_cue_of(c->reader, word) & MB_CUE_PLAIN;
}

int mb_cues_of_line(const MbReader *reader, const MbWords *words)
{
    int families = 0;

    for (guint i = 0; i < mb_words_count(words); i++)
        families |= mb_cue_of(reader, mb_words_at(words, (int)i));
    return families;
}

static const char *item_numbered(const MbReadingCase *c, const char *number)
{
    for (guint i = 0; i < c->reader->items->len; i++) {
        const MbItem *item = c->reader->items->pdata[i];
        if (item->number && mb_text_same(item->number, number))
            return item->id;
    }
    return "";
}

/* "6", "5.1", "14(a)" at INDEX. */
static int read_number(const MbReadingCase *c, int index, GPtrArray *ids)
{
    const MbWord *word = mb_words_at(c->words, index);
    int taken = 1;

    if (!word || word->kind != MB_WORD_NUMBER)
        return 0;
    if (mb_words_match(c->words, index + 1, "(") && mb_words_match(c->words, index + 3, ")") &&
        mb_words_at(c->words, index + 2)->length == 1)
        taken = 4;
    g_autofree char *number = mb_words_text(c->words, index, index + taken - 1);
    g_ptr_array_add(ids, (gpointer)item_numbered(c, number));
    return taken;
}

static int read_numbers(const MbReadingCase *c, int index, GPtrArray *ids)
{
    int taken = read_number(c, index, ids);

    while (taken && ids->len < 24) {
        int and = mb_words_match(c->words, index + taken, "and|&|,|/");
        int more = and? read_number(c, index + taken + and, ids) : 0;
        if (!more)
            break;
        taken += and+more;
    }
    return taken;
}

int mb_read_items(const MbReadingCase *c, int index, GPtrArray *ids)
{
    int start = index + mb_words_match(c->words, index, "agenda");
    int label = mb_words_match(c->words, start, "item|items");
    int taken;

    if (label) {
        label += mb_words_match(c->words, start + label, "no|number|nos");
        label += mb_words_match(c->words, start + label, ".");
        taken = read_numbers(c, start + label, ids);
        return taken ? start + label + taken - index : 0;
    }
    taken = mb_words_match(c->words, index, "this|the|that");
    taken = taken ? taken + mb_words_match(c->words, index + taken, "agenda") : 0;
    if (!taken || !mb_words_match(c->words, index + taken, "item|discussion|debate|vote|matter"))
        return 0;
    g_ptr_array_add(ids, (gpointer)(c->item ? c->item : ""));
    return taken + 1;
}

const MbItem *mb_item_titled(const MbReadingCase *c, int from, int to)
{
    g_autofree char *words = mb_words_text(c->words, from + mb_words_match(c->words, from, "the"), to);
    g_autofree char *sought = mb_text_fold(words);
    const MbItem *found = NULL;

    if (strlen(sought) < 5)
        return NULL;
    for (guint i = 0; i < c->reader->items->len; i++) {
        const MbItem *item = c->reader->items->pdata[i];
        g_autofree char *title = mb_text_fold(item->title ? item->title : "");
        if (strlen(title) < 5 || (!strstr(title, sought) && !strstr(sought, title)))
            continue;
        if (found)
            return NULL;
        found = item;
    }
    return found;
}

gboolean mb_item_of_interests(const MbReadingCase *c)
{
    const MbItem *item = c->item ? mb_dossier_find(c->dossier, &MB_ITEM, c->item) : NULL;

    return item && item->title && mb_text_contains(item->title, "declaration") &&
           mb_text_contains(item->title, "interest");
}
