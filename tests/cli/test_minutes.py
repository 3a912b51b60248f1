#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The minutes as text and as JSON; text added from standard input; search."""
from harness import check, harbour, holds, lacks, main, same, test

TEXT = """\
Edie Lark showed the survey.

## The north channel

- forty centimetres in May
- sixty in November
  - at the bend

| Month | cm |
| May | 40 |

**Resolved** to *dredge*.
"""


def item(desk, number, *words):
    return next(item for item in desk.json("minutes", *words)["items"] if item["number"] == number)


@test("the minutes as text have who was there, every item, its text, decisions and actions")
def _(desk):
    harbour(desk)
    out = desk.run("minutes", "last").out
    for part in ("Harbour Trust Board", "8 October 2025", "Custom House", "Ada Quill", "Fay Thorn", "Dov Pell", "silted by forty", "north channel be dredged", "Ask three firms", "Write to the pilots"):
        holds(" ".join(out.split()), part)


@test("the paper as JSON has every fact that was loaded")
def _(desk):
    harbour(desk)
    paper = desk.json("minutes", "last")
    same([paper[key] for key in ("document", "date", "start", "end", "closed", "chair", "state")], ["minutes", "2025-10-08", "18:00", "20:00", "19:40", "Ada Quill", "circulated"], "the paper")
    same([row["status"] for row in paper["attendance"]], ["present", "represented", "present", "apologies", "in part"], "attendance")
    decision = paper["decisions"][0]
    same([decision[key] for key in ("item", "outcome", "mover", "seconder", "for", "against", "abstained")], ["2", "resolved", "Ada Quill", "Dr Cleo Marsh", 3, 0, 0], "the decision")
    same([(action["ref"], action["item"], action["due"], action["status"]) for action in paper["actions"]],
         [("1", "2", "2025-12-01", "open"), ("2", "2", "2026-01-15", "open"), ("3", "2", "2025-11-01", "closed")], "the actions")
    same([entry["number"] for entry in paper["items"]], ["1", "2"], "the items")
    holds(item(desk, "2", "last")["text"], "silted by forty centimetres")


@test("text is added to an item, paragraph by paragraph, with headings, bullets and tables")
def _(desk):
    harbour(desk)
    desk.run("agenda", "draft", "next")
    out = desk.run("minutes", "add", "next", "Dredging", stdin=TEXT).out
    holds(out, "added")
    text = item(desk, "3", "next")["text"]
    for part in ("Edie Lark showed the survey.", "The north channel", "sixty in November", "at the bend", "May", "40", "dredge"):
        holds(text, part)
    desk.run("minutes", "add", "next", "3", stdin="And closed.\n")
    check(item(desk, "3", "next")["text"].rstrip().endswith("And closed."), "the second text is not at the end")


@test("text that is loaded again from its own JSON is the same")
def _(desk):
    harbour(desk)
    desk.run("agenda", "draft", "next")
    desk.run("minutes", "add", "next", "Dredging", stdin=TEXT)
    first = item(desk, "3", "next")["text"]
    desk.run("minutes", "add", "next", "Any other", stdin=first)
    same(item(desk, "5", "next")["text"], first, "the text")


@test("notes are the clerk's own: in no minutes and no export")
def _(desk):
    harbour(desk)
    desk.run("minutes", "add", "last", "2", "--notes", stdin="ZEBRACANARY said in confidence.\n")
    lacks(desk.run("minutes", "last").out, "ZEBRACANARY")
    for audience in ("public", "members"):
        for form in ("text", "markdown", "json"):
            lacks(desk.run("export", "minutes", "last", "--audience", audience, "--format", form).out, "ZEBRACANARY")
    holds(desk.run("dump").out, "ZEBRACANARY")


@test("nothing is added from an empty input, under an unknown item, or to approved minutes")
def _(desk):
    harbour(desk)
    before = desk.dump()
    desk.refused("minutes", "add", "last", "2", stdin="").sentence("standard input")
    desk.refused("minutes", "add", "last", "2", stdin="\n \n\n").sentence("standard input")
    desk.refused("minutes", "add", "last", "17", stdin="x\n").sentence("17")
    desk.unchanged(before)


