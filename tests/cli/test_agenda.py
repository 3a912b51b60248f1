#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The next agenda from the forward plan: drafted, shown, changed by hand, drafted again."""
from harness import PLAN, check, harbour, holds, lacks, main, same, test

KEYS = {"board", "date", "start", "end", "minutes_available", "minutes_planned", "items", "findings"}
ITEM_KEYS = {"number", "title", "presenter", "minutes", "starts", "paper", "restricted", "source"}


def agenda(desk, *words):
    return desk.json("agenda", "show", *(words or ("next",)))


def column(desk, key, *words):
    return [item[key] for item in agenda(desk, *words)["items"]]


def drafted(desk):
    harbour(desk)
    desk.run("agenda", "draft", "next")
    return desk


@test("the draft: standing items first and last, business in file order, minutes to approve nested and untimed")
def _(desk):
    drafted(desk)
    answer = agenda(desk)
    check(KEYS <= set(answer), sorted(answer))
    for item in answer["items"]:
        check(ITEM_KEYS <= set(item), item)
    same([answer[key] for key in ("board", "date", "start", "end", "minutes_available")], ["Harbour Trust Board", "2026-02-11", "18:00", "20:00", 120], "the meeting")
    items = [(item["number"], item["title"], item["minutes"], item["starts"]) for item in answer["items"]]
    nested = [item for item in items if item[0].startswith("2.") or item[0].startswith("2(")]
    check(nested and all(item[2] is None for item in nested), "approval and matters arising nest under item 2, untimed: %s" % items)
    check(any("8 October 2025" in item[1] for item in nested), "the minutes of 8 October are to be approved: %s" % nested)
    same([item for item in items if item not in nested],
         [("1", "Apologies", 2, "18:00"), ("2", "Minutes and matters arising", 5, "18:02"), ("3", "Dredging", 30, "18:07"), ("4", "Wreck of the Sybil", 10, "18:37"),
          ("5", "Any other business", 5, "18:47")], "the agenda")
    same(answer["minutes_planned"], 52, "minutes planned")


@test("each item says where it comes from, who presents it, its paper and its restriction")
def _(desk):
    drafted(desk)
    items = {item["title"]: item for item in agenda(desk)["items"]}
    same([items["Apologies"]["source"], items["Dredging"]["source"]], ["standing", "plan"], "the sources")
    check("matters arising" in [item["source"] for item in agenda(desk)["items"]], "nothing is there as matters arising")
    same(items["Apologies"]["paper"], "verbal", "the paper of Apologies")
    holds(str(items["Apologies"]["presenter"]), "Chair")
    holds(str(items["Dredging"]["presenter"]), "Edie Lark")
    same(items["Dredging"]["restricted"], None, "the restriction of an open item")
    restricted = items["Wreck of the Sybil"]["restricted"]
    same([restricted["public_title"], restricted["reason"]], ["A vessel", "under negotiation"], "the restriction")


@test("an item due in March comes in March, not in February")
def _(desk):
    drafted(desk)
    check("Budget" not in column(desk, "title"), "the budget is on the agenda of February")
    desk.run("agenda", "draft", "2026-03-25")
    check("Budget" in column(desk, "title", "2026-03-25"), "the budget is not on the agenda of March")
    check("Wreck of the Sybil" not in column(desk, "title", "2026-03-25"), "the wreck is on the agenda of March")


@test("the agenda as text: number, clock time, title, presenter, minutes, total against time available")
def _(desk):
    drafted(desk)
    out = desk.run("agenda", "show", "next").out
    for part in ("Harbour Trust Board", "Wednesday 11 February 2026", "18:00–20:00", "Custom House", "RESTRICTED", "52 minutes planned of 120; free: 68"):
        holds(out, part)
    line = next(line for line in out.splitlines() if "Dredging" in line)
    same(line.split()[:3], ["3", "18:07", "Dredging"], "the line of item 3")


