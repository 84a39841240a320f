import type { Env } from "#app/lib/env.server.ts";
import { compileUpdate, render } from "./render.server.ts";
import type { Transport } from "./transport.ts";

/** Gathers what sending needs from the environment. */
export const createMailing = ({ keys, appUrl, mail, localMode }: Env, transport: Transport) => ({
  transport,
  render,
  compileUpdate,
  keys,
  appUrl,
  from: mail.from,
  localMode,
  rehearsal: localMode && staysHere(mail),
  warmUp: mail.warmUp,
});

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;
const isHere = (url: string | undefined) => url !== undefined && loopback.test(new URL(url).hostname);

/** Tells whether emails stay on this machine. */
export function staysHere({ via }: Pick<Env["mail"], "via">): boolean {
  if (via.name === "file") return true;
  return isHere(via.name === "smtp" ? via.url : via.baseUrl);
}
