import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import type { TestSpecification, Vitest } from "vitest/node";
import { keepEarlier } from "./app/cli/build.mjs";
import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/**
 * Makes the server bundle's entry our own command line, so that `node build/server/index.js <command>` is
 * every process. Threads, the processes for pictures, and what the tests start, are files of their own next to it.
 */
const commandLineEntry = (): Plugin => ({
  name: "command-line-entry",
  enforce: "post",
  config: (_config, env) => {
    if (!env.isSsrBuild) return undefined;
    const input = {
      index: "./app/cli/main.ts",
      "start-site": "./app/cli/process/start-site.ts",
      "screening-thread": "./app/domain/screening/screening-thread.ts",
      "papers-thread": "./app/pdf/papers-thread.ts",
      "picture-process": "./app/pictures/picture-process.ts",
      "drawing-process": "./app/pictures/drawing-process.ts",
    };
    return { build: { rollupOptions: { input, output: { entryFileNames: "[name].js" } } } };
  },
});

/** Keeps each style sheet compressed next to itself, for the server to send: what browsers get is a fifth of it. */
const compressStyles = (): Plugin => ({
  name: "compress-styles",
  apply: "build",
  writeBundle({ dir = "" }, bundle) {
    for (const file of Object.keys(bundle).filter((name) => name.endsWith(".css"))) {
      const plain = readFileSync(join(dir, file));
      writeFileSync(join(dir, `${file}.br`), brotliCompressSync(plain));
      writeFileSync(join(dir, `${file}.gz`), gzipSync(plain, { level: 9 }));
    }
  },
});

/** Keeps what pages of earlier builds still ask for. */
const keepEarlierFiles = (): Plugin => {
  let root = "";
  let settle = () => {};
  return {
    name: "keep-earlier-files",
    apply: (_config, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
    configResolved: (config) => {
      root = config.root;
    },
    buildStart: () => {
      settle = keepEarlier(root);
    },
    closeBundle: () => settle(),
  };
};

/**
 * Files that take long for their size. Without the times of an earlier run, vitest begins with the largest file: one of
 * these that begins last keeps a core idle for a minute.
 */
const long =
  /(routes\/(another-company|console-table|organizers-kept-out|security)|cli\/commands|deep\/(abuse|embedded|log|noise|patterns-linear|transactions)|unit\/pictures-made)\.test\.ts$/;

/** Vitest's own order, behind the files that take long. */
class LongestFirst {
  readonly #vitest: Vitest;

  constructor(vitest: Vitest) {
    this.#vitest = vitest;
  }

  async sort(files: TestSpecification[]) {
    const sorted = await (await this.#own()).sort(files);
    return [
      ...sorted.filter((file) => long.test(file.moduleId)),
      ...sorted.filter((file) => !long.test(file.moduleId)),
    ];
  }

  async shard(files: TestSpecification[]) {
    return (await this.#own()).shard(files);
  }

  /** Loaded where tests run: a build reads this file, too. */
  async #own() {
    const { BaseSequencer } = await import("vitest/node");
    return new BaseSequencer(this.#vitest);
  }
}

/** With `TEST_SHUFFLE`, files and tests are in the order of `TEST_SEED`. */
const sequence = process.env.TEST_SHUFFLE
  ? { shuffle: { files: true, tests: true }, seed: Number(process.env.TEST_SEED ?? 1) }
  : { sequencer: LongestFirst };

const underTest = Boolean(process.env.VITEST);

const setupFiles = ["tests/support/quiet-console.ts", "tests/support/matchers.ts"];

export default defineConfig({
  plugins: [
    tailwindcss(),
    !underTest && remix(remixConfig),
    commandLineEntry(),
    compressStyles(),
    keepEarlierFiles(),
  ],
  build: { target: "es2022", assetsInlineLimit: 0 },
  // Loaded from node_modules by us and by drizzle: one copy (docs/decisions/0011-our-postgres-js.md).
  ssr: { external: ["postgres"] },
  optimizeDeps: { esbuildOptions: { target: "es2022" } },
  esbuild: underTest ? { jsx: "automatic" } : {},
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A busy machine may take long for what is waited for; nothing waits longer than it takes.
    expect: { poll: { timeout: 15_000 } },
    passWithNoTests: false,
    sequence,
    // Modules as transformed, by a hash of their text and this file: the next project and the next run read them.
    experimental: { fsModuleCache: true, fsModuleCachePath: ".cache/vitest" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/{unit,emails}/**/*.test.{ts,tsx}"],
          setupFiles,
          isolate: false,
          // By itself vitest leaves one of two cores idle.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: "storage",
          include: ["tests/{db,domain,tasks}/**/*.test.ts"],
          setupFiles,
          globalSetup: ["tests/support/cluster.ts"],
          // Every file has a database of its own and shares nothing else: loading all modules again for each took half the time.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: ["tests/{journeys,routes,cli}/**/*.test.ts"],
          setupFiles,
          globalSetup: ["tests/support/cluster.ts"],
          // As in storage: every file has a site and a database of its own.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: "deep",
          include: ["tests/deep/**/*.test.ts"],
          setupFiles,
          globalSetup: ["tests/support/cluster.ts"],
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 4 },
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          setupFiles,
          globalSetup: ["tests/support/cluster.ts"],
          // The built worker runs with the tests: a second file at once would slow both down.
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
          testTimeout: 900_000,
        },
      },
    ],
  },
});
