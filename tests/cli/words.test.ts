import { expect, test } from "vitest";
import { aFolder, anOperator } from "#tests/support/operator.ts";

const folder = aFolder();
const jsonOf = ({ code, out, err }: { code: number; out: string; err: string }) => {
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(out);
};

test("words are drafted, published and told of in the history", async () => {
  const { cli } = await anOperator(folder);
  const goals = ["--goals", "50, 500"];
  expect(jsonOf(await cli("words", "draft", "--title", "Another title", ...goals, "--json"))).toEqual({
    outcome: "saved",
    version: 2,
  });
  expect(jsonOf(await cli("campaign", "show", "--json"))).toMatchObject({
    live: { title: "Sample campaign" },
    draft: { title: "Another title", goalSteps: [50, 500] },
  });
  const refused = await cli("words", "draft", "--title", "x".repeat(121));
  expect([refused.code, refused.out]).toEqual([2, ""]);
  expect(refused.err).toContain("--title: Use at most 120 characters");
  expect(await cli("words", "draft", "--title", "<b>")).toMatchObject({ code: 2, out: "" });
  const named = await cli("words", "draft", "--title", "For {{ name }}");
  expect([named.code, named.err.split(":")[1]]).toEqual([2, " Remove “{{ name }}”"]);
  expect(jsonOf(await cli("words", "publish", "--json"))).toMatchObject({ outcome: "published", fields: 2 });
  expect(await cli("words", "publish")).toMatchObject({ code: 1, out: "" });
  const { changes } = jsonOf(await cli("campaign", "history", "--json", "--thing", "campaign"));
  expect(changes.map(({ stage }: { stage: string }) => stage)).toEqual(["public", "draft"]);
  expect(await cli("campaign", "history", "--thing", "moon")).toMatchObject({ code: 2 });
  expect((await cli("sender", "set", "--name", "The campaign")).out).toContain("The campaign");
  expect(await cli("sender", "set", "--address", "x@elsewhere.example")).toMatchObject({ code: 2 });
}, 120_000);

test("a correction is added and put better, and a text is translated and published", async () => {
  const { cli } = await anOperator(folder);
  const line = ["--kind", "figure", "--on", "2026-03-01", "--text", "It said less."];
  jsonOf(await cli("correction", "add", ...line, "--json"));
  const { corrections } = jsonOf(await cli("correction", "list", "--json"));
  const [{ id }] = corrections;
  jsonOf(await cli("correction", "edit", "--line", String(id), "--text", "It said 40.", "--json"));
  expect(jsonOf(await cli("correction", "list", "--json")).corrections).toMatchObject([
    { text: "It said 40.", earlier: [{ text: "It said less." }] },
  ]);
  expect(await cli("correction", "edit", "--line", "0", "--text", "X")).toMatchObject({ code: 1 });
  expect((await cli("correction", "add", "--kind", "x", "--on", "2026-10-01", "--text", "X")).err).toMatch(
    /^--kind: Choose what was wrong \(one of /,
  );

  const { texts, isComplete } = jsonOf(await cli("translation", "list", "--in", "es", "--missing", "--json"));
  expect(isComplete).toBe(false);
  const foreign = ["--key", texts[0].key, "--text", "Hola, *|FNAME|*:"];
  expect(await cli("translation", "set", "--in", "es", ...foreign)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^--text: Remove “\*\|FNAME\|\*”: nothing fills it in here/),
  });
  for (const { key, text } of texts)
    jsonOf(await cli("translation", "set", "--in", "es", "--key", key, "--text", `[${text}]`, "--json"));
  expect(jsonOf(await cli("translation", "publish", "--in", "es", "--json"))).toEqual({
    outcome: "published",
    texts: texts.length,
  });
  expect((await cli("translation", "list", "--in", "es")).out).toContain('"es" is offered');
  jsonOf(await cli("words", "draft", "--standfirst", "A longer sample.", "--json"));
  expect(await cli("words", "publish")).toMatchObject({
    code: 1,
    err: expect.stringContaining("es: standfirst\n"),
  });
  jsonOf(await cli("words", "publish", "--untranslated", "--json"));
  const another = ["--kind", "figure", "--on", "2026-03-02", "--text", "It said 30."];
  const notTranslated = { code: 1, out: "", err: expect.stringContaining("es: text\n") };
  expect(await cli("correction", "add", ...another)).toMatchObject(notTranslated);
  jsonOf(await cli("correction", "add", ...another, "--untranslated", "--json"));
  const edit = ["correction", "edit", "--line", String(id)] as const;
  expect(await cli(...edit, "--text", "It said 41.")).toMatchObject(notTranslated);
  jsonOf(await cli(...edit, "--on", "2026-02-28", "--json"));
  jsonOf(await cli(...edit, "--text", "It said 41.", "--untranslated", "--json"));
  const lines = jsonOf(await cli("correction", "list", "--json")).corrections;
  expect(lines.map(({ text }: { text: string }) => text)).toEqual(["It said 30.", "It said 41."]);
  expect((await cli("translation", "list", "--in", "es")).out).toContain(
    '"es" is offered. Texts without translation',
  );
  const body = texts.find(({ text }: { text: string }) => text.startsWith("We, the undersigned"));
  const better = ["--key", body.key, "--text", "Nosotros.", "--json"];
  jsonOf(await cli("translation", "set", "--in", "es", ...better));
  expect(await cli("translation", "publish", "--in", "es")).toMatchObject({ code: 1 });
  const notes = ["--note", "A word of it.", "--note-in", "Una palabra."];
  expect(await cli("translation", "correct", "--in", "es", "--note", "Half")).toMatchObject({ code: 2 });
  expect(jsonOf(await cli("translation", "correct", "--in", "es", ...notes, "--json"))).toEqual({
    outcome: "published",
    version: 2,
  });
  expect(await cli("translation", "correct", "--in", "es", ...notes)).toMatchObject({ code: 1 });
  expect(await cli("translation", "list", "--in", "xx")).toMatchObject({ code: 2 });
  expect(await cli("translation", "list", "--in", "en")).toMatchObject({ code: 1 });
  expect((await cli("notice", "list")).out).toBe("No notices.\n");
  expect(await cli("notice", "approve", "--notice", "x")).toMatchObject({ code: 1 });
}, 120_000);
