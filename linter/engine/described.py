"""Annotations as plain dicts, for the public interface and `factlint annotate`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from linter.annotation.article import Article
from linter.annotation.model import Attribution, Name, Poll, Quantity, Quotation, TimeMention
from linter.core.span import Span
from linter.infer.clock import Clock, clock_of
from linter.infer.reasons import Reason


def described(article: Article) -> Iterator[dict[str, Any]]:
    """All annotations of an article, sorted by place; spans are [start, end] in code points of the source."""
    made = [
        *(_time(article, time) for time in article.times),
        *(_quantity(article, quantity) for quantity in article.quantities if quantity.kind not in ("age", "ordinal")),
        *(_quotation(article, quotation) for quotation in article.quotations),
        *(_attribution(article, attribution) for attribution in article.attributions),
        *(_poll(article, poll) for poll in article.polls),
        *(_name(article, name) for name in article.names),
        *_clock(article, clock_of(article)),
    ]
    yield from sorted(made, key=lambda each: (each["start"], each["end"], each["kind"]))


def _placed(article: Article, kind: str, span: Span) -> dict[str, Any]:
    source = article.document.source
    place = article.document.prose.to_source(span.start, span.end)
    position = source.position(place.start)
    return {
        "kind": kind,
        "start": place.start,
        "end": place.end,
        "text": article.words(span),
        "line": position.line,
        "column": position.column,
    }


def _pair(article: Article, span: Span | None) -> list[int] | None:
    if span is None:
        return None
    place = article.document.prose.to_source(span.start, span.end)
    return [place.start, place.end]


def _time(article: Article, time: TimeMention) -> dict[str, Any]:
    return {
        **_placed(article, time.role or "time", time.span),  # TIMEX3 leaves ages and anniversaries out
        "type": time.type,
        "value": time.value,
        "earliest": _iso(time.earliest),
        "latest": _iso(time.latest),
    }


def _iso(day: datetime.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _quantity(article: Article, quantity: Quantity) -> dict[str, Any]:
    return {
        **_placed(article, "quantity", quantity.span),
        "value": _number(quantity.value),
        "low": _number(quantity.low),
        "high": None if quantity.high is None else _number(quantity.high),
        "unit": quantity.unit,
        "of": quantity.of,
    }


def _number(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else round(float(value), 6)


def _quotation(article: Article, quotation: Quotation) -> dict[str, Any]:
    return {**_placed(article, "quotation", quotation.span), "speaker": article.voice(quotation.inner).speaker}


def _attribution(article: Article, attribution: Attribution) -> dict[str, Any]:
    return {
        **_placed(article, "attribution", attribution.cue),
        "cue": _pair(article, attribution.cue),
        "source": _pair(article, attribution.source),
        "content": _pair(article, attribution.content),
    }


def _name(article: Article, name: Name) -> dict[str, Any]:
    return {**_placed(article, "name", name.span), "type": name.type, "canonical": name.canonical}


def _poll(article: Article, poll: Poll) -> dict[str, Any]:
    items = ("pollster", "sponsor", "sample", "dates", "population", "mode", "margin")
    spans = {item: getattr(poll, item) for item in items}
    return {
        **_placed(article, "poll", poll.span),
        **{item: None if span is None else article.words(span) for item, span in spans.items()},
    }


def _clock(article: Article, clock: Clock) -> Iterator[dict[str, Any]]:
    """When the article was written, at its first line; nothing where nothing tells."""
    if clock.because or clock.conflict:
        span = article.document.first_span
        position = article.document.source.position(span.start)
        yield {
            "kind": "clock",
            "start": span.start,
            "end": span.end,
            "text": article.document.source.text[span.start : span.end],
            "line": position.line,
            "column": position.column,
            "earliest": _iso(clock.earliest),
            "latest": _iso(clock.latest),
            "because": [_reason(article, reason) for reason in clock.because],
            "conflict": [_reason(article, reason) for reason in clock.conflict],
        }


def _reason(article: Article, reason: Reason) -> str:
    told = f"{reason.words}: {reason.allowed}"
    if reason.span is None:
        return told
    source, place = article.document.source, article.document.prose.to_source(reason.span.start, reason.span.end)
    position = source.position(place.start)
    return f"{position.line}:{position.column} {told}"
