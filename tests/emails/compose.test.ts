import { simpleParser } from "mailparser";
import { createTransport } from "nodemailer";
import { expect, test } from "vitest";
import { locales } from "#app/i18n/index.ts";
import { compose } from "#app/mail/compose.server.ts";
import { toNodemailer } from "#app/mail/envelope.ts";
import { quotedPrintable } from "#app/mail/quoted-printable.ts";
import { render } from "#app/mail/render.server.ts";
import type { Message } from "#app/mail/transport.ts";
import { inLocale, sampleEmails } from "#tests/support/emails.ts";

const message: Message = {
  emailId: "0b9fb1de-6f0c-4c4e-9a3e-0d5b6f9c7a11",
  from: "Sample Campaign <sign@campaign.test>",
  to: "zoe@people.test",
  replyTo: "hello@campaign.test",
  subject: "One step left",
  html: "<p>Zoë</p>",
  text: "Zoë\n",
};

/** Texts that break line wrapping: long ones, line ends, spaces before them, the encoding's characters. */
const nasty = [
  "",
  " ",
  "a=b =3D =?utf-8?Q?a?= --=_part\n--=_part--\n.\n..\nFrom here\n",
  `${"long ".repeat(300)}\n${"x".repeat(2000)}\n${"ü".repeat(500)}${"👩‍👩‍👧".repeat(99)}`,
  `${"y".repeat(74)}=\n${"y".repeat(75)}\n${"y".repeat(76)}\n${"y".repeat(75)} \n${"y".repeat(74)}\t\nend `,
  "tab\tend\t\nspace end \n \n\t\nNUL \u0000 DEL \u007f NEL \u0085 LS \u2028\n",
  "¿Ya? محمد \u202e\u2066x\u2069 \u200b\u00a0\ufeff é e\u0301 𝒜",
];

const messages: Message[] = [
  message,
  ...nasty.map((words) => ({ ...message, text: `${words}|`, html: `<p>${words}|</p>` })),
  { ...message, html: ["<p>Zoë ", "and a", " piece</p>"], text: ["Zoë ", "and\n"] },
  ...nasty.map((words) => {
    const pieces = [`<p>${words.repeat(3)} `, words, `\n${words.repeat(2)}|`, " ", `${words}</p>`];
    return { ...message, html: pieces, text: `${words}|` };
  }),
  { ...message, replyTo: null },
  { ...message, replyTo: "hello@campaign.test, eve@evil.test" },
  { ...message, withholdRecipient: true },
  { ...message, unsubscribeUrl: `https://sign.test/unsubscribe/${"t0ken_".repeat(40)}` },
  { ...message, to: "jürgen@people.test" },
  { ...message, from: "sign@campaign.test" },
  ...[
    `"A, B; C" <c@campaign.test>`,
    "Größe für Alle e. V. und noch viel mehr Wörter in einem Namen <c@campaign.test>",
  ].map((from) => ({ ...message, from })),
  ...[
    "Please confirm your e-mail – ¡ya!",
    "Confirme su firma, por favor: «¿Cuándo, señora?» ".repeat(5).trim(),
    "A long subject in words of ASCII that has to be folded, since it has more than seventy-six characters",
    "日本語の件名はとても長いので、いくつかの語に分けて書かなければなりません。それでも同じです。",
    "Injected\r\nBcc: eve@evil.test",
    "=?utf-8?Q?look=20alike?=",
  ].map((subject) => ({ ...message, subject })),
];

/** Parses an email like a mail program. */
async function read(email: string | Buffer) {
  const { headers, headerLines: _, date: __, ...mail } = await simpleParser(email);
  for (const name of ["date", "content-type"]) headers.delete(name);
  return { ...mail, headers: Object.fromEntries(headers) };
}

const nodemailer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });

test.each(messages)("an email is read as the one that nodemailer writes: $subject", async (message) => {
  const { message: theirs } = await nodemailer.sendMail(toNodemailer(message));
  expect(await read(compose(message))).toEqual(await read(theirs as Buffer));
});

test.each([
  "=?utf-8?Q?a?= =?utf-8?B?YQ==?=",
  "=?utf-8?Q?look=20alike?=",
  "Señal =?utf-8?Q?a?= y más",
  `We won =?iso-8859-1?b?YQ==?= ${"and more ".repeat(20)}end`,
  `${"日本語".repeat(30)}=?utf-8?Q?a?=`,
  "x=?",
])("a subject that looks encoded is read as it is written: %s", async (subject) => {
  const { message: theirs } = await nodemailer.sendMail(toNodemailer({ ...message, subject }));
  for (const email of [compose({ ...message, subject }), theirs as Buffer])
    expect((await read(email)).subject).toBe(subject);
});

test.each(["=?utf-8?Q?Microsoft?=", "é =?utf-8?Q?Microsoft?="])(
  "a sender's name that looks encoded is not decoded: %s",
  async (name) => {
    const named = { ...message, from: `${name} <sign@campaign.test>` };
    const { message: theirs } = await nodemailer.sendMail(toNodemailer(named));
    for (const email of [compose(named), theirs as Buffer])
      expect((await read(email)).from?.value).toEqual([
        { name: name.replace("=?", "= ?"), address: "sign@campaign.test" },
      ]);
  },
);

test.each(locales)("every email in %s is read as it was rendered", async (locale) => {
  for (const email of sampleEmails) {
    const { pieces, ...rendered } = await render(inLocale(email, locale));
    for (const html of [rendered.html, pieces, pieces]) {
      expect(await read(compose({ ...message, ...rendered, html }))).toMatchObject(rendered);
    }
  }
});

test.each(messages)("any server passes its bytes on: $subject", (message) => {
  const [head = "", ...body] = compose(message).split("\r\n\r\n");
  const lines = body.join("\r\n\r\n").split("\r\n");
  expect(lines.filter((line) => line.length > 76 || !/^([\t -~]*[!-~])?$/.test(line))).toEqual([]);
  const fields = head.split(/\r\n(?! )/);
  expect(fields.filter((field) => !/^[A-Z][A-Za-z-]+: [^\r\n]*(\r\n [^\r\n]*)*$/.test(field))).toEqual([]);
  expect(head.split("\r\n").filter((line) => line.length > 998)).toEqual([]);
  expect(fields.some((field) => /^Bcc:/i.test(field))).toBe(false);
});

test("the moment of an email is in its head", () => {
  expect(compose(message, new Date("2030-02-03T04:05:06Z"))).toContain(
    "\r\nDate: Sun, 03 Feb 2030 04:05:06 +0000\r\n",
  );
});

/** RFC 2045, 6.7, read strictly. */
const decode = (encoded: string) =>
  Buffer.from(
    encoded
      .replace(/=\r\n/g, "")
      .replace(/=([0-9A-F]{2})/g, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16))),
    "latin1",
  ).toString();

test("what is quoted-printable is the text again, with the ends of lines of mail", () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  const signs = ["a", "Z", " ", "\t", "=", ".", "\n", "\r\n", "\r", "é", "漢", "👍", "\u0000", "\u007f"];
  for (let n = 0; n < 2000; n++) {
    const text = Array.from({ length: random(200) }, () => signs[random(signs.length)]).join("");
    const encoded = quotedPrintable(text);
    expect(decode(encoded)).toBe(text.replace(/\r?\n/g, "\r\n"));
    for (const line of encoded.split("\r\n")) expect(line).toMatch(/^([\t -~]{0,75}[!-~])?$/);
  }
});
