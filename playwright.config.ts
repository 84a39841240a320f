import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** Debian's Chromium without windows first, where it is installed: a page takes a quarter less of the processor in it. */
const installed = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
].find((path) => path && existsSync(path));

/** Quiet: no look-ups of the browser's own, which a closed network refuses many at a time. */
const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Letters as wide as a phone sets them: the Chromium without windows rounds them to whole pixels otherwise.
  "--font-render-hinting=none",
];

const { LD_PRELOAD: _, ...withoutPreload } = process.env;

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/start-site.ts",
  // More than cores: a journey waits for emails and for what is typed to be saved.
  workers: 3,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    launchOptions: {
      ...(installed ? { executablePath: installed } : {}),
      args: process.getuid?.() === 0 ? ["--no-sandbox", ...quiet] : quiet,
      // On another day (tests/suite/on-another-day.mjs) too: libfaketime costs Chromium ten times the processor.
      env: withoutPreload,
    },
  },
  projects: [
    { name: "javascript on", use: { javaScriptEnabled: true } },
    // What styles and frames do without scripts; what a form does is in tests/journeys, without a browser.
    { name: "javascript off", use: { javaScriptEnabled: false }, grep: /@sight/ },
  ],
});
