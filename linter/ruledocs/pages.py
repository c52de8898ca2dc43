"""The documentation of rules as Markdown pages: an index, a page a pack, a page a rule, a page on the JSON form.

The same rules give the same bytes: nothing of the machine, the day or the place goes in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from linter.ruledocs.markdown import LANGUAGES, block, bullets, code, joined, plain_text, prose, table
from linter.ruledocs.parameters import Parameter, nested, parameters
from linter.ruledocs.record import ExampleRecord, ParameterRecord, RuleRecord
from linter.ruleset.rulefile import Pack

MARK = "<!-- Made by `factlint docs`; changes are lost. -->"
"""The first line of every page."""

INDEX, JSON_PAGE, PACK_PAGE = "index.md", "rules-json.md", "index.md"

SHORT = 80
"""Code points of a value that a table shows; of a longer one it says how much there is."""

LEVELS = {
    "error": "proved by arithmetic, the calendar or the fact base",
    "warning": "wants an editor's eye",
    "note": "a matter of style",
}


class Page(Struct, frozen=True):
    """A file to write: its path below the folder, with slashes, and its text."""

    path: str
    text: str


def pages(rules: Iterable[RuleRecord], packs: Iterable[Pack], kinds: Mapping[str, type]) -> Iterator[Page]:
    """All pages, sorted by path; `kinds` are the check kinds by name."""
    ordered = tuple(sorted(rules, key=lambda rule: rule.id))
    titles = {pack.name: pack for pack in packs}
    names = sorted({rule.pack for rule in ordered})
    made = [
        _index(ordered, names, titles),
        _json_page(),
        *(_pack_page(name, titles.get(name), [rule for rule in ordered if rule.pack == name]) for name in names),
        *(_rule_page(rule, kinds.get(rule.check), {each.id for each in ordered}) for rule in ordered),
    ]
    yield from sorted(made, key=lambda page: page.path)


def rule_table(rules: Iterable[RuleRecord], folder: str = "") -> str:
    """A table of rules, each with a link to its page below a folder."""
    rows = [(f"[{rule.id}]({folder}{_name(rule)}.md)", rule.level, plain_text(rule.title)) for rule in rules]
    return table(("rule", "level", "what it reports"), rows)


def pack_table(rules: Iterable[RuleRecord], packs: Iterable[Pack]) -> str:
    """A table of packs with the names of their rules: the rule index of the README."""
    names: dict[str, list[str]] = {}
    for rule in rules:
        names.setdefault(rule.pack, []).append(code(_name(rule)))
    titles = {pack.name: plain_text(pack.title) for pack in packs}
    rows = [(f"**{pack}**", titles.get(pack, ""), ", ".join(names[pack])) for pack in sorted(names)]
    return table(("pack", "what it looks after", "rules"), rows) + "\n"


def _index(rules: tuple[RuleRecord, ...], names: list[str], titles: Mapping[str, Pack]) -> Page:
    parts = [MARK, "# Rules", f"{len(rules)} rules in {len(names)} packs. Tools read them [as JSON]({JSON_PAGE})."]
    parts.append(bullets(f"**{level}**: {words}" for level, words in LEVELS.items()))
    for name in names:
        parts.append(f"## [{name}]({name}/{PACK_PAGE})")
        parts.append(plain_text(titles[name].description) if name in titles else "")
        parts.append(rule_table((rule for rule in rules if rule.pack == name), f"{name}/"))
    return Page(INDEX, joined(parts))


def _pack_page(name: str, pack: Pack | None, rules: list[RuleRecord]) -> Page:
    said = (plain_text(pack.description), f"Version {pack.version}, {pack.license}.") if pack else ()
    heading = f"# {name}: {plain_text(pack.title)}" if pack else f"# {name}"
    return Page(f"{name}/{PACK_PAGE}", joined([MARK, heading, *said, rule_table(rules), "[All rules](../index.md)"]))


def _rule_page(rule: RuleRecord, kind: type | None, known: set[str]) -> Page:
    parts = [MARK, f"# {rule.id}", f"**{plain_text(rule.title)}**", _facts(rule, known), prose(rule.docs)]
    parts.extend(_examples(rule))
    parts.extend(_check_part(rule, kind))
    if rule.references:
        parts += ["## References", bullets(f"<{reference}>" for reference in rule.references)]
    parts.append(f"[All rules of {rule.pack}]({PACK_PAGE}) · [all rules](../{INDEX})")
    return Page(f"{rule.pack}/{_name(rule)}.md", joined(parts))


def _facts(rule: RuleRecord, known: set[str]) -> str:
    near = {"words": "where it reports the same words", "sentence": "where it reports the same sentence"}
    yields = [f"{_link(name, known)} ({near[within]})" for name, within in rule.yields_to.items()]
    rows = [
        ("level", f"{rule.level} ({LEVELS.get(rule.level, '')})"),
        ("confidence", rule.confidence),
        ("message", code(rule.message)),
        ("tags", ", ".join(code(f"tag:{tag}") for tag in rule.tags)),
        ("builds on", _link(rule.extends, known) if rule.extends else ""),
        ("replaces", ", ".join(code(name) for name in rule.replaces)),
        ("formerly", ", ".join(code(name) for name in rule.formerly)),
        ("yields to", ", ".join(yields)),
    ]
    return bullets(f"{name}: {words}" for name, words in rows if words)


def _link(rule_id: str, known: set[str]) -> str:
    return f"[{rule_id}](../{rule_id}.md)" if rule_id in known else code(rule_id)


def _examples(rule: RuleRecord) -> Iterator[str]:
    groups = {
        "Reported": [example for example in rule.examples if example.expect and not example.todo],
        "Not reported": [example for example in rule.examples if not example.expect and not example.todo],
        "Not yet right": [example for example in rule.examples if example.todo],
    }
    for heading, examples in groups.items():
        if examples:
            yield f"## {heading}"
            for example in examples:
                yield from _example(example)


def _example(example: ExampleRecord) -> Iterator[str]:
    about = [plain_text(example.name)] if example.name else []
    about += [f"written on {example.date}"] if example.date else []
    about += [f"known to be wrong: {plain_text(example.todo)}"] if example.todo else []
    heading = "; ".join(about)
    yield f"{heading[0].upper()}{heading[1:]}:" if heading else ""
    language = LANGUAGES.get(example.format, "text")
    yield block(example.text, language)
    for each in example.beside:
        yield f"beside an article written on {each['date']}:" if each["date"] else "beside the article:"
        yield block(each["text"] or "", language)
    yield bullets(code(expected["text"]) + _says(expected["message"]) for expected in example.expect)
    if example.source:
        yield "Its source says:"
        yield block(example.source)


def _says(message: str) -> str:
    return f": {plain_text(message)}" if message else ""


def _check_part(rule: RuleRecord, kind: type | None) -> Iterator[str]:
    if kind is None:
        return
    yield f"## Check: {rule.check}"
    yield prose(" ".join((kind.__doc__ or "").split()))
    if not rule.parameters:
        yield "It takes no parameters."
        return
    rows = [(*_described(each), _shown(each.value) if _own(each) else "") for each in rule.parameters]
    yield table(("parameter", "type", "default", "what it is", "in this rule"), rows)
    for inner in nested(kind):
        yield f"### {inner.__name__}"
        yield prose(" ".join((inner.__doc__ or "").split()))
        yield table(("key", "type", "default", "what it is"), [_described(each) for each in parameters(inner)])


def _described(parameter: Parameter | ParameterRecord) -> tuple[str, str, str, str]:
    default = "required" if parameter.required else _shown(parameter.default)
    return code(parameter.name), plain_text(parameter.type), default, prose(parameter.description)


def _own(parameter: ParameterRecord) -> bool:
    return parameter.required or parameter.value != parameter.default


def _shown(value: Any) -> str:
    """A value as YAML has it; where it is long, how much it holds."""
    text = json.dumps(value, ensure_ascii=False)
    if len(text) <= SHORT:
        return code(text)
    return f"{len(value):,} entries" if isinstance(value, list | dict) else code(text[:SHORT] + "…")


def _json_page() -> Page:
    text = "`factlint rule --all -o json` prints an object with `version`, a number, and `rules`, a list of these:"
    parts = [MARK, "# Rules as JSON", text, _fields(RuleRecord)]
    parts += ["Each of `parameters`:", _fields(ParameterRecord), "Each of `examples`:", _fields(ExampleRecord)]
    parts.append(f"[All rules]({INDEX})")
    return Page(JSON_PAGE, joined(parts))


def _fields(kind: type) -> str:
    rows = [(code(each.name), plain_text(each.type), prose(each.description)) for each in parameters(kind)]
    return table(("field", "type", "what it is"), rows)


def _name(rule: RuleRecord) -> str:
    return rule.id.partition("/")[2]
