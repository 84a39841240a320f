import type { Keys } from "#app/lib/keys.server.ts";
import type { CompileUpdate, Render } from "#app/mail/render.server.ts";
import type { Transport } from "#app/mail/transport.ts";

/** Everything needed to send emails; made once when the process starts. */
export type Mailing = {
  transport: Transport;
  render: Render;
  compileUpdate: CompileUpdate;
  keys: Keys;
  appUrl: string;
  /** `Name <address>` */
  from: string;
  /** True on a developer's machine: marked examples fill in for missing settings. */
  localMode: boolean;
  /** True where no email can leave the machine: local mode with files, or with a provider on this machine. */
  rehearsal: boolean;
  /** Caps of update emails on the first, second … day (UTC) of sending; after the last there is none. */
  warmUp: readonly number[];
};
