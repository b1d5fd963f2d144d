// What holds for every page: themes, narrow screens, accessibility, rules for what may be loaded.
import assert from "node:assert/strict";
import { openSeed } from "./reading.mjs";

/** Every page once. */
export async function* everyPage(page, at) {
  for (const path of ["/", "/?q=ferry", "/?q=xylophonequartz", "/stats", "/docs", "/try"]) {
    await page.goto(path);
    yield path;
  }
  await page.getByRole("button", { name: "Read an example" }).click();
  await page.locator("[data-sv]").waitFor();
  yield "/try with a text";
  const { id } = await openSeed(page, at, "captions/many-credit-shapes.txt");
  yield "an article";
  await page.goto(`/articles/${id}/source`);
  yield "a source";
  const brief = await openSeed(page, at, "kinds/briefs.txt");
  yield "a brief";
  await page.goto(`/articles/${brief.id}/source`);
  yield "a source of several records";
  await page.goto(`/articles/${brief.id}/compare/${id}`);
  yield "a comparison";
}

const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const light = (color) => color.match(/\d+/g).slice(0, 3).map(Number).reduce((a, b) => a + b) > 384;

async function accessible({ page, at, axe }) {
  const found = [];
  for await (const name of everyPage(page, at)) {
    await page.addScriptTag({ path: axe }).catch(() => page.evaluate(() => {}));
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    for (const { id, impact, help, nodes } of violations) {
      if (impact !== "serious" && impact !== "critical") continue;
      const where = nodes.slice(0, 3).map((node) => `${node.html.slice(0, 140)} ${node.failureSummary.split("\n")[1]?.trim()}`);
      found.push(`${name}: ${impact} ${id}: ${help}\n    ${where.join("\n    ")}`);
    }
  }
  assert.deepEqual(found, []);
}

export const whole = {
  "no serious finding of axe in the light": {
    options: { bypassCSP: true },
    run: accessible,
  },
  "no serious finding of axe in the dark": {
    options: { bypassCSP: true, colorScheme: "dark" },
    run: accessible,
  },

  "the theme follows the system, and the button goes before it": {
    async run({ page }) {
      await page.goto("/");
      assert.ok(light(await background(page)));
      await page.emulateMedia({ colorScheme: "dark" });
      assert.ok(!light(await background(page)));
      await page.locator("[data-theme-toggle]").click();
      assert.ok(light(await background(page)));
      await page.goto("/stats");
      assert.ok(light(await background(page)), "the choice holds on the next page");
    },
  },

  "no page is wider than a narrow screen": {
    options: { viewport: { width: 390, height: 844 } },
    async run({ page, at }) {
      for await (const name of everyPage(page, at)) {
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${name} is ${wide} pixels too wide`);
      }
    },
  },

  "nothing inline is allowed, and nothing from elsewhere": {
    async run({ page }) {
      const reply = await page.goto("/");
      const policy = reply.headers()["content-security-policy"] ?? "";
      assert.match(policy, /default-src 'none'/);
      assert.doesNotMatch(policy, /unsafe|\*|https?:/);
      assert.equal(await page.locator("[style], style, script:not([src])").count(), 0);
    },
  },

  "the documentation leads to each route": {
    async run({ page }) {
      await page.goto("/");
      await page.locator(".masthead a", { hasText: "API" }).click();
      await page.waitForURL(/\/docs$/);
      const links = await page.locator(".docs nav a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
      assert.ok(links.length > 15, `${links.length}`);
      for (const link of links) assert.equal(await page.locator(link).count(), 1, link);
      await page.locator(".docs nav a", { hasText: "Find articles" }).click();
      assert.match(await page.locator("section:target").innerText(), /facet_limit/);
    },
  },

  "figures of the archive are drawn": {
    async run({ page }) {
      await page.goto("/stats");
      assert.ok((await page.locator(".chart").count()) >= 4);
      await page.locator(".chart th a", { hasText: "German" }).click();
      await page.waitForURL(/language=de/);
    },
  },
};
