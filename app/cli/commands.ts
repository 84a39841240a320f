import type { Command } from "./command.ts";

type Entry = { summary: string; load: () => Promise<Command> };

/** Every command of the operator, in the order that `help` prints them. */
export const commands: Record<string, Entry> = {
  start: {
    summary: "database, migrations, campaign, web and worker in one process",
    load: async () => (await import("./start.ts")).start,
  },
  web: { summary: "the web server alone", load: async () => (await import("./web.ts")).web },
  worker: {
    summary: "what runs by itself: mail and housekeeping",
    load: async () => (await import("./worker.ts")).worker,
  },
  migrate: {
    summary: "bring the database up to date",
    load: async () => (await import("./migrate.ts")).migrateCommand,
  },
  seed: {
    summary: "put the campaign in where it is missing",
    load: async () => (await import("./seed.ts")).seedCommand,
  },
  "organizer invite": {
    summary: "print a link that makes one organizer: --email E [--campaign S] [--role R]",
    load: async () => (await import("./organizer-invite.ts")).organizerInvite,
  },
  "organizer list": {
    summary: "who belongs to it and may do what, and who is invited: --campaign S",
    load: async () => (await import("./organizer-list.ts")).organizerList,
  },
  "organizer rights": {
    summary: "give a member other rights: --campaign S --email E --role R [--rights view,write,…]",
    load: async () => (await import("./organizer-rights.ts")).organizerRightsCommand,
  },
  "organizer remove": {
    summary: "take a member out of the team: --campaign S --email E",
    load: async () => (await import("./organizer-remove.ts")).organizerRemove,
  },
  freeze: {
    summary: "panic switch: nothing leaves the campaign any more: --campaign S",
    load: async () => (await import("./freeze.ts")).freeze,
  },
  unfreeze: {
    summary: "lift the freeze, so that what waited goes on: --campaign S",
    load: async () => (await import("./freeze.ts")).unfreeze,
  },
  "organizer reset-second-factor": {
    summary: "take app, passkeys and codes off someone who lost them: --email E",
    load: async () => (await import("./organizer-reset.ts")).organizerReset,
  },
  "export signatures": {
    summary: "write a list to standard output: --campaign S --preset full|delivery",
    load: async () => (await import("./export-signatures.ts")).exportSignatures,
  },
  "export pledges": {
    summary: "write a list to standard output: --campaign S --preset pledges|pledges-co-filers",
    load: async () => (await import("./export-pledges.ts")).exportPledges,
  },
  "campaign list": {
    summary: "every campaign, with its state, signatures and organizers",
    load: async () => (await import("./campaign-list.ts")).campaignList,
  },
  "campaign create": {
    summary: "begin one as a copy of another: --from S --slug T --name N",
    load: async () => (await import("./campaign-create.ts")).campaignCreate,
  },
  "campaign open": {
    summary: "let everybody read and sign one that is a draft: --campaign S",
    load: async () => (await import("./campaign-open.ts")).campaignOpen,
  },
  "claim list": {
    summary: "its claims as they are printed, drafts among them: --campaign S",
    load: async () => (await import("./claim-list.ts")).claimList,
  },
  "claim publish": {
    summary: "make one public as it was saved last: --campaign S --claim ID",
    load: async () => (await import("./claim-publish.ts")).claimPublish,
  },
  "petition publish": {
    summary:
      "put its draft in force: --campaign S --meaning same --note T | --meaning changed [--earlier apart]",
    load: async () => (await import("./petition-publish.ts")).petitionPublish,
  },
  "import dry-run": {
    summary:
      "read a list and say what would become of it: --campaign S --file F [--format csv] [--map FIELD=COLUMN …] [--country US] [--days ymd|mdy|dmy] [--encoding E] [--separator C] [--rows FILE]",
    load: async () => (await import("./import-dry-run.ts")).importDryRun,
  },
  "import run": {
    summary:
      "take in what was tried: --campaign S --import N --consent-text T|--consent-file F --consent-source T --agreed-on DAY --updates-for nobody|column|everyone",
    load: async () => (await import("./import-run.ts")).importRun,
  },
  "import status": {
    summary: "how far one is, and what became of its rows: --campaign S --import N",
    load: async () => (await import("./import-status.ts")).importStatus,
  },
  "import undo": {
    summary: "remove what one brought, and nothing its people did since: --campaign S --import N",
    load: async () => (await import("./import-undo.ts")).importUndo,
  },
  "import cancel": {
    summary: "end one that waits or is under way: --campaign S --import N",
    load: async () => (await import("./import-cancel.ts")).importCancel,
  },
  "import list": {
    summary: "its imports, newest first: --campaign S",
    load: async () => (await import("./import-list.ts")).importList,
  },
  "campaign status": {
    summary: "how it goes, and what is late: --campaign S",
    load: async () => (await import("./campaign-status.ts")).campaignStatus,
  },
  "campaign set": {
    summary:
      "who stands behind it: --campaign S [--operator T] [--postal-address T] [--contact-email E] [--privacy-contact E] [--funding-line T]",
    load: async () => (await import("./campaign-set.ts")).campaignSet,
  },
  "campaign close": {
    summary: "end it for good, what is personal goes later: --campaign S [--retention-months N] [--dry-run]",
    load: async () => (await import("./campaign-close.ts")).campaignClose,
  },
  "campaign reopen": {
    summary: "open a closed one again, before anything is erased: --campaign S",
    load: async () => (await import("./campaign-reopen.ts")).campaignReopen,
  },
  "request note": {
    summary:
      "for the page of transparency: --campaign S --from authority|person|other --on DAY [--number N] [--answer open|refused|partly|given] [--note T]",
    load: async () => (await import("./request-note.ts")).requestNote,
  },
  "request remove": {
    summary: "take a noted one back: --request ID",
    load: async () => (await import("./request-remove.ts")).requestRemove,
  },
  "update list": {
    summary: "its updates, newest first: --campaign S",
    load: async () => (await import("./update-list.ts")).updateList,
  },
  "update preview": {
    summary: "print the mail: --campaign S --update ID [--locale en] [--html]",
    load: async () => (await import("./update-preview.ts")).updatePreview,
  },
  "update test": {
    summary: "mail it to one organizer: --campaign S --update ID --to E [--locale en]",
    load: async () => (await import("./update-test.ts")).updateTest,
  },
  "update approve": {
    summary: "let a submitted one go: --campaign S --update ID [--approve-alone]",
    load: async () => (await import("./update-approve.ts")).updateApprove,
  },
  "update send": {
    summary: "--campaign S, with --update ID or --subject T --body-file F --approve-alone [--at TIME]",
    load: async () => (await import("./update-send.ts")).updateSend,
  },
  "update pause": {
    summary: "stop one that is being sent: --campaign S --update ID",
    load: async () => (await import("./update-pause.ts")).updatePause,
  },
  "update resume": {
    summary: "let a paused one go on: --campaign S --update ID",
    load: async () => (await import("./update-resume.ts")).updateResume,
  },
  "update cancel": {
    summary: "end one before all of it went: --campaign S --update ID",
    load: async () => (await import("./update-cancel.ts")).updateCancel,
  },
  "update status": {
    summary: "how far one is: --campaign S --update ID [--watch]",
    load: async () => (await import("./update-status.ts")).updateStatus,
  },
  "dispatch list": {
    summary: "its dispatches of letters, newest first: --campaign S",
    load: async () => (await import("./dispatch-list.ts")).dispatchList,
  },
  "dispatch status": {
    summary: "how far one is, mail by mail: --campaign S --dispatch ID",
    load: async () => (await import("./dispatch-status.ts")).dispatchStatus,
  },
  "dispatch preview": {
    summary: "print a mail to the company: --campaign S --dispatch ID [--part N] [--files FOLDER]",
    load: async () => (await import("./dispatch-preview.ts")).dispatchPreview,
  },
  "dispatch approve": {
    summary: "let a submitted one go: --campaign S --dispatch ID [--approve-alone]",
    load: async () => (await import("./dispatch-approve.ts")).dispatchApprove,
  },
  "dispatch pause": {
    summary: "hand nothing more over: --campaign S --dispatch ID",
    load: async () => (await import("./dispatch-pause.ts")).dispatchPause,
  },
  "dispatch resume": {
    summary: "go on with a paused one: --campaign S --dispatch ID",
    load: async () => (await import("./dispatch-resume.ts")).dispatchResume,
  },
  "dispatch cancel": {
    summary: "end one, what waits waits again: --campaign S --dispatch ID",
    load: async () => (await import("./dispatch-cancel.ts")).dispatchCancel,
  },
  "review list": {
    summary: "signatures that are held back: --campaign S [--state queued|kept|invalidated] [--after ID]",
    load: async () => (await import("./review-list.ts")).reviewList,
  },
  "review keep": {
    summary: "have them count: --campaign S --review ID [--review ID …]",
    load: async () => (await import("./review-decide.ts")).reviewKeep,
  },
  "review invalidate": {
    summary: "have them count never: --campaign S --review ID [--review ID …]",
    load: async () => (await import("./review-decide.ts")).reviewInvalidate,
  },
  "pack make": {
    summary: "write a pack to hand over: --campaign S --output F [--approve-alone]",
    load: async () => (await import("./pack-make.ts")).packMake,
  },
  "pack list": {
    summary: "its packs, newest first: --campaign S",
    load: async () => (await import("./pack-list.ts")).packList,
  },
  "pack key": {
    summary: "print the public keys that packs are checked with",
    load: async () => (await import("./pack-key.ts")).packKey,
  },
  "verify-pack": {
    summary: "check a pack, without network or database: FILE [--key PUBLICKEY]",
    load: async () => (await import("./verify-pack.ts")).verifyPack,
  },
  "queue status": {
    summary: "what waits and since when; with --check, exit code 1 when late: [--campaign S] [--check]",
    load: async () => (await import("./queue-status.ts")).queueStatus,
  },
  "token make": {
    summary:
      "print a token for a program of an organizer: --campaign S --for E --name T --scope A,B [--days 90]",
    load: async () => (await import("./token-make.ts")).tokenMake,
  },
  "token list": {
    summary: "its tokens, newest first: --campaign S",
    load: async () => (await import("./token-list.ts")).tokenList,
  },
  "token revoke": {
    summary: "end one at once: --campaign S --token ID",
    load: async () => (await import("./token-revoke.ts")).tokenRevoke,
  },
  erase: { summary: "erase one person: --email E", load: async () => (await import("./erase.ts")).erase },
  verify: {
    summary: "check the audit seals and count everything again",
    load: async () => (await import("./verify.ts")).verify,
  },
  rotate: {
    summary: "encrypt holdings anew under the newest secret",
    load: async () => (await import("./rotate.ts")).rotate,
  },
  backup: { summary: "write an archive: --to FILE", load: async () => (await import("./backup.ts")).backup },
  restore: {
    summary: "fill an empty database from an archive: --from FILE",
    load: async () => (await import("./restore.ts")).restore,
  },
  "resume-sending": {
    summary: "send mail again after a restore",
    load: async () => (await import("./resume-sending.ts")).resumeSending,
  },
};

/** The commands of that name, or whose first word it is; without one: all. */
export const listCommands = (about: string) =>
  Object.entries(commands).filter(([name]) => about === "" || `${name} `.startsWith(`${about} `));

/** How to call what `listCommands` lists. */
export const help = (about = "") => {
  const shown = listCommands(about);
  const width = Math.max(...shown.map(([name]) => name.length));
  const lines = shown.map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: npm run cli -- <command> [options]

${lines.join("\n")}

Every command takes --json. Through a pipe, write \`npm run -s cli -- …\`, so that npm stays silent.
Exit codes: 0 done, 1 not done (verify: something differs), 2 wrong usage, 3 wrong configuration.
`;
};
