"""The closed word classes by which names are cut out and told apart; all in small letters."""

from __future__ import annotations

from functools import lru_cache

from linter.annotation import grammar
from linter.annotation.lexicon import PERSON
from linter.core import calendar

HONORIFICS = frozenset("mr mrs ms miss mx dr prof professor sir dame lord lady madam madame mme messrs rev hon".split())
"""Forms of address; they stand before a surname and say nothing of an office."""

SHORT_TITLES = frozenset(
    "sen sens rep reps gov gen col lt sgt capt maj cmdr adm cpl pvt supt det insp pres amb st msgr fr".split()
)

KIN = frozenset(
    "man woman boy girl student pupil relative father mother brother sister son daughter wife husband widow friend "
    "cousin uncle aunt nephew niece grandmother grandfather grandson granddaughter stepfather "
    "stepmother stepson stepdaughter colleague resident neighbour neighbor witness survivor victim".split()
)

TITLES = (
    frozenset(PERSON.split()) - KIN
    | SHORT_TITLES
    | frozenset(
        "speaker chairwoman headteacher marshal brigadier prefect emir sultan sheikh ayatollah duke duchess earl count "
        "countess baron baroness saint congressman coroner ombudsman envoy comptroller auditor minister-president "
        "pilot "
        "astronaut cosmonaut chaplain deacon abbot marquis tsar czar emperor empress vice-president vice-chancellor "
        "superintendent provost dean rector warden sergeant-at-arms premier-elect taoiseach defender goalkeeper "
        "striker "
        "midfielder singer actor actress director poet novelist painter composer billionaire businessman businesswoman "
        "entrepreneur investor politician ceo".split()
    )
)
"""Words for offices and callings that stand before a name."""

FAMILY_TITLES = frozenset(
    "king queen prince princess pope emperor empress saint st sultan tsar czar sir dame lord lady duke duchess earl "
    "count countess baron baroness sheikh ayatollah emir dean major father mother sister brother fr".split()
)
"""Titles that may stand before a first name, or a name that is enough."""

SURNAMES_TOO = frozenset(
    "king judge dean bishop pope prince duke earl marshal major abbot deacon singer cardinal rector provost warden "
    "chief page baron count priest pastor constable sergeant coach fisherman pilot farmer captain justice "
    "author".split()
)
"""Titles that are surnames as well."""

TRADES = frozenset(
    "brewer distiller glassmaker grocer insurer publisher printer producer builder jeweller jeweler bookseller "
    "manufacturer cheesemaker winemaker watchmaker shoemaker boatbuilder clockmaker retailer".split()
)
"""Words for what somebody does that firms are called by as well, right before their names."""

ONE_NAMED = frozenset(
    "king queen emperor empress pharaoh tsar czar sultan caliph khan pope saint apostle prophet god goddess prince "
    "princess philosopher evangelist patriarch "
    "horse racehorse pony mare colt filly gelding stallion donkey mule dog greyhound cat elephant lion lioness tiger "
    "bear wolf parrot ox cow bull goat owl eagle robot ship yacht tug trawler schooner hurricane storm cyclone "
    "typhoon".split()
)
"""What those are, in small letters, who have one name alone: "the emperor Galba", "the mare Ellice"."""

AMBIGUOUS = frozenset(
    "general member major executive chief head press officer official expert captain commander guard king queen "
    "prince princess victoria teacher student player director manager representative delegate resident pilot source "
    "saint st father author".split()
)
"""Titles that also begin names of things: "General Motors", "Executive Airport"."""

CALLINGS = frozenset(
    "referee umpire trainer choirmaster harbourmaster harbormaster premier taoiseach examiner counsel "
    "batsman bowler consul linesman "
    "accountant acrobat actor actress agronomist archaeologist artist astronomer auctioneer baker banker barber "
    "beekeeper biologist blacksmith bookseller botanist brewer bricklayer builder butcher carpenter cellist chemist "
    "cook chef cleaner clockmaker cobbler conductor cook cooper dancer dentist designer electrician fishmonger "
    "forester gardener geologist glassmaker guard guide hairdresser instructor janitor jeweler jeweller locksmith "
    "machinist mechanic meteorologist midwife miller miner musician organist painter pharmacist philosopher "
    "photographer physicist pianist plumber policeman policewoman postman potter psychologist psychiatrist restorer "
    "sailor sculptor seamstress shepherd shoemaker smith stonemason tailor technician translator undertaker vet "
    "veterinarian violinist waiter waitress weaver welder zoologist firefighter biologist statistician mathematician "
    "linguist lighthouse-keeper forward full-back fullback goaltender kicker quarterback winger wicketkeeper "
    "anthropologist baritone biathlete boatbuilder bookkeeper boxer caretaker cartographer cartoonist cashier "
    "cheesemaker choreographer climber clown cricketer criminologist cyclist diver drummer ecologist "
    "entomologist epidemiologist ethnologist filmmaker footballer gamekeeper glaciologist goldsmith golfer "
    "guitarist gymnast harpist hydrologist illustrator jockey lifeguard logger lumberjack mezzo-soprano "
    "mountaineer musicologist mycologist neurologist oceanographer oncologist optician ornithologist "
    "paediatrician palaeontologist paleontologist paramedic pathologist pediatrician playwright puppeteer "
    "rower saxophonist screenwriter seismologist silversmith skier sociologist soprano sprinter stationmaster "
    "surveyor swimmer tenor trombonist trumpeter vintner virologist volcanologist watchmaker winemaker "
    "wrestler cardiologist dermatologist gynecologist gynaecologist neurosurgeon ophthalmologist radiologist urologist "
    "co-pilot runner rider skater racer".split()
)
"""What people do for a living; they stand in small letters before a name."""

