/* SPDX-License-Identifier: MIT */
/* Values to JSON and back. */
#ifndef MINUTEBOOK_EXCHANGE_JSON_H
#define MINUTEBOOK_EXCHANGE_JSON_H

#include "minutebook/base/value.h"

/* One JSON document, UTF-8, keys in their order, two spaces of indent, a newline at the end. Newly allocated; the same
 * value gives the same bytes. */
char *mb_json_write(const MbValue *value);
/* MB_ERROR_INPUT "NAME:LINE:COLUMN: …". Duplicate keys and depth over 64 are refused. Numbers must be integers. */
MbValue *mb_json_read(const char *name, const char *bytes, gsize length, GError **error);

#endif
