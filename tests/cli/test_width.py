#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Lists as people see them in a terminal, as lines in a pipe, and as JSON: the width of the window changes what is shown and never what is said."""
import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
import unicodedata

import harness
from harness import check, harbour, holds, lacks, main, same, test

LISTS = [["boards"], ["people"], ["meetings"], ["roll", "CSP"], ["roll", "School"], ["roll", "Lanthorn", "--all"], ["actions"], ["actions", "--open"],
         ["actions", "--overdue"], ["plan"], ["plan", "--board", "School", "--year", "2025/26"], ["decisions"], ["search", "lease"], ["check"], ["log"],
         ["agenda", "show", "CSP/2025-12-11"], ["attendance", "CSP/2025-12-11"], ["notice", "next", "--board", "CSP"]]


def at_width(desk, columns, *words, code=0):
    """What a terminal so wide shows."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    running = subprocess.Popen([harness.PROGRAM] + list(words), stdin=subprocess.DEVNULL, stdout=theirs, stderr=subprocess.PIPE, env=desk.env, cwd=desk.folder)
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    running.stderr.read()
    running.stderr.close()
    if code is not None:
        same(running.wait(), code, "exit status of " + " ".join(words))
    running.wait()
    return shown.decode("utf-8").replace("\r\n", "\n")


def width(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


@test("in a window of 80 columns no list is wider, and none breaks a date")
def _(desk):
    desk.sample()
    for words in LISTS:
        shown = at_width(desk, 80, *words, code=None)
        for line in shown.split("\n"):
            check(width(line) <= 80, "`%s` has a line of %d columns: %s" % (" ".join(words), width(line), line))
            check(not re.search(r"\b\d{4}-(\d\d-)?(\s|$)", line), "`%s` breaks a date: %s" % (" ".join(words), line))
        check(shown.strip(), "nothing shown by " + " ".join(words))


@test("in a window of 80 columns every word of a name, a post and a title stands whole, or is broken at its hyphen")
def _(desk):
    desk.sample()
    for words, keys in ((["roll", "CSP"], ["name", "office", "post", "group"]), (["roll", "Lanthorn"], ["name", "office", "post", "group"]),
                        (["people"], ["name", "boards", "email"]), (["actions", "--open"], ["text", "owners", "due", "status"]),
                        (["plan", "--year", "2025/26"], ["item", "lead", "meeting"]), (["decisions"], ["text", "outcome", "meeting"]), (["meetings"], ["venue", "date", "state"])):
        shown = at_width(desk, 80, *words)
        for row in desk.json(*words):
            for key in keys:
                value = row[key]
                for text in value if isinstance(value, list) else [value or ""]:
                    for word in re.findall(r"[^ ]+?(?:-(?=[A-Za-z])|$|(?= ))", text):
                        check(word in shown, "`%s` breaks “%s” of “%s”" % (" ".join(words), word, text))


@test("a narrow window leaves out what can be spared and says so; a wide one shows it")
def _(desk):
    desk.sample()
    narrow = at_width(desk, 80, "roll", "CSP")
    same(narrow.split("\n")[0].split(), ["Name", "Office", "Post", "Group"], "the headings at 80")
    holds(narrow, "\n\nA wider window also shows: Initials, Votes, Organisation, Term.\n")
    wide = at_width(desk, 200, "roll", "CSP")
    same(wide.split("\n")[0].split(), ["Name", "Initials", "Office", "Post", "Organisation", "Group", "Votes", "Term"], "the headings at 200")
    lacks(wide, "wider window")
    holds(wide, "from 2022-05-19")
    holds(at_width(desk, 80, "people"), "A wider window also shows: Post.")


@test("a term with both ends is one column, and one without stays empty")
def _(desk):
    harbour(desk)
    desk.run("person", "edit", "Dov Pell", "--board", "HTB", "--from", "2024-01-01", "--to", "2027-12-31")
    desk.run("person", "edit", "Edie Lark", "--board", "HTB", "--to", "2026-06-30")
    shown = at_width(desk, 140, "roll", "HTB")
    holds(shown, "2024-01-01 to 2027-12-31")
    holds(shown, "to 2026-06-30")
    check(re.search(r"^Bram Oake .*yes$", shown, re.MULTILINE), "Bram Oake has a term: " + shown)
    same(desk.json("roll", "HTB")[3]["to"], "2027-12-31", "the end for a script")


@test("in a pipe every row is one line, whatever its length; $COLUMNS asks for pages")
def _(desk):
    desk.sample()
    for words in (["roll", "CSP"], ["actions", "--overdue"], ["plan", "--year", "2025/26"], ["decisions"], ["people"]):
        rows = desk.json(*words)
        lines = desk.run(*words).out.split("\n\n")[0].strip("\n").split("\n")
        same(len(lines), len(rows) + 1, "lines of `%s`" % " ".join(words))
        paged = desk.run(*words, env={"COLUMNS": "80"}).out
        check(max(width(line) for line in paged.split("\n")) <= 80, "`%s` is wider than $COLUMNS" % " ".join(words))
        same(paged, at_width(desk, 80, *words), "`%s` with $COLUMNS and in a window" % " ".join(words))
    for nonsense in ("", "0", "many", "-5", "99999999999999999999"):
        same(desk.run("roll", "CSP", env={"COLUMNS": nonsense}).out, desk.run("roll", "CSP").out, "with COLUMNS=%r" % nonsense)


@test("lateness is shown where there is any: no column of noughts, no nought beside a late one")
def _(desk):
    harbour(desk)
    shown = desk.run("actions").out.split("\n")
    same(shown[0].split(), ["Board", "Ref", "Action", "Owner", "Due", "Late", "Chased", "Status"], "the headings")
    check(re.search(r"Edie Lark +2025-12-01 +45 +0  open$", shown[1]), shown[1])
    check(re.search(r"Bram Oake  2026-01-15 +0  open$", shown[2]), shown[2])
    check(re.search(r"Dov Pell +2025-11-01 +0  closed$", shown[3]), shown[3])
    desk.run("actions", "close", "1", "Done.")
    same(desk.run("actions").out.split("\n")[0].split(), ["Board", "Ref", "Action", "Owner", "Due", "Chased", "Status"], "the headings where nothing is late")
    same([row["days_late"] for row in desk.json("actions")], [0, 0, 0], "days late for a script")


@test("the counts of a vote stand in one column, with a dot for what was not counted")
def _(desk):
    harbour(desk)
    desk.run("decision", "add", "last", "2", "To ask the pilots", "--for", "3")
    desk.run("decision", "add", "last", "1", "To thank them")
    out = desk.run("decisions").out
    holds(out, "3–0–0\n")
    holds(out, "3–·–·\n")
    holds(out, "To thank them\n")
    holds(out, "\nVotes: for, against, abstained.\n")


@test("what was moved in the plan says from where, in its status")
def _(desk):
    harbour(desk)
    desk.run("plan", "move", "Wreck", "2026-03-25", "--why", "the surveyor is away")
    check(re.search(r"2026-03-25  Wreck of the Sybil +Edie Lark +10  moved from 2026-02-11$", desk.run("plan").out, re.MULTILINE), desk.run("plan").out)


@test("findings stand in three columns, with what to do and the rule at the end")
def _(desk):
    harbour(desk)
    desk.run("board", "edit", "HTB", "--quorum", "4")
    out = desk.run("check", "last", code=None).out.split("\n")
    same(out[0].split(), ["Severity", "Place", "Finding"], "the headings")
    findings = desk.json("check", "last", code=None)
    check(findings, "no finding to show")
    for finding, line in zip(findings, out[1:]):
        check(line.endswith("[%s]" % finding["rule"]) and finding["text"] in line, line)


main()
