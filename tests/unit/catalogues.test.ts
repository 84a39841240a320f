import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { contents } from "#app/domain/outbox/contents/index.ts";
import en from "#app/i18n/en/index.ts";
import es from "#app/i18n/es/index.ts";
import {
  countryName,
  formatDate,
  formatDollars,
  formatNumber,
  formatTime,
  locales,
} from "#app/i18n/index.ts";

/**
 * Catalogues for organizers, developers and the company, which may stay in English. All others exist in every
 * language.
 */
const consoleAlone = new Set([
  "organize",
  "organizerMail",
  "updates",
  "meetings",
  "pledgeList",
  "letterConsole",
  "packs",
  "dashboard",
  "decisions",
  "exchange",
  "people",
  "team",
  "audit",
  "imports",
  "review",
  "api",
  "tokens",
  "editing",
  "annexes",
  "letterPapers",
  "closing",
  "requests",
  "looks",
  "failedEmails",
  "approvals",
  "approving",
  "erase",
]);
const root = join(import.meta.dirname, "../..");
type Leaf = string | number | ((...values: unknown[]) => unknown);

/** Every message by its path: `sign.form.button`. */
function leaves(tree: unknown, path = ""): [string, Leaf][] {
  if (typeof tree !== "object" || tree === null) return [[path, tree as Leaf]];
  return Object.entries(tree).flatMap(([key, value]) => leaves(value, path === "" ? key : `${path}.${key}`));
}

const catalogueOf = (path: string) => path.split(".")[0] ?? "";
const forTheConsole = (path: string) =>
  consoleAlone.has(catalogueOf(path)) || /^lettersPublic\.(moderation|replies)\./.test(path);
const english = new Map(leaves(en).filter(([path]) => !forTheConsole(path)));
const spanish = new Map(leaves(es));

