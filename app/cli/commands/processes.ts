import type { Commands } from "#app/cli/command.ts";

/** The processes and what they stand on. */
export const processes: Commands = {
  start: {
    summary: "database, migrations, campaign, web and worker: the whole product",
    load: async () => (await import("#app/cli/site/start.ts")).start,
  },
  web: { summary: "the web server alone", load: async () => (await import("#app/cli/site/web.ts")).web },
  worker: {
    summary: "what runs by itself: mail and housekeeping",
    load: async () => (await import("#app/cli/site/worker.ts")).worker,
  },
  migrate: {
    summary: "bring the database up to date",
    load: async () => (await import("#app/cli/site/migrate.ts")).migrateCommand,
  },
  seed: {
    summary: "put the campaign in where it is missing",
    load: async () => (await import("#app/cli/site/seed.ts")).seedCommand,
  },
  "mail failed": {
    summary:
      "mails that came back, were reported, refused or lost from sight: --campaign S [--state S] [--kind K] [--names] [--before N]",
    load: async () => (await import("#app/cli/mail/failed.ts")).mailFailed,
  },
  "queue status": {
    summary: "what waits and since when; with --check, exit code 1 when late: [--campaign S] [--check]",
    load: async () => (await import("#app/cli/queue/status.ts")).queueStatus,
  },
};
