import { pictureLooks, pictureUnits, qualifiers } from "./picture-choices.ts";
import type { ClaimPicture, PictureKind } from "./picture-schema.ts";

export type PictureInput = "text" | "month" | "day" | "number" | "box" | readonly string[];
type Inputs = Readonly<Record<string, PictureInput>>;
type PictureForm = { one: Inputs; many?: { name: string; most: number; inputs: Inputs } };

/** Each kind's form: its fields, and those that repeat. Fields of choices have a default. */
export const pictureForms: Record<PictureKind, PictureForm> = {
  growth: {
    one: { heading: "text", look: pictureLooks, unit: ["", ...pictureUnits] },
    many: { name: "points", most: 8, inputs: { on: "month", qualifier: qualifiers, value: "number" } },
  },
  hundred: {
    one: { heading: "text", title: "text", whole: "number", part: "number", label: "text", rest: "text" },
  },
  days: {
    one: {
      heading: "text",
      sentence: "text",
      start: "text",
      who1: "text",
      from1: "day",
      to1: "day",
      end1: "text",
      who2: "text",
      from2: "day",
      on2: "day",
      answer2: "text",
      to2: "day",
      end2: "text",
      checked: "day",
    },
  },
  bars: {
    one: { heading: "text" },
    many: {
      name: "rows",
      most: 6,
      inputs: { year: "number", label: "text", qualifier: qualifiers, percent: "number", apart: "box" },
    },
  },
  doors: { one: { heading: "text", signed: "text", signedBy: "text", unsigned: "text", unsignedBy: "text" } },
  person: { one: { name: "text", on: "day" } },
};

export const pictureKinds = Object.keys(pictureForms) as PictureKind[];

/** Returns a picture with each of its texts changed. A person's name is in no language. */
export function withTexts(picture: ClaimPicture, change: (text: string) => string): ClaimPicture {
  if (picture.kind === "person") return picture;
  const { one, many } = pictureForms[picture.kind];
  const changed = (values: object, inputs: Inputs) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        inputs[name] === "text" && value !== null ? change(value) : value,
      ]),
    );
  const whole = changed(picture, one);
  if (many) whole[many.name] = (whole[many.name] as object[]).map((row) => changed(row, many.inputs));
  return whole as ClaimPicture;
}

/** Lists a picture's texts, which another language says in its own words. */
export function textsOfPicture(picture: ClaimPicture | null): string[] {
  const texts: string[] = [];
  if (picture)
    withTexts(picture, (one) => {
      texts.push(one);
      return one;
    });
  return texts;
}
