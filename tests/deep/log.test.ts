import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addresses } from "#app/routes.ts";
import { waitingForms } from "#db/schema/index.ts";
import { filled } from "#tests/support/addresses.ts";
import { aSiteAlone, linkIn, press, waitForMail } from "#tests/support/site.ts";

const site = await aSiteAlone();
const written: Buffer[] = [];
for (const stream of site.output) stream.on("data", (chunk: Buffer) => written.push(chunk));
const { port } = new URL(site.url);

/** Everything typed or emailed; each is easy to find in a log. */
const secrets = new Set<string>();
const secret = (text: string) => {
  secrets.add(text);
  return text;
};
const odd = () => randomBytes(6).toString("hex");
const aWord = () => secret(`Zyx${odd()}`);
const anEmail = () => {
  const name = secret(`tell-${odd()}`);
  return secret(`${name}@${odd()}.example.org`);
};
const aFalseToken = () => secret(randomBytes(40).toString("base64url").slice(0, 54));

type Asked = { method?: string; headers?: Record<string, string>; body?: string };

/** Sends a path unchanged. Returns 0 if the connection was closed instead. */
const ask = (path: string, { method = "GET", headers = {}, body }: Asked = {}) =>
  new Promise<number>((resolve) => {
    const asked = request({ hostname: "127.0.0.1", port, path, method, headers }, (answer) => {
      answer.resume();
      answer.on("close", () => resolve(answer.statusCode ?? 0));
    });
    asked.on("error", () => resolve(0));
    asked.end(body);
  });

/** Writes bytes that no client would. */
async function writeRaw(text: string) {
  const socket = connect(Number(port), "127.0.0.1").on("error", () => {});
  await once(socket, "connect");
  socket.end(Buffer.from(text, "latin1"));
  socket.resume();
  await once(socket, "close");
}

const form = { origin: site.url, "content-type": "application/x-www-form-urlencoded" };
const fieldsOf = (email: string, token: string) => {
  const word = aWord();
  return {
    name: word,
    email,
    country: "US",
    consent_sign: "on",
    consent_pledge: "on",
    consent_letter: "on",
    consent_deliver: "on",
    body: `Dear ${word}`,
    comment: word,
    kind: "direct",
    holding_form: "broker",
    shares: "12",
    way: "broker",
    step: word,
    intent: word,
    outcome: word,
    deed: word,
    token,
    code: word,
    passkey: word,
    proof_response: word,
    selected: word,
    file: word,
  };
};

/** Each public and personal route, each form, and a missing one, with a secret for every parameter. */
const paths = (token: string) =>
  addresses
    .filter(({ address }) => !/^\/(?:organize|dev)\/./.test(address))
    .map(({ address }) => filled(address, { campaign: "microsoft-ice" }, token))
    .flatMap((path) => [path, ...(path.includes(token) ? [`/es${path}`] : [])])
    .concat([
      `/${token}`,
      `/c/${token}`,
      `/c/${token}/sign`,
      `/confirm/x/${token}`,
      `/manage/${token}/${token}`,
    ]);

const takesForms =
  /sign|pledge|letter$|report$|resend|manage|confirm|unsubscribe|voted|thanks|invite|webhooks|exports$/;

/** One path misspelled: cut off, doubled, encoded, with words in its query. */
const spellings = (path: string, email: string) => [
  path,
  `${path}%`,
  `${path}%zz`,
  `${path}%00`,
  `${path}%e0%a4%a`,
  `${path}/`,
  `/${path}`,
  `${path}.data`,
  `${path}?email=${email}&token=${encodeURIComponent(path)}&for=%zz&again=%`,
  `${path}?${email}`,
];

async function signUp() {
  const email = anEmail();
  const fields = { ...fieldsOf(email, aFalseToken()), display: "public" };
  const signed = await site.post("/c/microsoft-ice/sign", fields);
  expect(signed.status).toBe(303);
  const confirm = linkIn(await waitForMail(site, email), "confirm");
  const thanks = (await press(site, confirm)).headers.get("location") ?? "";
  const receipt = await waitForMail(site, email, ({ text }) => /\/manage\/[\w-]{54}/.test(text ?? ""));
  const manage = linkIn(receipt, "manage");
  const tokens = [confirm, thanks, manage].map((path) => path.split("/").at(-1) ?? "");
  return { email, tokens: tokens.map(secret) };
}

