// Confirming: the button of the confirming page, as many times as people signed.
import { fire, inTurns, together } from "./load.mjs";

const confirmWithinDays = 7;

/**
 * Confirms so many signatures that wait, 16 at a time, after a fifth of them to warm up. In turns with it `bare` answers
 * as many: both together.
 */
export async function confirmAll({ stage, owner, web, amount, rounds, bare }) {
  const { makeKeys } = await stage.load("app/lib/keys.server.ts");
  const { createToken } = await stage.load("app/lib/token.server.ts");
  const keys = makeKeys([stage.secret]);
  const waiting = await owner`
    select public_id as "publicId", signed_at as "signedAt" from signatures where state = 'pending'
    order by id desc limit ${amount}`;
  const paths = waiting.map(({ publicId, signedAt }) => {
    const expiresAt = new Date(signedAt.getTime() + confirmWithinDays * 86_400_000);
    return `/confirm/${createToken(keys, "confirm", { subject: publicId, issuedAt: signedAt, expiresAt })}`;
  });
  const list = [];
  const next = paths.values();
  const read = async () => {
    for (const path of next) {
      const page = await (await fetch(web.origin + path)).text();
      const digest = /name="digest" value="([^"]+)"/.exec(page)?.[1];
      if (!digest) throw new Error(`a confirming page has no button: ${page.slice(0, 200)}`);
      list.push({ path, body: new URLSearchParams({ digest }).toString() });
    }
  };
  await Promise.all(Array.from({ length: 16 }, read));
  const form = "application/x-www-form-urlencoded";
  const headers = { origin: web.origin, "content-type": form, "x-forwarded-for": "{ip}" };
  const confirm = async (part) => {
    const from = stage.processorOf(web);
    const load = { path: "/confirm", method: "POST", headers, expect: 303, list: part, amount: part.length };
    return { ...(await fire(web, load)), all: stage.processorOf(web) - from };
  };
  await confirm(list.splice(0, Math.floor(list.length / 5)));
  const size = Math.ceil(list.length / rounds);
  const legs = await inTurns(
    rounds,
    () => confirm(list.splice(0, size)),
    () => bare(size),
  );
  return [together(legs.first), together(legs.second)];
}
