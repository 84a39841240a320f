import { nameProblem } from "#app/domain/access/person-form.ts";
import { canonicalAddress, parseAddress } from "#app/domain/base/address.ts";
import { readCountry } from "#app/domain/base/country.ts";
import { readDay } from "#app/domain/base/day.ts";
import {
  characters,
  cleanLine,
  cleanText,
  containsCardOrSsn,
  hasStackedMarks,
} from "#app/domain/base/text.ts";
import { type ImportField, isWithoutAddress, type Mapping } from "#app/domain/entries/imports/import.ts";
import type { RowRefusal } from "#app/domain/entries/imports/outcomes.ts";
import { maxCommentLength } from "#app/domain/entries/signatures/signature.ts";

/** A person in a row. `email` is null in a list without addresses. */
export type RowPerson = {
  email: { address: string; canonical: string } | null;
  name: string;
  country: string;
  postalCode: string | null;
  comment: string | null;
  /** Null: the day by which everyone on the list had agreed is used. */
  signedOn: string | null;
  /** True if a column says they want updates. */
  wantsUpdates: boolean;
};

const yes = /^(1|y|yes|true|on|x|si|sí|subscribed|opted[ -]?in|opt-in)$/i;
const no = /^(0|n|no|false|off|unconfirmed|not confirmed|unverified|declined)$/i;

/** Refused in a list: control characters except tabs and line breaks, and undecodable bytes. */
const unreadable = /[^\P{Cc}\t\n\r]|\uFFFD/u;

/**
 * Reads a row as a person, or why it cannot be taken. Cuts off and makes up nothing: what the sign form would
 * refuse is refused here. A cell that a spreadsheet would run is text like any other.
 */
export function readRow(
  cells: readonly string[],
  { columns: heads, mapping, today }: { columns: number; mapping: Mapping; today: string },
): RowPerson | RowRefusal {
  if (cells.slice(heads).some((cell) => cell.trim() !== "")) return "cells";
  const cell = (field: ImportField) => {
    const at = mapping.columns[field];
    return at === undefined ? "" : (cells[at] ?? "");
  };
  const used = Object.values(mapping.columns).map((at) => cells[at] ?? "");
  if (used.some((text) => unreadable.test(text))) return "unreadable";
  if (no.test(cell("confirmed").trim())) return "unconfirmed";

  const email = readEmail(cell("email"), mapping);
  if (typeof email === "string") return email;
  const name = readName(cell("name") || `${cell("first_name").trim()} ${cell("last_name").trim()}`);
  if (name.refused) return name.refused;
  const country = readCountryCell(cell("country"), mapping);
  if (country.refused) return country.refused;
  const postalCode = cleanLine(cell("postal_code")) || null;
  if (postalCode !== null && !isPostalCode(postalCode)) return "postal-code";
  const comment = cleanText(cell("comment")) || null;
  if (comment !== null && characters(comment) > maxCommentLength) return "comment-long";
  if (comment !== null && hasStackedMarks(comment)) return "marks";
  if (comment !== null && containsCardOrSsn(comment)) return "comment-numbers";
  const day = cell("signed_on").trim();
  const signedOn = day === "" ? null : readDay(day, mapping.days);
  if (day !== "" && signedOn === null) return "day-unknown";
  if (signedOn !== null && signedOn > today) return "day-future";

  const wantsUpdates = yes.test(cell("opt_in").trim());
  return { email, name: name.text, country: country.code, postalCode, comment, signedOn, wantsUpdates };
}

function readEmail(text: string, mapping: Mapping): RowPerson["email"] | RowRefusal {
  if (isWithoutAddress(mapping)) return null;
  if (text.trim() === "") return "email-missing";
  const address = parseAddress(text);
  return address === null ? "email-shape" : { address, canonical: canonicalAddress(address) };
}

function readName(
  text: string,
): { text: string; refused?: undefined } | { text?: undefined; refused: RowRefusal } {
  const name = cleanLine(text.replace(/\s+/g, " "));
  const problem = nameProblem(name);
  if (problem === "name-one-line") return { refused: "unreadable" };
  return problem ? { refused: problem } : { text: name };
}

function readCountryCell(
  text: string,
  mapping: Mapping,
): { code: string; refused?: undefined } | { code?: undefined; refused: RowRefusal } {
  if (text.trim() === "")
    return mapping.country === null ? { refused: "country-missing" } : { code: mapping.country };
  const code = readCountry(text);
  return code === null ? { refused: "country-unknown" } : { code };
}

const isPostalCode = (code: string) =>
  characters(code) <= 16 && !/[\r\n\t]/.test(code) && !hasStackedMarks(code) && !containsCardOrSsn(code);
