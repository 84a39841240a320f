/** Letters to the company, sent by their dispatch and written by `dispatches/write-part`. */
export const letterPart = { name: "letter-part", kind: "company" } as const;
