# SPDX-License-Identifier: MIT
"""Writes a C file that holds the forms, the sample data and the migrations: embed.py OUT.c OUT.d SOURCE_ROOT"""
import os
import sys

FOLDERS = [("forms", ".yaml"), ("sample-data", ".yaml"), ("src/store/migrations", ".sql")]


def literal(data):
    escaped = []
    for byte in data:
        c = chr(byte)
        if c in '"\\?':
            escaped.append("\\" + c)
        elif 32 <= byte < 127:
            escaped.append(c)
        else:
            escaped.append("\\%03o" % byte)
    lines = []
    line = ""
    for piece in escaped:
        line += piece
        if len(line) > 110 or piece == "\\012":
            lines.append('"%s"' % line)
            line = ""
    if line or not lines:
        lines.append('"%s"' % line)
    return "\n    ".join(lines)


def main(out, depfile, root):
    paths = []
    for folder, ending in FOLDERS:
        for top, folders, names in os.walk(os.path.join(root, folder)):
            folders.sort()
            paths += [os.path.relpath(os.path.join(top, n), root) for n in names if n.endswith(ending)]
    paths.sort()
    with open(out, "w", encoding="ascii") as c:
        c.write('/* Made by src/embed.py. */\n#include "minutebook/base/embedded.h"\n\n')
        c.write('#pragma GCC diagnostic ignored "-Woverlength-strings"\n\nconst MbEmbedded mb_embedded[] = {\n')
        for path in paths:
            with open(os.path.join(root, path), "rb") as f:
                data = f.read()
            c.write("  {.path = %s, .length = %d, .bytes =\n    %s},\n" % (literal(path.encode()), len(data), literal(data)))
        c.write("  {.path = NULL}};\n\nconst gsize mb_embedded_count = %d;\n" % len(paths))
    folders = sorted({os.path.dirname(p) for p in paths})
    with open(depfile, "w", encoding="utf-8") as d:
        d.write("%s: %s\n" % (os.path.basename(out), " ".join(os.path.join(root, p).replace(" ", "\\ ") for p in paths + folders)))


main(*sys.argv[1:])
