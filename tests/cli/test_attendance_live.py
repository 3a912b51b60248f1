#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Who comes and goes while the board meets, and what that makes of the quorum."""
from harness import check, harbour, holds, lacks, main, same, test

DAY = "2026-02-11"


def opened(desk, **statuses):
    harbour(desk)
    desk.run("agenda", "draft", DAY)
    desk.run("attendance", "all", DAY)
    for name, status in statuses.items():
        desk.run("attendance", "set", DAY, name, status)
    desk.run("meeting", "start", DAY, "--at", "18:00")
    return desk


def say(desk, *words):
    return desk.run(*words).out.strip().replace("HTB, 11 February 2026: ", "")


def row(desk, name):
    return next(one for one in desk.json("attendance", DAY) if one["name"] == name)


def shown(desk, name):
    return next(line for line in desk.run("attendance", DAY).out.splitlines() if name in line)


def events(desk):
    dump = desk.run("dump").json()["records"]
    meeting = next(one["id"] for one in dump["meeting"] if one["day"] == DAY)
    rows = sorted((one for one in dump["event"] if one["meeting"] == meeting), key=lambda one: one["position"])
    return [(one.get("at"), one["what"]) for one in rows if one["what"].startswith("quorum")]


@test("everybody present, then the exceptions; whoever is marked stays so")
def _(desk):
    harbour(desk)
    desk.run("attendance", "set", DAY, "Dov", "apologies")
    same(say(desk, "attendance", "all", DAY), "4 marked present; 1 was marked before and stays so.")
    same([one["status"] for one in desk.json("attendance", DAY) if one["name"] == "Dov Pell"], ["apologies"], "Dov Pell")
    holds(say(desk, "attendance", "all", DAY), "everybody on the roll is marked already")


@test("who arrives late and leaves early was there in part, with times and item")
def _(desk):
    opened(desk, Dov="apologies")
    desk.run("agenda", "take", DAY, "3", "--at", "18:10")
    same(say(desk, "attendance", "arrive", DAY, "Dov", "--at", "18:20"), "Dov Pell arrived at 18:20, during item 3 Dredging.")
    desk.refused("attendance", "arrive", DAY, "Dov", "--at", "18:25").sentence("here already")
    desk.refused("attendance", "leave", DAY, "Dov", "--at", "18:15").sentence("18:15", "18:20")
    same(say(desk, "attendance", "leave", DAY, "Dov", "--at", "19:00"), "Dov Pell left at 19:00, during item 3 Dredging.")
    same([row(desk, "Dov Pell")[key] for key in ("status", "from", "to")], ["in part", "18:20", "19:00"], "Dov Pell")
    desk.refused("attendance", "leave", DAY, "Dov", "--at", "19:10").sentence("left already", "19:00")
    same(say(desk, "attendance", "arrive", DAY, "Dov", "--at", "19:15"), "Dov Pell came back at 19:15, during item 3 Dredging.")
    same([row(desk, "Dov Pell")[key] for key in ("from", "to")], ["18:20", None], "Dov Pell")
    holds(shown(desk, "Dov Pell"), "in part, from 18:20, out from 19:00 to 19:15")
    holds(" ".join(desk.run("minutes", DAY).out.split()), "in part, from 18:20, out from 19:00 to 19:15")


@test("the item is the one that was at hand then, or the one said")
def _(desk):
    opened(desk)
    desk.run("agenda", "take", DAY, "3", "--at", "18:10")
    desk.run("agenda", "take", DAY, "4", "--at", "18:30")
    holds(say(desk, "attendance", "leave", DAY, "Edie", "--at", "18:20"), "during item 3 Dredging")
    holds(say(desk, "attendance", "leave", DAY, "Dov", "--at", "18:40", "--item", "3"), "during item 3 Dredging")


@test("who arrives before it opens is simply present")
def _(desk):
    harbour(desk)
    desk.run("agenda", "draft", DAY)
    same(say(desk, "attendance", "arrive", DAY, "Dov"), "Dov Pell is present.")
    same([row(desk, "Dov Pell")[key] for key in ("status", "from")], ["present", None], "Dov Pell")
    desk.run("meeting", "start", DAY, "--at", "18:02")
    same(say(desk, "attendance", "arrive", DAY, "Edie", "--at", "18:00", "--remote"), "Edie Lark is present. Not quorate: 1 of 3 members.")
    same(row(desk, "Edie Lark")["mode"], "remote", "how")


@test("left for one item: back when the next is taken")
def _(desk):
    opened(desk)
    desk.refused("attendance", "leave", DAY, "Dov", "--at", "18:05", "--for-item").sentence("--item")
    desk.run("agenda", "take", DAY, "3", "--at", "18:10")
    same(say(desk, "attendance", "leave", DAY, "Dov", "--at", "18:12", "--for-item"), "Dov Pell left at 18:12, during item 3 Dredging, until the next item.")
    holds(say(desk, "agenda", "take", DAY, "4", "--at", "18:30"), "Dov Pell is back.")
    same(row(desk, "Dov Pell")["status"], "present", "the status")
    holds(shown(desk, "Dov Pell"), "present, out from 18:12 to 18:30")
    lacks(say(desk, "agenda", "take", DAY, "5", "--at", "18:40"), "back")


