#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Deeds taken back, and what stands against it."""
import sqlite3

from harness import harbour, holds, main, same, test


def action(desk, ref):
    return [row for row in desk.json("actions") if row["ref"] == ref][0]


def deeds(desk):
    return [(row["seq"], row["deed"]) for row in desk.json("log")]


@test("the last deed is undone, undone again it is done again, and the history holds all of it")
def _(desk):
    harbour(desk)
    last = deeds(desk)[0][0]
    desk.run("actions", "close", "1", "Three came.")
    same(action(desk, "1")["status"], "closed", "closed")
    answer = desk.json("undo")
    same(answer["seq"], last + 1, "the deed that was undone")
    holds(answer["done"], "Undone: deed %d, actions close: " % (last + 1))
    same(action(desk, "1")["status"], "open", "undone")
    desk.run("undo")
    same(action(desk, "1")["status"], "closed", "done again")
    same([name for _, name in deeds(desk)][:3], ["undo", "undo", "actions close"], "the history")
    holds(desk.run("log", "--verify").out, "The history is whole.")


@test("an older deed is undone by its number, and what was done elsewhere since stays")
def _(desk):
    harbour(desk)
    last = deeds(desk)[0][0]
    desk.run("actions", "redate", "1", "2026-03-02", "--why", "ice")
    desk.run("actions", "close", "2", "Done.")
    desk.run("undo", str(last + 1))
    same(action(desk, "1")["due"], "2025-12-01", "the due date")
    same(action(desk, "2")["status"], "closed", "the other action")
    holds(desk.run("log", "--verify").out, "The history is whole.")


@test("what was changed since is named, and nothing is overwritten")
def _(desk):
    harbour(desk)
    last = deeds(desk)[0][0]
    desk.run("actions", "redate", "1", "2026-03-02", "--why", "ice")
    desk.run("actions", "redate", "1", "2026-04-06", "--why", "more ice")
    result = desk.refused("undo", str(last + 1))
    result.sentence("Deed %d cannot be undone" % (last + 1), "an action “1”", "by deed %d" % (last + 2))
    same(action(desk, "1")["due"], "2026-04-06", "the due date")
    desk.run("undo", str(last + 2))
    desk.run("undo", str(last + 1))
    same(action(desk, "1")["due"], "2025-12-01", "undone one after the other")


@test("what was built upon is not taken away from under it")
def _(desk):
    harbour(desk)
    last = deeds(desk)[0][0]
    desk.run("actions", "add", "Mend the slipway", "--owner", "Edie Lark", "--due", "2026-02-06", "--board", "HTB")
    desk.run("actions", "update", "4", "Timber ordered.")
    desk.refused("undo", str(last + 1)).sentence("cannot be undone", "by deed %d" % (last + 2))
    desk.run("undo", str(last + 2))
    desk.run("undo", str(last + 1))
    same([row["ref"] for row in desk.json("actions") if row["ref"] == "4"], [], "action 4")


@test("a ref that was given out is not given out again")
def _(desk):
    harbour(desk)
    desk.run("actions", "add", "Mend the slipway", "--owner", "Edie Lark", "--board", "HTB")
    desk.run("undo")
    same(desk.json("actions", "add", "Paint it", "--owner", "Edie Lark", "--board", "HTB")["ref"], "5", "the next ref")
    first = [seq for seq, name in deeds(desk) if name == "actions add"][-1]
    desk.run("undo", str(first + 1))
    same(action(desk, "4")["text"], "Mend the slipway", "done again under its own ref")


@test("everybody undoes their own last deed")
def _(desk):
    harbour(desk)
    desk.run("actions", "close", "1", "Done.", "--user", "Ann")
    desk.run("actions", "close", "2", "Done.", "--user", "Bo")
    desk.run("undo", "--user", "Ann")
    same([action(desk, ref)["status"] for ref in ("1", "2")], ["open", "closed"], "Ann's alone")
    desk.refused("undo", "--user", "Nobody Yet").sentence("Nobody Yet has done nothing in this book yet")


@test("nothing is undone across an approval, neither the approval nor what it approved; actions live on")
def _(desk):
    harbour(desk)
    start = deeds(desk)[0][0]
    desk.run("decision", "edit", "last", "2", "--condition", "subject to funds")
    desk.run("actions", "close", "1", "Done.")
    desk.run("agenda", "draft", "next")
    item = next(item["number"] for item in desk.json("agenda", "show", "next")["items"] if item["title"].startswith("Minutes of the meeting"))
    desk.run("meeting", "edit", "next", "--state", "live")
    desk.run("decision", "add", "2026-02-11", item, "That the minutes be agreed")
    for words in ([str(start + 1)], []):
        desk.refused("undo", *words).sentence("cannot be undone", "8 October 2025 are approved and never change again")
    desk.run("undo", str(start + 2))
    same(action(desk, "1")["status"], "open", "the action raised there")
    holds(desk.run("log", "--verify").out, "The history is whole.")


@test("a text that was disposed of does not come back")
def _(desk):
    harbour(desk)
    last = deeds(desk)[0][0]
    desk.run("actions", "redate", "1", "2026-03-02", "--why", "ice")
    with sqlite3.connect(desk.book) as book:
        book.execute("update change set before = null, salt = '' where seq = ?", (last + 1,))
    desk.refused("undo").sentence("cannot be undone", "disposed of")
    same(action(desk, "1")["due"], "2026-03-02", "the due date")


@test("a number that is none, or of no deed, is refused")
def _(desk):
    harbour(desk)
    desk.refused("undo", "yesterday").sentence("no number of a deed")
    desk.refused("undo", "999").sentence("no deed 999")


main()
