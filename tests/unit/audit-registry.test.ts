import { expect, test } from "vitest";
import { callGraph, reached } from "#tests/support/call-graph.ts";

const graph = callGraph("app/domain", "app/routes", "app/http", "app/cli");

/** A statement that changes rows: drizzle's, or SQL's own. */
const changesRows =
  /\b(?:db|tx)\s*\.(?:insert|update|delete)\(|\binsert into \w|\bupdate \w+ (?:\w+ )?set\b|\bdelete from \w/i;
/** Reads names or addresses of supporters. */
const readsPeople = /\bsupporters\.(?:name|email)\b|\b(?:from|join) supporters\b/;
/** Writes an entry; and one about a view or an export. */
const records = /\brecordAudit\(|\binsert\(auditEntries\)/;
const recordsView =
  /"(?:people-(?:listed|searched)|holding-viewed|export-(started|fetched)|pack-started|dispatch-file-taken)"/;

/** Actions that change rows without an entry, with the reason. */
const oweNone: Record<string, string> = {
  "activity/add-views.server.ts#addViews": "counts views of public pages",
  "activity/set-time-zone.server.ts#setTimeZone": "how somebody reads times",
  "upkeep/archives/restore-archive.server.ts#restoreArchive":
    "into an empty database: `finishRestore` tells of it",
  "upkeep/erasure/erasure-mark.server.ts#openMark": "names the erasure log of this database",
  "upkeep/erasure/erasure-mark.server.ts#raiseMarkTo": "counts: the erasures are recorded",
  "outgoing/exports/create-export.server.ts#createExport":
    "a wish: each file made from it is recorded before its first byte",
  "entries/imports/running/start-dry-run.server.ts#readAgain": "as above",
  "team/accept-invitation.server.ts#acceptInvitation":
    "mails a code: `organizer-joined` tells of who typed it",
  "access/sign-in/second-factor/enrol-totp.server.ts#beginTotp":
    "half of it: `second-factor-added` tells of the other half",
  "access/sign-in/second-factor/passkeys.server.ts#askForPasskey": "a challenge: what it proves is recorded",
  "access/sign-in/second-factor/passkeys.server.ts#beginPasskey":
    "a challenge: `second-factor-added` tells what came of it",
  "access/sign-in/request-code.server.ts#requestCode":
    "mails a code: `organizer-signed-in` tells of who typed it",
  "access/sign-in/request-code.server.ts#requestCodeByLink": "as above",
  "access/sign-in/sessions/session.server.ts#endSession": "a person who signs out ends their own session",
  "access/sign-in/sessions/session.server.ts#findSession": "when a session was used last",
};
/** Pages and files that read people without logging a view, with the reason. */
const needNoView: Record<string, string> = {
  "console/campaign/overview/route.tsx#loader": "counts by mail provider",
  "console/campaign/overview-json/route.ts#loader": "counts by mail provider",
  "api/organizer/activity/route.ts#loader": "counts by mail provider",
  "console/letters/letter/route.tsx#loader": "one letter; what it tells of shares is recorded",
  "console/letters/dispatch/route.tsx#loader": "counts",
  "console/letters/dispatch-preview/route.ts#loader":
    "counts, or the letter of one writer; its annexes are taken by a POST, which is recorded",
  "console/packs/list/route.tsx#loader": "counts",
  "console/pledges/pledge/route.tsx#loader": "one pledge; a look at its holding is recorded",
  "console/updates/update/route.tsx#loader": "counts",
};

const says = (pattern: RegExp) => (key: string) => pattern.test(graph.get(key)?.text ?? "");
const inDomain = (key: string) => key.startsWith("app/domain/");
const leadsTo = (key: string, pattern: RegExp) =>
  [...reached(graph, [key])].filter(inDomain).some(says(pattern));
const searches = (key: string) =>
  key.endsWith("#action") &&
  [...reached(graph, [key])].some((each) => /^app\/domain\/.*#search\w+$/.test(each));
const short = (key: string) => key.replace(/^app\/(?:domain|routes)\//, "");

/** Entrances for everybody but signers: the console, the API, the command line. */
const entrances = [...graph.keys()].filter((key) =>
  /^app\/(?:routes\/(?:console|api\/organizer)\/|cli\/)/.test(key),
);
/** What a table of acts leads to: each of its verbs. */
const verbsOf = (key: string) =>
  /\/acts\.server\.ts#\w+Acts$/.test(key) ? (graph.get(key)?.calls ?? []) : [key];
const acts = new Set(
  entrances
    .flatMap((key) => graph.get(key)?.calls ?? [])
    .flatMap(verbsOf)
    .filter((key) => inDomain(key) && graph.has(key)),
);

test("every changing act of organizers and operators leads to a log entry", () => {
  const changing = [...acts].filter((key) => leadsTo(key, changesRows));
  expect(changing.length).toBeGreaterThan(100);
  const silent = changing.filter((key) => !leadsTo(key, records)).map(short);
  const say =
    "write an entry with `recordAudit` in the transaction of the deed, or say here why none is owed";
  expect(new Set(silent), say).toEqual(new Set(Object.keys(oweNone)));
});

test("every page, file and search of people leads to a log entry of the view", () => {
  const listed = entrances
    .filter((key) => /^app\/routes\//.test(key))
    .filter((key) => (key.endsWith("#loader") && leadsTo(key, readsPeople)) || searches(key));
  expect(listed.length).toBeGreaterThan(10);
  const silent = listed.filter((key) => !leadsTo(key, recordsView)).map(short);
  const say = "record the look with `noteListView` before the page is shown, or say here why none is owed";
  expect(new Set(silent), say).toEqual(new Set(Object.keys(needNoView)));
});
