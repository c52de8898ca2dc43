"""The page in a real browser: Chromium without a window, if the machine has one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from linter.core.diagnostic import Diagnostic
from linter.core.report import Report
from linter.core.source import Source
from linter.report.context import Context
from linter.report.html_report import render

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-pings")
HOSTILE = "<script>window.stolen = 1</script><img src=http://127.0.0.1:9/x onerror='window.stolen = 2'>"

# The contrast of each stretch of text with the ground it stands on, as WCAG 2.2 defines it; what is below 4.5.
LOW_CONTRAST = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const over = (colour, ground) => {
    canvas.fillStyle = `rgb(${ground})`; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => rgb.map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const low = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !element.checkVisibility() || element.closest("script")) continue;
    const chain = [];
    for (let each = element; each; each = each.parentElement) chain.unshift(each);
    const ground = chain.reduce((under, each) => over(getComputedStyle(each).backgroundColor, under), [255, 255, 255]);
    const [a, b] = [light(over(getComputedStyle(element).color, ground)), light(ground)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) low.push(`${element.className}: ${texts.currentNode.data.trim()} ${ratio.toFixed(2)}`);
  }
  return low;
}"""

# Whether any two notes share a point of the page.
OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll(".finding")].map((note) => note.getBoundingClientRect());
  return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)).length;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with api.sync_playwright() as playwright:
        found = next(filter(None, map(shutil.which, NAMES)), None) or playwright.chromium.executable_path
        if not Path(found).exists():
            pytest.skip(f"no browser: none of {', '.join(NAMES)} is on the PATH, and playwright has none of its own")
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def file(report: Report, context: Context, tmp_path: Path) -> Path:
    """The page of the difficult articles, with a paragraph that has several findings, and with a hostile article."""
    crowd = tuple(replace(report.diagnostics[1], message=f"Again, and at some length, number {n}.") for n in range(6))
    hostile = Source(f"news/{HOSTILE}.txt", f"{HOSTILE}\n\nA recent poll.\n")
    trap = replace(report.diagnostics[0], path=hostile.path, message=HOSTILE, text=HOSTILE)
    diagnostics = (*report.diagnostics[:2], *crowd, *report.diagnostics[2:], trap)
    whole = replace(report, diagnostics=diagnostics, sources=(*report.sources, hostile))
    path = tmp_path / "page.html"
    path.write_text("".join(render(whole, context)), encoding="utf-8")
    return path


Opener = Callable[..., "Page"]


@pytest.fixture
def opened(browser: Browser, file: Path) -> Iterator[Opener]:
    """Opens the page in a window of some width; fails the test for any request beyond the file, and any error."""
    contexts, asked, errors = [], [], []

    def note(request: Any) -> None:
        asked.append(request.url)

    def open_page(width: int = 1280, **settings: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce", **settings)
        contexts.append(context)
        page = context.new_page()
        page.on("request", note)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text))
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert {url.partition("#")[0] for url in asked} <= {file.as_uri(), "data:,"}
    assert errors == []


def wait_for_flash(place: Locator) -> None:
    """Wait until a place is shown as reached: the page does it on `hashchange`, which comes after the click."""
    from playwright.sync_api import expect

    expect(place).to_contain_class("flash")


def shown(page: Page) -> list[str]:
    """The levels of the notes that can be seen."""
    classes = page.locator(".finding:visible").evaluate_all("notes => notes.map(note => note.dataset.level)")
    return sorted(classes)


def test_a_level_can_be_hidden_with_its_marks(opened: Opener) -> None:
    page = opened()
    assert shown(page) == ["error", *["note"] * 3, *["warning"] * 8]
    poll = page.locator("a.mark", has_text="a recent poll")
    assert "warning" in (poll.get_attribute("class") or "")
    page.get_by_label("Warnings 8").uncheck(force=True)
    assert shown(page) == ["error", "note", "note", "note"]
    assert poll.get_attribute("class") == "mark off"
    assert poll.get_attribute("href") is None
    assert page.locator("#count").inner_text() == "4 of 12 shown"
    page.get_by_label("Warnings 8").check(force=True)
    assert len(shown(page)) == 12
    assert poll.get_attribute("href") == "#finding-2"


def test_a_pack_can_be_hidden(opened: Opener) -> None:
    page = opened()
    page.get_by_label("polls 7").uncheck(force=True)
    assert shown(page) == ["error", "note", "note", "note", "warning"]


def test_words_filter_the_findings(opened: Opener) -> None:
    page = opened()
    page.keyboard.press("/")
    page.keyboard.type("3 months 27")
    assert shown(page) == ["error"]
    assert page.locator("#count").inner_text() == "1 of 12 shown"
    marked = page.locator("a.mark.related:visible").all_inner_texts()
    assert marked[:2] == ["3 March 2025", "30 June 2025"]
    assert "".join(marked[2:]) == "ended <U+202E>after<U+202C>"


