#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts what the tests of some build folders said and ends with one line: N passed, N failed[, N skipped].

  tally.py [--troubles FILE] BUILD…

Each line "ok" or "not ok" of a TAP test is one test; a test that speaks no TAP is one. A test program that died, timed out or said fewer
results than it planned has failed once more. FILE: lines that tell of builds that failed; each counts as one failed. Exit status 1 if anything
failed, or if nothing was run at all.
"""
import json
import os
import re
import sys

LINE = re.compile(r"^\s*(not ok|ok)\b[^#]*(?:#\s*(skip|todo)\b)?", re.IGNORECASE)
PLAN = re.compile(r"^1\.\.(\d+)(?:\s*#\s*skip)?", re.IGNORECASE)
TOLD = 20  # so many failures are told in full
GOOD = {"OK", "EXPECTEDFAIL", "SKIP"}


class Tally:
    """Sums over all builds, and a sentence for each failure."""

    def __init__(self):
        self.passed = self.failed = self.skipped = 0
        self.sentences = []

    def fail(self, sentence, output=""):
        self.failed += 1
        self.sentences.append((sentence, output))


def count_tap(tally, name, test):
    """Adds the results of one TAP program. Subtests are indented and their parent repeats their result: only the outermost lines count."""
    results = 0
    failed_here = 0
    skipped_whole = False
    planned = None
    lines = (test.get("stdout") or "").splitlines()
    for number, line in enumerate(lines):
        plan = PLAN.match(line)
        if plan:
            planned = int(plan.group(1))
            skipped_whole = planned == 0
            continue
        match = LINE.match(line)
        if not match or line[:1].isspace():
            continue
        results += 1
        word, directive = match.group(1).lower(), (match.group(2) or "").lower()
        if directive == "skip":
            tally.skipped += 1
        elif word == "ok" or directive == "todo":
            tally.passed += 1
        else:
            failed_here += 1
            tally.fail("%s: %s" % (name, line), told_after(lines[number + 1:]))
    if skipped_whole and results == 0:
        tally.skipped += 1
        return
    if planned is not None and planned != results:
        tally.fail("%s: %d results planned, %d came" % (name, planned, results), tail(test))
    elif test["result"] not in GOOD and failed_here == 0:
        tally.fail("%s: %s" % (name, test["result"].lower()), tail(test))


def told_after(lines):
    """The comments that follow a result, and what else was said before the next."""
    told = []
    for line in lines:
        if LINE.match(line) and not line[:1].isspace():
            break
        told.append(line)
    return "\n".join(told[:60])


def tail(test, lines=60):
    text = (test.get("stdout") or "") + (test.get("stderr") or "")
    return "\n".join(text.splitlines()[-lines:])


def count_build(tally, folder):
    path = os.path.join(folder, "meson-logs", "testlog.json")
    if not os.path.exists(path):
        return False
    with open(path, encoding="utf-8", errors="replace") as log:
        for text in log:
            test = json.loads(text)
            name = "%s: %s" % (os.path.basename(folder), test["name"])
            if any(LINE.match(line) or PLAN.match(line) for line in (test.get("stdout") or "").splitlines()):
                count_tap(tally, name, test)
            elif test["result"] == "SKIP":
                tally.skipped += 1
            elif test["result"] in GOOD:
                tally.passed += 1
            else:
                tally.fail("%s: %s" % (name, test["result"].lower()), tail(test))
    return True


def main(arguments):
    tally = Tally()
    troubles = []
    if arguments[:1] == ["--troubles"]:
        with open(arguments[1], encoding="utf-8") as file:
            troubles = file.read().splitlines()
        arguments = arguments[2:]
    ran = [count_build(tally, folder) for folder in arguments]
    for trouble in troubles:
        tally.fail(trouble)
    if not any(ran) and not troubles:
        tally.fail("no test was run")
    for number, (sentence, output) in enumerate(tally.sentences):
        print("FAILED  " + sentence)
        for line in output.splitlines() if number < TOLD else []:
            print("        " + line)
    line = "%d passed, %d failed" % (tally.passed, tally.failed)
    if tally.skipped:
        line += ", %d skipped" % tally.skipped
    print(line, flush=True)
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
