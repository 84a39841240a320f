/** Updates, sent in batches and written by `updates/write-update`. */
export const update = { name: "update", kind: "update" } as const;
