/* SPDX-License-Identifier: MIT */
/* The document tree: what a document says, whatever format it is written in. Composed by compose/, written by write/;
   cutting it for an audience is doc/cut.h.

   Blocks (heading, paragraph, list, table, note, page break) stand in the root or in a list item; lists hold list
   items, tables rows, rows cells. Spans stand in headings, paragraphs, notes, list items (before any block) and cells.
 */
#ifndef MINUTEBOOK_DOC_DOC_H
#define MINUTEBOOK_DOC_DOC_H

#include <glib.h>

typedef enum {
    MB_NODE_ROOT,
    MB_NODE_HEADING,
    MB_NODE_PARAGRAPH,
    MB_NODE_LIST,
    MB_NODE_LIST_ITEM,
    MB_NODE_TABLE,
    MB_NODE_ROW,
    MB_NODE_CELL,
    MB_NODE_NOTE, /* set apart: a notice, an editor's note */
    MB_NODE_PAGE_BREAK,
    MB_NODE_SPAN,
} MbNodeKind;

/* For whom a node is; what is in it is for nobody else either. */
typedef enum {
    MB_FOR_ALL, /* the public too */
    MB_FOR_MEMBERS,
    MB_FOR_CLERK,
} MbFor;

typedef enum { MB_SPAN_PLAIN = 0, MB_SPAN_BOLD = 1, MB_SPAN_ITALIC = 2 } MbSpanStyle;
typedef enum { MB_ALIGN_LEFT, MB_ALIGN_RIGHT, MB_ALIGN_CENTRE } MbAlign;

typedef struct MbNode {
    MbNodeKind kind;
    MbFor audience;
    int level;           /* of a heading: 1 to 6 */
    char *text;          /* of a span: UTF-8; \n is a line break */
    int style;           /* of a span: MbSpanStyle, or both */
    char *mark;          /* of a list item, as printed: "1.", "(a)"; NULL: a bullet */
    gboolean header;     /* of a row: it heads its columns */
    int columns;         /* of a table */
    MbAlign *align;      /* of a table: one for each column */
    GPtrArray *children; /* of MbNode, owned; NULL where a node has none by its kind */
} MbNode;

typedef struct {
    char *title;    /* for the file's own properties; what is printed as title is a heading */
    char *language; /* "en-GB" */
    char *header;   /* of every page; NULL: none */
    char *footer;
    char *marking; /* protective marking, at head and foot of every page; NULL: none */
    MbNode *root;
} MbDoc;

MbDoc *mb_doc_new(const char *title, const char *language);
void mb_doc_free(MbDoc *doc);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MbDoc, mb_doc_free)
void mb_node_free(MbNode *node);

/* Each appends a node to PARENT, which owns it and whose audience it takes on, and returns it. TEXT becomes a plain
 * span; NULL: none yet. Texts are copied. */
MbNode *mb_node_heading(MbNode *parent, int level, const char *text);
MbNode *mb_node_paragraph(MbNode *parent, const char *text);
MbNode *mb_node_list(MbNode *parent);
MbNode *mb_node_list_item(MbNode *list, const char *mark, const char *text);
/* All columns stand to the left. */
MbNode *mb_node_table(MbNode *parent, int columns);
void mb_node_align(MbNode *table, int column, MbAlign align);
MbNode *mb_node_row(MbNode *table, gboolean header);
MbNode *mb_node_cell(MbNode *row, const char *text);
MbNode *mb_node_note(MbNode *parent, const char *text);
MbNode *mb_node_page_break(MbNode *parent);
/* STYLE: MB_SPAN_BOLD | MB_SPAN_ITALIC. NULL where TEXT is empty: then nothing is appended. */
MbNode *mb_node_span(MbNode *parent, const char *text, int style);
/* Appends TEXT as spans, **bold** and *italic* read as such; a mark that is not closed stays as it stands. */
void mb_node_rich(MbNode *parent, const char *text);

/* All text in NODE, without styles, cells and blocks parted by a space. Newly allocated. */
char *mb_node_text(const MbNode *node);

/* Visits NODE and all in it, in order; ENTER is TRUE on the way in and FALSE on the way out. Where the visitor returns
 * FALSE on the way in, what is inside is passed over. */
typedef gboolean (*MbNodeVisitor)(const MbNode *node, int depth, gboolean enter, gpointer data);
void mb_node_walk(const MbNode *node, MbNodeVisitor visit, gpointer data);

/* What is wrong with the structure: children that cannot stand there, a heading level passed over, an empty heading, a
   table without rows or with rows of unequal length, a header row after another. One sentence each, with the place; a
   new array of texts, empty where all is well. */
GPtrArray *mb_doc_check(const MbDoc *doc);
/* The tree as indented lines, for tests. Newly allocated. */
char *mb_doc_dump(const MbDoc *doc);

#endif
