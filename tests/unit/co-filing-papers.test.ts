import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type PacketInput, packetOf, packetText } from "#app/domain/entries/pledges/co-filing/packet.ts";
import { words } from "#app/i18n/index.ts";
import { packetPdf } from "#app/pdf/make-papers.server.ts";
import { filledPapersPdf } from "#app/pdf/papers.server.ts";
import { canPrint, printable } from "#app/pdf/typefaces.server.ts";
import { forbiddenIn } from "#tests/support/guard-rails.ts";
import { pdfText } from "#tests/support/pdf-text.ts";

const { papers } = words("en").coFile;
const open: PacketInput = {
  locale: "en",
  campaign: { title: "Sample: end all agreements", company: "Sample Corporation", jurisdiction: "us" },
  organization: ["This campaign is run by a sample association.", "1 Sample Street"],
  url: "https://undersigned.example.org/c/sample/co-file",
  cureDays: null,
  wordsAtMost: null,
  name: null,
  shares: null,
  heldSinceMonth: null,
  registered: false,
};
const filled: PacketInput = {
  ...open,
  cureDays: 14,
  wordsAtMost: 500,
  name: "Łukasz Nguyễn Жукова Ελένη",
  shares: "12.5",
  heldSinceMonth: "2021-05",
};

/** Removes line ends and spaces, which the layout adds. */
const flat = (text: string) => text.replace(/\s+/g, "");

test("the papers say all they must, and leave open what is never asked", () => {
  const text = packetText(packetOf(open));
  for (const line of words("en").pledge.disclosures("Sample Corporation")) expect(text).toContain(line);
  for (const line of open.organization) expect(text).toContain(line);
  for (const place of Object.values(papers.blank))
    if (typeof place === "string") expect(text).toContain(place);
  // The rule itself wants one of the words, in the last paper alone.
  expect(forbiddenIn(text.split(papers.represented.title("Rule 14a-8"))[0] ?? "")).toEqual([]);
  expect(text).not.toMatch(/14 days|500 words/);
});

const sheetsOf = (input: PacketInput) => packetText(packetOf(input)).split("\n\n\n\n");

test("the papers are five, and one for whom somebody else files, each with what the rule asks", () => {
  const [cover, submission, proposal, proof, statement, lead, represented, ...more] = sheetsOf(filled);
  expect(more).toEqual([]);
  expect(cover).not.toContain("Łukasz");
  for (const letter of [submission, proof, statement, lead, represented])
    expect(letter?.split("Łukasz Nguyễn Жукова Ελένη").length).toBeGreaterThan(2);
  expect(submission).toContain("Please confirm by reply that you have received this");
  expect(submission).toContain("I co-file it with the lead filer");
  expect(proposal).toContain("at most 500 words");
  expect(proof).toContain("12.5 shares of Sample Corporation without a break from [day] May 2021");
  expect(proof).toContain("14 days");
  expect(statement).toContain("My shares are added to nobody else’s");
  expect(statement).toContain("10 to 30 calendar days after I submit it");
  expect(statement).toContain("by the clock at the company’s head office");
  expect(statement).toContain("every co-filer has agreed to offer the same");
  expect(statement).toContain("The lead filer named in paper 5 gives the dates and times for all co-filers.");
  expect(lead).toContain("Its lead filer is [name and contact details of the lead filer].");
  expect(represented).toMatch(/Rule 14a-8\(b\)\(1\)\(iv\)[\s\S]*gives nobody my vote/);
});

test("a registered holder asks no broker for proof, and says so to the company", () => {
  for (const locale of ["en", "es"] as const) {
    const own = words(locale).coFile.papers;
    const [, submission, , proof] = sheetsOf({ ...filled, locale, registered: true });
    expect(submission).toContain(own.submit.inOwnName);
    expect(submission).not.toContain(own.submit.proof[0]);
    expect(proof).toContain(own.broker.noneText);
    expect(proof).not.toMatch(/DTC/);
  }
});

test.each(["letter", "a4"] as const)(
  "the PDF on %s says the whole text, in letters that read back",
  async (paper) => {
    const packet = packetOf(filled);
    const pdf = await packetPdf(packet, paper, papers);
    const papersText = flat(pdfText(pdf));
    for (const { title, blocks } of packet.sheets) {
      expect(papersText).toContain(flat(title));
      for (const block of blocks) {
        if ("text" in block) expect(papersText).toContain(flat(block.text));
        if ("items" in block) for (const item of block.items) expect(papersText).toContain(flat(item));
        if ("lines" in block) expect(papersText).toContain(flat(block.lines.join("")));
      }
    }
    expect(papersText).not.toContain("\uFFFD");
    const sha256 = createHash("sha256").update(packetText(packet)).digest("hex");
    expect(papersText.split(flat(papers.hash(sha256)))).toHaveLength(8);
    expect(papersText).toContain("Page1of7");
    expect(papersText.split(flat(packet.url)).length).toBeGreaterThan(4);
    const source = pdf.toString("latin1");
    const has = (part: string) => expect(source.includes(part), part).toBe(true);
    has(paper === "a4" ? "/MediaBox [0 0 595.28 841.89]" : "/MediaBox [0 0 612 792]");
    has("/Lang (en-US)");
    has("/Marked true");
    has("/DisplayDocTitle true");
    has(`<rdf:li xml:lang="x-default">${packet.title}</rdf:li>`);
    expect(source.match(/\/FontFile2 /g)).toHaveLength(3);
  },
);

test("the same papers make the same bytes", async () => {
  const [one, other] = await Promise.all([
    packetPdf(packetOf(open), "letter", papers),
    packetPdf(packetOf(open), "letter", papers),
  ]);
  expect(one.equals(other)).toBe(true);
  expect(one.equals(await packetPdf(packetOf(filled), "letter", papers))).toBe(false);
});

test("a letter that the typeface lacks is told before, and never printed as another", () => {
  for (const name of ["Łukasz Šťastný", "Nguyễn Thị Ơn", "Σωκράτης", "Жуков Ёлкин", "José Núñez"])
    expect(canPrint("serif", name)).toBe(true);
  for (const name of ["王小明", "محمد", "דוד", "김민준", "Ana 🙂"])
    expect(canPrint("serif", name)).toBe(false);
  expect(printable("serif", "Ana 王")).toBe("Ana [U+738B]");
});

test("a name that cannot be printed leaves its place open, and says so", async () => {
  const papersText = async (name: string) =>
    flat(pdfText(await filledPapersPdf({ ...filled, name }, "letter")));
  const lost = await papersText("王小明");
  expect(lost).toContain(flat(papers.nameLeftOut));
  expect(lost).toContain(flat(papers.blank.name));
  expect(lost).not.toContain("U+");
  expect(await papersText("José Núñez")).not.toContain(flat(papers.nameLeftOut));
});
