// The source view: a field shows its bytes, bytes show their field.
"use strict";
(() => {
  const fresh = new WeakSet();

  function connect(view) {
    if (fresh.has(view)) return;
    fresh.add(view);
    const marks = new Map();
    for (const mark of view.querySelectorAll("mark[data-f]")) {
      for (const id of mark.dataset.f.split(" ")) {
        if (!marks.has(id)) marks.set(id, []);
        marks.get(id).push(mark);
      }
    }
    const fields = new Map();
    for (const field of view.querySelectorAll(".field[data-id]")) fields.set(field.dataset.id, field);
    let lit = [];

    function clear() {
      for (const element of lit) element.classList.remove("on");
      lit = [];
    }
    function light(ids, origin) {
      clear();
      for (const id of ids) {
        const field = fields.get(id);
        if (field) lit.push(field);
        for (const mark of marks.get(id) ?? []) lit.push(mark, mark.closest(".line"));
      }
      for (const element of lit) element.classList.add("on");
      if (ids.length === 0) return;
      const target = origin === "field" ? (marks.get(ids[0]) ?? [])[0] : fields.get(ids[ids.length - 1]);
      // Within the panel and the document alike, only what is out of sight is moved into sight.
      const closed = target?.closest("details:not([open])");
      if (target && !closed) reveal(target, origin);
    }
    function reveal(target, origin) {
      const side = view.querySelector(".sv-side");
      if (origin === "field") return;
      if (getComputedStyle(side).position !== "sticky") return;
      const box = target.getBoundingClientRect();
      const room = side.getBoundingClientRect();
      if (box.top < room.top) side.scrollTop -= room.top - box.top;
      else if (box.bottom > room.bottom) side.scrollTop += box.bottom - room.bottom;
    }
    function idsAt(element) {
      const field = element.closest(".field[data-id]");
      if (field) return [[field.dataset.id], "field"];
      const mark = element.closest("mark[data-f]");
      if (mark) return [mark.dataset.f.split(" "), "mark"];
      const line = element.closest(".line");
      if (line) {
        const all = [...line.querySelectorAll("mark[data-f]")].flatMap((m) => m.dataset.f.split(" "));
        return [[...new Set(all)], "line"];
      }
      return [[], "none"];
    }

    view.addEventListener("pointerover", (event) => {
      const [ids, origin] = idsAt(event.target);
      if (ids.length) light(ids, origin);
      else clear();
    });
    view.addEventListener("pointerleave", clear);
    view.addEventListener("focusin", (event) => {
      const [ids, origin] = idsAt(event.target);
      light(ids, origin);
      if (origin === "field") (marks.get(ids[0]) ?? [])[0]?.scrollIntoView({ block: "nearest" });
    });
    view.addEventListener("focusout", clear);
    // A mark cannot be followed like a link; a click on it goes to its field.
    view.addEventListener("click", (event) => {
      const mark = event.target.closest("mark[data-f]");
      if (!mark || String(getSelection())) return;
      const ids = mark.dataset.f.split(" ");
      const field = fields.get(ids[ids.length - 1]);
      const closed = field?.closest("details:not([open])");
      if (closed) closed.open = true;
      field?.querySelector(".head")?.focus();
    });
    // Only one list of reasons is open, and Escape closes it.
    view.addEventListener("toggle", (event) => {
      if (!event.target.matches?.(".role") || !event.target.open) return;
      for (const other of view.querySelectorAll(".role[open]")) if (other !== event.target) other.open = false;
    }, true);
    view.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      const open = view.querySelector(".role[open]");
      if (!open) return;
      open.open = false;
      open.querySelector("summary").focus();
    });
  }

  const all = () => document.querySelectorAll("[data-sv]").forEach(connect);
  document.addEventListener("DOMContentLoaded", all);
  document.addEventListener("wirecopy:drawn", all);
  document.addEventListener("click", (event) => {
    if (event.target.closest?.(".role")) return;
    for (const open of document.querySelectorAll(".role[open]")) open.open = false;
  });
})();
