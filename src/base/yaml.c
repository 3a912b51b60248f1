/* SPDX-License-Identifier: MIT */
/* YAML into values, from libyaml's events with a stack of its own: no recursion, so that no file can overflow the
   stack, and each limit is checked before anything is made. A syntax error or too deep a nest ends a document; reading
   goes on at the next "---". */
#include "minutebook/base/yaml.h"

#include "minutebook/base/text.h"
#include "yaml_problem.h"
#include "yaml_source.h"

#include <string.h>
#include <yaml.h>

#define DEPTH_MOST        64
#define NODES_MOST        1000000
#define ALIASES_MOST      1000
#define COPIED_NODES_MOST 100000                   /* nodes that aliases may add */
#define COPIED_BYTES_MOST ((gsize)4 * 1024 * 1024) /* text that aliases may add */
#define BROKEN_MOST       100                      /* documents that end in a syntax error */
#define SHOWN_COLUMNS     60

/* What an anchor (&name) stands for, and what a copy of it costs. */
typedef struct {
    const MbValue *value; /* borrowed: in the tree or in the reader's waste */
    gsize nodes;
    gsize bytes;
    int height;    /* 1 for a scalar */
    gboolean open; /* still being read: an alias to it would hold itself */
} Anchor;

/* A list or map that is being read. */
typedef struct {
    MbValue *value;
    char *key; /* of a map, when its value is expected next */
    MbPlace key_place;
    gboolean skip; /* the next value belongs to a key that is refused */
    char *anchor;
    gsize nodes_before;
    gsize bytes_before;
    int height; /* of the highest item so far */
} Frame;

typedef struct {
    YamlSource source;
    MbFaults *faults;
    MbValue *documents;
    yaml_parser_t parser;
    gsize offset; /* where the parser began, which is at the beginning of line FIRST */
    int first;
    int document; /* the line where the last document begins */
    Frame frames[DEPTH_MOST];
    int depth;
    MbValue *root;       /* the document, once it is whole */
    GHashTable *anchors; /* name → Anchor, of this document */
    GPtrArray *waste;    /* refused values that anchors may still name; kept until the document ends */
    gsize nodes;
    gsize bytes;
    gsize copied_nodes;
    gsize copied_bytes;
    guint aliases;
    guint broken;
} Reader;

/* What became of an event. */
typedef enum { STEP_ON, STEP_DOCUMENT_LOST, STEP_STOP, STEP_END } Step;

static MbPlace place_of(const Reader *reader, yaml_mark_t mark)
{
    return (MbPlace){
        .file = reader->source.file, .line = reader->first + (int)mark.line, .column = (int)mark.column + 1};
}

static char *shown(const char *text)
{
    return mb_text_fit(text, SHOWN_COLUMNS);
}

static void free_value(gpointer value)
{
    mb_value_free(value);
}

/* Keeps a refused value for the anchors in it. */
static void throw_away(Reader *reader, MbValue *value)
{
    if (g_hash_table_size(reader->anchors) > 0)
        g_ptr_array_add(reader->waste, value);
    else
        mb_value_free(value);
}

static void frame_clear(Frame *frame)
{
    g_clear_pointer(&frame->value, mb_value_free);
    g_clear_pointer(&frame->key, g_free);
    g_clear_pointer(&frame->anchor, g_free);
}

static void document_clear(Reader *reader)
{
    while (reader->depth > 0)
        frame_clear(&reader->frames[--reader->depth]);
    g_clear_pointer(&reader->root, mb_value_free);
    g_hash_table_remove_all(reader->anchors);
    g_ptr_array_set_size(reader->waste, 0);
}

/* ——— Keys and values into the container in hand ——— */

/* Takes a key; TEXT is copied. A key that stands already is told of, and its value will be read for faults only. */
static void take_key(Reader *reader, Frame *frame, const char *text, MbPlace place)
{
    guint index;
    if (!mb_value_find(frame->value, text, &index)) {
        frame->key = g_strdup(text);
        frame->key_place = place;
        return;
    }
    g_autofree char *name = shown(text);
    mb_faults_add(reader->faults, place, "the key “%s” stands twice; expected it once, as in line %d", name,
                  mb_value_key_place(frame->value, index).line);
    frame->skip = TRUE;
}

