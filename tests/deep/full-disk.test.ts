// A full disk: what is written to a file is whole or not there, and the command says so.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createFileTransport } from "#app/mail/choose.server.ts";
import { readOrMakePrivate } from "#db/embedded/private-file.ts";
import { campaigns } from "#db/schema/index.ts";
import { organization } from "#tests/support/builders.ts";
import { aDispatch } from "#tests/support/dispatches.ts";
import { aLetter, aRecipient } from "#tests/support/letters.ts";
import { aFolder, anOperator } from "#tests/support/operator.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { aSmallDisk } from "#tests/support/small-disk.ts";

const folder = aFolder();

test("a full disk leaves no half file, and each command says so", async ({ skip }) => {
  const disk = aSmallDisk(skip, "64k");
  const { db, campaign, cli, run } = await anOperator(folder);
  await db.update(campaigns).set(organization);
  const recipient = await aRecipient(db, campaign);
  for (let n = 0; n < 20; n++)
    await aStoredSignature(db, campaign, { consents: ["sign", "deliver_to_company"] });
  await aLetter(db, campaign);
  const owner = await anOrganizer(db, { campaign, role: "owner" });
  await aDispatch(db, { campaign, recipient }, `organizer:${owner.id}`);
  const list = join(folder, "list.csv");
  writeFileSync(list, `email,name,country\n${"someone@example.org,Ana,US\n".repeat(400)}`);

  writeFileSync(join(disk, "other"), Buffer.alloc(60 * 1024));
  const rows = join(disk, "rows.csv");
  const commands = {
    backup: () => run("backup", "--to", join(disk, "archive.tar.gz")),
    "pack make": () => cli("pack", "make", "--output", join(disk, "pack.zip"), "--approve-alone"),
    "import dry-run": () => cli("import", "dry-run", "--file", list, "--rows", rows),
    "dispatch preview": () => cli("dispatch", "preview", "--dispatch", "1", "--files", disk),
  };
  for (const [name, command] of Object.entries(commands)) {
    const ended = await command();
    expect([name, ended.code, ended.out]).toEqual([name, 1, ""]);
    expect(ended.err, name).toMatch(/^Cannot write \/.*: The disk is full\. Make room and try again\.\n$/);
    expect([name, readdirSync(disk)]).toEqual([name, ["other"]]);
  }

  expect(() => readOrMakePrivate(join(disk, "secret"), () => "x".repeat(9000))).toThrow("ENOSPC");
  const mail = createFileTransport(disk);
  const message = {
    emailId: "0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a",
    to: "ana@example.org",
    from: "Campaign <campaign@example.org>",
    subject: "Hello",
    text: "x".repeat(9000),
    html: "<p>Hello</p>",
  };
  expect(await mail.send(message as never, {} as never)).toEqual({
    outcome: "retry-later",
    after: 60,
    problem: "file-enospc",
  });
  expect(readdirSync(disk)).toEqual(["other"]);
}, 60_000);
