import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";

/** Explains the totals, and links them as a file. */
export function Method({ slug }: { slug: string }) {
  const { method } = useWords().totals;
  const to = useLocalizedPath();
  return (
    <section>
      <h2>{method.heading}</h2>
      {method.text.map((paragraph) => (
        <p className="gap" key={paragraph}>
          {paragraph}
        </p>
      ))}
      <p className="gap">
        <a href={to(`/c/${slug}/pledges.json`)}>{method.json}</a>
      </p>
    </section>
  );
}
