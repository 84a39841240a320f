/** Letters to the company. They go as their dispatch says, written by `dispatches/write-part`. */
export const letterPart = { name: "letter-part", kind: "company" } as const;
