import { readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditEntries, signatures } from "#db/schema/index.ts";
import { aFolder, anOperator as operatorWith } from "#tests/support/operator.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const folder = aFolder();
const anOperator = () => operatorWith(folder);

function aFile(text: string): string {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.csv`);
  writeFileSync(file, text);
  return file;
}

/** Lists this process's open files, on Linux. */
function listOpenFiles(): string[] {
  const open = "/proc/self/fd";
  if (process.platform !== "linux") return [];
  return readdirSync(open).flatMap((fd) => {
    try {
      return readlinkSync(join(open, fd));
    } catch {
      return [];
    }
  });
}

/** Each command is a process of its own. */
const slow = { timeout: 240_000 };

const list = "Mail,Who,Land,News\nana@example.org,Ana,US,yes\nben@example.org,Ben,DE,no\nnobody,Carl,US,no\n";
const columns = ["--map", "email=Mail", "--map", "name=Who", "--map", "country=Land", "--map", "opt_in=News"];
const agreed = [
  "--consent-text",
  "I sign.",
  "--consent-source",
  "The old site",
  "--agreed-on",
  "2026-10-01",
  "--updates-for",
  "column",
];

test(
  "a list is tried with each row told, taken in with what its people agreed to, and undone",
  slow,
  async () => {
    const { db, campaign, cli } = await anOperator();
    const rows = join(folder, "rows.csv");
    const tried = await cli("import", "dry-run", "--file", aFile(list), ...columns, "--rows", rows);
    expect([tried.code, tried.err]).toEqual([0, ""]);
    expect(tried.out).toContain(
      "Import 1: Dry run done, nobody added, 3 rows, 2 new, 0 already here, 1 refused",
    );
    expect(tried.out).toContain("1  not an email address");
    expect(readFileSync(rows, "utf8").split("\r\n")[3]).toBe("3,4,refused,not an email address,nobody,Carl");
    expect(statSync(rows).mode & 0o777).toBe(0o600);
    expect(await db.$count(signatures)).toBe(0);

    expect(await cli("import", "run", "--import", "1")).toMatchObject({ code: 2 });
    expect(await cli("import", "run", "--import", "2", ...agreed)).toMatchObject({
      code: 1,
      err: expect.stringContaining("There is no import 2. Run `import list`."),
    });
    const ran = await cli("import", "run", "--import", "1", ...agreed, "--json");
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ state: "imported", rows: 3, added: 2, known: 0, refused: 1 });
    expect(await db.$count(signatures, eq(signatures.state, "imported"))).toBe(2);
    const [stored] = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from consents where purpose = 'updates'`,
    );
    expect(stored?.n).toBe(1);
    expect((await cli("import", "run", "--import", "1", ...agreed)).code).toBe(1);
    expect((await cli("import", "list")).out).toMatch(
      /^number +state +format +rows +new +time \(UTC\)\n +1 {2}imported {2}csv +3 +2 /,
    );

    const undone = await cli("import", "undo", "--import", "1", "--json");
    expect(JSON.parse(undone.out)).toMatchObject({ state: "undone", undone: 2, stay: 0 });
    expect((await cli("import", "undo", "--import", "1")).code).toBe(1);
    const status = await cli("import", "status", "--import", "1");
    expect(status.out).toContain("2 removed, 0 stay.");
    expect(await db.$count(signatures)).toBe(0);
    const actors = await db
      .selectDistinct({ actor: auditEntries.actor })
      .from(auditEntries)
      .where(sql`action like 'import-%' and campaign_id = ${campaign.id}`)
      .orderBy(auditEntries.actor);
    expect(actors.map(({ actor }) => actor)).toEqual(["operator", "system"]);
  },
);

