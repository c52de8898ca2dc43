"use strict";
// Filters, keys and colours of the page. The page reads without it: every jump is a plain link.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const notes = all(".finding");
  const marks = all(".mark, .point");
  const form = document.querySelector(".controls");
  const search = document.getElementById("search");
  const count = document.getElementById("count");
  const theme = document.getElementById("theme");
  const levels = ["error", "warning", "note"];
  const words = new Map(notes.map((note) => [note, note.textContent.toLowerCase()]));
  const numberOf = (note) => note.id.slice("finding-".length);
  const byNumber = new Map(notes.map((note) => [numberOf(note), note]));
  const numbers = (text) => (text ? text.split(" ") : []);
  const marksOf = new Map(notes.map((note) => [numberOf(note), []]));
  for (const mark of marks) {
    for (const number of new Set([...numbers(mark.dataset.own), ...numbers(mark.dataset.related)])) {
      marksOf.get(number)?.push(mark);
    }
  }

  const visible = (number) => byNumber.has(number) && !byNumber.get(number).hidden;

  // A stretch of text takes the worst level of the findings that are shown, and loses its mark with the last of them.
  const repaint = (mark) => {
    const own = numbers(mark.dataset.own).filter(visible);
    const related = numbers(mark.dataset.related).filter(visible);
    own.sort((a, b) => levels.indexOf(byNumber.get(a).dataset.level) - levels.indexOf(byNumber.get(b).dataset.level));
    const shown = own.length ? byNumber.get(own[0]).dataset.level : related.length ? "related" : "off";
    mark.classList.remove(...levels, "related", "off");
    mark.classList.add(shown);
    mark.classList.toggle("several", own.length > 1);
    if (mark.classList.contains("mark")) {
      if (shown === "off") mark.removeAttribute("href");
      else mark.setAttribute("href", `#finding-${own[0] ?? related[0]}`);
    }
  };

  const filter = () => {
    const ticked = (name) => new Set(all(`[data-filter="${name}"]:checked`, form).map((box) => box.value));
    const level = ticked("level");
    const pack = ticked("pack");
    const wanted = search.value.trim().toLowerCase();
    for (const note of notes) {
      note.hidden = !level.has(note.dataset.level) || !pack.has(note.dataset.pack) || !words.get(note).includes(wanted);
    }
    marks.forEach(repaint);
    count.textContent = `${notes.filter((note) => !note.hidden).length} of ${notes.length} shown`;
  };

  // The words of a finding light up while its note is pointed at or has the focus, and after a jump to them.
  const light = (number, on) => marksOf.get(number)?.forEach((mark) => mark.classList.toggle("lit", on));
  for (const note of notes) {
    for (const [name, on] of [["mouseenter", true], ["focusin", true], ["mouseleave", false], ["focusout", false]]) {
      note.addEventListener(name, () => light(numberOf(note), on));
    }
  }

  const flash = (elements) => {
    for (const element of elements) {
      element.classList.remove("flash");
      void element.getBoundingClientRect(); // so that the animation begins anew
      element.classList.add("flash");
    }
  };

  const arrive = () => {
    const [kind, number, place] = decodeURIComponent(location.hash.slice(1)).split("-");
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const fold = target.closest("details");
    if (fold && !fold.open) {
      fold.open = true;
      target.scrollIntoView();
    }
    if (kind === "finding") flash([target]);
    if (kind === "place") {
      const list = place ? "related" : "own";
      const reached = marksOf.get(number)?.filter((mark) => numbers(mark.dataset[list]).includes(number)) ?? [];
      const first = reached.findIndex((mark) => target.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING);
      flash(place && first >= 0 ? whole(reached, first) : reached);
    }
  };

  // The stretches of one place: neighbours, from the first one behind its beginning.
  const whole = (reached, first) => {
    const stretches = [reached[first]];
    for (const mark of reached.slice(first + 1)) {
      let between = stretches.at(-1).nextSibling;
      while (between && between !== mark && !between.textContent) between = between.nextSibling;
      if (between !== mark) break;
      stretches.push(mark);
    }
    return stretches;
  };

  const step = (by) => {
    const shown = notes.filter((note) => !note.hidden);
    const at = shown.indexOf(document.activeElement?.closest?.(".finding"));
    const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length];
    if (!next) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  };

  const keys = { j: () => step(1), k: () => step(-1), "/": () => search.focus() };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input[type=search]")) return;
    if (!(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });

  const themes = ["system", "light", "dark"];
  const remembered = () => {
    try {
      return localStorage.getItem("factlint-colours");
    } catch {
      return null; // a page opened from a file may have no storage
    }
  };
  const colour = (name) => {
    document.documentElement.dataset.theme = name;
    theme.textContent = `Colours: ${name}`;
    try {
      localStorage.setItem("factlint-colours", name);
    } catch {
      // then the choice holds for this visit
    }
  };
  theme.addEventListener("click", () => {
    const now = document.documentElement.dataset.theme ?? "system";
    colour(themes[(themes.indexOf(now) + 1) % themes.length]);
  });

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", filter);
  window.addEventListener("hashchange", arrive);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link && link.hash === location.hash) arrive(); // no hashchange comes of a second click
  });
  form.hidden = false;
  const before = remembered();
  if (themes.includes(before) && before !== "system") colour(before);
  filter();
  arrive();
})();
