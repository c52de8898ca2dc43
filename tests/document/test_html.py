from collections.abc import Callable

import pytest

from linter.document.model import Document

Read = Callable[..., Document]
Blocks = Callable[[Document], list[tuple[str, str]]]
SourceOf = Callable[[Document, str], str]


def test_markup_is_gone_and_the_words_are_found_again(read: Read, blocks: Blocks, source_of: SourceOf) -> None:
    text = (
        "<h1>Town</h1>\n<p>The <em>heart&shy;less</em> plan, <i>told&nbsp;journalists</i> &mdash; "
        "<a href='/x'>so</a>.</p>"
    )
    document = read(text, "html")
    assert blocks(document) == [("title", "Town"), ("paragraph", "The heartless plan, told journalists — so.")]
    assert source_of(document, "heartless") == "heart&shy;less"
    assert source_of(document, "told journalists") == "told&nbsp;journalists"
    assert source_of(document, "—") == "&mdash;"
    assert [(document.text[link.start : link.end], link.target) for link in document.links] == [("so", "/x")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>a<br>b</p>", "a b"),
        ("<p>a<br><br>b</p>", "a\nb"),
        ("<p>a\n   b\t c</p>", "a b c"),
        ("<p>a <code>x()</code> b</p>", "a b"),
        ("<p>a<script>if (a < b) x()</script> b</p>", "a\nb"),
        ("<p>a<!-- x -->b</p>", "ab"),
        ("<p>He said <q>No</q>.</p>", "He said “No”."),
        ("<p>word<sup><a href='#n1'>1</a></sup> m<sup>2</sup></p>", "word m2"),
        ("<p>word<a href='#n1'><sup>1</sup></a> more</p>", "word more"),
        ("<div>a<div>b</div>c</div>", "a\nb\nc"),
        ("<p>a<p>b", "a\nb"),
        ("<pre>x</pre><p>a", "a"),
        ("<nav>Home</nav><p>a", "a"),
        ("<p hidden>x</p><p>a", "a"),
        ("<p>AT&T &copy 2019 &#8217; &nosuch;", "AT&T © 2019 ’ &nosuch;"),
        ("<p>1 < 2 & 3", "1 < 2 & 3"),
        ("<p>a <code>never closed <p>b", "a never closed\nb"),
        ("text <b", "text"),
        ("<p>a &am", "a &am"),
        ("<P>A</P><DIV>b", "A\nb"),
        ("</b></p></div>a", "a"),
        ("<p>e&#x301;t&eacute;", "été"),
    ],
)
def test_what_is_prose(read: Read, text: str, words: str) -> None:
    assert read(text, "html").text == words


def test_blocks_and_groups(read: Read, blocks: Blocks) -> None:
    text = (
        "<article><h1>T</h1><h2>H</h2><ul><li>a<li>b<p>c</ul><blockquote><p>q</blockquote>"
        "<table><tr><th>x<td>y</table><figure><figcaption>f</figcaption></figure>tail</article>"
    )
    document = read(text, "html")
    assert blocks(document) == [
        ("title", "T"),
        ("heading", "H"),
        ("item", "a"),
        ("item", "b"),
        ("item", "c"),
        ("quote", "q"),
        ("cell", "x"),
        ("cell", "y"),
        ("paragraph", "f"),
        ("paragraph", "tail"),
    ]
    assert [block.group > 0 for block in document.blocks] == [False] * 2 + [True] * 6 + [False] * 2


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("<title>T | Site</title><p>x.", ["T"]),
        ("<title>T | Site</title><h1>Head</h1><p>x.", ["Head"]),
        ("<title>Crane | Site</title><h2>Crane</h2><p>x.<h2>More</h2>y.", ["Crane"]),
        ("<h1>Site</h1><article><h1>Head</h1><p>x.</article>", ["Head"]),
        ("<h1><img src=logo></h1><title>T</title><p>x.", ["T"]),
        ("<h2>First</h2><p>x.", ["First"]),
    ],
)
def test_which_words_are_the_title(read: Read, blocks: Blocks, text: str, titles: list[str]) -> None:
    assert [words for kind, words in blocks(read(text, "html")) if kind == "title"] == titles


@pytest.mark.parametrize(
    "tag", ["b", "div", "p", "a href=x", "ul><li", "q", "code", "table><tr><td", "sup><a href='#'"]
)
def test_deep_nesting_takes_no_stack(read: Read, tag: str) -> None:
    document = read(f"<{tag}>" * 20_000 + "words", "html")
    assert document.text.replace("“", "").replace("‘", "").endswith("words")


@pytest.mark.parametrize("part", ["<a ", "<!--", '<a x="', "<![CDATA[", "</", "<p a=", "<", "&", "<script>"])
def test_what_never_ends_takes_no_long_time(read: Read, part: str) -> None:
    document = read("<p>words " + part * 50_000, "html")
    assert document.text.startswith("words")
