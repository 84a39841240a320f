import { CodeForm, InvitationForm } from "#app/domain/access/sign-in/sign-in-form.ts";
import { canonicalAddress, parseAddress } from "#app/domain/base/address.ts";
import { likelyMeant } from "#app/domain/base/choose-spelling.ts";
import { csvLine } from "#app/domain/base/csv-line.ts";
import { readDay } from "#app/domain/base/day.ts";
import { cleanText, hasStackedMarks, isBlank, maxLetterLength } from "#app/domain/base/text.ts";
import { claimForm } from "#app/domain/campaign/claims/claim-form.ts";
import { httpsField, lineField } from "#app/domain/campaign/forms/source-form.ts";
import { WordsForm } from "#app/domain/campaign/forms/words-form.ts";
import { diffWords } from "#app/domain/campaign/history/diff-words.ts";
import { PetitionForm } from "#app/domain/campaign/petition/petition-form.ts";
import { guessMapping } from "#app/domain/entries/imports/reading/guess.ts";
import { readHead } from "#app/domain/entries/imports/reading/read-head.ts";
import { readRow } from "#app/domain/entries/imports/reading/read-row.ts";
import { readSheet } from "#app/domain/entries/imports/reading/read-sheet.ts";
import { initialsOf } from "#app/domain/entries/letters/published/public-letter.ts";
import { ReplyForm } from "#app/domain/entries/letters/replies/reply-form.ts";
import { sampleShingles, shinglesOf } from "#app/domain/entries/letters/score-letters.server.ts";
import { LetterForm } from "#app/domain/entries/letters/writing/letter-form.ts";
import { packetFormOf } from "#app/domain/entries/pledges/co-filing/co-filing-form.ts";
import { fundManagerField, sharesField } from "#app/domain/entries/pledges/pledge-form.ts";
import { maxCommentLength } from "#app/domain/entries/signatures/signature.ts";
import { SignatureForm } from "#app/domain/entries/signatures/signature-form.ts";
import { DispatchForm } from "#app/domain/outgoing/dispatches/dispatch-form.ts";
import { draftForm } from "#app/domain/outgoing/updates/update-form.ts";
import { findInLine } from "#app/domain/outgoing/updates/words/line.ts";
import { parseUpdate } from "#app/domain/outgoing/updates/words/markdown.ts";
import { withLinks } from "#app/domain/outgoing/updates/words/text-runs.ts";
import { markAddress, markName, numberIn } from "#app/domain/review/scoring/address-marks.ts";
import { speaksForeign } from "#app/domain/review/scoring/languages.ts";
import { countLinks, holdsContact } from "#app/domain/screening/find-links.ts";
import { readName } from "#app/domain/screening/read-name.ts";
import { screenLetterText } from "#app/domain/screening/screen-text.ts";
import { readRange } from "#app/http/byte-range.ts";
import { clientAddress, network } from "#app/http/client-address.ts";
import { splitLanguage } from "#app/http/language.ts";
import { namedSource } from "#app/http/named-source.ts";
import { preferredLocale } from "#app/http/outage.server.ts";
import { isCacheable, isForMachines, pageClass } from "#app/http/page-classes.ts";
import { createViewCounter } from "#app/http/view-counter.ts";
import { firstNameOf } from "#app/lib/first-name.ts";
import { describeError } from "#app/lib/log.server.ts";
import { isMisleading } from "#app/lib/misleading-link.ts";
import { isOneAddress } from "#app/lib/one-address.ts";
import { cleanText as cleanForPaper } from "#app/pdf/set-lines.server.ts";
import { textParts } from "#app/ui/petition-text.tsx";
import { wrap } from "#emails/parts/wrap.ts";

const now = new Date("2026-11-28T12:00:00Z");
const drafts = draftForm(["en"]);
const claims = claimForm(now);
const views = createViewCounter("https://site.example");
const mapping = {
  columns: {
    email: 0,
    name: 1,
    country: 2,
    postal_code: 3,
    comment: 4,
    signed_on: 5,
    opt_in: 6,
    confirmed: 7,
  },
  country: null,
  days: "ymd",
} as const;
const row = ["ana@example.org", "Ana", "US", "", "", "", "", ""];
const inCell = (at: number) => (text: string) =>
  readRow(row.with(at, text), { columns: row.length, mapping, today: "2026-11-28" });
const seen = (headers: Record<string, string>, url = "/") =>
  views.count({ method: "GET", url, headers: { "user-agent": "Mozilla/5.0", ...headers } } as never, "/");

/** For readers of stored text, already cut by its form or its file's header. */
const stored = (most: number, read: (text: string) => unknown) => (text: string) => read(text.slice(0, most));

/**
 * Functions that first process a text by a stranger, an organizer or a file. A new function that does gets a
 * line here.
 */
