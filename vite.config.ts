import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Makes the server bundle's entry our own command line, so that `node build/server/index.js <command>` is every process. */
const commandLineEntry = (): Plugin => ({
  name: "command-line-entry",
  enforce: "post",
  config: (_config, env) =>
    env.isSsrBuild ? { build: { rollupOptions: { input: "./app/cli/main.ts" } } } : undefined,
});

const underTest = Boolean(process.env.VITEST);

export default defineConfig({
  plugins: [tailwindcss(), !underTest && remix(remixConfig), commandLineEntry()],
  build: { target: "es2022", assetsInlineLimit: 0 },
  optimizeDeps: { esbuildOptions: { target: "es2022" } },
  esbuild: underTest ? { jsx: "automatic" } : {},
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/{unit,emails}/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/quiet-console.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["tests/{db,domain,routes,tasks,cli}/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/quiet-console.ts"],
          globalSetup: ["tests/support/cluster.ts"],
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          setupFiles: ["tests/support/quiet-console.ts"],
          globalSetup: ["tests/support/cluster.ts"],
          // The built worker runs beside the tests: a second file at once would slow both down.
          maxWorkers: 1,
          testTimeout: 900_000,
        },
      },
    ],
  },
});
