"""English inflection: the regular rules of spelling, and the words that do not follow them."""

from __future__ import annotations

import re

IRREGULAR_VERBS: dict[str, tuple[str, str]] = {
    lemma: (past, participle)
    for lemma, past, participle in (
        line.split()
        for line in """
arise arose arisen
be was been
bear bore borne
beat beat beaten
become became become
begin began begun
bet bet bet
bid bid bid
bind bound bound
bite bit bitten
bleed bled bled
blow blew blown
break broke broken
bring brought brought
build built built
burst burst burst
buy bought bought
cast cast cast
catch caught caught
choose chose chosen
come came come
cost cost cost
cut cut cut
deal dealt dealt
do did done
draw drew drawn
drive drove driven
eat ate eaten
fall fell fallen
feed fed fed
feel felt felt
fight fought fought
find found found
flee fled fled
fly flew flown
forbid forbade forbidden
foresee foresaw foreseen
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got got
give gave given
go went gone
grow grew grown
have had had
hear heard heard
hide hid hidden
hit hit hit
hold held held
hurt hurt hurt
keep kept kept
know knew known
lay laid laid
lead led led
leave left left
lend lent lent
let let let
lie lay lain
lose lost lost
make made made
mean meant meant
meet met met
mislead misled misled
overcome overcame overcome
overthrow overthrew overthrown
pay paid paid
put put put
quit quit quit
read read read
ride rode ridden
ring rang rung
rise rose risen
run ran run
say said said
see saw seen
seek sought sought
sell sold sold
send sent sent
set set set
shake shook shaken
shed shed shed
shine shone shone
shoot shot shot
show showed shown
shrink shrank shrunk
shut shut shut
sing sang sung
sink sank sunk
sit sat sat
sleep slept slept
slide slid slid
speak spoke spoken
spend spent spent
spin spun spun
split split split
spread spread spread
spring sprang sprung
stand stood stood
steal stole stolen
stick stuck stuck
strike struck struck
strive strove striven
swear swore sworn
sweep swept swept
swing swung swung
take took taken
teach taught taught
tear tore torn
tell told told
think thought thought
throw threw thrown
undergo underwent undergone
understand understood understood
undertake undertook undertaken
uphold upheld upheld
wake woke woken
wear wore worn
weep wept wept
win won won
withdraw withdrew withdrawn
withhold withheld withheld
write wrote written
""".strip().splitlines()
    )
}
"""Lemma to past tense and past participle."""

IRREGULAR_PLURALS = {"person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet",
                     "analysis": "analyses", "crisis": "crises", "basis": "bases", "thesis": "theses",
                     "spokesman": "spokesmen", "spokeswoman": "spokeswomen", "congressman": "congressmen",
                     "businessman": "businessmen", "policeman": "policemen", "medium": "media", "datum": "data",
                     "half": "halves", "life": "lives", "wife": "wives", "leaf": "leaves",
                     "thief": "thieves"}  # fmt: skip

DOUBLING = frozenset(
    (
        "admit ban bar beg blab brag commit confer control cut defer dig drag drop equip forget gag get grab hit "
        "infer jam let occur omit pan permit pit plan plot prefer put quip quit ram rap rebut refer rig rip rob rub "
        "run scrap set shrug shun shut sin sit slam slap slip snub spar spin spur step stir stop strip stun submit "
        "swap tap tip top transfer trap trim whip win wrap"
    ).split()
)
"""Verbs that double their last letter before a vowel."""

VOWELS = "aeiou"


def plural(noun: str) -> str:
    """The plural of a noun."""
    if noun in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[noun]
    return _with_s(noun)


def _with_s(word: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh)$", word):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies"
    if word.endswith("o") and word[-2:-1] not in VOWELS and word in {"echo", "veto", "hero", "go", "do"}:
        return word + "es"
    return word + "s"


def third_person(verb: str) -> str:
    """The third person singular of the present."""
    return {"be": "is", "have": "has"}.get(verb) or _with_s(verb)


def past(verb: str) -> str:
    """The past tense."""
    return IRREGULAR_VERBS[verb][0] if verb in IRREGULAR_VERBS else _with_ed(verb)


def past_participle(verb: str) -> str:
    """The past participle."""
    return IRREGULAR_VERBS[verb][1] if verb in IRREGULAR_VERBS else _with_ed(verb)


def _with_ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def present_participle(verb: str) -> str:
    """The form in -ing."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def _doubled(verb: str) -> str:
    return verb + verb[-1] if verb in DOUBLING else verb


def finite_forms(verb: str) -> tuple[str, ...]:
    """Base form, third person and past, each once."""
    extra = ("is", "are", "was", "were", "am") if verb == "be" else (third_person(verb), past(verb))
    return tuple(dict.fromkeys((verb, *extra)))


def verb_forms(verb: str) -> tuple[str, ...]:
    """All forms of a verb, each once."""
    return tuple(dict.fromkeys((*finite_forms(verb), past_participle(verb), present_participle(verb))))