/** Every language but English from its folder, without English fallbacks. */
const folders = readdirSync(join(root, "app/i18n"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const others = await Promise.all(
  folders
    .filter((name) => name !== "en")
    .map(async (name) => {
      const { default: tree } = await import(join(root, "app/i18n", name, "index.ts"));
      return [name, { tree, own: new Map(leaves(tree)) }] as const;
    }),
);

/**
 * A value that any message accepts: a text and a number whose name shows where it is printed. A property of
 * it is such a value, too.
 */
function probe(name: string): unknown {
  const text = `‹${name}›`;
  const known = new Map<string | symbol, unknown>();
  const of = (whole: object, key: string | symbol) => {
    const own: unknown = Reflect.get(whole, key, whole);
    return typeof own === "function" ? own.bind(whole) : own;
  };
  return new Proxy(() => text, {
    get(_, key) {
      if (key === Symbol.toPrimitive) return () => text;
      if (key in String.prototype) return of(Object(text), key);
      if (key in Array.prototype) return of([text], key);
      if (!known.has(key)) known.set(key, probe(`${name}.${String(key)}`));
      return known.get(key);
    },
  });
}

const render = (message: Leaf, ...values: unknown[]) => {
  const text = typeof message === "function" ? message(...values) : message;
  return typeof text === "string" ? text : (JSON.stringify(text) ?? "");
};
const printed = (text: string) => [...new Set(text.match(/‹[\w.]+›/g) ?? [])].sort();
const probes = (message: Leaf) =>
  typeof message === "function" ? Array.from({ length: message.length }, (_, n) => probe(String(n))) : [];
/** Which values a message prints; null if it needs a real value to choose its words. */
function placeholders(message: Leaf, values: unknown[]): string[] | null {
  try {
    return printed(render(message, ...values));
  } catch {
    return null;
  }
}

test("every folder of words is a language of the site", () => {
  expect(folders.sort(), "a folder without an index.ts").toEqual([...locales].sort());
  // As the database takes it.
  for (const locale of locales) expect(locale).toMatch(/^[a-z]{2}$/);
});

test.each(others)("all that the public reads, or gets by mail, is said in %s", (locale, { tree, own }) => {
  const missing = [...english.keys()].filter((path) => !own.has(path));
  const whole = new Set(missing.map(catalogueOf).filter((name) => !Object.hasOwn(tree, name)));
  const lacking = [
    ...[...whole].map((name) => `${name}: the whole catalogue (if organizers alone read it, name it above)`),
    ...missing.filter((path) => !whole.has(catalogueOf(path))),
  ];
  expect(lacking, `to be said in app/i18n/${locale}`).toEqual([]);
});

/** What a message says for any value, if that can be determined. */
function saidOf(message: Leaf | undefined): string | null {
  try {
    return message === undefined ? null : render(message, ...probes(message));
  } catch {
    return null;
  }
}

test.each(others)("nothing of two words or more is left in English in %s", (locale, { own }) => {
  const left = [...english].flatMap(([path, message]) => {
    const text = saidOf(message);
    const isSame = text !== null && /\p{Ll}{2} \p{Ll}{2}/u.test(text) && saidOf(own.get(path)) === text;
    return isSame ? [`${path}: ${text}`] : [];
  });
  expect(left, `to be translated in app/i18n/${locale}`).toEqual([]);
});

/** Files of the app reachable from these, themselves included. Type imports bring no words. */
function reachedFrom(files: string[]): string[] {
  const reached = new Set(files);
  for (const file of reached)
    for (const [, path] of readFileSync(file, "utf8").matchAll(
      /(?:im|ex)port(?! type\b)[^"';]* from "((?:\.|#app\/)[^"?]+\.tsx?)"/g,
    ))
      if (path) reached.add(path.startsWith("#") ? join(root, path.slice(1)) : join(dirname(file), path));
  return [...reached].filter((file) => !file.includes("/i18n/"));
}

test("no public page, personal page or email reads an organizers' catalogue", () => {
  const routes = join(root, "app/routes");
  const open = readdirSync(routes, { recursive: true, encoding: "utf8" })
    .filter((name) => /^(public|personal)\b.*\.tsx?$/.test(name))
    .map((name) => join(routes, name));
  const toOthers = new Set<string>(contents.flatMap(({ name, to }) => (to === "organizer" ? [name] : [])));
  toOthers.add("letter-part");
  const index = readFileSync(join(root, "emails/index.ts"), "utf8");
  const named = index
    .slice(index.indexOf("export const emails = {"))
    .matchAll(/^ {2}(?:"([a-z-]+)": )?([a-zA-Z]+),$/gm);
  const toPeople = new Set(
    [...named].flatMap(([, name, template = ""]) => (toOthers.has(name ?? template) ? [] : [template])),
  );
  const mails = [...index.matchAll(/^import \{ ([a-zA-Z, ]+) \} from "\.\/([a-z-]+\.ts)";$/gm)].flatMap(
    ([, templates = "", file = ""]) =>
      templates.split(", ").some((template) => toPeople.has(template)) ? [join(root, "emails", file)] : [],
  );
  expect(mails.length).toBeGreaterThan(15);
  const names = [...consoleAlone].join("|");
  const reads = new RegExp(
    `(?:\\bwords\\([^()]*\\)|\\buseWords\\(\\))\\.(?:${names})\\b|\\{[^{}]*\\b(?:${names})\\b[^{}]*\\} = (?:useWords|words)\\([^()]*\\);`,
    "g",
  );
  const files = reachedFrom([...open, ...mails]);
  expect(files.length).toBeGreaterThan(200);
  const wrong = files.flatMap((file) =>
    (readFileSync(file, "utf8").match(reads) ?? []).map((read) => `${relative(root, file)}: ${read}`),
  );
  expect(wrong).toEqual([]);
});

test.each(others)("%s says nothing that English does not", (_locale, { own }) => {
  const all = new Set(leaves(en).map(([path]) => path));
  expect([...own.keys()].filter((path) => !all.has(path))).toEqual([]);
});

test.each(others)("a message prints the same values in %s", (locale, { own: messages }) => {
  const different = [...english].flatMap(([path, message]) => {
    const own = messages.get(path);
    if (own === undefined || typeof message !== "function") return [];
    if (typeof own !== "function") return [`${path}: takes no values in ${locale}`];
    const values = probes(message);
    const [there, here] = [placeholders(message, values), placeholders(own, values)];
    return String(there) === String(here)
      ? []
      : [`${path}: prints ${there} in English, ${here} in ${locale}`];
  });
  expect(different).toEqual([]);
});

/** The text without its number, to see whether its words changed. */
const wordsAlone = (text: string) => text.replace(/\p{Nd}(?:[\p{Nd}.,’٬٫\u00a0\u202f]*\p{Nd})?/gu, "#");

test.each(others)(
  "what English says differently of one and of many, %s does too, and a million is many",
  (_locale, { tree, own: messages }) => {
    // Some languages have one form for every number.
    if (new Intl.PluralRules(tree.language.tag).resolvedOptions().pluralCategories.length === 1) return;
    const wrong = [...english].flatMap(([path, message]) => {
      const own = messages.get(path);
      if (typeof message !== "function" || typeof own !== "function" || message.length === 0) return [];
      try {
        const of = (one: Leaf, count: number | string) =>
          wordsAlone(render(one, ...Array.from({ length: message.length }, () => count)));
        const wrongWith = (one: number | string, many: number | string) =>
          of(message, one) !== of(message, many) && of(own, one) === of(own, many);
        if (wrongWith(1, 2) || wrongWith("1", "2")) return [`${path}: the same of one and of two`];
        if (of(own, 2) !== of(own, 1_000_000) && of(message, 2) === of(message, 1_000_000))
          return [`${path}: a million is not as two`];
      } catch {
        return [];
      }
      return [];
    });
    expect(wrong).toEqual([]);
  },
);

test("Spanish uses usted, tú among friends, both question marks, and no dash", () => {
  const informal =
    /(^|[^\p{L}])(tú|tu|tus|ti|contigo|vosotros|vuestr\p{L}+|haz|puedes|tienes|quieres)(?!\p{L})/iu;
  const formal = /(^|[^\p{L}])(usted|ustedes)(?!\p{L})/iu;
  const wrong = [...spanish].flatMap(([path, message]) => {
    let text = "";
    try {
      text = render(message, ...probes(message));
    } catch {
      return [];
    }
    const questions = (text.match(/\?/g)?.length ?? 0) !== (text.match(/¿/g)?.length ?? 0);
    const address = path.startsWith("common.share.texts.") ? formal : informal;
    return questions || address.test(text) || /[—–]/.test(text) ? [`${path}: ${text}`] : [];
  });
  expect(wrong).toEqual([]);
});

test("both languages set their marks as a printer does: “so”, and the people’s", () => {
  const wrong = [...leaves(en), ...spanish].flatMap(([path, message]) => {
    try {
      const text = render(message, ...probes(message));
      return /[«»]|\p{L}'\p{L}/u.test(text) ? [`${path}: ${text}`] : [];
    } catch {
      return [];
    }
  });
  expect(wrong).toEqual([]);
});

test.each([en, es as unknown as typeof en])(
  "what a text names a button or a box is what it is called: $language.name",
  ({ names, personal, errors, sign, letter, pledge }) => {
    const named = [
      [names.leave.text, personal.manage.hideButton],
      [errors.form["consent-missing"], sign.form.consents.sign],
      [letter.errors["consent-letter-missing"], letter.form.consentLetter],
      [letter.errors["consent-deliver-missing"], letter.form.consentDeliver("Acme")],
      [letter.form.displayHint, letter.form.displays.public],
      [pledge.errors["consent-pledge-missing"], pledge.second.consentPledge],
      [pledge.errors["way-missing"], pledge.ways.unsure.label],
    ];
    const nameIn = (text = "") => /“([^”…]+?)\s*…?”/.exec(text)?.[1] ?? text;
    const wrong = named.filter(([text, label = ""]) => !label.startsWith(nameIn(text)));
    expect(wrong).toEqual([]);
  },
);

test("dates, numbers and dollars look as Spanish readers in the Americas expect", () => {
  const day = new Date("2026-11-24T14:05:00Z");
  expect(formatDate("es", day)).toBe("24 de noviembre de 2026");
  expect([formatTime("es", day), formatTime("en", day)]).toEqual(["2:05\u00a0p.m.", "2:05\u00a0p.m."]);
  expect(formatDate("en", day)).toBe("November 24, 2026");
  expect([formatNumber("es", 5000), formatNumber("es", 38412)]).toEqual(["5,000", "38,412"]);
  expect(formatDollars("es", "12345.6")).toBe("$12,345.60");
});

test("pages show a time of day by formatTime, never by the digits of an ISO moment", () => {
  const all = ["app/routes", "app/ui"].flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((file) => join(folder, String(file))),
  );
  const files = all.filter((file) => /\.tsx$/.test(file));
  expect(files.length).toBeGreaterThan(300);
  expect(files.filter((file) => /toISOString\(\)\.slice\(11/.test(readFileSync(file, "utf8")))).toEqual([]);
});

test("a country is told in the language, and what is no code as it was given", () => {
  expect([countryName("en", "DE"), countryName("es", "DE")]).toEqual(["Germany", "Alemania"]);
  expect(["", "Germany", "D"].map((given) => countryName("en", given))).toEqual(["", "Germany", "D"]);
});
