import { once } from "node:events";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { aCampaign } from "#tests/support/builders.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const campaign = await aCampaign(site.db);
const cookie = `session=${await aSession(site.db, await anOrganizer(site.db, { campaign }))}`;
const path = `/organize/c/${campaign.slug}/imports`;
const list = "email,name,country\nana@example.org,Ana,US\n";

/** Sends raw bytes as a form's body, which `fetch` could not. */
async function send(body: string | Buffer, type = "multipart/form-data; boundary=xyz") {
  const { hostname, port } = new URL(site.url);
  const headers = {
    origin: site.url,
    cookie,
    "content-type": type,
    "content-length": Buffer.byteLength(body),
  };
  const asked = request({ hostname, port, path, method: "POST", headers });
  asked.end(body);
  const [answer] = await once(asked, "response");
  return { status: answer.statusCode, html: await text(answer) };
}

const part = (disposition: string, content: string) =>
  `--xyz\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
const upload = (fileName: string, content = list) =>
  `${part('name="format"', "csv")}${part(`name="file"; ${fileName}`, content)}--xyz--\r\n`;

async function newest() {
  const [row] = await site.db.execute<{ name: string | null; state: string }>(
    sql`select file_name as name, state from imports order by number desc limit 1`,
  );
  return row;
}

const long = `${"ñ😀".repeat(150)}.csv`;
const names: [written: string, kept: string][] = [
  ['filename="list=2026.csv"', "list=2026.csv"],
  ['filename="a;b.csv"', "a;b.csv"],
  ['filename="supporters (a=b; c).csv"', "supporters (a=b; c).csv"],
  ['filename="José.csv"', "José.csv"],
  ['filename="Jose\u0301 名簿 😀 👩‍👧.csv"', "Jose\u0301 名簿 😀 👩‍👧.csv"],
  ['filename="قائمة می‌شود.csv"', "قائمة می‌شود.csv"],
  ['filename="a %22quoted%22 list.csv"', 'a "quoted" list.csv'],
  ['filename="a \\"quoted\\" list.csv"', 'a "quoted" list.csv'],
  ['filename="it\'s.csv"', "it's.csv"],
  ["filename=plain.csv", "plain.csv"],
  ["filename=\"x.csv\"; filename*=UTF-8''Jos%C3%A9%20%3B%201.csv", "José ; 1.csv"],
  ["filename*=ISO-8859-1''Jos%E9.csv", "José.csv"],
  ['filename="/etc/passwd/../list.csv"', "list.csv"],
  ['filename="C:\\\\Users\\\\ana\\\\list.csv"', "list.csv"],
  ['filename="50%.csv"', "50%.csv"],
  ['filename="one%0D%0Atwo.csv"', "one two.csv"],
  ['filename="\u202egpj.csv"', "gpj.csv"],
  [`filename="${"x".repeat(300)}"`, "x".repeat(200)],
  [`filename="${long}"`, [...long].slice(0, 200).join("")],
];

test("a list may have any name", async () => {
  for (const [written, kept] of names) {
    const { status } = await send(upload(written));
    expect([written, status]).toEqual([written, 303]);
    expect([written, await newest()]).toEqual([written, { name: kept, state: "received" }]);
  }
});

const broken: [string, string, string?][] = [
  ["no boundary", upload('filename="a.csv"'), "multipart/form-data"],
  ["another boundary", upload('filename="a.csv"'), "multipart/form-data; boundary=other"],
  ["a part without an end", upload('filename="a.csv"').replace("--xyz--", "")],
  ["a head without an end", '--xyz\r\nContent-Disposition: form-data; name="file"; filename="a.csv"'],
  ["a head that is none", `--xyz\r\n: ${"x".repeat(100)}\r\n\r\nx\r\n--xyz--\r\n`],
  ["nothing", ""],
  ["a file before its kind", `${part('name="file"; filename="a.csv"', list)}--xyz--\r\n`],
  ["a list as a text", `${part('name="format"', "csv")}${part('name="file"', list)}--xyz--\r\n`],
  ["another form", "format=csv&file=x", "application/x-www-form-urlencoded"],
  ["JSON", "{}", "application/json"],
];

test("a form without a file says that none was chosen", async () => {
  const none = 'filename=""\r\nContent-Type: application/octet-stream';
  const { status, html } = await send(upload(none, ""));
  expect([status, html]).toEqual([422, expect.stringContaining("Choose a file that isn’t empty")]);
});

test("an unreadable form gets 400 with advice, and nothing of it is kept", async () => {
  for (const [name, body, type] of broken) {
    const { status, html } = await send(body, type);
    expect([name, status]).toEqual([name, 400]);
    expect([name, html]).toEqual([name, expect.stringContaining("could not be read")]);
  }
  const [left] = await site.db.execute(
    sql`select count(*)::int as n from imports where state not in ('received', 'failed')`,
  );
  expect(left).toEqual({ n: 0 });
});

test("two files, an unknown field and a large one change nothing for the first list", async () => {
  const other = part('name="other"; filename="b"', "y".repeat(300_000));
  const two = `${part('name="format"', "csv")}${part('name="__proto__"', "x")}${other}`;
  const [first, second] = ["first", "second"].map((name) =>
    part(`name="file"; filename="${name}.csv"`, list),
  );
  const { status } = await send(`${two}${first}${second}--xyz--\r\n`);
  expect(status).toBe(303);
  expect(await newest()).toEqual({ name: "first.csv", state: "received" });
});

test("a post of a form in parts that cannot be read is refused in words elsewhere, too", async () => {
  for (const at of ["/c/microsoft-ice/sign", "/manage", `/organize/c/${campaign.slug}/exports`]) {
    for (const type of ["multipart/form-data", "multipart/form-data; boundary=xyz", "application/json"]) {
      const answer = await fetch(site.url + at, {
        method: "POST",
        redirect: "manual",
        headers: { origin: site.url, cookie, "content-type": type },
        body: part('name="name', "x"),
      });
      expect([at, type, answer.status]).toEqual([
        at,
        type,
        expect.toSatisfy((code) => code >= 400 && code < 500),
      ]);
    }
  }
});
