import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commands, help, listCommands } from "#app/cli/commands.ts";
import { schemas } from "#app/routes/api/document/schemas.ts";

type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: string[];
  description?: string;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  propertyNames?: Schema;
  additionalProperties?: Schema;
};

const rowOf = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
const table = (heads: string[], rows: string[][]) =>
  [rowOf(heads), `|${"---|".repeat(heads.length)}`, ...rows.map(rowOf)].join("\n");

/** A command's usage as help shows it, without the campaign. A long one names only what it needs. */
async function usageOf(name: string): Promise<string> {
  const whole = (await help(name))
    .split("\n", 1)
    .join()
    .replace(/^.*? -- | --campaign S(?= |$)/g, "")
    .replace(/(\w+\|){3,}\w+/g, "…");
  return whole.length <= 72 ? whole : `${whole.replace(/ \[.*?\](?= |$)/g, "")} […]`;
}

/** A table of topics' commands. `site`: those of one word. */
async function commandsOf(topics: string[]): Promise<string> {
  const names = topics.flatMap((topic) =>
    topic === "site" ? Object.keys(commands).filter((name) => !name.includes(" ")) : listCommands(topic),
  );
  const rows = names.map(async (name) => [
    `\`${await usageOf(name)}\``,
    (await commands[name]?.())?.summary ?? "",
  ]);
  return table(["command", "does"], await Promise.all(rows));
}

/** Names a schema's type for readers: `list of [Reply](#reply)`, `string or null`. */
function typeOf({ $ref, anyOf, type = "", format, items, propertyNames, ...schema }: Schema): string {
  const named = $ref?.split("/").at(-1);
  if (named) return `[${named}](#${named.toLowerCase()})`;
  if (anyOf) return anyOf.map(typeOf).join(" or ");
  if (propertyNames) return `${typeOf(schema.additionalProperties ?? {})} by key`;
  if (type === "array") return items?.properties ? "list" : `list of ${typeOf(items ?? {})}`;
  return { date: "date", "date-time": "time", uri: "URL" }[format ?? ""] ?? [type].flat().join(" or ");
}

const code = (names: string[]) => names.map((name) => `\`${name}\``);

/**
 * One row for each field, and for each of an object or a list within: `states.sent`, `companies[].name`. What
 * a list's items have in common with the object around them is named once.
 */
function fieldsOf(schema: Schema, before = ""): string[][] {
  const around = schema.properties ?? {};
  return Object.entries(around).flatMap(([name, field]) => {
    const own = field.anyOf?.[0] ?? field;
    const list = own.items?.properties;
    const isAbove = ([key, item]: [string, Schema]) => key in around && same(item, around[key]);
    const items = Object.entries(list ?? {});
    const above = code(items.filter(isAbove).map(([key]) => key));
    const texts = [
      code(own.enum ?? own.propertyNames?.enum ?? []).join(" "),
      (field.description ?? own.description ?? "").replace(/\.$/, ""),
      above.length > 0 ? `Each has ${above.join(", ")} as above` : "",
    ].filter(Boolean);
    const type = typeOf(field) + (schema.required?.includes(name) ? "" : ", optional");
    const row = [`\`${before}${name}\``, type, texts.map((text) => `${text}.`).join(" ")];
    const within = list
      ? { ...own.items, properties: Object.fromEntries(items.filter((item) => !isAbove(item))) }
      : (own.additionalProperties ?? own);
    return [
      row,
      ...fieldsOf(within, `${before}${name}${list ? "[]" : own.additionalProperties ? ".*" : ""}.`),
    ];
  });
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The fields of the API's schemas: of the first, then of each other under its heading. */
const fieldsTables = (names: string[]) =>
  names
    .map((name, n) => {
      const schema = schemas[name] as Schema;
      const fields = table(["field", "type", "meaning"], fieldsOf(schema));
      return n === 0 ? fields : `## ${name}\n\n${schema.description}\n\n${fields}`;
    })
    .join("\n\n");

const makers: Record<string, (names: string[]) => string | Promise<string>> = {
  commands: commandsOf,
  fields: fieldsTables,
};
/** Made parts of a page: from `<!-- commands: update -->` or `<!-- fields: Reply -->` to `<!-- end -->`. */
const made = /(<!-- (commands|fields): (.+) -->)[\s\S]*?(<!-- end -->)/g;

test.each(["commands", "letters-json", "pledges-json"])(
  "docs/%s.md is as `npm run docs` makes it",
  async (name) => {
    const file = join(import.meta.dirname, `../../docs/${name}.md`);
    let page = readFileSync(file, "utf8");
    for (const [whole, begin, maker = "", names = "", end] of page.matchAll(made))
      page = page.replace(whole, `${begin}\n\n${await makers[maker]?.(names.split(" "))}\n\n${end}`);
    await expect(page).toMatchFileSnapshot(file);
  },
);

test("docs/commands.md has every command", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/commands.md"), "utf8");
  const topics = [...page.matchAll(/<!-- commands: (.+) -->/g)].flatMap(([, names = ""]) => names.split(" "));
  const all = Object.keys(commands).map((name) => (name.includes(" ") ? name.split(" ")[0] : "site"));
  expect(topics.toSorted()).toEqual([...new Set(all)].sort());
});
