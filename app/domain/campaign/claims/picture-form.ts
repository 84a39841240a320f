import { checkbox } from "#app/domain/base/form-fields.ts";
import { lineField } from "#app/domain/campaign/forms/source-form.ts";
import { numbered } from "./claim-numbers.ts";
import { pictureForms, pictureKinds } from "./claim-picture.ts";
import { type ClaimPicture, ClaimPictureSchema, type PictureKind } from "./picture-schema.ts";

type Raw = Record<string, unknown>;

/** Every field of every kind, by name: `growth_unit`, `growth_value_2`. */
const fields = pictureKinds.flatMap((kind) => {
  const { one, many } = pictureForms[kind];
  return [
    ...Object.entries(one).map(([name, input]) => ({ kind, name: `${kind}_${name}`, input })),
    ...numbered(many?.most ?? 0).flatMap((n) =>
      Object.entries(many?.inputs ?? {}).map(([name, input]) => ({
        kind,
        name: `${kind}_${name}_${n}`,
        input,
      })),
    ),
  ];
});

export const pictureShape: object = {
  picture_remove: checkbox,
  ...Object.fromEntries(fields.map(({ name }) => [name, lineField("part", 240)])),
};

const typed = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

function readField(value: unknown, input: string | readonly string[]): unknown {
  const text = typed(value);
  if (input === "box") return text === "on";
  if (Array.isArray(input)) return text === "" ? input[0] : text;
  if (text === "") return null;
  return input === "number" && /^\d{1,12}(\.\d{1,3})?$/.test(text) ? Number(text) : text;
}

const isFilled = (raw: Raw, { name, input }: { name: string; input: unknown }) =>
  !Array.isArray(input) && typed(raw[name]) !== "";

/** A kind's fields as typed, with the number of each row in the form. */
function rawPicture(raw: Raw, kind: PictureKind) {
  const { one, many } = pictureForms[kind];
  const own = Object.entries(one).map(([name, input]) => [name, readField(raw[`${kind}_${name}`], input)]);
  if (!many) return { picture: { kind, ...Object.fromEntries(own) }, rows: [] };
  const entries = Object.entries(many.inputs);
  const rows = numbered(many.most)
    .filter((n) => entries.some(([name, input]) => isFilled(raw, { name: `${kind}_${name}_${n}`, input })))
    .map((n) => ({
      n,
      values: Object.fromEntries(
        entries.map(([name, input]) => [name, readField(raw[`${kind}_${name}_${n}`], input)]),
      ),
    }));
  if (kind === "growth") rows.sort((a, b) => String(a.values.on).localeCompare(String(b.values.on)));
  return {
    picture: { kind, ...Object.fromEntries(own), [many.name]: rows.map(({ values }) => values) },
    rows: rows.map(({ n }) => n),
  };
}

type Problem = { field: string; code: string };

/**
 * Reads the picture as typed, with what is wrong at the field where it is. A statement has one at most: the
 * kind that is filled in.
 */
export function pictureIn(form: object): { picture: ClaimPicture | null; problems: Problem[] } {
  const raw = form as Raw;
  if (raw.picture_remove) return { picture: null, problems: [] };
  const filled = fields.filter((field) => isFilled(raw, field));
  const [kind, second] = [...new Set(filled.map((one) => one.kind))];
  if (!kind) return { picture: null, problems: [] };
  if (second)
    return {
      picture: null,
      problems: [{ field: filled.find((one) => one.kind === second)?.name ?? "", code: "pictures-two" }],
    };
  const { picture, rows } = rawPicture(raw, kind);
  const read = ClaimPictureSchema.safeParse(picture);
  if (read.success) return { picture: read.data, problems: [] };
  const first = Object.keys(pictureForms[kind].many?.inputs ?? {})[0];
  return {
    picture: null,
    problems: read.error.issues.map(({ path: [name, at, part], message }) => ({
      field:
        typeof at === "number"
          ? `${kind}_${String(part)}_${rows[at] ?? at + 1}`
          : name === pictureForms[kind].many?.name
            ? `${kind}_${first}_${Math.min(rows.length, 1) + 1}`
            : `${kind}_${String(name)}`,
      code: message,
    })),
  };
}

/** Fills the form with a picture. */
export function fieldsOfClaimPicture(picture: ClaimPicture | null): Record<string, string> {
  if (!picture) return {};
  const { kind } = picture;
  const { one, many } = pictureForms[kind];
  const shown = (value: unknown) =>
    value === true ? "on" : value === false || value == null ? "" : String(value);
  const values = picture as unknown as Record<string, unknown>;
  const rows = many ? (values[many.name] as Raw[]) : [];
  return Object.fromEntries([
    ...Object.keys(one).map((name) => [`${kind}_${name}`, shown(values[name])]),
    ...rows.flatMap((row, i) =>
      Object.keys(many?.inputs ?? {}).map((name) => [`${kind}_${name}_${i + 1}`, shown(row[name])]),
    ),
  ]);
}