@test("minutes are approved by the decision under the item that proposes them, and then never change")
def _(desk):
    harbour(desk)
    desk.run("agenda", "draft", "next")
    proposed = next(item["number"] for item in desk.json("agenda", "show", "next")["items"] if "8 October 2025" in item["title"])
    desk.run("decision", "add", "next", proposed, "To look at them again", "--outcome", "deferred")
    same(desk.json("meetings")[0]["state"], "circulated", "the state, when that is deferred")
    out = desk.run("decision", "add", "next", proposed, "That the minutes be approved", "--outcome", "approved").out
    holds(out, "The minutes of HTB, 8 October 2025 are approved (state circulated → approved).")
    same(desk.json("meetings")[0]["state"], "approved", "the state")
    desk.run("agenda", "draft", "2026-03-25")
    titles = [item["title"] for item in desk.json("agenda", "show", "2026-03-25")["items"]]
    check(not [title for title in titles if "8 October 2025" in title], "the next draft proposes them again: %s" % titles)
    desk.run("agenda", "draft", "2026-02-11")
    check([item for item in desk.json("agenda", "show", "2026-02-11")["items"] if "8 October 2025" in item["title"]], "the item that was decided is gone")
    before = desk.dump()
    desk.refused("minutes", "add", "last", "2", stdin="x\n").sentence("approved")
    desk.refused("decision", "add", "last", "2", "To forget it").sentence("approved")
    desk.refused("meeting", "edit", "last", "--venue", "Elsewhere").sentence("approved")
    desk.unchanged(before)


@test("bytes that are no UTF-8 and control characters become visible marks, a long report is kept whole")
def _(desk):
    harbour(desk)
    desk.run("minutes", "add", "last", "2", stdin=b"caf\xe9 \x1b[31mred\x1b[0m \x00 end\n")
    for words in (["minutes", "last"], ["minutes", "last", "--json"], ["export", "minutes", "last"], ["export", "minutes", "last", "--format", "markdown"], ["search", "red"]):
        raw = desk.run(*words).raw
        check(b"\x1b" not in raw and b"\x00" not in raw, "control characters come out of %s" % words)
        raw.decode("utf-8")
    holds(item(desk, "2", "last")["text"], "end")
    long = "\n\n".join("Paragraph %d of the long report." % number for number in range(5000))
    desk.run("minutes", "add", "last", "1", stdin=long)
    text = item(desk, "1", "last")["text"]
    holds(text, "Paragraph 4999 of")
    same(text.count("Paragraph "), 5000, "paragraphs")


@test("search finds text, decisions, actions and people of every year; the newest come first")
def _(desk):
    harbour(desk)
    def hits(*words):
        return [(row["kind"], row["meeting"]) for row in desk.json("search", *words)]
    check(("minute", "2025-10-08") in hits("silted"), hits("silted"))
    check(("decision", "2025-10-08") in hits("spring", "tides"), hits("spring", "tides"))
    check("action" in [kind for kind, _ in hits("tenders")], hits("tenders"))
    check("person" in [kind for kind, _ in hits("Quill")], hits("Quill"))
    check("plan" in [kind for kind, _ in hits("Budget")], hits("Budget"))
    same(hits("whaling"), [], "what is nowhere")
    check(hits("silt"), "the beginning of a word finds nothing")
    row = desk.json("search", "silted")[0]
    check({"kind", "board", "meeting", "item", "text"} <= set(row), row)
    for words in ('"', '"" ""', "AND", "a OR", "NEAR(", "*", "col:x", "-", "'"):
        desk.run("search", "--", words, code=None)
    desk.run("minutes", "add", "last", "1", stdin="The walrus came.\n")
    same(hits("walrus"), [("minute", "2025-10-08")], "text just added")


@test("search over the sample: newest first, narrowed by board and number")
def _(desk):
    desk.sample()
    rows = desk.json("search", "minutes", "--limit", "50")
    days = [row["meeting"] for row in rows if row["meeting"]]
    same(days, sorted(days, reverse=True), "the order")
    same(len(desk.json("search", "minutes", "--limit", "3")), 3, "hits")
    name = next(board["name"] for board in desk.json("boards") if board["short"] == "CSP")
    same({row["board"] for row in desk.json("search", "agreed", "--board", "CSP")}, {name}, "boards")


@test("what a meeting lacks is found by check: no minute under an item, an action without owner or date")
def _(desk):
    harbour(desk)
    rules = [row["rule"] for row in desk.json("check", "last", code=None)]
    check(all(isinstance(rule, str) and rule for rule in rules), rules)
    desk.load("""meeting: 2025-10-08
board: HTB
items:
  - number: "3"
    title: Moorings
    actions:
      - {ref: 11, text: Count the moorings, owners: [], status: open}
  - number: "4"
    title: Pilots
""")
    rules = [row["rule"] for row in desk.json("check", "last", code=1)]
    for rule in ("empty-item", "action-no-owner", "action-no-due"):
        check(rule in rules, "%s is not among %s" % (rule, rules))


main()
