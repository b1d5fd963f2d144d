// An article: to read, and as the document it came from.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Goes to the article that was read from a seed; its places name the file. */
export async function openSeed(page, at, seed) {
  const reply = await page.request.get(`${at}/api/v1/changes?limit=500`);
  const { changes } = await reply.json();
  const name = seed.split("/").at(-1);
  const found = changes.map((change) => change.record).find((record) => record?.origin?.path?.split("/").at(-1) === name);
  assert.ok(found, `${seed} is not in the archive`);
  await page.goto(`/articles/${found.id}`);
  return found;
}

const lines = (text) => text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);

export const reading = {
  "an article is set with all its parts": {
    async run({ page, at }) {
      const article = await openSeed(page, at, "languages/chinese-long.txt");
      assert.equal(await page.locator("h1").textContent(), article.headline);
      assert.equal(await page.locator(".by .person").count(), article.bylines?.length ?? 0);
      assert.equal(await page.locator("figure").count(), article.figures?.length ?? 0);
      const body = await page.locator(".body").innerText();
      for (const block of article.body) assert.ok(body.includes(block.text.slice(0, 40)), block.text);
    },
  },

  "the record opens as JSON": {
    async run({ page, at }) {
      const article = await openSeed(page, at, "captions/many-credit-shapes.txt");
      const reply = await page.request.get(await page.locator(".views a", { hasText: "JSON" }).getAttribute("href"));
      assert.equal(reply.status(), 200);
      assert.match(reply.headers()["content-type"], /json/);
      assert.ok(JSON.stringify(await reply.json()).includes(article.id));
    },
  },

  "the source is shown line by line as it came": {
    async run({ page, at, seeds }) {
      const seed = "captions/many-credit-shapes.txt";
      await openSeed(page, at, seed);
      await page.locator(".views a", { hasText: "Source" }).click();
      await page.waitForURL(/\/source$/);
      const came = lines(readFileSync(join(seeds, seed), "utf8"));
      const shown = await page.locator(".line").evaluateAll((all) =>
        all.map((line) => [Number(line.id.slice(1)), line.querySelector(".text").textContent]));
      assert.ok(shown.length > 5);
      for (const [number, text] of shown) assert.equal(text, came[number - 1], `line ${number}`);
      assert.equal(shown.length, came.filter((line) => line.trim() !== "").length);
    },
  },

  "a field shows its bytes, and bytes their field": {
    async run({ page, at }) {
      const article = await openSeed(page, at, "captions/many-credit-shapes.txt");
      await page.locator(".views a", { hasText: "Source" }).click();
      const field = (name) => page.locator(".field", { has: page.locator(`.name[title="${name}"]`) });
      const lit = () => page.locator("mark.on").evaluateAll((all) => all.map((m) => m.textContent).join(""));

      await field("headline").hover();
      assert.equal(await lit(), article.headline);
      assert.equal(await page.locator(".line.on.r-headline").count(), 1);

      await page.mouse.move(2, 2);
      await field("bylines[0].name").locator("a.head").focus();
      assert.equal(await lit(), article.bylines[0].name);

      await page.mouse.move(2, 2);
      await page.locator(".line.r-date mark").first().hover();
      assert.equal(await page.locator(".field.on .name").first().textContent(), "Published");
      assert.ok((await field("published").locator(".at").textContent()).includes("line 2"));
    },
  },

  "a line says why": {
    async run({ page, at }) {
      await openSeed(page, at, "captions/many-credit-shapes.txt");
      await page.locator(".views a", { hasText: "Source" }).click();
      const byline = page.locator(".line.r-byline").first();
      await byline.locator("summary").click();
      assert.match(await byline.locator(".reasons").innerText(), /begins like a byline/);
      await page.keyboard.press("Escape");
      assert.equal(await page.locator(".role[open]").count(), 0);
    },
  },

  "a text from right to left runs so": {
    async run({ page, at }) {
      await openSeed(page, at, "languages/urdu.txt");
      const story = page.locator("article.story");
      assert.equal(await story.evaluate((element) => getComputedStyle(element).direction), "rtl");
      assert.equal(await page.locator(".about").evaluate((element) => getComputedStyle(element).direction), "ltr");
      const [text, side] = [await page.locator(".story-main").boundingBox(), await page.locator(".about").boundingBox()];
      assert.ok(text.x > side.x, "the text stands where reading begins");
    },
  },

  "pages tell no folder of the machine": {
    async run({ page, at, seeds }) {
      const article = await openSeed(page, at, "captions/many-credit-shapes.txt");
      const folder = resolve(seeds, "..");
      assert.match(await page.locator(".about").innerText(), /many-credit-shapes\.txt/);
      for (const path of ["", "/source", `/compare/${article.id}`]) {
        await page.goto(`/articles/${article.id}${path}`);
        assert.ok(!(await page.content()).includes(folder), path);
      }
      for (const path of [`articles/${article.id}`, "changes?limit=500", "export.csv", "articles?limit=50&fields=*"]) {
        assert.ok(!(await (await page.request.get(`${at}/api/v1/${path}`)).text()).includes(folder), path);
      }
    },
  },

  "the keyboard alone goes from a line to its reasons and from a field to its line": {
    async run({ page, at }) {
      await openSeed(page, at, "captions/many-credit-shapes.txt");
      await page.locator(".views a", { hasText: "Source" }).focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/source$/);
      await page.locator(".line .role summary").first().focus();
      await page.keyboard.press("Enter");
      await page.locator(".role[open] .reasons").waitFor();
      await page.keyboard.press("Escape");
      assert.equal(await page.evaluate(() => document.activeElement.tagName), "SUMMARY", "the place is kept");
      await page.locator(".field a.head").first().focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/#L1$/);
    },
  },

  "what is not there has a page": {
    options: { expectErrors: true },
    async run({ page }) {
      const reply = await page.goto("/articles/no-such-article");
      assert.equal(reply.status(), 404);
      assert.match(await page.locator("main").innerText(), /no article/);
    },
  },
};
