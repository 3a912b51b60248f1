#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What README.md and docs/FILES.md promise a reader who types it in."""
import os
import re
import shlex
import subprocess

from harness import ROOT, check, holds, main, same, test


def readme():
    with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as file:
        return file.read()


def shown(text):
    """The commands of the indented blocks, each with the lines shown under it."""
    runs = []
    for line in text.splitlines():
        if line.startswith("    $ minutebook "):
            runs.append((shlex.split(line[len("    $ minutebook "):].split(" < ")[0]), []))
        elif line.startswith("    ") and runs and not line.startswith("    $"):
            runs[-1][1].append(line[4:])
        elif line and not line.startswith("    "):
            runs.append(None)
            runs = [run for run in runs if run]
    return runs


@test("the commands of the tour do what is shown under them")
def _(desk):
    tour = readme().split("## Your own board")[0]
    for words, lines in shown(tour):
        result = desk.run(*words, env={"MINUTEBOOK_NOW": "2026-01-15T09:00:00Z", "COLUMNS": "80"})
        said = " ".join((result.out + " " + result.err).split())
        for line in lines:
            if line.strip() not in ("", "…"):
                holds(said, " ".join(line.split()), "`minutebook %s`" % " ".join(words))


@test("her own board: the two files load and give the agenda that is shown")
def _(desk):
    part = readme().split("## Your own board")[1].split("## All commands")[0]
    blocks = re.findall(r"```yaml\n(.*?)```", part, re.DOTALL)
    same(len(blocks), 2, "YAML files shown")
    desk.write("board.yaml", blocks[0])
    desk.write("plan.yaml", blocks[1])
    for words, lines in shown(part):
        out = desk.run(*words, env={"COLUMNS": "80"}).out
        for line in lines:
            if line.strip():
                check(line in out.split("\n"), "`minutebook %s` does not say %r:\n%s" % (" ".join(words), line, out))


@test("every command that the README names is there, and every command that is there is named")
def _(desk):
    table = readme().split("## All commands")[1].split("## Where")[0]
    there = re.findall(r"^  ([a-z]+(?: [a-z]+)?)  +\S", desk.run("--help").out, re.MULTILINE)
    for name in there:
        first, _, second = name.partition(" ")
        check(re.search(r"`%s\b" % first, table), "%s is not in the table" % name)
        if second:
            row = next(row for row in table.splitlines() if re.search(r"`%s %s|`%s \w+`?(, `\w+`)*" % (first, second, first), row))
            holds(row, second, "the row of %s" % first)


@test("bootstrap tells its commands, and refuses what it does not know")
def _(desk):
    script = os.path.join(ROOT, "bootstrap")
    done = subprocess.run([script, "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=desk.folder, check=False)
    same(done.returncode, 0, "exit status")
    for word in ("run", "test", "deps", "bench", "fuzz SECONDS", "nightly"):
        holds(done.stdout.decode(), word)
    for words in ([], ["frobnicate"]):
        done = subprocess.run([script] + words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=desk.folder, check=False)
        same(done.returncode, 2, "exit status of ./bootstrap %s" % words)


main()
