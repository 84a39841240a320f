import type { ClaimPicture } from "#app/domain/campaign/claims/picture-schema.ts";
import { isSameValue } from "#app/domain/campaign/same-value.ts";
import type { CampaignWords, ClaimSource } from "#app/domain/campaign/wording.ts";
import { formatDate, type Words } from "#app/i18n/index.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Diff } from "./diff.tsx";

type ChangedFieldsProps = { fields: readonly { field: string; before: unknown; after: unknown }[] };

export function ChangedFields({ fields }: ChangedFieldsProps) {
  const words = useWords();
  const { history: say } = words.editing;
  return (
    <dl className="facts ruled">
      {fields.map(({ field, before, after }) => {
        const [was, is] = [valueText(words, field, before), valueText(words, field, after)];
        return (
          <div key={field}>
            <dt>{say.fields[field] ?? field}</dt>
            <dd>{was === "" && is === "" ? say.nothing : <Diff before={was} after={is} />}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Lists the fields that differ. */
export function changesBetween(before: object | null, after: object | null) {
  const [was, is] = [(before ?? {}) as Record<string, unknown>, (after ?? {}) as Record<string, unknown>];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null }))
    .filter(({ before, after }) => !isSameValue(before, after));
}

type StoredPicture = NonNullable<CampaignWords["picture"]>;
type Say = Pick<Words, "editing" | "case">;

/** Writes a stored value for people. Empty: there is none. */
function valueText({ editing: say, case: caseWords }: Say, field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return value ? say.history.yes : say.history.no;
  if (field === "section") return own(say.claims.sections, value);
  if (field === "kind") return own(kindsOf(caseWords), value);
  if (field === "publishedPrecision") return own(say.claims.precisions, value);
  if (field === "urlVerifiedAt") return formatDate("en", String(value));
  if (field === "languages" && Array.isArray(value))
    return value.map((one) => own(say.page.languageNames, one)).join(", ");
  if (field === "moreSources" && Array.isArray(value)) return value.map(sourceText).join("\n");
  if (field === "timeline" && Array.isArray(value))
    return value.map(({ happenedOn, label }) => `${happenedOn}: ${label}`).join("\n");
  if (field === "figure") return drawnText({ kind: "growth", ...value } as ClaimPicture, say.claims.picture);
  if (field === "picture") return pictureText(value as StoredPicture | ClaimPicture, say.claims.picture);
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "object")
    return Object.entries(value)
      .map(([locale, text]) => `${own(say.page.languageNames, locale)}: ${text}`)
      .join("\n");
  return String(value);
}

const sourceText = (one: ClaimSource) =>
  [one.publisher, one.publishedOn, one.sourceTitle, one.sourceUrl].filter(Boolean).join(", ");

const pictureText = (picture: StoredPicture | ClaimPicture, say: Say["editing"]["claims"]["picture"]) =>
  "kind" in picture ? drawnText(picture, say) : uploadedText(picture);

const uploadedText = (picture: StoredPicture) =>
  [
    ...("alts" in picture ? Object.values(picture.alts) : [picture.alt]),
    `${picture.credit}, ${picture.licence}`,
    "key" in picture ? `(${picture.key.slice(0, 8)})` : picture.src,
  ].join("\n");

const drawnText = ({ kind, ...parts }: ClaimPicture, say: Say["editing"]["claims"]["picture"]) =>
  [
    say.kinds[kind]?.name,
    ...Object.entries(parts).flatMap(([name, part]) => {
      if (Array.isArray(part)) return part.map((row) => Object.values(row).join(" "));
      return part === null ? [] : [`${say.fields[name]}: ${part}`];
    }),
  ].join("\n");

const own = (record: Record<string, string>, key: unknown) =>
  Object.hasOwn(record, String(key)) ? (record[String(key)] ?? String(key)) : String(key);

/** Kinds of claims and of corrections share no name. */
const kindsOf = (say: Words["case"]): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(say.kinds).map(([kind, { label }]) => [kind, label])),
  ...say.corrections.kinds,
});
