"""The table of forms: every way of writing a time that own arithmetic can read."""

from __future__ import annotations

from linter.annotation.times import ages, amounts, anaphora, business, days, eras, figures, references, relative
from linter.annotation.times import values as dates
from linter.annotation.times.feasts import feast
from linter.annotation.times.notation import Form

PHASE = "(?:<the>? {phase:early|mid} <hyphen>? )?"
MORE_PHASE = "(?:<the>? {phase:early|mid|earlier|later|end} <hyphen>? (?:<in>|<of>)? )?"
END_OF = "(?:<the> {phase:end|early} <of> <the>? )?"
WEEKDAY = "(?:<last|next|this>? {w:weekday}<comma>?)?"
QUARTER = "<fiscal>? <hyphen>? {o:ordinal|second|last} <hyphen>? <quarter>"
AGO = "<unit> <hyphen>? {rel:ago|earlier}"
COUNT = "{n:COUNT}"
WHOLE = "{n:WHOLE} {u:unit|units|hour|hours}"
UNIT = "<sort>? {u:unit|units|hour|hours|second|quarter|quarters}"
DAY = "{d:day|nth|ordinal|second}"
SHARED_YEAR = (
    "(?:<comma>? {y:year} | (?=<hyphen|to|and|through|until> <month>? <day|nth> (?:<of>? <month>)? <comma>? {y2:year}))"
)
"""The year of a day, its own or that of the range it begins: "May 3–5, 2025"."""

CALENDAR = (
    Form("{iso:iso}", dates.iso_day),
    Form(WEEKDAY + "{m:month} <the>? " + DAY + SHARED_YEAR + "?", dates.calendar_day),
    Form(WEEKDAY + "<the>? {d:day|nth} <of>? {m:month}" + SHARED_YEAR + "?", dates.calendar_day),
    Form("<the> {d:ordinal|second} <of> {m:month}" + SHARED_YEAR + "?", dates.calendar_day),
    Form(WEEKDAY + "<the>? {t:number} <hyphen>? {d:ordinal|second} <of>? {m:month}" + SHARED_YEAR + "?",
         dates.calendar_day),
    Form(WEEKDAY + "{m:month} <the>? {t:number} <hyphen>? {d:ordinal|second}" + SHARED_YEAR + "?", dates.calendar_day),
    Form("{rel:last|next|this} {m:month} {d:day|nth}", dates.calendar_day),
    Form("{d:day|nth} (?=<hyphen|to|and|through|until> <the>? <day|nth> <of>? {m:month} (?:<comma>? {y:year})?)",
         dates.calendar_day),
    Form("(?<={m:month}<day><hyphen>) {d:day} (?:<comma> {y:year})?", dates.calendar_day),
    Form("(?<={m:month}<day><to|and|through|until>) {d:day} (?:<comma> {y:year})?", dates.second_day),
    Form(WEEKDAY + "{m:short-month} {d:day|nth}" + SHARED_YEAR + "?", dates.calendar_day),
    Form(WEEKDAY + "{d:day|nth} {m:short-month}" + SHARED_YEAR + "?", dates.calendar_day),
    Form("{m:short-month} {y:year}", dates.month_and_year),
    Form(PHASE + "{m:month} <comma>? <of>? (?: {y:year} | {yw:YEAR_WORDS} )", dates.month_and_year),
    Form("{m:month} (?=<hyphen|to|and|through|until> <month> <comma>? {y2:year})", dates.month_and_year),
    Form(END_OF + "{m:month} <comma>? {y:year}", dates.month_and_year),
    Form(PHASE + "{m:month} <of>? {rel:this|last|next} <unit>", dates.month_and_year),
    Form(PHASE + "{m:month}", dates.month_alone),
    Form(END_OF + "{m:month}", dates.month_alone),
    Form("{rel:this|last|next|past} {m:month}", dates.month_alone),
    Form("<this> {rel:past|coming|last} {m:month}", dates.month_alone),
    Form(PHASE + "{y:year}", dates.year_alone),
    Form(END_OF + "{y:year}", dates.year_alone),
    Form("<the>? <fiscal> {y:year}", dates.year_alone),
    Form("<the> <unit> {y:year}", dates.year_alone),
    Form("{yw:YEAR_WORDS}", dates.year_in_words),
    Form("<the> <unit> {yw:YEAR_WORDS}", dates.year_in_words),
    Form("(?<={y:year}<hyphen>) {end:day|integer}", dates.second_year),
    Form("{y:short-year}", dates.short_year),
    Form(PHASE + "<the>? {dec:decade|decade-word}", dates.decade),
    Form("<the> {phase:early|mid} <hyphen>? {dec:decade|decade-word}", dates.decade),
    Form("<the>? {phase:early|mid} <hyphen>? {o:nth|ordinal} <hyphen>? <unit>", dates.century),
    Form("<the>? {o:nth|ordinal} <hyphen>? <unit>", dates.century),
    Form("{s:season} <of>? (?: {y:year} | {yw:YEAR_WORDS} )", dates.season_of),
    Form("<the> {phase:early|mid}? <hyphen>? {s:season} (?:<of> (?: {y:year} | {yw:YEAR_WORDS} ))?", dates.season_of),
    Form(MORE_PHASE + "{rel:this|last|next} {s:season}", dates.season_of),
    Form("<this> {rel:past|coming} {s:season}", dates.season_of),
    Form("{d:day|nth}? <of>? {m:month} (?:<comma>)? {y:year|day|integer} {era:era}", eras.year_of_era),
    Form("{m:month} {d:day|nth} <comma>? {y:year|day|integer} {era:era}", eras.year_of_era),
    Form("{y:year|day|integer} {era:era}", eras.year_of_era),
    Form("{era:era} {y:year|day|integer}", eras.year_of_era),
    Form("<the>? {o:nth|ordinal|second} <hyphen>? <unit> {era:era}", eras.century_of_era),
)  # fmt: skip
"""Dates of the calendar."""

