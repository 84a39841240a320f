export type TextPart = { paragraph: string } | { list: string[] };

/**
 * Splits text into paragraphs, divided by blank lines, and numbered lists, whose lines begin with a number
 * and a full stop.
 */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  for (const block of text.trim().split(/\n\s*\n/)) {
    const lines = block.split("\n").map((line) => line.trim());
    const items = lines.map((line) => /^\d+\.\s+(\S.*)$/.exec(line)?.[1]);
    if (items.every((item) => item !== undefined)) parts.push({ list: items });
    else parts.push({ paragraph: lines.join(" ") });
  }
  return parts;
}

/** Shows a petition's text as signed, or any text with paragraphs and numbered demands. */
export function PetitionText({ body }: { body: string }) {
  return (
    <>
      {textParts(body).map((part) =>
        "list" in part ? (
          <ol className="asks" key={part.list.join()}>
            {part.list.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        ) : (
          <p className="prose" key={part.paragraph}>
            {part.paragraph}
          </p>
        ),
      )}
    </>
  );
}
