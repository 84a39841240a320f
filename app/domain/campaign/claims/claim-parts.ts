import { z } from "zod";
import { checkbox } from "#app/domain/base/form-fields.ts";
import { dayField, httpsField, type Refuse } from "#app/domain/campaign/forms/source-form.ts";
import { textField } from "#app/domain/campaign/forms/words-form.ts";
import {
  atMost,
  type ClaimSource,
  type ClaimWords,
  datePrecisions,
  maxTextParts,
  type TimelineLine,
} from "#app/domain/campaign/wording.ts";
import { isMisleading } from "#app/lib/misleading-link.ts";
import { numbered, sourceNumbers } from "./claim-numbers.ts";
import { fieldsOfClaimPicture, pictureIn, pictureShape } from "./picture-form.ts";

const chosen = <T extends readonly [string, ...string[]]>(values: T, code: string) =>
  z.preprocess((value) => value || undefined, z.enum(values, code).optional());
const precision = chosen(datePrecisions, "precision-missing");
const line = (code: string) =>
  z
    .string()
    .optional()
    .transform((text) => text?.trim() ?? "")
    .refine((text) => text.length < 40, code);

const shapeOf = (numbers: readonly number[], fields: Record<string, z.ZodType>) =>
  Object.fromEntries(
    numbers.flatMap((n) => Object.entries(fields).map(([name, field]) => [`${name}_${n}`, field])),
  );

/** Fields that repeat: further sources, the picture, lines of the timeline. */
export const partsShape: object = {
  ...shapeOf([1, ...sourceNumbers], { place: line("place-shape") }),
  ...shapeOf(sourceNumbers, {
    publisher: textField("publisher", atMost.publisher),
    published_on: dayField,
    published_precision: precision,
    source_title: textField("source-title", atMost.sourceTitle),
    source_url: httpsField,
    archive_url: httpsField,
    opened: checkbox,
    remove: checkbox,
  }),
  ...pictureShape,
  ...shapeOf(numbered(maxTextParts.lines), {
    happened_on: dayField,
    happened_precision: precision,
    label: textField("label", atMost.label),
  }),
};

type Raw = Record<string, unknown>;
export type FilledSource = Omit<ClaimSource, "urlVerifiedAt"> & { opened: boolean; place: number; n: number };

/** The source with this number as typed; null if it is empty or to be removed. */
function sourceIn(form: Raw, n: number): FilledSource | null {
  const of = (name: string) => form[`${name}_${n}`];
  const source = {
    publisher: of("publisher") as string | null,
    publishedOn: of("published_on") as string | null,
    publishedPrecision: (of("published_precision") ?? null) as ClaimSource["publishedPrecision"],
    sourceTitle: of("source_title") as string | null,
    sourceUrl: of("source_url") as string | null,
    archiveUrl: of("archive_url") as string | null,
  };
  const { publishedPrecision: _how, ...rest } = source;
  if (of("remove") || Object.values(rest).every((value) => value === null)) return null;
  return { ...source, opened: of("opened") === true, place: placeInForm(form, n), n };
}

/** Returns the place asked for, or the current one. Of two with one number the moved one comes first. */
export const placeInForm = (form: object, n: number) => {
  const place = /^[1-9]\d?$/.exec(String((form as Raw)[`place_${n}`] ?? ""));
  const to = place ? Number(place[0]) : n;
  return to < n ? to - 0.5 : to > n ? to + 0.5 : n;
};

export const sourcesIn = (form: object): FilledSource[] =>
  sourceNumbers.map((n) => sourceIn(form as Raw, n)).filter((source) => source !== null);

/** Reads the timeline as typed, in the order of time. */
export function timelineIn(form: object): TimelineLine[] {
  const raw = form as Raw;
  return numbered(maxTextParts.lines)
    .map((n) => ({
      happenedOn: (raw[`happened_on_${n}`] ?? "") as string,
      precision: (raw[`happened_precision_${n}`] ?? "day") as TimelineLine["precision"],
      label: (raw[`label_${n}`] ?? "") as string,
    }))
    .filter(({ happenedOn, label }) => happenedOn !== "" || label !== "")
    .sort((a, b) => a.happenedOn.localeCompare(b.happenedOn));
}

/** Says what is missing of a part that was begun, at the field where it is missing. */
export function agreeOnParts(form: object, today: string, refuse: Refuse): void {
  const raw = form as Raw;
  for (const source of sourcesIn(form)) {
    const { n, publisher, publishedOn, publishedPrecision, sourceTitle, sourceUrl, archiveUrl, opened } =
      source;
    if (publisher === null) refuse(`publisher_${n}`, "publisher-missing");
    if (publishedOn === null) refuse(`published_on_${n}`, "source-day-missing");
    else if (publishedOn > today) refuse(`published_on_${n}`, "published-future");
    if (publishedOn !== null && publishedPrecision === null)
      refuse(`published_precision_${n}`, "precision-missing");
    if ((sourceTitle !== null || sourceUrl !== null) && !opened) refuse(`opened_${n}`, "not-opened");
    if ((sourceTitle !== null || archiveUrl !== null) && sourceUrl === null)
      refuse(`source_url_${n}`, "url-missing");
    if (sourceUrl !== null && isMisleading(`${publisher ?? ""} ${sourceTitle ?? ""}`, sourceUrl))
      refuse(`source_title_${n}`, "title-differs");
  }
  for (const { field, code } of pictureIn(form).problems) refuse(field, code);
  for (const n of numbered(maxTextParts.lines)) {
    const [on, label] = [raw[`happened_on_${n}`] ?? null, raw[`label_${n}`] ?? null];
    if (on === null && label === null) continue;
    if (on === null) refuse(`happened_on_${n}`, "line-day-missing");
    if (label === null) refuse(`label_${n}`, "label-missing");
  }
}

/** Fills the form with those parts of a claim. */
export const fieldsOfParts = ({
  moreSources,
  picture,
  timeline,
}: Pick<ClaimWords, "moreSources" | "picture" | "timeline">): Record<string, string> =>
  Object.fromEntries([
    ...moreSources.flatMap((one, i) => {
      const n = i + 2;
      return [
        [`publisher_${n}`, one.publisher ?? ""],
        [`published_on_${n}`, one.publishedOn ?? ""],
        [`published_precision_${n}`, one.publishedPrecision ?? ""],
        [`source_title_${n}`, one.sourceTitle ?? ""],
        [`source_url_${n}`, one.sourceUrl ?? ""],
        [`archive_url_${n}`, one.archiveUrl ?? ""],
        ...(one.urlVerifiedAt === null ? [] : [[`opened_${n}`, "on"]]),
      ];
    }),
    ...Object.entries(fieldsOfClaimPicture(picture)),
    ...timeline.flatMap(({ happenedOn, precision: how, label }, i) => [
      [`happened_on_${i + 1}`, happenedOn],
      [`happened_precision_${i + 1}`, how],
      [`label_${i + 1}`, label],
    ]),
  ]);
