import { createHash } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import { lettersCsv, namesCsv } from "#app/domain/entries/letters/annex-csv.ts";
import type { LetterPapers } from "#app/domain/entries/letters/papers.ts";
import type { Paper } from "#app/domain/entries/pledges/co-filing/co-filing-facts.ts";
import { fillIn } from "#app/domain/outgoing/dispatches/fill-in.ts";
import { commonProps, localeOf } from "#app/domain/queue/common-props.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { senderOf } from "#app/domain/queue/sender-of.ts";
import { type Locale, localizedPath, words } from "#app/i18n/index.ts";
import { withMarks } from "#app/lib/placeholders.ts";
import type { RenderedEmail } from "#app/mail/render.server.ts";
import type { Attachment, Message } from "#app/mail/transport.ts";
import type { GatheredPart } from "./gather-part.server.ts";

/** An email to the company: the same part makes the same bytes. */
export type WrittenPart = {
  message: Omit<Message, "emailId">;
  files: { filename: string; bytes: number; sha256: Buffer }[];
  textSha256: Buffer;
  /** Of the whole message: addresses, subject, words in both layouts, and each file. */
  mailSha256: Buffer;
};

/** US companies use Letter paper. */
const paper: Paper = "letter";

const sha256Of = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest();

export type WritePorts = {
  mailing: Pick<Mailing, "render" | "appUrl" | "from" | "localMode">;
  papers: LetterPapers;
};

/** Writes a part's email: the campaign's words with their counts, signed and dated, and the annexes. */
export async function writePart(
  { mailing, papers }: WritePorts,
  gathered: GatheredPart,
): Promise<WrittenPart> {
  const { dispatch, office, campaign, letters, names, part, parts } = gathered;
  const locale = localeOf(dispatch.locale);
  const figures =
    parts === 1 ? { ...dispatch.figures, letters: letters.length, names: names.length } : dispatch.figures;
  const { exampleMark } = words(locale).common.footer;
  const [subject, body] = [dispatch.subject, dispatch.body].map((text) => {
    const filled = fillIn(text, locale, figures);
    return mailing.localMode ? withMarks(filled, exampleMark) : filled;
  }) as [string, string];
  const common = commonProps(mailing, locale, campaign);
  const [alone] = dispatch.kind === "individual" ? letters : [];
  const attachments = alone
    ? [{ filename: "letter.txt", contentType: "text/plain; charset=utf-8", content: alone.text }]
    : await annexes(
        { mailing, papers },
        { gathered, locale, subject, body, figures, sender: common.campaign },
      );
  const files = attachments.map(({ filename, content }) => ({
    filename,
    bytes: Buffer.byteLength(content),
    sha256: sha256Of(content),
  }));
  const { pieces: _, ...rendered } = await mailing.render({
    name: "letter-part",
    props: {
      ...common,
      subject,
      body,
      letter: alone?.text ?? null,
      answersWriter: Boolean(alone?.replyTo),
      dispatch: dispatch.number,
      part,
      parts,
      sentOn: dispatch.startedAt,
      office: { name: office.name, postalAddress: office.postalAddress },
      inIt: { letters: letters.length, names: names.length },
      files: files.map(({ filename, bytes, sha256 }) => ({
        filename,
        bytes,
        sha256: sha256.toString("hex"),
      })),
      lettersUrl: mailing.appUrl + localizedPath(locale, `/c/${campaign.slug}/letters`),
    },
  });
  const message = {
    from: senderOf(mailing.from, campaign),
    to: office.email,
    replyTo: alone?.replyTo ?? campaign.replyTo ?? campaign.contactEmail,
    ...rendered,
    subject: alone ? subject : withPart(subject, locale, part, parts),
    attachments,
  };
  return { message, files, textSha256: sha256Of(rendered.text), mailSha256: hashOfMessage(message, files) };
}

const withPart = (subject: string, locale: Locale, part: number, parts: number) =>
  parts === 1 ? subject : words(locale).letterPapers.dispatch.mail.partSubject(subject, part, parts);

function hashOfMessage(
  message: Omit<Message, "emailId"> & RenderedEmail,
  files: WrittenPart["files"],
): Buffer {
  const { from, to, replyTo, subject, html, text } = message;
  const of = files.map(({ filename, sha256 }) => [filename, sha256.toString("hex")]);
  return sha256Of(JSON.stringify([from, to, replyTo, subject, html, text, of]));
}

type Annexed = {
  gathered: GatheredPart;
  locale: Locale;
  subject: string;
  body: string;
  figures: { letters: number; names: number };
  sender: { operator: string | null; postalAddress: string | null; title: string };
};

/** Cover letter, letters and names: each as PDF and table. Empty ones are left out. */
async function annexes(
  { mailing: { appUrl }, papers }: WritePorts,
  { gathered, locale, subject, body, figures, sender }: Annexed,
): Promise<Attachment[]> {
  const { dispatch, office, campaign, letters, names, part, parts } = gathered;
  const day = dispatch.startedAt.toISOString().slice(0, 10);
  const frame = {
    locale,
    paper,
    campaign: { title: campaign.title, url: appUrl + localizedPath(locale, `/c/${campaign.slug}`) },
  };
  const place = { dispatch: dispatch.number, day, part, parts };
  const w = words(locale).letterPapers.dispatch.files;
  const named = (name: string) => (parts === 1 ? name : `${name}-${w.part(part)}`);
  const pdf = (name: string, content: Buffer) => ({
    filename: `${name}.pdf`,
    contentType: "application/pdf",
    content,
  });
  const csv = (name: string, content: Buffer) => ({
    filename: `${name}.csv`,
    contentType: "text/csv; charset=utf-8",
    content,
  });

  const cover = await papers.coverPdf({
    ...frame,
    dispatch: dispatch.number,
    day,
    subject,
    body,
    signers: [],
    sender: { name: sender.operator ?? sender.title, address: linesOf(sender.postalAddress) },
    recipient: { name: office.name, address: linesOf(office.postalAddress) },
    enclosed: { letters: figures.letters, names: figures.names, parts },
  });
  const files: Attachment[] = [pdf(w.cover, cover)];
  if (letters.length > 0) {
    await breathe();
    const printed = letters.map(({ number, publicId, text }) => ({ number, publicId, text }));
    const annex = await papers.annexPdf({
      ...frame,
      ...place,
      lettersInAll: figures.letters,
      letters: printed,
    });
    const table = await inOnePiece(
      lettersCsv(
        letters.map((letter) => ({ ...letter, writtenOn: letter.confirmedAt.toISOString().slice(0, 10) })),
      ),
    );
    files.push(pdf(named(w.letters), annex), csv(named(w.letters), table));
  }
  if (names.length > 0) {
    await breathe();
    const printed = names.map(({ name, country }) => ({ name, country }));
    const annex = await papers.namesPdf({ ...frame, ...place, namesInAll: figures.names, names: printed });
    const table = await inOnePiece(
      namesCsv(names.map((name) => ({ ...name, signedOn: name.signedAt.toISOString().slice(0, 10) }))),
    );
    files.push(pdf(named(w.names), annex), csv(named(w.names), table));
  }
  return files;
}

const linesOf = (address: string | null) => (address ?? "").split("\n").filter((line) => line.trim() !== "");

/** Rows after which the event loop gets a turn. */
const rowsAtOnce = 200;

async function inOnePiece(lines: AsyncIterable<string>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const line of lines) {
    pieces.push(Buffer.from(line));
    if (pieces.length % rowsAtOnce === 0) await breathe();
  }
  return Buffer.concat(pieces);
}
