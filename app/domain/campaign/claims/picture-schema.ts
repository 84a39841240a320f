import { z } from "zod";
import { isDay } from "#app/domain/base/day.ts";
import { pictureLooks, pictureUnits, qualifiers } from "./picture-choices.ts";

const text = z.string("part-missing").min(1, "part-missing").max(240, "part-long");
const heading = text.nullable();
const day = z.string("day-missing").refine(isDay, "day-shape");
/** A square is drawn for each day, and none that is still to come. Tomorrow: today has begun somewhere. */
const pastDay = day
  .refine((on) => on >= "2000-01-01", "day-early")
  .refine((on) => on <= new Date(Date.now() + 86_400_000).toISOString().slice(0, 10), "day-future");
const qualifier = z.enum(qualifiers, "qualifier-missing");
const count = z.number("count-shape").int("count-shape").nonnegative("count-shape");

const Growth = z.object({
  kind: z.literal("growth"),
  heading,
  /** `drawers`: the first value and the last as filled drawers of cabinets. */
  look: z.enum(pictureLooks),
  unit: z.enum(pictureUnits, "unit-missing"),
  points: z
    .array(
      z.object({
        on: z.string("month-shape").regex(/^\d{4}-(0[1-9]|1[0-2])$/, "month-shape"),
        qualifier,
        value: z.number("value-shape").positive("value-shape"),
      }),
    )
    .min(2, "points-few")
    .max(8)
    .refine((all) => new Set(all.map(({ on }) => on)).size === all.length, "months-twice")
    .refine((all) => all.every(({ on }, n) => on >= (all[n - 1]?.on ?? "")), "months-order"),
});

/** A share of a whole, as so many of a hundred figures. */
const Hundred = z
  .object({
    kind: z.literal("hundred"),
    heading,
    title: text,
    whole: count.positive("count-shape"),
    part: count,
    label: text,
    rest: text,
  })
  .refine(({ whole, part }) => part <= whole, { path: ["part"], message: "part-more" });

/** Two spans of days on one scale. The second may still run. */
const Days = z
  .object({
    kind: z.literal("days"),
    heading,
    /** A sentence in which `{1}` and `{2}` are the numbers of days. */
    sentence: text.nullable(),
    start: text,
    who1: text,
    from1: pastDay,
    to1: pastDay,
    end1: text,
    who2: text,
    from2: pastDay,
    on2: pastDay.nullable(),
    answer2: text.nullable(),
    to2: pastDay.nullable(),
    end2: text,
    /** When somebody last looked whether the second has ended. Null: `end2` is left out until it has. */
    checked: pastDay.nullable(),
  })
  .refine(({ from1, to1 }) => to1 > from1, { path: ["to1"], message: "day-before" })
  .refine(({ from2, to2 }) => to2 === null || to2 > from2, { path: ["to2"], message: "day-before" })
  .refine(({ from2, on2 }) => on2 === null || on2 > from2, { path: ["on2"], message: "day-before" })
  .refine(({ on2, answer2 }) => on2 === null || answer2 !== null, {
    path: ["answer2"],
    message: "part-missing",
  })
  .refine(({ on2, answer2 }) => answer2 === null || on2 !== null, { path: ["on2"], message: "day-missing" });

/** Results of votes. Without rows they are those of the company's meetings. */
const Bars = z.object({
  kind: z.literal("bars"),
  heading,
  rows: z
    .array(
      z.object({
        year: z.number("year-shape").int("year-shape").min(1990, "year-shape").max(2100, "year-shape"),
        label: text,
        qualifier,
        percent: z.number("percent-shape").positive("percent-shape").max(100, "percent-shape"),
        /** Another subject: drawn apart. */
        apart: z.boolean(),
      }),
    )
    .max(6),
});

/** The same door and sheet of paper twice: signed, and not. */
const Doors = z.object({
  kind: z.literal("doors"),
  heading,
  signed: text,
  signedBy: text,
  unsigned: text,
  unsignedBy: text,
});

/** A person's name and the day. */
const Person = z.object({ kind: z.literal("person"), name: text, on: day });

export const ClaimPictureSchema = z.discriminatedUnion("kind", [Growth, Hundred, Days, Bars, Doors, Person]);
export type ClaimPicture = z.output<typeof ClaimPictureSchema>;
export type PictureKind = ClaimPicture["kind"];
export type PictureOf<K extends PictureKind> = Extract<ClaimPicture, { kind: K }>;
