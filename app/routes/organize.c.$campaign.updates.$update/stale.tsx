import type { UpdateContent } from "#app/domain/updates/update-form.ts";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { Answer } from "./act.server.ts";

/** What another organizer saved meanwhile, beside what is in the fields. */
export function Stale({ stale }: { stale: NonNullable<Answer["stale"]> }) {
  const { stale: say, languages } = useWords().updates;
  return (
    <section className="stale" role="alert" aria-labelledby="stale-heading">
      <h2 id="stale-heading">{say.title}</h2>
      <p>{say.text(stale.who ?? say.somebody, writeMoment(stale.at, { seconds: true }).slice(11))}</p>
      {stale.theirs.texts.map((text: UpdateContent["texts"][number]) => (
        <div key={text.locale}>
          <h3>{say.theirs(languages[text.locale] ?? text.locale)}</h3>
          <textarea
            readOnly
            rows={10}
            lang={text.locale}
            aria-label={say.theirs(languages[text.locale] ?? text.locale)}
            value={[text.subject, text.body].filter(Boolean).join("\n\n") || say.none}
          />
        </div>
      ))}
    </section>
  );
}