FEASTS = (
    Form("{name:FEAST} (?:<of>|<comma>)? {y:year}", feast),
    Form("<the> {name:FEAST} <of> {y:year}", feast),
    Form("{rel:last|next|this}? {name:FEAST}", feast),
)
"""Holidays."""

BUSINESS = (
    Form(PHASE + "<the>? " + QUARTER + "(?:<of> (?:<fiscal>? {y:year} | {rel:this|last|next} <unit>))?",
         business.quarter),
    Form("(?:<the>? {y:year} | {rel:this|last|next} <unit> <apostrophe-s>)" + QUARTER, business.quarter),
    Form("<the> <same>? " + AGO + QUARTER, business.quarter),
    Form("<the> <latest|current>? <quarter>", business.running_quarter),
    Form("<the> <latest|current> <period>", business.running_quarter),
    Form("<the> {y:year} <quarter|period>", business.quarter_of_year),
    Form("{rel:this|last} <unit> <apostrophe-s> <quarter|period>", business.quarter_of_year),
    Form("<the> <same>? " + AGO + "<quarter|period>", business.year_before),
    Form("<unit> <hyphen> {rel:ago|earlier}", business.year_before),
    Form("<the> <same>? {u:quarter|period|unit} <a> <unit> {rel:ago|earlier}", business.year_before),
    Form("<the> <same> {u:quarter|period|unit} {rel:last} <unit>", business.year_before),
    Form("<the>? {o:ordinal|second|last} <half> <of> <the>? (?: {y:year} | {rel:this|last|next} <unit> )",
         business.half_year),
    Form("<the> {k:latest|current|full}? <fiscal> <unit> {ended:ended}?", business.business_year),
    Form("<the> {k:full|fiscal} <unit>", business.business_year),
    Form("<the> <unit> (?={ended:ended})", business.business_year),
)  # fmt: skip
"""Quarters, fiscal years and what reports compare."""

