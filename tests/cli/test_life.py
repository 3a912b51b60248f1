#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A meeting as it happens: opened, taken item by item, adjourned, closed; each deed a command with its time."""
from harness import check, harbour, holds, lacks, main, same, test

DAY = "2026-02-11"


def opened(desk, *absent):
    """The February meeting of the harbour board, opened at 18:00 with all here but those."""
    harbour(desk)
    desk.run("agenda", "draft", DAY)
    desk.run("attendance", "all", DAY)
    for name in absent:
        desk.run("attendance", "set", DAY, name, "apologies")
    desk.run("meeting", "start", DAY, "--at", "18:00")
    return desk


def say(desk, *words):
    return desk.run(*words).out.strip().replace("HTB, 11 February 2026: ", "")


def events(desk):
    """What happened, in order: (time, what, item's title)."""
    dump = desk.run("dump").json()["records"]
    titles = {item["id"]: item.get("title") for item in dump["item"]}
    meeting = next(one["id"] for one in dump["meeting"] if one["day"] == DAY)
    rows = sorted((one for one in dump["event"] if one["meeting"] == meeting), key=lambda one: one["position"])
    return [(one.get("at"), one["what"], titles.get(one.get("item"))) for one in rows]


def item_of(desk, title):
    dump = desk.run("dump").json()["records"]
    meeting = next(one["id"] for one in dump["meeting"] if one["day"] == DAY)
    return next(one for one in dump["item"] if one["meeting"] == meeting and one.get("title") == title)


def meeting_of(desk):
    return next(one for one in desk.run("dump").json()["records"]["meeting"] if one["day"] == DAY)


@test("a whole evening by commands: times, order and events are as they were told")
def _(desk):
    opened(desk, "Dov")
    same(say(desk, "agenda", "take", DAY, "1", "--at", "18:01"), "item 1 Apologies taken at 18:01.")
    desk.run("agenda", "take", DAY, "2", "--at", "18:03")
    desk.run("agenda", "take", DAY, "4", "--at", "18:10")
    desk.run("agenda", "take", DAY, "3", "--at", "18:25")
    desk.run("meeting", "adjourn", DAY, "--at", "18:40", "--why", "fire alarm")
    same(say(desk, "meeting", "resume", DAY, "--at", "18:55"), "resumed at 18:55, after 15 minutes.")
    same(say(desk, "agenda", "take", DAY, "4", "--at", "19:10"), "item 4 Wreck of the Sybil taken again at 19:10.")
    desk.run("agenda", "take", DAY, "5", "--at", "19:15")
    out = say(desk, "meeting", "close", DAY, "--at", "19:20")
    holds(out, "closed at 19:20, 40 minutes early.")
    lacks(out, "Not taken")
    same(events(desk), [("18:00", "opened", None), ("18:01", "item taken", "Apologies"), ("18:03", "item taken", "Minutes and matters arising"),
                        ("18:10", "item taken", "Wreck of the Sybil"), ("18:25", "item taken", "Dredging"), ("18:40", "adjourned", "Dredging"),
                        ("18:55", "resumed", "Dredging"), ("19:10", "item taken", "Wreck of the Sybil"), ("19:15", "item taken", "Any other business"),
                        ("19:20", "closed", None)], "what happened")
    wreck, dredging = item_of(desk, "Wreck of the Sybil"), item_of(desk, "Dredging")
    same([wreck["started"], wreck["ended"], wreck["taken"]], ["18:10", "19:15", 3], "begun, left, in what order")
    same([dredging["started"], dredging["ended"], dredging["taken"]], ["18:25", "19:10", 4], "begun, left, in what order")
    same([meeting_of(desk)["state"], meeting_of(desk)["closed"]], ["live", "19:20"], "the meeting")
    text = desk.run("minutes", DAY).out
    holds(text, "The meeting opened at 18:00.")
    holds(text, "The meeting was adjourned at 18:40: fire alarm.")
    holds(text, "The meeting closed at 19:20.")
    lacks(text.lower(), "item taken")
    desk.run("log", "--verify")


@test("the clock is the board's where no time is told")
def _(desk):
    harbour(desk)
    desk.run("agenda", "draft", DAY)
    desk.env["MINUTEBOOK_NOW"] = "2026-02-11T18:07:30Z"
    holds(desk.run("meeting", "start", DAY).out, "opened at 18:07.")
    summer = "2026-07-15"
    desk.run("meeting", "add", "HTB", summer, "--time", "18:00-20:00")
    desk.env["MINUTEBOOK_NOW"] = "2026-07-15T17:07:30Z"
    result = desk.run("meeting", "start", summer)
    holds(result.out, "opened at 18:07.")
    same(result.err, "", "findings on the right day")


