import { expect, test } from "vitest";
import { textsOfPicture, withTexts } from "#app/domain/campaign/claims/claim-picture.ts";
import { fieldsOfClaimPicture, pictureIn, pictureShape } from "#app/domain/campaign/claims/picture-form.ts";
import { type ClaimPicture, ClaimPictureSchema } from "#app/domain/campaign/claims/picture-schema.ts";
import { words } from "#app/i18n/index.ts";

const filled: Record<string, string>[] = [
  {
    growth_look: "drawers",
    growth_unit: "tonne",
    growth_on_1: "2025-07",
    growth_qualifier_1: "about",
    growth_value_1: "400",
    growth_on_2: "2026-01",
    growth_qualifier_2: "nearly",
    growth_value_2: "1400.5",
  },
  {
    hundred_heading: "Whom",
    hundred_title: "People held",
    hundred_whole: "70766",
    hundred_part: "52504",
    hundred_label: "had none",
    hundred_rest: "had one",
  },
  {
    days_sentence: "It took {1} days. Now {2}.",
    days_start: "Report",
    days_who1: "One",
    days_who2: "Two",
    days_from1: "2025-08-06",
    days_to1: "2025-09-25",
    days_end1: "Off",
    days_from2: "2026-02-17",
    days_on2: "2026-02-18",
    days_answer2: "It said no",
    days_end2: "Nothing",
    days_checked: "2026-12-01",
  },
  {
    bars_year_1: "2025",
    bars_label_1: "Data",
    bars_qualifier_1: "more than",
    bars_percent_1: "27",
    bars_year_2: "2024",
    bars_label_2: "AI",
    bars_qualifier_2: "more than",
    bars_percent_2: "36.5",
    bars_apart_2: "on",
  },
  { doors_signed: "A", doors_signedBy: "A judge", doors_unsigned: "B", doors_unsignedBy: "No judge" },
  { person_name: "Ada Sample", person_on: "2026-01-07" },
];

const read = (fields: Record<string, string>) => pictureIn(fields);
const problemsOf = (fields: Record<string, string>) =>
  read(fields).problems.map(({ field, code }) => `${field} ${code}`);
const pictures = filled.map((fields) => read(fields).picture as ClaimPicture);

test("each kind is read from its form, stored, and fills the form again", () => {
  expect(filled.flatMap(problemsOf)).toEqual([]);
  for (const [n, picture] of pictures.entries()) {
    expect(ClaimPictureSchema.parse(picture)).toEqual(picture);
    const again = fieldsOfClaimPicture(picture);
    expect(again).toMatchObject(filled[n] ?? {});
    expect(read(again).picture).toEqual(picture);
    for (const name of Object.keys(again)) expect(pictureShape).toHaveProperty([name]);
  }
});

test("an empty form has no picture, choices fill in nothing, and a removed one is gone", () => {
  expect(read({ growth_look: "bars", growth_unit: "tonne", growth_qualifier_1: "about" }).picture).toBeNull();
  const again = fieldsOfClaimPicture(pictures[1] ?? null);
  expect(pictureIn({ ...again, picture_remove: true }).picture).toBeNull();
});

test("a second kind is refused at its field, and nothing of the first is lost", () => {
  expect(problemsOf({ ...filled[1], ...filled[4] })).toEqual(["doors_signed pictures-two"]);
});

test.each([
  [{ ...filled[0], growth_on_1: "2026-13" }, "growth_on_1 month-shape"],
  [{ ...filled[0], growth_value_2: "-4" }, "growth_value_2 value-shape"],
  [{ ...filled[0], growth_on_2: "2025-07" }, "growth_on_2 months-twice"],
  [{ ...filled[0], growth_on_2: "", growth_value_2: "" }, "growth_on_2 points-few"],
  [{ ...filled[0], growth_unit: "" }, "growth_unit unit-missing"],
  [{ ...filled[1], hundred_part: "70767" }, "hundred_part part-more"],
  [{ ...filled[1], hundred_whole: "many" }, "hundred_whole count-shape"],
  [{ ...filled[1], hundred_rest: "" }, "hundred_rest part-missing"],
  [{ ...filled[2], days_to1: "2025-08-06" }, "days_to1 day-before"],
  [{ ...filled[2], days_answer2: "" }, "days_answer2 part-missing"],
  [{ ...filled[2], days_from2: "17 February" }, "days_from2 day-shape"],
  [{ ...filled[2], days_from1: "1900-08-06" }, "days_from1 day-early"],
  [{ ...filled[2], days_from2: "2931-02-17" }, "days_from2 day-future"],
  [{ ...filled[2], days_checked: "2932-01-01" }, "days_checked day-future"],
  [{ ...filled[3], bars_percent_2: "136" }, "bars_percent_2 percent-shape"],
  [{ ...filled[3], bars_year_1: "last" }, "bars_year_1 year-shape"],
  [{ ...filled[5], person_on: "" }, "person_on day-missing"],
] as [Record<string, string>, string][])("a wrong field is named: %#", (fields, problem) => {
  expect(problemsOf(fields)).toContain(problem);
  const { errors } = words("en").editing;
  expect(errors).toHaveProperty([problem.split(" ")[1] ?? ""]);
});

test("months are stored in the order of time, whatever the order they were typed in", () => {
  const { growth_on_1: first, growth_on_2: second, ...rest } = filled[0] ?? {};
  const picture = read({ ...rest, growth_on_1: second ?? "", growth_on_2: first ?? "" }).picture;
  expect(picture).toMatchObject({ points: [{ on: "2025-07" }, { on: "2026-01" }] });
});

test("every text of a picture is translated, and no name, number or day", () => {
  expect(pictures.map((picture) => textsOfPicture(picture).length)).toEqual([0, 4, 7, 2, 4, 0]);
  for (const picture of pictures) {
    const other = withTexts(picture, (text) => `«${text}»`);
    expect(ClaimPictureSchema.parse(other)).toEqual(other);
    expect(textsOfPicture(other)).toEqual(textsOfPicture(picture).map((text) => `«${text}»`));
  }
});