@test("who declared an interest and leaves is out for that item, with times")
def _(desk):
    opened(desk)
    desk.run("agenda", "take", DAY, "2", "--at", "18:02")
    desk.run("interest", "add", DAY, "3", "Bram", "--effect", "left")
    holds(say(desk, "agenda", "take", DAY, "3", "--at", "18:10"), "Bram Oake declared an interest and leaves.")
    holds(say(desk, "agenda", "take", DAY, "4", "--at", "18:30"), "Bram Oake is back.")
    holds(desk.run("minutes", DAY).out, "left the meeting from 18:10 to 18:30")
    desk.env["MINUTEBOOK_NOW"] = "2026-02-11T18:35:00Z"
    desk.run("interest", "add", DAY, "4", "Dov", "--effect", "left")
    declared = desk.run("dump").json()["records"]["declaration"]
    same(sorted(one["left"] for one in declared), ["18:10", "18:35"], "when they left")


@test("a deputy's coming and going is noted with the member; the member may come after all")
def _(desk):
    opened(desk)
    desk.run("attendance", "set", DAY, "Bram", "represented", "--by", "Fay Thorn")
    desk.refused("attendance", "leave", DAY, "Bram", "--at", "18:20").sentence("Fay Thorn", "deputy")
    holds(say(desk, "attendance", "leave", DAY, "Fay Thorn", "--at", "18:30"), "Fay Thorn left at 18:30")
    same([row(desk, "Bram Oake")[key] for key in ("status", "represented_by", "to")], ["represented", "Fay Thorn", "18:30"], "the line")
    desk.run("attendance", "arrive", DAY, "Fay Thorn", "--at", "18:40")
    holds(say(desk, "attendance", "arrive", DAY, "Bram", "--at", "18:50"), "Bram Oake arrived at 18:50")
    same([row(desk, "Bram Oake")[key] for key in ("status", "represented_by", "from", "note")],
         ["in part", None, "18:50", "represented by Fay Thorn until 18:50"], "the line")


@test("a guest is kept by name, and known again")
def _(desk):
    opened(desk)
    desk.refused("attendance", "arrive", DAY, "Captain Reef", "--at", "18:10").sentence("Captain Reef", "--guest")
    desk.run("attendance", "arrive", DAY, "Captain Reef", "--at", "18:10", "--guest")
    desk.run("attendance", "leave", DAY, "captain reef", "--at", "18:40")
    same([row(desk, "Captain Reef")[key] for key in ("status", "from", "to")], ["in part", "18:10", "18:40"], "the guest")


@test("after the meeting a time is asked for")
def _(desk):
    opened(desk)
    desk.run("meeting", "close", DAY, "--at", "19:00")
    desk.refused("attendance", "leave", DAY, "Dov").sentence("closed", "--at")
    desk.run("attendance", "leave", DAY, "Dov", "--at", "18:40")
    same(row(desk, "Dov Pell")["to"], "18:40", "when Dov Pell left")


@test("a status recorded anew takes comings and goings with it, and clearing takes all")
def _(desk):
    opened(desk)
    desk.run("attendance", "leave", DAY, "Dov", "--at", "18:20")
    desk.run("attendance", "arrive", DAY, "Dov", "--at", "18:30")
    desk.run("attendance", "set", DAY, "Dov", "present")
    same([row(desk, "Dov Pell")[key] for key in ("status", "from", "to")], ["present", None, None], "Dov Pell")
    lacks(shown(desk, "Dov Pell"), "out from")
    holds(say(desk, "attendance", "clear", DAY, "Dov"), "Dov Pell is not marked any more (before: is present).")
    same(row(desk, "Dov Pell")["status"], None, "the status")
    desk.refused("attendance", "clear", DAY, "Dov").sentence("nothing is recorded")
    desk.run("attendance", "arrive", DAY, "?1", "--at", "18:10")
    desk.run("attendance", "clear", DAY, "?1")
    check(all(one["name"] != "?1" for one in desk.json("attendance", DAY)), "the stranger stays")


@test("the quorum lost and regained is stamped within the deed, with what the rules say")
def _(desk):
    opened(desk, Dov="apologies")
    desk.run("agenda", "take", DAY, "3", "--at", "18:10")
    result = desk.run("attendance", "leave", DAY, "Bram", "--at", "18:20", "--json").json()
    holds(result["done"], "The quorum is lost at 18:20: 2 of 3 members. Nothing can be decided until it is regained")
    same(result["quorate"], False, "quorate")
    holds(say(desk, "attendance", "leave", DAY, "CM", "--at", "18:25"), "Not quorate: 1 of 3 members.")
    lacks(say(desk, "attendance", "arrive", DAY, "CM", "--at", "18:27"), "again at")
    holds(say(desk, "attendance", "arrive", DAY, "Bram", "--at", "18:30"), "Quorate again at 18:30.")
    same(events(desk), [("18:20", "quorum lost"), ("18:30", "quorum regained")], "what was stamped")
    holds(desk.run("minutes", DAY).out, "The quorum was lost at 18:20: 2 of 3 members.")


