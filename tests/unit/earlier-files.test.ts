import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Hono } from "hono";
import { expect, onTestFinished, test } from "vitest";
import { keepEarlier } from "#app/cli/build.mjs";
import { serveClientFiles } from "#app/http/client-files.server.ts";

const day = 86_400_000;

/** A checkout with hand-written builds. */
function aCheckout() {
  const root = mkdtempSync(join(tmpdir(), "undersigned-build-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const build = (at: number, files: Record<string, string>) => {
    const settle = keepEarlier(root, new Date(at));
    rmSync(join(root, "build/client"), { recursive: true, force: true });
    for (const [path, text] of Object.entries(files)) {
      const file = join(root, "build/client", path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    settle();
  };
  const kept = () => {
    const app = new Hono();
    app.use(serveClientFiles(["build/client", "build/earlier"].map((folder) => join(root, folder))));
    return async (path: string) => {
      const answer = await app.request(path);
      return answer.status === 200 ? answer.text() : answer.status;
    };
  };
  return { root, build, asks: kept };
}

test("an open page finds its files for seven days after a build", async () => {
  const began = Date.UTC(2026, 0, 1);
  const { root, build, asks } = aCheckout();
  build(began, {
    "assets/old-1.js": "old",
    "assets/same-1.js": "same",
    "fonts/a-1.woff2": "a",
    "count.js": "1",
  });
  // It was in use for a month before it was replaced.
  build(began + 30 * day, { "assets/new-2.js": "new", "assets/same-1.js": "same", "count.js": "2" });
  let ask = asks();
  expect(await ask("/assets/old-1.js")).toBe("old");
  expect(await ask("/assets/new-2.js")).toBe("new");
  expect(await ask("/fonts/a-1.woff2")).toBe("a");
  expect(await ask("/count.js")).toBe("2");
  expect(readdirSync(join(root, "build"))).toEqual(["client", "earlier"]);

  build(began + 36 * day, { "assets/new-3.js": "newer", "count.js": "3" });
  ask = asks();
  expect(
    await Promise.all(["old-1", "same-1", "new-2", "new-3"].map((name) => ask(`/assets/${name}.js`))),
  ).toEqual(["old", "same", "new", "newer"]);
  build(began + 38 * day, { "assets/new-2.js": "again", "count.js": "4" });
  ask = asks();
  expect(await ask("/assets/old-1.js")).toBe(404);
  expect(await ask("/assets/new-2.js")).toBe("again");
  expect(await ask("/assets/new-3.js")).toBe("newer");
});

test("a server running during a build finds replaced files, and 404s removed ones", async () => {
  const { root, build, asks } = aCheckout();
  build(Date.UTC(2026, 0, 1), { "assets/old-1.js": "old", "assets/gone-1.js": "gone" });
  const ask = asks();
  build(Date.UTC(2026, 0, 2), { "assets/new-2.js": "new" });
  rmSync(join(root, "build/earlier/assets/gone-1.js"));
  expect(await ask("/assets/old-1.js")).toBe("old");
  expect(await ask("/assets/gone-1.js")).toBe(404);
});

test("a build that fails loses no file of the one before", async () => {
  const { root, build, asks } = aCheckout();
  build(Date.UTC(2026, 0, 1), { "assets/old-1.js": "old" });
  keepEarlier(root, new Date(Date.UTC(2026, 0, 2)));
  rmSync(join(root, "build/client"), { recursive: true });
  build(Date.UTC(2026, 0, 3), { "assets/new-2.js": "new" });
  expect(await asks()("/assets/old-1.js")).toBe("old");
});
