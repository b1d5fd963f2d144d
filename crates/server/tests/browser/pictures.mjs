// Screenshots: every page, in two sizes and two themes, to be looked at.
import { join } from "node:path";
import { openSeed } from "./reading.mjs";

const SEEDS = ["captions/many-credit-shapes.txt", "languages/urdu.txt", "languages/chinese-long.txt"];

export async function pictures(open, folder) {
  const { page, context } = await open({ viewport: { width: 1120, height: 640 } });
  await page.goto("/try");
  await page.getByRole("button", { name: "Read an example" }).click();
  await page.locator("[data-sv]").waitFor();
  await page.locator(".facts").evaluate((facts) => scrollTo(0, facts.getBoundingClientRect().top + scrollY - 12));
  await page.locator(".field", { has: page.locator(".name", { hasText: "Byline" }) }).first().hover();
  await page.screenshot({ path: join(folder, "readme.png") });
  await context.close();
  for (const colorScheme of ["light", "dark"]) {
    for (const [size, viewport] of [["wide", { width: 1280, height: 800 }], ["narrow", { width: 390, height: 844 }]]) {
      const { page, context } = await open({ viewport, colorScheme, expectErrors: true });
      const take = (name) => page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`) });
      const visit = async (name, path) => {
        await page.goto(path);
        await take(name);
      };
      await visit("search", "/");
      await visit("found", "/?q=ferry+OR+bridge");
      await visit("error", `/?q=${encodeURIComponent("ferry AND (bridge")}`);
      await visit("nothing", "/?q=xylophonequartz&language=de");
      await visit("stats", "/stats");
      await visit("docs", "/docs#search");
      await visit("missing", "/articles/no-such-article");
      await visit("try", "/try");
      await page.getByRole("button", { name: "Read an example" }).click();
      await page.locator("[data-sv]").waitFor();
      await page.locator("[data-sv]").scrollIntoViewIfNeeded();
      await page.locator(".field").first().hover();
      await take("tried");
      const at = new URL(page.url()).origin;
      for (const [i, seed] of SEEDS.entries()) {
        const found = await openSeed(page, at, seed).catch(() => null);
        if (!found) continue;
        await take(`article${i}`);
        await page.goto(`/articles/${found.id}/source`);
        await take(`document${i}`);
        await page.locator(".field").first().hover();
        await take(`source${i}`);
      }
      const pair = await Promise.all(SEEDS.slice(0, 2).map((seed) => openSeed(page, at, seed).catch(() => null)));
      if (pair.every(Boolean)) await visit("compare", `/articles/${pair[0].id}/compare/${pair[1].id}`);
      await context.close();
    }
  }
}