static void take_map_part(Reader *reader, Frame *frame, MbValue *value, const char *as_key)
{
    if (frame->skip) {
        throw_away(reader, value);
        frame->skip = FALSE;
    } else if (frame->key != NULL) {
        mb_value_set(frame->value, frame->key, value);
        mb_value_set_key_place(frame->value, mb_value_length(frame->value) - 1, frame->key_place);
        g_clear_pointer(&frame->key, g_free);
    } else if (as_key != NULL) {
        take_key(reader, frame, as_key, mb_value_place(value));
        throw_away(reader, value);
    } else {
        mb_faults_add(reader->faults, mb_value_place(value),
                      "a list or a map cannot be a key; expected text, in quotes where it begins with [ or {");
        frame->skip = TRUE;
        throw_away(reader, value);
    }
}

/* Puts a whole value where it belongs; takes it. AS_KEY is its text as it stood, where it may be a key. */
static void deliver(Reader *reader, MbValue *value, const char *as_key, int height)
{
    if (reader->depth == 0) {
        reader->root = value;
        return;
    }
    Frame *frame = &reader->frames[reader->depth - 1];
    frame->height = MAX(frame->height, height);
    if (mb_value_kind(frame->value) == MB_VALUE_LIST)
        mb_value_add(frame->value, value);
    else
        take_map_part(reader, frame, value, as_key);
}

/* ——— Limits, tags and anchors ——— */

/* Counts a node; FALSE, with the fault, where there are too many. */
static gboolean count_nodes(Reader *reader, gsize more, MbPlace place)
{
    reader->nodes += more;
    if (reader->nodes <= NODES_MOST)
        return TRUE;
    mb_faults_add(reader->faults, place, "more than %d values; expected them in several files; the rest was not read",
                  NODES_MOST);
    return FALSE;
}

/* Only !!str (and none) is read. */
static void check_tag(Reader *reader, const yaml_char_t *tag, gboolean scalar, MbPlace place)
{
    if (tag == NULL || (scalar && strcmp((const char *)tag, YAML_STR_TAG) == 0))
        return;
    g_autofree char *name = shown((const char *)tag);
    mb_faults_add(reader->faults, place,
                  "the tag “%s” has no meaning here; expected quotes around text that begins with !", name);
}

static Anchor *anchor_set(Reader *reader, const char *name, const MbValue *value)
{
    Anchor *anchor = g_new0(Anchor, 1);
    anchor->value = value;
    g_hash_table_replace(reader->anchors, g_strdup(name), anchor);
    return anchor;
}

/* ——— Events ——— */

/* The value of a scalar; a plain one that is empty, ~ or null is none. */
static MbValue *scalar_value(const char *text, gboolean plain)
{
    if (plain && (text[0] == '\0' || strcmp(text, "~") == 0 || strcmp(text, "null") == 0))
        return mb_value_new_null();
    MbValue *value = mb_value_new_text(text);
    mb_value_set_plain(value, plain);
    return value;
}

static Step on_scalar(Reader *reader, const yaml_event_t *event)
{
    MbPlace place = place_of(reader, event->start_mark);
    const char *text = (const char *)event->data.scalar.value;
    if (!count_nodes(reader, 1, place))
        return STEP_STOP;
    check_tag(reader, event->data.scalar.tag, TRUE, place);
    if (strlen(text) != event->data.scalar.length)
        mb_faults_add(reader->faults, place, "the text holds the character U+0000; expected text without it");
    gboolean plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && event->data.scalar.tag == NULL;
    MbValue *value = scalar_value(text, plain);
    mb_value_set_place(value, place);
    reader->bytes += event->data.scalar.length;
    if (event->data.scalar.anchor != NULL) {
        Anchor *anchor = anchor_set(reader, (const char *)event->data.scalar.anchor, value);
        *anchor = (Anchor){.value = value, .nodes = 1, .bytes = event->data.scalar.length, .height = 1};
    }
    deliver(reader, value, text, 1);
    return STEP_ON;
}

