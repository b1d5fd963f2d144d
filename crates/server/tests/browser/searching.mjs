// The search page: words, filters, time, keys, errors.
import assert from "node:assert/strict";

export const total = async (page) => {
  const words = await page.locator(".results-head h1").textContent();
  return Number(words.replaceAll(",", "").match(/\d+/)[0]);
};

export const searching = {
  "everything is there without a query": {
    async run({ page }) {
      await page.goto("/");
      assert.ok((await total(page)) > 50);
      assert.equal(await page.locator(".hit").count(), 20);
    },
  },

  "a word is found and marked": {
    async run({ page }) {
      await page.goto("/");
      await page.fill("#q", "ferry");
      await page.press("#q", "Enter");
      await page.waitForURL(/q=ferry/);
      const n = await total(page);
      assert.ok(n > 0 && n < 60, `${n}`);
      for (const hit of await page.locator(".hit").all()) {
        const marks = await hit.locator("mark").allTextContents();
        assert.ok(marks.some((mark) => /ferr/i.test(mark)), await hit.textContent());
      }
    },
  },

  "a facet narrows and its chip widens again": {
    async run({ page }) {
      await page.goto("/");
      const all = await total(page);
      const german = page.locator('[data-facet="language"] a', { hasText: "German" });
      const count = Number(await german.locator(".n").textContent());
      await german.click();
      await page.waitForURL(/language=de/);
      assert.equal(await total(page), count);
      assert.deepEqual([...new Set(await page.locator(".hit h2").evaluateAll((all) => all.map((h) => h.lang)))], ["de"]);
      assert.equal(await page.locator('[data-facet="language"] a[aria-current]').count(), 1);
      await page.locator(".chips a").click();
      assert.equal(await total(page), all);
    },
  },

  "a bar of the timeline narrows to its time": {
    async run({ page }) {
      await page.goto("/");
      const bars = page.locator("[data-timeline] a:not([tabindex='-1'])");
      const bar = page.locator("[data-timeline] a[aria-label]").filter({ hasNot: page.locator('rect.bar[height="0"]') }).last();
      const [label, words] = [await bar.getAttribute("data-label"), await bar.getAttribute("aria-label")];
      assert.equal(await bars.count(), 1, "the Tab key stops once at the picture");
      await bar.click();
      await page.waitForURL((url) => url.searchParams.get("from") === label && url.searchParams.get("to") === label);
      assert.equal(await total(page), Number(words.replaceAll(",", "").match(/(\d+) article/)[1]));
    },
  },

  "dragging over the timeline narrows to a span": {
    async run({ page }) {
      await page.goto("/");
      const labels = await page.locator("[data-timeline] a").evaluateAll((all) => all.map((a) => a.dataset.label));
      const box = await page.locator("[data-timeline] .plot svg").boundingBox();
      const x = (i) => box.x + (box.width * (i + 0.5)) / labels.length;
      const last = labels.length - 1;
      const first = Math.max(0, last - 3);
      await page.mouse.move(x(last), box.y + 40);
      await page.mouse.down();
      await page.mouse.move(x(first) + 2, box.y + 40, { steps: 5 });
      assert.equal(await page.locator("[data-chosen]").getAttribute("visibility"), "visible");
      await page.mouse.up();
      await page.waitForURL((url) => url.searchParams.get("from") === labels[first] && url.searchParams.get("to") === labels[last]);
      assert.ok((await total(page)) > 0);
      assert.match(await page.locator(".chips").textContent(), /Published/);
    },
  },

  "slash, j, k and o do what they say": {
    async run({ page }) {
      await page.goto("/");
      await page.keyboard.press("/");
      assert.equal(await page.evaluate(() => document.activeElement.id), "q");
      await page.keyboard.press("Escape");
      for (const key of ["j", "j", "k", "j"]) await page.keyboard.press(key);
      const second = page.locator(".hit").nth(1);
      assert.ok(await second.evaluate((hit) => hit.classList.contains("at")));
      const address = await second.locator("h2 a").getAttribute("href");
      await page.keyboard.press("o");
      await page.waitForURL((url) => url.pathname === address);
    },
  },

  "pages follow each other without repeats": {
    async run({ page }) {
      await page.goto("/?sort=oldest");
      const addresses = () => page.locator(".hit h2 a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
      const first = await addresses();
      await page.locator("[data-next]").click();
      await page.waitForURL(/cursor=/);
      const second = await addresses();
      assert.equal(await page.locator(".hits").getAttribute("start"), "21");
      assert.equal(new Set([...first, ...second]).size, first.length + second.length);
      await page.getByText("First page").click();
      assert.deepEqual(await addresses(), first);
    },
  },

  "going back brings the search as it was": {
    async run({ page }) {
      await page.goto("/?q=bridge&sort=oldest");
      const addresses = () => page.locator(".hit h2 a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
      const before = await addresses();
      await page.locator(".hit h2 a").first().click();
      await page.waitForURL(/\/articles\//);
      await page.goBack();
      assert.equal(await page.inputValue("#q"), "bridge");
      assert.deepEqual(await addresses(), before);
      assert.equal(await page.locator(".loading").count(), 0);
    },
  },

  "a search that takes long shows that it is under way": {
    async run({ page }) {
      await page.goto("/");
      await page.route(/q=ferry/, async (route) => {
        await new Promise((done) => setTimeout(done, 1500));
        await route.continue();
      });
      // Nothing can be asked of a page that is on its way to the next: it notes itself what it shows.
      await page.evaluate(() => new MutationObserver(() => {
        const sign = document.querySelector(".loading[role=status]");
        if (sign) sessionStorage.setItem("shown", document.getElementById("main").getAttribute("aria-busy"));
      }).observe(document.body, { childList: true }));
      await page.fill("#q", "ferry");
      await page.press("#q", "Enter");
      await page.waitForURL(/q=ferry/);
      await page.locator(".hit").first().waitFor();
      assert.equal(await page.evaluate(() => sessionStorage.getItem("shown")), "true");
      assert.equal(await page.locator(".loading").count(), 0);
    },
  },

  "the result can be taken away as what it is": {
    async run({ page, at }) {
      // A feed holds fifty at most.
      await page.goto("/?q=said&language=en");
      const n = await total(page);
      assert.ok(n > 10 && n <= 50, `${n}`);
      const links = page.locator(".takeaway a");
      const of = async (words) => {
        const reply = await page.request.get(at + (await links.filter({ hasText: words }).getAttribute("href")));
        assert.equal(reply.status(), 200, words);
        return reply.text();
      };
      assert.equal((await of("JSON Lines")).trim().split("\n").length, n);
      assert.equal((await of("CSV")).trim().split("\r\n").length, n + 1);
      assert.equal((await of("Atom feed")).split("<entry>").length - 1, n);
      assert.equal(JSON.parse(await of("JSON feed")).items.length, n);
    },
  },

  "a query that cannot be read is shown at its place": {
    options: { expectErrors: true },
    async run({ page }) {
      const reply = await page.goto(`/?q=${encodeURIComponent("ferry AND (bridge")}`);
      assert.equal(reply.status(), 400);
      assert.match(await page.locator(".notice pre").textContent(), /ferry AND \(bridge/);
      assert.equal(await page.locator(".notice mark.wrong").count(), 1);
      assert.equal(await page.inputValue("#q"), "ferry AND (bridge");
    },
  },

  "nothing found says so": {
    async run({ page }) {
      await page.goto("/?q=xylophonequartz&language=de");
      assert.match(await page.locator(".empty-state").textContent(), /Nothing was found/);
      assert.match(await page.locator(".empty-state").textContent(), /German/);
    },
  },

  "markup in the address is text": {
    options: { expectErrors: true },
    async run({ page }) {
      const hostile = encodeURIComponent('"><script>alert(1)</script><img src=x onerror=alert(2)>');
      await page.goto(`/?q=${hostile}&source=${hostile}&from=${hostile}&sort=${hostile}&cursor=${hostile}`);
      assert.equal(await page.locator("main script, main img").count(), 0);
    },
  },

  "search and filters work without scripts": {
    options: { javaScriptEnabled: false },
    async run({ page }) {
      await page.goto("/");
      await page.fill("#q", "bridge");
      await page.press("#q", "Enter");
      await page.waitForURL(/q=bridge/);
      assert.ok((await page.locator(".hit").count()) > 0);
      await page.locator(".hit h2 a").first().click();
      await page.waitForURL(/\/articles\//);
      assert.ok((await page.locator(".body p").count()) > 0);
    },
  },
};
