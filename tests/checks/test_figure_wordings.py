"""The rules on polls and figures on wordings of all kinds: each fault is told once, and what is right is left alone."""

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


def reports(rule: str, text: str) -> int:
    whole = text if "\n\n" in text else f"A story about the place\n\n{text}"
    report = linter().lint([Input(Source("a.txt", whole), DATE)])
    return sum(diagnostic.rule == rule for diagnostic in report.diagnostics)


# ruff: noqa: E501

FAULTY: tuple[tuple[str, str], ...] = (
    (
        "polls/unnamed-pollster",
        "Fewer than a third of Tasmanians would swap the ferry for a tunnel, fresh polling suggests.",
    ),
    ("polls/unnamed-pollster", "Most Welsh farmers have thought of selling up, a poll has found."),
    ("polls/unnamed-pollster", "Surveys put the liberals' support in the low twenties, with 23 percent at best."),
    (
        "polls/unnamed-pollster",
        "In a nationwide survey, two in five nurses said they would leave the job within a year.",
    ),
    ("polls/unnamed-pollster", "The governor's approval has sunk to 31 percent, the latest poll shows."),
    ("polls/unnamed-pollster", "Polled last week, 54 percent of Corsicans opposed the bill."),
    ("polls/unnamed-pollster", "An opinion survey of 900 Bavarians puts the Greens at 17 percent."),
    ("polls/unnamed-pollster", "The exit poll gave the incumbent 51 percent."),
    ("polls/unnamed-pollster", "Voters who were surveyed outside supermarkets split 60 to 40 for the tax."),
    ("polls/unnamed-pollster", "She trails by nine points in the polls."),
    ("polls/unnamed-pollster", "According to a newspaper poll, 44 percent of Maltese hunt."),
    ("polls/unnamed-pollster", "Half of those questioned in a street poll could not name the mayor."),
    ("polls/unnamed-pollster", "An internal poll seen by this newspaper has the senator at 38 percent."),
    ("polls/missing-disclosure", "A Voxmeter survey gives the Moderates 9 percent."),
    (
        "polls/missing-disclosure",
        "Konda's survey has the ruling party at 33 percent. Its staff knocked on 2,700 doors across Turkey, and the figures are good to within 1.9 points.",
    ),
    (
        "polls/missing-disclosure",
        "YouGov polled British adults online on 4 and 5 May 2023. The YouGov poll shows 44 percent in favor.",
    ),
    ("polls/margin-of-error", "The telephone survey of 1,000 adults by Norrsken has a margin of error of 1.5 points."),
    (
        "polls/margin-of-error",
        "Norrsken rang 600 households. Figures are accurate to plus or minus one percentage point.",
    ),
    (
        "polls/margin-of-error",
        "Ekos spoke with 2,500 Quebecers; with 19 times out of 20 certainty, the error is ±6.5 per cent.",
    ),
    ("polls/margin-of-error", "The poll of 1500 people has a margin of error of 0.5 points."),
    (
        "polls/lead-within-margin",
        "In the poll, Ms. Ode is ahead of Mr. Brack by 45 percent to 43. The margin of error is 3 points.",
    ),
    (
        "polls/lead-within-margin",
        "The survey has the yes camp leading with 50 percent against 48, with a sampling error of four points.",
    ),
    (
        "polls/lead-within-margin",
        "Mr. Brack has opened a two-point lead, the poll shows; it has a margin of error of plus or minus 3.5 points.",
    ),
    ("polls/impossible-percentage", "Of the 30 pharmacists who took part in the survey, 58 percent had run out."),
    ("polls/impossible-percentage", "Just 14% of the 12 harbor pilots questioned for the survey felt safe."),
    ("polls/impossible-percentage", "The union polled its 16 drivers: 30 percent wanted to strike."),
    (
        "polls/shares-exceed-100",
        "In the poll 52 percent said they were for the merger, 41 percent against and 13 percent did not know.",
    ),
    (
        "polls/shares-exceed-100",
        "Asked for whom they would vote, 38 percent named Ode, 35 percent Brack, 22 percent Lunt and 11 percent were undecided, the poll found.",
    ),
    ("numbers/percent-of", "Wardens ticketed 45 of the 180 vans they stopped (35%)."),
    ("numbers/change", "Bookings climbed from 640 to 800, a 20 percent jump."),
    ("numbers/change", "The herd has tripled, from 40 beasts to 90."),
    ("numbers/change", "Rents slid 10% from €900 to €765."),
    ("numbers/total-mismatch", "The crew of 19, eleven Filipinos and nine Greeks, was winched off."),
    ("numbers/total-mismatch", "The museum lost 40 objects: 22 coins, 11 rings and 9 spoons."),
    ("numbers/fraction-mismatch", "Two thirds of the wells (52%) are dry."),
    ("numbers/fraction-mismatch", "A quarter of the beds, or 40 percent, stand empty."),
    ("numbers/fraction-mismatch", "A majority of the members, 212 of 430, voted for it."),
    ("numbers/percent-points", "Unemployment went from 4% to 6%, a rise of 2%."),
    ("numbers/percent-points", "The levy goes up by 3 percent, from 12 to 15 percent."),
    ("numbers/unit-conversion", "The tunnel is 14 km (12 miles) long."),
    ("numbers/unit-conversion", "He weighs 90 kilograms, or 150 pounds."),
    ("numbers/reversed-range", "Repairs will take from 12 to eight weeks."),
    ("numbers/reversed-range", "Tickets cost between $90 and $40."),
    ("numbers/list-count", "She named three culprits: salt, frost, neglect and haste."),
    (
        "numbers/percent-total",
        "The fund puts 50 percent of its money in bonds, 40 percent in shares and the remaining 20 percent in land.",
    ),
    ("numbers/percent-total", "Grain makes up 45% of the cargo, ore 38%, and timber the remaining 27%."),
    (
        "numbers/conflicting-figure",
        "Ferry Sinks With 14 Cars\n\nA ferry sank off Lagos with 41 cars aboard on Monday, the port said.",
    ),
    (
        "headline/unsupported-figure",
        "Storm fells 300 trees in Riga\n\nA storm felled 240 trees in Riga on Sunday, the city said. Two cars were hit.",
    ),
)

