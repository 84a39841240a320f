import { ActionButton } from "#app/ui/console/action-button.tsx";
import { Approval } from "#app/ui/console/approval.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { CompaniesPage } from "./load.server.ts";

type AskedProps = { page: CompaniesPage; asked: NonNullable<CompaniesPage["asked"]> };

/** Shows the change that waits for a second person, or for the asker where there is none. */
export function Asked({ page, asked }: AskedProps) {
  const { meetings, closing, approving } = useWords();
  const { companies: say } = meetings;
  const fields = { subject: asked.subject };
  return (
    <section className="notice" aria-labelledby="asked">
      <h2 id="asked">{closing.asked.title}</h2>
      <p>{say.asked(asked.by?.name ?? closing.asked.somebody, writeMoment(asked.at))}</p>
      <ol>
        {asked.companies.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ol>
      <Approval
        state={page.state}
        thing={{ kind: "companies", subject: asked.subject }}
        fields={fields}
        asked={page.asking}
        say={{
          approve: say.approve,
          own: closing.asked.others(page.state.others),
          noRight: approving.noRight,
          alone: { text: approving.alone, approve: say.approve },
        }}
      />
      <ActionButton intent="withdraw" fields={fields}>
        {closing.asked.withdraw}
      </ActionButton>
    </section>
  );
}
