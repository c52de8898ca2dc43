"""The rules on figures, polls and headlines on constructions of one class each, wrong and right."""

from __future__ import annotations

import datetime
from functools import lru_cache

import pytest

from linter.core.source import Source
from linter.engine.api import rules_of
from linter.engine.lint import Input, Linter

DATE = datetime.date(2023, 5, 10)


@lru_cache(maxsize=1)
def linter() -> Linter:
    return Linter(rules_of(("polls", "numbers", "headline")))


def reported(rule: str, text: str) -> list[str]:
    whole = text if "\n\n" in text else f"A story about the place\n\n{text}"
    report = linter().lint([Input(Source("a.txt", whole), DATE)])
    return [each.text for each in report.diagnostics if each.rule == rule]


# ruff: noqa: E501

FAULTY: tuple[tuple[str, str, str], ...] = (
    ("numbers/change", "Membership of the choir rose from 400 to 500, a rise of a third.", "rise of a third"),
    ("numbers/change", "The herd fell by two thirds, from 900 to 600.", "fell by two thirds"),
    ("numbers/change", "Arrests dropped to 90 from 120 in 2021, down a third, the sheriff said.", "down a third"),
    ("numbers/percent-points", "Turnout fell from 41% in 2019 to 35% on Feb. 12, a 6% drop.", "6% drop"),
    ("numbers/percent-total", "In 2022, cars made up 61 percent of traffic on the bridge, trucks 30 percent and bicycles 19 percent.", "61 percent"),
    ("numbers/percent-total", "Last year 55 percent of the district's power came from the dam, 30 percent from gas and 25 percent from straw.", "55 percent"),
    ("numbers/total-mismatch", "The fleet of 30 boats consists of 12 trawlers, nine ferries and eight tugs.", "30"),
    ("numbers/total-mismatch", "A convoy of 40 vehicles, comprising 25 lorries and 14 cars, left at dawn.", "40"),
    ("numbers/fraction-mismatch", "The fund bought 38 percent of the airline, a majority stake, in May.", "a majority stake"),
    ("numbers/fraction-mismatch", "The fund holds a minority shareholding of 62 percent in the airline.", "a minority shareholding"),
    ("numbers/reversed-range", "Salaries from $90,000 to $40,000 a year are on offer.", "from $90,000 to $40,000"),
    ("numbers/list-count", "The inspector found four faults: the brakes were worn, the horn was missing and the driver had no licence.", "four faults"),
    ("numbers/list-count", "The minister has two reasons to wait: first, the bridge is old; second, nobody pays; and third, the river is high.", "two reasons"),
    ("numbers/list-count", "The line will serve four towns (Ribe, Esbjerg and Varde) from May.", "four towns"),
    ("numbers/list-count", "The line will serve four towns, namely Ribe, Esbjerg and Varde.", "four towns"),
    ("numbers/list-count", "Two things failed at the mill. First, the belt tore at 4 a.m. Second, the bell was off. Third, the guard slept.", "Two things"),
    ("numbers/conflicting-figure", "A new tunnel will cost 38 million kroner.\n\nThe tunnel, which will cost 36 million kroner, opens in May.\n\nNobody uses the lift.", "36 million kroner"),
    ("numbers/conflicting-figure", "New bridge\n\nA bridge 340 metres long will link the isles.\n\nThe bridge, 360 metres long, is to open in May.", "360 metres"),
    ("numbers/conflicting-figure", "New hut\n\nThe hut lies at 1,370 metres.\n\nThe hut, at 1,730 metres, is closed until Easter.", "1,730 metres"),
    ("polls/impossible-percentage", "The union wrote to its 30 pilots, and 20 responded. Only 33 percent were content.", "33 percent"),
    ("polls/impossible-percentage", "In May, 16 lifeguards were questioned by the Tern Institute. Of them, 40 percent cannot dive.", "40 percent"),
    ("polls/shares-exceed-100", "In a Norrsken poll of voters, 41% would choose Lund, Bro 33, Dahl 18 and another 15 are undecided.", "41%"),
    ("headline/unsupported-figure", "Storm Odette fells five in Arcos park\n\nStorm Odette felled four old oaks in the park of Arcos on Sunday, the gardener said.", "five"),
    ("headline/unsupported-figure", "Dahl saves four as Lagoa stays up\n\nIda Dahl saved three penalties, and Lagoa beat Vilamar 3-1 on Saturday.", "four"),
    ("headline/unsupported-name", "Iweala-Reyes opens sea water plant\n\nA plant that makes drinking water from the sea was opened at the port on Saturday by the water minister.", "Iweala-Reyes"),
    ("numbers/total-mismatch", "Rain\n\nOf the 14 barns, nine were repaired, three were torn down and one sank.", "14"),
    ("numbers/total-mismatch", "Rain\n\nThe 22 guests included 12 adults and 11 children.", "22"),
    ("numbers/fraction-mismatch", "Cold\n\nThe report says that one in four houses (38 percent) has no stove.", "one in four"),
    ("numbers/change", "Oats\n\nOutput fell 25 percent to 60,000 tons; a year ago it was 100,000 tons.", "fell 25 percent"),
    ("numbers/conflicting-figure", "Ship\n\nThe yacht was sailing with nine crew members when it hit a reef.\n\nAll seven crew members were lifted off.", "seven crew members"),
    ("numbers/conflicting-figure", "Fire\n\nThe fire burned 340 hectares above Lom.\n\nMost of the 430 hectares of forest that burned belong to the state.", "430 hectares"),
    ("polls/shares-exceed-100", "Tunnel\n\nThe tunnel is supported by 58 percent in the Norrsken poll and opposed by 47 percent.", "58 percent"),
)  # fmt: skip

