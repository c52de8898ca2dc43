"""Word lists that annotators and rules share, in the notation of `linter.match.words`.

Names that rules can use in patterns, as `<name>`:
`say` every verb of speech; `say-neutral`, `say-doubting`, `say-vouching`, `say-emotive` by what they let one think;
`think` verbs of thought and feeling; `report` verbs of reports, studies and news media; `quote-word` nouns for what is
said; `person` roles and offices of people; `institution` bodies; `outlet` kinds of news media; `group` nameless people;
`study` nouns for research; `document` nouns for texts; `month`, `weekday`;
`quantity` vague amounts ("many", "a number of").
"""

from __future__ import annotations

from collections.abc import Mapping

from linter.annotation.model import Stance
from linter.annotation.verbs import REPORT, STANCES, THOUGHT, verbs_of
from linter.core.calendar import MONTHS, WEEKDAYS


def _entries(words: str) -> tuple[str, ...]:
    """One entry a line or, where they are single words, separated by spaces; "_" stands for a space in an entry."""
    return tuple(word.replace("_", " ") for word in words.split())


def _nouns(words: str) -> tuple[str, ...]:
    return tuple(f"{word.replace('_', ' ')}/n" for word in words.split())


def _stance(stance: Stance) -> tuple[str, ...]:
    return tuple(
        _verb_entry(verb) for verb, its in STANCES.items() if its == stance and verb not in (*THOUGHT, *REPORT)
    )


def _verb_entry(verb: str) -> str:
    first, _, rest = verb.partition(" ")
    return f"{first}/v {rest}" if rest else f"{first}/v"


PERSON = """
minister president chancellor premier governor mayor senator congressman congresswoman lawmaker legislator deputy
secretary ambassador diplomat envoy commissioner councillor councilman councilwoman councilor alderman spokesman
spokeswoman spokesperson official officer director manager executive chairman chairwoman chairperson chair chief head
leader founder owner boss judge justice prosecutor lawyer attorney solicitor barrister magistrate sheriff constable
detective inspector superintendent sergeant captain colonel general admiral commander major lieutenant soldier doctor
physician surgeon nurse professor lecturer teacher principal headmaster scientist researcher historian economist
analyst expert engineer architect editor reporter journalist correspondent columnist author writer publisher curator
bishop archbishop cardinal pope priest vicar pastor rabbi imam king queen prince princess adviser advisor aide
assistant candidate nominee member delegate representative organizer organiser activist campaigner volunteer coach
player captain farmer fisherman driver shopkeeper worker employee resident neighbour neighbor witness survivor victim
defendant plaintiff suspect relative father mother brother sister son daughter wife husband widow friend colleague
co-founder vice-president treasurer clerk warden ranger pilot skipper keeper librarian president-elect whistleblower
insider informant source man woman boy girl student pupil
"""

INSTITUTION = """
ministry government department agency office council committee commission parliament congress senate assembly court
tribunal police army navy military force bureau authority board union federation association society club league party
campaign administration institute university college school academy museum hospital clinic church diocese company firm
corporation bank fund foundation charity group organisation organization network alliance embassy consulate mission
secretariat cabinet treasury service centre center laboratory observatory utility operator airline railway manufacturer
brewery theatre theater orchestra prosecution watchdog regulator inspectorate chamber syndicate cooperative co-operative
team panel inquiry task_force think_tank brigade
"""

GROUP = """
expert critic analyst observer opponent supporter official insider commentator pundit economist scientist researcher
scholar historian activist campaigner advocate resident local neighbour neighbor voter citizen protester demonstrator
witness onlooker eyewitness lawmaker diplomat skeptic sceptic detractor proponent sympathizer follower fan colleague
friend relative parent teacher worker doctor trader investor specialist academic watcher strategist rival
"""

DOCUMENT = """
report document statement letter law constitution treaty agreement contract indictment ruling verdict filing lawsuit
complaint affidavit transcript memo memorandum record ledger log register bill act charter decree book diary note
notice sign plaque inscription label manual email tweet post message file dossier summary video recording footage
photograph image map chart graph
"""

WORDS: Mapping[str, tuple[str, ...]] = {
    "say": tuple(_verb_entry(verb) for verb in verbs_of("speech")),
    "say-neutral": _stance("neutral"),
    "say-doubting": _stance("doubting"),
    "say-vouching": _stance("vouching"),
    "say-emotive": _stance("emotive"),
    "think": tuple(_verb_entry(verb) for verb in THOUGHT),
    "report": tuple(_verb_entry(verb) for verb in REPORT),
    "quote-word": _nouns(
        "claim statement assertion allegation accusation remark comment announcement warning insistence contention "
        "suggestion argument admission denial promise pledge belief view opinion complaint prediction declaration"
    ),
    "person": _nouns(PERSON),
    "institution": _nouns(INSTITUTION),
    "outlet": _nouns(
        "newspaper magazine broadcaster channel news_agency website weekly daily radio_station tabloid outlet blog"
    ),
    "group": tuple(f"{word}/ns" for word in GROUP.split()),
    "study": (
        *_nouns(
            "study analysis review trial experiment investigation survey meta-analysis audit assessment paper poll"
        ),
        *_nouns("census finding result test model simulation"),
        *("research", "modelling", "modeling"),
    ),
    "document": (
        *_nouns(DOCUMENT),
        *("minutes", "figures", "data", "statistics", "accounts"),
    ),
    "month": _entries(" ".join(MONTHS)),
    "weekday": _entries(" ".join(WEEKDAYS)),
    "quantity": _entries(
        "many some several most few a_few a_number_of a_majority_of a_handful_of dozens_of scores_of hundreds_of "
        "thousands_of lots_of a_lot_of various numerous countless multiple certain other others much"
    ),
}
"""Word lists by name; a rule names one as `<name>` in its patterns."""
