import { formatNumber, formatSize, words } from "#app/i18n/index.ts";
import type { Block, Letter, MailProps } from "./parts/letter.ts";
import type { Inline, RichBlock } from "./parts/rich-text.ts";
import { day, emailOf } from "./parts/words.ts";

export type LetterPartProps = MailProps & {
  /** The campaign's own words, with their counts. */
  subject: string;
  body: string;
  /** An individual letter's exact text, which comes before the campaign's words. */
  letter: string | null;
  /** A reply reaches the writer of that letter. */
  answersWriter: boolean;
  /** Its number in the campaign. */
  dispatch: number;
  part: number;
  parts: number;
  sentOn: Date;
  office: { name: string; postalAddress: string | null };
  inIt: { letters: number; names: number };
  /** sha256 in hex. */
  files: { filename: string; bytes: number; sha256: string }[];
  /** The public page of the letters. */
  lettersUrl: string;
};

/**
 * Writes the email that brings letters to the company. What people wrote is in it as text: the layout is all
 * the HTML there is.
 */
export function letterPart(props: LetterPartProps): Letter {
  const { locale, campaign, letter, part, parts, office, inIt, files } = props;
  const w = words(locale).letterPapers.dispatch.mail;
  const count = (value: number) => formatNumber(locale, value);
  const own: Block = { kind: "rich", of: paragraphs(props.body) };
  const head: Block = {
    kind: "facts",
    rows: [
      { label: w.date, value: day(locale, props.sentOn) },
      { label: w.to, value: [office.name, campaign.company].join(", ") },
      { label: w.number, value: parts === 1 ? count(props.dispatch) : w.partOf(props.dispatch, part, parts) },
      ...(letter === null ? [{ label: w.inIt, value: w.counts(inIt.letters, inIt.names) }] : []),
    ],
  };
  const items = files.map(({ filename, bytes, sha256 }) =>
    w.file(filename, formatSize(locale, bytes), sha256),
  );
  const signed: Block = {
    kind: "rich",
    of: [
      {
        kind: "paragraph",
        of: lines([campaign.operator, campaign.postalAddress].filter(Boolean).join("\n")),
      },
    ],
  };
  return emailOf(
    props,
    {
      ...w,
      subject: props.subject,
      heading: props.subject,
      reason: props.answersWriter ? w.reasonWriter : w.reason,
    },
    [
      head,
      ...(letter === null
        ? [own]
        : [{ kind: "rich", of: [...paragraphs(letter), { kind: "rule" }] } satisfies Block, own]),
      signed,
      { kind: "notes", heading: w.enclosed, items },
    ],
    [{ label: w.ledger, url: props.lettersUrl }],
  );
}

/** Plain text as paragraphs; single line breaks stay. */
const paragraphs = (text: string): RichBlock[] =>
  text
    .split(/\n[ \t]*\n+/)
    .filter((piece) => piece.trim() !== "")
    .map((piece) => ({ kind: "paragraph", of: lines(piece.trim()) }));

const lines = (text: string): Inline[] =>
  text
    .split("\n")
    .flatMap((line, place): Inline[] =>
      place === 0 ? [{ kind: "text", text: line }] : [{ kind: "break" }, { kind: "text", text: line }],
    );