RIGHT: tuple[tuple[str, str], ...] = (
    ("numbers/change", "Membership of the choir rose from 400 to 600, an increase of half."),
    ("numbers/change", "Arrests dropped to 90 from 120, half the fall of the year before."),
    ("numbers/percent-total", "Trains carry 60 percent of freight in Austria, 45 percent in Norway and 20 percent in Spain."),
    ("numbers/total-mismatch", "The herd, which numbers 100 animals, is composed of 40 cows and 60 calves."),
    ("numbers/fraction-mismatch", "The heirs sold a minority stake (42%) in the brewer."),
    ("numbers/reversed-range", "The wind brought temperatures from 30 to 12 degrees."),
    ("numbers/list-count", "The report names two faults: the dam was old, the gate was stuck, it said, and nobody had looked."),
    ("numbers/list-count", "There were three reasons. First, cost; second, time. The third was pride."),
    ("numbers/list-count", "The mayor has two fears: that the dam, which is old, breaks, and that nobody notices."),
    ("numbers/conflicting-figure", "New bridge\n\nA bridge 340 metres long will link the isles.\n\nThe bridge, 43 metres wide, lies 430 metres from the church."),
    ("numbers/conflicting-figure", "Two buys\n\nThe company paid $30 million for the mill. It is old.\n\nThe company paid $5 million for the dam."),
    ("polls/impossible-percentage", "In May, 16 lifeguards were questioned by the Tern Institute. 38 percent cannot dive."),
    ("polls/shares-exceed-100", "In a Norrsken poll of voters, 41% would choose Lund, Bro 33, Dahl 18 and another 8 are undecided."),
    ("polls/unnamed-pollster", "Pollsters at Norrsken put the Centre at 31 percent, with the Greens on 24."),
    ("polls/unnamed-pollster", "Some 58 percent of drivers would pay more, according to a survey published on Monday from the Drivers' League."),
    ("headline/unsupported-figure", "Ruiz names four to bank board\n\nAna Ruiz named three women and a man to the board of the bank on Monday."),
    ("headline/unsupported-name", "Ex-minister opens sea water plant\n\nA plant that makes drinking water from the sea was opened at the port on Saturday by a former minister."),
    ("numbers/total-mismatch", "Noon\n\nThe group has 12 firms, three in Asia and four in Africa."),
    ("numbers/percent-total", "School\n\nThe school is 60 percent rural and 55 percent female."),
    ("numbers/conflicting-figure", "War\n\nRebels killed nine soldiers on Tuesday, the army said.\n\nOn Sunday, rebels killed 14 soldiers near Lom."),
    ("numbers/conflicting-figure", "Aid\n\nThe charity raised $3 million for the flood.\n\nThe charity, which raised $2 million for the hospital, was founded by nuns."),
    ("numbers/conflicting-figure", "Crew\n\nA crew of five left Lom.\n\nA boat took off the three crew members who were ill."),
    ("numbers/list-count", "Team\n\nBerg, Lind and Dahl were the two women and one man on the team."),
    ("polls/shares-exceed-100", "Vote\n\nThe Norrsken poll of voters found that Lom had 61 percent in favour, Vik 50 percent and Sogn 45 percent."),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "words"), FAULTY)
def test_a_fault_is_reported_once_at_its_words(rule: str, text: str, words: str) -> None:
    assert reported(rule, text) == [words]


@pytest.mark.parametrize(("rule", "text"), RIGHT)
def test_what_is_right_is_left_alone(rule: str, text: str) -> None:
    assert reported(rule, text) == []
