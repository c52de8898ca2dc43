"""The words of opinion polls: which "poll" is one, and what shows that its result is told."""

from __future__ import annotations

import re

from linter.core.pattern import lazy_pattern

HEAD = lazy_pattern(
    r"\b(?:(?:opinion|straw|exit|tracking|snap|push|phone|telephone|online|internal) )?(?P<head>polls?|surveys?|"
    r"polling|canvass(?:es)?)\b"
    r"(?!['-])",
    re.IGNORECASE,
)
"""The noun that names a poll."""

NOT_A_POLL_BEFORE = lazy_pattern(
    r"(?:\b(?:top(?:s|ped|ping)?|head(?:s|ed|ing)?|of) the|\bpolls? of"
    r"|\b(?:the|last|next|in|for|before|after|since) (?:19|20)\d\d"
    r"|\bdeed|\b(?:the )?top of the|\bpostal|\b(?:presidential|parliamentary|general|legislative|municipal|"
    r"assembly|mayoral|gubernatorial|local|council|election|early|run-?off)"
    r"|\b(?:geological|geodetic|geophysical|land|sonar|radar|aerial|seismic|topographic(?:al)?|hydrographic|"
    r"archa?eological|"
    r"marine|underwater|wildlife|bird|ecological|structural|building|boundary|cadastral|mineral|sky|astronomical|"
    r"bathymetric|laser|lidar|photographic|botanical|vegetation|fisheries|fish|whale|soil|site|ground|drone|satellite|"
    r"engineering|engineers?'s?|quantity|ordnance|magnetic|magnetometer|biological|damage|forest|tree|traffic|"
    r"literature|"
    r"air|diving|divers'|stock|snow|pavement|bridge|roof|road|property|house|acoustic|thermal|infrared|tidal|"
    r"river|galaxy|redshift|"
    r"butterfly|insect|plant|animal|habitat|wreck|heritage|mapping|reef|coral|beach|ice|glacier|gravity|mine|archival))"
    r"[\s-]*$",
    re.IGNORECASE,
)
"""Words before the noun that make it a vote, or a look at things."""

TO_THE_POLLS = lazy_pattern(
    r"\b(?:to|at|from|towards?|before|as|until|when|after|since|once|outside|against|that) the (?:\w+ )?$",
    re.IGNORECASE,
)
"""Before "polls": the places where people vote."""

NOT_A_POLL_AFTER = lazy_pattern(
    r"\s*[- ]?(?:respondents?\b|winners?\b|toppers?\b|questions?\b|"
    r"of (?:her|his|my|our|their) own\b|"
    r"station|place|location|numbers|standing|ratings?\b|booth|day\b|site|hour|card|clerk|tax|worker|"
    r"watcher|official|book|agent|centre|center|ship\b|vessel|boat|"
    r"craft|crew|flight|plane|mission|instrument|marker|monument|line\b|map|pole\b|grid|satellite|"
    r"(?:are|were|had|have|will|would|is)?\s*(?:be )?(?:open|opens|opened|close|closes|closed|shut)\b|"
    r"of (?:the |a |an |its |all )?(?:[\w-]+ ){0,2}(?:land|sea ?floor|sea|sea ?bed|wreck|hull|site|building|"
    r"buildings|damage|bridge|roof|coast|river|reef|"
    r"forest|tree|trees|soil|galax|sky|ground|area|literature|house|houses|road|roads|ruin|ruins|field|fields|"
    r"remains|ship|mine|lake|valley|"
    r"island|glacier|birds?|plants?|fish|animals?|species|insects|artefacts|artifacts|architecture|history|"
    r"documents|records|archives|rooms|beams|graves|cemetery))",
    re.IGNORECASE,
)
"""Words after the noun that do the same."""

PEOPLE = (
    r"(?:adults?|voters?|people|persons?|residents?|citizens?|respondents?|men|women|parents?|mothers|fathers|"
    r"students?|pupils|teachers?|"
    r"workers?|employees|staff|members|owners?|customers?|consumers|users?|drivers?|passengers?|commuters?|visitors?|"
    r"readers?|viewers|listeners|households?|families|tenants?|renters|homeowners|landlords|farmers|doctors|"
    r"nurses|patients|"
    r"businesses|companies|firms|managers|executives|economists|scientists|academics|lawyers|officers|soldiers|"
    r"veterans|immigrants|migrants|taxpayers|shoppers|tourists|electors|electorate|population|public|households|"
    r"supporters|believers|catholics|muslims|jews|christians|protestants|democrats|republicans|conservatives|"
    r"liberals|teenagers|teens|youths|children|girls|boys|graduates|pensioners|retirees|cyclists|fans|shopkeepers|"
    r"bakers|traders|investors|journalists|editors|delegates|participants|villagers|islanders|locals|inhabitants|"
    r"subscribers|donors|"
    r"those (?:asked|polled|surveyed|questioned|interviewed)|\w+(?:goers|holders|owners|workers|makers|keepers))"
)
"""Words for the people who are asked."""

