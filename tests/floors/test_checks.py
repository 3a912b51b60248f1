#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""docs/CHECKS.md names every rule that a finding can have, with its severity, and no other. TAP.

  test_checks.py ROOT

The rules of `check` are the rows of the tables in src/clerk/check_*.c; other findings are made where src/desk and src/exchange say so.
"""
import os
import re
import sys

ROOT = sys.argv[1]
RULE = r"[a-z]+(?:-[a-z]+)+|[a-z]+"
ROW = re.compile(r"\.rule = \"(%s)\",\s*\.severity = MB_SEVERITY_(\w+)" % RULE)
CALL = re.compile(r"\b(?:mb_remark|mb_remark_nobody|mb_loading_find|mb_findings_add|add)\(((?:[^;\"]|\"(?:\\.|[^\"\\])*\")*);")
LITERAL = re.compile(r"\"([a-z]+(?:-[a-z]+)+)\"")
ENTRY = re.compile(r"^\| `(%s)` \| ([a-z, ]+) \| (.+?) \| (.+?) \|$" % RULE, re.MULTILINE)


def sources(folder, start=""):
    place = os.path.join(ROOT, "src", folder)
    for name in sorted(os.listdir(place)):
        if name.endswith(".c") and name.startswith(start):
            with open(os.path.join(place, name), encoding="utf-8") as file:
                yield file.read()


def tables():
    """rule: the severities of its rows."""
    rules = {}
    for text in sources("clerk", "check"):
        for rule, severity in ROW.findall(text):
            rules.setdefault(rule, set()).add(severity.lower())
    return rules


def remarks():
    """The rules of findings made elsewhere."""
    return {rule for folder in ("desk", "exchange") for text in sources(folder) for call in CALL.findall(text) for rule in LITERAL.findall(call)}


with open(os.path.join(ROOT, "docs", "CHECKS.md"), encoding="utf-8") as page:
    entries = ENTRY.findall(page.read())
told = {rule: set(severities.split(", ")) for rule, severities, _, _ in entries}
rows = tables()
there = set(rows) | remarks()
results = [
    ("there are rules to be told", [] if len(rows) > 60 and len(there) > len(rows) else ["found only %d" % len(there)]),
    ("every rule is told: add a line to docs/CHECKS.md", sorted(there - set(told))),
    ("no rule is told that is none any more", sorted(set(told) - there)),
    ("no rule is told twice", sorted({rule for rule, *_ in entries if sum(other == rule for other, *_ in entries) > 1})),
    ("each has the severity of its rows", ["%s: %s" % (rule, ", ".join(sorted(rows[rule]))) for rule in sorted(rows) if rule in told and not rows[rule] <= told[rule]]),
    ("each says what it means, with an example that is a sentence", [rule for rule, _, what, example in entries if len(what) < 8 or not re.search(r"[.?]$", example)]),
]
print("1..%d" % len(results))
for number, (name, faults) in enumerate(results, 1):
    print("%s %d - %s" % ("not ok" if faults else "ok", number, name))
    for fault in faults:
        print("#   " + fault)
sys.exit(any(faults for _, faults in results))
