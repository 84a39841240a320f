import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";

/** Accepts a large pledge or not, by one of two buttons. */
export function Review({ state }: { state: "waiting" | "not_accepted" }) {
  const { review: say } = useWords().pledgeList.one;
  return (
    <section className="needs" aria-label={say.title}>
      <div>
        {state === "waiting" && <h2>{say.title}</h2>}
        <p>{state === "waiting" ? say.text : say.refused}</p>
      </div>
      <Form method="post" className="needs-acts">
        <input type="hidden" name="intent" value="review" />
        <Button variant="act" name="accept" value="yes">
          {say.accept}
        </Button>
        {state === "waiting" && (
          <Button name="accept" value="no">
            {say.refuse}
          </Button>
        )}
      </Form>
    </section>
  );
}
