import { expect, test } from "vitest";
import { packetOf, packetText } from "#app/domain/entries/pledges/co-filing/packet.ts";
import { holdingForms } from "#app/domain/entries/pledges/pledge.ts";
import { type Locale, locales, words } from "#app/i18n/index.ts";
import { render } from "#app/mail/render.server.ts";
import { packetPdf } from "#app/pdf/make-papers.server.ts";
import { type Email, emails } from "#emails/index.ts";
import { aReminder, pledged, reminderOf, sampleEmails } from "#tests/support/emails.ts";
import { forbiddenIn, missingIn, textOfPage, unwantedFieldsIn } from "#tests/support/guard-rails.ts";
import { pdfText } from "#tests/support/pdf-text.ts";

const kinds = Object.keys(words("en").reminderMail.kinds) as (typeof aReminder)["reminder"][];

const ofFund = { ...pledged.pledge, kind: "fund" as const, willing: [], intentions: [] };

/** Every email of the flow; reminders for every kind, way of holding and type of holder. */
function everyMail(locale: Locale): Email[] {
  const questions = kinds
    .filter((kind) => kind.startsWith("fund"))
    .map((kind) => ({ name: "pledge-reminder" as const, props: { ...reminderOf(kind), locale } }));
  const reminders = kinds
    .filter((kind) => !kind.startsWith("fund"))
    .flatMap((reminder) =>
      holdingForms.flatMap((holdingForm) =>
        (["direct", "institution"] as const).map((kind) => ({
          name: "pledge-reminder" as const,
          props: { ...aReminder, locale, reminder, pledge: { ...aReminder.pledge, kind, holdingForm } },
        })),
      ),
    );
  const others = sampleEmails
    .filter(({ name }) => /pledge/.test(name))
    .map((email) => ({ ...email, props: { ...email.props, locale } }) as Email);
  const ofFunds = others
    .filter(({ name }) => name !== "pledge-reminder")
    .map((email) => ({ ...email, props: { ...email.props, pledge: ofFund } }) as unknown as Email);
  return [...others, ...ofFunds, ...questions, ...reminders];
}

const isOfFund = ({ props }: Email) => "pledge" in props && props.pledge.kind === "fund";

const nameOf = ({ name, props }: Email) => ("reminder" in props ? `${name} ${props.reminder}` : name);

test("every mail of the flow has a sample here", () => {
  const ofTheFlow = Object.keys(emails).filter((name) => /pledge/.test(name));
  expect(new Set(everyMail("en").map(({ name }) => name))).toEqual(new Set(ofTheFlow));
});

test.each(locales)(
  "no mail of the flow in %s holds a forbidden word, lacks a disclosure, or has a field",
  async (locale) => {
    const found: string[] = [];
    for (const email of everyMail(locale)) {
      const { subject, html, text } = await render(email);
      const seen = textOfPage(html);
      const problems = [
        ...[subject, seen, text].flatMap(forbiddenIn),
        ...[seen, text].flatMap((part) => missingIn(part, locale, "Microsoft", isOfFund(email))),
        ...unwantedFieldsIn(html),
        ...(/<(input|textarea|form)\b/i.test(html) ? ["a field"] : []),
      ];
      found.push(...problems.map((problem) => `${nameOf(email)}: ${problem}`));
    }
    expect(found).toEqual([]);
  },
);

test.each(locales)(
  "the papers of a co-filer in %s hold no forbidden word and every disclosure, as text and as PDF",
  async (locale) => {
    const packet = packetOf({
      locale,
      campaign: { title: "Microsoft: end all agreements with ICE", company: "Microsoft", jurisdiction: "us" },
      organization: ["This campaign is run by a sample association.", "1 Sample Street"],
      url: "https://undersigned.example.org/c/sample/co-file",
      cureDays: 14,
      wordsAtMost: 500,
      name: null,
      shares: null,
      heldSinceMonth: null,
      registered: false,
    });
    const text = packetText(packet);
    expect(missingIn(text, locale, "Microsoft")).toEqual([]);
    // Rule 14a-8(b)(1)(iv) wants one of the words in the last sheet.
    const flow = { ...packet, sheets: packet.sheets.slice(0, -1) };
    const last = { ...packet, sheets: packet.sheets.slice(-1) };
    expect(forbiddenIn(packetText(flow))).toEqual([]);
    expect(forbiddenIn(packetText(last))).toEqual([expect.stringMatching(/^aut[a-z]+: /)]);
    const printed = pdfText(await packetPdf(flow, "letter", words(locale).coFile.papers));
    expect(forbiddenIn(printed)).toEqual([]);
    const flat = printed.replace(/\s+/g, "");
    for (const line of words(locale).pledge.disclosures("Microsoft"))
      expect(flat).toContain(line.replace(/\s+/g, ""));
  },
);