SOUND: tuple[tuple[str, str], ...] = (
    (
        "polls/unnamed-pollster",
        "Fewer than a third of Tasmanians would swap the ferry for a tunnel, fresh EMRS polling suggests.",
    ),
    ("polls/unnamed-pollster", "Most Welsh farmers have thought of selling up, a poll for Farm Weekly has found."),
    (
        "polls/unnamed-pollster",
        "In a nationwide survey run by the Nurses' League, two in five nurses said they would leave the job within a year.",
    ),
    ("polls/unnamed-pollster", "The governor's approval has sunk to 31 percent, Gallup's latest poll shows."),
    ("polls/unnamed-pollster", "Polled last week by Ifop, 54 percent of Corsicans opposed the bill."),
    (
        "polls/unnamed-pollster",
        "An opinion survey of 900 Bavarians by the institute Civey puts the Greens at 17 percent.",
    ),
    (
        "polls/unnamed-pollster",
        "The exit poll, carried out by Ipsos for the public broadcaster, gave the incumbent 51 percent.",
    ),
    ("polls/unnamed-pollster", "A seabed survey found 40 percent of the cable exposed."),
    ("polls/unnamed-pollster", "Polling places in Lima opened at eight; 60 percent had voted by noon."),
    (
        "polls/unnamed-pollster",
        "The surveyor said 30 percent of the beams were rotten, according to the building survey.",
    ),
    ("polls/unnamed-pollster", "The council will commission a poll on the name of the bridge."),
    (
        "polls/unnamed-pollster",
        "Researchers from Aalto University surveyed 1,300 commuters; 62 percent said they stand all the way.",
    ),
    ("polls/unnamed-pollster", "According to a poll in the Times of Malta, 44 percent of Maltese hunt."),
    ("polls/unnamed-pollster", "Our survey of readers shows that 70 percent want the crossword back."),
    ("polls/unnamed-pollster", "The bank's quarterly survey of firms shows 40 percent expect to hire."),
    ("polls/unnamed-pollster", "A YouGov/Sky News survey has Labour on 41 percent."),
    (
        "polls/unnamed-pollster",
        "Nine in ten Icelanders trust the coast guard, a survey shows. Maskína carried out the survey in March.",
    ),
    (
        "polls/missing-disclosure",
        "Survation questioned 2,012 Scots by phone between 3 and 7 June 2021; 52 percent were against. The margin of error is 2.2 points. The Survation poll was paid for by the Herald.",
    ),
    (
        "polls/missing-disclosure",
        "YouGov polled 1,700 British adults online on 4 and 5 May 2023. The YouGov poll shows 44 percent in favor.",
    ),
    (
        "polls/missing-disclosure",
        "A Nanos poll, which phoned 1,000 Canadian adults from May 2 to May 5, 2022, has the Liberals at 33 percent, with an error of 3.1 points up or down.",
    ),
    (
        "polls/missing-disclosure",
        "In the Quinnipiac poll, taken by telephone from Jan. 4 to Jan. 8, 2017, of 899 registered voters, 45 percent approved. The sampling error was plus or minus 3.3 points.",
    ),
    (
        "polls/missing-disclosure",
        "Pulse Asia says 64 percent of Filipinos approve. The firm's poll was held from 2 to 6 March 2021 in face-to-face interviews with 2,400 adults and has a ±2% error margin.",
    ),
    ("polls/margin-of-error", "The telephone survey of 1,000 adults by Norrsken has a margin of error of 3 points."),
    (
        "polls/margin-of-error",
        "Norrsken rang 600 households. Figures are accurate to plus or minus four percentage points.",
    ),
    (
        "polls/margin-of-error",
        "Ekos spoke with 2,500 Quebecers; the result is good 19 times out of 20 to within ±2 per cent.",
    ),
    ("polls/margin-of-error", "The poll of 1500 people has a margin of error of 2.5 points."),
    (
        "polls/lead-within-margin",
        "In the poll, Ms. Ode is ahead of Mr. Brack by 49 percent to 43. The margin of error is 3 points.",
    ),
    (
        "polls/lead-within-margin",
        "The survey has the yes camp level with the no camp, 50 percent against 48, with a sampling error of four points.",
    ),
    (
        "polls/lead-within-margin",
        "Mr. Brack has opened a nine-point lead, the poll shows; it has a margin of error of plus or minus 3.5 points.",
    ),
    ("polls/impossible-percentage", "Of the 30 pharmacists who took part in the survey, 57 percent had run out."),
    ("polls/impossible-percentage", "Just 17% of the 12 harbor pilots questioned for the survey felt safe."),
    ("polls/impossible-percentage", "The union polled its 16 drivers: 31 percent wanted to strike."),
    (
        "polls/shares-exceed-100",
        "In the poll 52 percent said they were for the merger, 41 percent against and 7 percent did not know.",
    ),
    (
        "polls/shares-exceed-100",
        "Asked for whom they would vote, 38 percent named Ode, 35 percent Brack, 16 percent Lunt and 11 percent were undecided, the poll found.",
    ),
    ("numbers/percent-of", "Wardens ticketed 45 of the 180 vans they stopped (25%)."),
    ("numbers/change", "Bookings climbed from 640 to 800, a 25 percent jump."),
    ("numbers/change", "The herd has tripled, from 30 beasts to 90."),
    ("numbers/change", "Rents slid 15% from €900 to €765."),
    ("numbers/total-mismatch", "The crew of 19, eleven Filipinos and eight Greeks, was winched off."),
    ("numbers/total-mismatch", "The museum lost 42 objects: 22 coins, 11 rings and 9 spoons."),
    ("numbers/fraction-mismatch", "Two thirds of the wells (66%) are dry."),
    ("numbers/fraction-mismatch", "A majority of the members, 232 of 430, voted for it."),
    ("numbers/percent-points", "Unemployment went from 4% to 6%, a rise of two percentage points."),
    ("numbers/unit-conversion", "The tunnel is 14 km (9 miles) long."),
    ("numbers/unit-conversion", "He weighs 90 kilograms, or 198 pounds."),
    ("numbers/reversed-range", "Repairs will take from eight to 12 weeks."),
    ("numbers/list-count", "She named four culprits: salt, frost, neglect and haste."),
    (
        "numbers/percent-total",
        "The fund puts 40 percent of its money in bonds, 40 percent in shares and the remaining 20 percent in land.",
    ),
    (
        "numbers/conflicting-figure",
        "Ferry Sinks With 14 Cars\n\nA ferry sank off Lagos with 14 cars aboard on Monday, the port said.",
    ),
    (
        "headline/unsupported-figure",
        "Storm fells 240 trees in Riga\n\nA storm felled 240 trees in Riga on Sunday, the city said. Two cars were hit.",
    ),
    (
        "headline/unsupported-figure",
        "Mill to shed a fifth of its jobs\n\nThe mill will shed 120 of its 600 jobs by May, its owner said.",
    ),
)


@pytest.mark.parametrize(("rule", "text"), FAULTY)
def test_a_fault_is_told_once(rule: str, text: str) -> None:
    assert reports(rule, text) == 1


@pytest.mark.parametrize(("rule", "text"), SOUND)
def test_what_is_right_is_left_alone(rule: str, text: str) -> None:
    assert reports(rule, text) == 0
