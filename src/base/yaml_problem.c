/* SPDX-License-Identifier: MIT */
/* libyaml speaks of tokens and nodes; a table says the same of keys, lists and quotes. Words that are not in the table
 * are told as they are. */
#include "yaml_problem.h"

#include <string.h>

typedef struct {
    const char *problem;
    const char *wrong;    /* what is wrong */
    const char *expected; /* what was expected */
    gboolean begun;       /* names the line where the thing in hand began */
    gboolean at_beginning;
} Problem;

static const Problem problems[] = {
    {"did not find expected key", "this is no key of the map that begins in line",
     "expected “key: value”, indented as its neighbours, and quotes around text that begins with a quote", TRUE, FALSE},
    {"did not find expected '-' indicator", "this is no entry of the list that begins in line",
     "expected “- ” below the list's other entries", TRUE, FALSE},
    {"did not find expected ',' or ']'", "this does not go on the [list] that begins in line", "expected , or ]", TRUE,
     FALSE},
    {"did not find expected ',' or '}'", "this does not go on the {map} that begins in line", "expected , or }", TRUE,
     FALSE},
    {"could not find expected ':'", "this is no key", "expected “key: value”", FALSE, TRUE},
    {"mapping values are not allowed in this context", "a “:” where no key can stand",
     "expected the key indented as its neighbours, or quotes around text that holds “: ”", FALSE, FALSE},
    {"mapping keys are not allowed in this context", "a “?” where no key can stand",
     "expected quotes around text that begins with “? ”", FALSE, FALSE},
    {"block sequence entries are not allowed in this context", "a “- ” where no list can begin",
     "expected the list on lines of its own", FALSE, FALSE},
    {"found unexpected end of stream", "this quoted text has no end", "expected a closing quote", FALSE, TRUE},
    {"found unexpected document indicator", "this quoted text has no end",
     "expected a closing quote before the line that begins with --- or ...", FALSE, TRUE},
    {"found unknown escape character", "\\ and this letter mean nothing between double quotes",
     "expected \\\\ for a \\, or single quotes", FALSE, FALSE},
    {"did not find expected alphabetic or numeric character", "* or & begins a name that is none",
     "expected quotes around text that begins with * or &", FALSE, FALSE},
    {"did not find expected node content", "there is no value here", "expected text, a list or a map", FALSE, FALSE},
    {"did not find expected <document start>", "this stands outside the document",
     "expected --- before another document, and the same indentation within one", FALSE, FALSE},
    {"did not find expected comment or line break", "there is text after | or >",
     "expected it on the lines below, indented", FALSE, FALSE},
    {"found a tab character where an indentation space is expected", "a tab in the indentation", "expected spaces",
     FALSE, FALSE},
    {"found a tab character that violates indentation", "a tab in the indentation", "expected spaces", FALSE, FALSE},
    {"found undefined tag handle", "a tag that begins with ! has no meaning here",
     "expected quotes around text that begins with !", FALSE, FALSE},
    {"did not find expected whitespace or line break", "a tag that begins with ! has no meaning here",
     "expected quotes around text that begins with !", FALSE, FALSE},
    {"found incompatible YAML document", "this is a version of YAML that is not read",
     "expected %YAML 1.1 or 1.2, or no such line", FALSE, FALSE},
    {"found unknown directive name", "a line that begins with % has no meaning here",
     "expected quotes around text that begins with %", FALSE, FALSE},
};

static char *unusable_character(gunichar found)
{
    if (found == '\t')
        return g_strdup("a tab in the indentation; expected spaces");
    char letter[7] = {0};
    g_unichar_to_utf8(found, letter);
    return g_strdup_printf("text cannot begin with %s here; expected it in quotes",
                           found != 0 ? letter : "this character");
}

char *mb_yaml_problem(const char *problem, int begun, gunichar found, gboolean *at_beginning)
{
    *at_beginning = FALSE;
    if (strcmp(problem, "found character that cannot start any token") == 0)
        return unusable_character(found);
    for (gsize i = 0; i < G_N_ELEMENTS(problems); i++) {
        const Problem *known = &problems[i];
        if (strcmp(problem, known->problem) != 0)
            continue;
        *at_beginning = known->at_beginning && begun > 0;
        if (known->begun && begun > 0)
            return g_strdup_printf("%s %d; %s", known->wrong, begun, known->expected);
        return g_strdup_printf("%s; %s", known->begun ? "this cannot stand here" : known->wrong, known->expected);
    }
    return g_strdup_printf("%s; expected YAML", problem);
}
