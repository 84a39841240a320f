/** Says why the line for owners cannot end on a day: it is past, or of another year than the line. */
export function ownersDayProblem(until: string, today: string): "past" | "other-year" | null {
  if (until < today) return "past";
  return until.slice(0, 4) === today.slice(0, 4) ? null : "other-year";
}
