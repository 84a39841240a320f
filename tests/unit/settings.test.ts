import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readEnv } from "#app/lib/env.server.ts";

const sample = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
const names = [...sample.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name as string);
const read = (source: Record<string, string>) => readEnv("/nowhere", () => "x".repeat(40), source);

test("a setting that is empty is not set", () => {
  expect(names).toContain("METRICS_PORT");
  for (const empty of ["", " "])
    expect(read(Object.fromEntries(names.map((name) => [name, empty])))).toEqual(read({}));
});
