# SPDX-License-Identifier: MIT
"""Whether a program's output holds only what it may: text that a terminal shows, the sequences that curses makes of the terminal's own
description, and a short list of the program's own. Anything else came from stored or typed text, or is a mistake.

    strays(raw, "xterm-256color") -> [(offset, bytes), …], empty when all is well
"""
import functools
import re
import subprocess

# What curses writes to paint, move and switch; never what asks, prints, resets or redefines.
CAPABILITIES = set("""bel blink bold dim rev smso rmso smul rmul sitm ritm sgr sgr0 op setaf setab setf setb cup hpa vpa home cr ll nel cub cub1 cuf cuf1
cuu cuu1 cud cud1 ht cbt ind ri indn rin csr il il1 dl dl1 ich ich1 dch dch1 ech rep el el1 ed clear smir rmir smam rmam civis cnorm cvvis smcup rmcup
smkx rmkx enacs smacs rmacs sc rc oc""".split())

# Text within a title: nothing that ends it; what hides is looked for besides.
TITLE = rb"(?:[\x20-\x7e]|[\xc2-\xf4][\x80-\xbf]{1,3}){0,300}"
# The program's own, each for a reason: bracketed paste, the mouse, the title and its keeping, the clipboard.
OWN = (
    rb"\x1b\[\?2004[hl]",
    rb"\x1b\[\?(?:1000|1002|1006)(?:;(?:1000|1002|1006))*[hl]",
    rb"\x1b\]2;" + TITLE + rb"(?:\x07|\x1b\\)",
    rb"\x1b\[2[23];[02](?:;0)?t",
    rb"\x1b\]52;c;[A-Za-z0-9+/]*={0,2}(?:\x07|\x1b\\)",
)

# C0 and C1 controls, direction marks and overrides, what has no width, tags, line and paragraph separators, the rest that is never a letter.
HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]")
ESCAPES = {"E": "\x1b", "e": "\x1b", "n": "\n", "l": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "s": " ", "0": "\x80"}
TEXT = re.compile(rb"[^\x00-\x1f\x7f]+")


def unescape(value):
    """What infocmp wrote, as characters."""
    def one(match):
        text = match.group(0)
        if text[0] == "^":
            return "\x7f" if text[1] == "?" else chr(ord(text[1]) & 0x1F)
        if text[1:].isdigit() and len(text) == 4:
            return chr(int(text[1:], 8))
        return ESCAPES.get(text[1], text[1])
    return re.sub(r"\\[0-7]{3}|\\.|\^.", one, re.sub(r"\$<[^>]*>", "", value))


def pattern(value):
    """A regular expression for everything that a capability can become, whatever its parameters. Of a condition, what it tests writes nothing."""
    out, at, tests = [], 0, []
    while at < len(value):
        if value[at] != "%":
            out.append(re.escape(value[at]))
            at += 1
            continue
        match = re.compile(r"%(?:(?P<print>:?[-+# ]?[0-9.]*[dxXos])|(?P<char>c)|(?P<percent>%)|(?P<if>\?)|(?P<then>t)|(?P<else>e)|(?P<end>;)"
                           r"|p\d|[Pg][A-Za-z]|'.'|\{\d+\}|[-l+*/m&|^=<>AO!~i])", re.S).match(value, at)
        if not match:
            raise ValueError("a terminal's description has %r" % value[at:])
        at = match.end()
        if match["print"]:
            out.append("[ -~]*" if match["print"].endswith("s") else r"\d+")
        elif match["char"]:
            out.append("[\x00-\xff]")
        elif match["percent"]:
            out.append("%")
        elif match["if"]:
            tests.append(False)
            out.append("(?:")
        elif match["else"]:
            tests[-1] = True
            out.append("|")
        elif match["end"]:
            tests.pop()
            out.append("|)")
    return "".join(out).encode("latin-1")


@functools.lru_cache(None)
def described(term):
    """The patterns of a terminal's description."""
    told = subprocess.run(["infocmp", "-x", "-1", term], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True).stdout.decode("latin-1")
    found = set()
    for name, value in re.findall(r"^\t([A-Za-z0-9]+)=(.*),$", told, re.M):
        if name in CAPABILITIES:
            found.add(pattern(unescape(value)))
    # Curses writes these plainly where the description has nothing better.
    return tuple(found | {b"\r", b"\n", b"\x08"})


@functools.lru_cache(None)
def allowed(term, own):
    # The longest first: what turns everything off begins like what turns something on.
    return re.compile(b"|".join(b"(?:%s)" % one for one in sorted(described(term) + own, key=len, reverse=True)), re.S)


def hidden(text, encoding):
    """The first piece of TEXT (bytes without controls) that must not reach a terminal, or None."""
    try:
        decoded = text.decode(encoding)
    except UnicodeDecodeError as problem:
        return problem.start, text[problem.start:problem.end]
    match = HIDDEN.search(decoded)
    return match and (len(decoded[:match.start()].encode(encoding)), match.group(0).encode(encoding))


def strays(raw, term="xterm-256color", own=OWN, encoding="utf-8"):
    """What in RAW should not be there, as (offset, some bytes). ENCODING: that of the program's locale."""
    sequences, found, at = allowed(term, tuple(own)), [], 0
    while at < len(raw):
        text = TEXT.match(raw, at)
        if text:
            bad = hidden(text.group(0), encoding)
            if bad:
                found.append((at + bad[0], bad[1]))
            at = text.end()
            continue
        match = sequences.match(raw, at)
        if match and match.end() > at:
            found += [(at, match.group(0)) for piece in TEXT.findall(match.group(0)) if hidden(piece, encoding)]
            at = match.end()
            continue
        found.append((at, raw[at:at + 16]))
        at += 1
    return found
