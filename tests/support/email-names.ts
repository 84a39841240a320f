import { readdirSync } from "node:fs";

/** The names of all emails: each has a file of its own. */
export const emailNames = readdirSync(new URL("../../app/domain/outbox/contents", import.meta.url))
  .filter((file) => file !== "index.ts")
  .map((file) => file.replace(/\.ts$/, ""));
