#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Documents out. What is restricted is in no public one, in no format, not even by its length; a public paper holds no key, clock, path or user."""
import csv
import io
import json
import os
import re
import stat

from harness import MEETING, Desk, check, harbour, holds, lacks, main, same, test

DOCUMENTS = ("agenda", "minutes", "actions", "attendance", "plan", "decisions")
FORMATS = ("text", "markdown", "csv", "json")
TABLES = ("actions", "attendance", "plan", "decisions")


def exports(desk, meeting="last", audience=None):
    """Every document in every format."""
    for document in DOCUMENTS:
        for form in FORMATS:
            if form == "csv" and document not in TABLES:
                continue
            words = ["export", document, meeting, "--format", form, "--board", "HTB"] + (["--audience", audience] if audience else [])
            yield document, form, desk.run(*words).raw


# Each field of a restricted item, and what hangs on it, holds a canary of its own.
SECRET = MEETING + """\
  - number: "3"
    title: Xacanarytitle sale
    presenter: [Xbcanary Presenter]
    minutes: 20
    papers:
      - {title: Xccanarypaper, pages: 11-13, state: received, author: Xdcanary Author, contact: xecanary@example.org, appendix: A}
    restricted: {paragraph: commercial, public_title: A commercial matter, reason: under negotiation}
    recommendations: [to accept xfcanary pounds]
    text: |
      The offer was xgcanary pounds.

      | Bidder | Sum |
      | xhcanary Ltd | xicanary |
    notes: |
      xjcanary whispered.
    declarations:
      - {name: Dov Pell, kind: conflict of interest, nature: brother of xkcanary, effect: left}
    decisions:
      - {text: To accept xlcanary, outcome: agreed, condition: if xmcanary signs, mover: Ada Quill, for: 3, against: 1, abstained: 0}
    actions:
      - {ref: 50, text: Write to xncanary, owners: [Xocanary Solicitors], due: 2025-12-24, due_words: by xpcanary day, status: open, updates: [{on: 2025-11-01, text: xqcanary has replied, outcome: open}]}
    motions:
      - {text: To refuse xrcanary, mover: Dov Pell, outcome: lost, for: 1, against: 3, abstained: 0}
    items:
      - {number: "3.1", title: Xscanary terms, text: The xtcanary terms.}
  - number: "4"
    title: Rates
    text: |
      The rates were set. The harbour owes xucanary to the crown. Members thanked the clerk.
    restricted_text:
      - {text: The harbour owes xucanary to the crown., paragraph: commercial, reason: under negotiation}
  - number: "5"
    title: Earlier business
    updates:
      - {ref: 50, text: The xvcanary letter went out, outcome: open}
"""
CANARY = re.compile(rb"x[a-z]canary", re.IGNORECASE)


def restricted(desk, text=SECRET):
    harbour(desk)
    desk.load(text)
    desk.run("agenda", "draft", "next")
    return desk


@test("the public never gets a canary of anything restricted, in no document and no format")
def _(desk):
    restricted(desk)
    for document, form, raw in exports(desk):
        check(not CANARY.search(raw), "%s as %s leaks %s" % (document, form, CANARY.findall(raw)))
    for document, form, raw in exports(desk, "next"):
        check(b"Sybil" not in raw, "%s of the next meeting as %s leaks the title of the restricted item" % (document, form))


@test("what is withheld keeps its number and shows its public title and reason")
def _(desk):
    restricted(desk)
    for document in ("minutes", "agenda"):
        out = desk.run("export", document, "last").out
        holds(out, "A commercial matter", document)
        check(re.search(r"^\s*(\*\*|#+ )?3\b.*A commercial matter", out, re.MULTILINE), "the number of the item in the public %s: %s" % (document, out))
    holds(desk.run("export", "agenda", "next").out, "A vessel")
    minutes = desk.run("export", "minutes", "last").out
    holds(" ".join(minutes.split()), "The rates were set.")
    holds(" ".join(minutes.split()), "Members thanked the clerk.")


@test("members see what the public does not, but never the clerk's notes")
def _(desk):
    restricted(desk)
    found = set()
    for document, form, raw in exports(desk, audience="members"):
        found |= {word.lower() for word in CANARY.findall(raw)}
        check(b"xjcanary" not in raw.lower(), "%s as %s shows the clerk's notes to members" % (document, form))
    for word in (b"xacanary", b"xgcanary", b"xlcanary", b"xncanary", b"xucanary"):
        check(word in found, "%s is in no paper for members" % word.decode())


@test("a public paper is the same bytes whatever the restricted text is and however long")
def _(desk):
    restricted(desk)
    short = {(document, form): raw for document, form, raw in exports(desk)}
    longer = CANARY.sub(lambda match: match.group(0) + b" and much more at length", SECRET.encode()).decode()
    other = Desk()
    restricted(other, longer)
    for document, form, raw in exports(other):
        check(raw == short[(document, form)], "the public %s as %s tells something of what is withheld" % (document, form))


@test("a restriction that is lifted withholds nothing from that day on")
def _(desk):
    restricted(desk)
    lifted = SECRET.replace("reason: under negotiation}\n    recommendations", "reason: under negotiation, lifted: 2026-01-10, lifted_by: the Chair}\n    recommendations")
    desk.load(lifted)
    holds(desk.run("export", "minutes", "last").out, "xgcanary")
    lacks(desk.run("export", "minutes", "last", "--as-of", "2026-01-09").out, "xgcanary")


