import type { LetterPapers } from "#app/domain/entries/letters/papers.ts";
import type { WriteMails } from "#app/domain/outbox/batches/write-mails.server.ts";
import type { DrawPicture } from "#app/domain/pages/share-image.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import type { CatchUpPorts } from "#app/domain/upkeep/erasure/catch-up.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Log } from "#app/lib/log.server.ts";
import type { MailEvent } from "#app/mail/mail-event.ts";
import type { Db } from "#db/index.ts";

/** What a job works with. */
export type TaskPorts = {
  db: Db;
  keys: Keys;
  mailing: Mailing;
  writeMails: WriteMails;
  erasing: CatchUpPorts;
  papers: LetterPapers;
  drawPicture: DrawPicture;
  /** Reads reports of returned emails; null where no mailbox is set. */
  readBounces: ((take: (event: MailEvent) => Promise<unknown>) => Promise<{ reports: number }>) | null;
  log: Log;
  /** Tells that email is waiting, to send it at once. */
  wakeMail: () => void;
  /** Aborts when the worker stops: long work ends at its next safe point. */
  stop: AbortSignal;
};

/** One job. All jobs are wake-ups: their payload is empty. */
export type Task = (ports: TaskPorts) => Promise<void>;
