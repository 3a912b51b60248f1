#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The line that ends `./bootstrap test` counts what was said, and counts what was not said as failed. TAP."""
import json
import os
import subprocess
import sys
import tempfile

TALLY = sys.argv[1]
CASES = [
    ("passed, failed and skipped are counted one by one", [("OK", "1..3\nok 1 /a\nok 2 /b # SKIP no disk\nok 3 /c\n"), ("FAIL", "1..2\nnot ok 1 - d\nok 2 - e\n")], [], "3 passed, 1 failed, 1 skipped", 1),
    ("nothing skipped is not mentioned", [("OK", "1..1\nok 1 - a\n")], [], "1 passed, 0 failed", 0),
    ("a test that died half way has failed", [("ERROR", "1..3\nok 1 - a\n")], [], "1 passed, 1 failed", 1),
    ("a test that ran out of time has failed", [("TIMEOUT", "")], [], "0 passed, 1 failed", 1),
    ("a sanitiser that complains after the last result has failed", [("FAIL", "1..1\nok 1 - a\n")], [], "1 passed, 1 failed", 1),
    ("a whole test that is skipped is one skipped", [("SKIP", "1..0 # SKIP no terminal\n")], [], "0 passed, 0 failed, 1 skipped", 0),
    ("a test without TAP is one", [("OK", "done\n"), ("FAIL", "no\n")], [], "1 passed, 1 failed", 1),
    ("a failure that was expected is none", [("OK", "1..1\nnot ok 1 - a # TODO later\n")], [], "1 passed, 0 failed", 0),
    ("the lines of subtests are not counted twice", [("OK", "# Subtest: a\n    ok 1 - x\n    ok 2 - y\n    1..2\nok 1 - a\n1..1\n")], [], "1 passed, 0 failed", 0),
    ("a build that failed counts", [("OK", "1..1\nok 1 - a\n")], ["build-asan did not build"], "1 passed, 1 failed", 1),
    ("no test at all is a failure", None, [], "0 passed, 1 failed", 1),
]


def last_line(tests, troubles, folder):
    build = os.path.join(folder, "build")
    os.makedirs(os.path.join(build, "meson-logs"))
    if tests is not None:
        with open(os.path.join(build, "meson-logs", "testlog.json"), "w", encoding="utf-8") as log:
            for number, (result, said) in enumerate(tests):
                log.write(json.dumps({"name": "test %d" % number, "stdout": said, "result": result}) + "\n")
    path = os.path.join(folder, "troubles")
    with open(path, "w", encoding="utf-8") as file:
        file.write("".join(line + "\n" for line in troubles))
    done = subprocess.run([sys.executable, TALLY, "--troubles", path, build], stdout=subprocess.PIPE, text=True, check=False)
    return done.stdout.splitlines()[-1], done.returncode


failed = 0
print("1..%d" % len(CASES))
for number, (name, tests, troubles, line, status) in enumerate(CASES, 1):
    with tempfile.TemporaryDirectory(prefix="minutebook-tally.") as place:
        found = last_line(tests, troubles, place)
    good = found == (line, status)
    failed += not good
    print("%s %d - %s" % ("ok" if good else "not ok", number, name))
    if not good:
        print("#   %r, expected %r" % (found, (line, status)))
sys.exit(1 if failed else 0)
