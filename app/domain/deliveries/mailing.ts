import type { Keys } from "#app/lib/keys.server.ts";
import type { Render } from "#app/mail/render.server.ts";
import type { Transport } from "#app/mail/transport.ts";

/** What it takes to send a mail: made once by whoever starts the process. */
export type Mailing = {
  transport: Transport;
  render: Render;
  keys: Keys;
  /** Origin of every link. */
  appUrl: string;
  /** `Name <address>` */
  from: string;
};
