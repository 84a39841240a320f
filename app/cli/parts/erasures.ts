import { CommandFailed, counted } from "#app/cli/command.ts";
import type { Opened } from "#app/cli/environment.ts";
import { type CatchUpPorts, catchUp, listMissing } from "#app/domain/upkeep/erasure/catch-up.server.ts";
import { openMark, WrongErasureLog } from "#app/domain/upkeep/erasure/erasure-mark.server.ts";
import { ConfigurationError } from "#app/lib/env.server.ts";
import { chooseTransport } from "#app/mail/choose.server.ts";
import { createErasing } from "#app/mail/erasing.server.ts";

/** Opens what erasing needs, and closes it. A log that is not this database's ends with code 3. */
export async function withErasing<T>(
  { env }: Pick<Opened, "env">,
  work: (erasing: CatchUpPorts) => Promise<T>,
): Promise<T> {
  const transport = chooseTransport(env.mail);
  try {
    return await work(createErasing(env, transport));
  } catch (error) {
    if (error instanceof WrongErasureLog) throw new ConfigurationError(error.message);
    throw error;
  } finally {
    await transport.close();
  }
}

/** Compares the database with its erasure log, and erases again whom it lacks. */
export const catchUpWith = (opened: Opened, options: { all?: boolean } = {}) =>
  withErasing(opened, (erasing) => catchUp(opened.db, erasing, options));

/** Returns how far the database and its erasure log have counted, as an archive's manifest names it. */
export const readErasures = (opened: Opened): Promise<{ log: string; number: number }> =>
  withErasing(opened, async ({ log }) => {
    const { mark, contents } = await openMark(opened.db, log);
    if (contents.newest > mark.number) {
      throw new CommandFailed(
        "The database went back in time: it lacks erasures of the log. Run `npm run cli -- erase --again` first.",
      );
    }
    if (contents.newest < mark.number)
      await log.append({ number: mark.number, mark: new Date().toISOString() });
    return { log: mark.logId, number: mark.number };
  });

type Compared = { sound: boolean; wentBack: boolean; missing: number; broken: number[] };

/** Compares the erasure log with the database and changes neither. */
export const compareErasures = (opened: Opened): Promise<Compared> =>
  withErasing(opened, async ({ log }) => {
    const { mark, contents } = await openMark(opened.db, log);
    const wentBack = contents.newest > mark.number;
    const missing = (await listMissing(opened.db, contents.lines)).length;
    return { sound: !wentBack && missing === 0, wentBack, missing, broken: contents.broken };
  });

export const erasureLines = ({ wentBack, missing, broken }: Compared): string[] => [
  ...(wentBack ? ["The database went back in time: its erasure log has counted further."] : []),
  ...(missing > 0
    ? [
        `${counted(missing, "erasure", "erasures")} of the log are not done here. Run \`npm run cli -- erase --again\`.`,
      ]
    : []),
  ...brokenLines(broken),
];

/** Says which lines of the log are no record: the erasures they began were not acknowledged. */
export const brokenLines = (broken: readonly number[]): string[] =>
  broken.length === 0
    ? []
    : [
        `Lines of the erasure log that cannot be read, and were skipped: ${broken.join(", ")}. A full disk leaves such a line; its erasure was refused.`,
      ];
