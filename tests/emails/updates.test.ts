import { expect, test } from "vitest";
import { mailWeight } from "#app/domain/outgoing/updates/words/mail-weight.ts";
import { firstNameOf } from "#app/lib/first-name.ts";
import { compileUpdate, render } from "#app/mail/render.server.ts";
import { wholeOf } from "#app/mail/transport.ts";
import type { Inline, RichBlock } from "#emails/parts/rich-text.ts";
import { richBlocks, sampleEmails } from "#tests/support/emails.ts";

const sample = sampleEmails.find((email) => email.name === "update");
if (sample?.name !== "update") throw new Error("there is no sample of an update");
const { name, unsubscribeUrl, ...props } = sample.props;
const reader = { name, unsubscribeUrl };

async function written(changed: Partial<typeof props> = {}, who: Partial<typeof reader> = {}) {
  const mail = (await compileUpdate({ ...props, ...changed })).write({ ...reader, ...who });
  return { subject: mail.subject, html: wholeOf(mail.html), text: wholeOf(mail.text) };
}
const times = (text: string, part: string) => text.split(part).length - 1;
const paragraph = (...of: Inline[]): RichBlock => ({ kind: "paragraph", of });
const textRun = (text: string): Inline => ({ kind: "text", text });

test("filling in a reader makes what rendering the whole mail for them makes", async () => {
  for (const who of ["Zoë O’Brien", `O'Brien "Zo" <b>&amp; Co</b>`, "李小龍", "$& $1 $`"]) {
    const mail = await written({}, { name: who });
    expect(await render({ name: "update", props: { ...props, ...reader, name: who } })).toMatchObject(mail);
  }
});

test("a reader's bytes are stable, and readers differ only in name and link", async () => {
  expect(await written()).toEqual(await written());
  const other = { name: "Ana Sample", unsubscribeUrl: "https://sign.test/unsubscribe/another" };
  const first = firstNameOf(name) ?? "";
  const [one, two] = [await written(), await written({}, other)];
  for (const part of ["html", "text"] as const) {
    expect(one[part].replace(first, "Ana").replace(unsubscribeUrl, other.unsubscribeUrl)).toBe(two[part]);
  }
});

test("the version follows from the words and not from the reader", async () => {
  const { version } = await compileUpdate(props);
  expect(version).toMatch(/^[0-9a-f]{16}$/);
  expect((await compileUpdate(structuredClone(props))).version).toBe(version);
  expect((await compileUpdate({ ...props, subject: "Another" })).version).not.toBe(version);
  expect((await compileUpdate({ ...props, manageUrl: "https://other.test/manage" })).version).not.toBe(
    version,
  );
});

test("a name can add no line, no markup, no link and nothing to the subject", async () => {
  const names = [
    "Ana\r\nBcc: all@example.org",
    "Ana\u0000\u2028<a href='https://evil.test'>x</a>",
    '"><script>alert(1)</script>',
  ];
  const plain = await written();
  for (const who of names) {
    const { subject, html, text } = await written({}, { name: who });
    expect(subject).toBe(plain.subject);
    expect(text.split("\n")).toHaveLength(plain.text.split("\n").length);
    expect(text).not.toMatch(/(?!\n)\p{Cc}|\u2028/u);
    expect(html.match(/<[^>]+>/g)).toEqual(plain.html.match(/<[^>]+>/g));
  }
});

test("words that look like the gaps are words", async () => {
  const { html, text } = await written({ blocks: [paragraph(textRun("name- link- {{name}} %name% Dear"))] });
  expect(text).toContain("name- link- {{name}} %name% Dear");
  expect(times(html, `Dear ${firstNameOf(name)},`)).toBe(1);
});

