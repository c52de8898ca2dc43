"""Verbs by which writers give statements to others: their stance, and what must stand beside them.

The classes of stance are those of newsroom style guides (AP, Reuters, BBC): "said" is neutral; "claimed", "admitted"
judge; "noted", "pointed out" vouch for what is said; "boasted", "whined" colour it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from linter.annotation.model import Stance

Frame = Literal["speech", "clause", "object"]
"""What makes a verb an attribution.

`speech` verbs need a speaker and nothing else; `clause` verbs a clause or a quotation beside them ("found that …");
`object` verbs say what someone thinks of a thing, a wish or a plan ("condemned the raid", "called for a vote").
"""


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in text.split())


NEUTRAL = _words("""
say tell state add announce write report reply respond answer ask comment remark mention declare describe testify
recall recount predict forecast estimate tweet post email telegraph continue go_on quip joke read propose recommend
suggest discuss indicate decline refuse repeat reiterate inform relate observe call refer_to talk propose conclude
note_down affirm assess caution_that broadcast muse wonder inquire enquire interject retort
""")

DOUBTING = _words("""
claim allege assert contend maintain insist argue purport deny profess aver imply hint intimate assume boast brag
admit concede acknowledge confess own_up grant accuse protest
pretend
""")

VOUCHING = _words("""
note point_out reveal explain emphasise emphasize stress underline underscore highlight confirm clarify demonstrate
show prove establish remind warn caution disclose divulge spell_out make_clear verify assure determine
""")

EMOTIVE = _words("""
bellow bleat carp gloat grouse growl hiss huff pontificate preach shriek sniff splutter wail whinge
whine gripe grumble moan complain lament rail rage fume gush exclaim shout yell scream cry sigh snap snarl sneer
scoff thunder bark blurt vow pledge promise swear threaten urge demand plead beg implore exhort taunt bluster rant
crow enthuse blame condemn criticise criticize denounce decry deplore slam blast attack mock ridicule praise hail
applaud commend defend dismiss reject rebut refute endorse welcome apologise apologize bemoan declaim opine trumpet
tout whisper mutter
bawl chide cluck coo croak drawl effuse fret groan grunt harrumph intone jeer mumble prattle purr
quibble rave simper snort squeal stammer whimper yelp
""")

THOUGHT = _words("""
believe think expect hope fear worry doubt suspect feel consider reckon guess assume know understand realise realize
imagine anticipate wish want prefer regard_as decide agree disagree hold figure see find learn intend deem foresee
support oppose favour favor
""")

WISHES = frozenset({"ask for", "call for", "demand", "order", "request", "seek"})
"""Verbs that have a thing for their object: whoever orders it tells nothing else, and what is said against it is the
writer's own."""

REPORT = _words("""
report show find reveal indicate suggest conclude confirm state estimate demonstrate establish detail disclose
document record broadcast uncover determine project forecast
""")

OBJECT = _words("""
accuse blame condemn criticise criticize denounce decry deplore slam blast attack mock ridicule praise hail applaud
commend defend dismiss reject rebut refute endorse welcome apologise apologize bemoan tout trumpet urge demand call
call_for call_on describe refer_to discuss propose recommend want wish prefer support oppose favour favor implore
exhort threaten lament regard_as deem consider taunt talk deny question back cite decline refuse suspect doubt seek
order agree
""")

CLAUSE = _words("""
claim find show indicate suggest hold figure see learn decide read continue go_on observe relate conclude determine
establish prove demonstrate hint imply snap bark cry crow thunder sigh rail rage fume project broadcast
record document own_up grant know understand realise realize feel guess imagine assume maintain forecast estimate
uncover consider detail post recall remind answer respond write mention report reveal disclose highlight underscore
underline admit promise swear repeat protest assess point_out spell_out make_clear state call intend foresee
attest calculate certify compute counter elaborate hypothesise hypothesize narrate postulate recollect remember
reflect reminisce signal speculate stipulate submit surmise theorise theorize volunteer work_out
pretend bawl chide cluck coo croak drawl effuse fret groan grunt harrumph intone jeer mumble prattle purr
quibble rave simper snort squeal stammer whimper yelp
""")

STANCES: Mapping[str, Stance] = {
    **dict.fromkeys((*THOUGHT, *REPORT, *OBJECT, *CLAUSE), "neutral"),
    **dict.fromkeys(NEUTRAL, "neutral"),
    **dict.fromkeys(EMOTIVE, "emotive"),
    **dict.fromkeys(VOUCHING, "vouching"),
    **dict.fromkeys(DOUBTING, "doubting"),
}
"""The stance of every verb, by its base form."""

FRAMES: Mapping[str, Frame] = {
    **dict.fromkeys(STANCES, "speech"),
    **dict.fromkeys(CLAUSE, "clause"),
    **dict.fromkeys(OBJECT, "object"),
}
"""What must stand beside each verb, by its base form."""


def verbs_of(frame: Literal["speech", "thought", "report"]) -> tuple[str, ...]:
    """The verbs of speech, of thought, or of reports, each once."""
    if frame == "thought":
        return THOUGHT
    if frame == "report":
        return REPORT
    return tuple(dict.fromkeys((*NEUTRAL, *DOUBTING, *VOUCHING, *EMOTIVE)))
