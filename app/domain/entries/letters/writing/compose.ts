/** Answers to the prompts, the campaign's ask, and the previous draft. */
type Answers = {
  /** The writer's role as a sentence; empty if not given. */
  as: string;
  who: string;
  why: string;
  ask: string;
  body: string;
};

/**
 * Puts answers together to a draft, paragraph by paragraph. What the draft holds already is not said twice,
 * and nothing that was written is lost: it follows what is new.
 */
export function composeLetter({ as, who, why, ask, body }: Answers): string {
  const opening = [as, who].filter(Boolean).join(" ");
  const paragraphs = [opening, why, ask].map((text) => text.trim());
  const added = paragraphs.filter((text) => text !== "" && !body.includes(text));
  return [...added, body.trim()].filter(Boolean).join("\n\n");
}