@test("drafting again changes nothing where nothing has changed")
def _(desk):
    drafted(desk)
    before = desk.dump()
    desk.run("agenda", "draft", "next")
    desk.unchanged(before)


@test("drafting again brings what is new in the plan and keeps what was changed by hand")
def _(desk):
    drafted(desk)
    desk.run("agenda", "edit", "next", "Dredging", "--minutes", "40", "--presenter", "Bram Oake")
    desk.run("agenda", "add", "next", "Lease of the yard", "--presenter", "Ada Quill", "--minutes", "10", "--after", "Dredging")
    desk.run("agenda", "drop", "next", "Apologies", "--why", "nobody is away")
    desk.load(PLAN.replace("minutes: 30", "minutes: 25").replace("closing:", "  - {title: Pilots, lead: Dov Pell, at: [2026-02-11], minutes: 15}\nclosing:"))
    desk.run("agenda", "draft", "next")
    titles = [item["title"] for item in agenda(desk)["items"] if item["minutes"]]
    same(titles, ["Minutes and matters arising", "Dredging", "Lease of the yard", "Wreck of the Sybil", "Pilots", "Any other business"], "the agenda")
    dredging = next(item for item in agenda(desk)["items"] if item["title"] == "Dredging")
    same(dredging["minutes"], 40, "minutes set by hand")
    holds(str(dredging["presenter"]), "Bram Oake")


@test("items are moved; numbers and clock times follow")
def _(desk):
    drafted(desk)
    desk.run("agenda", "move", "next", "Wreck", "--before", "Dredging")
    timed = [(item["number"], item["title"], item["starts"]) for item in agenda(desk)["items"] if item["minutes"]]
    same(timed[2:4], [("3", "Wreck of the Sybil", "18:07"), ("4", "Dredging", "18:17")], "the two")
    desk.run("agenda", "move", "next", "3", "--to", "1")
    same(column(desk, "title")[0], "Wreck of the Sybil", "the first")
    desk.refused("agenda", "move", "next", "99", "--to", "1").sentence("99")


@test("an item is found by number, by 4.0 for 4, by part of its title; ambiguous ones are named")
def _(desk):
    drafted(desk)
    for words in ("3", "3.0", "Dredging", "dredg"):
        desk.run("agenda", "edit", "next", words, "--minutes", "31")
    desk.run("agenda", "add", "next", "Dredging of the basin", "--minutes", "5")
    desk.refused("agenda", "edit", "next", "dredg", "--minutes", "32").sentence("Dredging of the basin")
    desk.refused("agenda", "edit", "next", "whaling", "--minutes", "3").sentence("whaling")


@test("deferring takes the item off; the plan shows where it went and why")
def _(desk):
    drafted(desk)
    desk.run("agenda", "defer", "next", "Wreck", "2026-03-25", "--why", "the divers are late")
    check("Wreck of the Sybil" not in column(desk, "title"), "the item is still on the agenda")
    row = next(row for row in desk.json("plan", "--board", "HTB", "--year", "2025/26") if row["item"] == "Wreck of the Sybil")
    same(row["meeting"], "2026-03-25", "the meeting in the plan")
    same([(move["from"], move["to"], move["why"]) for move in row["moved"]], [("2026-02-11", "2026-03-25", "the divers are late")], "the move")
    desk.run("agenda", "draft", "next")
    check("Wreck of the Sybil" not in column(desk, "title"), "a new draft brings it back")
    desk.run("agenda", "draft", "2026-03-25")
    check("Wreck of the Sybil" in column(desk, "title", "2026-03-25"), "it did not arrive")
    desk.refused("agenda", "defer", "next", "Dredging", "2026-03-25").sentence("--why")
    desk.refused("agenda", "defer", "next", "Dredging", "2026-03-26", "--why", "x").sentence("2026-03-26")


