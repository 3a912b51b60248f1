#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The dump holds the whole book and makes it again; the history is chained and finds what was changed behind it."""
import json
import os
import re
import shutil
import sqlite3

from harness import check, harbour, holds, main, same, test


def again(desk, dump, name="again.minutebook"):
    """A fresh book from DUMP; its environment."""
    path = desk.write("dump.json", dump)
    env = {"MINUTEBOOK_BOOK": os.path.join(desk.folder, name)}
    desk.run("load", "--dump", path, env=env)
    return env


def live(desk):
    """Some of everything that people do."""
    desk.run("agenda", "draft", "next")
    desk.run("agenda", "add", "next", "Lease of the ⚓ yard", "--presenter", "Ada Quill", "--minutes", "10")
    desk.run("agenda", "restrict", "next", "Lease", "--reason", "under negotiation")
    desk.run("plan", "move", "Budget", "2026-02-11", "--why", "the auditors ask for it", "--from", "2026-03-25")
    desk.run("attendance", "set", "next", "Dov Pell", "apologies")
    desk.run("interest", "add", "next", "Dredging", "Bram Oake", "--effect", "left")
    desk.run("decision", "add", "next", "Dredging", "To dredge the basin", "--outcome", "resolved", "--mover", "Ada Quill", "--for", "3", "--against", "1")
    desk.run("minutes", "add", "next", "Dredging", stdin="First.\n\n- one\n- two\n\n| a | b |\n| 1 | 2 |\n")
    desk.run("actions", "close", "1", "Three tenders came.")


@test("dump → load --dump → dump gives the same bytes, history and all")
def _(desk):
    harbour(desk)
    live(desk)
    before = desk.dump()
    env = again(desk, before)
    check(desk.run("dump", env=env).raw == before, "the second dump differs")
    same(desk.run("log", env=env).out, desk.run("log").out, "the history")


@test("the same of the sample book")
def _(desk):
    desk.sample()
    desk.run("agenda", "draft", "next", "--board", "CSP")
    before = desk.dump()
    env = again(desk, before)
    check(desk.run("dump", env=env).raw == before, "the second dump differs")
    holds(desk.run("log", "--verify", env=env).out, "whole")


@test("the dump has what scripts rely on")
def _(desk):
    harbour(desk)
    dump = json.loads(desk.dump())
    check({"format", "people", "boards", "meetings", "plans", "history"} <= set(dump), sorted(dump))
    same(len(dump["meetings"]), 3, "meetings")
    paper = next(paper for paper in dump["meetings"] if paper["date"] == "2025-10-08")
    keys = {"document", "board", "date", "start", "end", "closed", "venue", "chair", "marking", "state", "attendance", "items", "actions", "action_updates", "decisions", "declarations",
            "corrections", "forward_plan", "next_meeting"}
    check(keys <= set(paper), "the paper lacks %s" % (keys - set(paper)))
    same([paper["start"], paper["end"], paper["closed"], paper["chair"]], ["18:00", "20:00", "19:40", "Ada Quill"], "the paper")


@test("a book from a dump goes on as the first would")
def _(desk):
    harbour(desk)
    env = again(desk, desk.dump())
    same(desk.json("actions", "add", "Go on", "--owner", "Ada Quill", env=env)["ref"], "4", "the next ref")
    same([row["ref"] for row in desk.json("actions", "--overdue", env=env)], ["1"], "overdue")
    check(desk.json("search", "channel", env=env), "the search finds nothing in the book from a dump")
    holds(desk.run("log", "--verify", env=env).out, "whole")


@test("a dump goes only into a fresh book, and alone")
def _(desk):
    harbour(desk)
    before = desk.dump()
    path = desk.write("dump.json", before)
    desk.refused("load", "--dump", path, code=4).sentence(desk.book)
    desk.refused("load", "--dump", path, "board.yaml").sentence("--dump")
    desk.unchanged(before)


