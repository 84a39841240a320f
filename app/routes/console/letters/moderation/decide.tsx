import type { WaitingLetter } from "#app/domain/moderation/list-moderation.server.ts";
import { hidingReasons, letterRefusalReasons } from "#app/domain/moderation/moderation.ts";
import { Button } from "#app/ui/button.tsx";
import { Against } from "#app/ui/console/against.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";

type DecideProps = { letter: WaitingLetter; at: string; failed: string | null };

/** Shows the decisions this letter allows. A negative one has a field for its reason. */
export function Decide({ letter, at, failed }: DecideProps) {
  const { moderation: say } = useWords().lettersPublic;
  const { publicId, held, publication, handedOver, seen } = letter;
  const publish = { awaiting: say.publish, published: say.keep, hidden: say.again, private: null }[
    publication
  ];
  const error = failed === "reason-missing" ? say.reasonMissing : null;
  return (
    <Form method="post" action={at} className="decide" preventScrollReset key={`${publicId} ${seen}`}>
      <input type="hidden" name="letter" value={publicId} />
      <input type="hidden" name="seen" value={seen} />
      {error && <p className="err">{error}</p>}
      {held && (
        <Button name="decision" value="release">
          {say.release}
        </Button>
      )}
      {!held && publish && (
        <Button name="decision" value="publish">
          {publish}
        </Button>
      )}
      {!held && publication !== "private" && !(publication === "hidden" && letter.reports.length === 0) && (
        <Against
          id={publicId}
          field="hiding"
          reasons={hidingReasons.map((reason) => [reason, say.hidings[reason]])}
          button={{
            label: publication === "awaiting" ? say.hide : say.takeDown,
            name: "decision",
            value: "hide",
          }}
          means={say.hideMeans}
        />
      )}
      {handedOver ? (
        <p className="small muted">{say.cannotRefuse}</p>
      ) : (
        <Against
          id={publicId}
          field="refusal"
          reasons={letterRefusalReasons.map((reason) => [reason, say.refusals[reason]])}
          button={{ label: say.refuse, name: "decision", value: "refuse" }}
          means={say.refuseMeans}
        />
      )}
    </Form>
  );
}
