type Schema = Record<string, unknown>;

export const text = { type: "string" };
export const url = { type: "string", format: "uri" };
export const moment = { type: "string", format: "date-time", description: "In UTC." };
export const whole = { type: "integer", minimum: 0 };

export const nullable = ({ type, ...rest }: Schema & { type: string }) => ({ ...rest, type: [type, "null"] });
export const listOf = (items: Schema) => ({ type: "array", items });

/** Describes an object with these fields, required but for `optional`. */
export const objectOf = (
  properties: Record<string, Schema>,
  description?: string,
  optional: string[] = [],
) => ({
  type: "object",
  ...(description === undefined ? {} : { description }),
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});