@test("a restriction needs a paragraph the rule set has, or a reason; it can be lifted")
def _(desk):
    drafted(desk)
    desk.refused("agenda", "restrict", "next", "Dredging", "--paragraph", "99").sentence("99")
    desk.run("agenda", "restrict", "next", "Dredging", "--reason", "tenders are open", "--public-title", "A contract")
    item = next(item for item in agenda(desk)["items"] if item["title"] == "Dredging")
    same([item["restricted"]["public_title"], item["restricted"]["reason"]], ["A contract", "tenders are open"], "the restriction")
    holds(desk.run("export", "agenda", "next").out, "A contract")
    lacks(desk.run("export", "agenda", "next").out, "Dredging")
    desk.run("agenda", "restrict", "next", "Dredging", "--lift", "the Chair")
    holds(desk.run("export", "agenda", "next").out, "Dredging")


@test("once the meeting is called its numbers freeze: a late item is 3A")
def _(desk):
    drafted(desk)
    before = column(desk, "number")
    desk.run("meeting", "edit", "next", "--state", "called")
    desk.run("agenda", "add", "next", "Oil on the slipway", "--minutes", "5", "--after", "3", "--urgent", "it happened today")
    numbers = column(desk, "number")
    same([number for number in numbers if number in before], before, "the printed numbers")
    check("3A" in numbers, numbers)
    desk.run("agenda", "drop", "next", "Wreck", "--why", "settled")
    check(set(column(desk, "number")) <= set(before) | {"3A"}, "the others keep their numbers: %s" % column(desk, "number"))


@test("numbering follows the board: 1, 1.0, 1.1")
def _(desk):
    drafted(desk)
    for scheme, first, nested in (("1.0", "1.0", "2.1"), ("1.1", "1", "2.1"), ("1", "1", "2.1")):
        desk.run("board", "edit", "HTB", "--numbering", scheme)
        desk.run("agenda", "draft", "next")
        numbers = column(desk, "number")
        same(numbers[0], first, "the first number with numbering %s" % scheme)
        check(nested in numbers, "%s is not among %s" % (nested, numbers))
        desk.run("agenda", "show", "next")
        desk.run("agenda", "edit", "next", first, "--minutes", "3")
    desk.refused("board", "edit", "HTB", "--numbering", "roman").sentence("roman")


@test("faults of the agenda are named, in the list for scripts and on standard error for people")
def _(desk):
    drafted(desk)
    desk.run("agenda", "edit", "next", "Dredging", "--minutes", "200")
    rules = [finding["rule"] for finding in agenda(desk)["findings"]]
    check("over-time" in rules, rules)
    result = desk.run("agenda", "show", "next")
    holds(result.err, "[over-time]")
    holds(result.out, "over by 102")
    finding = next(finding for finding in agenda(desk)["findings"] if finding["rule"] == "over-time")
    check({"rule", "severity", "place", "text", "fix"} <= set(finding), finding)
    rows = desk.json("check", "next", code=1)
    check("over-time" in [row["rule"] for row in rows], rows)


@test("the agenda of a meeting that was held is not drafted again")
def _(desk):
    harbour(desk)
    before = desk.dump()
    desk.refused("agenda", "draft", "last").sentence("circulated")
    desk.unchanged(before)


@test("next means the next of a board where several boards meet")
def _(desk):
    desk.sample()
    boards = {board["short"]: board["name"] for board in desk.json("boards") if desk.json("meetings", "--board", board["short"])}
    same(len(boards), 3, "boards that meet")
    for short, name in boards.items():
        desk.run("agenda", "draft", "next", "--board", short)
        answer = agenda(desk, "next", "--board", short)
        same(answer["board"], name, "the board")
        check(answer["date"] >= "2026-01-15" and len(answer["items"]) >= 8, "%s: %d items on %s" % (short, len(answer["items"]), answer["date"]))
        check(not [item for item in answer["items"] if not item["number"]], "every item has a number")