def test_a_related_place_is_jumped_to_and_lights_up(opened: Opener) -> None:
    page = opened()
    link = page.get_by_role("link", name="line 6: “30 June 2025”")
    link.scroll_into_view_if_needed()
    link.click()
    place = page.locator("a.mark", has_text="30 June 2025")
    wait_for_flash(place)
    assert "flash" not in (page.locator("a.mark", has_text="3 March 2025").get_attribute("class") or "")
    page.wait_for_function("() => document.querySelector('#place-11-2').getBoundingClientRect().top < innerHeight")
    box = place.bounding_box()
    assert box is not None
    assert page.locator(".controls").bounding_box()["height"] < box["y"] < 800  # type: ignore[index]


def test_a_place_in_another_article_is_jumped_to(opened: Opener) -> None:
    page = opened()
    page.get_by_role("link", name="line 2: “The council denied it”").click()
    wait_for_flash(page.locator("a.mark", has_text="The council denied it"))


def test_marked_words_lead_to_their_note(opened: Opener) -> None:
    page = opened()
    page.locator("a.mark", has_text="seven months").click()
    page.wait_for_function("() => document.activeElement.id === 'finding-11'")
    assert page.evaluate("location.hash") == "#finding-11"
    assert "lit" in (page.locator("a.mark", has_text="3 March 2025").get_attribute("class") or "")


def test_keys_go_from_finding_to_finding(opened: Opener) -> None:
    page = opened()
    reached = []
    for key in "jjk":
        page.keyboard.press(key)
        reached.append(page.evaluate("document.activeElement.id"))
    assert reached == ["finding-12", "finding-1", "finding-12"]


@pytest.mark.parametrize("settings", [{}, {"java_script_enabled": False}], ids=["script", "no script"])
def test_notes_stand_beside_their_line_and_never_overlap(settings: dict[str, Any], opened: Opener) -> None:
    page = opened(**settings)
    line, note = page.locator("p[data-line='7']").bounding_box(), page.locator("#finding-11").bounding_box()
    assert line is not None
    assert note is not None
    assert note["x"] >= line["x"] + line["width"]
    assert abs(note["y"] - line["y"]) < 20
    assert page.locator(".finding").count() == 12
    if not settings:
        assert page.evaluate(OVERLAPS) == 0


def test_on_a_narrow_screen_notes_stand_below_their_line(opened: Opener) -> None:
    page = opened(400)
    line, note = page.locator("p[data-line='7']").bounding_box(), page.locator("#finding-11").bounding_box()
    assert line is not None
    assert note is not None
    assert note["y"] >= line["y"] + line["height"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    assert page.evaluate(OVERLAPS) == 0


def test_the_page_reads_without_its_script(opened: Opener) -> None:
    page = opened(java_script_enabled=False)
    assert not page.locator(".controls").is_visible()
    assert page.locator(".finding:visible").count() == 12
    page.get_by_role("link", name="line 6: “3 March 2025”").click()
    assert page.url.endswith("#place-11-1")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_enough_contrast(scheme: Any, opened: Opener) -> None:
    page = opened(color_scheme=scheme)
    assert page.evaluate(LOW_CONTRAST) == []


def test_colours_follow_the_system_until_they_are_chosen(opened: Opener) -> None:
    page = opened(color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.get_by_role("button", name="Colours").click()
    light = page.evaluate(ground)
    assert page.get_by_role("button", name="Colours").inner_text() == "Colours: light"
    assert light != dark
    page.get_by_role("button", name="Colours").click()
    assert page.evaluate(ground) == dark


def test_what_is_printed_has_no_controls_and_keeps_the_notes(opened: Opener) -> None:
    page = opened(color_scheme="dark")
    page.emulate_media(media="print")
    assert not page.locator(".controls").is_visible()
    assert page.locator(".finding:visible").count() == 12
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate(OVERLAPS) == 0


def test_nothing_of_an_article_runs(opened: Opener) -> None:
    page = opened()
    assert page.evaluate("window.stolen") is None
    assert page.locator("img").count() == 0
    assert page.get_by_role("heading", name=HOSTILE).is_visible()


def test_landmarks_and_names(opened: Opener) -> None:
    page = opened()
    for role, name in (
        ("banner", None),
        ("main", None),
        ("navigation", "Articles"),
        ("search", "Filter the findings"),
        ("article", "news/strike.md"),
        ("group", "Findings on line 7"),
        ("region", "Rules that reported"),
    ):
        found = page.get_by_role(role, name=name) if name else page.get_by_role(role)  # type: ignore[arg-type]
        assert found.count() == 1, role


def test_a_clean_run_has_a_page_too(opened: Opener, file: Path, diagnostics: tuple[Diagnostic, ...]) -> None:
    file.write_text("".join(render(Report(()), Context(checked=1))), encoding="utf-8")
    assert opened().locator(".summary").inner_text() == "No findings in 1 article."
