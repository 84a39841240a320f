import { readFileSync } from "node:fs";
import { type ParsedMail, simpleParser } from "mailparser";

const read = new Map<string, Promise<ParsedMail>>();

/** A file as a mail, read once: it is there whole or not at all, and never changes. */
export function mailIn(file: string): Promise<ParsedMail> {
  const mail = read.get(file) ?? simpleParser(readFileSync(file));
  read.set(file, mail);
  return mail;
}