test("an update has the postal address, one unsubscribe link and the manage page", async () => {
  const { html, text } = await written();
  const words = text.replace(/\s+/g, " ");
  expect(words).toContain(
    "Sample Campaign, 1 Example Street, 00000 Sampletown. Not affiliated with Microsoft.",
  );
  for (const line of [
    "Sample Campaign, 1 Example Street, 00000 Sampletown.",
    "Not affiliated with Microsoft.",
  ])
    expect(html).toContain(line);
  expect(times(html, unsubscribeUrl)).toBe(1);
  expect(times(text, unsubscribeUrl)).toBe(1);
  expect(html).toContain(`href="${unsubscribeUrl}"`);
  const seen = html.replace(/<(style|head)\b.*?<\/\1>|<[^>]+>/gs, " ");
  expect([times(seen, "Unsubscribe"), times(words, "Unsubscribe")]).toEqual([1, 1]);
  expect(text.split("\n")).toContain(unsubscribeUrl);
  expect(html).toContain('href="https://sign.test/manage"');
  expect(text.split("\n")).toContain("https://sign.test/manage");
  expect(html + text).not.toMatch(/\/manage\/|\/confirm\//);
  expect(words).toContain("because you agreed to updates by email");
});

test("no pixel, no rewritten link: every address was written or is the footer's", async () => {
  const { html } = await written();
  const decoded = html.replaceAll("&amp;", "&");
  const addresses = [...decoded.matchAll(/href="([^"]+)"/g)].map(([, url]) => url);
  expect(addresses).toEqual([
    "https://news.example.org/2026/02/18/statement?lang=en&edition=us",
    "https://sign.test/c/microsoft-ice/pledge?from=update&n=12",
    "mailto:campaign@example.org",
    props.pageUrl,
    unsubscribeUrl,
    "https://sign.test/manage",
    "https://sign.test/privacy",
  ]);
  expect(html).not.toMatch(/<img|\ssrc=|url\(|background=/i);
});

test("links in text are numbered and keep their bytes, each on a line of its own", async () => {
  const url = `https://news.example.org/${"very-long-path/".repeat(12)}?a=1&b=%20c#d`;
  const link: Inline = { kind: "link", url, of: [textRun("the report")] };
  const { text } = await written({
    blocks: [
      paragraph(textRun("Read "), link, textRun(". Once more: "), link, textRun(".")),
      paragraph({ kind: "link", url: "https://b.example.org/x", of: [textRun("https://b.example.org/x")] }),
    ],
  });
  expect(text).toContain("Read the report [1]. Once more: the report [1].\n");
  expect(text.split("\n")).toContain("https://b.example.org/x");
  expect(text.split("\n")).toContain(`[1] ${url}`);
  expect(text).not.toContain("[2]");
});

test("text stays within 72 columns in lists, quotes and claims in one another", async () => {
  const long = paragraph(textRun("many words that go on and on ".repeat(12)));
  const list = (item: RichBlock[]): RichBlock => ({ kind: "list", ordered: true, items: [item, [long]] });
  const { text } = await written({
    blocks: [
      list([long, list([long, { kind: "quote", of: [long, long] }])]),
      { kind: "quote", of: [list([long])] },
    ],
  });
  expect(text.split("\n").filter((line) => line.length > 72 && !line.startsWith("https:"))).toEqual([]);
  expect(text).toContain("\n   1. many words");
  expect(text).toContain("\n      > many words");
  expect(text).toContain("\n> 1. many words");
});

test("a mail without operator has no signature, and one that is not published no page", async () => {
  const { text } = await written({ campaign: { ...props.campaign, operator: null }, pageUrl: null });
  expect(text).not.toMatch(/for the campaign “|on the web/);
});

test("an update weighs no more than is reckoned when it is written, and not much less", async () => {
  const link: Inline = {
    kind: "link",
    url: `https://a.example.org/?${"a=1&".repeat(50)}`,
    of: [textRun("<&'>")],
  };
  const mixed = Array.from({ length: 40 }, () =>
    paragraph(
      textRun("a"),
      link,
      { kind: "strong", of: [textRun("b")] },
      { kind: "break" },
      textRun("'\"&<>é"),
    ),
  );
  const nested: RichBlock = {
    kind: "list",
    ordered: true,
    items: [[paragraph(textRun("a")), paragraph(textRun("b"))]],
  };
  const samples: RichBlock[][] = [
    [],
    richBlocks,
    Array.from({ length: 8 }, () => richBlocks).flat(),
    mixed,
    Array.from({ length: 60 }, () => ({ kind: "quote" as const, of: [nested, nested] })),
    Array.from({ length: 100 }, () => paragraph(textRun("word ".repeat(100)))),
  ];
  for (const blocks of samples) {
    const { html } = await written({ blocks });
    const weight = Buffer.byteLength(html);
    expect(mailWeight(blocks)).toBeGreaterThanOrEqual(weight);
    expect(mailWeight(blocks)).toBeLessThan(weight * 1.5);
  }
});

test("writing to one reader takes microseconds", async () => {
  const update = await compileUpdate({ ...props, blocks: [...richBlocks, ...richBlocks, ...richBlocks] });
  const began = performance.now();
  for (let n = 0; n < 10_000; n++) update.write({ name: `Reader ${n}`, unsubscribeUrl });
  expect((performance.now() - began) / 10_000).toBeLessThan(0.05);
});

const personal = {
  subject: "{first_name|Friend}, we won",
  blocks: [
    { kind: "heading", level: 2, of: [textRun("For {first_name|you & yours}")] },
    paragraph({ kind: "strong", of: [textRun("{first_name|friend}")] }, textRun(", thank you.")),
  ] satisfies RichBlock[],
};

test("a field has the reader's first name or its fallback, in the subject, HTML and text", async () => {
  const ana = await written(personal, { name: "Ana Sample" });
  expect(ana.subject).toBe("Ana, we won");
  expect(ana.html).toContain("For Ana</h2>");
  expect(ana.html).toContain("<strong>Ana</strong>, thank you.");
  expect(ana.text).toContain("\n\nFOR ANA\n\nAna, thank you.\n");
  const initials = await written(personal, { name: "A. S." });
  expect(initials.subject).toBe("Friend, we won");
  expect(initials.html).toContain("For you &amp; yours</h2>");
  expect(initials.text).toContain("\n\nFOR YOU & YOURS\n\nfriend, thank you.\n");
  const spanish = await written({ ...personal, locale: "es" }, { name: "D'Arcy Ñandú" });
  expect(spanish.html).toContain("<strong>D&#x27;Arcy</strong>");
  expect(spanish.text).toContain("FOR D'ARCY");
});

test("a test of an update is filled in like the update", async () => {
  const who = { ...reader, name: "Ana Sample" };
  const test = await render({ name: "update-test", props: { ...props, ...personal, ...who } });
  expect(test.subject).toContain("Ana, we won");
  expect(test.html).toContain("<strong>Ana</strong>, thank you.");
});

test("a name that looks like a field or a placeholder stays a name", async () => {
  const { version } = await compileUpdate({ ...props, ...personal });
  for (const who of ["{first_name|x} & <b>Ana</b>", "name-0 n0n $& $1", `n${version}0n`]) {
    const mail = await written(personal, { name: who });
    expect(mail.subject).toBe("Friend, we won");
    expect(mail.text).toContain("Dear friend,");
    expect(mail.text).toContain("friend, thank you.");
    expect(mail.text).not.toContain(who);
    expect(mail.html).not.toContain("<b>Ana");
  }
});

test("fields change the version, and texts without them keep theirs", async () => {
  const one = await compileUpdate({ ...props, ...personal });
  const other = { ...personal, subject: "{first_name|Neighbor}, we won" };
  expect((await compileUpdate({ ...props, ...personal })).version).toBe(one.version);
  expect((await compileUpdate({ ...props, ...other })).version).not.toBe(one.version);
});

test.each([
  ["en", null, "Ana Sample", "Dear Ana,"],
  ["en", null, "A. S.", "Dear friend,"],
  ["es", null, "Ana Sample", "Hola, Ana:"],
  ["es", null, "A. S.", "Hola, amigo o amiga:"],
  ["en", "Hi {first_name|you & yours}!", "A. S.", "Hi you & yours!"],
  ["es", "Buenas:", "Ana Sample", "Buenas:"],
] as const)("in %s the greeting %s makes of %s: %s", async (locale, greeting, who, line) => {
  const { html, text } = await written({ locale, greeting }, { name: who });
  expect(text).toContain(`\n\n${line}\n\n`);
  expect(html).toContain(`>${line.replace("&", "&amp;")}</p>`);
});

test("an empty greeting is no line, and an update without any name has one version", async () => {
  const none = await written({ greeting: "" });
  const usual = await written();
  expect(none.text).toBe(usual.text.replace(`Dear ${firstNameOf(name)},\n\n`, ""));
  expect(none.html).not.toContain("Dear");
  expect(times(none.html, "<p ")).toBe(times(usual.html, "<p ") - 1);
  const { version } = await compileUpdate({ ...props, greeting: "" });
  expect((await compileUpdate(props)).version).not.toBe(version);
});
