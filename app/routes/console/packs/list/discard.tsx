import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";
import type { ListedPack } from "./load.server.ts";

/** Records that a pack goes to nobody, after a first press, since it cannot be undone. */
export function Discard({ pack }: { pack: ListedPack }) {
  const { discard: say } = useWords().packs.packs;
  return (
    <details className="asked" open={pack.gone.letters + pack.gone.signatures > 0}>
      <summary>{say.summary}</summary>
      <div>
        <p>{say.text}</p>
        <Form method="post" preventScrollReset>
          <input type="hidden" name="pack" value={pack.publicId} />
          <Button variant="danger" name="intent" value="discard">
            {say.button}
          </Button>
        </Form>
      </div>
    </details>
  );
}
