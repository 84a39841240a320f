/** News of a campaign to its list. It goes in batches, written by `updates/write-update`. */
export const update = { name: "update", kind: "update" } as const;
