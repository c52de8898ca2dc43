"""The check kinds, and the table that names them."""

from __future__ import annotations

from collections.abc import Mapping

from linter.checks.acronym import AcronymCheck
from linter.checks.age import AgeCheck
from linter.checks.altered import AlteredCheck
from linter.checks.anchor import AnchorCheck
from linter.checks.anniversary import AnniversaryCheck
from linter.checks.asymmetry import AsymmetryCheck
from linter.checks.base import Check
from linter.checks.capital import CapitalCheck
from linter.checks.chain import ChainCheck
from linter.checks.change import ChangeCheck
from linter.checks.clock_conflict import ClockConflictCheck
from linter.checks.conflict import ConflictCheck
from linter.checks.conversion import ConversionCheck
from linter.checks.corpus_date import CorpusDateCheck
from linter.checks.corpus_figure import CorpusFigureCheck
from linter.checks.corpus_holder import CorpusHolderCheck
from linter.checks.corpus_name import CorpusNameCheck
from linter.checks.date_order import DateOrderCheck
from linter.checks.disclosure import DisclosureCheck
from linter.checks.escalation import EscalationCheck
from linter.checks.event_date import EventDateCheck
from linter.checks.guilt import GuiltCheck
from linter.checks.headline_figure import HeadlineFigureCheck
from linter.checks.headline_name import HeadlineNameCheck
from linter.checks.list_count import ListCountCheck
from linter.checks.lost_day import LostDayCheck
from linter.checks.not_in_source import NotInSourceCheck
from linter.checks.office_holder import OfficeHolderCheck
from linter.checks.pattern import PatternCheck
from linter.checks.percent_total import PercentTotalCheck
from linter.checks.poll_lead import PollLeadCheck
from linter.checks.poll_margin import PollMarginCheck
from linter.checks.poll_percentage import PollPercentageCheck
from linter.checks.poll_shares import PollSharesCheck
from linter.checks.prefer import PreferCheck
from linter.checks.quote_mismatch import QuoteMismatchCheck
from linter.checks.reversed_range import ReversedRangeCheck
from linter.checks.scare_quotes import ScareQuotesCheck
from linter.checks.share import ShareCheck
from linter.checks.single_source import SingleSourceCheck
from linter.checks.span_length import SpanLengthCheck
from linter.checks.spelling import SpellingCheck
from linter.checks.stale import StaleCheck
from linter.checks.stance import StanceCheck
from linter.checks.support import SupportCheck
from linter.checks.surname import SurnameCheck
from linter.checks.tense import TenseCheck
from linter.checks.title import TitleCheck
from linter.checks.total import TotalCheck
from linter.checks.unattributed import UnattributedCheck
from linter.checks.unbalanced import UnbalancedCheck
from linter.checks.variant import VariantCheck
from linter.checks.weekday import WeekdayCheck

CHECKS: Mapping[str, type[Check]] = {
    "acronym": AcronymCheck,
    "age": AgeCheck,
    "altered": AlteredCheck,
    "anchor": AnchorCheck,
    "anniversary": AnniversaryCheck,
    "asymmetry": AsymmetryCheck,
    "capital": CapitalCheck,
    "chain": ChainCheck,
    "change": ChangeCheck,
    "clock-conflict": ClockConflictCheck,
    "conflict": ConflictCheck,
    "conversion": ConversionCheck,
    "corpus-date": CorpusDateCheck,
    "corpus-figure": CorpusFigureCheck,
    "corpus-holder": CorpusHolderCheck,
    "corpus-name": CorpusNameCheck,
    "date-order": DateOrderCheck,
    "disclosure": DisclosureCheck,
    "escalation": EscalationCheck,
    "event-date": EventDateCheck,
    "guilt": GuiltCheck,
    "headline-figure": HeadlineFigureCheck,
    "headline-name": HeadlineNameCheck,
    "list-count": ListCountCheck,
    "lost-day": LostDayCheck,
    "not-in-source": NotInSourceCheck,
    "office-holder": OfficeHolderCheck,
    "pattern": PatternCheck,
    "percent-total": PercentTotalCheck,
    "poll-lead": PollLeadCheck,
    "poll-margin": PollMarginCheck,
    "poll-percentage": PollPercentageCheck,
    "poll-shares": PollSharesCheck,
    "prefer": PreferCheck,
    "quote-mismatch": QuoteMismatchCheck,
    "reversed-range": ReversedRangeCheck,
    "scare-quotes": ScareQuotesCheck,
    "share": ShareCheck,
    "single-source": SingleSourceCheck,
    "span-length": SpanLengthCheck,
    "spelling": SpellingCheck,
    "stale": StaleCheck,
    "stance": StanceCheck,
    "support": SupportCheck,
    "surname": SurnameCheck,
    "tense": TenseCheck,
    "title": TitleCheck,
    "total": TotalCheck,
    "unattributed": UnattributedCheck,
    "unbalanced": UnbalancedCheck,
    "variant": VariantCheck,
    "weekday": WeekdayCheck,
}
"""Every check kind by the name that rules give in `check:`. To add one: its module, its line here, its test."""
