import type { Approving } from "#app/domain/organizers/approving.ts";
import { DeedButton } from "./deed-button.tsx";

type ApprovalProps = {
  approving: Approving;
  /** What the approver sees, and what the button sends along. */
  fields: Record<string, string | number>;
  say: {
    approve: string;
    /** To who had a hand in it, while somebody else can approve. */
    own: string;
    noRight: string;
    alone: { text: string; approve: string };
  };
};

/** The button of a second person, or of the only one who can approve; to everybody else, who it is that can. */
export function Approval({ approving, fields, say }: ApprovalProps) {
  if (approving === "own") return <p>{say.own}</p>;
  if (approving === "no-right") return <p>{say.noRight}</p>;
  return (
    <>
      {approving === "alone" && <p>{say.alone.text}</p>}
      <DeedButton intent="approve" look="act" fields={fields}>
        {approving === "alone" ? say.alone.approve : say.approve}
      </DeedButton>
    </>
  );
}
