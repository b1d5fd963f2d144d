// "Try it" without the button: what is typed, pasted or dropped is read at once.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("[data-try]");
  if (!form) return;
  const box = form.querySelector("textarea");
  const chooser = form.querySelector("[data-try-file]");
  const status = form.querySelector("[data-try-status]");
  const result = document.querySelector("[data-try-result]");
  let wait = 0;
  let running = null;

  async function read(body, name) {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    status.textContent = "Reading…";
    result.setAttribute("aria-busy", "true");
    try {
      const reply = await fetch(form.action, {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body,
        signal: mine.signal,
      });
      const html = await reply.text();
      if (running !== mine) return;
      const drawn = new DOMParser().parseFromString(html, "text/html").body;
      const view = drawn.querySelector("[data-sv], .notice");
      if (!view) throw new Error(`the server answered ${reply.status}`);
      result.replaceChildren(view);
      document.dispatchEvent(new Event("wirecopy:drawn"));
      status.textContent = reply.ok ? (name ? `Read ${name}.` : "Read.") : "";
    } catch (error) {
      if (error.name === "AbortError") return;
      result.replaceChildren();
      status.textContent = `It could not be read: ${error.message}.`;
    } finally {
      if (running === mine) result.removeAttribute("aria-busy");
    }
  }

  const typed = () => {
    clearTimeout(wait);
    if (box.value.trim() === "") {
      running?.abort();
      result.replaceChildren();
      status.textContent = "";
      return;
    }
    wait = setTimeout(() => read(box.value, ""), 200);
  };
  const file = async (chosen) => {
    clearTimeout(wait);
    await read(chosen, chosen.name);
  };

  box.addEventListener("input", typed);
  chooser.addEventListener("change", () => chooser.files[0] && file(chooser.files[0]));
  form.addEventListener("submit", (event) => {
    if (event.submitter?.name === "sample") return;
    event.preventDefault();
    if (chooser.files[0] && box.value.trim() === "") file(chooser.files[0]);
    else read(box.value, "");
  });
  for (const kind of ["dragenter", "dragover"]) {
    document.addEventListener(kind, (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      form.classList.add("over");
    });
  }
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) form.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    form.classList.remove("over");
    const dropped = event.dataTransfer?.files[0];
    if (!dropped) return;
    event.preventDefault();
    file(dropped);
  });
});
