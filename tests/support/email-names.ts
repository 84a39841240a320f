import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../../app/domain/outbox/contents/", import.meta.url);

/** The names of all emails, each from its own file. */
export const emailNames = readdirSync(folder)
  .filter((file) => file !== "index.ts")
  .map((file) => {
    const [, name] = /\bname: "([a-z-]+)"/.exec(readFileSync(new URL(file, folder), "utf8")) ?? [];
    if (name === undefined) throw new Error(`${file} says no name`);
    return name;
  });