@test("a start on another day is done, and remarked on")
def _(desk):
    harbour(desk)
    result = desk.run("meeting", "start", DAY)
    holds(result.out, "opened at 09:00.")
    holds(result.err, "dated Wednesday 11 February 2026, which is not today")
    holds(result.out, "Nobody is marked present yet")


@test("nothing is taken of a meeting that was not opened, is adjourned, or is closed; the way out is said")
def _(desk):
    harbour(desk)
    desk.run("agenda", "draft", DAY)
    before = desk.dump()
    for words in (("agenda", "take", DAY, "3"), ("meeting", "close", DAY), ("meeting", "adjourn", DAY)):
        desk.refused(*words).sentence("planned", "`meeting start`")
    desk.refused("meeting", "resume", DAY).sentence("`meeting start`")
    desk.refused("meeting", "reopen", DAY).sentence("was not closed")
    desk.unchanged(before)
    desk.run("meeting", "start", DAY, "--at", "18:00")
    before = desk.dump()
    desk.refused("meeting", "start", DAY).sentence("under way since 18:00")
    desk.refused("meeting", "resume", DAY).sentence("not adjourned")
    desk.refused("meeting", "reopen", DAY).sentence("was not closed")
    desk.refused("meeting", "close", DAY, "--at", "17:00").sentence("17:00", "18:00")
    desk.refused("agenda", "take", DAY, "3", "--at", "7pm").sentence("7pm")
    desk.unchanged(before)
    desk.run("meeting", "adjourn", DAY, "--at", "18:30")
    before = desk.dump()
    desk.refused("meeting", "adjourn", DAY).sentence("since 18:30", "`meeting resume`")
    desk.refused("agenda", "take", DAY, "3", "--at", "18:40").sentence("since 18:30", "`meeting resume`")
    desk.unchanged(before)
    desk.run("meeting", "close", DAY, "--at", "18:45")
    before = desk.dump()
    desk.refused("agenda", "take", DAY, "3", "--at", "18:50").sentence("closed at 18:45", "`meeting reopen`")
    desk.refused("meeting", "close", DAY).sentence("closed at 18:45")
    desk.refused("meeting", "start", DAY).sentence("closed at 18:45")
    desk.unchanged(before)


@test("a cancelled or approved meeting is not opened")
def _(desk):
    harbour(desk)
    desk.run("meeting", "cancel", DAY, "--why", "fog")
    desk.refused("meeting", "start", DAY).sentence("was cancelled")
    desk.refused("meeting", "start", "2025-10-08").sentence("circulated")
    desk.run("meeting", "add", "HTB", "2026-01-14", "--time", "18:00-20:00")
    desk.run("agenda", "draft", "2026-01-14")
    desk.run("decision", "add", "2026-01-14", "8 October", "The minutes be approved", "--outcome", "approved")
    desk.refused("meeting", "start", "2025-10-08").sentence("approved")


@test("starting freezes the numbers: an urgent item gets a letter and prints its reason")
def _(desk):
    opened(desk)
    desk.run("agenda", "add", DAY, "Sunken barge", "--after", "3", "--urgent", "it blocks the channel")
    same(item_of(desk, "Sunken barge")["number"], "3A", "its number")
    same(item_of(desk, "Sunken barge")["urgent_why"], "it blocks the channel", "the reason")


@test("taking the same item twice changes nothing")
def _(desk):
    opened(desk)
    desk.run("agenda", "take", DAY, "3", "--at", "18:05")
    holds(say(desk, "agenda", "take", DAY, "3", "--at", "18:06"), "being taken already")
    same([one for one in events(desk) if one[1] == "item taken"], [("18:05", "item taken", "Dredging")])


@test("what is told late takes its place in the order of time")
def _(desk):
    opened(desk)
    desk.run("agenda", "take", DAY, "1", "--at", "18:00")
    desk.run("agenda", "take", DAY, "4", "--at", "18:30")
    desk.run("agenda", "take", DAY, "3", "--at", "18:10")
    same([title for _, what, title in events(desk) if what == "item taken"], ["Apologies", "Dredging", "Wreck of the Sybil"], "the order")
    same([item_of(desk, "Dredging")[key] for key in ("started", "ended")], ["18:10", "18:30"], "Dredging")
    same(item_of(desk, "Apologies")["ended"], "18:10", "when the first was left")
    same(item_of(desk, "Dredging")["taken"], None, "as printed, so no order is kept")


