import { Approval } from "#app/ui/console/approval.tsx";
import { AskedOnce } from "#app/ui/console/deed-button.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { ChangedFields, changesBetween } from "#app/ui/editing/changed-fields.tsx";
import { LanguageGaps } from "#app/ui/editing/language-gaps.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { PetitionText } from "#app/ui/petition-text.tsx";
import { CountForecast } from "./count-forecast.tsx";
import type { PetitionPage } from "./route.tsx";

type ProposalPartProps = { page: PetitionPage & { proposal: NonNullable<PetitionPage["proposal"]> } };

/** The text that waits for its approval: what it changes, what becomes of the count, and who can approve it. */
export function ProposalPart({ page: { proposal, inForce, mayManage, now, slug } }: ProposalPartProps) {
  const { proposal: say } = useWords().editing.petition;
  const { publicId, text, again, tell, note, isSame, forecast, approving, approvesFrom, others } = proposal;
  const before = inForce && { summary: inForce.summary, body: inForce.body };
  const waits = say.waitsFor(others);
  return (
    <section className="edit-part" aria-labelledby="proposed">
      <h2 id="proposed">{say.heading}</h2>
      <p>{say.asked(proposal.askedBy, writeMoment(proposal.askedAt), again, isSame)}</p>
      {isSame && <p>{say.isSame}</p>}
      <CountForecast forecast={forecast} />
      <h3>{say.changes}</h3>
      <ChangedFields fields={changesBetween(before, text)} />
      {before && (
        <div className="both-texts">
          <WholeText heading={say.textInForce} text={before} />
          <WholeText heading={say.textWaiting} text={text} />
        </div>
      )}
      <LanguageGaps gaps={proposal.gaps} slug={slug} />
      {note !== null && (
        <>
          <h3>{say.note}</h3>
          <blockquote>{note}</blockquote>
        </>
      )}
      {tell !== null && (
        <>
          <h3>{say.tell}</h3>
          <blockquote>{tell}</blockquote>
          <p className="small muted">{say.tellText}</p>
        </>
      )}
      <Approval
        approving={approving}
        from={approvesFrom}
        intent="approve"
        fields={{ proposal: publicId }}
        asked={{ asked: proposal.asked, now }}
        say={{
          ...{ approve: say.approve, own: waits, noRight: waits, beside: say.approveText },
          alone: { text: say.aloneText, approve: say.approve },
        }}
      />
      {mayManage && (
        <AskedOnce
          intent="withdraw"
          summary={say.withdraw}
          text={say.withdrawText}
          button={say.withdrawButton}
        />
      )}
    </section>
  );
}

function WholeText({ heading, text }: { heading: string; text: { summary: string; body: string } }) {
  return (
    <div>
      <h3>{heading}</h3>
      <p className="standfirst">{text.summary}</p>
      <PetitionText body={text.body} />
    </div>
  );
}
