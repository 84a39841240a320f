import { Button } from "#app/ui/button.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";
import type { WatchAnswer } from "./act.server.ts";

type WatchListProps = {
  watched: readonly { id: number; name: string }[];
  answer: WatchAnswer | undefined;
  done: string | null;
};

/** Lists names that this campaign reviews before a handover. */
export function WatchList({ watched, answer, done }: WatchListProps) {
  const { watch: say, errors } = useWords().packs.names;
  const code = answer?.errors.find(({ field }) => field === "watch")?.code;
  const message =
    code === "known" || code === "full" ? say[code] : code && (errors[code] ?? errors.unreadable);
  return (
    <section className="watch" aria-labelledby="watched">
      <h2 id="watched">{say.heading}</h2>
      <p className="small">{say.text}</p>
      {(done === "watched" || done === "unwatched") && (
        <p className="banner" role="status">
          {done === "watched" ? say.added : say.removed}
        </p>
      )}
      {watched.length === 0 ? (
        <p className="muted">{say.none}</p>
      ) : (
        <ul>
          {watched.map(({ id, name }) => (
            <li key={id}>
              <bdi>{name}</bdi>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="id" value={id} />
                <button
                  type="submit"
                  name="intent"
                  value="unwatch"
                  className="text-button"
                  aria-label={say.removeOf(name)}
                >
                  {say.remove}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form method="post" noValidate preventScrollReset key={watched.length}>
        <TextInput
          name="watch"
          label={say.label}
          error={message}
          defaultValue={answer?.watch ?? ""}
          maxLength={120}
          autoComplete="off"
          spellCheck={false}
        />
        <Button name="intent" value="watch">
          {say.add}
        </Button>
      </Form>
    </section>
  );
}