@test("a meeting past midnight keeps its order")
def _(desk):
    harbour(desk)
    desk.run("meeting", "edit", DAY, "--time", "22:00-23:50")
    desk.run("agenda", "draft", DAY)
    desk.run("meeting", "start", DAY, "--at", "22:00")
    desk.run("agenda", "take", DAY, "3", "--at", "23:50")
    desk.run("agenda", "take", DAY, "5", "--at", "00:10")
    holds(say(desk, "meeting", "close", DAY, "--at", "00:20"), "closed at 00:20, 30 minutes late.")
    same([one[0] for one in events(desk)], ["22:00", "23:50", "00:10", "00:20"], "the order")


@test("closing says what was not taken; carried items come on the next draft, and may be taken back")
def _(desk):
    opened(desk)
    desk.run("agenda", "take", DAY, "1", "--at", "18:00")
    holds(say(desk, "agenda", "carry", DAY, "4"), "item 4 Wreck of the Sybil is carried forward")
    desk.run("agenda", "carry", DAY, "3")
    holds(say(desk, "agenda", "carry", DAY, "3", "--undo"), "no longer carried forward")
    desk.refused("agenda", "carry", DAY, "3", "--undo").sentence("was not carried")
    desk.refused("agenda", "carry", DAY, "5").sentence("standing item")
    holds(say(desk, "meeting", "close", DAY, "--at", "19:00"), "Not taken: 2, 3 and 5; `agenda carry`")
    desk.run("agenda", "draft", "2026-03-25", "--as-of", "2026-02-12")
    rows = desk.json("agenda", "show", "2026-03-25")["items"]
    same([row["title"] for row in rows if row["source"] == "carried"], ["Wreck of the Sybil"], "carried")


@test("an item is ticked when its minute is done, and the tick is taken off again")
def _(desk):
    harbour(desk)
    desk.run("agenda", "draft", DAY)
    desk.refused("agenda", "tick", DAY, "4").sentence("has not begun")
    desk.run("meeting", "start", DAY, "--at", "18:00")
    holds(say(desk, "agenda", "tick", DAY, "4"), "item 4 Wreck of the Sybil is written up; 5 items are left.")
    holds(say(desk, "agenda", "tick", DAY, "4"), "is ticked as written up already.")
    holds(say(desk, "agenda", "tick", DAY, "4", "--undo"), "is not written up; the tick is taken off.")
    titles = [row["title"] for row in desk.json("agenda", "show", DAY)["items"]]
    same(len(titles), 7, "items, one of them a heading over another")
    for title in titles[:-1]:
        desk.run("agenda", "tick", DAY, title)
    holds(say(desk, "agenda", "tick", DAY, titles[-1]), "it was the last. `meeting edit --state \"written up\"` says so of all.")


@test("what was carried forward and is taken after all is carried no more")
def _(desk):
    opened(desk)
    desk.run("agenda", "carry", DAY, "3")
    holds(say(desk, "agenda", "take", DAY, "3", "--at", "18:30"), "It is no longer carried forward.")
    check(not item_of(desk, "Dredging").get("carried_forward"), "still carried")


@test("items taken together have one clock and one text, and come apart again")
def _(desk):
    opened(desk)
    desk.run("agenda", "take", DAY, "4", "--at", "18:05")
    holds(say(desk, "agenda", "together", DAY, "3", "4", "5"), "item 3 Dredging is taken together with 4 Wreck of the Sybil and 5 Any other business")
    same(item_of(desk, "Wreck of the Sybil")["taken_with"], item_of(desk, "Dredging")["id"], "taken with")
    same([item_of(desk, "Wreck of the Sybil")["started"], item_of(desk, "Dredging")["started"]], ["18:05", "18:05"], "one clock")
    holds(say(desk, "agenda", "take", DAY, "4", "--at", "18:20"), "item 3 Dredging is being taken already")
    desk.refused("agenda", "together", DAY, "3", "3").sentence("itself")
    holds(say(desk, "agenda", "apart", DAY, "4"), "item 4 Wreck of the Sybil stands by itself again")
    same(item_of(desk, "Wreck of the Sybil").get("taken_with"), None, "taken with")
    same(item_of(desk, "Any other business")["taken_with"], item_of(desk, "Dredging")["id"], "the other")
    desk.run("agenda", "apart", DAY, "3")
    desk.refused("agenda", "apart", DAY, "3").sentence("not taken together")


