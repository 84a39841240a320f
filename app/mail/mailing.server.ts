import type { Env } from "../lib/env.server.ts";
import { compileUpdate, render } from "./render.server.ts";
import type { Transport } from "./transport.ts";

/** What it takes to send mails, from what the process was told. */
export const createMailing = ({ keys, appUrl, mail, localMode }: Env, transport: Transport) => ({
  transport,
  render,
  compileUpdate,
  keys,
  appUrl,
  from: mail.from,
  localMode,
  warmUp: mail.warmUp,
});
