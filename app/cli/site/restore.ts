import { createReadStream, existsSync } from "node:fs";
import { resolve } from "node:path";
import { createGunzip } from "node:zlib";
import { CommandFailed, command, counted, done } from "#app/cli/command.ts";
import type { Opened } from "#app/cli/environment.ts";
import { flag, required, text } from "#app/cli/options.ts";
import { brokenLines, withErasing } from "#app/cli/parts/erasures.ts";
import { bringUpToDate } from "#app/cli/process/migrate.ts";
import type {
  EndedNotices,
  EndedReminders,
  EndedUpdates,
} from "#app/domain/upkeep/archives/end-restored.server.ts";
import type { ArchiveManifest } from "#app/domain/upkeep/archives/manifest.ts";
import { checkArchive } from "#app/domain/upkeep/archives/read-archive.server.ts";
import { finishRestore, restoreArchive } from "#app/domain/upkeep/archives/restore-archive.server.ts";
import { raiseMarkTo } from "#app/domain/upkeep/erasure/erasure-mark.server.ts";
import { reapplyErasures } from "#app/domain/upkeep/erasure/reapply-erasures.server.ts";
import { openErasureLog } from "#app/lib/erasure-log.server.ts";
import type { ErasureLog, LogContents } from "#app/lib/erasure-record.ts";
import { connect, disconnect } from "#db/connection.ts";
import { schemaVersion } from "#db/migrate.ts";

export default command({
  summary: "restore an archive into an empty database, without people erased since; sending stays paused",
  options: {
    from: required(text("FILE", "the archive")),
    logLost: flag("the erasure log is lost: people erased after the archive was made return"),
  },
  read({ from, logLost }) {
    const file = resolve(from);
    if (existsSync(file)) return { file, logLost };
    throw new CommandFailed(`There is no file ${file}.`);
  },
  async run(opened, { file, logLost }) {
    const log = openErasureLog(opened.env.erasureLog);
    const found = await log.read();
    if (!found) throw noLog(log);
    const manifest = await requireWhole(file);
    if (!logLost) requireLogOf(manifest, found, log.place);
    await bringUpToDate(opened);
    const { rows, erased, updates, reminders, notices } = await load(file, manifest, found, opened);
    const { broken } = found;
    return done(
      {
        outcome: "restored",
        rows,
        erasedAgain: erased,
        broken,
        updates,
        reminders,
        notices,
        sending: "paused",
      },
      `Restored ${counted(rows, "row", "rows")}. Erased again: ${counted(erased, "person", "people")} erased since the archive.`,
      ...brokenLines(broken),
      ...updateLines(updates),
      ...reminderLines(reminders),
      ...noticeLines(notices),
      "No email is sent until you check and run `npm run cli -- resume-sending`.",
    );
  },
});

function updateLines({ ended, takenBack, unknownMails }: EndedUpdates): string[] {
  const lines: string[] = [];
  if (ended > 0) {
    lines.push(
      `Ended ${counted(ended, "update", "updates")} during sending. ${unknownMails} emails may have been sent since; they are marked unknown and not resent.`,
    );
  }
  if (takenBack > 0)
    lines.push(
      `${counted(takenBack, "update is a draft again and needs", "updates are drafts again and need")} a new approval.`,
    );
  return lines;
}

function reminderLines({ missed, unknownMails }: EndedReminders): string[] {
  if (missed + unknownMails === 0) return [];
  return [
    `${counted(missed, "reminder", "reminders")} to holders and ${unknownMails} queued emails may have been sent since. They are not resent.`,
  ];
}

function noticeLines({ ended, unknownMails }: EndedNotices): string[] {
  if (ended + unknownMails === 0) return [];
  return [
    `Canceled ${counted(ended, "notice", "notices")} of a new petition. ${unknownMails} emails may have been sent since; they are marked unknown and not resent.`,
  ];
}

const noLog = ({ place, emptyFile }: ErasureLog) =>
  new CommandFailed(
    `There is no erasure log at ${place}. Without it, erased people would return. Set ERASURE_LOG. ` +
      `(If it is lost, make an empty file at ${emptyFile} and add --log-lost.)`,
  );

/** Refuses another database's log, and an older copy of this one's. */
function requireLogOf({ erasures }: ArchiveManifest, { id, newest }: LogContents, place: string): void {
  if (id !== erasures.log) {
    throw new CommandFailed(
      `The archive's erasure log is ${erasures.log}, but ${place} is ${id ?? "a log without an id"}. Erased people would return. Set ERASURE_LOG to the archive's log.`,
    );
  }
  if (newest < erasures.number) {
    throw new CommandFailed(
      `The erasure log ${place} has counted to ${newest}, but had counted to ${erasures.number} when the archive was made. Use the newest log.`,
    );
  }
}

const unpacked = (file: string): AsyncIterable<Buffer> => {
  const unzip = createGunzip();
  createReadStream(file)
    .on("error", (error) => unzip.destroy(error))
    .pipe(unzip);
  return unzip;
};

async function requireWhole(file: string): Promise<ArchiveManifest> {
  const check = await checkArchive(unpacked(file));
  if (check.outcome === "whole") return check.manifest;
  throw new CommandFailed(`Cannot restore ${file}: ${check.problem}. Nothing was changed.`);
}

async function load(
  file: string,
  manifest: ArchiveManifest,
  { lines, newest }: LogContents,
  { db, env, ownerUrl }: Opened,
) {
  if ((await schemaVersion(db)) !== manifest.schemaVersion) {
    throw new CommandFailed(
      "Another version of the product made the archive. Restore it with that version, then upgrade.",
    );
  }
  const owner = connect(ownerUrl, { max: 4, name: "undersigned restore" });
  try {
    const restored = await restoreArchive(owner, unpacked(file), manifest);
    if (restored.outcome === "not-empty") {
      throw new CommandFailed(`The database is not empty (${restored.table}). Restore into a new one.`);
    }
    if (restored.outcome === "other-schema") {
      throw new CommandFailed(`The archive's table ${restored.table} does not match this version.`);
    }
    const erased = await withErasing({ env }, (erasing) =>
      reapplyErasures(owner, { ...erasing, records: lines }),
    );
    await raiseMarkTo(owner, newest);
    const { rows, updates, reminders, dispatches, notices } = restored;
    await finishRestore(owner, { manifest, erased, updates, reminders, dispatches, notices });
    return { rows, erased, updates, reminders, dispatches, notices };
  } finally {
    await disconnect(owner);
  }
}
