"use strict";
(() => {
  const filters = document.getElementById("filtres");
  const count = document.getElementById("montrees");
  const search = document.getElementById("chercher");
  const choices = [...filters.querySelectorAll("select")];
  const articles = [...document.querySelectorAll("article.requirement")];
  const groups = [...document.querySelectorAll(".left-out, .chapter, .sheet")];
  const folded = text => text.normalize("NFD").replace(/\p{Diacritic}/gu, "").replace(/\s+/g, " ").toLowerCase();
  let texts = null;

  function shows(article, rank, words) {
    const chosen = choices.every(({ name, value }) => !value || article.dataset[name].split(" ").includes(value));
    return chosen && words.every(word => texts[rank].includes(word));
  }

  function filter() {
    const words = folded(search.value).split(" ").filter(Boolean);
    if (words.length) texts ??= articles.map(article => folded(article.textContent));
    const shown = articles.map((article, rank) => shows(article, rank, words));
    articles.forEach((article, rank) => { article.hidden = !shown[rank]; });
    const kept = new Set();
    articles.forEach((article, rank) => {
      for (let one = shown[rank] && article.parentElement; one; one = one.parentElement) kept.add(one);
    });
    groups.forEach(group => { group.hidden = !kept.has(group); });
    const active = words.length > 0 || choices.some(choice => choice.value);
    document.querySelectorAll(".left-out").forEach(group => { group.open = active; });
    const number = shown.filter(Boolean).length;
    count.textContent = number === 0 ? "Aucune exigence ne correspond." : active
      ? `${number} exigence${number > 1 ? "s" : ""} sur ${articles.length}` : `${articles.length} exigences`;
  }

  function reset() {
    search.value = "";
    choices.forEach(choice => { choice.value = ""; });
    filter();
  }

  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) reset();
    for (let one = target; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
    target.scrollIntoView();
  }

  filters.hidden = false;
  search.addEventListener("input", filter);
  choices.forEach(choice => choice.addEventListener("change", filter));
  document.getElementById("tout-montrer").addEventListener("click", () => { reset(); search.focus(); });
  addEventListener("hashchange", reveal);
  filter();
  reveal();
})();
