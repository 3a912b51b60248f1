#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The forward plan: what comes to which meeting, moved with its reason."""
from harness import check, harbour, holds, main, same, test

KEYS = {"board", "meeting", "item", "lead", "minutes", "status", "moved"}


def plan(desk, *words):
    return desk.json("plan", "--board", "HTB", *(words or ("--year", "2025/26")))


def meetings_of(desk, title):
    return [row["meeting"] for row in plan(desk) if row["item"] == title]


@test("the plan lists business by meeting, with lead and minutes")
def _(desk):
    harbour(desk)
    for row in plan(desk):
        check(KEYS <= set(row), row)
    same(meetings_of(desk, "Dredging"), ["2025-10-08", "2026-02-11", "2026-03-25"], "Dredging, at every meeting of the year")
    same(meetings_of(desk, "Budget"), ["2026-03-25"], "Budget, every March")
    row = next(row for row in plan(desk) if row["item"] == "Budget")
    same([row["lead"], row["minutes"], row["moved"]], ["Bram Oake", 45, []], "Budget")


@test("the year is this year's unless another is asked for")
def _(desk):
    harbour(desk)
    same(plan(desk, "--year", "2025/26"), desk.json("plan", "--board", "HTB"), "this year's plan")
    desk.refused("plan", "--board", "HTB", "--year", "2031/32").sentence("2031/32", "2025/26")


@test("an item is planned for a meeting and comes to its agenda")
def _(desk):
    harbour(desk)
    desk.run("plan", "add", "2026-02-11", "Lifeboat mooring", "--lead", "Dov Pell", "--minutes", "15", "--purpose", "decision")
    same(meetings_of(desk, "Lifeboat mooring"), ["2026-02-11"], "the new item")
    desk.run("agenda", "draft", "next")
    item = next(item for item in desk.json("agenda", "show", "next")["items"] if item["title"] == "Lifeboat mooring")
    same([item["minutes"], item["source"]], [15, "plan"], "the item on the agenda")
    desk.refused("plan", "add", "2025-10-08", "Too late").sentence("circulated")
    desk.refused("plan", "add", "next", "").sentence("title")
    desk.refused("plan", "add", "next", "X", "--purpose", "gossip").sentence("gossip", "decision")


@test("an item is moved with its reason, once and again; the whole way is kept")
def _(desk):
    harbour(desk)
    desk.run("plan", "move", "Budget", "2026-02-11", "--why", "the auditors ask for it", "--from", "2026-03-25")
    desk.run("plan", "move", "Budget", "2026-03-25", "--why", "the auditors are ill", "--from", "2026-02-11", "--as-of", "2026-02-01")
    row = next(row for row in plan(desk) if row["item"] == "Budget")
    same(row["meeting"], "2026-03-25", "where it stands")
    same([(move["from"], move["to"], move["why"], move["on"]) for move in row["moved"]],
         [("2026-03-25", "2026-02-11", "the auditors ask for it", "2026-01-15"), ("2026-02-11", "2026-03-25", "the auditors are ill", "2026-02-01")], "its way")


@test("a move needs its reason, a meeting that is there, and one item meant")
def _(desk):
    harbour(desk)
    before = desk.dump()
    desk.refused("plan", "move", "Budget", "2026-02-11").sentence("--why")
    desk.refused("plan", "move", "Budget", "2026-02-11", "--why", "").sentence("reason")
    desk.refused("plan", "move", "Budget", "2026-02-12", "--why", "x").sentence("2026-02-12")
    desk.refused("plan", "move", "Whaling", "2026-02-11", "--why", "x").sentence("Whaling")
    desk.refused("plan", "move", "Budget", "2025-10-08", "--why", "x").sentence("circulated")
    desk.refused("plan", "move", "e", "2026-03-25", "--why", "x").sentence("--from")
    desk.unchanged(before)