OPINION = lazy_pattern(
    r"\b(?:"
    + PEOPLE
    + r"|respond\w*|approv\w+|disapprov\w+|favou?r\w*|oppos\w+|support\w*|back(?:s|ed|ing)?|prefer\w*|believ\w+|think|"
    r"feel|fear(?:s|ed)?|want(?:s|ed)?|trust|agree|disagree|undecided|opinion|worr(?:y|ies|ied)|satisf\w+|"
    r"lead(?:s|ing)?|ahead|behind|trail\w*|"
    r"intend\w*|would (?:vote|use|buy|choose|leave|stay|like)|said they|rating|popular\w*|in favou?r|candidate|"
    r"election|level|against|"
    r"(?:half|thirds?|quarters?|majority) (?:for|of them|in favou?r)|most of them (?:for|in)|"
    r"(?:percent|per cent|half|third|quarter|majority|most|in (?:two|three|four|five|"
    r"ten)) of (?:the )?(?-i:[A-Z])\w+s|% of (?:the )?(?-i:[A-Z])\w+s)\b",
    re.IGNORECASE,
)
"""Signs that people were asked for what they think, will or do."""

CITED = lazy_pattern(
    r"\b(?:found|finds|find|finding|show(?:s|ed|n|ing)?|suggest(?:s|ed|ing)?|indicat(?:e|es|ed|ing)|put(?:s|"
    r"ting)?|give(?:s|n)?|gave|"
    r"reveal(?:s|ed)?|report(?:s|ed)?|according to|has|have|had|said|says|say|reckon|estimate\w*|conclud\w+|"
    r"point(?:s|ed)? to|"
    r"asked|ranked|rated|measured|recorded)\b|\bpercent\b|\bper cent\b|%|\bin (?:five|ten|four|three)\b|\bpoints?\b|"
    r"\b(?:half|third|quarter|majority|most)\b",
    re.IGNORECASE,
)
"""Signs that a result is told."""

PLANNED = lazy_pattern(
    r"\b(?:will|would|should|(?:plan|want|hope|ask|agree|intend|promise|decide|go|need|is|are|was|were)\w* to|"
    r"(?:asked|asks|invited|invites|urged|called on) [\w' ]{1,30}? to|could|may|might|must|nobody|no one|"
    r"never|without|(?:asked|called|demand\w*) for)\b(?: \w+){0,2} "
    r"(?:conduct(?:ed)?|commission(?:ed)?|held|hold|taken|take(?: part in)?|carr(?:y|ied) out|run|done?|made|"
    r"publish(?:ed)?|order(?:ed)?|organi[sz]e|answer|complete|fill (?:in|out)|a|an|another|any)(?: [\w-]+){0,2}\s*$",
    re.IGNORECASE,
)
"""Before a poll that nobody has taken yet."""

NEW = lazy_pattern(
    r"\b(?:a|an|another|one|second|third|rival|separate|different|two|three|several|some|many|most|recent|new|"
    r"other|earlier|previous|"
    r"similar|further|additional|all|both|older|past)\b",
    re.IGNORECASE,
)
"""Words before the noun that open a poll of its own."""

OTHER = lazy_pattern(
    r"\b(?:another|second|third|rival|separate|different|other|earlier|previous|similar|further|additional|older)\b",
    re.IGNORECASE,
)
"""Those among them that set it apart from the one before."""

INTERVIEWED = lazy_pattern(
    r"\b(?:polled|surveyed|canvassed|interviewed|questioned|sampled|rang|phoned|telephoned|contacted|quizzed|"
    r"(?:asked|asks|called|spoke (?:to|with)|talked to)(?= (?:about |some |more than |over |nearly |almost |a |"
    r"around )?(?:[\d,.]+|thousand|hundred)))\b",
    re.IGNORECASE,
)
"""What a pollster does."""

ABOUT_POLL = lazy_pattern(
    INTERVIEWED.pattern + r"|^(?:The (?:first|second|older|newer|other)|One)(?: of (?:them|the two))?, (?:by|for) [A-Z]"
    r"|\brespondents\b|\bpollsters\b|\binterview(?:s|ers?|ees)\b|\bmargins? (?:of|for)\b|\bmargin (?:is|was)\b|"
    r"\berror\b|"
    r"\bplus or minus\b|±|\btimes (?:out of|in) (?:20|twenty)\b|\bpoints either way\b|"
    r"\bthose (?:asked|polled|questioned|surveyed)\b|\bfield ?work\b|\bconducted\b|\bcarried out\b|\bcommissioned\b|"
    r"\basked by\b|"
    r"\b(?:it|they|which) (?:was|were) (?:done|taken|made)\b|\b(?:online|telephone|face.to.face)\b|\bsample\b|"
    r"\bwithin [\d.]+ (?:percentage )?points\b",
    re.IGNORECASE,
)
"""A sentence that describes a poll without naming it."""

GENERIC = lazy_pattern(
    r"(?:an?|any) (?:[\w-]+ )?\|(?: (?:that|which|by|of|for|with|from) [^,.;\d]{1,60}?)? "
    r"(?:should|must|ought|can only|can be|cannot|(?:is|was) (?:only|always|never|no|just|(?:still )?(?:an?|one)) |"
    r"(?:is|was) [\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}])",
    re.IGNORECASE,
)
"""Any poll, not one that was taken: what stands before the noun and, behind a bar, what follows it."""