static Step on_start(Reader *reader, const yaml_event_t *event)
{
    gboolean is_map = event->type == YAML_MAPPING_START_EVENT;
    const yaml_char_t *tag = is_map ? event->data.mapping_start.tag : event->data.sequence_start.tag;
    const yaml_char_t *name = is_map ? event->data.mapping_start.anchor : event->data.sequence_start.anchor;
    MbPlace place = place_of(reader, event->start_mark);
    if (reader->depth == DEPTH_MOST) {
        mb_faults_add(reader->faults, place,
                      "lists and maps lie deeper than %d in one another; the rest of the document was not read",
                      DEPTH_MOST);
        return STEP_DOCUMENT_LOST;
    }
    if (!count_nodes(reader, 1, place))
        return STEP_STOP;
    check_tag(reader, tag, FALSE, place);
    Frame *frame = &reader->frames[reader->depth++];
    *frame = (Frame){.value = is_map ? mb_value_new_map() : mb_value_new_list(),
                     .nodes_before = reader->nodes - 1,
                     .bytes_before = reader->bytes};
    mb_value_set_place(frame->value, place);
    if (name != NULL) {
        frame->anchor = g_strdup((const char *)name);
        anchor_set(reader, frame->anchor, frame->value)->open = TRUE;
    }
    return STEP_ON;
}

static void on_end(Reader *reader)
{
    Frame frame = reader->frames[--reader->depth];
    Anchor *anchor = frame.anchor != NULL ? g_hash_table_lookup(reader->anchors, frame.anchor) : NULL;
    if (anchor != NULL && anchor->value == frame.value) /* else the name was given anew within */
        *anchor = (Anchor){
            .value = frame.value,
            .nodes = reader->nodes - frame.nodes_before,
            .bytes = reader->bytes - frame.bytes_before,
            .height = frame.height + 1,
        };
    g_free(frame.anchor);
    deliver(reader, frame.value, NULL, frame.height + 1);
}

/* What is wrong with an alias to ANCHOR, or NULL. */
static const char *alias_refused(const Reader *reader, const Anchor *anchor)
{
    if (anchor == NULL)
        return "nothing before it has that name; expected quotes around text that begins with *";
    if (anchor->open)
        return "it stands within what it names; expected it after";
    if (reader->depth + anchor->height > DEPTH_MOST)
        return "what it names would lie deeper than 64; expected a flatter file";
    return NULL;
}

/* Counts an alias to ANCHOR; FALSE, with the fault, where all aliases together are too many or copy too much. */
static gboolean count_alias(Reader *reader, const Anchor *anchor, MbPlace place)
{
    reader->copied_nodes += anchor->nodes;
    reader->copied_bytes += anchor->bytes;
    if (++reader->aliases <= ALIASES_MOST && reader->copied_nodes <= COPIED_NODES_MOST &&
        reader->copied_bytes <= COPIED_BYTES_MOST)
        return count_nodes(reader, anchor->nodes, place);
    mb_faults_add(reader->faults, place,
                  "too many aliases, or too much text behind them; expected the text itself; the rest was not read");
    return FALSE;
}

/* Puts nothing where a refused alias stands; as a key it takes its value with it. */
static void deliver_nothing(Reader *reader, MbPlace place)
{
    Frame *frame = reader->depth > 0 ? &reader->frames[reader->depth - 1] : NULL;
    if (frame != NULL && mb_value_kind(frame->value) == MB_VALUE_MAP && frame->key == NULL && !frame->skip) {
        frame->skip = TRUE;
        return;
    }
    MbValue *value = mb_value_new_null();
    mb_value_set_place(value, place);
    deliver(reader, value, NULL, 1);
}

static Step on_alias(Reader *reader, const yaml_event_t *event)
{
    MbPlace place = place_of(reader, event->start_mark);
    const char *name = (const char *)event->data.alias.anchor;
    const Anchor *anchor = g_hash_table_lookup(reader->anchors, name);
    const char *refused = alias_refused(reader, anchor);
    if (refused != NULL) {
        g_autofree char *shown_name = shown(name);
        mb_faults_add(reader->faults, place, "the alias *%s: %s", shown_name, refused);
        deliver_nothing(reader, place);
        return count_nodes(reader, 1, place) ? STEP_ON : STEP_STOP;
    }
    if (!count_alias(reader, anchor, place))
        return STEP_STOP;
    MbValue *value = mb_value_copy(anchor->value);
    mb_value_set_place(value, place); /* within, the places stay those of what is named */
    reader->bytes += anchor->bytes;
    g_autofree char *key = g_strdup(mb_value_kind(value) == MB_VALUE_NULL ? "" : mb_value_text(value));
    deliver(reader, value, key, anchor->height);
    return STEP_ON;
}