NEAR = (
    Form("{phase:early|mid}? <hyphen>? {rel:last|next|this|past|coming}? {w:weekday} {p:part}?", days.weekday),
    Form("<this> {rel:coming|past} {w:weekday} {p:part}?", days.weekday),
    Form("{phase:early|mid|earlier|later}? {k:deictic} {p:part}?", days.deictic),
    Form("{phase:mid} <hyphen>? {p:part} {k:deictic}", days.deictic),
    Form("<the>? {u:unit} {far:before|after} {k:deictic}", days.deictic),
    Form("<the>? {u:unit} {far:before|after} {rel:last|next}? {w:weekday}", days.day_beside),
    Form("{phase:early|earlier|later}? {k:this} {p:part}", days.deictic),
    Form("{k:last} {p:part}", days.deictic),
    Form("{w:weekday} <to|through|hyphen> <weekday>", days.weekday_range),
    Form(MORE_PHASE + "{rel:this|last|next} {u:unit|quarter|weekend}", relative.relative_unit),
    Form(END_OF + "{rel:this|last|next} {u:unit|quarter|weekend}", relative.relative_unit),
    Form("<the>? {rel:past|coming|last|next|current} {u:unit|quarter|weekend} (?:<or><so>)?", relative.relative_unit),
    Form("<the> {u:unit|part|weekend} {way:before} {rel:last}", relative.second_unit),
    Form("<the> {u:unit|part|weekend} {way:after} {rel:next}", relative.second_unit),
    Form("<the> {rel:previous|following|same|next} {u:unit|quarter|weekend|weekday}", anaphora.anaphoric_unit),
    Form("<the> {u:unit|quarter} {rel:previous|before|after}", anaphora.anaphoric_unit),
    Form("{phase:earlier|later|early}? {rel:that} <same>? {u:unit|quarter|weekend}", anaphora.anaphoric_unit),
    Form("<the> {u:unit|weekend|quarter}", anaphora.definite_unit),
    Form("<the>? {phase:early|mid|earlier|later|end} <hyphen>? <in|of> <the> {u:unit|weekend|quarter}",
         anaphora.definite_unit),
    Form("<unit> (?:<apostrophe-s>|<hyphen>)? <end>", anaphora.year_end),
    Form("<the> {p:part}", anaphora.part_of_day),
    Form("{phase:mid} <hyphen>? {p:part}", anaphora.part_of_day),
    Form("{about:ABOUT}? " + COUNT + UNIT + "(?:<or><so>)? {dir:ago|back|earlier|later}", amounts.ago),
    Form("{about:ABOUT}? " + COUNT + UNIT + "{dir:FROM_NOW}", amounts.ago),
    Form("{n:a} {u:unit|hour} <or> <number> {dir:ago|back|earlier}", amounts.ago),
    Form("{about:ABOUT}? " + COUNT + UNIT + "<apostrophe-s> <time>", amounts.time_from_now),
    Form("{u:units|hours|unit} {dir:ago|back|earlier}", amounts.ago),
    Form("<the>? {rel:last|past|next|coming|previous|following} " + f"{COUNT}? {UNIT} (?:<or><so>)?",
         relative.last_units),
    Form("<the> (?:{first:ordinal}|{rel:latest}) " + f"{COUNT} {UNIT}", relative.last_units),
)  # fmt: skip
"""Times near the moment of writing, or near another one."""

LENGTHS = (
    Form("{about:ABOUT}? " + COUNT + f"(?:<more|full|whole|additional|other>)? {UNIT}", amounts.duration),
    Form(COUNT + UNIT, amounts.duration),
    Form("{n:number|day|integer|few} <hyphen>? {u:unit|hour} (?:<hyphen> <long>)?", amounts.duration),
    Form("<the> {n:number|day|few} {u:units|hours}", amounts.duration),
    Form("{about:ABOUT}? " + WHOLE + "<comma>? <and>? {n2:WHOLE} {u2:unit|units|hour|hours|second}",
         amounts.compound_duration),
    Form("{about:ABOUT}? " + WHOLE + "<comma>? {n2:WHOLE} {u2:unit|units|hour|hours} <comma>? <and>? "
         "{n3:WHOLE} {u3:unit|units|hour|hours|second}", amounts.compound_duration),
    Form("{about:ABOUT}? {n:a} {u:unit|hour} <and> <a> <half>", amounts.duration_and_half),
    Form("{about:ABOUT}? {n:half} <a> {u:unit|hour}", amounts.duration),
    Form("{about:ABOUT}? <a> <quarter> <of> <a> {u:unit}", amounts.quarter_of),
    Form("{u:units|hours}", amounts.bare_duration),
    Form("{u:units|hours} <hyphen> <long>", amounts.duration),
    Form("<its|their|the|a|his|her|our> {o:ordinal|nth|second} (?:<full>|<sort>)? {u:unit}", amounts.ordinal_spell),
)  # fmt: skip
"""Lengths of time."""

