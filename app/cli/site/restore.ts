import { createReadStream, existsSync } from "node:fs";
import { resolve } from "node:path";
import { createGunzip } from "node:zlib";
import { CommandFailed, command, counted, done } from "#app/cli/command.ts";
import type { Opened } from "#app/cli/environment.ts";
import { required, text } from "#app/cli/options.ts";
import { bringUpToDate } from "#app/cli/process/migrate.ts";
import type { Manifest } from "#app/domain/upkeep/archives/manifest.ts";
import { checkArchive } from "#app/domain/upkeep/archives/read-archive.server.ts";
import { finishRestore, restoreArchive } from "#app/domain/upkeep/archives/restore-archive.server.ts";
import type { SettledNotices } from "#app/domain/upkeep/archives/settle-restored-notices.server.ts";
import type { SettledReminders } from "#app/domain/upkeep/archives/settle-restored-reminders.server.ts";
import type { SettledUpdates } from "#app/domain/upkeep/archives/settle-restored-updates.server.ts";
import { eraseAgain } from "#app/domain/upkeep/erasure/erase-again.server.ts";
import { type ErasureLine, readErasures } from "#app/lib/erasure-log.server.ts";
import { chooseTransport } from "#app/mail/choose.server.ts";
import { connect, disconnect } from "#db/connection.ts";
import { schemaVersion } from "#db/migrate.ts";

export default command({
  summary:
    "fill an empty database from an archive and erase again who was erased since; sending stays paused",
  options: { from: required(text("FILE", "the archive")) },
  read({ from }) {
    const file = resolve(from);
    if (existsSync(file)) return file;
    throw new CommandFailed(`There is no file ${file}.`);
  },
  async run(opened, file) {
    const erasures = await requireErasureLog(opened.env.erasureLog);
    const manifest = await requireWhole(file);
    if (erasures.length < manifest.erasures) {
      throw new CommandFailed(
        `ERASURE_LOG has ${counted(erasures.length, "line", "lines")}, and the archive was made when it had ${manifest.erasures}: bring back the newest one.`,
      );
    }
    await bringUpToDate(opened);
    const { rows, erased, updates, reminders, notices } = await load(file, manifest, erasures, opened);
    return done(
      { outcome: "restored", rows, erasedAgain: erased, updates, reminders, notices, sending: "paused" },
      `${counted(rows, "row is", "rows are")} back; ${counted(erased, "person who was erased since was", "people who were erased since were")} erased again.`,
      ...updateLines(updates),
      ...reminderLines(reminders),
      ...noticeLines(notices),
      "No mail is sent until you have looked and run `npm run cli -- resume-sending`.",
    );
  },
});

function updateLines({ ended, takenBack, unknownMails }: SettledUpdates): string[] {
  const lines: string[] = [];
  if (ended > 0) {
    lines.push(
      `${counted(ended, "update was", "updates were")} being sent and will not go on: ${unknownMails} of the mails may have gone out since, are unknown, and are not sent again.`,
    );
  }
  if (takenBack > 0)
    lines.push(
      `${counted(takenBack, "update is a draft again and needs its", "updates are drafts again and need their")} approval once more.`,
    );
  return lines;
}

function reminderLines({ missed, unknownMails }: SettledReminders): string[] {
  if (missed + unknownMails === 0) return [];
  return [
    `${counted(missed, "reminder to holders was", "reminders to holders were")} due by now, and ${unknownMails} waited as mails: they may have gone since, and are not sent again.`,
  ];
}

function noticeLines({ ended, unknownMails }: SettledNotices): string[] {
  if (ended + unknownMails === 0) return [];
  return [
    `${counted(ended, "notice of a new petition was under way and is", "notices of a new petition were under way and are")} called off: ${unknownMails} of the mails may have gone out since, are unknown, and are not sent again.`,
  ];
}

async function requireErasureLog(path: string): Promise<ErasureLine[]> {
  if (existsSync(path)) return readErasures(path);
  throw new CommandFailed(
    `There is no erasure log at ${path}, and without it people who were erased would come back: set ERASURE_LOG. (If nobody ever was, make an empty file there.)`,
  );
}

const unpacked = (file: string): AsyncIterable<Buffer> => {
  const unzip = createGunzip();
  createReadStream(file)
    .on("error", (error) => unzip.destroy(error))
    .pipe(unzip);
  return unzip;
};

async function requireWhole(file: string): Promise<Manifest> {
  const check = await checkArchive(unpacked(file));
  if (check.outcome === "whole") return check.manifest;
  throw new CommandFailed(`${file} cannot be restored: ${check.problem}. Nothing was changed.`);
}

async function load(file: string, manifest: Manifest, records: ErasureLine[], { db, env, ownerUrl }: Opened) {
  if ((await schemaVersion(db)) !== manifest.schemaVersion) {
    throw new CommandFailed(
      "The archive was made by another version of the product: restore it with that version, then upgrade.",
    );
  }
  const owner = connect(ownerUrl, { max: 4, name: "undersigned restore" });
  const transport = chooseTransport(env.mail);
  try {
    const restored = await restoreArchive(owner, unpacked(file), manifest);
    if (restored.outcome === "not-empty") {
      throw new CommandFailed(`The database is not empty (${restored.table}): restore into a new one.`);
    }
    if (restored.outcome === "other-schema") {
      throw new CommandFailed(`The archive's table ${restored.table} is not the one of this version.`);
    }
    const removeMails = (ids: string[]) => transport.files.remove(ids);
    const erased = await eraseAgain(owner, { keys: env.keys, records, removeMails });
    const { rows, updates, reminders, dispatches, notices } = restored;
    await finishRestore(owner, { manifest, erased, updates, reminders, dispatches, notices });
    return { rows, erased, updates, reminders, dispatches, notices };
  } finally {
    await transport.close();
    await disconnect(owner);
  }
}
