"use strict";
// Ties the two sides of the page together. Without it everything can be read and every link leads where it should.
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let current = null;

  root.classList.add("scripted");

  // The switch of languages: what stands in attributes, where both languages can't stand side by side.
  const speak = (language) => {
    root.lang = language;
    for (const element of all("[data-title-ko]")) element.title = element.dataset[language === "ko" ? "titleKo" : "titleEn"];
    for (const element of all("[data-alt-ko]")) element.alt = element.dataset[language === "ko" ? "altKo" : "altEn"];
    for (const element of all("option[data-ko]")) element.textContent = element.dataset[language];
  };
  for (const input of all("input[name=frame]")) input.addEventListener("change", () => speak(input.value));
  // A browser that comes back to a page keeps the switch where it was.
  const chosen = document.querySelector("input[name=frame]:checked");
  if (chosen && chosen.value !== root.lang) speak(chosen.value);

  // Both sides
  const listed = (element, name) => (element.dataset[name] || "").split(" ").filter(Boolean);
  const wordsOf = (card) => all(`[data-cards~="${card.id}"]`);
  const light = (elements, name) => {
    for (const element of all(`.${name}`)) element.classList.remove(name);
    for (const element of elements) element.classList.add(name);
  };
  // Keys come faster than a scroll ends, and where a card stands is only known at rest.
  let quick = false;
  const behavior = () => (calm.matches || quick ? "instant" : "smooth");
  const isTabbed = (columns) => {
    const tabs = columns.querySelector(".tabs");
    return Boolean(tabs) && getComputedStyle(tabs).display !== "none";
  };
  // The window is moved so that the words are in its middle and the cards beside them are seen from their top on.
  const bringWords = (element) => {
    const columns = element.closest(".columns");
    const seen = (element.querySelector(".strip") || element).getBoundingClientRect();
    if (isTabbed(columns)) columns.querySelector(".tabs input[value=document]").checked = true;
    const middle = seen.top + scrollY - (innerHeight - seen.height) / 2;
    if (isTabbed(columns)) element.scrollIntoView({ block: "center", behavior: behavior() });
    else scrollTo({ top: Math.max(middle, columns.getBoundingClientRect().top + scrollY), behavior: behavior() });
  };
  const bringCard = (card) => {
    const columns = card.closest(".columns");
    const pane = card.closest(".cards");
    if (isTabbed(columns)) columns.querySelector(".tabs input[value=findings]").checked = true;
    if (getComputedStyle(pane).overflowY !== "auto") {
      card.scrollIntoView({ block: "start", behavior: behavior() });
      return;
    }
    const above = card.offsetTop - pane.scrollTop;
    if (above < 0 || above + card.offsetHeight > pane.clientHeight) pane.scrollTo({ top: card.offsetTop - 12, behavior: behavior() });
  };

  const open = (card, { focus = true, both = true } = {}) => {
    if (current && current !== card) current.removeAttribute("aria-current");
    current = card;
    card.setAttribute("aria-current", "true");
    card.hidden = false;
    const words = wordsOf(card);
    light(words, "lit");
    bringCard(card);
    const columns = card.closest(".columns");
    if (both && !isTabbed(columns)) {
      const first = words.find((word) => !word.hasAttribute("tabindex")) || words[0];
      if (first) bringWords(first);
      else if (scrollY < columns.getBoundingClientRect().top + scrollY) columns.scrollIntoView({ block: "start", behavior: behavior() });
    }
    if (focus) card.focus({ preventScroll: true });
  };
  const openWords = (element) => {
    bringWords(element);
    element.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    const target = document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
    if (!target) return;
    if (link.matches("[data-cards]")) {
      event.preventDefault();
      // Words of several cards: each click opens the next one.
      const cards = listed(link, "cards").map((id) => document.getElementById(id)).filter((card) => card && !card.hidden);
      if (cards.length) open(cards[(cards.indexOf(current) + 1) % cards.length], { both: false });
    } else if (target.matches(".card")) {
      event.preventDefault();
      open(target);
    } else if (link.matches("[data-opens]")) {
      event.preventDefault();
      const card = link.closest(".card");
      if (card) open(card, { focus: false, both: false });
      const told = listed(target, "told");
      if (!card && told.length) light(told.flatMap((key) => all(`[data-told~="${key}"]`)), "lit-told");
      openWords(target);
    } else if (target.matches("details")) {
      target.open = true;
    }
  });

  for (const card of all(".card")) {
    card.addEventListener("click", (event) => {
      if (event.target.closest("a, summary, button") || String(getSelection())) return;
      open(card, { focus: false });
    });
    // By the keyboard only: a card that moves under a pressed mouse would never be clicked.
    card.addEventListener("focusin", (event) => {
      if (current !== card && event.target.matches(":focus-visible")) open(card, { focus: false, both: false });
    });
    card.addEventListener("mouseenter", () => { for (const word of wordsOf(card)) word.classList.add("lit"); });
    card.addEventListener("mouseleave", () => { if (card !== current) light(current ? wordsOf(current) : [], "lit"); });
  }

  // The matrix says what is missing in words.
  for (const button of all("[data-lack]")) {
    button.addEventListener("click", () => {
      const answer = button.closest("section").querySelector(".answer");
      answer.replaceChildren(...button.querySelector(".unseen").cloneNode(true).childNodes);
    });
  }

  // The filter
  for (const remarks of all(".remarks")) {
    const chips = all("[data-chip]", remarks);
    const picks = all("[data-pick]", remarks);
    const total = remarks.querySelector(".total");
    const nothing = remarks.querySelector(".nothing");
    const apply = () => {
      const levels = chips.filter((chip) => chip.getAttribute("aria-pressed") === "true").map((chip) => chip.dataset.chip);
      let shown = 0;
      for (const card of all(".card", remarks)) {
        card.hidden = !(levels.includes(card.dataset.level) && picks.every((pick) => !pick.value || card.dataset[pick.dataset.pick] === pick.value));
        if (!card.hidden) shown += Number(card.dataset.count);
      }
      for (const group of all(".group", remarks)) group.hidden = !group.querySelector(".card:not([hidden])");
      total.textContent = shown === Number(total.dataset.total) ? total.dataset.total : `${shown} / ${total.dataset.total}`;
      nothing.hidden = shown > 0;
    };
    for (const chip of chips) {
      chip.addEventListener("click", () => {
        chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
        apply();
      });
    }
    for (const pick of picks) pick.addEventListener("change", apply);
    remarks.querySelector("[data-all]").addEventListener("click", () => {
      for (const chip of chips) chip.setAttribute("aria-pressed", "true");
      for (const pick of picks) pick.value = "";
      apply();
      (chips[0] || remarks).focus();
    });
    // A browser that comes back to a page keeps what was chosen.
    if (picks.some((pick) => pick.value)) apply();
  }

  // The keyboard; keys by their place, since a Korean keyboard gives j another letter.
  const help = document.getElementById("help");
  const showHelp = () => { if (!help.open) help.showModal(); };
  document.getElementById("help-opens").addEventListener("click", showHelp);
  document.getElementById("help-closes").addEventListener("click", () => help.close());
  help.addEventListener("click", (event) => { if (event.target === help) help.close(); });

  const step = (by) => {
    const cards = all(".card").filter((card) => !card.hidden);
    if (!cards.length) return;
    const at = cards.indexOf(current);
    quick = true;
    open(cards[at < 0 ? (by > 0 ? 0 : cards.length - 1) : Math.min(Math.max(at + by, 0), cards.length - 1)]);
    quick = false;
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open || event.target.closest("select, textarea")) return;
    if (event.code === "KeyJ" || event.code === "KeyK") {
      event.preventDefault();
      step(event.code === "KeyJ" ? 1 : -1);
    } else if (event.key === "?") {
      event.preventDefault();
      showHelp();
    } else if (event.key === "Enter" && event.target.matches(".card")) {
      const link = event.target.querySelector("a.quote");
      if (link) link.click();
    } else if (event.key === "Escape") {
      if (current && event.target.closest(".sheet")) open(current, { both: false });
      else if (current) {
        current.removeAttribute("aria-current");
        if (document.activeElement === current) current.blur();
        current = null;
        light([], "lit");
        light([], "lit-told");
      }
    }
  });
})();