@test("what is no dump, or a damaged one, is refused and leaves no book")
def _(desk):
    harbour(desk)
    good = desk.dump()
    text = good.decode()
    fresh = os.path.join(desk.folder, "fresh.minutebook")
    spoilt = [b"", b"{}", b"[]", b"null", b"{", good[: len(good) // 2], b"\xff" + good, text.replace('"minutebook 1"', '"minutebook 99"').encode(),
              text.replace('"records"', '"recrods"').encode(), b"[" * 100000, text.replace("2025-10-08", "2025-10-38").encode()]
    for number, bytes_ in enumerate(spoilt):
        result = desk.refused("load", "--dump", desk.write("spoilt.json", bytes_), code=3, env={"MINUTEBOOK_BOOK": fresh})
        check(result.err.strip(), "no sentence for spoilt dump %d" % number)
        left = [name for name in os.listdir(desk.folder) if name.startswith("fresh.minutebook")]
        same(left, [], "files left by spoilt dump %d" % number)


@test("log lists who did what and when, newest first, and verifies")
def _(desk):
    harbour(desk)
    desk.run("--user", "Relief Clerk", "actions", "close", "1")
    rows = desk.json("log")
    same([rows[0]["who"], rows[0]["deed"], rows[0]["at"][:10]], ["Relief Clerk", "actions close", "2026-01-15"], "the newest")
    same([row["deed"] for row in rows], ["actions close", "load", "init"], "the deeds")
    same({row["who"] for row in rows[1:]}, {"Test Clerk"}, "who did the rest")
    out = desk.run("log", "--verify").out
    check(re.search(r"[0-9a-f]{64}", out), "no digest: " + out)


@test("a deed that was refused, and one that only reads, leave no line in the history")
def _(desk):
    harbour(desk)
    before = desk.run("log").out
    desk.refused("actions", "close", "99")
    desk.refused("load", desk.write("w.yaml", "board: [\n"), code=3)
    for words in (["boards"], ["actions"], ["dump"], ["check"], ["search", "channel"], ["export", "minutes", "last"]):
        desk.run(*words, code=None)
    same(desk.run("log").out, before, "the history")


def settle(desk):
    """One file, no log beside it: as SQLite's own shell would see it."""
    with sqlite3.connect(desk.book) as book:
        book.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@test("whatever is changed behind the program's back is found, and the book is still read")
def _(desk):
    harbour(desk)
    live(desk)
    holds(desk.run("log", "--verify").out, "whole")
    settle(desk)
    shutil.copy(desk.book, desk.book + ".good")
    with sqlite3.connect(desk.book) as book:
        tables = [name for (name,) in book.execute("SELECT name FROM sqlite_master WHERE type='table'")]
    check("minute" in tables and "decision" in tables, tables)
    spoil = ["UPDATE minute SET text = text || ' not' WHERE rowid = (SELECT min(rowid) FROM minute)",
             "DELETE FROM decision WHERE rowid = (SELECT max(rowid) FROM decision)",
             "UPDATE decision SET votes_for = votes_for + 1 WHERE votes_for IS NOT NULL",
             "UPDATE action SET due = '2027-01-01' WHERE ref = '1'",
             "INSERT INTO minute(id, meeting, position, layer, style, text) SELECT 'forged', meeting, 99, layer, style, 'It was resolved to pay the clerk double.' FROM minute LIMIT 1",
             "UPDATE meeting SET state = 'approved' WHERE day = '2025-10-08'"]
    for statement in spoil:
        shutil.copy(desk.book + ".good", desk.book)
        for side in ("-wal", "-shm"):
            if os.path.exists(desk.book + side):
                os.remove(desk.book + side)
        with sqlite3.connect(desk.book) as book:
            changed = book.execute(statement).rowcount
        check(changed > 0, "nothing was changed by: " + statement)
        settle(desk)
        result = desk.run("log", "--verify", code=1)
        check(result.out.strip(), "no sentence for: " + statement)
        same(desk.json("log", "--verify", code=1)["whole"], False, "whole, after: " + statement)
        desk.run("actions")


@test("a book put back whole to an earlier day is whole, and the digest that was kept tells")
def _(desk):
    harbour(desk)
    settle(desk)
    shutil.copy(desk.book, desk.book + ".earlier")
    desk.run("actions", "close", "HTB/1", "Done.")
    kept = desk.json("log", "--verify")["head"]
    out = desk.run("log", "--verify").out
    holds(out, "The history is whole. Its newest digest: %s\n" % kept)
    holds(out, "of deed 3 (actions close, 2026-01-15T09:00:00Z)")
    desk.run("actions", "close", "HTB/2", "Done too.")
    holds(desk.run("log", "--head", kept[:12].upper()).out, "The digest that was kept is that of deed 3 (actions close, 2026-01-15T09:00:00Z).\n")
    settle(desk)
    shutil.copy(desk.book + ".earlier", desk.book)
    same(desk.json("log", "--verify")["whole"], True, "whole in itself")
    holds(desk.run("log", "--head", kept, code=1).out, "put back to an earlier day")
    same(desk.json("log", "--head", kept, code=1)["whole"], False, "whole, by the digest")
    for nonsense in ("", "abc", "not a digest"):
        desk.refused("log", "--head", nonsense).sentence("--head", "digest")


@test("a history row that was altered or taken away is found")
def _(desk):
    harbour(desk)
    live(desk)
    settle(desk)
    with sqlite3.connect(desk.book) as book:
        columns = {table: [row[1] for row in book.execute("PRAGMA table_info(\"%s\")" % table)]
                   for (table,) in book.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()}
    table = next(name for name, names in columns.items() if {"who", "chain"} <= set(names))
    shutil.copy(desk.book, desk.book + ".good")
    for statement in ("UPDATE \"%s\" SET who = 'Somebody Else' WHERE rowid = 2", "UPDATE \"%s\" SET at = '2020-01-01T00:00:00Z' WHERE rowid = 2", "DELETE FROM \"%s\" WHERE rowid = 2"):
        shutil.copy(desk.book + ".good", desk.book)
        with sqlite3.connect(desk.book) as book:
            book.execute("PRAGMA foreign_keys=OFF")
            book.execute(statement % table)
        settle(desk)
        desk.run("log", "--verify", code=1)


main()
