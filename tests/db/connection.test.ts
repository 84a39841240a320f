import { once } from "node:events";
import { type AddressInfo, createServer, connect as dial } from "node:net";
import { expect, inject, onTestFinished, test } from "vitest";
import { connect, disconnect } from "#db/connection.ts";

test("while a database refuses, callers fail at once, and then use it at once", async () => {
  const to = new URL(inject("clusterUrl"));
  let open = false;
  const door = createServer((from) => {
    from.on("error", () => {});
    if (!open) {
      from.resetAndDestroy();
      return;
    }
    const server = dial(Number(to.port), to.hostname);
    server.on("error", () => from.destroy());
    from.pipe(server).pipe(from);
  }).listen(0, "127.0.0.1");
  await once(door, "listening");
  const address = new URL(to);
  address.port = String((door.address() as AddressInfo).port);
  const db = connect(address.toString(), { max: 10 });
  onTestFinished(async () => {
    await disconnect(db);
    door.close();
  });

  const from = Date.now();
  for (let time = 0; time < 3; time++) {
    const asked = await Promise.allSettled(Array.from({ length: 10 }, () => db.$client`select 1`));
    expect(asked.every(({ status }) => status === "rejected")).toBe(true);
  }
  open = true;
  await db.$client`select 1`;
  expect(Date.now() - from).toBeLessThan(10_000);
});

test("the database tells the same time as the tests", async () => {
  const db = connect(inject("clusterUrl"), { max: 1 });
  onTestFinished(() => disconnect(db));
  const [row] = await db.$client<{ now: number }[]>`select extract(epoch from now())::float8 as now`;
  expect(Math.abs((row?.now ?? 0) * 1000 - Date.now())).toBeLessThan(60_000);
});
