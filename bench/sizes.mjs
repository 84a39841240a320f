// Signing with ever longer histories: the time a signer waits must not depend on earlier signers.
import { openBareSign } from "./bare.mjs";
import { openHistory } from "./list.mjs";
import { fire, inTurns, together } from "./load.mjs";
import { signing, until } from "./sign.mjs";

/** Measures at `sizes`: signatures stored before, ascending; compares each with the first. */
export async function measureSizes({ stage, database, sizes, seconds, rounds }) {
  const measured = [];
  let first;
  for (const size of sizes) {
    const found = await measureSize({
      stage,
      seconds,
      rounds,
      database: size === 0 ? database : (await openHistory(stage, size)).database,
    });
    first ??= found;
    const after = `${size.toLocaleString("en")} signatures`;
    measured.push(
      {
        name: `signing, 16 at a time, after ${after}`,
        unit: "/s",
        value: found.ours.rate,
        bare: found.bare.rate,
        bar: { of: "ratio", atLeast: 0.4 },
      },
      { name: "stored by one worker", unit: "/s", value: found.stored, bare: found.bare.rate },
    );
    if (found !== first)
      measured.push({
        name: `its ratio to a bare server, of that after ${sizes[0].toLocaleString("en")}`,
        unit: "",
        value: found.ours.rate / found.bare.rate / (first.ours.rate / first.bare.rate),
        bar: { of: "value", atLeast: 0.85 },
      });
  }
  return measured;
}

async function measureSize({ stage, database, seconds, rounds }) {
  const owner = stage.open("owner", database, 1);
  const bare = await openBareSign(stage, database);
  const web = await stage.startProduct("web", database);
  const sign = (server, amount) => fire(server, { ...signing(web.origin), amount });
  const paced = async (server) => {
    await sign(server, 2000);
    const { answers, took } = await sign(server, 1000);
    return () => sign(server, Math.ceil((answers / took) * seconds));
  };
  const legs = await inTurns(rounds, await paced(web), await paced(bare));
  await web.stop();
  await bare.stop();

  const [{ n }] = await owner`select count(*)::int as n from waiting_forms`;
  const began = performance.now();
  const worker = await stage.startProduct("worker", database);
  await until(owner, "no form waits", "select count(*)::int as n from waiting_forms");
  const stored = n / ((performance.now() - began) / 1000);
  await worker.stop();
  return { ours: together(legs.first), bare: together(legs.second), stored };
}