@test("the sample's next agenda of the partnership has what its plan says and who moved what")
def _(desk):
    desk.sample()
    desk.run("agenda", "draft", "next", "--board", "CSP")
    answer = agenda(desk, "next", "--board", "CSP")
    same(answer["date"], "2026-01-29", "the date")
    titles = [item["title"] for item in answer["items"]]
    check("Hate crime" in titles, "Hate crime, moved from December, is not there: %s" % titles)
    check("Terms of reference and membership" not in titles, "what was moved to March is there: %s" % titles)
    check("Prevent" not in titles, "what was moved to December is there: %s" % titles)
    check("Community safety fund 2026/27" in titles, titles)
    rules = [finding["rule"] for finding in answer["findings"]]
    check("untimed-item" in rules, "the charter is untimed, and that is no finding: %s" % rules)


@test("a board without a forward plan is told to load one, not to draft")
def _(desk):
    harbour(desk)
    desk.load("board: Pier Committee\nshort: Pier\nroll: []\n")
    desk.run("meeting", "add", "Pier", "2026-02-12", "--time", "10:00-11:00")
    for command in ("draft", "show"):
        out = desk.run("agenda", command, "Pier/2026-02-12").out
        holds(out, "Pier has no forward plan for that time: load one, or use `agenda add`.")
        lacks(out, "agenda draft")


@test("a late item does not come before the one it follows; on an agenda that is out the numbers stay")
def _(desk):
    drafted(desk)
    desk.run("meeting", "edit", "next", "--state", "called")
    desk.run("agenda", "add", "next", "Oil on the slipway", "--minutes", "5", "--after", "3", "--urgent", "it happened today")
    before = desk.dump()
    desk.refused("agenda", "move", "next", "3A", "--before", "3").sentence("3A", "late")
    desk.refused("agenda", "move", "next", "3A", "--to", "1").sentence("3A", "late")
    desk.refused("agenda", "move", "next", "3", "--after", "4").sentence("3A", "late")
    desk.unchanged(before)
    holds(desk.run("agenda", "move", "next", "4", "--to", "1").out, "the numbers stay; the order taken is recorded at the meeting")
    same(column(desk, "number")[0], "4", "the first number")


@test("the answers name board, meeting and item, and what changed from what to what")
def _(desk):
    drafted(desk)
    def says(expected, *words):
        same(desk.run("agenda", *words).out, "HTB, 11 February 2026: item " + expected + "\n", " ".join(words))
    says("3 Dredging: minutes 30 → 40, presenter Edie Lark → Bram Oake.", "edit", "next", "3", "--minutes", "40", "--presenter", "bram")
    says("3 Dredging: nothing changed, it was so already.", "edit", "next", "3", "--minutes", "40")
    says("4 Lease added to the agenda, presented by Dr Cleo Marsh.", "add", "next", "Lease", "--presenter", "cm", "--after", "3")
    above = [item for item in agenda(desk)["items"] if item["number"].startswith("2")][-1]
    says("4 Lease moved: it stands after item %s %s and is now item 3." % (above["number"], above["title"]), "move", "next", "Lease", "--before", "3")
    says("3 Lease taken off the agenda: settled", "drop", "next", "Lease", "--why", "settled")
    says("4 Wreck of the Sybil deferred to 25 March 2026: late", "defer", "next", "Wreck", "2026-03-25", "--why", "late")


@test("a presenter who is nobody in the book, and more minutes than the meeting has, are findings")
def _(desk):
    drafted(desk)
    result = desk.run("agenda", "edit", "next", "3", "--presenter", "Dr Cloe Marsh", "--minutes", "900")
    holds(result.err, "Did you mean Dr Cleo Marsh? [presenter-not-on-roll]")
    holds(result.err, "900 minutes are allotted to it, and the whole meeting has 120")
    holds(result.err, "[over-time]")
    same(desk.run("agenda", "edit", "next", "3", "--presenter", "Chair", "--minutes", "90").err, "", "findings about the Chair")


main()
