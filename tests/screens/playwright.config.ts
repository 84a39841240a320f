import { defineConfig } from "@playwright/test";
import base from "../../playwright.config.ts";

/**
 * `npm run screens`: pictures of every page in each language, theme and width, for people to look at.
 * `npm run pictures`: those of README.md and docs/organizer.md.
 */
export default defineConfig({
  ...base,
  testDir: ".",
  globalSetup: "../e2e/start-site.ts",
  globalTeardown: "./write-index.ts",
  outputDir: "../../test-results",
  timeout: 600_000,
  retries: 0,
  projects: [
    { name: "screens", testIgnore: "docs.spec.ts" },
    { name: "docs", testMatch: "docs.spec.ts" },
  ],
});
