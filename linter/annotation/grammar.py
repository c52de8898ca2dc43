"""The closed word classes that tell where a noun phrase or a clause begins and ends."""

from __future__ import annotations

from linter.core.calendar import CALENDAR_WORDS

DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any no every each both either neither "
    "another many several most few all one two three four five six seven eight nine ten dozens hundreds thousands "
    "other such".split()
)
POSSESSIVE_PRONOUNS = frozenset("his her its their our my your whose".split())
INDEFINITE = frozenset(
    "a an some any one two three four five six seven eight nine ten several many most few another other dozens "
    "hundreds thousands scores various numerous certain multiple".split()
)
SUBJECT_PRONOUNS = frozenset(
    "i we you he she they it who someone somebody everyone everybody nobody others many some most several few "
    "both neither one those another these".split()
)
PERSONAL_PRONOUNS = frozenset("he she they it i we you him her them".split())
PREPOSITIONS = frozenset(
    "of in on at to for from by with about against between into through during before after under over near "
    "without within among across behind beyond despite since until towards toward upon via per including like "
    "than along inside outside amid alongside regarding concerning following above below".split()
)
AUXILIARIES = frozenset(
    "has have had is are was were be been being will would can could may might must should shall do does did to "
    "'s 've 'd i've we've they've you've he's she's it's i'd he'd she'd they'd we'd i'm we're they're gets got "
    "having isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't mustn't shouldn't "
    "don't doesn't didn't cannot".split()
)
BE = frozenset("is are was were be been being isn't aren't wasn't weren't i'm we're they're get gets got".split())
MODALS = frozenset(
    "will would can could may might must should shall won't wouldn't can't couldn't mustn't shouldn't cannot".split()
)
NEGATIONS = frozenset("not never nor".split())
ADVERBS = frozenset(
    "also later then once often again always even further now still just already first recently twice only ever "
    "simply thus therefore soon long instead further both nevertheless nonetheless too meanwhile earlier "
    "afterwards himself herself themselves itself somehow rather perhaps maybe sometimes today "
    "yesterday tonight".split()
)
SUBORDINATORS = frozenset(
    "that which when while because if although though whether where why how what unless until since as whereas "
    "than so once before after lest provided whenever wherever".split()
)
COORDINATORS = frozenset("and but or nor yet".split())
FINITE = frozenset(
    "is are was were has have had will would can could may might must should shall do does did isn't aren't "
    "wasn't weren't won't wouldn't can't couldn't don't doesn't didn't hasn't haven't hadn't cannot came went "
    "took made got gave knew saw thought felt became began kept left lost met ran won fell grew held led said "
    "told rose stood wanted".split()
)
"""Verbs that only a finite clause has."""

TIME_WORDS = CALENDAR_WORDS | frozenset(
    "today yesterday tonight tomorrow morning afternoon evening night week month year day noon midnight earlier "
    "later recently last this next then now again afterwards here there".split()
)
ADVERBIAL_STARTS = frozenset(
    "in on at during after before by to through via from over of about with late early".split()
)
"""What may stand between a verb of speech and its clause: "said in a statement on Tuesday that"."""


def is_adverb(word: str) -> bool:
    """Whether a word, in small letters, is an adverb such as stands inside a verb group."""
    return word in ADVERBS or (
        word.endswith("ly") and len(word) > 4 and word not in {"family", "italy", "july", "ally", "reply", "assembly"}
    )