@test("public is what is exported unless members are asked for")
def _(desk):
    restricted(desk)
    same(desk.run("export", "minutes", "last").raw, desk.run("export", "minutes", "last", "--audience", "public").raw, "the default")
    check(desk.run("export", "minutes", "last", "--audience", "members").raw != desk.run("export", "minutes", "last").raw, "members get the public paper")


@test("the same input gives the same bytes, with no clock, key, path, user or address in them")
def _(desk):
    harbour(desk)
    keys = set(re.findall(r'"id": ?"([^"]{8,})"', desk.run("dump").out))
    check(keys, "the dump has no keys")
    first = {(document, form): raw for document, form, raw in exports(desk)}
    later = dict(desk.env)
    desk.env = dict(later, MINUTEBOOK_NOW="2026-01-15T17:43:21Z", MINUTEBOOK_USER="Another Clerk", LC_ALL="C", TZ="UTC")
    for document, form, raw in exports(desk):
        check(raw == first[(document, form)], "%s as %s changes with clock, user or locale" % (document, form))
        text = raw.decode()
        for word in ("Test Clerk", "Another Clerk", desk.folder, "ada@example.org", "17:43"):
            lacks(text, word, "%s as %s" % (document, form))
        for key in keys:
            lacks(text, key, "%s as %s" % (document, form))


@test("JSON is JSON and CSV is CSV, with a heading and as many cells in each row")
def _(desk):
    harbour(desk)
    for document, form, raw in exports(desk, audience="members"):
        text = raw.decode("utf-8")
        check(text.strip(), "%s as %s is empty" % (document, form))
        if form == "json":
            json.loads(text)
        if form == "csv":
            rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff"))))
            check(len(rows) >= 2, "%s: %s" % (document, rows))
            same({len(row) for row in rows}, {len(rows[0])}, "cells in a row of %s" % document)


@test("cells that a spreadsheet would take for a formula are guarded")
def _(desk):
    harbour(desk)
    for text in ("=HYPERLINK(\"http://x\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1", " =1", "a,b\"c;d"):
        desk.run("actions", "add", "--owner", text if text.strip() else "x", "--", text)
    raw = desk.run("export", "actions", "last", "--audience", "members", "--format", "csv").out
    for row in csv.reader(io.StringIO(raw)):
        for cell in row:
            check(not cell.lstrip(" \t\r\n\ufeff")[:1] in tuple("=+@"), "a formula: %r" % cell)
            check(not re.match(r"\s*-[^ ]", cell), "a formula: %r" % cell)
    holds(raw, "a,b\"\"c;d")


@test("a table that is none, an unknown document, format, audience are refused")
def _(desk):
    harbour(desk)
    desk.refused("export", "minutes", "last", "--format", "csv").sentence("csv")
    desk.refused("export", "agenda", "next", "--format", "csv").sentence("csv")
    desk.refused("export", "postcard", "last").sentence("postcard", "minutes")
    desk.refused("export", "minutes", "last", "--format", "papyrus").sentence("papyrus", "markdown")
    desk.refused("export", "minutes", "last", "--audience", "everyone").sentence("everyone", "members")


@test("-o writes a file of the owner's alone, whole or not at all")
def _(desk):
    harbour(desk)
    path = os.path.join(desk.folder, "minutes.md")
    holds(desk.run("export", "minutes", "last", "--format", "markdown", "-o", path).out, path)
    same(desk.read("minutes.md"), desk.run("export", "minutes", "last", "--format", "markdown").raw, "the file")
    same(stat.S_IMODE(os.stat(path).st_mode), 0o600, "its mode")
    desk.refused("export", "minutes", "last", "-o", os.path.join(desk.folder, "absent", "m.md"), code=4).sentence("absent")
    link = os.path.join(desk.folder, "link.md")
    target = desk.write("target.txt", "precious")
    os.symlink(target, link)
    desk.run("export", "minutes", "last", "-o", link, code=None)
    same(desk.read("target.txt"), b"precious", "what a link leads to")
    left = [name for name in os.listdir(desk.folder) if "tmp" in name or name.startswith(".")]
    same(left, [], "left behind")


@test("markup in text stays text")
def _(desk):
    harbour(desk)
    desk.run("actions", "add", "Mend <b>the</b> | gate & `fence` *now* [x](javascript:y) # no", "--owner", "Ada Quill")
    out = desk.run("export", "actions", "last", "--audience", "members", "--format", "markdown").out
    line = next(line for line in out.splitlines() if "gate" in line)
    cells = re.split(r"(?<!\\)\|", line)
    heading = next(line for line in out.splitlines() if line.startswith("|"))
    same(len(cells), len(re.split(r"(?<!\\)\|", heading)), "cells of the row: " + line)
    check("<b>" not in line.replace("\\<b", "") and "](javascript" not in line.replace("\\]", ""), line)


@test("every board of the sample exports its last minutes and next agenda")
def _(desk):
    desk.sample()
    for board in desk.json("boards"):
        if board["short"] == "Resources":
            continue
        desk.run("agenda", "draft", "next", "--board", board["short"])
        for document in DOCUMENTS:
            for form in FORMATS:
                if form == "csv" and document not in TABLES:
                    continue
                meeting = "next" if document == "agenda" else "last"
                for audience in ("public", "members"):
                    out = desk.run("export", document, meeting, "--board", board["short"], "--format", form, "--audience", audience).out
                    check(out.strip(), "%s of %s as %s is empty" % (document, board["short"], form))


main()