test("no token, address, name or word of a hostile crawl gets into the log", async () => {
  const { email, tokens } = await signUp();
  for (const token of [tokens.at(-1) ?? "", email]) {
    for (const path of paths(token)) {
      const headers = {
        referer: `${site.url}/manage/${token}`,
        "user-agent": email,
        "x-forwarded-for": `${token}, ${email}`,
        "accept-language": token,
        "if-none-match": token,
        range: `bytes=${token}`,
        cookie: `session=${token}; ${email}=1`,
        authorization: `Bearer ${token}`,
      };
      const isWhole = token !== email && path.includes(token);
      const spelled = isWhole ? spellings(path, email) : [`${path}%`, `${path}?${email}`];
      await Promise.all(spelled.map((each) => ask(each, { headers })));
    }
  }

  const [, , manage = ""] = tokens;
  const bodies: [string, string][] = [
    [form["content-type"], new URLSearchParams(fieldsOf(email, manage)).toString()],
    [form["content-type"], `email=${email}&name=%zz&comment=%00%ff`],
    ["application/json", `{"email": "${email}", ${manage}`],
    ["multipart/form-data", `${email} ${manage}`],
    [
      "multipart/form-data; boundary=x",
      `--x\r\nContent-Disposition: form-data; name="${email}\r\n\r\n${manage}`,
    ],
    [`text/${manage}`, email],
  ];
  for (const path of paths(manage).filter((each) => takesForms.test(each))) {
    const posts = bodies.flatMap(([type, body]) =>
      [path, `${path}%`].map((each) =>
        ask(each, { method: "POST", headers: { origin: site.url, "content-type": type }, body }),
      ),
    );
    await Promise.all(posts);
  }
  await ask(`/manage/${manage}`, { method: `BREW${manage.slice(0, 3).toUpperCase()}` });

  for (const head of [
    `GET /manage/${manage} HTTP/1.1\r\nHost: ${email}/${manage}\r\nConnection: close\r\n\r\n`,
    `GET /manage/${manage}\\x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    `GET http://[${manage}/${email} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    `GET /manage/${manage} HTTP/1.1\r\nHost: x\r\n${email}\r\n\r\n`,
    `POST /manage/${manage} HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\nTransfer-Encoding: chunked\r\n\r\n${email}`,
    `POST /manage/${manage} HTTP/1.1\r\nHost: x\r\nOrigin: ${site.url}\r\nContent-Length: 999\r\n\r\n${email}`,
    `${email} ${manage}\r\n\r\n`,
  ])
    await writeRaw(head);

  // A refusal by the database quotes the row.
  for (const table of ["supporters", "signatures", "pledges", "letters", "outbox", "consents"])
    await site.db.execute(sql.raw(`alter table ${table} add constraint refuses check (false) not valid`));
  await site.db.execute(sql`
    create function shout() returns trigger language plpgsql as
    $$ begin raise exception 'no %', to_jsonb(new)
    using detail = to_jsonb(new), hint = to_jsonb(new); end $$`);
  for (const table of ["organizer_ceremonies", "supporters"])
    await site.db.execute(
      sql.raw(
        `create trigger shouts before insert or update on ${table} for each row execute function shout()`,
      ),
    );
  for (const at of ["", "/es"]) {
    for (const path of ["sign", "pledge", "letter", "resend"]) {
      const body = new URLSearchParams(fieldsOf(anEmail(), manage)).toString();
      await ask(`${at}/c/microsoft-ice/${path}`, { method: "POST", headers: form, body });
    }
    for (const intent of ["correct", "hide", "withdraw", "consent", "erase"]) {
      const body = new URLSearchParams({ ...fieldsOf(email, manage), intent, erase: "on" }).toString();
      await ask(`${at}/manage/${manage}`, { method: "POST", headers: form, body });
    }
    await ask(`${at}/manage`, { method: "POST", headers: form, body: `email=${email}` });
  }
  await ask("/sign-in", { method: "POST", headers: form, body: `email=${anEmail()}` });
  // First the worker fails to store the forms, then the form itself fails.
  await expect.poll(() => site.db.$count(waitingForms, eq(waitingForms.attempts, 0))).toBe(0);
  await site.db.execute(sql`alter table waiting_forms add constraint refuses check (false) not valid`);
  const body = new URLSearchParams(fieldsOf(anEmail(), manage)).toString();
  await ask("/c/microsoft-ice/sign", { method: "POST", headers: form, body });
  await site.stop();

  const log = Buffer.concat(written).toString();
  for (const phrase of secrets) expect(log.includes(phrase), phrase).toBe(false);
  const lines = log.split("\n").filter(Boolean);
  expect(lines.filter((line) => !/^\{"level":\d+,"time":"/.test(line))).toEqual([]);
  const failures = lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50);
  // A failure is found by its route's pattern and its place in the code.
  expect(failures.map(({ route }) => route)).toContain("POST /c/:campaign/sign");
  expect(failures.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["signature", "pledge"]));
  for (const { err } of failures) expect(err.stack).toMatch(/^\s+at /);
}, 240_000);