@test("an item at every meeting is moved from the meeting that is named")
def _(desk):
    harbour(desk)
    desk.run("meeting", "add", "HTB", "2026-03-04", "--time", "18:00-19:00")
    desk.run("plan", "move", "Dredging", "2026-03-04", "--why", "the dredger is here", "--from", "2026-02-11")
    check("2026-02-11" not in meetings_of(desk, "Dredging"), meetings_of(desk, "Dredging"))
    check("2026-03-04" in meetings_of(desk, "Dredging") and "2026-03-25" in meetings_of(desk, "Dredging"), meetings_of(desk, "Dredging"))


@test("an item that is moved after the draft leaves the agenda")
def _(desk):
    harbour(desk)
    desk.run("agenda", "draft", "next")
    desk.run("plan", "move", "Wreck", "2026-03-25", "--why", "the divers are late")
    titles = [item["title"] for item in desk.json("agenda", "show", "next")["items"]]
    check("Wreck of the Sybil" not in titles, titles)


@test("the plan exports as a table for people and for spreadsheets")
def _(desk):
    harbour(desk)
    holds(desk.run("export", "plan", "next", "--audience", "members").out, "Budget")
    csv = desk.run("export", "plan", "next", "--audience", "members", "--format", "csv").out
    check(len(csv.splitlines()) >= 5 and "Budget" in csv, csv)
    holds(desk.run("export", "plan", "next", "--format", "markdown").out, "| ")


@test("a lead who is not on the roll is found by check")
def _(desk):
    harbour(desk)
    desk.run("plan", "add", "2026-02-11", "Ferry", "--lead", "Captain Nobody")
    rows = desk.json("check", "--board", "HTB", code=None)
    check([row for row in rows if row["rule"] == "lead-not-on-roll" and "Captain Nobody" in row["text"]], rows)


@test("a plan's answers say what was planned, and from where to where it moved")
def _(desk):
    harbour(desk)
    same(desk.run("plan", "add", "2026-02-11", "Ferry", "--lead", "Dov", "--lead", "Edie Lark", "--minutes", "15", "--purpose", "decision").out,
         "Ferry planned for HTB, 11 February 2026, 15 minutes, for decision, led by Dov Pell and Edie Lark.\n", "the answer")
    same(desk.run("plan", "add", "2026-02-11", "Moorings").out, "Moorings planned for HTB, 11 February 2026.\n", "the short answer")
    same(desk.run("plan", "move", "Ferry", "2026-03-25", "--why", "the ferry is late").out,
         "Ferry moved from 11 February 2026 to HTB, 25 March 2026: the ferry is late.\n", "the answer to a move")
    same(desk.json("log")[0]["summary"], "Ferry moved from 11 February 2026 to HTB, 25 March 2026: the ferry is late.", "the history")


@test("a lead who is nobody on the roll is accepted, and told at once")
def _(desk):
    harbour(desk)
    result = desk.run("plan", "add", "2026-02-11", "Ferry", "--lead", "Captain Nobody", "--lead", "Chair", "--lead", "Dov Pell")
    holds(result.out, "led by Captain Nobody, Chair and Dov Pell")
    same(result.err, "warning: HTB, forward plan, Ferry: Captain Nobody, who leads “Ferry”, is not on the roll. Name a member, or see that somebody invites them. [lead-not-on-roll]\n",
         "the finding")
    same([row["lead"] for row in plan(desk) if row["item"] == "Ferry"], ["Captain Nobody, Chair and Dov Pell"], "the leads")
    same(desk.run("plan", "add", "2026-02-11", "Buoys", "--lead", "Edie Lark").err, "", "of a member")


@test("the sample's moves are on record with their reasons")
def _(desk):
    desk.sample()
    rows = [row for row in desk.json("plan", "--board", "CSP", "--year", "2025/26") if row["item"] == "Hate crime" and row["moved"]]
    same([(row["meeting"], row["moved"][0]["from"], row["moved"][0]["why"]) for row in rows],
         [("2026-01-29", "2025-12-11", "figures from three reporting centres had still to be checked")], "Hate crime")


main()
