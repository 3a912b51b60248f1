/* SPDX-License-Identifier: MIT */
/* The bytes of a YAML file before they are read as YAML (yaml.c): checked to be text, and found by line. */
#ifndef MINUTEBOOK_BASE_YAML_SOURCE_H
#define MINUTEBOOK_BASE_YAML_SOURCE_H

#include "minutebook/base/yaml.h"

typedef struct {
    const char *file;  /* interned */
    const char *bytes; /* what is to be read as YAML; borrowed, or equal to MENDED */
    gsize length;
    char *mended; /* owned: BYTES with U+FFFD for all that is no text, so that reading can go on to find more faults */
} YamlSource;

/* Checks size and bytes; every fault is added. FALSE where there is no sense in reading on. SOURCE borrows BYTES. */
gboolean mb_yaml_source_open(YamlSource *source, const char *name, const char *bytes, gsize length, MbFaults *faults);
void mb_yaml_source_close(YamlSource *source);

/* The offset at which line TO begins (from 1), known that line FROM begins at OFFSET; the length of the whole where
 * there is no such line. */
gsize mb_yaml_source_line(const YamlSource *source, gsize offset, int from, int to);
/* From the line that begins at *OFFSET, the first that begins a document ("---"): moves *OFFSET and *LINE there. FALSE
 * where there is none. */
gboolean mb_yaml_source_next_document(const YamlSource *source, gsize *offset, int *line);
/* The code point at COLUMN (from 1) of the line that begins at OFFSET; 0 past its end. */
gunichar mb_yaml_source_char(const YamlSource *source, gsize offset, int column);

#endif
