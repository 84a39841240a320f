/** Sorts fields, whose order the database changes. */
const written = (value: unknown) =>
  JSON.stringify(value ?? null, (_key, one: unknown) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

/** True where two stored values say the same; nothing is the same as null. */
export const isSameValue = (one: unknown, other: unknown) => written(one) === written(other);
