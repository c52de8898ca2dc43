"""Words that tell how a verb of speech is used: with whom, by whom, and where the writer takes the word again."""

from __future__ import annotations

ADDRESSED = frozenset("tell inform remind assure warn ask answer email telegraph urge beg implore exhort".split())
"""Verbs whose first object is whom it is said to."""

NOMINAL = frozenset(
    "report claim state support back attack call question email comment remark talk tweet post demand pledge vow "
    "promise answer hope fear doubt worry estimate forecast project document record figure joke boast blast cry "
    "detail praise blame note order favor favour view guess wish hold want seek know feel read reply protest "
    "broadcast speak need".split()
)
"""Verbs whose base form, and the form in -s, is more often a noun or something else."""

INTERPRETING = frozenset(
    "suggest indicate show highlight underscore underline demonstrate imply reveal prove establish emphasise "
    "emphasize confirm reflect signal hint determine detail".split()
)
"""Verbs by which a writer reads something into things; only a subject that can speak makes them attributions."""

LABELS = frozenset(
    "question answer q a plus report byline exclusive look watch boom revealed update analysis opinion video "
    "contributing note latest the breaking live fact correction example read more related photo photos image "
    "source review poll".split()
)
"""What stands before a colon and speaks not."""

ABSTRACT = frozenset(
    "remark comment move decision word approach stance silence fact development visit shift result absence "
    "presence behaviour behavior action response reaction tone wording gesture choice timing event incident trend "
    "pattern history experience speed failure success attempt effort rise fall increase decline change lack case "
    "example situation outcome policy strategy vote it this that which what".split()
)
"""Heads of subjects that say nothing themselves."""

COMMENTARY = frozenset(
    "underscoring highlighting reflecting signalling signaling suggesting indicating showing demonstrating "
    "marking underlining illustrating making leaving raising sparking fuelling fueling prompting paving setting "
    "sending casting drawing putting further potentially emphasising emphasizing adding saying noting telling "
    "according".split()
)
"""What begins a writer's own remark after a statement, or the next statement."""
