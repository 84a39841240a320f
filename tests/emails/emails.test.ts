import { expect, test } from "vitest";
import { contents } from "#app/domain/outbox/contents/index.ts";
import { type Locale, locales, words } from "#app/i18n/index.ts";
import { render } from "#app/mail/render.server.ts";
import { type Email, emails, write } from "#emails/index.ts";
import { englishIn } from "#tests/e2e/english.ts";
import { inEnglishAlone, inLocale, sampleEmails } from "#tests/support/emails.ts";
import { textOfPage } from "#tests/support/guard-rails.ts";

const named = <Name extends Email["name"]>(name: Name) =>
  sampleEmails.find((email): email is Extract<Email, { name: Name }> => email.name === name) ?? fail(name);
const fail = (name: string): never => {
  throw new Error(`no sample of ${name}`);
};

/** Words that reveal the cause to somebody who sees a list of emails; "signed" is not one. */
const cause = /microsoft|\bice\b|petition|campaign/i;
/** Forbidden even when negated. Only the disclosures may mention a proxy. */
const forbidden =
  /\b(prox(y|ies)|authori[sz]\w*|appoint\w*|assign\w*|grant\w*|delegat\w*|control number|control id|your shares will be voted)\b|\bwe (will )?vote\b/i;

test("there is a sample of every mail", () => {
  expect(sampleEmails.map(({ name }) => name).sort()).toEqual(Object.keys(emails).sort());
});

test.each(sampleEmails)("$name names no cause in its subject and preview", (email) => {
  const { subject, preview } = write(email);
  expect(subject).not.toMatch(cause);
  expect(preview).not.toMatch(cause);
  expect(subject.length).toBeLessThanOrEqual(60);
});

const inPerson = { ...named("letter-sent") };
inPerson.props = { ...inPerson.props, dispatch: null };

test.each([...sampleEmails.filter(({ name }) => !inEnglishAlone.has(name)), inPerson])(
  "$name says nothing in English where it is in Spanish",
  async (email) => {
    const { subject, text, html } = await render(inLocale(email, "es"));
    expect(text.length).toBeGreaterThan(200);
    const visibleText = html.replace(/<(style|head)[\s\S]*?<\/\1>/g, "").replace(/<[^>]+>/g, "\n");
    expect(englishIn([subject, text, visibleText].join("\n"))).toEqual([]);
  },
);

