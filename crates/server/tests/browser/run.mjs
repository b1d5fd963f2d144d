// Drives the pages of a real server in a real browser.
//
//   node run.mjs --modules DIR --chromium PATH (--at URL | --server PROGRAM --seeds DIR) [--only WORD] [--pictures DIR]
//
// Prints a line a test and "N passed, M failed"; exit code 1 when one failed.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { pictures } from "./pictures.mjs";
import { reading } from "./reading.mjs";
import { searching } from "./searching.mjs";
import { trying } from "./trying.mjs";
import { whole } from "./whole.mjs";

const { values: flags } = parseArgs({
  options: {
    modules: { type: "string" },
    chromium: { type: "string" },
    server: { type: "string" },
    seeds: { type: "string" },
    at: { type: "string" },
    only: { type: "string" },
    pictures: { type: "string" },
  },
});

// The modules are installed under the build folder, not beside this file.
const require = createRequire(join(resolve(flags.modules), "package.json"));
const { chromium } = require("playwright-core");
const axe = require.resolve("axe-core/axe.min.js");

/** Imports the seeds into an archive of their own, serves it and waits for the address that is printed. */
function start(folder) {
  const archive = join(folder, "archive");
  const imported = spawnSync(flags.server, ["import", flags.seeds, "--archive", archive], { encoding: "utf8" });
  // Some seeds are no text, and are told as such with exit code 1.
  if (imported.error || imported.status > 1) throw imported.error ?? new Error(imported.stderr);
  const child = spawn(flags.server, ["serve", "--archive", archive, "--listen", "127.0.0.1:0"], {
    stdio: ["ignore", "inherit", "pipe"],
  });
  return new Promise((found, failed) => {
    let said = "";
    child.stderr.on("data", (bytes) => {
      said += bytes;
      const address = said.match(/http:\/\/[^\s/]+/);
      if (address) found({ at: address[0], stop: () => child.kill("SIGTERM") });
    });
    child.on("exit", (code) => failed(new Error(`the server stopped with ${code}: ${said}`)));
    child.on("error", failed);
  });
}

const folder = mkdtempSync(join(tmpdir(), "browser-"));
const server = flags.at ? { at: flags.at, stop() {} } : await start(folder);
const browser = await chromium.launchPersistentContext(join(folder, "profile"), {
  executablePath: flags.chromium,
  args: [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});

/** A fresh window. What it logs as an error, and every request elsewhere, fails the test. */
async function open(options = {}) {
  const { expectErrors, ...rest } = options;
  const context = await browser.browser().newContext({
    baseURL: server.at,
    viewport: { width: 1280, height: 800 },
    colorScheme: "light",
    ...rest,
  });
  const faults = [];
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(server.at).origin) {
      faults.push(`request to another host: ${request.url()}`);
    }
  });
  context.on("weberror", (error) => faults.push(`uncaught: ${error.error()}`));
  context.on("console", (message) => {
    // A page that is meant to answer with an error status is logged as a failed load.
    const meant = expectErrors && /Failed to load resource/.test(message.text());
    if (message.type() === "error" && !meant) faults.push(`console: ${message.text()}`);
  });
  context.on("dialog", (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  const page = await context.newPage();
  return { page, context, faults };
}

const tests = { ...searching, ...reading, ...trying, ...whole };
let [passed, failed] = [0, 0];
try {
  if (flags.pictures) {
    mkdirSync(flags.pictures, { recursive: true });
    await pictures(open, flags.pictures);
  } else {
    for (const [name, { options, run }] of Object.entries(tests)) {
      if (flags.only && !name.includes(flags.only)) continue;
      const window = await open(options);
      window.page.setDefaultTimeout(15_000);
      try {
        await run({ ...window, axe, seeds: flags.seeds, at: server.at });
        if (window.faults.length) throw new Error(window.faults.join("\n"));
        passed += 1;
        console.log(`ok     ${name}`);
      } catch (error) {
        failed += 1;
        console.log(`FAILED ${name}\n       ${String(error.stack ?? error).replaceAll("\n", "\n       ")}`);
      } finally {
        await window.context.close();
      }
    }
    console.log(`${passed} passed, ${failed} failed`);
  }
} finally {
  await browser.close();
  server.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exitCode = failed > 0 || (!flags.pictures && passed === 0) ? 1 : 0;