AGES = (
    Form("{about:ABOUT}? " + COUNT + " <hyphen>? {u:unit|units} <hyphen>? <old>", ages.age),
    Form("{n:number} <hyphen> {n2:number} <hyphen> {u:unit} <hyphen> <old>", ages.age),
    Form("(?:<the>? <aged> <of>?) {n:AGE}", ages.bare_age),
    Form(
        "<the|its|their|a|his|her|our>? {o:nth|ordinal|second} <occasion|feast-word>? <anniversary>", ages.anniversary
    ),
    Form(
        "<the|its|their|a|his|her|our>? <number> <hyphen>? {o:ordinal|second} <occasion|feast-word>? <anniversary>",
        ages.anniversary,
    ),
    Form(
        "<the|its|their|a|his|her|our>? {n:COUNT} <hyphen>? {u:unit} <occasion|feast-word>? <anniversary>",
        ages.anniversary,
    ),
    Form("<the|its|their|a|his|her|our>? {j:jubilee}", ages.anniversary),
    Form("<the|its|their|a|his|her|our>? {j:metal} <jubilee-word>", ages.anniversary),
    Form("<the|its|their|a|his|her|our>? {j:metal} <occasion>? <anniversary>", ages.anniversary),
)
"""Ages and anniversaries."""

HABITS = (
    Form("<every> {n:number|day|few|other}? {u:unit|units|hour|hours|part|season|quarter|quarters}", references.habit),
    Form("<every> {w:weekday} {p:part}?", references.habit),
    Form("<every> {m:month}", references.habit),
    Form("{w:weekdays} {p:parts}?", references.habit),
    Form("{w:weekday} {p:parts}", references.habit),
    Form("{h:habit}", references.habit),
)
"""What comes back."""

VAGUE = (
    Form("<more|very|most>? <reference>", references.reference),
    Form("<now>", references.reference),
    Form("<not> <so|that|very>? <long> <ago|since>", references.vague("PAST_REF")),
    Form("<long> <ago>", references.vague("PAST_REF")),
    Form("<a> <while|time> <ago|back>", references.vague("PAST_REF")),
    Form("<about> <time> <ago|back>", references.vague("PAST_REF")),
    Form("<before> <long>", references.vague("FUTURE_REF")),
    Form("<the> <other> <unit>", references.vague("PAST_REF")),
    Form("<the>? <very>? <near|immediate|foreseeable|distant> <future|past>", references.vague("FUTURE_REF")),
    Form("<the> <future>", references.unplaced("FUTURE_REF")),
    Form("<future> <units|quarters>", references.unplaced("FUTURE_REF")),
    Form("<the> <near|short|long> <hyphen>? <term>", references.unplaced("FUTURE_REF")),
    Form("<the> <past>", references.unplaced("PAST_REF")),
    Form("<the>? {rel:coming|recent} {u:units|hours|quarters}", references.recent_units),
    Form("<recent>", references.vague("PAST_REF")),
    Form("<current>", references.unplaced("PRESENT_REF")),
    Form("<these> <units>", references.unplaced("PRESENT_REF")),
    Form("<at> <the> <moment>", references.unplaced("PRESENT_REF")),
)  # fmt: skip
"""Words that stand for a time alone."""

HOUR = "{about:about}? {c:clock|day|integer} {ampm:ampm} <zone>?"
CLOCK = (
    Form(HOUR + "(?:<comma>?<on>? {w:weekday})?", references.clock_time),
    Form(HOUR + "{k:deictic}?", references.clock_time),
    Form(HOUR + "<comma>? <on>? {m:month} {d:day|nth}", references.clock_time),
    Form("{c:clock} <zone>? {w:weekday}?", references.clock_time),
    Form("{c:clock} <zone>? {k:deictic}?", references.clock_time),
    Form("{c:day|number} <o'clock>", references.clock_time),
    Form("{c:day|number|clock} <o'clock>? <in> <the> {half:part}", references.clock_time),
    Form("{noon:noon} (?:<on>? {w:weekday})?", references.clock_time),
    Form("{noon:noon} {k:deictic}?", references.clock_time),
)
"""Times of day."""

FIGURES = (Form("{date:slash-date}", figures.figures),)
"""Dates in figures."""

WITH_OTHER_WORDS = (Form("{date:FOREIGN}", figures.foreign_date),)
"""Dates in other languages; the only forms that hold words which are not of the vocabulary."""

FORMS: tuple[Form, ...] = (
    *CALENDAR, *FEASTS, *BUSINESS, *NEAR, *LENGTHS, *AGES, *HABITS, *VAGUE, *CLOCK, *FIGURES
)  # fmt: skip
"""All forms but the last; of several that match, the longest counts, then the first."""