@test("closing readmits the public who are still excluded")
def _(desk):
    harbour(desk)
    desk.load("meeting: 2026-02-11\nboard: HTB\nstate: live\nevents:\n  - {at: \"18:00\", what: opened}\n  - {at: \"18:30\", what: public excluded, text: commercial}\n")
    holds(say(desk, "meeting", "close", DAY, "--at", "19:00"), "The public are readmitted.")
    same(events(desk)[-2:], [("19:00", "public readmitted", None), ("19:00", "closed", None)], "the end")


@test("a closing is taken back, or becomes an adjournment where a time is told")
def _(desk):
    opened(desk)
    desk.run("agenda", "take", DAY, "3", "--at", "18:05")
    desk.run("meeting", "close", DAY, "--at", "19:00")
    holds(say(desk, "meeting", "reopen", DAY), "under way again; its closing at 19:00 is taken back.")
    same([one[1] for one in events(desk)], ["opened", "item taken"], "what happened")
    same([meeting_of(desk)["closed"], item_of(desk, "Dredging")["ended"]], [None, None], "closed, left")
    desk.run("meeting", "close", DAY, "--at", "19:00")
    desk.refused("meeting", "reopen", DAY, "--at", "18:50").sentence("18:50", "19:00")
    holds(say(desk, "meeting", "reopen", DAY, "--at", "19:05"), "from 19:00 until then it counts as adjourned")
    same([one[:2] for one in events(desk)][-2:], [("19:00", "adjourned"), ("19:05", "resumed")], "what happened")
    desk.run("meeting", "close", DAY, "--at", "19:10")
    desk.run("meeting", "edit", DAY, "--state", "written up")
    desk.run("meeting", "reopen", DAY)
    desk.run("meeting", "close", DAY, "--at", "19:10")
    desk.run("meeting", "edit", DAY, "--state", "circulated")
    desk.refused("meeting", "reopen", DAY).sentence("circulated")


@test("once closed it is the last meeting and no longer the next")
def _(desk):
    opened(desk)
    as_of = ("--as-of", DAY)
    holds(desk.run("agenda", "show", "next", *as_of).out, "11 February 2026")
    desk.run("meeting", "close", DAY, "--at", "19:00")
    holds(desk.run("agenda", "show", "next", *as_of).out, "25 March 2026")
    holds(desk.run("minutes", "last", *as_of).out, "11 February 2026")


@test("the public are a number")
def _(desk):
    opened(desk)
    same(say(desk, "meeting", "public", DAY, "3"), "3 members of the public.")
    same(say(desk, "meeting", "public", DAY, "1"), "1 member of the public. Before: 3.")
    desk.refused("meeting", "public", DAY, "some").sentence("some")
    holds(desk.run("minutes", DAY).out, "Members of the public present: 1")


@test("the chair is set before the meeting, and handed over during it")
def _(desk):
    opened(desk)
    desk.run("agenda", "take", DAY, "3", "--at", "18:05")
    same(say(desk, "meeting", "chair", DAY, "CM", "--capacity", "Vice-chair", "--at", "18:20"), "Dr Cleo Marsh took the chair at 18:20 (Vice-chair).")
    text = desk.run("minutes", DAY).out
    holds(text, "Chair: Ada Quill")
    holds(text, "The chair was handed over at 18:20 to Dr Cleo Marsh")
    desk.refused("meeting", "chair", DAY, "CM").sentence("already")
    desk.run("attendance", "set", DAY, "Dov", "apologies")
    holds(desk.run("meeting", "chair", DAY, "Dov", "--at", "18:30").err, "sent apologies")
    holds(say(desk, "meeting", "chair", "2026-03-25", "Bram"), "Bram Oake is in the chair.")
    holds(desk.run("minutes", "2026-03-25").out, "Chair: Bram Oake")


@test("each deed is undone by one undo")
def _(desk):
    opened(desk)
    before = meeting_of(desk), events(desk)
    desk.run("meeting", "close", DAY, "--at", "19:00")
    desk.run("undo")
    same((meeting_of(desk), events(desk)), before, "the meeting")
    desk.run("agenda", "take", DAY, "3", "--at", "18:20")
    desk.run("undo")
    same(item_of(desk, "Dredging")["started"], None, "begun")


@test("no public paper tells when items were begun")
def _(desk):
    opened(desk)
    desk.run("agenda", "take", DAY, "3", "--at", "18:11")
    desk.run("agenda", "take", DAY, "4", "--at", "18:33")
    desk.run("agenda", "take", DAY, "5", "--at", "18:47")
    desk.run("meeting", "close", DAY, "--at", "19:00")
    public = desk.run("export", "minutes", DAY, "--format", "text").out
    for time in ("18:11", "18:33", "18:47"):
        lacks(public, time, "the public minutes")


main()