test("what is no list, or is mapped wrongly, is told in one line and takes nobody in", slow, async () => {
  const { cli } = await anOperator();
  const tried = (...args: string[]) => cli("import", "dry-run", ...args);
  expect(await tried("--file", aFile("PK\x03\x04xlsx"))).toMatchObject({
    code: 1,
    err: expect.stringContaining("This is a workbook. Save it as CSV"),
  });
  expect(await tried("--file", aFile(list), "--map", "email=Nope")).toMatchObject({
    code: 2,
    err: expect.stringContaining('The file has no column "Nope"'),
  });
  expect(await tried("--file", aFile(list), ...columns, "--map", "country=")).toMatchObject({
    code: 2,
    err: expect.stringContaining("Choose the column with the country"),
  });
  expect(await tried("--file", aFile(list), "--format", "xml")).toMatchObject({ code: 2 });
  const waits = await tried("--file", aFile(list), ...columns, "--json");
  const { number } = JSON.parse(waits.out) as { number: number };
  expect((await cli("import", "cancel", "--import", String(number))).code).toBe(0);
  expect((await cli("import", "run", "--import", String(number), ...agreed)).code).toBe(1);
});

test(
  "an export takes the filters of the console, as a workbook too, and tells what it cannot do",
  slow,
  async () => {
    const { db, campaign, cli } = await anOperator();
    const signedAt = new Date("2026-11-20T10:00:00Z");
    for (const country of ["US", "DE"])
      for (const consents of [["sign"], ["sign", "updates"]] as const)
        await aStoredSignature(db, campaign, { country, consents, signedAt });
    await aStoredSignature(db, campaign, { state: "pending", country: "DE", signedAt });
    const exported = (...args: string[]) => cli("export", "signatures", ...args);
    const count = async (...args: string[]) => {
      const { err } = await exported(...args);
      return Number(/^(\d+) rows/.exec(err)?.[1] ?? Number.NaN);
    };
    expect(await count("--preset", "full")).toBe(4);
    expect(
      await count("--preset", "full", "--countries", "DE", "--state", "confirmed", "--state", "pending"),
    ).toBe(3);
    expect(await count("--preset", "full", "--state", "all", "--to", "2026-11-19")).toBe(0);
    expect(await count("--preset", "mailchimp")).toBe(2);
    expect(await count("--preset", "mailchimp", "--consent", "any")).toBe(4);
    const book = await exported("--preset", "full", "--format", "xlsx", "--json");
    expect(book.out.startsWith("PK")).toBe(true);
    expect(JSON.parse(book.err)).toMatchObject({ rows: 4, format: { xlsx: expect.any(String) } });
    const marked = await exported("--preset", "full", "--bom");
    expect(marked.out.startsWith("\uFEFFsignature_id,")).toBe(true);
    for (const [wrong, message] of [
      [["--preset", "pledges"], "For pledges, use"],
      [["--preset", "none"], "--preset must be one of full,"],
      [["--preset", "full", "--from", "2026-13-01"], "--from"],
      [["--preset", "full", "--state", "waiting"], "--state"],
      [["--preset", "delivery", "--consent", "any"], "--consent: This file holds only people who agreed"],
      [["--preset", "full", "--format", "json"], "--format: Choose CSV or a workbook"],
    ] as const)
      expect(await exported(...wrong), wrong.join(" ")).toMatchObject({
        code: 2,
        out: "",
        err: expect.stringContaining(message),
      });
  },
);

test(
  "a file that cannot be read or written is told in a line, by every command that takes one",
  slow,
  async () => {
    const { cli } = await anOperator();
    const none = join(folder, "none.csv");
    const unread = aFile(list);
    for (const args of [
      ["import", "dry-run", "--file", none],
      ["import", "dry-run", "--file", folder],
      ["import", "dry-run", "--file", unread, ...columns, "--rows", join(none, "rows.csv")],
      ["import", "run", "--import", "1", ...agreed.slice(2), "--consent-file", none],
      ["reply", "record", "--dispatch", "1", "--on", "2026-10-01", "--from", "They", "--file", none],
    ]) {
      const { code, err } = await cli(...args);
      expect([args, code, err]).toEqual([
        args,
        1,
        expect.stringMatching(/^Cannot (read|write) --[a-z-]+: [^\n]*\n$/),
      ]);
    }
    expect((await cli("freeze")).code).toBe(0);
    expect((await cli("import", "dry-run", "--file", unread, ...columns)).err).toContain("is frozen");
    await expect.poll(listOpenFiles).not.toContain(unread);
    for (const of of [
      ["signatures", "--preset", "full"],
      ["pledges", "--preset", "pledges"],
    ])
      expect(await cli("export", ...of, "--from", "1850-01-01")).toMatchObject({
        code: 2,
        err: expect.stringContaining("--from must be a date like 2026-11-24"),
      });
  },
);
