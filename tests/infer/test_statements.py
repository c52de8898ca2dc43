"""How sure statements are, and which are about one thing."""

from __future__ import annotations

from linter.annotation.annotators import annotator_triggers, make_article
from linter.annotation.article import Article
from linter.core.source import Source
from linter.document.formats import parse
from linter.infer.speech.certainty import Wording
from linter.infer.speech.sameness import same
from linter.infer.speech.statements import Doubted, Sure, doubted, said, sure
from linter.match.automaton import compile_triggers

WORDING = Wording(
    doubts=(r"\b(?:may|might|could) (?:be (?:an? )?)?", r"\bbelieves that\b"),
    accusations=(r"\baccused [^;.]{2,60}? of\b",),
    refusals=(r"\bcannot imagine\b",),
    presuppositions=(r"\b(?:the fact that|now that) (?P<claim>[^,;.]+)",),
    reasons=(r"^because (?P<claim>[^,;.]+)(?=,)",),
    inferences=(r"\bit suggests that (?P<claim>[^,;.]+)",),
    hedges=("could", "if", "may", "might", "possible", "threat", "would"),
    effects=("cost", "has", "is"),
    commitments=("decision",),
    intensifiers=("direct",),
    families=(("close", "closing", "closure", "shut"), ("refuse", "refusal", "unwilling")),
)


def article_of(text: str) -> Article:
    return make_article(parse(Source("a.txt", text)), compile_triggers(annotator_triggers()))


def doubts_of(text: str) -> list[Doubted]:
    article = article_of(text)
    return [doubt for sentence in article.sentences for doubt in doubted(article, sentence, WORDING)]


def sure_of(text: str) -> list[tuple[str, str]]:
    article = article_of(text)
    return [(s.surety, article.words(s.span)) for each in article.sentences for s in sure(article, each, WORDING)]


def shared(doubtful: str, certain: str) -> frozenset[str]:
    article = article_of(f"Title\n\n{certain}")
    later: list[Sure] = [s for each in article.sentences[1:] for s in sure(article, each, WORDING)]
    (doubt,) = doubts_of(doubtful)
    return max((same(doubt, each, WORDING) for each in later), key=len, default=frozenset())


def test_a_doubt_has_its_kind_its_verb_and_its_words() -> None:
    (doubt,) = doubts_of("The plant might close its foundry, the owner said.")
    assert (doubt.kind, doubt.verb, doubt.clause) == ("doubt", {"+close"}, {"+close", "foundri"})
    (charge,) = doubts_of("He accused the harbor chief, Viktor Dorn, of taking bribes.")
    assert (charge.kind, charge.verb) == ("accusation", {"bribe"})
    (will,) = doubts_of("She cannot imagine a tour of the south.")
    assert will.kind == "refusal"
    assert "+refus" in will.verb


def test_a_noun_after_a_copula_is_no_verb() -> None:
    (doubt,) = doubts_of("The ranger believes that the bear is a female.")
    assert doubt.verb == {"bear"}
    assert "femal" in doubt.head


def test_the_ways_of_being_sure() -> None:
    assert ("named", "The closure of the foundry") in sure_of("Title\n\nThe closure of the foundry has cost 40 jobs.")
    assert ("presupposed", "Now that the dam leaks") in sure_of("Title\n\nNow that the dam leaks, they leave.")
    assert ("reasoned", "Because the dam leaks") in sure_of("Title\n\nBecause the dam leaks, they leave.")
    assert ("stated", "It lowers the risk of a stroke") in sure_of("Title\n\nIt lowers the risk of a stroke.")
    assert ("listed", "Lower fees") in sure_of("Title\n\nWhat it brings:\n\n- Lower fees\n- More jobs\n")
    assert "inferred" in {
        kind for kind, _ in sure_of("Title\n\nHe spoke, and it suggests that she is unwilling to go.")
    }


def test_what_is_hedged_is_not_sure() -> None:
    assert sure_of("Title\n\nThe possible closure of the foundry has cost 40 jobs.") == []
    assert not any(kind == "presupposed" for kind, _ in sure_of("Title\n\nThe fact that it may rain is known."))
    assert not any(kind == "named" for kind, _ in sure_of("Title\n\nThe closure of the foundry is possible."))


def test_an_intensifier_makes_a_hedged_thing_more_than_was_said() -> None:
    phrase = "Its possible direct rule"
    assert ("named", phrase) in sure_of(f"Title\n\n{phrase} has angered the clans.")


def test_the_same_thing_shares_its_verb_and_another_word() -> None:
    doubt = "The plant might close its foundry, the owner said."
    assert shared(doubt, "The closure of the foundry has cost 40 jobs.") == {"+close", "foundri"}
    assert shared(doubt, "The closure of the school has cost 40 jobs.") == frozenset()
    assert shared(doubt, "The paint of the foundry has cost 40 crowns.") == frozenset()


def test_a_charge_needs_the_one_who_is_charged() -> None:
    doubt = "He accused the chief, Viktor Dorn, of taking bribes from a builder."
    assert shared(doubt, "Dorn's bribes from the builder has cost him his job.")
    assert shared(doubt, "The bribes from the builder has cost him his job.") == frozenset()


def test_what_is_said_is_sure_only_when_presupposed() -> None:
    article = article_of("Title\n\nThe company said that the pipes hold no lead.")
    (claim,) = said(article, WORDING)
    later = article_of("Title\n\nThe fact that the pipes hold no lead is a comfort.")
    presupposed = next(s for each in later.sentences for s in sure(later, each, WORDING) if s.surety == "presupposed")
    assert same(claim, presupposed, WORDING) == {"pipe", "hold", "lead"}
