"""English inflection: the regular rules of spelling, and the words that do not follow them."""

from __future__ import annotations

import re

from linter.core.pattern import lazy_pattern

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
bend bent bent
bet bet bet
bid bid bid
bind bound bound
bite bit bitten
bleed bled bled
blow blew blown
break broke broken
breed bred bred
bring brought brought
broadcast broadcast broadcast
build built built
burst burst burst
buy bought bought
cast cast cast
catch caught caught
choose chose chosen
cling clung clung
come came come
cost cost cost
creep crept crept
cut cut cut
deal dealt dealt
dig dug dug
do did done
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed fed
feel felt felt
fight fought fought
find found found
flee fled fled
fling flung flung
fly flew flown
forbid forbade forbidden
forecast forecast forecast
foresee foresaw foreseen
foretell foretold foretold
forget forgot forgotten
forgive forgave forgiven
forsake forsook forsaken
freeze froze frozen
get got got
give gave given
go went gone
grind ground ground
grow grew grown
hang hung hung
have had had
hear heard heard
hide hid hidden
hit hit hit
hold held held
hurt hurt hurt
keep kept kept
kneel knelt knelt
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
misunderstand misunderstood misunderstood
outbid outbid outbid
outdo outdid outdone
overcome overcame overcome
overdo overdid overdone
overhear overheard overheard
override overrode overridden
oversee oversaw overseen
overtake overtook overtaken
overthrow overthrew overthrown
partake partook partaken
pay paid paid
put put put
quit quit quit
read read read
rebuild rebuilt rebuilt
redo redid redone
repay repaid repaid
rewrite rewrote rewritten
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
slay slew slain
sleep slept slept
slide slid slid
sling slung slung
slink slunk slunk
slit slit slit
sow sowed sown
speak spoke spoken
spend spent spent
spin spun spun
spit spat spat
split split split
spread spread spread
spring sprang sprung
stand stood stood
steal stole stolen
stick stuck stuck
sting stung stung
stink stank stunk
strike struck struck
string strung strung
strive strove striven
swear swore sworn
sweep swept swept
swell swelled swollen
swim swam swum
swing swung swung
take took taken
teach taught taught
tear tore torn
tell told told
think thought thought
throw threw thrown
thrust thrust thrust
tread trod trodden
undergo underwent undergone
underpay underpaid underpaid
understand understood understood
undertake undertook undertaken
uphold upheld upheld
upset upset upset
wake woke woken
wear wore worn
weave wove woven
weep wept wept
win won won
wind wound wound
withdraw withdrew withdrawn
withhold withheld withheld
wring wrung wrung
write wrote written
""".strip().splitlines()
    )
}
"""Lemma to past tense and past participle."""

IRREGULAR_PLURALS = {"person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet",
                     "analysis": "analyses", "crisis": "crises", "basis": "bases", "thesis": "theses",
                     "spokesman": "spokesmen", "spokeswoman": "spokeswomen", "congressman": "congressmen",
                     "businessman": "businessmen", "policeman": "policemen", "medium": "media", "datum": "data",
                     "half": "halves", "police": "police", "life": "lives", "wife": "wives", "leaf": "leaves",
                     "thief": "thieves"}  # fmt: skip

SINGLE_SYLLABLE = lazy_pattern(r"(?:[^aeiou]+|[^aeiou]*qu)?[aeiouy][bdfgklmnprstz]")
"""A verb of one short syllable doubles its last letter before a vowel: "slam", "quit"."""

DOUBLING = frozenset(
    (
        "abet abhor acquit admit allot attrit aver befit beget begin commit compel concur confer control defer deter "
        "dispel eavesdrop embed emit enrol equip excel expel extol forbid forget handicap hobnob impel incur infer "
        "instil "
        "kidnap misfit occur omit outbid outfit outrun outwit overrun overstep patrol permit prefer program propel "
        "rebel rebut recap recur refer regret remit repel reset submit transfer transmit underpin unplug unwrap upset "
        "wiretap worship zigzag"
    ).split()
)
"""Longer verbs that do so."""

MAN = lazy_pattern(r"(?<!^hu)(?<!^ger)(?<!^ro)(?<!^otto)(?<!^nor)(?<!^sha)man$")
"""The end of "chairman"; not that of "human", "german", "roman", "ottoman", "norman" and "shaman"."""

VOWELS = "aeiou"


def plural(noun: str) -> str:
    """The plural of a noun."""
    if noun in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[noun]
    if MAN.search(noun):
        return noun[:-2] + "en"
    if noun.endswith(("analysis", "wife")):
        return noun[:-2] + ("es" if noun.endswith("is") else "ves")
    return noun + "s" if noun.endswith(("narch", "garch", "iarch")) else _with_s(noun)


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
    return _before_vowel(verb) + "ed"


def present_participle(verb: str) -> str:
    """The form in -ing."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return _before_vowel(verb) + "ing"


def _before_vowel(verb: str) -> str:
    if verb.endswith("ic"):
        return verb + "k"
    return verb + verb[-1] if verb in DOUBLING or SINGLE_SYLLABLE.fullmatch(verb) else verb


def finite_forms(verb: str) -> tuple[str, ...]:
    """Base form, third person and past, each once."""
    extra = ("is", "are", "was", "were", "am") if verb == "be" else (third_person(verb), past(verb))
    return tuple(dict.fromkeys((verb, *extra)))


def verb_forms(verb: str) -> tuple[str, ...]:
    """All forms of a verb, each once."""
    return tuple(dict.fromkeys((*finite_forms(verb), past_participle(verb), present_participle(verb))))
