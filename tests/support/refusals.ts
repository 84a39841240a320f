/** Returns PostgreSQL's refusal: its code and the constraint. Null when it did not refuse. */
export async function causeOf(work: Promise<unknown>): Promise<{ code: string; constraint: string } | null> {
  try {
    await work;
    return null;
  } catch (error) {
    const cause = ((error as Error).cause ?? error) as { code?: string; constraint_name?: string };
    return { code: cause.code ?? "", constraint: cause.constraint_name ?? "" };
  }
}
