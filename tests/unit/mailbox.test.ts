import { utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { AppLoadContext } from "#app/http/remix.server.ts";
import { createFileTransport } from "#app/mail/choose.server.ts";
import { listMailbox, readMailbox } from "#app/mail/mailbox.server.ts";
import { loader as mailLoader } from "#app/routes/dev/mailbox/email/route.tsx";
import { loader as htmlLoader } from "#app/routes/dev/mailbox/html/route.ts";
import { loader as listLoader } from "#app/routes/dev/mailbox/list/route.tsx";
import { aMailFolder } from "#tests/support/mail.ts";

const id = (last: number) => `0b9fb1de-6f0c-4c4e-9a3e-0d5b6f9c7a1${last}`;

async function aMailbox(mails: number) {
  const dir = await aMailFolder();
  const transport = createFileTransport(dir);
  for (let mail = 1; mail <= mails; mail++) {
    await transport.send(
      {
        emailId: id(mail),
        from: "Sample Campaign <sign@campaign.test>",
        to: `reader-${mail}@people.test`,
        replyTo: "hello@campaign.test",
        subject: `¿Mail ${mail}?`,
        html: `<p style="color:red">Zoë ${mail}</p>`,
        text: `Zoë ${mail}: https://sign.test/confirm/${mail}\n`,
      },
      { idempotencyKey: id(mail), signal: AbortSignal.timeout(5000), lane: "own" },
    );
    await utimes(join(dir, `${id(mail)}.eml`), mail, mail);
  }
  return dir;
}

const asking = (dir: string, isLocalRequest: boolean, params = {}) => ({
  request: new Request("http://localhost/dev/mailbox"),
  params,
  context: {
    env: { mail: { dir } },
    transport: { name: "file" },
    locale: "en",
    isLocalRequest,
  } as unknown as AppLoadContext,
});

test("the newest mails are listed first, and other files are not mails", async () => {
  const dir = await aMailbox(3);
  await writeFile(join(dir, `${id(4)}.eml.part`), "half a mail");
  await writeFile(join(dir, "notes.eml"), "no mail of ours");
  const { mails, all } = await listMailbox(dir, 2);
  expect(all).toBe(3);
  expect(mails.map(({ subject, to }) => [subject, to])).toEqual([
    ["¿Mail 3?", "reader-3@people.test"],
    ["¿Mail 2?", "reader-2@people.test"],
  ]);
});

test("a folder that is not there yet is an empty mailbox", async () => {
  expect(await listMailbox("/nowhere/at/all", 10)).toEqual({ mails: [], all: 0 });
});

test("a mail is read with its headers, and only by the name of a mail", async () => {
  const dir = await aMailbox(1);
  expect(await readMailbox(dir, id(1))).toMatchObject({
    from: '"Sample Campaign" <sign@campaign.test>',
    replyTo: "hello@campaign.test",
    messageId: `<${id(1)}@campaign.test>`,
    html: '<p style="color:red">Zoë 1</p>',
  });
  for (const other of [id(2), "../secret", `../${dir}/${id(1)}`, "", "notes"]) {
    expect(await readMailbox(dir, other)).toBeNull();
  }
});

test("the pages of the mailbox are there for someone at this machine alone", async () => {
  const dir = await aMailbox(1);
  const params = { id: id(1) };
  expect(await listLoader(asking(dir, true))).toMatchObject({ all: 1 });
  expect(await mailLoader(asking(dir, true, params))).toMatchObject({
    links: ["https://sign.test/confirm/1"],
  });
  expect((await htmlLoader(asking(dir, true, params))).status).toBe(200);

  for (const refused of [
    listLoader(asking(dir, false)),
    mailLoader(asking(dir, false, params)),
    htmlLoader(asking(dir, false, params)),
    mailLoader(asking(dir, true, { id: id(9) })),
  ]) {
    await expect(refused).rejects.toMatchObject({ status: 404 });
  }
});

test("a mail's HTML may show its styles and do nothing else", async () => {
  const dir = await aMailbox(1);
  const { headers } = await htmlLoader(asking(dir, true, { id: id(1) }));
  expect(headers.get("content-security-policy")).toBe(
    "sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'",
  );
  expect(headers.get("x-frame-options")).toBe("SAMEORIGIN");
});
