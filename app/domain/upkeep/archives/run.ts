/** Runs a statement in the transaction and returns how many rows it changed. */
export type Run = (statement: string) => Promise<number>;
