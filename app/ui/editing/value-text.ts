import type { ClaimFigure } from "#app/domain/campaign/campaign.ts";
import type { CampaignWords, ClaimSource } from "#app/domain/campaign/wording.ts";
import type { Words } from "#app/i18n/index.ts";

type StoredPicture = NonNullable<CampaignWords["picture"]>;
type Say = Pick<Words, "editing" | "case">;

/** Writes a stored value for people. Empty: there is none. */
export function valueText({ editing: say, case: caseWords }: Say, field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return value ? say.history.yes : say.history.no;
  if (field === "section") return own(say.claims.sections, value);
  if (field === "kind") return own(kindsOf(caseWords), value);
  if (field === "publishedPrecision") return own(say.claims.precisions, value);
  if (field === "urlVerifiedAt") return String(value).slice(0, 10);
  if (field === "languages" && Array.isArray(value))
    return value.map((one) => own(say.page.languageNames, one)).join(", ");
  if (field === "moreSources" && Array.isArray(value)) return value.map(sourceText).join("\n");
  if (field === "timeline" && Array.isArray(value))
    return value.map(({ happenedOn, label }) => `${happenedOn}: ${label}`).join("\n");
  if (field === "figure") return figureText(value as ClaimFigure, caseWords.figure.units);
  if (field === "picture") return pictureText(value as StoredPicture);
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "object")
    return Object.entries(value)
      .map(([locale, text]) => `${own(say.page.languageNames, locale)}: ${text}`)
      .join("\n");
  return String(value);
}

const sourceText = (one: ClaimSource) =>
  [one.publisher, one.publishedOn, one.sourceTitle, one.sourceUrl].filter(Boolean).join(", ");

const pictureText = (picture: StoredPicture) =>
  [
    ...("alts" in picture ? Object.values(picture.alts) : [picture.alt]),
    `${picture.credit}, ${picture.licence}`,
    "key" in picture ? `(${picture.key.slice(0, 8)})` : picture.src,
  ].join("\n");

const figureText = ({ unit, points }: ClaimFigure, units: Record<string, string>) =>
  [units[unit] ?? unit, ...points.map(({ on, qualifier, value }) => `${on}: ${qualifier} ${value}`)].join(
    "\n",
  );

const own = (record: Record<string, string>, key: unknown) =>
  Object.hasOwn(record, String(key)) ? (record[String(key)] ?? String(key)) : String(key);

/** Kinds of claims and of corrections share no name. */
const kindsOf = (say: Words["case"]): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(say.kinds).map(([kind, { label }]) => [kind, label])),
  ...say.corrections.kinds,
});
