import {
  type ImportField,
  type ImportFormat,
  importFields,
  type Mapping,
} from "#app/domain/entries/imports/import.ts";

/** Names of columns, as tools and people who write their own lists call them. */
const names: Record<ImportField, readonly RegExp[]> = {
  email: [
    /^(e ?mail|mail|email address|e mail address|correo( electronico)?)$/,
    /^(?!.*\b(?:opt|status|in)\b).*\be ?mail\b/,
  ],
  name: [/^(full name|name|signer|signature name|nombre completo|your name)$/],
  first_name: [/^(first name|firstname|fname|given name|forename|nombre)$/],
  last_name: [/^(last name|lastname|lname|family name|surname|apellidos?)$/],
  country: [/^(country|country code|can2 user country|pais)$/],
  postal_code: [/^(zip code|zip|postal code|postcode|post code|zipcode|codigo postal)$/],
  comment: [/^(comment|comments|custom message|reason|reason for signing|action comment|comentario)$/],
  signed_on: [
    /^(signed on|date signed|signed at|signed at utc|date|timestamp|signature date|created at|created date|submitted at|fecha)$/,
    /^timestamp\b/,
    /^can2 subscription date$/,
  ],
  opt_in: [
    /^(can2 subscription status|email opt in|optin|opt in|email optin|subscribed|newsletter|accepts updates|subscription status)$/,
  ],
  confirmed: [/^(confirmed|is confirmed|confirmation status|approval status|verified)$/],
};

/** Date orders of known tools. */
const daysOf: Partial<Record<ImportFormat, Mapping["days"]>> = { change: "ymd" };

const plain = (head: string) =>
  head
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * Guesses by name which column holds what: the first that fits best. Checks nobody's words. A sheet of paper
 * has no addresses, even if a column is called so.
 */
export function guessMapping(format: ImportFormat, heads: readonly string[]): Mapping {
  const columns: Mapping["columns"] = {};
  const taken = new Set<number>();
  const read = heads.map(plain);
  for (const field of importFields) {
    if (format === "paper" && (field === "email" || field === "opt_in" || field === "confirmed")) continue;
    for (const name of names[field]) {
      const at = read.findIndex((head, n) => !taken.has(n) && name.test(head));
      if (at < 0) continue;
      columns[field] = at;
      taken.add(at);
      break;
    }
  }
  if (columns.first_name !== undefined && columns.name !== undefined) delete columns.name;
  return { columns, country: null, days: daysOf[format] ?? "ymd" };
}