ROLES = TITLES | CALLINGS
"""Words for what somebody is by office or work."""

EVENTS = frozenset("hurricane typhoon cyclone storm operation super apollo crew".split())
"""Words before the name of a storm or an undertaking."""

BODIES = frozenset(
    "ministry government department agency office council committee commission parliament congress senate assembly "
    "court tribunal police army navy force forces bureau authority board union federation association society club "
    "league party campaign administration institute institution university college school academy museum hospital "
    "clinic church diocese company firm corporation bank fund foundation charity group organisation organization "
    "network alliance embassy consulate mission secretariat cabinet treasury service services laboratory observatory "
    "airlines airways railway railways manufacturer brewery theatre theater orchestra chamber syndicate cooperative "
    "team inc ltd llc corp co plc gmbh ag sa nv oy ab spa sarl holdings partners industries motors systems "
    "technologies pharmaceuticals media press times post news journal tribune herald gazette telegraph guardian "
    "observer chronicle examiner courier records studios pictures entertainment games games cup championship "
    "championships olympics tour festival prize award awards act treaty agreement accord protocol constitution guard "
    "guards brigade battalion regiment division squadron fc afc united rovers city's albatross front movement "
    "coalition caucus democrats republicans conservatives liberals greens labour nations states kingdom republic "
    "house trust center centre initiative project program programme conference summit week day war revolution".split()
)
"""Words that make a name that of a body, a work of law or an event."""

NAMED_BODIES = frozenset(
    "airline bakery bank brand brewery broadcaster chain charity company dairy firm insurer magazine manufacturer "
    "newspaper orchestra party retailer shipyard start-up startup supermarket supplier".split()
)
"""Words for bodies that stand right before their names."""

GROUNDS = frozenset(
    "river lake mountain mountains mount hill hills valley bay gulf sea ocean strait island islands isle peninsula "
    "cape desert forest park square street road avenue boulevard lane highway bridge tunnel canal port harbor harbour "
    "beach airport station county province state district region territory oblast city town village borough parish "
    "coast loch glen fjord creek falls canyon point reef delta basin plain plateau volcano glacier dam quay pier "
    "castle tower stadium arena field plaza cathedral basilica abbey palace gate cemetery prison jail mall heights "
    "springs fort punta rio sierra monte isla playa puerto saint-denis san santa santo são sao los las north south "
    "east west northern southern eastern western central upper lower new".split()
)
"""Words that make a name that of a place."""

OF_HEADS = BODIES | GROUNDS | frozenset("battle duke siege declaration bill secretary minister centers journal".split())
"""Words after which "of" goes on with the same name."""

PORTFOLIOS = frozenset(
    "state defense defence treasury interior health education energy labor labour commerce transportation transport "
    "agriculture justice finance foreign affairs homeland security housing environment veterans trade culture and "
    "economy staff war exchequer".split()
)
"""Words that follow "Secretary of" and belong to the title."""

JUNIOR = frozenset({"jr", "sr", "jr.", "sr.", "ii", "iii", "iv"})

FUNCTION = (
    grammar.DETERMINERS
    | grammar.PREPOSITIONS
    | grammar.SUBORDINATORS
    | grammar.COORDINATORS
    | grammar.SUBJECT_PRONOUNS
    | grammar.PERSONAL_PRONOUNS
    | grammar.POSSESSIVE_PRONOUNS
    | grammar.AUXILIARIES
    | grammar.ADVERBS
    | grammar.NEGATIONS
    | frozenset(
        "i i'm i've i'd i'll you're what's that's there's let's however according additionally although among another "
        "anyone anything besides everything former further furthermore hence how instead last let like moreover much "
        "my "
        "next no nothing now oh ok okay one only our own perhaps please rather same since something such thank thanks "
        "then there therefore though three today tomorrow two under until us very well what whatever when where which "
        "while who whom whose why yes yet mr's first second third final finally image photo file source sources "
        "correction update read watch see also more most less given asked earlier later back others ones".split()
    )
) - {"will", "may", "long", "early"}
"""Words that begin a sentence and no name."""

MONTHS = frozenset(
    (*(name.lower() for name in calendar.MONTHS), *"jan feb mar apr jun jul aug sept sep oct nov dec".split())
)
WEEKDAYS = frozenset((*(name.lower() for name in calendar.WEEKDAYS), *"mon tue tues wed thu thurs fri".split()))

MAY_BE_NAMES = frozenset("april may june august".split())
"""Months that are names of people too."""

MODIFIERS = PORTFOLIOS | frozenset(
    "prime vice deputy high fire police district crown acting former federal press court circuit county head team club "
    "sea presiding lead senior associate appeals supreme assistant co".split()
)
"""Words before a title that belong to it, and are no first names."""


@lru_cache(maxsize=4096)
def is_title(word: str) -> bool:
    """Whether a word, in small letters, is an office, a calling or a form of address."""
    return word in TITLES or word in HONORIFICS