@test("where the rules say so what is decided becomes a recommendation")
def _(desk):
    harbour(desk)
    desk.load("board: Town Partnership\nshort: TP\nzone: Europe/London\nrules: partnership\nquorum: {members: 2}\ngroups: [Members]\nroll:\n"
              "  - {name: Ann Low, group: Members}\n  - {name: Ben High, group: Members}\n", "tp.yaml")
    desk.run("meeting", "add", "TP", "2026-02-12", "--time", "10:00-12:00")
    desk.run("attendance", "all", "2026-02-12")
    desk.run("meeting", "start", "2026-02-12", "--at", "10:00")
    holds(desk.run("attendance", "leave", "2026-02-12", "Ann", "--at", "10:30").out, "What is decided now is a recommendation, to be ratified")


@test("an interest bars from the quorum of its item only")
def _(desk):
    opened(desk, Dov="apologies")
    desk.run("interest", "add", DAY, "3", "Bram", "--effect", "left")
    holds(say(desk, "agenda", "take", DAY, "3", "--at", "18:10"), "The quorum is lost at 18:10: 2 of 3 members.")
    holds(say(desk, "agenda", "take", DAY, "4", "--at", "18:30"), "Quorate again at 18:30.")
    same(events(desk), [("18:10", "quorum lost"), ("18:30", "quorum regained")], "what was stamped")


@test("putting the register right is no loss of the quorum")
def _(desk):
    opened(desk)
    desk.env["MINUTEBOOK_NOW"] = "2026-02-11T18:05:00Z"
    desk.run("attendance", "set", DAY, "Dov", "apologies")
    holds(say(desk, "attendance", "set", DAY, "Bram", "apologies"), "Not quorate: 2 of 3 members.")
    same(events(desk), [], "what was stamped")


@test("an inquorate start is said and nothing was lost")
def _(desk):
    harbour(desk)
    desk.run("attendance", "set", DAY, "Ada", "present")
    holds(say(desk, "meeting", "start", DAY, "--at", "18:00"), "Not quorate: 1 of 3 members.")
    desk.run("attendance", "arrive", DAY, "Bram", "--at", "18:05")
    lacks(say(desk, "attendance", "arrive", DAY, "CM", "--at", "18:10"), "again")
    same(events(desk), [], "what was stamped")
    holds(say(desk, "attendance", "leave", DAY, "CM", "--at", "18:20"), "The quorum is lost at 18:20")


@test("a stranger is named once, everywhere at this meeting")
def _(desk):
    opened(desk)
    desk.run("attendance", "arrive", DAY, "?1", "--at", "18:10")
    desk.run("minutes", "add", DAY, "3", stdin="?1: asked for the survey.\n\n?1 and ?12 spoke; why not ?1?")
    desk.run("decision", "add", DAY, "3", "That the survey be sent to ?1", "--mover", "?1")
    desk.run("actions", "add", "Send it to ?1", "--owner", "?1", "--board", "HTB", "--meeting", DAY)
    out = say(desk, "attendance", "name", DAY, "?1", "Captain Reef", "--guest")
    holds(out, "?1 is Captain Reef, in ")
    text = desk.run("minutes", DAY).out
    holds(text, "Captain Reef: asked for the survey.")
    holds(text, "Captain Reef and ?12 spoke; why not Captain Reef?")
    holds(text, "That the survey be sent to Captain Reef")
    same(row(desk, "Captain Reef")["from"], "18:10", "when the captain came")
    lacks(desk.run("minutes", DAY, "--json").out, "?1\"")
    same([one["mover"] for one in desk.json("decisions", "--board", "HTB") if "survey" in one["text"]], ["Captain Reef"], "the mover")
    desk.refused("attendance", "name", DAY, "?1", "Captain Reef", "--guest").sentence("?1")
    desk.run("log", "--verify")


@test("a stranger who is somebody of the book takes that person's place on the register")
def _(desk):
    opened(desk, Dov="apologies")
    desk.run("attendance", "arrive", DAY, "?1", "--at", "18:10")
    desk.refused("attendance", "name", DAY, "?1", "Ada").sentence("Ada Quill", "already")
    desk.run("attendance", "name", DAY, "?1", "Dov")
    same([row(desk, "Dov Pell")[key] for key in ("status", "from")], ["in part", "18:10"], "Dov Pell")
    same(len(desk.json("attendance", DAY)), 5, "lines")
    desk.refused("attendance", "name", DAY, "Dov", "Ada").sentence("?1")


main()
