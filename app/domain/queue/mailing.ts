import type { Keys } from "#app/lib/keys.server.ts";
import type { CompileUpdate, Render } from "#app/mail/render.server.ts";
import type { Transport } from "#app/mail/transport.ts";

/** What it takes to send a mail: made once when the process starts. */
export type Mailing = {
  transport: Transport;
  render: Render;
  compileUpdate: CompileUpdate;
  keys: Keys;
  /** Origin of every link. */
  appUrl: string;
  /** `Name <address>` */
  from: string;
  /** True on one's own machine: marked examples stand in for what is not set. */
  localMode: boolean;
  /** True where no mail can leave the machine: local mode with files, or with a provider at this machine. */
  rehearsal: boolean;
  /** Mails of updates on the first, second … day (UTC) on which any go; after the last there is no cap. */
  warmUp: readonly number[];
};
