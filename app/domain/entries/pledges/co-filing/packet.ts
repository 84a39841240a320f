import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import type { Campaign } from "#app/domain/campaign/campaign.ts";
import { type Locale, spoken, words } from "#app/i18n/index.ts";
import { formatMonth } from "#app/i18n/known-date.ts";

/** A block of a sheet. `lines` are set below each other; a `signature` has space between them. */
export type PacketBlock =
  | { kind: "paragraph" | "heading" | "subject"; text: string }
  | { kind: "list"; items: readonly string[] }
  | { kind: "lines" | "signature"; lines: readonly string[] };

export type PacketSheet = { title: string; blocks: readonly PacketBlock[] };

/**
 * The papers of one co-filer, each on its own sheet, after one of explanations: five, and the statement of
 * Rule 14a-8(b)(1)(iv) for whom somebody else files.
 */
export type Packet = {
  title: string;
  subject: string;
  /** BCP 47 language of its words. */
  language: string;
  /** The page that offers the papers. */
  url: string;
  sheets: readonly PacketSheet[];
};

export type PacketInput = {
  locale: Locale;
  campaign: Pick<Campaign, "title" | "company" | "jurisdiction">;
  /** Organization details, in whole sentences or names. */
  organization: readonly string[];
  url: string;
  /** Days to fix a deficiency; null while the rule is unverified. */
  cureDays: number | null;
  /** Words that the rule allows; null while it is unverified. */
  wordsAtMost: number | null;
  /** The holder's name to fill in; null leaves a placeholder in square brackets. */
  name: string | null;
  shares: string | null;
  heldSinceMonth: string | null;
  /** Held in their own name, with the transfer agent: no broker proves anything. */
  registered: boolean;
  /** True if a name was given that the medium cannot print. */
  nameLeftOut?: boolean;
};

const paragraph = (text: string): PacketBlock => ({ kind: "paragraph", text });
const heading = (text: string): PacketBlock => ({ kind: "heading", text });
const list = (items: readonly string[]): PacketBlock => ({ kind: "list", items });
const lines = (...them: string[]): PacketBlock => ({ kind: "lines", lines: them });

/** A month for text to copy, without its non-breaking space. */
const plainMonth = (locale: Locale, month: string) => formatMonth(locale, month).replaceAll("\u00a0", " ");

/** Fills the papers with what the holder told, and a place in square brackets for all else. */
export function packetOf(input: PacketInput): Packet {
  const { locale, campaign, url } = input;
  const { company } = campaign;
  const rule = profileOf(campaign.jurisdiction).coFiling?.[locale] ?? "";
  const { papers } = words(locale).coFile;
  const { blank, submit, proposal, broker, hold, leads, represented } = papers;
  const name = input.name ?? blank.name;
  const shares = input.shares ?? blank.shares;
  const since = input.heldSinceMonth ? blank.dayIn(plainMonth(locale, input.heldSinceMonth)) : blank.since;
  const days = input.cureDays === null ? broker.fewDays : broker.days(input.cureDays);
  const choice = (items: readonly string[]) => [paragraph(papers.strike), list(items)];

  const letter = (title: string, to: string, subject: string, body: PacketBlock[]): PacketSheet => ({
    title,
    blocks: [
      lines(name, blank.address, blank.date),
      lines(`${papers.to} ${to}`),
      { kind: "subject", text: `${papers.re} ${subject}` },
      ...body,
      { kind: "signature", lines: [papers.regards, blank.signature, name] },
    ],
  });
  const toCompany = (title: string, body: PacketBlock[]) =>
    letter(title, blank.company(company), papers.proposalTo(company, blank.title), body);
  const proof = input.registered
    ? { title: broker.none, blocks: [paragraph(broker.noneText)] }
    : letter(broker.title, blank.broker, broker.subject(company, blank.account), [
        paragraph(broker.ask(company, shares, rule)),
        paragraph(broker.please),
        list(broker.states(company, shares, since, blank.filed)),
        paragraph(broker.chain),
        paragraph(broker.time(days, blank.reach)),
      ]);
  const sheets: PacketSheet[] = [
    toCompany(submit.title, [
      paragraph(submit.ask(company, blank.year, rule)),
      ...choice(submit.as(blank.lead)),
      ...(input.registered ? [paragraph(submit.inOwnName)] : choice([...submit.proof, submit.inOwnName])),
      paragraph(submit.enclosed),
      paragraph(submit.acknowledge(blank.reach)),
    ]),
    {
      title: proposal.title,
      blocks: [
        heading(blank.title),
        paragraph(blank.resolution),
        paragraph(proposal.words(input.wordsAtMost)),
      ],
    },
    proof,
    toCompany(hold.title, [
      paragraph(hold.own(company, shares, since)),
      paragraph(hold.intend(blank.year)),
      paragraph(hold.alone),
      paragraph(hold.able(company, blank.filed)),
      ...choice(hold.dates),
      list(hold.times),
      paragraph(hold.reach(blank.reach)),
    ]),
    toCompany(leads.title, [
      paragraph(`${leads.co(company, blank.title)} ${leads.lead(blank.lead)}`),
      paragraph(leads.talks),
      ...choice(leads.withdraw),
    ]),
    toCompany(represented.title(rule), [
      paragraph(represented.to(company, blank.year)),
      paragraph(represented.who(name, blank.representative)),
      paragraph(represented.says(blank.topic)),
      paragraph(represented.noVote),
    ]),
  ];
  const title = papers.title(company);
  const cover: PacketSheet = {
    title,
    blocks: [
      paragraph(`${papers.about(company)} ${papers.of(campaign.title)}`),
      ...(input.nameLeftOut ? [paragraph(papers.nameLeftOut)] : []),
      heading(papers.insideHeading),
      list(sheets.map((sheet) => sheet.title)),
      heading(papers.howHeading),
      list(input.registered ? papers.how : [broker.notRegistered, ...papers.how]),
      paragraph(papers.rule(url)),
      heading(papers.disclosuresHeading),
      list(words(locale).pledge.disclosures(company)),
      heading(papers.whoHeading),
      lines(...input.organization),
    ],
  };
  return { title, subject: papers.subject(rule), language: spoken[locale], url, sheets: [cover, ...sheets] };
}

/** Returns the papers' whole text, which every layout says word for word. */
export const packetText = (packet: Packet): string =>
  packet.sheets
    .map(({ title, blocks }) => [`${title}\n${"=".repeat(title.length)}`, ...blocks.map(textOf)].join("\n\n"))
    .join("\n\n\n\n")
    .concat("\n");

function textOf(block: PacketBlock): string {
  if ("text" in block) return block.text;
  if ("items" in block) return block.items.map((item) => `– ${item}`).join("\n");
  return block.lines.join(block.kind === "signature" ? "\n\n" : "\n");
}
