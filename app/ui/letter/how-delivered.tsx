import { useLocalizedPath, useWords } from "../locale.tsx";

/** By which steps a letter comes to the company, and what is said of it afterwards. */
export function HowDelivered({ company, slug }: { company: string; slug: string }) {
  const { how } = useWords().letter;
  const to = useLocalizedPath();
  return (
    <aside className="how" aria-labelledby="how">
      <h2 id="how">{how.heading}</h2>
      <ol>
        {how.steps(company).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{how.known}</p>
      <p className="gap">
        <a href={to(`/c/${slug}/letters`)}>{how.toLetters}</a>
      </p>
    </aside>
  );
}
