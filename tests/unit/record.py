#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the screens that a screen test sees into its source, as the ones it expects from then on: read them before they are kept.

  record.py PROGRAM SOURCE        (record.py build/tests/unit/test_screen_live tests/unit/test_screen_live.c)

A screen stands in the source as  static const char NAME[] = …;  its new text replaces all up to the semicolon that ends a line.
"""
import os
import re
import subprocess
import sys


def literal(rows):
    return "".join('\n    "%s\\n"' % row.replace("\\", "\\\\").replace('"', '\\"') for row in rows)


def main():
    program, path = sys.argv[1:]
    env = dict(os.environ, MINUTEBOOK_RECORD="1", TZ="UTC", LC_ALL="C.UTF-8")
    told = subprocess.run([program], stdout=subprocess.PIPE, env=env, check=True).stdout.decode("utf-8")
    with open(path, encoding="utf-8") as file:
        source = file.read()
    screens, name = {}, None
    for line in told.splitlines():
        if line.startswith("# screen "):
            name = line[9:]
            screens[name] = []
        elif line.startswith("#|") and name:
            screens[name].append(line[2:])
        else:
            name = None
    for name, rows in screens.items():
        pattern = re.compile(r"(static const char %s\[\] =).*?;$" % re.escape(name), re.S | re.M)
        if not pattern.search(source):
            sys.exit("%s: there is no screen %s" % (path, name))
        source = pattern.sub(lambda found: found.group(1) + literal(rows) + ";", source, count=1)
    with open(path, "w", encoding="utf-8") as file:
        file.write(source)
    print("%d screens recorded in %s" % (len(screens), path))


main()
