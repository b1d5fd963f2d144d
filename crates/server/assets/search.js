// The search: keys, the time chosen by dragging, and a sign that something is under way.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const box = document.querySelector("[data-query]");
  const hits = [...document.querySelectorAll("[data-hits] .hit")];
  let at = -1;

  document.querySelector("[data-keys]")?.removeAttribute("hidden");
  function go(to) {
    if (hits.length === 0) return;
    const next = Math.min(Math.max(to, 0), hits.length - 1);
    hits[at]?.classList.remove("at");
    at = next;
    hits[at].classList.add("at");
    hits[at].querySelector("h2 a").focus({ preventScroll: true });
    hits[at].scrollIntoView({ block: "nearest" });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (typing) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "/") {
      event.preventDefault();
      box.focus();
      box.select();
    } else if (event.key === "j") go(at + 1);
    else if (event.key === "k") go(at - 1);
    else if (event.key === "o" && at >= 0) hits[at].querySelector("h2 a").click();
    else if (event.key === "n") document.querySelector("[data-next]")?.click();
  });

  // Loading: a server nearby answers before anybody could see it, so the sign waits a moment.
  let timer = 0;
  const busy = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      document.getElementById("main").setAttribute("aria-busy", "true");
      const bar = document.createElement("div");
      bar.className = "loading";
      bar.setAttribute("role", "status");
      bar.setAttribute("aria-label", "Searching");
      document.body.append(bar);
    }, 120);
  };
  addEventListener("beforeunload", busy);
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    clearTimeout(timer);
    document.getElementById("main").removeAttribute("aria-busy");
    document.querySelector(".loading")?.remove();
  });

  const figure = document.querySelector("[data-timeline]");
  if (!figure) return;
  figure.querySelector("[data-timeline-hint]").hidden = false;
  const svg = figure.querySelector("svg");
  const chosen = svg.querySelector("[data-chosen]");
  const bars = [...svg.querySelectorAll("a[data-label]")];
  let from = -1;
  let dragged = false;

  // One stop of the Tab key for the whole picture; arrows go from bar to bar.
  const full = bars.filter((bar) => bar.tabIndex >= 0);
  full.forEach((bar, i) => bar.setAttribute("tabindex", i === 0 ? "0" : "-1"));
  svg.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const here = full.indexOf(event.target.closest("a"));
    if (!step || here < 0) return;
    event.preventDefault();
    const next = full[Math.min(Math.max(here + step, 0), full.length - 1)];
    full[here].setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });

  const barAt = (event) => {
    const room = svg.getBoundingClientRect();
    const share = (event.clientX - room.left) / room.width;
    return Math.min(Math.max(Math.floor(share * bars.length), 0), bars.length - 1);
  };
  const show = (a, b) => {
    chosen.setAttribute("x", Math.min(a, b) * 10);
    chosen.setAttribute("width", (Math.abs(a - b) + 1) * 10);
    chosen.setAttribute("visibility", "visible");
  };
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    from = barAt(event);
    dragged = false;
  });
  addEventListener("pointermove", (event) => {
    if (from < 0) return;
    const to = barAt(event);
    if (to !== from) dragged = true;
    if (dragged) show(from, to);
  });
  addEventListener("pointerup", (event) => {
    if (from < 0) return;
    const [start, to] = [from, barAt(event)];
    from = -1;
    if (!dragged) return;
    const address = new URL(figure.dataset.timeline, location.href);
    address.searchParams.set("from", bars[Math.min(start, to)].dataset.label);
    address.searchParams.set("to", bars[Math.max(start, to)].dataset.label);
    location.assign(address);
  });
  addEventListener("pointercancel", () => {
    from = -1;
    chosen.setAttribute("visibility", "hidden");
  });
  // Letting go over a bar would follow its link as well.
  svg.addEventListener("click", (event) => {
    if (!dragged) return;
    event.preventDefault();
    dragged = false;
  }, true);
});
