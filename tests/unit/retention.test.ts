import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { periods } from "#app/domain/base/periods.ts";
import { retention } from "#app/domain/upkeep/retention/retention.ts";
import en from "#app/i18n/en/index.ts";
import es from "#app/i18n/es/index.ts";

const app = join(import.meta.dirname, "../../app");
const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesUnder(path);
    return path.endsWith(".ts") ? [path] : [];
  });
const sources = ["domain", "tasks", "http", "mail"].flatMap((folder) =>
  filesUnder(join(app, folder)).map((path) => ({
    file: path.slice(app.length + 1),
    source: readFileSync(path, "utf8"),
  })),
);

/** Code that deletes. */
const deletes = /\bdelete from \w|\.delete\(|\bwiped_?at\b|\bfiles\.remove\(/i;
/** A duration as a number. */
const aLength =
  /interval '\d+ (?:minute|hour|day|week|month)s?'|make_interval\(\w+ => \d|[^\w.]\d[\d_]* \* (?:86_400_000|3_600_000|60_000|day\b|hour\b)/;
/** A constant that names a period by its unit. */
const aPeriod =
  /\b(?:kept|keep|retain|trace|wait|idle|absolute|confirm|unconfirmed)\w*(?:Minutes|Hours|Days|Months)\b\s*[:=]\s*\d/;

/** Files that delete and contain a duration that is no retention period, with what it is. */
const others: Record<string, string> = {
  "domain/activity/fold-hours.server.ts": "adds sums of hours up to days; nothing of people",
  "domain/outgoing/exports/queries.server.ts": "which exports began while something was in force",
  "domain/outgoing/exports/making/make-export.server.ts":
    "when a file that was asked for is begun, and begun again",
  "domain/upkeep/refusals/note-refusals.server.ts": "when owners are emailed of many refusals, and again",
  "domain/access/sign-in/sessions/session.server.ts": "how often the last use of a session is noted",
};
/** Sentences about prices, and about sums over hours. */
const ofNobody = /\bprice\b|by the day of UTC/;

test("what deletes by age reads its period from the one list", () => {
  expect(sources.some(({ file }) => file === "domain/upkeep/retention/purge-pending.server.ts")).toBe(true);
  const own = sources
    .filter(({ file }) => file !== "domain/base/periods.ts")
    .filter(({ source }) => (deletes.test(source) && aLength.test(source)) || aPeriod.test(source))
    .map(({ file }) => file);
  expect(new Set(own), "say it in app/domain/base/periods.ts").toEqual(new Set(Object.keys(others)));
});

const small = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const pequeños = "uno dos tres cuatro cinco seis siete ocho nueve diez once doce".split(" ");
const inHours = {
  minute: 1 / 60,
  hour: 1,
  day: 24,
  week: 168,
  month: 730,
  minuto: 1 / 60,
  hora: 1,
  día: 24,
  semana: 168,
  mes: 730,
};
const known = new Set(
  Object.entries(periods).map(([name, n]) =>
    /Months/.test(name) ? n * 730 : /Days$/.test(name) ? n * 24 : /Minutes$/.test(name) ? n / 60 : n,
  ),
);

/** Every text, with each function called with its own numbers. */
function texts(tree: unknown): string[] {
  if (typeof tree === "string") return [tree];
  if (typeof tree === "function") return [tree.toString()];
  if (typeof tree !== "object" || tree === null) return [];
  return Object.values(tree).flatMap(texts);
}

test.each([
  ["English", en, /\b(?:deleted|removed|erased|kept)\b/],
  ["Spanish", es, /\b(?:borra|borran|borrará|guarda|elimina)\b/],
] as const)("what is said in %s of when something goes is what the list says", (_, catalogue, goes) => {
  const sentences = texts(catalogue)
    .flatMap((text) => text.split(/(?<=[.;:])\s/))
    .filter((sentence) => goes.test(sentence) && !ofNobody.test(sentence))
    .flatMap((sentence) =>
      [
        ...sentence.matchAll(
          /(\p{L}+|\d+) (minute|hour|day|week|month|minuto|hora|día|semana|mes)(?:es|s)?(?!\p{L})/gu,
        ),
      ].map(([found, number = "", unit = ""]) => {
        const word = Math.max(small.indexOf(number), pequeños.indexOf(number)) + 1;
        const n = /^\d+$/.test(number) ? Number(number) : word;
        return { sentence, found, hours: n * inHours[unit as keyof typeof inHours] };
      }),
    )
    .filter(({ hours }) => hours > 0);
  expect(sentences.length).toBeGreaterThan(3);
  expect(sentences.filter(({ hours }) => !known.has(hours))).toEqual([]);
  const unconfirmed = sentences.filter(({ sentence }) => /confirm/i.test(sentence));
  expect(unconfirmed.length).toBeGreaterThan(3);
  expect(unconfirmed.filter(({ hours }) => hours !== periods.unconfirmedDays * 24)).toEqual([]);
});

test("the form to sign and the page of one's own data say how long both kinds are kept", () => {
  for (const { sign, personal } of [en, es])
    for (const phrase of [sign.form.next.privacy, personal.manage.kept])
      for (const n of [periods.unconfirmedDays, periods.closedMonths])
        expect(phrase).toMatch(new RegExp(`\\b${n} (?:days|months|días|meses)`));
});

test("the page of transparency prints periods of the list alone", () => {
  const values: readonly number[] = Object.values(periods);
  for (const { what, period } of retention) expect([what, values.includes(period)]).toEqual([what, true]);
});