static void on_document_end(Reader *reader)
{
    if (reader->root != NULL)
        mb_value_add(reader->documents, g_steal_pointer(&reader->root));
    document_clear(reader);
}

static Step on_event(Reader *reader, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return on_scalar(reader, event);
    case YAML_ALIAS_EVENT:
        return on_alias(reader, event);
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        return on_start(reader, event);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        on_end(reader);
        return STEP_ON;
    case YAML_DOCUMENT_END_EVENT:
        on_document_end(reader);
        return STEP_ON;
    case YAML_DOCUMENT_START_EVENT:
        reader->document = place_of(reader, event->start_mark).line;
        return STEP_ON;
    case YAML_STREAM_END_EVENT:
        return STEP_END;
    default:
        return STEP_ON;
    }
}

/* ——— Errors of syntax, and the way on ——— */

static void tell_syntax(Reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    MbPlace place = place_of(reader, parser->problem_mark);
    MbPlace begun = parser->context != NULL ? place_of(reader, parser->context_mark) : (MbPlace){0};
    gsize line = mb_yaml_source_line(&reader->source, reader->offset, reader->first, place.line);
    gboolean at_beginning;
    g_autofree char *words =
        mb_yaml_problem(parser->problem != NULL ? parser->problem : "this cannot be read", begun.line,
                        mb_yaml_source_char(&reader->source, line, place.column), &at_beginning);
    mb_faults_add(reader->faults, at_beginning ? begun : place, "%s", words);
}

/* Takes events until the stream or what can be read of it ends. *LINE becomes the line at which reading ended. */
static Step read_events(Reader *reader, int *line)
{
    for (;;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&reader->parser, &event)) {
            tell_syntax(reader);
            *line = place_of(reader, reader->parser.problem_mark).line;
            return STEP_DOCUMENT_LOST;
        }
        Step step = on_event(reader, &event);
        *line = place_of(reader, event.start_mark).line;
        yaml_event_delete(&event);
        if (step != STEP_ON)
            return step;
    }
}

static Step read_part(Reader *reader, int *line)
{
    if (!yaml_parser_initialize(&reader->parser))
        g_error("no memory left to read %s", reader->source.file);
    reader->document = reader->first;
    yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader->parser, (const unsigned char *)reader->source.bytes + reader->offset,
                                 reader->source.length - reader->offset);
    Step step = read_events(reader, line);
    yaml_parser_delete(&reader->parser);
    document_clear(reader);
    return step;
}

/* Moves on to the document after the one that broke at LINE. */
static gboolean go_on(Reader *reader, int line)
{
    if (++reader->broken >= BROKEN_MOST)
        return FALSE;
    line = MAX(line, reader->document + 1); /* else a document that breaks in its first line would be read for ever */
    reader->offset = mb_yaml_source_line(&reader->source, reader->offset, reader->first, line);
    reader->first = line;
    return mb_yaml_source_next_document(&reader->source, &reader->offset, &reader->first);
}

static void read_source(Reader *reader)
{
    int line = 1;
    while (read_part(reader, &line) == STEP_DOCUMENT_LOST)
        if (!go_on(reader, line))
            return;
}

MbValue *mb_yaml_read(const char *name, const char *bytes, gsize length, MbFaults *faults)
{
    g_return_val_if_fail(name != NULL && (bytes != NULL || length == 0) && faults != NULL, NULL);
    guint before = mb_faults_count(faults);
    g_autofree Reader *reader = g_new0(Reader, 1);
    reader->faults = faults;
    reader->first = 1;
    reader->documents = mb_value_new_list();
    reader->anchors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    reader->waste = g_ptr_array_new_with_free_func(free_value);
    if (mb_yaml_source_open(&reader->source, name, bytes != NULL ? bytes : "", length, faults))
        read_source(reader);
    mb_yaml_source_close(&reader->source);
    g_ptr_array_unref(reader->waste);
    g_hash_table_unref(reader->anchors);
    if (mb_value_length(reader->documents) == 0 && mb_faults_count(faults) > before)
        g_clear_pointer(&reader->documents, mb_value_free);
    return reader->documents;
}
