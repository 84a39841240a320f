import { defineConfig } from "@playwright/test";
import base from "../../playwright.config.ts";

/** `npm run screens`: pictures of every page in each language, theme and width, for people to look at. */
export default defineConfig({
  ...base,
  testDir: ".",
  globalSetup: "../e2e/start-site.ts",
  globalTeardown: "./write-index.ts",
  outputDir: "../../test-results",
  timeout: 600_000,
  retries: 0,
  projects: [{ name: "screens" }],
});
