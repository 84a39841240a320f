import { Form, type useFetcher } from "@remix-run/react";
import type { ReviewFilter } from "#app/domain/review/list-reviews.server.ts";
import { reviewDecisions } from "#app/domain/review/review.ts";
import { useWords } from "#app/ui/locale.tsx";
import type { Answer } from "./act.server.ts";
import { reviewAddress } from "./read-filter.ts";

type DoneProps = { done: Answer; filter: ReviewFilter; decide: ReturnType<typeof useFetcher<Answer>> };

/** What was just done, and the button that takes it back. */
export function Done({ done: { done, count, at }, filter, decide }: DoneProps) {
  const { review: say } = useWords();
  const decision = reviewDecisions.find((one) => one === done);
  if (done === "undone") {
    return (
      <p className={count > 0 ? "said" : "said said-no"} role="status">
        {count > 0 ? say.undone(count) : say.tooLate}
      </p>
    );
  }
  if (!decision) return null;
  return (
    <div className="said decided" role="status">
      <p>{count > 0 ? say.done(count, decision) : say.doneNone}</p>
      {count > 0 && at && (
        <Form
          method="post"
          action={reviewAddress(filter)}
          id="undo-review"
          onSubmit={(event) => {
            event.preventDefault();
            const body = new FormData(event.currentTarget);
            body.set("intent", "undo");
            body.set("quiet", "on");
            decide.submit(body, { method: "post", action: reviewAddress(filter) });
          }}
        >
          <input type="hidden" name="at" value={at} />
          <button type="submit" name="intent" value="undo" className="text-button">
            {say.undo}
          </button>{" "}
          <span className="small">{say.undoHint}</span>
        </Form>
      )}
    </div>
  );
}