test.each(sampleEmails)("$name loads nothing, runs nothing and weighs less than 100 kB", async (email) => {
  const { html } = await render(email);
  expect(html).not.toMatch(/<img|<script|<link|<iframe|url\(|@import|\ssrc=/i);
  expect(Buffer.byteLength(html)).toBeLessThan(100_000);
});

test.each(sampleEmails)(
  "$name tells who sends it, from where, and that they are not the company",
  async (email) => {
    const { html, text } = await render(email);
    const plainText = text.replace(/\s+/g, " ");
    for (const words of [
      "Sample Campaign, 1 Example Street, 00000 Sampletown.",
      "Not affiliated with Microsoft.",
    ]) {
      expect(plainText).toContain(words);
      expect(html).toContain(words);
    }
    expect(text).toContain(email.props.privacyUrl);
    expect(html).toContain(`href="${email.props.privacyUrl}"`);
  },
);

test.each(sampleEmails)(
  "$name as text has lines of at most 72 characters, but for addresses",
  async (email) => {
    const { text } = await render(email);
    const long = text.split("\n").filter((line) => line.length > 72 && !/^\s*https:\S+$/.test(line));
    expect(long).toEqual([]);
    const unquoted = text.replace(/^(> ?)+/gm, "");
    expect(unquoted).not.toMatch(/[<>\u00a0]|&[a-z]+;|[ \t]\n/);
  },
);

test.each(sampleEmails)("$name says the same in text as in HTML", async (email) => {
  const { html, text } = await render(email);
  const plain = html
    .replace(/<(style|title)[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/[\s\u00a0]+/g, " ")
    .replaceAll("\u2011", "-");
  const { heading, blocks } = write(email);
  const plainText = text.replace(/\s+/g, " ");
  for (const block of blocks) {
    const sentences =
      block.kind === "facts"
        ? block.rows.flatMap(({ value }) => value)
        : block.kind === "notes"
          ? [...block.items]
          : "text" in block
            ? [block.text]
            : [];
    for (const sentence of [heading, ...sentences]) {
      const words = sentence.replace(/[\s\u00a0]+/g, " ").trim();
      expect(plain).toContain(words);
    }
    if ("url" in block) expect(text.split("\n").map((line) => line.trim())).toContain(block.url);
  }
  expect(plainText).toContain(heading);
});

test.each(sampleEmails)("$name has one button at most, and its address once more in words", async (email) => {
  const { html } = await render(email);
  const buttons = html.match(/class="act"/g) ?? [];
  expect(buttons.length).toBeLessThanOrEqual(1);
  const [button] = write(email).blocks.flatMap((block) =>
    block.kind === "button" && !block.quiet ? [block] : [],
  );
  const written = button?.url.replaceAll("&", "&amp;");
  if (button) expect(html.split(`href="${written}"`).length - 1).toBe(2);
});

test.each(sampleEmails)("$name is the same bytes each time it is rendered", async (email) => {
  expect(await render(email)).toEqual(await render(structuredClone(email)));
});

test.each(sampleEmails.filter(({ name }) => !inEnglishAlone.has(name)))(
  "$name is in Spanish for who reads Spanish",
  async (email) => {
    const { html, text, subject } = await render(inLocale(email, "es"));
    expect(`${subject}${text}${html}`).not.toMatch(/undefined|\[object/);
    expect(html).toContain('<html dir="ltr" lang="es"');
  },
);

test("the personal page names every email to supporters, and no other", () => {
  const toSupporters = contents.filter(({ to }) => to === "supporter").map(({ name }) => name);
  for (const locale of locales)
    expect(Object.keys(words(locale).personal.manage.mails).sort()).toEqual(
      [...toSupporters, "update"].sort(),
    );
});

test.each(sampleEmails)("$name uses none of the words that a pledge may not", async (email) => {
  const plainText = (await render(email)).text.replace(/\s+/g, " ");
  const disclosed = words("en").pledge.disclosures(email.props.campaign.company);
  expect(disclosed.reduce((text, line) => text.replace(line, ""), plainText)).not.toMatch(forbidden);
});

test("the confirmation says what is signed, shown, consented to and held", async () => {
  const { text } = await render(named("confirm-signature"));
  const plainText = text.replace(/\s+/g, " ");
  expect(plainText).toContain(
    "reports to shareholders on human-rights due diligence. (Version 3, September 9, 2026)",
  );
  expect(plainText).toContain("On this site your initials");
  expect(plainText).toContain("updates by email. Microsoft does not get your name.");
  expect(plainText).toContain("your email, name, country, postal code, language, and time of signing");
  expect(plainText).toContain("The link works until December 1, 2026. Then we delete the entry.");
  expect(plainText).toContain("“Delete it and never write to me again”");
});

test.each(locales)("an email to confirm names the button of its page in %s", (locale) => {
  const { mail, personal, pledgeMail, pledgeSummary, letterMail, letter } = words(locale);
  expect(mail.confirm.notYou).toContain(`“${personal.confirm.neverButton}”`);
  expect(pledgeMail.confirm.notYou).toContain(`“${pledgeSummary.confirm.neverButton}”`);
  expect(letterMail.confirm.notYou).toContain(`“${letter.confirm.neverButton}”`);
});

test("what was not agreed to is not said to be", async () => {
  const { props } = named("confirm-signature");
  const consents = { updates: false, nameTo: ["Microsoft"], nameNotTo: [] };
  const { text } = await render({ name: "confirm-signature", props: { ...props, consents } });
  expect(text).not.toContain("updates by email");
  expect(text).not.toContain("is not given");
  expect(text.replace(/\s+/g, " ")).toContain("giving your name to Microsoft with the petition");
});

test("the reminder says that it is the only one", async () => {
  const { subject, text } = await render(named("confirm-reminder"));
  expect(subject).toMatch(/isn’t counted yet/);
  expect(text).toMatch(/It\s+is\s+the\s+only/);
});

test("the receipt has the code, personal link, fresh-link page and page to share", async () => {
  const { props } = named("receipt");
  const { text } = await render(named("receipt"));
  for (const part of [props.receiptCode, props.personalUrl, props.manageUrl, props.campaign.url]) {
    expect(text).toContain(part);
  }
});

test("the receipt thanks by name and count, without a count where none was stored", async () => {
  const { props } = named("receipt");
  const textOf = async (signatures: number | null, locale: Locale = "en") =>
    (await render(inLocale({ name: "receipt", props: { ...props, signatures } }, locale))).text.replace(
      /\s+/g,
      " ",
    );
  expect(write(named("receipt")).heading).toBe("Thank you, Zoë O’Brien");
  expect(await textOf(38_413)).toContain("With you, 38,413 people have signed.");
  expect(await textOf(1)).toContain("You are the first.");
  expect(await textOf(38_413, "es")).toContain("Con la suya ya son 38");
  expect(await textOf(null)).not.toMatch(/people have signed|the first/);
});

test("the mail to someone who has signed already holds no personal link", async () => {
  const { html, text } = await render(named("already-signed"));
  expect(html + text).not.toMatch(/\/(manage|confirm|thanks)\/[A-Za-z0-9_-]{20,}/);
});

test("the notice of an erasure names nobody and links to nothing personal", async () => {
  const { html, text } = await render(named("data-erased"));
  expect(html + text).not.toMatch(/Zoë|\/(manage|confirm)/);
});

test("a sign-in code is on a line of its own and in no list of mails", async () => {
  const letter = write(named("organizer-code"));
  const { text } = await render(named("organizer-code"));
  expect(text).toMatch(/^ {2}482913$/m);
  expect(letter.subject + letter.preview).not.toContain("482913");
});

test("an email a stranger can trigger has no name, since they may have typed it", async () => {
  const asked = [
    "confirm-signature",
    "confirm-reminder",
    "confirm-pledge",
    "confirm-pledge-reminder",
  ] as const;
  const ofLetters = ["confirm-letter", "confirm-letter-reminder", "manage-link"] as const;
  for (const name of [...asked, ...ofLetters])
    for (const locale of locales) {
      const email = inLocale(named(name), locale);
      const props = { ...email.props, name: "Typed by somebody" };
      const { subject, html, text } = await render({ ...email, props } as Email);
      expect([name, locale, /Typed/.exec(`${subject}${html}${text}`)?.[0]]).toEqual([
        name,
        locale,
        undefined,
      ]);
    }
});

test("the subject and the button of an email say what they do", () => {
  const says = (name: Email["name"]) => {
    const { subject, blocks } = write(named(name));
    const button = blocks.find((block) => block.kind === "button");
    return [subject, button?.label];
  };
  expect(says("confirm-signature")).toEqual([
    "One step left: confirm your signature",
    "Confirm my signature",
  ]);
  expect(says("confirm-pledge")).toEqual(["One step left: confirm your pledge", "Confirm my pledge"]);
  expect(says("confirm-letter")).toEqual(["One step left: confirm your letter", "Confirm my letter"]);
  const toSupporters = contents.filter(({ to }) => to === "supporter");
  for (const { name } of toSupporters)
    for (const locale of locales) {
      const { subject, blocks } = write(inLocale(named(name), locale));
      const button = blocks.find((block) => block.kind === "button");
      const vague = /open (the|your) page|abrir( su página| para confirmar)?$|your e-mail$|^your receipt$/i;
      expect([name, vague.test(subject), vague.test(button?.label ?? "")]).toEqual([name, false, false]);
    }
});

test("markup in a name is text", async () => {
  const { props } = named("receipt");
  const { html } = await render({ name: "receipt", props: { ...props, name: "<b>Ana & Co" } });
  expect(html.replaceAll("\u00a0", " ")).toContain("Thank you, &lt;b&gt;Ana &amp; Co");
});

test("a mail without operator and address still says whom it is not affiliated with", () => {
  const { props } = named("receipt");
  const campaign = { ...props.campaign, operator: null, postalAddress: null };
  expect(write({ name: "receipt", props: { ...props, campaign } }).footer.sender).toEqual([
    words("en").mail.parts.notAffiliated("Microsoft"),
  ]);
});

/** A sample rewritten for a campaign about another company, on another continent. */
function ofAnother(value: unknown): unknown {
  if (typeof value === "string")
    return value
      .replace(/microsoft-ice/g, "night-trains")
      .replace(/Microsoft/g, "Hoshino Motors")
      .replace(/\bICE\b/g, "the railways")
      .replace(/Azure/g, "its engines")
      .replace("America/New_York", "Asia/Tokyo");
  if (Array.isArray(value)) return value.map(ofAnother);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, ofAnother(one)]));
}