export const entries: Record<string, (text: string) => unknown> = {
  "signature: name": (text) => SignatureForm.shape.name.safeParse(text),
  "signature: address": (text) => SignatureForm.shape.email.safeParse(text),
  "signature: postal code": (text) => SignatureForm.shape.postal_code.safeParse(text),
  "signature: comment": (text) => SignatureForm.shape.comment.safeParse(text),
  "letter: body": (text) => LetterForm.shape.body.safeParse(text),
  "pledge: shares": (text) => sharesField.safeParse(text),
  "pledge: fund manager": (text) => fundManagerField.safeParse(text),
  "co-filing: name": (text) => packetFormOf(now).shape.name.safeParse(text),
  "sign-in: code": (text) => CodeForm.safeParse({ code: text }),
  "sign-in: name": (text) => InvitationForm.shape.name.safeParse(text),
  "sign-in: address": (text) => InvitationForm.shape.email.safeParse(text),
  "campaign: title": (text) => WordsForm.shape.title.safeParse(text),
  "campaign: goals": (text) => WordsForm.shape.goal_steps.safeParse(text),
  "campaign: petition": (text) => PetitionForm.shape.body.safeParse(text),
  "campaign: claim": (text) => claims.shape.text.safeParse(text),
  "campaign: source": (text) => claims.shape.source_title.safeParse(text),
  "meeting: line": (text) => lineField("place", 200).safeParse(text),
  "meeting: source": (text) => httpsField.safeParse(text),
  "dispatch: body": (text) => DispatchForm.shape.body.safeParse(text),
  "reply: text": (text) => ReplyForm.shape.text.safeParse(text),
  "update: form": (text) => drafts.safeParse({ version: "1", did: "anything", countries: [], body_en: text }),
  "update: Markdown": (text) => parseUpdate(text, []),
  "update: bare addresses": withLinks,
  "update: a link that shows": (text) => isMisleading(text, "https://example.org/"),
  "update: a link that leads to": (text) => isMisleading("https://example.org", text),
  "console: what changed": (text) => diffWords(text, `${text.slice(0, 50_000)}?${text.slice(50_000)}`),
  "text: cleaned": cleanText,
  "text: blank": isBlank,
  "text: piled marks": hasStackedMarks,
  "address: parsed": (text) => parseAddress(`${text}@example.org`),
  "address: its domain": (text) => parseAddress(`ana@${text}`),
  "address: canonical": canonicalAddress,
  "address: likely slip": (text) => likelyMeant(`ana@${text}`),
  "address: marks": (text) => markAddress(`${text}@${text}`),
  "address: number": (text) => numberIn(`${text}@example.org`),
  "address: one": isOneAddress,
  "name: marks": stored(120, markName),
  "name: review": stored(maxCommentLength, (text) => readName(text, ["Ana Sample"])),
  "name: initials": initialsOf,
  "name: first": stored(120, firstNameOf),
  "update: subject": findInLine,
  "letters: screening": stored(maxLetterLength, (body) => screenLetterText({ body, name: "Ana Sample" })),
  "letters: links": stored(maxLetterLength, countLinks),
  "letters: ways to reach somebody": holdsContact,
  "letters: similarity": stored(maxLetterLength, (text) => sampleShingles(shinglesOf(text))),
  "import: head": (text) => readHead(Buffer.from(text), "utf-8"),
  "import: columns": stored(100, (text) => guessMapping("csv", [text, "Name"])),
  "import: cell of an address": inCell(0),
  "import: cell of a name": inCell(1),
  "import: cell of a country": inCell(2),
  "import: cell of a postal code": inCell(3),
  "import: cell of a comment": inCell(4),
  "import: cell of a day": inCell(5),
  "import: cell of a consent": inCell(6),
  "import: cell of a confirmation": inCell(7),
  "import: day": (text) => readDay(text, "ymd"),
  "import: sheet": (text) => readSheet(text, "US"),
  "export: cells": (text) => csvLine([text, text]),
  "request: path": (text) => [
    splitLanguage(`/${text}`),
    pageClass(`/${text}`),
    isCacheable(`/c/${text}`),
    isForMachines(`/${text}`),
  ],
  "request: X-Forwarded-For": (text) => [clientAddress("127.0.0.1", text, 1), network(text)],
  "request: Accept-Language": (text) => [speaksForeign(text, "US"), preferredLocale(text)],
  "request: Range": (text) => rangeOf(text),
  "request: source": namedSource,
  "request: User-Agent": (text) => seen({ "user-agent": text }),
  "request: Referer": (text) => seen({ referer: `https://${text}` }),
  "request: query": (text) => seen({}, `/?${text}`),
  "log: message": (text) => describeError(new Error(text)),
  "mail: plain text": (text) => wrap(text),
  "paper: text": cleanForPaper,
  "page: petition": textParts,
};

/** A header has no line end and nothing beyond Latin-1; otherwise the request is refused before us. */
function rangeOf(text: string) {
  const value = text.replace(/[^\x20-\x7e]/g, "").trim();
  return readRange(new Headers({ range: `bytes=${value}` }), { bytes: 1000, etag: '"a"' });
}
