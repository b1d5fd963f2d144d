// Loaded before the page is drawn, so that a chosen theme does not flash.
"use strict";
(() => {
  const root = document.documentElement;
  const chosen = () => {
    try { return localStorage.getItem("theme"); } catch { return null; }
  };
  const apply = (theme) => {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  };
  apply(chosen());
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-theme-toggle]");
    if (!button) return;
    const dark = () => root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    const name = () => {
      button.querySelector("[data-theme-name]").textContent = dark() ? "Light" : "Dark";
      button.setAttribute("aria-label", dark() ? "Change to the light theme" : "Change to the dark theme");
    };
    button.hidden = false;
    name();
    button.addEventListener("click", () => {
      const next = dark() ? "light" : "dark";
      // Where nothing may be kept, the choice holds for this page.
      try { localStorage.setItem("theme", next); } catch { /* private window */ }
      apply(next);
      name();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", name);
  });
})();