test.each(locales)(
  "no email about another company names the one the site ships with, in %s",
  async (locale) => {
    const wrong = [];
    for (const email of sampleEmails) {
      const sample = ofAnother(inLocale(email, locale)) as Email;
      const { subject, text, html } = await render(sample);
      const whole = [subject, text, html].flat().join("\n");
      const words = /Microsoft|MSFT|\bICE\b|Azure|Redmond|Nasdaq|N(?:ew|ueva) York|14a-8/gi;
      for (const found of whole.match(words) ?? []) wrong.push(`${email.name}: ${found}`);
    }
    expect(wrong).toEqual([]);
  },
);

test("the button of a receipt is the next act, and what it records is under a line", async () => {
  const step = named("receipt").props.next;
  const button = async (name: "receipt" | "pledge-receipt" | "letter-receipt", next: typeof step) => {
    const email = named(name);
    const { html } = await render({ name, props: { ...email.props, next } } as Email);
    const { blocks } = write(email);
    const line = blocks.findIndex(({ kind }) => kind === "line");
    const recorded = blocks.map(({ kind }, place) => kind === "facts" && place < line);
    expect([name, line > 0, recorded.includes(true)]).toEqual([name, true, false]);
    return textOfPage(/class="act"[^>]*>([\s\S]*?)<\/a>/.exec(html)?.[1] ?? "")
      .replace(/[\u200a\u200b]/g, "")
      .trim();
  };
  expect(await button("receipt", step)).toBe("Share on WhatsApp");
  expect(await button("pledge-receipt", step && { ...step, step: "sign" })).toBe("Sign the petition");
  expect(await button("letter-receipt", step)).toBe("Pledge your vote");
  for (const name of ["receipt", "pledge-receipt", "letter-receipt"] as const)
    expect(await button(name, null)).toBe("Share on WhatsApp");
});

test("a fund holder's receipt speaks of no vote of theirs", async () => {
  const { name, props } = named("pledge-receipt");
  const pledge = { ...props.pledge, kind: "fund" as const, intentions: [] };
  const { text } = await render({ name, props: { ...props, pledge } });
  expect(text).not.toContain("not stated");
  expect(text).toContain("Who else has savings in a fund?");
});

test.each(["receipt", "pledge-receipt", "letter-receipt"] as const)(
  "'%s' has a sheet to share: networks, an email, and the address to copy",
  async (name) => {
    const email = sampleEmails.find((one) => one.name === name) as Email;
    const { html, text } = await render(email);
    expect(html).toMatch(/href="https:\/\/wa\.me\/[\s\S]{0,900}(>|>Share on )WhatsApp</);
    expect(html).toMatch(/href="mailto:\?subject=[^"]+">Email<\/a>|href="mailto:[^"]+"[^>]*>Email<\/a>/);
    expect(html).toContain(`>${email.props.campaign.url}</a>`);
    expect(text).toMatch(/Who else (would|owns)[^?]*\?\n\n {2}https:\/\/sign\.test/);
  },
);
