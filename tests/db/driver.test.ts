// What the patch of postgres.js changes: db/patches/README.md lists it.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, createServer, connect as dial, type Socket } from "node:net";
import { Duplex, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { expect, inject, onTestFinished, test } from "vitest";
import { aDoor } from "#tests/support/door.ts";

type Settings = postgres.Options<Record<string, postgres.PostgresType>>;

/** A test's own pool, to the cluster's own database. */
function aPool(settings: Settings = {}, url = inject("clusterUrl")) {
  const pool = postgres(url, {
    max: 1,
    onnotice: () => {},
    connect_timeout: 3,
    backoff: () => 0.02,
    ...settings,
  });
  onTestFinished(() => pool.end({ timeout: 0.1 }));
  return pool;
}

/** A test's own table. */
async function aTable(columns: string) {
  const pool = aPool();
  const name = `driver_${randomBytes(6).toString("hex")}`;
  await pool.unsafe(`create table ${name} (${columns})`);
  onTestFinished(async () => {
    await aPool().unsafe(`drop table ${name}`);
  });
  return { name, pool };
}

const pidOf = async (sql: postgres.ISql): Promise<number> =>
  (await sql<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]?.pid ?? 0;

/** Ends a connection from the server's side, and returns once its process is gone. */
async function kill(pid: number) {
  const admin = aPool();
  await admin`select pg_terminate_backend(${pid}, 5000)`;
}

/** A pool connected through a proxy of the test, which can reset the last connection. */
async function aResettablePool() {
  const door = await aDoor();
  return { pool: aPool({}, door.url), reset: () => door.sockets.at(-1)?.resetAndDestroy() };
}

/** A server of the test at an address of its own. */
async function listening(answer: (from: Socket) => void): Promise<string> {
  const server = createServer((from) => answer(from.on("error", () => {}))).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The cluster's address with these hosts instead of its own. */
function throughHosts(hosts: readonly string[], attributes = ""): string {
  const { username, password, pathname } = new URL(inject("clusterUrl"));
  return `postgres://${username}:${password}@${hosts.join()}${pathname}${attributes}`;
}

const clusterHost = () => new URL(inject("clusterUrl")).host;

/** An address where nothing listens. */
async function nowhere(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return `127.0.0.1:${port}`;
}

/** A server that answers as a replica does until it is asked something. */
const aStandby = () =>
  listening((from) => {
    const message = (type: string, body: Buffer) => {
      const head = Buffer.alloc(5);
      head.write(type);
      head.writeInt32BE(body.length + 4, 1);
      return Buffer.concat([head, body]);
    };
    const says = (name: string, value: string) => message("S", Buffer.from(`${name}\0${value}\0`));
    from.once("data", () =>
      from.write(
        Buffer.concat([
          message("R", Buffer.alloc(4)),
          says("in_hot_standby", "on"),
          says("default_transaction_read_only", "off"),
          message("K", Buffer.alloc(8)),
          message("Z", Buffer.from("I")),
        ]),
      ),
    );
  });

/** How a promise ends: its error's code, `done`, or `waits` if it does not. */
async function endOf(promise: Promise<unknown>): Promise<string> {
  let patience: NodeJS.Timeout | undefined;
  const end = await Promise.race([
    promise.then(
      () => "done",
      (error: Error & { code?: string }) => error.code ?? error.message,
    ),
    // The driver looks for silence once a second: two seconds were too close to what it takes.
    new Promise<string>((resolve) => {
      patience = setTimeout(resolve, 20_000, "waits");
    }),
  ]);
  clearTimeout(patience);
  return end;
}

/** Collects the errors that nothing handles until the test ends. */
function unhandledErrors() {
  const unhandled: unknown[] = [];
  const hear = (error: unknown) => unhandled.push(error);
  for (const event of ["unhandledRejection", "uncaughtException"]) {
    process.on(event, hear);
    onTestFinished(() => {
      process.off(event, hear);
    });
  }
  return unhandled;
}

/** A promise with its resolve function. */
function aSignal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}

/** A socket that closes immediately when destroyed, not a turn of the event loop later. */
class Wire extends Duplex {
  readonly to: Socket;
  held: Buffer[] = [];
  private holds = false;
  constructor(url: URL) {
    super();
    this.to = dial(Number(url.port), url.hostname);
    this.to.on("data", (data) => this.hear(data));
    this.to.on("error", () => {});
    this.to.on("close", () => this.destroy());
  }
  /** Holds the server's bytes until ReadyForQuery, then passes them on in one piece. */
  holdUntilReady() {
    this.holds = true;
  }
  private hear(data: Buffer) {
    this.held.push(data);
    if (this.holds && data.at(-6) !== "Z".charCodeAt(0)) return;
    this.push(Buffer.concat(this.held));
    this.held = [];
    this.holds = false;
  }
  override _read() {}
  override _write(data: Buffer, encoding: BufferEncoding, done: (error?: Error | null) => void) {
    this.to.write(data, encoding, done);
  }
  override _destroy(error: Error | null, done: (error?: Error | null) => void) {
    this.to.destroy();
    done(error);
  }
}

/** A pool whose wires the test controls. */
function aWiredPool(settings: Settings = {}) {
  const wires: Wire[] = [];
  const socket = () => {
    const wire = new Wire(new URL(inject("clusterUrl")));
    wires.push(wire);
    return wire;
  };
  const pool = aPool({ ...settings, socket } as Settings);
  return { pool, wires };
}

test("a transaction whose connection ended runs nothing on the next one", async () => {
  const { name, pool } = await aTable("by text");
  const [waiting, wait] = [aSignal(), aSignal()];
  let late = "";
  let pid = 0;
  const first = pool.begin(async (sql) => {
    pid = await pidOf(sql);
    waiting.give();
    await wait.given;
    late = await endOf(sql`insert into ${sql(name)} values ('first')`);
  });
  const firstEnd = endOf(first);
  await waiting.given;
  await kill(pid);
  expect(await firstEnd).toBe("CONNECTION_CLOSED");

  await expect(
    pool.begin(async (sql) => {
      await sql`insert into ${sql(name)} values ('second')`;
      wait.give();
      await expect.poll(() => late).not.toBe("");
      // By now the first has answered its callback, too: its COMMIT would end this transaction.
      await sql`select pg_sleep(0.1)`;
      throw new Error("taken back");
    }),
  ).rejects.toThrow("taken back");
  expect(late).toBe("CONNECTION_CLOSED");
  expect(await pool`select by from ${pool(name)}`).toEqual([]);
});

test("statements that wait for their turn in a transaction end with its connection", async () => {
  const pool = aPool();
  let ends: Promise<string[]> = Promise.resolve([]);
  const transaction = pool.begin(async (sql) => {
    const pid = await pidOf(sql);
    ends = Promise.all([
      endOf(sql`select pg_sleep(30), ${1}::int`),
      endOf(sql`select ${2}::int`),
      endOf(sql`select ${3}::int`),
    ]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await kill(pid);
    await ends;
  });
  expect(await endOf(transaction)).toBe("CONNECTION_CLOSED");
  expect(await ends).toEqual(["CONNECTION_CLOSED", "CONNECTION_CLOSED", "CONNECTION_CLOSED"]);
});

test("a transaction that has ended takes no statement", async () => {
  const { name, pool } = await aTable("by text");
  let kept: postgres.TransactionSql | undefined;
  await pool.begin(async (sql) => {
    kept = sql;
  });
  const other = pool.begin(async (sql) => {
    await sql`select 1`;
    expect(await endOf(kept?.unsafe(`insert into ${name} values ('late')`) ?? Promise.resolve())).toBe(
      "TRANSACTION_ENDED",
    );
  });
  await other;
  expect(await pool`select by from ${pool(name)}`).toEqual([]);
});

test("statements on an ended reserved connection fail, and it never enters the pool", async () => {
  const pool = aPool();
  const reserved = await pool.reserve();
  await kill(await pidOf(reserved));
  await expect.poll(() => endOf(reserved`select 1`), { timeout: 5000 }).toBe("CONNECTION_CLOSED");
  reserved.release();
  expect(await endOf(pool`select 1`)).toBe("done");
});

test("a reserved connection takes no statement once it is released, and is released once", async () => {
  const pool = aPool();
  const reserved = await pool.reserve();
  reserved.release();
  const second = await pool.reserve();
  expect(await endOf(reserved`select 1`)).toBe("CONNECTION_RELEASED");
  reserved.release();
  const other = endOf(pool`select 1`);
  expect(await endOf(second`select 1`)).toBe("done");
  second.release();
  expect(await other).toBe("done");
});

test("a pool ends once what was reserved of it is released", async () => {
  const pool = aPool();
  const reserved = await pool.reserve();
  const ended = endOf(pool.end());
  await new Promise((resolve) => setTimeout(resolve, 20));
  reserved.release();
  expect(await ended).toBe("done");
});

test("a connection that closed with bytes still to be written is used again", async () => {
  const { pool, wires } = aWiredPool();
  await pool`select 1`;
  const lost = endOf(pool`select 2`);
  await Promise.resolve();
  await Promise.resolve();
  wires[0]?.destroy();
  expect(await lost).toBe("CONNECTION_CLOSED");
  expect(await endOf(pool`select 3`)).toBe("done");
});

test("what was under way on a lost connection is not taken for what is asked of the next", async () => {
  const name = `driver_${randomBytes(6).toString("hex")}`;
  const admin = aPool();
  await admin.unsafe(`create database ${name}`);
  onTestFinished(async () => {
    await aPool().unsafe(`drop database ${name} with (force)`);
  });
  const pool = aPool({}, Object.assign(new URL(inject("clusterUrl")), { pathname: `/${name}` }).toString());
  const pid = await pidOf(pool);
  const sleeping = endOf(pool`select pg_sleep(30)`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await admin.unsafe(`alter database ${name} allow_connections false`);
  await kill(pid);
  expect(await sleeping).toBe("CONNECTION_CLOSED");
  expect(await endOf(pool`select 1`)).toBe("55000");
});

test("a transaction whose BEGIN fills the pipeline has its connection to itself", async () => {
  const pool = aPool({ max: 1, max_pipeline: 2 } as Settings);
  await pool`select 1`;
  const busy = [1, 2].map(() => pool`select pg_sleep(0.05)`.execute());
  const inside = pool.begin(async (sql) => {
    const outside = endOf(pool`select 1`);
    await sql`select 1`;
    return Promise.race([outside, sql`select pg_sleep(0.1)`.then(() => "alone")]);
  });
  expect(await inside).toBe("alone");
  await Promise.all(busy);
});

test("a full socket that drains gives no one else the connection of a transaction", async () => {
  const { pool, wires } = aWiredPool();
  const inside = pool.begin(async (sql) => {
    await sql`select 1`;
    wires[0]?.emit("drain");
    const outside = endOf(pool`select 1`);
    return Promise.race([outside, sql`select pg_sleep(0.1)`.then(() => "alone")]);
  });
  expect(await inside).toBe("alone");
});

test("a COPY whose reader is slow leaves its connection in use", async () => {
  const pool = aPool();
  const text = await pool`copy (select repeat('x', 1000) from generate_series(1, 400)) to stdout`.readable();
  // Data that arrives in one piece with the end fills the reader, which pauses the socket.
  await new Promise((resolve) => setTimeout(resolve, 200));
  const next = endOf(pool`select 1`);
  let length = 0;
  for await (const piece of text) length += piece.length;
  expect(length).toBe(400 * 1001);
  expect(await next).toBe("done");
});

test("a COPY whose reader leaves gives its connection back", async () => {
  const pool = aPool();
  const text =
    await pool`copy (select repeat('x', 1000) from generate_series(1, 20000)) to stdout`.readable();
  await new Promise((resolve) => text.once("data", resolve));
  text.destroy();
  expect(await endOf(pool`select 1`)).toBe("done");
});

/** Writes text into a stream and ends it; resolves once it is stored. */
const writeAll = (stream: NodeJS.WritableStream, text: string) =>
  new Promise<void>((resolve, reject) => {
    stream.on("error", reject).on("finish", () => resolve());
    stream.end(text);
  });

test("a COPY refused at its end fails, and the next statement does not hide it", async () => {
  const { name, pool } = await aTable("id int primary key");
  const into = await pool`copy ${pool(name)} from stdin`.writable();
  const end = endOf(writeAll(into, "1\n1\n"));
  await new Promise((resolve) => setTimeout(resolve, 200));
  await pool`select 1`;
  expect(await end).toBe("23505");
});

/** Rows that the server refuses, each at another stage, with the error's code. */
const refusedRows = [
  { when: "before the first", columns: "id int", rows: ["1\n"], guarded: true, code: "P0001" },
  { when: "at the first", columns: "id int", rows: ["x\n"], code: "22P02" },
  {
    when: "midway",
    columns: "id int",
    rows: ["1\n", "x\n", ...Array(200).fill("2\n".repeat(10_000))],
    code: "22P02",
  },
  { when: "at their end", columns: "id int primary key", rows: ["1\n", "1\n"], code: "23505" },
];

for (const { when, columns, rows, guarded, code } of refusedRows) {
  test(`a COPY with rows refused ${when} tells its writer once and keeps the connection`, async () => {
    const unhandled = unhandledErrors();
    const { name, pool } = await aTable(columns);
    if (guarded) {
      await pool.unsafe(`
        create function ${name}() returns trigger language plpgsql as $$ begin raise 'closed'; end $$;
        create trigger guard before insert on ${name} execute function ${name}()`);
      onTestFinished(async () => {
        await aPool().unsafe(`drop function ${name} cascade`);
      });
    }
    const open = () => pool`copy ${pool(name)} from stdin`.writable();

    expect(await endOf(open().then((into) => pipeline(Readable.from(rows), into)))).toBe(code);

    const received: unknown[] = [];
    const into = await open();
    into.on("error", (error: Error & { code?: string }) => received.push(error.code));
    for (const row of rows) into.write(row);
    into.end();
    await new Promise((resolve) => into.once("close", resolve));
    expect(received).toEqual([code]);

    expect(await endOf(pool`select 1`)).toBe("done");
    expect(await pool`select from ${pool(name)}`).toHaveLength(0);
    expect(unhandled).toEqual([]);
  });
}

test("a statement that comes just after a COPY waits until the rows are in", async () => {
  const { name, pool } = await aTable("id int");
  await pool`select 1`;
  const copy = pool`copy ${pool(name)} from stdin`.writable();
  const end = endOf(copy.then((into) => writeAll(into, "1\n")));
  // The COPY was sent, and the server has not answered yet.
  for (let turn = 0; turn < 12; turn++) await Promise.resolve();
  const next = endOf(pool`select 1`);
  expect([await end, await next]).toEqual(["done", "done"]);
});

test("a COPY that cannot begin rejects its query, and nothing is unhandled", async () => {
  const unhandled = unhandledErrors();
  const pool = aPool();
  expect(await endOf(pool`copy no_such_table from stdin`.writable())).toBe("42P01");
  expect(await endOf(pool`copy no_such_table to stdout`.readable())).toBe("42P01");
  expect(await endOf(pool`select 1`)).toBe("done");
  expect(unhandled).toEqual([]);
});

test("a COPY refused as it starts tells its writer why, with nothing unhandled", async () => {
  const unhandled = unhandledErrors();
  const { name } = await aTable("id int");
  const { pool, wires } = aWiredPool();
  await pool`select 1`;
  for (const write of [true, false]) {
    wires[0]?.holdUntilReady();
    const query = pool`copy ${pool(name)} from stdin`.writable();
    const end = endOf(
      query.then(async (into) => {
        await (write ? pipeline(Readable.from(["1\n"]), into) : once(into, "never"));
      }),
    );
    // The server begins the COPY; bytes sent by the test instead of the writer make it fail.
    await expect.poll(() => wires[0]?.held.length).toBeGreaterThan(0);
    wires[0]?.to.write(Buffer.from([0x66, 0, 0, 0, 5, 0]));
    expect(await end).toBe("57014");
    expect(await endOf(pool`select 1`)).toBe("done");
  }
  expect(unhandled).toEqual([]);
});

test("a COPY whose stream is left at once gives its connection to the next statement", async () => {
  const unhandled = unhandledErrors();
  const { name, pool } = await aTable("id int");
  const rolledBack = pool.begin(async (sql) => {
    (await sql`copy ${sql(name)} from stdin`.writable()).destroy();
    throw new Error("taken back");
  });
  await expect(rolledBack).rejects.toThrow("taken back");
  expect(await endOf(pool`select 1`)).toBe("done");
  expect(unhandled).toEqual([]);
});

test("a COPY to a reader that fails at its first row throws to the reader alone", async () => {
  const unhandled = unhandledErrors();
  const pool = aPool();
  const read = async () => {
    for await (const _ of await pool`copy (select 1 / (n - 1)
        from generate_series(1, 2) n) to stdout`.readable());
  };
  expect(await endOf(read())).toBe("22012");
  expect(await endOf(pool`select 1`)).toBe("done");
  expect(unhandled).toEqual([]);
});

test("a COPY into a connection that ends fails, and ends nothing else", async () => {
  const { name, pool } = await aTable("id int");
  const [{ pid } = { pid: 0 }] = await pool<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const into = await pool`copy ${pool(name)} from stdin`.writable();
  const end = endOf(new Promise((_, reject) => into.once("error", reject)));
  into.write("1\n");
  await kill(pid);
  expect(await end).toBe("CONNECTION_CLOSED");
  expect(await endOf(pool`select 1`)).toBe("done");
});

test("unreadable array types are an error for their caller, with nothing unhandled", async () => {
  const unhandled = unhandledErrors();
  const pool = aPool({ connection: { statement_timeout: 1 } });
  const ends = await Promise.all(Array.from({ length: 10 }, () => endOf(pool`select pg_sleep(0.05)`)));
  expect(new Set(ends)).toEqual(new Set(["57014"]));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(unhandled).toEqual([]);
});

test("a server that closes each new connection without a word is told to who asked", async () => {
  const door = createServer((from) => from.end()).listen(0, "127.0.0.1");
  await once(door, "listening");
  onTestFinished(() => {
    door.close();
  });
  const pool = aPool({}, `postgres://nobody@127.0.0.1:${(door.address() as AddressInfo).port}/none`);
  expect(await endOf(pool`select 1`)).toBe("CONNECTION_CLOSED");
});

test("what is asked between the reset of a connection and its end fails", async () => {
  const { pool, reset } = await aResettablePool();
  const reserved = await pool.reserve();
  const asked = reserved`select 1 from pg_sleep(9)`.catch(async ({ code }) => [
    code,
    await endOf(reserved`rollback`),
  ]);
  await wait(100);
  reset();
  expect(await asked).toEqual(["ECONNRESET", "CONNECTION_CLOSED"]);
  expect(await endOf(pool`select 1`)).toBe("done");
});

test("who reserves a connection gets one though the one it waited for ended", async () => {
  const pool = aPool();
  const first = await pool.reserve();
  const pid = await pidOf(first);
  const second = pool.reserve();
  await kill(pid);
  expect(await endOf(second)).toBe("done");
  (await second).release();
});

test("who reserves a connection gets one where no array types are read", async () => {
  const pool = aPool({ fetch_types: false });
  const reserved = pool.reserve();
  expect(await endOf(reserved)).toBe("done");
  (await reserved).release();
});

test("a statement whose values cannot be written fails alone", async () => {
  const pool = aPool();
  await pool`select 1`;
  const nothing = undefined as unknown as string;
  const ends = [pool`select pg_sleep(0.1)`, pool`select ${nothing}::text`, pool`select 3 as three`].map(
    endOf,
  );
  expect(await Promise.all(ends)).toEqual(["done", "UNDEFINED_VALUE", "done"]);
  expect(await pool`select 4 as four`).toEqual([{ four: 4 }]);
});

test("a statement that is prepared again after a migration binds the values it was given", async () => {
  const { name, pool } = await aTable("a int");
  await pool`insert into ${pool(name)} values (1)`;
  const bytes = Buffer.from("bytes");
  const read = () => pool`
    select ${true}::boolean as yes, ${bytes}::bytea as bytes, ${pool.json({ a: 1 })}::jsonb as json, t.*
    from ${pool(name)} t`;
  await read();
  await aPool()`alter table ${pool(name)} add column b int`;
  expect(await read()).toEqual([{ yes: true, bytes, json: { a: 1 }, a: 1, b: null }]);
});

test("statements prepared again under load get their own answers", async () => {
  const { name, pool } = await aTable("a int");
  await pool`insert into ${pool(name)} values (1)`;
  const read = (n: number) => pool<{ n: number }[]>`select ${n}::int as n, t.* from ${pool(name)} t`;
  await read(0);
  await aPool()`alter table ${pool(name)} add column b int`;
  const all = Promise.all([1, 2, 3, 4, 5, 6].map(async (n) => (await read(n))[0]?.n));
  const inside = pool.begin((sql) => sql`select 1`);
  expect(await endOf(Promise.all([all, inside]))).toBe("done");
  expect(await all).toEqual([1, 2, 3, 4, 5, 6]);
});

test("a replica is refused where a server that takes writes is asked for", async () => {
  const standby = await aStandby();
  for (const wanted of ["read-write", "primary"]) {
    const attributes = `?target_session_attrs=${wanted}`;
    const pool = aPool({}, throughHosts([standby, clusterHost()], attributes));
    const [row] = await pool`select pg_is_in_recovery() as recovers`;
    expect([wanted, row?.recovers]).toEqual([wanted, false]);
    const alone = aPool({}, throughHosts([standby, standby], attributes));
    expect([wanted, await endOf(alone`select 1`)]).toEqual([wanted, "NO_MATCHING_HOST"]);
  }
});

test("who asks while no host answers is told so once each has failed", async () => {
  const [one, other] = [await nowhere(), await nowhere()];
  const pool = aPool({ max: 2 }, throughHosts([one, other], "?target_session_attrs=read-write"));
  const asked = Array.from({ length: 5 }, () => endOf(pool`select 1`));
  expect(await Promise.all([...asked, endOf(pool.reserve())])).toEqual(Array(6).fill("ECONNREFUSED"));
});

test("a host that never answers, or still starts, is left for the next", async () => {
  const dark = await listening(() => {});
  const starts = await listening((from) => {
    const text = Buffer.from("SFATAL\0C57P03\0Mthe database system is starting up\0\0");
    const head = Buffer.from("E\0\0\0\0");
    head.writeInt32BE(text.length + 4, 1);
    from.once("data", () => from.end(Buffer.concat([head, text])));
  });
  const pool = aPool({ connect_timeout: 0.2 }, throughHosts([dark, starts, clusterHost()]));
  expect(await endOf(pool`select 1`)).toBe("done");
  const without = aPool({ connect_timeout: 0.2 }, throughHosts([dark, starts]));
  expect(await endOf(without`select 1`)).toBe("57P03");
  const last = aPool({ connect_timeout: 0.2 }, throughHosts([starts, dark]));
  expect(await endOf(last`select 1`)).toBe("CONNECT_TIMEOUT");
});

test("a server that falls silent is given up, and with it what nobody uses", async () => {
  const door = await aDoor();
  const pool = aPool({ max: 3, silence_timeout: 1 }, door.url);
  await Promise.all([1, 2, 3].map(() => pool`select pg_sleep(0.1)`));
  const pids = await pool
    .begin(async (sql) => {
      const first = await pidOf(sql);
      door.darken();
      const ends = [sql`select 1`, sql`select 2`].map(endOf);
      expect(await Promise.all(ends)).toEqual(["CONNECTION_CLOSED", "CONNECTION_CLOSED"]);
      return first;
    })
    .catch(({ code }) => code);
  expect(pids).toBe("CONNECTION_CLOSED");
  expect(await Promise.all([1, 2, 3].map(() => endOf(pool`select pg_sleep(0.1)`)))).toEqual(
    Array(3).fill("done"),
  );
});

test("a reserved connection that is destroyed stops what it runs", async () => {
  const pool = aPool({ max: 2 });
  const reserved = await pool.reserve();
  const pid = await pidOf(reserved);
  const end = endOf(reserved`select pg_sleep(30)`);
  const sleeps = () => pool`select 1 from pg_stat_activity where pid = ${pid}`;
  reserved.destroy();
  expect(await end).toBe("CONNECTION_CLOSED");
  reserved.release();
  await expect.poll(async () => (await sleeps()).length).toBe(0);
  expect(await endOf(pool`select 1`)).toBe("done");
});
