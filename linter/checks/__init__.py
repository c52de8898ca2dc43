"""The table of check kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.core.table import LazyTable

if TYPE_CHECKING:
    from linter.checks.base import Check

CHECKS: LazyTable[type[Check]] = LazyTable(
    {
        "acronym": "linter.checks.acronym:AcronymCheck",
        "age": "linter.checks.age:AgeCheck",
        "altered": "linter.checks.altered:AlteredCheck",
        "anchor": "linter.checks.anchor:AnchorCheck",
        "anniversary": "linter.checks.anniversary:AnniversaryCheck",
        "asymmetry": "linter.checks.asymmetry:AsymmetryCheck",
        "capital": "linter.checks.capital:CapitalCheck",
        "chain": "linter.checks.chain:ChainCheck",
        "change": "linter.checks.change:ChangeCheck",
        "clock-conflict": "linter.checks.clock_conflict:ClockConflictCheck",
        "conflict": "linter.checks.conflict:ConflictCheck",
        "conversion": "linter.checks.conversion:ConversionCheck",
        "corpus-date": "linter.checks.corpus_date:CorpusDateCheck",
        "corpus-figure": "linter.checks.corpus_figure:CorpusFigureCheck",
        "corpus-holder": "linter.checks.corpus_holder:CorpusHolderCheck",
        "corpus-name": "linter.checks.corpus_name:CorpusNameCheck",
        "date-order": "linter.checks.date_order:DateOrderCheck",
        "disclosure": "linter.checks.disclosure:DisclosureCheck",
        "escalation": "linter.checks.escalation:EscalationCheck",
        "event-date": "linter.checks.event_date:EventDateCheck",
        "guilt": "linter.checks.guilt:GuiltCheck",
        "headline-figure": "linter.checks.headline_figure:HeadlineFigureCheck",
        "headline-name": "linter.checks.headline_name:HeadlineNameCheck",
        "list-count": "linter.checks.list_count:ListCountCheck",
        "lost-day": "linter.checks.lost_day:LostDayCheck",
        "not-in-source": "linter.checks.not_in_source:NotInSourceCheck",
        "office-holder": "linter.checks.office_holder:OfficeHolderCheck",
        "pattern": "linter.checks.pattern:PatternCheck",
        "percent-total": "linter.checks.percent_total:PercentTotalCheck",
        "poll-lead": "linter.checks.poll_lead:PollLeadCheck",
        "poll-margin": "linter.checks.poll_margin:PollMarginCheck",
        "poll-percentage": "linter.checks.poll_percentage:PollPercentageCheck",
        "poll-shares": "linter.checks.poll_shares:PollSharesCheck",
        "prefer": "linter.checks.prefer:PreferCheck",
        "quote-mismatch": "linter.checks.quote_mismatch:QuoteMismatchCheck",
        "reversed-range": "linter.checks.reversed_range:ReversedRangeCheck",
        "scare-quotes": "linter.checks.scare_quotes:ScareQuotesCheck",
        "share": "linter.checks.share:ShareCheck",
        "single-source": "linter.checks.single_source:SingleSourceCheck",
        "span-length": "linter.checks.span_length:SpanLengthCheck",
        "spelling": "linter.checks.spelling:SpellingCheck",
        "stale": "linter.checks.stale:StaleCheck",
        "stance": "linter.checks.stance:StanceCheck",
        "support": "linter.checks.support:SupportCheck",
        "surname": "linter.checks.surname:SurnameCheck",
        "tense": "linter.checks.tense:TenseCheck",
        "title": "linter.checks.title:TitleCheck",
        "total": "linter.checks.total:TotalCheck",
        "unattributed": "linter.checks.unattributed:UnattributedCheck",
        "unbalanced": "linter.checks.unbalanced:UnbalancedCheck",
        "variant": "linter.checks.variant:VariantCheck",
        "weekday": "linter.checks.weekday:WeekdayCheck",
    }
)
"""Every check kind by the name that rules give in `check:`. To add one: its module, its line here, its test."""
