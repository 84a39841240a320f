import { z } from "zod";

/** What was typed, before it is transformed. */
function typedAs(field: z.core.$ZodType): z.core.$ZodType {
  if (field instanceof z.ZodPipe) return typedAs(field.in instanceof z.ZodTransform ? field.out : field.in);
  if (field instanceof z.ZodOptional || field instanceof z.ZodPrefault) return typedAs(field.unwrap());
  return field;
}

/** Tells whether a field is given several times. */
export const isMany = (field: z.core.$ZodType) => typedAs(field) instanceof z.ZodArray;

/** Returns the values that a field allows, if it has a fixed list. */
export function choicesOf(field: z.core.$ZodType): string[] {
  const typed = typedAs(field);
  return typed instanceof z.ZodEnum ? typed.options.map(String) : [];
}

/** Tells whether a field is ticked: `on` is yes, and left out is no. */
export const isTick = (field: z.ZodType) =>
  field.safeParse("on").data === true && field.safeParse(undefined).data === false;

/** Tells whether a form without this field is refused. */
export const isNeeded = (field: z.ZodType) => !field.safeParse(undefined).success;
