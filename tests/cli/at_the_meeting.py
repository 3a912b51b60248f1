# SPDX-License-Identifier: MIT
"""The small book at a meeting under way: 11 February 2026, 18:30, four trustees there, an officer too."""
from harness import harbour

DAY = "2026-02-11"
HERE = """\
meeting: 2026-02-11
board: HTB
time: "18:00-20:00"
chair: Ada Quill
attendance:
  - {name: Ada Quill, status: present}
  - {name: Bram Oake, status: present}
  - {name: Dr Cleo Marsh, status: present}
  - {name: Dov Pell, status: present}
  - {name: Edie Lark, status: present}
items:
  - {number: "1", title: Apologies}
  - {number: "2", title: Dredging, recommendations: [to note the report, That the north channel be dredged, "Approve the budget of £40,000"], text: "Edie Lark reported.\\n\\nThe tide tables were discussed."}
  - {number: "3", title: Budget, recommendations: [Note the report]}
  - {number: "4", title: Any other business}
  - {number: "5", title: Wreck, recommendations: [to sell it], restricted: {paragraph: commercial, public_title: A vessel}}
"""


def under_way(desk):
    harbour(desk).load(HERE)
    desk.env["MINUTEBOOK_NOW"] = "2026-02-11T18:30:00Z"
    desk.run("meeting", "start", DAY)
    return desk


def decided(desk):
    """Item, outcome and text of what that meeting decided."""
    return [(one["item"], one["outcome"], one["text"]) for one in desk.json("decisions") if one["meeting"] == DAY]


def minute(desk):
    """The minutes as text, one line."""
    return " ".join(desk.run("minutes", DAY).out.split())
