"""What shows by grammar alone that shares are parts of one whole: what a thing is made of, two kinds of people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from linter.annotation.model import Quantity
from linter.annotation.quantities.nouns import singular
from linter.core.pattern import lazy_pattern
from linter.infer.figures.figured import SIGNS, Figured

P = SIGNS["percent"]

SHARE = SIGNS["percent"] + SIGNS["fraction"]

NOT_MADE_OF = (
    r"(?!(?:of|off|more|less|fewer|higher|lower|better|worse|cheaper|above|below|up|down|over|under|full|empty|sure|"
    r"certain|owned|done|complete\w*|accurate|effective|likely|right|wrong|and|or|to|in|on|at|by|for|from|that|who|"
    r"points?|an?|the|per)\b|(?!cedar|copper|silver|leather|rubber|timber|water|butter|polyester|paper|fib[er]+|clover|"
    r"ginger|pepper|reed)[a-z]+(?:er|ed)\b)"
)
"""What behind a share is no stuff or kind: a comparison, a state."""

STUFF = rf" {NOT_MADE_OF}[^\W\d_][\w'-]*(?: (?!(?:and|or)\b)[^\W\d_][\w'-]*)?"

MADE_OF = lazy_pattern(
    rf"\b(?:is|are|was|were) (?:made of )?[{P}]{STUFF}(?:, [{P}]{STUFF}){{1,8}},? and [{P}]{STUFF}(?=[.,;)\n]| —|$)",
    re.IGNORECASE,
)
"""A copula with shares and nothing but nouns: "The alloy is 70 percent copper, 25 percent zinc and 15 percent tin"."""

KINDS_NAMED = lazy_pattern(
    rf"[{P}](?: of [^{P}.,;]{{3,40}}?)? (?:is|are|was|were) (?-i:[A-Z])[\w-]+(?:, [{P}](?: are|"
    rf" were)? (?-i:[A-Z])[\w-]+)"
    rf"{{1,8}},? and [{P}](?: are| were)? (?-i:[A-Z])[\w-]+(?=[.,;)\n]| —|$)"
)
"""Nations or faiths: "52 percent are Catholic, 38 percent Protestant and 18 percent Muslim"."""

FROM = (
    r" (?:(?:is|are|was|were) (?:(?:born|caught|earned|grown|made|mined|printed|produced|sold|spent) )?|"
    r"(?:come|comes|came|hail|hails|born) )"
)

ORIGIN = lazy_pattern(
    rf"[{P}](?: of [^{P}.,;]{{3,40}}?)?{FROM}(?:originally )?(?P<joint>from|in) [^{P}.,;]{{3,40}}"
    rf"(?:, (?:and )?[{P}](?:{FROM}| )(?P=joint) [^{P}.,;]{{3,40}}){{1,8}},? and [{P}](?:{FROM}| )"
    r"(?:(?P=joint) )?(?:elsewhere|abroad|(?:the )?[A-Z]|other|all other|another|the rest)"
)
"""Where people are from, which is one place: "52 percent are from Sweden, 21 percent from Poland and 29 from Iraq"."""

BY_KIND = lazy_pattern(
    r"(?:^|\n)\W*By (?:age|(?:country of )?birth|country|denomination|faith|gender|language|mother tongue|nationality|"
    r"occupation|origin|party|race|region|religion|sex|value|volume|weight)(?: group)?, "
)
"""How a sentence begins that tells all by one thing in which they differ."""


SET_APART = lazy_pattern(rf"[{P}](?: (?!from\b)[\w'-]+){{0,3}} (?:in|at|among|of|on) ")
"""Shares of what several groups have."""


EXCLUSIVE = r"(?:men|women|boys|girls|males|females|adults|children)"

TWO_KINDS = lazy_pattern(
    rf"(?:^|[\s(])(?P<one>{EXCLUSIVE}) (?:(?:make|made) up|account(?:ed)? for|are|were|form|formed|constitute[d]?|"
    rf"represent(?:ed)?) (?:about |some |only |just )?[{P}] of [^{P}.,;]{{3,50}}?(?:, | and |, and |; | while |"
    rf", while )"
    rf"(?P<other>{EXCLUSIVE})(?: (?:make|made) up| account(?:ed)? for| are| were| form|"
    rf" formed)?(?: for)? (?:the other )?"
    rf"[{P}](?= ?[.,;)\n]|$)",
    re.IGNORECASE,
)
"""Of two kinds of people so many each: "Men make up 58 percent of the workforce and women 48 percent"."""

KIND_OF = {"men": "sex", "women": "sex", "males": "sex", "females": "sex", "boys": "sex", "girls": "sex"}
"""What two kinds differ in, "age" for the others."""


def are_several(shares: Iterable[Fraction]) -> bool:
    """Whether percentages one after the other make up more than one whole: 90 and 10, then 75 and 25."""
    total = Fraction(0)
    for share in shares:
        before, total = total, total + share
        if total % 100 and total // 100 != before // 100:
            return False
    return total > 100 and not total % 100


MATERIAL = (
    r" (?:(?-i:[A-Z])[\w'-]+|acrylic|brass|butter|cashmere|clay|cocoa|copper|cotton|fat|flour|gold|hemp|iron|lead|"
    r"leather|"
    r"limestone|linen|lime|milk|mohair|nickel|nylon|oak|paper|plastic|platinum|polyester|rubber|rye|sand|silk|silver|"
    r"steel|sugar|tin|viscose|water|wheat|wood|wool|zinc)"
)

MADE_OF_TWO = lazy_pattern(
    rf"\b(?:is|are|was|were) (?:made of )?[{P}]{MATERIAL},? and [{P}]{MATERIAL}(?=[.,;)\n]| —|$)"
)
"""The same with two shares, where only what things are made of is sure: it may be rural and poor too."""


def is_composition(text: str) -> bool:
    """Whether the shares of a figured sentence are those of which one thing or one group of people is made up."""
    if text.count(P) < 2:
        return False
    if ORIGIN.search(text) or (BY_KIND.match(text) and text.count(P) > 2 and len(SET_APART.findall(text)) < 2):
        return True
    if MADE_OF.search(text) or MADE_OF_TWO.search(text) or KINDS_NAMED.search(text) is not None:
        return True
    found = TWO_KINDS.search(text)
    if found is None:
        return False
    one, other = found["one"].lower(), found["other"].lower()
    return one != other and KIND_OF.get(one, "age") == KIND_OF.get(other, "age")


PRONOUNS = ("it", "them", "that", "those", "these", "which", "whom")

OF_A_PART = lazy_pattern(
    rf"[{SHARE}][^{SHARE}]*[;,:] (?:and |but )?(?:of|among) (?:the|these|those|its|their) [\w' -]{{1,30}}, "
    rf"[^{SHARE}]*[{SHARE}]|[{SHARE}][^{SHARE}]*, (?:of|among) (?:which|whom) [^{SHARE}]*[{SHARE}]"
)
"""A clause that turns to a part told before: "music makes up 45 percent; of the music, 30 percent is old"."""

PART_OF = lazy_pattern(rf"[{SHARE}](?: of (?:the |its |their |all |his |her )?([\w'-]+))?")
"""What a share is of; "a third of the land, half of it spruce" has a part of a part."""


def same_of(text: str) -> bool:
    """Whether the shares that say what they are of ("45 percent of the budget") all say the same."""
    nouns = {
        singular(found[1].lower())
        for found in re.finditer(
            rf"[{SHARE}] of (?:the |its |their |all |his |her |this |that |those |these )*([\w'-]+)", text
        )
    }
    parts = [found[1] or "" for found in PART_OF.finditer(text)]
    nested = len(parts) > 1 and parts[0] not in ("", *PRONOUNS) and any(each in PRONOUNS for each in parts[1:])
    return len(nouns - {"total", *PRONOUNS}) < 2 and not nested and OF_A_PART.search(text) is None


KNOWN = lazy_pattern(r"(?:\b(?:the(?: same)?|this|that|my|our|his|her|its|their)|'s) $", re.IGNORECASE)


def is_told_again(block: Figured, share: Quantity) -> bool:
    """Whether a fraction is one that was told already: "the half that we bought ahead"."""
    if share.kind != "fraction":
        return False
    place = block.sign_of(share)
    return KNOWN.search(block.text, max(0, place - 10), place) is not None
