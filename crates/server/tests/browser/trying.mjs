// "Try it": typed, pasted, dropped, sent by a form.
import assert from "node:assert/strict";

const TEXT = `Council closes bridge

By Ana Lima

LEEDS, July 14 - The council voted on Monday to close the old bridge. Work on the new one begins in May.

Residents had asked for a ferry.
`;

async function isRead(page) {
  await page.locator("[data-sv] .line").first().waitFor();
  assert.equal(await page.locator(".line.r-headline .text").first().textContent(), "Council closes bridge");
  const byline = page.locator(".field", { has: page.locator('.name[title="bylines[0].name"]') });
  assert.equal(await byline.locator(".value").textContent(), "Ana Lima");
}

export const trying = {
  "what is pasted is read at once": {
    async run({ page }) {
      await page.goto("/try");
      await page.fill("#text", TEXT);
      await isRead(page);
      await page.locator(".field .name[title='headline']").hover();
      assert.equal(await page.locator("mark.on").first().textContent(), "Council closes bridge");
      await page.fill("#text", "");
      await page.waitForFunction(() => !document.querySelector("[data-sv]"));
    },
  },

  "a file that is chosen is read at once": {
    async run({ page }) {
      await page.goto("/try");
      await page.setInputFiles("[data-try-file]", { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from(TEXT) });
      await isRead(page);
      assert.match(await page.locator("[data-try-status]").textContent(), /a\.txt/);
    },
  },

  "a file that is dropped is read at once": {
    async run({ page }) {
      await page.goto("/try");
      const transfer = await page.evaluateHandle((text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], "dropped.txt", { type: "text/plain" }));
        return transfer;
      }, TEXT);
      await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
      await isRead(page);
    },
  },

  "what is no text is refused with a reason": {
    options: { expectErrors: true },
    async run({ page }) {
      await page.goto("/try");
      const buffer = Buffer.from("%PDF-1.7\n%\u00e2\u00e3");
      await page.setInputFiles("[data-try-file]", { name: "a.pdf", mimeType: "application/pdf", buffer });
      await page.locator(".notice").waitFor();
      assert.match(await page.locator(".notice").innerText(), /PDF/);
    },
  },

  "the form works without scripts": {
    options: { javaScriptEnabled: false },
    async run({ page }) {
      await page.goto("/try");
      await page.fill("#text", TEXT);
      await page.getByRole("button", { name: "Read it" }).click();
      await isRead(page);
      assert.match(await page.inputValue("#text"), /Council closes bridge/);
    },
  },

  "the example is read": {
    async run({ page }) {
      await page.goto("/try");
      await page.getByRole("button", { name: "Read an example" }).click();
      await page.locator(".line.r-headline").first().waitFor();
      assert.ok((await page.locator(".line").count()) > 10);
    },
  },

  "markup that is pasted is text": {
    async run({ page }) {
      await page.goto("/try");
      const hostile =
        "Council closes bridge\n\n<script>alert(1)</script><img src=x onerror=alert(2)>\n\n</textarea><script>alert(3)</script>\n";
      await page.fill("#text", hostile);
      await page.locator("[data-sv] .line").first().waitFor();
      assert.equal(await page.locator("main script, main img").count(), 0);
      assert.match(await page.locator(".sv-doc").innerText(), /onerror=alert\(2\)/);
    },
  },

  "a page that is pasted is read as one, and runs nothing": {
    async run({ page }) {
      await page.goto("/try");
      const body = "<p>The old bridge over the Elder will be closed from Monday on, the council said.</p>".repeat(4);
      const hostile = `<html><body><script>alert(1)</script><h1>Council closes bridge</h1>${body}<img src=x onerror=alert(2)></body></html>`;
      await page.fill("#text", hostile);
      await page.locator("[data-sv] .line").first().waitFor();
      assert.equal(await page.locator("main script, main img").count(), 0);
      const shown = await page.locator(".sv-doc").innerText();
      assert.match(shown, /Council closes bridge/);
      assert.doesNotMatch(shown, /alert\(/);
    },
  },
};
